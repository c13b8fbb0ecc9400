#include "names/name_evidence.h"

#include <algorithm>

#include "base/unicode.h"
#include "names/shape.h"

namespace lede::names {

namespace {

// Scores as they come from a word without any; what is added later may lift it into a name.
constexpr std::int32_t hopeless = 7 * name_score_unit;
constexpr std::int32_t most_score = 30000;  // room for what is added, in 16 bits

NameScores& row_of(WordScores& scores, Index token) {
    Index& row = scores.row[token];
    if (row == none) {
        row = static_cast<Index>(scores.scores.size());
        NameScores low;
        low.fill(-hopeless);
        low[0] = 0;
        scores.scores.push_back(low);
    }
    return scores.scores[row];
}

// "The ONS": the first word of a sentence that no name begins with, or seldom.
bool has_capital_by_place(const Document& doc, Index first) {
    const Upos tag = doc.tokens.upos[first];
    return tag == Upos::DET || tag == Upos::ADP || tag == Upos::SCONJ || tag == Upos::CCONJ ||
           tag == Upos::PRON || tag == Upos::ADV;
}

}  // namespace

void raise(WordScores& scores, TokenRange tokens, NameKind kind, std::int32_t by) {
    for (Index t = tokens.begin; t < tokens.end; ++t) {
        NamePlace place = NamePlace::inside;
        if (tokens.size() == 1)
            place = NamePlace::single;
        else if (t == tokens.begin)
            place = NamePlace::begin;
        else if (t + 1 == tokens.end)
            place = NamePlace::end;
        std::int16_t& score = row_of(scores, t)[label(kind, place)];
        score = static_cast<std::int16_t>(std::clamp(score + by, -most_score, most_score));
    }
}

void raise_start(WordScores& scores, Index t, NameKind kind, std::int32_t by) {
    raise(scores, {t, t + 1}, kind, by);
    std::int16_t& begins = row_of(scores, t)[label(kind, NamePlace::begin)];
    begins = static_cast<std::int16_t>(std::clamp(begins + by, -most_score, most_score));
}

std::int32_t nats(double value) { return static_cast<std::int32_t>(value * name_score_unit); }

bool stands_alone(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    const auto goes_on = [&](Index other) {
        return is_capitalised(doc.form(other)) || doc.lower(other) == "-";
    };
    if (!is_capitalised(doc.form(t)) || (t + 1 < sentence.tokens.end && goes_on(t + 1))) return false;
    return t == sentence.tokens.begin || !goes_on(t - 1) || lexicon.titles.contains(doc.lower(t - 1)) ||
           (t - 1 == sentence.tokens.begin && has_capital_by_place(doc, t - 1));
}

bool stands_as_full_name(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    if (t + 1 >= sentence.tokens.end || !is_capitalised(doc.form(t)) || !is_capitalised(doc.form(t + 1)) ||
        !lexicon.given_names.contains(doc.lower(t)))
        return false;
    return t + 2 >= sentence.tokens.end || (!is_capitalised(doc.form(t + 2)) && doc.lower(t + 2) != "-");
}

bool lacks_capitals(const Document& doc, const Sentence& sentence) {
    if (!is_lower(decode(doc.form(sentence.tokens.begin), 0).code)) return false;
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
        if (is_capitalised(doc.form(t)) && doc.form(t) != "I") return false;
    return true;
}

}  // namespace lede::names
