#pragma once

#include "core/Commands.h"
#include "widgets/CommandForm.h"

class QPushButton;

namespace naryad::ui {

/// A form that opens with the command it says as that stands at first, and says it as it was typed. Thread:
/// the GUI's.
class BegunForm : public CommandForm
{
    Q_OBJECT
public:
    /// Hides while it is whole: the field left by that takes its text.
    ~BegunForm() override { hide(); }

    /// The service refused what is filled in: its words, at the field they speak of.
    void tellRefusal(const Error &error) override;

protected:
    BegunForm(const Desk &desk, Command began, QString owner, const QString &title, QWidget *parent);

    const Command &began() const { return m_began; }
    const QString &owner() const { return m_owner; }
    /// Everything typed, as a draft holds it.
    virtual QJsonObject state() const = 0;
    virtual Command command() const = 0;
    virtual FormProblem problem() const = 0;
    /// The field that the service's words speak of.
    virtual QWidget *fieldIn(const QString &words) const = 0;
    /// Something typed is still being looked up; settled() goes on with the press.
    virtual bool isSettling() { return false; }

    /// The form is complete and holds what it begins with.
    void finish(QWidget *content);
    void settled();
    QJsonObject changes() const override;
    QJsonObject about() const override;
    FormProblem wrongNow() const override { return problem(); }

private:
    void submit();

    Command m_began;
    QString m_owner;
    QJsonObject m_start;
    QWidget *m_content = nullptr;
    QPushButton *m_save;
    bool m_waits = false; ///< pressed while something typed was still being looked up
};

} // namespace naryad::ui
