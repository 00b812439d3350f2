#include "Data.h"

#include "Accounts.h"
#include "Figures.h"
#include "MadeUp.h"
#include "RawQueries.h"
#include "core/Clock.h"
#include "store/Journal.h"
#include "store/Mirror.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace naryad::bench {

namespace {

constexpr int QuickTasks = 2000;
constexpr int FeedRows = 3000;
constexpr int WriteRows = 1000;
constexpr QLatin1String FilledFile("filled.json");

/// One that says no to everything, at once.
CompanyAddress closedPort()
{
    return {QUrl(QStringLiteral("http://127.0.0.1:9")), QStringLiteral("bench")};
}

template <class T> bool worked(const Result<T> &result, const char *what)
{
    if (!result)
        std::fprintf(stderr, "%s: %s\n", what, qPrintable(describe(result.error())));
    return result.has_value();
}

QString rootOf(const Settings &settings)
{
    return settings.dataDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
            + QLatin1String("/naryad-bench")
                                      : QDir(settings.dataDir).absolutePath();
}

/// Changes with the tables and with the made-up values.
QString nameOfShape()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mirror.db"));
    if (!worked(store::Mirror::open(path), "an empty mirror"))
        return {};
    return QStringLiteral("%1-%2").arg(MadeUp::Version).arg(shapeOf(path));
}

bool fillLists(store::Mirror &mirror, const MadeUp &company)
{
    QVector<NamedRef> names;
    const auto templates = company.templates();
    for (const auto &made : templates)
        names.append({made.value.id, made.value.name});
    QVector<ContractorListItem> rows;
    QVector<store::Kept<Contractor>> contractors;
    for (int i = 0; i < company.contractors(); ++i) {
        rows.append(company.contractorRow(i));
        contractors.append(company.contractor(i));
    }
    return worked(mirror.applyEmployees(company.employees(), true), "employees")
        && worked(mirror.applyTemplateList(names, true), "templates")
        && worked(mirror.applyTemplates(templates), "templates")
        && worked(mirror.applyTemplateFields(company.fields()), "fields")
        && worked(mirror.applyContractorList(rows, true), "contractors")
        && worked(mirror.applyContractors(contractors), "contractors");
}

/// As a first synchronisation does: the feed from the first to the last, then the details from the last.
bool fillTasks(store::Mirror &mirror, const MadeUp &company, double &rawBytes)
{
    for (int from = 0; from < company.tasks(); from += FeedRows) {
        const int end = std::min(from + FeedRows, company.tasks());
        QVector<store::FeedItem> items;
        for (int i = from; i < end; ++i)
            items.append({MadeUp::taskId(i), i + 1});
        if (!worked(mirror.noteFeed(items, end), "the feed"))
            return false;
    }
    for (int end = company.tasks(); end > 0; end -= WriteRows) {
        QVector<store::Kept<Task>> tasks;
        QVector<qint64> askedAt;
        for (int i = end - 1; i >= std::max(0, end - WriteRows); --i) {
            tasks.append(company.task(i));
            askedAt.append(i + 1);
            rawBytes += static_cast<double>(tasks.constLast().raw.size());
        }
        if (!worked(mirror.applyTasks(tasks, askedAt), "tasks"))
            return false;
        if (end % 100000 == 0)
            std::fprintf(stderr, "%d of %d tasks to go\n", end, company.tasks());
    }
    return true;
}

bool fill(Data &data)
{
    const SystemClock clock;
    const auto journal = store::Journal::open(data.journalPath(), clock);
    if (!worked(journal, "a journal"))
        return false;
    const double from = nowMs();
    {
        const auto mirror = store::Mirror::open(data.mirrorPath());
        const MadeUp company(data.tasks);
        if (!worked(mirror, "a mirror") || !fillLists(**mirror, company)
            || !fillTasks(**mirror, company, data.rawBytes))
            return false;
    }
    data.fillSeconds = (nowMs() - from) / 1000;
    data.filledNow = true;
    return true;
}

bool readFilled(Data &data)
{
    QFile file(QDir(data.dataDir).filePath(FilledFile));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QJsonObject told = QJsonDocument::fromJson(file.readAll()).object();
    data.fillSeconds = told.value(QLatin1String("seconds")).toDouble();
    data.rawBytes = told.value(QLatin1String("raw_bytes")).toDouble();
    return data.rawBytes > 0 && QFile::exists(data.mirrorPath());
}

bool writeFilled(const Data &data)
{
    QFile file(QDir(data.dataDir).filePath(FilledFile));
    const QJsonObject told{
        {QLatin1String("seconds"), data.fillSeconds}, {QLatin1String("raw_bytes"), data.rawBytes}};
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(told).toJson()) > 0;
}

/// What is measured is the program and not the disk: after this the file is in the system's memory, as far as
/// that reaches.
void readThrough(const QString &path)
{
    QFile file(path);
    QByteArray part(1 << 20, Qt::Uninitialized);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    while (file.read(part.data(), part.size()) > 0) {}
}

} // namespace

QString Data::mirrorPath() const
{
    return QDir(account.folder).filePath(QStringLiteral("mirror.db"));
}

QString Data::journalPath() const
{
    return QDir(account.folder).filePath(QStringLiteral("journal.db"));
}

std::optional<Data> dataFor(int tasks, const Settings &settings)
{
    const QString shape = nameOfShape();
    if (shape.isEmpty())
        return std::nullopt;
    Data data;
    data.tasks = tasks;
    data.dataDir = rootOf(settings) + QLatin1Char('/') + shape + QLatin1Char('/') + QString::number(tasks);
    if (!QDir().mkpath(data.dataDir))
        return std::nullopt;
    QLockFile lock(data.dataDir + QLatin1String(".lock"));
    lock.setStaleLockTime(0);
    lock.lock();
    const app::Accounts accounts(data.dataDir);
    const auto account = accounts.keep(closedPort(), QStringLiteral("bench"), {});
    if (!worked(account, "the company's folder"))
        return std::nullopt;
    data.account = *account;
    if (readFilled(data)) {
        readThrough(data.mirrorPath());
        return data;
    }
    app::Accounts::emptyFolder(data.account);
    std::fprintf(stderr, "filling a mirror with %d tasks\n", tasks);
    if (!fill(data) || !writeFilled(data))
        return std::nullopt;
    return data;
}

QVector<int> sizesOf(const Settings &settings)
{
    return settings.quick ? QVector<int>{QuickTasks} : settings.sizes;
}

int greatestOf(const Settings &settings)
{
    const QVector<int> sizes = sizesOf(settings);
    return *std::max_element(sizes.begin(), sizes.end());
}

} // namespace naryad::bench
