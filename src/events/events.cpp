#include "events/events.h"

#include <algorithm>
#include <unordered_set>

#include "events/plover.h"
#include "events/weights.h"
#include "propositions/modality.h"
#include "propositions/participants.h"

namespace lede {

using namespace events;

namespace {

// Reads each proposition that tells of something that happened, is to happen or is said to have happened.
class EventFinder {
  public:
    EventFinder(Document& doc, const Resources& resources)
        : doc_(doc),
          syntax_(doc, resources),
          lexicon_(resources),
          times_(syntax_),
          taken_(doc.tokens.size(), false),
          words_(resources),
          reporting_(resources.table("reporting_verbs")),
          dull_(resources.table("dull_verbs")) {}

    void find() {
        for (const Proposition& said : doc_.propositions) {
            const Index trigger = said.trigger;
            if (doc_.tokens.upos[trigger] == Upos::VERB && syntax_.phrases.at(trigger) == none)
                read_verb(said);
            else if (is_noun(doc_.tokens.xpos[trigger]) && !taken_[trigger])
                read_noun(said);
        }
        std::stable_sort(doc_.events.begin(), doc_.events.end(),
                         [](const Event& a, const Event& b) { return a.trigger.begin < b.trigger.begin; });
    }

    /// Of the verbs that are seldom news those that the story is not about. Reads `weight`.
    void leave_out_frames() {
        constexpr float least_weight = 0.45F;
        std::erase_if(doc_.events, [&](const Event& event) {
            return event.weight < least_weight && frames_.contains(event.trigger_token);
        });
    }

  private:
    bool has_clause_complement(Index verb, Deprel relation) const {
        return syntax_.children.find(doc_, verb, relation) != none;
    }

    // "It is a pleasant place to visit", "it is time to leave": nobody does so.
    bool is_of_predicate(Index verb) const {
        const Index noun = doc_.tokens.head[verb];
        return noun != none && doc_.tokens.deprel[verb] == Deprel::acl &&
               doc_.tokens.xpos[verb] == Xpos::VB && syntax_.children.find(doc_, noun, Deprel::cop) != none &&
               is_circumstance(syntax_, noun);
    }

    // "suspected militants": such participles describe, and tell no event.
    bool describes(Index verb) const {
        return doc_.tokens.deprel[verb] == Deprel::amod || is_of_predicate(verb);
    }

    // "*It* seems that nobody knows": stands for the clause.
    bool is_expletive(const Clause& clause) const {
        return clause.subject != none && doc_.lower(clause.subject) == "it" &&
               dull_.contains(doc_.lemma(clause.verb)) && has_clause_complement(clause.verb, Deprel::ccomp);
    }

    // Does the verb only say something, or only lead to the verb that tells the event? Few of these are news:
    // "pleaded guilty", "declined to stand".
    bool is_frame(const Clause& clause, const PloverLexicon::Reading& reading) const {
        if (reading.listed) return false;
        const Index verb = clause.verb;
        const std::string_view lemma = doc_.lemma(verb);
        // "gave *up*", "took *part*": with a particle a dull verb tells something of its own.
        if (dull_.contains(lemma) && clause.particle == none) return true;
        if (has_clause_complement(verb, Deprel::xcomp) && words_.governors.contains(lemma)) return true;
        return reporting_.contains(lemma) &&
               (clause.object == none || has_clause_complement(verb, Deprel::ccomp));
    }

    // The noun phrase right after a preposition that follows a token.
    Index head_after(Index token) const {
        if (token == none || token + 1 >= doc_.tokens.size()) return none;
        const Index number = syntax_.phrases.at(token + 1);
        if (number == none || doc_.tokens.sentence[token + 1] != doc_.tokens.sentence[token]) return none;
        return syntax_.phrases[number].head;
    }

    // "talks *with leaders*", "an attack *on the town*".
    Index target_after(Index noun) const {
        const Index number = syntax_.phrases.at(noun);
        if (number == none) return none;
        const Index next = syntax_.phrases[number].tokens.end;
        if (next >= doc_.tokens.size() || doc_.tokens.sentence[next] != doc_.tokens.sentence[noun])
            return none;
        for (std::string_view link :
             {"with", "on", "against", "to", "into", "over", "of", "for", "between", "from", "at"})
            if (doc_.lower(next) == link) return head_after(next);
        return none;
    }

