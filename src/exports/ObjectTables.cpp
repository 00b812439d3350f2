#include "TaskTable.h"

#include "models/Words.h"
#include "store/Reader.h"

#include <QCoreApplication>

#include <algorithm>

/// Contractors and equipment, by their ids in the order of their names.
namespace naryad::exports {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(naryad::exports)
};

template <class T> struct Column
{
    Heading heading;
    Cell (*cell)(const T &object, const AccountZone &zone);
};

/// What reads and shows one kind of object.
template <class T> struct Kind
{
    QString title;
    QVector<Column<T>> columns;
    QFuture<Result<QStringList>> (store::Reader::*ids)() const;
    QFuture<Result<QVector<T>>> (store::Reader::*cards)(const QStringList &) const;
};

template <class T> class ObjectTable final : public Table
{
public:
    ObjectTable(store::Reader &reader, Kind<T> kind, AccountZone zone)
        : m_reader(reader)
        , m_kind(std::move(kind))
        , m_zone(std::move(zone))
    {}

    QString title() const override { return m_kind.title; }

    QVector<Heading> headings() const override
    {
        QVector<Heading> headings;
        for (const Column<T> &column : m_kind.columns)
            headings.append(column.heading);
        return headings;
    }

    Result<qint64> open() override
    {
        auto ids = waited((m_reader.*m_kind.ids)());
        if (!ids)
            return tl::unexpected(ids.error());
        m_ids = std::move(*ids);
        return m_ids.size();
    }

    Result<QVector<QVector<Cell>>> page(qint64 from, qint64 count) override
    {
        const auto objects = waited((m_reader.*m_kind.cards)(m_ids.mid(from, count)));
        if (!objects)
            return tl::unexpected(objects.error());
        QVector<QVector<Cell>> rows;
        for (const T &object : *objects) {
            QVector<Cell> cells;
            for (const Column<T> &column : m_kind.columns)
                cells.append(column.cell(object, m_zone));
            rows.append(cells);
        }
        return rows;
    }

private:
    store::Reader &m_reader;
    Kind<T> m_kind;
    AccountZone m_zone;
    QStringList m_ids;
};

Cell textCell(const Known<QString> &text)
{
    return text.isKnown() ? Cell::of(text.value) : notKnown();
}

template <QString Address::*Part> Cell addressPart(const Contractor &contractor, const AccountZone &)
{
    return contractor.address.isKnown() ? Cell::of(contractor.address.value.*Part) : notKnown();
}

/// Its own and those of its persons, each with whose it is.
Cell phonesCell(const Contractor &contractor)
{
    if (!contractor.phones.isKnown())
        return notKnown();
    QStringList phones;
    for (const Phone &phone : contractor.phones.value) {
        if (phone.deleted)
            continue;
        QString owner;
        for (const Person &person : contractor.persons.value) {
            if (person.id == phone.personId && !phone.personId.isEmpty())
                owner = person.name;
        }
        phones.append(owner.isEmpty() ? phone.number : phone.number + u' ' + owner);
    }
    return Cell::of(phones.join(u'\n'));
}

Kind<Contractor> contractors()
{
    using One = const Contractor &;
    using Zone = const AccountZone &;
    Kind<Contractor> kind{
        Words::tr("Contractors"), {}, &store::Reader::contractorIds, &store::Reader::contractorCards};
    const auto add = [&kind](const QString &title, int width, auto cell) {
        kind.columns.append({{title, width}, cell});
    };
    add(Words::tr("Contractor id"), 14, [](One one, Zone) { return Cell::of(one.id); });
    add(Words::tr("Name"), 32, [](One one, Zone) { return Cell::of(one.name); });
    add(Words::tr("Subdivision of"), 32, [](One one, Zone) { return Cell::of(one.parent.name); });
    add(Words::tr("External id"), 20, [](One one, Zone) { return textCell(one.externalId); });
    add(Words::tr("Phones"), 28, [](One one, Zone) { return phonesCell(one); });
    add(Words::tr("Address"), 40, addressPart<&Address::text>);
    add(Words::tr("Entrance"), 9, addressPart<&Address::entrance>);
    add(Words::tr("Floor"), 9, addressPart<&Address::floor>);
    add(Words::tr("Room"), 9, addressPart<&Address::room>);
    add(Words::tr("Address notes"), 24, addressPart<&Address::notes>);
    add(Words::tr("Latitude"), 12, addressPart<&Address::latitude>);
    add(Words::tr("Longitude"), 12, addressPart<&Address::longitude>);
    add(Words::tr("Created"), 17, [](One one, Zone zone) {
        return one.createdAt.isKnown() ? timeCell(one.createdAt.value, zone) : notKnown();
    });
    return kind;
}

Cell modelPart(const Equipment &piece, const Known<NamedRef> EquipmentModel::*part)
{
    return piece.model.isKnown() ? refCell(piece.model.value.*part) : notKnown();
}

Cell valuesCell(const Equipment &piece)
{
    if (!piece.values.isKnown())
        return notKnown();
    QStringList lines;
    for (const EquipmentValue &value : piece.values.value) {
        FieldRow row;
        row.fieldId = value.fieldId;
        row.name = value.name;
        row.typeId = value.typeId;
        row.value = value.value;
        lines.append(models::fieldLine(row));
    }
    return Cell::of(lines.join(u'\n'));
}

Kind<Equipment> equipment()
{
    using One = const Equipment &;
    using Zone = const AccountZone &;
    Kind<Equipment> kind{
        Words::tr("Equipment"), {}, &store::Reader::equipmentIds, &store::Reader::equipmentCards};
    const auto add = [&kind](const QString &title, int width, auto cell) {
        kind.columns.append({{title, width}, cell});
    };
    add(Words::tr("Equipment id"), 14, [](One one, Zone) { return Cell::of(one.id); });
    add(Words::tr("Serial number"), 20, [](One one, Zone) { return Cell::of(one.serialNumber); });
    add(Words::tr("Model"), 24,
        [](One one, Zone) { return one.model.isKnown() ? Cell::of(one.model.value.name) : notKnown(); });
    add(Words::tr("Manufacturer"), 20,
        [](One one, Zone) { return modelPart(one, &EquipmentModel::manufacturer); });
    add(Words::tr("Type"), 20, [](One one, Zone) { return modelPart(one, &EquipmentModel::type); });
    add(Words::tr("Owner"), 32, [](One one, Zone) { return refCell(one.contractor); });
    add(Words::tr("Inventory number"), 18, [](One one, Zone) { return textCell(one.inventoryNumber); });
    add(Words::tr("External id"), 20, [](One one, Zone) { return textCell(one.externalId); });
    add(Words::tr("Description"), 32, [](One one, Zone) { return textCell(one.description); });
    add(Words::tr("Values"), 40, [](One one, Zone) { return valuesCell(one); });
    add(Words::tr("Created"), 17, [](One one, Zone zone) {
        return one.createdAt.isKnown() ? timeCell(one.createdAt.value, zone) : notKnown();
    });
    return kind;
}

} // namespace

std::unique_ptr<Table> contractorTable(store::Reader &reader, const Order &order)
{
    return std::make_unique<ObjectTable<Contractor>>(reader, contractors(), order.zone);
}

std::unique_ptr<Table> equipmentTable(store::Reader &reader, const Order &order)
{
    return std::make_unique<ObjectTable<Equipment>>(reader, equipment(), order.zone);
}

} // namespace naryad::exports
