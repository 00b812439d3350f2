#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;
class QPushButton;

namespace naryad::ui {

class ReasonLabel;

/// A small window that asks for one name. Open it by open(); accepted() once a name that will do was given.
///
/// Thread: the GUI's.
class NameDialog : public QDialog
{
    Q_OBJECT
public:
    /// What is to be said of a name while it is typed.
    struct Verdict
    {
        QString words; ///< empty: nothing
        bool refused = false; ///< it will not do
    };

    /// `label`: the field's words, with the mark of its key. `name` stands in the field at first.
    NameDialog(
        const QString &title, const QString &label, const QString &button, const QString &name,
        QWidget *parent);

    /// Asked with the name as it would be taken, without spaces around it; an empty one is never taken.
    void setJudge(std::function<Verdict(const QString &)> judge);
    QString name() const;

private:
    void judge();

    QLineEdit *m_field;
    QPushButton *m_take;
    ReasonLabel *m_message;
    std::function<Verdict(const QString &)> m_judge;
};

} // namespace naryad::ui