    Index patient_of(const Clause& clause, const PloverLexicon::Reading& reading) const {
        if (reading.noun != none) {
            if (clause.recipient != none) return clause.recipient;
            if (const Index target = target_after(reading.noun); target != none) return target;
        }
        if (reading.preposition != none) {
            for (const Oblique& oblique : clause.obliques)
                if (oblique.preposition == reading.preposition) return oblique.head;
            if (const Index head = head_after(reading.preposition); head != none) return head;
        }
        if (reading.noun != none) {
            for (const Oblique& oblique : clause.obliques)
                for (std::string_view link : {"with", "on", "against", "to"})
                    if (doc_.lower(oblique.preposition) == link) return oblique.head;
            return clause.object;
        }
        if (clause.recipient != none && reading.listed) return clause.recipient;
        if (clause.object != none) return clause.object;
        if (!reading.listed) return none;
        if (const Index complement = syntax_.children.find(doc_, clause.verb, Deprel::ccomp);
            complement != none) {
            const Index subject = syntax_.children.find(doc_, complement, Deprel::nsubj);
            const bool asks = reading.type == EventClass::REQUEST || reading.type == EventClass::THREATEN;
            if (asks && subject != none) return subject;
        }
        for (const Oblique& oblique : clause.obliques)
            for (std::string_view link : {"with", "against", "to", "on", "at", "into", "from"})
                if (doc_.lower(oblique.preposition) == link) return oblique.head;
        return none;
    }

    void read_verb(const Proposition& said) {
        const Index verb = said.trigger;
        const Clause clause = read_clause(syntax_, verb);
        const PloverLexicon::Reading reading = lexicon_.read_verb(syntax_, clause);
        if (describes(verb) || is_expletive(clause)) return;
        Event event;
        event.agent = filled(said.agent);
        event.patient = participant(syntax_, patient_of(clause, reading));
        if (reading.noun == none && (reading.preposition == none || has_object(said)))
            if (auto patient = filled(said.patient)) event.patient = patient;
        if (event.agent && event.patient && event.agent->span.overlaps(event.patient->span))
            event.patient.reset();
        settle_amount(said, event);
        // "agreed *to release the money*": what is agreed.
        if (!event.patient) event.patient = clause_of(said, event.agent);
        event.place = filled(said.place);
        if (!event.place) event.place = place_of(syntax_, clause);
        if (event.patient && event.place && event.patient->span == event.place->span) event.place.reset();
        if (!event.agent && !event.patient) return;
        if (reading.noun != none) taken_[reading.noun] = true;
        event.lemma = reading.lemma;
        event.type = reading.type;
        if (is_frame(clause, reading)) frames_.insert(verb);
        constexpr float base = 0.4F, participant_seen = 0.15F, class_known = 0.2F;
        event.score = base + (event.agent ? participant_seen : 0) + (event.patient ? participant_seen : 0) +
                      (event.type != EventClass::other ? class_known : 0);
        add(std::move(event), said);
    }

    // "accused *him* of theft", "*he* was charged with theft", "*men* accused of theft": the one it is done
    // to stands before what it is about.
    bool has_object(const Proposition& said) const {
        if (!said.patient) return false;
        const Deprel relation = doc_.tokens.deprel[said.patient->head];
        const bool passive = doc_.tokens.xpos[said.trigger] == Xpos::VBN && said.patient->head < said.trigger;
        return relation == Deprel::obj || passive;
    }

    // "voted *5-2*", "profits rose *18 %*": by how much is no patient; what rose is one.
    void settle_amount(const Proposition& said, Event& event) const {
        if (!said.patient || !event.patient || event.patient->span != doc_.span_of(said.patient->tokens))
            return;
        const Index quantity = doc_.tokens.quantity[said.patient->head];
        if (quantity == none || said.patient->head < said.trigger) return;
        const QuantityKind kind = doc_.quantities[quantity].kind;
        const bool share = kind == QuantityKind::percent;
        const bool count = kind == QuantityKind::cardinal && doc_.tokens.xpos[said.patient->head] == Xpos::CD;
        if (!share && !count) return;
        event.patient.reset();
        if (share) std::swap(event.agent, event.patient);
    }

    // A noun phrase that fills a role; an age or a day takes no part in an event.
    std::optional<Participant> filled(const std::optional<Argument>& argument) const {
        if (!argument) return std::nullopt;
        const Index head = argument->head, mention = doc_.tokens.mention[head];
        if (syntax_.in_time[head] || syntax_.in_age[head] || doc_.tokens.xpos[head] == Xpos::EX ||
            (syntax_.phrases.at(head) == none && mention == none))
            return std::nullopt;
        return Participant{doc_.span_of(argument->tokens),
                           mention == none ? none : doc_.mentions[mention].entity};
    }

