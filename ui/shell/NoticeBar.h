#pragma once

#include "shell/Theme.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace naryad::ui {

/// One line of the notice strip.
struct Notice
{
    QString key; ///< names it: a second one with the same key replaces the first
    theme::Tone tone = theme::Tone::Info;
    QString text; ///< plain text
    QString actionText; ///< a button's words; empty: no button
    bool closable = true;
};

/// The strip above the screens: what the user must know now and can't be told by the status bar alone.
///
/// Owns one line a notice, newest last; hidden while it has none. Every notice is announced to screen
/// readers. Thread: the GUI's.
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void put(const Notice &notice);
    void remove(const QString &key);
    bool has(const QString &key) const;
    QStringList texts() const; ///< oldest first
    std::optional<theme::Tone> toneOf(const QString &key) const; ///< nullopt where there is no such notice

Q_SIGNALS:
    /// The notice's own button was pressed.
    void actionTriggered(const QString &key);
    void closed(const QString &key);

private:
    class Line;
    Line *line(const QString &key) const;

    QVBoxLayout *m_layout = nullptr;
    QVector<Line *> m_lines;
};

} // namespace naryad::ui
