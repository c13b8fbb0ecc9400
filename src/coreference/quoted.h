// Which words are another's.
#pragma once

#include <vector>

#include "document.h"

namespace lede::coreference {

/// For each token, the quotation between whose marks it stands, or `none`.
std::vector<Index> find_quoted(const Document& doc);

}  // namespace lede::coreference
