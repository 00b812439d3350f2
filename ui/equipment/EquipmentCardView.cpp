#include "EquipmentCardView.h"

#include "core/Await.h"
#include "core/CommandKinds.h"
#include "core/Text.h"
#include "models/EquipmentDetails.h"
#include "models/Words.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReasonLabel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ContractorRole = Qt::UserRole + 1;
constexpr int TaskRole = Qt::UserRole + 2;

QString nameOf(const NamedRef &ref)
{
    return ref.name.isEmpty() && !ref.id.isEmpty() ? QString(u'#' + ref.id) : ref.name;
}

} // namespace

EquipmentCardView::EquipmentCardView(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_title(plainLabel({}, this))
    , m_message(new ReasonLabel(u"equipmentCardMessage"_s, this))
    , m_tree(new QTreeWidget(this))
{
    build();
    write();
}

void EquipmentCardView::build()
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(u"equipmentTitle"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tree->setObjectName(u"equipmentCard"_s);
    m_tree->setAccessibleName(tr("Equipment card"));
    m_tree->setToolTip(tr("Enter on the owner opens its card, on a task that task"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *copyAction = new QAction(tr("&Copy"), this);
    copyAction->setObjectName(u"copyFromEquipmentCard"_s);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &EquipmentCardView::copy);
    m_tree->addAction(copyAction);
    connect(
        m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) { activate(item); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_message);
    column->addWidget(m_tree, 1);
    setFocusProxy(m_tree);
}

void EquipmentCardView::show(const QString &id)
{
    if (m_id == id)
        return;
    m_id = id;
    ++m_asked;
    m_card.reset();
    m_searched.clear();
    m_mentions.clear();
    m_mentionsRead = false;
    m_missing = false;
    m_lookedAt.clear();
    write();
    reload();
}

void EquipmentCardView::lookAgain()
{
    if (m_card && localToken(m_card->row.id).isEmpty())
        m_desk.commands.lookAtEquipment(m_card->row.id);
}

void EquipmentCardView::reload()
{
    if (m_id.isEmpty()) {
        Q_EMIT shown();
        return;
    }
    const auto asked = ++m_asked;
    const models::EquipmentDetails details(m_desk.reader);
    await(
        this, details.dictionary(DictionaryKind::EquipmentFields),
        [this, asked](const Result<QVector<DictionaryEntry>> &words) {
            if (asked == m_asked && words)
                m_fields = *words;
        });
    await(this, details.card(m_id), [this, asked](const Result<EquipmentCard> &card) {
        if (asked != m_asked)
            return;
        m_missing = !card;
        if (card) {
            m_message->clearMessage();
            m_card = *card;
            // Once for each that is chosen: what a list walk has not read yet comes now.
            if (m_lookedAt != m_id) {
                m_lookedAt = m_id;
                lookAgain();
            }
            readMentions();
        } else {
            m_card.reset();
            m_message->setProblem(describe(card.error()));
        }
        write();
        Q_EMIT shown();
    });
}

void EquipmentCardView::readMentions()
{
    const QString serial = m_card->row.serialNumber;
    const auto asked = m_asked;
    m_mentionsRead = m_mentionsRead && serial == m_searched;
    m_searched = serial;
    await(
        this, models::EquipmentDetails(m_desk.reader).tasksMentioning(serial),
        [this, asked](const Result<QVector<TaskRow>> &tasks) {
            if (asked != m_asked || !tasks)
                return;
            const bool news = !m_mentionsRead || *tasks != m_mentions;
            m_mentions = *tasks;
            m_mentionsRead = true;
            if (!news)
                return;
            write();
            Q_EMIT shown();
        });
}

QTreeWidgetItem *EquipmentCardView::group(const QString &words)
{
    auto *item = new QTreeWidgetItem(m_tree, {words});
    item->setFirstColumnSpanned(true);
    QFont bold = m_tree->font();
    bold.setBold(true);
    item->setFont(0, bold);
    return item;
}

QTreeWidgetItem *EquipmentCardView::add(QTreeWidgetItem *under, const QString &name, const QString &value)
{
    auto *item
        = under ? new QTreeWidgetItem(under, {name, value}) : new QTreeWidgetItem(m_tree, {name, value});
    item->setToolTip(1, plainTooltip(value));
    item->setData(0, Qt::AccessibleTextRole, value.isEmpty() ? name : QString(name + u": " + value));
    return item;
}

template <class T, typename ToText>
void EquipmentCardView::addKnown(const QString &name, const Known<T> &value, ToText toText)
{
    if (!value.isKnown()) {
        add(nullptr, name, models::notKnownText())->setToolTip(1, plainTooltip(models::notKnownReason()));
        return;
    }
    const QString text = toText(value.value);
    add(nullptr, name, text.isEmpty() ? tr("none") : text);
}

void EquipmentCardView::write()
{
    const QTreeWidgetItem *marked = m_tree->currentItem();
    const QString before = marked ? marked->text(0) + u'\n' + marked->text(1) : QString();
    m_tree->clear();
    if (!m_card) {
        m_title->setText(m_id.isEmpty() ? tr("No equipment is chosen.") : QString());
        return;
    }
    const Equipment &piece = m_card->equipment;
    const EquipmentRow &row = m_card->row;
    m_title->setText(row.serialNumber);
    if (row.goes)
        m_message->setNews(tr("It is being deleted. Ctrl+Z takes that back while it is held."));
    else if (!row.detailsLoaded)
        m_message->setNews(tr("Its details have not come yet."));
    else
        m_message->clearMessage();
    const auto plain = [](const QString &text) { return text; };
    add(nullptr, tr("Serial number"), row.serialNumber);
    addKnown(tr("Description"), row.description, plain);
    addKnown(tr("Model"), row.model, nameOf);
    addKnown(tr("Type"), piece.model.value.type, nameOf);
    addKnown(tr("Manufacturer"), piece.model.value.manufacturer, nameOf);
    QStringList path;
    for (const NamedRef &one : m_card->ownerPath)
        path.append(nameOf(one));
    addKnown(tr("Owner"), row.owner, [&path](const NamedRef &owner) {
        return path.isEmpty() ? nameOf(owner) : path.join(u" / ");
    });
    QTreeWidgetItem *owner = m_tree->topLevelItem(m_tree->topLevelItemCount() - 1);
    if (!row.owner.value.isNothing()) {
        owner->setData(0, ContractorRole, row.owner.value.id);
        owner->setToolTip(1, plainTooltip(tr("Enter opens the owner's card")));
        QFont link = m_tree->font();
        link.setUnderline(true);
        owner->setFont(1, link);
    }
    addKnown(tr("Inventory number"), piece.inventoryNumber, plain);
    addKnown(tr("External id"), piece.externalId, plain);
    addKnown(tr("Employee"), piece.employee, nameOf);
    addKnown(tr("Author"), piece.author, nameOf);
    addKnown(tr("Made"), piece.createdAt, [this](const QDateTime &at) {
        return QLocale().toString(m_desk.zone.local(at), QLocale::ShortFormat);
    });
    add(nullptr, tr("Id"), localToken(row.id).isEmpty() ? row.id : tr("not on the service yet"));
    writeValues();
    writeMentions();
    m_tree->expandAll();
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if ((*it)->text(0) + u'\n' + (*it)->text(1) == before)
            m_tree->setCurrentItem(*it);
    }
}

void EquipmentCardView::writeValues()
{
    const auto &values = m_card->equipment.values;
    if (values.isKnown()) {
        QTreeWidgetItem *fields = group(tr("Fields (%1)").arg(values.value.size()));
        for (const EquipmentValue &value : values.value) {
            QString name = value.name;
            for (const DictionaryEntry &word : std::as_const(m_fields)) {
                if (name.isEmpty() && word.id == value.fieldId)
                    name = word.name;
            }
            add(fields, name.isEmpty() ? tr("#%1 (no name yet)").arg(value.fieldId) : name,
                models::EquipmentDetails::valueLine(value));
        }
    }
    const QStringList pending = models::EquipmentDetails::pendingLines(*m_card);
    if (pending.isEmpty())
        return;
    QTreeWidgetItem *said = group(tr("Said here and not sent yet"));
    for (const QString &line : pending)
        add(said, line, {});
}

void EquipmentCardView::writeMentions()
{
    QTreeWidgetItem *tasks = group(tr("Tasks that mention it, found on this computer (%1)")
                                       .arg(m_mentionsRead ? QString::number(m_mentions.size()) : u"…"_s));
    tasks->setToolTip(
        0, plainTooltip(tr("The service links no task with equipment: these tell its serial number.")));
    for (const TaskRow &task : std::as_const(m_mentions)) {
        auto *item = add(
            tasks, task.number,
            models::planText(task.plannedStart, task.plannedEnd, m_desk.zone) + u" · "
                + task.taskTemplate.name + u" · " + models::stateText(task));
        item->setData(0, TaskRole, task.row);
    }
}

void EquipmentCardView::activate(const QTreeWidgetItem *item)
{
    if (const QString contractor = item->data(0, ContractorRole).toString(); !contractor.isEmpty())
        Q_EMIT contractorAsked(contractor);
    else if (const RowId task = item->data(0, TaskRole).toLongLong(); task != 0)
        Q_EMIT taskAsked(task);
}

void EquipmentCardView::copy() const
{
    QStringList lines;
    for (QTreeWidgetItemIterator it(m_tree, QTreeWidgetItemIterator::Selected); *it; ++it) {
        const QString value = (*it)->text(1);
        lines.append(value.isEmpty() ? (*it)->text(0) : value);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace naryad::ui
