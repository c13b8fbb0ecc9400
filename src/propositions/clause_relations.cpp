#include "propositions/clause_relations.h"

#include <algorithm>
#include <array>

#include "base/features.h"
#include "neural/linear_model.h"
#include "propositions/propositions.h"
#include "syntax/extents.h"
#include "text/phrase.h"

namespace lede {

namespace {

// What a feature is about. A new one goes to the end, and the model is trained again.
enum Template : std::uint32_t {
    bias = 1,
    shape,
    markers,
    markers_tag,
    markers_lemma,
    markers_governor,
    signal_words,
    signal_kind,
    signal_tag,
    first_words,
    second_words,
    third_words,
    dependent_lemma,
    governor_lemma,
    both_lemmas,
    governor_tag,
    helper,
    governor_helper,
    role,
    comma,
    distance,
    subjects,
    conjunction,
    adverb,
    any_word,
    governor_relation,
    relation_above,
};

// By relation, what it must be ahead of "nothing" by, in sixteenths of a natural logarithm: set where F1 of
// causes and recall of purposes balance on GUM's development part.
constexpr std::array<std::int32_t, clause_relation_count> least_lead{0, -8, -4, -8, 0, 0, 0, 0};
constexpr std::int32_t least_nominal_lead = 8;

bool helps(Deprel relation) {
    return relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop;
}

bool is_subject_relation(Deprel relation) {
    return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::csubj ||
           relation == Deprel::csubj_pass;
}

}  // namespace

bool is_nominal(const Document& doc, const ClausePair& pair) {
    const Deprel relation = doc.tokens.deprel[pair.dependent];
    return relation == Deprel::obl || relation == Deprel::nmod || pair.effect == "effect";
}

ClausePairs::ClausePairs(const Document& doc, const Resources& resources)
    : doc_(doc), signals_(resources.table("causal_signals")), children_(doc), subtrees_(find_subtrees(doc)) {}

bool ClausePairs::is_predicate(Index token) const {
    if (doc_.tokens.upos[token] == Upos::VERB) return true;
    for (Index child = children_.first(token); child != none; child = children_.next(child))
        if (doc_.tokens.deprel[child] == Deprel::cop || is_subject_relation(doc_.tokens.deprel[child]))
            return true;
    return false;
}

Index ClausePairs::root_of(Index sentence) const {
    const TokenRange tokens = doc_.sentences[sentence].tokens;
    for (Index token = tokens.begin; token < tokens.end; ++token)
        if (doc_.tokens.head[token] == none) return token;
    return none;
}

// The first word of what belongs to a token that is no punctuation.
Index ClausePairs::first_word(Index token) const {
    Index first = subtrees_[token].begin;
    while (first < token && doc_.tokens.upos[first] == Upos::PUNCT) ++first;
    return first;
}

void ClausePairs::add_dependent(Index token, std::vector<ClausePair>& pairs) const {
    const Index governor = doc_.tokens.head[token];
    if (governor == none) return;
    ClausePair pair{governor, token, {}, {}, false};
    const auto signal = longest_phrase(doc_, first_word(token), signals_);
    if (signal && signal->tokens.end <= subtrees_[token].end && !signal->tokens.contains(token)) {
        pair.signal = signal->tokens;
        pair.effect = field(signal->value, 0);
    }
    switch (doc_.tokens.deprel[token]) {
        case Deprel::advcl:
        case Deprel::advcl_relcl:
        case Deprel::acl:
        case Deprel::acl_relcl:
        case Deprel::xcomp:
        case Deprel::parataxis:
            break;
        case Deprel::conj:
            if (!is_predicate(token) || !is_predicate(governor)) return;
            break;
        case Deprel::obl:
        case Deprel::nmod:
            if (pair.effect.empty()) return;
            break;
        default:
            return;
    }
    pairs.push_back(pair);
}

// What stands around words that link a cause and its effect: "*in response to* the strike", "the strike *led
// to* delays", "the delays *caused by* the strike".
void ClausePairs::add_signal(TokenRange signal, std::string_view effect, TokenRange sentence,
                             std::vector<ClausePair>& pairs) const {
    if (signal.end >= sentence.end) return;
    Index next = signal.end;
    while (next < sentence.end && doc_.tokens.upos[next] == Upos::PUNCT) ++next;
    if (next == sentence.end) return;
    const Index dependent = top_within(doc_, next, {signal.end, sentence.end});
    const Index inner = top_within(doc_, signal.begin, signal);
    Index governor = doc_.tokens.head[inner];
    const Index number = doc_.tokens.proposition[inner];
    if (effect == "effect" || number != none) {
        if (number == none) return;
        const Proposition& told = doc_.propositions[number];
        if (told.agent && told.agent->head < inner)
            governor = told.agent->head;
        else if (told.patient && told.patient->head < inner)
            governor = told.patient->head;
        else
            return;
    }
    if (governor == none || governor == dependent || signal.contains(governor)) return;
    for (ClausePair& pair : pairs)
        if (pair.governor == governor && pair.dependent == dependent) {
            pair.signal = signal;
            pair.effect = effect;
            return;
        }
    pairs.push_back({governor, dependent, signal, effect, false});
}

void ClausePairs::find(Index sentence, std::vector<ClausePair>& pairs) const {
    pairs.clear();
    const TokenRange tokens = doc_.sentences[sentence].tokens;
    for (Index token = tokens.begin; token < tokens.end; ++token) add_dependent(token, pairs);
    for (Index token = tokens.begin; token < tokens.end; ++token) {
        const auto signal = longest_phrase(doc_, token, signals_);
        if (!signal) continue;
        add_signal(signal->tokens, field(signal->value, 0), tokens, pairs);
        token = signal->tokens.end - 1;
    }
    if (sentence == 0) return;
    const Index before = root_of(sentence - 1), root = root_of(sentence);
    if (before == none || root == none) return;
    ClausePair pair{before, root, {}, {}, true};
    const auto signal = longest_phrase(doc_, first_word(root), signals_);
    if (signal) {
        pair.signal = signal->tokens;
        pair.effect = field(signal->value, 0);
    }
    pairs.push_back(pair);
}

void ClausePairs::describe(const ClausePair& pair, std::vector<std::uint32_t>& features) const {
    FeatureList list(features);
    const auto tag_of = [&](Index t) { return static_cast<std::uint32_t>(doc_.tokens.xpos[t]); };
    const auto relation_of = [&](Index t) { return static_cast<std::uint32_t>(doc_.tokens.deprel[t]); };
    const auto lemma_of = [&](Index t) { return hash(doc_.lemma(t)); };
    const Index governor = pair.governor, dependent = pair.dependent;
    const bool direct = doc_.tokens.head[dependent] == governor;
    const std::uint32_t relation = pair.across ? 200 : direct ? relation_of(dependent) : 201;
    const bool after = dependent > governor;
    const std::uint32_t form = combine(relation, after ? 2 : 1);
    const std::uint32_t tag = tag_of(dependent);

    std::uint32_t marks = 1, helpers = 1, subject = 0;
    for (Index child = children_.first(dependent); child != none; child = children_.next(child)) {
        const Deprel kind = doc_.tokens.deprel[child];
        const std::uint32_t word = hash(doc_.lower(child));
        if (kind == Deprel::mark || kind == Deprel::case_) {
            marks = combine(marks, word);
            for (Index more = children_.first(child); more != none; more = children_.next(more))
                if (doc_.tokens.deprel[more] == Deprel::fixed) marks = combine(marks, hash(doc_.lower(more)));
        } else if (kind == Deprel::cc) {
            list.add(conjunction, word, form);
        } else if (kind == Deprel::advmod && child < dependent) {
            list.add(adverb, word, form);
        } else if (helps(kind)) {
            helpers = combine(helpers, lemma_of(child));
        } else if (is_subject_relation(kind)) {
            subject = 1;
        }
    }
    std::uint32_t governor_helpers = 1;
    for (Index child = children_.first(governor); child != none; child = children_.next(child)) {
        if (helps(doc_.tokens.deprel[child])) governor_helpers = combine(governor_helpers, lemma_of(child));
        if (doc_.tokens.deprel[child] == Deprel::cc && child > governor && child < dependent)
            list.add(conjunction, hash(doc_.lower(child)), form, 1);
    }

    list.add(bias, 0);
    list.add(shape, form, tag);
    list.add(markers, marks, form);
    list.add(markers_tag, marks, tag, relation);
    list.add(markers_lemma, marks, lemma_of(dependent));
    list.add(markers_governor, marks, lemma_of(governor), relation);
    const std::uint32_t effect = hash(pair.effect);
    if (!pair.effect.empty()) {
        std::uint32_t words = 1;
        for (Index t = pair.signal.begin; t < pair.signal.end; ++t)
            words = combine(words, hash(doc_.lower(t)));
        list.add(signal_words, words, form);
        list.add(signal_words, words, tag, 1);
        list.add(signal_words, words, lemma_of(governor), 2);
        list.add(signal_kind, effect, form);
        list.add(signal_tag, effect, tag, tag_of(governor));
    }
    const Index first = first_word(dependent),
                end = doc_.sentences[doc_.tokens.sentence[dependent]].tokens.end;
    const std::uint32_t one = hash(doc_.lower(first));
    const std::uint32_t two = first + 1 < end ? combine(one, hash(doc_.lower(first + 1))) : 1;
    const std::uint32_t three = first + 2 < end ? combine(two, hash(doc_.lower(first + 2))) : 1;
    list.add(first_words, one, form);
    list.add(second_words, two, form);
    list.add(third_words, three, relation);
    list.add(dependent_lemma, lemma_of(dependent), relation);
    list.add(governor_lemma, lemma_of(governor), relation, tag);
    list.add(both_lemmas, lemma_of(governor), lemma_of(dependent));
    list.add(governor_tag, tag_of(governor), form, tag);
    list.add(helper, helpers, relation, tag);
    list.add(governor_helper, governor_helpers, helpers, relation);
    list.add(subjects, subject, form, tag);
    list.add(relation_above, relation_of(governor), form, tag);

    std::uint32_t filled = 0;
    if (const Index number = doc_.tokens.proposition[governor]; number != none) {
        const Proposition& told = doc_.propositions[number];
        const auto is = [&](const std::optional<Argument>& argument) {
            return argument && argument->head == dependent;
        };
        filled = is(told.purpose) ? 1 : is(told.cause) ? 2 : is(told.manner) ? 3 : is(told.patient) ? 4 : 5;
    }
    list.add(role, filled, form);
    list.add(role, filled, marks, 1);
    const Index edge = after ? first : subtrees_[dependent].end;
    const Index beside = after && edge > 0 ? edge - 1 : edge;
    const bool comma_between =
        !pair.across && beside < end &&
        (doc_.tokens.xpos[beside] == Xpos::COMMA || doc_.tokens.xpos[beside] == Xpos::COLON);
    list.add(comma, comma_between, form, tag);
    const Index apart = after ? dependent - governor : governor - dependent;
    list.add(distance, apart < 4 ? apart : apart < 8 ? 4 : apart < 16 ? 5 : 6, form);
    if (pair.across) {
        constexpr Index looked_at = 6;
        for (Index t = first; t < std::min(end, first + looked_at); ++t)
            list.add(any_word, hash(doc_.lower(t)));
    }
}

void find_clause_relations(Document& doc, const Resources& resources) {
    const LinearModel model = LinearModel::open(resources.raw("clauses"));
    if (model.labels().empty()) return;
    const ClausePairs finder(doc, resources);
    std::vector<ClausePair> pairs;
    std::vector<std::uint32_t> features;
    for (Index sentence = 0; sentence < doc.sentences.size(); ++sentence) {
        finder.find(sentence, pairs);
        for (const ClausePair& pair : pairs) {
            finder.describe(pair, features);
            LinearModel::Scores scores;
            std::fill_n(scores.begin(), clause_relation_count, 0);
            model.add(features, scores);
            std::size_t best = 1;
            for (std::size_t kind = 2; kind < clause_relation_count; ++kind)
                if (scores[kind] > scores[best]) best = kind;
            const std::int32_t needed =
                is_nominal(doc, pair) && pair.effect != "effect" ? least_nominal_lead : least_lead[best];
            const std::int32_t lead = scores[best] - scores[0] - needed;
            if (lead <= 0) continue;
            constexpr std::int32_t certain = 64;
            const float score = 0.5F + 0.5F * static_cast<float>(std::min(lead, certain)) / certain;
            doc.clause_links.push_back(
                {pair.governor, pair.dependent, static_cast<ClauseRelation>(best), pair.signal, score});
        }
    }
}

}  // namespace lede
