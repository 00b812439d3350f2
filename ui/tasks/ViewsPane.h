#pragma once

#include <QTreeWidget>

namespace naryad::ui {

/// The pane `Views` beside the task list: the program's own views, the user's, and what waits on this
/// computer, each with how many it shows.
///
/// It only shows and tells: choosing is told by chosen(), by an arrow key as by a click. The Outbox, which is
/// another screen, is told by opened() alone: a click or Enter. Thread: the GUI's.
class ViewsPane : public QTreeWidget
{
    Q_OBJECT
public:
    struct Line
    {
        QString key; ///< names it; empty: a heading
        QString text; ///< plain text
        QString tip;
        bool opensOnly = false; ///< not chosen by passing over it
    };

    explicit ViewsPane(QWidget *parent = nullptr);

    /// The one that was current stays so, by its key.
    void setLines(const QVector<Line> &lines);
    /// `count` as it is shown, "14" or "3!"; `words` what it says, for the ear.
    void setCount(const QString &key, const QString &count, const QString &words);
    QString count(const QString &key) const;
    /// What the list shows now; empty: none of these.
    void mark(const QString &key);
    /// Where the keyboard is; empty: nowhere.
    QString current() const;
    void setCurrent(const QString &key);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &key);
    /// Enter or a click on it: the keyboard is to go on to what it shows.
    void opened(const QString &key);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTreeWidgetItem *line(const QString &key) const;
    void tell(QTreeWidgetItem *item) const;
};

} // namespace naryad::ui
