#include "shell/MainWindow.h"

#include "outbox/OutboxScreen.h"
#include "shell/ActivityBar.h"
#include "shell/NoticeBar.h"

#include <QAction>

#include <algorithm>

/// What the main window tells beside its screens: the strip of notices and the Outbox's badge.
namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String keyNotKeptNotice("keyNotKept");

} // namespace

void MainWindow::showBadge()
{
    const int open = m_state.waiting + m_state.unsure + m_state.refused;
    const int needsUser = m_state.unsureForUser + m_state.refused;
    QString badge;
    QStringList words;
    if (open > 0) {
        badge = QString::number(open) + (needsUser > 0 ? u"!"_s : QString());
        words.append(tr("%n command(s) not done yet", nullptr, open));
    }
    if (m_state.conflicts > 0)
        words.append(tr("%n conflict(s)", nullptr, m_state.conflicts));
    if (needsUser > 0)
        words.append(tr("%n need(s) your decision", nullptr, needsUser));
    m_activity->button(screenOf(m_outbox).action)->setBadge(badge, words.join(u'\n'));
}

void MainWindow::addNotice(const QString &text)
{
    if (text.isEmpty())
        return;
    m_notices->remove(PassingNotice);
    m_notices->put({u"said:"_s + text, theme::Tone::Warning, text, {}, true});
}

void MainWindow::setKeyNotKept(const QString &words)
{
    if (words.isEmpty())
        m_notices->remove(keyNotKeptNotice);
    else
        m_notices->put({keyNotKeptNotice, theme::Tone::Warning, words, {}, true});
}

CommandId MainWindow::newestCommand() const
{
    const QVector<JournalEntry> &all = m_outbox->model()->all();
    return all.isEmpty() ? 0 : all.constFirst().id;
}

void MainWindow::tellInPassing(const QString &text, CommandId about)
{
    m_passingSince = std::max(about, newestCommand());
    m_notices->put({PassingNotice, theme::Tone::Info, text, {}, true});
}

void MainWindow::endPassing()
{
    if (newestCommand() > m_passingSince)
        m_notices->remove(PassingNotice);
}

/// One line, however many they are: it tells of the newest.
void MainWindow::tellMerged(CommandId id, const QString &words)
{
    m_merged.removeAll(id);
    m_merged.append(id);
    const int others = int(m_merged.size()) - 1;
    const QString more
        = others > 0 ? u' ' + tr("And so with %n more: see the Outbox.", nullptr, others) : QString();
    m_notices->put({MergedNotice, theme::Tone::Info, words + more, tr("Show in the Outbox"), true});
}

void MainWindow::tellLeft(const QString &key, const QString &words)
{
    if (words.isEmpty())
        m_notices->remove(key);
    else
        m_notices->put({key, theme::Tone::Info, words, tr("Open"), true});
}

} // namespace naryad::ui
