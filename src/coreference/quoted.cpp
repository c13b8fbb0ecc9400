#include "coreference/quoted.h"

#include <algorithm>

namespace lede::coreference {

std::vector<Index> find_quoted(const Document& doc) {
    std::vector<Index> quote_of(doc.tokens.size(), none);
    for (Index q = 0; q < doc.quotes.size(); ++q) {
        if (doc.quotes[q].form == QuoteForm::indirect) continue;
        for (const Span content : doc.quotes[q].content) {
            const TokenRange said = doc.tokens_in(content);
            std::fill(quote_of.begin() + said.begin, quote_of.begin() + said.end, q);
        }
    }
    return quote_of;
}

}  // namespace lede::coreference
