#include "syntax/lemmas.h"

#include <optional>

#include "base/unicode.h"
#include "syntax/labels.h"
#include "syntax/syntax.h"

namespace lede {

namespace {

constexpr std::size_t longest_listed_form = 40;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool has_vowel(std::string_view stem) {
    for (const char c : stem)
        if (is_vowel(c) || c == 'y') return true;
    return false;
}

std::string without_plural_s(std::string_view word) {
    if (word.size() > 4 && word.ends_with("ies")) return std::string(word.substr(0, word.size() - 3)) + 'y';
    for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zzes"})
        if (word.size() > ending.size() && word.ends_with(ending))
            return std::string(word.substr(0, word.size() - 2));
    const bool is_plural = word.size() > 2 && word.back() == 's' && !word.ends_with("ss");
    return std::string(is_plural ? word.substr(0, word.size() - 1) : word);
}

// What was before -ed, -ing, -er or -est: a doubled consonant is halved, a silent e put back where the
// spelling of English stems wants it.
std::string restored(std::string_view stem) {
    if (stem.size() < 2) return std::string(stem);
    const char last = stem.back();
    const char before = stem[stem.size() - 2];
    if (last == before && !is_vowel(last) && last != 'l' && last != 's' && last != 'f' && last != 'z')
        return std::string(stem.substr(0, stem.size() - 1));
    const bool after_vowel = is_vowel(before);
    const bool long_stem = stem.size() > 2 && is_vowel(stem[stem.size() - 3]);  // "look", "appeal"
    bool silent_e =
        last == 'v' || last == 'u' || last == 'c' || (last == 'z' && before != 'z') ||
        (last == 'g' && (before == 'd' || before == 'r' || before == 'a' || before == 'n') &&
         !stem.ends_with("ing") && !stem.ends_with("ong") && !stem.ends_with("ang")) ||
        (last == 's' && before != 's' && !stem.ends_with("us")) ||
        (last == 'l' && !after_vowel && before != 'l' && before != 'r' && before != 'w') ||
        (last == 't' && before == 'a' && !long_stem) || (last == 'r' && (before == 'i' || before == 'u')) ||
        (last == 'n' && before == 'i' && stem.size() > 3 && !long_stem) || (last == 'd' && before == 'i');
    // A short stem of one consonant after one vowel would have been doubled: "hoped" is "hope".
    if (!silent_e && stem.size() >= 2 && stem.size() <= 4 && after_vowel && !long_stem && !is_vowel(last) &&
        last != 'w' && last != 'x' && last != 'y')
        silent_e = true;
    return std::string(stem) + (silent_e ? "e" : "");
}

std::string without(std::string_view word, std::string_view ending) {
    if (word.size() <= ending.size() + 1 || !word.ends_with(ending)) return std::string(word);
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (!has_vowel(stem)) return std::string(word);
    if (ending != "ing" && stem.back() == 'i' && stem.size() > 2)
        return std::string(stem.substr(0, stem.size() - 1)) + 'y';
    if (ending == "ed" && stem.back() == 'e') return std::string(stem) + 'e';
    return restored(stem);
}

// "5,000"
std::string without_separators(std::string_view number) {
    std::string digits(number);
    if (!digits.empty() && digits.front() >= '0' && digits.front() <= '9' && digits.back() != ',')
        std::erase(digits, ',');
    return digits;
}

}  // namespace

std::string regular_lemma(std::string_view form, std::string_view lower, Upos upos, Xpos xpos,
                          bool starts_sentence) {
    switch (xpos) {
        case Xpos::NNS:
            if (lower.size() > 4 && lower.ends_with("men"))
                return std::string(lower.substr(0, lower.size() - 2)) + "an";
            return without_plural_s(lower);
        case Xpos::VBZ:
            return without_plural_s(lower);
        case Xpos::NNPS:
            return without_plural_s(form);
        case Xpos::VBD:
        case Xpos::VBN:
            return without(lower, "ed");
        case Xpos::VBG:
            return upos == Upos::VERB || upos == Upos::AUX ? without(lower, "ing") : std::string(lower);
        case Xpos::JJR:
        case Xpos::RBR:
            return without(lower, "er");
        case Xpos::JJS:
        case Xpos::RBS:
            return without(lower, "est");
        case Xpos::CD:
            return without_separators(lower);
        default:
            break;
    }
    const bool keeps_case = upos == Upos::PROPN || upos == Upos::PUNCT || upos == Upos::SYM ||
                            upos == Upos::X || (upos == Upos::ADJ && !starts_sentence);
    return std::string(keeps_case ? form : lower);
}

namespace {

// Forms that the rule reads wrongly, by tag and form.
class Exceptions {
  public:
    explicit Exceptions(const Resources& resources)
        : irregular_(resources.table("irregular_forms")),
          of_treebanks_(resources.table("lemmas")),
          inflections_(resources.table("inflections")) {}

    std::optional<std::string_view> find(Xpos xpos, std::string_view lower) {
        if (lower.size() > longest_listed_form) return std::nullopt;
        set_key(xpos, lower);
        if (const auto lemma = irregular_.find(key_)) return lemma;
        if (const auto lemma = of_treebanks_.find(key_)) return lemma;
        if (xpos == Xpos::VBN) set_key(Xpos::VBD, lower);
        return inflections_.find(key_);
    }

  private:
    void set_key(Xpos xpos, std::string_view lower) {
        key_.clear();
        fold(written(xpos), key_);
        key_ += '/';
        key_ += lower;
    }

    Table irregular_, of_treebanks_, inflections_;
    std::string key_;
};

}  // namespace

void find_lemmas(Document& doc, const Resources& resources) {
    Exceptions exceptions(resources);
    Tokens& tokens = doc.tokens;
    tokens.lemma.resize(tokens.size());
    for (Index token = 0; token < tokens.size(); ++token) {
        const std::string_view lower = doc.lower(token);
        if (tokens.upos[token] != Upos::PROPN) {
            if (const auto lemma = exceptions.find(tokens.xpos[token], lower)) {
                tokens.lemma[token] = doc.words.intern(*lemma);
                continue;
            }
        }
        const bool starts = doc.sentences[tokens.sentence[token]].tokens.begin == token;
        tokens.lemma[token] = doc.words.intern(
            regular_lemma(doc.form(token), lower, tokens.upos[token], tokens.xpos[token], starts));
    }
}

}  // namespace lede
