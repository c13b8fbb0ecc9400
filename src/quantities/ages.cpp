// Ages: "aged 34", "34-year-old", "Smith, 34,", "in her 80s".
#include "numbers/decimal.h"
#include "quantities/counted.h"
#include "quantities/finder.h"

namespace lede::quantities {

namespace {

constexpr double oldest = 130;

bool is_age(const Number& number) {
    return (number.whole || number.form == NumberForm::words) && !number.scaled && number.value <= oldest;
}

// "years", "months": the unit after a number, in the singular; empty where there is none.
std::string_view age_unit(const AtomView& view, const WordClasses& words, std::uint32_t at) {
    std::string_view word = view.lower(at);
    if (!word.empty() && word.back() == 's') word.remove_suffix(1);
    return words.has("unit_of_age", word) ? word : std::string_view();
}

void set_age(FoundQuantity& found, std::string_view unit, std::uint32_t end) {
    found.quantity.kind = QuantityKind::age;
    found.quantity.unit = unit;
    found.end = end;
}

}  // namespace

// "34-year-old", "34 years of age", "87 y/o".
bool QuantityFinder::read_age_with_unit(const AtomView& view, QuantityReading& reading) const {
    if (!is_age(*reading.number)) return false;
    std::uint32_t i = reading.number->end;
    if (view.is_dash(i)) ++i;
    if (view.lower(i) == "yo" ||
        (view.lower(i) == "y" && view.lower(i + 1) == "/" && view.lower(i + 2) == "o")) {
        set_age(reading.found, "year", view.lower(i) == "yo" ? i + 1 : i + 3);
        return true;
    }
    const std::string_view unit = age_unit(view, words_, i);
    if (unit.empty()) return false;
    const std::uint32_t next = view.is_dash(i + 1) ? i + 2 : i + 1;
    const bool old = view.lower(next) == "old" || view.lower(next) == "olds";
    if (!old && !(view.lower(next) == "of" && view.lower(next + 1) == "age")) return false;
    set_age(reading.found, unit, next + (old ? 1 : 2));
    return true;
}

// "aged 34", "aged 8 to 10 years", "the age of 21", "the age of four months", "turned 50", "who was 10."
bool QuantityFinder::read_age_after_cue(const AtomView& view, QuantityReading& reading) const {
    const std::uint32_t at = reading.begin;
    const Number& number = *reading.number;
    if (!is_age(number) || at == 0 || reading.negative) return false;
    const std::string_view before = view.lower(at - 1);
    const std::string_view second = at > 1 ? view.lower(at - 2) : "";
    const bool of = before == "of" && (second == "age" || second == "ages") &&
                    (number.plain_digits > 0 || !age_unit(view, words_, number.end).empty());
    const bool aged = words_.has("age", before) || of;
    const bool turned = (before == "turned" || before == "turns") &&
                        !find_counted(view, number.end, next_time(view, number.end));
    const std::string_view after = view.lower(number.end);
    const bool ends = number.end >= view.size() || after == "." || after == "," || after == ";";
    const bool is = (before == "was" || before == "is") &&
                    (second == "who" || second == "he" || second == "she") && ends && number.value >= 1 &&
                    number.form != NumberForm::fraction;
    if (!aged && !turned && !is) return false;
    std::uint32_t end = number.end;
    if (aged && (view.is_dash(end) || view.lower(end) == "to") && view.is(end + 1, AtomKind::digits)) {
        const auto upper = static_cast<double>(to_whole(view.lower(end + 1)));
        if (upper > number.value && upper <= oldest) {
            reading.found.quantity.upper = upper;
            end += 2;
        }
    }
    const std::string_view unit = aged ? age_unit(view, words_, end) : std::string_view();
    set_age(reading.found, unit.empty() ? "year" : unit, unit.empty() ? end : end + 1);
    return true;
}

// "Smith, 34," and "Smith (34)".
bool QuantityFinder::read_age_of_name(const AtomView& view, QuantityReading& reading) const {
    const std::uint32_t at = reading.begin;
    const Number& number = *reading.number;
    if (number.plain_digits == 0 || number.value < 1 || number.value > 120 || at < 2 || reading.negative)
        return false;
    if (!view.is(at - 2, AtomKind::word) || !view.is_capital(at - 2) || view.form(at - 2).size() < 2)
        return false;
    const std::string_view before = view.lower(at - 1), after = view.lower(number.end);
    if (!(before == "," && (after == "," || after == ";")) && !(before == "(" && after == ")")) return false;
    set_age(reading.found, "year", number.end);
    return true;
}

// "in his 30s"
bool QuantityFinder::read_ages_in_tens(const AtomView& view, QuantityReading& reading) const {
    const std::uint32_t at = reading.at;
    if (at == 0 || !view.is(at, AtomKind::digits) || view.lower(at + 1) != "s" || !view.joined(at + 1))
        return false;
    std::string_view before = view.lower(at - 1);
    if (at > 1 && words_.has("part_of_decade", before)) before = view.lower(at - 2);
    if (!words_.has("possessive", before)) return false;
    const double value = static_cast<double>(to_whole(view.lower(at)));
    if (value < 10 || value > 110) return false;
    reading.found.quantity.value = value;
    reading.found.quantity.upper = value + 9;
    set_age(reading.found, "year", at + 2);
    return true;
}

}  // namespace lede::quantities
