#include "EquipmentScreen.h"

#include "EquipmentCardView.h"
#include "EquipmentWindows.h"
#include "models/EquipmentListModel.h"
#include "models/EquipmentModelsModel.h"
#include "print/EquipmentLabel.h"
#include "widgets/DictionaryDialog.h"
#include "widgets/ListParts.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QTableView>
#include <QTreeWidget>

namespace naryad::ui {

using namespace Qt::StringLiterals;

EquipmentScreen::EquipmentScreen(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_model(new models::EquipmentListModel(m_desk.reader, this))
    , m_models(new models::EquipmentModelsModel(m_desk.reader, this))
    , m_windows(new EquipmentWindows(m_desk, this))
{
    setObjectName(u"EquipmentScreen"_s);
    build();
    buildActions();
    connectAll();
    enableActions();
    m_models->lookAgain();
    ask();
}

EquipmentScreen::~EquipmentScreen()
{
    // Before the windows themselves go, as this one's children.
    delete m_windows;
}

bool EquipmentScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        if (watched == m_modelList || watched == m_findModel)
            m_inModels = true;
        else if (watched == m_table || watched == m_card->tree() || watched == m_find)
            m_inModels = false;
        enableActions();
    }
    // The user chooses by himself.
    const bool pressed = event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress;
    if (pressed
        && (watched == m_table || watched == m_table->viewport() || watched == m_modelList
            || watched == m_modelList->viewport()))
        m_toShow.clear();
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if ((watched == m_find && goesFromField(key, m_find, m_table))
            || (watched == m_findModel && goesFromField(key, m_findModel, m_modelList)))
            return true;
        if (watched == m_table && key.key() == Qt::Key_Escape && !m_find->text().isEmpty()) {
            m_find->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void EquipmentScreen::ask()
{
    EquipmentQuery query = m_model->query();
    query.text = m_find->text();
    query.modelId = m_models->at(m_modelList->currentIndex()).id;
    m_model->setQuery(query);
}

/// "12 of 2,318"; "200+ of 2,318" while the rest is on its way.
void EquipmentScreen::showCount()
{
    using Load = models::EquipmentListModel::Load;
    const QLocale locale;
    const int rows = m_model->rowCount();
    const QString more = m_model->isComplete() ? QString() : u"+"_s;
    m_count->setText(tr("%1 of %2").arg(locale.toString(rows) + more, locale.toString(m_model->total())));
    QString words;
    if (m_model->load() == Load::Failed)
        words = describe(m_model->error());
    else if (m_model->load() == Load::Ready && rows == 0 && m_find->text().trimmed().isEmpty())
        words = tr("No equipment is known here yet.");
    else if (m_model->load() == Load::Ready && rows == 0)
        words = tr("Nothing matches “%1”.").arg(m_find->text().trimmed());
    m_message->setText(words);
    m_message->setVisible(!words.isEmpty());
}

/// Some piece is marked wherever there are any.
void EquipmentScreen::keepCurrent()
{
    if (!m_toShow.isEmpty() && m_card->card()) {
        const QModelIndex index = m_model->indexOf(m_card->card()->row.row);
        if (index.isValid()) {
            m_toShow.clear();
            m_table->setCurrentIndex(index);
            m_table->scrollTo(index);
        }
        // Else it comes with what the list is read for next: a card may be there sooner than its row.
    } else if (m_card->isMissing()) {
        m_toShow.clear();
    }
    if (m_toShow.isEmpty() && !m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
}

void EquipmentScreen::showCurrent()
{
    if (!m_toShow.isEmpty())
        return;
    const QModelIndex index = m_table->currentIndex();
    const QString id = m_model->at(index).id;
    if (!id.isEmpty())
        showPiece(id);
    else if (!index.isValid() && m_model->load() == models::EquipmentListModel::Load::Ready)
        showPiece({});
    enableActions();
}

void EquipmentScreen::showPiece(const QString &id)
{
    if (id == m_card->id())
        return;
    m_card->show(id);
    enableActions();
}

void EquipmentScreen::reveal(const QString &id)
{
    if (id.isEmpty())
        return;
    if (id != m_card->id())
        Q_EMIT leaving();
    m_toShow = id;
    // What could hide it goes.
    m_find->clear();
    m_modelList->setCurrentIndex(m_models->index(0));
    showPiece(id);
    keepCurrent();
}

void EquipmentScreen::apply(const MirrorChange &change)
{
    if (change.listsChanged || change.journalChanged) {
        m_models->lookAgain();
        m_model->lookAgain();
        m_card->reload();
    } else if (change.taskListChanged || !change.tasks.isEmpty()) {
        m_card->reload();
    }
}

void EquipmentScreen::lookAgain()
{
    m_card->lookAgain();
}

QVector<QWidget *> EquipmentScreen::panes() const
{
    return {m_modelList, m_table, m_card->tree()};
}

QJsonObject EquipmentScreen::place() const
{
    return {
        {u"piece"_s, m_card->id()},
        {u"model"_s, m_models->at(m_modelList->currentIndex()).id},
        {u"find"_s, m_find->text()},
        {u"sort"_s, int(m_model->query().sort)},
        {u"descending"_s, m_model->query().descending}};
}

void EquipmentScreen::goTo(const QJsonObject &place)
{
    if (place.isEmpty())
        return;
    m_find->setText(place[u"find"].toString());
    m_table->sortByColumn(
        place[u"sort"].toInt(), place[u"descending"].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_modelToShow = place[u"model"].toString();
    if (const QModelIndex model = m_models->indexOf(m_modelToShow); model.isValid()) {
        m_modelToShow.clear();
        m_modelList->setCurrentIndex(model);
    }
    m_toShow = place[u"piece"].toString();
    showPiece(m_toShow);
    keepCurrent();
}

void EquipmentScreen::focusFilter()
{
    m_find->setFocus();
    m_find->selectAll();
}

void EquipmentScreen::enableActions()
{
    // Also while another window has the keyboard.
    const QWidget *focus = window()->focusWidget();
    if (focus == m_modelList || focus == m_findModel)
        m_inModels = true;
    else if (focus == m_table || focus == m_card->tree() || focus == m_find)
        m_inModels = false;
    const auto &card = m_card->card();
    const EquipmentModelRow model = m_models->at(m_modelList->currentIndex());
    const bool piece = card.has_value() && !card->row.goes;
    const bool ofModel = inModels() && !model.id.isEmpty() && !model.goes;
    const bool any = inModels() ? ofModel : piece;
    m_edit->setEnabled(any && (inModels() || card->row.detailsLoaded));
    m_edit->setToolTip(
        inModels()                ? tr("Changes the chosen model (F2)")
            : !piece              ? tr("Choose equipment first")
            : m_edit->isEnabled() ? tr("Changes the chosen equipment (F2)")
                                  : tr("Its details have not come yet: a change must say all of them again"));
    m_delete->setEnabled(any);
    m_delete->setToolTip(
        inModels() ? tr("Deletes the chosen model; Ctrl+Z takes it back while it is held (Del)")
                   : tr("Deletes the chosen equipment; Ctrl+Z takes it back while it is held (Del)"));
    for (QAction *one : {m_print, m_savePdf})
        one->setEnabled(card.has_value());
    for (QAction *one : {m_edit, m_delete, m_print, m_savePdf})
        one->setStatusTip(one->toolTip());
}

void EquipmentScreen::newModel()
{
    m_windows->newModel();
}

void EquipmentScreen::newEquipment()
{
    const EquipmentModelRow model = m_models->at(m_modelList->currentIndex());
    m_windows->newEquipment({model.id, model.name});
}

void EquipmentScreen::edit()
{
    if (!m_edit->isEnabled())
        return;
    if (inModels())
        m_windows->editModel(m_models->at(m_modelList->currentIndex()));
    else if (m_card->card())
        m_windows->edit(*m_card->card());
}

void EquipmentScreen::remove()
{
    if (!m_delete->isEnabled())
        return;
    if (inModels())
        m_windows->deleteModel(m_models->at(m_modelList->currentIndex()));
    else if (m_card->card())
        m_windows->deleteEquipment(m_card->card()->row);
}

void EquipmentScreen::printLabel()
{
    label(true);
}

void EquipmentScreen::saveLabel()
{
    label(false);
}

void EquipmentScreen::label(bool paper)
{
    if (!m_card->card())
        return;
    const EquipmentRow &row = m_card->card()->row;
    auto *print = new PrintLabel(
        {row.serialNumber, row.model.value.name, row.owner.value.name},
        paper ? PrintLabel::To::Paper : PrintLabel::To::Pdf, this);
    connect(print, &PrintLabel::failed, this, &EquipmentScreen::notKept);
    connect(print, &PrintLabel::saved, this, [this](const QString &file) {
        Q_EMIT told(tr("The label was saved: %1").arg(file), 0);
    });
}

void EquipmentScreen::showDictionaries()
{
    auto *dialog = new DictionaryDialog(
        m_desk,
        {DictionaryKind::EquipmentTypes, DictionaryKind::Manufacturers, DictionaryKind::EquipmentFields},
        this);
    connect(dialog, &DictionaryDialog::changed, m_card, &EquipmentCardView::reload);
    dialog->open();
}

void EquipmentScreen::copyRow()
{
    const QModelIndex index = m_table->currentIndex();
    QStringList cells;
    for (int column = 0; index.isValid() && column < m_model->columnCount(); ++column)
        cells.append(index.siblingAtColumn(column).data().toString());
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

} // namespace naryad::ui
