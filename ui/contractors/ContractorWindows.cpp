#include "ContractorWindows.h"

#include "core/Await.h"
#include "core/CommandKinds.h"
#include "core/Phone.h"
#include "core/Serial.h"
#include "models/Words.h"

#include <QWidget>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostTold = 5;
constexpr QLatin1String MendingOf("fix:"); ///< and the token of what it mends: such a draft's key

/// Of a form: what it says, and about what.
QString keyOf(const Command &began, const QString &about)
{
    return u"client:"_s + serviceCommandOf(began) + u':' + about;
}

} // namespace

ContractorWindows::ContractorWindows(Desk desk, QWidget *screen)
    : QObject(screen)
    , m_desk(std::move(desk))
    , m_screen(screen)
    , m_book(m_desk, [](Draft::Kind kind) { return kind == Draft::Kind::Client; })
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

ContractorWindows::~ContractorWindows()
{
    for (const auto &form : std::as_const(m_open)) {
        if (form)
            form->keepNow();
        delete form.data();
    }
}

void ContractorWindows::newContractor(const QString &phone, const QString &name)
{
    CreateContractor begun;
    begun.body.name = name.trimmed();
    if (!phone.trimmed().isEmpty())
        begun.body.phones.append(phone.trimmed());
    open(keyOf(begun, phone.trimmed()), begun, {});
}

void ContractorWindows::addSubdivision(const NamedRef &parent)
{
    AddSubdivision begun;
    begun.body.contractorId = parent.id;
    open(keyOf(begun, parent.id), begun, parent.name);
}

void ContractorWindows::edit(const Contractor &client)
{
    const QString owner = client.parent.isNothing() ? QString() : client.path();
    if (client.parent.isNothing()) {
        const ContractorBody body = contractorBodyOf(client);
        const UpdateContractor begun{refOf(client.id), body, body};
        open(keyOf(begun, client.id), begun, owner);
    } else {
        const SubdivisionBody body = subdivisionBodyOf(client);
        const UpdateSubdivision begun{refOf(client.id), body, body};
        open(keyOf(begun, client.id), begun, owner);
    }
}

void ContractorWindows::addPerson(const NamedRef &client)
{
    const CreatePerson begun{{client.id, {}, {}}};
    open(keyOf(begun, client.id), begun, client.name);
}

void ContractorWindows::editPerson(const NamedRef &client, const Person &person)
{
    const PersonBody body{client.id, person.name, {}};
    const UpdatePerson begun{refOf(person.id), body, body};
    open(keyOf(begun, person.id), begun, client.name);
}

void ContractorWindows::deletePerson(const Person &person)
{
    say(DeletePerson{refOf(person.id), person.name}, tr("“%1” is being deleted.").arg(person.name));
}

void ContractorWindows::addPhone(const NamedRef &owner, PhoneParent kind)
{
    const CreatePhone begun{{owner.id, kind, {}}};
    open(keyOf(begun, owner.id), begun, owner.name);
}

void ContractorWindows::editPhone(const NamedRef &owner, PhoneParent kind, const Phone &phone)
{
    const PhoneBody body{owner.id, kind, phone.number};
    const UpdatePhone begun{refOf(phone.id), body, body};
    open(keyOf(begun, phone.id), begun, owner.name);
}

void ContractorWindows::deletePhone(const Phone &phone)
{
    say(DeletePhone{refOf(phone.id), phone.number},
        tr("The phone %1 is being deleted.").arg(phoneShown(phone.number)));
}

void ContractorWindows::say(const Command &command, const QString &words)
{
    await(this, m_desk.commands.submit(command), [this, words](const Result<CommandId> &id) {
        if (id)
            Q_EMIT deleting(words + u' ' + tr("Ctrl+Z takes it back while it is held."), *id);
        else
            Q_EMIT notKept(describe(id.error()));
    });
}

void ContractorWindows::open(const QString &key, const Command &began, const QString &owner)
{
    m_book.whenLoaded(this, [this, key, began, owner] {
        const Draft draft = m_book.ofKey(Draft::Kind::Client, key);
        if (raise(draft.key))
            return;
        // Over what it was typed into, so that what others changed since is told apart.
        ClientForm *form = draft.form.isEmpty() ? nullptr : ClientForm::make(m_desk, draft, m_screen);
        if (!form)
            form = ClientForm::make(m_desk, began, owner, m_screen);
        if (form)
            present(form, draft);
    });
}

/// The window that is open with this draft, if there is one.
bool ContractorWindows::raise(const QString &key)
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

void ContractorWindows::openDraft(const Draft &draft)
{
    if (raise(draft.key))
        return;
    if (ClientForm *form = ClientForm::make(m_desk, draft, m_screen))
        present(form, draft);
}

void ContractorWindows::present(ClientForm *form, const Draft &draft)
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
            if (entry && isCreate(entry->command) && kindOf(entry->command) == ObjectKind::Contractor)
                Q_EMIT clientMade(localId(entry->token));
        });
    });
    if (m_left.removeAll(draft.key) > 0)
        tellLeft();
    form->open();
    form->raise();
    form->activateWindow();
}

void ContractorWindows::fix(const JournalEntry &entry)
{
    m_book.whenLoaded(this, [this, entry] { openFix(entry); });
}

void ContractorWindows::openFix(const JournalEntry &entry)
{
    Draft draft;
    draft.key = MendingOf + entry.token;
    draft.kind = Draft::Kind::Client;
    draft.replaces = entry.id;
    draft = m_book.find(draft.key).value_or(draft);
    if (raise(draft.key))
        return;
    ClientForm *form = ClientForm::make(m_desk, entry.command, {}, m_screen);
    if (!form)
        return;
    present(form, draft);
    if (entry.error && entry.state == CommandState::Refused)
        form->tellRefusal(*entry.error);
}

void ContractorWindows::openKept()
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

void ContractorWindows::openRecalled()
{
    m_book.readAgain([this](const QStringList &keys) {
        if (keys.isEmpty())
            return;
        m_left = keys + m_left;
        tellLeft();
        openKept();
    });
}

void ContractorWindows::tellLeft()
{
    QStringList words;
    for (const QString &key : std::as_const(m_left)) {
        const auto draft = m_book.find(key);
        if (!draft || words.size() >= MostTold)
            continue;
        const QJsonObject about = draft->form.value(u"about").toObject();
        const auto began = serial::commandFromJson(about.value(u"began").toObject());
        QString text = began ? models::commandText(*began) : tr("something about a contractor");
        const QJsonObject typed = draft->form.value(u"changes").toObject();
        if (text.endsWith(u": "))
            text += typed.value(u"name").toString() + typed.value(u"number").toString();
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
