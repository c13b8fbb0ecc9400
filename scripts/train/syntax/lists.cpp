#include <map>

#include "base/unicode.h"
#include "syntax/labels.h"
#include "syntax/lemmas.h"
#include "train.h"

namespace lede::train {

namespace {

// Do only a few words have this tag, all of them known?
constexpr bool is_closed_class(Xpos tag) {
    switch (tag) {
        case Xpos::CC:
        case Xpos::DT:
        case Xpos::EX:
        case Xpos::IN:
        case Xpos::MD:
        case Xpos::PDT:
        case Xpos::POS:
        case Xpos::PRP:
        case Xpos::PRPS:
        case Xpos::RP:
        case Xpos::TO:
        case Xpos::WDT:
        case Xpos::WP:
        case Xpos::WPS:
        case Xpos::WRB:
            return true;
        default:
            return false;
    }
}

using Counts = std::map<std::string, int>;

std::string most_frequent(const Counts& counts, int* total) {
    std::string best;
    int most = 0;
    *total = 0;
    for (const auto& [value, count] : counts) {
        *total += count;
        if (count > most) best = value, most = count;
    }
    return best;
}

bool is_listed(std::string_view lower) {
    return lower.size() <= 40 && lower.find_first_of("\t #") == std::string_view::npos;
}

}  // namespace

std::string list_lemmas(const Document& gold) {
    struct Form {
        Counts lemmas;
        std::map<std::string, Counts> regular;
    };
    std::map<std::string, Form> forms;
    for (Index token = 0; token < gold.tokens.size(); ++token) {
        const Upos upos = gold.tokens.upos[token];
        const Xpos xpos = gold.tokens.xpos[token];
        if (upos == Upos::PROPN || upos == Upos::NUM || upos == Upos::SYM || upos == Upos::X) continue;
        if (!is_listed(gold.lower(token))) continue;
        const bool starts = gold.sentences[gold.tokens.sentence[token]].tokens.begin == token;
        const std::string regular = regular_lemma(gold.form(token), gold.lower(token), upos, xpos, starts);
        Form& form = forms[fold(written(xpos)) + '/' + std::string(gold.lower(token))];
        ++form.lemmas[std::string(gold.lemma(token))];
        ++form.regular[std::string(gold.lemma(token))][regular];
    }
    std::string rows;
    for (const auto& [key, form] : forms) {
        int total = 0;
        const std::string lemma = most_frequent(form.lemmas, &total);
        int right = 0;  // how often the rule alone is right
        for (const auto& [gold_lemma, regular] : form.regular)
            for (const auto& [value, count] : regular) right += value == gold_lemma ? count : 0;
        if (form.lemmas.at(lemma) > right && !lemma.empty() && lemma != "_")
            rows += key + '\t' + lemma + '\n';
    }
    return rows;
}

std::string list_features(const Document& gold) {
    std::map<std::string, Counts> tags, words;
    std::map<std::string, std::string> tag_of;
    for (Index token = 0; token < gold.tokens.size(); ++token) {
        const std::string tag =
            fold(written(gold.tokens.upos[token])) + '/' + fold(written(gold.tokens.xpos[token]));
        const std::string features(gold.feats(token));
        ++tags[tag][features];
        if (!is_listed(gold.lower(token))) continue;
        const std::string word = tag + '/' + std::string(gold.lower(token));
        ++words[word][features];
        tag_of[word] = tag;
    }
    std::string rows;
    int total = 0;
    for (const auto& [tag, counts] : tags)
        if (const std::string features = most_frequent(counts, &total); !features.empty())
            rows += tag + '\t' + features + '\n';
    for (const auto& [word, counts] : words) {
        const std::string features = most_frequent(counts, &total);
        const bool differs = features != most_frequent(tags[tag_of[word]], &total);
        most_frequent(counts, &total);
        if (differs && total >= 3 && counts.at(features) * 10 >= total * 6)
            rows += word + '\t' + features + '\n';
    }
    return rows;
}

std::string list_closed_words(const Document& gold) {
    std::map<std::string, int> counts;
    for (Index token = 0; token < gold.tokens.size(); ++token)
        if (is_closed_class(gold.tokens.xpos[token]) && is_listed(gold.lower(token)))
            ++counts[std::string(gold.lower(token))];
    std::string rows;
    for (const auto& [word, count] : counts)
        if (count > 1) rows += word + '\n';
    return rows;
}

}  // namespace lede::train
