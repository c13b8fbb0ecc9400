// When and where: times and places of the headline and the opening, by how they hang on the main clauses.
#include <algorithm>

#include "brief/candidates.h"
#include "model/word_classes.h"
#include "syntax/extents.h"
#include "times/calendar/calendar.h"

namespace lede::brief {

namespace {

// The elements of a vector in text order that lie in a span.
template <typename Element>
std::pair<Index, Index> within(const std::vector<Element>& elements, Span span) {
    const auto at =
        std::lower_bound(elements.begin(), elements.end(), span.begin,
                         [](const Element& e, std::uint32_t begin) { return e.span.begin < begin; });
    auto end = at;
    while (end != elements.end() && end->span.begin < span.end) ++end;
    return {static_cast<Index>(at - elements.begin()), static_cast<Index>(end - elements.begin())};
}

constexpr Index most_of_sentence = 12;

enum TimeFeature : std::uint32_t {
    time_bias,
    time_place,
    time_link,
    time_relation,
    time_form,
    time_type,
    time_distance,
    time_main,
    time_quoted,
    time_order,
    time_first,
    time_steps,
};

// How exact a value is: "2017-05-25T14", "2017-05-25", a week or month, a year, a word such as "previously".
std::uint32_t form_of(const Time& time) {
    constexpr std::size_t day = 10, month = 7;
    if (time.value.find_first_of("0123456789X") == std::string::npos) return 0;
    if (time.value.find('W') != std::string::npos) return time.value.size() > 8 ? 3 : 2;
    if (time.value.size() > day) return 4;
    if (time.value.size() == day) return 3;
    return time.value.size() >= month ? 2 : 1;
}

// Days from the publication, in steps.
std::uint32_t distance_of(const Document& doc, const Time& time) {
    if (!doc.published || !time.begin) return 0;
    const auto days = to_days(*time.begin) - to_days(doc.published->value);
    if (days > 1) return days > 40 ? 1 : 2;
    if (days >= 0) return 3;
    constexpr int week = 8, month = 40;
    if (days >= -week) return 4;
    return days >= -month ? 5 : 6;
}

// "Do They Know It's Christmas?" is a song and tells no day.
bool is_in_title(const Document& doc, Span time, Span sentence) {
    const auto [begin, end] = within(doc.mentions, sentence);
    for (Index number = begin; number < end && number < begin + most_of_sentence; ++number) {
        const Mention& name = doc.mentions[number];
        if (name.kind == MentionKind::name && name.type == EntityType::WORK_OF_ART &&
            name.span.contains(time))
            return true;
    }
    return false;
}

}  // namespace

void find_when(const Story& story, std::vector<Candidate>& candidates) {
    const Document& doc = story.doc;
    std::uint32_t order = 0;
    bool day_seen = false;  // in the text before
    for (Index sentence : story.sentences()) {
        const auto [begin, end] = within(doc.times, doc.sentences[sentence].span);
        for (Index number = begin; number < end && number < begin + most_of_sentence; ++number) {
            const Time& time = doc.times[number];
            if (time.type != TimeType::date && time.type != TimeType::time) continue;
            if (time.tokens.empty() || is_in_title(doc, time.span, doc.sentences[sentence].span)) continue;
            const std::uint32_t form = form_of(time);
            if (form == 0) continue;
            // The word of the expression that hangs on something else.
            const Index head = top_within(doc, time.tokens.begin, time.tokens);
            const Link link = story.link_of(head);
            const auto part = static_cast<std::uint32_t>(story.part_of(sentence));
            Candidate& candidate = candidates.emplace_back();
            candidate.span = time.span;
            // Further down, days are mostly those of what led to the news or is to follow it.
            candidate.aside = story.part_of(sentence) == Part::later && !story.is_told_with(head);
            FeatureList list(candidate.features);
            const auto on = [&](TimeFeature feature, std::uint32_t a, std::uint32_t b = 0,
                                std::uint32_t c = 0) { list.add(about(Question::when, feature), a, b, c); };
            const std::uint32_t way = link.way();
            bool main = false;
            if (link.clause != none) {
                const Index told = doc.tokens.proposition[story.clauses()[link.clause].predicate];
                main = told != none && doc.propositions[told].time == number;
            }
            on(time_bias, 0);
            on(time_place, part);
            on(time_link, part, way, story.code_of(link));
            on(time_steps, way, bucket(link.steps));
            on(time_relation, static_cast<std::uint32_t>(doc.tokens.deprel[head]), way);
            on(time_form, form, part);
            on(time_type, form, static_cast<std::uint32_t>(time.type));
            on(time_distance, distance_of(doc, time), form);
            on(time_main, main, part);
            on(time_quoted, story.in_quote(head));
            on(time_first, day_seen, form >= 3, part);
            day_seen = day_seen || form >= 3;
            on(time_order, std::min<std::uint32_t>(order++, 4));
        }
    }
}

namespace {

enum PlaceFeature : std::uint32_t {
    where_bias,
    where_dateline,
    where_place,
    where_type,
    where_marker,
    where_link,
    where_relation,
    where_salience,
    where_quoted,
    where_main,
    where_steps,
    where_any_dateline,
    where_kind,
    where_sign,
    where_count,
    where_kind_sign,
    where_kind_relation,
    where_sign_part,
};

class Where {
  public:
    Where(const Story& story, std::vector<Candidate>& candidates)
        : story_(story),
          doc_(story.doc),
          words_(story.resources.table("clause_words")),
          candidates_(candidates) {}