    std::optional<Participant> clause_of(const Proposition& said,
                                         const std::optional<Participant>& agent) const {
        if (!said.patient || filled(said.patient)) return std::nullopt;
        const Argument& clause = *said.patient;
        const Upos tag = doc_.tokens.upos[clause.head];
        const bool says = tag == Upos::VERB || tag == Upos::ADJ || tag == Upos::AUX;
        const Span span = doc_.span_of(clause.tokens);
        if (!says || syntax_.in_time[clause.head] || clause.tokens.contains(said.trigger) ||
            (agent && agent->span.overlaps(span)))
            return std::nullopt;
        return Participant{span, none};
    }

    // "the Gulf war": called by a name, it is a time or a setting.
    bool is_named_war(Index noun) const {
        const Index name = syntax_.children.find(doc_, noun, Deprel::compound);
        return doc_.lemma(noun) == "war" && name != none && doc_.tokens.upos[name] == Upos::PROPN;
    }

    // "Monday's *attack* in Manchester", "Israeli *raids* on Gaza".
    void read_noun(const Proposition& said) {
        const Index noun = said.trigger;
        // "delayed their meeting": the verb tells it.
        const bool put_off = said.polarity == Polarity::negative && doc_.tokens.deprel[noun] == Deprel::obj;
        if (put_off || is_named_war(noun)) return;
        const auto type = lexicon_.read_noun(syntax_, noun);
        if (!type) return;
        Clause clause;
        clause.verb = noun;
        Event event;
        event.type = *type;
        event.agent = filled(said.agent);
        event.patient = participant(syntax_, target_after(noun));
        if (!event.patient) event.patient = filled(said.patient);
        if (event.agent && event.patient && event.agent->span.overlaps(event.patient->span))
            event.patient.reset();
        event.place = place_of(syntax_, clause);
        const bool named_patient = event.patient && event.patient->entity != none;
        const bool typed_place = event.place && event.type != EventClass::other;
        // "their meeting" may be any.
        const bool told_agent = event.agent && doc_.tokens.xpos[said.agent->head] != Xpos::PRPS;
        if (!told_agent && !named_patient && !typed_place) return;
        event.lemma = doc_.lemma(noun);
        constexpr float uncertain = 0.5F;
        event.score = uncertain;
        add(std::move(event), said);
    }

    // "*nobody* was hurt", "took *no* action", "*not* everyone came"
    bool is_nobody(const std::optional<Argument>& argument) const {
        if (!argument) return false;
        const Index first = argument->tokens.begin;
        const bool negated = first > 0 && doc_.tokens.sentence[first - 1] == doc_.tokens.sentence[first] &&
                             doc_.tokens.head[first - 1] != none &&
                             argument->tokens.contains(doc_.tokens.head[first - 1]) &&
                             words_.helpers.find(doc_.lower(first - 1)) == "negative";
        return negated || words_.helpers.find(doc_.lower(first)) == "negative";
    }

    void add(Event event, const Proposition& said) {
        event.trigger = doc_.tokens.span[said.trigger];
        event.trigger_token = said.trigger;
        event.polarity =
            is_nobody(said.agent) || is_nobody(said.patient) ? Polarity::negative : said.polarity;
        event.modality = said.modality;
        event.time = said.time != none ? said.time : times_.time_of(said.trigger);
        event.quote = doc_.tokens.quote[said.trigger];
        event.sentence = doc_.tokens.sentence[said.trigger];
        doc_.events.push_back(std::move(event));
    }

    Document& doc_;
    Syntax syntax_;
    PloverLexicon lexicon_;
    TimesOfClauses times_;
    std::vector<bool> taken_;           // by token: the event noun of a light verb
    std::unordered_set<Index> frames_;  // triggers of verbs that are seldom news
    ModalWords words_;
    Table reporting_, dull_;
};

}  // namespace

void find_event_candidates(Document& doc, const Resources& resources) { EventFinder(doc, resources).find(); }

void find_events(Document& doc, const Resources& resources) {
    EventFinder finder(doc, resources);
    finder.find();
    weigh_events(doc, resources);
    finder.leave_out_frames();
    link_same_events(doc);
}

}  // namespace lede
