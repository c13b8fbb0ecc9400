#include "neural/language_weights.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace lede {

namespace {

std::int16_t read_number(std::string_view digits) {
    std::int16_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace

LanguageWeights LanguageWeights::read(const Table& table) {
    LanguageWeights weights;
    weights.bias = read_number(table.find("bias").value_or(""));
    std::string_view rest = table.find("weights").value_or("");
    for (std::int16_t& weight : weights.vector) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        weight = read_number(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return weights;
}

}  // namespace lede
