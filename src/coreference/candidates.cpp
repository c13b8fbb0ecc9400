#include "coreference/candidates.h"

#include <algorithm>

#include "coreference/quoted.h"
#include "syntax/extents.h"
#include "syntax/labels.h"

namespace lede::coreference {

namespace {

constexpr Index longest_phrase_tokens = 60;

Determiner determiner_of(const Document& doc, TokenRange tokens) {
    const Index t = tokens.begin;
    const std::string_view lower = doc.lower(t);
    if (lower == "the") return Determiner::definite;
    if (lower == "this" || lower == "these" || lower == "that" || lower == "those")
        return Determiner::demonstrative;
    if (lower == "a" || lower == "an" || doc.tokens.xpos[t] == Xpos::DT || doc.tokens.xpos[t] == Xpos::CD)
        return Determiner::indefinite;
    if (doc.tokens.xpos[t] == Xpos::PRPS) return Determiner::possessive;
    // "Nato's chief"
    const auto first = doc.tokens.xpos.begin();
    const bool owned = std::find(first + tokens.begin, first + tokens.end, Xpos::POS) != first + tokens.end;
    return owned ? Determiner::possessive : Determiner::bare;
}

// A noun that says what another is about, or part of a longer expression, is no phrase by itself.
bool heads_phrase(const Document& doc, Index t) {
    const Upos tag = doc.tokens.upos[t];
    if (tag != Upos::NOUN && tag != Upos::PROPN) return false;
    switch (doc.tokens.deprel[t]) {
        case Deprel::compound:
        case Deprel::flat:
        case Deprel::flat_foreign:
        case Deprel::fixed:
        case Deprel::goeswith:
        case Deprel::nmod_desc:
        case Deprel::reparandum:
            return false;
        default:
            return true;
    }
}

class CandidateFinder {
  public:
    CandidateFinder(const Document& doc, const Lexicon& lexicon, const Table& pronouns, const Groups& groups,
                    const std::vector<Index>& quote_of)
        : doc_(doc),
          lexicon_(lexicon),
          pronouns_(pronouns),
          groups_(groups),
          quote_of_(quote_of),
          extents_(find_extents(doc)),
          name_at_(doc.tokens.size(), none),
          beside_(doc.tokens.size(), none),
          titles_(doc.tokens.size(), false),
          amounts_(doc.tokens.size(), false),
          clauses_(doc.tokens.size(), false) {
        for (Index t = 0; t < doc.tokens.size(); ++t) {
            const Deprel relation = doc.tokens.deprel[t];
            if (relation == Deprel::ccomp || relation == Deprel::csubj) clauses_[doc.tokens.head[t]] = true;
        }
        for (Index m = 0; m < doc.mentions.size(); ++m)
            for (Index t = doc.mentions[m].tokens.begin; t < doc.mentions[m].tokens.end; ++t) name_at_[t] = m;
        for (Index m = 0; m < doc.mentions.size(); ++m) look_beside(m);
        for (const Time& time : doc.times) mark_amount(time.span);
        for (const Quantity& quantity : doc.quantities)
            if (quantity.kind == QuantityKind::money || quantity.kind == QuantityKind::percent ||
                quantity.kind == QuantityKind::measure)
                mark_amount(quantity.span);
    }

    std::vector<Candidate> find() {
        for (Index m = 0; m < doc_.mentions.size(); ++m) add_name(m);
        for (Index t = 0; t < doc_.tokens.size(); ++t) {
            if (name_at_[t] != none) continue;
            if (add_pronoun(t) || add_lone_pair(t)) continue;
            if (heads_phrase(doc_, t) && !titles_[t] && !amounts_[t]) add_nominal(t);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
            return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                    : a.tokens.end > b.tokens.end;
        });
        // Names come first; of a phrase that the tree gives twice, one is enough.
        found_.erase(std::unique(found_.begin(), found_.end(),
                                 [](const Candidate& a, const Candidate& b) {
                                     return a.tokens.begin == b.tokens.begin && a.tokens.end == b.tokens.end;
                                 }),
                     found_.end());
        return std::move(found_);
    }

  private:
    void mark_amount(Span span) {
        const TokenRange tokens = doc_.tokens_in(span);
        std::fill(amounts_.begin() + tokens.begin, amounts_.begin() + tokens.end, true);
    }

