#include <algorithm>

#include "base/unicode.h"
#include "text/sentences.h"
#include "text/text.h"
#include "text/words.h"

namespace lede {

namespace {

// English prose has five to six bytes a token, white space included: reserving for that saves copying, and
// hostile text (one token a byte) still only doubles.
constexpr std::size_t bytes_per_token = 5;

void fill_lower(Document& doc, Index from) {
    Tokens& tokens = doc.tokens;
    std::string folded;
    for (Index token = from; token < tokens.size(); ++token) {
        folded.clear();
        fold(doc.form(token), folded);
        if (folded.find_first_not_of(' ') != std::string::npos)  // "U. S."
            folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
        tokens.lower.push_back(doc.words.intern(folded));
    }
    tokens.sentence.resize(tokens.span.size(), none);
}

}  // namespace

void find_tokens(Document& doc, const Resources& resources) {
    const WordTables words(resources);
    doc.tokens.span.reserve(doc.text.size() / bytes_per_token + 16);
    for (Index block = 0; block < doc.blocks.size(); ++block)
        split_words(doc.text, doc.blocks[block].span, words, doc.tokens.span);
    doc.tokens.lower.reserve(doc.tokens.span.size());
    doc.tokens.sentence.reserve(doc.tokens.span.size());
    fill_lower(doc, 0);
    const SentenceTables tables(resources);
    const LinearModel model = LinearModel::open(resources.raw("sentences"));
    Boundaries gaps(doc, tables);
    Index begin = 0;
    for (Index block = 0; block < doc.blocks.size(); ++block) {
        Index end = begin;
        while (end < doc.tokens.size() && doc.tokens.span[end].end <= doc.blocks[block].span.end) ++end;
        split_sentences(doc, {begin, end}, block, gaps, model);
        begin = end;
    }
}

std::string join_tokens(const std::vector<std::vector<std::string>>& sentences) {
    std::string text;
    for (const auto& sentence : sentences) {
        bool first = true;
        for (const std::string& token : sentence) {
            if (token.empty()) continue;
            if (!first) text += ' ';
            text += token;
            first = false;
        }
        if (!first) text += '\n';
    }
    return text;
}

void keep_tokens(Document& doc, const std::vector<std::vector<std::string>>& sentences) {
    Tokens& tokens = doc.tokens;
    std::uint32_t at = 0;
    for (const auto& sentence : sentences) {
        const Index begin = tokens.size();
        for (const std::string& token : sentence) {
            if (token.empty()) continue;
            const auto size = static_cast<std::uint32_t>(token.size());
            tokens.span.push_back({at, at + size});
            at += size + 1;
        }
        if (tokens.size() == begin) continue;
        fill_lower(doc, begin);
        const auto number = static_cast<Index>(doc.sentences.size());
        const TokenRange range{begin, tokens.size()};
        const Span span = doc.span_of(range);
        doc.blocks.push_back({span, BlockKind::paragraph});
        doc.sentences.push_back({span, range, static_cast<Index>(doc.blocks.size() - 1)});
        for (Index token = begin; token < range.end; ++token) tokens.sentence[token] = number;
    }
}

}  // namespace lede
