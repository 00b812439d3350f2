#pragma once

#include "widgets/Desk.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QAction;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QListView;
class QTableView;
class QTimer;

namespace naryad::models {
class EquipmentListModel;
class EquipmentModelsModel;
} // namespace naryad::models

namespace naryad::ui {

class EquipmentCardView;
class EquipmentWindows;

/// The Equipment screen: the models with how many pieces there are of each, the list of equipment with its
/// field, the card of the chosen piece.
///
/// Owns its models and the windows it opened. Thread: the GUI's.
class EquipmentScreen : public QWidget
{
    Q_OBJECT
public:
    explicit EquipmentScreen(Desk desk, QWidget *parent = nullptr);
    ~EquipmentScreen() override;

    void apply(const MirrorChange &change);
    EquipmentWindows &windows() { return *m_windows; }
    const EquipmentCardView &card() const { return *m_card; }
    models::EquipmentListModel *model() const { return m_model; }
    /// In reading order, for F6; the first to get the keyboard is the second.
    QVector<QWidget *> panes() const;
    /// Where the user is, to come back to; also kept over a restart.
    QJsonObject place() const;
    void goTo(const QJsonObject &place);
    QAction *newAction() const { return m_newEquipment; }
    /// What the menu `Equipment` holds, in its order; the new one is not among them.
    QVector<QAction *> menuActions() const;

public Q_SLOTS:
    /// Shows this piece in the list and its card.
    void reveal(const QString &id);
    void focusFilter();
    void lookAgain();

Q_SIGNALS:
    /// Another piece is about to be shown.
    void leaving();
    void openContractor(const QString &id);
    void openTask(naryad::RowId row);
    /// What came of something the user did. `about`: the command it was.
    void told(const QString &words, naryad::CommandId about);
    void notKept(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // EquipmentScreenParts.cpp
    void build();
    QWidget *makeModels();
    QWidget *makeList();
    QWidget *makeBar();
    void buildActions();
    QAction *action(
        const char *name, const QString &text, const QKeySequence &keys, const QVector<QWidget *> &lists,
        void (EquipmentScreen::*slot)());
    void connectAll();

    void ask();
    void showCount();
    void keepCurrent();
    void showCurrent();
    void showPiece(const QString &id);
    void enableActions();
    bool inModels() const { return m_inModels; }
    void newModel();
    void newEquipment();
    void edit();
    void remove();
    void printLabel();
    void saveLabel();
    void label(bool paper);
    void showDictionaries();
    void copyRow();

    Desk m_desk;
    models::EquipmentListModel *m_model;
    models::EquipmentModelsModel *m_models;
    EquipmentWindows *m_windows;
    EquipmentCardView *m_card = nullptr;
    QListView *m_modelList = nullptr;
    QLineEdit *m_findModel = nullptr;
    QTableView *m_table = nullptr;
    QLineEdit *m_find = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_message = nullptr;
    QAction *m_newModel = nullptr;
    QAction *m_newEquipment = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_print = nullptr;
    QAction *m_savePdf = nullptr;
    QAction *m_dictionaries = nullptr;
    QString m_toShow; ///< to be marked once the list has it
    QString m_modelToShow; ///< likewise of the models
    bool m_inModels = false; ///< the keyboard was in the models last, not in the list or the card
};

} // namespace naryad::ui
