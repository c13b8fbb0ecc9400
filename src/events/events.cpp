#include "events/events.h"

#include <algorithm>

#include "events/plover.h"
#include "propositions/modality.h"
#include "propositions/participants.h"

namespace lede {

using namespace events;

namespace {

class EventFinder {
  public:
    EventFinder(Document& doc, const Resources& resources)
        : doc_(doc),
          syntax_(doc),
          lexicon_(resources),
          times_(syntax_),
          taken_(doc.tokens.size(), false),
          is_cue_(doc.tokens.size(), false),
          words_(resources),
          reporting_(resources.table("reporting_verbs")),
          dull_(resources.table("dull_verbs")) {
        mark_cues();
    }

    void find() {
        for (Index token = 0; token < doc_.tokens.size(); ++token)
            if (doc_.tokens.upos[token] == Upos::VERB && is_verb(doc_.tokens.xpos[token]) &&
                syntax_.phrases.at(token) == none)
                read_verb(token);
        for (Index token = 0; token < doc_.tokens.size(); ++token)
            if (is_noun(doc_.tokens.xpos[token]) && !taken_[token]) read_noun(token);
        std::stable_sort(doc_.events.begin(), doc_.events.end(),
                         [](const Event& a, const Event& b) { return a.trigger.begin < b.trigger.begin; });
    }

  private:
    void mark_cues() {
        for (const Quote& quote : doc_.quotes) {
            if (!quote.cue) continue;
            const auto& spans = doc_.tokens.span;
            auto at = std::lower_bound(spans.begin(), spans.end(), *quote.cue,
                                       [](Span token, Span cue) { return token.begin < cue.begin; });
            constexpr int longest_cue = 8;
            for (int i = 0; i < longest_cue && at != spans.end() && at->end <= quote.cue->end; ++i, ++at)
                is_cue_[static_cast<std::size_t>(at - spans.begin())] = true;
        }
    }

    bool has_clause_complement(Index verb, Deprel relation) const {
        return syntax_.children.find(doc_, verb, relation) != none;
    }

    // "It is a pleasant place to visit", "it is time to leave": nobody does so.
    bool is_of_predicate(Index verb) const {
        const Index noun = doc_.tokens.head[verb];
        return noun != none && doc_.tokens.deprel[verb] == Deprel::acl &&
               doc_.tokens.xpos[verb] == Xpos::VB && syntax_.children.find(doc_, noun, Deprel::cop) != none &&
               is_circumstance(doc_, noun);
    }

    // "suspected militants", "militiamen armed with machetes", "a firm based in Bonn": such participles
    // describe, and tell no event.
    bool describes(Index verb) const {
        static constexpr std::string_view states[] = {"arm",   "base", "clothe", "cover",   "dress",
                                                      "equip", "fill", "locate", "situate", "surround"};
        if (doc_.tokens.deprel[verb] == Deprel::amod) return true;
        return doc_.tokens.deprel[verb] == Deprel::acl && doc_.tokens.xpos[verb] == Xpos::VBN &&
               std::find(std::begin(states), std::end(states), doc_.lemma(verb)) != std::end(states);
    }

