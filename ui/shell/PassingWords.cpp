#include "shell/PassingWords.h"

#include "core/Commands.h"
#include "core/Text.h"
#include "models/OutboxModel.h"
#include "models/Words.h"

#include <QAccessible>
#include <QKeySequence>
#include <QLocale>
#include <QResizeEvent>

#include <chrono>

namespace naryad::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int LongestCommand = 60; ///< characters; a comment may be a page

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= LongestCommand ? line : line.left(LongestCommand - 1).trimmed() + u'…';
}

} // namespace

PassingWords::PassingWords(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"passingWords"_s);
    setTextFormat(Qt::PlainText);
    // Takes the room there is and asks for none.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void PassingWords::tell(const QString &words)
{
    m_ofHeld.clear();
    put(words);
    if (words.isEmpty())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void PassingWords::put(const QString &words)
{
    m_words = words;
    setAccessibleName(words);
    setToolTip(plainTooltip(words));
    setText(fontMetrics().elidedText(words, Qt::ElideRight, width()));
}

void PassingWords::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    setText(fontMetrics().elidedText(m_words, Qt::ElideRight, width()));
}

void PassingWords::watch(const models::OutboxModel &outbox, const Clock &clock)
{
    m_outbox = &outbox;
    m_clock = &clock;
    connect(&outbox, &models::OutboxModel::loaded, this, &PassingWords::tellHeld);
}

/// Told aloud once for each that is said; the seconds go on in silence.
void PassingWords::tellHeld()
{
    const JournalEntry *newest = nullptr;
    int held = 0;
    for (const JournalEntry &entry : m_outbox->all()) {
        if (entry.state != CommandState::Held || entry.notBefore <= m_clock->now())
            continue;
        if (!newest)
            newest = &entry;
        ++held;
    }
    const bool standsHere = !m_ofHeld.isEmpty() && m_ofHeld == m_words;
    if (!newest) {
        if (standsHere)
            tell({});
        return;
    }
    const QString words = heldWords(*newest, held - 1);
    if (newest->id > m_newest)
        tell(words);
    else if (standsHere)
        put(words);
    if (newest->id > m_newest || standsHere)
        m_ofHeld = words;
    m_newest = std::max(m_newest, newest->id);
    if (m_counting)
        return;
    m_counting = true;
    m_clock->after(1s, this, [this] {
        m_counting = false;
        tellHeld();
    });
}

QString PassingWords::heldWords(const JournalEntry &newest, int others) const
{
    const qint64 left = (m_clock->now().msecsTo(newest.notBefore) + 999) / 1000;
    const QString keys = QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText);
    //: %1 is what was said: "Close task 17: Done"; %3 is keys: "Ctrl+Z"
    QString words = tr("%1 — goes in %2 s, %3 takes it back")
                        .arg(shortened(models::commandText(newest.command)), QLocale().toString(left), keys);
    if (others > 0)
        words += u" · "_s + tr("%n more held", nullptr, others);
    return words;
}

} // namespace naryad::ui
