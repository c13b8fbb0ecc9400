// Acronyms that the article never spells out and that readers cannot be expected to know.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/unicode.h"
#include "checks/check_families.h"
#include "model/word_classes.h"
#include "syntax/children.h"
#include "syntax/noun_phrases.h"

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
std::unordered_set<std::string> uncapitalised_words(const Document& doc) {
    std::unordered_set<std::string> result;
    for (Index token = 0; token < doc.tokens.size(); ++token) {
        const std::string_view form = doc.form(token), lower = doc.lower(token);
        if (form.size() >= 2 && form.size() <= longest_acronym && form.substr(1) == lower.substr(1))
            result.emplace(lower);
    }
    return result;
}

// "HERO", "MUMBAI:": a word or name in capitals. Few acronyms of four letters or more are words as well.
class Vocabulary {
  public:
    explicit Vocabulary(const Resources& resources)
        : tables_{resources.table("places"),      resources.table("given_names"),
                  resources.table("surnames"),    resources.table("person_nouns"),
                  resources.table("thing_nouns"), resources.table("closed_words"),
                  resources.table("event_nouns")} {}
    bool contains(std::string_view acronym) const {
        constexpr std::size_t shortest = 4;
        const std::string word = fold(acronym);
        return word.size() >= shortest &&
               std::any_of(tables_.begin(), tables_.end(),
                           [&](const Table& table) { return table.contains(word); });
    }

  private:
    std::array<Table, 7> tables_;
};

// The first word of a paragraph, in capitals: a dateline ("HOSUR:") or a manner of setting it.
bool opens_block(const Document& doc, Index token) {
    constexpr std::uint32_t shortest = 4;
    const Index block = doc.sentences[doc.tokens.sentence[token]].block;
    return block != none && doc.tokens.span[token].begin == doc.blocks[block].span.begin &&
           doc.tokens.span[token].size() >= shortest;
}

// "Cadillac XLR", "Felicity Orme KC": a model of what is named, or a rank.
bool follows_name(const Document& doc, Index token) {
    const Index first = doc.sentences[doc.tokens.sentence[token]].tokens.begin;
    if (token <= first) return false;
    const Index before = doc.lower(token - 1) == "," && token > first + 1 ? token - 2 : token - 1;
    if (doc.tokens.xpos[before] != Xpos::NNP && doc.tokens.xpos[before] != Xpos::NNPS) return false;
    const Index mention = doc.tokens.mention[before];
    return before + 1 == token || (mention != none && doc.mentions[mention].kind == MentionKind::name &&
                                   doc.mentions[mention].type == EntityType::PERSON);
}

// "CVE-2017-5638", "MK-84", "ISBN 0-571", "NASDAQ: KSTL", "$GME", "V/H/S": part of a code, a ticker or
// something longer, or what says of which kind a number is.
bool is_code(const Document& doc, Index token) {
    const Span span = doc.tokens.span[token];
    const char before = span.begin > 0 ? doc.text[span.begin - 1] : ' ';
    if (std::string_view("./@$#-_").find(before) != std::string_view::npos) return true;
    const auto at = [&](std::uint32_t offset) { return offset < doc.text.size() ? doc.text[offset] : ' '; };
    const char after = at(span.end), next = at(span.end + 1);
    const bool is_digit = next >= '0' && next <= '9';
    const bool continues = is_digit || (next >= 'A' && next <= 'Z');
    if (after == ' ' && is_digit) return true;
    if (after == '_' || ((after == '-' || after == '.' || after == '/') && continues)) return true;
    // The ticker stands behind its exchange and a colon.
    return token > 1 && doc.lower(token - 1) == ":" && is_shouted(doc.form(token - 2));
}

