#pragma once

#include "CardRows.h"
#include "models/ClientGapsModel.h"
#include "widgets/Desk.h"

#include <QJsonObject>
#include <QModelIndex>
#include <QWidget>

#include <optional>

class QAction;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QTableView;
class QTreeView;

namespace naryad::models {
class ContractorTreeModel;
}

namespace naryad::ui {

class ClientCard;
class ContractorWindows;

/// The Contractors screen: what to look at (all, or what may want to be put right), the tree with its field,
/// the card of the chosen one.
///
/// Owns its models and the windows it opened. Thread: the GUI's.
class ContractorsScreen : public QWidget
{
    Q_OBJECT
public:
    explicit ContractorsScreen(Desk desk, QWidget *parent = nullptr);
    ~ContractorsScreen() override;

    void apply(const MirrorChange &change);
    ContractorWindows &windows() { return *m_windows; }
    /// In reading order, for F6; the first to get the keyboard is the second.
    QVector<QWidget *> panes() const;
    /// Where the user is, to come back to; also kept over a restart.
    QJsonObject place() const;
    void goTo(const QJsonObject &place);
    /// The client shown; nothing where none is.
    std::optional<NamedRef> chosen() const;
    QAction *newAction() const { return m_new; }
    /// What the menu `Contractor` holds, in its order; the new one is not among them.
    QVector<QAction *> menuActions() const;
    const ClientCard &card() const { return *m_card; }

public Q_SLOTS:
    /// Shows this client in the tree and its card.
    void reveal(const QString &id);
    void newContractor(const QString &phone = {}, const QString &name = {});
    void focusFilter();
    void lookAgain();

Q_SIGNALS:
    /// Another client is about to be shown.
    void leaving();
    void taskAsked(naryad::RowId row);
    void newTaskAsked(const naryad::NamedRef &client);
    /// What came of something the user did. `about`: the command it was.
    void told(const QString &words, naryad::CommandId about);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Gap = ContractorGap::Kind;

    // ContractorsScreenParts.cpp
    void build();
    QWidget *makeViews();
    QWidget *makeTree();
    QWidget *makeGaps();
    QWidget *makeBar();
    void buildActions();
    QAction *action(
        const char *name, const QString &text, const QKeySequence &keys, void (ContractorsScreen::*slot)());
    void connectAll();
    // ContractorsScreenGaps.cpp
    void showView(int view);
    void showGaps();
    void showGapClient();
    void openGap(const QModelIndex &index);

    void enableActions();
    void showCurrent();
    void keepCurrent();
    void showCount();
    void takeFirstHit();
    void showClient(const QString &id);
    bool treeKey(const QKeyEvent &event);
    std::optional<CardRow> target() const;
    void editTarget();
    void deleteTarget();
    void addSubdivision();
    void addPerson();
    void addPhone();
    void findExternal();
    void newTask();
    void activateCard();
    void copyTree();

    Desk m_desk;
    models::ContractorTreeModel *m_model;
    models::ClientGapsModel *m_gaps;
    ContractorWindows *m_windows;
    QListWidget *m_views = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLineEdit *m_find = nullptr;
    QLabel *m_count = nullptr;
    QTreeView *m_tree = nullptr;
    QLabel *m_treeMessage = nullptr;
    QTableView *m_gapTable = nullptr;
    QLabel *m_gapNote = nullptr;
    ClientCard *m_card = nullptr;
    QAction *m_new = nullptr;
    QAction *m_addSubdivision = nullptr;
    QAction *m_addPerson = nullptr;
    QAction *m_addPhone = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_findExternal = nullptr;
    QAction *m_newTask = nullptr;
    QString m_toShow; ///< to be chosen once the tree has it
    bool m_firstHit = false; ///< the field was typed: its first match is to be current
    bool m_inCard = false; ///< the keyboard was in the card last, not in the tree
};

} // namespace naryad::ui
