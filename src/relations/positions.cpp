#include "relations/positions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "propositions/subjects.h"
#include "relations/office_phrases.h"
#include "text/phrase.h"

namespace lede::relations {

namespace {

constexpr float score_before_name = 0.9F;
constexpr float score_beside_name = 0.85F;
constexpr float score_of_clause = 0.8F;

class PositionReader {
  public:
    PositionReader(const RelationReading& reading, const Resources& resources)
        : reading_(reading),
          doc_(reading.doc),
          offices_(resources.table("offices")),
          titles_(resources.table("titles")),
          phrases_(find_office_phrases(reading, resources)),
          phrase_from_(doc_.tokens.size() + 1, none),
          holder_(phrases_.size(), none) {
        for (Index number = 0; number < phrases_.size(); ++number)
            phrase_from_[phrases_[number].tokens.begin] = number;
    }

    std::vector<Relation> find() {
        // A title before a title is of the same person: "Minority Whip Senator John Cornyn".
        for (Index number = static_cast<Index>(phrases_.size()); number-- > 0;) read_before_name(number);
        for (Index number = 0; number < phrases_.size(); ++number)
            if (holder_[number] == none) read_beside_name(number);
        for (Index number = 0; number < phrases_.size(); ++number)
            if (holder_[number] == none) read_clause(number);
        keep_fullest();
        return std::move(found_);
    }

  private:
    struct Said {
        Index entity;
        std::vector<std::string> words;  // folded, of the title
        Index relation;                  // in found_
    };

    bool is_comma(Index token) const { return doc_.tokens.xpos[token] == Xpos::COMMA; }

    void add(Index number, Index entity, TokenRange evidence, float score) {
        const OfficePhrase& office = phrases_[number];
        Relation relation;
        relation.subject = entity;
        relation.predicate = Predicate::position_held;
        relation.object = employer_of(office, entity);
        relation.text = doc_.span_of(office.tokens);
        evidence_[number] = {std::min(evidence.begin, office.tokens.begin),
                             std::max(evidence.end, office.tokens.end)};
        relation.evidence = doc_.span_of(evidence_[number]);
        relation.score = score;
        found_.push_back(relation);
        holder_[number] = entity;
    }

    // The body or place of an office: the first name of one in its phrase.
    Index employer_of(const OfficePhrase& office, Index holder) const {
        for (Index token = office.start; token < office.tokens.end; ++token) {
            const Index name = reading_.name_from[token];
            if (name == none || doc_.mentions[name].tokens.end > office.tokens.end) continue;
            const EntityType type = doc_.mentions[name].type;
            if ((type == EntityType::ORG || type == EntityType::GPE) && doc_.mentions[name].entity != holder)
                return doc_.mentions[name].entity;
        }
        return none;
    }

    // "Dr", "Mrs", "Sir": how one is addressed stands between a title and a name.
    Index after_honorifics(Index token, Index end) const {
        while (token < end && reading_.person_at(token) == none) {
            const auto row = longest_phrase(doc_, token, titles_);
            if (!row || field(row->value, 1) != "honorific") break;
            token = row->tokens.end;
        }
        return token;
    }

    void read_before_name(Index number) {
        const OfficePhrase& office = phrases_[number];
        const TokenRange sentence = reading_.sentence_of(office.tokens.begin);
        if (office.within != none) {
            const Mention& mention = doc_.mentions[office.within];
            if (mention.entity == none) return;
            add(number, mention.entity, mention.tokens, score_before_name);
            if (office.plural) add_joined(number, mention.tokens.end, sentence);
            return;
        }
        const Index next = after_honorifics(office.tokens.end, sentence.end);
        if (next >= sentence.end) return;
        if (const Index name = reading_.person_at(next); name != none) {
            const Mention& mention = doc_.mentions[name];
            // "Their chairman, the mayor Ann Lee": a determiner of the title makes no difference here.
            add(number, mention.entity, mention.tokens, score_before_name);
            if (office.plural) add_joined(number, mention.tokens.end, sentence);
            return;
        }
        Index other = phrase_from_[next];
        bool joined = false;
        if (other == none && doc_.tokens.xpos[next] == Xpos::CC && next + 1 < sentence.end) {
            other = phrase_from_[next + 1];
            joined = true;
        }
        if (other == none || holder_[other] == none || office.plural || phrases_[other].plural) return;
        if (joined && (office.definite || office.indefinite || !stands_before_name(other))) return;
        add(number, holder_[other], evidence_[other], score_before_name);
    }

