#include "ManyDialog.h"

#include "core/Await.h"
#include "widgets/DraftBook.h"
#include "widgets/DraftKeeper.h"
#include "widgets/GiveBack.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReasonLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace naryad::ui {

using namespace Qt::StringLiterals;
using models::ManyTasksModel;

namespace {

constexpr int SaidTogether = 500; ///< in one step of the journal; the screen hears of it between them

QString number(int value)
{
    return QLocale().toString(value);
}

} // namespace

ManyDialog::ManyDialog(
    Desk desk, const QVector<RowId> &rows, const QString &title, ManyTasksModel::Judge judge, QWidget *parent)
    : QDialog(parent)
    , m_desk(std::move(desk))
    , m_model(new ManyTasksModel(m_desk.reader, m_desk.zone, rows, std::move(judge), this))
    , m_title(title)
    , m_sums(plainLabel({}, this))
    , m_message(new ReasonLabel(u"message"_s, this))
    , m_table(new QTableView(this))
    , m_go(new QPushButton(title, this))
    , m_back(new QPushButton(tr("Take &back what is held"), this))
    , m_done(new QPushButton(tr("&Done"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_sums->setObjectName(u"sums"_s);
    m_table->setObjectName(u"chosenTasks"_s);
    m_table->setAccessibleName(tr("Chosen tasks"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(
        QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::DoubleClicked);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnHidden(ManyTasksModel::Text, true);
    m_table->viewport()->installEventFilter(this);
    const auto name = [](QPushButton *button, const QString &objectName) {
        button->setObjectName(objectName);
        button->setAccessibleName(QString(button->text()).remove(u'&'));
        button->setAutoDefault(false);
    };
    name(m_go, u"submit"_s);
    name(m_back, u"takeBack"_s);
    name(m_done, u"done"_s);
    m_go->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_back->hide();
    m_done->hide();
    connect(m_go, &QPushButton::clicked, this, &ManyDialog::begin);
    connect(m_back, &QPushButton::clicked, this, &ManyDialog::takeBack);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_model, &ManyTasksModel::judged, this, &ManyDialog::showSums);
    connect(m_model, &ManyTasksModel::settled, this, &ManyDialog::showSums);
    resize(820, 520);
}

ManyDialog::~ManyDialog() = default;

void ManyDialog::finishLayout(QWidget *form, QWidget *focus)
{
    m_form = form;
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_go);
    buttons->addWidget(m_done);
    auto *layout = new QVBoxLayout(this);
    if (form)
        layout->addWidget(form);
    layout->addWidget(m_sums);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    if (form)
        setTabOrder(form, m_table);
    setTabOrder(m_table, m_back);
    setTabOrder(m_back, m_go);
    setTabOrder(m_go, m_done);
    (focus ? focus : static_cast<QWidget *>(m_go))->setFocus();
    showSums();
}

void ManyDialog::showTexts(bool shown, bool own)
{
    m_table->setColumnHidden(ManyTasksModel::Text, !shown);
    m_model->setOwnTexts(own);
    shareColumns();
}

/// All columns are in view, whatever the window's width: what becomes of a task is what the window is for.
/// What is cut is told whole by its tooltip.
void ManyDialog::shareColumns()
{
    // Of a hundred, by column; a number is known by its end and a time by its hours, so these keep their
    // need.
    constexpr int Shares[] = {0, 0, 22, 22, 28, 28};
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const int number = 8 * digit;
    const int plan = 18 * digit;
    const int room = std::max(0, m_table->viewport()->width() - number - plan);
    int shares = 0;
    for (int column = ManyTasksModel::TemplateName; column < ManyTasksModel::ColumnCount; ++column)
        shares += m_table->isColumnHidden(column) ? 0 : Shares[column];
    m_table->setColumnWidth(ManyTasksModel::Number, number);
    m_table->setColumnWidth(ManyTasksModel::Plan, plan);
    // The last takes what is left.
    for (int column = ManyTasksModel::TemplateName; column < ManyTasksModel::Outcome; ++column)
        m_table->setColumnWidth(column, room * Shares[column] / shares);
}

bool ManyDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        const int before = m_room;
        m_room = m_table->viewport()->width();
        // Not with every row that comes: what the user made wider by hand stays.
        if (m_room != before)
            shareColumns();
    }
    return QDialog::eventFilter(watched, event);
}

