#pragma once

#include "core/AccountZone.h"
#include "core/Clock.h"
#include "core/Commands.h"
#include "core/TaskCard.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// The Outbox: every command that is not final and the final ones of the last 30 days, newest first, or those
/// of them that a typed text finds. What is held counts down by itself. Thread: the GUI's. Holds some
/// hundreds of rows at most, so it is held whole.
class OutboxModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        When,
        What,
        State,
        Outcome,
        ColumnCount,
    };

    OutboxModel(store::Reader &reader, AccountZone zone, const Clock &clock, QObject *parent = nullptr);
    ~OutboxModel() override;

    void reload();
    void apply(const naryad::MirrorChange &change);
    /// Shows only rows in which every word of the text stands, in any column.
    void setFilter(const QString &text);
    std::optional<JournalEntry> entry(const QModelIndex &index) const;
    /// The command that must be settled before this one can go.
    std::optional<JournalEntry> waitsFor(CommandId id) const;
    /// Everything loaded, filtered or not, newest first.
    const QVector<JournalEntry> &all() const;
    QModelIndex indexOf(CommandId id) const;
    bool isLoaded() const;
    std::optional<Error> error() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

private:
    QVector<JournalEntry> filtered() const;
    QString text(const JournalEntry &entry, int column) const;
    void findOrder();
    void countDown();
    void take(const QVector<JournalEntry> &entries);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::models
