#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace naryad::fuzz {

/// Gives the bytes to every reader of the api library: the reply parser, each codec, and the judges of a read's and
/// a write's answer at every status. What must hold of any bytes: each ends with a value, or with an error that says
/// the answer is bad; what was read as a field's value can be written again as JSON; each error has words.
/// The first thing that does not hold, in words; nullopt where all does.
std::optional<QString> complaintAbout(const QByteArray &bytes);

} // namespace naryad::fuzz
