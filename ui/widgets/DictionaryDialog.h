#pragma once

#include "core/Dictionary.h"
#include "core/Result.h"
#include "widgets/Desk.h"

#include <QDialog>
#include <QFuture>
#include <QVector>

class QComboBox;
class QLineEdit;
class QTableWidget;
class QTableWidgetItem;

namespace naryad::ui {

class ReasonLabel;

/// Window `Dictionaries`: what the account's own numbers mean, a number and a name each; what answers tell is
/// learned, the rest is typed once. Deletes itself when closed. Thread: the GUI's.
class DictionaryDialog : public QDialog
{
    Q_OBJECT
public:
    DictionaryDialog(Desk desk, const QVector<DictionaryKind> &kinds, QWidget *parent);
    static QString words(DictionaryKind kind);

Q_SIGNALS:
    void changed();

private:
    enum Column {
        Number,
        Name,
        From,
    };

    void build();
    DictionaryKind kind() const;
    void read(const QString &chosen);
    void write(const QFuture<Result<void>> &written, const QString &chosen);
    void rename(const QTableWidgetItem *item);
    void add();
    void remove();

    Desk m_desk;
    QVector<DictionaryKind> m_kinds;
    QComboBox *m_kind;
    QTableWidget *m_table;
    QLineEdit *m_number;
    QLineEdit *m_name;
    ReasonLabel *m_message;
    quint64 m_asked = 0; ///< answers to an older question are dropped
    bool m_quiet = false;
};

} // namespace naryad::ui
