// The tagger's features and its model: a greedy classifier, left to right, that sees the two tags before.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "model/linear_model.h"
#include "model/table.h"

namespace lede {

/// A universal tag and the treebank's own, decided together.
struct Tag {
    Upos upos = Upos::NOUN;
    Xpos xpos = Xpos::NN;
    friend constexpr bool operator==(Tag, Tag) = default;
};

/// Do only a few words have this tag, all of them known?
constexpr bool is_closed_class(Xpos tag) {
    switch (tag) {
        case Xpos::CC:
        case Xpos::DT:
        case Xpos::EX:
        case Xpos::IN:
        case Xpos::MD:
        case Xpos::PDT:
        case Xpos::POS:
        case Xpos::PRP:
        case Xpos::PRPS:
        case Xpos::RP:
        case Xpos::TO:
        case Xpos::WDT:
        case Xpos::WP:
        case Xpos::WPS:
        case Xpos::WRB:
            return true;
        default:
            return false;
    }
}

/// Stands before a sentence: what no word has.
inline constexpr Tag outside_tag{Upos::X, Xpos::PERIOD};

/// What the features of a token read of each word of its sentence, computed once.
struct WordShape {
    std::uint32_t word = 0;                  ///< hash of the folded form
    std::uint32_t suffix[4] = {0, 0, 0, 0};  ///< hashes of its last 1 to 4 bytes
    std::uint32_t prefix[3] = {0, 0, 0};     ///< hashes of its first 1 to 3 bytes
    std::uint32_t shape = 0;                 ///< capitals, digits, hyphens and full stops
};

/// Tags one sentence at a time. Holds work space, so make one an article.
class Tagger {
  public:
    /// @param closed_words the words that may be articles, prepositions, pronouns and the like, which an
    /// unknown word never is; an empty table restricts nothing.
    Tagger(const LinearModel& model, const Table& closed_words);

    /// Fills upos and xpos. Without a model every token is a noun.
    void tag(Document& doc, TokenRange sentence);

    /// Reads the words of a sentence, for features().
    void read(const Document& doc, TokenRange sentence);
    /// The hashes of the features of the token at a place of the sentence that was read, given the tags
    /// before it.
    const std::vector<std::uint32_t>& features(std::size_t place, Tag before, Tag before_that);

  private:
    std::size_t best_label(std::string_view word) const;

    const LinearModel& model_;
    Table closed_words_;
    std::vector<Tag> tags_;        // of the model's labels
    std::vector<bool> is_closed_;  // of the model's labels
    std::vector<WordShape> words_;
    std::vector<std::uint32_t> features_;
    LinearModel::Scores scores_{};
};

}  // namespace lede
