#include "names/name_memory.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "base/unicode.h"
#include "names/acronyms.h"
#include "names/name_evidence.h"
#include "names/shape.h"

namespace lede::names {

namespace {

using Mass = std::array<float, name_kinds>;

struct Sightings {
    Mass all = {};   // how sure the article is that the name is of each kind
    Mass sure = {};  // by clear sights alone
    Mass full = {};  // by longer names of which it is the short form
};

bool is_event_noun(const Document& doc, const Lexicon& lexicon, Index t) {
    const auto part = lexicon.name_parts.find(doc.lower(t));
    return part && (field(*part, 0) == "EVENT" || field(*part, 1) == "EVENT");
}

// Names by their words, folded.
class Memory {
  public:
    static constexpr Index longest = 6;  // tokens

    void learn(const Document& doc, const Lexicon& lexicon, const LabelledName& name) {
        if (name.tokens.size() > longest) return;
        constexpr float clear = 0.98f;
        Sightings& known = known_[key(doc, name.tokens)];
        known.all[static_cast<std::size_t>(name.kind)] += name.probability;
        if (name.probability >= clear) known.sure[static_cast<std::size_t>(name.kind)] += name.probability;
        starts_[doc.tokens.lower[name.tokens.begin]] = true;
        if (name.kind == NameKind::person) surnames_[doc.tokens.lower[name.tokens.end - 1]] = true;
        if (name.tokens.size() < 2) return;
        if (name.kind != NameKind::person) learn_acronym(doc, lexicon, name);
        if (name.kind == NameKind::person) {
            learn_part(doc, {start_of_surname(doc, name.tokens), name.tokens.end}, name, 0.8f);
            full_[doc.tokens.lower[name.tokens.end - 1]] = true;
        }
        // "the Cup" of "the World Cup", "the Cyclone" of "Cyclone Phailin"
        if (name.kind == NameKind::event)
            for (const Index t : {name.tokens.begin, name.tokens.end - 1})
                if (is_event_noun(doc, lexicon, t)) learn_part(doc, {t, t + 1}, name, 1.0f);
        if (name.kind == NameKind::organisation) {
            // "Goldman" of "Goldman Sachs", but not "London" of "London Underground"
            const std::string_view first = doc.lower(name.tokens.begin);
            if (!lexicon.places.contains(first) && !lexicon.demonyms.contains(first) &&
                !lexicon.given_names.contains(first))
                learn_part(doc, {name.tokens.begin, name.tokens.begin + 1}, name, 2.0f);
        }
    }

    /// "cdot" of "Colorado Department of Transportation"
    void learn_initials(Index word, float probability) {
        float& known = initials_[word];
        known = std::max(known, probability);
    }

    /// How sure it is that a body of the article has these initials.
    float of_initials(Index word) const {
        const auto known = initials_.find(word);
        return known == initials_.end() ? 0.0f : known->second;
    }

    /// "sams" of "Thomas Sam"
    void learn_family(Index word) { families_.insert(word); }

    /// Are people of the article called so together?
    bool is_family(Index lower) const { return families_.count(lower) > 0; }

    /// Does somebody in the article end in this word?
    bool is_surname(Index lower) const { return surnames_.count(lower) > 0; }

    /// Does the full name of somebody in the article end in this word?
    bool ends_full_name(Index lower) const { return full_.count(lower) > 0; }

    bool may_start(Index lower) const { return starts_.count(lower) > 0; }

    const Sightings* find(const Document& doc, TokenRange tokens) const {
        const auto found = known_.find(key(doc, tokens));
        return found == known_.end() ? nullptr : &found->second;
    }

  private:
    static std::uint64_t key(const Document& doc, TokenRange tokens) {
        std::uint64_t sum = tokens.size();
        for (Index t = tokens.begin; t < tokens.end; ++t)
            sum = (sum ^ doc.tokens.lower[t]) * 0x9E3779B97F4A7C15u + (sum >> 29);
        return sum;
    }

