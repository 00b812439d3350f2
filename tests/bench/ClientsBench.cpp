#include "Benches.h"
#include "BusyApplication.h"
#include "Figures.h"
#include "Memory.h"
#include "Words.h"
#include "core/Clock.h"
#include "models/ContractorTreeModel.h"
#include "store/Journal.h"
#include "store/Mirror.h"
#include "store/Reader.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <cstdio>
#include <functional>
#include <optional>

namespace naryad::bench {

namespace {

using namespace std::chrono_literals;

constexpr int Clients = 100000;
constexpr int QuickClients = 2000;
constexpr int InSight = 40; ///< rows of the window
constexpr int Rounds = 7;
constexpr int Steps = 1000; ///< of the walk
constexpr int LongestWait = 30000; ///< ms

/// A fifth of the clients stand at the top; the first of them has a tenth of all below it, the others share
/// the rest. With phones, external ids and addresses.
class Company
{
public:
    explicit Company(int clients)
        : m_clients(clients)
    {}

    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    bool fill() const
    {
        const SystemClock clock;
        const auto journal = store::Journal::open(path("journal.db"), clock);
        const auto mirror = store::Mirror::open(path("mirror.db"));
        if (!journal || !mirror)
            return false;
        QVector<ContractorListItem> items;
        QVector<store::Kept<Contractor>> cards;
        for (int i = 0; i < m_clients; ++i) {
            items.append(item(i));
            cards.append(card(i));
        }
        return (*mirror)->applyContractorList(items, true).has_value()
            && (*mirror)->applyContractors(cards).has_value();
    }

    static QString nameOf(int place)
    {
        static const QStringList kinds{
            QStringLiteral("ООО"), QStringLiteral("Магазин"), QStringLiteral("Школа"), QStringLiteral("ТСЖ")};
        static const QStringList words{
            QStringLiteral("Ромашка"), QStringLiteral("Восход"), QStringLiteral("Контур"),
            QStringLiteral("Меридиан"), QStringLiteral("Северный ветер")};
        return QStringLiteral("%1 %2 %3")
            .arg(
                kinds.at(place % 4), words.at(static_cast<int>(drawn(place, 71, 5))), QString::number(place));
    }

    ContractorListItem item(int place) const
    {
        const int top = m_clients / 5;
        const int parent = place < top ? -1 : place < top + m_clients / 10 ? 0 : 1 + place % (top - 1);
        ContractorListItem item{QString::number(100000 + place), nameOf(place), {}};
        if (parent >= 0)
            item.parent = {QString::number(100000 + parent), nameOf(parent)};
        return item;
    }

private:
    store::Kept<Contractor> card(int place) const
    {
        const ContractorListItem listed = item(place);
        Contractor made;
        made.id = listed.id;
        made.name = listed.name;
        made.parent = listed.parent;
        made.externalId = Known<QString>::fromService(QStringLiteral("EXT-%1").arg(place));
        Address address;
        address.text = QStringLiteral("ул. Садовая, %1").arg(place % 300);
        made.address = Known<Address>::fromService(address);
        Phone phone;
        phone.id = QString::number(place);
        phone.number = QStringLiteral("+7 9%1").arg(drawn(place, 72, 1000000000), 9, 10, QLatin1Char('0'));
        made.phones = Known<QVector<Phone>>::fromService({phone});
        made.detailsLoaded = true;
        return {made, {}};
    }

    int m_clients;
    QTemporaryDir m_dir;
};

/// The same questions as one statement each, with nothing around it.
class RawClients
{
public:
    explicit RawClients(const QString &mirror)
        : m_file(mirror.toStdString(), SQLite::OPEN_READONLY)
    {}

    double tree()
    {
        return took([this] {
            SQLite::Statement all(
                m_file,
                "SELECT rowid, id, parent_id, sort FROM contractor WHERE gone=0 ORDER BY parent_id, sort, "
                "id");
            readNames(read(all));
        });
    }
    double key(const QString &trigrams)
    {
        return took([&] {
            SQLite::Statement match(m_file, "SELECT rowid FROM entity_fts WHERE entity_fts MATCH ?");
            match.bind(1, trigrams.toStdString());
            readNames(read(match));
        });
    }
    double family(const QString &parent)
    {
        return took([&] {
            SQLite::Statement below(
                m_file, "SELECT rowid FROM contractor WHERE parent_id=? AND gone=0 ORDER BY sort, id");
            below.bind(1, parent.toStdString());
            readNames(read(below));
        });
    }

private:
    static double took(const std::function<void()> &act)
    {
        const double from = nowMs();
        act();
        return nowMs() - from;
    }
    static QVector<qint64> read(SQLite::Statement &rows)
    {
        QVector<qint64> all;
        while (rows.executeStep())
            all.append(rows.getColumn(0).getInt64());
        return all;
    }
    void readNames(const QVector<qint64> &rows)
    {
        SQLite::Statement name(
            m_file, "SELECT id, name, parent_id, parent_name FROM contractor WHERE rowid=?");
        for (const qint64 row : rows.mid(0, InSight)) {
            name.reset();
            name.bind(1, static_cast<int64_t>(row));
            while (name.executeStep()) {}
        }
    }

