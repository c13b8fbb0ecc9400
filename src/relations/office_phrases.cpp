#include "relations/office_phrases.h"

#include <algorithm>

#include "syntax/noun_phrases.h"
#include "text/phrase.h"

namespace lede::relations {

namespace {

constexpr Index most_modifiers = 9;
constexpr Index longest_complement = 24;

class OfficeReader {
  public:
    OfficeReader(const RelationReading& reading, const Table& offices, const Table& person_nouns,
                 const Table& given_names, const Table& titles)
        : reading_(reading),
          doc_(reading.doc),
          offices_(offices),
          person_nouns_(person_nouns),
          given_names_(given_names),
          titles_(titles) {}

    std::vector<OfficePhrase> find() {
        for (Index token = 0; token < doc_.tokens.size();) {
            const auto match = longest_phrase(doc_, token, offices_);
            if (!match || !is_head(field(match->value, 0))) {
                ++token;
                continue;
            }
            token = match->tokens.end;
            add(*match);
        }
        return std::move(found_);
    }

  private:
    static bool is_head(std::string_view kind) {
        return kind == "office" || kind == "rank" || kind == "seat" || kind == "role";
    }

    bool is_kind(Index token, std::string_view kind) const {
        const auto row = offices_.find(doc_.lower(token));
        return row && field(*row, 0) == kind;
    }

    bool is_person(Index token) const {
        const Index name = reading_.name_around[token];
        return name != none && doc_.mentions[name].type == EntityType::PERSON;
    }

    // Words that may stand between a determiner and an office: nouns, names, and adjectives that say which
    // office it is, not what its holder is like.
    bool modifies(Index token) const {
        if (is_person(token) || doc_.tokens.time[token] != none || is_kind(token, "apart")) return false;
        switch (doc_.tokens.xpos[token]) {
            case Xpos::NN:
            case Xpos::NNS:
            case Xpos::NNP:
            case Xpos::NNPS:
            case Xpos::HYPH:
            case Xpos::AFX:
                return true;
            case Xpos::JJ:
                if (is_capital(token) && is_capital(token + 1) && token != reading_.sentence_of(token).begin)
                    return true;
                [[fallthrough]];
            default:
                return reading_.name_around[token] != none || is_kind(token, "which") ||
                       is_kind(token, "party");
        }
    }

    bool is_capital(Index token) const {
        const std::string_view form = doc_.form(token);
        return !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
    }

    // "Health *and* Human Services Secretary": the words before it hang on the office.
    bool joins_modifiers(Index conjunction, TokenRange sentence, Index head) const {
        if (doc_.tokens.xpos[conjunction] != Xpos::CC || conjunction == sentence.begin) return false;
        const Index before = conjunction - 1;
        if (!is_noun(doc_.tokens.xpos[before]) || is_person(before) || is_kind(before, "office") ||
            is_kind(before, "rank") || is_kind(before, "role"))
            return false;
        constexpr int longest_chain = 4;
        Index token = before;
        for (int step = 0; step < longest_chain && token != none; ++step) {
            if (token == head) return true;
            const Deprel relation = doc_.tokens.deprel[token];
            if (relation != Deprel::compound && relation != Deprel::amod && relation != Deprel::conj)
                return false;
            token = doc_.tokens.head[token];
        }
        return false;
    }

    // "Senate Minority Whip | Senator John Cornyn" holds two offices; "Deputy Prime Minister" is one.
    bool ends_office(Index token, std::string_view kind) const {
        const auto row = offices_.find(doc_.lower(token));
        if (!row || !is_head(field(*row, 0))) return false;
        return kind == "seat" || kind == "rank" || field(*row, 1).find('w') == std::string_view::npos;
    }

    // "the actions | President Lee has taken": a common noun is no part of a title in capitals.
    bool is_thing_before_title(Index token, Index title, TokenRange sentence) const {
        const Xpos tag = doc_.tokens.xpos[token];
        if ((tag != Xpos::NN && tag != Xpos::NNS) || token == sentence.begin) return false;
        if (is_capital(token) || !is_capital(title) || is_kind(token, "which")) return false;
        const std::string_view form = doc_.form(title);
        return form.size() > 1 && form[1] >= 'a' && form[1] <= 'z';
    }

    Index begin_of(TokenRange match, Index head, TokenRange sentence, std::string_view kind) const {
        Index begin = match.begin;
        const Index stop = match.begin - std::min(match.begin - sentence.begin, most_modifiers);
        while (begin > stop) {
            const Index before = begin - 1;
            const Index name = reading_.name_to[begin];
            if (name != none && doc_.mentions[name].type != EntityType::PERSON) {
                // A legislator's party is no part of the office.
                if (kind == "seat" && doc_.mentions[name].type == EntityType::NORP) break;
                begin = doc_.mentions[name].tokens.begin;
                continue;
            }
            // "the Krishnagiri Collector": a determiner makes a name a modifier.
            if (name != none && doc_.mentions[name].tokens.begin > sentence.begin &&
                reading_.is(doc_.mentions[name].tokens.begin - 1, "the")) {
                begin = doc_.mentions[name].tokens.begin;
                continue;
            }
            if (!modifies(before) && !joins_modifiers(before, sentence, head)) break;
            if (kind == "seat" && is_kind(before, "party")) break;
            if (ends_office(before, kind) || is_thing_before_title(before, begin, sentence)) break;
            begin = before;
        }
        while (begin < match.begin &&
               (doc_.tokens.xpos[begin] == Xpos::HYPH || doc_.tokens.xpos[begin] == Xpos::CC))
            ++begin;
        return begin;
    }

