#include "shell/StatusLine.h"

#include "core/HumanTime.h"
#include "core/Text.h"
#include "models/Words.h"
#include "shell/ActivityIcons.h"
#include "shell/PassingWords.h"
#include "widgets/Breakable.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// What is wrong is told by a shape, beside the words; where nothing is, there is no icon.
QIcon iconOf(SyncState::Phase phase)
{
    switch (phase) {
    case SyncState::Phase::Offline:
        return activityIcon(ActivityPicture::Offline);
    case SyncState::Phase::KeyRefused:
        return activityIcon(ActivityPicture::KeyRefused);
    case SyncState::Phase::Trouble:
        return activityIcon(ActivityPicture::Trouble);
    default:
        return {};
    }
}

} // namespace

QString StatusLine::details(const SyncState &state, const AccountZone &zone)
{
    QStringList lines{models::statusText(state, zone)};
    lines.append(
        state.lastSuccess.isValid()
            ? tr("Last brought up to date: %1").arg(humanTime(state.lastSuccess, zone))
            : tr("Not brought up to date in this account yet"));
    lines.append(tr("%n task(s) on this computer", nullptr, state.tasksKnown));
    if (state.detailsMissing > 0)
        lines.append(tr("%n of them without details yet", nullptr, state.detailsMissing));
    if (state.tasksListed > 0)
        lines.append(tr("%n task(s) of the service's whole list compared", nullptr, state.tasksListed));
    if (state.paused)
        lines.append(tr("Details and lists are paused"));
    lines.append(tr("%n command(s) not sent yet", nullptr, state.waiting));
    if (state.unsure > 0)
        lines.append(tr("%n command(s) without an answer: see the Outbox", nullptr, state.unsure));
    if (const int refused = state.refused - state.conflicts; refused > 0)
        lines.append(tr("%n command(s) refused: see the Outbox", nullptr, refused));
    if (state.conflicts > 0)
        lines.append(tr("%n conflict(s) with others' changes: see the Outbox", nullptr, state.conflicts));
    lines.append(tr("%n request(s) since the start", nullptr, state.requests));
    lines.append(tr("%n request(s) for lists in the background", nullptr, state.listRequests));
    lines.append(tr("%n command(s) sent since the start", nullptr, state.sent));
    if (state.lastError)
        lines.append(tr("Last error: %1").arg(describe(*state.lastError)));
    return lines.join(u'\n');
}

QString StatusLine::progressWords(const SyncState &state)
{
    if (state.detailsMissing <= 0)
        return {};
    const QLocale locale;
    const QString read = locale.toString(qMax(0, state.tasksKnown - state.detailsMissing));
    const QString all = locale.toString(state.tasksKnown);
    if (state.paused)
        return tr("Details %1 of %2, paused").arg(read, all);
    if (state.minutesLeft < 0)
        return tr("Details %1 of %2, newest first").arg(read, all);
    const QString left = state.minutesLeft < 120 ? tr("about %n min", nullptr, qMax(1, state.minutesLeft))
                                                 : tr("about %n h", nullptr, (state.minutesLeft + 30) / 60);
    //: %3 is the time left: "about 40 min"
    return tr("Details %1 of %2, newest first, %3").arg(read, all, left);
}