    bool stands_before_name(Index number) const {
        const Index end = reading_.sentence_of(phrases_[number].tokens.begin).end;
        const Index next = after_honorifics(phrases_[number].tokens.end, end);
        return next < end && reading_.person_at(next) != none;
    }

    // "Secretaries Raimondo, Buttigieg, and Vilsack"
    void add_joined(Index number, Index after, TokenRange sentence) {
        while (after < sentence.end) {
            Index next = after;
            while (next < sentence.end && next < after + 2 &&
                   (is_comma(next) || doc_.tokens.xpos[next] == Xpos::CC))
                ++next;
            if (next == after || next >= sentence.end) return;
            const Index name = reading_.person_at(next);
            if (name == none) return;
            add(number, doc_.mentions[name].entity, doc_.mentions[name].tokens, score_before_name);
            after = doc_.mentions[name].tokens.end;
        }
    }

    void read_beside_name(Index number) {
        const OfficePhrase& office = phrases_[number];
        if (office.plural) return;
        const TokenRange sentence = reading_.sentence_of(office.tokens.begin);
        if (read_after_name(number, office, sentence)) return;
        read_name_after_comma(number, office, sentence);
    }

    // "Ann Lee, the mayor of Skarra,", "Ray Delorme, 61, a former shift supervisor."
    bool read_after_name(Index number, const OfficePhrase& office, TokenRange sentence) {
        Index comma = office.start;
        if (comma < sentence.begin + 2) return false;
        --comma;
        // "once his minister", "now a judge"
        if (doc_.tokens.upos[comma] == Upos::ADV && comma > sentence.begin + 1) --comma;
        // "Ann Lee, chairman of the board and former mayor of Skarra"
        if (doc_.tokens.xpos[comma] == Xpos::CC && number > 0 && holder_[number - 1] != none &&
            phrases_[number - 1].tokens.end == comma && is_apposition_[number - 1]) {
            is_apposition_[number] = true;
            add(number, holder_[number - 1], evidence_[number - 1], score_beside_name);
            return true;
        }
        if (!is_comma(comma)) return false;
        Index name = reading_.person_before(comma);
        Index between = comma;
        // An age, a party or a rank of honour may stand between.
        constexpr Index longest_between = 6;
        const Index stop = comma - std::min(comma - sentence.begin, longest_between);
        while (name == none && between > stop + 1) {
            --between;
            if (is_verb_like(between)) return false;
            const bool opens = is_comma(between) || doc_.tokens.xpos[between] == Xpos::LRB;
            if (opens) name = reading_.person_before(between);
            if (is_comma(between) && name == none) return false;
            if (is_comma(between) && name != none && doc_.tokens.quantity[between + 1] == none) return false;
        }
        if (name == none) return false;
        const Mention& mention = doc_.mentions[name];
        if (doc_.tokens.deprel[office.head] == Deprel::conj || !closes(office.tokens.end, sentence))
            return false;
        if (is_subject_of_verb(office)) return false;
        is_apposition_[number] = true;
        add(number, mention.entity, mention.tokens, score_beside_name);
        return true;
    }

    bool is_verb_like(Index token) const {
        const Upos tag = doc_.tokens.upos[token];
        return tag == Upos::VERB || tag == Upos::AUX || tag == Upos::PRON;
    }

    // "After talks with Ann Lee, the mayor said …"
    bool is_subject_of_verb(const OfficePhrase& office) const {
        const Deprel relation = doc_.tokens.deprel[office.head];
        return (relation == Deprel::nsubj || relation == Deprel::nsubj_pass) &&
               office.tokens.end < doc_.tokens.size() && is_verb_like(office.tokens.end);
    }

    bool closes(Index token, TokenRange sentence) const {
        if (token >= sentence.end) return true;
        switch (doc_.tokens.upos[token]) {
            case Upos::PUNCT:
            case Upos::ADP:
            case Upos::CCONJ:
            case Upos::SCONJ:
                return true;
            default:
                break;
        }
        const Xpos tag = doc_.tokens.xpos[token];
        return tag == Xpos::WP || tag == Xpos::WPS || tag == Xpos::WDT || tag == Xpos::VBN ||
               tag == Xpos::VBD || tag == Xpos::VBZ || doc_.tokens.time[token] != none;
    }

