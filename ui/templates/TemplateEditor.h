#pragma once

#include "templates/DocEditor.h"
#include "templates/TemplateDoc.h"

class QComboBox;
class QLineEdit;
class QSplitter;
class QToolButton;

namespace naryad::ui {

class TemplateRows;

/// The editor of one template: name, colour, visit day, duration, and both lists of fields.
class TemplateEditor : public DocEditor
{
    Q_OBJECT
public:
    explicit TemplateEditor(Desk desk, QWidget *parent = nullptr);

    /// `draft`: under which what is typed is kept.
    void open(const TemplateDoc &doc, DraftBook &book, const Draft &draft);
    void close();
    bool isOpen() const { return m_open; }
    const TemplateDoc &doc() const { return m_doc; }
    bool isChanged() const override;
    /// What is known of all templates and fields now; the open one is not touched where something is typed.
    void setStock(const TemplateStock &stock);
    void focusRows();
    void focusName();
    /// The list the keyboard is in, else the details: opens the field in which a name is typed.
    void addField();
    /// What was put in without typing is kept as if it had been typed.
    void touchNow() { touched(); }

Q_SIGNALS:
    void duplicateAsked();
    void compareAsked();
    void previewAsked();
    void exportAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    QJsonObject form() const override;
    QStringList differenceLines() const override;
    QString differenceSummary() const override;
    QStringList othersLines() const override;
    FormProblem problem() const override;
    QVector<NewField> saidFirst() const override;
    Command command() const override;
    QString token() const override;
    void taken() override;
    void restore(const QJsonObject &form) override;

private:
    void build();
    void fill(const TemplateDoc &doc);
    void read();
    void readVisitDay();
    void pickColour();
    void showColour();
    void showDays();

    TemplateStock m_stock;
    TemplateDoc m_doc;
    bool m_open = false;
    bool m_quiet = false; ///< filling, not typing
    QLineEdit *m_name;
    QLineEdit *m_colour;
    QToolButton *m_pick;
    QComboBox *m_day;
    QLineEdit *m_duration;
    QSplitter *m_lists;
    TemplateRows *m_details;
    TemplateRows *m_report;
};

} // namespace naryad::ui
