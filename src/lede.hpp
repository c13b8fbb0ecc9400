// The engine for programs in C++: open it once, then read articles. README.md has an example; document.h says
// what a result holds, options.h what may be said about an article, writers.h how a result is written.
//
// Errors are values. The engine throws nothing itself, starts no threads, keeps no globals and does no input
// or output. It does not recover when memory runs out: a std::bad_alloc that leaves a call is to end the
// program.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "error.h"
#include "options.h"
#include "writers.h"

namespace lede {

class Resources;

/// An opened model and what reads articles with it. Copies share the model and cost next to nothing. Threads
/// may use the same Engine, or copies of it, at the same time. An Engine that was moved from may only be
/// destroyed or assigned to.
class Engine {
  public:
    /// Opens the model that is built into the library. Error: bad_model, where the program file is damaged.
    static Expected<Engine> open();

    /// Opens another model file, as lede_pack writes it. Nothing is copied: the bytes must outlive the Engine
    /// and its copies. Error: bad_model, for a file that is truncated, corrupt, foreign or of another
    /// version.
    static Expected<Engine> open(std::span<const std::uint8_t> model_file);

    /// Reads one article. Time and memory are linear in the length of the text.
    /// @param text UTF-8. Ill-formed bytes are read as U+FFFD, a maximal subpart each, and shift no offset.
    /// @return a Document of its own: it outlives the Engine.
    /// Errors: empty_text, too_large, unsupported_format, bad_date (Options::published is no valid date).
    Expected<Document> analyze(std::string text, const Options& options = {}) const;

    /// The same for text that is already split into sentences of tokens. The text of the result is the tokens
    /// joined by single spaces, one sentence a line; sentences and tokens stay as given. Empty tokens and
    /// sentences are dropped. Of the options, `published` alone counts.
    Expected<Document> analyze_tokens(const std::vector<std::vector<std::string>>& sentences,
                                      const Options& options = {}) const;

    /// The name and version of the model, for write_json(): "en 0.1.0". Valid as long as the Engine or a copy
    /// of it.
    std::string_view model() const;

    /// The version of the library: "0.1.0". Valid as long as the program.
    static std::string_view version();

  private:
    explicit Engine(std::shared_ptr<const Resources> resources);

    std::shared_ptr<const Resources> resources_;
};

}  // namespace lede
