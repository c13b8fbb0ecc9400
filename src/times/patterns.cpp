#include "times/patterns.h"

#include <algorithm>

#include "quantities/decimal.h"

namespace lede {

namespace {

// Takes the next part of a text off its front.
std::string_view cut(std::string_view& text, char at) {
    const std::string_view part = text.substr(0, text.find(at));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    return part;
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
    if (element->reading == number_reading) return number_here < 1e6 ? static_cast<int>(number_here) : 0;
    const std::string_view row = word(*element).readings[element->reading].value;
    if (!row.empty() && row[0] >= '0' && row[0] <= '9') return static_cast<int>(to_whole(row));
    std::string_view text = value_of(row, c);
    const bool negative = !text.empty() && text[0] == '-';
    if (negative) text.remove_prefix(1);
    const int value = static_cast<int>(to_whole(text));
    return negative ? -value : value;
}

TimeGrammar::TimeGrammar() {
    TimeClasses comma;
    comma.add(TimeClass::COMMA);
    for (const TimePattern& pattern : time_patterns()) {
        Compiled compiled{pattern, {}, {}};
        for (std::string_view rest = pattern.elements; !rest.empty();) {
            std::string_view part = cut(rest, ' ');
            Element element;
            for (; part.back() == '?' || part.back() == '+'; part.remove_suffix(1))
                (part.back() == '?' ? element.optional : element.joined) = true;
            while (!part.empty()) element.classes.add(time_class(cut(part, '|')));
            compiled.elements.push_back(element);
        }
        for (const Element& element : compiled.elements) {
            // "LONDON, May 3": a comma after an absent weekday belongs to what stands before it.
            if (!element.classes.meets(comma)) compiled.first.add(element.classes);
            if (!element.optional) break;
        }
        first_.add(compiled.first);
        patterns_.push_back(std::move(compiled));
    }
}

// Greedy, with one way back at each optional element: patterns are short.
bool TimeGrammar::match(const Compiled& pattern, std::size_t number, std::uint32_t at,
                        TimeMatch& found) const {
    if (number == pattern.elements.size()) {
        found.end = at;
        return true;
    }
    const Element& element = pattern.elements[number];
    if (at < found.sentence.words.size() && (!element.joined || found.sentence.view.joined(at))) {
        const TimeWord& word = found.sentence.words[at];
        for (std::size_t i = 0; i < word.readings.size(); ++i) {
            const TimeReading& reading = word.readings[i];
            if (!reading.classes.meets(element.classes)) continue;
            TimeClasses both;
            both.bits = {reading.classes.bits[0] & element.classes.bits[0],
                         reading.classes.bits[1] & element.classes.bits[1]};
            found.elements.push_back({at, both, i});
            if (match(pattern, number + 1, reading.end, found)) return true;
            found.elements.pop_back();
        }
    }
    return element.optional && match(pattern, number + 1, at, found);
}

std::optional<TimeExpression> TimeGrammar::read(const TimeSentence& sentence, std::uint32_t at) const {
    std::optional<TimeExpression> best;
    if (at >= sentence.words.size()) return best;
    const TimeWord& word = sentence.words[at];
    if (!word.classes.meets(first_)) return best;
    TimeMatch found{sentence, at, at, {}};
    for (const Compiled& pattern : patterns_) {
        if (!word.classes.meets(pattern.first)) continue;
        found.elements.clear();
        if (!match(pattern, 0, at, found) || (best && found.end <= best->end)) continue;
        TimeExpression expression;
        expression.end = found.end;
        expression.pattern = pattern.pattern.name;
        if (pattern.pattern.read(found, expression)) best = std::move(expression);
    }
    return best;
}

}  // namespace lede
