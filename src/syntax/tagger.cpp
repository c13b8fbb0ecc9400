#include "syntax/tagger.h"

#include "syntax/labels.h"
#include "text/unicode.h"

namespace lede {

namespace {

constexpr NameHashes upos_hashes(upos_names);
constexpr NameHashes xpos_hashes(xpos_names);
constexpr std::size_t padding = 2;  // places before and after a sentence

std::uint32_t hash_of(Tag tag) {
    return with(upos_hashes.of[static_cast<std::size_t>(tag.upos)],
                xpos_hashes.of[static_cast<std::size_t>(tag.xpos)]);
}

// All capitals, a capital first, mixed; digits; a hyphen or stop inside. Only the first characters count.
std::uint32_t shape_of(std::string_view form) {
    constexpr std::size_t longest = 40;
    enum : std::uint32_t {
        first_upper = 1,
        later_upper = 2,
        lower = 4,
        digit = 8,
        hyphen = 16,
        stop = 32,
        other = 64
    };
    std::uint32_t shape = 0;
    for (std::size_t at = 0; at < form.size() && at < longest;) {
        const Decoded c = decode(form, at);
        if (is_upper(c.code)) {
            shape |= at == 0 ? first_upper : later_upper;
        } else if (is_letter(c.code)) {
            shape |= lower;
        } else if (is_digit(c.code)) {
            shape |= digit;
        } else {
            shape |= c.code == '-' ? hyphen : c.code == '.' ? stop : other;
        }
        at += c.size;
    }
    return shape;
}

WordShape shape_word(std::string_view folded, std::string_view form) {
    WordShape word;
    word.word = hash(folded);
    for (std::size_t size = 1; size <= 4; ++size)
        if (folded.size() > size) word.suffix[size - 1] = hash(folded.substr(folded.size() - size));
    for (std::size_t size = 1; size <= 3; ++size)
        if (folded.size() > size) word.prefix[size - 1] = hash(folded.substr(0, size));
    word.shape = shape_of(form);
    return word;
}

}  // namespace

Tagger::Tagger(const LinearModel& model, const Table& closed_words)
    : model_(model), closed_words_(closed_words) {
    for (const std::string_view label : model.labels()) {
        const std::size_t space = label.find(' ');
        const auto upos = by_name<Upos>(upos_names, label.substr(0, space));
        const auto xpos = by_name<Xpos>(xpos_names, space < label.size() ? label.substr(space + 1) : "");
        tags_.push_back({upos.value_or(Upos::X), xpos.value_or(Xpos::XX)});
        is_closed_.push_back(is_closed_class(tags_.back().xpos));
    }
}

void Tagger::read(const Document& doc, TokenRange sentence) {
    words_.assign(padding, WordShape{});
    for (Index token = sentence.begin; token < sentence.end; ++token)
        words_.push_back(shape_word(doc.lower(token), doc.form(token)));
    words_.resize(words_.size() + padding);
}

const std::vector<std::uint32_t>& Tagger::features(std::size_t place, Tag before, Tag before_that) {
    const WordShape& word = words_[place + padding];
    const WordShape& left = words_[place + padding - 1];
    const WordShape& right = words_[place + padding + 1];
    const std::uint32_t tag = hash_of(before);
    const std::uint32_t tags = with(tag, hash_of(before_that));
    features_.clear();
    std::uint32_t number = 0;
    const auto add = [&](std::uint32_t a) { features_.push_back(mix(with(with(hash_start, ++number), a))); };
    const auto add_pair = [&](std::uint32_t a, std::uint32_t b) { add(with(a, b)); };
    const std::uint32_t start = place == 0;
    add(0);
    add(word.word);
    add_pair(word.word, word.shape);
    for (const std::uint32_t suffix : word.suffix) add(suffix);
    for (const std::uint32_t prefix : word.prefix) add(prefix);
    add_pair(word.shape, start);
    add_pair(word.shape, word.suffix[2]);
    add_pair(word.shape, word.suffix[1]);
    add(tag);
    add(tags);
    add_pair(tag, word.word);
    add_pair(tag, word.suffix[2]);
    add_pair(tag, with(word.shape, start));
    add_pair(tags, word.word);
    add(left.word);
    add(right.word);
    add_pair(left.word, word.word);
    add_pair(word.word, right.word);
    add(words_[place + padding - 2].word);
    add(words_[place + padding + 2].word);
    add(left.suffix[2]);
    add(right.suffix[2]);
    add(right.suffix[1]);
    add(right.shape);
    add_pair(right.shape, word.shape);
    add_pair(tag, right.word);
    add_pair(tag, right.suffix[2]);
    add_pair(word.suffix[2], right.suffix[2]);
    return features_;
}

std::size_t Tagger::best_label(std::string_view word) const {
    constexpr std::size_t longest_closed_word = 16;
    const bool open =
        closed_words_.size() > 0 && (word.size() > longest_closed_word || !closed_words_.contains(word));
    std::size_t top = tags_.size();
    for (std::size_t label = 0; label < tags_.size(); ++label)
        if (!(open && is_closed_[label]) && (top == tags_.size() || scores_[label] > scores_[top]))
            top = label;
    return top < tags_.size() ? top : 0;
}

void Tagger::tag(Document& doc, TokenRange sentence) {
    read(doc, sentence);
    Tag before = outside_tag;
    Tag before_that = outside_tag;
    for (Index token = sentence.begin; token < sentence.end; ++token) {
        Tag best;
        if (!tags_.empty()) {
            scores_.fill(0);
            model_.add(features(token - sentence.begin, before, before_that), scores_);
            best = tags_[best_label(doc.lower(token))];
        }
        doc.tokens.upos[token] = best.upos;
        doc.tokens.xpos[token] = best.xpos;
        before_that = before;
        before = best;
    }
}

}  // namespace lede
