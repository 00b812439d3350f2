#pragma once

#include <QSettings>
#include <QString>
#include <QStringList>

class QHeaderView;
class QSplitter;
class QWidget;

namespace naryad::ui {

/// Window geometry, splitters and table columns, kept by name in one INI file.
///
/// Columns are kept as {key, width, visible, order} and not as Qt's own state blob, so a column added or
/// dropped by a later version loses nothing but itself. Never holds anything of the account or the key.
/// Thread: the GUI's.
class UiSettings
{
public:
    /// The file is made on the first save; a file that can't be read counts as empty.
    explicit UiSettings(const QString &iniPath);

    void saveWindow(const QString &name, const QWidget &window);
    /// False where nothing usable was kept.
    bool restoreWindow(const QString &name, QWidget &window) const;

    void saveSplitter(const QString &name, const QSplitter &splitter);
    /// Kept only if it fits the splitter's present number of panes.
    bool restoreSplitter(const QString &name, QSplitter &splitter) const;

    /// `keys`: a stable name a section, in the model's order; must be as long as the header has sections.
    void saveColumns(const QString &table, const QHeaderView &header, const QStringList &keys);
    bool restoreColumns(const QString &table, QHeaderView &header, const QStringList &keys) const;

    QString text(const QString &name, const QString &otherwise = {}) const;
    void setText(const QString &name, const QString &value);

    /// Writes to disk now.
    void sync();

private:
    mutable QSettings m_settings;
};

} // namespace naryad::ui
