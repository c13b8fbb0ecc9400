#include "times/times.h"

#include <algorithm>
#include <array>

#include "times/calendar/calendar.h"
#include "times/calendar/resolve.h"
#include "times/grammar/compose.h"
#include "times/grammar/ranges.h"
#include "times/published.h"

namespace lede {

using namespace times;

namespace {

using Kind = TimeExpression::Kind;

// Somebody named May, with a title or a given name, so that "May" is a month only where nothing else can be
// meant.
bool has_person_named_may(const Document& doc, const Resources& resources) {
    const Table titles = resources.table("titles"), given_names = resources.table("given_names");
    for (Index token = 1; token < doc.tokens.size(); ++token) {
        if (doc.lower(token) != "may" || doc.form(token).front() != 'M') continue;
        Index before = token - 1;
        if (doc.lower(before) == "." && before > 0) --before;
        const bool name = doc.tokens.xpos[before] == Xpos::NNP && given_names.contains(doc.lower(before));
        if (name || titles.contains(doc.lower(before))) return true;
    }
    return false;
}

// The calendar times read so far, the last of each unit.
class TimesSpokenOf {
  public:
    void add(TimeUnit unit, Date begin) { last_[static_cast<std::size_t>(unit)] = {begin, ++count_}; }
    // The last one that is no coarser than a unit: "the next day" after "in 2009" is not 2 January.
    std::optional<Date> last(TimeUnit unit) const {
        Spoken found;
        for (std::size_t i = 0; i <= static_cast<std::size_t>(unit); ++i)
            if (last_[i].number > found.number) found = last_[i];
        return found.number > 0 ? std::optional(found.begin) : std::nullopt;
    }

  private:
    struct Spoken {
        Date begin;
        std::uint32_t number = 0;
    };
    std::array<Spoken, static_cast<std::size_t>(TimeUnit::century) + 1> last_{};
    std::uint32_t count_ = 0;
};

class TimeFinder {
  public:
    TimeFinder(Document& doc, const Resources& resources)
        : doc_(doc), reader_(resources), may_is_a_person_(has_person_named_may(doc, resources)) {}

    void find_all();

  private:
    void read(const Sentence& sentence);
    void resolve_all();
    void add(const AtomView& view, std::uint32_t begin, std::uint32_t end, TimeType type,
             std::string_view mod, const ResolvedTime& resolved);

    Document& doc_;
    TimeWordReader reader_;
    TimeGrammar grammar_;
    bool may_is_a_person_;
    TimesSpokenOf spoken_of_;