    bool is_title(Index token) const {
        const auto row = offices_.find(doc_.lower(token));
        if (row && is_head(field(*row, 0))) return true;
        const auto honorific = titles_.find(doc_.lower(token));
        return honorific && field(*honorific, 1) == "honorific";
    }

    // What no complement goes on behind, whatever the tree says.
    bool ends_complement(Index token) const {
        const Upos tag = doc_.tokens.upos[token];
        const Xpos fine = doc_.tokens.xpos[token];
        return tag == Upos::PUNCT || tag == Upos::AUX || tag == Upos::PRON || tag == Upos::SCONJ ||
               fine == Xpos::VBD || fine == Xpos::VBZ || fine == Xpos::VBP || fine == Xpos::VBN ||
               fine == Xpos::WDT ||
               (tag == Upos::ADP && !reading_.is(token, "of") && !reading_.is(token, "for") &&
                !reading_.is(token, "on") && !reading_.is(token, "between") &&
                reading_.name_around[token] == none);
    }

    bool in_complement(Index token) const {
        switch (doc_.tokens.xpos[token]) {
            case Xpos::DT:
            case Xpos::JJ:
            case Xpos::NN:
            case Xpos::NNS:
            case Xpos::NNP:
            case Xpos::NNPS:
            case Xpos::CD:
            case Xpos::POS:
            case Xpos::PRPS:
            case Xpos::HYPH:
            case Xpos::CC:
            case Xpos::VBG:
                return true;
            case Xpos::IN:
                return reading_.is(token, "of") || reading_.is(token, "for") || reading_.is(token, "on") ||
                       reading_.name_around[token] != none;
            default:
                return reading_.name_around[token] != none;
        }
    }

    // "of markets *and author* of the measure": another thing that the holder is.
    bool joins_person(Index conjunction, Index end) const {
        for (Index token = conjunction + 1; token < end; ++token) {
            const auto row = offices_.find(doc_.lower(token));
            const bool person = person_nouns_.contains(doc_.lemma(token)) || (row && is_head(field(*row, 0)));
            if (person && token + 1 < end) {
                const std::string_view next = doc_.lower(token + 1);
                if (next == "of" || next == "for" || next == "at") return true;
            }
            if (doc_.tokens.upos[token] == Upos::ADP || doc_.tokens.upos[token] == Upos::PUNCT) return false;
        }
        return false;
    }

    // "of the Interior", "for Social Protection", "to the Vice President": where it ends.
    Index end_of_complement(Index end, TokenRange sentence, std::string_view flags) const {
        if (end + 1 >= sentence.end) return end;
        const bool to = reading_.is(end, "to") && flags.find('t') != std::string_view::npos;
        if (!reading_.is(end, "of") && !reading_.is(end, "for") && !to) return end;
        // The tree tells how far "and" reaches.
        Index noun = doc_.tokens.head[end];
        const bool hangs = noun != none && noun > end && doc_.tokens.deprel[end] == Deprel::case_;
        // "appointed her whip for the session": what hangs on the verb says nothing of the office.
        if (hangs && !reading_.is(end, "of") &&
            doc_.tokens.upos[doc_.tokens.head[noun] == none ? noun : doc_.tokens.head[noun]] == Upos::VERB)
            return end;
        const Index reach = hangs ? std::max(reading_.extents[noun].phrase.end, noun + 1) : end + 1;
        const Index last = std::min(sentence.end, end + longest_complement);
        Index to_token = end + 1;
        for (; to_token < last; ++to_token) {
            if (is_person(to_token) && reading_.person_at(to_token) != none) {
                // "press secretary for Senator Lee" is not what Lee is.
                if (to_token > end + 1 && doc_.tokens.xpos[end + 1] != Xpos::DT && is_title(to_token - 1))
                    return end;
                break;
            }
            const bool year = doc_.tokens.xpos[to_token] == Xpos::CD && to_token + 1 < last &&
                              is_noun(doc_.tokens.xpos[to_token + 1]);
            const bool within = hangs && to_token < reach && !ends_complement(to_token);
            if ((!within && !in_complement(to_token)) || (doc_.tokens.time[to_token] != none && !year)) break;
            if (doc_.tokens.xpos[to_token] == Xpos::CC && joins_person(to_token, last)) break;
            const bool beyond = hangs && to_token >= reach;
            if (beyond || (!hangs && doc_.tokens.xpos[to_token] == Xpos::CC)) break;
        }
        while (to_token > end + 1 && !is_noun(doc_.tokens.xpos[to_token - 1]) &&
               reading_.name_around[to_token - 1] == none && doc_.tokens.xpos[to_token - 1] != Xpos::CD)
            --to_token;
        return to_token > end + 1 ? to_token : end;
    }

