#include "quantities/units.h"

#include <algorithm>

namespace lede::quantities {

namespace {

// After a number a hyphen binds its unit: "a 10-mile run".
std::uint32_t after_dash(const AtomView& view, std::uint32_t at) {
    return view.lower(at) == "-" && view.joined(at) && view.joined(at + 1) ? at + 1 : at;
}

}  // namespace

// Codes that are English words in small letters are read in capitals only: "try 5 times".
static bool is_written_right(const AtomView& view, std::uint32_t at, std::string_view place) {
    if (place != "code") return true;
    const std::string_view form = view.form(at);
    return std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<CurrencyMatch> UnitReader::read_currency_before(const AtomView& view, std::uint32_t at) const {
    const auto found = longest_phrase(view, at, currencies_);
    if (!found) return std::nullopt;
    const std::string_view place = field(found->value, 1);
    if (place == "after" || !is_written_right(view, at, place)) return std::nullopt;
    // "Rs" and "Sh", but no such word in small letters.
    if (place == "before" && view.is(at, AtomKind::word) && !view.is_capital(at) &&
        view.lower(found->end - 1) != "$")
        return std::nullopt;
    if (view.joined(at) && view.is(at, AtomKind::word)) return std::nullopt;
    const double factor = field(found->value, 2) == "million" ? 1e6 : 1;
    return CurrencyMatch{found->end, field(found->value, 0), false, factor};
}

// "10 €", but not "sold 10 $5 notes": a symbol after the number where no other number follows it.
bool UnitReader::is_symbol_after(const AtomView& view, std::uint32_t at, std::uint32_t end) const {
    if (view.is(at, AtomKind::word) || end != at + 1) return false;
    if (!view.is(end, AtomKind::digits)) return true;
    if (view.joined(end)) return false;
    const auto next = longest_phrase(view, end + 1, currencies_);  // "10 $ 30 cents"
    return next && (view.joined(at) || !view.is(next->end, AtomKind::digits));
}

std::optional<CurrencyMatch> UnitReader::read_currency_after(const AtomView& view, std::uint32_t at) const {
    const std::uint32_t from = after_dash(view, at);
    const auto found = longest_phrase(view, from, currencies_);
    if (!found) return std::nullopt;
    const std::string_view place = field(found->value, 1);
    if (place == "before" && !is_symbol_after(view, from, found->end)) return std::nullopt;
    if (!is_written_right(view, from, place)) return std::nullopt;
    if (view.lower(from) == "p" && !view.joined(from)) return std::nullopt;
    if (words_.has("currency_and_verb", view.lower(from)) && view.xpos(from) == Xpos::VBD)
        return std::nullopt;
    // "3 USD50 notes": the code belongs to what follows.
    if (view.joined(found->end) && !view.is(found->end, AtomKind::symbol)) return std::nullopt;
    CurrencyMatch match{found->end, field(found->value, 0), field(found->value, 2) == "hundredth"};
    if (field(found->value, 2) == "million") match.factor = 1e6;
    if (place != "both" && place != "code") return match;
    const std::string_view scale = view.lower(found->end);
    if (scale == "million" || scale == "billion") {
        match.factor = scale == "million" ? 1e6 : 1e9;
        ++match.end;
    }
    return match;
}

std::optional<std::uint32_t> UnitReader::read_percent(const AtomView& view, std::uint32_t at) const {
    const std::uint32_t from = after_dash(view, at);
    const std::string_view word = view.lower(from);
    if (word == "%" || word == "percent" || word == "pct") return from + 1;
    if (word == "pc" && (view.joined(from) || !view.is_capital(from))) return from + 1;
    if (word == "per" && view.lower(from + 1) == "cent") return from + 2;
    return std::nullopt;
}

// "20 (kg)", as tables and labels have it.
std::optional<UnitMatch> UnitReader::read_bracketed_unit(const AtomView& view, std::uint32_t at) const {
    const std::string_view open = view.lower(at);
    const std::string_view close = open == "("   ? ")"
                                   : open == "[" ? "]"
                                   : open == "{" ? "}"
                                   : open == "<" ? ">"
                                                 : "";
    if (close.empty()) return std::nullopt;
    const auto found = longest_phrase(view, at + 1, units_);
    if (!found || field(found->value, 1) != "S" || view.lower(found->end) != close) return std::nullopt;
    return UnitMatch{found->end + 1, std::string(field(found->value, 0))};
}

std::optional<UnitMatch> UnitReader::read_unit(const AtomView& view, std::uint32_t at,
                                               bool after_digits) const {
    const std::uint32_t from = after_dash(view, at);
    const auto found = longest_phrase(view, from, units_);
    if (!found) return after_digits ? read_bracketed_unit(view, at) : std::nullopt;
    const bool is_symbol = field(found->value, 1) == "S";
    if (is_symbol) {
        // "5 m" is a length, "five M" is not; "in" and "a" never follow as symbols.
        if (!after_digits) return std::nullopt;
        if (view.joined(found->end) && view.is(found->end, AtomKind::word)) return std::nullopt;
        const std::string_view word = view.lower(from);
        // Capitals are other symbols: "5G", "10M", "20T".
        if (words_.has("capital_is_other_unit", word) && view.is_capital(from)) return std::nullopt;
        if (word.size() == 1 && view.is(from, AtomKind::word) && !view.joined(from) && word != "m" &&
            word != "g")
            return std::nullopt;
    }
    return UnitMatch{found->end, std::string(field(found->value, 0))};
}

std::optional<UnitMatch> UnitReader::read_rate(const AtomView& view, std::uint32_t at) const {
    const std::string_view word = view.lower(at);
    const std::string_view next = view.lower(at + 1);
    const bool slash = word == "/" && view.joined(at) && view.joined(at + 1);
    const bool per = word == "per" || word == "each" || word == "every" || slash;
    const bool article = (word == "a" || word == "an") && words_.has("unit_of_rate", next);
    if (!per && !article) return std::nullopt;
    if (!per && !view.is(at + 1, AtomKind::word)) return std::nullopt;
    if (word == "each" || word == "every")
        if (!words_.has("unit_of_rate", next)) return std::nullopt;
    if (const auto unit = longest_phrase(view, at + 1, units_))
        return UnitMatch{unit->end, std::string(field(unit->value, 0))};
    if (!view.is(at + 1, AtomKind::word) || next == "cent" || next.size() > 24) return std::nullopt;
    if (word == "per" && next == "capita") return UnitMatch{at + 2, "capita"};
    return UnitMatch{at + 2, std::string(next)};
}

}  // namespace lede::quantities
