// One finder a question of the brief. Each fills its answers best first, with scores between 0 and 1.
#pragma once

#include "brief/lead.h"
#include "propositions/clause.h"
#include "resources.h"

namespace lede::brief {

/// What the finders share.
struct BriefContext {
    const Document& doc;
    const Syntax& syntax;
    const Lead& lead;
    const Resources& resources;
};

using Answers = std::vector<Answer>;

Answers find_who(const BriefContext& context);
Answers find_what(const BriefContext& context);
Answers find_when(const BriefContext& context);
Answers find_where(const BriefContext& context);
Answers find_why(const BriefContext& context);
Answers find_how(const BriefContext& context);

/// Sorts by score, drops answers that overlap a better one or repeat its words or entity, and keeps the first
/// three.
void keep_best(const Document& doc, Answers& answers);

/// The first event of a sentence that a verb tells, in `events`, or `none`; one said in passing only where
/// there is no other.
Index first_event(const Document& doc, Index sentence);

/// Is the event told in a relative clause, or by a participle without an agent?
bool is_said_in_passing(const Document& doc, const Event& event);

}  // namespace lede::brief
