#include "models/ClientGapsModel.h"

#include "core/Await.h"
#include "core/Text.h"
#include "store/Reader.h"

#include <algorithm>
#include <array>

namespace naryad::models {

namespace {

constexpr int NamesShown = 10; ///< in a cell; the rest is counted

constexpr std::array Kinds{
    ContractorGap::Kind::SamePhone, ContractorGap::Kind::NearNames, ContractorGap::Kind::NoPhone,
    ContractorGap::Kind::NoCoordinates};

QString clientsText(const ContractorGap &gap)
{
    QStringList names;
    for (qsizetype i = 0; i < std::min<qsizetype>(gap.clients.size(), NamesShown); ++i)
        names.append(gap.clients.at(i).name);
    const auto more = static_cast<int>(gap.clients.size() - names.size());
    if (more > 0)
        names.append(ClientGapsModel::tr("and %n more", nullptr, more));
    return names.join(QStringLiteral("; "));
}

} // namespace

class ClientGapsModel::Private
{
public:
    store::Reader &reader;
    ContractorGaps found{};
    QVector<int> shown{}; ///< places in what was found
    QSet<Kind> kinds{Kinds.begin(), Kinds.end()};
    std::optional<Error> error{};
    bool loaded = false;
    quint64 generation = 0;
    QFuture<Result<ContractorGaps>> asked{};
};

ClientGapsModel::ClientGapsModel(store::Reader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , d(new Private{reader})
{}

ClientGapsModel::~ClientGapsModel()
{
    d->asked.cancel();
}

void ClientGapsModel::reload()
{
    d->asked.cancel();
    const quint64 generation = ++d->generation;
    d->asked = d->reader.contractorGaps();
    await(this, d->asked, [this, generation](const Result<ContractorGaps> &answer) {
        if (generation != d->generation)
            return;
        d->error = answer ? std::nullopt : std::optional(answer.error());
        if (answer) {
            beginResetModel();
            d->found = *answer;
            show();
            endResetModel();
        }
        d->loaded = true;
        Q_EMIT loaded();
    });
}

void ClientGapsModel::show()
{
    d->shown.clear();
    for (int place = 0; place < d->found.gaps.size(); ++place) {
        if (d->kinds.contains(d->found.gaps.at(place).kind))
            d->shown.append(place);
    }
}

void ClientGapsModel::setKinds(const QSet<Kind> &kinds)
{
    if (kinds == d->kinds)
        return;
    beginResetModel();
    d->kinds = kinds;
    show();
    endResetModel();
}

QSet<ClientGapsModel::Kind> ClientGapsModel::kinds() const
{
    return d->kinds;
}

qint64 ClientGapsModel::count(Kind kind) const
{
    return std::count_if(d->found.gaps.begin(), d->found.gaps.end(), [kind](const ContractorGap &gap) {
        return gap.kind == kind;
    });
}

qint64 ClientGapsModel::clients() const
{
    return d->found.clients;
}

qint64 ClientGapsModel::notRead() const
{
    return d->found.notRead;
}

bool ClientGapsModel::isLoaded() const
{
    return d->loaded;
}

std::optional<Error> ClientGapsModel::error() const
{
    return d->error;
}

QStringList ClientGapsModel::idsAt(const QModelIndex &index) const
{
    QStringList ids;
    if (index.isValid()) {
        for (const NamedRef &client : d->found.gaps.at(d->shown.at(index.row())).clients)
            ids.append(client.id);
    }
    return ids;
}

QString ClientGapsModel::words(Kind kind)
{
    switch (kind) {
    case Kind::SamePhone:
        return tr("Same phone");
    case Kind::NearNames:
        return tr("Names alike");
    case Kind::NoPhone:
        return tr("No phone");
    case Kind::NoCoordinates:
        return tr("No coordinates");
    }
    return {};
}

int ClientGapsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->shown.size());
}

int ClientGapsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClientGapsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ContractorGap &gap = d->found.gaps.at(d->shown.at(index.row()));
    if (role == IdsRole)
        return idsAt(index);
    if (role == KindRole)
        return static_cast<int>(gap.kind);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const QString text = index.column() == KindColumn ? words(gap.kind)
        : index.column() == WhatColumn                ? gap.what
                                                      : clientsText(gap);
    return role == Qt::ToolTipRole ? plainTooltip(text) : text;
}

QVariant ClientGapsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return tr("Kind");
    case WhatColumn:
        return tr("What");
    case ClientsColumn:
        return tr("Contractors");
    default:
        return {};
    }
}

} // namespace naryad::models
