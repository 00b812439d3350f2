#pragma once

#include <QLabel>

namespace naryad::ui {

/// A sentence in its place: under a field or in a form. Plain text, hidden while there is none, announced to
/// screen readers when it comes. Thread: the GUI's.
class InlineMessage : public QLabel
{
    Q_OBJECT
public:
    explicit InlineMessage(const QString &objectName, QWidget *parent = nullptr);

    /// What is wrong; marked by a sign, not by colour alone.
    void setProblem(const QString &text);
    /// What is going on.
    void setNews(const QString &text);
    void clearMessage();
    /// The sentence without its sign; empty while hidden.
    QString message() const { return m_message; }

private:
    void put(const QString &sign, const QString &text);

    QString m_message;
};

} // namespace naryad::ui
