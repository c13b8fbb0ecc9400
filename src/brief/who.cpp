// Who: the subjects of the main clauses and whoever else takes part in them, people and bodies first.
#include <algorithm>
#include <optional>
#include <unordered_set>

#include "brief/candidates.h"

namespace lede::brief {

namespace {

enum Feature : std::uint32_t {
    bias,
    place,
    place_actor,
    place_kind,
    kind_of,
    salience,
    again,
    place_again,
    definite,
    passive_kind,
    reporting_kind,
    quoted,
    reported_kind,
};

// How somebody takes part.
enum class Role : std::uint32_t { subject, passive_subject, agent, patient, inner_agent, inner_patient };

class Who {
  public:
    Who(const Story& story, std::vector<Candidate>& candidates)
        : story_(story), doc_(story.doc), candidates_(candidates) {}

    void find() {
        constexpr std::size_t most = 60;
        for (const MainClause& clause : story_.clauses()) {
            if (clause.subject == none) continue;
            const Deprel relation = doc_.tokens.deprel[clause.subject];
            const bool passive = relation == Deprel::nsubj_pass;
            add(clause.subject, clause, passive ? Role::passive_subject : Role::subject);
        }
        for (const MainClause& clause : story_.clauses()) {
            add_participants(clause.predicate, clause, false);
            if (clause.reports) continue;
            const TokenRange inside = story_.subtrees[clause.predicate];
            for (Index token = inside.begin; token < inside.end && candidates_.size() < most; ++token)
                if (token != clause.predicate) add_participants(token, clause, true);
        }
    }

  private:
    void add_participants(Index token, const MainClause& clause, bool inner) {
        const Index number = doc_.tokens.proposition[token];
        if (number == none) return;
        const Proposition& told = doc_.propositions[number];
        if (told.agent) add(told.agent->head, clause, inner ? Role::inner_agent : Role::agent);
        if (told.patient) add(told.patient->head, clause, inner ? Role::inner_patient : Role::patient);
    }

    // 0 nobody, 1 person by name, 2 body, 3 state, 4 people, 5 noun for people, 6 noun for bodies, 7 pronoun,
    // 8 amount
    std::uint32_t kind(Index head) const {
        const Upos tag = doc_.tokens.upos[head];
        if (tag == Upos::PRON || tag == Upos::DET) return 7;
        const Index quantity = doc_.tokens.quantity[head];
        if (quantity != none && doc_.quantities[quantity].kind != QuantityKind::cardinal &&
            doc_.quantities[quantity].kind != QuantityKind::ordinal)
            return 8;
        const Index entity = story_.entity_of(head);
        const bool name = story_.syntax.mention_is_name(head);
        if (entity != none && name) switch (doc_.entities[entity].type) {
                case EntityType::PERSON:
                    return 1;
                case EntityType::ORG:
                    return 2;
                case EntityType::GPE:
                    return 3;
                case EntityType::NORP:
                    return 4;
                default:
                    return 0;
            }
        const std::string_view lemma = doc_.lemma(head);
        if (story_.actors.is_person(lemma)) return 5;
        if (story_.actors.is_actor(lemma)) return 6;
        if (entity != none) switch (doc_.entities[entity].type) {
                case EntityType::PERSON:
                    return 5;
                case EntityType::ORG:
                case EntityType::GPE:
                case EntityType::NORP:
                    return 6;
                default:
                    return 0;
            }
        if (tag == Upos::PROPN) return 9;
        return 0;
    }

    // A name alone reads better than the phrase around it, the full name of headline and lead better than a
    // surname; but "Ann Lee and Bo Hall" stay together.
    std::optional<Span> name_in(Index head, TokenRange words, Index entity) const {
        if (entity == none) return std::nullopt;
        for (Index child = story_.syntax.children.first(head); child != none;
             child = story_.syntax.children.next(child))
            if (doc_.tokens.deprel[child] == Deprel::conj && words.contains(child)) return std::nullopt;
        const Span whole = doc_.span_of(words);
        std::optional<Span> name;
        bool here = false;
        constexpr std::size_t read = 20;
        const std::vector<Index>& mentions = doc_.entities[entity].mentions;
        for (std::size_t i = 0; i < mentions.size() && i < read; ++i) {
            const Mention& mention = doc_.mentions[mentions[i]];
            if (mention.kind != MentionKind::name) continue;
            const bool inside = whole.contains(mention.span);
            here = here || inside;
            if (!inside && story_.part_of(mention.sentence) == Part::later) continue;
            if (!name || mention.span.size() > name->size()) name = mention.span;
        }
        return here ? name : std::nullopt;
    }

