// Questions, which somebody else than their speaker answers.
#pragma once

#include "document.h"

namespace lede::quotes {

/// Is a quotation a question put to somebody ("“Were you angry?”", "“…?” Carrow asked"): what comes next, in
/// a paragraph of its own, is the answer of somebody else. A question with another verb may be rhetorical.
bool is_question(const Document& doc, const Quote& quote);

}  // namespace lede::quotes
