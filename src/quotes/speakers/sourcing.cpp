#include "quotes/speakers/sourcing.h"

#include "quotes/attribution/phrases.h"

namespace lede::quotes {

namespace {

bool is_indefinite(const Reading& r, TokenRange speaker, Index head) {
    bool definite = false;
    for (Index t = speaker.begin; t < head; ++t) {
        const std::string_view word = r.doc.lower(t);
        if (word == "the" || word == "this" || word == "that" || word == "these" || word == "those" ||
            r.tag(t) == Xpos::PRPS || r.tag(t) == Xpos::POS)
            definite = true;
        else if (r.words.has("indefinite", word) || (r.tag(t) == Xpos::CD && !definite))
            return true;
    }
    return !definite && (r.tag(head) == Xpos::NNS || r.tag(head) == Xpos::NN);
}

bool has_name_at(const Document& doc, Span span, Span head) {
    // Mentions are in text order; a binary search finds the first that may overlap.
    std::size_t low = 0, high = doc.mentions.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (doc.mentions[middle].span.begin < span.begin)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < doc.mentions.size() && doc.mentions[low].span.begin < span.end; ++low)
        if (doc.mentions[low].kind == MentionKind::name && doc.mentions[low].span.overlaps(head)) return true;
    return false;
}

}  // namespace

Sourcing judge_source(const Reading& r, TokenRange speaker) {
    const Index head = head_of(r, speaker);
    if (r.tag(head) == Xpos::PRP || r.tag(head) == Xpos::WP) return Sourcing::unknown;
    if (r.tag(head) == Xpos::NNP || r.tag(head) == Xpos::NNPS ||
        has_name_at(r.doc, r.doc.span_of(speaker), r.doc.tokens.span[head])) {
        const auto known = r.sources.find(r.doc.lower(head));
        if (!known || *known != "document") return Sourcing::named;
    }
    auto known = r.sources.find(r.doc.lemma(head));
    if (!known) known = r.sources.find(r.doc.lower(head));
    const std::string_view kind = known.value_or("person");
    if (kind == "document") return Sourcing::document;
    if (kind == "anonymous") return Sourcing::anonymous;
    if (kind == "role") return Sourcing::role;
    if (r.tag(head) == Xpos::DT || r.tag(head) == Xpos::JJ || r.tag(head) == Xpos::CD)
        return Sourcing::anonymous;
    return is_indefinite(r, speaker, head) ? Sourcing::anonymous : Sourcing::role;
}

}  // namespace lede::quotes
