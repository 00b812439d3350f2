#include "Words.h"

#include <array>
#include <cmath>

namespace naryad::bench {

namespace {

/// Turns of drawn(), each for one thing.
enum Turn {
    TurnCommon = 100,
    TurnAlso,
    TurnOld,
    TurnSide,
    TurnPercent,
    TurnRare,
    TurnWords,
    TurnSerialIn,
    TurnSerial,
    TurnBackground = 200,
};

const QStringList &prefixes()
{
    static const QStringList list{
        QString(),
        QStringLiteral("пере"),
        QStringLiteral("под"),
        QStringLiteral("при"),
        QStringLiteral("раз"),
        QStringLiteral("от"),
        QStringLiteral("за"),
        QStringLiteral("вы"),
        QStringLiteral("на"),
        QStringLiteral("про")};
    return list;
}

const QStringList &roots()
{
    static const QStringList list{
        QStringLiteral("монтаж"),  QStringLiteral("чист"),    QStringLiteral("вер"),
        QStringLiteral("насос"),   QStringLiteral("труб"),    QStringLiteral("клапан"),
        QStringLiteral("мотор"),   QStringLiteral("кран"),    QStringLiteral("замен"),
        QStringLiteral("шум"),     QStringLiteral("стук"),    QStringLiteral("теч"),
        QStringLiteral("лестниц"), QStringLiteral("стен"),    QStringLiteral("крыш"),
        QStringLiteral("двер"),    QStringLiteral("замок"),   QStringLiteral("ключ"),
        QStringLiteral("пульт"),   QStringLiteral("плат"),    QStringLiteral("реле"),
        QStringLiteral("щит"),     QStringLiteral("свет"),    QStringLiteral("ламп"),
        QStringLiteral("бак"),     QStringLiteral("котел"),   QStringLiteral("газ"),
        QStringLiteral("тепл"),    QStringLiteral("холод"),   QStringLiteral("мороз"),
        QStringLiteral("нагрев"),  QStringLiteral("камер"),   QStringLiteral("сторож"),
        QStringLiteral("ходьб"),   QStringLiteral("звон"),    QStringLiteral("говор"),
        QStringLiteral("просьб"),  QStringLiteral("жалоб"),   QStringLiteral("смет"),
        QStringLiteral("акт"),     QStringLiteral("оплат"),   QStringLiteral("налич"),
        QStringLiteral("карт"),    QStringLiteral("срок"),    QStringLiteral("утр"),
        QStringLiteral("вечер"),   QStringLiteral("звук"),    QStringLiteral("запах"),
        QStringLiteral("дым"),     QStringLiteral("вод"),     QStringLiteral("пар"),
        QStringLiteral("масл"),    QStringLiteral("смаз"),    QStringLiteral("болт"),
        QStringLiteral("гайк"),    QStringLiteral("винт"),    QStringLiteral("провод"),
        QStringLiteral("розет"),   QStringLiteral("автомат"), QStringLiteral("кабел")};
    return list;
}

const QStringList &endings()
{
    static const QStringList list{
        QString(),
        QStringLiteral("ка"),
        QStringLiteral("ный"),
        QStringLiteral("ная"),
        QStringLiteral("ение"),
        QStringLiteral("ов"),
        QStringLiteral("ами"),
        QStringLiteral("а"),
        QStringLiteral("ик"),
        QStringLiteral("у")};
    return list;
}

const QStringList &syllables()
{
    static const QStringList list{QStringLiteral("бра"), QStringLiteral("ку"),  QStringLiteral("ло"),
                                  QStringLiteral("зми"), QStringLiteral("тре"), QStringLiteral("ша"),
                                  QStringLiteral("вел"), QStringLiteral("дор"), QStringLiteral("гну"),
                                  QStringLiteral("жеб")};
    return list;
}

/// A word of the background: the first ones are everywhere, the last of 6,000 nearly nowhere.
QString backgroundWord(qint64 place, int turn)
{
    const double evenly = drawn(place, turn, 1 << 20) / double(1 << 20);
    const qint64 all = prefixes().size() * roots().size() * endings().size();
    // Not in the order of the lists, so that words of one root are not of one frequency.
    const qint64 which = static_cast<qint64>(std::pow(evenly, 3) * static_cast<double>(all)) * 2477 % all;
    const qint64 root = which % roots().size();
    const qint64 rest = which / roots().size();
    return prefixes().at(rest % prefixes().size()) + roots().at(root)
        + endings().at(rest / prefixes().size());
}

} // namespace

quint32 drawn(qint64 place, int turn, quint32 below)
{
    quint64 z = 0x5eed + 0x9e3779b97f4a7c15ULL * static_cast<quint64>(place + 1)
        + 0xd1342543de82ef95ULL * static_cast<quint64>(turn + 1);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    z ^= z >> 31;
    return below == 0 ? 0 : static_cast<quint32>((z >> 33) % below);
}

namespace words {

QString common()
{
    return QStringLiteral("кондиционер");
}

QString alsoCommon()
{
    return QStringLiteral("обслуживание");
}

QString commonOld()
{
    return QStringLiteral("гарантия");
}

QString here()
{
    return QStringLiteral("квартира");
}

QString there()
{
    return QStringLiteral("цоколь");
}

QStringList ofOnePercent()
{
    static const QStringList list{
        QStringLiteral("фреон"),      QStringLiteral("дренаж"),     QStringLiteral("штроба"),
        QStringLiteral("вальцовка"),  QStringLiteral("чиллер"),     QStringLiteral("рекуператор"),
        QStringLiteral("домофон"),    QStringLiteral("эвакуатор"),  QStringLiteral("термостат"),
        QStringLiteral("конденсат"),  QStringLiteral("виброопора"), QStringLiteral("манометр"),
        QStringLiteral("прессостат"), QStringLiteral("уровнемер"),  QStringLiteral("хладагент"),
        QStringLiteral("гофра"),      QStringLiteral("сифон"),      QStringLiteral("эжектор"),
        QStringLiteral("филенка"),    QStringLiteral("шпингалет")};
    return list;
}

QString ofTen(int which)
{
    const auto size = syllables().size();
    return syllables().at(which % size) + syllables().at(which / size) + QStringLiteral("ящук");
}

QString nowhere(int which)
{
    static const QStringList list{
        QStringLiteral("щъыжфэ"), QStringLiteral("ыъьщю"), QStringLiteral("фжцъэ"), QStringLiteral("йщзъх")};
    return list.at(which % list.size());
}

QString nowhereOfCommonParts()
{
    // обслужива|ние + па|нель + кондицио|нер: «ане» is of «панель», which many descriptions have.
    return QStringLiteral("обслуживанер");
}

QStringList shortCommon(int letters)
{
    return letters == 1 ? QStringList{QStringLiteral("к"), QStringLiteral("о")}
                        : QStringList{QStringLiteral("ко"), QStringLiteral("об")};
}

QStringList shortRare(int letters)
{
    return letters == 1 ? QStringList{QStringLiteral("ф"), QStringLiteral("э")}
                        : QStringList{QStringLiteral("эв"), QStringLiteral("фр")};
}

} // namespace words

QString serialNumber(qint64 place)
{
    return QString::number(1000000 + drawn(place, TurnSerial, 9000000));
}

QString description(qint64 place, qint64 count)
{
    QStringList said;
    const quint32 side = drawn(place, TurnSide, 100);
    if (side < 42)
        said.append(words::here());
    else if (side >= 50 && side < 92)
        said.append(words::there());
    if (drawn(place, TurnCommon, 100) < 45)
        said.append(words::common());
    if (drawn(place, TurnAlso, 100) < 42)
        said.append(words::alsoCommon());
    if (place < count / 2 && drawn(place, TurnOld, 100) < 90)
        said.append(words::commonOld());
    if (drawn(place, TurnWords, 5) == 0)
        said.append(QStringLiteral("панель"));
    const auto percent = words::ofOnePercent();
    for (int i = 0; i < percent.size(); ++i) {
        if (drawn(place, TurnPercent * 100 + i, 100) == 0)
            said.append(percent.at(i));
    }
    const qint64 rarity = std::max<qint64>(1, count / 10);
    if (const qint64 rare = drawn(place, TurnRare, static_cast<quint32>(rarity)); rare < words::RareWords)
        said.append(words::ofTen(static_cast<int>(rare)));
    const int more = 4 + static_cast<int>(drawn(place, TurnBackground, 4));
    for (int i = 1; i <= more; ++i)
        said.append(backgroundWord(place, TurnBackground + i));
    if (drawn(place, TurnSerialIn, 3) == 0)
        said.append(QStringLiteral("зав. № ") + serialNumber(place));
    return said.join(QLatin1Char(' '));
}

} // namespace naryad::bench
