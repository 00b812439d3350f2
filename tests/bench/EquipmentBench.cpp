#include "Benches.h"
#include "Fakes.h"
#include "Figures.h"
#include "ListWindow.h"
#include "equipment/EquipmentScreen.h"
#include "models/EquipmentListModel.h"
#include "store/Journal.h"
#include "store/Mirror.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <cstdio>

namespace naryad::bench {

namespace {

using namespace std::chrono_literals;

constexpr int Pieces = 100000;
constexpr int QuickPieces = 1000;
constexpr int Models = 200;
constexpr int Owners = 5000;
constexpr int Written = 500; ///< in one transaction
constexpr int Rounds = 5;
constexpr int Frames = 600;
constexpr int StepsBetweenJumps = 10;
constexpr qint64 LongestWait = 30000; ///< ms

Equipment piece(int number)
{
    Equipment one;
    one.id = QString::number(number + 1);
    one.serialNumber = QStringLiteral("SN%1-%2").arg(number * 7919 % 1000003).arg(number % 97);
    const int model = number * 31 % Models;
    const int owner = number * 131 % Owners;
    EquipmentModel of{QString::number(model + 1), QStringLiteral("Модель %1").arg(model)};
    of.type = Known<NamedRef>::fromService({{}, QStringLiteral("Котёл")});
    of.manufacturer = Known<NamedRef>::fromService({{}, QStringLiteral("Протерм")});
    one.model = Known<EquipmentModel>::fromService(of);
    one.contractor = Known<NamedRef>::fromService(
        {QString::number(owner + 1), QStringLiteral("Контрагент %1").arg(owner)});
    one.description = Known<QString>::fromService(
        QStringLiteral("Котёл Протерм ") + of.name + QStringLiteral(" с/н ") + one.serialNumber);
    EquipmentValue value;
    value.fieldId = QStringLiteral("62");
    value.value = FieldValue::text(number % 1000 == 0 ? QStringLiteral("чердак") : QStringLiteral("подвал"));
    one.values = Known<QVector<EquipmentValue>>::fromService({value});
    return one;
}

bool fill(const QString &path, int pieces)
{
    auto mirror = store::Mirror::open(path);
    if (!mirror)
        return false;
    for (int from = 0; from < pieces; from += Written) {
        QVector<store::Kept<Equipment>> cards;
        for (int i = from; i < qMin(pieces, from + Written); ++i)
            cards.append({piece(i), "{}"});
        if (!(*mirror)->applyEquipment(cards))
            return false;
    }
    return true;
}

/// The screen on a filled mirror.
class Catalogue
{
public:
    Catalogue(const QString &mirrorPath, const QString &journalPath)
        : m_reader(mirrorPath, journalPath)
        , m_details(m_reader)
        , m_screen(ui::Desk{m_reader, m_details, m_commands, m_clock, AccountZone("Europe/Moscow")})
        , m_table(m_screen.findChild<QTableView *>(QStringLiteral("equipment")))
    {
        m_screen.resize(1200, 800);
        m_screen.show();
    }

    QTableView &table() { return *m_table; }

    /// From what is done to its painted rows, in ms; a negative number where none came.
    template <class Do> double took(Do act)
    {
        auto *model = m_screen.model();
        const double from = nowMs();
        act();
        QElapsedTimer timer;
        timer.start();
        while (!isThere(*model)) {
            if (timer.elapsed() > LongestWait)
                return -1;
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        }
        m_table->viewport()->repaint();
        return nowMs() - from;
    }

    double type(const QString &text)
    {
        auto *field = m_screen.findChild<QLineEdit *>(QStringLiteral("findEquipment"));
        return took([field, &text] { field->setText(text); });
    }

    bool rowsHere() const
    {
        const auto *model = m_screen.model();
        const int first = m_table->rowAt(0);
        const int last = m_table->rowAt(m_table->viewport()->height() - 1);
        for (int row = qMax(0, first); row <= (last < 0 ? model->rowCount() - 1 : last); ++row) {
            if (model->at(model->index(row, 0)).row == 0)
                return false;
        }
        return true;
    }

private:
    bool isThere(const models::EquipmentListModel &model) const
    {
        if (model.load() != models::EquipmentListModel::Load::Ready)
            return false;
        // Drawn once, so that what is missing is asked for.
        m_table->viewport()->repaint();
        return rowsHere();
    }

    SystemClock m_clock;
    test::FakeCommandDesk m_commands;
    store::Reader m_reader;
    models::Details m_details;
    ui::EquipmentScreen m_screen;
    QTableView *m_table;
};

double raw(const QString &path, const char *sql)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READONLY);
    SQLite::Statement query(database, sql);
    const double from = nowMs();
    int rows = 0;
    while (rows < 200 && query.executeStep())
        ++rows;
    return nowMs() - from;
}

