// Why and how: clauses and phrases that hang on the main clauses, by what opens them and how the propositions
// link them.
#include <algorithm>
#include <array>

#include "brief/candidates.h"
#include "model/word_classes.h"
#include "propositions/propositions.h"
#include "text/phrase.h"

namespace lede::brief {

namespace {

enum Feature : std::uint32_t {
    bias,
    form_only,
    form_place,
    link_score,
    link_place,
    role_filled,
    set_off,
    length,
    quoted,
    signal_kind,
    opening_word,
    opening_and_governor,
    opening_and_head,
    governor_and_form,
    head_and_relation,
    first_words,
    event_weight,
    carries_words,
    is_counted,
    tally_place,
    tally_form,
};

// What kind of clause or phrase a head makes: infinitive, participle, finite clause, noun, name, figure.
std::uint32_t group_of(const Document& doc, Index token) {
    switch (doc.tokens.xpos[token]) {
        case Xpos::VB:
            return 1;
        case Xpos::VBG:
            return 2;
        case Xpos::VBD:
        case Xpos::VBZ:
        case Xpos::VBP:
        case Xpos::VBN:
        case Xpos::MD:
            return 3;
        case Xpos::NN:
        case Xpos::NNS:
            return 4;
        case Xpos::NNP:
        case Xpos::NNPS:
            return 5;
        case Xpos::CD:
            return 6;
        default:
            return 7;
    }
}

class Circumstances {
  public:
    Circumstances(const Story& story, Question question, std::vector<Candidate>& candidates)
        : story_(story),
          doc_(story.doc),
          question_(question),
          signals_(story.resources.table("causal_signals")),
          words_(story.resources.table("clause_words")),
          candidates_(candidates) {}

    void find() {
        constexpr std::size_t most_of_sentence = 24;
        for (Index sentence : story_.sentences()) {
            const TokenRange tokens = doc_.sentences[sentence].tokens;
            const std::size_t most = candidates_.size() + most_of_sentence;
            for (Index token = tokens.begin; token < tokens.end && candidates_.size() < most; ++token)
                if (may_answer(token)) add(token);
            if (question_ == Question::how) add_tallies(tokens);
        }
    }

  private:
    // "three months *after* she won" tells when.
    bool is_dated(Index token) const {
        for (Index child = story_.syntax.children.first(token); child != none && child < token;
             child = story_.syntax.children.next(child))
            if (story_.syntax.in_time[child]) return true;
        return false;
    }

    bool is_clause(Index token) const {
        const Deprel relation = doc_.tokens.deprel[token];
        return relation == Deprel::advcl || relation == Deprel::acl || relation == Deprel::xcomp;
    }

    // Does it hang on a main clause or on a noun of it?
    bool may_answer(Index token) const {
        const Deprel relation = doc_.tokens.deprel[token];
        const bool phrase = relation == Deprel::obl || relation == Deprel::nmod;
        if (!is_clause(token) && !phrase) return false;
        if (phrase && story_.marker_of(token) == none) return false;
        const Index above = doc_.tokens.head[token];
        if (above == none || story_.syntax.in_time[token] || is_dated(token)) return false;
        // "voted *to close the terminal*": what was voted, not why.
        if (question_ == Question::why && is_clause(token) && is_patient(doc_, above, token)) return false;
        // "beaten by three former winners": who does it is no means.
        if (question_ == Question::how && phrase && story_.is_actor(token)) return false;
        // "if it wins": a condition is no reason.
        const Index marker = story_.marker_of(token);
        if (marker != none && story_.marker_class(marker) == hash("condition")) return false;
        const Link hangs = story_.link_of(above);
        constexpr std::uint32_t far = 2;
        return hangs.clause != none && !hangs.relative && hangs.steps <= far;
    }

    bool is_figure(Index token) const { return doc_.tokens.xpos[token] == Xpos::CD; }

    bool is_ballot(Index token) const { return words_.has("ballot", doc_.lemma(token)); }

    // "23 *to* 21", "26*-*24"
    bool is_against(Index token) const {
        const Upos tag = doc_.tokens.upos[token];
        return tag != Upos::VERB && (doc_.lower(token) == "to" || doc_.lower(token) == "-" ||
                                     doc_.lower(token) == "–" || doc_.lower(token) == "against");
    }

