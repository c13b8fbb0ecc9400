// What the words around a quotation say of it: that it is a label, a sentence, or more of the quotation
// before.
#pragma once

#include "quotes/reading.h"

namespace lede::quotes {

/// "an “I want it all” price", "the subject line “You have won”": words that name a thing.
bool is_label(const Reading& reading, const Stretch& stretch);

/// Does a quotation open its sentence without going on after it?
bool begins_sentence(const Reading& reading, const Stretch& stretch);

/// Nothing but a cue between two quotations of a paragraph, or nothing at all between two paragraphs of
/// quotation. @param asks the one before is a question put to somebody.
bool follows_on(const Reading& reading, const Stretch& before, const Stretch& stretch, bool asks);

}  // namespace lede::quotes
