// Figures that disagree about the same thing: the members of one group ("the coalition of more than 60
// countries", "the 68-nation coalition"), the dead or hurt of one event, the age of one person.
#include <algorithm>
#include <map>
#include <string>

#include "brief/check_families.h"
#include "syntax/noun_phrases.h"

namespace lede {

namespace {

// One counted thing in its context.
struct Count {
    const Quantity* quantity = nullptr;
    Span span;          // the figure with the noun counted
    std::string key;    // two counts are of the same thing when their keys are equal
    bool exact = true;  // false: the figure may grow ("at least 7", "more than 60")
    Index sentence = none;
};

class NumberChecker {
  public:
    NumberChecker(Document& doc, const Resources& resources)
        : doc_(doc),
          phrases_(doc),
          counted_(resources.table("counted_nouns")),
          happenings_(resources.table("casualty_words")) {}

    void check() {
        for (const Quantity& quantity : doc_.quantities) read(quantity);
        // The last count of each thing, by key: what is compared is always the next one with it.
        std::map<std::string, std::vector<Count>> by_key;
        constexpr std::size_t most_of_a_kind = 12;
        for (Count& count : counts_) {
            auto& same = by_key[count.key];
            if (same.size() < most_of_a_kind) same.push_back(std::move(count));
        }
        std::vector<Check> found;
        for (const auto& [key, same] : by_key) compare(same, found);
        std::stable_sort(found.begin(), found.end(),
                         [](const Check& a, const Check& b) { return a.spans.front() < b.spans.front(); });
        constexpr std::size_t most = 5;
        for (std::size_t i = 0; i < found.size() && i < most; ++i) doc_.checks.push_back(std::move(found[i]));
    }

  private:
    Index last_token(Span span) const {
        Index token = token_from(doc_, span.end);
        return token == 0 ? 0 : token - 1;
    }

    std::string class_of(Index noun) const {
        const std::string_view lemma = doc_.lemma(noun);
        constexpr std::size_t longest = 40;
        if (lemma.size() > longest) return {};
        const auto name = counted_.find(lemma);
        return std::string(name ? *name : lemma);
    }

    bool is_definite(TokenRange phrase) const {
        const std::string_view first = doc_.lower(phrase.begin);
        const Xpos tag = doc_.tokens.xpos[phrase.begin];
        if (first == "the" || first == "this" || first == "that" || tag == Xpos::PRPS) return true;
        for (Index token = phrase.begin; token < phrase.end; ++token)
            if (doc_.tokens.xpos[token] == Xpos::POS) return true;
        return false;
    }

    void read(const Quantity& quantity) {
        if (quantity.kind != QuantityKind::cardinal && quantity.kind != QuantityKind::measure) return;
        if (quantity.upper || quantity.tokens.empty()) return;
        const Index counted = counted_noun(quantity);
        if (counted == none) return;
        read_group(quantity, counted);
        read_happening(quantity, counted);
    }

    // The head of what is counted: where `of` says so, or the noun joined by a hyphen ("68-nation").
    Index counted_noun(const Quantity& quantity) const {
        if (!quantity.of) return none;
        const Index token = last_token(*quantity.of);
        return token < doc_.tokens.size() ? token : none;
    }

    void add(const Quantity& quantity, std::string key, Span span) {
        bool exact = true;
        for (std::string_view open :
             {"at least", "more than", "over", "up to", "nearly", "almost", "about", "around", "some",
              "fewer than", "less than", "under", "roughly", "approximately"})
            if (quantity.modifier == open) exact = false;
        counts_.push_back(
            {&quantity, span, std::move(key), exact, doc_.tokens.sentence[quantity.tokens.begin]});
    }

    // A group told by the number of its members: "coalition of 60 countries", "60-nation coalition".
    void read_group(const Quantity& quantity, Index counted) {
        const TokenRange sentence = doc_.sentences[doc_.tokens.sentence[counted]].tokens;
        const Span whole{std::min(quantity.span.begin, doc_.tokens.span[counted].begin),
                         std::max(quantity.span.end, doc_.tokens.span[counted].end)};
        const Index begin = quantity.tokens.begin;
        Index group = none;
        if (begin > sentence.begin + 1 && doc_.lower(begin - 1) == "of") {
            group = begin - 2;
        } else {
            // The counted noun modifies the group: one phrase, and the noun stands before its head.
            const Index number = phrases_.at(counted);
            if (number != none && phrases_[number].head != counted && phrases_.at(begin) == number &&
                doc_.tokens.xpos[counted] == Xpos::NN)
                group = phrases_[number].head;
        }
        // One group: "parents of six children" may be many.
        if (group == none || (doc_.tokens.xpos[group] != Xpos::NN && doc_.tokens.xpos[group] != Xpos::NNP))
            return;
        const Index number = phrases_.at(group);
        if (number == none || phrases_[number].head != group || !is_definite(phrases_[number].tokens)) return;
        const std::string_view lemma = doc_.lemma(group);
        constexpr std::size_t longest = 40;
        if (lemma.size() > longest) return;
        add(quantity, "group " + class_of(counted) + " " + std::string(lemma), whole);
    }

