#include "brief/story.h"

#include <algorithm>

#include "syntax/extents.h"

namespace lede::brief {

namespace {

// A phrase or clause that is longer is cut: nobody reads it as an answer.
constexpr Index longest = 80;

bool is_subject(Deprel relation) {
    return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::csubj ||
           relation == Deprel::csubj_pass;
}

bool is_clause(Deprel relation) {
    return relation == Deprel::advcl || relation == Deprel::advcl_relcl || relation == Deprel::acl ||
           relation == Deprel::acl_relcl;
}

std::vector<bool> find_quoted(const Document& doc) {
    std::vector<bool> quoted(doc.tokens.size(), false);
    for (const Quote& quote : doc.quotes) {
        if (quote.form == QuoteForm::indirect) continue;
        for (Span content : quote.content) {
            const TokenRange tokens = doc.tokens_in(content);
            std::fill(quoted.begin() + tokens.begin, quoted.begin() + tokens.end, true);
        }
    }
    return quoted;
}

}  // namespace

Story::Story(const Document& document, const Resources& all)
    : doc(document),
      resources(all),
      syntax(document, all),
      lead(find_lead(document)),
      subtrees(find_subtrees(document)),
      actors(all),
      quoted_(find_quoted(document)),
      name_of_(document.tokens.size(), none),
      reporting_(all.table("reporting_verbs")),
      markers_(all.table("answer_markers")) {
    read_what_happened();
    for (Index number = 0; number < doc.mentions.size(); ++number) {
        const Mention& mention = doc.mentions[number];
        if (mention.kind != MentionKind::name) continue;
        for (Index token = mention.tokens.end; token > mention.tokens.begin; --token) {
            if (name_of_[token - 1] != none) break;  // within a longer name
            name_of_[token - 1] = number;
        }
    }
    for (Index sentence : lead.headline) {
        sentences_.push_back(sentence);
        parts_.push_back(Part::headline);
    }
    for (std::size_t i = 0; i < lead.opening.size(); ++i) {
        if (std::find(sentences_.begin(), sentences_.end(), lead.opening[i]) != sentences_.end()) continue;
        sentences_.push_back(lead.opening[i]);
        parts_.push_back(i == 0 ? Part::lead : i == 1 ? Part::second : Part::later);
    }
    for (Index sentence : sentences_) add_clauses(sentence);
}

Part Story::part_of(Index sentence) const {
    const auto at = std::find(sentences_.begin(), sentences_.end(), sentence);
    return at == sentences_.end() ? Part::later : parts_[static_cast<std::size_t>(at - sentences_.begin())];
}

Index Story::clause_of(Index predicate) const {
    for (std::size_t i = 0; i < clauses_.size(); ++i)
        if (clauses_[i].predicate == predicate) return static_cast<Index>(i);
    return none;
}

Link Story::link_of(Index token) const {
    Link link;
    constexpr std::uint32_t reach = 12;
    while (token != none && link.steps < reach) {
        link.clause = clause_of(token);
        if (link.clause != none) return link;
        const Deprel relation = doc.tokens.deprel[token];
        if (relation == Deprel::acl || relation == Deprel::acl_relcl) link.relative = true;
        if (relation == Deprel::advcl || relation == Deprel::advcl_relcl) link.adverbial = true;
        if (is_subject(relation)) link.subject = true;
        ++link.steps;
        token = doc.tokens.head[token];
    }
    return link;
}

std::uint32_t Story::code_of(const Link& link) const {
    if (link.clause == none) return 0;
    return 1 + (clauses_[link.clause].reports ? 1 : 0) + (clauses_[link.clause].reported ? 2 : 0);
}

Index Story::subject_in(Index predicate, TokenRange within) const {
    for (Index child = syntax.children.first(predicate); child != none; child = syntax.children.next(child))
        if (is_subject(doc.tokens.deprel[child]) && within.contains(child)) return child;
    return none;
}

// The predicate nearest to the root that has a subject of its own; a verb at the root where none has.
Index Story::find_predicate(TokenRange within) const {
    Index best = none;
    std::size_t size = 0;
    for (Index token = within.begin; token < within.end; ++token) {
        const Deprel relation = doc.tokens.deprel[token];
        if (relation == Deprel::acl || relation == Deprel::acl_relcl || relation == Deprel::advcl ||
            relation == Deprel::appos)
            continue;
        const Index subject = subject_in(token, within);
        if (subject == none || subject > token) continue;
        const Xpos tag = doc.tokens.xpos[subject];
        if (tag == Xpos::WP || tag == Xpos::WDT) continue;
        const std::size_t covered = subtrees[token].size();
        if (best == none || covered > size) {
            best = token;
            size = covered;
        }
    }
    if (best != none) return best;
    for (Index token = within.begin; token < within.end; ++token) {
        const Index head = doc.tokens.head[token];
        if (head != none && within.contains(head)) continue;
        if (doc.tokens.upos[token] == Upos::VERB) return token;
        // "Tarrant Harbour to trap its peacocks", "Space rock recovered from cattle station"
        for (Index child = syntax.children.first(token); child != none; child = syntax.children.next(child)) {
            const Xpos tag = doc.tokens.xpos[child];
            if (doc.tokens.deprel[child] == Deprel::acl && child > token && within.contains(child) &&
                (tag == Xpos::VB || tag == Xpos::VBN || tag == Xpos::VBD))
                return child;
        }
    }
    return none;
}

void Story::add_clause(MainClause clause, TokenRange within) {
    clause.subject = subject_in(clause.predicate, within);
    const Index above = doc.tokens.head[clause.predicate];
    if (clause.subject == none && doc.tokens.deprel[clause.predicate] == Deprel::acl && above != none &&
        doc.tokens.head[above] == none)
        clause.subject = above;
    clause.tokens = clause_words(clause.predicate);
    if (clause.subject != none && clause.subject < clause.predicate) {
        Index begin = std::max(subtrees[clause.subject].begin, within.begin);
        while (begin < clause.subject &&
               (doc.tokens.upos[begin] == Upos::PUNCT || doc.tokens.upos[begin] == Upos::CCONJ ||
                doc.tokens.upos[begin] == Upos::SCONJ))
            ++begin;
        clause.tokens.begin = begin;
    }
    clause.tokens.end = std::min(clause.tokens.end, within.end);
    if (clause.tokens.begin < within.begin) clause.tokens.begin = within.begin;
    if (clause.tokens.size() > longest) {
        // At the last comma that a reader gets to.
        Index end = clause.tokens.begin + longest;
        while (end > clause.predicate + 1 && doc.tokens.xpos[end] != Xpos::COMMA) --end;
        if (end > clause.predicate + 1)
            clause.tokens.end = end;
        else
            clause.tokens = {};
    }
    clauses_.push_back(clause);
}

void Story::add_clauses(Index sentence) {
    const Part part = part_of(sentence);
    const TokenRange tokens = doc.sentences[sentence].tokens;
    std::vector<TokenRange> within;
    if (part == Part::headline) {
        // "Review: A great performance goes down; audience leaves"
        constexpr std::size_t most = 4;
        Index begin = tokens.begin;
        for (Index token = tokens.begin; token < tokens.end && within.size() < most; ++token) {
            const std::string_view word = doc.lower(token);
            if (word != ":" && word != ";") continue;
            if (token > begin) within.push_back({begin, token});
            begin = token + 1;
        }
        if (begin < tokens.end) within.push_back({begin, tokens.end});
    } else {
        within.push_back(tokens);
    }
    for (TokenRange range : within) {
        Index predicate = find_predicate(range);
        constexpr int deepest = 2;
        bool reported = false;
        for (int depth = 0; depth < deepest && predicate != none; ++depth) {
            Index content = none;
            if (reporting_.contains(doc.lemma(predicate)))
                for (Index child = syntax.children.first(predicate); child != none;
                     child = syntax.children.next(child)) {
                    const Deprel relation = doc.tokens.deprel[child];
                    if ((relation == Deprel::ccomp || relation == Deprel::parataxis) &&
                        range.contains(child) && subject_in(child, range) != none) {
                        content = child;
                        break;
                    }
                }
            MainClause clause;
            clause.predicate = predicate;
            clause.part = part;
            clause.reports = content != none;
            clause.reported = reported;
            add_clause(clause, range);
            predicate = content;
            reported = true;
        }
    }
}

Index Story::marker_of(Index head) const {
    for (Index child = syntax.children.first(head); child != none && child < head;
         child = syntax.children.next(child)) {
        const Deprel relation = doc.tokens.deprel[child];
        if (relation == Deprel::mark || relation == Deprel::case_) return child;
    }
    return none;
}

// Does a dependent add something that the clause can do without: ", which …", ", saying …", "as it rained"?
bool Story::is_added(Index token, Index predicate) const {
    const Deprel relation = doc.tokens.deprel[token];
    const Index begin = subtrees[token].begin;
    if (begin <= predicate) return false;
    // "the agency said *it would halve rations*"
    if (relation == Deprel::parataxis && doc.tokens.head[token] == predicate && is_saying(predicate) &&
        subject_in(token, subtrees[token]) != none)
        return false;
    if (relation == Deprel::parataxis || relation == Deprel::discourse) return true;
    const bool apart = doc.tokens.xpos[begin] == Xpos::COMMA || doc.tokens.xpos[begin - 1] == Xpos::COMMA ||
                       doc.tokens.xpos[begin] == Xpos::COLON || doc.tokens.xpos[begin - 1] == Xpos::COLON;
    if (relation == Deprel::advcl || relation == Deprel::advcl_relcl) {
        const Index marker = marker_of(token);
        return apart ||
               (marker != none && doc.tokens.xpos[marker] != Xpos::TO && doc.tokens.xpos[token] != Xpos::VBG);
    }
    // "won by a neck *after a recount*"
    if (relation == Deprel::obl && marker_class(marker_of(token)) == hash("cause")) return true;
    if (relation == Deprel::acl_relcl) {
        // "a *building* that collapsed" behind the object that the clause is about.
        const Index noun = doc.tokens.head[token];
        if (doc.tokens.deprel[noun] == Deprel::nmod) return true;
    }
    if (!apart) return false;
    if (is_clause(relation)) return true;
    if (relation == Deprel::conj)
        return subject_in(token, subtrees[token]) != none || doc.tokens.upos[token] == Upos::VERB;
    if (relation == Deprel::appos) return doc.tokens.upos[token] != Upos::PROPN;
    return relation == Deprel::obl || relation == Deprel::obl_unmarked;
}

// Cuts off what is added behind a head, and what a cut leaves hanging.
TokenRange Story::cut(TokenRange range, Index head) const {
    int inside = 0;  // of brackets: what they hold stays or goes as a whole
    for (Index token = head + 1; token < range.end; ++token) {
        const Xpos tag = doc.tokens.xpos[token];
        if (tag == Xpos::LRB) ++inside;
        if (tag == Xpos::RRB) --inside;
        if (inside <= 0 && is_added(token, head))
            range.end = std::min(range.end, std::max(subtrees[token].begin, head + 1));
    }
    // "found *a day* after the attack"
    if (range.end < subtrees[head].end && range.end > head + 1) {
        const Index time = doc.tokens.time[range.end - 1];
        if (time != none && doc.times[time].type == TimeType::duration)
            range.end = std::max(head + 1, doc.times[time].tokens.begin);
    }
    // A long list or a long pair of clauses ends with one of its parts.
    constexpr Index comfortable = 26;
    if (range.end > head + comfortable)
        for (Index token = head + comfortable; token > head + 4; --token) {
            const Index above = doc.tokens.head[token];
            if (doc.tokens.deprel[token] != Deprel::cc || above == none ||
                doc.tokens.deprel[above] != Deprel::conj || above >= range.end)
                continue;
            if (subtrees[above].end + 4 < range.end) continue;
            range.end = token;
            break;
        }
    const auto hangs = [&](Index token) {
        const Xpos tag = doc.tokens.xpos[token];
        return tag == Xpos::CC || tag == Xpos::DT || tag == Xpos::WDT || tag == Xpos::OPEN_QUOTE ||
               tag == Xpos::LRB ||
               (doc.tokens.upos[token] == Upos::PUNCT && tag != Xpos::RRB && tag != Xpos::CLOSE_QUOTE) ||
               (token > head && tag == Xpos::IN && doc.tokens.deprel[token] != Deprel::compound_prt);
    };
    while (!range.empty() && hangs(range.end - 1)) --range.end;
    // A quotation mark or bracket whose other half is outside.
    int open = 0;
    Index last = none;
    for (Index token = range.begin; token < range.end; ++token) {
        const Xpos tag = doc.tokens.xpos[token];
        if (tag == Xpos::LRB) {
            ++open;
            last = token;
        } else if (tag == Xpos::RRB) {
            --open;
        }
    }
    const Index sentence_end = doc.sentences[doc.tokens.sentence[head]].tokens.end;
    if (open > 0) {
        if (range.end < sentence_end && doc.tokens.xpos[range.end] == Xpos::RRB)
            ++range.end;
        else if (last > head)
            range.end = last;
    }
    return range;
}

TokenRange Story::clause_words(Index predicate) const {
    TokenRange range = subtrees[predicate];
    range.end = std::min(range.end, predicate + longest);
    if (range.begin + longest < predicate) range.begin = predicate;
    const Index marker = marker_of(predicate);
    if (marker != none && doc.tokens.xpos[marker] != Xpos::TO)
        range.begin = std::max(range.begin, subtrees[marker].end);
    const auto leads = [&](Index token) {
        return doc.tokens.upos[token] == Upos::PUNCT || doc.tokens.upos[token] == Upos::CCONJ;
    };
    while (range.begin < predicate && leads(range.begin)) ++range.begin;
    return cut(range, predicate);
}

TokenRange Story::phrase_words(Index head) const {
    TokenRange range = subtrees[head];
    range.end = std::min(range.end, head + longest);
    if (range.begin + longest < head) range.begin = head;
    for (Index child = syntax.children.first(head); child != none && child < head;
         child = syntax.children.next(child)) {
        const Deprel relation = doc.tokens.deprel[child];
        if (relation == Deprel::case_ || relation == Deprel::mark || relation == Deprel::cc ||
            relation == Deprel::cop || is_subject(relation) || relation == Deprel::advmod ||
            relation == Deprel::aux)
            if (relation != Deprel::advmod || doc.tokens.xpos[child] == Xpos::WRB)
                range.begin = std::max(range.begin, subtrees[child].end);
    }
    while (range.begin < head && doc.tokens.upos[range.begin] == Upos::PUNCT) ++range.begin;
    for (Index token = head + 1; token < range.end; ++token) {
        const Deprel relation = doc.tokens.deprel[token];
        const bool clause = relation == Deprel::acl_relcl || relation == Deprel::advcl ||
                            relation == Deprel::parataxis || relation == Deprel::advcl_relcl;
        const Index begin = subtrees[token].begin;
        const bool apart = begin > head && (doc.tokens.xpos[begin] == Xpos::COMMA ||
                                            doc.tokens.xpos[begin - 1] == Xpos::COMMA);
        const bool aside = clause || ((relation == Deprel::acl || relation == Deprel::appos) && apart);
        if (aside && begin > head) range.end = std::min(range.end, begin);
    }
    return cut(range, head);
}

bool Story::carries_words(Index noun) const {
    const auto value = markers_.find(doc.lemma(noun));
    return value && *value == "channel";
}

Index Story::entity_of(Index head) const {
    Index mention = syntax.mention_of[head];
    // The tree takes the first word of a name for its head.
    if (mention == none) mention = name_of_[head];
    return mention == none ? none : doc.mentions[mention].entity;
}

void Story::read_what_happened() {
    answers_.clear();
    answer_verbs_.clear();
    for (const Answer& answer : doc.brief.what) {
        const TokenRange clause = answers_.emplace_back(doc.tokens_in(answer.span));
        answer_verbs_.push_back(top_verb(doc, clause));
    }
}

bool Story::is_told_with(Index token) const {
    Index above = doc.tokens.head[token];
    constexpr int longest_chain = 4;
    for (int step = 0; step < longest_chain && above != none && doc.tokens.upos[above] != Upos::VERB; ++step)
        above = doc.tokens.head[above];
    for (std::size_t i = 0; i < answers_.size(); ++i) {
        const Index verb = answer_verbs_[i];
        if (above != none && verb != none && doc.tokens.lemma[above] == doc.tokens.lemma[verb]) return true;
        if (!answers_[i].empty() && doc.tokens.sentence[token] == doc.tokens.sentence[answers_[i].begin])
            return true;
    }
    return false;
}

std::uint32_t Story::marker_class(Index marker) const {
    if (marker == none) return 0;
    const auto value = markers_.find(doc.lower(marker));
    return value ? hash(*value) : 1;
}

bool Story::is_actor(Index head) const {
    const Index entity = entity_of(head);
    if (entity != none) {
        const EntityType type = doc.entities[entity].type;
        if (type == EntityType::PERSON || type == EntityType::ORG || type == EntityType::GPE ||
            type == EntityType::NORP)
            return true;
    }
    return actors.is_actor(doc.lemma(head));
}

}  // namespace lede::brief