void ManyDialog::apply(const MirrorChange &change)
{
    m_model->apply(change);
}

void ManyDialog::keepAs(DraftBook &book, Draft::Kind kind, QStringList inUse)
{
    Draft draft = book.ofMany(kind, inUse);
    if (!draft.form.isEmpty() && typed().isEmpty()) {
        restore(draft.form);
    } else {
        while (!draft.form.isEmpty()) {
            inUse.append(draft.key);
            draft = book.ofMany(kind, inUse);
        }
    }
    m_keeper = new DraftKeeper(
        book, m_desk.clock, draft, [this] { return typed(); }, this);
    connect(m_keeper, &DraftKeeper::notKept, this, [this](const Error &error) {
        m_message->setProblem(describe(error));
        m_tellsNotKept = true;
    });
    connect(m_keeper, &DraftKeeper::kept, this, [this] {
        if (std::exchange(m_tellsNotKept, false))
            m_message->clearMessage();
    });
    // A text in its row, and a task that is called otherwise since.
    connect(m_model, &QAbstractItemModel::dataChanged, m_keeper, &DraftKeeper::touched);
    connect(m_model, &ManyTasksModel::judged, m_keeper, &DraftKeeper::touched);
    m_keeper->touched();
}

void ManyDialog::keepNow()
{
    // A text being typed into its row is taken.
    if (m_table->isAncestorOf(focusWidget()))
        m_go->setFocus();
    if (m_keeper)
        m_keeper->keepNow();
}

QString ManyDialog::draftKey() const
{
    return m_keeper ? m_keeper->key() : QString();
}

void ManyDialog::done(int result)
{
    keepNow();
    QDialog::done(result);
    giveKeyboardBack(*this);
}

void ManyDialog::hideEvent(QHideEvent *event)
{
    keepNow();
    QDialog::hideEvent(event);
}

QJsonObject ManyDialog::ownTexts() const
{
    QJsonObject own;
    const QHash<QString, QString> texts = m_model->ownTexts();
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        own.insert(text.key(), text.value());
    return own.isEmpty() ? QJsonObject() : QJsonObject{{u"own"_s, own}};
}

void ManyDialog::restoreOwnTexts(const QJsonObject &typed)
{
    QHash<QString, QString> texts;
    const QJsonObject own = typed.value(u"own").toObject();
    for (auto text = own.begin(); text != own.end(); ++text)
        texts.insert(text.key(), text.value().toString());
    m_model->restoreOwnTexts(texts);
}

void ManyDialog::reject()
{
    if (m_step != Step::Saying)
        QDialog::reject();
}

void ManyDialog::complain(const FormProblem &problem)
{
    m_tellsNotKept = false;
    m_message->setProblem(problem.text);
    m_complaint = problem;
    if (problem.field)
        problem.field->setFocus();
}

void ManyDialog::touched()
{
    if (m_keeper)
        m_keeper->touched();
    if (m_complaint.isNone())
        return;
    m_complaint = {};
    m_message->clearMessage();
}

QString ManyDialog::sums() const
{
    if (m_model->isTooMany()) {
        return tr("%1 tasks are chosen; at most %2 can be done at once. Narrow the list first.")
            .arg(number(m_model->chosen()), number(ManyTasksModel::Most));
    }
    if (const auto error = m_model->error())
        return describe(*error);
    const ManyTasksModel::Tally tally = m_model->tally();
    QStringList parts;
    const auto part = [&parts](const QString &words, int count) {
        if (count > 0)
            parts.append(words.arg(number(count)));
    };
    if (m_step == Step::Choosing) {
        parts.append(tr("%1 of %2 tasks").arg(number(m_model->possibleCount()), number(m_model->chosen())));
        if (!m_model->isRead())
            parts.append(tr("looking through them…"));
    }
    part(tr("%1 held"), tally.held);
    part(tr("%1 waiting"), tally.waiting);
    part(tr("%1 done"), tally.sent);
    part(tr("%1 refused"), tally.refused);
    part(tr("%1 unsure"), tally.unsure);
    part(tr("%1 taken back or dropped"), tally.dropped);
    part(tr("%1 left out, as their rows tell"), m_model->leftOut());
    return parts.join(u" · "_s);
}