    void add(const PhraseMatch& match) {
        const std::string_view kind = field(match.value, 0), flags = field(match.value, 1);
        const TokenRange sentence = reading_.sentence_of(match.tokens.begin);
        OfficePhrase office;
        office.head = match.tokens.end - 1;
        for (Index token = match.tokens.begin; token < match.tokens.end; ++token) {
            const Index head = doc_.tokens.head[token];
            if (head == none || !match.tokens.contains(head)) office.head = token;
        }
        office.plural = flags.find('p') != std::string_view::npos;
        office.tokens = {begin_of(match.tokens, office.head, sentence, kind),
                         end_of_complement(match.tokens.end, sentence, flags)};
        // A name that has taken its title in: "Cllrs Vikram Sethi".
        if (const Index person = reading_.person_at(match.tokens.begin);
            person != none && doc_.mentions[person].tokens.end > match.tokens.end) {
            if (kind == "role" || given_names_.contains(doc_.lower(match.tokens.begin))) return;
            office.within = person;
            office.tokens.end = match.tokens.end;
        }
        // A name of something else: "the President Hotel", "Minister Street".
        const Index name = reading_.name_around[match.tokens.end - 1];
        if (name != none && doc_.mentions[name].tokens.end > match.tokens.end &&
            doc_.mentions[name].type != EntityType::PERSON && kind != "rank" &&
            office.tokens.end == match.tokens.end)
            return;
        office.start = office.tokens.begin;
        if (office.start > sentence.begin) {
            const Index before = office.start - 1;
            const Xpos tag = doc_.tokens.xpos[before];
            if (tag == Xpos::DT) {
                office.definite = reading_.is(before, "the");
                office.indefinite = reading_.is(before, "a") || reading_.is(before, "an");
                if (!office.definite && !office.indefinite) return;
                office.start = before;
            } else if (tag == Xpos::PRPS || tag == Xpos::POS) {
                office.owned = office.definite = true;
                office.start = before;
                if (tag == Xpos::POS) read_owner(office, sentence, kind);
            }
        }
        const bool more =
            office.tokens.end > match.tokens.end || has_substance(office.tokens, match.tokens.begin);
        const bool of_body =
            office.owned && (reading_.is(office.start, "its") || reading_.is(office.start, "their"));
        // "Leader McConnell"
        const Index next = match.tokens.end;
        const bool address = match.tokens.begin > sentence.begin && is_capital(match.tokens.begin) &&
                             next < sentence.end && reading_.person_at(next) != none;
        if (kind == "role" && !more && !of_body && !address) return;
        // "Deputy" before "Secretary of State" is part of it; "the Vice President" is part of "Advisor to the
        // Vice President".
        while (!found_.empty() && found_.back().tokens.begin >= office.tokens.begin &&
               found_.back().tokens.end <= office.tokens.end)
            found_.pop_back();
        if (!found_.empty() && found_.back().tokens.end > office.tokens.begin) return;
        found_.push_back(office);
    }

    // The owner's phrase: "the theatre's" before "artistic director". A mere role takes its words.
    void read_owner(OfficePhrase& office, TokenRange sentence, std::string_view kind) const {
        Index owner = office.start > sentence.begin ? office.start - 1 : office.start;
        const Index name = reading_.name_around[owner];
        Index from = name != none ? doc_.mentions[name].tokens.begin : owner;
        if (name == none) {
            const Index stop = owner - std::min(owner - sentence.begin, most_modifiers);
            while (from > stop &&
                   (is_noun(doc_.tokens.xpos[from - 1]) || doc_.tokens.xpos[from - 1] == Xpos::JJ))
                --from;
        }
        if (kind == "role") office.tokens.begin = from;
        office.start = from;
        if (from > sentence.begin &&
            (doc_.tokens.xpos[from - 1] == Xpos::DT || doc_.tokens.xpos[from - 1] == Xpos::PRPS))
            office.start = from - 1;
    }

    // Does a modifier say what the role is of: "police chief", not "former chief"?
    bool has_substance(TokenRange tokens, Index head) const {
        for (Index token = tokens.begin; token < head; ++token)
            if (is_noun(doc_.tokens.xpos[token]) || reading_.name_around[token] != none ||
                is_kind(token, "party"))
                return true;
        return false;
    }

    const RelationReading& reading_;
    const Document& doc_;
    const Table& offices_;
    const Table& person_nouns_;
    const Table& given_names_;
    const Table& titles_;
    std::vector<OfficePhrase> found_;
};

}  // namespace

std::vector<OfficePhrase> find_office_phrases(const RelationReading& reading, const Resources& resources) {
    const Table offices = resources.table("offices"), person_nouns = resources.table("person_nouns"),
                given_names = resources.table("given_names"), titles = resources.table("titles");
    return OfficeReader(reading, offices, person_nouns, given_names, titles).find();
}

}  // namespace lede::relations
