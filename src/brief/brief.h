// Stage: what a reader wants first.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `brief.what`, best answer first: the clauses that tell what happened, before the events are weighed.
void find_what_happened(Document& doc, const Resources& resources);

/// Fills the rest of `brief`: who, when, where, why, how, best answer first.
void find_brief(Document& doc, const Resources& resources);

/// Fills `summary` with the sentences that carry most of the article.
void find_summary(Document& doc, const Resources& resources);

/// Fills `keyphrases`, best first.
void find_keyphrases(Document& doc, const Resources& resources);

}  // namespace lede
