#pragma once

#include "core/TaskCard.h"
#include "widgets/Desk.h"

#include <QDate>
#include <QJsonObject>
#include <QVector>
#include <QWidget>

#include <array>

class QAction;
class QMenu;
class QToolButton;

namespace naryad::models {
class TaskCounts;
}

namespace naryad::ui {

/// The chips above the task list: what narrows it beside the typed text. Each tells how many tasks it would
/// show alone. Today, Tomorrow and No time exclude each other; all else holds together.
///
/// Owns the actions with the chips' keys, for the menus. The day is the account's and begins anew at its
/// midnight by the desk's clock. Thread: the GUI's.
class QuickFilters : public QWidget
{
    Q_OBJECT
public:
    enum Chip {
        Today,
        Tomorrow,
        NoTime,
        NoWorker,
        Drafts,
        ChangedToday,
        OnItsWay,
        PlanPassed,
        ChipCount,
    };

    explicit QuickFilters(const Desk &desk, QWidget *parent = nullptr);

    TaskFilter filter() const;
    /// What the chips say, by name, and the contractor and worker; to be kept and set again.
    QJsonObject chosen() const;
    /// What of it can't be read is as if it were not there.
    void choose(const QJsonObject &chosen);
    /// What choose() would narrow the list to.
    TaskFilter filterOf(const QJsonObject &chosen) const;
    /// chosen() with this chip alone.
    static QJsonObject alone(Chip chip);
    static QString nameOf(Chip chip);
    static QString words(Chip chip);
    static QString explained(Chip chip);
    /// How many tasks the chip alone shows; -1: not known yet.
    qint64 count(Chip chip) const;
    /// In words, one a chip: what narrows the list now.
    QStringList narrowing() const;
    void setChecked(Chip chip, bool checked);
    bool isChecked(Chip chip) const;
    /// The tasks of one contractor or one worker only, shown as a chip that can be taken away; nothing: all.
    void setContractor(const NamedRef &contractor);
    void setWorker(const NamedRef &worker);
    void clear();

    /// Pinned: chips and text stay when another screen is shown, and over a restart.
    bool isPinned() const;
    /// Everything of it, to be kept; what is not pinned is not in it. restore() takes what it can read.
    QString state() const;
    void restore(const QString &state);

    /// For a menu: every chip, then what clears and keeps them.
    QList<QAction *> menuActions() const;
    /// Something changed in the mirror.
    void refresh();

Q_SIGNALS:
    void changed();
    /// It is later: the same chips let other tasks through.
    void timePassed();
    void counted();

private:
    struct Only
    {
        NamedRef of;
        QToolButton *button = nullptr;
    };

    QToolButton *makeChip(Chip chip);
    Only makeOnly(const QString &name);
    void makePin();
    void toggled(Chip chip, bool checked);
    void setOnly(Only &only, const NamedRef &of);
    QString onlyText(const Only &only) const;
    TaskFilter filterOf(Chip chip) const;
    TaskFilter together(const QVector<Chip> &chips) const;
    void askCounts();
    void showCounts();
    void showText(Chip chip);
    void watchTheClock();
    void lookAtTheClock();
    QDateTime thisMinute() const;

    Desk m_desk;
    models::TaskCounts *m_counts;
    std::array<QToolButton *, ChipCount> m_chips{};
    std::array<QAction *, ChipCount> m_actions{};
    Only m_contractor;
    Only m_worker;
    QToolButton *m_pin = nullptr;
    QAction *m_pinAction = nullptr;
    QAction *m_clearAction = nullptr;
    QDate m_day; ///< today, by the account's zone
    QDateTime m_minute; ///< UTC; what passed before it has passed
    bool m_quiet = false; ///< several things change as one
};

} // namespace naryad::ui
