// Figures that do not add up: parts and their whole, shares of a hundred, a change and its ends, votes for
// and against in one sentence; parts and their sum in two; the votes of two rivals and the margin anywhere.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "checks/check_families.h"
#include "model/word_classes.h"

namespace lede::checks {

namespace {

// The quantities of one sentence.
struct Figures {
    const Document& doc;
    const WordClasses& words;
    TokenRange sentence;
    const Quantity* begin = nullptr;
    const Quantity* end = nullptr;

    std::size_t size() const { return static_cast<std::size_t>(end - begin); }
    const Quantity& operator[](std::size_t i) const { return begin[i]; }
    /// The token after a quantity with what it counts.
    Index after(const Quantity& q) const {
        if (!q.of || q.of->begin < q.span.end) return q.tokens.end;
        Index token = q.tokens.end;
        while (token < sentence.end && doc.tokens.span[token].begin < q.of->end) ++token;
        return token;
    }
    std::string_view lower(Index token) const {
        return token >= sentence.begin && token < sentence.end ? doc.lower(token) : "";
    }
    std::string said(const Quantity& q) const {
        Span span = q.span;
        constexpr std::uint32_t near = 30;
        if (q.of && q.of->begin >= span.end && q.of->begin - span.end <= near) span.end = q.of->end;
        return quoted(doc, span);
    }
};

bool is_exact(const Quantity& q) { return q.modifier.empty() && !q.upper; }

// Half a unit of the last figure that is written: 0.05 million for "$1.3m". 0 where the number is in words.
double half_unit(const Document& doc, const Quantity& q) {
    const std::string_view text = doc.slice(q.span);
    const std::size_t begin = text.find_first_of("0123456789");
    if (begin == std::string_view::npos) return 0;
    double written = 0;  // its figures as a whole number, the point left out
    bool fraction = false;
    for (std::size_t i = begin; i < text.size(); ++i) {
        if (text[i] >= '0' && text[i] <= '9') {
            written = written * 10 + (text[i] - '0');
        } else if (text[i] == '.' && !fraction) {
            fraction = true;
        } else if (text[i] != ',') {
            break;
        }
    }
    return written > 0 ? 0.5 * std::fabs(q.value) / written : 0;
}

// --- the patterns --------------------------------------------------------------------------------------

using Found = std::vector<Check>;

void report(std::string message, std::vector<const Quantity*> of, Found& found) {
    Check check{CheckKind::conflicting_numbers, std::move(message), {}};
    for (const Quantity* q : of) check.spans.push_back(q->span);
    std::sort(check.spans.begin(), check.spans.end());
    found.push_back(std::move(check));
}

// "22 people, including 25 children", "22 people, 25 of whom were children": a part larger than its whole.
void check_part(const Figures& figures, Found& found) {
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
        const Quantity &whole = figures[i], &part = figures[i + 1];
        if (whole.kind != QuantityKind::cardinal || part.kind != QuantityKind::cardinal || whole.upper ||
            !whole.of)
            continue;
        // "top three hits" are no three hits.
        if (figures.lower(whole.tokens.begin - 1) == "top") continue;
        if (!whole.modifier.empty() && !figures.words.has("at_most", whole.modifier)) continue;
        if (part.value <= whole.value || part.value < 2 || whole.value < 2) continue;
        Index at = figures.after(whole);
        if (figures.lower(at) == ",") ++at;
        const bool including = figures.lower(at) == "including" && part.tokens.begin == at + 1 && part.of;
        const Index end = part.tokens.end;
        const bool of_them = part.tokens.begin == at && figures.lower(end) == "of" &&
                             (figures.lower(end + 1) == "whom" || figures.lower(end + 1) == "them" ||
                              figures.lower(end + 1) == "which");
        if (!including && !of_them) continue;
        report(figures.said(part) + " are given as part of " + figures.said(whole) +
                   ", but are the larger figure. Check both.",
               {&whole, &part}, found);
    }
}

// "12 women and 11 men, a total of 24": the parts right before their sum.
void check_total(const Figures& figures, Found& found) {
    for (std::size_t i = 2; i < figures.size(); ++i) {
        const Quantity& total = figures[i];
        if (total.upper || !figures.words.has("sum", total.modifier)) continue;
        Index before = total.tokens.begin;
        if (before > figures.sentence.begin && figures.lower(before - 1) == ",") --before;
        double sum = 0;
        std::size_t first = i;
        std::vector<const Quantity*> parts;
        while (first > 0) {
            const Quantity& part = figures[first - 1];
            if (!is_exact(part) || part.kind != total.kind || part.unit != total.unit) break;
            const Index end = figures.after(part);
            const bool linked = end == before || (end + 1 == before &&
                                                  (figures.lower(end) == "," || figures.lower(end) == "and"));
            if (!linked) break;
            sum += part.value;
            parts.push_back(&part);
            before = part.tokens.begin;
            --first;
        }
        if (parts.size() < 2 || sum == total.value) continue;
        parts.push_back(&total);
        report("The parts before " + figures.said(total) + " do not add up to it. Check the figures.", parts,
               found);
    }
}

// "60% said yes and the remaining 30% no": what remains and the rest are a hundred.
void check_rest(const Figures& figures, Found& found) {
    double sum = 0, slack = 0;
    std::vector<const Quantity*> shares;
    bool rest = false;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Quantity& q = figures[i];
        if (q.kind != QuantityKind::percent) continue;
        if (!is_exact(q)) return;
        const std::string_view before = figures.lower(q.tokens.begin - 1);
        const std::string_view second = figures.lower(q.tokens.begin - 2);
        if (before == "remaining" || (before == "other" && second == "the")) {
            if (shares.empty()) return;
            rest = true;
        }
        sum += q.value;
        slack += std::max(half_unit(figures.doc, q), 0.5);
        shares.push_back(&q);
        if (rest) break;
    }
    if (!rest || std::fabs(sum - 100) <= slack) return;
    report("With " + figures.said(*shares.back()) +
               " as the rest, these shares do not add up to 100. Check them.",
           shares, found);
}

