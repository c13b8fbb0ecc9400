// Stage: names, and who is who.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `mentions` with the names, typed.
void find_names(Document& doc, const Resources& resources);

/// Adds nominal and pronoun mentions, and fills `entities`: which mentions are one thing, its best name,
/// aliases, titles, salience and link. Pronouns of the first person inside quotations belong to the speaker.
void find_entities(Document& doc, const Resources& resources);

}  // namespace lede
