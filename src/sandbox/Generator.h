#pragma once

#include "Catalogue.h"

namespace naryad::sandbox {

/// What a company is made from: the same measures give the same company.
struct Measures
{
    qint64 tasks = 0;
    qint64 contractors = 0;
    qint64 equipment = 0;
    quint32 seed = 0;
    QDateTime today; ///< UTC; the tasks lie around this day
};

/// Makes any object of the made-up company from its place in the list, alone and at once: nothing is held but
/// the catalogue. Each kind's ids ascend with the places, with gaps, and can be turned back into places
/// (-1: there is no such object). Pure; thread: any.
class Generator
{
public:
    explicit Generator(Measures measures);

    const Measures &measures() const { return m_measures; }
    const Catalogue &catalogue() const { return m_catalogue; }
    /// Beyond every id made here, for what clients make.
    qint64 firstFreeId() const;
    /// The span over which the company's own changes are spread.
    qint64 firstChangeAt() const;
    qint64 lastChangeAt() const;

    qint64 taskId(qint64 place) const;
    qint64 taskPlace(qint64 id) const;
    qint64 taskTemplate(qint64 place) const;
    StoredTask task(qint64 place) const;

    qint64 contractorId(qint64 place) const;
    qint64 contractorPlace(qint64 id) const;
    /// -1 for another's external id.
    qint64 contractorPlaceByExternalId(const QString &externalId) const;
    StoredContractor contractor(qint64 place) const;
    int subdivisions(qint64 place) const;

    qint64 personCount() const;
    qint64 personPlace(qint64 id) const;
    StoredPerson person(qint64 place) const;

    qint64 phoneCount() const;
    qint64 phonePlace(qint64 id) const;
    StoredPhone phone(qint64 place) const;

    qint64 equipmentId(qint64 place) const;
    qint64 equipmentPlace(qint64 id) const;
    StoredEquipment equipment(qint64 place) const;
    int equipmentOf(qint64 contractorPlace) const;

private:
    /// Apart, so that one kind's draws don't move another's.
    enum class Kind { Task, TaskValue, Contractor, Phone, Equipment, Person };
    quint32 draw(Kind kind, qint64 place, int turn, quint32 below) const;
    template <class T> const T &pick(const QVector<T> &from, Kind kind, qint64 place, int turn) const
    {
        return from.at(draw(kind, place, turn, static_cast<quint32>(from.size())));
    }
    qint64 contractorCreatedAt(qint64 place) const;
    QJsonValue value(const StoredField &field, qint64 place, int turn) const;
    qint64 rowId(qint64 place, int turn) const;
    Row taskRow(const Row &from, qint64 place, int turn) const;
    void placeInTime(StoredTask &task, qint64 place, const StoredTemplate &made) const;

    Measures m_measures;
    Catalogue m_catalogue;
};

} // namespace naryad::sandbox
