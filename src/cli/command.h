// lede: articles in, one result each out.
#pragma once

#include <string_view>

namespace lede::cli {

/// Runs the command line. Returns the exit status: 0 fine, 1 some input was bad or a result could not be
/// written, 2 usage.
/// @param before_analysis called in the process that reads an article, before it does: tests make it fail.
int run_command(int argc, char** argv, void (*before_analysis)(std::string_view text) = nullptr);

}  // namespace lede::cli
