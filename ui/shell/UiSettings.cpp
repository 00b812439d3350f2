#include "shell/UiSettings.h"

#include <QHeaderView>
#include <QSplitter>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnFormat = 1;
constexpr int narrowestColumn = 24;
constexpr int widestColumn = 4000;

} // namespace

UiSettings::UiSettings(const QString &iniPath)
    : m_settings(iniPath, QSettings::IniFormat)
{}

void UiSettings::saveWindow(const QString &name, const QWidget &window)
{
    m_settings.setValue(u"windows/"_s + name, window.saveGeometry());
}

bool UiSettings::restoreWindow(const QString &name, QWidget &window) const
{
    const QByteArray kept = m_settings.value(u"windows/"_s + name).toByteArray();
    return !kept.isEmpty() && window.restoreGeometry(kept);
}

void UiSettings::saveSplitter(const QString &name, const QSplitter &splitter)
{
    QStringList sizes;
    int total = 0;
    for (const int size : splitter.sizes()) {
        sizes.append(QString::number(size));
        total += size;
    }
    // A splitter that was never laid out tells zeros; they must not overwrite what the user had set.
    if (total > 0)
        m_settings.setValue(u"splitters/"_s + name, sizes.join(u' '));
}

bool UiSettings::restoreSplitter(const QString &name, QSplitter &splitter) const
{
    const QStringList kept
        = m_settings.value(u"splitters/"_s + name).toString().split(u' ', Qt::SkipEmptyParts);
    if (kept.isEmpty() || kept.size() != splitter.count())
        return false;
    QList<int> sizes;
    for (const QString &one : kept) {
        bool read = false;
        const int size = one.toInt(&read);
        if (!read || size < 0)
            return false;
        sizes.append(size);
    }
    splitter.setSizes(sizes);
    return true;
}

void UiSettings::saveColumns(const QString &table, const QHeaderView &header, const QStringList &keys)
{
    if (header.count() != keys.size())
        return;
    m_settings.remove(u"columns/"_s + table);
    m_settings.beginGroup(u"columns/"_s + table);
    m_settings.setValue(u"format"_s, columnFormat);
    for (int section = 0; section < keys.size(); ++section) {
        m_settings.beginGroup(keys.at(section));
        const bool hidden = header.isSectionHidden(section);
        if (!hidden) // a hidden section tells no width
            m_settings.setValue(u"width"_s, header.sectionSize(section));
        m_settings.setValue(u"visible"_s, !hidden);
        m_settings.setValue(u"order"_s, header.visualIndex(section));
        m_settings.endGroup();
    }
    m_settings.endGroup();
}

bool UiSettings::restoreColumns(const QString &table, QHeaderView &header, const QStringList &keys) const
{
    const QString group = u"columns/"_s + table + u'/';
    if (header.count() != keys.size() || m_settings.value(group + u"format"_s).toInt() != columnFormat)
        return false;
    // A column nobody kept is shown or not as it is.
    const auto visibleIn = [this, &header](const QString &column, int section) {
        return m_settings.value(column + u"visible"_s, !header.isSectionHidden(section)).toBool();
    };
    // Visual places are filled from the left, in the kept order; a column nobody kept stays at the end.
    QVector<std::pair<int, int>> places; // visual place, section
    bool anyVisible = false;
    for (int section = 0; section < keys.size(); ++section) {
        const QString column = group + keys.at(section) + u'/';
        const bool visible = visibleIn(column, section);
        anyVisible = anyVisible || visible;
        const int width = m_settings.value(column + u"width"_s).toInt();
        if (width >= narrowestColumn && width <= widestColumn)
            header.resizeSection(section, width);
        const int place = m_settings.value(column + u"order"_s, keys.size() + section).toInt();
        places.append({place, section});
    }
    std::sort(places.begin(), places.end());
    for (int place = 0; place < places.size(); ++place)
        header.moveSection(header.visualIndex(places.at(place).second), place);
    for (int section = 0; section < keys.size(); ++section) {
        const bool visible = visibleIn(group + keys.at(section) + u'/', section);
        header.setSectionHidden(section, anyVisible && !visible);
    }
    return true;
}

QString UiSettings::text(const QString &name, const QString &otherwise) const
{
    return m_settings.value(u"texts/"_s + name, otherwise).toString();
}

void UiSettings::setText(const QString &name, const QString &value)
{
    m_settings.setValue(u"texts/"_s + name, value);
}

void UiSettings::sync()
{
    m_settings.sync();
}

} // namespace naryad::ui