    SQLite::Database m_file;
};

/// A tree view on the model, and how long what was asked of it takes to be painted with all names in sight.
class TreeWindow
{
public:
    explicit TreeWindow(const Company &company)
        : reader(company.path("mirror.db"), company.path("journal.db"))
        , model(reader)
    {
        view.setModel(&model);
        view.setUniformRowHeights(true);
        view.resize(600, 1000);
        view.show();
        QObject::connect(
            &model, &models::ContractorTreeModel::filtered, &view, [this] { m_answered = true; });
        QCoreApplication::processEvents();
    }

    /// `answered` false: act() shows it at once.
    std::optional<double> until(bool answered, const std::function<void()> &act)
    {
        m_answered = answered;
        const double from = nowMs();
        act();
        while (nowMs() - from < LongestWait) {
            BusyApplication::takeBusyMs();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
            stall = std::max(stall, BusyApplication::takeBusyMs());
            if (m_answered && areNamesHere()) {
                const double painting = nowMs();
                view.viewport()->repaint();
                stall = std::max(stall, nowMs() - painting);
                return nowMs() - from;
            }
        }
        std::fprintf(stderr, "the tree of clients was never painted\n");
        return std::nullopt;
    }

    /// Asks for what is not, as painting does.
    bool areNamesHere()
    {
        const int height = view.viewport()->height();
        QModelIndex index = view.indexAt({1, 1});
        bool here = true;
        while (index.isValid() && view.visualRect(index).top() < height) {
            here &= index.data(models::ContractorTreeModel::LoadedRole).toBool();
            index = view.indexBelow(index);
        }
        return here;
    }

    double repaint()
    {
        const double from = nowMs();
        view.viewport()->repaint();
        return nowMs() - from;
    }