    // By how many votes something was decided: "by seven votes to four", "voted 47 to 41", "on a 26-24 vote",
    // "by 23 to 21". The figures decide, whatever the tree makes of them.
    void add_tallies(TokenRange sentence) {
        constexpr Index shortest = 3, reach = 4;
        for (Index token = sentence.begin; token + shortest <= sentence.end; ++token) {
            if (!is_figure(token)) continue;
            Index middle = token + 1;
            const bool counts_ballots = is_ballot(middle);
            if (counts_ballots) ++middle;
            if (middle + 1 >= sentence.end || !is_against(middle) || !is_figure(middle + 1)) continue;
            TokenRange words{token, middle + 2};
            const bool ballot_behind = words.end < sentence.end && is_ballot(words.end);
            if (ballot_behind) ++words.end;
            bool ballot_before = false;
            const Index first = token > sentence.begin + reach ? token - reach : sentence.begin;
            for (Index before = token; before-- > first && !ballot_before;) {
                if (doc_.tokens.upos[before] == Upos::PUNCT) break;
                ballot_before = is_ballot(before);
                if (ballot_before) words.begin = before;
            }
            const bool by = token > sentence.begin && story_.marker_class(token - 1) == hash("means");
            if (!counts_ballots && !ballot_behind && !ballot_before && !by) continue;
            if (by && !ballot_before) words.begin = token - 1;
            Candidate& candidate = candidates_.emplace_back();
            candidate.span = doc_.span_of(words);
            // Further down they decide something else.
            candidate.aside =
                story_.part_of(doc_.tokens.sentence[token]) == Part::later && !story_.is_told_with(token);
            FeatureList list(candidate.features);
            const auto part = static_cast<std::uint32_t>(story_.part_of(doc_.tokens.sentence[token]));
            list.add(about(question_, tally_place), part);
            list.add(about(question_, tally_form), (counts_ballots ? 1 : 0) + (ballot_behind ? 2 : 0) +
                                                       (ballot_before ? 4 : 0) + (by ? 8 : 0));
            token = words.end - 1;
        }
    }

    // The link whose dependent a token is; nothing where there is none.
    const ClauseLink* link_to(Index token) const {
        const Index sentence = doc_.tokens.sentence[token];
        auto at = std::lower_bound(doc_.clause_links.begin(), doc_.clause_links.end(), sentence,
                                   [&](const ClauseLink& link, Index wanted) {
                                       return doc_.tokens.sentence[link.dependent] < wanted;
                                   });
        for (; at != doc_.clause_links.end() && doc_.tokens.sentence[at->dependent] == sentence; ++at)
            if (at->dependent == token) return &*at;
        return nullptr;
    }

    void add(Index token) {
        const Upos tag = doc_.tokens.upos[token];
        const bool noun = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::NUM;
        const bool phrase = noun && doc_.tokens.deprel[token] != Deprel::advcl;
        add(token, with_marker(token, phrase ? story_.phrase_words(token) : story_.clause_words(token)),
            false);
        // "alleging *that the song copies theirs*", "after editors found *that parts had been copied*"
        if (!is_clause(token) || !story_.is_saying(token)) return;
        for (Index child = story_.syntax.children.first(token); child != none;
             child = story_.syntax.children.next(child)) {
            if (child < token) continue;
            if (doc_.tokens.deprel[child] == Deprel::ccomp)
                add(token, story_.clause_words(child), true);
            else if (doc_.tokens.deprel[child] == Deprel::obj)
                add(token, story_.phrase_words(child), true);
        }
    }

    // "*by* 31 votes", "*in* a letter": the means with the word that makes it one.
    TokenRange with_marker(Index token, TokenRange words) const {
        const Index marker = story_.marker_of(token);
        if (question_ != Question::how || marker == none || words.empty() || marker > words.begin ||
            words.begin > marker + 2)
            return words;
        // "the *by-election*"
        if (doc_.tokens.xpos[marker + 1] == Xpos::HYPH || doc_.lower(marker + 1) == "-") return words;
        return {marker, words.end};
    }

    void add(Index token, TokenRange words, bool content) {
        constexpr Index longest = 40;
        if (words.empty() || words.size() > longest) return;
        Candidate& candidate = candidates_.emplace_back();
        candidate.span = doc_.span_of(words);
        describe(token, words, content, candidate.features);
    }

    // The role that a token fills for the word that it hangs on.
    std::uint32_t role_of(Index token) const {
        const Index number = doc_.tokens.proposition[doc_.tokens.head[token]];
        if (number == none) return 0;
        const Proposition& told = doc_.propositions[number];
        const std::array<const std::optional<Argument>*, 7> roles{
            &told.purpose, &told.cause, &told.manner, &told.instrument,
            &told.patient, &told.place, &told.agent};
        for (std::uint32_t role = 0; role < roles.size(); ++role)
            if (*roles[role] && (*roles[role])->head == token) return 1 + role;
        return 1 + static_cast<std::uint32_t>(roles.size());
    }

