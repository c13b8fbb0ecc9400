// Which candidate speaks.
#pragma once

#include <vector>

#include "coreference/candidates.h"
#include "document.h"

namespace lede::coreference {

/// For each quotation the candidate that its speaker's span holds, or `none`: a person's name, or else the
/// phrase that the span's root heads. @param candidates in text order.
std::vector<Index> find_speaking(const Document& doc, const std::vector<Candidate>& candidates);

}  // namespace lede::coreference
