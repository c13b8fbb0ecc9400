#include <string>

#include "base/unicode.h"
#include "writers.h"

namespace lede {

namespace {

/// Appends what may stand in a column or a comment: one line, no tabs, well-formed.
void append_line(std::string_view value, std::string& out) {
    for (std::size_t at = 0; at < value.size();) {
        const Decoded c = decode(value, at);
        at += c.size;
        if (is_invisible(c.code)) continue;
        if (!is_space(c.code) && !is_control(c.code))
            encode(c.code, out);
        else if (is_space(c.code) && !out.empty() && out.back() != ' ')
            out += ' ';
    }
}

/// A sent_id has no white space, and a slash would mean a parallel treebank.
std::string identifier_of(std::string_view article) {
    std::string name;
    append_line(article, name);
    for (char& c : name)
        if (c == ' ' || c == '/') c = '_';
    return name;
}

void append_column(std::string_view value, std::string& out) {
    out += '\t';
    const std::size_t before = out.size();
    append_line(value, out);
    if (out.size() == before) out += '_';
}

bool has_space_after(const Document& doc, Index token) {
    const std::uint32_t end = doc.tokens.span[token].end;
    return end >= doc.text.size() || is_space(decode(doc.text, end).code);
}

void append_token(const Document& doc, const Sentence& sentence, Index token, std::string& out) {
    const Tokens& tokens = doc.tokens;
    out += std::to_string(token - sentence.tokens.begin + 1);
    append_column(doc.form(token), out);
    append_column(token < tokens.lemma.size() ? doc.lemma(token) : "", out);
    append_column(token < tokens.upos.size() ? name_of(tokens.upos[token]) : "X", out);
    append_column(token < tokens.xpos.size() ? name_of(tokens.xpos[token]) : "", out);
    append_column(token < tokens.feats.size() ? doc.feats(token) : "", out);
    if (token >= tokens.head.size()) {
        // A text that is not English has no trees. The format wants one: all hang from the first word.
        const bool is_first = token == sentence.tokens.begin;
        append_column(is_first ? "0" : "1", out);
        append_column(is_first ? "root" : "dep", out);
    } else {
        const Index head = tokens.head[token];
        append_column(head == none ? "0" : std::to_string(head - sentence.tokens.begin + 1), out);
        append_column(name_of(tokens.deprel[token]), out);
    }
    append_column("", out);
    const bool is_last = token + 1 == sentence.tokens.end;
    append_column(is_last || has_space_after(doc, token) ? "" : "SpaceAfter=No", out);
    out += '\n';
}

/// The text of a sentence as its forms and SpaceAfter give it: the validator compares them.
void append_text(const Document& doc, const Sentence& sentence, std::string& out) {
    for (Index token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
        append_line(doc.form(token), out);
        if (token + 1 < sentence.tokens.end && has_space_after(doc, token)) out += ' ';
    }
}

}  // namespace

std::string write_conllu(const Document& doc, std::string_view article) {
    const std::string name = identifier_of(article);
    std::string out = "# newdoc id = " + name + "\n";
    for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
        const Sentence& sentence = doc.sentences[i];
        out += "# sent_id = " + name + "-" + std::to_string(i + 1) + "\n# text = ";
        append_text(doc, sentence, out);
        out += '\n';
        for (Index token = sentence.tokens.begin; token < sentence.tokens.end; ++token)
            append_token(doc, sentence, token, out);
        out += '\n';
    }
    return out;
}

}  // namespace lede
