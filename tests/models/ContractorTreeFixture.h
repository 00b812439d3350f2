#pragma once

#include "ModelFixture.h"
#include "models/ContractorTreeModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace naryad::test {

/// A row of get-contractor-list.
inline ContractorListItem
client(const char *id, const QString &name, const char *parentId = "", const QString &parentName = {})
{
    return {QString::fromLatin1(id), name, {QString::fromLatin1(parentId), parentName}};
}

/// What get-contractor tells of one.
inline store::Kept<Contractor> read(const ContractorListItem &item)
{
    Contractor contractor;
    contractor.id = item.id;
    contractor.name = item.name;
    contractor.parent = item.parent;
    contractor.phones = Known<QVector<Phone>>::fromService({});
    contractor.detailsLoaded = true;
    return {contractor, {}};
}

inline Phone phone(const char *id, const char *number, const char *personId = "")
{
    Phone phone;
    phone.id = QString::fromLatin1(id);
    phone.number = QString::fromLatin1(number);
    phone.personId = QString::fromLatin1(personId);
    return phone;
}

/// All rows as "name" or "name*" for one that matches the filter, each after two spaces a level; read until
/// every name is here.
inline QStringList linesOf(const models::ContractorTreeModel &model)
{
    using Model = models::ContractorTreeModel;
    QStringList lines;
    const std::function<bool(const QModelIndex &, int)> walk = [&](const QModelIndex &parent, int depth) {
        bool loaded = true;
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            QString line = QString(depth * 2, QLatin1Char(' ')) + index.data().toString();
            if (!model.filter().isEmpty() && index.data(Model::HitRole).toBool())
                line += QLatin1Char('*');
            lines.append(line);
            loaded &= index.data(Model::LoadedRole).toBool();
            loaded &= walk(index, depth + 1);
        }
        return loaded;
    };
    const bool all = QTest::qWaitFor([&] {
        lines.clear();
        return walk({}, 0);
    });
    return all ? lines : QStringList{QStringLiteral("not read")};
}

/// Asks for what matches and waits for the answer.
inline bool filterTree(models::ContractorTreeModel &model, const QString &typed)
{
    QSignalSpy filtered(&model, &models::ContractorTreeModel::filtered);
    model.setFilter(typed);
    return model.isReady() || filtered.wait();
}

} // namespace naryad::test
