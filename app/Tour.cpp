#include "Tour.h"

#include "WindowProgram.h"
#include "caller/CallerDesk.h"
#include "contractors/ClientCard.h"
#include "contractors/ContractorEditor.h"
#include "contractors/ContractorsScreen.h"
#include "contractors/ExternalIdDialog.h"
#include "contractors/PeopleForms.h"
#include "equipment/EquipmentCardView.h"
#include "equipment/EquipmentForms.h"
#include "equipment/EquipmentScreen.h"
#include "models/ContractorTreeModel.h"
#include "models/OutboxModel.h"
#include "models/Words.h"
#include "print/EquipmentLabel.h"
#include "tasks/TaskDetailsPanel.h"
#include "tasks/TaskDialogs.h"
#include "tasks/TaskEditor.h"
#include "tasks/TaskFieldDialogs.h"
#include "tasks/TasksScreen.h"
#include "templates/FieldEditor.h"
#include "templates/TemplateEditor.h"
#include "templates/TemplatesScreen.h"
#include "widgets/DictionaryDialog.h"
#include "widgets/EntityPicker.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace naryad::app {

namespace {

constexpr int WaitMs = 30000;

/// Lets the program work until `met`, at most half a minute.
bool waitFor(const std::function<bool()> &met)
{
    QDeadlineTimer deadline(WaitMs);
    while (!met()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    }
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    return true;
}

class Album
{
public:
    explicit Album(const QString &folder)
        : m_folder(folder)
    {}

    bool take(QWidget &widget, const QString &name)
    {
        QCoreApplication::processEvents();
        return take(widget.grab().toImage(), name);
    }

    bool take(const QImage &image, const QString &name)
    {
        const QString file = m_folder.filePath(name + QStringLiteral(".png"));
        const bool written = image.save(file);
        std::printf("%s %s\n", written ? "wrote" : "could not write", file.toUtf8().constData());
        m_ok = m_ok && written;
        return written;
    }

    void miss(const QString &name)
    {
        std::fprintf(stderr, "naryad: no picture of %s: it did not appear\n", name.toUtf8().constData());
        m_ok = false;
    }

    bool ok() const { return m_ok; }

private:
    QDir m_folder;
    bool m_ok = true;
};

template <class T> T *opened()
{
    const auto widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (auto *wanted = qobject_cast<T *>(widget); wanted && wanted->isVisible())
            return wanted;
    }
    return nullptr;
}

/// Waits for the window of this kind, lets `prepare` fill it, takes it and closes it.
template <class T> void visit(Album &album, const QString &name, const std::function<void(T &)> &prepare = {})
{
    if (!waitFor([] { return opened<T>() != nullptr; })) {
        album.miss(name);
        return;
    }
    T *window = opened<T>();
    if (prepare)
        prepare(*window);
    album.take(*window, name);
    window->close();
}

/// The screen Contractors on the client that most is known of, and its windows.
void visitContractors(Album &album, ui::MainWindow &window)
{
    window.showContractors();
    ui::ContractorsScreen &screen = *window.contractors();
    const auto *tree = screen.findChild<QTreeView *>(QStringLiteral("contractors"));
    auto *views = screen.findChild<QListWidget *>(QStringLiteral("contractorViews"));
    const auto &card = screen.card().card();
    if (!waitFor([tree] { return tree->model()->rowCount() > 0; })) {
        album.miss(QStringLiteral("contractors"));
        return;
    }
    for (int row = 0; row < qMin(20, tree->model()->rowCount()); ++row) {
        const QModelIndex at = tree->model()->index(row, 0);
        if (tree->model()->hasChildren(at)) {
            screen.reveal(at.data(models::ContractorTreeModel::IdRole).toString());
            break;
        }
    }
    if (!waitFor([&card] { return card && card->contractor.detailsLoaded && !card->subdivisions.isEmpty(); }))
        album.miss(QStringLiteral("contractor card"));
    album.take(window, QStringLiteral("contractors"));
    const auto press
        = [&screen](const char *name) { screen.findChild<QAction *>(QString::fromLatin1(name))->trigger(); };
    screen.newContractor();
    visit<ui::ContractorEditor>(album, QStringLiteral("new-contractor"), [](ui::ContractorEditor &form) {
        form.findChild<QLineEdit *>(QStringLiteral("phoneNumber"))
            ->setText(QStringLiteral("8 903 627 77 81"));
        form.findChild<QLineEdit *>(QStringLiteral("personName"))->setText(QStringLiteral("Александр"));
    });
    press("addSubdivisionAction");
    visit<ui::ContractorEditor>(album, QStringLiteral("new-subdivision"));
    press("editContractorAction");
    visit<ui::ContractorEditor>(album, QStringLiteral("contractor"));
    press("addPersonAction");
    visit<ui::PersonForm>(album, QStringLiteral("new-person"));
    press("addPhoneAction");
    visit<ui::PhoneForm>(album, QStringLiteral("new-phone"));
    press("findExternalIdAction");
    visit<ui::ExternalIdDialog>(album, QStringLiteral("find-external-id"));
    views->setCurrentRow(3);
    if (!waitFor([views] { return views->item(3)->text().contains(QLatin1Char('(')); }))
        album.miss(QStringLiteral("contractor gaps"));
    album.take(window, QStringLiteral("contractor-gaps"));
    views->setCurrentRow(0);
}

