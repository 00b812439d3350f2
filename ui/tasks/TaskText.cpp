#include "TaskText.h"

#include "TaskReasons.h"
#include "models/Words.h"
#include "widgets/LongText.h"

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// How a comment stands: it can't be read back, so nothing more is known of it than this.
QString commentState(CommandState state)
{
    switch (state) {
    case CommandState::Held:
        return TaskText::tr("held, not sent yet");
    case CommandState::Waiting:
        return TaskText::tr("waiting, not sent yet");
    case CommandState::Sent:
        return TaskText::tr("sent", "a comment");
    case CommandState::Unsure:
        return TaskText::tr("unsure if sent");
    case CommandState::Refused:
        return TaskText::tr("refused, not sent");
    case CommandState::Sending:
    case CommandState::Dropped:
        break;
    }
    return models::words(state);
}

QString nameOf(const NamedRef &ref)
{
    return ref.name.isEmpty() && !ref.id.isEmpty() ? u'#' + ref.id : ref.name;
}

QString known(const Known<NamedRef> &ref)
{
    if (!ref.isKnown())
        return models::notKnownText();
    return ref.value.isNothing() && ref.value.name.isEmpty() ? u"—"_s : nameOf(ref.value);
}

} // namespace

TaskText::TaskText(
    const TaskCard &card, const std::optional<Contractor> &contractor, const AccountZone &zone,
    bool wholeAnswer, const QString &answerKeys)
    : m_card(card)
    , m_zone(zone)
{
    head();
    plan();
    client(contractor);
    fields(tr("Details"), card.task.details, TaskFieldAddition::To::Details);
    fields(tr("Report"), card.task.report, TaskFieldAddition::To::Report);
    comments();
    said();
    may();
    answer(wholeAnswer, answerKeys);
}

QString TaskText::text() const
{
    QStringList texts;
    for (const Line &line : m_lines)
        texts.append(line.text);
    return texts.join(u'\n');
}

void TaskText::add(const QString &text, Style style)
{
    m_lines.append({broken(capped(text)), style});
}

void TaskText::head()
{
    const Task &task = m_card.task;
    add(task.number.isEmpty() ? tr("Task without a number yet") : tr("Task %1").arg(task.number),
        Style::Title);
    add(tr("State: %1").arg(models::stateText(m_card.row)));
    troubles();
    if (!m_card.row.detailsLoaded)
        add(tr("The details are not loaded yet."), Style::Faint);
    const NamedRef &made = task.taskTemplate;
    const bool fromTemplate = !made.isNothing() || !made.name.isEmpty();
    add(tr("Template: %1").arg(fromTemplate ? nameOf(made) : models::notKnownText()));
}

void TaskText::plan()
{
    const Task &task = m_card.task;
    add(tr("Plan: %1").arg(models::planText(task.plannedStart, task.plannedEnd, m_zone)));
    add(tr("Worker: %1").arg(known(task.worker)));
    if (task.status.isKnown() && !(task.status.value.isNothing() && task.status.value.name.isEmpty()))
        add(tr("Status: %1").arg(nameOf(task.status.value)));
    if (task.resultCheck.isKnown() && task.resultCheck.value)
        add(tr("The result is to be checked."));
    if (task.createdAt.isKnown() && task.createdAt.value.isValid())
        add(tr("Created: %1").arg(m_zone.local(task.createdAt.value).toString(u"dd.MM.yyyy HH:mm"_s)));
}

void TaskText::client(const std::optional<Contractor> &contractor)
{
    const Task &task = m_card.task;
    const bool has = contractor && task.contractor.value.id == contractor->id;
    add({});
    add(tr("Contractor: %1").arg(has ? contractor->path() : known(task.contractor)));
    QHash<QString, QString> persons;
    if (has) {
        for (const Person &person : contractor->persons.value)
            persons.insert(person.id, person.name);
        for (const Phone &phone : contractor->phones.value) {
            const QString whose = persons.value(phone.personId);
            if (!phone.deleted)
                add(u"  ☎ "_s + (whose.isEmpty() ? phone.number : phone.number + u"  "_s + whose));
        }
    }
    if (!task.address.isKnown()) {
        add(tr("Address: %1").arg(models::notKnownText()));
        return;
    }
    const Address &address = task.address.value;
    add(tr("Address: %1").arg(address.isEmpty() ? u"—"_s : address.oneLine()));
    if (!address.notes.isEmpty())
        add(tr("Address notes: %1").arg(address.notes));
    if (!address.latitude.isEmpty() && !address.longitude.isEmpty())
        add(tr("Coordinates: %1, %2").arg(address.latitude, address.longitude));
}

