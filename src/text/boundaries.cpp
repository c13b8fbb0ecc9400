#include "text/boundaries.h"

#include <algorithm>
#include <string>

#include "base/hash.h"

namespace lede {

namespace {

using Kind = TokenKind;

constexpr std::uint32_t with(std::uint32_t a, std::uint32_t b) { return mix(a * 31u + b + 0x9E3779B9u); }
constexpr std::uint32_t number_of(Kind kind) { return static_cast<std::uint32_t>(kind); }

// 0, 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-24, 25-39, more
std::uint32_t bucket(std::uint32_t count) {
    constexpr std::uint32_t ends[] = {0, 1, 2, 3, 4, 6, 9, 14, 24, 39};
    std::uint32_t number = 0;
    for (const std::uint32_t end : ends) number += count > end;
    return number;
}

}  // namespace

Boundaries::Boundaries(const Document& doc, const SentenceTables& tables) : doc_(doc), tables_(tables) {
    words_.reserve(doc.tokens.size());
    for (Index token = 0; token < doc.tokens.size(); ++token) words_.push_back(read(token));
    survey({0, doc.tokens.size()});
}

// Does the author begin sentences in lower case?
void Boundaries::survey(TokenRange tokens) {
    std::uint32_t lower = 0, capital = 0;
    for (Index token = tokens.begin; token + 1 < tokens.end; ++token) {
        const Kind kind = words_[token].kind;
        if (kind != Kind::stop && kind != Kind::question && kind != Kind::exclamation) continue;
        const Kind next = words_[token + 1].kind;
        lower += next == Kind::lower;
        capital += next == Kind::capital || next == Kind::upper || next == Kind::initial;
    }
    style_ = lower * 6 < capital + 3 ? 0 : lower * 3 < capital ? 1 : lower < capital ? 2 : 3;
}

Boundaries::Word Boundaries::read(Index token) {
    Word word;
    word.spaced = token == 0 || doc_.tokens.span[token - 1].end < doc_.tokens.span[token].begin;
    const bool spaced_after =
        token + 1 >= doc_.tokens.size() || doc_.tokens.span[token].end < doc_.tokens.span[token + 1].begin;
    const std::string_view lower = doc_.lower(token);
    word.kind =
        kind_of(doc_.form(token), lower, {word.spaced, spaced_after, straight_open_}, tables_.abbreviations);
    word.size = static_cast<std::uint8_t>(std::min<std::size_t>(lower.size(), 6));
    word.tail = hash(lower.substr(lower.size() - std::min<std::size_t>(lower.size(), 3)));
    if (lower == "\"") straight_open_ = word.kind == Kind::open_quote;
    const bool long_number = word.kind == Kind::number && lower.size() > 2;
    word.word =
        long_number || word.kind == Kind::date || word.kind == Kind::clock || word.kind == Kind::address
            ? number_of(word.kind)
            : hash(lower);
    if (word.kind == Kind::lower || word.kind == Kind::capital || word.kind == Kind::upper ||
        word.kind == Kind::initial) {
        if (const auto tag = tables_.closed_words.find(lower)) word.tag = hash(*tag);
        word.starter = tables_.starters.contains(lower);
    }
    return word;
}

const Boundaries::Word& Boundaries::at(Index token) const {
    static constexpr Word nothing{};
    return token >= block_.begin && token < block_.end ? words_[token] : nothing;
}

// What has no end mark, or lower case after it, seldom ends a sentence of news, though it does in e-mail; a
// sentence cut in two harms more than two left together. Where both speak for an end, little may contradict.
std::int32_t Boundaries::threshold() const {
    constexpr std::int32_t plain = -8, unusual = 24, announced = 40;
    if (words_[last_].kind == Kind::colon) return announced;
    return mark_ == none || at(head()).kind == Kind::lower ? unusual : plain;
}

void Boundaries::begin_block(TokenRange tokens, Index block) {
    block_ = tokens;
    // A headline and an item of a list are one line each: only a mark ends a sentence there.
    const Kind start = words_[tokens.begin].kind;
    is_one_line_ =
        doc_.blocks[block].kind == BlockKind::headline || start == Kind::bullet || start == Kind::dash;
    brackets_ = quotes_ = 0;
    mark_ = none;
    marks_before_ = marks_in_block_ = 0;
    for (Index token = tokens.begin; token < tokens.end; ++token)
        marks_in_block_ += is_end_mark(words_[token].kind);
    Index last = tokens.end;
    while (last > tokens.begin + 1 &&
           (words_[last - 1].kind == Kind::close_quote || words_[last - 1].kind == Kind::close_bracket))
        --last;
    const Kind end = last > tokens.begin ? words_[last - 1].kind : Kind::edge;
    block_ends_ = is_end_mark(end) ? 1 : end == Kind::abbreviation || end == Kind::colon ? 2 : 0;
    begin_sentence(tokens.begin);
}

void Boundaries::begin_sentence(Index token) {
    begin_ = token;
    brackets_ = 0;
    mark_ = none;
}

void Boundaries::walk(Index token) {
    last_ = token;
    const Kind kind = words_[token].kind;
    if (kind == Kind::open_bracket) ++brackets_;
    if (kind == Kind::close_bracket && brackets_ > 0) --brackets_;
    if (kind == Kind::open_quote) ++quotes_;
    if (kind == Kind::close_quote && quotes_ > 0) --quotes_;
    if (is_end_mark(kind)) {
        ++marks_before_;
        mark_ = token;
    } else if (kind != Kind::close_quote && kind != Kind::close_bracket && kind != Kind::apostrophe) {
        mark_ = none;
    }
}

Boundaries::Verdict Boundaries::verdict() const {
    if (last_ + 1 >= block_.end) return Verdict::no;
    if (is_glued()) return Verdict::yes;
    if (is_impossible()) return Verdict::no;
    return is_evident() ? Verdict::yes : Verdict::open;
}

// Text that lost the space between two sentences: "at 11 p.m.Police say", "October 13, 2019The outages".
bool Boundaries::is_glued() const {
    const Word& left = words_[last_];
    const Word& right = words_[last_ + 1];
    if (right.spaced || right.kind != Kind::capital || is_one_line_) return false;
    const std::string_view lower = doc_.lower(last_);
    if (left.kind == Kind::number) return lower.size() == 4 && (right.starter != 0 || right.tag != 0);
    return left.kind == Kind::abbreviation && (lower == "a.m." || lower == "p.m." || right.starter != 0);
}

bool Boundaries::is_impossible() const {
    const Word& left = words_[last_];
    const Word& right = words_[last_ + 1];
    if (is_one_line_ && mark_ == none) return true;
    // What closes is part of what it closes.
    if (!right.spaced &&
        (right.kind == Kind::close_quote || right.kind == Kind::close_bracket || is_end_mark(right.kind)))
        return true;
    if (mark_ != none && mark_ < last_ && words_[mark_].kind != Kind::stop && names_speaker()) return true;
    if (right.kind == Kind::comma || right.kind == Kind::clitic) return true;
    // A name may have its own mark (Yahoo!), and who asks goes on in lower case.
    if (style_ == 0 && right.kind == Kind::lower &&
        (left.kind == Kind::question || left.kind == Kind::exclamation))
        return true;
    if (left.kind == Kind::lower || left.kind == Kind::clitic)
        return right.kind == Kind::lower || right.kind == Kind::stop || !right.spaced;
    if (left.kind == Kind::comma && right.kind == Kind::lower) return true;
    // "It works. — Ann Poe": what ended has ended before the dash, or the bullet of a list.
    if ((left.kind == Kind::dash || left.kind == Kind::bullet) &&
        (last_ == begin_ || is_end_mark(at(last_ - 1).kind)))
        return true;
    return !right.spaced && is_word(left.kind) && left.kind < Kind::abbreviation;
}

// The word that comes next, quotation marks and brackets aside.
Index Boundaries::head() const {
    constexpr Index most_openers = 3;
    Index token = last_ + 1;
    while (token <= last_ + most_openers &&
           (at(token).kind == Kind::open_quote || at(token).kind == Kind::open_bracket))
        ++token;
    return token;
}

// A stop after what is no abbreviation, white space, a capital: in the treebanks one in a thousand of these
// does not end a sentence.
bool Boundaries::is_evident() const {
    // A star may belong to what stands before it, or be one of a row of stars.
    if (mark_ != none && words_[last_ + 1].kind == Kind::bullet && words_[last_ + 1].spaced)
        return doc_.form(last_ + 1) != "*" && words_[mark_].kind != Kind::ellipsis;
    const Word& next = at(head());
    const bool capital = next.kind == Kind::capital || next.kind == Kind::upper || next.kind == Kind::initial;
    if (!capital || !words_[last_ + 1].spaced) return false;
    if (words_[last_].kind == Kind::abbreviation) return next.starter != 0;
    if (mark_ == none || mark_ == begin_ || words_[mark_].kind == Kind::ellipsis) return false;
    if (mark_ < last_) return words_[last_].kind == Kind::close_quote;
    const Word& word = words_[mark_ - 1];
    if (word.kind == Kind::lower)
        return word.size >= 3 || tables_.function_words.contains(doc_.lower(mark_ - 1));
    if (word.kind != Kind::capital || word.size < 4 || words_[mark_].kind != Kind::stop) return false;
    const std::string_view lower = doc_.lower(mark_ - 1);
    constexpr std::size_t longest_abbreviation = 12;
    return lower.size() > longest_abbreviation || !tables_.abbreviations.contains(std::string(lower) + ".");
}

// "Why?" Ms Doe asked: a few capitalised words and a verb of speech go on with the sentence.
bool Boundaries::names_speaker() const {
    constexpr Index longest_name = 4;
    for (Index token = last_ + 1; token < block_.end && token <= last_ + longest_name; ++token) {
        const Kind kind = words_[token].kind;
        if (kind == Kind::lower) return token > last_ + 1 && reports(doc_.lower(token));
        if (!is_word(kind)) return false;
    }
    return false;
}

bool Boundaries::reports(std::string_view word) const {
    if (tables_.page_words.has("reported", word)) return true;
    const auto listed = [&](std::size_t ending) {
        return tables_.reporting_verbs.contains(word.substr(0, word.size() - ending));
    };
    if (word.ends_with("ed") && (listed(2) || listed(1))) return true;
    return word.ends_with("s") && listed(1);
}

const std::vector<std::uint32_t>& Boundaries::features() {
    features_.clear();
    const Word& left = at(last_);
    const Word& right = at(last_ + 1);
    const Word& before = last_ > 0 ? at(last_ - 1) : at(none);
    const Word& before_that = last_ > 1 ? at(last_ - 2) : at(none);
    const Word& after = at(last_ + 2);
    const Word& after_that = at(last_ + 3);
    const Word& farther = at(last_ + 4);
    const Word& first = at(begin_);

    // What is behind closing marks, and what is ahead of opening ones.
    const Word& mark = mark_ == none ? left : at(mark_);
    const std::uint32_t closers = mark_ == none ? 0 : last_ - mark_;
    Index ahead = last_ + 1;
    while (ahead < last_ + 4 && (at(ahead).kind == Kind::open_quote || at(ahead).kind == Kind::open_bracket ||
                                 at(ahead).kind == Kind::dash || at(ahead).kind == Kind::bullet))
        ++ahead;
    const Word& head = at(ahead);

    std::uint32_t number = 0;
    const auto add = [&](std::uint32_t value) { features_.push_back(mix(with(++number, value))); };
    const auto kind = [](const Word& word) { return number_of(word.kind) * 2 + word.spaced; };
    const auto coarse = [](const Word& word) { return number_of(coarse_of(word.kind)) * 2 + word.spaced; };
    const auto pair = [](std::uint32_t a, std::uint32_t b) { return with(a, b); };
    const std::uint32_t l = kind(left), r = kind(right), lr = pair(l, r);
    const std::uint32_t length = bucket(last_ + 1 - begin_);
    const std::uint32_t rest = bucket(block_.end - last_ - 1);
    const std::uint32_t in_brackets = std::min(brackets_, 2u), in_quotes = std::min(quotes_, 2u);
    const std::uint32_t marked = pair(number_of(mark.kind), std::min(closers, 2u) * 4 + in_quotes);

    add(0);
    add(lr);
    add(pair(lr, kind(before)));
    add(pair(lr, kind(after)));
    add(pair(pair(lr, kind(before)), kind(after)));
    add(pair(pair(lr, kind(after)), kind(after_that)));
    add(pair(pair(lr, kind(before)), kind(before_that)));
    add(pair(pair(pair(kind(right), kind(after)), kind(after_that)), kind(farther)));
    add(left.word);
    add(right.word);
    add(pair(left.word, r));
    add(pair(right.word, l));
    add(pair(left.word, right.word));
    add(pair(before.word, lr));
    add(pair(after.word, lr));
    add(pair(pair(before.word, left.word), r));
    add(pair(pair(right.word, after.word), l));
    add(pair(right.tag, lr));
    add(pair(left.tag, lr));
    add(pair(after.tag, lr));
    add(pair(pair(right.tag, after.tag), lr));
    add(pair(pair(left.tag, before.tag), lr));
    add(pair(marked, kind(head)));
    add(pair(marked, head.word));
    add(pair(pair(marked, head.tag), kind(head)));
    add(pair(pair(marked, r), kind(head)));
    add(pair(lr, in_brackets * 3 + in_quotes));
    add(pair(lr, style_));
    add(pair(pair(number_of(mark.kind), number_of(head.kind)), style_));
    add(pair(lr, length));
    add(pair(lr, rest));
    add(pair(pair(lr, std::min(length, 5u)), std::min(rest, 5u)));
    add(pair(pair(lr, block_ends_), std::min(marks_before_, 2u) * 3 + std::min(marks_in_block_, 2u)));
    add(pair(pair(number_of(first.kind), r), l));
    add(pair(first.word, right.word));
    add(pair(pair(first.word, kind(at(begin_ + 1))), pair(right.word, kind(after))));
    add(pair(pair(pair(lr, kind(first)), kind(at(begin_ + 1))), std::min(length, 6u)));
    add(pair(lr, right.starter + 2 * head.starter));
    add(pair(left.word, right.starter + 2 * head.starter));
    add(pair(before.word, pair(left.word, kind(head))));
    add(pair(marked, names_speaker()));
    add(pair(marked, coarse(head)));
    const Word& marked_word = mark_ == none || mark_ == 0 ? before : at(mark_ - 1);
    add(pair(pair(marked, number_of(marked_word.kind)), pair(coarse(head), marked_word.size)));
    add(pair(pair(marked, number_of(marked_word.kind)), pair(coarse(head), length)));
    add(pair(pair(marked, marked_word.tail), coarse(head)));
    add(pair(pair(marked, coarse(right)), coarse(head)));
    add(pair(pair(coarse(left), coarse(right)), coarse(after)));
    add(pair(left.word, coarse(right)));
    add(pair(pair(before.word, left.word), coarse(head)));
    return features_;
}

}  // namespace lede
