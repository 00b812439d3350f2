#include "QuickFilters.h"

#include "core/Text.h"
#include "models/TaskCounts.h"
#include "widgets/FlowLayout.h"

#include <QAction>
#include <QLocale>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <utility>

namespace naryad::ui {

namespace {

using Chip = QuickFilters::Chip;

constexpr int MostNameWidth = 28; ///< letters of a name in a chip

constexpr Chip TimeChips[] = {QuickFilters::Today, QuickFilters::Tomorrow, QuickFilters::NoTime};

bool isOfTime(Chip chip)
{
    return std::find(std::begin(TimeChips), std::end(TimeChips), chip) != std::end(TimeChips);
}

/// In some palettes a button held down looks like any other.
QString marked(const QString &text, bool checked)
{
    return checked ? QStringLiteral("✓ ") + text : text;
}

} // namespace

QString QuickFilters::words(Chip chip)
{
    switch (chip) {
    case Today:
        return tr("Today");
    case Tomorrow:
        return tr("Tomorrow");
    case NoTime:
        return tr("No time");
    case NoWorker:
        return tr("No worker known");
    case Drafts:
        return tr("Drafts");
    case ChangedToday:
        return tr("Changed today");
    case OnItsWay:
        return tr("On its way");
    case PlanPassed:
        return tr("Plan passed");
    case ChipCount:
        break;
    }
    return {};
}

QString QuickFilters::explained(Chip chip)
{
    switch (chip) {
    case Today:
        return tr("Planned to begin today");
    case Tomorrow:
        return tr("Planned to begin tomorrow");
    case NoTime:
        return tr("Known to have no planned time");
    case NoWorker:
        return tr("The service does not tell the worker, and he was not named here");
    case Drafts:
        return tr("Not sent to a worker yet");
    case ChangedToday:
        return tr("The service told of a change today");
    case OnItsWay:
        return tr("Something said on this computer has not arrived yet");
    case PlanPassed:
        return tr("The planned end is past, and this computer knows of no closing");
    case ChipCount:
        break;
    }
    return {};
}

QuickFilters::QuickFilters(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_counts(new models::TaskCounts(desk.reader, desk.clock, this))
{
    setObjectName(QStringLiteral("quickFilters"));
    setAccessibleName(tr("Quick filters"));
    auto *row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (int chip = 0; chip < ChipCount; ++chip)
        row->addWidget(makeChip(Chip(chip)));
    m_contractor = makeOnly(QStringLiteral("contractorChip"));
    m_worker = makeOnly(QStringLiteral("workerChip"));
    connect(m_contractor.button, &QToolButton::clicked, this, [this] { setContractor({}); });
    connect(m_worker.button, &QToolButton::clicked, this, [this] { setWorker({}); });
    row->addWidget(m_contractor.button);
    row->addWidget(m_worker.button);
    makePin();
    row->addWidget(m_pin);
    m_clearAction = new QAction(tr("Clear the quick filters"), this);
    m_clearAction->setObjectName(QStringLiteral("clearQuickFilters"));
    connect(m_clearAction, &QAction::triggered, this, &QuickFilters::clear);
    connect(m_counts, &models::TaskCounts::counted, this, &QuickFilters::showCounts);
    m_minute = thisMinute();
    m_day = m_desk.zone.local(m_minute).date();
    askCounts();
    watchTheClock();
}

QToolButton *QuickFilters::makeChip(Chip chip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("chip:") + nameOf(chip));
    button->setAccessibleName(words(chip));
    button->setText(words(chip));
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    auto *action = new QAction(words(chip), this);
    action->setObjectName(QStringLiteral("filter:") + nameOf(chip));
    action->setCheckable(true);
    action->setShortcut(QKeySequence(Qt::ALT | Qt::Key(int(Qt::Key_1) + int(chip))));
    action->setShortcutContext(Qt::WindowShortcut);
    addAction(action);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(explained(chip) + QStringLiteral(" (") + keys + QLatin1Char(')'));
    connect(button, &QToolButton::toggled, this, [this, chip](bool checked) { toggled(chip, checked); });
    connect(action, &QAction::toggled, button, &QToolButton::setChecked);
    m_chips.at(chip) = button;
    m_actions.at(chip) = action;
    return button;
}

QuickFilters::Only QuickFilters::makeOnly(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->hide();
    return {{}, button};
}

void QuickFilters::makePin()
{
    m_pinAction = new QAction(tr("Keep the filters"), this);
    m_pinAction->setObjectName(QStringLiteral("pinFiltersAction"));
    m_pinAction->setCheckable(true);
    m_pinAction->setChecked(true);
    m_pin = new QToolButton(this);
    m_pin->setObjectName(QStringLiteral("pinFilters"));
    m_pin->setAccessibleName(tr("Keep the filters"));
    m_pin->setText(marked(tr("Keep"), true));
    m_pin->setCheckable(true);
    m_pin->setChecked(true);
    m_pin->setAutoRaise(true);
    m_pin->setFocusPolicy(Qt::StrongFocus);
    m_pin->setToolTip(tr("Keep the filters when another screen is shown, and over a restart"));
    connect(m_pin, &QToolButton::toggled, this, [this](bool checked) {
        m_pin->setText(marked(tr("Keep"), checked));
        m_pinAction->setChecked(checked);
    });
    connect(m_pinAction, &QAction::toggled, m_pin, &QToolButton::setChecked);
}

void QuickFilters::toggled(Chip chip, bool checked)
{
    m_actions.at(chip)->setChecked(checked);
    showText(chip);
    if (checked && isOfTime(chip)) {
        // One change, not two.
        const bool before = std::exchange(m_quiet, true);
        for (const Chip other : TimeChips)
            m_chips.at(other)->setChecked(other == chip);
        m_quiet = before;
    }
    if (!m_quiet)
        Q_EMIT changed();
}

TaskFilter QuickFilters::filterOf(Chip chip) const
{
    TaskFilter filter;
    const auto midnight = [this](int day) { return m_desk.zone.fromLocal(m_day.addDays(day), QTime(0, 0)); };
    switch (chip) {
    case Today:
        filter.plannedFrom = midnight(0);
        filter.plannedBefore = midnight(1);
        break;
    case Tomorrow:
        filter.plannedFrom = midnight(1);
        filter.plannedBefore = midnight(2);
        break;
    case NoTime:
        filter.withoutTime = true;
        break;
    case NoWorker:
        filter.workerNotKnown = true;
        break;
    case Drafts:
        filter.states = {TaskState::Draft};
        break;
    case ChangedToday:
        filter.changedSince = midnight(0);
        break;
    case OnItsWay:
        filter.pendingOnly = true;
        break;
    case PlanPassed:
        filter.planPassedAt = m_minute;
        break;
    case ChipCount:
        break;
    }
    return filter;
}

TaskFilter QuickFilters::together(const QVector<Chip> &chips) const
{
    TaskFilter all;
    for (const Chip chip : chips) {
        const TaskFilter one = filterOf(chip);
        if (one.plannedFrom.isValid()) {
            all.plannedFrom = one.plannedFrom;
            all.plannedBefore = one.plannedBefore;
        }
        if (one.changedSince.isValid())
            all.changedSince = one.changedSince;
        if (one.planPassedAt.isValid())
            all.planPassedAt = one.planPassedAt;
        all.states += one.states;
        all.withoutTime = all.withoutTime || one.withoutTime;
        all.workerNotKnown = all.workerNotKnown || one.workerNotKnown;
        all.pendingOnly = all.pendingOnly || one.pendingOnly;
    }
    return all;
}

QStringList QuickFilters::narrowing() const
{
    QStringList all;
    for (int chip = 0; chip < ChipCount; ++chip) {
        if (isChecked(Chip(chip)))
            all.append(words(Chip(chip)));
    }
    for (const Only *only : {&m_contractor, &m_worker}) {
        if (!only->of.isNothing())
            all.append(onlyText(*only));
    }
    return all;
}

void QuickFilters::setChecked(Chip chip, bool checked)
{
    m_chips.at(chip)->setChecked(checked);
}

bool QuickFilters::isChecked(Chip chip) const
{
    return m_chips.at(chip)->isChecked();
}

QString QuickFilters::onlyText(const Only &only) const
{
    const QString name = only.of.name.isEmpty() ? QLatin1Char('#') + only.of.id : only.of.name;
    return (&only == &m_contractor ? tr("Contractor: %1") : tr("Worker: %1")).arg(name);
}

void QuickFilters::setOnly(Only &only, const NamedRef &of)
{
    if (only.of == of)
        return;
    only.of = of;
    only.button->setVisible(!of.isNothing());
    const QString text = onlyText(only);
    only.button->setAccessibleName(text);
    only.button->setToolTip(plainTooltip(tr("%1: show the others too").arg(text)));
    const int room = fontMetrics().averageCharWidth() * MostNameWidth;
    only.button->setText(
        escapeMnemonic(fontMetrics().elidedText(text, Qt::ElideMiddle, room)) + QStringLiteral(" ✕"));
    if (!m_quiet)
        Q_EMIT changed();
}

void QuickFilters::setContractor(const NamedRef &contractor)
{
    setOnly(m_contractor, contractor);
}

void QuickFilters::setWorker(const NamedRef &worker)
{
    setOnly(m_worker, worker);
}

void QuickFilters::clear()
{
    const TaskFilter before = filter();
    m_quiet = true;
    for (QToolButton *chip : m_chips)
        chip->setChecked(false);
    setContractor({});
    setWorker({});
    m_quiet = false;
    if (filter() != before)
        Q_EMIT changed();
}

bool QuickFilters::isPinned() const
{
    return m_pin->isChecked();
}

QList<QAction *> QuickFilters::menuActions() const
{
    QList<QAction *> all(m_actions.begin(), m_actions.end());
    all.append(m_clearAction);
    all.append(m_pinAction);
    return all;
}

void QuickFilters::refresh()
{
    lookAtTheClock();
    m_counts->refresh();
}

void QuickFilters::askCounts()
{
    QVector<TaskFilter> filters;
    for (int chip = 0; chip < ChipCount; ++chip)
        filters.append(filterOf(Chip(chip)));
    m_counts->setFilters(filters);
}

void QuickFilters::showCounts()
{
    const QVector<qint64> &counts = m_counts->counts();
    if (counts.size() != ChipCount)
        return;
    for (int chip = 0; chip < ChipCount; ++chip) {
        showText(Chip(chip));
        const auto count = static_cast<int>(std::min<qint64>(counts.at(chip), 1'000'000'000));
        m_chips.at(chip)->setAccessibleDescription(tr("%n task(s)", nullptr, count));
    }
    Q_EMIT counted();
}

void QuickFilters::showText(Chip chip)
{
    QString text = words(chip);
    if (const QVector<qint64> &counts = m_counts->counts(); counts.size() == ChipCount)
        text += QStringLiteral("\u00a0") + QLocale().toString(counts.at(chip));
    m_chips.at(chip)->setText(marked(text, isChecked(chip)));
}

qint64 QuickFilters::count(Chip chip) const
{
    return m_counts->counts().size() == ChipCount ? m_counts->counts().at(chip) : -1;
}

QDateTime QuickFilters::thisMinute() const
{
    const qint64 seconds = m_desk.clock.now().toSecsSinceEpoch();
    return QDateTime::fromSecsSinceEpoch(seconds - seconds % 60, Qt::UTC);
}

/// A computer that slept tells its timers late: so the clock is looked at every minute.
void QuickFilters::watchTheClock()
{
    using namespace std::chrono;
    const QDateTime end = thisMinute().addSecs(60);
    const milliseconds left(std::max<qint64>(1, m_desk.clock.now().msecsTo(end)));
    m_desk.clock.after(std::min<milliseconds>(left, minutes(1)), this, [this] {
        lookAtTheClock();
        watchTheClock();
    });
}

void QuickFilters::lookAtTheClock()
{
    if (m_minute == thisMinute())
        return;
    const TaskFilter before = filter();
    m_minute = thisMinute();
    const QDate day = m_desk.zone.local(m_minute).date();
    const bool anotherDay = std::exchange(m_day, day) != day;
    askCounts();
    if (filter() == before)
        return;
    if (anotherDay)
        Q_EMIT changed();
    else
        Q_EMIT timePassed();
}

} // namespace naryad::ui
