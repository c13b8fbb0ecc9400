// The quotations of a text as words.
#pragma once

#include <string>
#include <vector>

#include "helpers.h"

namespace lede::test {

struct Said {
    std::string content, cue, speaker;
    QuoteForm form = QuoteForm::direct;
    bool operator==(const Said&) const = default;
};

inline std::vector<Said> said(const std::string& text) {
    const Document doc = read(text);
    std::vector<Said> out;
    for (const Quote& quote : doc.quotes) {
        Said one;
        for (const Span span : quote.content)
            one.content += (one.content.empty() ? "" : " | ") + text_of(doc, span);
        if (quote.cue) one.cue = text_of(doc, *quote.cue);
        if (quote.speaker) one.speaker = text_of(doc, *quote.speaker);
        one.form = quote.form;
        out.push_back(one);
    }
    return out;
}

}  // namespace lede::test
