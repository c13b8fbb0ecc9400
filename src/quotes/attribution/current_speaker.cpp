#include "quotes/attribution/current_speaker.h"

#include <algorithm>

namespace lede::quotes {

namespace {

// "e-mails that claim", "the man who said": speaks in passing.
bool in_relative_clause(const Reading& r, const Attribution& found) {
    for (Index t = found.speaker->end; t < found.cue.begin; ++t)
        if (r.tag(t) == Xpos::WDT || r.tag(t) == Xpos::WP || r.is(t, "that")) return true;
    return false;
}

}  // namespace

void update_current_speaker(const Reading& r, CurrentSpeaker& floor, const Attribution& found, Index quote,
                            const std::vector<Quote>& quotes) {
    const Span speaker = r.doc.span_of(*found.speaker);
    if (floor.quote != none && in_relative_clause(r, found)) return;
    if (floor.quote != none)
        for (const Span span : quotes[floor.quote].content)
            if (span.contains(speaker)) return;
    floor = {r.doc.tokens.sentence[found.cue.begin], quote, speaker};
}

const CurrentSpeaker* current_speaker_of(const std::vector<CurrentSpeaker>& floors, Index sentence) {
    const auto at =
        std::lower_bound(floors.begin(), floors.end(), sentence,
                         [](const CurrentSpeaker& one, Index wanted) { return one.sentence < wanted; });
    return at == floors.end() || at->sentence != sentence ? nullptr : &*at;
}

}  // namespace lede::quotes
