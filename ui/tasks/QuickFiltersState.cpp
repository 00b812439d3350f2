#include "QuickFilters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QToolButton>

#include <utility>

/// What the chips say, as it is kept: by name, so that another version's chips lose nothing but themselves.
namespace naryad::ui {

namespace {

using Chip = QuickFilters::Chip;

/// By chip: the name it is kept and found by.
constexpr QLatin1String Names[] = {
    QLatin1String("today"),    QLatin1String("tomorrow"),   QLatin1String("noTime"),
    QLatin1String("noWorker"), QLatin1String("drafts"),     QLatin1String("changedToday"),
    QLatin1String("onItsWay"), QLatin1String("planPassed"),
};

QJsonObject kept(const NamedRef &ref)
{
    return {{QStringLiteral("id"), ref.id}, {QStringLiteral("name"), ref.name}};
}

NamedRef refOf(const QJsonValue &kept)
{
    return {kept[QStringLiteral("id")].toString(), kept[QStringLiteral("name")].toString()};
}

} // namespace

TaskFilter QuickFilters::filter() const
{
    return filterOf(chosen());
}

TaskFilter QuickFilters::filterOf(const QJsonObject &chosen) const
{
    const QJsonArray named = chosen[QStringLiteral("chips")].toArray();
    QVector<Chip> chips;
    for (int chip = 0; chip < ChipCount; ++chip) {
        if (named.contains(QString(Names[chip])))
            chips.append(Chip(chip));
    }
    TaskFilter all = together(chips);
    all.contractorId = refOf(chosen[QStringLiteral("contractor")]).id;
    all.workerId = refOf(chosen[QStringLiteral("worker")]).id;
    return all;
}

QJsonObject QuickFilters::chosen() const
{
    QJsonArray chips;
    for (int chip = 0; chip < ChipCount; ++chip) {
        if (isChecked(Chip(chip)))
            chips.append(QString(Names[chip]));
    }
    return {
        {QStringLiteral("chips"), chips},
        {QStringLiteral("contractor"), kept(m_contractor.of)},
        {QStringLiteral("worker"), kept(m_worker.of)}};
}

void QuickFilters::choose(const QJsonObject &chosen)
{
    const TaskFilter before = filter();
    const bool quiet = std::exchange(m_quiet, true);
    const QJsonArray chips = chosen[QStringLiteral("chips")].toArray();
    for (int chip = 0; chip < ChipCount; ++chip)
        setChecked(Chip(chip), chips.contains(QString(Names[chip])));
    setContractor(refOf(chosen[QStringLiteral("contractor")]));
    setWorker(refOf(chosen[QStringLiteral("worker")]));
    m_quiet = quiet;
    if (!m_quiet && filter() != before)
        Q_EMIT changed();
}

QJsonObject QuickFilters::alone(Chip chip)
{
    return {
        {QStringLiteral("chips"), QJsonArray{nameOf(chip)}},
        {QStringLiteral("contractor"), kept({})},
        {QStringLiteral("worker"), kept({})}};
}

QString QuickFilters::nameOf(Chip chip)
{
    return Names[chip];
}

QString QuickFilters::state() const
{
    QJsonObject state = isPinned() ? chosen() : QJsonObject();
    state.insert(QStringLiteral("pinned"), isPinned());
    return QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact));
}

void QuickFilters::restore(const QString &state)
{
    const QJsonObject kept = QJsonDocument::fromJson(state.toUtf8()).object();
    if (kept.isEmpty())
        return;
    m_pin->setChecked(kept[QStringLiteral("pinned")].toBool(true));
    choose(kept);
}

} // namespace naryad::ui
