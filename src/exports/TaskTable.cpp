#include "TaskTable.h"

#include "models/Words.h"
#include "store/Reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace naryad::exports {

namespace {

/// The words of the headings.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(naryad::exports)
};

Cell planCell(const Known<QDateTime> &time, const AccountZone &zone)
{
    return time.isKnown() ? timeCell(time.value, zone) : notKnown();
}

/// A part of the address.
template <AddressPart Part, QString Address::*Text>
Cell addressCell(const TaskCard &card, const AccountZone &)
{
    const Known<Address> &address = card.task.address;
    const bool known = address.isKnown() && address.value.isKnown(Part);
    return known ? Cell::of(address.value.*Text) : notKnown();
}

QString linesOf(const QVector<FieldRow> &rows)
{
    QStringList lines;
    for (const FieldRow &row : rows) {
        if (row.type() != FieldType::Section && !row.value.isEmpty())
            lines.append(models::fieldLine(row));
    }
    return lines.join(u'\n');
}

QVector<TaskColumn> allColumns()
{
    using Card = const TaskCard &;
    using Zone = const AccountZone &;
    QVector<TaskColumn> columns;
    const auto add = [&columns](const char *key, const QString &title, int width, bool wantsCard, auto cell) {
        columns.append({QLatin1String(key), {title, width}, wantsCard, cell});
    };
    add("number", Words::tr("Number"), 12, false, [](Card card, Zone) { return Cell::of(card.row.number); });
    add("plan", Words::tr("Planned start"), 17, false,
        [](Card card, Zone zone) { return planCell(card.row.plannedStart, zone); });
    add("plannedEnd", Words::tr("Planned end"), 17, false,
        [](Card card, Zone zone) { return planCell(card.row.plannedEnd, zone); });
    add("template", Words::tr("Template"), 20, false, [](Card card, Zone) {
        const QString name = card.row.taskTemplate.name;
        return name.isEmpty() ? notKnown() : Cell::of(name);
    });
    add("contractor", Words::tr("Contractor"), 32, false,
        [](Card card, Zone) { return refCell(card.row.contractor); });
    add("worker", Words::tr("Worker"), 24, false, [](Card card, Zone) { return refCell(card.row.worker); });
    add("state", Words::tr("State"), 14, false,
        [](Card card, Zone) { return Cell::of(models::stateText(card.row)); });
    add("id", Words::tr("Task id"), 12, false, [](Card card, Zone) { return Cell::of(card.row.id); });
    add("status", Words::tr("Status"), 16, true, [](Card card, Zone) { return refCell(card.task.status); });
    add("created", Words::tr("Created"), 17, true,
        [](Card card, Zone zone) { return planCell(card.task.createdAt, zone); });
    add("address", Words::tr("Address"), 40, true, addressCell<AddressPart::Text, &Address::text>);
    add("entrance", Words::tr("Entrance"), 9, true, addressCell<AddressPart::Entrance, &Address::entrance>);
    add("floor", Words::tr("Floor"), 9, true, addressCell<AddressPart::Floor, &Address::floor>);
    add("room", Words::tr("Room"), 9, true, addressCell<AddressPart::Room, &Address::room>);
    add("addressNotes", Words::tr("Address notes"), 24, true,
        addressCell<AddressPart::Notes, &Address::notes>);
    add("latitude", Words::tr("Latitude"), 12, true, addressCell<AddressPart::Latitude, &Address::latitude>);
    add("longitude", Words::tr("Longitude"), 12, true,
        addressCell<AddressPart::Longitude, &Address::longitude>);
    add("details", Words::tr("Details"), 40, true,
        [](Card card, Zone) { return Cell::of(linesOf(card.task.details)); });
    add("report", Words::tr("Report"), 40, true,
        [](Card card, Zone) { return Cell::of(linesOf(card.task.report)); });
    return columns;
}

class TaskTable final : public Table
{
public:
    TaskTable(store::Reader &reader, const Order &order, QVector<TaskColumn> columns)
        : m_reader(reader)
        , m_order(order)
        , m_columns(std::move(columns))
        , m_wantsCards(std::any_of(m_columns.cbegin(), m_columns.cend(), [](const TaskColumn &column) {
            return column.wantsCard;
        }))
    {}

    QString title() const override { return Words::tr("Tasks"); }

    QVector<Heading> headings() const override
    {
        QVector<Heading> headings;
        for (const TaskColumn &column : m_columns)
            headings.append(column.heading);
        return headings;
    }

    Result<qint64> open() override
    {
        if (m_order.rows) {
            m_rows = *m_order.rows;
            return m_rows.size();
        }
        auto ids = waited(m_reader.taskIds(m_order.tasks, -1));
        if (!ids)
            return tl::unexpected(ids.error());
        m_rows = std::move(ids->rows);
        return m_rows.size();
    }

    Result<QVector<QVector<Cell>>> page(qint64 from, qint64 count) override
    {
        const auto cards = read(m_rows.mid(from, count));
        if (!cards)
            return tl::unexpected(cards.error());
        QVector<QVector<Cell>> rows;
        for (const TaskCard &card : *cards) {
            QVector<Cell> cells;
            for (const TaskColumn &column : m_columns)
                cells.append(column.cell(card, m_order.zone));
            rows.append(cells);
        }
        return rows;
    }

private:
    Result<QVector<TaskCard>> read(const QVector<RowId> &numbers)
    {
        if (m_wantsCards)
            return waited(m_reader.taskCards(numbers));
        const auto rows = waited(m_reader.taskRows(numbers));
        if (!rows)
            return tl::unexpected(rows.error());
        QVector<TaskCard> cards;
        for (const TaskRow &row : *rows) {
            cards.emplaceBack();
            cards.last().row = row;
        }
        return cards;
    }

    store::Reader &m_reader;
    Order m_order;
    QVector<TaskColumn> m_columns;
    bool m_wantsCards;
    QVector<RowId> m_rows;
};

} // namespace

QVector<TaskColumn> taskColumns()
{
    return allColumns();
}

Result<QVector<TaskColumn>> taskColumns(const QStringList &keys)
{
    const QVector<TaskColumn> all = taskColumns();
    if (keys.isEmpty())
        return all;
    QVector<TaskColumn> columns;
    QStringList wanted;
    for (const QString &key : keys) {
        wanted.append(key);
        // The list shows both times in one column.
        if (key == QLatin1String("plan"))
            wanted.append(QStringLiteral("plannedEnd"));
    }
    wanted.removeDuplicates();
    for (const QString &key : std::as_const(wanted)) {
        const auto found = std::find_if(
            all.cbegin(), all.cend(), [&key](const TaskColumn &column) { return column.key == key; });
        if (found == all.cend())
            return fail(ErrorKind::BadInput, key);
        columns.append(*found);
    }
    return columns;
}

Result<std::unique_ptr<Table>> taskTable(store::Reader &reader, const Order &order)
{
    auto columns = taskColumns(order.columns);
    if (!columns)
        return tl::unexpected(columns.error());
    return std::make_unique<TaskTable>(reader, order, std::move(*columns));
}

} // namespace naryad::exports
