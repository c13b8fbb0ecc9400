#include "quotes/marks/questions.h"

namespace lede::quotes {

bool is_question(const Document& doc, const Quote& quote) {
    if (!doc.slice(quote.content.back()).ends_with('?')) return false;
    return !quote.cue || doc.slice(*quote.cue).starts_with("ask");
}

}  // namespace lede::quotes