    // "killed 22 people", "22 were killed", "22 dead": in sentences that name the same places and no other
    // time.
    void read_happening(const Quantity& quantity, Index counted) {
        const TokenRange sentence = doc_.sentences[doc_.tokens.sentence[counted]].tokens;
        const auto happening = [&](Index token) -> std::optional<std::string_view> {
            const std::string_view lemma = doc_.lemma(token);
            constexpr std::size_t longest = 40;
            if (lemma.size() > longest) return std::nullopt;
            return happenings_.find(lemma);
        };
        std::optional<std::string_view> what = happening(counted);
        if (!what && quantity.tokens.begin > sentence.begin &&
            doc_.tokens.upos[quantity.tokens.begin - 1] == Upos::VERB)
            what = happening(quantity.tokens.begin - 1);
        constexpr Index reach = 3;
        for (Index at = counted + 1; !what && at < sentence.end && at <= counted + reach; ++at) {
            what = happening(at);
            if (doc_.tokens.upos[at] != Upos::AUX && doc_.tokens.upos[at] != Upos::ADV && !what) break;
        }
        if (!what) return;
        const std::string noun = happening(counted) ? "person" : class_of(counted);
        // Counts of one event stand in sentences that tell no place or time of their own, or the same ones.
        add(quantity, "happening " + std::string(*what) + " " + noun + " " + setting(sentence),
            quantity_span(quantity));
    }

    Span quantity_span(const Quantity& quantity) const {
        Span span = quantity.span;
        if (quantity.of && quantity.of->begin >= span.end && quantity.of->end > span.end) {
            constexpr std::uint32_t near = 30;
            if (quantity.of->begin - span.end <= near) span.end = quantity.of->end;
        }
        return span;
    }

    std::string setting(TokenRange sentence) const {
        const Span span = doc_.span_of(sentence);
        std::string result;
        auto mention =
            std::lower_bound(doc_.mentions.begin(), doc_.mentions.end(), span.begin,
                             [](const Mention& m, std::uint32_t begin) { return m.span.begin < begin; });
        std::vector<Index> places;
        for (; mention != doc_.mentions.end() && mention->span.begin < span.end; ++mention)
            if (mention->type == EntityType::GPE || mention->type == EntityType::LOC ||
                mention->type == EntityType::FAC)
                places.push_back(mention->entity);
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
        constexpr std::size_t most = 4;
        for (std::size_t i = 0; i < places.size() && i < most; ++i) result += "@" + std::to_string(places[i]);
        auto time = std::lower_bound(doc_.times.begin(), doc_.times.end(), span.begin,
                                     [](const Time& t, std::uint32_t begin) { return t.span.begin < begin; });
        for (; time != doc_.times.end() && time->span.begin < span.end; ++time)
            if (time->type == TimeType::date) return result + "#" + time->value;
        return result;
    }

    static bool agree(const Count& a, const Count& b) {
        if (a.quantity->value == b.quantity->value) return true;
        const bool group = a.key.compare(0, 5, "group") == 0;
        // A group has one size; the toll of an event may grow from one report to the next.
        return !group && (!a.exact || !b.exact);
    }

    void compare(const std::vector<Count>& same, std::vector<Check>& found) const {
        for (std::size_t i = 1; i < same.size(); ++i) {
            const Count& later = same[i];
            const auto other = std::find_if(
                same.begin(), same.begin() + static_cast<std::ptrdiff_t>(i), [&](const Count& earlier) {
                    return !agree(earlier, later) && earlier.sentence != later.sentence;
                });
            if (other == same.begin() + static_cast<std::ptrdiff_t>(i)) continue;
            found.push_back({CheckKind::conflicting_numbers,
                             quoted(doc_, other->span) + " and " + quoted(doc_, later.span) +
                                 " seem to count the same thing: which figure is right?",
                             {other->span, later.span}});
            return;
        }
    }

    Document& doc_;
    NounPhrases phrases_;
    Table counted_, happenings_;
    std::vector<Count> counts_;
};

// Whose age a figure tells: the name right before it ("Ann Lee, 62,") or right after it ("62-year-old Ann
// Lee").
Index person_of_age(const Document& doc, const Quantity& age) {
    const auto after =
        std::lower_bound(doc.mentions.begin(), doc.mentions.end(), age.span.end,
                         [](const Mention& m, std::uint32_t end) { return m.span.begin < end; });
    const auto is_person = [](const Mention& mention) {
        return mention.kind == MentionKind::name && mention.type == EntityType::PERSON &&
               mention.entity != none;
    };
    if (after != doc.mentions.end() && is_person(*after) && after->span.begin == age.span.end + 1)
        return after->entity;
    constexpr int reach = 3;
    auto before = after;
    for (int i = 0; i < reach && before != doc.mentions.begin(); ++i) {
        --before;
        if (before->span.end + 2 == age.span.begin && is_person(*before) &&
            doc.slice({before->span.end, age.span.begin}) == ", ")
            return before->entity;
    }
    return none;
}

}  // namespace

void check_numbers(Document& doc, const Resources& resources) { NumberChecker(doc, resources).check(); }

void check_ages(Document& doc) {
    std::vector<const Quantity*> age_of(doc.entities.size(), nullptr);
    constexpr int most = 3;
    int found = 0;
    for (const Quantity& quantity : doc.quantities) {
        if (quantity.kind != QuantityKind::age || quantity.upper) continue;
        const Index person = person_of_age(doc, quantity);
        if (person == none) continue;
        const Quantity*& known = age_of[person];
        if (known == nullptr) {
            known = &quantity;
        } else if (known->value != quantity.value && found < most) {
            ++found;
            doc.checks.push_back({CheckKind::conflicting_numbers,
                                  "Two ages for " + doc.entities[person].name + ": " +
                                      quoted(doc, known->span) + " and " + quoted(doc, quantity.span) + ".",
                                  {known->span, quantity.span}});
        }
    }
}

}  // namespace lede
