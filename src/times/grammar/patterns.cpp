#include "times/grammar/patterns.h"

#include <bit>

#include "numbers/decimal.h"

namespace lede::times {

namespace {

using Element = TimePattern::Element;

// Tries a pattern at an atom.
struct Matcher {
    std::span<const Element> elements;
    const TimeSentence& sentence;
    std::array<TimeMatch::Element, TimePattern::most_elements> matched;
    std::size_t size = 0;
    std::uint32_t end = 0;

    // Greedy, with one way back at each optional element: patterns are short.
    bool match(std::size_t number, std::uint32_t at) {
        if (number == elements.size()) {
            end = at;
            return true;
        }
        const Element& element = elements[number];
        if (at < sentence.view.size() && sentence.words[at].classes.meets(element.classes) &&
            (!element.joined || sentence.view.joined(at))) {
            const TimeWord& word = sentence.words[at];
            for (std::size_t i = 0; i < word.readings.size(); ++i) {
                const TimeReading& reading = word.readings[i];
                const TimeClasses both = reading.classes.common(element.classes);
                if (both.empty()) continue;
                matched[size++] = {at, both, i};
                if (match(number + 1, reading.end)) return true;
                --size;
            }
        }
        return element.optional && match(number + 1, at);
    }
};

// Calls `use` with the number of each bit that is set.
template <typename Use>
void each_bit(std::uint64_t bits, std::size_t from, Use use) {
    for (; bits != 0; bits &= bits - 1) use(from + static_cast<std::size_t>(std::countr_zero(bits)));
}

template <typename Use>
void each_class(TimeClasses classes, Use use) {
    for (std::size_t i = 0; i < classes.bits.size(); ++i) each_bit(classes.bits[i], 64 * i, use);
}

}  // namespace

const TimeMatch::Element* TimeMatch::find(TimeClass c, int number) const {
    for (const Element& element : elements)
        if (element.classes.has(c) && number-- == 0) return &element;
    return nullptr;
}

std::string_view TimeMatch::text(TimeClass c) const {
    const Element* element = find(c);
    return element ? value_of(word(*element).readings[element->reading].value, c) : "";
}

int TimeMatch::whole(TimeClass c, int number) const {
    const Element* element = find(c, number);
    if (!element) return 0;
    const double number_here = word(*element).number.value;
    if (element->reading == number_reading) return number_here < 1e6 ? to_int(number_here) : 0;
    const std::string_view row = word(*element).readings[element->reading].value;
    if (!row.empty() && row[0] >= '0' && row[0] <= '9') return static_cast<int>(to_whole(row));
    std::string_view text = value_of(row, c);
    const bool negative = !text.empty() && text[0] == '-';
    if (negative) text.remove_prefix(1);
    const int value = static_cast<int>(to_whole(text));
    return negative ? -value : value;
}

TimeGrammar::TimeGrammar() {
    constexpr std::size_t most_in_all = 800;
    rows_.reserve(most_patterns);
    elements_.reserve(most_in_all);
    std::array<Element, TimePattern::most_elements> unpacked;
    for (const auto table : time_patterns())
        for (const TimePattern& pattern : table) {
            if (rows_.size() == most_patterns) return;
            const std::size_t size = pattern.unpack(unpacked);
            rows_.push_back(
                {&pattern, static_cast<std::uint16_t>(elements_.size()), static_cast<std::uint16_t>(size)});
            for (std::size_t i = 0; i < size; ++i) elements_.push_back(unpacked[i]);
            index(rows_.size() - 1);
        }
}

void TimeGrammar::index(std::size_t number) {
    const std::size_t word = number / 64;
    const std::uint64_t bit = std::uint64_t{1} << (number % 64);
    const std::span elements(elements_.data() + rows_[number].first, rows_[number].size);
    TimeClasses first;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        TimeClasses classes = elements[i].classes;
        // "LONDON, May 3": a comma after an absent weekday belongs to what stands before it.
        if (!classes.has(TimeClass::COMMA)) {
            first.add(classes);
            std::size_t next = i + 1;
            for (; next < elements.size(); ++next) {
                each_class(elements[next].classes, [&](std::size_t c) { following_[c][word] |= bit; });
                if (!elements[next].optional) break;
            }
            if (next == elements.size()) single_[word] |= bit;
        }
        if (!elements[i].optional) break;
    }
    each_class(first, [&](std::size_t c) { beginning_[c][word] |= bit; });
    first_.add(first);
}

std::optional<TimeExpression> TimeGrammar::read(const TimeSentence& sentence, std::uint32_t at) const {
    std::optional<TimeExpression> best;
    if (at >= sentence.view.size()) return best;
    const TimeWord& word = sentence.words[at];
    if (!can_begin(word.classes)) return best;
    PatternSet beginning{}, going_on = single_;
    const auto add = [](PatternSet& set, const PatternSet& other) {
        for (std::size_t i = 0; i < set.size(); ++i) set[i] |= other[i];
    };
    each_class(word.classes, [&](std::size_t c) { add(beginning, beginning_[c]); });
    for (const TimeReading& reading : word.readings)
        if (!reading.classes.empty() && reading.end < sentence.view.size())
            each_class(sentence.words[reading.end].classes,
                       [&](std::size_t c) { add(going_on, following_[c]); });
    for (std::size_t i = 0; i < beginning.size(); ++i)
        each_bit(beginning[i] & going_on[i], 64 * i, [&](std::size_t number) {
            const Row& row = rows_[number];
            const TimePattern& pattern = *row.pattern;
            Matcher matcher{std::span(elements_.data() + row.first, row.size), sentence, {}};
            if (!matcher.match(0, at) || (best && matcher.end <= best->end)) return;
            const TimeMatch found{sentence, at, matcher.end, std::span(matcher.matched).first(matcher.size)};
            TimeExpression expression;
            expression.end = found.end;
            expression.pattern = pattern.name;
            if (pattern.read(found, expression)) best = std::move(expression);
        });
    return best;
}

}  // namespace lede::times
