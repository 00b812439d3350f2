#pragma once

#include "ContractorLaid.h"
#include "core/ContractorTree.h"

namespace naryad::store {

/// The whole tree, of the mirror and of what is made and renamed here. Whose parent is not there, and who is
/// its own ancestor, stands at the top as a stray: nobody is lost. Throws SQLite::Exception.
ContractorTree contractorForest(SQLite::Database &mirror, const ContractorLaid &laid);

/// What is left of a tree where only the `kept` places stay; a place is kept only with the way to it. `hit`
/// tells which of them match.
ContractorTree prunedTree(const ContractorTree &whole, const QVector<char> &kept, const QVector<char> &hit);

} // namespace naryad::store
