#include "TaskDetailsPanel.h"

#include "core/Await.h"
#include "models/Words.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLocale>
#include <QMenu>

#include <memory>

namespace naryad::ui {

namespace {

constexpr int MostShown = 64 * 1024; ///< characters of one text; laying out more takes seconds
constexpr int LongestRun = 200; ///< and so does a line that can't be wrapped between words

/// The text's beginning, and how much of it was left out.
QString capped(const QString &text)
{
    if (text.size() <= MostShown)
        return text;
    const qsizetype kept = text.at(MostShown - 1).isHighSurrogate() ? MostShown - 1 : MostShown;
    return text.left(kept) + QLatin1Char('\n')
        + TaskDetailsPanel::tr("… %1 more characters are not shown")
              .arg(QLocale().toString(text.size() - kept));
}

/// The text with a line break in every run of more than 200 characters without a space.
QString broken(const QString &text)
{
    QString lines;
    lines.reserve(text.size() + text.size() / LongestRun);
    int run = 0;
    for (const QChar one : text) {
        run = one.isSpace() ? 0 : run + 1;
        if (run > LongestRun && !one.isLowSurrogate() && (!one.isMark() || run > 2 * LongestRun)) {
            lines.append(QLatin1Char('\n'));
            run = 1;
        }
        lines.append(one);
    }
    return lines;
}

/// The JSON with a line a value, every value as it came: a number read into a double could change.
QString laidOut(const QString &json)
{
    QString lines;
    int depth = 0;
    bool inText = false;
    const auto newLine
        = [&] { lines += QLatin1Char('\n') + QString(2 * std::min(depth, 40), QLatin1Char(' ')); };
    for (qsizetype at = 0; at < json.size(); ++at) {
        const QChar one = json.at(at);
        if (inText) {
            lines += one;
            if (one == QLatin1Char('\\') && at + 1 < json.size())
                lines += json.at(++at);
            inText = one != QLatin1Char('"');
            continue;
        }
        if (one.isSpace())
            continue;
        const bool closes = one == QLatin1Char('}') || one == QLatin1Char(']');
        if (closes) {
            --depth;
            // Nothing between the brackets stays on one line.
            if (!lines.endsWith(QLatin1Char('{')) && !lines.endsWith(QLatin1Char('[')))
                newLine();
        } else if (lines.endsWith(QLatin1Char('{')) || lines.endsWith(QLatin1Char('['))) {
            newLine();
        }
        lines += one;
        inText = one == QLatin1Char('"');
        if (one == QLatin1Char('{') || one == QLatin1Char('['))
            ++depth;
        else if (one == QLatin1Char(','))
            newLine();
        else if (one == QLatin1Char(':'))
            lines += QLatin1Char(' ');
    }
    return lines;
}

QString commentWords(CommandState state)
{
    switch (state) {
    case CommandState::Held:
        return TaskDetailsPanel::tr("held, not sent yet");
    case CommandState::Waiting:
        return TaskDetailsPanel::tr("waiting, not sent yet");
    case CommandState::Sent:
        return TaskDetailsPanel::tr("sent");
    case CommandState::Unsure:
        return TaskDetailsPanel::tr("unsure if sent");
    case CommandState::Refused:
        return TaskDetailsPanel::tr("refused, not sent");
    case CommandState::Sending:
    case CommandState::Dropped:
        break;
    }
    return models::words(state);
}

QKeySequence answerKeys()
{
    return QKeySequence(Qt::ALT | Qt::Key_R);
}

} // namespace

TaskDetailsPanel::TaskDetailsPanel(Desk desk, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_desk(std::move(desk))
    , m_answer(new QAction(tr("Show the service's answer"), this))
{
    m_answer->setObjectName(QStringLiteral("showAnswer"));
    m_answer->setCheckable(true);
    m_answer->setShortcut(answerKeys());
    addAction(m_answer);
    connect(m_answer, &QAction::toggled, this, &TaskDetailsPanel::reload);
    setObjectName(QStringLiteral("taskDetails"));
    setAccessibleName(tr("Task details"));
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    setPlaceholderText(tr("Choose a task to see all that is known of it."));
}

void TaskDetailsPanel::show(RowId row)
{
    if (m_row == row)
        return;
    m_row = row;
    clear();
    reload();
}

void TaskDetailsPanel::reload()
{
    if (m_row == 0)
        return;
    const RowId asked = m_row;
    await(this, m_desk.details.taskCard(asked), [this, asked](const Result<TaskCard> &card) {
        if (asked != m_row)
            return;
        const QString text
            = card ? textOf(*card, m_desk.zone, m_answer->isChecked()) : describe(card.error());
        if (text != toPlainText())
            setPlainText(text);
    });
}

void TaskDetailsPanel::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    menu->addSeparator();
    menu->addAction(m_answer);
    menu->exec(event->globalPos());
}

QString TaskDetailsPanel::textOf(const TaskCard &card, const AccountZone &zone, bool wholeAnswer)
{
    const Task &task = card.task;
    QStringList lines;
    const auto known = [](const Known<NamedRef> &ref) {
        return !ref.isKnown()       ? models::notKnownText()
            : ref.value.isNothing() ? QStringLiteral("—")
                                    : ref.value.name;
    };
    lines.append(task.number.isEmpty() ? tr("Task without a number yet") : tr("Task %1").arg(task.number));
    lines.append(tr("State: %1").arg(models::stateText(card.row)));
    if (!card.row.detailsLoaded)
        lines.append(tr("The details are not loaded yet."));
    const NamedRef &made = task.taskTemplate;
    const bool fromTemplate = !made.isNothing() || !made.name.isEmpty();
    lines.append(tr("Template: %1").arg(fromTemplate ? made.name : models::notKnownText()));
    lines.append(tr("Plan: %1").arg(models::planText(task.plannedStart, task.plannedEnd, zone)));
    lines.append(tr("Contractor: %1").arg(known(task.contractor)));
    lines.append(tr("Worker: %1").arg(known(task.worker)));
    if (task.status.isKnown() && !task.status.value.isNothing())
        lines.append(tr("Status: %1").arg(task.status.value.name));
    if (!task.address.isKnown()) {
        lines.append(tr("Address: %1").arg(models::notKnownText()));
    } else {
        lines.append(
            tr("Address: %1")
                .arg(task.address.value.isEmpty() ? QStringLiteral("—") : task.address.value.oneLine()));
        if (!task.address.value.notes.isEmpty())
            lines.append(tr("Address notes: %1").arg(task.address.value.notes));
    }
    if (task.resultCheck.isKnown() && task.resultCheck.value)
        lines.append(tr("The result is to be checked."));
    const auto rows = [&lines](const QString &title, const QVector<FieldRow> &fields) {
        if (fields.isEmpty())
            return;
        lines.append(QString());
        lines.append(title);
        for (const FieldRow &row : fields) {
            if (row.type() == FieldType::Section)
                lines.append(QStringLiteral("  ") + row.name);
            else
                lines.append(
                    (row.parent.isEmpty() ? QStringLiteral("  ") : QStringLiteral("    "))
                    + (row.required.value_or(false) ? tr("%1 (required)").arg(models::fieldLine(row))
                                                    : models::fieldLine(row)));
        }
    };
    rows(tr("Details"), task.details);
    rows(tr("Report"), task.report);
    QStringList comments;
    QStringList pending;
    for (const JournalEntry &entry : card.said) {
        const QString time = zone.local(entry.createdAt).toString(QStringLiteral("dd.MM HH:mm"));
        if (const auto *comment = std::get_if<AddComment>(&entry.command);
            comment && entry.state != CommandState::Dropped)
            comments.append(
                QStringLiteral("  %1  %2  (%3)").arg(time, comment->text, commentWords(entry.state)));
        else
            pending.append(QStringLiteral("  %1  %2  (%3)")
                               .arg(time, models::commandText(entry.command), models::words(entry.state)));
    }
    if (!comments.isEmpty())
        lines << QString() << tr("Comments from this computer") << comments;
    if (!pending.isEmpty())
        lines << QString() << tr("Said from this computer") << pending;
    if (!card.rawAnswer.isEmpty()) {
        const QString keys = answerKeys().toString(QKeySequence::NativeText);
        const QString size = QLocale().toString(card.rawAnswer.size());
        lines << QString();
        if (wholeAnswer) {
            lines << tr("The service's answer: %1 bytes — %2 hides it").arg(size, keys)
                  << laidOut(QString::fromUtf8(card.rawAnswer));
        } else {
            lines << tr("The service's answer: %1 bytes — %2 shows it").arg(size, keys);
        }
    }
    for (QString &line : lines)
        line = capped(line);
    return broken(lines.join(QLatin1Char('\n')));
}

} // namespace naryad::ui
