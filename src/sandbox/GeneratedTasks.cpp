#include "Generator.h"
#include "Wire.h"

#include <QTimeZone>

namespace naryad::sandbox {

namespace {

constexpr qint64 FirstTask = 522001;
constexpr qint64 TaskStep = 3;
constexpr qint64 FirstRow = 2074364;
constexpr int RowsPerTask = 32; ///< more than any template of the catalogue has
constexpr int DaysBefore = 14;
constexpr int Days = 22;

} // namespace

qint64 Generator::taskId(qint64 place) const
{
    return FirstTask + place * TaskStep + draw(Kind::Task, place, 0, TaskStep);
}

qint64 Generator::taskPlace(qint64 id) const
{
    const qint64 place = (id - FirstTask) / TaskStep;
    return id >= FirstTask && place < m_measures.tasks && taskId(place) == id ? place : -1;
}

qint64 Generator::taskTemplate(qint64 place) const
{
    return pick(m_catalogue.templates, Kind::Task, place, 1).id;
}

QJsonValue Generator::value(const StoredField &field, qint64 place, int turn) const
{
    const auto drawn
        = [this, place, turn](quint32 below) { return draw(Kind::TaskValue, place, turn, below); };
    switch (field.type) {
    case Text:
        return drawn(3) == 0 ? u(u"Не включается, шум & стук < обычного")
                             : u(u"Код 25К, консьерж предупреждён");
    case Number:
        return static_cast<int>(drawn(200)) * 50;
    case Checkbox:
        return drawn(2) == 0;
    case List: {
        const StoredOption &option = field.options.at(drawn(2));
        return named(option.id, option.name);
    }
    default: // as the document's sample shows a picture that isn't there
        return 0;
    }
}

qint64 Generator::rowId(qint64 place, int turn) const
{
    return FirstRow + place * RowsPerTask + turn;
}

Row Generator::taskRow(const Row &from, qint64 place, int turn) const
{
    Row row = from;
    row.id = rowId(place, turn);
    return row;
}

/// Draws the days evenly from two weeks back to a week ahead, in the order of the places.
void Generator::placeInTime(StoredTask &task, qint64 place, const StoredTemplate &made) const
{
    static const QTimeZone zone("Europe/Moscow");
    const qint64 dayOffset = place * Days / std::max<qint64>(1, m_measures.tasks) - DaysBefore;
    const qint64 changedAt = firstChangeAt()
        + (lastChangeAt() - firstChangeAt()) * (place + 1) / std::max<qint64>(1, m_measures.tasks);
    task.createdAt = QDateTime::fromSecsSinceEpoch(changedAt - draw(Kind::Task, place, 2, 36000), Qt::UTC);
    if (draw(Kind::Task, place, 3, 20) == 0)
        return;
    const QDate day = m_measures.today.toTimeZone(zone).date().addDays(dayOffset);
    const QTime time(
        8 + static_cast<int>(draw(Kind::Task, place, 4, 10)),
        static_cast<int>(draw(Kind::Task, place, 5, 4)) * 15);
    task.start = QDateTime(day, time, zone).toUTC();
    task.end = task.start.addSecs(made.duration);
}

StoredTask Generator::task(qint64 place) const
{
    const auto drawn
        = [this, place](int turn, quint32 below) { return draw(Kind::Task, place, turn, below); };
    StoredTask made;
    made.id = taskId(place);
    made.number = QStringLiteral("%1").arg(place + 1, 6, 10, QLatin1Char('0'));
    const StoredTemplate &kind = *byId(m_catalogue.templates, taskTemplate(place));
    made.templateId = kind.id;
    placeInTime(made, place, kind);
    const bool isPast = place * Days / std::max<qint64>(1, m_measures.tasks) < DaysBefore;
    if (m_measures.contractors > 0) {
        const qint64 client = drawn(6, static_cast<quint32>(m_measures.contractors));
        made.contractorId = contractorId(client);
        made.address = contractor(client).address;
    }
    made.draft = !isPast && drawn(7, 5) == 0;
    if (!made.draft || drawn(8, 3) == 0)
        made.employeeId = m_catalogue.employees.at(2 + drawn(9, 10)).id;
    if (!made.draft && isPast && drawn(10, 10) != 0) {
        made.closedResult = QStringLiteral("74");
        made.closedNote = u(u"Выполнено");
    }
    int turn = 0;
    for (const Row &from : kind.props) {
        Row row = taskRow(from, place, turn);
        row.value = value(*byId(m_catalogue.fields, row.fieldId), place, turn++);
        made.props.append(row);
    }
    for (const Row &from : kind.checklist) {
        Row row = taskRow(from, place, turn);
        row.value
            = made.isClosed() ? value(*byId(m_catalogue.fields, row.fieldId), place, turn) : QJsonValue(0);
        ++turn;
        made.checklist.append(row);
    }
    return made;
}

} // namespace naryad::sandbox
