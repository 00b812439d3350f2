#pragma once

#include "core/ContractorTree.h"
#include "core/Error.h"
#include "core/TaskCard.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// What may want to be put right about clients: doubles and what is missing. Read when asked for, not by
/// itself: it looks at every client. Thread: the GUI's.
class ClientGapsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Kind = ContractorGap::Kind;
    enum Column {
        KindColumn,
        WhatColumn,
        ClientsColumn,
        ColumnCount,
    };
    enum Role {
        IdsRole = Qt::UserRole + 1, ///< QStringList: the clients' ids
        KindRole, ///< int: a Kind
    };

    explicit ClientGapsModel(store::Reader &reader, QObject *parent = nullptr);
    ~ClientGapsModel() override;

    /// Asks for them; loaded() follows, always. What is shown stays until then.
    void reload();
    /// The kinds shown; all at first.
    void setKinds(const QSet<Kind> &kinds);
    QSet<Kind> kinds() const;
    qint64 count(Kind kind) const; ///< found, shown or not
    qint64 clients() const; ///< looked at
    qint64 notRead() const; ///< of them: not known, since their details are not read yet
    bool isLoaded() const;
    std::optional<Error> error() const; ///< of the last reload()
    QStringList idsAt(const QModelIndex &index) const;

    static QString words(Kind kind);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

private:
    void show();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::models
