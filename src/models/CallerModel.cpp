#include "models/CallerModel.h"

#include "core/Await.h"
#include "core/Text.h"
#include "store/Reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace naryad::models {

namespace {

constexpr int MostCallers = 30;

} // namespace

QString lineOf(const Caller &caller)
{
    QStringList parts{caller.person, phoneShown(caller.phone)};
    if (caller.openTasks > 0) {
        const QString count = caller.moreTasks ? QStringLiteral("%1+").arg(caller.openTasks)
                                               : QString::number(caller.openTasks);
        parts.append(QCoreApplication::translate("naryad::models", "open tasks: %1").arg(count));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

class CallerModel::Private
{
public:
    store::Reader &reader;
    QString typed;
    QVector<Caller> rows;
    bool ready = false;
    quint64 generation = 0;
    QFuture<Result<QVector<Caller>>> question{};
};

CallerModel::CallerModel(store::Reader &reader, QObject *parent)
    : QAbstractListModel(parent)
    , d(new Private{reader, {}, {}})
{}

CallerModel::~CallerModel()
{
    d->question.cancel();
}

void CallerModel::setTyped(const QString &typed)
{
    d->typed = typed.trimmed();
    refresh();
}

void CallerModel::refresh()
{
    // Nobody waits for an answer to the text before.
    d->question.cancel();
    d->ready = false;
    const quint64 generation = ++d->generation;
    if (d->typed.isEmpty()) {
        show({});
        return;
    }
    d->question = d->reader.callers(d->typed, MostCallers);
    await(this, d->question, [this, generation](const Result<QVector<Caller>> &callers) {
        if (generation == d->generation)
            show(callers.value_or(QVector<Caller>()));
    });
}

void CallerModel::show(const QVector<Caller> &callers)
{
    if (callers != d->rows) {
        beginResetModel();
        d->rows = callers;
        endResetModel();
    }
    d->ready = true;
    Q_EMIT ready();
}

bool CallerModel::isReady() const
{
    return d->ready;
}

Caller CallerModel::at(int row) const
{
    return row >= 0 && row < d->rows.size() ? d->rows.at(row) : Caller();
}

int CallerModel::rowOf(const QString &contractorId) const
{
    const auto found = std::find_if(d->rows.begin(), d->rows.end(), [&contractorId](const Caller &caller) {
        return caller.contractor.id == contractorId;
    });
    return found == d->rows.end() ? -1 : static_cast<int>(found - d->rows.begin());
}

int CallerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

QVariant CallerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= d->rows.size())
        return {};
    const Caller &caller = d->rows.at(index.row());
    const QString line = lineOf(caller);
    const auto with = [&](QLatin1String between) {
        return line.isEmpty() ? caller.path : QString(caller.path + between + line);
    };
    switch (role) {
    case Qt::DisplayRole:
        return with(QLatin1String("\n"));
    case Qt::ToolTipRole:
        return plainTooltip(with(QLatin1String("\n")));
    case Qt::AccessibleTextRole:
        return with(QLatin1String(", "));
    default:
        return {};
    }
}

} // namespace naryad::models
