// What: the main clauses, each with its subject.
#include <algorithm>

#include "brief/candidates.h"

namespace lede::brief {

namespace {

enum Feature : std::uint32_t {
    bias,
    place,
    place_form,
    subject_kind,
    length,
    shared,
    question_mark,
    quoted,
    place_subject,
    first_person,
    label,
};

// What a clause and a headline say in common, in content words.
std::uint32_t shared_words(const Document& doc, TokenRange tokens, const std::vector<Index>& sorted) {
    std::uint32_t count = 0;
    for (Index token = tokens.begin; token < tokens.end; ++token) {
        const Upos tag = doc.tokens.upos[token];
        if (tag != Upos::NOUN && tag != Upos::PROPN && tag != Upos::VERB && tag != Upos::ADJ) continue;
        count += std::binary_search(sorted.begin(), sorted.end(), doc.tokens.lemma[token]);
    }
    return count;
}

}  // namespace

void find_what(const Story& story, std::vector<Candidate>& candidates) {
    const Document& doc = story.doc;
    const auto lemmas_of = [&](const std::vector<Index>& sentences, std::size_t most) {
        std::vector<Index> lemmas;
        for (std::size_t i = 0; i < sentences.size() && i < most; ++i) {
            const TokenRange tokens = doc.sentences[sentences[i]].tokens;
            for (Index token = tokens.begin; token < tokens.end; ++token)
                lemmas.push_back(doc.tokens.lemma[token]);
        }
        std::sort(lemmas.begin(), lemmas.end());
        return lemmas;
    };
    const std::vector<Index> headline = lemmas_of(story.lead.headline, 3);
    const std::vector<Index> opening = lemmas_of(story.lead.opening, 2);
    const bool label_above =
        !story.lead.headline.empty() &&
        std::none_of(story.clauses().begin(), story.clauses().end(),
                     [](const MainClause& clause) { return clause.part == Part::headline; });
    for (const MainClause& clause : story.clauses()) {
        if (clause.tokens.size() < 2) continue;
        // "They have halted the offensive": the clause that reports it says who they are.
        if (clause.reported && clause.subject != none && doc.tokens.upos[clause.subject] == Upos::PRON)
            continue;
        // "…, a court was told": without what it reports it says nothing.
        if (clause.reports && &clause != &story.clauses().back() &&
            !clause.tokens.contains((&clause)[1].predicate))
            continue;
        const TokenRange sentence = doc.sentences[doc.tokens.sentence[clause.predicate]].tokens;
        Candidate& candidate = candidates.emplace_back();
        candidate.span = doc.span_of(clause.tokens);
        FeatureList list(candidate.features);
        const auto on = [&](Feature feature, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
            list.add(about(Question::what, feature), a, b, c);
        };
        const auto part = static_cast<std::uint32_t>(clause.part);
        const std::uint32_t where = part * 4 + (clause.reported ? 1 : 0) + (clause.reports ? 2 : 0);
        const Xpos tag = doc.tokens.xpos[clause.predicate];
        const std::uint32_t form = tag == Xpos::VBN                                  ? 1
                                   : tag == Xpos::VB                                 ? 2
                                   : tag == Xpos::VBG                                ? 3
                                   : doc.tokens.upos[clause.predicate] == Upos::VERB ? 4
                                                                                     : 5;
        const bool has_subject = clause.subject != none && clause.subject < clause.predicate;
        const bool pronoun = has_subject && doc.tokens.upos[clause.subject] == Upos::PRON;
        const std::uint32_t subject = !has_subject ? 0 : pronoun ? 1 : story.is_actor(clause.subject) ? 2 : 3;
        on(bias, 0);
        on(place, where);
        on(place_form, part, form);
        on(subject_kind, subject);
        on(place_subject, where, subject);
        on(length, bucket(clause.tokens.size()), part == 0);
        const auto& other = clause.part == Part::headline ? opening : headline;
        on(shared, bucket(shared_words(doc, clause.tokens, other)), part == 0, other.empty());
        on(question_mark, doc.lower(sentence.end - 1) == "?");
        on(quoted, story.in_quote(clause.predicate), part == 0);
        on(label, label_above, where, subject);
        on(first_person, doc.lower(clause.tokens.begin) == "i" || doc.lower(clause.tokens.begin) == "we");
    }
}

}  // namespace lede::brief