void ManyDialog::showSums()
{
    m_sums->setText(sums());
    setWindowTitle(m_title + u" — "_s + number(m_model->chosen()));
    enable();
    if (m_goWhenRead && m_model->isRead())
        begin();
}

void ManyDialog::enable()
{
    const bool choosing = m_step == Step::Choosing;
    m_go->setVisible(m_step != Step::Said);
    m_done->setVisible(m_step == Step::Said);
    if (m_form)
        m_form->setEnabled(choosing);
    m_go->setEnabled(
        choosing && !m_model->isTooMany() && !m_model->error()
        && !(m_model->isRead() && m_model->possibleCount() == 0));
    m_go->setToolTip(
        m_go->isEnabled() ? m_go->shortcut().toString(QKeySequence::NativeText) : m_sums->text());
    const bool held = m_model->tally().held > 0;
    if (!held && m_back->hasFocus())
        m_done->setFocus();
    m_back->setVisible(held && m_step == Step::Said);
}

/// What was pressed before all rows were here goes when they are.
void ManyDialog::begin()
{
    if (m_step != Step::Choosing)
        return;
    // A text being typed into its row is taken.
    if (m_table->isAncestorOf(focusWidget()))
        m_go->setFocus();
    take();
    if (const FormProblem wrong = wrongNow(); !wrong.isNone()) {
        m_goWhenRead = false;
        complain(wrong);
        return;
    }
    m_goWhenRead = !m_model->isRead() && !m_model->error();
    if (m_goWhenRead || m_model->possibleCount() == 0)
        return;
    m_message->clearMessage();
    m_step = Step::Saying;
    if (m_keeper)
        m_keeper->pause();
    enable();
    sayNext();
}

void ManyDialog::sayNext()
{
    const QVector<TaskRow> rows = m_model->possible().mid(0, SaidTogether);
    if (rows.isEmpty()) {
        finished();
        return;
    }
    makeCommands(rows, [this](const Result<QVector<Saying>> &sayings) {
        if (!sayings) {
            stopped(sayings.error());
            return;
        }
        QVector<TaskRow> said;
        QVector<Command> commands;
        for (const Saying &one : *sayings) {
            said.append(one.row);
            commands.append(one.command);
        }
        if (commands.isEmpty()) {
            sayNext();
            return;
        }
        await(this, m_desk.commands.submitAll(commands), [this, said](const Result<QVector<CommandId>> &ids) {
            if (!ids) {
                stopped(ids.error());
                return;
            }
            m_model->setSaid(said, *ids);
            sayNext();
        });
    });
}

/// What is on disk stays so; the rest can be tried again.
void ManyDialog::stopped(const Error &error)
{
    m_step = Step::Choosing;
    if (m_keeper) {
        m_keeper->resume();
        m_keeper->touched();
    }
    m_tellsNotKept = false;
    showSums();
    m_message->setProblem(describe(error));
    m_go->setFocus();
}

void ManyDialog::finished()
{
    m_step = Step::Said;
    // Of other tasks, which an earlier window was of, or of those left out.
    if (m_keeper)
        m_keeper->saidAllBut(ownTexts());
    // Nothing is left to be pressed by mistake: from here on Enter closes the window, or presses what has the
    // keyboard.
    m_back->setAutoDefault(true);
    m_done->setAutoDefault(true);
    m_done->setDefault(true);
    showSums();
    m_done->setFocus();
    Q_EMIT said();
}

/// One after another; each is dropped, and nothing of it was sent.
void ManyDialog::takeBack()
{
    const QVector<CommandId> held = m_model->heldCommands();
    for (const CommandId id : held) {
        await(this, m_desk.commands.recall(id), [this](const Result<void> &taken) {
            // One that has gone meanwhile tells so in its row.
            if (!taken && taken.error().kind != ErrorKind::BadInput)
                m_message->setProblem(describe(taken.error()));
        });
    }
}

} // namespace naryad::ui
