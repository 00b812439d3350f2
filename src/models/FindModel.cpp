#include "models/FindModel.h"

#include "core/Await.h"
#include "core/Text.h"
#include "store/Reader.h"

#include <QCoreApplication>
#include <QStringView>

#include <algorithm>
#include <optional>

namespace naryad::models {

namespace {

constexpr int MostOfEach = 8;
constexpr int MostOfOne = 50; ///< where one group alone is looked in

FindModel::Group groupOf(Hit::Kind kind)
{
    switch (kind) {
    case Hit::Kind::Task:
        return FindModel::Group::Tasks;
    case Hit::Kind::Contractor:
        return FindModel::Group::Contractors;
    case Hit::Kind::Employee:
        return FindModel::Group::Workers;
    case Hit::Kind::Template:
        return FindModel::Group::Templates;
    case Hit::Kind::Field:
        return FindModel::Group::Fields;
    case Hit::Kind::Equipment:
        return FindModel::Group::Equipment;
    }
    return FindModel::Group::Tasks;
}

/// What is asked for by a typed text.
struct Asked
{
    std::optional<FindModel::Group> only;
    QString text;
};

Asked read(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.startsWith(QLatin1Char('>')))
        return {FindModel::Group::Commands, text.mid(1).trimmed()};
    // A phone, and no task's number: the plus stays, it is part of it.
    if (text.startsWith(QLatin1Char('+')))
        return {FindModel::Group::Contractors, text};
    // A letter, its Latin twins, and the letters on their keys in the other layout; "ю" is on the key of ">".
    static constexpr struct
    {
        QStringView letters;
        FindModel::Group group;
    } Prefixes[] = {
        {u"тtnе", FindModel::Group::Tasks},       {u"кkcrлс", FindModel::Group::Contractors},
        {u"оoejщу", FindModel::Group::Equipment}, {u"шsiы", FindModel::Group::Templates},
        {u"иwbц", FindModel::Group::Workers},     {u"пfgа", FindModel::Group::Fields},
        {u"ю", FindModel::Group::Commands},
    };
    const QString begun = typed.startsWith(QLatin1Char(' ')) ? text : typed;
    if (begun.size() > 1 && begun.at(1).isSpace()) {
        for (const auto &prefix : Prefixes) {
            if (prefix.letters.contains(begun.at(0).toLower()))
                return {prefix.group, begun.mid(2).trimmed()};
        }
    }
    return {std::nullopt, text};
}

/// Every word typed begins one of the command's words; also where it was typed in the other layout.
bool says(const QString &command, const QString &typed)
{
    const QString text = QLatin1Char(' ') + searchWords(command).join(QLatin1Char(' '));
    const auto holds = [&text](const QStringList &words) {
        return std::all_of(words.begin(), words.end(), [&text](const QString &word) {
            return text.contains(QLatin1Char(' ') + word);
        });
    };
    const QStringList words = searchWords(typed);
    const QStringList swapped = searchWords(swapLayout(typed));
    return holds(words) || (!swapped.isEmpty() && holds(swapped));
}

} // namespace

QString words(FindModel::Group group)
{
    switch (group) {
    case FindModel::Group::Tasks:
        return QCoreApplication::translate("naryad::models", "Tasks");
    case FindModel::Group::Contractors:
        return QCoreApplication::translate("naryad::models", "Contractors");
    case FindModel::Group::Workers:
        return QCoreApplication::translate("naryad::models", "Workers");
    case FindModel::Group::Templates:
        return QCoreApplication::translate("naryad::models", "Templates");
    case FindModel::Group::Fields:
        return QCoreApplication::translate("naryad::models", "Fields");
    case FindModel::Group::Equipment:
        return QCoreApplication::translate("naryad::models", "Equipment");
    case FindModel::Group::Commands:
        return QCoreApplication::translate("naryad::models", "Commands");
    }
    return {};
}

class FindModel::Private
{
public:
    struct Row
    {
        Found found;
        Group group = Group::Commands;
    };

    store::Reader &reader;
    QVector<Command> commands;
    QVector<Row> rows;
    Asked asked;
    bool ready = false;
    quint64 generation = 0;
    QFuture<Result<QVector<Hit>>> question{};
};

FindModel::FindModel(store::Reader &reader, QObject *parent)
    : QAbstractListModel(parent)
    , d(new Private{reader, {}, {}, {}})
{}

FindModel::~FindModel()
{
    d->question.cancel();
}

void FindModel::setCommands(const QVector<Command> &commands)
{
    // The rows present may name commands that are no more.
    beginResetModel();
    d->rows.clear();
    d->commands = commands;
    endResetModel();
}

void FindModel::setTyped(const QString &typed)
{
    // Nobody waits for an answer to the text before.
    d->question.cancel();
    d->ready = false;
    d->asked = read(typed);
    const quint64 generation = ++d->generation;
    if (d->asked.text.isEmpty() || d->asked.only == Group::Commands) {
        show({});
        return;
    }
    d->question = d->reader.find(d->asked.text, d->asked.only ? MostOfOne : MostOfEach);
    await(this, d->question, [this, generation](const Result<QVector<Hit>> &hits) {
        if (generation == d->generation)
            show(hits.value_or(QVector<Hit>()));
    });
}

/// The hits in groups, each in the order they came, and the commands behind them.
void FindModel::show(const QVector<Hit> &hits)
{
    QVector<Private::Row> rows;
    for (const Hit &hit : hits) {
        if (!d->asked.only || d->asked.only == groupOf(hit.kind))
            rows.append({{hit, -1}, groupOf(hit.kind)});
    }
    QVector<Group> order;
    for (const Private::Row &row : std::as_const(rows)) {
        if (!order.contains(row.group))
            order.append(row.group);
    }
    std::stable_sort(rows.begin(), rows.end(), [&order](const Private::Row &a, const Private::Row &b) {
        return order.indexOf(a.group) < order.indexOf(b.group);
    });
    if (!d->asked.only || d->asked.only == Group::Commands) {
        for (int i = 0; i < d->commands.size(); ++i) {
            if (says(d->commands.at(i).text, d->asked.text))
                rows.append({{{}, i}, Group::Commands});
        }
    }
    beginResetModel();
    d->rows = rows;
    endResetModel();
    d->ready = true;
    Q_EMIT ready();
}

bool FindModel::isReady() const
{
    return d->ready;
}

FindModel::Found FindModel::at(int row) const
{
    return row >= 0 && row < d->rows.size() ? d->rows.at(row).found : Found();
}

int FindModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

QVariant FindModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= d->rows.size())
        return {};
    const Private::Row &row = d->rows.at(index.row());
    const bool isCommand = row.found.command >= 0;
    const QString text = isCommand ? d->commands.at(row.found.command).text : row.found.hit.title;
    const QString line = isCommand ? d->commands.at(row.found.command).keys : row.found.hit.line;
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
        return plainTooltip(line.isEmpty() ? text : text + QStringLiteral("\n") + line);
    case Qt::AccessibleTextRole:
        return QString(
            words(row.group) + QStringLiteral(": ") + text
            + (line.isEmpty() ? QString() : QStringLiteral(", ") + line));
    case LineRole:
        return line;
    case GroupRole:
        return index.row() == 0 || d->rows.at(index.row() - 1).group != row.group ? words(row.group)
                                                                                  : QString();
    default:
        return {};
    }
}

} // namespace naryad::models
