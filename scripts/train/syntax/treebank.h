// Treebanks in CoNLL-U as Documents: the columns of the gold annotation.
#pragma once

#include <string>
#include <vector>

#include "document.h"

namespace lede::train {

/// Reads files one after the other. Words that a multiword token covers stand for it; empty nodes are left
/// out. Stops the program with a message when a file cannot be read.
Document read_treebank(const std::vector<std::string>& paths);

}  // namespace lede::train
