#pragma once

#include "core/AccountZone.h"
#include "core/Contractor.h"
#include "core/TaskCard.h"

#include <QCoreApplication>
#include <QString>
#include <QVector>

#include <optional>

namespace naryad::ui {

/// Everything known of one task in lines of plain text, as the details panel shows it.
class TaskText
{
    Q_DECLARE_TR_FUNCTIONS(naryad::ui::TaskText)
public:
    enum class Style {
        Plain,
        Title, ///< what it is
        Heading, ///< of a part
        Faint, ///< said by the program, not by anybody
        Warning, ///< needs the user
    };
    struct Line
    {
        QString text;
        Style style = Style::Plain;
        friend bool operator==(const Line &, const Line &) = default;
    };

    /// `contractor`: its card, for the phones; nothing where it isn't there. The service's answer is folded
    /// into one line unless `wholeAnswer`; `answerKeys`: what shows and hides it.
    TaskText(
        const TaskCard &card, const std::optional<Contractor> &contractor, const AccountZone &zone,
        bool wholeAnswer, const QString &answerKeys);

    /// No line is too long to be laid out in time.
    const QVector<Line> &lines() const { return m_lines; }
    QString text() const;

private:
    void add(const QString &text, Style style = Style::Plain);
    void head();
    void troubles();
    void plan();
    void client(const std::optional<Contractor> &contractor);
    void fields(const QString &title, const QVector<FieldRow> &rows, TaskFieldAddition::To list);
    void comments();
    void said();
    void may();
    void answer(bool whole, const QString &keys);

    const TaskCard &m_card;
    const AccountZone &m_zone;
    QVector<Line> m_lines;
};

} // namespace naryad::ui
