// Ages that disagree: two of one person, and one that a date of birth contradicts.
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "checks/check_families.h"
#include "propositions/subjects.h"
#include "syntax/children.h"
#include "times/calendar/calendar.h"

namespace lede::checks {

namespace {

constexpr int most_checks = 3;

// Whose age a figure tells: the name right before it ("Ann Lee, 62,") or right after it ("62-year-old Ann
// Lee").
Index person_of_age(const Document& doc, const Quantity& age) {
    const auto after = mention_from(doc, age.span.end);
    const auto is_person = [](const Mention& mention) {
        return mention.kind == MentionKind::name && mention.type == EntityType::PERSON &&
               mention.entity != none;
    };
    if (after != doc.mentions.end() && is_person(*after) && after->span.begin == age.span.end + 1)
        return after->entity;
    constexpr int reach = 3;
    auto before = after;
    for (int i = 0; i < reach && before != doc.mentions.begin(); ++i) {
        --before;
        if (before->span.end + 2 == age.span.begin && is_person(*before) &&
            doc.slice({before->span.end, age.span.begin}) == ", ")
            return before->entity;
    }
    return none;
}

// "The 71-year-old was killed": the person whom the sentence before names last, where nobody else is named
// in between.
Index person_before(const Document& doc, const Quantity& age) {
    const Index first = age.tokens.begin;
    if (first == 0 || doc.lower(first - 1) != "the" || doc.tokens.sentence[first] == 0) return none;
    const Index sentence = doc.tokens.sentence[first];
    if (doc.sentences[sentence].tokens.begin + 1 != first) return none;
    // Not before a noun: "the 71-year-old building".
    if (age.tokens.end < doc.tokens.size() && doc.tokens.upos[age.tokens.end] != Upos::AUX &&
        doc.tokens.upos[age.tokens.end] != Upos::VERB)
        return none;
    auto mention = mention_from(doc, age.span.begin);
    while (mention != doc.mentions.begin()) {
        --mention;
        if (mention->span.begin < doc.sentences[sentence - 1].span.begin) return none;
        if (mention->kind == MentionKind::name && mention->type == EntityType::PERSON) return mention->entity;
    }
    return none;
}

struct Birth {
    Index person = none;
    const Time* date = nullptr;
};

// The person of the shortest mention that covers a token; `none` if there is none.
Index person_at(const Document& doc, Index token) {
    Index best = none;
    const Span sentence = doc.sentences[doc.tokens.sentence[token]].span;
    std::uint32_t shortest = sentence.size() + 1;
    // Few mentions begin between the token and the start of the one that covers it.
    constexpr int reach = 16;
    auto mention = mention_from(doc, doc.tokens.span[token].end);
    for (int i = 0; i < reach && mention != doc.mentions.begin(); ++i) {
        --mention;
        if (mention->span.begin < sentence.begin) break;
        if (!mention->tokens.contains(token) || mention->entity == none || mention->span.size() >= shortest)
            continue;
        if (doc.entities[mention->entity].type != EntityType::PERSON) continue;
        best = mention->entity;
        shortest = mention->span.size();
    }
    return best;
}

// The person who is born: the subject of "born", whom "who was born" or "born in 1954" describes, or the name
// before it in brackets: "Ann Lee (born 1970)".
Index born_person(const Document& doc, const Children& children, Index born) {
    const TokenRange sentence = doc.sentences[doc.tokens.sentence[born]].tokens;
    if (born > sentence.begin + 1 && doc.lower(born - 1) == "(") return person_at(doc, born - 2);
    const Index head = doc.tokens.head[born];
    switch (doc.tokens.deprel[born]) {
        case Deprel::acl:
        case Deprel::acl_relcl:
            return head == none ? none : person_at(doc, head);
        default: {
            // "He was born in 1954", and "Born in 1954, he has said": of the main clause.
            const Index subject = subject_of(doc, children, born);
            return subject == none ? none : person_at(doc, subject);
        }
    }
}

std::vector<Birth> find_births(const Document& doc) {
    std::vector<Birth> births;
    constexpr Index reach = 8;
    std::optional<Children> children;  // few articles tell a birth
    for (const Time& time : doc.times) {
        if (time.type != TimeType::date || !time.begin || time.value.size() < 4 || !time.mod.empty() ||
            time.tokens.empty())
            continue;
        const Index first = doc.sentences[doc.tokens.sentence[time.tokens.begin]].tokens.begin;
        for (Index back = 1; back <= reach && time.tokens.begin >= first + back; ++back) {
            if (doc.lower(time.tokens.begin - back) != "born") continue;
            if (!children) children.emplace(doc);
            const Index person = born_person(doc, *children, time.tokens.begin - back);
            if (person != none) births.push_back({person, &time});
            break;
        }
    }
    return births;
}

// Who was born within the dates is this many years old, or one less.
bool fits(const Time& birth, Date now, double age) {
    const auto had_birthday = [&](Date born) {
        return now.month > born.month || (now.month == born.month && now.day >= born.day);
    };
    const Date last = birth.end.value_or(*birth.begin);
    const int oldest = now.year - birth.begin->year - (had_birthday(*birth.begin) ? 0 : 1);
    const int youngest = now.year - last.year - (had_birthday(last) ? 0 : 1);
    // A day or so lies between what is told and when it is printed.
    return age >= youngest - 1 && age <= oldest + 1;
}

// Two ages of one person.
void compare_ages(Document& doc) {
    std::vector<const Quantity*> age_of(doc.entities.size(), nullptr);
    int found = 0;
    for (const Quantity& quantity : doc.quantities) {
        if (quantity.kind != QuantityKind::age || quantity.upper) continue;
        const Index person = person_of_age(doc, quantity);
        if (person == none) continue;
        const Quantity*& known = age_of[person];
        if (known == nullptr) {
            known = &quantity;
        } else if (known->value != quantity.value && found < most_checks) {
            ++found;
            doc.checks.push_back({CheckKind::conflicting_numbers,
                                  doc.entities[person].name + " is " + quoted(doc, known->span) +
                                      " in one place and " + quoted(doc, quantity.span) +
                                      " in another. Check the age.",
                                  {known->span, quantity.span}});
        }
    }
}

// An age that the date of birth contradicts on the day of publication.
void check_births(Document& doc) {
    if (!doc.published) return;
    const std::vector<Birth> births = find_births(doc);
    if (births.empty()) return;
    int found = 0;
    for (const Quantity& quantity : doc.quantities) {
        if (quantity.kind != QuantityKind::age || quantity.upper || quantity.unit != "year") continue;
        Index person = person_of_age(doc, quantity);
        if (person == none) person = person_before(doc, quantity);
        const auto birth = std::find_if(births.begin(), births.end(),
                                        [&](const Birth& b) { return b.person == person && person != none; });
        if (birth == births.end() || fits(*birth->date, doc.published->value, quantity.value)) continue;
        if (found++ == most_checks) return;
        doc.checks.push_back({CheckKind::conflicting_dates,
                              doc.entities[person].name + " cannot be " + quoted(doc, quantity.span) +
                                  " and born in " + quoted(doc, birth->date->span) +
                                  ". Check the age and the year of birth.",
                              {quantity.span, birth->date->span}});
    }
}

}  // namespace

void check_ages(Document& doc) {
    compare_ages(doc);
    check_births(doc);
}

}  // namespace lede::checks
