#pragma once

#include "core/Dictionary.h"
#include "core/Result.h"
#include "widgets/Desk.h"

#include <QDialog>
#include <QFuture>
#include <QVector>

class QFormLayout;
class QLineEdit;
class QTableWidget;
class QTableWidgetItem;

namespace naryad::ui {

class ReasonLabel;

/// Numbers of the account and what they mean, kept on this computer: a table, below it a number and a name to
/// be added. What is changed is on disk at once. Deletes itself when closed. Thread: the GUI's. Where the
/// words are kept is its children's.
class WordsDialog : public QDialog
{
    Q_OBJECT
Q_SIGNALS:
    void changed();

protected:
    /// What differs from one dictionary to another: the names of its controls, and its words.
    struct Parts
    {
        QString intro;
        QString tableName; ///< the accessible one
        QString keepsName; ///< where a name was emptied
        QString removes; ///< the button's text
        QString table, number, name, add, remove, message; ///< object names
        int digits = 0; ///< of a number, at most
        bool tellsSource = false; ///< a column of where a word is from
    };

    WordsDialog(Desk desk, const Parts &parts, QWidget *parent);

    const Desk &desk() const { return m_desk; }
    QFormLayout *form() const { return m_form; }
    QTableWidget *table() const { return m_table; }
    void clearMessage();
    /// Reads them anew; `chosen`: the number whose row is to be current.
    void read(const QString &chosen = {});
    /// The answer to ask(); one to an older question is dropped.
    void fill(quint64 asked, const QString &chosen, const Result<QVector<DictionaryEntry>> &found);

    virtual void ask(quint64 asked, const QString &chosen) = 0;
    virtual QFuture<Result<void>> keep(const QString &id, const QString &name) = 0;
    virtual QFuture<Result<void>> drop(const QString &id) = 0;

private:
    enum Column {
        Number,
        Name,
        From,
    };

    void build(const Parts &parts);
    void write(const QFuture<Result<void>> &written, const QString &chosen);
    void rename(const QTableWidgetItem *item);
    void add();
    void remove();

    Desk m_desk;
    QString m_keepsName;
    bool m_tellsSource;
    QFormLayout *m_form;
    QTableWidget *m_table;
    QLineEdit *m_number;
    QLineEdit *m_name;
    ReasonLabel *m_message;
    quint64 m_asked = 0;
    bool m_quiet = false;
};

} // namespace naryad::ui
