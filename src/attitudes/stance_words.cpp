#include "attitudes/stance_words.h"

#include <array>
#include <optional>
#include <utility>

namespace lede::attitudes {

namespace {

std::optional<Predicate> predicate_named(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, Predicate>, 9> names{{
        {"supports", Predicate::supports},
        {"opposes", Predicate::opposes},
        {"urges", Predicate::urges},
        {"denies", Predicate::denies},
        {"praises", Predicate::praises},
        {"criticises", Predicate::criticises},
        {"accuses", Predicate::accuses},
        {"threatens", Predicate::threatens},
        {"agrees_with", Predicate::agrees_with},
    }};
    for (const auto& [known, predicate] : names)
        if (known == name) return predicate;
    return std::nullopt;
}

// Takes the text before a separator off the front.
std::string_view take(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

}  // namespace

bool StanceUse::takes(std::string_view word) const {
    std::string_view rest = prepositions;
    while (!rest.empty())
        if (take(rest, ',') == word) return true;
    return false;
}

bool StanceUse::wants(std::string_view word_class) const {
    std::string_view rest = target_classes;
    while (!rest.empty())
        if (take(rest, ',') == word_class) return true;
    return false;
}

std::vector<StanceUse> StanceWords::uses(std::string_view lemma) const {
    std::vector<StanceUse> found;
    const auto row = table_.find(lemma);
    if (!row) return found;
    std::string_view rest = *row;
    while (!rest.empty()) {
        std::string_view text = take(rest, '\t');
        const auto predicate = predicate_named(take(text, '/'));
        if (!predicate) continue;
        const std::string_view frames = take(text, '/');
        const std::string_view prepositions = take(text, '/');
        found.push_back({*predicate, frames, prepositions, text});
    }
    return found;
}

}  // namespace lede::attitudes
