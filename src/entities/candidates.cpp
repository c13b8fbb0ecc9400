#include "entities/candidates.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace lede {

namespace {

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_calendar_word(std::string_view lower) {
    static constexpr std::array<std::string_view, 40> words = {
        "monday",   "tuesday", "wednesday", "thursday", "friday",    "saturday", "sunday",   "january",
        "february", "march",   "june",      "july",     "september", "october",  "november", "december",
        "mon",      "tue",     "tues",      "wed",      "thu",       "thur",     "thurs",    "fri",
        "sat",      "jan",     "jan.",      "feb",      "feb.",      "aug.",     "sept",     "sept.",
        "sep.",     "oct",     "oct.",      "nov",      "nov.",      "dec",      "dec.",     "gmt"};
    return is_one_of(lower, words);
}

bool is_function_tag(Xpos tag) {
    switch (tag) {
        case Xpos::DT:
        case Xpos::IN:
        case Xpos::CC:
        case Xpos::TO:
        case Xpos::PRP:
        case Xpos::PRPS:
        case Xpos::MD:
        case Xpos::WDT:
        case Xpos::WP:
        case Xpos::WPS:
        case Xpos::WRB:
        case Xpos::EX:
        case Xpos::PDT:
        case Xpos::UH:
            return true;
        default:
            return false;
    }
}

class Finder {
  public:
    Finder(const Document& doc, const Lexicon& lexicon, const Capitals& capitals)
        : doc_(doc), lexicon_(lexicon), capitals_(capitals) {
        timed_.assign(doc.tokens.size(), false);
        for (const Time& time : doc.times)
            for (Index t = time.tokens.begin; t < time.tokens.end; ++t) timed_[t] = true;
    }

    std::vector<Candidate> find() {
        for (const Sentence& sentence : doc_.sentences) {
            last_ = sentence.tokens.end;
            for (Index t = sentence.tokens.begin; t < last_;) {
                if (is_name_word(t) || begins_with_article(t)) {
                    const Index end = end_of_run(t);
                    split({t, end});
                    t = end;
                } else {
                    look_inside(t);
                    ++t;
                }
            }
        }
        return std::move(found_);
    }

  private:
    bool joined(Index token) const {  // no space before the token
        return doc_.tokens.span[token - 1].end == doc_.tokens.span[token].begin;
    }

    bool is_entry(Index t) const {
        const std::string_view lower = doc_.lower(t);
        return find_place(lexicon_, lower, doc_.form(t)) ||
               find_organisation(lexicon_, lower, doc_.form(t)) || lexicon_.demonyms.contains(lower);
    }

    bool is_name_word(Index t) const {
        if (!capitals_.capital(t)) return false;
        const std::string_view lower = doc_.lower(t);
        const Index word = doc_.tokens.lower[t];
        const Xpos tag = doc_.tokens.xpos[t];
        const bool weak = capitals_.weak(t);
        if (is_calendar_word(lower) || (timed_[t] && !is_entry(t))) return false;
        if (lower == "i" || lower.front() == '\'') return false;
        if (is_function_tag(tag)) {
            if (weak || !is_all_capitals(doc_.form(t))) return false;
            return find_organisation(lexicon_, lower, doc_.form(t)) ||
                   find_place(lexicon_, lower, doc_.form(t));
        }
        if (!weak) return true;
        if (capitals_.as_name(word) > capitals_.as_word(word)) return true;
        for (const Table* table : {&lexicon_.organisations, &lexicon_.places})
            if (const auto match = longest_phrase(doc_, t, *table); match && match->tokens.size() > 1)
                return true;
        if (capitals_.as_word(word) > 0) return false;
        if (is_all_capitals(doc_.form(t)) && !capitals_.shouted(t)) return true;
        const bool proper = tag == Xpos::NNP || tag == Xpos::NNPS;
        if (is_entry(t)) return proper || tag == Xpos::JJ || tag == Xpos::NNS || tag == Xpos::NN;
        if (lexicon_.given_names.contains(lower) && t + 1 < last_ && capitals_.capital(t + 1) &&
            !is_function_tag(doc_.tokens.xpos[t + 1]))
            return true;
        if (lexicon_.titles.contains(lower) && t + 1 < last_ && capitals_.capital(t + 1)) return true;
        if (longest_phrase(doc_, t, lexicon_.organisations) || longest_phrase(doc_, t, lexicon_.places))
            return true;
        if (!capitals_.title_case(t)) return proper;
        // In a headline the tagger, too, is led astray by capitals.
        const bool after_given =
            t > 0 && capitals_.capital(t - 1) && lexicon_.given_names.contains(doc_.lower(t - 1));
        return proper && (after_given || is_initial(doc_.form(t)));
    }

