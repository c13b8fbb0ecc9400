#include <algorithm>

#include "base/unicode.h"
#include "checks/check_families.h"
#include "checks/checks.h"

namespace lede::checks {

std::string quoted(const Document& doc, Span span) {
    constexpr std::uint32_t longest = 80;
    const std::string_view text = doc.slice(span);
    std::string result = "“";
    std::size_t at = 0;
    bool space = false;
    while (at < text.size() && at < longest) {
        const Decoded c = decode(text, at);
        // Line breaks inside a place become single spaces.
        if (is_space(c.code)) {
            space = space || !is_invisible(c.code);
        } else if (!is_invisible(c.code)) {
            if (space && result.size() > std::string_view("“").size()) result += ' ';
            space = false;
            encode(c.code, result);
        }
        at += c.size;
    }
    if (at < text.size()) result += "…";
    return result + "”";
}

Index token_from(const Document& doc, std::uint32_t offset) {
    const auto& spans = doc.tokens.span;
    const auto at = std::lower_bound(spans.begin(), spans.end(), offset,
                                     [](Span token, std::uint32_t begin) { return token.begin < begin; });
    return static_cast<Index>(at - spans.begin());
}

Span quantity_span(const Quantity& quantity) {
    Span span = quantity.span;
    if (quantity.of && quantity.of->begin >= span.end && quantity.of->end > span.end) {
        constexpr std::uint32_t near = 30;
        if (quantity.of->begin - span.end <= near) span.end = quantity.of->end;
    }
    return span;
}

std::string conflict_message(const Document& doc, Span one, Span other) {
    return quoted(doc, one) + " and " + quoted(doc, other) +
           " seem to count the same thing. Make them agree, or say why they differ.";
}

std::vector<Mention>::const_iterator mention_from(const Document& doc, std::uint32_t offset) {
    return std::lower_bound(
        doc.mentions.begin(), doc.mentions.end(), offset,
        [](const Mention& mention, std::uint32_t begin) { return mention.span.begin < begin; });
}

std::vector<bool> quoted_entities(const Document& doc) {
    std::vector<bool> result(doc.entities.size(), false);
    for (const Voice& voice : doc.sourcing.speakers)
        if (voice.entity != none) result[voice.entity] = true;
    return result;
}

}  // namespace lede::checks

namespace lede {

using namespace checks;

void find_checks(Document& doc, const Resources& resources) {
    check_form(doc);
    if (doc.language != Language::english) {
        doc.checks.push_back(
            {CheckKind::not_english,
             "This text does not look like English: names, quotes, events and the brief were left out.",
             {}});
        return;
    }
    check_numbers(doc, resources);
    check_restated(doc, resources);
    check_scores(doc, resources);
    check_ages(doc);
    check_sums(doc, resources);
    check_dates(doc);
    check_sources(doc, resources);
    check_hedges(doc, resources);
    check_introductions(doc, resources);
    check_acronyms(doc, resources);
    check_quotation_marks(doc);
}

}  // namespace lede
