#include "propositions/factuality_features.h"

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
};

constexpr std::uint32_t combine(std::uint32_t a, std::uint32_t b) {
    return mix(a * 0x9e3779b1u + b + 0x7f4a7c15u);
}

bool helps(Deprel relation) {
    return relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop;
}

}  // namespace

void describe_factuality(const Syntax& syntax, Index predicate, const Factuality& by_rule,
                         std::vector<std::uint32_t>& features) {
    const Document& doc = syntax.doc;
    features.clear();
    const auto add = [&](Template about, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
        features.push_back(combine(combine(combine(about, a), b), c));
    };
    const auto tag_of = [&](Index t) { return static_cast<std::uint32_t>(doc.tokens.xpos[t]); };
    const auto relation_of = [&](Index t) { return static_cast<std::uint32_t>(doc.tokens.deprel[t]); };
    const auto lemma_of = [&](Index t) { return hash(doc.lemma(t)); };

    const std::uint32_t ruled =
        static_cast<std::uint32_t>(by_rule.modality) * 2 + static_cast<std::uint32_t>(by_rule.polarity);
    const std::uint32_t tag = tag_of(predicate), relation = relation_of(predicate);
    add(bias, 0);
    add(rule, ruled);
    add(rule, ruled, tag, relation);
    add(tag_relation, tag, relation);
    add(lemma, lemma_of(predicate));
    add(lemma_tag, lemma_of(predicate), tag);

    std::uint32_t helpers = 1;
    bool has_subject = false;
    for (Index child = syntax.children.first(predicate); child != none; child = syntax.children.next(child)) {
        switch (doc.tokens.deprel[child]) {
            case Deprel::nsubj:
            case Deprel::nsubj_pass:
                has_subject = true;
                add(subject_word, hash(doc.lower(child)), tag);
                add(subject_tag, tag_of(child), tag);
                break;
            case Deprel::mark:
                add(marker, hash(doc.lower(child)));
                add(relation_marker, relation, hash(doc.lower(child)), tag);
                break;
            case Deprel::obj:
                add(object_tag, tag_of(child), tag);
                break;
            case Deprel::advmod:
                add(adverb, hash(doc.lower(child)));
                break;
            default:
                if (!helps(doc.tokens.deprel[child])) break;
                add(helper, hash(doc.lower(child)));
                add(helper_tag, hash(doc.lower(child)), tag);
                helpers = combine(helpers, lemma_of(child));
        }
    }
    add(helpers_tag, helpers, tag, relation);
    if (!has_subject) add(imperative, tag, relation, ruled);

    Index at = predicate;
    for (int step = 0; step < 2; ++step) {
        const Index governor = doc.tokens.head[at];
        if (governor == none) break;
        const std::uint32_t link = relation_of(at);
        if (step == 1) {
            add(second_governor, lemma_of(governor), link, relation);
            break;
        }
        add(governor_lemma, lemma_of(governor), link);
        add(governor_second, lemma_of(governor), tag);
        add(governor_tag, tag_of(governor), link, tag);
        add(governor_rule_tag, ruled, tag_of(governor), link);
        for (Index child = syntax.children.first(governor); child != none;
             child = syntax.children.next(child)) {
            const Deprel kind = doc.tokens.deprel[child];
            if (helps(kind) || kind == Deprel::advmod)
                add(governor_helper, hash(doc.lower(child)), link, tag);
            else if (kind == Deprel::mark)
                add(governor_marker, hash(doc.lower(child)), link);
        }
        at = governor;
    }
    Index root = predicate;
    constexpr int deepest = 12;
    for (int step = 0; step < deepest && doc.tokens.head[root] != none; ++step) root = doc.tokens.head[root];
    if (root != predicate) {
        add(root_lemma, lemma_of(root), relation);
        for (Index child = syntax.children.first(root); child != none; child = syntax.children.next(child))
            if (helps(doc.tokens.deprel[child])) add(root_helper, hash(doc.lower(child)), relation);
    }
    const TokenRange sentence = doc.sentences[doc.tokens.sentence[predicate]].tokens;
    add(question, doc.lower(sentence.end - 1) == "?", tag);
    add(first_word, hash(doc.lower(sentence.begin)), tag);
}

}  // namespace lede
