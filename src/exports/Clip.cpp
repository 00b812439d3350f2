#include "exports/Clip.h"

#include "TaskTable.h"
#include "core/Phone.h"
#include "models/Words.h"
#include "store/Reader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSet>

namespace naryad::exports {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(naryad::exports)
};

QString textOf(const Cell &cell, bool russianTimes)
{
    return cell.isMoment() ? timeText(cell.moment, russianTimes) : cell.text;
}

/// The cells of a task under these columns.
QStringList texts(const QVector<TaskColumn> &columns, const TaskCard &card, const AccountZone &zone)
{
    const bool russianTimes = usualSeparator() == u';';
    QStringList texts;
    for (const TaskColumn &column : columns)
        texts.append(textOf(column.cell(card, zone), russianTimes));
    return texts;
}

QStringList titles(const QVector<TaskColumn> &columns)
{
    QStringList titles;
    for (const TaskColumn &column : columns)
        titles.append(column.heading.title);
    return titles;
}

/// The cells say to a spreadsheet that they are text.
QString htmlLine(const QStringList &cells, QLatin1String tag)
{
    QString line = QStringLiteral("<tr>");
    for (const QString &cell : cells) {
        const QString words = guarded(cell).toHtmlEscaped().replace(
            u'\n', QLatin1String("<br style=\"mso-data-placement:same-cell\">"));
        line += u'<' + tag + QStringLiteral(" style=\"mso-number-format:'\\@'\">") + words
            + QStringLiteral("</") + tag + u'>';
    }
    return line + QStringLiteral("</tr>\n");
}

QString markdownLine(const QStringList &cells)
{
    QStringList escaped;
    for (const QString &cell : cells) {
        QString words = cleaned(cell);
        for (const QChar sign : QStringLiteral("\\|*_`<>[]"))
            words.replace(sign, u'\\' + QString(sign));
        escaped.append(words.replace(u'\n', QLatin1String("<br>")));
    }
    return QStringLiteral("| ") + escaped.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

Clip tableClip(const QVector<TaskColumn> &columns, const QVector<TaskCard> &cards, const AccountZone &zone)
{
    Clip clip;
    clip.text = tsvLine(titles(columns)) + u'\n';
    clip.html = QStringLiteral("<meta charset=\"utf-8\"><table>\n")
        + htmlLine(titles(columns), QLatin1String("th"));
    for (const TaskCard &card : cards) {
        const QStringList line = texts(columns, card, zone);
        clip.text += tsvLine(line) + u'\n';
        clip.html += htmlLine(line, QLatin1String("td"));
    }
    clip.html += QStringLiteral("</table>");
    return clip;
}

Clip markdownClip(const QVector<TaskColumn> &columns, const QVector<TaskCard> &cards, const AccountZone &zone)
{
    Clip clip;
    clip.text
        = markdownLine(titles(columns)) + u'|' + QStringLiteral(" --- |").repeated(columns.size()) + u'\n';
    for (const TaskCard &card : cards)
        clip.text += markdownLine(texts(columns, card, zone));
    return clip;
}

/// A value as programs read it: not known is null, a time tells its zone.
QJsonValue jsonOf(const Cell &cell)
{
    if (!cell.known)
        return QJsonValue::Null;
    return cell.isMoment() ? cell.moment.toOffsetFromUtc(cell.moment.offsetFromUtc()).toString(Qt::ISODate)
                           : cleaned(cell.text);
}

Clip jsonClip(const QVector<TaskCard> &cards, const AccountZone &zone)
{
    const QVector<TaskColumn> columns = taskColumns();
    QJsonArray all;
    for (const TaskCard &card : cards) {
        QJsonObject task;
        for (const TaskColumn &column : columns)
            task.insert(column.key, jsonOf(column.cell(card, zone)));
        all.append(task);
    }
    return {QString::fromUtf8(QJsonDocument(all).toJson())};
}

QString titleOf(const TaskRow &row)
{
    return row.number.isEmpty() ? Words::tr("Task without a number yet")
                                : Words::tr("Task %1").arg(row.number);
}

Clip textClip(const QVector<TaskCard> &cards, const AccountZone &zone)
{
    Clip clip;
    for (const TaskCard &card : cards) {
        QStringList parts{
            titleOf(card.row), models::planText(card.row.plannedStart, card.row.plannedEnd, zone)};
        for (const QString &part :
             {card.row.taskTemplate.name, refCell(card.row.contractor).text,
              card.task.address.isKnown() ? card.task.address.value.oneLine() : QString(),
              card.task.address.value.notes, refCell(card.row.worker).text, models::stateText(card.row)}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        clip.text += cleaned(parts.join(QStringLiteral(" · "))).replace(u'\n', u' ') + u'\n';
    }
    return clip;
}

/// A line for each client, in the order of the tasks.
Result<Clip> phoneClip(store::Reader &reader, const QVector<TaskCard> &cards)
{
    QStringList ids;
    QSet<QString> seen;
    for (const TaskCard &card : cards) {
        const QString id = card.row.contractor.value.id;
        if (!id.isEmpty() && !seen.contains(id)) {
            seen.insert(id);
            ids.append(id);
        }
    }
    const auto contractors = waited(reader.contractorCards(ids));
    if (!contractors)
        return tl::unexpected(contractors.error());
    Clip clip;
    for (const Contractor &contractor : *contractors) {
        QStringList phones;
        for (const Phone &phone : contractor.phones.value) {
            if (phone.deleted || phone.number.isEmpty())
                continue;
            QString whose;
            for (const Person &person : contractor.persons.value) {
                if (!phone.personId.isEmpty() && person.id == phone.personId)
                    whose = u' ' + person.name;
            }
            phones.append(phoneShown(phone.number) + whose);
        }
        const QString known = contractor.phones.isKnown() ? Words::tr("no phone") : models::notKnownText();
        clip.text += cleaned(
                         contractor.path() + QStringLiteral(": ")
                         + (phones.isEmpty() ? known : phones.join(QStringLiteral(", "))))
                         .replace(u'\n', u' ')
            + u'\n';
    }
    return clip;
}

Result<Clip> clipOf(store::Reader &reader, const ClipOrder &order)
{
    if (order.rows.size() > MostCopied) {
        return fail(
            ErrorKind::BadInput,
            Words::tr("Too many to be copied: %1. Export them into a file.")
                .arg(QLocale().toString(order.rows.size())));
    }
    const auto columns = taskColumns(order.columns);
    if (!columns)
        return tl::unexpected(columns.error());
    const auto cards = waited(reader.taskCards(order.rows));
    if (!cards)
        return tl::unexpected(cards.error());
    Result<Clip> clip;
    switch (order.format) {
    case ClipFormat::Table:
        clip = tableClip(*columns, *cards, order.zone);
        break;
    case ClipFormat::Text:
        clip = textClip(*cards, order.zone);
        break;
    case ClipFormat::Markdown:
        clip = markdownClip(*columns, *cards, order.zone);
        break;
    case ClipFormat::Json:
        clip = jsonClip(*cards, order.zone);
        break;
    case ClipFormat::Phones:
        clip = phoneClip(reader, *cards);
        break;
    }
    if (clip)
        clip->rows = static_cast<int>(cards->size());
    return clip;
}

} // namespace

ClipJob::ClipJob(store::Reader &reader, ClipOrder order)
    : Background(
        [&reader, order = std::move(order)](QPromise<Result<Clip>> &) { return clipOf(reader, order); })
{}

} // namespace naryad::exports