StatusLine::StatusLine(AccountZone zone, bool demo, QWidget *parent)
    : QStatusBar(parent)
    , m_zone(std::move(zone))
{
    setObjectName(u"statusLine"_s);
    setAccessibleName(tr("Status"));
    m_status = new QToolButton(this);
    m_status->setObjectName(u"syncStatus"_s);
    m_status->setAccessibleName(tr("Sync status"));
    m_status->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_status->setFocusPolicy(Qt::StrongFocus);
    // Its words may be longer than the window is wide: then they are elided, and whole in the tooltip.
    m_status->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_status->setMinimumWidth(fontMetrics().height() * 12);
    connect(m_status, &QToolButton::clicked, this, &StatusLine::showDetails);
    addWidget(m_status);
    m_passing = new PassingWords(this);
    addWidget(m_passing, 1);

    m_words = new QLabel(this);
    m_words->setObjectName(u"syncProgressWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->hide();
    addPermanentWidget(m_words);

    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"syncProgress"_s);
    m_progress->setAccessibleName(tr("Sync progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(fontMetrics().height() * 10);
    m_progress->hide();
    addPermanentWidget(m_progress);
    m_pauseAction = new QAction(this);
    m_pauseAction->setObjectName(u"pauseSync"_s);
    m_pauseAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    connect(m_pauseAction, &QAction::triggered, this, [this] { Q_EMIT pauseAsked(!m_state.paused); });
    m_pause = new QToolButton(this);
    m_pause->setObjectName(u"pauseSyncButton"_s);
    m_pause->setFocusPolicy(Qt::StrongFocus);
    m_pause->hide();
    connect(m_pause, &QToolButton::clicked, m_pauseAction, &QAction::trigger);
    addPermanentWidget(m_pause);
    if (demo) {
        auto *label = new QLabel(tr("DEMO"), this);
        label->setObjectName(u"demoMark"_s);
        label->setTextFormat(Qt::PlainText);
        addPermanentWidget(label);
    }
    setState({});
}

void StatusLine::setState(const SyncState &state)
{
    m_state = state;
    const QString words = models::statusText(state, m_zone);
    m_status->setText(escapeMnemonic(words));
    m_status->setIcon(iconOf(state.phase));
    m_status->setAccessibleDescription(words);
    m_status->setToolTip(plainTooltip(words));
    const bool busy = state.phase == SyncState::Phase::Syncing;
    m_progress->setVisible(busy);
    if (busy) {
        // As the words beside it say; 0 of 0 is Qt's way of "how much is not known".
        const bool ofDetails = state.detailsMissing > 0;
        const int total = qMax(0, ofDetails ? state.tasksKnown : state.total);
        const int done = ofDetails ? state.tasksKnown - state.detailsMissing : state.done;
        m_progress->setRange(0, total);
        m_progress->setValue(qBound(0, done, total));
    }
    const QString progress = progressWords(state);
    m_words->setText(progress);
    m_words->setToolTip(plainTooltip(progress));
    m_words->setVisible(!progress.isEmpty());
    showPause();
    if (m_detailsText)
        m_detailsText->setText(breakable(details(m_state, m_zone)));
}

/// One button for both ways; there only while it does something.
void StatusLine::showPause()
{
    const QString words = m_state.paused ? tr("Resume synchronisation") : tr("Pause synchronisation");
    const QString keys = m_pauseAction->shortcut().toString(QKeySequence::NativeText);
    m_pauseAction->setText(words);
    m_pause->setText(m_state.paused ? tr("Resume") : tr("Pause"));
    m_pause->setAccessibleName(words);
    m_pause->setToolTip(plainTooltip(words + u" (" + keys + u')'));
    m_pause->setVisible(
        m_state.paused || m_state.detailsMissing > 0 || m_state.phase == SyncState::Phase::Syncing);
}

void StatusLine::showDetails()
{
    if (!m_details) {
        m_details = new QDialog(window());
        m_details->setAttribute(Qt::WA_DeleteOnClose);
        m_details->setObjectName(u"syncDetails"_s);
        m_details->setWindowTitle(tr("Synchronisation"));
        m_details->setAccessibleName(m_details->windowTitle());
        auto *column = new QVBoxLayout(m_details);
        m_detailsText = new QLabel(m_details);
        m_detailsText->setObjectName(u"syncDetailsText"_s);
        m_detailsText->setAccessibleName(tr("Synchronisation details"));
        m_detailsText->setTextFormat(Qt::PlainText);
        m_detailsText->setWordWrap(true);
        m_detailsText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_detailsText->setText(breakable(details(m_state, m_zone)));
        m_detailsText->setMinimumWidth(fontMetrics().height() * 24);
        column->addWidget(m_detailsText, 1);
        auto *box = new QDialogButtonBox(QDialogButtonBox::Close, m_details);
        QPushButton *close = box->button(QDialogButtonBox::Close);
        close->setObjectName(u"syncDetailsClose"_s);
        close->setDefault(true);
        connect(box, &QDialogButtonBox::rejected, m_details.data(), &QDialog::close);
        column->addWidget(box);
        close->setFocus();
    }
    m_details->show();
    m_details->raise();
    m_details->activateWindow();
}

} // namespace naryad::ui
