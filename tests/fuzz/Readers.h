#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace naryad::fuzz {

/// Gives the bytes to every reader of the api library: the JSON parser, each codec, and the judges of a
/// read's and a write's answer at every status. What must hold of any bytes: each ends with a value, or with
/// an error that says the answer is bad and has words for it; the parser takes what Qt's takes and nothing
/// else; what was read can be written again as JSON. The first thing that does not hold, in words; nullopt
/// where all does.
std::optional<QString> complaintAbout(const QByteArray &bytes);

} // namespace naryad::fuzz
