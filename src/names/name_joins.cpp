#include "names/name_joins.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/unicode.h"
#include "names/shape.h"

namespace lede::names {

namespace {

// "Institute for Policy", but "the Department of Health | for Tesco": only after some nouns, and not in what
// is theirs, does a name go on behind "for".
bool takes_for(const Document& doc, const Lexicon& lexicon, TokenRange before) {
    std::string key;
    for (Index t = before.end; t-- > before.begin && doc.lower(t) != "of";) {
        key.assign(doc.lower(t));
        key += " for";
        if (lexicon.name_parts.contains(key)) return true;
    }
    return false;
}

// "Authority", "Court": what a body is called, where the name of one ends so. "Inc.", "Ltd" do not go on.
bool is_body_noun(const Document& doc, const Lexicon& lexicon, Index t) {
    constexpr std::size_t longest_short_form = 4;
    const std::string_view word = doc.lower(t);
    if (word.back() == '.' || (word.size() <= longest_short_form && word != "bank" && word != "club"))
        return false;
    const auto noun = lexicon.name_parts.find(word);
    return noun && field(*noun, 1) == "ORG" && is_capitalised(doc.form(t));
}

bool is_mark(std::string_view form) {
    return form == "\"" || form == "\xE2\x80\x9C" || form == "\xE2\x80\x9D" || form == "'" ||
           form == "\xE2\x80\x98" || form == "\xE2\x80\x99";
}

// Do a few capitalised words between these marks begin here? What comes after them, or `t`.
template <class Opens, class Closes>
Index after_enclosed(const Document& doc, Index t, Index end, Opens opens, Closes closes) {
    constexpr Index longest = 3;
    if (t >= end || !opens(doc.form(t))) return t;
    for (Index close = t + 2; close < end && close <= t + 1 + longest; ++close) {
        if (!is_capitalised(doc.form(close - 1))) return t;
        if (closes(doc.form(close))) return close + 1;
    }
    return t;
}

Index end_of_sentence(const Document& doc, Index t) {
    return doc.sentences[doc.tokens.sentence[t]].tokens.end;
}

// “The Rock” within a name: it goes on behind.
bool goes_on(const Document& doc, const LabelledName& person, const LabelledName& next) {
    const Index end = end_of_sentence(doc, person.tokens.begin);
    return next.kind == NameKind::person && next.tokens.size() == 1 &&
           next.tokens.begin > person.tokens.end &&
           after_enclosed(doc, person.tokens.end, end, is_mark, is_mark) == next.tokens.begin;
}

// "Jeff [Drake]": what an editor put in.
Index after_inserted(const Document& doc, const LabelledName& person) {
    return after_enclosed(
        doc, person.tokens.end, end_of_sentence(doc, person.tokens.begin),
        [](std::string_view form) { return form == "["; }, [](std::string_view form) { return form == "]"; });
}

std::optional<std::string_view> place_of(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    return lexicon.places.find(fold(doc.slice(doc.span_of(tokens))));
}

// "Miramar California": where the state or country begins in which a place lies, or the end of the name.
Index state_in(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    if (place_of(doc, lexicon, tokens)) return tokens.end;
    for (Index t = tokens.begin + 1; t < tokens.end; ++t) {
        const std::string whole = fold(doc.slice(doc.span_of({t, tokens.end})));
        const auto place = lexicon.places.find(whole);
        if (!place && !lexicon.states.contains(whole)) continue;
        const bool holds_others = lexicon.states.contains(whole) || field(*place, 1) == "country";
        const auto before = place_of(doc, lexicon, {tokens.begin, t});
        if (holds_others && before && field(*before, 1) == "city") return t;
    }
    return tokens.end;
}

// "Amnesty International UK said", but "the UN Syria envoy": a country that ends a phrase.
bool is_country_at_end(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    const auto place = place_of(doc, lexicon, tokens);
    if (!place || field(*place, 1) != "country") return false;
    const Index after = tokens.end;
    if (after == end_of_sentence(doc, tokens.begin)) return true;
    const Upos next = doc.tokens.upos[after];
    return next != Upos::NOUN && next != Upos::PROPN && next != Upos::ADJ && next != Upos::NUM &&
           doc.lower(after) != "-";
}

}  // namespace

std::vector<LabelledName> part_at_places(const Document& doc, const Lexicon& lexicon,
                                         const std::vector<LabelledName>& names) {
    std::vector<LabelledName> parted;
    for (LabelledName name : names) {
        if (name.kind == NameKind::place) {
            const Index state = state_in(doc, lexicon, name.tokens);
            if (state < name.tokens.end) {
                parted.push_back(name);
                parted.back().tokens.end = state;
                name.tokens.begin = state;
            }
        } else if (name.kind == NameKind::organisation) {
            for (Index t = name.tokens.begin + 2; t + 1 < name.tokens.end; ++t) {
                if (doc.lower(t) != "of" || !lexicon.words.has("closing_form", doc.lower(t - 1))) continue;
                parted.push_back(name);
                parted.back().tokens.end = t;
                name.tokens.begin = t + 1;
                name.kind = NameKind::place;
                break;
            }
        }
        parted.push_back(name);
    }
    return parted;
}

std::vector<LabelledName> part_at_dashes(const Document& doc, const std::vector<LabelledName>& names) {
    const auto stands_apart = [&](Index t) {
        const std::string_view form = doc.form(t);
        const auto& spans = doc.tokens.span;
        return (form == "-" || form == "\xE2\x80\x93" || form == "\xE2\x80\x94") &&
               spans[t - 1].end < spans[t].begin && spans[t].end < spans[t + 1].begin;
    };
    std::vector<LabelledName> parted;
    for (LabelledName name : names) {
        for (Index t = name.tokens.begin + 1; t + 1 < name.tokens.end && name.kind == NameKind::person; ++t) {
            if (!stands_apart(t)) continue;
            parted.push_back(name);
            parted.back().tokens.end = t;
            name.tokens.begin = t + 1;
        }
        parted.push_back(name);
    }
    return parted;
}

std::vector<LabelledName> part_at_for(const Document& doc, const Lexicon& lexicon,
                                      const std::vector<LabelledName>& names) {
    std::vector<LabelledName> parted;
    for (LabelledName name : names) {
        if (name.kind == NameKind::organisation)
            for (Index t = name.tokens.begin + 1; t + 1 < name.tokens.end; ++t) {
                if (doc.lower(t) != "for" || takes_for(doc, lexicon, {name.tokens.begin, t})) continue;
                parted.push_back(name);
                parted.back().tokens.end = t;
                name.tokens.begin = t + 1;
            }
        parted.push_back(name);
    }
    return parted;
}

std::vector<LabelledName> join_at_of(const Document& doc, const Lexicon& lexicon,
                                     const std::vector<LabelledName>& names) {
    std::vector<LabelledName> joined;
    for (const LabelledName& name : names) {
        if (!joined.empty() && name.kind != NameKind::person) {
            LabelledName& body = joined.back();
            const Index of = body.tokens.end;
            const bool article = of + 1 < name.tokens.begin && doc.lower(of + 1) == "the";
            if (body.kind == NameKind::organisation && of + 1 + article == name.tokens.begin &&
                doc.lower(of) == "of" &&
                doc.tokens.sentence[of - 1] == doc.tokens.sentence[name.tokens.begin] &&
                is_body_noun(doc, lexicon, of - 1) && is_capitalised(doc.form(name.tokens.begin))) {
                body.tokens.end = name.tokens.end;
                continue;
            }
        }
        joined.push_back(name);
    }
    return joined;
}

std::vector<LabelledName> join_countries(const Document& doc, const Lexicon& lexicon,
                                         const std::vector<LabelledName>& names) {
    std::vector<LabelledName> joined;
    for (std::size_t i = 0; i < names.size(); ++i) {
        joined.push_back(names[i]);
        if (names[i].kind != NameKind::organisation) continue;
        std::size_t last = i;  // of the places that follow at once
        while (last + 1 < names.size() && names[last + 1].kind == NameKind::place &&
               names[last + 1].tokens.begin == names[last].tokens.end &&
               doc.tokens.sentence[names[last + 1].tokens.begin] ==
                   doc.tokens.sentence[names[i].tokens.begin])
            ++last;
        if (last == i || !is_country_at_end(doc, lexicon, names[last].tokens)) continue;
        joined.back().tokens.end = names[last].tokens.end;
        i = last;
    }
    return joined;
}

std::vector<LabelledName> join_persons(const Document& doc, const std::vector<LabelledName>& names) {
    std::vector<LabelledName> joined;
    std::size_t last = 0;  // of `joined`, the last person
    bool any = false;
    for (const LabelledName& name : names) {
        if (any && name.tokens.begin < joined[last].tokens.end) continue;  // was put in
        if (any && goes_on(doc, joined[last], name)) {
            joined[last].tokens.end = name.tokens.end;
            joined.resize(last + 1);  // what stood between is part of it, too
        } else {
            if (name.kind == NameKind::person) last = joined.size(), any = true;
            joined.push_back(name);
        }
        if (any && last + 1 == joined.size()) joined[last].tokens.end = after_inserted(doc, joined[last]);
    }
    return joined;
}

}  // namespace lede::names
