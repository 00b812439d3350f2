#include "Benches.h"
#include "Fakes.h"
#include "Figures.h"
#include "core/Clock.h"
#include "models/Details.h"
#include "store/Journal.h"
#include "store/Mirror.h"
#include "store/Reader.h"
#include "tasks/TaskEditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QVBoxLayout>

#include <array>
#include <cstdio>
#include <optional>

namespace naryad::bench {

namespace {

constexpr int Rows = 220; ///< of them every eleventh a section
constexpr int RowsASection = 11;
constexpr int Fields = Rows - Rows / RowsASection;
constexpr int Rounds = 100;
constexpr int QuickRounds = 3;
constexpr int Options = 5; ///< of a list
constexpr double LongestWait = 10000; ///< ms
constexpr int UnknownType = 42;

/// The types of the rows, each as often as the others.
int typeOf(int row)
{
    if (row % RowsASection == 0)
        return 4;
    return std::array{1, 2, 3, 5, 6, 7, UnknownType}.at(static_cast<size_t>(row) % 7);
}

QString idOf(int row)
{
    return QString::number(1000 + row);
}

QString nameOf(int row)
{
    return QStringLiteral("Field %1").arg(row);
}

/// Mirror and journal with one template of many fields, and a draft of it.
class Company
{
public:
    bool open()
    {
        auto journalFile = store::Journal::open(path("journal.db"), clock);
        auto mirrorFile = store::Mirror::open(path("mirror.db"));
        if (!journalFile || !mirrorFile)
            return false;
        journal = std::move(*journalFile);
        mirror = std::move(*mirrorFile);
        reader = std::make_unique<store::Reader>(path("mirror.db"), path("journal.db"));
        details = std::make_unique<models::Details>(*reader);
        Template made;
        made.id = QStringLiteral("7");
        made.name = QStringLiteral("Many fields");
        QVector<store::Kept<TemplateField>> lists;
        for (int i = 0; i < Rows; ++i) {
            TemplateRow row;
            row.rowId = row.fieldId = idOf(i);
            row.name = nameOf(i);
            row.typeId = typeOf(i);
            row.parent = i % RowsASection == 0 ? QString() : idOf(i - i % RowsASection);
            row.required = i % 5 == 0;
            made.details.append(row);
            if (row.type() != FieldType::List)
                continue;
            TemplateField list;
            list.id = row.fieldId;
            list.typeId = row.typeId;
            for (int option = 0; option < Options; ++option)
                list.values.append({QString::number(option + 1), nameOf(option), false});
            lists.append({list, {}});
        }
        return mirror->applyTemplateList({{made.id, made.name}}, true).has_value()
            && mirror->applyTemplates({{made, {}}}).has_value()
            && mirror->applyTemplateFields(lists).has_value();
    }

    static TaskCard draft()
    {
        TaskCard card;
        card.row.id = card.task.id = QStringLiteral("9");
        card.row.row = 1;
        card.row.state = TaskState::Draft;
        card.row.detailsLoaded = true;
        card.task.draft = Known<bool>::fromService(true);
        card.task.taskTemplate = {QStringLiteral("7"), QStringLiteral("Many fields")};
        for (int i = 0; i < Rows; ++i) {
            FieldRow row;
            row.fieldId = idOf(i);
            row.name = nameOf(i);
            row.typeId = typeOf(i);
            if (row.typeId == 1)
                row.value = FieldValue::text(nameOf(i));
            else if (row.typeId == UnknownType)
                row.value = FieldValue::other("{\"n\":9007199254740993}");
            card.task.details.append(row);
        }
        return card;
    }

    ui::Desk desk() { return {*reader, *details, commands, clock, AccountZone("Europe/Moscow")}; }

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_dir;
    SystemClock clock;
    test::FakeCommandDesk commands;
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<store::Mirror> mirror;
    std::unique_ptr<store::Reader> reader;
    std::unique_ptr<models::Details> details;
};

/// Laid out and painted, all of it.
void paint(QWidget &window)
{
    QCoreApplication::processEvents();
    window.repaint();
}

/// From nothing to the editor with all its fields painted; nullopt where they did not come.
std::optional<double> openEditor(Company &company)
{
    const TaskCard card = Company::draft();
    const double from = nowMs();
    ui::TaskEditor editor(company.desk());
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.edit(card);
    editor.show();
    const QString last = QStringLiteral("field-") + idOf(Rows - 1);
    while (!editor.findChild<QWidget *>(last)) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        if (nowMs() - from > LongestWait)
            return std::nullopt;
    }
    paint(editor);
    return nowMs() - from;
}

/// The same widgets in the same layout, with nothing behind them.
double openPlain()
{
    const double from = nowMs();
    QWidget window;
    auto *scroll = new QScrollArea(&window);
    scroll->setWidgetResizable(true);
    auto *column = new QVBoxLayout(&window);
    column->addWidget(scroll);
    auto *inner = new QWidget;
    auto *form = new QFormLayout(inner);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (int i = 0; i < Rows; ++i) {
        auto *label = new QLabel(nameOf(i), inner);
        label->setWordWrap(true);
        const int type = typeOf(i);
        if (type == 4) {
            form->addRow(label);
            continue;
        }
        QWidget *field = nullptr;
        if (type == 3) {
            field = new QCheckBox(inner);
        } else if (type == 5) {
            auto *box = new QComboBox(inner);
            for (int option = 0; option <= Options; ++option)
                box->addItem(nameOf(option));
            field = box;
        } else if (type == 1 || type == 2) {
            field = new QLineEdit(nameOf(i), inner);
        } else {
            auto *shown = new QLabel(nameOf(i), inner);
            shown->setWordWrap(true);
            field = shown;
        }
        form->addRow(label, field);
    }
    scroll->setWidget(inner);
    window.resize(720, 620);
    window.show();
    paint(window);
    return nowMs() - from;
}

} // namespace

int editorBench(const Settings &settings)
{
    Company company;
    if (!company.open()) {
        std::fprintf(stderr, "the mirror could not be made\n");
        return 1;
    }
    QVector<double> opened;
    QVector<double> plain;
    const int rounds = settings.quick ? QuickRounds : Rounds;
    for (int i = 0; i <= rounds; ++i) {
        const auto time = openEditor(company);
        if (!time) {
            std::fprintf(stderr, "the editor did not open\n");
            return 1;
        }
        const double floor = openPlain();
        // The first of each warms up fonts and styles.
        if (i == 0)
            continue;
        opened.append(*time);
        plain.append(floor);
    }
    QJsonObject figure{
        {QLatin1String("bench"), QLatin1String("editor")},
        {QLatin1String("n"), Fields},
        {QLatin1String("rounds"), rounds}};
    put(figure, "p50_ms", median(opened));
    put(figure, "p99_ms", percentile(opened, 0.99));
    put(figure, "max_ms", longest(opened));
    put(figure, "plain_p50_ms", median(plain));
    put(figure, "plain_p99_ms", percentile(plain, 0.99));
    put(figure, "ratio", median(opened) / median(plain));
    putGoal(figure, QStringLiteral("p99_ms < 100"), percentile(opened, 0.99) < 100);
    tell(figure);
    return 0;
}

} // namespace naryad::bench