// "52% in favour and 51% against": more than a hundred.
void check_vote(const Figures& figures, Found& found) {
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
        const Quantity &one = figures[i], &other = figures[i + 1];
        if (one.kind != QuantityKind::percent || other.kind != QuantityKind::percent) continue;
        if (!is_exact(one) || !is_exact(other)) continue;
        const bool for_it =
            figures.lower(one.tokens.end) == "in" && figures.lower(one.tokens.end + 1) == "favour";
        const bool yes =
            for_it || figures.lower(one.tokens.end) == "for" || figures.lower(one.tokens.end) == "yes";
        const std::string_view next = figures.lower(other.tokens.end);
        if (!yes || (next != "against" && next != "no" && next != "opposed")) continue;
        if (one.value + other.value <= 101) continue;
        report(figures.said(one) + " and " + figures.said(other) + " are more than 100 together. Check both.",
               {&one, &other}, found);
    }
}

// "From £45m to £50m, a rise of 20%": `then` is £45m, `now` £50m, and `share` how far apart they are said to
// be.
struct Change {
    const Quantity *share, *then, *now;
};

// Reports a change whose two ends, as they are rounded, are not that far apart.
void check_ends(const Figures& figures, Change change, Found& found) {
    const Document& doc = figures.doc;
    const Quantity &share = *change.share, &then = *change.then, &now = *change.now;
    if (!is_exact(share) || !is_exact(now) || !is_exact(then)) return;
    if (now.kind != then.kind || now.unit != then.unit || now.value <= 0 || then.value <= 0) return;
    if (now.kind == QuantityKind::percent || now.kind == QuantityKind::ordinal) return;
    const double a = half_unit(doc, now), b = half_unit(doc, then), p = half_unit(doc, share);
    if (a == 0 || b == 0 || p == 0) return;
    const double least = ((now.value - a) / (then.value + b) - 1) * 100;
    const double most = ((now.value + a) / (then.value - b) - 1) * 100;
    const double low = least < 0 && most < 0 ? -most : least, high = least < 0 && most < 0 ? -least : most;
    const double slack = p + 0.5;
    if (std::fabs(share.value) >= low - slack && std::fabs(share.value) <= high + slack) return;
    report("From " + figures.said(then) + " to " + figures.said(now) + " is not " + figures.said(share) +
               ". Check the three figures.",
           {change.share, change.now, change.then}, found);
}