    std::vector<Atom> atoms_;  // of the sentence under reading
    std::vector<TimeWord> words_;
    std::vector<FoundTime> found_;
    std::vector<TimeRange> ranges_;
};

void TimeFinder::read(const Sentence& sentence) {
    found_.clear();
    read_atoms(doc_, sentence, atoms_);
    const AtomView view{doc_, atoms_};
    reader_.read(view, words_);
    const TimeSentence s{view, reader_.context(), words_, may_is_a_person_};
    for (std::uint32_t at = 0; at < view.size();) {
        if (!can_begin_time(grammar_, words_[at])) {
            ++at;
            continue;
        }
        const TimeReading& phrase = words_[at].readings[phrase_reading];
        if (phrase.classes.has(TimeClass::BLOCK)) {
            at = phrase.end;
            continue;
        }
        if (auto shared = read_shared_before(grammar_, s, at)) {
            at = shared->expression.end;
            found_.push_back({shared->begin, std::move(shared->expression)});
            continue;
        }
        auto time = read_time(grammar_, s, at);
        if (!time) {
            ++at;
            continue;
        }
        auto shared = read_shared_after(s, *time);
        const std::uint32_t begin = at;
        at = shared ? shared->expression.end : time->end;
        found_.push_back({begin, *std::move(time)});
        if (shared) found_.push_back({shared->begin, std::move(shared->expression)});
    }
    find_ranges(s, found_, ranges_);
}

void TimeFinder::add(const AtomView& view, std::uint32_t begin, std::uint32_t end, TimeType type,
                     std::string_view mod, const ResolvedTime& resolved) {
    const Atom& last = view.atoms[end - 1];
    Time time;
    time.span = {view.atoms[begin].span.begin, last.span.end};
    time.tokens = {view.atoms[begin].token, last.token + 1};
    time.type = type;
    time.value = resolved.value;
    time.mod = mod;
    time.begin = resolved.begin;
    time.end = resolved.end;
    doc_.times.push_back(std::move(time));
}

void TimeFinder::resolve_all() {
    const AtomView view{doc_, atoms_};
    const TimeSentence s{view, reader_.context(), words_, may_is_a_person_};
    const std::optional<Date> published =
        doc_.published ? std::optional(doc_.published->value) : std::nullopt;
    std::vector<ResolvedTime> resolved(found_.size());
    const auto is_bare_clock = [&](std::size_t i) {
        const TimeExpression& e = found_[i].expression;
        return e.hour >= 0 && e.kind == Kind::open && e.day == 0 && e.weekday == 0 && e.holiday.empty();
    };
    const auto speak_of = [&](const ResolvedTime& time) {
        if (time.unit && time.begin) spoken_of_.add(*time.unit, *time.begin);
    };
    std::size_t range = 0;
    for (std::size_t i = 0; i < found_.size(); ++i) {
        while (range < ranges_.size() && ranges_[range].first < i) ++range;
        if (is_bare_clock(i)) continue;
        const TimeExpression& e = found_[i].expression;
        TimeAnchor anchor{published, spoken_of_.last(e.unit), Direction::unknown};
        if (e.kind == Kind::open || e.prefers_publication || e.window > 0 || e.weekday > 0)
            anchor.direction = read_direction(s, found_[i].begin, e.end);
        if (range < ranges_.size() && ranges_[range].first == i && !is_bare_clock(i)) {
            anchor.direction = read_direction(s, found_[i].begin, e.end);
            ResolvedEnds ends = resolve_ends(e, found_[i + 1].expression, anchor);
            resolved[i] = std::move(ends.first);
            resolved[i + 1] = std::move(ends.second);
            speak_of(resolved[i]);
            speak_of(resolved[++i]);
            ++range;
            continue;
        }
        resolved[i] = resolve(e, anchor);
        speak_of(resolved[i]);
    }
    // A time of day belongs to the nearest day named in its sentence, else to the day of publication.
    for (std::size_t i = 0; i < found_.size(); ++i) {
        if (!is_bare_clock(i)) continue;
        std::optional<Date> day = published;
        for (std::size_t distance = 3; distance > 0; --distance)
            for (const std::size_t other : {i + distance, i - distance})
                if (other < found_.size() && resolved[other].unit == TimeUnit::day && resolved[other].begin)
                    day = resolved[other].begin;
        TimeExpression e = found_[i].expression;
        e.kind = Kind::relative;
        resolved[i] = resolve(e, {day, {}, Direction::unknown});
        if (!day) resolved[i].value.erase(0, resolved[i].value.find('T'));
    }
    range = 0;
    for (std::size_t i = 0; i < found_.size(); ++i) {
        const TimeExpression& e = found_[i].expression;
        const auto add_end = [&] { add(view, found_[i].begin, e.end, e.type, e.mod, resolved[i]); };
        if (range == ranges_.size() || ranges_[range].first != i) {
            add_end();
            continue;
        }
        // In the order of spans: "from May to June" before "May", "May" before "May to June".
        const TimeRange& whole = ranges_[range++];
        const ResolvedTime lasting =
            duration_between(e, resolved[i], found_[i + 1].expression, resolved[i + 1]);
        const bool after_end = whole.begin == found_[i].begin;
        if (after_end) add_end();
        if (!lasting.value.empty()) add(view, whole.begin, whole.end, TimeType::duration, "", lasting);
        if (!after_end) add_end();
    }
}

void TimeFinder::find_all() {
    for (const Sentence& sentence : doc_.sentences) {
        read(sentence);
        resolve_all();
    }
}

}  // namespace

void find_times(Document& doc, const Resources& resources) {
    if (!doc.published) find_published(doc, resources);
    TimeFinder(doc, resources).find_all();
    doc.tokens.time.assign(doc.tokens.size(), none);
    for (Index number = 0; number < doc.times.size(); ++number) {
        const TokenRange tokens = doc.times[number].tokens;
        std::fill(doc.tokens.time.begin() + tokens.begin, doc.tokens.time.begin() + tokens.end, number);
    }
}

}  // namespace lede
