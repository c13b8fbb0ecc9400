#include "times/grammar/words.h"

#include <algorithm>

#include "numbers/decimal.h"

namespace lede::times {

namespace {

// Calls `use` with each "CLASS value" of a row.
template <typename Use>
void each_class(std::string_view row, Use use) {
    while (!row.empty()) {
        const std::string_view part = row.substr(0, row.find(';'));
        row.remove_prefix(part.size() < row.size() ? part.size() + 1 : row.size());
        const std::size_t space = part.find(' ');
        use(part.substr(0, space), space == std::string_view::npos ? "" : part.substr(space + 1));
    }
}

TimeClasses classes_of(const Number& number) {
    TimeClasses classes;
    const double value = number.value;
    if (number.form == NumberForm::ordinal) {
        if (value >= 1 && value <= 31) classes.add(TimeClass::ORD);
        return classes;
    }
    if (number.form == NumberForm::vague) return classes;
    classes.add(TimeClass::NUM);
    if (number.form == NumberForm::words && number.whole && number.value >= 1500 && number.value < 2100)
        classes.add(TimeClass::YEAR);
    if (!number.whole || number.scaled) return classes;
    const bool digits = number.plain_digits > 0;
    if (number.plain_digits <= 2 && value >= 1 && value <= 31 && digits) classes.add(TimeClass::DAY);
    if (number.plain_digits <= 2 && value <= 24) classes.add(TimeClass::CLOCKHOUR);
    if (number.plain_digits == 2) classes.add(TimeClass::TWO);
    if (number.form == NumberForm::words && value >= 1 && value <= 31) classes.add(TimeClass::SAIDDAY);
    if (number.plain_digits == 8) classes.add(TimeClass::EIGHT);
    if (number.plain_digits == 4) {
        classes.add(TimeClass::FOUR);
        if (value >= 1000 && value < 2200) classes.add(TimeClass::YEAR);
    }
    return classes;
}

}  // namespace

std::string_view value_of(std::string_view row, TimeClass wanted) {
    std::string_view found;
    each_class(row, [&](std::string_view name, std::string_view value) {
        if (name == time_class_names[static_cast<std::size_t>(wanted)]) found = value;
    });
    return found;
}

TimeClasses TimeWordReader::classes_of_row(std::string_view row) {
    KnownRow& known = known_[hash(row) % known_.size()];
    if (known.row != row.data()) {
        known = {row.data(), {}};
        each_class(row, [&](std::string_view name, std::string_view) {
            if (const TimeClass c = time_class(name); c != TimeClass::count) known.classes.add(c);
        });
    }
    return known.classes;
}

// "nineteen ninety-six", "twenty twenty-five" after a month or a preposition.
Number TimeWordReader::read_spoken_year(const AtomView& view, std::uint32_t at, const Number& century) const {
    if (century.form != NumberForm::words || !century.whole || century.value < 16 || century.value > 20 ||
        at == 0)
        return century;
    const std::string_view before = view.lower(at - 1);
    const auto is_month = [&](std::uint32_t i) {
        const auto row = table_.find(view.lower(i));
        return row && !value_of(*row, TimeClass::MONTH).empty();
    };
    // "January twenty-five nineteen eighty-six": the day lies between.
    bool opened = before == "in" || before == "since" || before == "of";
    constexpr std::uint32_t longest_day = 3;  // "twenty", "-", "five"
    for (std::uint32_t back = 1; !opened && back <= std::min(at, longest_day + 1); ++back) {
        opened = is_month(at - back);
        if (!view.is(at - back, AtomKind::word) && !view.is_dash(at - back)) break;
    }
    if (!opened) return century;
    const auto rest = numbers_.read(view, century.end);
    if (!rest || rest->form != NumberForm::words || !rest->whole || rest->value < 10 || rest->value > 99)
        return century;
    Number year = *rest;
    year.value += 100 * century.value;
    return year;
}

// "the next three quarters" are no three quarters of anything.
Number TimeWordReader::read_quarters(const AtomView& view, std::uint32_t at, const Number& fraction) const {
    if (fraction.form != NumberForm::fraction || at == 0 || fraction.end != at + 2 ||
        view.lower(at + 1) != "quarters")
        return fraction;
    if (!context_.has("before_counted_quarters", view.lower(at - 1))) return fraction;
    return Number{.end = at + 1, .value = fraction.value * 4, .form = NumberForm::words};
}

namespace {
constexpr WordMarks::Mark begins_phrase = 1, begins_number = 2;
constexpr WordMarks::Word articles[] = {{"a", begins_number}, {"an", begins_number}};
}  // namespace

TimeWordReader::TimeWordReader(const Resources& resources)
    : table_(resources.table("time_words")),
      context_(resources.table("time_context")),
      numbers_(resources),
      marks_({{table_, begins_phrase}, {resources.table("number_words"), begins_number}}, articles) {}

void TimeWordReader::read_phrases(const AtomView& view, std::uint32_t at, TimeWord& word) {
    const auto phrase = longest_phrase(view, at, table_);
    if (!phrase) return;
    const auto put = [&](std::size_t reading, std::uint32_t end, std::string_view value) {
        TimeReading& r = word.readings[reading];
        r = {classes_of_row(value), end, value};
        word.classes.add(r.classes);
        word.is_blank = false;
    };
    put(phrase_reading, phrase->end, phrase->value);
    if (phrase->end > at + 1)
        if (const auto alone = table_.find(view.lower(at))) put(atom_reading, at + 1, *alone);
}

void TimeWordReader::read_number(const AtomView& view, std::uint32_t at, TimeWord& word) {
    auto number = numbers_.read(view, at);
    if (!number) return;
    number = read_spoken_year(view, at, *number);
    number = read_quarters(view, at, *number);
    word.is_blank = false;
    word.number = *number;
    word.readings[number_reading] = {classes_of(*number), number->end, ""};
    word.classes.add(word.readings[number_reading].classes);
    // The digits by themselves, where they go on as a decimal or a fraction: "25.05.2017", "10.30
    // pm", "5/12".
    if (view.is(at, AtomKind::digits) && number->end > at + 1 &&
        (view.lower(at + 1) == "." || view.lower(at + 1) == "/")) {
        const std::string_view digits = view.lower(at);
        const Number alone{.end = at + 1,
                           .value = static_cast<double>(to_whole(digits)),
                           .plain_digits = static_cast<std::uint8_t>(digits.size())};
        word.readings[atom_reading] = {classes_of(alone), at + 1, digits};
        word.classes.add(word.readings[atom_reading].classes);
    }
}

void TimeWordReader::read(const AtomView& view, std::vector<TimeWord>& words) {
    words.resize(view.size());
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        TimeWord& word = words[at];
        if (!word.is_blank) word = {};
        const Atom& atom = view.atoms[at];
        const WordMarks::Mark marks = marks_.of(view.doc, atom.lower);
        if (marks & begins_phrase) read_phrases(view, at, word);
        if (atom.kind == AtomKind::digits || (atom.kind == AtomKind::word && (marks & begins_number)))
            read_number(view, at, word);
    }
}

}  // namespace lede::times