// "The broadcaster NHK", "Venezuelan energy firm PDVSA", "the statistics agency, INSEE,", "MTN, the phone
// company": the article says what it is.
bool is_described(const Document& doc, const Children& children, Index token) {
    const TokenRange sentence = doc.sentences[doc.tokens.sentence[token]].tokens;
    const auto is_common_noun = [&](Index at) {
        return doc.tokens.xpos[at] == Xpos::NN || doc.tokens.xpos[at] == Xpos::NNS;
    };
    if (doc.tokens.deprel[token] == Deprel::appos && doc.tokens.head[token] != none &&
        is_common_noun(doc.tokens.head[token]))
        return true;
    // Not "working age CBP One entrants": there the acronym describes what follows.
    const bool last = token + 1 == sentence.end ||
                      (!is_noun(doc.tokens.xpos[token + 1]) && doc.tokens.xpos[token + 1] != Xpos::CD);
    if (last && token > sentence.begin && is_common_noun(token - 1) &&
        doc.form(token - 1) == doc.lower(token - 1))
        return true;
    const Index head = doc.tokens.head[token];
    if (doc.tokens.deprel[token] == Deprel::nsubj && head != none && is_common_noun(head)) {
        // "NHK is a broadcaster".
        constexpr Index reach = 3;
        for (Index be = token + 1; be < sentence.end && be <= token + reach; ++be)
            if (doc.tokens.deprel[be] == Deprel::cop && doc.tokens.head[be] == doc.tokens.head[token] &&
                doc.lemma(be) == "be")
                return true;
    }
    for (Index other = children.first(token); other != none; other = children.next(other))
        if (other > token && doc.tokens.deprel[other] == Deprel::appos && is_common_noun(other)) return true;
    return false;
}

// Names by which readers know the media: few know what VOA stands for, and none need to.
class Outlets {
  public:
    explicit Outlets(const Resources& resources)
        : agencies_(resources.table("news_agencies")), organisations_(resources.table("organisations")) {}
    bool contains(std::string_view acronym) const {
        const std::string name = fold(acronym);
        const auto row = organisations_.find(name);
        return agencies_.contains(name) || (row && row->find("\tmedia") != std::string_view::npos);
    }

  private:
    Table agencies_, organisations_;
};

// "SSEYO Koan", "SSEYO's Koan": the brand of a product or work, by its words.
std::unordered_set<std::string> brands(const Document& doc) {
    std::unordered_set<std::string> result;
    for (const Mention& mention : doc.mentions) {
        if (mention.kind != MentionKind::name || mention.tokens.size() < 2) continue;
        if (mention.type == EntityType::PRODUCT || mention.type == EntityType::WORK_OF_ART)
            result.emplace(acronym_in(doc.form(mention.tokens.begin)));
    }
    return result;
}

bool may_hold_acronyms(const Document& doc, Index sentence) {
    const Index block = doc.sentences[sentence].block;
    return block == none || doc.blocks[block].kind == BlockKind::paragraph;
}

struct Use {
    Index first = none;
    bool explained = false;
};

}  // namespace

void check_acronyms(Document& doc, const Resources& resources) {
    const Table known = resources.table("known_acronyms");
    const Vocabulary vocabulary(resources);
    const Outlets outlets(resources);
    std::optional<Children> children;  // few articles have acronyms to describe
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
        if (is_code(doc, token) || opens_block(doc, token) || follows_name(doc, token) ||
            vocabulary.contains(acronym) || outlets.contains(acronym))
            continue;
        if (doc.dateline && doc.dateline->contains(doc.tokens.span[token])) continue;
        const bool name = doc.tokens.upos[token] == Upos::PROPN || doc.tokens.upos[token] == Upos::NOUN;
        if (!name || known.contains(doc.lower(token)) || known.contains(fold(acronym))) continue;
        const auto [at, fresh] = numbers.try_emplace(std::string(acronym), uses.size());
        if (fresh) uses.push_back({token, false});
        Use& use = uses[at->second];
        if (use.explained) continue;
        if (!children) children.emplace(doc);
        use.explained = explained_in_brackets(doc, token) || is_described(doc, *children, token);
    }
    if (uses.empty()) return;

    std::vector<std::string> wanted;
    for (const Use& use : uses) wanted.emplace_back(acronym_in(doc.form(use.first)));
    const Expansions expansions(doc, wanted, WordClasses(resources.table("check_words")));
    const std::unordered_set<std::string> uncapitalised = uncapitalised_words(doc);
    const std::unordered_set<std::string> branded = brands(doc);
    const std::vector<bool> introduced = introduced_entities(doc);
    constexpr int most = 4;
    int found = 0;
    for (const Use& use : uses) {
        if (use.explained || found == most) continue;
        const std::string acronym(acronym_in(doc.form(use.first)));
        const Index entity = entity_of[use.first];
        if (uncapitalised.count(fold(acronym)) != 0 || expansions.contain(acronym) ||
            branded.count(acronym) != 0 || (entity != none && introduced[entity]))
            continue;
        ++found;
        doc.checks.push_back({CheckKind::undefined_acronym,
                              "“" + acronym + "” is never spelled out. Say what it stands for.",
                              {doc.tokens.span[use.first]}});
    }
}

}  // namespace lede::checks
