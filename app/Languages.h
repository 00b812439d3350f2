#pragma once

#include <QObject>
#include <QString>

namespace naryad::app {

/// Loads the interface language ("ru", "en", or empty for the system's) with Qt's own words for it.
/// The translators belong to `parent`, which must outlive every window.
void loadLanguage(const QString &language, QObject *parent);

} // namespace naryad::app
