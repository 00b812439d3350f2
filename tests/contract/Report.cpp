#include "Report.h"

#include "api/CommandTable.h"

#include <algorithm>
#include <cstdio>

namespace naryad::contract {

bool Report::holds(const char *command, bool condition, const QString &otherwise)
{
    Line &told = line(command);
    if (condition) {
        told.verdict = std::max(told.verdict, Verdict::Passed);
    } else {
        told.verdict = Verdict::Failed;
        told.words.prepend(otherwise);
    }
    return condition;
}

void Report::skip(const char *command, const QString &why)
{
    Line &told = line(command);
    told.verdict = std::max(told.verdict, Verdict::Skipped);
    told.words.append(why);
}

void Report::note(const char *command, const QString &what)
{
    line(command).words.append(what);
}

int Report::print() const
{
    QHash<Verdict, int> counts;
    for (const api::CommandInfo &command : api::commandTable()) {
        Line told = m_lines.value(command.name);
        if (told.verdict == Verdict::NotReached) {
            told.verdict = Verdict::Failed;
            told.words.append(QStringLiteral("not reached, as something before it failed"));
        }
        ++counts[told.verdict];
        const char *word = told.verdict == Verdict::Passed ? "passed"
            : told.verdict == Verdict::Skipped             ? "skipped"
                                                           : "failed";
        told.words.removeDuplicates();
        const QString words = told.words.isEmpty()
            ? QString()
            : QString(QStringLiteral(": ") + told.words.join(QStringLiteral("; ")));
        std::printf("%-7s  %s%s\n", word, qPrintable(command.name), qPrintable(words));
    }
    for (const QString &remark : m_remarks)
        std::printf("%s\n", qPrintable(remark));
    const int skipped = counts.value(Verdict::Skipped);
    const QString more = skipped > 0 ? QStringLiteral(", %1 skipped").arg(skipped) : QString();
    std::printf(
        "%d passed, %d failed%s\n", counts.value(Verdict::Passed), counts.value(Verdict::Failed),
        qPrintable(more));
    std::fflush(stdout);
    return counts.value(Verdict::Failed) > 0 ? 1 : 0;
}

QString Report::wordsOf(const Error &error)
{
    QString words = describe(error);
    if (error.httpStatus > 0)
        words += QStringLiteral(" (HTTP %1)").arg(error.httpStatus);
    return words;
}

} // namespace naryad::contract
