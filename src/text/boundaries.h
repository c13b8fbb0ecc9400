// What tells whether a sentence ends between two tokens: features for the learned decision.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document.h"
#include "model/word_classes.h"
#include "resources.h"
#include "text/token_kind.h"

namespace lede {

/// The tables that finding the end of a sentence asks, fetched once an article.
struct SentenceTables {
    Table abbreviations, starters, reporting_verbs, closed_words, function_words;
    WordClasses page_words;

    explicit SentenceTables(const Resources& resources)
        : abbreviations(resources.table("abbreviations")),
          starters(resources.table("sentence_starters")),
          reporting_verbs(resources.table("reporting_verbs")),
          closed_words(resources.table("closed_words")),
          function_words(resources.table("function_words")),
          page_words(resources.table("page_words")) {}
};

/// Walks the tokens of an article from left to right; the trainer (scripts/train/sentences) and the engine
/// share it. Every gap costs the same, however long the text.
class Boundaries {
  public:
    /// The columns span and lower must be filled.
    Boundaries(const Document& doc, const SentenceTables& tables);

    /// The blocks are walked in order, each from its first token on.
    void begin_block(TokenRange tokens, Index block);
    /// A sentence begins at the token that is walked next.
    void begin_sentence(Index token);
    /// Takes notice of a token; to be called for each in order, before its gap is asked about.
    void walk(Index token);

    /// Does a sentence end after the token walked last? Most gaps are plain; the others are to be learned.
    enum class Verdict : std::uint8_t { no, yes, open };
    Verdict verdict() const;
    /// A sentence ends here where the weights of the features sum up to more than this.
    std::int32_t threshold() const;
    /// The features of the gap after the token walked last, by their well-mixed hashes.
    const std::vector<std::uint32_t>& features();

  private:
    struct Word {
        TokenKind kind = TokenKind::edge;
        std::uint32_t word = 0;  // hash of the folded form, numbers of more than two digits by their kind
        std::uint32_t tag = 0;   // hash of its tag where it is of a closed class
        std::uint32_t tail = 0;  // hash of its last three bytes
        std::uint8_t size = 0;   // in bytes, up to six
        std::uint8_t starter = 0;
        bool spaced = true;  // white space stands before it
    };
    Word read(Index token);
    const Word& at(Index token) const;
    bool is_glued() const;
    bool is_impossible() const;
    bool is_evident() const;
    Index head() const;
    bool names_speaker() const;
    bool reports(std::string_view word) const;
    void survey(TokenRange tokens);

    const Document& doc_;
    const SentenceTables& tables_;
    std::vector<Word> words_;
    TokenRange block_;
    Index begin_ = 0;    // of the sentence
    Index last_ = 0;     // the token walked last
    Index mark_ = none;  // the last end mark with nothing but closing marks after it
    std::uint32_t brackets_ = 0, quotes_ = 0;
    bool straight_open_ = false, is_one_line_ = false;
    std::uint32_t marks_before_ = 0, marks_in_block_ = 0;
    std::uint32_t block_ends_ = 0, style_ = 0;
    std::vector<std::uint32_t> features_;
};

}  // namespace lede