    // "Jordan-Hale" of "Michael Jordan-Hale", else the last word.
    static Index start_of_surname(const Document& doc, TokenRange tokens) {
        const bool is_double = tokens.size() > 3 && doc.lower(tokens.end - 2) == "-";
        return tokens.end - (is_double ? 3 : 1);
    }

    void learn_part(const Document& doc, TokenRange part, const LabelledName& name, float share) {
        if (!is_capitalised(doc.form(part.begin))) return;
        Sightings& known = known_[key(doc, part)];
        known.all[static_cast<std::size_t>(name.kind)] += share * name.probability;
        known.full[static_cast<std::size_t>(name.kind)] += share * name.probability;
        starts_[doc.tokens.lower[part.begin]] = true;
    }

    // "World Health Organization (WHO)", "the World Health Organization, or WHO", "Democratic Republic of
    // Congo [DRC]": what stands behind a name and begins as it does.
    void learn_acronym(const Document& doc, const Lexicon& lexicon, const LabelledName& name) {
        const Index end = doc.sentences[doc.tokens.sentence[name.tokens.begin]].tokens.end;
        const auto is = [&](Index t, std::string_view word) { return t < end && doc.lower(t) == word; };
        const Index behind = name.tokens.end;
        const Index acronym = is(behind, ",") && is(behind + 1, "or") ? behind + 2 : behind + 1;
        if (acronym >= end || (acronym == behind + 1 && !is(behind, "(") && !is(behind, "["))) return;
        const std::string_view form = doc.form(acronym);
        const bool shouted = is_all_capitals(form) && form.front() == doc.form(name.tokens.begin).front();
        if (shouted || doc.lower(acronym) == initials(doc, lexicon, name.tokens))
            learn_part(doc, {acronym, acronym + 1}, name, 1.0f);
    }

