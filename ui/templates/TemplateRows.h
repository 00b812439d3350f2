#pragma once

#include "core/TemplateFile.h"
#include "models/TemplateTableModel.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace naryad::ui {

class FieldPicker;
class NewFieldBar;

/// One list of a template's fields: the table, and below it the way a field is added to it. Ins adds, Alt+Up
/// and Alt+Down (or dragging) order, Del takes out, Space ticks. Thread: the GUI's.
class TemplateRows : public QWidget
{
    Q_OBJECT
public:
    enum class List {
        Details,
        Report,
    };

    TemplateRows(List list, QWidget *parent);

    models::TemplateTableModel &model() { return *m_model; }
    const models::TemplateTableModel &model() const { return *m_model; }
    QTableView *table() const { return m_table; }
    QWidget *first() const;
    QWidget *last() const;
    /// `made`: fields thought of in this editor, offered beside those of the account.
    void setStock(const TemplateStock &stock, const QVector<NewField> &made);
    /// Opens the field in which the name is typed.
    void add();

Q_SIGNALS:
    /// A field that is not there yet is wanted, and now stands in the list.
    void made(const naryad::NewField &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool tableKey(int key, Qt::KeyboardModifiers held, bool act);
    void insert(const TemplateField &field);
    void offer();
    void backToTable();
    QVector<int> chosen() const;

    List m_list;
    TemplateStock m_stock;
    QVector<NewField> m_made;
    models::TemplateTableModel *m_model;
    QTableView *m_table;
    QPushButton *m_add;
    FieldPicker *m_picker;
    NewFieldBar *m_new;
};

} // namespace naryad::ui
