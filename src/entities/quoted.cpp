#include "entities/quoted.h"

#include <algorithm>

namespace lede {

std::vector<Index> find_quoted(const Document& doc) {
    std::vector<Index> quote_of(doc.tokens.size(), none);
    const auto& spans = doc.tokens.span;
    for (Index q = 0; q < doc.quotes.size(); ++q) {
        if (doc.quotes[q].form == QuoteForm::indirect) continue;
        for (Span content : doc.quotes[q].content) {
            auto t = std::lower_bound(spans.begin(), spans.end(), content.begin,
                                      [](Span s, std::uint32_t at) { return s.end <= at; });
            for (; t != spans.end() && t->begin < content.end; ++t)
                quote_of[static_cast<std::size_t>(t - spans.begin())] = q;
        }
    }
    return quote_of;
}

}  // namespace lede