    void add(Index head, const MainClause& clause, Role part) {
        if (doc_.tokens.upos[head] == Upos::VERB || doc_.tokens.upos[head] == Upos::PUNCT) return;
        if (!tried_.insert(head).second) return;
        // "One of the exporters", "thousands of troops": the kind is that of those counted.
        Index counted = head;
        const std::uint32_t own = kind(head);
        if (own == 0 || own == 8)
            for (Index child = story_.syntax.children.first(head); child != none;
                 child = story_.syntax.children.next(child))
                if (doc_.tokens.deprel[child] == Deprel::nmod && child > head &&
                    (doc_.tokens.upos[head] == Upos::NUM || doc_.tokens.xpos[head] == Xpos::NNS ||
                     doc_.lower(story_.subtrees[child].begin) == "of")) {
                    if (doc_.tokens.upos[head] == Upos::NUM || doc_.tokens.xpos[head] == Xpos::NNS)
                        counted = child;
                    break;
                }
        const std::uint32_t what = counted == head ? own : kind(counted);
        if (what == 7) return;
        TokenRange words = story_.phrase_words(head);
        // "*Tarrant Harbour* to trap its peacocks"
        if (head == clause.subject && words.contains(clause.predicate)) words.end = clause.predicate;
        while (words.end > head + 1 &&
               (doc_.tokens.xpos[words.end - 1] == Xpos::TO || doc_.tokens.upos[words.end - 1] == Upos::AUX ||
                (doc_.tokens.upos[words.end - 1] == Upos::PUNCT &&
                 doc_.tokens.xpos[words.end - 1] != Xpos::RRB)))
            --words.end;
        if (words.empty() || doc_.tokens.sentence[words.begin] != doc_.tokens.sentence[words.end - 1]) return;
        const Index entity = story_.entity_of(head);
        const Span span = name_in(head, words, entity).value_or(doc_.span_of(words));
        for (const Candidate& known : candidates_)
            if (known.span == span) return;
        Candidate& candidate = candidates_.emplace_back();
        candidate.span = span;
        candidate.entity = entity;
        FeatureList list(candidate.features);
        const auto on = [&](Feature feature, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
            list.add(about(Question::who, feature), a, b, c);
        };
        const std::uint32_t where = static_cast<std::uint32_t>(clause.part) * 4 + (clause.reported ? 1 : 0) +
                                    (clause.reports ? 2 : 0);
        const auto role = static_cast<std::uint32_t>(part);
        const bool actor = (what >= 1 && what <= 6) || what == 9;
        on(bias, 0);
        on(place, where, role);
        on(place_actor, where, role, actor);
        on(place_kind, role, what);
        on(kind_of, what);
        on(reporting_kind, static_cast<std::uint32_t>(clause.part), what);
        on(salience, entity == none ? 99 : std::min<std::uint32_t>(entity, 4), actor);
        // Is the same one the subject of another main clause?
        std::uint32_t others = 0;
        for (const MainClause& other : story_.clauses())
            if (other.subject != none && other.subject != head &&
                ((entity != none && story_.entity_of(other.subject) == entity) ||
                 doc_.tokens.lemma[other.subject] == doc_.tokens.lemma[head]))
                others = 1;
        on(again, others, actor);
        on(place_again, where, role, others);
        on(definite, doc_.tokens.upos[words.begin] == Upos::DET, actor);
        on(quoted, story_.in_quote(head), actor);
        // "Doctors say *the king* is well": is there somebody to tell of in what is reported?
        std::uint32_t told = 0;
        if (clause.reports)
            for (const MainClause& other : story_.clauses())
                if (other.reported && other.part == clause.part && other.subject != none)
                    told = doc_.tokens.upos[other.subject] == Upos::PRON ? 1
                           : story_.is_actor(other.subject)              ? 2
                                                                         : 3;
        on(reported_kind, told, clause.reported, actor);
    }

    const Story& story_;
    const Document& doc_;
    std::vector<Candidate>& candidates_;
    std::unordered_set<Index> tried_;  // looked up, never walked
};

}  // namespace

void find_who(const Story& story, std::vector<Candidate>& candidates) { Who(story, candidates).find(); }

}  // namespace lede::brief
