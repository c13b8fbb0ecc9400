#include "propositions/modality.h"

namespace lede {

namespace {

std::optional<Modality> modality_named(std::string_view name) {
    if (name == "planned") return Modality::planned;
    if (name == "possible") return Modality::possible;
    if (name == "conditional") return Modality::conditional;
    if (name == "requested") return Modality::requested;
    return std::nullopt;
}

// Auxiliaries and adverbs stand right before their verb, whatever the tree says.
void read_verb_group(const Syntax& syntax, Index trigger, const Table& helpers, Factuality& result) {
    const Document& doc = syntax.doc;
    const Index first = doc.sentences[doc.tokens.sentence[trigger]].tokens.begin;
    constexpr Index longest_group = 6;
    Index at = trigger;
    for (Index step = 0; step < longest_group && at > first; ++step) {
        --at;
        const std::string_view word = doc.lower(at);
        const Xpos tag = doc.tokens.xpos[at];
        const bool auxiliary = tag == Xpos::MD || doc.tokens.upos[at] == Upos::AUX;
        const std::string_view told = helpers.find(word).value_or("");
        if (told == "negative") {
            result.polarity = Polarity::negative;
        } else if (tag == Xpos::TO) {
            // "is to visit"
            if (at > first && doc.lemma(at - 1) == "be") result.modality = Modality::planned;
            return;
        } else if (auxiliary) {
            if (const auto modality = modality_named(told)) result.modality = *modality;
        } else if (tag != Xpos::RB && tag != Xpos::RBR && tag != Xpos::PRP) {
            return;
        }
    }
}

bool is_conditional(const Document& doc, Index marker) {
    const std::string_view word = doc.lower(marker);
    return word == "if" || word == "unless" || word == "whether";
}

// "urged workers to leave", "plans to leave": the verb before the infinitive, where the tree does not tell.
Index governor_by_order(const Syntax& syntax, Index trigger) {
    const Document& doc = syntax.doc;
    const Index first = doc.sentences[doc.tokens.sentence[trigger]].tokens.begin;
    if (trigger < first + 2 || doc.tokens.xpos[trigger - 1] != Xpos::TO) return none;
    Index at = trigger - 2;
    if (const Index number = syntax.phrases.at(at); number != none) {
        if (syntax.phrases[number].tokens.begin == first) return none;
        at = syntax.phrases[number].tokens.begin - 1;
    }
    return doc.tokens.upos[at] == Upos::VERB || doc.tokens.upos[at] == Upos::ADJ ? at : none;
}

// Does the complement of this verb or adjective tell what may or did not happen?
Index governor_of(const Syntax& syntax, Index trigger) {
    const Document& doc = syntax.doc;
    const Index head = doc.tokens.head[trigger];
    if (head == none) return governor_by_order(syntax, trigger);
    const Deprel relation = doc.tokens.deprel[trigger];
    const bool complement = relation == Deprel::xcomp || relation == Deprel::ccomp ||
                            (relation == Deprel::acl && doc.tokens.xpos[trigger] == Xpos::VB) ||
                            (relation == Deprel::advcl && doc.tokens.xpos[trigger] == Xpos::VB);
    return complement ? head : governor_by_order(syntax, trigger);
}

}  // namespace

Factuality factuality(const Syntax& syntax, Index trigger, const ModalWords& words) {
    const Document& doc = syntax.doc;
    Factuality result;
    read_verb_group(syntax, trigger, words.helpers, result);
    const Index marker = syntax.children.find(doc, trigger, Deprel::mark);
    if (marker != none && is_conditional(doc, marker)) result.modality = Modality::conditional;

    constexpr int longest_chain = 4;
    Index at = trigger;
    for (int step = 0; step < longest_chain; ++step) {
        if (doc.tokens.deprel[at] == Deprel::conj && doc.tokens.head[at] != none &&
            doc.tokens.xpos[at] == doc.tokens.xpos[doc.tokens.head[at]] && doc.tokens.xpos[at] == Xpos::VB) {
            Factuality coordinated;
            read_verb_group(syntax, doc.tokens.head[at], words.helpers, coordinated);
            if (result.modality == Modality::asserted) result.modality = coordinated.modality;
            at = doc.tokens.head[at];
            continue;
        }
        const Index governor = governor_of(syntax, at);
        if (governor == none) break;
        const auto value = words.governors.find(doc.lemma(governor));
        const bool infinitive = doc.tokens.xpos[at] == Xpos::VB || doc.tokens.xpos[at] == Xpos::VBG;
        const bool purpose = doc.tokens.deprel[at] == Deprel::advcl;
        if (infinitive && !value && result.modality == Modality::asserted && (purpose || step == 0)) {
            if (purpose) result.modality = Modality::planned;
            break;
        }
        if (!value) break;
        const bool open = result.modality == Modality::asserted;
        if (*value == "negative")
            result.polarity = Polarity::negative;
        else if (*value == "denied")
            result.modality = Modality::denied;
        else if (*value == "planned" && open && infinitive)
            result.modality = Modality::planned;
        else if (*value == "possible" && open)
            result.modality = Modality::possible;
        else if (*value == "requested" && open && infinitive)
            result.modality = Modality::requested;
        Factuality outer;
        read_verb_group(syntax, governor, words.helpers, outer);
        // "They do not want to leave" tells of a wish; "they did not manage to leave" of what did not happen.
        if (outer.polarity == Polarity::negative && infinitive && result.modality == Modality::asserted)
            result.polarity = Polarity::negative;
        if (*value != "asserted" && *value != "negative") break;
        if (result.modality == Modality::asserted) result.modality = outer.modality;
        at = governor;
    }
    return result;
}

}  // namespace lede
