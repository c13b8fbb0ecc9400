// What is said of a pair of candidates.
#include <algorithm>

#include "coreference/antecedent_rows.h"
#include "coreference/antecedents.h"

namespace lede::coreference {

using namespace antecedent_rows;

int Antecedents::modifiers(const Candidate& anaphor, const Candidate& antecedent) const {
    // 0: none to compare, 1: all of the later are in the earlier, 2: some are not
    Index t = anaphor.tokens.begin;
    if (anaphor.determiner != Determiner::bare && t < anaphor.head) ++t;
    if (t == anaphor.head) return 0;
    constexpr Index most = 12;
    const Index from = antecedent.tokens.begin;
    const Index to = std::min(antecedent.tokens.end, from + most);
    for (; t < anaphor.head; ++t) {
        bool found = false;
        for (Index e = from; e < to && !found; ++e) found = doc_.tokens.lower[e] == doc_.tokens.lower[t];
        if (!found) return 2;
    }
    return 1;
}

bool Antecedents::same_head(Index a, Index b) const {
    return candidates_[a].kind != MentionKind::pronoun && candidates_[b].kind != MentionKind::pronoun &&
           doc_.tokens.lemma[candidates_[a].head] == doc_.tokens.lemma[candidates_[b].head];
}

bool Antecedents::has_word(const Candidate& name, Index lower) const {
    constexpr Index most = 8;
    for (Index t = name.tokens.begin; t < std::min(name.tokens.end, name.tokens.begin + most); ++t)
        if (doc_.tokens.lower[t] == lower) return true;
    return false;
}

bool Antecedents::chain_has_noun(const ChainSoFar& chain, Index noun) const {
    return std::any_of(chain.nouns.begin(), chain.nouns.end(), [&](Index head) {
        return head != none && doc_.tokens.lemma[head] == doc_.tokens.lemma[noun];
    });
}

// "the company" may be a name that the gazetteer knows for a company's, and is none that it knows for a
// club's: 0 where the noun tells nothing, 1 where it fits, 2 where it does not, 3 where the name is unknown.
unsigned Antecedents::kind_fits(const Facts& anaphor, const Candidate& name) const {
    const std::string_view kind = groups_.of(name.name).kind;
    if (anaphor.kinds.empty()) return 0;
    if (kind.empty()) return 3;
    return anaphor.kinds.find(kind) != std::string_view::npos ? 1 : 2;
}

// How alike two head words are used: the cosine of their vectors in tenths, 0 where it is negative.
int Antecedents::likeness(Index a, Index b) {
    const Vector& x = vector_of(candidates_[a].head);
    const Vector& y = vector_of(candidates_[b].head);
    std::int32_t product = 0;  // 100 × 2^12 × 2^12 at most
    for (std::size_t i = 0; i < WordVectors::size; ++i) product += x.values[i] * y.values[i];
    return product <= 0 ? 0 : static_cast<int>(product / x.length / y.length * 10);
}

void Antecedents::compare(Index m, Index a, const ChainSoFar& chain, std::vector<std::uint32_t>& out) {
    const Candidate& anaphor = candidates_[m];
    const Candidate& antecedent = candidates_[a];
    const Facts& mf = facts_[m];
    const Facts& af = facts_[a];
    out.clear();
    Rows rows(of_pair, out);
    const std::uint32_t pair = mf.kind * 16u + af.kind;
    const std::uint32_t sentences = mf.sentence - af.sentence;
    const bool fits = agree(anaphor, antecedent);

    rows.add(kinds, pair);
    rows.add(sentences_between, pair, bucket(sentences));
    rows.add(candidates_between, pair, bucket(a < m ? m - a : a - m), a > m);
    if (a > m) {
        rows.add(follows, mf.kind, anaphor.possessive, af.kind);
        rows.add(follows_how, mf.kind, af.kind, af.subject, mf.relation,
                 mf.governor == none ? 0u : static_cast<std::uint32_t>(doc_.tokens.deprel[mf.governor]));
        rows.add(follows_none, mf.kind, af.kind, std::min(named_, 2u), fits);
    }
    rows.add(depth_of, mf.kind, std::min<std::uint32_t>(af.depth, 4u), af.subject, std::min(sentences, 2u));
    if (antecedent.given != GivenName::unknown)
        rows.add(given_name, mf.kind, anaphor.gender, antecedent.given, af.kind);
    if (antecedent.doubtful) rows.add(doubtful_row, mf.kind, code_of(antecedent.type), antecedent.given);
    rows.add(genders, mf.kind, anaphor.gender, antecedent.gender, af.kind);
    rows.add(numbers, pair, anaphor.number, antecedent.number);
    rows.add(types, mf.kind, code_of(anaphor.type), code_of(antecedent.type), af.kind);
    rows.add(blocks_between, mf.kind, bucket(mf.block - af.block), bucket(sentences));
    rows.add(agreement, pair, fits);
    if (fits) {
        rows.add(agreeing, mf.kind, bucket(agreeing_), af.subject);
        rows.add(agreement_first, mf.kind, af.kind, agreeing_ == 0, sentences == 0);
        ++agreeing_;
    }
    const std::uint32_t far = std::min(sentences, 3u);
    rows.add(chain_named, pair, chain.named, far);
    rows.add(chain_size, mf.kind, af.kind, bucket(chain.size), chain.named);
    rows.add(chain_gender, pair, anaphor.gender, chain.gender);
    rows.add(named_nearer, pair, chain.named, std::min(named_, 3u));
    if (fits && chain.named &&
        (chain.gender == Gender::unknown || anaphor.gender == Gender::unknown ||
         chain.gender == anaphor.gender))
        ++named_;
    rows.add(subjects, mf.kind, mf.subject, af.subject, std::min(sentences, 2u));
    rows.add(firsts, mf.kind, mf.first, af.first, std::min(sentences, 2u));
    rows.add(relation_pair, mf.relation, af.relation, std::min(sentences, 2u));
    if (anaphor.kind == MentionKind::pronoun && antecedent.kind == MentionKind::pronoun)
        rows.add(forms, hash_of(doc_.lower(anaphor.head)), hash_of(doc_.lower(antecedent.head)),
                 std::min(sentences, 3u));
    if (sentences == 0) {
        const unsigned place = place_below(m, a);
        rows.add(below, mf.kind, place, anaphor.possessive, anaphor.reflexive);
        const bool same = mf.governor == af.governor;
        const bool over = af.governor == anaphor.head, under = mf.governor == antecedent.head;
        rows.add(same_governor, mf.kind, same, over, under, anaphor.possessive, anaphor.reflexive);
        if (over || under)
            rows.add(told_of, mf.kind, over, doc_.tokens.deprel[anaphor.head],
                     doc_.tokens.deprel[antecedent.head]);
    } else if (mf.governor != none && af.governor != none &&
               doc_.tokens.lemma[mf.governor] == doc_.tokens.lemma[af.governor]) {
        rows.add(governors, pair, doc_.tokens.deprel[anaphor.head] == doc_.tokens.deprel[antecedent.head]);
    }
    // who is talking
    rows.add(quotes_between, pair, anaphor.quote != none, antecedent.quote != none,
             anaphor.quote == antecedent.quote);
    const bool by = anaphor.quote != none && af.speaks == anaphor.quote;
    const bool of = antecedent.quote != none && mf.speaks == antecedent.quote;
    if (by || of) rows.add(speaker, pair, by, of);
    if (mf.speaks != none)
        rows.add(speakers, mf.kind, af.speaks != none, af.subject, far, antecedent.quote != none);
    compare_names(m, a, chain, out);
    rows.add(topic, mf.kind, af.first && af.subject, std::min(sentences, 2u));
    if (anaphor.kind == MentionKind::pronoun || antecedent.kind == MentionKind::pronoun) return;
    compare_words(m, a, out);
}

// What names and descriptions of them tell.
void Antecedents::compare_names(Index m, Index a, const ChainSoFar& chain, std::vector<std::uint32_t>& out) {
    const Candidate& anaphor = candidates_[m];
    const Candidate& antecedent = candidates_[a];
    const Facts& mf = facts_[m];
    const Facts& af = facts_[a];
    Rows rows(of_pair, out);
    const std::uint32_t sentences = mf.sentence - af.sentence;
    const std::uint32_t far = std::min(sentences, 3u);
    if (antecedent.kind == MentionKind::name) {
        rows.add(count_of_name, mf.kind, bucket(af.named), std::min(sentences, 3u));
        rows.add(leader, mf.kind, af.leads, af.subject, std::min(sentences, 3u));
        if (anaphor.kind == MentionKind::nominal) {
            const bool word = has_word(antecedent, doc_.tokens.lower[anaphor.head]);
            const auto fit = descriptions_.fit(groups_.of_mention[antecedent.name], anaphor);
            rows.add(name_word, anaphor.determiner, word, facts_[m].postmodified);
            rows.add(kind_word, anaphor.determiner, kind_fits(mf, antecedent),
                     antecedent.type == anaphor.type, far);
            rows.add(description_row, anaphor.determiner, fit, far);
            rows.add(description_row, anaphor.determiner, fit, 9u, std::min(described_, 2u));
            if (fit != Descriptions::Fit::none) ++described_;
            if (word) ++worded_;
        }
        if (anaphor.kind == MentionKind::pronoun && anaphor.person == 1)
            rows.add(
                own_body, mf.kind, code_of(antecedent.type), mf.speaker != none,
                mf.speaker != none && descriptions_.belongs(mf.speaker, groups_.of_mention[antecedent.name]));
    }
    if (anaphor.kind == MentionKind::name && antecedent.kind == MentionKind::nominal) {
        const auto fit = descriptions_.fit(groups_.of_mention[anaphor.name], antecedent);
        rows.add(described_before, antecedent.determiner, fit, far);
        if (fit != Descriptions::Fit::none) ++described_;
    }
    if (anaphor.kind == MentionKind::nominal)
        rows.add(chain_head, anaphor.determiner, chain_has_noun(chain, anaphor.head), chain.named, far);
}

// What the words of two phrases with a noun tell.
void Antecedents::compare_words(Index m, Index a, std::vector<std::uint32_t>& out) {
    const Candidate& anaphor = candidates_[m];
    const Candidate& antecedent = candidates_[a];
    const Facts& mf = facts_[m];
    const Facts& af = facts_[a];
    Rows rows(of_pair, out);
    const std::uint32_t sentences = mf.sentence - af.sentence;
    const std::uint32_t pair = mf.kind * 16u + af.kind;
    rows.add(determiners, pair, anaphor.determiner, antecedent.determiner, same_head(m, a));
    if (mf.words == af.words) {
        rows.add(same_words_row, pair, anaphor.determiner, std::min(same_words_, 2u));
        rows.add(same_words_row, 99u, bucket(anaphor.tokens.size()), mf.postmodified);
        ++same_words_;
    }
    if (same_head(m, a)) {
        rows.add(heads, anaphor.determiner, antecedent.determiner, modifiers(anaphor, antecedent),
                 modifiers(antecedent, anaphor));
        rows.add(heads_far, anaphor.determiner, bucket(sentences), anaphor.number == antecedent.number);
        rows.add(nearest_head, anaphor.determiner, std::min(same_heads_, 3u), mf.postmodified,
                 af.postmodified);
        ++same_heads_;
    } else {
        rows.add(likeness_row, pair, likeness(m, a), anaphor.determiner);
    }
}

void Antecedents::compare_with_nothing(Index m, std::vector<std::uint32_t>& out) const {
    const Candidate& anaphor = candidates_[m];
    const std::uint32_t kind = facts_[m].kind;
    out.clear();
    Rows rows(of_pair, out);
    rows.add(nothing, kind);
    rows.add(nothing_heads, kind, anaphor.determiner, std::min(same_heads_, 3u));
    rows.add(nothing_words, kind, anaphor.determiner, std::min(same_words_, 2u));
    rows.add(nothing_agreeing, kind, bucket(agreeing_));
    rows.add(nothing_named, kind, std::min(named_, 4u));
    rows.add(nothing_described, kind, anaphor.determiner, std::min(described_, 2u), std::min(worded_, 2u));
}

}  // namespace lede::coreference