    void describe(Index token, TokenRange words, bool content, std::vector<std::uint32_t>& features) const {
        FeatureList list(features);
        const auto on = [&](Feature feature, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
            list.add(about(question_, feature), a, b, c);
        };
        const Index above = doc_.tokens.head[token];
        const Link hangs = story_.link_of(above);
        const auto part = static_cast<std::uint32_t>(story_.part_of(doc_.tokens.sentence[token]));
        const Deprel relation = doc_.tokens.deprel[token];
        const std::uint32_t kind = relation == Deprel::acl    ? 1
                                   : relation == Deprel::nmod ? 2
                                   : relation == Deprel::obl  ? 3
                                                              : 4;
        const std::uint32_t group = group_of(doc_, token);
        const Index marker = story_.marker_of(token);
        const std::uint32_t sign = story_.marker_class(marker);
        const std::uint32_t form = combine(combine(sign, group), kind * 2 + (content ? 1 : 0));
        const std::uint32_t place = part * 2 + (hangs.steps == 0 ? 1 : 0);
        on(bias, 0);
        on(form_only, form);
        on(form_place, form, place);
        const ClauseLink* link = link_to(token);
        const std::uint32_t linked = link == nullptr ? 0 : static_cast<std::uint32_t>(link->kind);
        constexpr float steps = 5;
        on(link_score, linked, link == nullptr ? 0 : static_cast<std::uint32_t>(link->score * steps));
        on(link_place, linked, place);
        on(role_filled, role_of(token), part);
        const Index begin = story_.subtrees[token].begin;
        const bool comma = begin > 0 && (doc_.tokens.xpos[begin] == Xpos::COMMA ||
                                         doc_.tokens.xpos[begin - 1] == Xpos::COMMA);
        on(set_off, comma, kind, token > above);
        on(length, bucket(words.size()), group);
        on(quoted, story_.in_quote(token));
        Index first = begin;
        while (first < token && doc_.tokens.upos[first] == Upos::PUNCT) ++first;
        const auto signal = longest_phrase(doc_, first, signals_);
        on(signal_kind, signal ? hash(field(signal->value, 0)) : 0, place);
        const std::uint32_t opened = marker == none ? 1 : hash(doc_.lower(marker));
        on(opening_word, opened, group, kind);
        on(opening_and_governor, opened, hash(doc_.lemma(above)), kind);
        on(opening_and_head, opened, hash(doc_.lemma(token)));
        on(governor_and_form, hash(doc_.lemma(above)), group, kind);
        on(head_and_relation, hash(doc_.lemma(token)), kind);
        const std::uint32_t one = hash(doc_.lower(first));
        on(first_words, first + 1 < doc_.tokens.size() ? combine(one, hash(doc_.lower(first + 1))) : one);
        on(event_weight, weight_of(above), kind);
        on(Feature::carries_words, story_.carries_words(token), opened, kind);
        on(Feature::is_counted, has_number(token), opened, kind);
    }

    // How much the story is about the event that a word tells, in tenths from 1 on; 0 where it tells none.
    std::uint32_t weight_of(Index token) const {
        const auto at = std::lower_bound(
            doc_.events.begin(), doc_.events.end(), doc_.tokens.span[token].begin,
            [](const Event& event, std::uint32_t begin) { return event.trigger.begin < begin; });
        if (at == doc_.events.end() || at->trigger_token != token) return 0;
        constexpr float steps = 10;
        return 1 + static_cast<std::uint32_t>(at->weight * steps);
    }

    // "by 31 votes", "by 23 to 21"
    bool has_number(Index token) const {
        return doc_.tokens.xpos[token] == Xpos::CD || doc_.tokens.quantity[token] != none ||
               story_.syntax.children.find(doc_, token, Deprel::nummod) != none;
    }

    const Story& story_;
    const Document& doc_;
    const Question question_;
    Table signals_;
    WordClasses words_;
    std::vector<Candidate>& candidates_;
};

}  // namespace

void find_why(const Story& story, std::vector<Candidate>& candidates) {
    Circumstances(story, Question::why, candidates).find();
}

void find_how(const Story& story, std::vector<Candidate>& candidates) {
    Circumstances(story, Question::how, candidates).find();
}

}  // namespace lede::brief
