#include "coreference/candidates.h"

#include <algorithm>

#include "syntax/extents.h"

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
          amounts_(doc.tokens.size(), false) {
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
            if (add_pronoun(t)) continue;
            if (heads_phrase(doc_, t) && !titles_[t] && !amounts_[t]) add_nominal(t);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
            return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                    : a.tokens.end > b.tokens.end;
        });
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
        if (name.begin > first && doc_.mentions[m].type == EntityType::PERSON) titles_[name.begin - 1] = true;
        for (Index t = name.begin; t < name.end; ++t) {
            const Index head = doc_.tokens.head[t];
            if (head == none || name.contains(head) || head > t || doc_.tokens.deprel[t] != Deprel::appos)
                continue;
            const Index noun = name_at_[head] == none ? head : noun_before(head, m);
            if (noun != none && beside_[noun] == none) beside_[noun] = m;
        }
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
        if (candidate.type && (*candidate.type == EntityType::PERSON) != person) return none;
        return !candidate.type && person ? none : m;
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
    }

    bool add_pronoun(Index t) {
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
        candidate.beside = name_beside(candidate);
        const TokenRange phrase = candidate.tokens;
        if (candidate.beside != none) candidate.tokens = extents_[t].core;
        add(candidate);
        candidate.beside = none;
        candidate.tokens = phrase;
        if (extents_[t].joined.size() <= candidate.tokens.size() ||
            extents_[t].joined.size() > longest_phrase_tokens)
            return;
        candidate.tokens = extents_[t].joined;
        candidate.joined = true;
        candidate.number = Number::plural;
        add(candidate);
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
    std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(const Document& doc, const Lexicon& lexicon, const Table& pronouns,
                                       const Groups& groups, const std::vector<Index>& quote_of) {
    return CandidateFinder(doc, lexicon, pronouns, groups, quote_of).find();
}

}  // namespace lede::coreference
