// Figures of one sentence that do not add up: parts and their whole, shares of a hundred, a change and its
// ends.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "checks/check_families.h"

namespace lede::checks {

namespace {

// The quantities of one sentence.
struct Figures {
    const Document& doc;
    TokenRange sentence;
    const Quantity* begin = nullptr;
    const Quantity* end = nullptr;

    std::size_t size() const { return static_cast<std::size_t>(end - begin); }
    const Quantity& operator[](std::size_t i) const { return begin[i]; }
    /// The atom after a quantity with what it counts.
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
        if (whole.modifier != "" && whole.modifier != "up to" && whole.modifier != "nearly") continue;
        if (part.value <= whole.value || part.value < 2 || whole.value < 2) continue;
        Index at = figures.after(whole);
        if (figures.lower(at) == ",") ++at;
        const bool including = figures.lower(at) == "including" && part.tokens.begin == at + 1 && part.of;
        const Index end = part.tokens.end;
        const bool of_them = part.tokens.begin == at && figures.lower(end) == "of" &&
                             (figures.lower(end + 1) == "whom" || figures.lower(end + 1) == "them" ||
                              figures.lower(end + 1) == "which");
        if (!including && !of_them) continue;
        report(figures.said(part) + " are told as a part of " + figures.said(whole) + ", but are more.",
               {&whole, &part}, found);
    }
}

// "12 women and 11 men, a total of 24": the parts right before their sum.
void check_total(const Figures& figures, Found& found) {
    for (std::size_t i = 2; i < figures.size(); ++i) {
        const Quantity& total = figures[i];
        if (total.modifier != "a total of" || total.upper) continue;
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
        report("The parts before " + figures.said(total) + " add up to another number.", parts, found);
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
    report("With " + figures.said(*shares.back()) + " as the rest, these shares do not add up to 100.",
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
        report(figures.said(one) + " and " + figures.said(other) + " are more than 100 together.",
               {&one, &other}, found);
    }
}

// "Rose 20% to £50m from £45m": the change that the ends make, as they are rounded, is another.
void check_change(const Figures& figures, Found& found) {
    const Document& doc = figures.doc;
    for (std::size_t i = 0; i + 2 < figures.size(); ++i) {
        const Quantity &share = figures[i], &now = figures[i + 1], &then = figures[i + 2];
        if (share.kind != QuantityKind::percent || !is_exact(share) || !is_exact(now) || !is_exact(then))
            continue;
        if (now.kind != then.kind || now.unit != then.unit || now.value <= 0 || then.value <= 0) continue;
        if (now.kind == QuantityKind::percent || now.kind == QuantityKind::ordinal) continue;
        if (figures.lower(share.tokens.end) != "to" || now.tokens.begin != share.tokens.end + 1) continue;
        constexpr Index reach = 4;
        const Index from = then.tokens.begin - 1;
        if (figures.lower(from) != "from" || from > figures.after(now) + reach) continue;
        const double a = half_unit(doc, now), b = half_unit(doc, then), p = half_unit(doc, share);
        if (a == 0 || b == 0 || p == 0) continue;
        const double least = ((now.value - a) / (then.value + b) - 1) * 100;
        const double most = ((now.value + a) / (then.value - b) - 1) * 100;
        const double low = least < 0 && most < 0 ? -most : least,
                     high = least < 0 && most < 0 ? -least : most;
        const double slack = p + 0.5;
        if (std::fabs(share.value) >= low - slack && std::fabs(share.value) <= high + slack) continue;
        report("From " + figures.said(then) + " to " + figures.said(now) + " is not " + figures.said(share) +
                   ".",
               {&share, &now, &then}, found);
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
};

}  // namespace

void check_sums(Document& doc) {
    constexpr std::size_t most_figures = 24, most_checks = 5;
    Found found;
    const Quantity* next = doc.quantities.data();
    const Quantity* const end = next + doc.quantities.size();
    for (const Sentence& sentence : doc.sentences) {
        Figures figures{doc, sentence.tokens, next, next};
        while (next != end && next->tokens.begin < sentence.tokens.end) figures.end = ++next;
        if (figures.size() < 2 || figures.size() > most_figures) continue;
        for (const SumPattern& pattern : patterns) pattern.check(figures, found);
    }
    for (std::size_t i = 0; i < found.size() && i < most_checks; ++i)
        doc.checks.push_back(std::move(found[i]));
}

}  // namespace lede::checks
