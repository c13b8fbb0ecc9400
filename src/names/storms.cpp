#include "names/storms.h"

#include <algorithm>
#include <unordered_set>

#include "names/name_evidence.h"
#include "names/shape.h"

namespace lede::names {

namespace {

// Is the word before a token what a storm is called? A storm without a capital must be one of the weather.
bool follows_storm(const Document& doc, const Sentence& sentence, Index t) {
    static constexpr std::string_view storms[] = {"cyclone", "hurricane", "typhoon"};
    if (t == sentence.tokens.begin) return false;
    const std::string_view noun = doc.lower(t - 1);
    if (std::find(std::begin(storms), std::end(storms), noun) != std::end(storms)) return true;
    if (noun != "storm") return false;
    return is_capitalised(doc.form(t - 1)) ||
           (t - 1 > sentence.tokens.begin && doc.lower(t - 2).ends_with("tropical"));
}

// "TC Phailin", "T C Phailin": where the tropical cyclone before a token begins, or the token.
Index start_of_short_form(const Document& doc, const Sentence& sentence, Index t) {
    const Index before = t - sentence.tokens.begin;
    if (before >= 1 && doc.form(t - 1) == "TC") return t - 1;
    if (before >= 2 && doc.form(t - 2) == "T" && doc.form(t - 1) == "C") return t - 2;
    return t;
}

// One capitalised word alone: "Hurricane Ida hit", but "Cyclone Relief Fund", "National Hurricane Center".
bool is_storm(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    if (!follows_storm(doc, sentence, t) || lexicon.name_parts.contains(doc.lower(t))) return false;
    const std::string_view form = doc.form(t);
    constexpr std::size_t shortest = 3;
    return form.size() >= shortest && is_capitalised(form) && !is_all_capitals(form) &&
           (t + 1 == sentence.tokens.end || !is_capitalised(doc.form(t + 1)));
}

}  // namespace

void add_storm_evidence(const Document& doc, const Lexicon& lexicon, WordScores& scores) {
    std::unordered_set<Index> storms;
    for (const Sentence& sentence : doc.sentences)
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
            if (is_storm(doc, lexicon, sentence, t)) storms.insert(doc.tokens.lower[t]);
    if (storms.empty()) return;
    const std::int32_t by = nats(12.0);
    for (const Sentence& sentence : doc.sentences)
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            if (storms.count(doc.tokens.lower[t]) == 0) continue;
            if (follows_storm(doc, sentence, t) && is_capitalised(doc.form(t - 1)))
                raise(scores, {t - 1, t + 1}, NameKind::event, by);
            else if (const Index start = start_of_short_form(doc, sentence, t); start < t)
                raise(scores, {start, t + 1}, NameKind::event, by);
            else if (stands_alone(doc, lexicon, sentence, t))
                raise(scores, {t, t + 1}, NameKind::event, by);
        }
}

}  // namespace lede::names