    // "a spokeswoman, Ilona Dvorská", "Ilona Dvorská, a spokeswoman"; and "Councillor Donnie MacAskill",
    // where the title is no phrase by itself.
    void look_beside(Index m) {
        const TokenRange name = doc_.mentions[m].tokens;
        const Index first = doc_.sentences[doc_.mentions[m].sentence].tokens.begin;
        if (name.begin > first && doc_.mentions[m].type == EntityType::PERSON) {
            if (is_owned(name.begin - 1, first))
                beside_[name.begin - 1] = m;
            else
                titles_[name.begin - 1] = true;
        }
        for (Index t = name.begin; t < name.end; ++t) {
            const Index head = doc_.tokens.head[t];
            if (head == none || name.contains(head) || head > t || doc_.tokens.deprel[t] != Deprel::appos)
                continue;
            Index noun = name_at_[head] == none ? head : noun_before(head, m);
            // "His wife, the actor Ann Lee": both.
            constexpr int most_steps = 3;
            for (int i = 0; i < most_steps && noun != none && name_at_[noun] == none; ++i) {
                if (beside_[noun] == none) beside_[noun] = m;
                noun = doc_.tokens.deprel[noun] == Deprel::appos ? doc_.tokens.head[noun] : none;
            }
        }
    }

    // "His wife" of "his wife Ann Lee": that tells whose.
    bool is_owned(Index noun, Index first) const {
        constexpr Index far = 4;
        if (doc_.tokens.upos[noun] != Upos::NOUN) return false;
        for (Index t = noun; t > first && noun - t < far;) {
            --t;
            if (doc_.tokens.head[t] == noun && doc_.tokens.deprel[t] == Deprel::nmod_poss) return true;
        }
        return false;
    }

    // "a spokeswoman for Severenergo, Ilona Dvorská": of a body in between, the noun that it completes.
    Index noun_before(Index token, Index m) const {
        constexpr int most_steps = 4;
        if (doc_.mentions[name_at_[token]].type == EntityType::PERSON ||
            doc_.mentions[m].type != EntityType::PERSON)
            return none;
        for (int i = 0; i < most_steps && token != none && name_at_[token] != none; ++i)
            token = doc_.tokens.deprel[token] == Deprel::nmod || doc_.tokens.deprel[token] == Deprel::flat
                        ? doc_.tokens.head[token]
                        : none;
        return token != none && lexicon_.person_nouns.contains(doc_.lemma(token)) ? token : none;
    }

    // "with Mr Evans and Sandy Climan, Mr Mann's deputy": of names in a series, the last before what is said
    // of one.
    Index nearest_of_series(Index head, Index description) const {
        constexpr Index reach = 24;
        const Index m = name_at_[head];
        if (m == none) return none;
        const Index from = std::max(doc_.mentions[m].tokens.end, description - std::min(description, reach));
        for (Index t = description; t-- > from;) {
            const Index other = name_at_[t];
            if (other != none && doc_.tokens.deprel[t] == Deprel::conj && doc_.tokens.head[t] == head)
                return other;
        }
        return m;
    }

    Index name_beside(const Candidate& candidate) const {
        const Index t = candidate.head;
        Index m = beside_[t];
        if (m == none && doc_.tokens.deprel[t] == Deprel::appos)
            m = nearest_of_series(doc_.tokens.head[t], t);
        if (m == none) return none;
        const Group& group = groups_.of(m);
        if (candidate.number == Number::plural && !group.plural) return none;
        const bool person = group.type == EntityType::PERSON;
        if (candidate.type) return (*candidate.type == EntityType::PERSON) == person ? m : none;
        // "Her client, Ann Lee" is a person, whatever a client is.
        return person && candidate.determiner != Determiner::possessive ? none : m;
    }

    // "The head of police" of "the head of police, Mr Roe": up to the mark before the apposition.
    TokenRange without_name(const Candidate& candidate) const {
        constexpr int most_steps = 6;
        TokenRange tokens = candidate.tokens;
        const TokenRange name = doc_.mentions[candidate.beside].tokens;
        if (name.begin < candidate.head) return tokens;
        Index t = top_within(doc_, name.begin, name);
        for (int i = 0;
             i < most_steps && doc_.tokens.head[t] != none && doc_.tokens.head[t] != candidate.head; ++i)
            t = doc_.tokens.head[t];
        // Before the name itself the text stands by a mark, or by nothing; otherwise the tree is in doubt.
        const Index begin = extents_[t].phrase.begin;
        const bool apart = begin == candidate.head + 1 ||
                           (begin > candidate.head && doc_.tokens.upos[begin - 1] == Upos::PUNCT);
        if (t < candidate.head || doc_.tokens.head[t] != candidate.head || !apart)
            return extents_[candidate.head].core;
        tokens.end = std::min(tokens.end, begin);
        while (tokens.end > candidate.head + 1 && doc_.tokens.upos[tokens.end - 1] == Upos::PUNCT)
            --tokens.end;
        return tokens;
    }