    store::Reader reader;
    models::ContractorTreeModel model;
    QTreeView view;
    double stall = 0; ///< the longest turn of the event loop in until()

private:
    bool m_answered = false;
};

void tellPart(
    int clients, const char *part, const QVector<double> &shown, const QVector<double> &raw, double repaint,
    double stall, double goal)
{
    QJsonObject figure{
        {QLatin1String("bench"), QLatin1String("clients")},
        {QLatin1String("n"), clients},
        {QLatin1String("part"), QLatin1String(part)}};
    put(figure, "p50_ms", median(shown));
    put(figure, "max_ms", longest(shown));
    put(figure, "raw_p50_ms", median(raw));
    put(figure, "repaint_ms", repaint);
    put(figure, "stall_max_ms", stall);
    put(figure, "ratio", median(shown) / (median(raw) + repaint));
    putGoal(figure, QStringLiteral("p50 <= %1 ms").arg(goal), median(shown) <= goal);
    tell(figure);
}

bool measureOpening(const Company &company, int clients, int rounds)
{
    RawClients raw(company.path("mirror.db"));
    QVector<double> shown;
    QVector<double> floor;
    double repaint = 0;
    double stall = 0;
    for (int round = 0; round < rounds; ++round) {
        floor.append(raw.tree());
        TreeWindow window(company);
        const auto took = window.until(false, [&window] { window.model.setFilter({}); });
        if (!took)
            return false;
        shown.append(*took);
        repaint = window.repaint();
        stall = std::max(stall, window.stall);
    }
    tellPart(clients, "open", shown, floor, repaint, stall, 500);
    return true;
}

struct Key
{
    const char *part;
    QStringList typed;
    const char *trigrams; ///< what the index is asked, in words of its own
};

bool measureKeys(const Company &company, int clients, int rounds)
{
    const Key keys[] = {
        {"key, one letter", {QStringLiteral("р"), QStringLiteral("м")}, "\"  р\""},
        {"key, a common word", {QStringLiteral("ромашк"), QStringLiteral("восхо")}, "\"ром\" AND \"ома\""},
        {"key, a number", {QStringLiteral("5777"), QStringLiteral("1234")}, "\"577\" AND \"777\""},
        {"key, nothing", {QStringLiteral("ъъъъ"), QStringLiteral("щщщщ")}, "\"ъъъ\""},
    };
    RawClients raw(company.path("mirror.db"));
    TreeWindow window(company);
    if (!window.until(false, [&window] { window.model.setFilter({}); }))
        return false;
    const double repaint = window.repaint();
    window.until(false, [&window] { window.model.setFilter(QStringLiteral("школ")); });
    for (const Key &key : keys) {
        window.stall = 0;
        QVector<double> shown;
        QVector<double> floor;
        for (int round = 0; round < rounds; ++round) {
            floor.append(raw.key(QString::fromUtf8(key.trigrams)));
            const QString &typed = key.typed.at(round % 2);
            const auto took = window.until(false, [&] { window.model.setFilter(typed); });
            if (!took)
                return false;
            shown.append(*took);
        }
        tellPart(clients, key.part, shown, floor, repaint, window.stall, 50);
    }
    return true;
}

bool measureExpanding(const Company &company, int clients, int rounds)
{
    const ContractorListItem first = company.item(0);
    RawClients raw(company.path("mirror.db"));
    QVector<double> shown;
    QVector<double> floor;
    double repaint = 0;
    double stall = 0;
    for (int round = 0; round < rounds; ++round) {
        floor.append(raw.family(first.id));
        TreeWindow window(company);
        if (!window.until(false, [&window] { window.model.setFilter({}); }))
            return false;
        const QModelIndex parent = window.model.indexOf(first.id);
        window.view.scrollTo(parent, QAbstractItemView::PositionAtTop);
        window.stall = 0;
        const auto took = window.until(true, [&] {
            const double from = nowMs();
            window.view.expand(parent);
            window.stall = nowMs() - from;
        });
        if (!took)
            return false;
        shown.append(*took);
        repaint = window.repaint();
        stall = std::max(stall, window.stall);
    }
    tellPart(clients, "expand the greatest", shown, floor, repaint, stall, 100);
    return true;
}

/// Down through an open tree, a key a frame.
bool measureWalk(const Company &company, int clients, int steps)
{
    TreeWindow window(company);
    if (!window.until(false, [&window] { window.model.setFilter({}); }))
        return false;
    window.view.setCurrentIndex(window.model.index(0, 0));
    QVector<double> frames;
    QVector<double> repaints;
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    int step = 0;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        const double busy = BusyApplication::takeBusyMs();
        if (step > 0)
            frames.append(busy);
        if (step == steps) {
            loop.quit();
            return;
        }
        const int key = step++ % 5 == 0 ? Qt::Key_Right : step % 50 == 0 ? Qt::Key_PageDown : Qt::Key_Down;
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&window.view, &press);
    });
    timer.start(16ms);
    loop.exec();
    for (int i = 0; i < InSight; ++i)
        repaints.append(window.repaint());
    QJsonObject figure{
        {QLatin1String("bench"), QLatin1String("clients")},
        {QLatin1String("n"), clients},
        {QLatin1String("part"), QLatin1String("walk by keys")},
        {QLatin1String("frames"), frames.size()}};
    putSpread(figure, QString(), frames);
    put(figure, "repaint_ms", median(repaints));
    put(figure, "stall_max_ms", longest(frames));
    putGoal(figure, QStringLiteral("p99 <= 16 ms"), percentile(frames, 0.99) <= 16);
    tell(figure);
    return true;
}

bool measureMemory(const Company &company, int clients)
{
    RawClients raw(company.path("mirror.db"));
    raw.tree(); // what SQLite itself keeps is no part of it
    const double before = anonymousMb();
    TreeWindow window(company);
    if (!window.until(false, [&window] { window.model.setFilter({}); })
        || !window.until(false, [&window] { window.model.setFilter(QStringLiteral("ромашк")); }))
        return false;
    const double after = anonymousMb();
    QJsonObject figure{
        {QLatin1String("bench"), QLatin1String("clients")},
        {QLatin1String("n"), clients},
        {QLatin1String("part"), QLatin1String("memory")}};
    put(figure, "before_mb", before);
    put(figure, "tree_mb", after - before);
    putGoal(figure, QStringLiteral("tree <= 40 MB"), after - before <= 40);
    tell(figure);
    return true;
}

} // namespace

int clientsBench(const Settings &settings)
{
    const int clients = settings.quick ? QuickClients : Clients;
    const int rounds = settings.quick ? 1 : Rounds;
    const Company company(clients);
    if (!company.fill()) {
        std::fprintf(stderr, "the clients could not be written\n");
        return 1;
    }
    const bool measured = measureMemory(company, clients) && measureOpening(company, clients, rounds)
        && measureKeys(company, clients, rounds) && measureExpanding(company, clients, rounds)
        && measureWalk(company, clients, settings.quick ? 30 : Steps);
    return measured ? 0 : 1;
}

} // namespace naryad::bench
