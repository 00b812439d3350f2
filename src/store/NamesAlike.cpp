#include "NamesAlike.h"

#include "core/Text.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

namespace naryad::store {

namespace {

constexpr qsizetype LeastLetters = 5;
constexpr size_t MostAtOnce = 64; ///< compared with one that has the same variant; no real names have more

/// As folded words; in full they are dropped first.
const QStringList &formsInFull()
{
    static const QStringList forms{
        QStringLiteral("общество с ограниченной ответственностью"),
        QStringLiteral("публичное акционерное общество"),
        QStringLiteral("открытое акционерное общество"),
        QStringLiteral("закрытое акционерное общество"),
        QStringLiteral("непубличное акционерное общество"),
        QStringLiteral("акционерное общество"),
        QStringLiteral("индивидуальный предприниматель"),
        QStringLiteral("товарищество собственников жилья"),
        QStringLiteral("товарищество собственников недвижимости")};
    return forms;
}

const QSet<QString> &forms()
{
    static const QSet<QString> words{
        QStringLiteral("ооо"),   QStringLiteral("оао"),  QStringLiteral("зао"),  QStringLiteral("пао"),
        QStringLiteral("нао"),   QStringLiteral("ао"),   QStringLiteral("ип"),   QStringLiteral("чп"),
        QStringLiteral("пбоюл"), QStringLiteral("тоо"),  QStringLiteral("одо"),  QStringLiteral("уп"),
        QStringLiteral("чуп"),   QStringLiteral("гуп"),  QStringLiteral("муп"),  QStringLiteral("фгуп"),
        QStringLiteral("гбу"),   QStringLiteral("мбу"),  QStringLiteral("фгбу"), QStringLiteral("тсж"),
        QStringLiteral("тсн"),   QStringLiteral("жск"),  QStringLiteral("снт"),  QStringLiteral("ано"),
        QStringLiteral("нко"),   QStringLiteral("кфх"),  QStringLiteral("llc"),  QStringLiteral("ltd"),
        QStringLiteral("inc"),   QStringLiteral("corp"), QStringLiteral("gmbh"), QStringLiteral("jsc"),
        QStringLiteral("ojsc"),  QStringLiteral("pjsc"), QStringLiteral("co"),   QStringLiteral("plc")};
    return words;
}

/// Letters and digits, everything else a space.
QString onlyWords(const QString &name)
{
    QString words = foldText(name);
    for (QChar &letter : words) {
        if (!letter.isLetterOrNumber())
            letter = QLatin1Char(' ');
    }
    return words.simplified();
}

QString digitsOf(const QString &name)
{
    QString digits;
    for (const QString &word : name.split(QLatin1Char(' '))) {
        bool inRun = false;
        for (const QChar letter : word) {
            if (letter.isDigit())
                digits += letter;
            else if (inRun)
                digits += QLatin1Char(' ');
            inRun = letter.isDigit();
        }
        if (inRun)
            digits += QLatin1Char(' ');
    }
    return digits;
}

/// One letter written otherwise, left out or put in.
bool isOneAway(const QString &a, const QString &b)
{
    const QString &shorter = a.size() <= b.size() ? a : b;
    const QString &longer = a.size() <= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1)
        return false;
    qsizetype same = 0;
    while (same < shorter.size() && shorter.at(same) == longer.at(same))
        ++same;
    const qsizetype skip = longer.size() == shorter.size() ? 1 : 0;
    return shorter.mid(same + skip) == longer.mid(same + 1);
}

/// Sets of places that were found to belong together.
class Groups
{
public:
    explicit Groups(qsizetype count)
        : m_over(static_cast<size_t>(count))
    {
        std::iota(m_over.begin(), m_over.end(), 0);
    }
    int of(int place)
    {
        int &over = m_over[static_cast<size_t>(place)];
        while (over != m_over[static_cast<size_t>(over)])
            over = m_over[static_cast<size_t>(over)];
        return over;
    }
    void join(int a, int b)
    {
        const int first = of(a);
        const int second = of(b);
        m_over[static_cast<size_t>(std::max(first, second))] = std::min(first, second);
    }

private:
    std::vector<int> m_over;
};

/// A name with one letter left out, or a whole one, by its hash.
struct Variant
{
    size_t hash = 0;
    int name = 0;
    bool operator<(const Variant &other) const
    {
        return hash != other.hash ? hash < other.hash : name < other.name;
    }
};

void addShortened(const QString &name, int place, std::vector<Variant> &variants)
{
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (i == 0 || name.at(i) != name.at(i - 1)) // of equal neighbours any is the same
            variants.push_back({qHash(QString(name).remove(i, 1)), place});
    }
}

