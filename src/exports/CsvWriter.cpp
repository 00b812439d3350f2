#include "TableWriter.h"

#include <QSaveFile>

namespace naryad::exports {

namespace {

class CsvWriter final : public TableWriter
{
public:
    CsvWriter(const QString &file, QChar separator)
        : m_file(file)
        , m_separator(separator)
    {}

    Result<void> begin(const QString &, const QVector<Heading> &headings) override
    {
        // The mark by which spreadsheets know UTF-8.
        if (!m_file.open(QIODevice::WriteOnly) || m_file.write("\xEF\xBB\xBF") != 3)
            return failed();
        QStringList titles;
        for (const Heading &heading : headings)
            titles.append(heading.title);
        return line(titles);
    }

    Result<void> row(const QVector<Cell> &cells) override
    {
        QStringList texts;
        for (const Cell &cell : cells)
            texts.append(cell.isMoment() ? timeText(cell.moment, m_separator == u';') : cell.text);
        return line(texts);
    }

    Result<void> finish() override { return m_file.commit() ? Result<void>() : failed(); }

private:
    Result<void> line(const QStringList &cells)
    {
        const QByteArray bytes = (csvLine(cells, m_separator) + QStringLiteral("\r\n")).toUtf8();
        return m_file.write(bytes) == bytes.size() ? Result<void>() : failed();
    }

    Result<void> failed() { return fail(fileError(m_file.fileName(), m_file.errorString())); }

    QSaveFile m_file;
    QChar m_separator;
};

} // namespace

std::unique_ptr<TableWriter> csvWriter(const QString &file, QChar separator)
{
    return std::make_unique<CsvWriter>(file, separator);
}

Error fileError(const QString &file, const QString &words)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.words = words.isEmpty() ? file : file + QStringLiteral(": ") + words;
    error.place = file;
    return error;
}

QString timeText(const QDateTime &moment, bool russianTimes)
{
    return moment.toString(
        russianTimes ? QStringLiteral("dd.MM.yyyy HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace naryad::exports
