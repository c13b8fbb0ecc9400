// One sense a name in one article.
#pragma once

#include <vector>

#include "document.h"
#include "entities/candidates.h"
#include "entities/typing.h"

namespace lede {

/// The evidence for each candidate together with what the rest of the article says of the same words: of the
/// same name elsewhere, of the full name whose last word it is, of what an acronym in brackets stands for.
std::vector<Evidence> weigh_in_document(Document& doc, const std::vector<Candidate>& candidates,
                                        const std::vector<TypeReading>& readings);

/// The syntactic head: the surname, the last word before "of".
Span head_of_name(const Document& doc, const Candidate& candidate, EntityType type);

}  // namespace lede
