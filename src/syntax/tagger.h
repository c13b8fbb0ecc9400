// Universal and treebank tags, decided together, from the states of the neural core.
#pragma once

#include <cstdint>
#include <vector>

#include "document.h"
#include "neural/core_model.h"

namespace lede {

class Tagger {
  public:
    explicit Tagger(const CoreModel& model);

    /// Fills upos and xpos of tokens, given a row of states for each.
    void tag(Document& doc, TokenRange tokens, const std::int16_t* states);

  private:
    struct Tag {
        Upos upos = Upos::X;
        Xpos xpos = Xpos::XX;
    };
    const CoreModel& model_;
    std::vector<Tag> tags_;  // of the model's labels
    Buffer<float> scores_;
};

}  // namespace lede
