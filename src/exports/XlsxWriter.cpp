#include "TableWriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <xlsxwriter.h>

#include <cstdio>
#include <utility>

namespace naryad::exports {

namespace {

constexpr qsizetype MostCharacters = 32767; ///< of one cell, by the format
constexpr int TextFormat = 49; ///< "@" among the format's built-in ones
constexpr qint64 Piece = 1 << 20;
static_assert(MostSheetRows == LXW_ROW_MAX);

/// libxlsxwriter in its mode for large files. Every value but a time is a string of the sheet itself, which
/// no spreadsheet takes for a formula. The library writes a file by its name and can't write over nothing, so
/// it writes beside the wanted one, which takes what came out as a whole.
class XlsxWriter final : public TableWriter
{
public:
    XlsxWriter(const QString &file, bool russianTimes, int rowsOfASheet)
        : m_file(file)
        , m_russianTimes(russianTimes)
        , m_most(static_cast<lxw_row_t>(rowsOfASheet))
    {}
    ~XlsxWriter() override { abandon(); }
    Q_DISABLE_COPY_MOVE(XlsxWriter)

    Result<void> begin(const QString &title, const QVector<Heading> &headings) override
    {
        m_title = title;
        m_headings = headings;
        m_beside.setFileTemplate(QFileInfo(m_file).dir().filePath(QStringLiteral(".naryad-XXXXXX.xlsx")));
        if (!m_beside.open())
            return fail(fileError(m_file, m_beside.errorString()));
        m_beside.close();
        m_name = QFile::encodeName(QDir::toNativeSeparators(m_beside.fileName()));
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_book = workbook_new_opt(m_name.constData(), &options);
        if (!m_book)
            return fail(fileError(m_file, {}));
        m_heading = workbook_add_format(m_book);
        format_set_bold(m_heading);
        format_set_num_format_index(m_heading, TextFormat);
        m_text = workbook_add_format(m_book);
        format_set_num_format_index(m_text, TextFormat);
        m_time = workbook_add_format(m_book);
        format_set_num_format(m_time, m_russianTimes ? "dd.mm.yyyy hh:mm" : "yyyy-mm-dd hh:mm");
        return newSheet();
    }

    Result<void> row(const QVector<Cell> &cells) override
    {
        if (m_row == m_most) {
            if (auto begun = newSheet(); !begun)
                return begun;
        }
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            if (auto done = cells.at(i).isMoment() ? time(column, cells.at(i).moment)
                                                   : text(column, cells.at(i).text, m_text);
                !done)
                return done;
        }
        ++m_row;
        return {};
    }

    Result<void> finish() override
    {
        // What the library's own file could not take is told by that file alone.
        bool whole = true;
        for (const lxw_worksheet *sheet : std::as_const(m_sheets))
            whole = whole && sheet->optimize_tmpfile && std::ferror(sheet->optimize_tmpfile) == 0
                && std::fflush(sheet->optimize_tmpfile) == 0;
        m_sheets.clear();
        const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
        if (!whole || error != LXW_NO_ERROR)
            return fail(fileError(m_file, QString::fromUtf8(whole ? lxw_strerror(error) : "")));
        return takeOver();
    }

private:
    Result<void> newSheet()
    {
        const QString name
            = m_sheets.isEmpty() ? m_title : m_title + u' ' + QString::number(m_sheets.size() + 1);
        lxw_worksheet *sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
        if (!sheet)
            return fail(fileError(m_file, {}));
        m_sheets.append(sheet);
        m_row = 0;
        for (qsizetype i = 0; i < m_headings.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet, column, column, m_headings.at(i).width, nullptr);
        }
        worksheet_freeze_panes(sheet, 1, 0);
        for (qsizetype i = 0; i < m_headings.size(); ++i) {
            if (auto done = text(static_cast<lxw_col_t>(i), m_headings.at(i).title, m_heading); !done)
                return done;
        }
        m_row = 1;
        return {};
    }

    Result<void> text(lxw_col_t column, const QString &value, lxw_format *format)
    {
        QString words = cleaned(value);
        if (words.isEmpty())
            return {};
        if (words.size() > MostCharacters)
            words = words.left(MostCharacters - 2) + QStringLiteral("…");
        return told(worksheet_write_string(
            m_sheets.last(), m_row, column, cleaned(words).toUtf8().constData(), format));
    }

    Result<void> time(lxw_col_t column, const QDateTime &moment)
    {
        const QDate date = moment.date();
        const QTime time = moment.time();
        // Sheets know no other years.
        if (date.year() < 1900 || date.year() > 9999)
            return text(column, timeText(moment, m_russianTimes), m_text);
        lxw_datetime value{date.year(), date.month(),  date.day(),
                           time.hour(), time.minute(), double(time.second())};
        return told(worksheet_write_datetime(m_sheets.last(), m_row, column, &value, m_time));
    }

    Result<void> told(lxw_error error) const
    {
        if (error == LXW_NO_ERROR)
            return {};
        return fail(fileError(m_file, QString::fromUtf8(lxw_strerror(error))));
    }

    /// The wanted file becomes what stands beside it, in one step.
    Result<void> takeOver()
    {
        QFile made(m_beside.fileName());
        QSaveFile target(m_file);
        if (!made.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly))
            return fail(fileError(m_file, target.errorString()));
        while (!made.atEnd()) {
            const QByteArray piece = made.read(Piece);
            if (piece.isEmpty() || target.write(piece) != piece.size())
                return fail(fileError(m_file, target.errorString()));
        }
        return target.commit() ? Result<void>() : fail(fileError(m_file, target.errorString()));
    }

    /// The library closes its own files only where it writes the whole book.
    void abandon()
    {
        if (!m_book)
            return;
        for (const lxw_worksheet *sheet : std::as_const(m_sheets)) {
            if (sheet->optimize_tmpfile)
                std::fclose(sheet->optimize_tmpfile);
        }
        lxw_workbook_free(std::exchange(m_book, nullptr));
    }

    QString m_file;
    bool m_russianTimes;
    lxw_row_t m_most; ///< rows of a sheet
    QTemporaryFile m_beside;
    QByteArray m_name;
    QString m_title;
    QVector<Heading> m_headings;
    lxw_workbook *m_book = nullptr;
    lxw_format *m_heading = nullptr;
    lxw_format *m_text = nullptr;
    lxw_format *m_time = nullptr;
    QVector<lxw_worksheet *> m_sheets;
    lxw_row_t m_row = 0;
};

} // namespace

std::unique_ptr<TableWriter> xlsxWriter(const QString &file, bool russianTimes, int rowsOfASheet)
{
    return std::make_unique<XlsxWriter>(file, russianTimes, rowsOfASheet);
}

} // namespace naryad::exports
