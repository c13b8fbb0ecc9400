#include "output/json_members.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <limits>

#include <nlohmann/json.hpp>

#include "base/unicode.h"

namespace lede {

namespace {

using Json = nlohmann::json;
using Shape = JsonMember::Shape;
using State = JsonMember::State;

// Whoever reads a result back may recurse, so what is echoed must not be nested without end.
constexpr std::size_t max_depth = 32;

/// The UTF-16 unit of an escape \uXXXX that stands at a byte, or -1.
int escaped_unit(std::string_view json, std::size_t at) {
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return -1;
    int unit = 0;
    for (char c : json.substr(at + 2, 4)) {
        int digit = 0;
        if (c >= '0' && c <= '9')
            digit = c - '0';
        else if (c >= 'a' && c <= 'f')
            digit = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            digit = c - 'A' + 10;
        else
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

constexpr bool is_high_surrogate(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// Makes every escape of a surrogate that has no partner one of U+FFFD: the parser would refuse the whole
/// text.
void replace_lone_surrogates(std::string& json) {
    constexpr std::size_t escape_size = 6;
    constexpr std::array<char, 4> replacement_digits{'f', 'f', 'f', 'd'};
    for (std::size_t at = json.find('\\'); at < json.size(); at = json.find('\\', at)) {
        const int unit = escaped_unit(json, at);
        if (unit < 0) {
            at += 2;
        } else if (is_high_surrogate(unit) && is_low_surrogate(escaped_unit(json, at + escape_size))) {
            at += 2 * escape_size;
        } else {
            if (is_high_surrogate(unit) || is_low_surrogate(unit))
                std::copy(replacement_digits.begin(), replacement_digits.end(), json.data() + at + 2);
            at += escape_size;
        }
    }
}

/// Reads characters for the parser, which does not tell where it is, and leaves the place behind in
/// `*reached`.
class TrackedIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    TrackedIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}

    reference operator*() const { return *at_; }
    TrackedIterator& operator++() {
        *reached_ = ++at_;
        return *this;
    }
    TrackedIterator operator++(int) {
        TrackedIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const TrackedIterator& a, const TrackedIterator& b) { return a.at_ == b.at_; }

  private:
    const char* at_;
    const char** reached_;
};

/// What follows a key up to its value.
constexpr bool is_before_value(char c) { return c == ':' || c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Takes the parser's events: nlohmann::json_sax without virtual functions.
class MemberReader {
  public:
    using number_integer_t = Json::number_integer_t;
    using number_unsigned_t = Json::number_unsigned_t;
    using number_float_t = Json::number_float_t;
    using string_t = Json::string_t;
    using binary_t = Json::binary_t;

    MemberReader(const char* const& reached, std::span<JsonMember> members,
                 std::optional<std::string>* unknown)
        : reached_(reached), members_(members), unknown_(unknown) {}

    bool is_object() const { return is_object_; }
    bool is_too_deep() const { return is_too_deep_; }
    bool is_out_of_range() const { return is_out_of_range_; }

    bool null() {
        if (depth_ > 1) misfit();
        return after_value();
    }
    bool boolean(bool value) {
        if (depth_ == 1 && expects(Shape::flag)) {
            member_->state = State::found;
            member_->flag = value;
        } else {
            misfit();
        }
        return after_value();
    }
    // Integers come here as the shortest text of their value, but for -0.
    bool number_integer(number_integer_t value) {
        return number(value == 0 ? 2 : std::to_string(value).size());
    }
    bool number_unsigned(number_unsigned_t value) {
        const std::size_t size = std::to_string(value).size();
        if (depth_ != 3 || !expects(Shape::pairs) || in_pair_ > 1) return number(size);
        constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
        if (member_->state == State::found)
            member_->pairs.back()[in_pair_] =
                static_cast<std::uint32_t>(std::min<number_unsigned_t>(value, most));
        ++in_pair_;
        return after_value(size);
    }
    bool number_float(number_float_t, const string_t& text) { return number(text.size()); }
    bool string(string_t& value) {
        if (depth_ == 1 && (expects(Shape::string) || expects(Shape::any))) {
            keep_text(value);
        } else if ((depth_ == 2 && expects(Shape::strings)) ||
                   (depth_ == 3 && expects(Shape::lists_of_strings))) {
            if (take_room(expects(Shape::strings) ? 1 : value.size() + 1))
                member_->lists.back().push_back(std::move(value));
        } else {
            misfit();
        }
        return after_value();
    }
    bool binary(binary_t&) { return true; }  // JSON text has none

    bool start_object(std::size_t) {
        if (depth_ == 0)
            is_object_ = true;
        else
            misfit();
        return descend();
    }
    bool end_object() { return ascend(); }
    bool start_array(std::size_t) {
        if (depth_ == 1 && expects(Shape::strings)) {
            member_->state = State::found;
            member_->lists.emplace_back();
        } else if (depth_ == 1 && (expects(Shape::lists_of_strings) || expects(Shape::pairs))) {
            member_->state = State::found;
        } else if (depth_ == 2 && expects(Shape::pairs)) {
            in_pair_ = 0;
            if (take_room(1)) member_->pairs.emplace_back();
        } else if (depth_ == 2 && expects(Shape::lists_of_strings)) {
            if (take_room(1)) member_->lists.emplace_back();
        } else {
            misfit();
        }
        return descend();
    }
    bool end_array() {
        if (depth_ == 3 && expects(Shape::pairs) && in_pair_ != 2) misfit();
        return ascend();
    }

    bool key(const string_t& name) {
        if (depth_ != 1 || !is_object_) return true;
        const auto found = std::find_if(members_.begin(), members_.end(),
                                        [&](const JsonMember& member) { return member.name == name; });
        member_ = found == members_.end() ? nullptr : &*found;
        if (member_ == nullptr) {
            if (unknown_ != nullptr && !*unknown_) *unknown_ = name;
            return true;
        }
        *member_ = JsonMember(member_->name, member_->shape, member_->limit);
        used_ = 0;
        after_key_ = reached_;
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const Json::exception& error) {
        constexpr int number_out_of_range = 406;
        is_out_of_range_ = error.id == number_out_of_range;
        return false;
    }

  private:
    bool expects(Shape shape) const {
        return member_ != nullptr && member_->shape == shape && member_->state != State::misfit;
    }
    void misfit() {
        if (member_ == nullptr || member_->shape == Shape::any) return;
        member_->state = State::misfit;
        member_->lists.clear();
        member_->pairs.clear();
    }
    void too_large() {
        member_->state = State::too_large;
        member_->text.clear();
        member_->lists.clear();
        member_->pairs.clear();
    }

    /// @param size of its text: the parser has read a character more to see where it ends.
    bool number(std::size_t size) {
        misfit();
        return after_value(size);
    }

    void keep_text(string_t& value) {
        if (value.size() > member_->limit) return too_large();
        member_->state = State::found;
        member_->text = std::move(value);
    }

    bool take_room(std::size_t size) {
        if (member_->state == State::too_large) return false;
        used_ += size;
        if (used_ > member_->limit) too_large();
        return member_->state == State::found;
    }

    bool descend() {
        is_too_deep_ = ++depth_ > max_depth;
        return !is_too_deep_;
    }
    bool ascend() {
        --depth_;
        return after_value();
    }

    /// After each value, at any depth. @param size of its text, where that does not end at the last character
    /// read.
    bool after_value(std::size_t size = std::string_view::npos) {
        if (depth_ != 1 || member_ == nullptr) return true;
        if (member_->shape == Shape::any) {
            const char* const begin = std::find_if_not(after_key_, reached_, is_before_value);
            const auto json =
                std::string_view(begin, static_cast<std::size_t>(reached_ - begin)).substr(0, size);
            if (json.size() > member_->limit) {
                too_large();
            } else {
                member_->state = State::found;
                member_->json = json;
            }
        }
        member_ = nullptr;
        return true;
    }

    const char* const& reached_;
    std::span<JsonMember> members_;
    std::optional<std::string>* unknown_;
    JsonMember* member_ = nullptr;  // the one whose value is being read
    const char* after_key_ = nullptr;
    std::size_t depth_ = 0;
    std::size_t used_ = 0;
    std::size_t in_pair_ = 0;  // numbers of a pair that were read
    bool is_object_ = false;
    bool is_too_deep_ = false;
    bool is_out_of_range_ = false;
};

}  // namespace

Expected<void> read_members(std::string json, std::string_view what, std::span<JsonMember> members,
                            std::optional<std::string>* unknown) {
    if (!is_valid_utf8(json)) json = to_valid_utf8(json);
    replace_lone_surrogates(json);
    const char* reached = json.data();
    MemberReader reader(reached, members, unknown);
    const bool is_read = Json::sax_parse(TrackedIterator(json.data(), &reached),
                                         TrackedIterator(json.data() + json.size(), &reached), &reader);
    const auto bad = [&](std::string_view why) {
        return fail(ErrorCode::bad_request, std::string(what) + " " + std::string(why));
    };
    if (reader.is_too_deep()) return bad("is nested too deeply");
    if (reader.is_out_of_range()) return bad("has a number that is out of range");
    // The parser takes a zero byte between two tokens for the end of the text.
    if (!is_read || json.find('\0') != std::string::npos) return bad("is not well-formed JSON");
    if (!reader.is_object()) return bad("is not a JSON object");
    return {};
}

}  // namespace lede
