#pragma once

#include "core/Task.h"
#include "core/TemplateStock.h"

#include <QAbstractListModel>
#include <QHash>
#include <QString>
#include <QVector>

#include <optional>

namespace naryad::models {

/// One line of the list of templates or of fields.
struct StockRow
{
    QString id; ///< of the object, or the key of what is only typed so far
    QString name;
    QString note{}; ///< what stands behind the name, short: "list (4)"
    QString noteInFull{}; ///< the same as it is read out: "list, used in 4 templates"
    QString colour{}; ///< "#rrggbb" of a template; empty: none is shown
    PendingState pending = PendingState::None;
    bool edited = false; ///< something is typed of it that is not said yet
    bool leaving = false; ///< its deletion is on its way
    friend bool operator==(const StockRow &, const StockRow &) = default;
};

/// `edited`: ids that something is typed of; `fresh`: key and name of what is typed and not there yet.
QVector<StockRow>
templateRows(const TemplateStock &stock, const QStringList &edited, const QVector<NamedRef> &fresh);
/// With the type and in how many templates each field is used.
QVector<StockRow>
fieldRows(const TemplateStock &stock, const QStringList &edited, const QVector<NamedRef> &fresh);

/// Templates, or fields, that hold every word typed into the filter, best first: what is called so, what
/// begins so, what has a word that begins so, the rest. Held whole: an account has some hundreds. Thread: the
/// GUI's.
class StockListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        ColourRole, ///< QString "#rrggbb", empty: none
        EditedRole, ///< bool
    };

    explicit StockListModel(QObject *parent = nullptr);

    /// Rows that stay keep their indexes where no row comes, goes or changes its place.
    void setRows(const QVector<StockRow> &rows);
    void setFilter(const QString &typed);
    QString filter() const { return m_filter; }
    /// All of them, filtered or not.
    int total() const { return static_cast<int>(m_all.size()); }
    std::optional<StockRow> at(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QVector<StockRow> narrowed() const;
    void show(const QVector<StockRow> &rows);

    QVector<StockRow> m_all;
    QVector<StockRow> m_rows;
    QString m_filter;
};

} // namespace naryad::models
