#include "quotes/reading.h"

#include "base/unicode.h"

namespace lede::quotes {

Reading::Reading(const Document& document, const Resources& resources)
    : doc(document),
      stretches(find_stretches(document, WordClasses(resources.table("quotation_words")))),
      stretch_of(document.tokens.size(), none),
      begins_name(document.tokens.size(), false),
      in_name(document.tokens.size(), false),
      in_person(document.tokens.size(), false),
      in_time(document.tokens.size(), false),
      finite_before(document.tokens.size() + 1, 0),
      words(resources.table("quotation_words")),
      verbs(resources.table("reporting_verbs")),
      sources(resources.table("source_nouns")),
      persons(resources.table("person_nouns")) {
    for (Index i = 0; i < stretches.size(); ++i)
        for (Index t = stretches[i].whole.begin; t < stretches[i].whole.end; ++t) stretch_of[t] = i;
    for (const Mention& mention : doc.mentions) {
        if (mention.kind != MentionKind::name || mention.tokens.empty()) continue;
        begins_name[mention.tokens.begin] = true;
        for (Index t = mention.tokens.begin; t < mention.tokens.end; ++t) {
            in_name[t] = true;
            in_person[t] = mention.type == EntityType::PERSON;
        }
    }
    for (const Time& time : doc.times)
        for (Index t = time.tokens.begin; t < time.tokens.end; ++t) in_time[t] = true;
    for (Index t = 0; t < doc.tokens.size(); ++t)
        finite_before[t + 1] = finite_before[t] + (is_finite(t) ? 1 : 0);
}

// Asked everywhere: inline, they would be the better part of the stage's code.
bool Reading::is(Index token, std::string_view word) const { return doc.lower(token) == word; }
bool Reading::is_comma(Index token) const { return is(token, ","); }

// A name is a name, whatever its tags say: "Trump" is no verb.
bool Reading::is_finite(Index token) const {
    if (in_name[token]) return false;
    switch (tag(token)) {
        case Xpos::VBD:
        case Xpos::VBZ:
        case Xpos::VBP:
        case Xpos::MD:
            return true;
        default:
            return false;
    }
}

bool Reading::is_verb(Index token) const {
    if (in_name[token]) return false;
    switch (tag(token)) {
        case Xpos::VB:
        case Xpos::VBD:
        case Xpos::VBG:
        case Xpos::VBN:
        case Xpos::VBZ:
        case Xpos::VBP:
            return true;
        default:
            return false;
    }
}

bool Reading::is_noun(Index token) const {
    if (in_name[token]) return true;
    switch (tag(token)) {
        case Xpos::NN:
        case Xpos::NNS:
        case Xpos::NNP:
        case Xpos::NNPS:
            return true;
        default:
            return false;
    }
}

bool Reading::is_adverb(Index token) const {
    return tag(token) == Xpos::RB || tag(token) == Xpos::RBR || tag(token) == Xpos::RBS;
}

bool Reading::is_word(Index token) const {
    const char32_t c = decode(doc.text, doc.tokens.span[token].begin).code;
    return is_letter(c) || is_digit(c) || c == '$' || c == U'£' || c == U'€' || c == '%';
}

bool one_of(std::string_view word, std::string_view list) {
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        if (list.substr(0, comma) == word) return true;
        if (comma == std::string_view::npos) return false;
        list.remove_prefix(comma + 1);
    }
    return false;
}

}  // namespace lede::quotes
