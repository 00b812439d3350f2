#include "Steps.h"

#include <QRandomGenerator>

#include <algorithm>
#include <iterator>

namespace naryad::test {

namespace {

struct Weight
{
    Act act;
    int weight;
    const char *name;
};

constexpr Weight Weights[] = {
    {Act::Say, 44, "say"},        {Act::Turn, 10, "turn"},       {Act::Settle, 7, "settle"},
    {Act::Pass, 4, "pass"},       {Act::LineDown, 4, "down"},    {Act::LineUp, 6, "up"},
    {Act::BadAddress, 1, "bad"},  {Act::Fault, 20, "fault"},     {Act::Kill, 5, "kill"},
    {Act::Restart, 2, "restart"}, {Act::Recall, 3, "recall"},    {Act::RecallLast, 1, "recall last"},
    {Act::Decide, 5, "decide"},   {Act::LookFor, 1, "look for"}, {Act::Sync, 2, "sync"},
    {Act::Refresh, 2, "refresh"}, {Act::Others, 8, "others"},    {Act::WrongKey, 1, "wrong key"},
};

constexpr int LeastSteps = 10;
constexpr int MostSteps = 34;
constexpr quint64 LongOutOf = 10; ///< one history in so many is a long one
constexpr int LongTimes = 4;

} // namespace

QVector<Step> stepsOf(quint64 seed)
{
    const quint32 seeds[]{static_cast<quint32>(seed), static_cast<quint32>(seed >> 32), 20261124};
    QRandomGenerator random(seeds, std::size(seeds));
    int total = 0;
    for (const Weight &weight : Weights)
        total += weight.weight;
    QVector<Step> steps;
    int count = random.bounded(LeastSteps, MostSteps + 1);
    if (seed % LongOutOf == 0)
        count *= LongTimes;
    for (int i = 0; i < count; ++i) {
        int drawn = random.bounded(total);
        const auto chosen = std::find_if(std::begin(Weights), std::end(Weights), [&drawn](const Weight &one) {
            drawn -= one.weight;
            return drawn < 0;
        });
        const quint32 a = random.generate();
        const quint32 b = random.generate();
        steps.append({chosen->act, a, b, random.generate()});
    }
    return steps;
}

QString toText(const Step &step)
{
    const auto found = std::find_if(
        std::begin(Weights), std::end(Weights), [&step](const Weight &one) { return one.act == step.act; });
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QString::fromLatin1(found->name))
        .arg(step.a)
        .arg(step.b)
        .arg(step.c);
}

} // namespace naryad::test
