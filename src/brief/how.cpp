// How: the means that a main clause names. Few articles say it in so many words, so that a rule that is
// mostly silent did better on the annotated stories than a ranker.
#include <algorithm>

#include "brief/how.h"

namespace lede::brief {

namespace {

class How {
  public:
    explicit How(const Story& story) : story_(story), doc_(story.doc) {}

    std::vector<Answer> find() {
        constexpr float by_doing = 0.8F, by_margin = 0.75F, in_writing = 0.65F, step = 0.05F;
        constexpr Index most = 60;
        for (const MainClause& clause : story_.clauses()) {
            if (clause.part == Part::later) continue;
            const float less = step * static_cast<float>(clause.part);
            Index seen = 0;
            for (Index child = story_.syntax.children.first(clause.predicate); child != none && seen < most;
                 child = story_.syntax.children.next(child), ++seen) {
                const Index marker = story_.marker_of(child);
                if (marker == none || story_.syntax.in_time[child] || story_.is_actor(child)) continue;
                const Deprel relation = doc_.tokens.deprel[child];
                const std::uint32_t sign = story_.marker_class(marker);
                if (relation == Deprel::advcl && sign == hash("means"))
                    add(marker, story_.clause_words(child), by_doing - less);
                else if (relation != Deprel::obl)
                    continue;
                else if (sign == hash("means") && (is_counted(child) || is_manner(clause.predicate, child)))
                    add(marker, story_.phrase_words(child), by_margin - less);
                else if (sign == hash("place") && story_.carries_words(child))
                    add(marker, story_.phrase_words(child), in_writing - less);
            }
        }
        return std::move(answers_);
    }

  private:
    // "by 31 votes"
    bool is_counted(Index token) const {
        if (doc_.tokens.quantity[token] != none) return true;
        return story_.syntax.children.find(doc_, token, Deprel::nummod) != none;
    }

    // "by a single vote"
    bool is_manner(Index predicate, Index token) const {
        const Index number = doc_.tokens.proposition[predicate];
        return number != none && doc_.tokens.upos[token] == Upos::NOUN && doc_.propositions[number].manner &&
               doc_.propositions[number].manner->head == token;
    }

    void add(Index marker, TokenRange words, float score) {
        if (words.empty() || marker > words.begin || words.begin > marker + 2) return;
        // "the *by-election*"
        if (doc_.tokens.xpos[marker + 1] == Xpos::HYPH || doc_.lower(marker + 1) == "-") return;
        words.begin = marker;
        if (words.size() < 2) return;
        answers_.push_back({doc_.span_of(words), score, none});
    }

    const Story& story_;
    const Document& doc_;
    std::vector<Answer> answers_;
};

}  // namespace

std::vector<Answer> find_how(const Story& story) { return How(story).find(); }

}  // namespace lede::brief
