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

constexpr qsizetype PageRows = 500;

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

/// Puts tasks into words, page after page.
class Maker
{
public:
    virtual ~Maker() = default;
    virtual void add(const QVector<TaskCard> &cards) = 0;
    virtual Result<Clip> finish(const QPromise<Result<Clip>> &) { return m_clip; }

protected:
    Clip m_clip;
};

class TableMaker final : public Maker
{
public:
    TableMaker(QVector<TaskColumn> columns, AccountZone zone)
        : m_columns(std::move(columns))
        , m_zone(std::move(zone))
    {
        m_clip.text = tsvLine(titles(m_columns)) + u'\n';
        m_clip.html = QStringLiteral("<meta charset=\"utf-8\"><table>\n")
            + htmlLine(titles(m_columns), QLatin1String("th"));
    }

    void add(const QVector<TaskCard> &cards) override
    {
        for (const TaskCard &card : cards) {
            const QStringList line = texts(m_columns, card, m_zone);
            m_clip.text += tsvLine(line) + u'\n';
            m_clip.html += htmlLine(line, QLatin1String("td"));
        }
    }

    Result<Clip> finish(const QPromise<Result<Clip>> &) override
    {
        m_clip.html += QStringLiteral("</table>");
        return m_clip;
    }

private:
    QVector<TaskColumn> m_columns;
    AccountZone m_zone;
};

class MarkdownMaker final : public Maker
{
public:
    MarkdownMaker(QVector<TaskColumn> columns, AccountZone zone)
        : m_columns(std::move(columns))
        , m_zone(std::move(zone))
    {
        m_clip.text = markdownLine(titles(m_columns)) + u'|'
            + QStringLiteral(" --- |").repeated(m_columns.size()) + u'\n';
    }

    void add(const QVector<TaskCard> &cards) override
    {
        for (const TaskCard &card : cards)
            m_clip.text += markdownLine(texts(m_columns, card, m_zone));
    }

private:
    QVector<TaskColumn> m_columns;
    AccountZone m_zone;
};

/// A value as programs read it: not known is null, a time tells its zone.
QJsonValue jsonOf(const Cell &cell)
{
    if (!cell.known)
        return QJsonValue::Null;
    return cell.isMoment() ? cell.moment.toOffsetFromUtc(cell.moment.offsetFromUtc()).toString(Qt::ISODate)
                           : cleaned(cell.text);
}

class JsonMaker final : public Maker
{
public:
    explicit JsonMaker(AccountZone zone)
        : m_zone(std::move(zone))
    {}

    void add(const QVector<TaskCard> &cards) override
    {
        for (const TaskCard &card : cards) {
            QJsonObject task;
            for (const TaskColumn &column : m_columns)
                task.insert(column.key, jsonOf(column.cell(card, m_zone)));
            m_all.append(task);
        }
    }

    Result<Clip> finish(const QPromise<Result<Clip>> &) override
    {
        return Clip{QString::fromUtf8(QJsonDocument(m_all).toJson())};
    }

private:
    const QVector<TaskColumn> m_columns = taskColumns();
    AccountZone m_zone;
    QJsonArray m_all;
};

QString titleOf(const TaskRow &row)
{
    return row.number.isEmpty() ? Words::tr("Task without a number yet")
                                : Words::tr("Task %1").arg(row.number);
}

class TextMaker final : public Maker
{
public:
    explicit TextMaker(AccountZone zone)
        : m_zone(std::move(zone))
    {}

    void add(const QVector<TaskCard> &cards) override
    {
        for (const TaskCard &card : cards) {
            QStringList parts{
                titleOf(card.row), models::planText(card.row.plannedStart, card.row.plannedEnd, m_zone)};
            for (const QString &part :
                 {card.row.taskTemplate.name, refCell(card.row.contractor).text,
                  card.task.address.isKnown() ? card.task.address.value.oneLine() : QString(),
                  card.task.address.value.notes, refCell(card.row.worker).text,
                  models::stateText(card.row)}) {
                if (!part.isEmpty())
                    parts.append(part);
            }
            m_clip.text += cleaned(parts.join(QStringLiteral(" · "))).replace(u'\n', u' ') + u'\n';
        }
    }

private:
    AccountZone m_zone;
};

/// A line for each client, in the order of the tasks.
class PhoneMaker final : public Maker
{
public:
    explicit PhoneMaker(store::Reader &reader)
        : m_reader(reader)
    {}

    void add(const QVector<TaskCard> &cards) override
    {
        for (const TaskCard &card : cards) {
            const QString id = card.row.contractor.value.id;
            if (!id.isEmpty() && !m_seen.contains(id)) {
                m_seen.insert(id);
                m_ids.append(id);
            }
        }
    }

    Result<Clip> finish(const QPromise<Result<Clip>> &promise) override
    {
        for (qsizetype from = 0; from < m_ids.size(); from += PageRows) {
            if (promise.isCanceled())
                return fail(ErrorKind::Cancelled);
            const auto contractors = waited(m_reader.contractorCards(m_ids.mid(from, PageRows)));
            if (!contractors)
                return tl::unexpected(contractors.error());
            for (const Contractor &contractor : *contractors)
                m_clip.text += lineOf(contractor);
        }
        return m_clip;
    }

private:
    static QString lineOf(const Contractor &contractor)
    {
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
        return cleaned(
                   contractor.path() + QStringLiteral(": ")
                   + (phones.isEmpty() ? known : phones.join(QStringLiteral(", "))))
                   .replace(u'\n', u' ')
            + u'\n';
    }

    store::Reader &m_reader;
    QStringList m_ids;
    QSet<QString> m_seen;
};

std::unique_ptr<Maker>
makerOf(store::Reader &reader, const ClipOrder &order, const QVector<TaskColumn> &columns)
{
    switch (order.format) {
    case ClipFormat::Table:
        return std::make_unique<TableMaker>(columns, order.zone);
    case ClipFormat::Text:
        return std::make_unique<TextMaker>(order.zone);
    case ClipFormat::Markdown:
        return std::make_unique<MarkdownMaker>(columns, order.zone);
    case ClipFormat::Json:
        return std::make_unique<JsonMaker>(order.zone);
    case ClipFormat::Phones:
        break;
    }
    return std::make_unique<PhoneMaker>(reader);
}

Result<Clip> clipOf(store::Reader &reader, const ClipOrder &order, const QPromise<Result<Clip>> &promise)
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
    const auto maker = makerOf(reader, order, *columns);
    int rows = 0;
    for (qsizetype from = 0; from < order.rows.size(); from += PageRows) {
        if (promise.isCanceled())
            return fail(ErrorKind::Cancelled);
        const auto cards = waited(reader.taskCards(order.rows.mid(from, PageRows)));
        if (!cards)
            return tl::unexpected(cards.error());
        maker->add(*cards);
        rows += static_cast<int>(cards->size());
    }
    auto clip = maker->finish(promise);
    if (clip)
        clip->rows = rows;
    return clip;
}

} // namespace

ClipJob::ClipJob(store::Reader &reader, ClipOrder order)
    : Background([&reader, order = std::move(order)](QPromise<Result<Clip>> &promise) {
        return clipOf(reader, order, promise);
    })
{}

} // namespace naryad::exports
