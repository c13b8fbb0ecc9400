#include "coreference/gender.h"

#include "text/phrase.h"

namespace lede::coreference {

Gender titled_gender(const Document& doc, const Lexicon& lexicon, const Mention& name) {
    const TokenRange title = title_before(doc, lexicon, name.tokens.begin);
    if (title.empty()) return Gender::unknown;
    const auto entry = longest_phrase(doc, title.end - 1, lexicon.titles);
    return entry ? gender_named(field(entry->value, 0)) : Gender::unknown;
}

Gender gender_of(const Document& doc, const Lexicon& lexicon, const Mention& name) {
    const Gender titled = titled_gender(doc, lexicon, name);
    if (titled != Gender::unknown || name.tokens.size() < 2) return titled;
    const auto given = lexicon.given_names.find(doc.lower(name.tokens.begin));
    return given ? gender_named(*given) : Gender::unknown;
}

}  // namespace lede::coreference
