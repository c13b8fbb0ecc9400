// Counts that disagree about the same thing: the members of one group ("the coalition of more than 60
// countries", "the 68-nation coalition"), the dead or hurt of one event, a group and the whole of it ("212
// passengers … all 218 passengers").
#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "checks/check_families.h"
#include "model/word_classes.h"
#include "syntax/noun_phrases.h"

namespace lede::checks {

namespace {

enum class CountKind { group, happening, whole };

// One counted thing in its context.
struct Count {
    CountKind kind = CountKind::group;
    const Quantity* quantity = nullptr;
    Span span;        // the figure with the noun counted
    std::string key;  // two counts of a kind are of the same thing when their keys are equal
    Index sentence = none;
};

// Where and when a sentence takes place.
struct Scene {
    std::vector<Index> places;    // the entities that it names, sorted
    std::string date;             // "" for none
    bool is_other_event = false;  // "in a separate attack", "since January": another event, or several
};

class NumberChecker {
  public:
    NumberChecker(Document& doc, const Resources& resources)
        : doc_(doc),
          phrases_(doc),
          counted_(resources.table("counted_nouns")),
          happenings_(resources.table("casualty_words")),
          words_(resources.table("check_words")) {}

    void check() {
        std::vector<Check> found;
        check_headline(doc_, counted_, found);
        for (const Quantity& quantity : doc_.quantities) read(quantity);
        // The last count of each thing, by key: what is compared is always the next one with it.
        std::map<std::pair<CountKind, std::string>, std::vector<Count>> by_key;
        constexpr std::size_t most_of_a_kind = 12;
        for (Count& count : counts_) {
            auto& same = by_key[{count.kind, count.key}];
            if (same.size() < most_of_a_kind) same.push_back(std::move(count));
        }
        for (const auto& [key, same] : by_key) compare(same, found);
        std::stable_sort(found.begin(), found.end(),
                         [](const Check& a, const Check& b) { return a.spans < b.spans; });
        // The same two figures may be counts of several kinds.
        found.erase(std::unique(found.begin(), found.end(),
                                [](const Check& a, const Check& b) { return a.spans == b.spans; }),
                    found.end());
        constexpr std::size_t most = 5;
        for (std::size_t i = 0; i < found.size() && i < most; ++i) doc_.checks.push_back(std::move(found[i]));
    }

  private:
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
        const Index counted = counted_noun(doc_, quantity);
        if (counted != none) read_group(quantity, counted);
        if (quantity.kind != QuantityKind::cardinal) return;
        read_happening(quantity, counted);
        if (counted != none) read_whole(quantity, counted);
    }

    void add(CountKind kind, const Quantity& quantity, std::string key, Span span) {
        counts_.push_back(
            {kind, &quantity, span, std::move(key), doc_.tokens.sentence[quantity.tokens.begin]});
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
        add(CountKind::group, quantity, class_of(counted) + " " + std::string(lemma), whole);
    }

    // "killed 22 people", "22 were killed", "22 dead": in sentences that name the same places and no other
    // time.
    void read_happening(const Quantity& quantity, Index counted) {
        const TokenRange sentence = doc_.sentences[doc_.tokens.sentence[quantity.tokens.begin]].tokens;
        const auto happening = [&](Index token) -> std::optional<std::string_view> {
            if (token < sentence.begin || token >= sentence.end) return std::nullopt;
            const std::string_view lemma = doc_.lemma(token);
            constexpr std::size_t longest = 40;
            if (lemma.size() > longest) return std::nullopt;
            return happenings_.find(lemma);
        };
        std::optional<std::string_view> what;
        std::string noun = "person";
        if (counted != none) {
            what = happening(counted);
            if (!what) noun = class_of(counted);
        }
        if (!what && quantity.tokens.begin > sentence.begin &&
            doc_.tokens.upos[quantity.tokens.begin - 1] == Upos::VERB)
            what = happening(quantity.tokens.begin - 1);
        constexpr Index reach = 3;
        const Index from = counted == none ? quantity.tokens.end - 1 : counted;
        for (Index at = from + 1; !what && at < sentence.end && at <= from + reach; ++at) {
            what = happening(at);
            if (doc_.tokens.upos[at] != Upos::AUX && doc_.tokens.upos[at] != Upos::ADV && !what) break;
        }
        if (!what || scene_of(doc_.tokens.sentence[quantity.tokens.begin]).is_other_event) return;
        add(CountKind::happening, quantity, std::string(*what) + " " + noun, quantity_span(quantity));
    }

    // "212 passengers", "all 218 passengers": right before its noun, since what stands between tells one kind
    // from another.
    void read_whole(const Quantity& quantity, Index counted) {
        constexpr double fewest = 20;
        constexpr std::size_t longest = 40;
        const std::string_view lemma = doc_.lemma(counted);
        if (counted != quantity.tokens.end || doc_.tokens.xpos[counted] != Xpos::NNS ||
            quantity.value < fewest || lemma.size() > longest)
            return;
        add(CountKind::whole, quantity, std::string(lemma), quantity_span(quantity));
    }

