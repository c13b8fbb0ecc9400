#include "syntax/syntax.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "neural/encoder.h"
#include "neural/name_scorer.h"
#include "syntax/conventions.h"
#include "syntax/headlines.h"
#include "syntax/labels.h"
#include "syntax/parser.h"
#include "syntax/punctuation.h"
#include "syntax/tagger.h"
#include "syntax/wordless.h"

namespace lede {

namespace {

// Features that a word has beside those of its tag: "prp/he" before "prp".
std::string_view features_of(const Document& doc, Index token, const Table& table, std::string& key) {
    constexpr std::size_t longest_listed_form = 40;
    key.clear();
    fold(written(doc.tokens.upos[token]), key);
    key += '/';
    fold(written(doc.tokens.xpos[token]), key);
    const std::size_t tag_size = key.size();
    const std::string_view lower = doc.lower(token);
    if (lower.size() <= longest_listed_form) {
        key += '/';
        key += lower;
        if (const auto features = table.find(key)) return *features;
        key.resize(tag_size);
    }
    return table.find(key).value_or("");
}

void find_features(Document& doc, const Resources& resources) {
    const Table table = resources.table("feats");
    std::string key;
    doc.tokens.feats.assign(doc.tokens.size(), 0);
    for (Index token = 0; token < doc.tokens.size(); ++token)
        doc.tokens.feats[token] = doc.words.intern(features_of(doc, token, table, key));
}

// Longer sentences are read in pieces, those after the first hanging on it: the best tree costs time that is
// quadratic for each word.
constexpr Index longest_piece = 128;

// Reads a few sentences at a time: enough for the kernels, and little memory however long the article.
class CoreReader {
  public:
    CoreReader(Document& doc, const Resources& resources, const WordReader& words, WordScores& scores)
        : doc_(doc),
          scores_(scores),
          encoder_(resources.core(), words, resources.common_words()),
          tagger_(resources.core()),
          parser_(resources.core()),
          names_(resources.core()) {}

    void read() {
        constexpr Index enough = 96;  // tokens
        for (const Sentence& sentence : doc_.sentences) {
            if (is_wordless(doc_, sentence)) {
                // The pieces of a batch follow each other without a gap.
                if (!pieces_.empty()) read_pieces();
                tag_by_shape(doc_, sentence);
                continue;
            }
            for (Index begin = sentence.tokens.begin; begin < sentence.tokens.end; begin += longest_piece) {
                pieces_.push_back({begin, std::min(begin + longest_piece, sentence.tokens.end)});
                if (pieces_.back().end - pieces_.front().begin >= enough) read_pieces();
            }
        }
        if (!pieces_.empty()) read_pieces();
        for (const Sentence& sentence : doc_.sentences) join_pieces(sentence);
    }

  private:
    void read_pieces() {
        const std::int16_t* states = encoder_.encode(doc_, pieces_);
        const TokenRange tokens{pieces_.front().begin, pieces_.back().end};
        tagger_.tag(doc_, tokens, states);
        parser_.read(tokens, states);
        for (const TokenRange piece : pieces_) {
            parser_.parse(doc_, piece);
            keep_to_conventions(doc_, piece);
            attach_paired_marks(doc_, piece);
        }
        names_.score(tokens, states, scores_);
        pieces_.clear();
    }

    void join_pieces(const Sentence& sentence) {
        Index first_root = none;
        if (sentence.tokens.size() <= longest_piece) return;
        for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            if (doc_.tokens.head[t] != none) continue;
            if (first_root == none) {
                first_root = t;
                continue;
            }
            doc_.tokens.head[t] = first_root;
            doc_.tokens.deprel[t] = Deprel::parataxis;
        }
    }

    Document& doc_;
    WordScores& scores_;
    Encoder encoder_;
    Tagger tagger_;
    Parser parser_;
    NameScorer names_;
    std::vector<TokenRange> pieces_;
};

// "One official close to the talks said", "the 71-year-old": who is counted or pointed at and stands as a
// subject or an object is a noun, if the word can name a person, whatever its ending looked like.
void find_person_nouns(Document& doc, const Resources& resources) {
    const Table person_nouns = resources.table("person_nouns");
    for (Index token = 0; token < doc.tokens.size(); ++token) {
        const Index head = doc.tokens.head[token];
        const Deprel relation = doc.tokens.deprel[token];
        if (head == none || (relation != Deprel::det && relation != Deprel::nummod)) continue;
        const bool placed = is_argument(doc.tokens.deprel[head]) || doc.tokens.deprel[head] == Deprel::nmod;
        if (doc.tokens.xpos[head] != Xpos::JJ || !placed || !person_nouns.contains(doc.lower(head))) continue;
        doc.tokens.upos[head] = Upos::NOUN;
        doc.tokens.xpos[head] = Xpos::NN;
    }
}

// Without a model every token is a noun, and hangs on the first of its sentence.
void assume_nouns(Document& doc) {
    for (const Sentence& sentence : doc.sentences)
        for (Index t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t) {
            doc.tokens.head[t] = sentence.tokens.begin;
            doc.tokens.deprel[t] = Deprel::dep;
        }
}

}  // namespace

WordScores find_syntax(Document& doc, const Resources& resources) {
    Tokens& tokens = doc.tokens;
    tokens.upos.assign(tokens.size(), Upos::NOUN);
    tokens.xpos.assign(tokens.size(), Xpos::NN);
    tokens.head.assign(tokens.size(), none);
    tokens.deprel.assign(tokens.size(), Deprel::root);
    WordScores scores;
    scores.row.assign(tokens.size(), none);
    if (resources.core().empty()) {
        assume_nouns(doc);
    } else {
        const WordReader words = resources.word_reader();
        CoreReader(doc, resources, words, scores).read();
        find_person_nouns(doc, resources);
        read_headline_participles(doc, resources);
    }
    find_features(doc, resources);
    return scores;
}

}  // namespace lede
