#include "syntax/conventions.h"

#include <string_view>

#include "syntax/labels.h"

namespace lede {

namespace {

// Does nothing else that hangs on the same head stand beyond this word? Then it can move up without crossing.
bool is_outermost(const Tokens& tokens, TokenRange piece, Index word) {
    const Index head = tokens.head[word];
    const TokenRange beyond = word < head ? TokenRange{piece.begin, word} : TokenRange{word + 1, piece.end};
    for (Index t = beyond.begin; t < beyond.end; ++t)
        if (tokens.head[t] == head) return false;
    return true;
}

// Must this word hang where its head does?
bool belongs_higher(const Tokens& tokens, Index word) {
    const Index head = tokens.head[word];
    const Deprel of_head = tokens.deprel[head];
    switch (tokens.deprel[word]) {
        case Deprel::flat:
            return of_head == Deprel::flat;
        case Deprel::cop:
            return is_subject(of_head);
        case Deprel::advmod:
            return of_head == Deprel::obj && word > head && tokens.upos[head] == Upos::NOUN;
        case Deprel::case_:
            return of_head == Deprel::compound && word < head &&
                   tokens.deprel[tokens.head[head]] == Deprel::obl;
        default:
            return false;
    }
}

void attach_closing_mark(Document& doc, TokenRange piece) {
    Tokens& tokens = doc.tokens;
    const Index last = piece.end - 1;
    const std::string_view form = doc.lower(last);
    if (tokens.deprel[last] != Deprel::punct || (form != "." && form != "?" && form != "!")) return;
    const auto above = [&] { return tokens.head[tokens.head[last]]; };
    // A full stop may be that of what is quoted or listed, further down.
    if (form == "." && above() != none && tokens.head[above()] != none) return;
    while (above() != none) tokens.head[last] = above();
}

// "He left, saying so": of what hangs on the verb, the comma belongs to what follows.
void attach_comma(Document& doc, TokenRange piece, Index comma) {
    Tokens& tokens = doc.tokens;
    const Index verb = tokens.head[comma];
    if (verb == none || verb > comma || tokens.head[verb] != none || tokens.upos[verb] != Upos::VERB ||
        tokens.deprel[comma] != Deprel::punct)
        return;
    Index next = comma + 1;
    while (next < piece.end && tokens.head[next] != verb) ++next;
    if (next < piece.end && tokens.deprel[next] != Deprel::punct) tokens.head[comma] = next;
}

bool is_finite(Xpos tag) {
    return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD;
}

// "She denied *her faith* meant …": a finite clause has a subject. Where the tree gives it none and no
// conjunction, it is what stands before it and was taken for the object of the verb above.
void find_lost_subject(Document& doc, TokenRange piece, Index clause) {
    Tokens& tokens = doc.tokens;
    const Index verb = tokens.head[clause];
    Index object = none;
    bool finite = is_finite(tokens.xpos[clause]), passive = false;
    for (Index t = piece.begin; t < clause; ++t) {
        const Deprel relation = tokens.deprel[t];
        if (tokens.head[t] == clause) {
            if (relation != Deprel::aux && relation != Deprel::aux_pass && relation != Deprel::cop &&
                relation != Deprel::advmod)
                return;
            finite = finite || is_finite(tokens.xpos[t]);
            passive = passive || relation == Deprel::aux_pass;
        } else if (tokens.head[t] == verb && t > verb) {
            if (relation != Deprel::obj) return;
            object = t;
        }
    }
    if (object == none || !finite) return;
    tokens.head[object] = clause;
    tokens.deprel[object] = passive ? Deprel::nsubj_pass : Deprel::nsubj;
}

// "He warned *the company* it would lose …": a clause has one subject. Of two, the verb above has the first
// for its object.
void free_second_subject(Document& doc, Index clause) {
    Tokens& tokens = doc.tokens;
    const Index verb = tokens.head[clause];
    Index first = none;
    for (Index t = verb + 1; t < clause; ++t) {
        if (tokens.head[t] == verb) return;
        if (tokens.head[t] != clause || !is_subject(tokens.deprel[t])) continue;
        if (first == none) {
            first = t;
            continue;
        }
        tokens.head[first] = verb;
        tokens.deprel[first] = Deprel::iobj;
        return;
    }
}

}  // namespace

void keep_to_conventions(Document& doc, TokenRange piece) {
    Tokens& tokens = doc.tokens;
    for (Index t = piece.begin; t < piece.end; ++t) {
        while (tokens.head[t] != none && belongs_higher(tokens, t) && is_outermost(tokens, piece, t))
            tokens.head[t] = tokens.head[tokens.head[t]];
        if (doc.lower(t) == ",") attach_comma(doc, piece, t);
        const bool behind_verb = tokens.head[t] != none && tokens.head[t] < t;
        if (tokens.deprel[t] != Deprel::ccomp || !behind_verb) continue;
        find_lost_subject(doc, piece, t);
        free_second_subject(doc, t);
    }
    attach_closing_mark(doc, piece);
}

}  // namespace lede
