#include "propositions/factuality_features.h"

#include "base/features.h"
#include "base/hash.h"

namespace lede {

namespace {

// What a feature is about. A new one goes to the end, and the model is trained again.
enum Template : std::uint32_t {
    bias = 1,
    rule,
    tag_relation,
    helper,
    helper_tag,
    lemma,
    lemma_tag,
    subject_word,
    subject_tag,
    marker,
    relation_marker,
    governor_lemma,
    governor_tag,
    governor_helper,
    governor_rule_tag,
    governor_marker,
    second_governor,
    question,
    adverb,
    object_tag,
    first_word,
    imperative,
    helpers_tag,
    governor_second,
    root_helper,
    root_lemma,
    governor_fact,
    governor_fact_marker,
    antecedent_word,
    time_word,
};

bool helps(Deprel relation) {
    return relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop;
}

}  // namespace

void describe_factuality(const Syntax& syntax, Index predicate, const Factuality& by_rule,
                         const ModalWords& words, std::vector<std::uint32_t>& features) {
    const Document& doc = syntax.doc;
    FeatureList list(features);
    const auto tag_of = [&](Index t) { return static_cast<std::uint32_t>(doc.tokens.xpos[t]); };
    const auto relation_of = [&](Index t) { return static_cast<std::uint32_t>(doc.tokens.deprel[t]); };
    const auto lemma_of = [&](Index t) { return hash(doc.lemma(t)); };

    const std::uint32_t ruled =
        static_cast<std::uint32_t>(by_rule.modality) * 2 + static_cast<std::uint32_t>(by_rule.polarity);
    const std::uint32_t tag = tag_of(predicate), relation = relation_of(predicate);
    list.add(bias, 0);
    list.add(rule, ruled);
    list.add(rule, ruled, tag, relation);
    list.add(tag_relation, tag, relation);
    list.add(lemma, lemma_of(predicate));
    list.add(lemma_tag, lemma_of(predicate), tag);

    std::uint32_t helpers = 1;
    bool has_subject = false;
    for (Index child = syntax.children.first(predicate); child != none; child = syntax.children.next(child)) {
        if (const Index time = doc.tokens.time[child]; time != none)
            list.add(time_word, hash(doc.lower(doc.times[time].tokens.begin)), tag);
        switch (doc.tokens.deprel[child]) {
            case Deprel::nsubj:
            case Deprel::nsubj_pass:
                has_subject = true;
                list.add(subject_word, hash(doc.lower(child)), tag);
                list.add(subject_tag, tag_of(child), tag);
                // "the bill, *which* creates a fund"
                if (relation == static_cast<std::uint32_t>(Deprel::acl_relcl) &&
                    doc.tokens.head[predicate] != none)
                    list.add(antecedent_word, lemma_of(doc.tokens.head[predicate]), tag);
                else
                    list.add(antecedent_word, lemma_of(child), tag);
                break;
            case Deprel::mark:
                list.add(marker, hash(doc.lower(child)));
                list.add(relation_marker, relation, hash(doc.lower(child)), tag);
                break;
            case Deprel::obj:
                list.add(object_tag, tag_of(child), tag);
                break;
            case Deprel::advmod:
                list.add(adverb, hash(doc.lower(child)));
                break;
            default:
                if (!helps(doc.tokens.deprel[child])) break;
                list.add(helper, hash(doc.lower(child)));
                list.add(helper_tag, hash(doc.lower(child)), tag);
                helpers = combine(helpers, lemma_of(child));
        }
    }
    list.add(helpers_tag, helpers, tag, relation);
    if (!has_subject) list.add(imperative, tag, relation, ruled);

    Index at = predicate;
    for (int step = 0; step < 2; ++step) {
        const Index governor = doc.tokens.head[at];
        if (governor == none) break;
        const std::uint32_t link = relation_of(at);
        if (step == 1) {
            list.add(second_governor, lemma_of(governor), link, relation);
            break;
        }
        list.add(governor_lemma, lemma_of(governor), link);
        list.add(governor_second, lemma_of(governor), tag);
        list.add(governor_tag, tag_of(governor), link, tag);
        list.add(governor_rule_tag, ruled, tag_of(governor), link);
        const Factuality above = factuality(syntax, governor, words);
        const std::uint32_t told =
            static_cast<std::uint32_t>(above.modality) * 2 + static_cast<std::uint32_t>(above.polarity);
        const Index opener = syntax.children.find(doc, predicate, Deprel::mark);
        list.add(governor_fact, told, link, tag);
        list.add(governor_fact_marker, told, link, opener == none ? 0 : hash(doc.lower(opener)));
        for (Index child = syntax.children.first(governor); child != none;
             child = syntax.children.next(child)) {
            const Deprel kind = doc.tokens.deprel[child];
            if (helps(kind) || kind == Deprel::advmod)
                list.add(governor_helper, hash(doc.lower(child)), link, tag);
            else if (kind == Deprel::mark)
                list.add(governor_marker, hash(doc.lower(child)), link);
        }
        at = governor;
    }
    Index root = predicate;
    constexpr int deepest = 12;
    for (int step = 0; step < deepest && doc.tokens.head[root] != none; ++step) root = doc.tokens.head[root];
    if (root != predicate) {
        list.add(root_lemma, lemma_of(root), relation);
        for (Index child = syntax.children.first(root); child != none; child = syntax.children.next(child))
            if (helps(doc.tokens.deprel[child])) list.add(root_helper, hash(doc.lower(child)), relation);
    }
    const TokenRange sentence = doc.sentences[doc.tokens.sentence[predicate]].tokens;
    list.add(question, doc.lower(sentence.end - 1) == "?", tag);
    list.add(first_word, hash(doc.lower(sentence.begin)), tag);
}

}  // namespace lede