    // "the health secretary, Leopold Farnham,", "Its chairman, the historian Ann Lee,"
    void read_name_after_comma(Index number, const OfficePhrase& office, TokenRange sentence) {
        const Index comma = comma_after(office.tokens.end, sentence);
        if (comma == none || comma + 1 >= sentence.end) return;
        const bool sure = (office.definite || office.start == sentence.begin) && !office.indefinite &&
                          (comma == office.tokens.end || doc_.tokens.xpos[comma - 1] == Xpos::RRB);
        Index next = after_honorifics(comma + 1, sentence.end);
        if (next >= sentence.end) return;
        if (const Index other = phrase_from_[next]; other != none && holder_[other] != none &&
                                                    stands_before_name(other) && !phrases_[other].plural &&
                                                    sure) {
            add(number, holder_[other], evidence_[other], score_beside_name);
            return;
        }
        Index name = reading_.person_at(next);
        const bool direct = name != none;
        if (!direct) name = name_in_apposition(office, comma, sentence);
        if (name == none) return;
        const Mention& mention = doc_.mentions[name];
        const Index after = mention.tokens.end;
        const bool closed = after >= sentence.end || doc_.tokens.upos[after] == Upos::PUNCT ||
                            doc_.tokens.xpos[after] == Xpos::WP || doc_.tokens.time[after] != none;
        bool apposed = !direct;
        for (Index c = reading_.children.first(office.head); c != none; c = reading_.children.next(c))
            if (doc_.tokens.deprel[c] == Deprel::appos && mention.tokens.contains(c)) apposed = true;
        if (!(sure && closed) && !(apposed && (sure || closed))) return;
        // "the mayor, Ann Lee, Bo Ek and three others" is a list.
        if (!apposed && doc_.tokens.deprel[mention.tokens.begin] == Deprel::conj) return;
        add(number, mention.entity, mention.tokens, score_beside_name);
    }

    // "(NEMA)" and "at the time" may stand between an office and its comma; a verb may not.
    Index comma_after(Index token, TokenRange sentence) const {
        constexpr Index longest = 6;
        const Index last = std::min(sentence.end, token + longest);
        for (; token < last; ++token) {
            if (is_comma(token)) return token;
            if (is_verb_like(token) || reading_.person_at(token) != none) return none;
        }
        return none;
    }

    // "the historian Ann Lee" in apposition to an office: the name at its end.
    Index name_in_apposition(const OfficePhrase& office, Index comma, TokenRange sentence) const {
        constexpr Index longest = 6;
        const Index last = std::min(sentence.end, comma + 1 + longest);
        Index name = none;
        for (Index token = comma + 1; token < last && name == none; ++token) {
            if (doc_.tokens.upos[token] == Upos::PUNCT || is_verb_like(token)) return none;
            name = reading_.person_at(token);
        }
        if (name == none) return none;
        for (Index c = reading_.children.first(office.head); c != none; c = reading_.children.next(c))
            if (doc_.tokens.deprel[c] == Deprel::appos && c > comma && c < doc_.mentions[name].tokens.end)
                return name;
        return none;
    }

    // "She is the mayor", "was appointed as director", "served as consul", "The new chair is Ann Lee".
    void read_clause(Index number) {
        const OfficePhrase& office = phrases_[number];
        if (office.plural) return;
        const Index entity = subject_of_office(office);
        if (entity == none) return;
        const TokenRange sentence = reading_.sentence_of(office.head);
        const Index head = doc_.tokens.head[office.head];
        TokenRange evidence = office.tokens;
        // The holder's nearest mention before the office, for hostile texts not too far away.
        constexpr Index farthest = 40;
        const Index stop = office.start - std::min(office.start - sentence.begin, farthest);
        for (Index token = office.start; token-- > stop;)
            if (reading_.entity_of(token) == entity) {
                evidence.begin = token;
                break;
            }
        if (head != none) {
            evidence.begin = std::min(evidence.begin, head);
            evidence.end = std::max(evidence.end, head + 1);
        }
        add(number, entity, evidence, score_of_clause);
    }

    bool is_kind(Index verb, std::string_view kind) const {
        const auto row = offices_.find(doc_.lemma(verb));
        return row && field(*row, 0) == kind;
    }

    bool is_told(Index predicate) const {
        if (reading_.is_negated(predicate) || reading_.has_modal(predicate)) return false;
        const Index number = doc_.tokens.proposition[predicate];
        return number == none || (doc_.propositions[number].modality == Modality::asserted &&
                                  doc_.propositions[number].polarity == Polarity::positive);
    }

