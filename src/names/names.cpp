#include <algorithm>
#include <optional>
#include <string>

#include "base/unicode.h"
#include "names/context_evidence.h"
#include "names/gazetteer_evidence.h"
#include "names/kind_nouns.h"
#include "names/name_evidence.h"
#include "names/name_joins.h"
#include "names/name_labels.h"
#include "names/name_memory.h"
#include "names/names.h"
#include "names/sentence_starts.h"
#include "names/shape.h"
#include "names/type_consistency.h"
#include "names/typing.h"

namespace lede {

using namespace names;

namespace {

// "annual-report.pdf"
bool is_file_name(const Lexicon& lexicon, std::string_view form) {
    const std::size_t dot = form.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || form.size() - dot > 5) return false;
    return lexicon.words.has("file_extension", fold(form.substr(dot + 1)));
}

// Addresses and files name nobody, nor does the currency of an amount: "US$", "US $5".
void forget_addresses(const Document& doc, const Lexicon& lexicon, WordScores& scores) {
    for (Index t = 0; t < doc.tokens.size(); ++t) {
        const std::string_view form = doc.form(t);
        const std::size_t at = form.find('@');
        const bool is_address =
            (at != std::string_view::npos && at > 0 && form.find('.', at) != std::string_view::npos) ||
            form.find("://") != std::string_view::npos || form.starts_with("www.") ||
            is_file_name(lexicon, form);
        const bool is_currency =
            t + 1 < doc.tokens.size() && doc.form(t + 1).starts_with("$") && form == "US";
        if (is_address || is_currency) scores.row[t] = none;
    }
}

std::vector<LabelledName> decode_names(const Document& doc, const WordScores& scores) {
    std::vector<LabelledName> names;
    NameDecoder decoder;
    for (const Sentence& sentence : doc.sentences) {
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end;) {
            if (!scores.has(t)) {
                ++t;
                continue;
            }
            Index end = t + 1;
            while (end < sentence.tokens.end && scores.has(end)) ++end;
            decoder.decode(scores, {t, end}, names);
            t = end;
        }
    }
    return names;
}

bool has_letter_or_digit(std::string_view form) {
    const char32_t c = decode(form, 0).code;
    return is_letter(c) || is_digit(c);
}

// "Passenger Anna Hall said": what begins a sentence may owe its capital to that.
Index after_first_noun(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    const bool starts_sentence =
        tokens.begin == doc.sentences[doc.tokens.sentence[tokens.begin]].tokens.begin;
    const std::string_view first = doc.lower(tokens.begin);
    const bool is_noun = starts_sentence && tokens.size() > 2 && lexicon.person_nouns.contains(first) &&
                         !lexicon.given_names.contains(first);
    return is_noun ? tokens.begin + 1 : tokens.begin;
}

// "President", "Mr": the titles that a person's name begins with do not belong to it.
Index after_titles(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    Index begin = tokens.begin;
    for (;;) {
        const auto title = longest_phrase(doc, begin, lexicon.titles);
        // "Sacha Baron Cohen": a title within, but not before, is a name. "Dean Smith" may be either.
        if (!title || title->tokens.end >= tokens.end) return begin;
        const bool honorific = field(title->value, 1) == "honorific";
        if (!honorific && title->tokens.size() == 1 && lexicon.given_names.contains(doc.lower(begin)) &&
            tokens.end - begin == 2)
            return begin;
        begin = title->tokens.end;
    }
}

// "Doe KC", "Doe 72": letters of honour, ages and minutes are no part of a person's name.
bool follows_person(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    const std::string_view last = doc.form(tokens.end - 1);
    if (is_digit(decode(last, 0).code)) return true;
    constexpr std::size_t longest = 3;
    return tokens.size() > 2 && last.size() <= longest && is_all_capitals(last) &&
           !is_all_capitals(doc.form(tokens.begin)) &&
           !lexicon.name_parts.contains(doc.lower(tokens.end - 1));
}

