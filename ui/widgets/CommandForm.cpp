#include "CommandForm.h"

#include "DraftBook.h"
#include "DraftKeeper.h"
#include "core/Await.h"
#include "widgets/GiveBack.h"
#include "widgets/ReasonLabel.h"

namespace naryad::ui {

using namespace Qt::StringLiterals;

CommandForm::CommandForm(Desk desk, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_desk(std::move(desk))
    , m_message(new ReasonLabel(u"message"_s, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(title);
}

void CommandForm::setTitle(const QString &title)
{
    m_title = title;
    showTitle();
}

void CommandForm::showTitle()
{
    if (!m_keptAt.isValid()) {
        setWindowTitle(m_title);
        return;
    }
    const QDateTime when = m_desk.zone.local(m_keptAt);
    const bool today = when.date() == m_desk.zone.local(m_desk.clock.now()).date();
    setWindowTitle(tr("%1 — saved on this computer %2")
                       .arg(m_title, when.toString(today ? u"HH:mm:ss"_s : u"dd.MM HH:mm:ss"_s)));
}

void CommandForm::keepAs(DraftBook &book, const Draft &draft)
{
    if (!draft.form.isEmpty())
        apply(draft.form.value(u"changes").toObject());
    const auto read = [this] {
        const QJsonObject typed = changes();
        return typed.isEmpty() ? QJsonObject() : QJsonObject{{u"about"_s, about()}, {u"changes"_s, typed}};
    };
    m_keeper = new DraftKeeper(book, m_desk.clock, draft, read, this);
    connect(m_keeper, &DraftKeeper::kept, this, &CommandForm::showKept);
    connect(m_keeper, &DraftKeeper::notKept, this, [this](const Error &error) {
        tell(describe(error));
        m_tellsNotKept = true;
    });
    if (!draft.form.isEmpty())
        showKept(draft.changed);
}

void CommandForm::showKept(const QDateTime &when)
{
    m_keptAt = when;
    showTitle();
    if (m_tellsNotKept)
        tell({});
}

QString CommandForm::draftKey() const
{
    return m_keeper ? m_keeper->key() : QString();
}

void CommandForm::keepNow()
{
    if (m_keeper)
        m_keeper->keepNow();
}

void CommandForm::complain(const FormProblem &problem)
{
    tell(problem.text);
    m_complaint = problem;
    if (problem.field)
        problem.field->setFocus();
}

void CommandForm::touched()
{
    if (!m_complaint.isNone()) {
        const FormProblem now = wrongNow();
        if (now.isNone() || now.field != m_complaint.field)
            tell({});
        else if (now.text != m_complaint.text)
            complain(now);
    }
    if (m_keeper)
        m_keeper->touched();
}

void CommandForm::reject()
{
    if (!m_sending)
        QDialog::reject();
}

void CommandForm::done(int result)
{
    QDialog::done(result);
    giveKeyboardBack(*this);
}

void CommandForm::hideEvent(QHideEvent *event)
{
    keepNow();
    QDialog::hideEvent(event);
}

void CommandForm::tell(const QString &text)
{
    m_tellsNotKept = false;
    m_complaint = {};
    m_message->setProblem(text);
}

void CommandForm::tellRefusal(const Error &error)
{
    tell(describe(error));
}

bool CommandForm::begin(QWidget *content)
{
    if (m_sending)
        return false;
    m_sending = true;
    m_focus = focusWidget();
    m_content = content;
    if (m_keeper)
        m_keeper->pause();
    content->setEnabled(false);
    return true;
}

void CommandForm::send(const Command &command, QWidget *content)
{
    if (begin(content))
        say(command, [this](const Error &error) { notSaid(error); });
}

void CommandForm::sendBehind(const SaidFirst &first, const Command &command, QWidget *content)
{
    if (!begin(content))
        return;
    // The one in front may be on disk all the same: from then on it is as it was said, and nothing is typed
    // into the form before that is known.
    const auto failed = [this, token = first.token](const Error &error) {
        await(this, m_desk.details.said(token), [this, error](const Result<JournalEntry> &entry) {
            notSaid(error);
            if (entry)
                firstSaid(*entry);
        });
    };
    await(
        this, m_desk.commands.submitAs(first.token, first.command),
        [this, command, failed](const Result<CommandId> &id) {
            if (id)
                say(command, failed);
            else
                failed(id.error());
        });
}

void CommandForm::say(const Command &command, const std::function<void(const Error &)> &failed)
{
    await(this, m_desk.commands.submit(command, draftKey()), [this, failed](const Result<CommandId> &id) {
        if (!id) {
            failed(id.error());
            return;
        }
        m_sending = false;
        if (m_content)
            m_content->setEnabled(true);
        if (m_keeper)
            m_keeper->said();
        Q_EMIT submitted(*id);
        afterSaid();
    });
}

void CommandForm::notSaid(const Error &error)
{
    m_sending = false;
    if (m_content)
        m_content->setEnabled(true);
    if (m_keeper)
        m_keeper->resume();
    if (m_focus)
        m_focus->setFocus();
    tell(describe(error));
}

void CommandForm::startAgain()
{
    if (m_keeper)
        m_keeper->startAgain();
    m_keptAt = {};
    showTitle();
}

} // namespace naryad::ui