    // "al-Qaeda", "el-Sisi", "bin Laden"
    bool begins_with_article(Index t) const {
        static constexpr std::array<std::string_view, 6> articles = {"al", "el", "bin", "ul", "as", "ash"};
        if (capitals_.capital(t) || !is_one_of(doc_.lower(t), articles)) return false;
        if (t + 2 < last_ && doc_.lower(t + 1) == "-" && joined(t + 1) && joined(t + 2))
            return capitals_.capital(t + 2);
        return doc_.lower(t) == "bin" && t + 1 < last_ && capitals_.capital(t + 1);
    }

    // "anti-IS": a name after a prefix within one token.
    void look_inside(Index t) {
        const std::string_view form = doc_.form(t);
        if (form.size() > 40 || is_capitalised(form)) return;
        const std::size_t hyphen = form.rfind('-');
        if (hyphen == std::string_view::npos || hyphen + 2 >= form.size() || hyphen < 2) return;
        if (!is_upper(decode(form, hyphen + 1).code)) return;
        const Span whole = doc_.tokens.span[t];
        found_.push_back(
            {{t, t + 1}, {whole.begin + static_cast<std::uint32_t>(hyphen) + 1, whole.end}, false});
    }

    Index end_of_run(Index begin) const {
        static constexpr std::array<std::string_view, 20> particles = {
            "bin", "ibn", "al", "de", "del", "della", "van", "von", "der", "den",
            "da",  "dos", "du", "di", "la",  "le",    "el",  "ul",  "ben", "y"};
        Index end = begin + 1;
        if (!capitals_.capital(begin)) end = begin + (doc_.lower(begin + 1) == "-" ? 3 : 2);
        std::uint32_t reach = longest_entry(begin);
        while (end < last_) {
            const std::string_view lower = doc_.lower(end);
            const bool follows = end + 1 < last_ && is_name_word(end + 1);
            if (end < reach || is_name_word(end)) {
                if (end >= reach) reach = std::max(reach, longest_entry(end));
                ++end;
            } else if (lower == "-" && follows && joined(end) && joined(end + 1)) {
                end += 2;
            } else if (lower == "-" && end + 1 < last_ && is_korean_given_name(begin, end)) {
                end += 2;
            } else if (lower == "&" && follows) {
                end += 2;
            } else if (follows && (is_one_of(lower, particles))) {
                end += 2;
            } else if (end + 2 < last_ && (lower == "al" || lower == "el") && doc_.lower(end + 1) == "-" &&
                       is_name_word(end + 2)) {
                end += 3;
            } else if (end + 2 < last_ && lower == "de" && doc_.lower(end + 1) == "la" &&
                       is_name_word(end + 2)) {
                end += 3;
            } else if (const Index more = end_of_complement(begin, end); more > end) {
                end = more;
            } else if (lower == "," && follows && is_company_ending(end + 1)) {
                end += 2;
            } else if ((lower == "'s" || lower == "'") && follows && owns(begin, end)) {
                end += 2;
            } else {
                break;
            }
        }
        return end;
    }

    std::uint32_t longest_entry(Index t) const {
        std::uint32_t end = t;
        if (const auto match = longest_phrase(doc_, t, lexicon_.organisations)) end = match->tokens.end;
        if (const auto match = longest_phrase(doc_, t, lexicon_.places))
            end = std::max(end, match->tokens.end);
        // "Secretary of State" holds a run of capitals together.
        if (const auto match = longest_phrase(doc_, t, lexicon_.titles))
            end = std::max(end, match->tokens.end);
        while (end > t && !capitals_.capital(end - 1) && doc_.lower(end - 1) != "'s") --end;
        return end;
    }