/// With what is on its way to be added to them or taken from them.
void TaskText::fields(const QString &title, const QVector<FieldRow> &rows, TaskFieldAddition::To list)
{
    QStringList added;
    QHash<QString, QString> leaving;
    for (const JournalEntry &entry : m_card.said) {
        if (isFinal(entry.state))
            continue;
        const QString state = models::words(entry.state);
        if (const auto *more = std::get_if<AddTaskFields>(&entry.command)) {
            for (const TaskFieldAddition &one : more->fields) {
                FieldRow row;
                row.fieldId = one.field.fieldId;
                row.name = one.field.name;
                row.value = one.field.value;
                if (one.to == list)
                    added.append(u"  "_s + tr("%1 (to be added: %2)").arg(models::fieldLine(row), state));
            }
        } else if (const auto *less = std::get_if<RemoveTaskFields>(&entry.command)) {
            for (const NamedRef &field : less->fields)
                leaving.insert(field.id, state);
        }
    }
    if (rows.isEmpty() && added.isEmpty())
        return;
    add({});
    add(title, Style::Heading);
    for (const FieldRow &row : rows) {
        const bool section = row.type() == FieldType::Section;
        QString line = row.parent.isEmpty() || section ? u"  "_s : u"    "_s;
        line += section ? nameOf({row.fieldId, row.name}) : models::fieldLine(row);
        if (row.required.value_or(false))
            line = tr("%1 (required)").arg(line);
        if (const auto state = leaving.constFind(row.fieldId); state != leaving.constEnd())
            line = tr("%1 (to be removed: %2)").arg(line, *state);
        add(line);
    }
    for (const QString &line : added)
        add(line, Style::Faint);
}

/// What the user must know of first: the service's words to what was refused, and what is not known.
void TaskText::troubles()
{
    for (const JournalEntry &entry : m_card.said) {
        if (entry.state != CommandState::Refused && entry.state != CommandState::Unsure)
            continue;
        add(tr("⚠ %1 (%2)").arg(models::commandText(entry.command), models::words(entry.state)),
            Style::Warning);
        if (const QString words = models::outcomeText(entry, m_zone); !words.isEmpty())
            add(u"  "_s + words, Style::Warning);
    }
}

void TaskText::comments()
{
    bool first = true;
    for (const JournalEntry &entry : m_card.said) {
        const auto *comment = std::get_if<AddComment>(&entry.command);
        if (!comment || entry.state == CommandState::Dropped)
            continue;
        if (std::exchange(first, false)) {
            add({});
            add(tr("Comments sent from this computer"), Style::Heading);
        }
        add(u"  %1  %2  (%3)"_s.arg(
            m_zone.local(entry.createdAt).toString(u"dd.MM HH:mm"_s), comment->text,
            commentState(entry.state)));
    }
}

void TaskText::said()
{
    bool first = true;
    for (const JournalEntry &entry : m_card.said) {
        if (std::holds_alternative<AddComment>(entry.command) && entry.state != CommandState::Dropped)
            continue;
        if (std::exchange(first, false)) {
            add({});
            add(tr("Said from this computer"), Style::Heading);
        }
        add(u"  %1  %2  (%3)"_s.arg(
            m_zone.local(entry.createdAt).toString(u"dd.MM HH:mm"_s), models::commandText(entry.command),
            models::stateWord(entry)));
        const auto *close = std::get_if<CloseTask>(&entry.command);
        if (close && !close->note.isEmpty())
            add(u"    "_s + close->note);
    }
}

void TaskText::may()
{
    add({});
    add(tr("What can be done"), Style::Heading);
    TaskRow row = m_card.row;
    // A card is always of a task, also where its row has no number yet.
    row.row = row.row == 0 ? 1 : row.row;
    const QStringList lines = TaskReasons::of(row).lines();
    for (const QString &line : lines)
        add(u"  "_s + line, Style::Faint);
}

void TaskText::answer(bool whole, const QString &keys)
{
    if (m_card.rawAnswer.isEmpty())
        return;
    const QString size = QLocale().toString(m_card.rawAnswer.size());
    add({});
    add((whole ? tr("The service's answer: %1 bytes — %2 hides it")
               : tr("The service's answer: %1 bytes — %2 shows it"))
            .arg(size, keys),
        Style::Heading);
    if (whole)
        add(laidOut(QString::fromUtf8(m_card.rawAnswer)));
}

} // namespace naryad::ui