    // Does the verb only report, or only lead to the verb that tells the event?
    bool is_frame(const Clause& clause, const PloverLexicon::Reading& reading) const {
        if (describes(clause.verb) || is_of_predicate(clause.verb)) return true;
        if (reading.listed) return false;
        const Index verb = clause.verb;
        const std::string_view lemma = doc_.lemma(verb);
        if (dull_.contains(lemma)) return true;
        if (has_clause_complement(verb, Deprel::xcomp) && words_.governors.contains(lemma)) return true;
        if (!reporting_.contains(lemma) && !is_cue_[verb]) return false;
        return clause.object == none || has_clause_complement(verb, Deprel::ccomp);
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

    void read_verb(Index verb) {
        const Clause clause = read_clause(syntax_, verb);
        const PloverLexicon::Reading reading = lexicon_.read_verb(syntax_, clause);
        if (is_frame(clause, reading)) return;
        Event event;
        const Proposition* said = proposition_of(verb);
        event.agent = said != nullptr ? filled(said->agent) : participant(syntax_, clause.subject);
        event.patient = participant(syntax_, patient_of(clause, reading));
        if (said != nullptr && reading.noun == none && reading.preposition == none) {
            auto patient = filled(said->patient);
            if (patient) event.patient = patient;
        }
        if (event.agent && event.patient && event.agent->span.overlaps(event.patient->span))
            event.patient.reset();
        if (said != nullptr) event.place = filled(said->place);
        if (!event.place) event.place = place_of(syntax_, clause);
        if (event.patient && event.place && event.patient->span == event.place->span) event.place.reset();
        if (!event.agent && !event.patient) return;
        const Factuality fact =
            said != nullptr ? Factuality{said->polarity, said->modality} : factuality(syntax_, verb, words_);
        if (reading.noun != none) taken_[reading.noun] = true;
        event.lemma = reading.lemma;
        event.type = reading.type;
        event.polarity = fact.polarity;
        event.modality = fact.modality;
        constexpr float base = 0.4F, participant_seen = 0.15F, class_known = 0.2F;
        event.score = base + (event.agent ? participant_seen : 0) + (event.patient ? participant_seen : 0) +
                      (event.type != EventClass::other ? class_known : 0);
        add(std::move(event), verb);
    }

    const Proposition* proposition_of(Index trigger) const {
        const Index number = doc_.tokens.proposition[trigger];
        return number == none ? nullptr : &doc_.propositions[number];
    }

    // A noun phrase that fills a role; a clause takes no part in an event, nor does an age or a day.
    std::optional<Participant> filled(const std::optional<Argument>& argument) const {
        if (!argument) return std::nullopt;
        const Index head = argument->head, mention = doc_.tokens.mention[head];
        if (syntax_.in_time[head] || syntax_.in_age[head] || doc_.tokens.xpos[head] == Xpos::EX ||
            (syntax_.phrases.at(head) == none && mention == none))
            return std::nullopt;
        return Participant{doc_.span_of(argument->tokens),
                           mention == none ? none : doc_.mentions[mention].entity};
    }

    // "delayed their meeting": it has not taken place.
    bool is_put_off(Index noun) const {
        static constexpr std::string_view verbs[] = {"cancel", "delay", "postpone", "reschedule", "scrap"};
        const Index verb = doc_.tokens.head[noun];
        return verb != none && doc_.tokens.deprel[noun] == Deprel::obj &&
               std::find(std::begin(verbs), std::end(verbs), doc_.lemma(verb)) != std::end(verbs);
    }

    // "the Gulf war": called by a name, it is a time or a setting.
    bool is_named_war(Index noun) const {
        const Index name = syntax_.children.find(doc_, noun, Deprel::compound);
        return doc_.lemma(noun) == "war" && name != none && doc_.tokens.upos[name] == Upos::PROPN;
    }

    // "Monday's *attack* in Manchester", "Israeli *raids* on Gaza".
    void read_noun(Index noun) {
        if (is_put_off(noun) || is_named_war(noun)) return;
        const Index number = syntax_.phrases.at(noun);
        if (number == none || syntax_.phrases[number].head != noun || syntax_.mention_is_name(noun)) return;
        const auto type = lexicon_.read_noun(syntax_, noun);
        if (!type) return;
        Clause clause;
        clause.verb = noun;
        Event event;
        event.type = *type;
        event.agent = participant_inside(syntax_.phrases[number]);
        event.patient = participant(syntax_, target_after(noun));
        event.place = place_of(syntax_, clause);
        const Index head = doc_.tokens.head[noun];
        if (head != none && doc_.tokens.deprel[noun] == Deprel::obj && doc_.tokens.upos[head] == Upos::VERB) {
            const Factuality fact = factuality(syntax_, head, words_);
            event.polarity = fact.polarity;
            event.modality = fact.modality;
            const auto governor = words_.governors.find(doc_.lemma(head));
            if (governor == "negative") event.polarity = Polarity::negative;
            if (governor == "planned" && fact.modality == Modality::asserted)
                event.modality = Modality::planned;
            if (governor == "requested") event.modality = Modality::requested;
            if (governor == "denied") event.modality = Modality::denied;
        }
        const bool named_patient = event.patient && event.patient->entity != none;
        const bool typed_place = event.place && event.type != EventClass::other;
        if (!event.agent && !named_patient && !typed_place) return;
        event.lemma = doc_.lemma(noun);
        constexpr float uncertain = 0.5F;
        event.score = uncertain;
        add(std::move(event), noun);
    }

    // The last name among the modifiers: "*US* air strikes", "*Mr Li*'s visit".
    std::optional<Participant> participant_inside(const BasePhrase& phrase) const {
        for (Index token = phrase.head; token-- > phrase.tokens.begin;) {
            const Index mention = syntax_.mention_of[token];
            if (mention == none || doc_.mentions[mention].kind == MentionKind::nominal) continue;
            const EntityType type = doc_.mentions[mention].type;
            if (type == EntityType::PERSON || type == EntityType::ORG || type == EntityType::GPE ||
                type == EntityType::NORP)
                return Participant{doc_.mentions[mention].span, doc_.mentions[mention].entity};
        }
        return std::nullopt;
    }

    void add(Event event, Index trigger) {
        event.trigger = doc_.tokens.span[trigger];
        event.trigger_token = trigger;
        const Proposition* said = proposition_of(trigger);
        event.time = said != nullptr && said->time != none ? said->time : times_.time_of(trigger);
        event.quote = doc_.tokens.quote[trigger];
        event.sentence = doc_.tokens.sentence[trigger];
        doc_.events.push_back(std::move(event));
    }

    Document& doc_;
    Syntax syntax_;
    PloverLexicon lexicon_;
    TimesOfClauses times_;
    std::vector<bool> taken_;  // by token: the event noun of a light verb
    std::vector<bool> is_cue_;
    ModalWords words_;
    Table reporting_, dull_;
};

}  // namespace

void find_events(Document& doc, const Resources& resources) { EventFinder(doc, resources).find(); }

}  // namespace lede
