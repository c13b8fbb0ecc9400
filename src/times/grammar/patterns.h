// The grammar of time expressions: named patterns over classes of words.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/word_classes.h"
#include "times/grammar/expression.h"
#include "times/grammar/words.h"

namespace lede::times {

/// The time words of a sentence by their atoms; past its ends stands a blank one, so that grammars may look
/// around them.
class TimeWords {
  public:
    TimeWords(const std::vector<TimeWord>& words) : words_(words) {}
    std::size_t size() const { return words_.size(); }
    const TimeWord& operator[](std::size_t at) const {
        static const TimeWord blank;
        return at < words_.size() ? words_[at] : blank;
    }

  private:
    const std::vector<TimeWord>& words_;
};

/// A sentence under reading.
struct TimeSentence {
    const AtomView& view;
    const WordClasses& context;  ///< the table time_context
    TimeWords words;
    bool month_names_a_person = false;  ///< somebody named May is in the article
};

/// The words that a pattern matched.
struct TimeMatch {
    struct Element {
        std::uint32_t at = 0;
        TimeClasses classes;      ///< those of the pattern's element that the word has
        std::size_t reading = 0;  ///< which of the word's
    };
    const TimeSentence& sentence;
    std::uint32_t begin = 0, end = 0;  ///< atoms
    std::span<const Element> elements;

    /// The number-th element of a class; null where there is none.
    const Element* find(TimeClass c, int number = 0) const;
    const TimeWord& word(const Element& element) const { return sentence.words[element.at]; }
    bool has(TimeClass c) const { return find(c) != nullptr; }
    /// The table's value of the first word of a class, "" where there is none.
    std::string_view text(TimeClass c) const;
    /// The same as a whole number; of a number its value; 0 where there is none.
    int whole(TimeClass c, int number = 0) const;
};

/// A row of the grammar. The compiler reads the elements, and refuses what is no class.
struct TimePattern {
    struct Element {
        TimeClasses classes;
        bool optional = false;
        bool joined = false;
    };
    static constexpr std::size_t most_elements = 10, most_bytes = 32;

    std::string_view name;
    /// Says what the words mean; false: they mean no time here.
    bool (*read)(const TimeMatch&, TimeExpression&) = nullptr;
    std::string_view example;  ///< which the unit tests read

    /// `row`: elements apart by spaces: classes apart by "|"; "?" after an optional element, "+" after one
    /// that follows the word before it without white space.
    consteval TimePattern(std::string_view its_name, std::string_view row,
                          bool (*its_read)(const TimeMatch&, TimeExpression&), std::string_view its_example)
        : name(its_name), read(its_read), example(its_example) {
        std::size_t at = 0;
        while (!row.empty()) {
            std::uint8_t marks = ends_element;
            for (std::string_view part = cut(row, ' '); !part.empty();) {
                std::string_view one = cut(part, '|');
                for (; one.back() == '?' || one.back() == '+'; one.remove_suffix(1))
                    marks |= one.back() == '?' ? is_optional : is_joined;
                packed_.at(at++) = static_cast<std::uint8_t>(time_class_named(one));
            }
            packed_.at(at++) = marks;
        }
    }

    /// Its elements, in `elements`, of which this many are set.
    std::size_t unpack(std::span<Element, most_elements> elements) const {
        std::size_t size = 0;
        Element next;
        for (const std::uint8_t byte : packed_) {
            if (byte == 0xFF || size == most_elements) break;
            if (byte < ends_element) {
                next.classes.add(static_cast<TimeClass>(byte));
                continue;
            }
            next.optional = (byte & is_optional) != 0;
            next.joined = (byte & is_joined) != 0;
            elements[size++] = next;
            next = {};
        }
        return size;
    }

  private:
    // Classes as bytes, and after each element a byte with its marks: small, since every visitor loads them.
    static constexpr std::uint8_t ends_element = 0x80, is_optional = 1, is_joined = 2;
    static_assert(static_cast<std::size_t>(TimeClass::count) <= ends_element);
    std::array<std::uint8_t, most_bytes> packed_ = [] {
        std::array<std::uint8_t, most_bytes> bytes{};
        bytes.fill(0xFF);
        return bytes;
    }();

    // Takes the next part of a text off its front.
    static constexpr std::string_view cut(std::string_view& text, char at) {
        const std::string_view part = text.substr(0, text.find(at));
        text.remove_prefix(part.size() < text.size() ? part.size() + 1 : text.size());
        return part;
    }
};

/// The tables of rows, in order of preference among matches of the same length.
std::array<std::span<const TimePattern>, 7> time_patterns();

/// The grammar with an index of which patterns can begin where. Cheap to make; keep one an article.
class TimeGrammar {
  public:
    TimeGrammar();
    /// Can an expression begin with a word of these classes?
    bool can_begin(TimeClasses classes) const { return classes.meets(first_); }
    /// The longest expression that begins at an atom.
    std::optional<TimeExpression> read(const TimeSentence& sentence, std::uint32_t at) const;

  private:
    static constexpr std::size_t most_patterns = 192;
    using PatternSet = std::array<std::uint64_t, most_patterns / 64>;
    using SetsByClass = std::array<PatternSet, static_cast<std::size_t>(TimeClass::count)>;

    struct Row {
        const TimePattern* pattern = nullptr;
        std::uint16_t first = 0, size = 0;  // in elements_
    };
    void index(std::size_t number);

    std::vector<Row> rows_;
    std::vector<TimePattern::Element> elements_;  // of one pattern after the other
    SetsByClass beginning_{};                     // the patterns that can begin with a word of a class
    SetsByClass following_{};                     // those whose second word can be of the class
    PatternSet single_{};                         // those that one word can match
    TimeClasses first_;
};

}  // namespace lede::times
