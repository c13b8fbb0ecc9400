// A figure that the article gives again, and differently: "a petition which carried 1,240 names … she gave
// the number as 1,042".
#include <string>

#include "checks/check_families.h"
#include "model/word_classes.h"

namespace lede::checks {

namespace {

class RestatedChecker {
  public:
    RestatedChecker(Document& doc, const Resources& resources)
        : doc_(doc), words_(resources.table("check_words")) {}

    void check() {
        constexpr int most = 3;
        int found = 0;
        for (const Quantity& quantity : doc_.quantities) {
            if (!is_restated(quantity)) continue;
            const Quantity* const before = stated_before(quantity);
            if (!before || before->value == quantity.value || may_differ(*before) || may_differ(quantity))
                continue;
            const TokenRange sentence = sentence_of(quantity);
            // "But the police put the figure at 400": the article says that the two differ.
            if (has("contrast", sentence) || has("other_event", {quantity.tokens.end, sentence.end}))
                continue;
            report(*before, quantity);
            if (++found == most) return;
        }
    }

  private:
    TokenRange sentence_of(const Quantity& quantity) const {
        return doc_.sentences[doc_.tokens.sentence[quantity.tokens.begin]].tokens;
    }

    // "She gave the number as 1,042", "a spokesperson put the figure at 38,000".
    bool is_restated(const Quantity& quantity) const {
        if (quantity.upper || quantity.tokens.empty()) return false;
        const Index begin = quantity.tokens.begin;
        if (begin < sentence_of(quantity).begin + 4) return false;
        const std::string_view link = doc_.lower(begin - 1);
        return (link == "at" || link == "as") && doc_.lower(begin - 3) == "the" &&
               words_.has("figure", doc_.lower(begin - 2)) && words_.has("giving", doc_.lemma(begin - 4));
    }

    // The last figure of the kind in the two sentences before.
    const Quantity* stated_before(const Quantity& quantity) const {
        const TokenRange sentence = sentence_of(quantity);
        const Index number = doc_.tokens.sentence[quantity.tokens.begin];
        constexpr Index reach = 2;
        const Index oldest = number < reach ? 0 : number - reach;
        const Quantity* const first = doc_.quantities.data();
        for (const Quantity* before = &quantity; before != first;) {
            --before;
            if (before->tokens.empty() || doc_.tokens.sentence[before->tokens.begin] < oldest) return nullptr;
            // Side by side, each with its source, they show the reader that the sources differ.
            if (before->tokens.begin >= sentence.begin) return nullptr;
            if (is_alike(*before, quantity)) return before;
        }
        return nullptr;
    }

    static bool is_alike(const Quantity& before, const Quantity& quantity) {
        constexpr double apart = 3;
        if (before.kind != quantity.kind || before.unit != quantity.unit ||
            before.value >= apart * quantity.value || quantity.value >= apart * before.value)
            return false;
        // Small bare figures may be anything.
        constexpr double large = 1000;
        return quantity.kind != QuantityKind::cardinal || before.of || before.value >= large;
    }

    bool may_differ(const Quantity& quantity) const {
        return quantity.upper || words_.has("inexact", quantity.modifier);
    }

    bool has(std::string_view word_class, TokenRange tokens) const {
        for (Index token = tokens.begin; token < tokens.end; ++token)
            if (words_.has(word_class, doc_.lower(token))) return true;
        return false;
    }

    void report(const Quantity& before, const Quantity& again) {
        const Span one = quantity_span(before), other = quantity_span(again);
        doc_.checks.push_back(
            {CheckKind::conflicting_numbers, conflict_message(doc_, one, other), {one, other}});
    }

    Document& doc_;
    WordClasses words_;
};

}  // namespace

void check_restated(Document& doc, const Resources& resources) { RestatedChecker(doc, resources).check(); }

}  // namespace lede::checks