    void find() {
        if (doc_.dateline) add_dateline(*doc_.dateline);
        for (Index sentence : story_.sentences()) {
            const auto [begin, end] = within(doc_.mentions, doc_.sentences[sentence].span);
            Index used = 0;
            for (Index number = begin; number < end && used < most_of_sentence; ++number) {
                const Mention& mention = doc_.mentions[number];
                if (doc_.dateline && doc_.dateline->contains(mention.span)) continue;
                if (mention.kind != MentionKind::name || mention.tokens.empty()) continue;
                // "at Hull Crown Court"
                if (!is_place(mention) && !(mention.type == EntityType::ORG && stands_at(mention))) continue;
                if (!may_be_setting(mention)) continue;
                add_name(number, false);
                add_site(number);
                ++used;
            }
        }
        // Places without a name: "on a cattle station".
        for (const MainClause& clause : story_.clauses()) {
            const Index told = doc_.tokens.proposition[clause.predicate];
            if (told == none || !doc_.propositions[told].place) continue;
            const Index head = doc_.propositions[told].place->head;
            if (!is_site(head)) continue;
            const TokenRange words = story_.phrase_words(head);
            if (words.empty()) continue;
            const Span span = doc_.span_of(words);
            const bool known = std::any_of(candidates_.begin(), candidates_.end(),
                                           [&](const Candidate& one) { return span.overlaps(one.span); });
            if (!known) add(span, head, none, 0, false);
        }
    }

  private:
    static bool is_place(const Mention& mention) {
        return mention.kind == MentionKind::name &&
               (mention.type == EntityType::GPE || mention.type == EntityType::LOC ||
                mention.type == EntityType::FAC);
    }

    bool stands_at(const Mention& mention) const {
        return story_.marker_class(story_.marker_of(top_of(mention))) == hash("place");
    }

    // "*Haiti* needs help", "talks with *Iraq*": who acts or is dealt with is no setting.
    bool may_be_setting(const Mention& mention) const {
        const Index top = top_of(mention);
        const Deprel relation = doc_.tokens.deprel[top];
        if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::obj ||
            relation == Deprel::iobj)
            return false;
        const Index marker = story_.marker_of(top);
        if (marker == none) return true;
        return words_.has("sets_scene", doc_.lower(marker));
    }

    // "on a cattle *station*", not "in an apparent *violation*"
    bool is_site(Index head) const {
        return doc_.tokens.upos[head] == Upos::PROPN || words_.has("site", doc_.lemma(head));
    }

    // The word of a name that hangs on something else.
    Index top_of(const Mention& mention) const {
        return top_within(doc_, mention.tokens.begin, mention.tokens);
    }

    // The town at the beginning of "TACOMA, Wash.", "BRUSSELS (Reuters)", "Lagos, 5 May".
    void add_dateline(Span dateline) {
        const auto [begin, end] = within(doc_.mentions, dateline);
        // Not "Wash." where the town is not known.
        for (Index number = begin; number < end && doc_.mentions[number].span.begin == dateline.begin;
             ++number)
            if (is_place(doc_.mentions[number]) && !doc_.mentions[number].tokens.empty()) {
                add_name(number, true);
                return;
            }
        TokenRange tokens = doc_.tokens_in(dateline);
        for (Index token = tokens.begin; token < tokens.end; ++token)
            if (doc_.tokens.upos[token] == Upos::PUNCT || story_.syntax.in_time[token]) tokens.end = token;
        if (!tokens.empty() && doc_.tokens.upos[tokens.begin] == Upos::PROPN)
            add(doc_.span_of(tokens), tokens.begin, none, 0, true);
    }