    void add(Candidate candidate) {
        candidate.quote = quote_of_[candidate.head];
        found_.push_back(candidate);
    }

    void add_name(Index m) {
        const Mention& name = doc_.mentions[m];
        const Group& group = groups_.of(m);
        Candidate candidate;
        candidate.tokens = name.tokens;
        candidate.head = name.tokens.end - 1;
        while (candidate.head > name.tokens.begin && doc_.tokens.span[candidate.head].begin > name.head.begin)
            --candidate.head;
        candidate.kind = MentionKind::name;
        candidate.name = m;
        candidate.gender = group.gender;
        candidate.given = group.given;
        candidate.doubtful = group.doubtful;
        candidate.number = group.plural ? Number::plural : Number::singular;
        candidate.type = group.type;
        add(candidate);
        add_joined(top_of(name.tokens, candidate.head), candidate);
    }

    // "President" of "President Ann Lee", which the tree may take for the head of the whole.
    Index top_of(TokenRange name, Index head) const {
        constexpr int most_steps = 4;
        Index top = top_within(doc_, head, name);
        for (int i = 0; i < most_steps && doc_.tokens.deprel[top] == Deprel::flat; ++i)
            top = doc_.tokens.head[top];
        return top;
    }

    // "Ann Lee and Bob Roe", "researchers and students" as a whole, which the first of them heads.
    void add_joined(Index head, const Candidate& first) {
        const TokenRange tokens = extents_[head].joined;
        if (tokens.size() <= extents_[head].phrase.size() || tokens.size() > longest_phrase_tokens ||
            !heads_phrase(doc_, head) || doc_.tokens.deprel[head] == Deprel::conj)
            return;
        Candidate joined;
        joined.tokens = tokens;
        joined.head = head;
        joined.determiner = determiner_of(doc_, tokens);
        joined.type = first.type;
        joined.gender = first.name == none ? first.gender : Gender::unknown;
        joined.joined = true;
        joined.number = Number::plural;
        add(joined);
    }

    // "It is expected that the trial …", "It is clear that …"
    bool announces_clause(Index it) const {
        const Index head = doc_.tokens.head[it];
        if (head == none || head < it || !clauses_[head]) return false;
        return doc_.tokens.deprel[it] == Deprel::nsubj_pass ||
               (doc_.tokens.deprel[it] == Deprel::nsubj && doc_.tokens.upos[head] == Upos::ADJ);
    }

    bool add_pronoun(Index t) {
        if (doc_.tokens.deprel[t] == Deprel::expl) return false;  // "It is clear that"
        const std::string_view lower = doc_.lower(t);
        Candidate candidate;
        candidate.tokens = {t, t + 1};
        candidate.head = t;
        candidate.kind = MentionKind::pronoun;
        if (const auto entry = pronouns_.find(lower)) {
            const Upos tag = doc_.tokens.upos[t];
            if (tag != Upos::PRON && tag != Upos::DET && doc_.tokens.xpos[t] != Xpos::PRP) return false;
            candidate.person = static_cast<std::uint8_t>(field(*entry, 0)[0] - '0');
            const std::string_view gender = field(*entry, 1);
            candidate.gender = gender == "n" ? Gender::neuter : gender_named(gender);
            const std::string_view number = field(*entry, 2);
            candidate.number = number == "p"   ? Number::plural
                               : number == "s" ? Number::singular
                                               : Number::unknown;
            if (candidate.gender == Gender::neuter && announces_clause(t)) return false;
            candidate.possessive = field(*entry, 3) == "possessive";
            candidate.reflexive = field(*entry, 3) == "reflexive";
            if (candidate.gender == Gender::male || candidate.gender == Gender::female ||
                candidate.person != 3)
                candidate.type = EntityType::PERSON;
            add(candidate);
            return true;
        }
        if (doc_.tokens.upos[t] != Upos::PRON || doc_.tokens.xpos[t] != Xpos::DT) return false;
        if (lower == "this" || lower == "that")
            candidate.number = Number::singular;
        else if (lower == "these" || lower == "those")
            candidate.number = Number::plural;
        else
            return false;
        candidate.demonstrative = true;
        add(candidate);
        return true;
    }