    std::unordered_map<std::uint64_t, Sightings> known_;
    std::unordered_map<Index, bool> starts_, surnames_, full_;
    std::unordered_map<Index, float> initials_;
    std::unordered_set<Index> families_;
};

// What those are called together who share a surname: "Sams", "Joneses".
std::string plural_of(std::string_view surname) {
    const bool hisses = surname.ends_with("s") || surname.ends_with("x") || surname.ends_with("z") ||
                        surname.ends_with("ch") || surname.ends_with("sh");
    return std::string(surname) + (hisses ? "es" : "s");
}

// May a name be of this kind wherever it stands, by the gazetteers?
bool is_known_as(const Document& doc, const Lexicon& lexicon, TokenRange tokens, std::size_t kind) {
    const std::string_view form = doc.slice(doc.span_of(tokens));
    const std::string folded = fold(form);
    switch (static_cast<NameKind>(kind)) {
        case NameKind::organisation:
            return find_organisation(lexicon, folded, form).has_value();
        case NameKind::place:
            return find_place(lexicon, folded, form).has_value();
        case NameKind::people:
            return lexicon.demonyms.contains(folded);
        default:
            return false;
    }
}

// Kinds that only doubtful sights of a short form speak for, while a longer name tells another: "Kestrel" as
// a person beside "Kestrel Robotics".
std::array<bool, name_kinds> doubtful_kinds(const Document& doc, const Lexicon& lexicon, TokenRange tokens,
                                            const Sightings& seen) {
    std::array<bool, name_kinds> doubtful = {};
    if (*std::max_element(seen.full.begin(), seen.full.end()) == 0) return doubtful;
    for (std::size_t kind = 0; kind < name_kinds; ++kind)
        doubtful[kind] =
            seen.full[kind] == 0 && seen.sure[kind] == 0 && !is_known_as(doc, lexicon, tokens, kind);
    return doubtful;
}

// "the elder Jordan", "the late Jordan": a person, though a country is called so.
bool follows_epithet(const Document& doc, const Lexicon& lexicon, const Sentence& sentence, Index t) {
    return t > sentence.tokens.begin && lexicon.words.has("epithet", doc.lower(t - 1));
}

}  // namespace

void add_document_evidence(Document& doc, const Lexicon& lexicon, const std::vector<LabelledName>& names,
                           WordScores& scores) {
    Memory memory;
    std::unordered_map<Index, std::size_t> starting;  // first token → name
    for (std::size_t i = 0; i < names.size(); ++i) {
        memory.learn(doc, lexicon, names[i]);
        if (names[i].kind == NameKind::organisation && names[i].tokens.size() > 2)
            memory.learn_initials(doc.words.intern(initials(doc, lexicon, names[i].tokens)),
                                  names[i].probability);
        if (names[i].kind == NameKind::person && names[i].tokens.size() > 1)
            memory.learn_family(doc.words.intern(plural_of(doc.lower(names[i].tokens.end - 1))));
        starting[names[i].tokens.begin] = i;
    }
    constexpr float enough = 2.5f;
    constexpr double weight = 2.0;      // nats for each clear sight elsewhere
    constexpr double of_acronym = 3.5;  // the same for what is no word otherwise: "ONS"
    constexpr double of_family = 4.0;
    constexpr std::size_t shortest_acronym = 3;
    constexpr double doubt = 4.0;  // nats
    for (const Sentence& sentence : doc.sentences) {
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            if (stands_as_full_name(doc, lexicon, sentence, t) && memory.is_surname(doc.tokens.lower[t + 1]))
                raise(scores, {t, t + 2}, NameKind::person, nats(3.5));
            if (memory.ends_full_name(doc.tokens.lower[t]) && stands_alone(doc, lexicon, sentence, t))
                raise(scores, {t, t + 1}, NameKind::person,
                      nats(follows_epithet(doc, lexicon, sentence, t) ? 6.0 : 3.0));
            if (t > sentence.tokens.begin && doc.lower(t - 1) == "the" &&
                memory.is_family(doc.tokens.lower[t]) && stands_alone(doc, lexicon, sentence, t))
                raise(scores, {t, t + 1}, NameKind::person, nats(of_family));
            const bool acronym = doc.form(t).size() >= shortest_acronym && is_all_capitals(doc.form(t));
            if (const float sure = memory.of_initials(doc.tokens.lower[t]);
                sure > 0 && acronym && stands_alone(doc, lexicon, sentence, t))
                raise(scores, {t, t + 1}, NameKind::organisation,
                      nats(of_acronym * static_cast<double>(sure)));
            if (!memory.may_start(doc.tokens.lower[t]) || !is_capitalised(doc.form(t))) continue;
            const Index reach = std::min<Index>(Memory::longest, sentence.tokens.end - t);
            for (Index size = reach; size > 0; --size) {
                const TokenRange tokens{t, t + size};
                const Sightings* seen = memory.find(doc, tokens);
                if (!seen) continue;
                if (size == 1 && !stands_alone(doc, lexicon, sentence, t)) break;
                const auto doubtful = doubtful_kinds(doc, lexicon, tokens, *seen);
                const auto own = starting.find(t);
                for (std::size_t kind = 0; kind < name_kinds; ++kind) {
                    if (doubtful[kind]) {
                        if (seen->all[kind] > 0.0f)
                            raise(scores, tokens, static_cast<NameKind>(kind), nats(-doubt));
                        continue;
                    }
                    float others = seen->all[kind];
                    if (own != starting.end() && names[own->second].tokens == tokens &&
                        static_cast<std::size_t>(names[own->second].kind) == kind)
                        others -= names[own->second].probability;
                    if (others > 0.0f)
                        raise(scores, tokens, static_cast<NameKind>(kind),
                              nats((acronym && size == 1 ? of_acronym : weight) *
                                   static_cast<double>(std::min(others, enough))));
                }
                break;  // the longest known name from here
            }
        }
    }
}

}  // namespace lede::names
