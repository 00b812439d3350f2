#pragma once

#include "core/Dictionary.h"
#include "core/EquipmentList.h"
#include "widgets/Desk.h"

#include <QVector>
#include <QWidget>

#include <optional>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace naryad::ui {

class ReasonLabel;

/// The card of the piece that is chosen: everything the service tells of it, its owner, the tasks of this
/// computer that mention its serial number, what is said of it and not sent. Everything in it can be copied.
/// Thread: the GUI's. Never shows an older piece under a newer choice.
class EquipmentCardView : public QWidget
{
    Q_OBJECT
public:
    explicit EquipmentCardView(Desk desk, QWidget *parent = nullptr);

    void show(const QString &id); ///< empty: nothing chosen
    using QWidget::show;
    void reload();
    /// What the service says of it now.
    void lookAgain();
    const QString &id() const { return m_id; }
    /// What is to be shown is not known here.
    bool isMissing() const { return m_missing; }
    const std::optional<EquipmentCard> &card() const { return m_card; }
    const QVector<TaskRow> &mentions() const { return m_mentions; }
    QTreeWidget *tree() const { return m_tree; }

Q_SIGNALS:
    void shown(); ///< the card is here, or its reason why not
    void contractorAsked(const QString &id);
    void taskAsked(naryad::RowId row);

private:
    void build();
    void write();
    void readMentions();
    void writeValues();
    void writeMentions();
    void activate(const QTreeWidgetItem *item);
    void copy() const;
    QTreeWidgetItem *group(const QString &words);
    QTreeWidgetItem *add(QTreeWidgetItem *under, const QString &name, const QString &value);
    template <class T, class ToText> void addKnown(const QString &name, const Known<T> &value, ToText toText);

    Desk m_desk;
    QString m_id;
    quint64 m_asked = 0; ///< answers to an older question are dropped
    std::optional<EquipmentCard> m_card;
    QString m_searched; ///< the serial number whose tasks are shown
    QVector<TaskRow> m_mentions;
    bool m_mentionsRead = false;
    bool m_missing = false;
    QVector<DictionaryEntry> m_fields;
    QString m_lookedAt; ///< the piece whose card was asked of the service
    QLabel *m_title;
    ReasonLabel *m_message;
    QTreeWidget *m_tree;
};

} // namespace naryad::ui
