// Quantities as one line of text, for tests that expect them.
#pragma once

#include <sstream>
#include <string>

#include "helpers.h"

namespace lede::test {

/// As few digits as tell a value to a thousandth.
inline std::string short_number(double value) {
    std::ostringstream digits;
    digits.precision(3);
    digits << std::fixed << value;
    std::string written = digits.str();
    written.erase(written.find_last_not_of('0') + 1);
    if (written.back() == '.') written.pop_back();
    return written;
}

/// "kind value[-upper] unit of counted" of each quantity, joined by "; ".
inline std::string quantities_of(const Document& doc) {
    static constexpr const char* kinds[] = {"cardinal", "ordinal", "money", "percent", "measure", "age"};
    std::string line;
    for (const Quantity& q : doc.quantities) {
        if (!line.empty()) line += "; ";
        line += kinds[static_cast<int>(q.kind)];
        line += ' ' + short_number(q.value);
        if (q.upper) line += '-' + short_number(*q.upper);
        if (!q.unit.empty()) line += ' ' + q.unit;
        if (q.of) line += " of " + text_of(doc, *q.of);
    }
    return line;
}

}  // namespace lede::test
