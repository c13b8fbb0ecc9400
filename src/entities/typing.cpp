#include "entities/typing.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace lede {

namespace {

using Weights = Evidence;

Evidence::Reading reading_of(EntityType type) {
    switch (type) {
        case EntityType::PERSON:
            return Evidence::person;
        case EntityType::ORG:
            return Evidence::organisation;
        case EntityType::GPE:
        case EntityType::LOC:
        case EntityType::FAC:
            return Evidence::place;
        default:
            return Evidence::other;
    }
}

// "-4 0 -9 2 8"
void add_row(std::string_view row, Evidence& sum) {
    std::size_t at = 0;
    for (std::int32_t& weight : sum.weight) {
        bool negative = false;
        std::int32_t value = 0;
        for (; at < row.size() && row[at] != ' '; ++at) {
            if (row[at] == '-')
                negative = true;
            else
                value = value * 10 + (row[at] - '0');
        }
        ++at;
        weight += negative ? -value : value;
    }
}

class Reader {
  public:
    Reader(const Document& doc, const Lexicon& lexicon, const Candidate& candidate)
        : doc_(doc), lexicon_(lexicon), candidate_(candidate), tokens_(candidate.tokens) {
        const Index whole = tokens_.end;
        part_ = doc.span_of(tokens_) != candidate.span;
        if (part_) {
            fold(doc.slice(candidate.span), text_);
        } else {
            for (Index t = tokens_.begin; t < whole && text_.size() < 120; ++t) {
                if (t > tokens_.begin && doc.tokens.span[t - 1].end < doc.tokens.span[t].begin) text_ += ' ';
                text_ += doc.lower(t);
            }
        }
    }

    TypeReading read() {
        const Sentence& sentence = doc_.sentences[doc_.tokens.sentence[tokens_.begin]];
        TypeReading result;
        add("f:", part_ ? std::string_view(text_) : doc_.lower(tokens_.begin), result.words);
        add("l:", part_ ? std::string_view(text_) : doc_.lower(tokens_.end - 1), result.words);
        if (part_)
            add("i:", text_, result.words);
        else
            for (Index t = tokens_.begin; t < std::min(tokens_.end, tokens_.begin + 8); ++t)
                add("i:", doc_.lower(t), result.words);
        const bool first = tokens_.begin == sentence.tokens.begin;
        add("p:", first ? "^" : doc_.lower(tokens_.begin - 1), result.context);
        add("n:", tokens_.end == sentence.tokens.end ? "$" : doc_.lower(tokens_.end), result.context);
        std::string shape(1, static_cast<char>('0' + std::min<Index>(tokens_.size(), 4)));
        const std::string_view form = doc_.slice(candidate_.span);
        if (tokens_.size() == 1 && is_all_capitals(form)) shape += 'a';
        if (first) shape += '^';
        add("s:", shape, result.context);
        look_up(form, result);
        look_around(sentence, result);
        return result;
    }

  private:
    void add(std::string_view prefix, std::string_view word, Evidence& sum) {
        constexpr std::size_t longest = 40;  // no row of the table is longer
        if (word.size() > longest) return;
        key_.assign(prefix);
        key_ += word;
        if (const auto row = lexicon_.name_evidence.find(key_)) add_row(*row, sum);
    }

    void favour(Evidence& sum, EntityType type, std::int32_t by, TypeReading& result, bool fine) {
        sum.weight[reading_of(type)] += by;
        if (fine) result.fine = type;
    }

