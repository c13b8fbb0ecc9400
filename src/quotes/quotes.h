// Stages: quotations, their cues and their speakers; what is believed and intended.
#pragma once

#include "document.h"
#include "resources.h"

namespace lede {

/// Fills `quotes` in text order: content, cue, speaker, addressee and sourcing, but not the entity.
void find_quotes(Document& doc, const Resources& resources);

/// Sets the entity of every quotation whose speaker (or, for a continued turn, the speaker before) is one.
void find_speakers(Document& doc, const Resources& resources);

/// Fills `attitudes` in the order of their cues, with their entities.
void find_attitudes(Document& doc, const Resources& resources);

}  // namespace lede
