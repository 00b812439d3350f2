#pragma once

#include "core/Result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace naryad::contract {

/// What became of each of the 45 commands. One that failed once has failed; one nobody got to has, too.
class Report
{
public:
    /// An answer passes the command; an error fails it with its words. Whether it was an answer.
    template <class T> bool took(const char *command, const Result<T> &answer)
    {
        return answer ? holds(command, true, {}) : holds(command, false, wordsOf(answer.error()));
    }

    /// Something that must be so, of a command that was answered; `otherwise` says what was seen instead.
    bool holds(const char *command, bool condition, const QString &otherwise);

    /// What a server may lawfully not show, and so can't be tried here.
    void skip(const char *command, const QString &why);

    /// Something seen of a command that passes all the same.
    void note(const char *command, const QString &what);

    /// Something to be told at the end, about no command of its own.
    void remark(const QString &what) { m_remarks.append(what); }

    /// One line a command and one that counts them; the exit status: 1 where any has failed.
    int print() const;

    static QString wordsOf(const Error &error);

private:
    enum class Verdict {
        NotReached,
        Skipped,
        Passed,
        Failed,
    };
    struct Line
    {
        Verdict verdict = Verdict::NotReached;
        QStringList words;
    };
    Line &line(const char *command) { return m_lines[QString::fromLatin1(command)]; }

    QHash<QString, Line> m_lines;
    QStringList m_remarks;
};

} // namespace naryad::contract
