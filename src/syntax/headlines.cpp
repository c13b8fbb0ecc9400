#include "syntax/headlines.h"

#include "model/word_classes.h"

namespace lede {

namespace {

// What hangs on a verb and tells how to read it.
struct Dependents {
    Index subject = none, object = none;
    bool auxiliary = false, infinitive = false, clause = false;
};

Dependents dependents_of(const Document& doc, TokenRange sentence, Index verb) {
    Dependents found;
    for (Index t = sentence.begin; t < sentence.end; ++t) {
        if (doc.tokens.head[t] != verb) continue;
        switch (doc.tokens.deprel[t]) {
            case Deprel::nsubj:
            case Deprel::nsubj_pass:
                if (t < verb) found.subject = t;
                break;
            case Deprel::obj:
            case Deprel::iobj:
                found.object = t;
                break;
            case Deprel::aux:
            case Deprel::aux_pass:
            case Deprel::cop:
                found.auxiliary = true;
                break;
            case Deprel::xcomp:
                found.infinitive = found.infinitive || doc.tokens.xpos[t] == Xpos::VB;
                break;
            case Deprel::ccomp:
                found.clause = true;
                break;
            default:
                break;
        }
    }
    return found;
}

// "Company fined *£2m*"
bool is_sum(const Document& doc, Index object) {
    const Xpos tag = doc.tokens.xpos[object];
    return tag == Xpos::CD || tag == Xpos::DOLLAR;
}

bool is_passive(const Document& doc, Index verb, const Dependents& with, const WordClasses& words) {
    const std::string_view form = doc.lower(verb);
    if (with.clause) return false;
    if (with.infinitive) return words.has("asked", form);
    if (words.has("stands_alone", form)) return false;
    return with.object == none || is_sum(doc, with.object) || words.has("given", form);
}

bool is_quoted(const Document& doc, TokenRange sentence) {
    for (Index t = sentence.begin; t < sentence.end; ++t)
        if (doc.tokens.xpos[t] == Xpos::OPEN_QUOTE || doc.tokens.xpos[t] == Xpos::CLOSE_QUOTE) return true;
    return false;
}

// "UK helps *raped* women": a participle right behind a finite verb describes the noun that follows. Taken
// for a verb it would accuse the subject.
void read_attribute(Document& doc, TokenRange sentence, Index participle) {
    Tokens& tokens = doc.tokens;
    const Index verb = participle - 1;
    if (participle == sentence.begin || tokens.upos[verb] != Upos::VERB ||
        (tokens.xpos[verb] != Xpos::VBZ && tokens.xpos[verb] != Xpos::VBP) || tokens.head[participle] != verb)
        return;
    Index noun = none;
    for (Index t = participle + 1; t < sentence.end && noun == none; ++t)
        if (tokens.head[t] == participle &&
            (tokens.deprel[t] == Deprel::obj || tokens.deprel[t] == Deprel::nsubj))
            noun = t;
    if (noun == none || tokens.xpos[participle + 1] == Xpos::DT || tokens.upos[participle + 1] == Upos::PRON)
        return;
    for (Index t = sentence.begin; t < sentence.end; ++t)
        if (tokens.head[t] == participle) tokens.head[t] = verb;
    tokens.head[noun] = verb;
    tokens.deprel[noun] = Deprel::obj;
    tokens.xpos[participle] = Xpos::VBN;
    tokens.head[participle] = noun;
    tokens.deprel[participle] = Deprel::amod;
}

}  // namespace

void read_headline_participles(Document& doc, const Resources& resources) {
    const WordClasses words(resources.table("headline_words"));
    constexpr Index longest = 40, most = 4;
    Index read = 0;
    for (const Sentence& sentence : doc.sentences) {
        if (sentence.block == none || doc.blocks[sentence.block].kind != BlockKind::headline) continue;
        if (sentence.tokens.size() > longest || ++read > most || is_quoted(doc, sentence.tokens)) continue;
        for (Index verb = sentence.tokens.begin; verb < sentence.tokens.end; ++verb) {
            // "Police: Man fired at his wife": what somebody says is told in the past.
            if (doc.lower(verb) == ":") break;
            const Xpos tag = doc.tokens.xpos[verb];
            if (tag != Xpos::VBD && tag != Xpos::VBN) continue;
            read_attribute(doc, sentence.tokens, verb);
            const Deprel relation = doc.tokens.deprel[verb];
            if (relation != Deprel::root && relation != Deprel::parataxis && relation != Deprel::conj)
                continue;
            const Dependents with = dependents_of(doc, sentence.tokens, verb);
            if (with.subject == none || with.auxiliary || !is_passive(doc, verb, with, words)) continue;
            doc.tokens.xpos[verb] = Xpos::VBN;
            doc.tokens.deprel[with.subject] = Deprel::nsubj_pass;
        }
    }
}

}  // namespace lede