    Index subject_of_office(const OfficePhrase& office) const {
        const auto& tokens = doc_.tokens;
        const Index head = office.head;
        if (reading_.children.find(doc_, head, Deprel::cop) != none) {
            if (!is_told(head)) return none;
            return reading_.person_of(subject_of(doc_, reading_.children, head));
        }
        const Index verb = tokens.head[head];
        if (verb == none) return none;
        const Deprel relation = tokens.deprel[head];
        // "The new chair is Ann Lee"
        if (relation == Deprel::nsubj && office.definite &&
            reading_.children.find(doc_, verb, Deprel::cop) != none && reading_.name_around[verb] != none)
            return is_told(verb) ? reading_.person_of(verb) : none;
        const Index mark = reading_.children.find(doc_, head, Deprel::case_);
        const bool as = mark != none && doc_.lemma(mark) == "as";
        const bool complement = relation == Deprel::xcomp || relation == Deprel::obj ||
                                relation == Deprel::obl_unmarked || (relation == Deprel::obl && as);
        if (!complement || !is_told(verb)) return none;
        if (is_kind(verb, "holds") && (as || is_copula(doc_.lemma(verb))))
            return reading_.person_of(subject_of(doc_, reading_.children, verb));
        if (!is_kind(verb, "gives")) return none;
        if (const Index passive = reading_.children.find(doc_, verb, Deprel::nsubj_pass); passive != none)
            return reading_.person_of(passive);
        const Index object = reading_.children.find(doc_, verb, Deprel::obj);
        if (object != none && object != head) return reading_.person_of(object);
        const Index recipient = reading_.children.find(doc_, verb, Deprel::iobj);
        if (recipient != none) return reading_.person_of(recipient);
        if (tokens.xpos[verb] == Xpos::VBN)
            return reading_.person_of(subject_of(doc_, reading_.children, verb));
        return none;
    }

    // Drops a title that another one of the same person holds within it, and repetitions.
    void keep_fullest() {
        std::vector<std::vector<Index>> of_entity(doc_.entities.size());
        std::vector<Said> said(found_.size());
        for (Index number = 0; number < found_.size(); ++number) {
            said[number].words = words_of(found_[number].text);
            of_entity[found_[number].subject].push_back(number);
        }
        constexpr std::size_t most = 24;  // of one person: more are no titles of one
        std::vector<bool> dropped(found_.size(), false);
        for (auto& numbers : of_entity) {
            std::stable_sort(numbers.begin(), numbers.end(),
                             [&](Index a, Index b) { return found_[a].text.begin < found_[b].text.begin; });
            std::vector<Index> kept;
            for (const Index number : numbers) {
                const auto holds = [&](Index other) {
                    return contains(said[other].words, said[number].words);
                };
                if (kept.size() >= most || std::any_of(kept.begin(), kept.end(), holds)) {
                    dropped[number] = true;
                    continue;
                }
                std::erase_if(kept, [&](Index other) {
                    const bool less = contains(said[number].words, said[other].words);
                    if (less) dropped[other] = true;
                    return less;
                });
                kept.push_back(number);
            }
        }
        std::vector<Relation> rest;
        for (Index number = 0; number < found_.size(); ++number)
            if (!dropped[number]) rest.push_back(found_[number]);
        found_ = std::move(rest);
    }

    std::vector<std::string> words_of(Span title) const {
        const TokenRange tokens = doc_.tokens_in(title);
        std::vector<std::string> words;
        for (Index token = tokens.begin; token < tokens.end; ++token) {
            // "Sen." and "Senator", "Secretaries" and "Secretary" are the same.
            const auto row = offices_.find(doc_.lower(token));
            const std::string_view full = row ? field(*row, 2) : std::string_view();
            words.push_back(full.empty() ? fold(doc_.form(token)) : std::string(full));
        }
        return words;
    }

    // Are the words of a shorter title among those of a longer one, in order?
    static bool contains(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
        std::size_t at = 0;
        for (const std::string& word : longer)
            if (at < shorter.size() && word == shorter[at]) ++at;
        return at == shorter.size();
    }

    const RelationReading& reading_;
    const Document& doc_;
    const Table offices_, titles_;
    const std::vector<OfficePhrase> phrases_;
    std::vector<Index> phrase_from_;  // by token: the office phrase that begins there
    std::vector<Index> holder_;       // by phrase: in `entities`
    std::vector<TokenRange> evidence_ =
        std::vector<TokenRange>(phrases_.size());  // by phrase, where it has a holder
    std::vector<bool> is_apposition_ = std::vector<bool>(phrases_.size(), false);
    std::vector<Relation> found_;
};

}  // namespace

void find_positions(const RelationReading& reading, const Resources& resources,
                    std::vector<Relation>& found) {
    for (const Relation& relation : PositionReader(reading, resources).find()) found.push_back(relation);
}

}  // namespace lede::relations