// "Rose 20% to £50m from £45m", "rose 20% from £45m to £50m", "from £45m to £50m, a rise of 20%".
void check_change(const Figures& figures, Found& found) {
    constexpr Index near = 4, far = 6;
    const auto follows = [&](std::size_t i, std::string_view word, Index reach) {
        const Index at = figures[i].tokens.begin;
        return figures.lower(at - 1) == word && at - 1 >= figures.after(figures[i - 1]) &&
               at - 1 <= figures.after(figures[i - 1]) + reach;
    };
    for (std::size_t i = 0; i + 2 < figures.size(); ++i) {
        const Quantity &first = figures[i], &second = figures[i + 1], &third = figures[i + 2];
        if (first.kind == QuantityKind::percent) {
            const bool at_once = second.tokens.begin == first.tokens.end + 1;
            if (at_once && figures.lower(first.tokens.end) == "to" && follows(i + 2, "from", near))
                check_ends(figures, {&first, &third, &second}, found);
            if (at_once && figures.lower(first.tokens.end) == "from" && follows(i + 2, "to", near))
                check_ends(figures, {&first, &second, &third}, found);
        } else if (third.kind == QuantityKind::percent && figures.lower(first.tokens.begin - 1) == "from" &&
                   follows(i + 1, "to", near) && follows(i + 2, "of", far) &&
                   figures.words.has("change", figures.lower(third.tokens.begin - 2))) {
            check_ends(figures, {&third, &first, &second}, found);
        }
    }
}

// "120 of the 400 members, or 45%": a share that its figures do not make.
void check_share(const Figures& figures, Found& found) {
    for (std::size_t i = 0; i + 2 < figures.size(); ++i) {
        const Quantity &part = figures[i], &whole = figures[i + 1], &share = figures[i + 2];
        if (share.kind != QuantityKind::percent || part.kind != whole.kind || part.unit != whole.unit)
            continue;
        if (part.kind != QuantityKind::cardinal && part.kind != QuantityKind::money) continue;
        if (!is_exact(part) || !is_exact(whole) || !is_exact(share)) continue;
        if (part.value <= 1 || part.value >= whole.value) continue;
        constexpr Index reach = 2;
        const Index of = part.tokens.end;
        if (figures.lower(of) != "of" || whole.tokens.begin > of + reach) continue;
        Index at = figures.after(whole);
        const bool bracket = figures.lower(at) == "(";
        if (figures.lower(at) == "," || bracket) ++at;
        if (figures.lower(at) == "or") ++at;
        if (share.tokens.begin != at || (!bracket && figures.lower(at - 1) != "or")) continue;
        const double slack = std::max(half_unit(figures.doc, share), 0.5) + 0.5;
        if (std::fabs(100 * part.value / whole.value - share.value) <= slack) continue;
        report(figures.said(part) + " of " + figures.said(whole) + " is not " + figures.said(share) +
                   ". Check the three figures.",
               {&part, &whole, &share}, found);
    }
}

struct SumPattern {
    std::string_view name;
    void (*check)(const Figures&, Found&);
};

constexpr std::array patterns{
    SumPattern{"a part larger than its whole", check_part},
    SumPattern{"parts before their total", check_total},
    SumPattern{"shares and the rest of a hundred", check_rest},
    SumPattern{"votes for and against", check_vote},
    SumPattern{"a change and its ends", check_change},
    SumPattern{"a share of a whole", check_share},
};

// --- across sentences ------------------------------------------------------------------------------------

// "In all", "in total", "altogether".
bool sums_up(const Figures& figures) {
    for (Index token = figures.sentence.begin; token < figures.sentence.end; ++token)
        if (figures.words.has("summing", figures.lower(token)) ||
            (figures.lower(token - 1) == "in" && figures.words.has("whole", figures.lower(token))))
            return true;
    return false;
}

