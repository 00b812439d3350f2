#pragma once

#include "CardRows.h"
#include "widgets/Desk.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QLabel;
class QLayout;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace naryad::ui {

class ReasonLabel;

/// The card of the client that is chosen: its fields, phones, persons, subdivisions, equipment, tasks, what
/// is said of it and not sent, and the service's answer. Everything in it can be copied. Thread: the GUI's.
/// Never shows an older client under a newer choice.
class ClientCard : public QWidget
{
    Q_OBJECT
public:
    explicit ClientCard(Desk desk, QWidget *parent = nullptr);

    void show(const QString &id); ///< empty: nothing chosen
    using QWidget::show;
    void reload();
    /// What the service says of it now.
    void lookAgain();
    const QString &id() const { return m_id; }
    const std::optional<ContractorCard> &card() const { return m_card; }
    /// The marked line; nothing where none is.
    std::optional<CardRow> current() const;
    QTreeWidget *tree() const { return m_tree; }
    /// A button for it below the lines; not owned.
    void addActionButton(QAction *action);
    /// What the context menu offers above its own.
    void setMenuActions(const QVector<QAction *> &actions) { m_actions = actions; }
    void copy() const;

Q_SIGNALS:
    void shown(); ///< the card is here, or its reason why not
    void currentChanged();
    /// Enter or a double click on the marked line.
    void activated();

private:
    void build();
    void write();
    void fillMap();
    void showAnswer();
    void lookAtPersons();
    void openMenu(const QPoint &place);
    QTreeWidgetItem *add(QTreeWidgetItem *under, const CardRow &row);
    const CardRow *rowOf(const QTreeWidgetItem *item) const;

    Desk m_desk;
    QString m_id;
    quint64 m_asked = 0; ///< answers to an older question are dropped
    std::optional<ContractorCard> m_card;
    QStringList m_personsAsked; ///< of it: asked for by their ids
    QString m_lookedAt; ///< the client whose card was asked of the service
    QVector<CardRow> m_rows; ///< all lines, one behind the other
    QVector<QAction *> m_actions;
    QLabel *m_title;
    ReasonLabel *m_message;
    QTreeWidget *m_tree;
    QLayout *m_buttons = nullptr;
    QPushButton *m_deleted = nullptr;
    QPushButton *m_map = nullptr;
    QPushButton *m_raw = nullptr;
    QPlainTextEdit *m_answer;
};

} // namespace naryad::ui
