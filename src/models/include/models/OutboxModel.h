#pragma once

#include "core/AccountZone.h"
#include "core/Commands.h"
#include "core/TaskCard.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// The Outbox: every command that is not final and the final ones of the last 30 days, newest first.
/// Thread: the GUI's. Holds some hundreds of rows at most, so it is held whole.
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

    OutboxModel(store::Reader &reader, AccountZone zone, QObject *parent = nullptr);
    ~OutboxModel() override;

    void reload();
    void apply(const naryad::MirrorChange &change);
    std::optional<JournalEntry> entry(const QModelIndex &index) const;
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
    void take(const QVector<JournalEntry> &entries);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::models