/// Two names one letter apart become the same by leaving out one letter of the longer, or one of each: so
/// only those are compared. `names`: no two the same, all with the same digits in the same order.
void joinOneAway(const QVector<QString> &names, const QVector<int> &places, Groups &groups)
{
    std::map<qsizetype, QVector<int>> byLength;
    for (int i = 0; i < names.size(); ++i)
        byLength[names.at(i).size()].append(i);
    for (const auto &[length, same] : byLength) {
        std::vector<Variant> variants;
        for (const int name : same)
            addShortened(names.at(name), name, variants);
        if (const auto shorter = byLength.find(length - 1); shorter != byLength.end()) {
            for (const int name : shorter->second)
                variants.push_back({qHash(names.at(name)), name});
        }
        std::sort(variants.begin(), variants.end());
        for (size_t from = 0; from < variants.size();) {
            size_t to = from + 1;
            while (to < variants.size() && variants[to].hash == variants[from].hash)
                ++to;
            for (size_t i = from; i < to; ++i) {
                for (size_t j = i + 1; j < std::min(to, i + MostAtOnce); ++j) {
                    const int a = variants[i].name;
                    const int b = variants[j].name;
                    if (a != b && isOneAway(names.at(a), names.at(b)))
                        groups.join(places.at(a), places.at(b));
                }
            }
            from = to;
        }
    }
}

} // namespace

QString bareName(const QString &name)
{
    const QString whole = onlyWords(name);
    QString padded = QLatin1Char(' ') + whole + QLatin1Char(' ');
    for (const QString &form : formsInFull())
        padded.replace(QLatin1Char(' ') + form + QLatin1Char(' '), QStringLiteral(" "));
    QStringList words = padded.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return forms().contains(word); });
    return words.isEmpty() ? whole : words.join(QLatin1Char(' '));
}

QVector<QVector<int>> namesAlike(const QStringList &names)
{
    Groups groups(names.size());
    QHash<QString, int> firstOf; ///< by the bare name
    QHash<QString, QVector<int>> byDigits;
    QVector<QString> bare;
    bare.reserve(names.size());
    for (int place = 0; place < names.size(); ++place) {
        const QString name = bareName(names.at(place));
        bare.append(name);
        if (name.isEmpty())
            continue;
        if (const auto same = firstOf.constFind(name); same != firstOf.constEnd()) {
            groups.join(*same, place);
            continue;
        }
        firstOf.insert(name, place);
        byDigits[digitsOf(name)].append(place);
    }
    for (const QVector<int> &places : std::as_const(byDigits)) {
        QVector<QString> some;
        QVector<int> theirs;
        for (const int place : places) {
            const QString &name = bare.at(place);
            const auto letters
                = std::count_if(name.begin(), name.end(), [](QChar letter) { return letter.isLetter(); });
            if (letters < LeastLetters)
                continue;
            some.append(name);
            theirs.append(place);
        }
        joinOneAway(some, theirs, groups);
    }
    std::map<int, QVector<int>> found;
    for (int place = 0; place < names.size(); ++place)
        found[groups.of(place)].append(place);
    QVector<QVector<int>> alike;
    for (const auto &[first, group] : found) {
        if (group.size() > 1)
            alike.append(group);
    }
    return alike;
}

} // namespace naryad::store
