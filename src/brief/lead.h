// Where an article says what matters: its headline and the first sentences of its body.
#pragma once

#include <vector>

#include "document.h"

namespace lede::brief {

struct Lead {
    std::vector<Index> headline;  ///< sentences of the headline
    std::vector<Index> opening;  ///< the first sentences of the body, in order; the first of them is the lead
};

/// Body sentences are those of paragraphs; captions, bylines and lines of a few words without a verb are
/// passed over.
Lead find_lead(const Document& doc);

/// Is this a sentence of a paragraph that tells something?
bool is_body(const Document& doc, const Sentence& sentence);

}  // namespace lede::brief
