// Stages: quotations, their cues and their speakers.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `quotes` in text order: content, cue, speaker and addressee.
void find_quotes(Document& doc, const Resources& resources);

/// Sets the entity of every quotation whose speaker (or, for a continued turn, the speaker before) is one,
/// and what kind of source that is.
void find_speakers(Document& doc, const Resources& resources);

/// Fills `sourcing`. Linear in tokens and quotations.
void find_sourcing(Document& doc);

}  // namespace lede
