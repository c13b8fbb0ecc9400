// Whether a time lies behind or ahead, by the verb of its clause.
#include "times/context/context.h"
#include "times/context/neighbours.h"

namespace lede::times {

namespace {

// "has rolled out" is past, "has been scheduled" for what is to come.
Direction direction_of_perfect(const TimeSentence& s, std::uint32_t at) {
    if (!s.context.has("perfect_auxiliary", s.view.lower(at)) && s.view.lower(at) != "ve")
        return Direction::present;
    constexpr std::uint32_t reach = 3;  // past adverbs
    for (std::uint32_t i = at + 1; i <= at + reach; ++i) {
        const Xpos tag = s.view.xpos(i);
        if (s.view.lower(i) == "been" && s.context.has("planned_participle", s.view.lower(i + 1)))
            return Direction::future;
        if (tag == Xpos::VBN) return Direction::past;
        if (tag != Xpos::RB) break;
    }
    return Direction::present;
}

// "came from behind to beat them on Saturday": the infinitive tells what came of it, and not a plan.
bool tells_result(const TimeSentence& s, std::uint32_t to) {
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t i = to, left = reach; i > 0 && left > 0; --left)
        if (is_tensed(s.view.xpos(--i))) return s.context.has("told_with_result", s.view.lower(i));
    return false;
}

Direction direction_of_verb(const TimeSentence& s, std::uint32_t at) {
    const Xpos tag = s.view.xpos(at);
    switch (tag) {
        case Xpos::VBD:
            return Direction::past;
        case Xpos::MD:
            if (s.context.has("future_auxiliary", s.view.lower(at))) return Direction::future;
            return Direction::unknown;
        case Xpos::VBZ:
        case Xpos::VBP:
            return direction_of_perfect(s, at);
        case Xpos::VB:
            if (s.view.is_capital(at)) return Direction::unknown;  // "told Recode": a name
            break;
        case Xpos::VBN:
        case Xpos::VBG:
            break;
        default:
            return Direction::unknown;
    }
    // The auxiliary decides, the nearest first: "has been told", "is to be sold", "will have met".
    for (std::uint32_t i = at, left = 5; i > 0 && left > 0; --left) {
        const std::string_view word = s.view.lower(--i);
        if (word == "to" && tells_result(s, i)) return Direction::past;
        if (s.context.has("future_auxiliary", word)) return Direction::future;
        if (s.context.has("conditional_auxiliary", word))
            return tag == Xpos::VB && s.context.has("future_in_past", word) ? Direction::future
                                                                            : Direction::unknown;
        if (s.context.has("past_auxiliary", word)) return Direction::past;
        if (s.context.has("present_auxiliary", word))
            return tag == Xpos::VBG ? Direction::future : Direction::present;
        if (is_tensed(s.view.xpos(i)) || word == "," || s.view.xpos(i) == Xpos::PERIOD) break;
    }
    // "plans announced in January": a participle by itself tells what is done.
    return tag == Xpos::VBN ? Direction::past : Direction::unknown;
}

bool is_perfect(const TimeSentence& s, std::uint32_t at) {
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t i = at + 1, left = reach; i > 0 && left > 0; --left)
        if (s.context.has("perfect_auxiliary", s.view.lower(--i))) return true;
    return false;
}

bool ends_a_clause(const TimeSentence& s, std::string_view word) {
    return word == ";" || word == "\"" || word == "\u2014" || s.context.has("opens_clause", word);
}

}  // namespace

Direction read_direction(const TimeSentence& s, std::uint32_t begin, std::uint32_t end) {
    constexpr std::uint32_t reach = 30;
    const bool is_bound =
        begin > 0 && (s.view.lower(begin - 1) == "until" || s.view.lower(begin - 1) == "till");
    // "an attack which in May infected computers": the verb of the relative clause is still to come.
    const bool opens_relative = begin > 1 && s.view.xpos(begin - 1) == Xpos::IN &&
                                (s.view.xpos(begin - 2) == Xpos::WDT || s.view.xpos(begin - 2) == Xpos::WP);
    for (std::uint32_t i = opens_relative ? 0 : begin, left = reach; i > 0 && left > 0; --left) {
        --i;
        if (ends_a_clause(s, s.view.lower(i))) break;
        if (s.view.lower(i) == "due") return Direction::future;  // "was due back on Wednesday"
        const Direction found = direction_of_verb(s, i);
        // "has closed the road until Sunday": what is done lasts.
        if (is_bound && found == Direction::past && is_perfect(s, i)) return Direction::future;
        if (found != Direction::unknown) return found;
    }
    for (std::uint32_t i = end, left = reach; i < s.view.size() && left > 0; ++i, --left) {
        if (s.view.lower(i) == ";") break;
        if (const Direction found = direction_of_verb(s, i); found != Direction::unknown) return found;
    }
    return Direction::unknown;
}

}  // namespace lede::times
