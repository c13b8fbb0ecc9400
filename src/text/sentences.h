// Grouping the tokens of a block into sentences.
#pragma once

#include <vector>

#include "document.h"
#include "model/resources.h"

namespace lede {

/// The tables that finding the end of a sentence asks, fetched once an article.
struct SentenceTables {
    Table abbreviations, starters, reporting_verbs;

    explicit SentenceTables(const Resources& resources)
        : abbreviations(resources.table("abbreviations")),
          starters(resources.table("sentence_starters")),
          reporting_verbs(resources.table("reporting_verbs")) {}
};

/// Appends to `sentences`, for the tokens of one block, whose columns span and lower are filled.
void split_sentences(Document& doc, TokenRange tokens, Index block, const SentenceTables& tables);

}  // namespace lede
