#include "QuickFilters.h"

#include "core/Text.h"
#include "models/TaskCounts.h"
#include "widgets/FlowLayout.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <utility>

namespace naryad::ui {

namespace {

using Chip = QuickFilters::Chip;

/// By chip: the name it is kept and found by.
constexpr QLatin1String Names[] = {
    QLatin1String("today"),    QLatin1String("tomorrow"), QLatin1String("noTime"),
    QLatin1String("noWorker"), QLatin1String("drafts"),   QLatin1String("changedToday"),
    QLatin1String("onItsWay"),
};

constexpr int MostNameWidth = 28; ///< letters of a name in a chip

QString words(Chip chip)
{
    switch (chip) {
    case QuickFilters::Today:
        return QuickFilters::tr("Today");
    case QuickFilters::Tomorrow:
        return QuickFilters::tr("Tomorrow");
    case QuickFilters::NoTime:
        return QuickFilters::tr("No time");
    case QuickFilters::NoWorker:
        return QuickFilters::tr("No worker known");
    case QuickFilters::Drafts:
        return QuickFilters::tr("Drafts");
    case QuickFilters::ChangedToday:
        return QuickFilters::tr("Changed today");
    case QuickFilters::OnItsWay:
        return QuickFilters::tr("On its way");
    case QuickFilters::ChipCount:
        break;
    }
    return {};
}

QString explained(Chip chip)
{
    switch (chip) {
    case QuickFilters::Today:
        return QuickFilters::tr("Planned to begin today");
    case QuickFilters::Tomorrow:
        return QuickFilters::tr("Planned to begin tomorrow");
    case QuickFilters::NoTime:
        return QuickFilters::tr("Known to have no planned time");
    case QuickFilters::NoWorker:
        return QuickFilters::tr("The service does not tell the worker, and he was not named here");
    case QuickFilters::Drafts:
        return QuickFilters::tr("Not sent to a worker yet");
    case QuickFilters::ChangedToday:
        return QuickFilters::tr("The service told of a change today");
    case QuickFilters::OnItsWay:
        return QuickFilters::tr("Something said on this computer has not arrived yet");
    case QuickFilters::ChipCount:
        break;
    }
    return {};
}

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

QJsonObject kept(const NamedRef &ref)
{
    return {{QStringLiteral("id"), ref.id}, {QStringLiteral("name"), ref.name}};
}

NamedRef refOf(const QJsonValue &kept)
{
    return {kept[QStringLiteral("id")].toString(), kept[QStringLiteral("name")].toString()};
}

} // namespace

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
    m_day = today();
    askCounts();
    watchTheDay();
}

QToolButton *QuickFilters::makeChip(Chip chip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("chip:") + Names[chip]);
    button->setAccessibleName(words(chip));
    button->setText(words(chip));
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    auto *action = new QAction(words(chip), this);
    action->setObjectName(QStringLiteral("filter:") + Names[chip]);
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
    case ChipCount:
        break;
    }
    return filter;
}

TaskFilter QuickFilters::filter() const
{
    TaskFilter all;
    for (int chip = 0; chip < ChipCount; ++chip) {
        if (!isChecked(Chip(chip)))
            continue;
        const TaskFilter one = filterOf(Chip(chip));
        if (one.plannedFrom.isValid()) {
            all.plannedFrom = one.plannedFrom;
            all.plannedBefore = one.plannedBefore;
        }
        if (one.changedSince.isValid())
            all.changedSince = one.changedSince;
        all.states += one.states;
        all.withoutTime = all.withoutTime || one.withoutTime;
        all.workerNotKnown = all.workerNotKnown || one.workerNotKnown;
        all.pendingOnly = all.pendingOnly || one.pendingOnly;
    }
    all.contractorId = m_contractor.of.id;
    all.workerId = m_worker.of.id;
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

QString QuickFilters::state() const
{
    QJsonObject state{{QStringLiteral("pinned"), isPinned()}};
    if (isPinned()) {
        QJsonArray chips;
        for (int chip = 0; chip < ChipCount; ++chip) {
            if (isChecked(Chip(chip)))
                chips.append(QString(Names[chip]));
        }
        state.insert(QStringLiteral("chips"), chips);
        state.insert(QStringLiteral("contractor"), kept(m_contractor.of));
        state.insert(QStringLiteral("worker"), kept(m_worker.of));
    }
    return QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact));
}

void QuickFilters::restore(const QString &state)
{
    const QJsonObject kept = QJsonDocument::fromJson(state.toUtf8()).object();
    if (kept.isEmpty())
        return;
    const TaskFilter before = filter();
    m_quiet = true;
    m_pin->setChecked(kept[QStringLiteral("pinned")].toBool(true));
    const QJsonArray chips = kept[QStringLiteral("chips")].toArray();
    for (int chip = 0; chip < ChipCount; ++chip)
        setChecked(Chip(chip), chips.contains(QString(Names[chip])));
    setContractor(refOf(kept[QStringLiteral("contractor")]));
    setWorker(refOf(kept[QStringLiteral("worker")]));
    m_quiet = false;
    if (filter() != before)
        Q_EMIT changed();
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
    beginDay();
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
}

void QuickFilters::showText(Chip chip)
{
    QString text = words(chip);
    if (const QVector<qint64> &counts = m_counts->counts(); counts.size() == ChipCount)
        text += QStringLiteral("\u00a0") + QLocale().toString(counts.at(chip));
    m_chips.at(chip)->setText(marked(text, isChecked(chip)));
}

QDate QuickFilters::today() const
{
    return m_desk.zone.local(m_desk.clock.now()).date();
}

/// A computer that slept tells its timers late: so the day is looked at every minute.
void QuickFilters::watchTheDay()
{
    using namespace std::chrono;
    const QDateTime end = m_desk.zone.fromLocal(m_day.addDays(1), QTime(0, 0));
    const milliseconds left(std::max<qint64>(1, m_desk.clock.now().msecsTo(end)));
    m_desk.clock.after(std::min<milliseconds>(left, minutes(1)), this, [this] {
        beginDay();
        watchTheDay();
    });
}

void QuickFilters::beginDay()
{
    if (m_day == today())
        return;
    const TaskFilter before = filter();
    m_day = today();
    askCounts();
    if (filter() != before)
        Q_EMIT changed();
}

} // namespace naryad::ui
