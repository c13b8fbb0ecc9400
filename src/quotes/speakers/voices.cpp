#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/unicode.h"
#include "quotes/order.h"
#include "quotes/quotes.h"

namespace lede {

using namespace quotes;

namespace {

bool is_word(const Document& doc, Index token) {
    const char32_t c = decode(doc.text, doc.tokens.span[token].begin).code;
    return is_letter(c) || is_digit(c);
}

// Better known sources say more about a speaker: a name once given stays.
int rank(Sourcing kind) {
    switch (kind) {
        case Sourcing::named:
            return 4;
        case Sourcing::document:
            return 3;
        case Sourcing::role:
            return 2;
        case Sourcing::anonymous:
            return 1;
        case Sourcing::unknown:
            return 0;
    }
    return 0;
}

// "one senior diplomat", "a source close to him": one person, told from nobody.
bool is_one_person(const Document& doc, Span speaker) {
    for (Index t = doc.tokens_in(speaker).begin;
         t < doc.tokens.size() && doc.tokens.span[t].begin < speaker.end; ++t) {
        const Xpos tag = doc.tokens.xpos[t];
        if (tag == Xpos::NNS || tag == Xpos::NNPS) return false;
        if (tag == Xpos::NN || tag == Xpos::NNP) {
            const bool ends = t + 1 >= doc.tokens.size() || doc.tokens.span[t].end >= speaker.end;
            const Xpos next = ends ? Xpos::XX : doc.tokens.xpos[t + 1];
            if (next != Xpos::NN && next != Xpos::NNS && next != Xpos::NNP && next != Xpos::HYPH) return true;
        }
    }
    return false;
}

}  // namespace

void find_sourcing(Document& doc) {
    Voices& out = doc.sourcing;
    const std::vector<Index>& owner = doc.tokens.quote;
    std::vector<std::uint32_t> words(doc.quotes.size());
    std::uint32_t all = 0;
    for (Index t = 0; t < owner.size(); ++t) {
        if (!is_word(doc, t)) continue;
        ++all;
        if (owner[t] == none) continue;
        ++words[owner[t]];
        ++out.words;
    }
    std::unordered_map<std::string, std::size_t> row_of;
    std::vector<Index> voices_in(doc.sentences.size());  // other quotations that begin in a sentence
    for (Index q = 0; q < doc.quotes.size(); ++q) {
        const Quote& quote = doc.quotes[q];
        ++out.counts[static_cast<std::size_t>(quote.sourcing)];
        if (quote.sentence != none) ++voices_in[quote.sentence];
        if (quote.entity == none && !quote.speaker) continue;
        const std::string key =
            quote.entity != none ? "#" + std::to_string(quote.entity) : fold(doc.slice(*quote.speaker));
        const auto [at, fresh] = row_of.try_emplace(key, out.speakers.size());
        if (fresh) {
            out.speakers.emplace_back();
            out.speakers.back().entity = quote.entity;
        }
        Voice& voice = out.speakers[at->second];
        if (voice.speaker.empty() && quote.speaker) voice.speaker = *quote.speaker;
        if (rank(quote.sourcing) > rank(voice.kind)) voice.kind = quote.sourcing;
        voice.quotes.push_back(q);
        voice.words += words[q];
    }
    for (Voice& voice : out.speakers) {
        voice.share = out.words == 0 ? 0 : static_cast<double>(voice.words) / out.words;
        if (voice.speaker.empty())
            voice.speaker = doc.mentions[doc.entities[voice.entity].mentions.front()].span;
        if (voice.kind != Sourcing::anonymous || !is_one_person(doc, voice.speaker)) continue;
        for (const Index q : voice.quotes)
            if (doc.quotes[q].sentence != none && voices_in[doc.quotes[q].sentence] == 1)
                out.single_unnamed.push_back(q);
    }
    std::sort(out.single_unnamed.begin(), out.single_unnamed.end());
    out.share = all == 0 ? 0 : static_cast<double>(out.words) / all;
    std::vector<Span> ranks;  // most words first
    for (const Voice& voice : out.speakers) ranks.push_back({~voice.words, 0});
    put_in_order(out.speakers, ranks);
}

}  // namespace lede
