// The grammar of time expressions: named patterns over classes of words.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "times/expression.h"
#include "times/words.h"

namespace lede {

/// A sentence under reading.
struct TimeSentence {
    const AtomView& view;
    const std::vector<TimeWord>& words;
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
    std::vector<Element> elements;

    /// The number-th element of a class; null where there is none.
    const Element* find(TimeClass c, int number = 0) const;
    const TimeWord& word(const Element& element) const { return sentence.words[element.at]; }
    bool has(TimeClass c) const { return find(c) != nullptr; }
    /// The table's value of the first word of a class, "" where there is none.
    std::string_view text(TimeClass c) const;
    /// The same as a whole number; of a number its value; 0 where there is none.
    int whole(TimeClass c, int number = 0) const;
};

/// A row of the grammar.
struct TimePattern {
    std::string_view name;
    /// Elements apart by spaces: classes apart by "|"; "?" after an optional element, "+" after one that
    /// follows the word before it without white space.
    std::string_view elements;
    /// Says what the words mean; false: they mean no time here.
    bool (*read)(const TimeMatch&, TimeExpression&);
    std::string_view example;  ///< which the unit tests read
};

/// The rows, in order of preference among matches of the same length.
std::vector<TimePattern> time_patterns();

/// The grammar made ready for matching. Keep one an article.
class TimeGrammar {
  public:
    TimeGrammar();
    /// The longest expression that begins at an atom.
    std::optional<TimeExpression> read(const TimeSentence& sentence, std::uint32_t at) const;

  private:
    struct Element {
        TimeClasses classes;
        bool optional = false;
        bool joined = false;
    };
    struct Compiled {
        TimePattern pattern;
        TimeClasses first;  ///< of the words it can begin with
        std::vector<Element> elements;
    };
    bool match(const Compiled& pattern, std::size_t element, std::uint32_t at, TimeMatch& match) const;

    std::vector<Compiled> patterns_;
    TimeClasses first_;
};

}  // namespace lede