    // "Department" + "of Justice", "Ministry" + "of the Interior and Justice"; the end of what belongs to the
    // name.
    Index end_of_complement(Index begin, Index end) const {
        std::string key(doc_.lower(end - 1));
        key += ' ';
        key += doc_.lower(end);
        const auto parts = lexicon_.name_parts.find(key);
        if (!parts || field(*parts, 0).empty()) {
            // "Department of Health and Human Services"
            if (doc_.lower(end) != "and" || end + 1 >= last_ || !is_name_word(end + 1)) return end;
            for (Index t = begin; t + 1 < end; ++t)
                if (doc_.lower(t + 1) == "of" && is_department(doc_.lower(t))) return end + 2;
            return end;
        }
        Index next = end + 1;
        if (next < last_ && doc_.lower(next) == "the") ++next;
        return next < last_ && is_name_word(next) ? next + 1 : end;
    }

    static bool is_department(std::string_view lower) {
        static constexpr std::array<std::string_view, 5> words = {"department", "ministry", "office",
                                                                  "bureau", "institute"};
        return is_one_of(lower, words);
    }

    bool is_company_ending(Index t) const {
        static constexpr std::array<std::string_view, 9> words = {"inc",  "inc.",  "ltd", "ltd.", "llc",
                                                                  "corp", "corp.", "jr",  "jr."};
        return is_one_of(doc_.lower(t), words);
    }

    // "St Mary's Hospital", "People's Bank", "King's College": the owner is part of the name.
    bool owns(Index begin, Index end) const {
        static constexpr std::array<std::string_view, 12> owners = {
            "people",  "women", "men",   "children", "workers", "teachers",
            "farmers", "king",  "queen", "st",       "st.",     "saint"};
        if (is_one_of(doc_.lower(end - 1), owners) ||
            (end - begin == 2 && is_one_of(doc_.lower(begin), owners)))
            return true;
        // "Dockworkers' Federation"
        if (doc_.lower(end) != "'") return false;
        const auto parts = lexicon_.name_parts.find(doc_.lower(end + 1));
        return parts && field(*parts, 1) == "ORG";
    }

    // The end of the title that begins at a token, or the token itself. What is an organisation is no title
    // ("General Motors", "Justice Department").
    Index end_of_title(Index t, Index end) const {
        const auto title = longest_phrase(doc_, t, lexicon_.titles);
        if (!title || title->tokens.end > end) return t;
        if (const auto body = longest_phrase(doc_, t, lexicon_.organisations);
            body && body->tokens.end > title->tokens.end)
            return t;
        if (title->tokens.end < end && field(title->value, 1) != "honorific") {
            const auto parts = lexicon_.name_parts.find(doc_.lower(end - 1));
            const std::string_view last = parts ? field(*parts, 1) : std::string_view();
            if (!last.empty() && last != "PERSON" && !lexicon_.surnames.contains(doc_.lower(end - 1)))
                return t;
        }
        return title->tokens.end;
    }

    void split(TokenRange run) {
        Index begin = run.begin;
        bool titled = false;  // "Mr King" is no title alone
        for (Index t = run.begin; t < run.end;) {
            const Index after_title = end_of_title(t, run.end);
            const bool ends = after_title == run.end || is_suffix(after_title);
            // "Sacha Baron Cohen"
            const bool middle_name = t == begin + 1 && after_title == t + 1 && after_title + 1 == run.end &&
                                     lexicon_.given_names.contains(doc_.lower(begin));
            if (after_title > t && !middle_name && (t == begin ? !(titled && ends) : !ends)) {
                emit({begin, t});
                t = begin = after_title;
                titled = true;
                continue;
            }
            if (t == begin) {
                if (const Index after = end_of_origin(t, run.end); after > t) {
                    emit({t, after});
                    t = begin = after;
                    titled = false;
                    continue;
                }
            }
            ++t;
        }
        emit({begin, run.end});
    }

    bool is_suffix(Index t) const {
        const auto parts = lexicon_.name_parts.find(doc_.lower(t));
        return parts && field(*parts, 1) == "PERSON";
    }

