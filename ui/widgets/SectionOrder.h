#pragma once

#include "core/FieldValue.h"

#include <QHash>
#include <QVector>

namespace naryad::ui {

/// A row of a template or task with the sections around it.
template <class Row> struct PlacedRow
{
    const Row *row = nullptr;
    int depth = 0; ///< sections around it
    QString path; ///< their names; empty at the top
};

/// The rows as they are shown: in their order, each section followed by what stands in it. A parent names a
/// section by its row or else by its field; what names none, or only itself, stands at the top. `rows`
/// outlives the answer.
template <class Row> QVector<PlacedRow<Row>> inSections(const QVector<Row> &rows)
{
    QHash<QString, qsizetype> byRow;
    QHash<QString, qsizetype> byField;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows.at(i).type() != FieldType::Section)
            continue;
        if (!rows.at(i).rowId.isEmpty())
            byRow.insert(rows.at(i).rowId, i);
        byField.insert(rows.at(i).fieldId, i);
    }
    QHash<qsizetype, QVector<qsizetype>> within;
    QVector<qsizetype> top;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString &parent = rows.at(i).parent;
        const qsizetype section = parent.isEmpty() ? -1 : byRow.value(parent, byField.value(parent, -1));
        (section < 0 || section == i ? top : within[section]).append(i);
    }
    QVector<PlacedRow<Row>> placed;
    QVector<bool> done(rows.size(), false);
    const auto place = [&](const auto &self, qsizetype i, int depth, const QString &path) -> void {
        if (done.at(i))
            return;
        done[i] = true;
        placed.append({&rows.at(i), depth, path});
        const QVector<qsizetype> inner = within.value(i);
        const QString name = rows.at(i).name;
        for (const qsizetype one : inner)
            self(self, one, depth + 1, path.isEmpty() ? name : path + QStringLiteral(" / ") + name);
    };
    for (const qsizetype i : std::as_const(top))
        place(place, i, 0, {});
    // Sections that stand within each other.
    for (qsizetype i = 0; i < rows.size(); ++i)
        place(place, i, 0, {});
    return placed;
}

} // namespace naryad::ui