// "Moon Jae-in", "Cho Yu-na": the second half of a given name is not capitalised. In "the Donald Trump-era"
// it is no name.
Index after_given_name(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    constexpr std::size_t longest = 5;
    const Index hyphen = tokens.end, half = tokens.end + 1;
    if (tokens.size() < 2 || half >= doc.tokens.size() || doc.lower(hyphen) != "-" ||
        doc.tokens.sentence[half] != doc.tokens.sentence[tokens.begin] ||
        doc.tokens.span[hyphen].begin != doc.tokens.span[hyphen - 1].end ||
        doc.tokens.span[half].begin != doc.tokens.span[hyphen].end)
        return tokens.end;
    const std::string_view form = doc.form(half);
    const bool is_half = form.size() > 1 && form.size() <= longest && form == doc.lower(half) &&
                         is_letter(decode(form, 0).code) && !form.ends_with("ed") &&
                         !lexicon.words.has("second_of_compound", form) &&
                         (lexicon.given_names.contains(doc.lower(tokens.end - 1)) ||
                          !lexicon.surnames.contains(doc.lower(tokens.end - 1)));
    return is_half ? half + 1 : tokens.end;
}

// The date, time or duration that a token is part of, or none.
const Time* time_at(const Document& doc, Index t) {
    const auto time = std::partition_point(doc.times.begin(), doc.times.end(),
                                           [&](const Time& other) { return other.tokens.end <= t; });
    return time != doc.times.end() && time->tokens.contains(t) ? &*time : nullptr;
}

// "Last September Ann said", "On Monday Lee left": a day or month, but for April and other given names.
bool is_of_calendar(const Document& doc, const Lexicon& lexicon, Index t) {
    const Time* time = time_at(doc, t);
    return time && (time->tokens.begin < t || !lexicon.words.has("month_and_given_name", doc.lower(t)));
}

// "at 1500 GMT Carnival shares"
bool is_of_clock(const Document& doc, Index t) {
    const Time* time = time_at(doc, t);
    return time && time->type == TimeType::time;
}

// "Z happens after X": one letter is called so by itself, but for "Mr X" and the company.
bool is_letter_alone(const Document& doc, const Lexicon& lexicon, TokenRange tokens, NameKind kind) {
    if (tokens.size() != 1 || (kind != NameKind::person && kind != NameKind::place)) return false;
    const std::string_view form = doc.form(tokens.begin);
    const std::size_t letter = decode(form, 0).size;
    return (form.size() == letter || (form.size() == letter + 1 && form.back() == '.')) &&
           title_before(doc, lexicon, tokens.begin).empty();
}

// "Ann Doe, QC": letters of honour and office behind a person's name.
bool are_letters_of_person(const Document& doc, const Lexicon& lexicon, TokenRange tokens) {
    if (tokens.size() != 1 || doc.mentions.empty()) return false;
    const Mention& person = doc.mentions.back();
    return person.type == EntityType::PERSON && person.tokens.size() > 1 &&
           person.tokens.end + 1 == tokens.begin && doc.lower(person.tokens.end) == "," &&
           lexicon.words.has("post_nominal", doc.lower(tokens.begin));
}

// Letters, days and currencies: "Christmas", "the Euro".
bool is_no_name(const Document& doc, const Lexicon& lexicon, TokenRange tokens, NameKind kind) {
    if (is_letter_alone(doc, lexicon, tokens, kind) || are_letters_of_person(doc, lexicon, tokens))
        return true;
    if (kind == NameKind::person || kind == NameKind::organisation) return false;
    if (tokens.size() == 1 && doc.lower(tokens.begin) == "euro") return true;
    const Time* time = time_at(doc, tokens.begin);
    return time && time->type == TimeType::date && tokens.end <= time->tokens.end;
}

