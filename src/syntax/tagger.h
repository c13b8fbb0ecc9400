// The tagger's features and its model: a greedy classifier, left to right, that sees the two tags before.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "model/linear_model.h"

namespace lede {

/// A universal tag and the treebank's own, decided together.
struct Tag {
    Upos upos = Upos::NOUN;
    Xpos xpos = Xpos::NN;
    friend constexpr bool operator==(Tag, Tag) = default;
};

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
    explicit Tagger(const LinearModel& model);

    /// Fills upos and xpos. Without a model every token is a noun.
    void tag(Document& doc, TokenRange sentence);

    /// Reads the words of a sentence, for features().
    void read(const Document& doc, TokenRange sentence);
    /// The hashes of the features of the token at a place of the sentence that was read, given the tags
    /// before it.
    const std::vector<std::uint32_t>& features(std::size_t place, Tag before, Tag before_that);

  private:
    const LinearModel& model_;
    std::vector<Tag> tags_;  // of the model's labels
    std::vector<WordShape> words_;
    std::vector<std::uint32_t> features_;
    LinearModel::Scores scores_{};
};

}  // namespace lede
