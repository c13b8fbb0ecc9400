#include "propositions/modality.h"

#include <string>

namespace lede {

namespace {

std::optional<Modality> modality_named(std::string_view name) {
    if (name == "planned") return Modality::planned;
    if (name == "possible") return Modality::possible;
    if (name == "conditional") return Modality::conditional;
    if (name == "requested") return Modality::requested;
    if (name == "alleged") return Modality::alleged;
    if (name == "denied") return Modality::denied;
    return std::nullopt;
}

// Auxiliaries and adverbs stand right before their verb, whatever the tree says.
void read_verb_group(const Syntax& syntax, Index trigger, const Table& helpers, Factuality& result) {
    const Document& doc = syntax.doc;
    const Index first = doc.sentences[doc.tokens.sentence[trigger]].tokens.begin;
    constexpr Index longest_group = 6;
    Index at = trigger;
    bool has_auxiliary = false;
    for (Index step = 0; step < longest_group && at > first; ++step) {
        --at;
        const std::string_view word = doc.lower(at);
        const Xpos tag = doc.tokens.xpos[at];
        const bool auxiliary = tag == Xpos::MD || doc.tokens.upos[at] == Upos::AUX;
        const std::string_view told = helpers.find(word).value_or("");
        // "nobody" and "nothing" are who and what, told by the roles.
        const bool pronoun = doc.tokens.upos[at] == Upos::NOUN || doc.tokens.upos[at] == Upos::PRON;
        if (told == "negative" && !pronoun) {
            result.polarity = Polarity::negative;
        } else if (tag == Xpos::TO) {
            // "is to visit"
            if (at > first && doc.lemma(at - 1) == "be") result.modality = Modality::planned;
            return;
        } else if (auxiliary || tag == Xpos::RB) {
            // "will" of "will allegedly have left" says less.
            const auto modality = modality_named(told);
            if (modality && result.modality != Modality::alleged) result.modality = *modality;
            has_auxiliary = has_auxiliary || auxiliary;
        } else if (tag == Xpos::PRP) {
            // "Did *he* go?", but "if you do not, *they* will go"
            if (has_auxiliary) return;
        } else if (word == "," && at >= first + 2 && doc.tokens.xpos[at - 1] == Xpos::RB &&
                   doc.lower(at - 2) == ",") {
            at -= 2;  // "did not, *however*, leave"
        } else if (tag != Xpos::RBR) {
            return;
        }
    }
}

// "*alleged* fraud", "*no* evidence"
void read_modifiers(const Syntax& syntax, Index noun, const Table& helpers, Factuality& result) {
    const Document& doc = syntax.doc;
    for (Index child = syntax.children.first(noun); child != none && child < noun;
         child = syntax.children.next(child)) {
        const auto told = helpers.find(doc.lower(child));
        if (!told) continue;
        if (*told == "negative") result.polarity = Polarity::negative;
        result.modality = modality_named(*told).value_or(result.modality);
    }
}

bool is_conditional(const Document& doc, Index marker) {
    const std::string_view word = doc.lower(marker);
    return word == "if" || word == "unless" || word == "whether";
}

// "She *said* it would appeal": after a verb in the past "would" tells what is to come, unless an "if" goes
// with it.
bool is_future_of_past(const Syntax& syntax, Index trigger) {
    const Document& doc = syntax.doc;
    const Index governor = doc.tokens.head[trigger];
    if (doc.tokens.deprel[trigger] != Deprel::ccomp || governor == none ||
        doc.tokens.xpos[governor] != Xpos::VBD)
        return false;
    for (Index child = syntax.children.first(trigger); child != none; child = syntax.children.next(child)) {
        if (doc.tokens.deprel[child] != Deprel::advcl && doc.tokens.deprel[child] != Deprel::mark) continue;
        const Index marker =
            doc.tokens.deprel[child] == Deprel::mark ? child : syntax.children.find(doc, child, Deprel::mark);
        if (marker != none && is_conditional(doc, marker)) return false;
    }
    return true;
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

// The row of a word that governs an event, with the particle or preposition that belongs to it where there is
// such a row: "rule out", "call for".
std::string_view governor_row(const Syntax& syntax, Index governor, Index link, const Table& governors) {
    const Document& doc = syntax.doc;
    const std::string_view lemma = doc.lemma(governor);
    constexpr std::size_t longest_word = 40;
    if (lemma.size() > longest_word) return {};
    for (const Index word : {link, syntax.children.find(doc, governor, Deprel::compound_prt)}) {
        if (word == none || doc.lower(word).size() > longest_word) continue;
        std::string key(lemma);
        key += ' ';
        key += doc.lower(word);
        if (const auto row = governors.find(key)) return *row;
    }
    return governors.find(lemma).value_or("");
}

// "*Prosecutors* said", "told *jurors*", "the court *heard*": what is said in court for one side of a case.
bool speaks_in_court(const Syntax& syntax, Index verb, const ModalWords& table) {
    const WordClasses& words = table.classes;
    const Document& doc = syntax.doc;
    if (doc.tokens.upos[verb] != Upos::VERB) return false;
    const bool hears = words.has("hears_case", doc.lemma(verb)),
               tells = words.has("tells_case", doc.lemma(verb));
    for (Index child = syntax.children.first(verb); child != none; child = syntax.children.next(child)) {
        const std::string_view lemma = doc.lemma(child);
        switch (doc.tokens.deprel[child]) {
            case Deprel::nsubj:
                if ((words.has("accuser", lemma) && table.reporting.contains(doc.lemma(verb))) ||
                    (hears && words.has("forum", lemma)))
                    return true;
                break;
            case Deprel::nsubj_pass:
            case Deprel::obj:
            case Deprel::iobj:
                if (tells && words.has("forum", lemma)) return true;
                break;
            default:
                break;
        }
    }
    return false;
}

// "The court heard that he *took* money", "He *took* money, prosecutors said", "*took* money, according to
// prosecutors".
bool is_told_in_court(const Syntax& syntax, Index trigger, const ModalWords& table) {
    const WordClasses& words = table.classes;
    const Document& doc = syntax.doc;
    constexpr int longest_chain = 4;
    Index at = trigger;
    for (int step = 0; step < longest_chain && at != none; ++step) {
        for (Index child = syntax.children.first(at); child != none; child = syntax.children.next(child)) {
            if (doc.tokens.deprel[child] == Deprel::parataxis && speaks_in_court(syntax, child, table))
                return true;
            const Index link = doc.tokens.deprel[child] == Deprel::obl
                                   ? syntax.children.find(doc, child, Deprel::case_)
                                   : none;
            if (link != none && words.has("source", doc.lower(link)) &&
                words.has("accuser", doc.lemma(child)))
                return true;
        }
        const Deprel relation = doc.tokens.deprel[at];
        const Index head = doc.tokens.head[at];
        if (relation == Deprel::ccomp && head != none && speaks_in_court(syntax, head, table)) return true;
        if (relation != Deprel::conj && relation != Deprel::ccomp && relation != Deprel::advcl &&
            relation != Deprel::acl && relation != Deprel::acl_relcl)
            return false;
        at = head;
    }
    return false;
}

// "*Anyone* who leaves", "*any* town that refuses": nobody in particular does it.
bool is_of_anybody(const Syntax& syntax, Index trigger, const WordClasses& words) {
    const Document& doc = syntax.doc;
    const Index head = doc.tokens.head[trigger];
    if (doc.tokens.deprel[trigger] != Deprel::acl_relcl || head == none) return false;
    const Index determiner = syntax.children.find(doc, head, Deprel::det);
    return words.has("any", doc.lower(determiner == none ? head : determiner));
}

// "*If convicted*, he faces jail"
bool has_condition(const Syntax& syntax, Index trigger) {
    const Document& doc = syntax.doc;
    const Xpos tag = doc.tokens.xpos[trigger];
    if (tag != Xpos::VBZ && tag != Xpos::VBP) return false;
    for (Index child = syntax.children.first(trigger); child != none; child = syntax.children.next(child)) {
        if (doc.tokens.deprel[child] != Deprel::advcl) continue;
        const Index marker = syntax.children.find(doc, child, Deprel::mark);
        if (marker != none && doc.lower(marker) == "if") return true;
    }
    return false;
}

struct Governor {
    Index token = none;
    std::string_view row;  // of the table of governors; empty where it has none
};

// "*plan* a strike", "*accused* of fraud", "*called* for a truce", "the *threat* of a walkout": what a noun
// stands under.
Governor governor_of_noun(const Syntax& syntax, Index noun, const Table& governors) {
    const Document& doc = syntax.doc;
    const Index head = doc.tokens.head[noun];
    if (head == none) return {};
    const Index link = syntax.children.find(doc, noun, Deprel::case_);
    const Governor governor{head, governor_row(syntax, head, link, governors)};
    const std::string_view word = link == none ? "" : doc.lower(link);
    switch (doc.tokens.deprel[noun]) {
        case Deprel::obj:
        case Deprel::nsubj_pass:
            // "rejected an offer": the offer was made. "alleged fraud" stands in the phrase itself.
            return doc.lemma(head) == "reject" ? Governor{} : governor;
        case Deprel::obl:
            if (governor.row == "alleged" && (word == "of" || word == "with" || word == "for"))
                return governor;
            return governor.row == "requested" && word == "for" ? governor : Governor{};
        case Deprel::nmod:
            return doc.tokens.upos[head] == Upos::NOUN && (word == "of" || word == "for" || word == "to")
                       ? governor
                       : Governor{};
        default:
            return {};
    }
}

// "To leave", "to *be* told", "be *moved*": a form that tells no time. An infinitive tells it at its first
// word.
bool is_infinitive(const Syntax& syntax, Index trigger) {
    const Document& doc = syntax.doc;
    if (doc.tokens.xpos[trigger] == Xpos::VB) return true;
    for (const Deprel relation : {Deprel::aux_pass, Deprel::cop, Deprel::aux}) {
        const Index helper = syntax.children.find(doc, trigger, relation);
        if (helper != none) return doc.tokens.xpos[helper] == Xpos::VB;
    }
    return false;
}

// The verb, adjective or noun whose complement a verb is.
Governor governor_of(const Syntax& syntax, Index trigger, const Table& governors) {
    const Document& doc = syntax.doc;
    if (is_noun(doc.tokens.xpos[trigger])) return governor_of_noun(syntax, trigger, governors);
    const Index head = doc.tokens.head[trigger];
    const Deprel relation = doc.tokens.deprel[trigger];
    const bool gerund = doc.tokens.xpos[trigger] == Xpos::VBG;
    Index link = syntax.children.find(doc, trigger, Deprel::mark);
    if (gerund && link == none) link = syntax.children.find(doc, trigger, Deprel::case_);
    bool complement = head != none && (relation == Deprel::xcomp || relation == Deprel::ccomp ||
                                       (relation == Deprel::acl && is_infinitive(syntax, trigger)) ||
                                       (relation == Deprel::advcl && is_infinitive(syntax, trigger)));
    // "a claim *that* it broke the law"
    if (head != none && relation == Deprel::acl && link != none && doc.lower(link) == "that")
        complement = true;
    if (head != none && !complement && gerund && (relation == Deprel::advcl || relation == Deprel::acl)) {
        // "accused of taking", "plans for closing"
        const std::string_view word = link == none ? "" : doc.lower(link);
        complement = word == "of" || word == "for" || word == "with" || word == "from" || word == "on" ||
                     word == "about" || word == "against";
    }
    const Index governor = complement ? head : governor_by_order(syntax, trigger);
    if (governor == none) return {};
    Governor found{governor, governor_row(syntax, governor, link, governors)};
    // "accused *the mayor* of taking bribes", where the tree hangs the clause on the noun
    const Index above = doc.tokens.head[governor];
    const bool charged =
        gerund && found.row.empty() && doc.tokens.upos[governor] != Upos::VERB && above != none &&
        (doc.tokens.deprel[governor] == Deprel::obj || doc.tokens.deprel[governor] == Deprel::nsubj_pass);
    if (charged)
        if (const auto row = governors.find(doc.lemma(above)); row == "alleged") return {above, *row};
    return found;
}

}  // namespace

Factuality factuality(const Syntax& syntax, Index trigger, const ModalWords& words) {
    const Document& doc = syntax.doc;
    Factuality result;
    read_verb_group(syntax, trigger, words.helpers, result);
    const Index marker = syntax.children.find(doc, trigger, Deprel::mark);
    if (marker != none && is_conditional(doc, marker)) result.modality = Modality::conditional;
    if (result.modality == Modality::conditional && is_future_of_past(syntax, trigger))
        result.modality = Modality::planned;
    // "*without* paying"
    if (marker != none && words.helpers.find(doc.lower(marker)) == "possible")
        result.modality = Modality::possible;
    if (is_noun(doc.tokens.xpos[trigger])) {
        read_modifiers(syntax, trigger, words.helpers, result);
        // "Strike *called off*"
        const Index participle = syntax.children.find(doc, trigger, Deprel::acl);
        if (participle != none && doc.tokens.xpos[participle] == Xpos::VBN &&
            governor_row(syntax, participle, none, words.governors) == "negative")
            result.polarity = Polarity::negative;
    } else if (has_condition(syntax, trigger) || is_of_anybody(syntax, trigger, words.classes)) {
        if (result.modality == Modality::asserted) result.modality = Modality::conditional;
    }
    if (result.modality == Modality::asserted && is_told_in_court(syntax, trigger, words))
        result.modality = Modality::alleged;

    constexpr int longest_chain = 4;
    Index at = trigger;
    for (int step = 0; step < longest_chain; ++step) {
        if (doc.tokens.deprel[at] == Deprel::conj && doc.tokens.head[at] != none &&
            doc.tokens.xpos[at] == doc.tokens.xpos[doc.tokens.head[at]] &&
            (doc.tokens.xpos[at] == Xpos::VB || doc.tokens.xpos[at] == Xpos::VBG)) {
            Factuality coordinated;
            read_verb_group(syntax, doc.tokens.head[at], words.helpers, coordinated);
            if (result.modality == Modality::asserted) result.modality = coordinated.modality;
            at = doc.tokens.head[at];
            continue;
        }
        const auto [governor, value] = governor_of(syntax, at, words.governors);
        if (governor == none) break;
        const bool noun = is_noun(doc.tokens.xpos[at]);
        // "wanted the vote *delayed*"
        const bool participle = doc.tokens.deprel[at] == Deprel::xcomp &&
                                (doc.tokens.xpos[at] == Xpos::VBN || doc.tokens.xpos[at] == Xpos::VBD);
        const bool infinitive =
            noun || participle || doc.tokens.xpos[at] == Xpos::VBG || is_infinitive(syntax, at);
        const bool purpose = doc.tokens.deprel[at] == Deprel::advcl;
        if (infinitive && !noun && value.empty() && result.modality == Modality::asserted &&
            (purpose || step == 0)) {
            // "a chance to vote": the noun says what may be.
            const bool of_noun = doc.tokens.deprel[at] == Deprel::acl && is_infinitive(syntax, at);
            if (purpose) result.modality = Modality::planned;
            if (of_noun && is_noun(doc.tokens.xpos[governor])) result.modality = Modality::possible;
            break;
        }
        if (value.empty()) break;
        const bool open = result.modality == Modality::asserted;
        if (value == "negative")
            result.polarity = Polarity::negative;
        else if (value == "denied" || value == "alleged")
            result.modality = *modality_named(value);
        else if (value == "planned" && open && infinitive)
            result.modality = Modality::planned;
        else if (value == "possible" && open)
            result.modality = Modality::possible;
        else if (value == "requested" && open && infinitive)
            result.modality = Modality::requested;
        Factuality outer;
        read_verb_group(syntax, governor, words.helpers, outer);
        // "They do not want to leave" tells of a wish; "they did not manage to leave" of what did not happen.
        if (outer.polarity == Polarity::negative && infinitive && result.modality == Modality::asserted)
            result.polarity = Polarity::negative;
        if (value != "asserted" && value != "negative") break;
        if (result.modality == Modality::asserted) result.modality = outer.modality;
        at = governor;
    }
    return result;
}

}  // namespace lede