    // "Both", "the two", "either of them", where no noun follows that says of what.
    bool add_lone_pair(Index t) {
        if (!lexicon_.words.has("pair", doc_.lower(t))) return false;
        const Deprel relation = doc_.tokens.deprel[t];
        if (!is_argument(relation) && relation != Deprel::nmod) return false;
        const TokenRange core = extents_[t].core;
        if (!lexicon_.words.has("pair_alone", doc_.lower(t)) && core.size() < 2) return false;
        Candidate candidate;
        candidate.tokens = core;
        candidate.head = t;
        candidate.kind = MentionKind::pronoun;
        candidate.number = Number::plural;
        candidate.pair = true;
        add(candidate);
        return true;
    }

    // "The two leaders", "both sides", "the couple".
    bool is_pair(Index noun, const Candidate& candidate) const {
        if (candidate.determiner == Determiner::indefinite && !has_pair_word(noun, "pair_alone"))
            return false;
        if (lexicon_.words.has("pair_noun", doc_.lower(noun)))
            return candidate.determiner == Determiner::definite && candidate.tokens.size() == 2;
        if (has_pair_word(noun, "pair_alone")) return true;
        return candidate.determiner != Determiner::bare && has_pair_word(noun, "pair");
    }

    bool has_pair_word(Index noun, std::string_view which) const {
        for (Index t = extents_[noun].core.begin; t < noun; ++t)
            if (doc_.tokens.head[t] == noun && lexicon_.words.has(which, doc_.lower(t))) return true;
        return false;
    }

    void add_nominal(Index t) {
        Candidate candidate;
        candidate.head = t;
        candidate.tokens = extents_[t].phrase;
        if (candidate.tokens.size() > longest_phrase_tokens) candidate.tokens = extents_[t].core;
        candidate.determiner = determiner_of(doc_, candidate.tokens);
        // "Argentina's President": the lemma of a proper noun keeps its capital.
        const std::string_view lemma = doc_.tokens.upos[t] == Upos::PROPN ? doc_.lower(t) : doc_.lemma(t);
        if (const auto gender = lexicon_.person_nouns.find(lemma)) {
            candidate.type = EntityType::PERSON;
            candidate.gender = gender_named(*gender);
        } else if (const auto thing = lexicon_.thing_nouns.find(lemma)) {
            candidate.type = type_named(field(*thing, 0));
            candidate.gender = Gender::neuter;
        }
        const Xpos tag = doc_.tokens.xpos[t];
        candidate.number = tag == Xpos::NNS || tag == Xpos::NNPS ? Number::plural : Number::singular;
        candidate.pair = is_pair(t, candidate);
        // "Both sides" are two people as well as two bodies.
        if (candidate.pair &&
            (lexicon_.words.has("pair_side", lemma) || lexicon_.words.has("pair_state", lemma)))
            candidate.type.reset();
        if (candidate.pair && lexicon_.words.has("pair_noun", lemma)) candidate.type = EntityType::PERSON;
        candidate.beside = name_beside(candidate);
        if (candidate.beside != none) candidate.tokens = without_name(candidate);
        add(candidate);
        add_joined(t, candidate);
    }

    const Document& doc_;
    const Lexicon& lexicon_;
    const Table& pronouns_;
    const Groups& groups_;
    const std::vector<Index>& quote_of_;
    std::vector<Extent> extents_;
    std::vector<Index> name_at_;  // the name that a token is part of
    std::vector<Index> beside_;   // the name in apposition to the phrase that a token heads
    std::vector<bool> titles_;
    std::vector<bool> amounts_;  // days, sums and measures: "in May. He …", "on Monday night. It …"
    std::vector<bool> clauses_;  // the words that a clause is object or subject of
    std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(const Document& doc, const Lexicon& lexicon, const Table& pronouns,
                                       const Groups& groups, const std::vector<Index>& quote_of) {
    return CandidateFinder(doc, lexicon, pronouns, groups, quote_of).find();
}

Phrases find_phrases(Document& doc, const Lexicon& lexicon, const Resources& resources) {
    Phrases phrases;
    phrases.groups = group_names(doc, lexicon);
    std::vector<bool> named(doc.tokens.size(), false);
    for (const Mention& mention : doc.mentions)
        std::fill(named.begin() + mention.tokens.begin, named.begin() + mention.tokens.end, true);
    phrases.appositions = find_roles(doc, lexicon, phrases.groups, named);
    phrases.candidates =
        find_candidates(doc, lexicon, resources.table("pronouns"), phrases.groups, find_quoted(doc));
    return phrases;
}

}  // namespace lede::coreference
