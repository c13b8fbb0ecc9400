// Ages: "aged 34", "34-year-old", "Smith, 34,", "in her 80s".
#include "quantities/counted.h"
#include "quantities/decimal.h"
#include "quantities/finder.h"

namespace lede {

bool QuantityFinder::read_age(const AtomView& view, std::uint32_t at, const Number& number,
                              FoundQuantity& found) const {
    if (!number.whole && number.form != NumberForm::words) return false;
    if (number.value > 130) return false;
    const auto is_unit = [](std::string_view w) {
        return w == "year" || w == "years" || w == "month" || w == "months" || w == "week" || w == "weeks" ||
               w == "day" || w == "days";
    };
    std::uint32_t i = number.end;
    if (view.is_dash(i)) ++i;
    if (is_unit(view.lower(i))) {
        std::string_view unit = view.lower(i);
        if (unit.back() == 's') unit.remove_suffix(1);
        std::uint32_t next = i + 1;
        if (view.is_dash(next)) ++next;
        const std::string_view word = view.lower(next);
        const bool old = word == "old" || word == "olds";
        if (old || (word == "of" && view.lower(next + 1) == "age")) {
            found.end = next + (old ? 1 : 2);
            found.quantity.unit = unit;
            return true;
        }
        return false;
    }
    found.quantity.unit = "year";
    found.end = number.end;
    const std::string_view before = at > 0 ? view.lower(at - 1) : "";
    if (before == "aged" || before == "age" || before == "ages") return true;
    if (before == "turned" || before == "turns")
        return number.whole && number.value < 120 &&
               !find_counted(view, number.end, next_time(view, number.end));
    if (number.plain_digits == 0 || number.value < 1 || number.value > 120 || at < 2) return false;
    // "Smith, 34," and "Smith (34)"
    const std::string_view after = view.lower(number.end);
    const bool named =
        view.is(at - 2, AtomKind::word) && view.is_capital(at - 2) && view.form(at - 2).size() > 1;
    return named && ((before == "," && (after == "," || after == ";")) || (before == "(" && after == ")"));
}

// "in his 30s"
std::optional<FoundQuantity> QuantityFinder::read_ages_in_tens(const AtomView& view, std::uint32_t at) const {
    if (at == 0 || !view.is(at, AtomKind::digits) || view.lower(at + 1) != "s" || !view.joined(at + 1))
        return std::nullopt;
    std::string_view before = view.lower(at - 1);
    if (at > 1 && (before == "early" || before == "late" || before == "mid")) before = view.lower(at - 2);
    if (before != "his" && before != "her" && before != "their") return std::nullopt;
    FoundQuantity found{at, at + 2, {}};
    found.quantity.kind = QuantityKind::age;
    found.quantity.unit = "year";
    found.quantity.value = static_cast<double>(to_whole(view.lower(at)));
    if (found.quantity.value < 10 || found.quantity.value > 110) return std::nullopt;
    found.quantity.upper = found.quantity.value + 9;
    return found;
}

}  // namespace lede