    void look_up(std::string_view form, TypeReading& result) {
        const std::size_t size = tokens_.size();
        const std::string_view first = part_ ? std::string_view(text_) : doc_.lower(tokens_.begin);
        const std::string_view last = part_ ? std::string_view(text_) : doc_.lower(tokens_.end - 1);
        if (!part_ && size > 1) {
            const auto parts = lexicon_.name_parts.find(last);
            if (parts)
                if (const auto type = type_named(field(*parts, 1)))
                    favour(result.words, *type, 20, result, true);
            if (const auto match = longest_phrase(doc_, tokens_.begin, lexicon_.name_parts);
                match && match->tokens.end < tokens_.end)
                if (const auto type = type_named(field(match->value, 0)); type && !result.fine)
                    favour(result.words, *type, 14, result, true);
            const bool given = lexicon_.given_names.contains(first) || is_initial(doc_.form(tokens_.begin));
            if (given) favour(result.words, EntityType::PERSON, 12, result, false);
            if (lexicon_.surnames.contains(last))
                favour(result.words, EntityType::PERSON, given ? 12 : 6, result, false);
            if (!given && lexicon_.demonyms.contains(first)) result.words.weight[Evidence::person] -= 16;
        } else {
            if (lexicon_.given_names.contains(first))
                favour(result.words, EntityType::PERSON, 6, result, false);
            if (lexicon_.surnames.contains(first)) favour(result.words, EntityType::PERSON, 6, result, false);
        }
        // Corpora are full of well-known places; a place that is in no gazetteer is seldom one.
        if (!result.fine) result.words.weight[Evidence::place] -= 6;
        if (lexicon_.demonyms.contains(text_)) {
            favour(result.words, EntityType::NORP, 60, result, true);
            result.words.weight[Evidence::no_name] -= 60;
        } else if (const auto body = find_organisation(lexicon_, text_, form)) {
            favour(result.words, EntityType::ORG, size > 1 || is_all_capitals(form) ? 40 : 20, result, true);
        } else if (const auto place = find_place(lexicon_, text_, form)) {
            const std::string_view kind = field(*place, 1);
            const bool land = kind == "continent" || kind == "area";
            favour(result.words, land ? EntityType::LOC : EntityType::GPE, kind == "city" ? 16 : 48, result,
                   true);
        }
    }

    void look_around(const Sentence& sentence, TypeReading& result) {
        const Index before = tokens_.begin, after = tokens_.end, end = sentence.tokens.end;
        if (const TokenRange title = title_before(doc_, lexicon_, before); !title.empty()) {
            const auto entry = longest_phrase(doc_, title.end - 1, lexicon_.titles);
            const bool honorific = entry && field(entry->value, 1) == "honorific";
            // "the company's chief executive, London" has a comma; "head of" has a preposition: here stands a
            // person.
            favour(result.context, EntityType::PERSON,
                   honorific || is_capitalised(doc_.form(title.end - 1)) ? 40 : 24, result, false);
            result.titled = true;
        }
        if (after + 1 >= end || doc_.lower(after) != ",") return;
        const Index next = after + 1;
        const std::string_view word = doc_.lower(next);
        if (word == "who" || word == "whose") {
            favour(result.context, EntityType::PERSON, 12, result, false);
        } else if (after + 2 < end && doc_.tokens.xpos[next] == Xpos::CD && word.size() == 2 &&
                   doc_.lower(after + 2) == ",") {
            favour(result.context, EntityType::PERSON, 24, result, false);  // "Ann Lee, 43,"
        } else if (word == "a" || word == "an" || word == "the") {
            for (Index t = next + 1; t < std::min(end, next + 5); ++t)
                if (lexicon_.person_nouns.contains(doc_.lower(t))) {
                    favour(result.context, EntityType::PERSON, 16, result, false);
                    break;
                }
        } else if (lexicon_.person_nouns.contains(word)) {
            favour(result.context, EntityType::PERSON, 12, result, false);
        }
    }

    const Document& doc_;
    const Lexicon& lexicon_;
    const Candidate& candidate_;
    TokenRange tokens_;
    bool part_ = false;
    std::string text_, key_;
};

}  // namespace

Evidence::Reading Evidence::best() const {
    return static_cast<Reading>(std::max_element(weight.begin(), weight.end()) - weight.begin());
}

float Evidence::confidence(Reading reading) const {
    // A hyperbola in place of the exponential, so that every platform gives the same bits.
    std::int64_t rivals = 0;
    for (std::size_t i = 0; i < readings; ++i) {
        if (i == reading) continue;
        const std::int32_t lead = std::clamp(weight[reading] - weight[i], -40, 60);
        const std::int64_t base = lead >= 0 ? 8 + lead : 8;
        rivals += lead >= 0 ? 8000 * 8 / (base * base) * 2 : 2000;
    }
    return 1000.0f / static_cast<float>(1000 + rivals);
}

Evidence& Evidence::operator+=(const Evidence& more) {
    for (std::size_t i = 0; i < readings; ++i) weight[i] += more.weight[i];
    return *this;
}

TypeReading read_candidate(const Document& doc, const Lexicon& lexicon, const Candidate& candidate) {
    return Reader(doc, lexicon, candidate).read();
}

EntityType type_of(Evidence::Reading reading, const std::optional<EntityType>& fine) {
    if (fine && reading_of(*fine) == reading) return *fine;
    switch (reading) {
        case Evidence::person:
            return EntityType::PERSON;
        case Evidence::organisation:
            return EntityType::ORG;
        case Evidence::place:
            return EntityType::GPE;
        default:
            return EntityType::PRODUCT;
    }
}

}  // namespace lede
