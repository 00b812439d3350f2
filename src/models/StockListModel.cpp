#include "models/StockListModel.h"

#include "core/Text.h"
#include "models/TemplateWords.h"
#include "models/Words.h"

#include <QFont>

#include <algorithm>

namespace naryad::models {

namespace {

/// How well the name matches; -1: it does not.
int rankOf(const QString &name, const QStringList &words)
{
    const QString folded = foldText(name);
    for (const QString &word : words) {
        if (!folded.contains(word))
            return -1;
    }
    const QString whole = words.join(QLatin1Char(' '));
    if (folded == whole)
        return 0;
    if (folded.startsWith(whole))
        return 1;
    const QString spaced = QLatin1Char(' ') + folded;
    const QString word = QLatin1Char(' ') + words.value(0);
    return spaced.contains(word) ? 2 : 3;
}

QVector<StockRow> matching(const QVector<StockRow> &rows, const QStringList &words)
{
    QVector<QPair<int, StockRow>> ranked;
    for (const StockRow &row : rows) {
        if (const int rank = rankOf(row.name, words); rank >= 0)
            ranked.append({rank, row});
    }
    std::stable_sort(
        ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QVector<StockRow> found;
    for (const auto &one : std::as_const(ranked))
        found.append(one.second);
    return found;
}

QString stateOf(const StockRow &row)
{
    QStringList words;
    if (row.edited)
        words.append(StockListModel::tr("not saved"));
    if (row.leaving)
        words.append(StockListModel::tr("to be deleted"));
    if (row.pending != PendingState::None)
        words.append(models::words(row.pending));
    return words.join(QLatin1String(", "));
}

QString lineOf(const StockRow &row, bool inFull)
{
    QStringList parts{row.name.isEmpty() ? StockListModel::tr("(no name)") : row.name};
    if (const QString note = inFull ? row.noteInFull : row.note; !note.isEmpty())
        parts.append(note);
    if (const QString state = stateOf(row); !state.isEmpty())
        parts.append(state);
    return parts.join(QStringLiteral(" · "));
}

QVector<StockRow> freshRows(const QVector<NamedRef> &fresh)
{
    QVector<StockRow> rows;
    for (const NamedRef &one : fresh) {
        StockRow row{one.id, one.name};
        row.edited = true;
        rows.append(row);
    }
    return rows;
}

} // namespace

QVector<StockRow>
templateRows(const TemplateStock &stock, const QStringList &edited, const QVector<NamedRef> &fresh)
{
    QVector<StockRow> rows = freshRows(fresh);
    for (const Stocked<Template> &one : stock.templates) {
        rows.append(
            {one.value.id,
             one.value.name,
             {},
             {},
             one.value.colour,
             one.pending,
             edited.contains(one.value.id),
             one.leaving});
    }
    return rows;
}

QVector<StockRow>
fieldRows(const TemplateStock &stock, const QStringList &edited, const QVector<NamedRef> &fresh)
{
    QVector<StockRow> rows = freshRows(fresh);
    const QHash<QString, int> uses = stock.useCounts();
    for (const Stocked<TemplateField> &one : stock.fields) {
        const QString type = fieldTypeText(one.value.typeId, stock.fieldTypes);
        const int used = uses.value(one.value.id);
        rows.append(
            {one.value.id,
             one.value.name,
             QStringLiteral("%1 (%2)").arg(type).arg(used),
             type + QStringLiteral(", ") + usesText(used),
             {},
             one.pending,
             edited.contains(one.value.id),
             one.leaving});
    }
    return rows;
}

StockListModel::StockListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

QVector<StockRow> StockListModel::narrowed() const
{
    const QStringList words = searchWords(m_filter);
    if (words.isEmpty())
        return m_all;
    const QVector<StockRow> found = matching(m_all, words);
    return found.isEmpty() ? matching(m_all, searchWords(swapLayout(m_filter))) : found;
}

void StockListModel::setRows(const QVector<StockRow> &rows)
{
    m_all = rows;
    show(narrowed());
}

void StockListModel::setFilter(const QString &typed)
{
    m_filter = typed;
    show(narrowed());
}

void StockListModel::show(const QVector<StockRow> &rows)
{
    const bool inPlace = std::equal(
        rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const StockRow &a, const StockRow &b) { return a.id == b.id; });
    if (!inPlace) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows.at(i) == m_rows.at(i))
            continue;
        m_rows[i] = rows.at(i);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

std::optional<StockRow> StockListModel::at(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? std::optional(m_rows.at(index.row()))
                                                          : std::nullopt;
}

QModelIndex StockListModel::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return index(static_cast<int>(i));
    }
    return {};
}

int StockListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant StockListModel::data(const QModelIndex &index, int role) const
{
    const auto row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return lineOf(*row, false);
    case Qt::AccessibleTextRole:
        return lineOf(*row, true);
    case Qt::ToolTipRole:
        return plainTooltip(lineOf(*row, true));
    case Qt::FontRole: {
        QFont font;
        font.setStrikeOut(row->leaving);
        font.setItalic(row->edited || row->pending != PendingState::None);
        return font;
    }
    case IdRole:
        return row->id;
    case ColourRole:
        return row->colour;
    case EditedRole:
        return row->edited;
    default:
        return {};
    }
}

} // namespace naryad::models
