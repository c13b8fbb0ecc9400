// Whether a time lies behind or ahead, by the verb of its clause.
#include "times/context/beside.h"
#include "times/context/context.h"

namespace lede::times {

namespace {

// "has rolled out" is past, "has been scheduled" for what is to come.
Direction direction_of_perfect(const AtomView& view, std::uint32_t at) {
    static constexpr std::string_view auxiliaries[] = {"has", "have", "'ve", "ve"};
    static constexpr std::string_view plans[] = {"scheduled", "planned", "slated", "set", "booked", "called"};
    if (!is_one_of(view.lower(at), auxiliaries)) return Direction::present;
    constexpr std::uint32_t reach = 3;  // past adverbs
    for (std::uint32_t i = at + 1; i <= at + reach; ++i) {
        const Xpos tag = view.xpos(i);
        if (view.lower(i) == "been" && is_one_of(view.lower(i + 1), plans)) return Direction::future;
        if (tag == Xpos::VBN) return Direction::past;
        if (tag != Xpos::RB) break;
    }
    return Direction::present;
}

// "came from behind to beat them on Saturday": the infinitive tells what came of it, and not a plan.
bool tells_result(const AtomView& view, std::uint32_t to) {
    static constexpr std::string_view verbs[] = {"came",    "went", "rallied", "recovered", "rose",
                                                 "climbed", "fell", "fought",  "battled",   "held"};
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t i = to, left = reach; i > 0 && left > 0; --left)
        if (is_tensed(view.xpos(--i))) return is_one_of(view.lower(i), verbs);
    return false;
}

Direction direction_of_verb(const AtomView& view, std::uint32_t at) {
    static constexpr std::string_view future_words[] = {"will", "shall", "'ll", "ll", "wo", "going", "to"};
    static constexpr std::string_view conditional_words[] = {"would", "could", "should", "might",
                                                             "may",   "can",   "must"};
    static constexpr std::string_view past_words[] = {"had",  "has", "have", "was",    "were",
                                                      "been", "'ve", "'d",   "having", "ve"};
    static constexpr std::string_view present_words[] = {"is", "are", "'s", "'re", "am", "be"};
    const Xpos tag = view.xpos(at);
    switch (tag) {
        case Xpos::VBD:
            return Direction::past;
        case Xpos::MD:
            if (is_one_of(view.lower(at), future_words)) return Direction::future;
            return Direction::unknown;
        case Xpos::VBZ:
        case Xpos::VBP:
            return direction_of_perfect(view, at);
        case Xpos::VB:
            if (view.is_capital(at)) return Direction::unknown;  // "told Recode": a name
            break;
        case Xpos::VBN:
        case Xpos::VBG:
            break;
        default:
            return Direction::unknown;
    }
    // The auxiliary decides, the nearest first: "has been told", "is to be sold", "will have met".
    for (std::uint32_t i = at, left = 5; i > 0 && left > 0; --left) {
        const std::string_view word = view.lower(--i);
        if (word == "to" && tells_result(view, i)) return Direction::past;
        if (is_one_of(word, future_words)) return Direction::future;
        if (is_one_of(word, conditional_words))
            return tag == Xpos::VB &&
                           (word == "would" || word == "should" || word == "may" || word == "might")
                       ? Direction::future
                       : Direction::unknown;
        if (is_one_of(word, past_words)) return Direction::past;
        if (is_one_of(word, present_words)) return tag == Xpos::VBG ? Direction::future : Direction::present;
        if (is_tensed(view.xpos(i)) || word == "," || view.xpos(i) == Xpos::PERIOD) break;
    }
    // "plans announced in January": a participle by itself tells what is done.
    return tag == Xpos::VBN ? Direction::past : Direction::unknown;
}

bool is_perfect(const AtomView& view, std::uint32_t at) {
    static constexpr std::string_view auxiliaries[] = {"has", "have", "'ve"};
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t i = at + 1, left = reach; i > 0 && left > 0; --left)
        if (is_one_of(view.lower(--i), auxiliaries)) return true;
    return false;
}

bool ends_a_clause(std::string_view word) {
    static constexpr std::string_view marks[] = {";", "\"", "\u2014", "but", "while", "because", "although"};
    return is_one_of(word, marks);
}

}  // namespace

Direction read_direction(const AtomView& view, std::uint32_t begin, std::uint32_t end) {
    constexpr std::uint32_t reach = 30;
    static constexpr std::string_view bounds[] = {"until", "till"};
    const bool is_bound = begin > 0 && is_one_of(view.lower(begin - 1), bounds);
    // "an attack which in May infected computers": the verb of the relative clause is still to come.
    const bool opens_relative = begin > 1 && view.xpos(begin - 1) == Xpos::IN &&
                                (view.xpos(begin - 2) == Xpos::WDT || view.xpos(begin - 2) == Xpos::WP);
    for (std::uint32_t i = opens_relative ? 0 : begin, left = reach; i > 0 && left > 0; --left) {
        --i;
        if (ends_a_clause(view.lower(i))) break;
        if (view.lower(i) == "due") return Direction::future;  // "was due back on Wednesday"
        const Direction found = direction_of_verb(view, i);
        // "has closed the road until Sunday": what is done lasts.
        if (is_bound && found == Direction::past && is_perfect(view, i)) return Direction::future;
        if (found != Direction::unknown) return found;
    }
    for (std::uint32_t i = end, left = reach; i < view.size() && left > 0; ++i, --left) {
        if (view.lower(i) == ";") break;
        if (const Direction found = direction_of_verb(view, i); found != Direction::unknown) return found;
    }
    return Direction::unknown;
}

}  // namespace lede::times