void tellPart(
    const char *part, int pieces, const QVector<double> &shown, const QVector<double> &floors, double goal)
{
    QJsonObject figure{
        {QLatin1String("bench"), QLatin1String("equipment")},
        {QLatin1String("n"), pieces},
        {QLatin1String("part"), QLatin1String(part)},
        {QLatin1String("rounds"), shown.size()}};
    putSpread(figure, QString(), shown);
    put(figure, "floor_p50_ms", median(floors));
    put(figure, "ratio", median(floors) > 0 ? median(shown) / median(floors) : 0);
    putGoal(figure, QStringLiteral("p99_ms <= %1").arg(goal), percentile(shown, 0.99) <= goal);
    tell(figure);
}

template <class After> QVector<double> scrolled(QTableView &table, int frames, After after)
{
    QVector<double> took;
    QScrollBar *bar = table.verticalScrollBar();
    for (int frame = 0; frame < frames; ++frame) {
        const double from = nowMs();
        const bool jumps = frame % StepsBetweenJumps == StepsBetweenJumps - 1;
        const int to = jumps ? frame * 7919 % qMax(1, bar->maximum()) : bar->value() + 3;
        bar->setValue(to % qMax(1, bar->maximum()));
        table.viewport()->repaint();
        QCoreApplication::processEvents();
        took.append(nowMs() - from);
        after();
        spin(8ms);
    }
    return took;
}

} // namespace

int equipmentBench(const Settings &settings)
{
    const int pieces = settings.quick ? QuickPieces : Pieces;
    QTemporaryDir folder;
    const QString mirrorPath = folder.filePath(QStringLiteral("mirror.db"));
    const QString journalPath = folder.filePath(QStringLiteral("journal.db"));
    const SystemClock clock;
    const auto journal = store::Journal::open(journalPath, clock);
    if (!journal || !fill(mirrorPath, pieces)) {
        std::fprintf(stderr, "the mirror could not be made\n");
        return 1;
    }
    Catalogue catalogue(mirrorPath, journalPath);
    if (catalogue.took([] {}) < 0) {
        std::fprintf(stderr, "the list did not open\n");
        return 1;
    }
    spin(500ms);
    ConstantList constant(catalogue.table());
    QVector<double> repaints;
    for (int i = 0; i < 50; ++i)
        repaints.append(constant.repaint());
    const double repaint = median(repaints);

    // Every kind of text: found in all, in one of a thousand, once, nowhere, by one letter.
    const QStringList texts{QStringLiteral("котел"),  QStringLiteral("чердак"),
                            QStringLiteral("sn7919"), QStringLiteral("нетнет"),
                            QStringLiteral("к"),      QStringLiteral("модель 7 контрагент 31")};
    QVector<double> shown;
    QVector<double> floors;
    for (int round = 0; round < (settings.quick ? 1 : Rounds); ++round) {
        for (const QString &text : texts) {
            floors.append(
                repaint
                + raw(
                    mirrorPath,
                    "SELECT row FROM equipment INDEXED BY equipment_text WHERE gone=0 AND "
                    "instr(search, 'нетнет') > 0"));
            const double took = catalogue.type(text);
            if (took < 0)
                return 1;
            shown.append(took);
            spin(200ms);
        }
    }
    tellPart("search", pieces, shown, floors, 50);
    catalogue.type({});
    spin(500ms);

    shown.clear();
    floors.clear();
    for (int round = 0; round < (settings.quick ? 1 : Rounds); ++round) {
        for (int column = 3; column >= 0; --column) {
            for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
                floors.append(
                    repaint
                    + raw(
                        mirrorPath, "SELECT row FROM equipment WHERE gone=0 ORDER BY owner_sort, sort, row"));
                const double took = catalogue.took([&] { catalogue.table().sortByColumn(column, order); });
                if (took < 0)
                    return 1;
                shown.append(took);
                spin(200ms);
            }
        }
    }
    tellPart("sort", pieces, shown, floors, 100);

    const int frames = settings.quick ? 30 : Frames;
    floors = scrolled(constant.table(), frames, [] {});
    int placeholders = 0;
    shown = scrolled(catalogue.table(), frames, [&] { placeholders += catalogue.rowsHere() ? 0 : 1; });
    tellPart("scroll", pieces, shown, floors, 16);
    std::fprintf(stderr, "%d of %d frames had rows on their way\n", placeholders, frames);
    return 0;
}

} // namespace naryad::bench
