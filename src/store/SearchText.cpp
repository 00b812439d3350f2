#include "SearchText.h"

#include "core/Phone.h"
#include "core/Text.h"

#include <QSet>

#include <algorithm>

namespace naryad::store {

namespace {

constexpr int TrigramLetters = 3;
constexpr qsizetype PhoneDigits = 7; ///< of what is a phone wherever it stands

/// A word without brackets, commas and the like around it; nothing but such marks stays as it is.
QString bare(const QString &word)
{
    const auto isMark = [](QChar letter) { return !letter.isLetterOrNumber() && letter != QLatin1Char('+'); };
    qsizetype from = 0;
    qsizetype to = word.size();
    while (from < to && isMark(word.at(from)))
        ++from;
    while (to > from && isMark(word.at(to - 1)))
        --to;
    return from == to ? word : word.mid(from, to - from);
}

/// What stands behind a hyphen, a slash or a point may be what is looked for: "ул.Ленина", "А-10".
void addParts(const QStringList &whole, QStringList &words)
{
    for (const QString &word : whole) {
        qsizetype from = 0;
        bool parted = false;
        for (qsizetype i = 0; i <= word.size(); ++i) {
            if (i < word.size() && word.at(i).isLetterOrNumber())
                continue;
            parted = parted || i < word.size();
            if (parted && from > 0 && i > from)
                words.append(word.mid(from, i - from));
            from = i + 1;
        }
    }
}

void addPhones(const QString &said, QStringList &words)
{
    const auto digits
        = std::count_if(said.begin(), said.end(), [](QChar letter) { return letter.isDigit(); });
    if (digits < PhoneDigits)
        return;
    const QStringList keys = phoneKeys(said);
    for (const QString &key : keys) {
        if (key.size() >= PhoneDigits)
            words.append(key);
    }
}

/// The letters of a text as SQLite counts them: a pair of surrogates is one.
QStringList lettersOf(const QString &text)
{
    QStringList letters;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size();
        letters.append(text.mid(i, pair ? 2 : 1));
        i += pair ? 1 : 0;
    }
    return letters;
}

QStringList trigramsWithin(const QString &text)
{
    const QStringList letters = lettersOf(text);
    QStringList trigrams;
    QSet<QString> seen;
    for (qsizetype i = 0; i + TrigramLetters <= letters.size(); ++i) {
        const QString trigram = letters.at(i) + letters.at(i + 1) + letters.at(i + 2);
        if (!seen.contains(trigram)) {
            seen.insert(trigram);
            trigrams.append(trigram);
        }
    }
    return trigrams;
}

} // namespace

QStringList wordsToFind(const QString &typed)
{
    QStringList words = searchWords(typed);
    std::transform(words.begin(), words.end(), words.begin(), bare);
    words.removeDuplicates();
    return words;
}

QString searchText(const QStringList &said)
{
    QStringList words;
    for (const QString &text : said) {
        if (text.isEmpty())
            continue;
        const QStringList whole = wordsToFind(text);
        words += whole;
        addParts(whole, words);
        addPhones(text, words);
    }
    words.removeDuplicates();
    return words.isEmpty() ? QString() : QLatin1Char(' ') + words.join(QLatin1Char(' '));
}

QString searchTextOf(const Task &task)
{
    const Address &address = task.address.value;
    QStringList said{
        task.number,
        task.taskTemplate.name,
        task.contractor.value.name,
        task.worker.value.name,
        address.text,
        address.entrance,
        address.floor,
        address.room,
        address.notes,
        task.status.value.name};
    for (const auto *rows : {&task.details, &task.report}) {
        for (const FieldRow &row : *rows) {
            switch (row.value.kind()) {
            case FieldValue::Kind::Text:
            case FieldValue::Kind::Number:
            case FieldValue::Kind::Option:
                said.append(row.value.displayText());
                break;
            default:
                break;
            }
        }
    }
    return searchText(said);
}

QString indexedForm(const QString &searchText)
{
    QString form = searchText;
    return form.replace(QLatin1Char(' '), QLatin1String("  "));
}

QStringList trigramsOf(const QString &word, bool atBeginning)
{
    const qsizetype letters = lettersOf(word).size();
    if (letters == 1)
        return {QLatin1String("  ") + word};
    if (letters == 2)
        return {QLatin1Char(' ') + word};
    return trigramsWithin(atBeginning ? QLatin1String(" ") + word : word);
}

QStringList trigramsOfText(const QString &searchText)
{
    return trigramsWithin(indexedForm(searchText));
}

QString matchOf(const QStringList &trigrams)
{
    QStringList terms;
    for (const QString &trigram : trigrams) {
        QString term = trigram;
        terms.append(
            QLatin1Char('"') + term.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"'));
    }
    return terms.join(QLatin1String(" AND "));
}

} // namespace naryad::store
