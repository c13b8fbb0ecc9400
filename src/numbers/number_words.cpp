#include "numbers/number_words.h"

#include "numbers/decimal.h"

namespace lede {

std::optional<NumberWord> NumberWords::at(const AtomView& view, std::uint32_t at) const {
    if (at >= view.size() || view.is(at, AtomKind::digits)) return std::nullopt;
    const auto row = words_.find(view.lower(at));
    if (!row) return std::nullopt;
    const std::string_view kind = field(*row, 0);
    const std::uint64_t value = to_whole(field(*row, 1));
    const std::uint64_t second = to_whole(field(*row, 2));
    // What a strange table holds must neither divide by zero nor count past 64 bits.
    const bool is_scale = kind == "scale" || kind == "short";
    if (is_scale ? value > std::uint64_t{largest_scale} : value == 0 && kind != "unit" && kind != "ordinal")
        return std::nullopt;
    const auto of_kind = [&](WordKind k) { return NumberWord{k, value, second}; };
    if (kind == "unit") return of_kind(WordKind::unit);
    if (kind == "teen") return of_kind(WordKind::teen);
    if (kind == "ten") return of_kind(WordKind::ten);
    if (kind == "scale") return of_kind(WordKind::scale);
    if (kind == "short") return of_kind(WordKind::short_scale);
    if (kind == "half") return of_kind(WordKind::half);
    if (kind == "set") return of_kind(WordKind::set);
    if (kind == "ordinal") return of_kind(WordKind::ordinal);
    if (kind == "denominator") return of_kind(WordKind::denominator);
    if (kind == "quarter") return of_kind(WordKind::quarter);
    if (kind == "vague") return of_kind(WordKind::vague);
    return second == 0 ? std::nullopt : std::optional(of_kind(WordKind::fraction));
}

}  // namespace lede