/// The workbench with a change that is not saved, and a list's values.
void visitTemplates(Album &album, ui::MainWindow &window)
{
    ui::TemplatesScreen &screen = *window.templates();
    window.showTemplates();
    const auto isLoaded = [](const auto &one) { return one.loaded; };
    if (!waitFor([&] {
            const TemplateStock &stock = screen.stock();
            return !stock.fields.isEmpty() && !stock.templates.isEmpty()
                && std::all_of(stock.templates.begin(), stock.templates.end(), isLoaded)
                && std::all_of(stock.fields.begin(), stock.fields.end(), isLoaded);
        })) {
        album.miss(QStringLiteral("templates"));
        return;
    }
    screen.openTemplate(QStringLiteral("829"));
    screen.templateEditor()
        ->findChild<QLineEdit *>(QStringLiteral("visitDuration"))
        ->setText(QStringLiteral("2:30"));
    album.take(window, QStringLiteral("templates"));
    screen.openField(QStringLiteral("2305"));
    album.take(window, QStringLiteral("template-field"));
}

/// The screen Equipment on a piece with values, and its windows.
void visitEquipment(Album &album, ui::MainWindow &window)
{
    window.showEquipment();
    ui::EquipmentScreen &screen = *window.equipment();
    const auto *table = screen.findChild<QTableView *>(QStringLiteral("equipment"));
    const auto &card = screen.card().card();
    if (!waitFor([&] { return table->model()->rowCount() > 0 && card && card->row.detailsLoaded; })) {
        album.miss(QStringLiteral("equipment"));
        return;
    }
    album.take(window, QStringLiteral("equipment"));
    const auto press
        = [&screen](const char *name) { screen.findChild<QAction *>(QString::fromLatin1(name))->trigger(); };
    press("newModel");
    visit<ui::ModelForm>(album, QStringLiteral("new-model"));
    press("newEquipment");
    visit<ui::PieceForm>(album, QStringLiteral("new-equipment"), [](ui::PieceForm &form) {
        form.findChild<QPushButton *>(QStringLiteral("addValue"))->click();
    });
    press("editEquipment");
    visit<ui::PieceForm>(album, QStringLiteral("edit-equipment"));
    press("dictionaries");
    visit<ui::DictionaryDialog>(album, QStringLiteral("dictionaries"));
    QImage label(1400, 740, QImage::Format_RGB32);
    QPainter painter(&label);
    ui::paintLabel(
        painter, QRectF(label.rect()),
        {card->row.serialNumber, card->row.model.value.name, card->row.owner.value.name});
    painter.end();
    album.take(label, QStringLiteral("equipment-label"));
}

} // namespace

