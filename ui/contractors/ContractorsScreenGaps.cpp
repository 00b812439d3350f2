#include "ClientCard.h"
#include "ContractorsScreen.h"
#include "core/Text.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>

/// What may want to be put right about clients, and the way to do it.
namespace naryad::ui {

using namespace Qt::StringLiterals;

void ContractorsScreen::showView(int view)
{
    m_stack->setCurrentIndex(view > 0 ? 1 : 0);
    if (view <= 0) {
        m_card->show({});
        showCurrent();
        return;
    }
    m_gaps->setKinds({Gap(m_views->item(view)->data(Qt::UserRole).toInt())});
    m_gaps->reload();
    showGaps();
}

void ContractorsScreen::showGaps()
{
    const QLocale locale;
    for (int row = 1; row < m_views->count() && m_gaps->isLoaded(); ++row) {
        QListWidgetItem *item = m_views->item(row);
        const Gap kind = Gap(item->data(Qt::UserRole).toInt());
        item->setText(
            u"%1 (%2)"_s.arg(models::ClientGapsModel::words(kind), locale.toString(m_gaps->count(kind))));
    }
    if (m_stack->currentIndex() == 0)
        return;
    QStringList note;
    if (const auto error = m_gaps->error()) {
        note.append(describe(*error));
    } else if (!m_gaps->isLoaded()) {
        note.append(tr("Looking…"));
    } else {
        switch (*m_gaps->kinds().constBegin()) {
        case Gap::SamePhone:
            note.append(tr("Enter opens one of them. Delete the phone where it does not belong, or leave it: "
                           "two may share one."));
            break;
        case Gap::NearNames:
            note.append(
                tr("Enter opens one of them. The service can't delete one: rename the one that is not "
                   "to be used."));
            break;
        case Gap::NoPhone:
            note.append(tr("“Add phone” adds one to the contractor shown; Enter goes to it."));
            break;
        case Gap::NoCoordinates:
            note.append(tr("“Edit” opens the contractor shown: with an address, the service finds the "
                           "coordinates by itself."));
            break;
        }
        if (m_gaps->notRead() > 0) {
            note.append(tr("%1 of %2 are not read yet, so nothing is known of them.")
                            .arg(locale.toString(m_gaps->notRead()), locale.toString(m_gaps->clients())));
        }
    }
    m_gapNote->setText(note.join(u' '));
    if (!m_gapTable->currentIndex().isValid() && m_gaps->rowCount() > 0)
        m_gapTable->setCurrentIndex(m_gaps->index(0, models::ClientGapsModel::WhatColumn));
    m_gapTable->resizeColumnToContents(models::ClientGapsModel::WhatColumn);
    showGapClient();
}

void ContractorsScreen::showGapClient()
{
    if (m_stack->currentIndex() == 0)
        return;
    const QStringList ids = m_gaps->idsAt(m_gapTable->currentIndex());
    // One that was chosen among several stays.
    if (!ids.contains(m_card->id()))
        showClient(ids.value(0));
}

/// Of several, the one that is wanted is chosen from a list.
void ContractorsScreen::openGap(const QModelIndex &index)
{
    const QStringList ids = m_gaps->idsAt(index);
    if (ids.size() < 2) {
        reveal(ids.value(0));
        return;
    }
    const QStringList names
        = m_gaps->index(index.row(), models::ClientGapsModel::ClientsColumn).data().toString().split(u"; "_s);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"gapClients"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const QString name = names.size() == ids.size() ? names.at(i) : u'#' + ids.at(i);
        connect(menu->addAction(escapeMnemonic(name)), &QAction::triggered, this, [this, id = ids.at(i)] {
            reveal(id);
        });
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(m_gapTable->viewport()->mapToGlobal(m_gapTable->visualRect(index).bottomLeft()));
}

} // namespace naryad::ui
