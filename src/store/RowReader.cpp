#include "RowReader.h"

#include "ListSql.h"
#include "TaskColumns.h"

namespace naryad::store {

namespace {

constexpr qsizetype MostNames = 100000; ///< kept at hand: some megabytes

} // namespace

RowReader::RowReader(SQLite::Database &mirror, NameCache &names, Packing &packing)
    : m_names(names)
    , m_packing(packing)
    , m_row(mirror, sql::RowShown)
    , m_laid(mirror, sql::RowLaid)
    , m_body(mirror, sql::RowBody)
    , m_name(mirror, sql::NameShown)
    , m_colour(mirror, sql::ColourShown)
{}

Known<NamedRef> RowReader::name(qint64 id)
{
    if (const auto known = m_names.constFind(id); known != m_names.constEnd())
        return *known;
    m_name.reset();
    bindAll(m_name, id);
    Known<NamedRef> name;
    if (m_name.executeStep() && numberAt(m_name, 0) != 0)
        name = Known<NamedRef>::fromService({textAt(m_name, 1), textAt(m_name, 2)});
    m_name.reset();
    if (m_names.size() >= MostNames)
        m_names.clear();
    m_names.insert(id, name);
    return name;
}

QString RowReader::colourOf(const QString &templateId)
{
    m_colour.reset();
    bindAll(m_colour, templateId);
    return m_colour.executeStep() ? textAt(m_colour, 0) : QString();
}

std::optional<TaskRow> RowReader::read(RowId number)
{
    m_number = number;
    m_row.reset();
    m_laid.reset();
    bindAll(m_row, number);
    bindAll(m_laid, number);
    if (!m_row.executeStep())
        return std::nullopt;
    TaskRow row;
    row.row = number;
    if (number > 0)
        row.id = textAt(m_row, 0);
    row.detailsLoaded = numberAt(m_row, 1) != 0;
    row.state = static_cast<TaskState>(numberAt(m_row, 2));
    if (m_laid.executeStep()) {
        // Who told which part is in the card only.
        const Task task = taskOfCard(bytesAt(m_laid, 2));
        row.token = textAt(m_laid, 0);
        row.pending = static_cast<PendingState>(numberAt(m_laid, 1));
        row.detailsLoaded = true;
        row.number = task.number;
        row.plannedStart = task.plannedStart;
        row.plannedEnd = task.plannedEnd;
        row.taskTemplate = task.taskTemplate;
        row.contractor = task.contractor;
        row.worker = task.worker;
    } else {
        row.number = textAt(m_row, 5);
        row.plannedStart = timeOf(numberAt(m_row, 3));
        row.plannedEnd = timeOf(numberAt(m_row, 4));
        row.taskTemplate = name(numberAt(m_row, 6)).value;
        row.contractor = name(numberAt(m_row, 7));
        row.worker = name(numberAt(m_row, 8));
    }
    row.templateColour = colourOf(row.taskTemplate.id);
    return row;
}

void RowReader::readCard(TaskCard &card)
{
    m_body.reset();
    bindAll(m_body, m_number);
    if (m_body.executeStep()) {
        const TaskTold told = toldOf(m_packing.unpack(bytesAt(m_body, 0)));
        card.task = taskOfCard(told.card);
        card.rawAnswer = told.raw;
    }
    card.task.id = card.row.id;
    m_laid.reset();
    bindAll(m_laid, m_number);
    if (m_laid.executeStep())
        card.task = taskOfCard(bytesAt(m_laid, 2));
}

} // namespace naryad::store
