// A figure that the article gives twice, and not alike: "a petition which carried 1,240 names … she gave the
// number as 1,042", "212 passengers … all 218 passengers", a score line and the score of the report.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "checks/check_families.h"
#include "model/word_classes.h"

namespace lede::checks {

namespace {

class RetoldChecker {
  public:
    RetoldChecker(Document& doc, const Resources& resources)
        : doc_(doc), words_(resources.table("check_words")) {}

    void check() {
        for (const Quantity& quantity : doc_.quantities) {
            if (quantity.upper || quantity.tokens.empty()) continue;
            check_given(quantity);
            count(quantity);
        }
        for (const auto& [noun, counts] : counts_) compare(counts);
        check_score();
    }

  private:
    void report(const Quantity& earlier, const Quantity& later) {
        constexpr std::size_t most = 3;
        if (found_++ >= most) return;
        const Span one = quantity_span(earlier), other = quantity_span(later);
        doc_.checks.push_back({CheckKind::conflicting_numbers,
                               quoted(doc_, one) + " and " + quoted(doc_, other) +
                                   " seem to count the same thing. Make them agree, or say why they differ.",
                               {one, other}});
    }

    TokenRange sentence_of(const Quantity& quantity) const {
        return doc_.sentences[doc_.tokens.sentence[quantity.tokens.begin]].tokens;
    }

    bool may_grow(const Quantity& quantity) const { return words_.has("inexact", quantity.modifier); }

    // "She gave the number as 1,042", "a spokesperson put the figure at 38,000": the figure is the last one
    // of the kind before it.
    void check_given(const Quantity& quantity) {
        const TokenRange sentence = sentence_of(quantity);
        const Index begin = quantity.tokens.begin;
        if (begin < sentence.begin + 4 || is_other({quantity.tokens.end, sentence.end})) return;
        const std::string_view link = doc_.lower(begin - 1);
        if ((link != "at" && link != "as") || doc_.lower(begin - 3) != "the" ||
            !words_.has("figure", doc_.lower(begin - 2)) || !words_.has("giving", doc_.lemma(begin - 4)))
            return;
        if (is_contrast(sentence)) return;
        const Quantity* const first = doc_.quantities.data();
        const Index oldest = doc_.tokens.sentence[begin] < 2 ? 0 : doc_.tokens.sentence[begin] - 2;
        for (const Quantity* before = &quantity; before != first;) {
            --before;
            if (before->tokens.empty() || doc_.tokens.sentence[before->tokens.begin] < oldest) return;
            // Side by side, each with its source, they show the reader that the sources differ.
            if (before->tokens.begin >= sentence.begin) return;
            constexpr double apart = 3;
            const bool alike = before->kind == quantity.kind && before->unit == quantity.unit &&
                               before->value < apart * quantity.value &&
                               quantity.value < apart * before->value;
            // Small bare figures may be anything.
            constexpr double large = 1000;
            if (!alike || (quantity.kind == QuantityKind::cardinal && !before->of && before->value < large))
                continue;
            if (before->value != quantity.value && !before->upper && !may_grow(*before) &&
                !may_grow(quantity))
                report(*before, quantity);
            return;
        }
    }

    // "Last year", "in another town": the sentence tells of something else.
    bool is_other(TokenRange sentence) const {
        for (Index token = sentence.begin; token < sentence.end; ++token)
            if (words_.has("other_event", doc_.lower(token))) return true;
        return false;
    }

    // "But the police put the figure at 400": the article says that the two differ.
    bool is_contrast(TokenRange sentence) const {
        for (Index token = sentence.begin; token < sentence.end; ++token)
            if (words_.has("contrast", doc_.lower(token))) return true;
        return false;
    }

    // Figures right before their noun: "212 passengers". What stands between tells one kind from another.
    void count(const Quantity& quantity) {
        constexpr double fewest = 20;
        const Index noun = counted_noun(doc_, quantity);
        if (quantity.kind != QuantityKind::cardinal || noun == none || noun != quantity.tokens.end ||
            doc_.tokens.xpos[noun] != Xpos::NNS || quantity.value < fewest)
            return;
        constexpr std::size_t longest = 40;
        if (doc_.lemma(noun).size() <= longest) counts_[std::string(doc_.lemma(noun))].push_back(&quantity);
    }

    // The places and the first date of a sentence, by which two sentences may tell of different things.
    bool share_scene(const Quantity& a, const Quantity& b) const {
        const auto of = [&](const Quantity& quantity) {
            const Span span = doc_.span_of(sentence_of(quantity));
            std::vector<std::string> scene;
            for (auto at = mention_from(doc_, span.begin);
                 at != doc_.mentions.end() && at->span.begin < span.end; ++at)
                if (at->kind == MentionKind::name) scene.emplace_back(std::to_string(at->entity));
            return scene;
        };
        const auto one = of(a), other = of(b);
        return one.empty() || other.empty() ||
               std::find_first_of(one.begin(), one.end(), other.begin(), other.end()) != one.end();
    }

