// The classes of words that patterns of time expressions are made of.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/word_classes.h"
#include "numbers/atoms.h"
#include "numbers/numbers.h"
#include "numbers/word_marks.h"
#include "resources.h"

namespace lede::times {

// clang-format off
/// From the table time_words: the words of each class, and what a class's value means, stand there.
#define LEDE_TIME_CLASSES(X)                                                                               \
    X(MONTH)                                                                                               \
    X(NAMED)                                                                                               \
    X(WEEKDAY)                                                                                             \
    X(WEEKDAYS)                                                                                            \
    X(WDAY)                                                                                                \
    X(SEASON)                                                                                              \
    X(UNIT) X(UNITS) X(SHORT) X(CENTURY) X(QUARTER) X(PART) X(PARTS) X(NIGHT) X(DAYREL) X(TONIGHT) X(LAST) \
        X(PAST) X(PREVIOUS) X(NEXT) X(COMING) X(FOLLOWING) X(THIS) X(THAT) X(SAME) X(LASTPART) X(THE) X(A) \
            X(ONE) X(OF) X(IN) X(ON) X(AT) X(COMMA) X(AND) X(TO) X(DASH) X(SLASH) X(DOT) X(COLON) X(APOS)  \
                X(S) X(AGO) X(LATER) X(BEFORE) X(FROMNOW) X(MOD) X(EVERY) X(OTHER) X(SETWORD) X(TIMES)     \
                    X(REF) X(SEVERAL) X(LIMIT) X(AMPM) X(ZONE) X(OCLOCK) X(NOON) X(HALF) X(ERA) X(FISCAL)  \
                        X(WHOLE) X(DECADE) X(QUARTERNO) X(HALFNO)
/// Classes of one use, rarer: they share the second word of the set of bits.
#define LEDE_TIME_CLASSES_2(X) \
    X(HOLIDAY)                 \
    X(EVENT)                   \
    X(BLOCK) X(WEEKEND) X(WEEKENDS) X(MODLATE) X(DAY) X(ORD) X(YEAR) X(TWO) X(NUM) X(FOUR) X(CLOCKHOUR) X(PER) X(CLOCKPAST) X(AMLETTER) X(STARTING) X(ENDING) X(CURRENT) X(ALL) X(ANOTHER) X(ANY) X(SHORTMONTH) X(FARREL) X(YEAREND) X(NIGHTS) X(SAIDDAY) X(EIGHT) X(UNITLETTER) X(TODATE) X(WEEKOF) X(INTIME) X(NEWYEAR)

#define LEDE_TIME_CLASS(name) name,
enum class TimeClass : std::uint8_t { LEDE_TIME_CLASSES(LEDE_TIME_CLASS) LEDE_TIME_CLASSES_2(LEDE_TIME_CLASS) count };
#undef LEDE_TIME_CLASS
#define LEDE_TIME_CLASS_NAME(name) #name,
inline constexpr std::array<std::string_view, static_cast<std::size_t>(TimeClass::count)> time_class_names{
    LEDE_TIME_CLASSES(LEDE_TIME_CLASS_NAME) LEDE_TIME_CLASSES_2(LEDE_TIME_CLASS_NAME)};
#undef LEDE_TIME_CLASS_NAME
// clang-format on

/// A set of classes.
struct TimeClasses {
    std::array<std::uint64_t, 2> bits{};

    constexpr void add(TimeClass c) {
        bits[static_cast<std::size_t>(c) / 64] |= std::uint64_t{1} << (static_cast<std::size_t>(c) % 64);
    }
    constexpr void add(TimeClasses other) {
        bits[0] |= other.bits[0];
        bits[1] |= other.bits[1];
    }
    constexpr TimeClasses common(TimeClasses other) const {
        return {{bits[0] & other.bits[0], bits[1] & other.bits[1]}};
    }
    constexpr bool empty() const { return (bits[0] | bits[1]) == 0; }
    constexpr bool meets(TimeClasses other) const {
        return ((bits[0] & other.bits[0]) | (bits[1] & other.bits[1])) != 0;
    }
    constexpr bool has(TimeClass c) const {
        return (bits[static_cast<std::size_t>(c) / 64] >> (static_cast<std::size_t>(c) % 64) & 1) != 0;
    }
};

/// The class of a name as patterns and tables write it; `count` for an unknown one.
constexpr TimeClass time_class(std::string_view name) {
    for (std::size_t i = 0; i < time_class_names.size(); ++i)
        if (time_class_names[i] == name) return static_cast<TimeClass>(i);
    return TimeClass::count;
}

/// The same for patterns, where an unknown name stops the compiler: an index past the end of the array.
consteval TimeClass time_class_named(std::string_view name) {
    return time_class(time_class_names.at(static_cast<std::size_t>(time_class(name))));
}

/// One way to read what begins at an atom.
struct TimeReading {
    TimeClasses classes;
    std::uint32_t end = 0;   ///< the atom after it
    std::string_view value;  ///< the table's row; "" for a number
};

/// What stands at an atom.
struct TimeWord {
    /// The longest phrase of the table, the atom by itself where that is another, and the number that begins
    /// here (of the classes DAY ORD YEAR TWO NUM FOUR CLOCKHOUR SAIDDAY EIGHT). Those that are not there have
    /// no classes.
    std::array<TimeReading, 3> readings;
    TimeClasses classes;  ///< of all readings
    Number number;
    bool is_blank = true;  ///< nothing was read here

    bool is(TimeClass c) const { return classes.has(c); }
};
inline constexpr std::size_t phrase_reading = 0, atom_reading = 1, number_reading = 2;

/// The value of a class in a table's row: "5" of MONTH in "MONTH 5;NAMED 5".
std::string_view value_of(std::string_view row, TimeClass wanted);

/// Reads what stands at every atom of a sentence.
class TimeWordReader {
  public:
    explicit TimeWordReader(const Resources& resources);
    void read(const AtomView& view, std::vector<TimeWord>& words);
    /// The table time_context.
    const WordClasses& context() const { return context_; }

  private:
    TimeClasses classes_of_row(std::string_view row);
    void read_phrases(const AtomView& view, std::uint32_t at, TimeWord& word);
    void read_number(const AtomView& view, std::uint32_t at, TimeWord& word);
    Number read_spoken_year(const AtomView& view, std::uint32_t at, const Number& century) const;
    Number read_quarters(const AtomView& view, std::uint32_t at, const Number& fraction) const;

    /// The classes of the rows met last, since few rows make up most of a text.
    struct KnownRow {
        const char* row = nullptr;
        TimeClasses classes;
    };
    Table table_;
    WordClasses context_;
    NumberReader numbers_;
    WordMarks marks_;
    std::array<KnownRow, 256> known_{};
};

}  // namespace lede::times
