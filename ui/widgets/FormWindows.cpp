#include "FormWindows.h"

#include "core/Await.h"
#include "core/Serial.h"
#include "models/Words.h"

#include <QWidget>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostTold = 5;
constexpr QLatin1String MendingOf("fix:"); ///< and the token of what it mends: such a draft's key

} // namespace

FormWindows::FormWindows(Desk desk, Draft::Kind kind, ObjectKind made, QWidget *screen)
    : QObject(screen)
    , m_desk(std::move(desk))
    , m_kind(kind)
    , m_made(made)
    , m_screen(screen)
    , m_book(m_desk, [kind](Draft::Kind of) { return of == kind; })
{
    connect(&m_book, &DraftBook::loaded, this, [this] {
        const QVector<Draft> left = m_book.drafts();
        for (const Draft &draft : left)
            m_left.append(draft.key);
        tellLeft();
    });
    connect(&m_book, &DraftBook::notKept, this, [this](const QString &key, const Error &error) {
        const bool shown = std::any_of(m_open.begin(), m_open.end(), [&key](const auto &form) {
            return form && form->isVisible() && form->draftKey() == key;
        });
        if (!shown)
            Q_EMIT notKept(tr("What was typed could not be kept on this computer. %1").arg(describe(error)));
    });
}

FormWindows::~FormWindows()
{
    for (const auto &form : std::as_const(m_open)) {
        if (form)
            form->keepNow();
        delete form.data();
    }
}

void FormWindows::say(const Command &command, const QString &words)
{
    await(this, m_desk.commands.submit(command), [this, words](const Result<CommandId> &id) {
        if (id)
            Q_EMIT deleting(words + u' ' + tr("Ctrl+Z takes it back while it is held."), *id);
        else
            Q_EMIT notKept(describe(id.error()));
    });
}

void FormWindows::open(const QString &about, const Command &began, const QString &owner)
{
    const QString key = keyBegins() + u':' + serviceCommandOf(began) + u':' + about;
    m_book.whenLoaded(this, [this, key, began, owner] {
        const Draft draft = m_book.ofKey(m_kind, key);
        if (raise(draft.key))
            return;
        // Over what it was typed into, so that what others changed since is told apart.
        BegunForm *made = draft.form.isEmpty() ? nullptr : formOf(draft);
        if (!made)
            made = form(began, owner);
        if (made)
            present(made, draft);
    });
}

/// As a draft tells what it was typed into; null where that can't be read.
BegunForm *FormWindows::formOf(const Draft &draft) const
{
    const QJsonObject about = draft.form.value(u"about").toObject();
    const auto began = serial::commandFromJson(about.value(u"began").toObject());
    return began ? form(*began, about.value(u"owner").toString()) : nullptr;
}

/// The window that is open with this draft, if there is one.
bool FormWindows::raise(const QString &key)
{
    for (const auto &form : std::as_const(m_open)) {
        if (!form || !form->isVisible() || form->draftKey() != key)
            continue;
        form->raise();
        form->activateWindow();
        return true;
    }
    return false;
}

void FormWindows::openDraft(const Draft &draft)
{
    if (raise(draft.key))
        return;
    if (BegunForm *form = formOf(draft))
        present(form, draft);
}

void FormWindows::present(BegunForm *form, const Draft &draft)
{
    form->keepAs(m_book, draft);
    m_open.removeIf([](const auto &one) { return one.isNull(); });
    m_open.append(form);
    if (draft.replaces != 0) {
        connect(
            form, &CommandForm::submitted, this,
            [this, old = draft.replaces] { m_desk.commands.decide(old, Decision::Drop); },
            Qt::SingleShotConnection);
    }
    connect(form, &CommandForm::submitted, this, [this](CommandId id) {
        await(this, m_desk.details.command(id), [this](const Result<JournalEntry> &entry) {
            if (entry && isCreate(entry->command) && kindOf(entry->command) == m_made)
                Q_EMIT made(localId(entry->token));
        });
    });
    if (m_left.removeAll(draft.key) > 0)
        tellLeft();
    form->open();
    form->raise();
    form->activateWindow();
}

void FormWindows::fix(const JournalEntry &entry)
{
    m_book.whenLoaded(this, [this, entry] { openFix(entry); });
}

void FormWindows::openFix(const JournalEntry &entry)
{
    Draft draft;
    draft.key = MendingOf + entry.token;
    draft.kind = m_kind;
    draft.replaces = entry.id;
    draft = m_book.find(draft.key).value_or(draft);
    if (raise(draft.key))
        return;
    BegunForm *made = form(entry.command, {});
    if (!made)
        return;
    present(made, draft);
    if (entry.error && entry.state == CommandState::Refused)
        made->tellRefusal(*entry.error);
}

void FormWindows::openKept()
{
    if (m_left.isEmpty())
        return;
    const auto draft = m_book.find(m_left.constFirst());
    if (!draft) {
        m_left.removeFirst();
        tellLeft();
        return;
    }
    const QString token = draft->key.startsWith(MendingOf) ? draft->key.mid(MendingOf.size()) : QString();
    if (token.isEmpty()) {
        openDraft(*draft);
        return;
    }
    await(this, m_desk.details.said(token), [this, draft](const Result<JournalEntry> &mended) {
        if (mended && mended->id == draft->replaces)
            openFix(*mended);
        else
            openDraft(*draft);
    });
}

void FormWindows::openRecalled()
{
    m_book.readAgain([this](const QStringList &keys) {
        if (keys.isEmpty())
            return;
        m_left = keys + m_left;
        tellLeft();
        openKept();
    });
}

void FormWindows::tellLeft()
{
    QStringList words;
    for (const QString &key : std::as_const(m_left)) {
        const auto draft = m_book.find(key);
        if (!draft || words.size() >= MostTold)
            continue;
        const QJsonObject about = draft->form.value(u"about").toObject();
        const auto began = serial::commandFromJson(about.value(u"began").toObject());
        QString text = began ? models::commandText(*began) : somethingWords();
        if (text.endsWith(u": "))
            text += nameIn(draft->form.value(u"changes").toObject());
        words.append(text.trimmed());
    }
    if (!words.isEmpty() && m_left.size() > words.size())
        words.append(u"…"_s);
    Q_EMIT leftToldChanged(
        words.isEmpty()
            ? QString()
            : tr("Typed earlier and kept on this computer, not said yet: %1").arg(words.join(u", ")));
}

} // namespace naryad::ui
