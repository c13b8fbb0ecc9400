// Acronyms that the article never spells out and that readers cannot be expected to know.
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/unicode.h"
#include "checks/check_families.h"
#include "model/word_classes.h"

namespace lede::checks {

namespace {

constexpr std::size_t longest_acronym = 6;

// Two to six ASCII capitals, perhaps with a plural s.
std::string_view acronym_in(std::string_view form) {
    if (form.size() > 3 && form.back() == 's') form.remove_suffix(1);
    if (form.size() < 2 || form.size() > longest_acronym) return {};
    for (char c : form)
        if (c < 'A' || c > 'Z') return {};
    return form;
}

bool is_roman_numeral(std::string_view word) {
    return word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

bool is_shouted(std::string_view form) {
    std::size_t capitals = 0;
    for (char c : form) {
        if (c >= 'a' && c <= 'z') return false;
        capitals += c >= 'A' && c <= 'Z';
    }
    return capitals >= 2;
}

// Which of the wanted acronyms are the initials of words of the article? All initials of up to six words in a
// row, with and without the small words between them.
class Expansions {
  public:
    Expansions(const Document& doc, const std::vector<std::string>& wanted, WordClasses words)
        : wanted_(wanted.begin(), wanted.end()), words_(std::move(words)) {
        for (const std::string& acronym : wanted) begins_[static_cast<unsigned char>(acronym.front())] = true;
        for (const Sentence& sentence : doc.sentences)
            for (Index token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
                read(doc, token, sentence.tokens.end, false);
                read(doc, token, sentence.tokens.end, true);
            }
    }
    bool contain(const std::string& acronym) const { return initials_.count(acronym) != 0; }

  private:
    static unsigned char capital(char c) {
        return static_cast<unsigned char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }

    void read(const Document& doc, Index begin, Index end, bool with_small) {
        std::string letters;
        constexpr Index reach = 12;
        for (Index token = begin; token < end && token < begin + reach && letters.size() < longest_acronym;
             ++token) {
            const std::string_view word = doc.lower(token);
            const bool small = words_.has("uncounted_in_acronym", word);
            if (token == begin && (small || word.empty() || !begins_[capital(word.front())])) return;
            if (small && (!with_small || word == "&" || word == "-")) continue;
            if (word.empty()) return;
            const Decoded c = decode(word, 0);
            if (!is_letter(c.code)) {
                if (word == "'s" || word == "'") continue;
                return;
            }
            if (word.size() < 2) return;
            letters += static_cast<char>(c.code < 128 ? capital(word.front()) : '?');
            if (letters.size() >= 2 && wanted_.count(letters) != 0) initials_.insert(letters);
        }
    }

    std::unordered_set<std::string> wanted_, initials_;
    WordClasses words_;
    std::array<bool, 256> begins_{};  // by the first letter of some wanted acronym
};

// Is a longer name beside it in brackets, either way round: "Kooperation (KOOP)", "KOOP (Kooperation der …)"?
bool explained_in_brackets(const Document& doc, Index token) {
    const TokenRange sentence = doc.sentences[doc.tokens.sentence[token]].tokens;
    const auto is = [&](Index at, std::string_view mark) {
        return sentence.contains(at) && doc.lower(at) == mark;
    };
    return (token > 0 && is(token - 1, "(") && is(token + 1, ")")) || is(token + 1, "(");
}

// An entity that also has a longer name is introduced.
std::vector<bool> introduced_entities(const Document& doc) {
    std::vector<bool> result(doc.entities.size(), false);
    for (Index number = 0; number < doc.entities.size(); ++number) {
        const Entity& entity = doc.entities[number];
        result[number] = entity.name.find(' ') != std::string::npos;
    }
    return result;
}

bool is_shouted_context(const Document& doc, Index token) {
    const TokenRange sentence = doc.sentences[doc.tokens.sentence[token]].tokens;
    const bool before = token > sentence.begin && is_shouted(doc.form(token - 1));
    const bool after = token + 1 < sentence.end && is_shouted(doc.form(token + 1));
    return before || after;
}

// The words that the article also writes in small letters or with one capital: what is shouted elsewhere is
// one of them, no acronym.
std::unordered_set<std::string> small_words(const Document& doc) {
    std::unordered_set<std::string> result;
    for (Index token = 0; token < doc.tokens.size(); ++token) {
        const std::string_view form = doc.form(token);
        if (form.size() >= 2 && form.size() <= longest_acronym && form == doc.lower(token))
            result.emplace(form);
    }
    return result;
}

bool may_hold_acronyms(const Document& doc, Index sentence) {
    const Index block = doc.sentences[sentence].block;
    return block == none || doc.blocks[block].kind == BlockKind::paragraph;
}

struct Use {
    Index first = none;
    std::uint32_t count = 0;
    bool explained = false;
};

}  // namespace

void check_acronyms(Document& doc, const Resources& resources) {
    const Table known = resources.table("known_acronyms");
    std::unordered_map<std::string, std::size_t> numbers;
    std::vector<Use> uses;
    std::vector<bool> in_other_name(doc.tokens.size(),
                                    false);  // "JFE Holdings" asks for nothing, nor does a person
    std::vector<Index> entity_of(doc.tokens.size(), none);
    for (const Mention& mention : doc.mentions) {
        if (mention.kind != MentionKind::name || mention.tokens.size() > longest_acronym) continue;
        for (Index token = mention.tokens.begin; token < mention.tokens.end; ++token) {
            // Alone and in capitals, few are persons.
            constexpr float sure = 0.9f;
            in_other_name[token] =
                mention.tokens.size() > 1 || (mention.type == EntityType::PERSON && mention.score > sure);
            if (mention.tokens.size() == 1) entity_of[token] = mention.entity;
        }
    }
    for (Index token = 0; token < doc.tokens.size(); ++token) {
        const std::string_view acronym = acronym_in(doc.form(token));
        if (acronym.empty() || is_roman_numeral(acronym) || in_other_name[token]) continue;
        if (!may_hold_acronyms(doc, doc.tokens.sentence[token]) || is_shouted_context(doc, token)) continue;
        // ".NET", "A/B": part of something longer.
        const std::uint32_t begin = doc.tokens.span[token].begin;
        if (begin > 0 &&
            (doc.text[begin - 1] == '.' || doc.text[begin - 1] == '/' || doc.text[begin - 1] == '@'))
            continue;
        if (doc.dateline && doc.dateline->contains(doc.tokens.span[token])) continue;
        const bool name = doc.tokens.upos[token] == Upos::PROPN || doc.tokens.upos[token] == Upos::NOUN;
        if (!name || known.contains(doc.lower(token)) || known.contains(fold(acronym))) continue;
        const auto [at, fresh] = numbers.try_emplace(std::string(acronym), uses.size());
        if (fresh) uses.push_back({token, 0, false});
        Use& use = uses[at->second];
        ++use.count;
        use.explained = use.explained || explained_in_brackets(doc, token);
    }
    if (uses.empty()) return;

    std::vector<std::string> wanted;
    for (const Use& use : uses) wanted.emplace_back(acronym_in(doc.form(use.first)));
    const Expansions expansions(doc, wanted, WordClasses(resources.table("check_words")));
    const std::unordered_set<std::string> small = small_words(doc);
    const std::vector<bool> introduced = introduced_entities(doc);
    constexpr int most = 4;
    int found = 0;
    for (const Use& use : uses) {
        if (use.explained || found == most) continue;
        const std::string acronym(acronym_in(doc.form(use.first)));
        const Index entity = entity_of[use.first];
        if (small.count(fold(acronym)) != 0 || expansions.contain(acronym) ||
            (entity != none && introduced[entity]))
            continue;
        ++found;
        doc.checks.push_back({CheckKind::undefined_acronym,
                              "“" + acronym + "” is never spelled out.",
                              {doc.tokens.span[use.first]}});
    }
}

}  // namespace lede::checks
