#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QVector>

#include <optional>

namespace naryad::ui {

/// A view of the task list that the user made: what narrows it and how it is shown, under a name.
struct SavedView
{
    QString name; ///< plain text; two views never have the same one
    QString text; ///< of the filter
    QJsonObject filters; ///< QuickFilters::chosen()
    QString order; ///< TasksScreen::order()
    QJsonArray columns; ///< TaskColumns::layout()
    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// As the journal keeps them and as a file holds them: JSON with the version of its form.
QString toText(const QVector<SavedView> &views);
/// Nothing where this is no such text, or one of a later form. A view without a name is left out.
std::optional<QVector<SavedView>> savedViewsFrom(const QString &text);

} // namespace naryad::ui
