#pragma once

#include "core/Contractor.h"
#include "core/Equipment.h"
#include "core/Template.h"

#include <QStringList>

namespace naryad::store {

/// All a thing tells that somebody could look for; deleted persons and phones left out.
QStringList saidBy(const Contractor &contractor);
QStringList saidBy(const TemplateField &field);
QStringList saidBy(const Equipment &piece);
/// The phones of a contractor and its persons as they are written.
QStringList phonesOf(const Contractor &contractor);

} // namespace naryad::store
