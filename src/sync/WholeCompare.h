#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace naryad::sync {

/// What a service made of an update beyond what it was asked for, a line each ("requiredContractor: true →
/// nothing"); empty where it did that and nothing else.
///
/// `rawBefore` and `rawNow`: its answers before and after, in which every key counts, also those nobody here
/// knows. `sent` and `now`: in our own form (core/Serial.h), what was asked for and what came of it.
QStringList beyondTheChange(
    const QByteArray &rawBefore, const QByteArray &rawNow, const QJsonObject &sent, const QJsonObject &now);

/// The lines in one sentence; the first few of them where they are many.
QString beyondTheChangeText(const QStringList &lines);

} // namespace naryad::sync