    // "Croydon, London", "Yorkshire and the Netherlands": a place with those that belong to it.
    Span with_next(Index number) const {
        Span span = doc_.mentions[number].span;
        constexpr Index longest = 5;
        for (Index next = number + 1; next < doc_.mentions.size() && next <= number + longest; ++next) {
            const Mention& mention = doc_.mentions[next];
            if (!is_place(mention) || mention.span.begin <= span.end) break;
            const std::string_view between = doc_.slice({span.end, mention.span.begin});
            const bool joined = doc_.tokens.deprel[top_of(mention)] == Deprel::conj &&
                                (between == " and " || between == " and the " || between == ", and ");
            if (between != ", " && !joined) break;
            span.end = mention.span.end;
        }
        return span;
    }

    void add_name(Index number, bool dateline) {
        const Mention& mention = doc_.mentions[number];
        if (mention.tokens.empty()) return;
        const Index head = top_of(mention);
        const std::uint32_t type = mention.type == EntityType::GPE   ? 1
                                   : mention.type == EntityType::LOC ? 2
                                   : mention.type == EntityType::FAC ? 3
                                                                     : 4;
        add(dateline ? mention.span : with_next(number), head, mention.entity, type, dateline);
    }

    // "on a *Leeds* hospital ward", "at *Carlow* plant": the noun before which a place is named, where it
    // stands in a place itself.
    void add_site(Index number) {
        const Index top = top_of(doc_.mentions[number]);
        const Index noun = doc_.tokens.head[top];
        if (noun == none || doc_.tokens.deprel[top] != Deprel::compound ||
            doc_.tokens.upos[noun] != Upos::NOUN ||
            story_.marker_class(story_.marker_of(noun)) != hash("place") || !is_site(noun))
            return;
        const TokenRange words = story_.phrase_words(noun);
        constexpr std::uint32_t site = 5;
        if (!words.empty()) add(doc_.span_of(words), noun, none, site, false);
    }

    void add(Span span, Index head, Index entity, std::uint32_t type, bool dateline) {
        Candidate& candidate = candidates_.emplace_back();
        candidate.span = span;
        candidate.entity = entity;
        FeatureList list(candidate.features);
        const auto on = [&](PlaceFeature feature, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
            list.add(about(Question::where, feature), a, b, c);
        };
        on(where_bias, 0);
        on(where_dateline, dateline);
        if (dateline) return;
        on(where_any_dateline, doc_.dateline.has_value());
        // "the Danube River *delta*": the preposition stands with the noun.
        Index top = head;
        if (doc_.tokens.deprel[head] == Deprel::compound && doc_.tokens.head[head] != none)
            top = doc_.tokens.head[head];
        const Link link = story_.link_of(top);
        const Index marker = story_.marker_of(top);
        const std::uint32_t word = marker == none ? 0 : hash(doc_.lower(marker));
        const auto part = static_cast<std::uint32_t>(story_.part_of(doc_.tokens.sentence[head]));
        const std::uint32_t way = link.way();
        const auto relation = static_cast<std::uint32_t>(doc_.tokens.deprel[top]);
        bool main = false;
        if (link.clause != none) {
            const Index told = doc_.tokens.proposition[story_.clauses()[link.clause].predicate];
            main = told != none && doc_.propositions[told].place &&
                   doc_.propositions[told].place->tokens.contains(head);
        }
        on(where_place, part, type);
        const std::uint32_t sign = story_.marker_class(marker);
        on(where_type, type, part, relation);
        on(where_sign, sign, type, link.way());
        on(where_sign_part, sign, part, main);
        on(where_marker, word);
        on(where_link, part, way, story_.code_of(link));
        on(where_relation, relation, way);
        on(where_steps, bucket(link.steps), way);
        if (entity != none) {
            on(where_count, bucket(static_cast<std::uint32_t>(doc_.entities[entity].mentions.size())), type);
            on(where_kind_sign, static_cast<std::uint32_t>(doc_.entities[entity].link.kind), sign,
               link.way());
            on(where_kind_relation, static_cast<std::uint32_t>(doc_.entities[entity].link.kind), relation);
        }
        on(where_salience, entity == none ? 99 : bucket(entity), type);
        if (entity != none)
            on(where_kind, static_cast<std::uint32_t>(doc_.entities[entity].link.kind), part == 0);
        on(where_quoted, story_.in_quote(head));
        on(where_main, main, part);
    }

    const Story& story_;
    const Document& doc_;
    WordClasses words_;
    std::vector<Candidate>& candidates_;
};

}  // namespace

void find_where(const Story& story, std::vector<Candidate>& candidates) { Where(story, candidates).find(); }

}  // namespace lede::brief
