#include "Benches.h"
#include "Fakes.h"
#include "Figures.h"
#include "MadeUp.h"
#include "Words.h"
#include "caller/CallerDesk.h"
#include "core/Clock.h"
#include "core/Phone.h"
#include "models/Details.h"
#include "store/Journal.h"
#include "store/Mirror.h"
#include "store/Reader.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QEventLoop>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

/// Who is calling: from the last key of a number to the painted card, among very many clients.
namespace naryad::bench {

namespace {

constexpr int Clients = 100000; ///< each with two phones
constexpr int QuickClients = 1000;
constexpr int TasksAClient = 3; ///< of every tenth
constexpr int Queries = 200;
constexpr int QuickQueries = 3;
constexpr int LongestWait = 10000; ///< ms
constexpr int WriteRows = 500;

/// A mirror with so many clients and some tasks of theirs.
class Company
{
public:
    bool fill(int clients)
    {
        auto journalFile = store::Journal::open(journalPath(), clock);
        auto mirrorFile = store::Mirror::open(mirrorPath());
        if (!journalFile || !mirrorFile)
            return false;
        journal = std::move(*journalFile);
        mirror = std::move(*mirrorFile);
        for (int from = 0; from < clients; from += WriteRows) {
            QVector<ContractorListItem> rows;
            QVector<store::Kept<Contractor>> cards;
            QVector<store::Kept<Task>> tasks;
            for (int i = from; i < std::min(clients, from + WriteRows); ++i) {
                rows.append(made.contractorRow(i));
                cards.append(made.contractor(i));
                for (int j = 0; i % 10 == 0 && j < TasksAClient; ++j) {
                    store::Kept<Task> task = made.task(i + j);
                    task.value.contractor = Known<NamedRef>::fromService({rows.last().id, rows.last().name});
                    tasks.append(task);
                }
            }
            if (!mirror->applyContractorList(rows, false) || !mirror->applyContractors(cards)
                || !mirror->applyTasks(tasks, QVector<qint64>(tasks.size())))
                return false;
        }
        reader = std::make_unique<store::Reader>(mirrorPath(), journalPath());
        details = std::make_unique<models::Details>(*reader);
        return true;
    }

    QString mirrorPath() const { return dir.filePath(QStringLiteral("mirror.db")); }
    QString journalPath() const { return dir.filePath(QStringLiteral("journal.db")); }
    ui::Desk desk() { return {*reader, *details, commands, clock, AccountZone("Europe/Moscow")}; }

    QTemporaryDir dir;
    MadeUp made{Clients};
    SystemClock clock;
    test::FakeCommandDesk commands;
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<store::Mirror> mirror;
    std::unique_ptr<store::Reader> reader;
    std::unique_ptr<models::Details> details;
};

/// The best statement for what is typed, and the one client's card.
class Raw
{
public:
    explicit Raw(const QString &path)
        : m_database(path.toStdString(), SQLite::OPEN_READONLY)
    {}

    double time(const QString &typed)
    {
        const double from = nowMs();
        const TypedPhone phone = typedPhones(typed).value(0);
        std::string reversed = phone.digits.toStdString();
        std::reverse(reversed.begin(), reversed.end());
        std::string id = first(
            "SELECT contractor_id FROM phone WHERE reversed>=?1 AND reversed<?1||':' LIMIT 1", reversed);
        if (id.empty()) {
            const QString &beginning = phone.beginning.isEmpty() ? phone.digits : phone.beginning;
            id = first(
                "SELECT contractor_id FROM phone WHERE digits>=?1 AND digits<?1||':' LIMIT 1",
                beginning.toStdString());
        }
        if (id.empty()) {
            id = first(
                "SELECT contractor_id FROM phone_fts f CROSS JOIN phone p ON p.row=f.rowid WHERE phone_fts "
                "MATCH "
                "?1 LIMIT 1",
                trigrams(phone.digits).toStdString());
        }
        first("SELECT card FROM contractor WHERE id=?1", id);
        return nowMs() - from;
    }

private:
    static QString trigrams(const QString &digits)
    {
        QStringList terms;
        for (qsizetype i = 0; i + 3 <= digits.size(); ++i)
            terms.append(QLatin1Char('"') + digits.mid(i, 3) + QLatin1Char('"'));
        return terms.join(QLatin1String(" AND "));
    }

