// What the names of a thing tell of it: gender, number, and what the gazetteers know.
#include <string>

#include "base/unicode.h"
#include "coreference/gender.h"
#include "coreference/group.h"
#include "names/shape.h"

namespace lede {

using namespace coreference;

namespace {

void add_kind(const Document& doc, const Lexicon& lexicon, const Mention& name, Group& group) {
    if (!group.kind.empty()) return;
    const std::string_view form = doc.slice(name.span);
    const std::string text = fold(form);
    if (is_place(name.type)) {
        if (const auto place = find_place(lexicon, text, form)) group.kind = field(*place, 1);
    } else if (const auto body = find_organisation(lexicon, text, form)) {
        group.kind = field(*body, 2);
    }
}

// "Octavia" is a woman's name, "Kelly" a woman's or a surname.
GivenName lone_given_name(const Document& doc, const Lexicon& lexicon, const Mention& name) {
    const std::string_view word = doc.lower(name.tokens.begin);
    const auto given = lexicon.given_names.find(word);
    if (!given || name.tokens.size() > 1) return GivenName::unknown;
    const bool surname = lexicon.surnames.contains(word);
    const Gender gender = gender_named(*given);
    if (gender == Gender::female) return surname ? GivenName::female_or_surname : GivenName::female;
    if (gender == Gender::male) return surname ? GivenName::male_or_surname : GivenName::male;
    return GivenName::unknown;
}

// "Haiduk" may be a person, though it was taken for a company, and so may "Compton", a town: nothing but its
// look and its place speaks for what it was taken for.
bool may_be_person(const Document& doc, const Lexicon& lexicon, const Mention& name, const Group& group) {
    const std::string_view last = doc.lower(name.tokens.end - 1);
    constexpr Index longest = 2;  // words
    if (name.type == EntityType::NORP || name.tokens.size() > longest || lexicon.name_parts.contains(last) ||
        is_all_capitals(doc.slice(name.span)))
        return false;
    if (name.tokens.begin > 0 && doc.lower(name.tokens.begin - 1) == "the") return false;  // "the Tigers"
    return group.kind.empty() || (group.kind == "city" && name.tokens.size() == 1 &&
                                  (lexicon.surnames.contains(last) || lexicon.given_names.contains(last)));
}

}  // namespace

void describe_groups(const Document& doc, const Lexicon& lexicon, Groups& groups) {
    for (Index m = 0; m < doc.mentions.size(); ++m) {
        const Mention& name = doc.mentions[m];
        Group& group = groups.of(m);
        ++group.mentions;
        if (name.type == EntityType::PERSON) {
            if (group.gender == Gender::unknown) group.gender = gender_of(doc, lexicon, name);
        } else {
            if (name.type == EntityType::NORP)
                group.plural = group.plural || doc.slice(name.span).back() == 's';
            add_kind(doc, lexicon, name, group);
        }
    }
    for (Group& group : groups.list) group.doubtful = group.type != EntityType::PERSON;
    for (Index m = 0; m < doc.mentions.size(); ++m) {
        const Mention& name = doc.mentions[m];
        Group& group = groups.of(m);
        group.doubtful = group.doubtful && may_be_person(doc, lexicon, name, group);
        if (group.gender == Gender::unknown && group.given == GivenName::unknown)
            group.given = lone_given_name(doc, lexicon, name);
    }
}

}  // namespace lede
