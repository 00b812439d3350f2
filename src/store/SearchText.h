#pragma once

#include "core/Task.h"

#include <QString>
#include <QStringList>

namespace naryad::store {

/// The words of what is said, each once, folded, each after a space, so that " ко" finds the words that begin
/// so. Phones among them also as the digits they are found by. Empty where nothing is said.
QString searchText(const QStringList &said);

/// The same of a task: all it tells that somebody could look for.
QString searchTextOf(const Task &task);

/// The form in which a searchText() is given to a trigram index: each word after two spaces, so that a word
/// of one letter has a trigram too. Nothing else may write to such an index: a text is taken out by the same
/// form it was put in.
QString indexedForm(const QString &searchText);

/// The trigrams that all stand in the index where a text holds the word: at a word's beginning
/// (`atBeginning`, always so for one and two letters) or anywhere.
QStringList trigramsOf(const QString &word, bool atBeginning);

/// All of an indexed text, each once; to learn which are frequent.
QStringList trigramsOfText(const QString &searchText);

/// The index's query for texts that have all of these.
QString matchOf(const QStringList &trigrams);

/// The typed words as they stand in a searchText(): folded, without the marks around them.
QStringList wordsToFind(const QString &typed);

} // namespace naryad::store
