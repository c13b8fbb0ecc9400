#include "output/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/unicode.h"

namespace lede {

namespace {

std::string escaped(unsigned char c) {
    switch (c) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            break;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string code = "\\u00";
    code += digits[c >> 4];
    code += digits[c & 15];
    return code;
}

}  // namespace

JsonWriter::JsonWriter(std::size_t room) : out_(room, '\0') { point(0); }

std::string JsonWriter::take() {
    out_.resize(size());
    std::string taken = std::move(out_);
    out_.clear();
    point(0);
    comma_ = false;
    return taken;
}

void JsonWriter::point(std::size_t written) {
    at_ = out_.data() + written;
    end_ = out_.data() + out_.size();
}

void JsonWriter::make_room(std::size_t size) {
    const std::size_t written = this->size();
    out_.resize(std::max(out_.size() * 2, written + size));
    point(written);
}

void JsonWriter::put(std::string_view text) {
    if (static_cast<std::size_t>(end_ - at_) < text.size()) make_room(text.size());
    at_ = std::copy(text.begin(), text.end(), at_);
}

void JsonWriter::before_value() {
    if (comma_) put(',');
    comma_ = true;
}

void JsonWriter::open(char bracket) {
    before_value();
    put(bracket);
    comma_ = false;
}

void JsonWriter::close(char bracket) {
    put(bracket);
    comma_ = true;
}

void JsonWriter::key(std::string_view name) {
    before_value();
    put('"');
    put(name);
    put("\":");
    comma_ = false;
}

void JsonWriter::raw(std::string_view json) {
    before_value();
    put(json);
}

void JsonWriter::string(std::string_view value) {
    before_value();
    put('"');
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
        put(value.substr(copied, at - copied));
        put(c < 0x80 ? escaped(c) : "\xEF\xBF\xBD");
        at += found.size;
        copied = at;
    }
    put(value.substr(copied));
    put('"');
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
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    put(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
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
    put('.');
    for (; rest != 0; rest %= scale) {
        scale /= 10;
        put(static_cast<char>('0' + rest / scale));
    }
}

}  // namespace lede
