#include "coreference/generations.h"

#include <string_view>

namespace lede::coreference {

Generation generation_of(const Document& doc, const Mention& name) {
    if (name.tokens.begin == doc.sentences[name.sentence].tokens.begin) return Generation::unknown;
    const std::string_view before = doc.lower(name.tokens.begin - 1);
    return before == "elder"     ? Generation::elder
           : before == "younger" ? Generation::younger
                                 : Generation::unknown;
}

bool is_introduced_as_child(const Document& doc, const Lexicon& lexicon, const Mention& name) {
    const std::string_view last = doc.lower(name.tokens.end - 1);
    if (last == "jr." || last == "jr") return true;
    const Index first = doc.sentences[name.sentence].tokens.begin;
    Index before = name.tokens.begin;
    if (before > first && doc.lower(before - 1) == ",") --before;
    return before > first && lexicon.words.has("child", doc.lower(before - 1));
}

}  // namespace lede::coreference