int runTour(const CommandLine &line)
{
    if (!QDir().mkpath(line.argument)) {
        std::fprintf(stderr, "naryad: %s\n", line.argument.toUtf8().constData());
        return 1;
    }
    QTemporaryDir data;
    CommandLine demo = line;
    if (demo.dataDir.isEmpty())
        demo.dataDir = data.path();
    WindowProgram program(demo);
    const auto session = program.openDemo();
    if (!session) {
        std::fprintf(stderr, "naryad: %s\n", describe(session.error()).toUtf8().constData());
        return 1;
    }
    Album album(line.argument);
    secrets::MemoryKeyStore keys;
    const SystemClock clock;
    KeyKeeper keeper(keys, clock);
    {
        ui::ConnectWindow connectWindow(keeper);
        connectWindow.show();
        album.take(connectWindow, QStringLiteral("connect"));
    }
    ui::MainWindow &window = (*session)->window();
    window.resize(1440, 800);
    window.show();
    models::TaskListModel &tasks = window.tasks()->model();
    sync::Engine &engine = (*session)->engine();
    if (!waitFor([&engine] {
            return engine.state().phase == SyncState::Phase::Online && engine.state().detailsMissing == 0;
        })
        || !waitFor([&tasks] { return tasks.taskRow(tasks.index(0, 0)).detailsLoaded; }))
        album.miss(QStringLiteral("tasks"));
    // The newest sent task is the one to show, comment and close.
    for (int row = 0; row < qMin(100, tasks.rowCount()); ++row) {
        if (tasks.taskRow(tasks.index(row, 0)).state == TaskState::Sent) {
            window.tasks()->selectTask(tasks.rowOf(tasks.index(row, 0)));
            break;
        }
    }
    const auto *details = window.tasks()->findChild<ui::TaskDetailsPanel *>();
    if (!waitFor([details] { return details && !details->toPlainText().isEmpty(); }))
        album.miss(QStringLiteral("task details"));
    album.take(window, QStringLiteral("tasks"));

    window.tasks()->newTask();
    visit<ui::TaskEditor>(album, QStringLiteral("task-editor"), [](ui::TaskEditor &editor) {
        auto *picker = editor.findChild<ui::EntityPicker *>(QStringLiteral("template"));
        waitFor([picker] { return picker->count() > 0; });
        picker->lineEdit()->setFocus();
        picker->setCurrentIndex(picker->count() - 1);
        Q_EMIT picker->activated(picker->count() - 1);
        waitFor([&editor] { return editor.findChild<QWidget *>(QStringLiteral("field-2307")) != nullptr; });
    });
    window.tasks()->closeCurrent();
    visit<ui::CloseTaskDialog>(album, QStringLiteral("close-task"));
    window.tasks()->commentCurrent();
    visit<ui::CommentDialog>(album, QStringLiteral("comment"));
    window.tasks()->addFieldToCurrent();
    visit<ui::AddFieldDialog>(album, QStringLiteral("add-field"), [](ui::AddFieldDialog &dialog) {
        auto *position = dialog.findChild<QComboBox *>(QStringLiteral("position"));
        waitFor([position] { return position->count() > 1; });
    });
    window.tasks()->removeFieldsOfCurrent();
    visit<ui::RemoveFieldsDialog>(album, QStringLiteral("remove-fields"), [](ui::RemoveFieldsDialog &dialog) {
        auto *fields = dialog.findChild<QListWidget *>(QStringLiteral("fields"));
        waitFor([fields] { return fields->count() > 0; });
    });

    visitContractors(album, window);
    visitTemplates(album, window);
    visitEquipment(album, window);

    const TaskRow chosen = tasks.taskRow(tasks.index(0, 0));
    window.call(QStringLiteral("903"));
    const auto *card = window.caller()->findChild<QPlainTextEdit *>(QStringLiteral("callerCard"));
    if (!waitFor([card] { return card && !card->toPlainText().isEmpty(); }))
        album.miss(QStringLiteral("caller"));
    album.take(window, QStringLiteral("caller"));

    engine.submit(AddComment{chosen.ref(), QStringLiteral("…"), chosen.number});
    waitFor([&engine] { return engine.state().sent > 0; });
    window.showOutbox();
    const auto *outbox = window.findChild<QTableView *>(QStringLiteral("outboxTable"));
    const QString sent = models::words(CommandState::Sent);
    if (!waitFor([outbox, &sent] {
            return outbox->model()->index(0, models::OutboxModel::State).data().toString() == sent;
        }))
        album.miss(QStringLiteral("outbox"));
    album.take(window, QStringLiteral("outbox"));
    return album.ok() ? 0 : 1;
}

} // namespace naryad::app
