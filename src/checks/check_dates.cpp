// Weekdays that contradict their date, and weekdays that no date of publication anchors.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_set>

#include "base/unicode.h"
#include "checks/check_families.h"
#include "times/calendar/calendar.h"

namespace lede::checks {

namespace {

constexpr std::array<std::string_view, 7> weekday_names{"monday", "tuesday",  "wednesday", "thursday",
                                                        "friday", "saturday", "sunday"};

// 1 = Monday to 7 = Sunday; 0 where the word is no weekday.
int weekday_named(std::string_view word) {
    for (std::size_t day = 0; day < weekday_names.size(); ++day)
        if (word == weekday_names[day]) return static_cast<int>(day) + 1;
    return 0;
}

bool is_four_digits(std::string_view word) {
    return word.size() == 4 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string name_of(int day) {
    std::string name(weekday_names[static_cast<std::size_t>(day) - 1]);
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

// Adds to the checks from a number on, one for each date however often it is repeated.
void check_weekday(Document& doc, const Time& time, std::size_t first_check) {
    constexpr std::size_t day = 10;
    if (time.type != TimeType::date || time.value.size() < day || !time.begin || time.tokens.empty()) return;
    TokenRange range = time.tokens;
    const Index first = doc.sentences[doc.tokens.sentence[range.begin]].tokens.begin;
    // The weekday may stand outside the expression: "Thursday, 26 May".
    if (range.begin > first && weekday_named(doc.lower(range.begin - 1)) != 0)
        --range.begin;
    else if (range.begin > first + 1 && doc.lower(range.begin - 1) == "," &&
             weekday_named(doc.lower(range.begin - 2)) != 0)
        range.begin -= 2;
    int named = 0;
    bool day_given = false, year_given = false;
    constexpr Index longest = 12;
    for (Index token = range.begin; token < range.end && token < range.begin + longest; ++token) {
        const std::string_view word = doc.lower(token);
        if (const int weekday_here = weekday_named(word); weekday_here != 0)
            named = weekday_here;
        else if (is_four_digits(word))
            year_given = true;
        else if (!word.empty() && word[0] >= '0' && word[0] <= '9')
            day_given = true;
    }
    const Date date = *time.begin;
    if (named == 0 || !day_given || weekday(date) == named) return;
    // Without a year the date was read as one near the publication: far from it, that may be wrong.
    constexpr int near = 45;  // days
    if (!year_given && (!doc.published || std::abs(to_days(date) - to_days(doc.published->value)) > near))
        return;
    const Span span = doc.span_of(range);
    constexpr std::size_t most_places = 6;
    for (std::size_t i = first_check; i < doc.checks.size(); ++i) {
        if (fold(doc.slice(doc.checks[i].spans.front())) != fold(doc.slice(span))) continue;
        if (doc.checks[i].spans.size() < most_places) doc.checks[i].spans.push_back(span);
        return;
    }
    doc.checks.push_back(
        {CheckKind::conflicting_dates,
         quoted(doc, span) + ": that day was a " + name_of(weekday(date)) + ". Check the day and the date.",
         {span}});
}

// "Sunday with Adam Boulton", "Saturday Night Takeaway": the name of a programme, not a day.
bool is_in_name(const Document& doc, const Time& time) {
    auto mention = mention_from(doc, time.span.begin);
    constexpr int reach = 3;
    for (int i = 0; i < reach && mention != doc.mentions.begin(); ++i) --mention;
    for (; mention != doc.mentions.end() && mention->span.begin <= time.span.begin; ++mention)
        if (mention->kind == MentionKind::name && mention->span.end > time.span.end) return true;
    return false;
}

}  // namespace

void check_dates(Document& doc) {
    constexpr std::size_t most = 5;
    const std::size_t before = doc.checks.size();
    for (const Time& time : doc.times)
        if (doc.checks.size() < before + most) check_weekday(doc, time, before);

    Check undated{CheckKind::weekday_without_date, "", {}};
    std::unordered_set<std::string> told;
    constexpr std::size_t longest_list = 4;
    for (const Time& time : doc.times) {
        // "XXXX-WXX-4": a day of some week. A whole week or weekend needs no date, nor has "every Monday"
        // one.
        constexpr std::string_view some_week = "XXXX-WXX-";
        const bool names_a_day = time.value.size() > some_week.size() &&
                                 time.value.compare(0, some_week.size(), some_week) == 0 &&
                                 time.value[some_week.size()] >= '1' && time.value[some_week.size()] <= '7';
        if (!names_a_day || time.type == TimeType::set || undated.spans.size() == longest_list) continue;
        if (is_in_name(doc, time)) continue;
        if (!told.insert(fold(doc.slice(time.span))).second) continue;
        if (!undated.message.empty()) undated.message += ", ";
        undated.message += quoted(doc, time.span);
        undated.spans.push_back(time.span);
    }
    if (undated.spans.empty()) return;
    undated.message += undated.spans.size() == 1
                           ? ": which date? The article does not say when it was published. Add the "
                             "publication date, or give the date itself."
                           : ": which dates? The article does not say when it was published. Add the "
                             "publication date, or give the dates themselves.";
    doc.checks.push_back(std::move(undated));
}

}  // namespace lede::checks
