#include "output/json_writer.h"

#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

#include "text/unicode.h"

namespace lede {

namespace {

void escape(unsigned char c, std::string& out) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u00";
    out += digits[c >> 4];
    out += digits[c & 15];
}

}  // namespace

void JsonWriter::before_value() {
    if (comma_) out_ += ',';
    comma_ = true;
}

void JsonWriter::open(char bracket) {
    before_value();
    out_ += bracket;
    comma_ = false;
}

void JsonWriter::close(char bracket) {
    out_ += bracket;
    comma_ = true;
}

void JsonWriter::key(std::string_view name) {
    before_value();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    comma_ = false;
}

void JsonWriter::raw(std::string_view json) {
    before_value();
    out_ += json;
}

void JsonWriter::string(std::string_view value) {
    before_value();
    out_ += '"';
    std::size_t copied = 0;
    for (std::size_t at = 0; at < value.size();) {
        const auto c = static_cast<unsigned char>(value[at]);
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            ++at;
            continue;
        }
        const Decoded found = decode(value, at);
        if (found.size > 1 && found.code != replacement) {
            at += found.size;
            continue;
        }
        out_.append(value, copied, at - copied);
        if (c < 0x80)
            escape(c, out_);
        else
            encode(found.code, out_);
        at += found.size;
        copied = at;
    }
    out_.append(value, copied, value.size() - copied);
    out_ += '"';
}

void JsonWriter::string_or_null(std::string_view value) {
    if (value.empty())
        null();
    else
        string(value);
}

void JsonWriter::integer(std::int64_t value) {
    before_value();
    std::array<char, 24> digits;
    out_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void JsonWriter::number(double value) {
    constexpr double whole_limit = 1e15;
    if (value > -whole_limit && value < whole_limit &&
        value == static_cast<double>(static_cast<std::int64_t>(value)))
        integer(static_cast<std::int64_t>(value));
    else
        raw(nlohmann::json(value).dump());
}

void JsonWriter::rounded(double value, std::int64_t scale) {
    constexpr double limit = 1e9;
    if (!(value > 0)) value = 0;
    if (value > limit) value = limit;
    const auto halves = static_cast<std::int64_t>(value * static_cast<double>(scale * 2));
    const std::int64_t units = (halves + 1) / 2;
    integer(units / scale);
    std::int64_t rest = units % scale;
    if (rest == 0) return;
    out_ += '.';
    for (; rest != 0; rest %= scale) {
        scale /= 10;
        out_ += static_cast<char>('0' + rest / scale);
    }
}

}  // namespace lede