    // "All 218 passengers": the whole of a group that the article knows.
    bool is_whole(const Quantity& quantity) const {
        const Index begin = quantity.tokens.begin;
        return begin > sentence_of(quantity).begin && doc_.lower(begin - 1) == "all";
    }

    // "55,000" for "55,447".
    static bool is_rounded(const Quantity& a, const Quantity& b) {
        constexpr double ten = 10;
        for (double unit = ten; unit <= std::max(a.value, b.value); unit *= ten)
            for (const auto& [rough, exact] : {std::pair{a.value, b.value}, std::pair{b.value, a.value}})
                if (std::fmod(rough, unit) == 0 && std::fabs(rough - exact) < unit) return true;
        return false;
    }

    void compare(const std::vector<const Quantity*>& counts) {
        const Quantity *one = nullptr, *other = nullptr;
        for (const Quantity* quantity : counts) {
            if (!one || quantity->value == one->value) {
                if (!one) one = quantity;
            } else if (!other || quantity->value == other->value) {
                if (!other) other = quantity;
            } else {
                return;  // a series
            }
        }
        if (!other) return;
        constexpr double near = 1.35;
        const double ratio =
            one->value > other->value ? one->value / other->value : other->value / one->value;
        if (ratio > near || !one->modifier.empty() || !other->modifier.empty() || is_rounded(*one, *other))
            return;
        if (!is_whole(*one) && !is_whole(*other)) return;
        if (sentence_of(*one).begin == sentence_of(*other).begin || is_other(sentence_of(*one)) ||
            is_other(sentence_of(*other)) || !share_scene(*one, *other))
            return;
        report(*one, *other);
    }

    // --- scores ----------------------------------------------------------------------------------------

    using Score = std::array<double, 2>;

    bool is_goals(Index token) const {
        const std::string_view form = doc_.form(token);
        return form.size() <= 2 && doc_.tokens.xpos[token] == Xpos::CD && form[0] >= '0' && form[0] <= '9';
    }

    // "Ashwick Town 3 Melbury Rovers 1" by itself, against "the 3-2 win".
    void check_score() {
        const Sentence* line = nullptr;
        Score score{};
        for (const Sentence& sentence : doc_.sentences) {
            constexpr Index longest = 12;
            const TokenRange range = sentence.tokens;
            if (range.size() < 4 || range.size() > longest || !is_goals(range.end - 1)) continue;
            std::vector<Index> goals;
            bool names = true;
            for (Index token = range.begin; token < range.end; ++token) {
                if (is_goals(token))
                    goals.push_back(token);
                else
                    names = names && doc_.tokens.upos[token] == Upos::PROPN;
            }
            if (!names || goals.size() != 2 || goals[0] == range.begin || goals[0] + 1 == goals[1]) continue;
            if (line) return;  // the results of a day
            line = &sentence;
            for (std::size_t i = 0; i < 2; ++i) score[i] = number(goals[i]);
        }
        if (!line) return;
        const TokenRange* told = nullptr;
        TokenRange place;
        for (Index token = 3; token < doc_.tokens.size(); ++token) {
            if (!words_.has("outcome", doc_.lower(token)) || !is_goals(token - 1) ||
                doc_.lower(token - 2) != "-" || !is_goals(token - 3))
                continue;
            if (!is_this_match(token)) continue;
            const Score other{number(token - 3), number(token - 1)};
            if (std::minmax(score[0], score[1]) == std::minmax(other[0], other[1]) || told) return;
            place = {token - 3, token + 1};
            told = &place;
        }
        if (!told) return;
        const Span span = doc_.span_of(place);
        doc_.checks.push_back({CheckKind::conflicting_numbers,
                               "The score line " + quoted(doc_, line->span) + " does not fit " +
                                   quoted(doc_, span) + ". Check the score.",
                               {line->span, span}});
    }

    // "The 3-2 win was their ninth in a row", not "after the 2-1 win over Melbury", "last week's 2-1 defeat".
    bool is_this_match(Index outcome) const {
        const TokenRange sentence = doc_.sentences[doc_.tokens.sentence[outcome]].tokens;
        if (outcome < sentence.begin + 4 || doc_.lower(outcome - 4) != "the" || is_other(sentence))
            return false;
        for (Index token = sentence.begin; token < sentence.end; ++token)
            if (doc_.tokens.time[token] != none) return false;
        return outcome + 1 == sentence.end ||
               (doc_.tokens.upos[outcome + 1] != Upos::ADP && doc_.tokens.upos[outcome + 1] != Upos::PROPN);
    }

    double number(Index token) const {
        double value = 0;
        for (const char c : doc_.form(token)) value = value * 10 + (c - '0');
        return value;
    }

    Document& doc_;
    WordClasses words_;
    std::map<std::string, std::vector<const Quantity*>> counts_;  // by the lemma of what is counted
    std::size_t found_ = 0;
};

}  // namespace

void check_retold(Document& doc, const Resources& resources) { RetoldChecker(doc, resources).check(); }

}  // namespace lede::checks
