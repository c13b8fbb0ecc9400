// Cause and effect where a word of the text links them. Spans are clauses, cut by punctuation.
#include <algorithm>

#include "causes/causes.h"
#include "text/phrase.h"

namespace lede {

namespace {

bool is_clause_edge(const Document& doc, Index token) {
    const Xpos tag = doc.tokens.xpos[token];
    const std::string_view word = doc.lower(token);
    return tag == Xpos::COMMA || tag == Xpos::COLON || tag == Xpos::PERIOD || word == "—" || word == "–";
}

bool is_mark(const Document& doc, Index token) {
    const Xpos tag = doc.tokens.xpos[token];
    return is_clause_edge(doc, token) || tag == Xpos::OPEN_QUOTE || tag == Xpos::CLOSE_QUOTE ||
           tag == Xpos::LRB || tag == Xpos::RRB || tag == Xpos::NFP;
}

TokenRange trim(const Document& doc, TokenRange range) {
    while (!range.empty() && (is_mark(doc, range.begin) || doc.tokens.xpos[range.begin] == Xpos::CC))
        ++range.begin;
    while (!range.empty() && is_mark(doc, range.end - 1)) --range.end;
    return range;
}

// "the former, entirely warped regime": a comma between a word and what it belongs to.
bool is_inside_phrase(const Document& doc, Index comma, Index sentence_end) {
    if (doc.tokens.xpos[comma] != Xpos::COMMA || comma + 1 >= sentence_end) return false;
    const Index head = doc.tokens.head[comma - 1];
    return head != none && head > comma && doc.tokens.deprel[comma - 1] == Deprel::amod;
}

// Up to the comma that ends the clause; one within the first few words belongs to a list or an apposition,
// and of a clause that must have a verb, one before it to what leads to it ("because under the law, he
// stays").
Index clause_end(const Document& doc, Index begin, Index sentence_end, Index shortest_clause, bool has_verb) {
    Index at = begin;
    bool verb_seen = !has_verb;
    for (; at < sentence_end; ++at) {
        const Xpos tag = doc.tokens.xpos[at];
        if (tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD) verb_seen = true;
        const bool edge = is_clause_edge(doc, at) && at >= begin + shortest_clause;
        if (edge && (verb_seen || doc.tokens.xpos[at] != Xpos::COMMA) &&
            !is_inside_phrase(doc, at, sentence_end))
            break;
    }
    return at;
}

Index clause_begin(const Document& doc, Index end, Index sentence_begin) {
    Index at = end;
    constexpr Index shortest_clause = 4;
    while (at > sentence_begin && !(doc.tokens.xpos[at - 1] == Xpos::COLON && end - at >= shortest_clause))
        --at;
    return at;
}

// What an effect verb leaves before it: without auxiliaries and pronouns ("…, which could [lead to]").
TokenRange without_verb_group(const Document& doc, TokenRange range) {
    while (!range.empty()) {
        const Index last = range.end - 1;
        const Xpos tag = doc.tokens.xpos[last];
        const bool group = doc.tokens.upos[last] == Upos::AUX || tag == Xpos::RB || tag == Xpos::MD ||
                           tag == Xpos::WDT || tag == Xpos::TO ||
                           (tag == Xpos::IN && doc.lower(last) == "that");
        if (!group) break;
        --range.end;
    }
    return trim(doc, range);
}

struct Sides {
    TokenRange before, after;
};

// What stands on both sides of a signal. A signal that opens the sentence has its other side after the comma.
Sides sides_of(const Document& doc, TokenRange sentence, TokenRange signal) {
    const bool opens = trim(doc, {sentence.begin, signal.begin}).size() < 2;
    const bool conjunction =
        doc.lower(signal.end - 1) == "because" ||
        (doc.tokens.deprel[signal.end - 1] == Deprel::mark && doc.tokens.xpos[signal.end] != Xpos::VBG);
    const Index end = clause_end(doc, signal.end, sentence.end, opens ? 1 : 3, conjunction);
    const TokenRange other = opens
                                 ? TokenRange{end, sentence.end}
                                 : TokenRange{clause_begin(doc, signal.begin, sentence.begin), signal.begin};
    return {trim(doc, other), trim(doc, {signal.end, end})};
}

}  // namespace

void find_causes(Document& doc, const Resources& resources) {
    const Table signals = resources.table("causal_signals");
    constexpr std::size_t shortest = 2;
    for (const Sentence& sentence : doc.sentences) {
        for (Index token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            const auto match = longest_phrase(doc, token, signals);
            if (!match || match->tokens.end >= sentence.tokens.end) continue;
            const TokenRange signal = match->tokens;
            token = signal.end - 1;
            const std::string_view kind = field(match->value, 0);
            if (kind == "weak" || kind == "dispute" || kind == "purpose") continue;
            // "is due to open": a time, no cause
            if (doc.lower(signal.begin) == "due" && doc.tokens.xpos[signal.end] == Xpos::VB) continue;
            // "forced" and "caused" as adjectives or passives link nothing.
            const bool verb = signal.size() == 1 && kind == "effect";
            if (verb && doc.tokens.upos[signal.begin] != Upos::VERB &&
                doc.tokens.upos[signal.begin] != Upos::ADV)
                continue;
            if (verb && signal.begin > sentence.tokens.begin && doc.lemma(signal.begin - 1) == "be") continue;
            // "the damage the attack caused could take weeks": the effect stands before, and so does the
            // cause.
            const Upos next = doc.tokens.upos[signal.end];
            if (verb && (next == Upos::AUX || next == Upos::VERB)) continue;
            // "the citing commissioner"
            if (signal.size() == 1 && doc.tokens.deprel[signal.begin] == Deprel::amod) continue;
            Sides sides = sides_of(doc, sentence.tokens, signal);
            if (kind == "reason") sides.after.begin = signal.begin;
            if (kind == "effect") sides.before = without_verb_group(doc, sides.before);
            // "It is not clear what caused …" tells no cause.
            if (!sides.before.empty() && doc.tokens.xpos[sides.before.end - 1] == Xpos::WP) continue;
            if (sides.before.size() < shortest || sides.after.size() < 1) continue;
            const bool cause_first = kind == "effect";
            constexpr float sure = 0.8F, likely = 0.6F;
            doc.causes.push_back({doc.span_of(cause_first ? sides.before : sides.after),
                                  doc.span_of(cause_first ? sides.after : sides.before), doc.span_of(signal),
                                  kind == "reason" ? likely : sure});
        }
    }
}

}  // namespace lede