    // Read once a sentence, whatever it counts.
    const Scene& scene_of(Index sentence) {
        const auto [at, fresh] = scenes_.try_emplace(sentence);
        if (fresh) at->second = read_scene(doc_.sentences[sentence].tokens);
        return at->second;
    }

    Scene read_scene(TokenRange sentence) const {
        Scene scene;
        for (Index token = sentence.begin; token < sentence.end && !scene.is_other_event; ++token)
            scene.is_other_event = words_.has("other_event", doc_.lower(token));
        const Span span = doc_.span_of(sentence);
        auto mention = mention_from(doc_, span.begin);
        constexpr std::size_t most = 16;
        std::vector<Index>& places = scene.places;
        for (; mention != doc_.mentions.end() && mention->span.begin < span.end && places.size() < most;
             ++mention)
            if (mention->kind == MentionKind::name &&
                (mention->type == EntityType::GPE || mention->type == EntityType::LOC ||
                 mention->type == EntityType::FAC))
                places.push_back(mention->entity);
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
        auto time = std::lower_bound(doc_.times.begin(), doc_.times.end(), span.begin,
                                     [](const Time& t, std::uint32_t begin) { return t.span.begin < begin; });
        for (; time != doc_.times.end() && time->span.begin < span.end && scene.date.empty(); ++time)
            if (time->type == TimeType::date) scene.date = time->value;
        return scene;
    }

    // Do two sentences tell of one place and time? One that names neither may tell of any.
    static bool share_scene(const Scene& a, const Scene& b) {
        if (!a.date.empty() && !b.date.empty() && a.date != b.date) return false;
        return std::includes(a.places.begin(), a.places.end(), b.places.begin(), b.places.end()) ||
               std::includes(b.places.begin(), b.places.end(), a.places.begin(), a.places.end());
    }

    // "More than 60", "at least 7": the figure may grow.
    bool may_grow(const Count& count) const { return words_.has("inexact", count.quantity->modifier); }

    bool is_all(const Count& count) const {
        const Index begin = count.quantity->tokens.begin;
        return begin > doc_.sentences[count.sentence].tokens.begin && doc_.lower(begin - 1) == "all";
    }

    // "55,000" for "55,447".
    static bool is_rounded(double a, double b) {
        constexpr double ten = 10;
        for (double unit = ten; unit <= std::max(a, b); unit *= ten)
            for (const auto& [rough, exact] : {std::pair{a, b}, std::pair{b, a}})
                if (std::fmod(rough, unit) == 0 && std::fabs(rough - exact) < unit) return true;
        return false;
    }

    bool agree(const Count& a, const Count& b) const {
        const double one = a.quantity->value, other = b.quantity->value;
        if (one == other) return true;
        switch (a.kind) {
            case CountKind::group:
                return false;  // a group has one size
            case CountKind::happening:
                // The toll of an event may grow from one report to the next.
                return may_grow(a) || may_grow(b);
            case CountKind::whole: {
                // Far apart, they are different groups.
                constexpr double near = 1.35;
                return std::max(one, other) > near * std::min(one, other) || !a.quantity->modifier.empty() ||
                       !b.quantity->modifier.empty() || is_rounded(one, other) || (!is_all(a) && !is_all(b));
            }
        }
        return true;
    }

    bool conflict(const Count& a, const Count& b) {
        if (a.sentence == b.sentence || agree(a, b)) return false;
        if (a.kind == CountKind::group) return true;
        const Scene &one = scene_of(a.sentence), &other = scene_of(b.sentence);
        return !one.is_other_event && !other.is_other_event && share_scene(one, other);
    }

    // More than two figures for what happened tell of several events.
    static bool is_series(const std::vector<Count>& same) {
        std::vector<double> values;
        for (const Count& count : same)
            if (std::find(values.begin(), values.end(), count.quantity->value) == values.end())
                values.push_back(count.quantity->value);
        return values.size() > 2;
    }

    void compare(const std::vector<Count>& same, std::vector<Check>& found) {
        if (is_series(same)) return;
        for (std::size_t i = 1; i < same.size(); ++i) {
            const Count& later = same[i];
            const auto other = std::find_if(same.begin(), same.begin() + static_cast<std::ptrdiff_t>(i),
                                            [&](const Count& earlier) { return conflict(earlier, later); });
            if (other == same.begin() + static_cast<std::ptrdiff_t>(i)) continue;
            found.push_back({CheckKind::conflicting_numbers,
                             conflict_message(doc_, other->span, later.span),
                             {other->span, later.span}});
            return;
        }
    }

    Document& doc_;
    NounPhrases phrases_;
    Table counted_, happenings_;
    WordClasses words_;
    std::vector<Count> counts_;
    std::map<Index, Scene> scenes_;  // by sentence
};

}  // namespace

Index counted_noun(const Document& doc, const Quantity& quantity) {
    if (!quantity.of) return none;
    const Index token = token_from(doc, quantity.of->end);
    return token == 0 ? none : token - 1;
}

void check_numbers(Document& doc, const Resources& resources) { NumberChecker(doc, resources).check(); }

}  // namespace lede::checks
