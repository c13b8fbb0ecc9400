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
    const auto made = [&](WordKind k) { return NumberWord{k, value, second}; };
    if (kind == "unit") return made(WordKind::unit);
    if (kind == "teen") return made(WordKind::teen);
    if (kind == "ten") return made(WordKind::ten);
    if (kind == "scale") return made(WordKind::scale);
    if (kind == "short") return made(WordKind::short_scale);
    if (kind == "half") return made(WordKind::half);
    if (kind == "set") return made(WordKind::set);
    if (kind == "ordinal") return made(WordKind::ordinal);
    if (kind == "denominator") return made(WordKind::denominator);
    if (kind == "quarter") return made(WordKind::quarter);
    if (kind == "vague") return made(WordKind::vague);
    return second == 0 ? std::nullopt : std::optional(made(WordKind::fraction));
}

}  // namespace lede