// The parts in one sentence, their sum in the next: "£9,500 in a car park, £6,000 in an envelope and £4,000
// in a box. In all he received £21,500."
void check_sum_after(const Figures& parts, const Figures& whole, Found& found) {
    constexpr std::size_t fewest = 3;
    if (whole.size() == 0 || parts.size() < fewest || !sums_up(whole)) return;
    const Quantity* total = nullptr;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        // A count may be of something else than the parts are.
        if (whole[i].kind == QuantityKind::cardinal) return;
        if (whole[i].kind != QuantityKind::money) continue;
        if (total) return;
        total = &whole[i];
    }
    if (!total || total->upper || (!total->modifier.empty() && !whole.words.has("sum", total->modifier)))
        return;
    std::vector<const Quantity*> of;
    double sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind != total->kind) continue;
        if (!is_exact(parts[i]) || parts[i].unit != total->unit || parts[i].value >= total->value) return;
        sum += parts[i].value;
        of.push_back(&parts[i]);
    }
    // Far from the sum they are other things.
    constexpr double near = 0.25;
    const double slack = half_unit(whole.doc, *total);
    const double difference = std::fabs(sum - total->value);
    if (of.size() < fewest || difference <= slack || difference > near * total->value) return;
    of.push_back(total);
    report("The figures before " + whole.said(*total) +
               " do not add up to it. Check them, or say what is left out.",
           of, found);
}

// The votes of two rivals in one sentence ("97,402 votes against 98,502"), the margin in another.
struct Votes {
    const Quantity *one = nullptr, *other = nullptr, *margin = nullptr;
    bool several = false;

    void read(const Figures& figures) {
        constexpr double fewest = 100;
        const auto counts_votes = [&](const Quantity& q) {
            return q.kind == QuantityKind::cardinal && is_exact(q) && q.value >= 2 && q.of &&
                   figures.words.has("vote", figures.lower(figures.after(q) - 1));
        };
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const Quantity& q = figures[i];
            const std::string_view before = figures.lower(q.tokens.begin - 1);
            const bool of_margin =
                before == "of" && figures.words.has("margin", figures.lower(q.tokens.begin - 2));
            if (q.kind == QuantityKind::cardinal && is_exact(q) &&
                (of_margin || (before == "by" && counts_votes(q)))) {
                several = several || (margin != nullptr && margin->value != q.value);
                margin = &q;
            } else if (counts_votes(q) && q.value >= fewest && i + 1 < figures.size()) {
                const Quantity& next = figures[i + 1];
                const std::string_view link = figures.lower(figures.after(q));
                if (next.kind != QuantityKind::cardinal || !is_exact(next) || next.value < fewest ||
                    next.tokens.begin != figures.after(q) + 1 || (link != "against" && link != "to"))
                    continue;
                several = several || one != nullptr;
                one = &q;
                other = &next;
            }
        }
    }

    void check(const Document& doc, Found& found) const {
        if (several || !one || !margin) return;
        const double difference = std::fabs(one->value - other->value);
        // Far from the difference, the margin is that of another vote.
        if (margin->value == difference || margin->value > 2 * difference || difference > 2 * margin->value)
            return;
        report("A margin of " + quoted(doc, margin->span) + " does not fit " + quoted(doc, one->span) +
                   " against " + quoted(doc, other->span) + ". Check the three figures.",
               {one, other, margin}, found);
    }
};

}  // namespace

void check_sums(Document& doc, const Resources& resources) {
    constexpr std::size_t most_figures = 24, most_checks = 5;
    const WordClasses words(resources.table("check_words"));
    Found found;
    Votes votes;
    const Quantity* next = doc.quantities.data();
    const Quantity* const end = next + doc.quantities.size();
    const Quantity *before = next, *before_end = next;  // those of the sentence before
    TokenRange sentence_before;
    for (const Sentence& sentence : doc.sentences) {
        Figures figures{doc, words, sentence.tokens, next, next};
        while (next != end && next->tokens.begin < sentence.tokens.end) figures.end = ++next;
        if (figures.size() > most_figures) {
            before = before_end = next;
            continue;
        }
        check_sum_after({doc, words, sentence_before, before, before_end}, figures, found);
        votes.read(figures);
        before = figures.begin;
        before_end = figures.end;
        sentence_before = sentence.tokens;
        if (figures.size() < 2) continue;
        for (const SumPattern& pattern : patterns) pattern.check(figures, found);
    }
    votes.check(doc, found);
    for (std::size_t i = 0; i < found.size() && i < most_checks; ++i)
        doc.checks.push_back(std::move(found[i]));
}

}  // namespace lede::checks
