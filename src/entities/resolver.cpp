#include "entities/resolver.h"

#include <algorithm>

#include "text/unicode.h"

namespace lede {

Resolver::Resolver(Document& doc, const Lexicon& lexicon, std::vector<Group>& groups,
                   const std::vector<Index>& quote_of)
    : doc_(doc),
      lexicon_(lexicon),
      groups_(groups),
      quote_of_(quote_of),
      name_from_(doc.tokens.size() + 1, none),
      name_to_(doc.tokens.size() + 1, none),
      spoken_by_(doc.quotes.size(), none),
      speaks_(doc.tokens.size(), false) {
    for (Index m = 0; m < doc.mentions.size(); ++m) {
        name_from_[doc.mentions[m].tokens.begin] = m;
        name_to_[doc.mentions[m].tokens.end] = m;
    }
    for (Index q = 0; q < doc.quotes.size(); ++q) {
        const auto& speaker = doc.quotes[q].speaker;
        if (!speaker) continue;
        const auto& spans = doc.tokens.span;
        auto t = std::lower_bound(spans.begin(), spans.end(), speaker->begin,
                                  [](Span s, std::uint32_t at) { return s.end <= at; });
        for (; t != spans.end() && t->begin < speaker->end; ++t) {
            const auto token = static_cast<Index>(t - spans.begin());
            speaks_[token] = true;
            if (const Index m = name_from_[token]; m != none && spoken_by_[q] == none)
                spoken_by_[q] = doc.mentions[m].entity;
        }
    }
}

void Resolver::remember(Recent recent, TokenRange tokens) {
    const Index sentence = doc_.tokens.sentence[recent.token];
    recent.subject = is_subject(tokens, recent.token);
    recent.first = seen_ == 0 || doc_.tokens.sentence[ring_[(seen_ - 1) % window].token] != sentence;
    ring_[seen_++ % window] = recent;
}

Index Resolver::group_of(const Recent& recent) const {
    return recent.group != none ? recent.group : phrases_[recent.phrase].group;
}

Index Resolver::group_of(Index seen_phrase) {
    Seen& seen = phrases_[seen_phrase];
    if (seen.group != none) return seen.group;
    seen.group = static_cast<Index>(groups_.size());
    Group group;
    group.type = seen.phrase.type;
    group.gender = seen.phrase.gender;
    group.plural = seen.phrase.plural;
    groups_.push_back(group);
    add_mention(seen.phrase.tokens, seen.phrase.head, MentionKind::nominal, seen.group, 0.5f);
    return seen.group;
}

void Resolver::add_mention(TokenRange tokens, Index head, MentionKind kind, Index group, float score) {
    Mention mention;
    mention.span = doc_.span_of(tokens);
    mention.head = doc_.tokens.span[head];
    mention.tokens = tokens;
    mention.sentence = doc_.tokens.sentence[head];
    mention.kind = kind;
    mention.type = groups_[group].type;
    mention.entity = group;
    mention.score = score;
    added_.push_back(mention);
    ++groups_[group].mentions;
}

void Resolver::add_title(Index group, TokenRange tokens, Index head) {
    if (tokens.empty()) return;
    groups_[group].titles.push_back(doc_.span_of(tokens));
    by_title_[doc_.tokens.lower[head]] = group;
}

void Resolver::see_name(Index m) {
    const Mention& name = doc_.mentions[m];
    Index head = name.tokens.end - 1;
    while (head > name.tokens.begin && doc_.tokens.span[head].begin > name.head.begin) --head;
    if (name.type == EntityType::PERSON) {
        TokenRange title = title_before(doc_, lexicon_, name.tokens.begin);
        const auto entry =
            title.empty() ? std::nullopt : longest_phrase(doc_, title.end - 1, lexicon_.titles);
        // "Mr" is how one is addressed, not what one is.
        if (!title.empty() && !(title.size() == 1 && entry && field(entry->value, 1) == "honorific")) {
            if (const Index of = name_to_[title.begin];
                of != none && doc_.mentions[of].sentence == name.sentence)
                title.begin = doc_.mentions[of].tokens.begin;
            add_title(name.entity, title, title.end - 1);
        }
    } else if (name.tokens.size() > 1) {
        by_word_[doc_.tokens.lower[head]] = name.entity;
    }
    Recent recent;
    recent.group = name.entity;
    recent.token = head;
    remember(recent, name.tokens);
}

void Resolver::see_phrase(const Nominal& phrase) {
    const Index after = phrase.tokens.end;
    if (const Index m = name_from_[after];
        m != none && doc_.mentions[m].sentence == doc_.tokens.sentence[phrase.head] &&
        doc_.mentions[m].type == EntityType::PERSON && phrase.type == EntityType::PERSON)
        return;  // the title of a name
    const auto index = static_cast<Index>(phrases_.size());
    phrases_.push_back({phrase, none});
    Index group = match(phrase);
    if (group != none) {
        phrases_[index].group = group;
        add_mention(phrase.tokens, phrase.head, MentionKind::nominal, group, 0.6f);
    } else if (speaks_[phrase.head]) {
        group_of(index);
    }
    by_head_[doc_.tokens.lemma[phrase.head]] = index;
    Recent recent;
    recent.phrase = index;
    recent.token = phrase.head;
    remember(recent, phrase.tokens);
}

Index Resolver::match(const Nominal& phrase) {
    if (const Index beside = match_name_beside(phrase); beside != none) return beside;
    if (phrase.determiner == Determiner::bare && phrase.plural && speaks_[phrase.head]) {
        // "officials said … officials added"
        const auto known = by_head_.find(doc_.tokens.lemma[phrase.head]);
        if (known == by_head_.end() || phrases_[known->second].group == none) return none;
        const bool same = fold(doc_.slice(doc_.span_of(phrase.tokens))) ==
                          fold(doc_.slice(doc_.span_of(phrases_[known->second].phrase.tokens)));
        return same ? phrases_[known->second].group : none;
    }
    if (phrase.determiner != Determiner::definite && phrase.determiner != Determiner::demonstrative)
        return none;
    if (const Index titled = match_title(phrase); titled != none) return titled;
    // "the alliance" is the one in the news, unless "a new alliance" was told of just before.
    if (!was_introduced(phrase))
        if (const Index kind = match_kind(phrase); kind != none) return kind;
    return match_head(phrase);
}

// "director" of "director of the civil rights group Liberty,": up to the next comma or verb.
Index Resolver::end_of_complement(const Nominal& phrase) const {
    constexpr Index longest = 9;
    const Index end = phrase.tokens.end;
    const Index last = std::min(doc_.sentences[doc_.tokens.sentence[phrase.head]].tokens.end, end + longest);
    if (end >= last || (doc_.lower(end) != "of" && doc_.lower(end) != "for" && doc_.lower(end) != "at"))
        return end;
    for (Index t = end + 1; t < last; ++t) {
        const Upos tag = doc_.tokens.upos[t];
        if (tag == Upos::PUNCT && doc_.lower(t) != "-" && t > end + 1) return t;
        if (tag == Upos::VERB || tag == Upos::AUX || tag == Upos::PUNCT || tag == Upos::PRON) return end;
    }
    return end;
}

Index Resolver::match_name_beside(const Nominal& phrase) {
    if (phrase.plural || phrase.determiner == Determiner::possessive) return none;
    const TokenRange sentence = doc_.sentences[doc_.tokens.sentence[phrase.head]].tokens;
    const Index begin = phrase.tokens.begin, end = phrase.tokens.end;
    const auto fits = [&](Index m) {
        if (m == none) return false;
        const bool person = groups_[doc_.mentions[m].entity].type == EntityType::PERSON;
        return person == (phrase.type == EntityType::PERSON) &&
               (person || groups_[doc_.mentions[m].entity].type == phrase.type);
    };
    const auto title_of = [&](Index m) {
        const Index group = doc_.mentions[m].entity;
        const Index from = phrase.determiner == Determiner::bare ? begin : begin + 1;
        if (phrase.type == EntityType::PERSON && from < end)
            add_title(group, {from, end_of_complement(phrase)}, phrase.head);
        // "Ann Lee, director of the centre": told of her, but no mention of her by itself
        return phrase.determiner == Determiner::bare ? none : group;
    };
    // "the US president, Donald Trump", "the mayor of Skarra, Aoife Brennan"
    const Index comma = end_of_complement(phrase);
    if (comma + 1 < sentence.end && doc_.lower(comma) == "," && phrase.determiner == Determiner::definite) {
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
        if (fits(m) && closed && (phrase.determiner != Determiner::bare || phrase.type == EntityType::PERSON))
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

bool Resolver::modifiers_agree(const Nominal& phrase, TokenRange earlier) const {
    const Index from = phrase.determiner == Determiner::bare ? phrase.tokens.begin : phrase.tokens.begin + 1;
    for (Index t = from; t < phrase.head; ++t) {
        bool found = false;
        for (Index e = earlier.begin; e < earlier.end && !found; ++e)
            found = doc_.tokens.lower[e] == doc_.tokens.lower[t];
        if (!found) return false;
    }
    return true;
}

bool Resolver::is_bare(const Nominal& phrase) const {
    return phrase.tokens.size() == (phrase.determiner == Determiner::bare ? 1u : 2u);
}

Index Resolver::match_title(const Nominal& phrase) const {
    if (phrase.type != EntityType::PERSON || phrase.plural) return none;
    const auto known = by_title_.find(doc_.tokens.lower[phrase.head]);
    if (known == by_title_.end()) return none;
    if (is_bare(phrase)) return known->second;
    const std::vector<Span>& titles = groups_[known->second].titles;
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < std::min(titles.size(), most); ++i) {
        const Index from = phrase.tokens.begin + 1;
        if (fold(doc_.slice(titles[i])) == fold(doc_.slice(doc_.span_of({from, phrase.tokens.end}))))
            return known->second;
    }
    return none;
}

bool Resolver::was_introduced(const Nominal& phrase) const {
    constexpr Index lately = 2;  // sentences
    const auto known = by_head_.find(doc_.tokens.lemma[phrase.head]);
    if (known == by_head_.end()) return false;
    const Nominal& earlier = phrases_[known->second].phrase;
    return earlier.determiner == Determiner::indefinite && !earlier.plural &&
           doc_.tokens.sentence[phrase.head] - doc_.tokens.sentence[earlier.head] <= lately;
}

Index Resolver::match_head(const Nominal& phrase) {
    constexpr Index far = 12;  // sentences
    if (!phrase.plural && is_bare(phrase))
        if (const auto named = by_word_.find(doc_.tokens.lower[phrase.head]);
            named != by_word_.end() && groups_[named->second].type == phrase.type)
            return named->second;
    const auto known = by_head_.find(doc_.tokens.lemma[phrase.head]);
    if (known == by_head_.end()) return none;
    const Nominal& earlier = phrases_[known->second].phrase;
    if (earlier.plural != phrase.plural) return none;
    if (doc_.tokens.sentence[phrase.head] - doc_.tokens.sentence[earlier.head] > far) return none;
    if (earlier.determiner == Determiner::bare && !phrase.plural) return none;
    if (!modifiers_agree(phrase, earlier.tokens)) return none;
    return group_of(known->second);
}

Index Resolver::match_kind(const Nominal& phrase) const {
    constexpr Index far = 5;  // sentences
    if (phrase.kinds.empty() || phrase.plural || !is_bare(phrase)) return none;
    const Index sentence = doc_.tokens.sentence[phrase.head];
    Index best = none;
    int best_score = 0;
    for (std::size_t back = 1; back <= std::min(seen_, window); ++back) {
        const Recent& recent = ring_[(seen_ - back) % window];
        const Index distance = sentence - doc_.tokens.sentence[recent.token];
        if (distance > far) break;
        if (recent.group == none) continue;
        const Group& group = groups_[recent.group];
        if (group.type != phrase.type || !group.named) continue;
        const bool known = !group.kind.empty() && phrase.kinds.find(group.kind) != std::string_view::npos;
        const bool possible =
            group.kind.empty() && phrase.type == EntityType::ORG && phrase.kinds.substr(0, 7) == "company";
        if (!known && !possible) continue;
        const int score = 6 - static_cast<int>(distance) + (recent.subject ? 2 : 0) +
                          static_cast<int>(std::min(group.mentions, 4u)) + (known ? 2 : 0);
        if (score > best_score) {
            best_score = score;
            best = recent.group;
        }
    }
    return best;
}

}  // namespace lede
