#include "relations/facts.h"

#include <algorithm>

#include "propositions/subjects.h"

namespace lede::relations {

namespace {

constexpr float score_of_place = 0.75F;

class PlacesAndBodies {
  public:
    PlacesAndBodies(const RelationReading& reading, std::vector<Relation>& found)
        : reading_(reading), doc_(reading.doc), found_(found) {}

    // What stands right behind a name: ", Ohio", "in Amman", "of the University of Oslo".
    void read_behind(const Mention& name) {
        if (name.kind != MentionKind::name || name.entity == none || name.tokens.empty()) return;
        const TokenRange sentence = doc_.sentences[name.sentence].tokens;
        Index next = name.tokens.end;
        if (next + 1 >= sentence.end) return;
        const bool comma = doc_.tokens.xpos[next] == Xpos::COMMA;
        const bool in = reading_.is(next, "in"), of = reading_.is(next, "of") || reading_.is(next, "at");
        if (!comma && !in && !of) return;
        ++next;
        if (!comma && doc_.tokens.xpos[next] == Xpos::DT && next + 1 < sentence.end) ++next;
        const Index other = reading_.name_from[next];
        if (other == none || doc_.mentions[other].entity == none) return;
        const Mention& place = doc_.mentions[other];
        if (place.entity == name.entity) return;
        const bool is_place = place.type == EntityType::GPE || (in && place.type == EntityType::LOC);
        const bool hangs = depends(place.tokens, name.tokens);
        if (comma) {
            const bool closed =
                place.tokens.end >= sentence.end || doc_.tokens.upos[place.tokens.end] == Upos::PUNCT;
            const bool listed =
                doc_.tokens.deprel[place.tokens.begin] == Deprel::conj || starts_list(place, sentence);
            if (name.type == EntityType::GPE && is_place && closed && hangs && !listed &&
                is_wider(name, place))
                add(Predicate::located_in, name, place);
        } else if (in) {
            const bool stands =
                name.type == EntityType::FAC || name.type == EntityType::GPE || name.type == EntityType::ORG;
            if (stands && is_place && hangs) add(Predicate::located_in, name, place);
        } else if (name.type == EntityType::ORG && place.type == EntityType::ORG && hangs &&
                   reading_.is(name.tokens.end, "of")) {
            add(Predicate::part_of, name, place);
        } else if (name.type == EntityType::PERSON && place.type == EntityType::ORG && hangs) {
            add(Predicate::member_of, name, place);
        }
    }

    // "Ann Lee founded the firm", "a fund founded by Ann Lee"
    void read_founding(Index verb) {
        if (doc_.tokens.upos[verb] != Upos::VERB) return;
        if (!reading_.words.has("founds", doc_.lemma(verb))) return;
        if (reading_.is_negated(verb) || reading_.has_modal(verb)) return;
        const Children& children = reading_.children;
        Index founder = children.find(doc_, verb, Deprel::obl_agent), what = none;
        if (founder != none) {
            what = children.find(doc_, verb, Deprel::nsubj_pass);
            if (what == none || doc_.tokens.upos[what] == Upos::PRON) what = subject_of(doc_, children, verb);
        } else {
            founder = subject_of(doc_, children, verb);
            what = children.find(doc_, verb, Deprel::obj);
        }
        const Index person = reading_.person_of(founder), body = reading_.entity_of(what);
        if (person == none || body == none || body == person || !reading_.named[body]) return;
        if (doc_.entities[body].type == EntityType::PERSON) return;
        Relation relation;
        relation.subject = body;
        relation.object = person;
        relation.predicate = Predicate::founded_by;
        relation.text = doc_.tokens.span[verb];
        relation.evidence =
            doc_.span_of({std::min({founder, what, verb}), std::max({founder, what, verb}) + 1});
        relation.score = score_of_place;
        found_.push_back(relation);
    }

  private:
    bool depends(TokenRange inner, TokenRange outer) const {
        for (Index token = inner.begin; token < inner.end; ++token)
            if (const Index head = doc_.tokens.head[token]; head != none && outer.contains(head)) return true;
        return false;
    }

    // "Paris, Rome, and Oslo", "London, Ontario and Leeds"
    bool starts_list(const Mention& place, TokenRange sentence) const {
        const Index after = place.tokens.end;
        if (after + 1 >= sentence.end) return false;
        const Index next = reading_.name_from[after + 1];
        const bool more = next != none && doc_.mentions[next].type == EntityType::GPE;
        return doc_.tokens.xpos[after + 1] == Xpos::CC || more;
    }

    // A city lies in a region or country, a region in a country.
    bool is_wider(const Mention& name, const Mention& place) const {
        const LinkKind kind = doc_.entities[name.entity].link.kind,
                       wider = doc_.entities[place.entity].link.kind;
        if (kind == LinkKind::country) return false;
        return wider == LinkKind::country || wider == LinkKind::region || wider == LinkKind::unknown;
    }

    void add(Predicate predicate, const Mention& name, const Mention& place) {
        Relation relation;
        relation.subject = name.entity;
        relation.object = place.entity;
        relation.predicate = predicate;
        relation.text = relation.evidence = {name.span.begin, place.span.end};
        relation.score = score_of_place;
        found_.push_back(relation);
    }

    const RelationReading& reading_;
    const Document& doc_;
    std::vector<Relation>& found_;
};

}  // namespace

void find_places_and_bodies(const RelationReading& reading, std::vector<Relation>& found) {
    PlacesAndBodies reader(reading, found);
    for (const Mention& name : reading.doc.mentions) reader.read_behind(name);
    for (Index token = 0; token < reading.doc.tokens.size(); ++token) reader.read_founding(token);
}

}  // namespace lede::relations