    std::string first(const char *sql, const std::string &value)
    {
        SQLite::Statement find(m_database, sql);
        find.bind(1, value);
        return find.executeStep() ? find.getColumn(0).getString() : std::string();
    }

    SQLite::Database m_database;
};

/// The program's own caller desk, and when the card of what was typed stands painted.
class DeskWindow
{
public:
    explicit DeskWindow(Company &company)
        : m_desk(company.desk())
        , m_card(m_desk.findChild<QPlainTextEdit *>(QStringLiteral("callerCard")))
    {
        m_desk.resize(1200, 700);
        m_desk.show();
        QObject::connect(m_card, &QPlainTextEdit::textChanged, &m_waiting, [this] {
            if (!m_card->document()->isEmpty())
                m_waiting.quit();
        });
    }

    /// Nullopt where no card came in LongestWait.
    std::optional<double> type(const QString &typed)
    {
        m_desk.field()->clear();
        spin(std::chrono::milliseconds(20));
        bool late = false;
        QTimer limit;
        limit.setSingleShot(true);
        QObject::connect(&limit, &QTimer::timeout, &m_waiting, [&] {
            late = true;
            m_waiting.quit();
        });
        limit.start(LongestWait);
        const double from = nowMs();
        m_desk.field()->setText(typed);
        m_waiting.exec();
        m_desk.repaint();
        return late ? std::nullopt : std::optional(nowMs() - from);
    }

private:
    ui::CallerDesk m_desk;
    QPlainTextEdit *m_card;
    QEventLoop m_waiting;
};

struct Class
{
    const char *name;
    QString (*typed)(const QString &digits); ///< of a client's ten
};

const Class Classes[] = {
    {"whole",
     [](const QString &digits) {
         return QString(
             QStringLiteral("+7 (") + digits.left(3) + QStringLiteral(") ") + digits.mid(3, 3)
             + QLatin1Char('-') + digits.mid(6));
     }},
    {"last_four", [](const QString &digits) { return digits.right(4); }},
    {"last_seven", [](const QString &digits) { return digits.right(7); }},
    {"beginning", [](const QString &digits) { return QString(QStringLiteral("+7") + digits.left(6)); }},
    {"middle",
     [](const QString &digits) { return QString(digits.mid(3, 3) + QLatin1Char('-') + digits.mid(6, 2)); }},
    {"three_digits", [](const QString &digits) { return digits.mid(4, 3); }},
};

} // namespace

int callerBench(const Settings &settings)
{
    const int clients = settings.quick ? QuickClients : Clients;
    Company company;
    if (!company.fill(clients)) {
        std::fprintf(stderr, "the clients could not be written\n");
        return 1;
    }
    Raw raw(company.mirrorPath());
    DeskWindow window(company);
    for (const Class &kind : Classes) {
        QVector<double> shown;
        QVector<double> floors;
        int late = 0;
        for (int i = 0; i < (settings.quick ? QuickQueries : Queries); ++i) {
            const int client = static_cast<int>(drawn(i, 5, static_cast<quint32>(clients)));
            const QString typed = kind.typed(company.made.phoneDigits(client, i % 2));
            floors.append(raw.time(typed));
            const auto took = window.type(typed);
            shown.append(took.value_or(LongestWait));
            late += took ? 0 : 1;
        }
        QJsonObject figure{
            {QLatin1String("bench"), QLatin1String("caller")},  {QLatin1String("n"), clients},
            {QLatin1String("class"), QLatin1String(kind.name)}, {QLatin1String("phones"), clients * 2},
            {QLatin1String("queries"), shown.size()},           {QLatin1String("late"), late}};
        putSpread(figure, QString(), shown);
        putSpread(figure, QStringLiteral("raw_"), floors);
        putGoal(figure, QStringLiteral("p99_ms <= 50"), late == 0 && percentile(shown, 0.99) <= 50);
        tell(figure);
    }
    return 0;
}

} // namespace naryad::bench
