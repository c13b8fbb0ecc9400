#include "syntax/noun_phrases.h"

namespace lede {

bool is_noun(Xpos tag) {
    return tag == Xpos::NN || tag == Xpos::NNS || tag == Xpos::NNP || tag == Xpos::NNPS;
}

bool is_verb(Xpos tag) {
    return tag == Xpos::VB || tag == Xpos::VBD || tag == Xpos::VBG || tag == Xpos::VBN || tag == Xpos::VBP ||
           tag == Xpos::VBZ;
}

namespace {

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

}  // namespace

NounPhrases::NounPhrases(const Document& doc) : of_token_(doc.tokens.size(), none) {
    std::vector<bool> in_date(doc.tokens.size(), false);
    for (const Time& time : doc.times)
        if (time.type == TimeType::date || time.type == TimeType::time)
            for (Index token = time.tokens.begin; token < time.tokens.end; ++token) in_date[token] = true;
    for (const Sentence& sentence : doc.sentences) read_sentence(doc, sentence.tokens, in_date);
}

void NounPhrases::read_sentence(const Document& doc, TokenRange sentence, const std::vector<bool>& in_date) {
    const auto& tags = doc.tokens.xpos;
    const auto tag_at = [&](Index token) { return token < sentence.end ? tags[token] : Xpos::PERIOD; };
    for (Index begin = sentence.begin; begin < sentence.end;) {
        Index head = none;
        Index end = begin;
        if (tags[begin] == Xpos::PRP || tags[begin] == Xpos::EX) {
            head = begin;
            end = begin + 1;
        }
        for (; head != begin && end < sentence.end; ++end) {
            const Xpos tag = tags[end];
            const Xpos next = tag_at(end + 1);
            const bool date_edge = end > begin && in_date[end] != in_date[end - 1] && tag != Xpos::POS;
            const bool continues = is_noun(next) || modifies(next) || links_inside(next);
            if (date_edge && head != none && tags[end - 1] != Xpos::POS) break;
            if (is_noun(tag)) {
                head = end;
            } else if (tag == Xpos::POS) {
                if (head == none || !(continues || opens(next))) break;
            } else if (opens(tag)) {
                if (head != none && tags[end - 1] != Xpos::POS) break;
            } else if (modifies(tag)) {
                const bool after_name =
                    head != none && tags[end - 1] != Xpos::POS && tags[end - 1] != Xpos::HYPH;
                if (after_name && !is_noun(next)) break;
                if (tag == Xpos::CD && after_name) break;
            } else if (links_inside(tag)) {
                if (tag == Xpos::HYPH ? end == begin
                                      : end == begin || (head != none && tags[end - 1] != Xpos::POS))
                    break;
                if (!continues) break;
            } else if (tag == Xpos::CC) {
                if (end == begin || !modifies(tags[end - 1]) || next != Xpos::JJ || !is_noun(tag_at(end + 2)))
                    break;
            } else {
                break;
            }
        }
        if (head == none && end > begin) {
            // "more than 60 were hurt", "this will help": the last number, adjective or determiner stands for
            // the noun.
            const Xpos last = tags[end - 1];
            if (last == Xpos::CD || last == Xpos::DT || (modifies(last) && opens(tags[begin])))
                head = end - 1;
        }
        if (head == none) {
            begin = end > begin ? end : begin + 1;
            continue;
        }
        if (tags[end - 1] == Xpos::HYPH && end - 1 > head) --end;
        for (Index token = begin; token < end; ++token)
            of_token_[token] = static_cast<Index>(phrases_.size());
        phrases_.push_back({{begin, end}, head});
        begin = end;
    }
}

}  // namespace lede
