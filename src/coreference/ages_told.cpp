#include "coreference/ages_told.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace lede::coreference {

Age age_told(const Document& doc, const Mention& name) {
    if (name.tokens.begin == doc.sentences[name.sentence].tokens.begin) return Age::unknown;
    const std::string_view before = doc.lower(name.tokens.begin - 1);
    return before == "elder" ? Age::elder : before == "younger" ? Age::younger : Age::unknown;
}

bool is_told_child(const Document& doc, const Mention& name) {
    static constexpr std::string_view children[] = {"son",          "daughter", "stepson",
                                                    "stepdaughter", "grandson", "granddaughter"};
    const std::string_view last = doc.lower(name.tokens.end - 1);
    if (last == "jr." || last == "jr") return true;
    const Index first = doc.sentences[name.sentence].tokens.begin;
    Index before = name.tokens.begin;
    if (before > first && doc.lower(before - 1) == ",") --before;
    return before > first &&
           std::find(std::begin(children), std::end(children), doc.lower(before - 1)) != std::end(children);
}

}  // namespace lede::coreference
