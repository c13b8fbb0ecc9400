// JSON text, written from left to right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lede {

/// Puts the commas. The caller closes what it opens and writes a key before each member of an object.
class JsonWriter {
  public:
    /// @param room bytes to begin with; more are found as needed.
    explicit JsonWriter(std::size_t room = 256);
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    /// Bytes written so far.
    std::size_t size() const { return static_cast<std::size_t>(at_ - out_.data()); }

    /// What was written so far, and an empty writer again.
    std::string take();

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    /// @param name plain ASCII that needs no escape.
    void key(std::string_view name);

    /// Ill-formed UTF-8 becomes U+FFFD.
    void string(std::string_view value);
    /// null in place of "".
    void string_or_null(std::string_view value);
    void integer(std::int64_t value);
    /// Whole numbers below 10^15 without a fraction, others in the shortest form that reads back the same;
    /// null in place of infinity and of what is no number.
    void number(double value);
    /// A number that is not negative, rounded to three or four decimals: @param scale 1000 or 10000.
    void rounded(double value, std::int64_t scale = 1000);
    void null() { raw("null"); }
    /// Text that is JSON already.
    void raw(std::string_view json);

  private:
    void open(char bracket);
    void close(char bracket);
    void before_value();

    void put(char c) {
        if (at_ == end_) make_room(1);
        *at_++ = c;
    }
    void put(std::string_view text);
    void make_room(std::size_t size);
    void point(std::size_t written);

    // Longer than what is written, up to at_: a string's own push_back is a call for each character.
    std::string out_;
    char* at_ = nullptr;
    char* end_ = nullptr;
    bool comma_ = false;
};

}  // namespace lede
