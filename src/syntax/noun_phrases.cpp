#include "syntax/noun_phrases.h"

#include <algorithm>

namespace lede {

bool is_noun(Xpos tag) {
    return tag == Xpos::NN || tag == Xpos::NNS || tag == Xpos::NNP || tag == Xpos::NNPS;
}

bool is_verb(Xpos tag) {
    return tag == Xpos::VB || tag == Xpos::VBD || tag == Xpos::VBG || tag == Xpos::VBN || tag == Xpos::VBP ||
           tag == Xpos::VBZ;
}

namespace {

constexpr Index max_name = 12;  // tokens

bool opens(Xpos tag) { return tag == Xpos::DT || tag == Xpos::PDT || tag == Xpos::PRPS; }

bool modifies(Xpos tag) {
    return tag == Xpos::JJ || tag == Xpos::JJR || tag == Xpos::JJS || tag == Xpos::CD ||
           tag == Xpos::DOLLAR || tag == Xpos::AFX;
}

// A participle or adverb inside a phrase: only where a noun or modifier follows it at once ("a planned
// visit").
bool links_inside(Xpos tag) {
    return tag == Xpos::VBN || tag == Xpos::VBG || tag == Xpos::RB || tag == Xpos::RBR || tag == Xpos::RBS ||
           tag == Xpos::HYPH;
}

// "the U.S.-led, 68-nation coalition": a comma between modifiers of a noun that follows.
bool joins_modifiers(const std::vector<Xpos>& tags, Index comma, Index end) {
    constexpr Index reach = 5;
    for (Index at = comma + 1; at < end && at <= comma + reach; ++at) {
        if (is_noun(tags[at])) return at > comma + 1;
        if (!modifies(tags[at]) && !links_inside(tags[at])) return false;
    }
    return false;
}

// The phrase that begins at a token; its head is `none` where none does, its end then where to read on.
BasePhrase read_phrase(const std::vector<Xpos>& tags, TokenRange within, const std::vector<bool>& in_date) {
    const Index begin = within.begin;
    if (tags[begin] == Xpos::PRP || tags[begin] == Xpos::EX) return {{begin, begin + 1}, begin};
    const auto tag_at = [&](Index token) { return token < within.end ? tags[token] : Xpos::PERIOD; };
    Index head = none;
    Index end = begin;
    for (; end < within.end; ++end) {
        const Xpos tag = tags[end];
        const Xpos next = tag_at(end + 1);
        const Xpos before = end > begin ? tags[end - 1] : Xpos::PERIOD;
        const bool open =
            head == none || before == Xpos::POS || before == Xpos::HYPH;  // may modifiers follow?
        const bool continues = is_noun(next) || modifies(next) || links_inside(next);
        if (end > begin && in_date[end] != in_date[end - 1] && tag != Xpos::POS && head != none &&
            before != Xpos::POS)
            break;
        if (is_noun(tag)) {
            head = end;
        } else if (tag == Xpos::POS) {
            if (head == none || !(continues || opens(next))) break;
        } else if (opens(tag)) {
            if (end > begin && before != Xpos::POS && !opens(before)) break;
        } else if (before == Xpos::HYPH && (modifies(tag) || tag == Xpos::VBN || tag == Xpos::VBG)) {
            if (tag != Xpos::CD) head = none;  // "U.S.-led" modifies what follows
        } else if (modifies(tag)) {
            if (!open && (tag == Xpos::CD || !is_noun(next))) break;
        } else if (tag == Xpos::HYPH) {
            if (end == begin || !continues) break;
        } else if (links_inside(tag)) {
            if (end == begin || !open || !continues) break;
        } else if (tag == Xpos::CC) {
            if (end == begin || !modifies(before) || next != Xpos::JJ || !is_noun(tag_at(end + 2))) break;
        } else if (tag == Xpos::COMMA) {
            const bool modifier_before = modifies(before) || before == Xpos::VBN || before == Xpos::VBG;
            if (end == begin || head != none || !modifier_before || !joins_modifiers(tags, end, within.end))
                break;
        } else {
            break;
        }
    }
    if (head == none && end > begin) {
        // "more than 60 were hurt", "this will help": the last number, adjective or determiner stands for the
        // noun.
        const Xpos last = tags[end - 1];
        if (last == Xpos::CD || last == Xpos::DT || (modifies(last) && opens(tags[begin]))) head = end - 1;
    }
    if (head != none && head + 1 < end && tags[end - 1] == Xpos::HYPH) --end;
    return {{begin, end}, head};
}

}  // namespace

NounPhrases::NounPhrases(const Document& doc) : of_token_(doc.tokens.size(), none) {
    std::vector<bool> in_date(doc.tokens.size(), false);
    for (const Time& time : doc.times)
        if (time.type == TimeType::date || time.type == TimeType::time)
            for (Index token = time.tokens.begin; token < time.tokens.end; ++token) in_date[token] = true;
    // A name is a noun, whatever the tagger made of it ("Trump", "Bush", "May"), and "Marks and Spencer" is
    // one.
    std::vector<Xpos> tags = doc.tokens.xpos;
    for (const Mention& mention : doc.mentions) {
        if (mention.kind != MentionKind::name || mention.tokens.size() > max_name) continue;
        for (Index token = mention.tokens.begin; token < mention.tokens.end; ++token)
            if (is_verb(tags[token]) || tags[token] == Xpos::MD || tags[token] == Xpos::CC)
                tags[token] = Xpos::NNP;
    }
    // "more than 60", "up to 13,000": the words before a number belong to it.
    for (const Quantity& quantity : doc.quantities) {
        if (quantity.kind == QuantityKind::ordinal || quantity.tokens.size() > max_name) continue;
        for (Index token = quantity.tokens.begin; token < quantity.tokens.end; ++token) {
            const Xpos tag = tags[token];
            if (tag == Xpos::IN || tag == Xpos::JJR || tag == Xpos::JJS || tag == Xpos::RB ||
                tag == Xpos::RBR || tag == Xpos::RBS || tag == Xpos::TO || tag == Xpos::RP)
                tags[token] = Xpos::CD;
        }
    }
    for (Index token = 0; token < doc.tokens.size(); ++token)
        if (doc.lower(token) == ",") tags[token] = Xpos::COMMA;
    // A dash between spaces joins no words.
    for (Index token = 1; token < doc.tokens.size(); ++token)
        if (tags[token] == Xpos::HYPH && doc.tokens.span[token - 1].end != doc.tokens.span[token].begin)
            tags[token] = Xpos::COLON;
    // An article alone is no phrase.
    for (Index token = 0; token < doc.tokens.size(); ++token)
        if (tags[token] == Xpos::DT &&
            (doc.lower(token) == "the" || doc.lower(token) == "a" || doc.lower(token) == "an"))
            tags[token] = Xpos::PDT;
    for (const Sentence& sentence : doc.sentences) read_sentence(tags, sentence.tokens, in_date);
}

void NounPhrases::read_sentence(const std::vector<Xpos>& tags, TokenRange sentence,
                                const std::vector<bool>& in_date) {
    for (Index begin = sentence.begin; begin < sentence.end;) {
        const BasePhrase phrase = read_phrase(tags, {begin, sentence.end}, in_date);
        if (phrase.head == none) {
            begin = std::max(begin + 1, phrase.tokens.end);
            continue;
        }
        for (Index token = begin; token < phrase.tokens.end; ++token)
            of_token_[token] = static_cast<Index>(phrases_.size());
        phrases_.push_back(phrase);
        begin = phrase.tokens.end;
    }
}

}  // namespace lede
