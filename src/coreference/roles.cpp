#include "coreference/roles.h"

#include <algorithm>

#include "coreference/noun_phrases.h"

namespace lede::coreference {

namespace {

class RoleFinder {
  public:
    RoleFinder(const Document& doc, const Lexicon& lexicon, Groups& groups)
        : doc_(doc),
          lexicon_(lexicon),
          groups_(groups),
          name_from_(doc.tokens.size() + 1, none),
          name_to_(doc.tokens.size() + 1, none) {
        for (Index m = 0; m < doc.mentions.size(); ++m) {
            name_from_[doc.mentions[m].tokens.begin] = m;
            name_to_[doc.mentions[m].tokens.end] = m;
        }
    }

    std::vector<Apposition> find(const std::vector<Nominal>& phrases) {
        std::size_t next = 0;
        for (const Nominal& phrase : phrases) {
            for (; next < doc_.mentions.size() && doc_.mentions[next].tokens.begin <= phrase.head; ++next)
                read_title(next);
            if (is_title(phrase)) continue;
            if (const Index group = group_beside(phrase); group != none)
                found_.push_back({phrase.tokens, phrase.head, group});
        }
        for (; next < doc_.mentions.size(); ++next) read_title(next);
        return std::move(found_);
    }

  private:
    void add_title(Index group, TokenRange tokens) {
        if (!tokens.empty()) groups_.list[group].titles.push_back(doc_.span_of(tokens));
    }

    void read_title(Index m) {
        const Mention& name = doc_.mentions[m];
        if (name.type != EntityType::PERSON) return;
        TokenRange title = title_before(doc_, lexicon_, name.tokens.begin);
        if (title.empty()) return;
        const auto entry = longest_phrase(doc_, title.end - 1, lexicon_.titles);
        // "Mr" is how one is addressed, not what one is.
        if (entry && field(entry->value, 1) == "honorific") --title.end;
        if (title.empty()) return;
        if (const Index of = name_to_[title.begin]; of != none && doc_.mentions[of].sentence == name.sentence)
            title.begin = doc_.mentions[of].tokens.begin;
        add_title(groups_.of_mention[m], title);
    }

    bool is_title(const Nominal& phrase) const {
        const Index m = name_from_[phrase.tokens.end];
        return m != none && doc_.mentions[m].sentence == doc_.tokens.sentence[phrase.head] &&
               doc_.mentions[m].type == EntityType::PERSON && phrase.type == EntityType::PERSON;
    }

    // "director" of "director of the civil rights group Liberty,": up to the next comma or verb.
    Index end_of_complement(const Nominal& phrase) const {
        constexpr Index longest = 9;
        const Index end = phrase.tokens.end;
        const Index last =
            std::min(doc_.sentences[doc_.tokens.sentence[phrase.head]].tokens.end, end + longest);
        if (end >= last || (doc_.lower(end) != "of" && doc_.lower(end) != "for" && doc_.lower(end) != "at"))
            return end;
        for (Index t = end + 1; t < last; ++t) {
            const Upos tag = doc_.tokens.upos[t];
            if (tag == Upos::PUNCT && doc_.lower(t) != "-" && t > end + 1) return t;
            if (tag == Upos::VERB || tag == Upos::AUX || tag == Upos::PUNCT || tag == Upos::PRON) return end;
        }
        return end;
    }

    Index group_beside(const Nominal& phrase) {
        if (phrase.plural || phrase.determiner == Determiner::possessive) return none;
        const TokenRange sentence = doc_.sentences[doc_.tokens.sentence[phrase.head]].tokens;
        const Index begin = phrase.tokens.begin, end = phrase.tokens.end;
        const auto fits = [&](Index m) {
            if (m == none) return false;
            const bool person = groups_.of(m).type == EntityType::PERSON;
            return person == (phrase.type == EntityType::PERSON) &&
                   (person || groups_.of(m).type == phrase.type);
        };
        const auto title_of = [&](Index m) {
            const Index group = groups_.of_mention[m];
            const Index from = phrase.determiner == Determiner::bare ? begin : begin + 1;
            if (phrase.type == EntityType::PERSON && from < end)
                add_title(group, {from, end_of_complement(phrase)});
            // "Ann Lee, director of the centre": told of her, but no mention of her by itself
            return phrase.determiner == Determiner::bare ? none : group;
        };
        // "the US president, Donald Trump", "the mayor of Skarra, Aoife Brennan"
        const Index comma = end_of_complement(phrase);
        if (comma + 1 < sentence.end && doc_.lower(comma) == "," &&
            phrase.determiner == Determiner::definite) {
            const Index m = name_from_[comma + 1];
            if (fits(m)) {
                const Index after = doc_.mentions[m].tokens.end;
                if (after >= sentence.end || doc_.lower(after) == "," || doc_.lower(after) == ".")
                    return title_of(m);
            }
        }
        // "Jens Stoltenberg, the alliance chief,"
        if (begin >= sentence.begin + 2 && doc_.lower(begin - 1) == ",") {
            const Index m = name_to_[begin - 1];
            const bool closed = end >= sentence.end || doc_.tokens.xpos[end] == Xpos::COMMA ||
                                doc_.tokens.xpos[end] == Xpos::IN || doc_.tokens.xpos[end] == Xpos::PERIOD ||
                                doc_.tokens.xpos[end] == Xpos::WP;
            if (fits(m) && closed &&
                (phrase.determiner != Determiner::bare || phrase.type == EntityType::PERSON))
                return title_of(m);
        }
        // "Mr Lee is the mayor": told of him, but no mention of him
        if (begin >= sentence.begin + 2 && phrase.determiner != Determiner::bare) {
            const std::string_view verb = doc_.lemma(begin - 1);
            const Index m = name_to_[begin - 1];
            if ((verb == "be" || verb == "become") && fits(m)) title_of(m);
        }
        return none;
    }

    const Document& doc_;
    const Lexicon& lexicon_;
    Groups& groups_;
    std::vector<Index> name_from_, name_to_;  // the name that begins at, that ends before a token
    std::vector<Apposition> found_;
};

}  // namespace

std::vector<Apposition> find_roles(const Document& doc, const Lexicon& lexicon, Groups& groups,
                                   const std::vector<bool>& named) {
    return RoleFinder(doc, lexicon, groups).find(find_noun_phrases(doc, lexicon, named));
}

}  // namespace lede::coreference
