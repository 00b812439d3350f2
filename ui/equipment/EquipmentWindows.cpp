#include "EquipmentWindows.h"

#include "core/Await.h"
#include "core/CommandKinds.h"
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

EquipmentWindows::EquipmentWindows(Desk desk, QWidget *screen)
    : QObject(screen)
    , m_desk(std::move(desk))
    , m_screen(screen)
    , m_book(m_desk, [](Draft::Kind kind) { return kind == Draft::Kind::Equipment; })
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

EquipmentWindows::~EquipmentWindows()
{
    for (const auto &form : std::as_const(m_open)) {
        if (form)
            form->keepNow();
        delete form.data();
    }
}

void EquipmentWindows::newModel()
{
    open({}, CreateEquipmentModel{});
}

void EquipmentWindows::editModel(const EquipmentModelRow &model)
{
    EquipmentModelBody body{model.name, {}, {}};
    body.type = model.type;
    body.manufacturer = model.manufacturer;
    open(model.id, UpdateEquipmentModel{refOf(model.id), body, body});
}

void EquipmentWindows::deleteModel(const EquipmentModelRow &model)
{
    const QString words = model.pieces == 0
        ? tr("The model “%1” is being deleted.").arg(model.name)
        : tr("The model “%1” is being deleted, and %n pieces are of it.", nullptr, int(model.pieces))
              .arg(model.name);
    say(DeleteEquipmentModel{refOf(model.id), model.name}, words);
}

void EquipmentWindows::newEquipment(const NamedRef &model, const NamedRef &owner)
{
    CreateEquipment begun;
    if (!model.isNothing())
        begun.body.model = Known<NamedRef>::fromHere(model);
    if (!owner.isNothing())
        begun.body.contractor = Known<NamedRef>::fromHere(owner);
    open(model.id + u'/' + owner.id, begun);
}

/// What is said here and not sent yet lies over what the service told: the change goes on from there.
void EquipmentWindows::edit(const EquipmentCard &card)
{
    EquipmentBody body = equipmentBodyOf(card.equipment);
    for (const JournalEntry &entry : card.said) {
        const bool open = !isFinal(entry.state) && entry.state != CommandState::Refused;
        if (const auto *update = std::get_if<UpdateEquipment>(&entry.command); update && open)
            body = update->body;
        else if (const auto *create = std::get_if<CreateEquipment>(&entry.command); create && open)
            body = create->body;
    }
    open(card.row.id, UpdateEquipment{refOf(card.row.id), body, body});
}

void EquipmentWindows::deleteEquipment(const EquipmentRow &piece)
{
    const QString owner = piece.owner.value.name;
    const QString words = owner.isEmpty()
        ? tr("The equipment “%1” is being deleted.").arg(piece.serialNumber)
        : tr("The equipment “%1” of %2 is being deleted.").arg(piece.serialNumber, owner);
    say(DeleteEquipment{refOf(piece.id), piece.serialNumber}, words);
}

void EquipmentWindows::say(const Command &command, const QString &words)
{
    await(this, m_desk.commands.submit(command), [this, words](const Result<CommandId> &id) {
        if (id)
            Q_EMIT deleting(words + u' ' + tr("Ctrl+Z takes it back while it is held."), *id);
        else
            Q_EMIT notKept(describe(id.error()));
    });
}

void EquipmentWindows::open(const QString &about, const Command &began)
{
    const QString key = u"equipment:"_s + serviceCommandOf(began) + u':' + about;
    m_book.whenLoaded(this, [this, key, began] {
        const Draft draft = m_book.ofKey(Draft::Kind::Equipment, key);
        if (raise(draft.key))
            return;
        // Over what it was typed into, so that what others changed since is told apart.
        EquipmentForm *form = draft.form.isEmpty() ? nullptr : EquipmentForm::make(m_desk, draft, m_screen);
        if (!form)
            form = EquipmentForm::make(m_desk, began, m_screen);
        if (form)
            present(form, draft);
    });
}

/// The window that is open with this draft, if there is one.
bool EquipmentWindows::raise(const QString &key)
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

void EquipmentWindows::openDraft(const Draft &draft)
{
    if (raise(draft.key))
        return;
    if (EquipmentForm *form = EquipmentForm::make(m_desk, draft, m_screen))
        present(form, draft);
}

void EquipmentWindows::present(EquipmentForm *form, const Draft &draft)
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
            if (entry && isCreate(entry->command) && kindOf(entry->command) == ObjectKind::Equipment)
                Q_EMIT equipmentMade(localId(entry->token));
        });
    });
    if (m_left.removeAll(draft.key) > 0)
        tellLeft();
    form->open();
    form->raise();
    form->activateWindow();
}

void EquipmentWindows::fix(const JournalEntry &entry)
{
    m_book.whenLoaded(this, [this, entry] { openFix(entry); });
}

void EquipmentWindows::openFix(const JournalEntry &entry)
{
    Draft draft;
    draft.key = MendingOf + entry.token;
    draft.kind = Draft::Kind::Equipment;
    draft.replaces = entry.id;
    draft = m_book.find(draft.key).value_or(draft);
    if (raise(draft.key))
        return;
    EquipmentForm *form = EquipmentForm::make(m_desk, entry.command, m_screen);
    if (!form)
        return;
    present(form, draft);
    if (entry.error && entry.state == CommandState::Refused)
        form->tellRefusal(*entry.error);
}

void EquipmentWindows::openKept()
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

void EquipmentWindows::openRecalled()
{
    m_book.readAgain([this](const QStringList &keys) {
        if (keys.isEmpty())
            return;
        m_left = keys + m_left;
        tellLeft();
        openKept();
    });
}

void EquipmentWindows::tellLeft()
{
    QStringList words;
    for (const QString &key : std::as_const(m_left)) {
        const auto draft = m_book.find(key);
        if (!draft || words.size() >= MostTold)
            continue;
        const QJsonObject about = draft->form.value(u"about").toObject();
        const auto began = serial::commandFromJson(about.value(u"began").toObject());
        QString text = began ? models::commandText(*began) : tr("something about equipment");
        const QJsonObject typed = draft->form.value(u"changes").toObject();
        if (text.endsWith(u": "))
            text += typed.value(u"name").toString() + typed.value(u"serial").toString();
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
