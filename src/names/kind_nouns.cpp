#include "names/kind_nouns.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "names/name_evidence.h"
#include "names/shape.h"

namespace lede::names {

namespace {

// Does the word before a token say that an event is named? In small letters only where events are called so
// by itself
// ("hurricane Ida", "a storm Ida" is a storm alone) or two words say so ("tropical storm Ida").
bool follows_kind_noun(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    if (t == sentence.tokens.begin) return false;
    const auto noun = lexicon.name_parts.find(doc.lower(t - 1));
    if (!noun || field(*noun, 0) != "EVENT") return false;
    if (is_capitalised(doc.form(t - 1)) || field(*noun, 1) == "EVENT") return true;
    if (t - 1 == sentence.tokens.begin) return false;
    std::string two(doc.lower(t - 2));
    two += ' ';
    two += doc.lower(t - 1);
    return lexicon.name_parts.contains(two);
}

// One capitalised word alone: "Hurricane Ida hit", but "Cyclone Relief Fund", "National Hurricane Center" and
// "Operation Guardian of the Walls".
bool is_named_by_kind(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    const std::string_view form = doc.form(t);
    constexpr std::size_t shortest = 3;
    return form.size() >= shortest && is_capitalised(form) && !is_all_capitals(form) &&
           follows_kind_noun(doc, lexicon, sentence, t) && !lexicon.name_parts.contains(doc.lower(t)) &&
           (t + 1 == sentence.tokens.end || (!is_capitalised(doc.form(t + 1)) && doc.lower(t + 1) != "of"));
}

bool are_capitals(std::string_view form) {
    return std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "TC Phailin", "T C Phailin": where two capitals that stand for such a noun begin, or the token.
Index start_of_short_form(const Document& doc, const Sentence& sentence, Index t) {
    constexpr std::size_t size = 2;
    Index start = t;
    std::size_t letters = 0;
    while (start > sentence.tokens.begin && letters + doc.form(start - 1).size() <= size &&
           are_capitals(doc.form(start - 1)))
        letters += doc.form(--start).size();
    return letters == size ? start : t;
}

}  // namespace

void add_kind_noun_evidence(const Document& doc, const Lexicon& lexicon, WordScores& scores) {
    std::unordered_set<Index> named;
    for (const Sentence& sentence : doc.sentences)
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
            if (is_named_by_kind(doc, lexicon, sentence, t)) named.insert(doc.tokens.lower[t]);
    if (named.empty()) return;
    const std::int32_t by = nats(12.0);
    for (const Sentence& sentence : doc.sentences)
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            if (named.count(doc.tokens.lower[t]) == 0) continue;
            if (follows_kind_noun(doc, lexicon, sentence, t) && is_capitalised(doc.form(t - 1)))
                raise(scores, {t - 1, t + 1}, NameKind::event, by);
            else if (const Index start = start_of_short_form(doc, sentence, t); start < t)
                raise(scores, {start, t + 1}, NameKind::event, by);
            else if (stands_alone(doc, lexicon, sentence, t))
                raise(scores, {t, t + 1}, NameKind::event, by);
        }
}

}  // namespace lede::names