// No article, title, mark or genitive at its ends, and no quotation mark that opens or closes elsewhere.
TokenRange trim(const Document& doc, const Lexicon& lexicon, const LabelledName& name) {
    TokenRange tokens = name.tokens;
    std::size_t marks = 0;
    Index mark = tokens.begin;
    for (Index t = tokens.begin; t < tokens.end; ++t)
        if (doc.lower(t) == "\"") ++marks, mark = t;
    if (marks == 1) {
        if (mark - tokens.begin > tokens.end - mark - 1)
            tokens.end = mark;
        else
            tokens.begin = mark + 1;
    }
    while (!tokens.empty() &&
           (!has_letter_or_digit(doc.form(tokens.begin)) || doc.lower(tokens.begin) == "the") &&
           doc.lower(tokens.begin).front() != '@' && doc.lower(tokens.begin).front() != '#')
        ++tokens.begin;
    while (!tokens.empty() && (doc.lower(tokens.end - 1) == "'s" || doc.lower(tokens.end - 1) == "'" ||
                               doc.lower(tokens.end - 1) == "\"" || doc.lower(tokens.end - 1) == ","))
        --tokens.end;
    while (tokens.size() > 1 && is_of_clock(doc, tokens.begin)) ++tokens.begin;
    if (name.kind == NameKind::person)
        while (tokens.size() > 1 && follows_person(doc, lexicon, tokens)) --tokens.end;
    if (!tokens.empty() && name.kind == NameKind::person) {
        // "Every Ann", "On Monday Lee"
        while (tokens.size() > 1 && (lexicon.words.has("determiner", doc.lower(tokens.begin)) ||
                                     is_of_calendar(doc, lexicon, tokens.begin)))
            ++tokens.begin;
        tokens.begin = after_first_noun(doc, lexicon, tokens);
        tokens.begin = after_titles(doc, lexicon, tokens);
        tokens.end = after_given_name(doc, lexicon, tokens);
    }
    return tokens;
}

bool is_saint(std::string_view form) { return form == "St" || form == "St." || form == "Saint"; }

// "at Moody's": a house that is called by a genitive, since nothing there is theirs. But "a friend of Ann's".
bool is_called_by_genitive(const Document& doc, TokenRange tokens, NameKind kind) {
    const Sentence& sentence = doc.sentences[doc.tokens.sentence[tokens.begin]];
    const Index mark = tokens.end, after = mark + 1;
    if (kind > NameKind::place || mark >= sentence.tokens.end || doc.lower(mark) != "'s" ||
        doc.tokens.xpos[mark] != Xpos::POS || doc.tokens.head[mark] < tokens.begin ||
        doc.tokens.head[mark] >= tokens.end || is_all_capitals(doc.form(mark - 1)))  // "the DM's are"
        return false;
    const Index head = doc.tokens.head[mark];
    const Upos next = after < sentence.tokens.end ? doc.tokens.upos[after] : Upos::PUNCT;
    const bool nothing_theirs = next == Upos::ADP || next == Upos::AUX;
    if (!nothing_theirs && next != Upos::PUNCT && next != Upos::CCONJ && next != Upos::VERB) return false;
    if (!nothing_theirs && doc.tokens.deprel[head] == Deprel::nmod_poss) return false;
    if (kind == NameKind::person && tokens.begin > sentence.tokens.begin &&
        doc.lower(tokens.begin - 1) == "of")
        return false;
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
        if (doc.tokens.head[t] == head && doc.tokens.deprel[t] == Deprel::cop) return false;
    return true;
}

bool has_capital_or_digit(std::string_view form) {
    for (std::size_t at = 0; at < form.size();) {
        const Decoded c = decode(form, at);
        if (is_upper(c.code) || is_digit(c.code)) return true;
        at += c.size;
    }
    return false;
}

// Does the author leave out capitals? Then names may lack them, too.
bool is_careless(const Document& doc) {
    std::size_t lower = 0, all = 0;
    for (const Sentence& sentence : doc.sentences) {
        const char32_t first = decode(doc.form(sentence.tokens.begin), 0).code;
        if (!is_letter(first)) continue;
        ++all;
        lower += !is_upper(first);
    }
    return lower * 4 > all;
}

bool is_written_as_name(const Document& doc, TokenRange tokens) {
    for (Index t = tokens.begin; t < tokens.end; ++t)
        if (has_capital_or_digit(doc.form(t))) return true;
    const char first = doc.lower(tokens.begin).front();
    return first == '@' || first == '#';
}

void add_mention(Document& doc, TokenRange tokens, Span span, EntityType type, float score) {
    Mention mention;
    mention.span = span;
    mention.tokens = tokens;
    mention.sentence = doc.tokens.sentence[tokens.begin];
    mention.type = type;
    mention.head = doc.span_of(tokens) == span ? head_of_name(doc, tokens, type) : span;
    mention.score = score;
    doc.mentions.push_back(mention);
}

