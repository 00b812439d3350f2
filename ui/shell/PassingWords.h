#pragma once

#include "core/Clock.h"
#include "core/Ids.h"

#include <QLabel>

namespace naryad {
struct JournalEntry;
}

namespace naryad::models {
class OutboxModel;
}

namespace naryad::ui {

/// What came of something the user did, in one line of the status bar, told to screen readers as it comes:
/// what was copied or saved, and, of what was said last and is held, how long it can still be taken back.
/// Stands until the next; nothing is lost with it, since what is held stands in the Outbox. Thread: the
/// GUI's.
class PassingWords : public QLabel
{
    Q_OBJECT
public:
    explicit PassingWords(QWidget *parent = nullptr);

    void tell(const QString &words);
    QString told() const { return m_words; }
    /// From now on tells of what is held; both outlive this.
    void watch(const models::OutboxModel &outbox, const Clock &clock);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void put(const QString &words);
    void tellHeld();
    QString heldWords(const JournalEntry &newest, int others) const;

    const models::OutboxModel *m_outbox = nullptr;
    const Clock *m_clock = nullptr;
    QString m_words;
    QString m_ofHeld; ///< what stands here of what is held; empty: nothing
    CommandId m_newest = 0; ///< that was told of
    bool m_counting = false;
};

} // namespace naryad::ui
