#pragma once

#include <QLabel>

namespace naryad::ui {

/// One message of a form, in place: plain text, hidden while there is none, told to screen readers when it
/// comes.
class ReasonLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ReasonLabel(const QString &objectName, QWidget *parent = nullptr);

    /// What is wrong; the mark before it says so without colour.
    void setProblem(const QString &text);
    /// What is going on or was done.
    void setNews(const QString &text);
    void clearMessage();

private:
    void put(const QString &text);
};

} // namespace naryad::ui
