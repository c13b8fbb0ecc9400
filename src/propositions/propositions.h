// Stage: who does what to whom, as each sentence says it.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `propositions`, and the column `proposition` of the tokens that trigger them. Reads trees, names,
/// times and quantities.
void find_propositions(Document& doc, const Resources& resources);

/// Fills `clause_links`. Reads trees and propositions.
void find_clause_relations(Document& doc, const Resources& resources);

/// "voted *to close the terminal*": is a token Is a token the head of a predicate's patient?
bool is_patient(const Document& doc, Index predicate, Index token);

}  // namespace lede
