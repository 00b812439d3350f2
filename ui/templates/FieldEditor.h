#pragma once

#include "models/ValueListModel.h"
#include "templates/DocEditor.h"
#include "templates/TemplateDoc.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace naryad::ui {

/// The editor of one field of the templates: name, type and, of a list, its values.
class FieldEditor : public DocEditor
{
    Q_OBJECT
public:
    explicit FieldEditor(Desk desk, QWidget *parent = nullptr);

    void open(const FieldDoc &doc, DraftBook &book, const Draft &draft);
    void close();
    bool isOpen() const { return m_open; }
    const FieldDoc &doc() const { return m_doc; }
    bool isChanged() const override;
    void setStock(const TemplateStock &stock);
    void focusName();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    QJsonObject form() const override;
    QStringList differenceLines() const override;
    QString differenceSummary() const override;
    QStringList othersLines() const override;
    FormProblem problem() const override;
    QVector<NewField> saidFirst() const override { return {}; }
    Command command() const override;
    QString token() const override;
    void taken() override;
    void restore(const QJsonObject &form) override;
    void take() override;

private:
    void build();
    void fill(const FieldDoc &doc);
    void showTypes();
    void showUses();
    void showValues();
    void read();
    bool valueKey(int key, Qt::KeyboardModifiers held, bool act);
    void paste();
    int typeId() const;

    TemplateStock m_stock;
    FieldDoc m_doc;
    bool m_open = false;
    bool m_quiet = false;
    QLineEdit *m_name;
    QComboBox *m_type;
    QLabel *m_uses;
    QLabel *m_valuesTitle;
    QListView *m_values;
    models::ValueListModel *m_model;
};

} // namespace naryad::ui
