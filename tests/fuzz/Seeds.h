#pragma once

#include <QByteArray>
#include <QVector>

namespace naryad::fuzz {

struct Seed
{
    const char *name;
    QByteArray bytes;
};

/// What the vendor's document prints, and what servers answer that are none of the service's.
QVector<Seed> seeds();

} // namespace naryad::fuzz
