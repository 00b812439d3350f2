#pragma once

#include "core/FieldValue.h"

#include <QVector>

#include <algorithm>
#include <utility>

namespace naryad::ui {

/// Rows of a template or a task in reading order, each with its depth (0 or 1): those of a section stand right
/// under it. A parent is a row id or a field id of a section; a row whose parent is neither stands at the top.
template <class Row> QVector<std::pair<Row, int>> inSections(const QVector<Row> &rows)
{
    const auto isIn = [](const Row &row, const Row &section) {
        return section.type() == FieldType::Section && !row.parent.isEmpty()
            && (row.parent == section.rowId || row.parent == section.fieldId);
    };
    const auto isNested = [&rows, &isIn](const Row &row) {
        return row.type() != FieldType::Section
            && std::any_of(rows.begin(), rows.end(), [&](const Row &other) { return isIn(row, other); });
    };
    QVector<std::pair<Row, int>> ordered;
    for (const Row &row : rows) {
        if (isNested(row))
            continue;
        ordered.append({row, 0});
        for (const Row &inner : rows) {
            if (isNested(inner) && isIn(inner, row))
                ordered.append({inner, 1});
        }
    }
    return ordered;
}

} // namespace naryad::ui