// "pro-", "ex-": bytes of what is put before a name within one token.
std::size_t prefix_size(const Lexicon& lexicon, std::string_view form) {
    const std::size_t hyphen = form.find('-');
    if (hyphen == std::string_view::npos || hyphen + 2 >= form.size() ||
        !lexicon.words.has("prefix", fold(form.substr(0, hyphen))) ||
        !is_upper(decode(form, hyphen + 1).code))
        return 0;
    return hyphen + 1;
}

std::optional<EntityType> known_type(const Lexicon& lexicon, std::string_view form) {
    const std::string folded = fold(form);
    if (find_organisation(lexicon, folded, form)) return EntityType::ORG;
    if (lexicon.demonyms.contains(folded)) return EntityType::NORP;
    if (find_place(lexicon, folded, form)) return EntityType::GPE;
    return std::nullopt;
}

// "anti-IS": a well-known name behind a hyphen within one token.
void find_inside(Document& doc, const Lexicon& lexicon, Index t) {
    const std::string_view form = doc.form(t);
    constexpr std::size_t longest = 40;
    if (form.size() > longest || (is_capitalised(form) && !prefix_size(lexicon, form))) return;
    const std::size_t hyphen = form.rfind('-');
    if (hyphen == std::string_view::npos || hyphen + 2 >= form.size() || hyphen < 2) return;
    const std::string_view inner = form.substr(hyphen + 1);
    if (!is_upper(decode(inner, 0).code)) return;
    const Span whole = doc.tokens.span[t];
    const Span span{whole.begin + static_cast<std::uint32_t>(hyphen) + 1, whole.end};
    constexpr float sure = 0.9f;
    if (const auto type = known_type(lexicon, inner)) add_mention(doc, {t, t + 1}, span, *type, sure);
}

// Adds a name but for "ex-" or "pro-" before it.
void add_name(Document& doc, const Lexicon& lexicon, TokenRange tokens, EntityType type, float score) {
    Span span = doc.span_of(tokens);
    span.begin += static_cast<std::uint32_t>(prefix_size(lexicon, doc.form(tokens.begin)));
    if (tokens.size() == 1 && span != doc.span_of(tokens))
        type = known_type(lexicon, doc.slice(span)).value_or(type);
    add_mention(doc, tokens, span, type, score);
}

}  // namespace

void find_names(Document& doc, WordScores scores, const Resources& resources) {
    const Lexicon lexicon(resources);
    const auto read = [&] {
        return join_countries(
            doc, lexicon,
            join_at_of(
                doc, lexicon,
                part_at_for(doc, lexicon,
                            part_at_places(doc, lexicon, part_at_dashes(doc, decode_names(doc, scores))))));
    };
    forget_addresses(doc, lexicon, scores);
    add_gazetteer_evidence(doc, lexicon, scores);
    add_context_evidence(doc, lexicon, scores);
    add_kind_noun_evidence(doc, lexicon, scores);
    lower_common_starts(doc, lexicon, scores);
    add_document_evidence(doc, lexicon, read(), scores);
    const std::vector<LabelledName> names = join_persons(doc, read());

    const bool careless = is_careless(doc);
    std::size_t next = 0;
    for (Index t = 0; t < doc.tokens.size();) {
        while (next < names.size() && names[next].tokens.begin < t) ++next;
        if (next == names.size() || names[next].tokens.begin > t) {
            find_inside(doc, lexicon, t);
            ++t;
            continue;
        }
        const LabelledName& name = names[next];
        TokenRange tokens = trim(doc, lexicon, name);
        if (!tokens.empty() && !is_no_name(doc, lexicon, tokens, name.kind) &&
            (careless || is_written_as_name(doc, tokens) ||
             lacks_capitals(doc, doc.sentences[doc.tokens.sentence[tokens.begin]]))) {
            EntityType type = type_of_name(doc, lexicon, tokens, name.kind);
            if (is_called_by_genitive(doc, tokens, name.kind)) {
                ++tokens.end;
                const Index first = doc.sentences[doc.tokens.sentence[tokens.begin]].tokens.begin;
                if (tokens.begin > first && is_saint(doc.form(tokens.begin - 1))) --tokens.begin;
                type = name.kind == NameKind::place ? EntityType::FAC : EntityType::ORG;
            }
            add_name(doc, lexicon, tokens, type, name.probability);
        }
        t = std::max(name.tokens.end, tokens.end);
    }
    unify_types(doc, lexicon);
    share_land(doc, lexicon);
}

}  // namespace lede
