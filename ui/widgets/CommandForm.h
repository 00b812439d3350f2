#pragma once

#include "core/Commands.h"
#include "core/Draft.h"
#include "widgets/Desk.h"
#include "widgets/FormProblem.h"
#include "widgets/SaidFirst.h"

#include <QDialog>
#include <QJsonObject>
#include <QPointer>

#include <functional>

namespace naryad::ui {

class DraftBook;
class DraftKeeper;
class ReasonLabel;

/// A form that becomes one command. What is typed is kept on this computer as it is typed; Esc and the
/// window's close button close it and keep that. Closes by itself only when the command is on disk, and stays
/// open with the reason otherwise; until the disk has answered it does not close at all. Deletes itself when
/// closed. Thread: the GUI's. Never talks to the network.
class CommandForm : public QDialog
{
    Q_OBJECT
public:
    CommandForm(Desk desk, const QString &title, QWidget *parent);

    /// From now on what is typed is kept as this draft; what the draft holds is put in first. Call it once
    /// the form holds what it begins with.
    void keepAs(DraftBook &book, const Draft &draft);
    /// Empty while nothing is kept.
    QString draftKey() const;
    void keepNow();

    void reject() override;
    void done(int result) override;
    /// Opened to mend what was refused for this: tells the service's words and goes to the field they name.
    virtual void tellRefusal(const Error &error);

Q_SIGNALS:
    /// On disk; the form is closing.
    void submitted(naryad::CommandId id);

protected:
    void hideEvent(QHideEvent *event) override;

    /// What was typed beyond what the form began with; empty: nothing.
    virtual QJsonObject changes() const = 0;
    virtual void apply(const QJsonObject &changes) = 0;
    /// What else is needed to open it again.
    virtual QJsonObject about() const = 0;

    void setTitle(const QString &title);
    ReasonLabel *message() const { return m_message; }
    void tell(const QString &text);
    /// Tells what is wrong and goes to the field; wrongNow() is asked whenever something is typed, and
    /// once it is mended the message goes.
    void complain(const FormProblem &problem);
    virtual FormProblem wrongNow() const { return {}; }
    void touched();
    /// `content` can't be typed into until the disk has answered.
    void send(const Command &command, QWidget *content);
    /// The same with another in front of it, that it speaks of. Should only that reach the disk, firstSaid()
    /// is told, and the next press says only what is missing.
    void sendBehind(const SaidFirst &first, const Command &command, QWidget *content);
    /// What was in front was said, and the form's own command was not: the form speaks of it as it was said,
    /// or, where it was dropped since, of another.
    virtual void firstSaid(const JournalEntry &) {}
    bool isSending() const { return m_sending; }
    /// It is on disk: closes. A form that stays for the next one calls startAgain() instead.
    virtual void afterSaid() { accept(); }
    /// Empty again: what is typed from here on is a draft of its own.
    void startAgain();

    Desk m_desk;

private:
    void showKept(const QDateTime &when);
    void showTitle();
    bool begin(QWidget *content);
    void say(const Command &command, const std::function<void(const Error &)> &failed);
    void notSaid(const Error &error);

    ReasonLabel *m_message;
    DraftKeeper *m_keeper = nullptr;
    QPointer<QWidget> m_content; ///< of the form being sent
    QPointer<QWidget> m_focus; ///< had the keyboard before the form was sent
    QString m_title;
    QDateTime m_keptAt;
    FormProblem m_complaint; ///< that the message tells
    bool m_tellsNotKept = false;
    bool m_sending = false;
};

} // namespace naryad::ui