    // A people or place in front of what is a name by itself: "German | Chancellor", "Iraqi | Haider
    // al-Abadi", "U.S. | - | Mexico". The end of that place, or the token itself.
    Index end_of_origin(Index t, Index end) const {
        // "the United Nations | Nikki Haley"
        if (const auto body = longest_phrase(doc_, t, lexicon_.organisations);
            body && end - body->tokens.end == 2)
            if (lexicon_.given_names.contains(doc_.lower(body->tokens.end)) &&
                !lexicon_.name_parts.contains(doc_.lower(end - 1)) && body->tokens.end < end)
                return body->tokens.end;
        auto match = longest_phrase(doc_, t, lexicon_.demonyms);
        bool place = false;
        if (const auto other = longest_phrase(doc_, t, lexicon_.places);
            other && (!match || other->tokens.end > match->tokens.end)) {
            match = other;
            place = true;
        }
        if (!match || match->tokens.end >= end) return t;
        if (const auto body = longest_phrase(doc_, t, lexicon_.organisations);
            body && body->tokens.end >= match->tokens.end)
            return t;
        const Index next = match->tokens.end;
        if (end_of_title(next, end) > next) return next;
        const bool hyphen = doc_.lower(next) == "-" && joined(next);
        if (hyphen && next + 1 < end)
            return longest_phrase(doc_, next + 1, lexicon_.demonyms) ||
                           longest_phrase(doc_, next + 1, lexicon_.places)
                       ? next
                       : t;
        if (place && field(match->value, 1) == "city") return t;
        if (const auto body = longest_phrase(doc_, next, lexicon_.organisations);
            body && body->tokens.end == end)
            return next;
        // "Iraqi Haider al-Abadi", but "Korean War" and "Chinese Academy of Sciences"
        if (!place && end - next >= 2 && lexicon_.given_names.contains(doc_.lower(next)) &&
            !lexicon_.name_parts.contains(doc_.lower(end - 1)))
            return next;
        return t;
    }

    void emit(TokenRange range) {
        const auto is_mark = [&](Index t) {
            return !is_letter(decode(doc_.form(t), 0).code) && !is_digit(decode(doc_.form(t), 0).code);
        };
        while (range.begin < range.end && (is_mark(range.begin) || doc_.lower(range.begin) == "the"))
            ++range.begin;
        while (range.begin < range.end && (is_mark(range.end - 1) || !worth_ending(range.end - 1)))
            --range.end;
        if (range.empty()) return;
        bool weak = true;
        for (Index t = range.begin; t < range.end; ++t)
            weak = weak && (capitals_.weak(t) || !capitals_.capital(t));
        found_.push_back({range, doc_.span_of(range), weak});
    }

    // "Kim Jong-un", "Moon Jae-in"
    bool is_korean_given_name(Index begin, Index hyphen) const {
        constexpr std::size_t longest_syllable = 5;
        const std::string_view syllable = doc_.lower(hyphen + 1);
        return hyphen - begin == 2 && joined(hyphen) && joined(hyphen + 1) &&
               syllable.size() <= longest_syllable && is_letter(decode(syllable, 0).code) &&
               doc_.lower(hyphen - 1).size() <= longest_syllable &&
               lexicon_.surnames.contains(doc_.lower(begin)) &&
               !lexicon_.places.contains(doc_.lower(begin)) && doc_.tokens.xpos[hyphen + 1] != Xpos::VBN &&
               doc_.tokens.xpos[hyphen + 1] != Xpos::VBD;
    }

    bool worth_ending(Index t) const {
        if (t > 0 && doc_.lower(t - 1) == "-" && joined(t)) return true;

        return capitals_.capital(t) || is_digit(decode(doc_.form(t), 0).code) || doc_.lower(t) == "'s";
    }

    const Document& doc_;
    const Lexicon& lexicon_;
    const Capitals& capitals_;
    std::vector<bool> timed_;
    std::vector<Candidate> found_;
    Index last_ = 0;
};

}  // namespace

std::vector<Candidate> find_candidates(const Document& doc, const Lexicon& lexicon,
                                       const Capitals& capitals) {
    return Finder(doc, lexicon, capitals).find();
}

}  // namespace lede
