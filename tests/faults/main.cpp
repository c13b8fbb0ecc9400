// The command line, but the process that reads an article fails in the way that the article's text asks for.
// It is built for tests/cli.test.mjs and never installed.
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace {

int overflow_stack(int depth) {
    volatile char room[1000] = {};
    room[0] = static_cast<char>(depth);
    return depth < 0 ? room[0] : overflow_stack(depth + 1) + room[0];
}

void fail_as_told(std::string_view text) {
    const auto asks_for = [&](std::string_view fault) { return text.find(fault) != std::string_view::npos; };
    if (asks_for("fault:abort")) std::abort();
    if (asks_for("fault:segv")) ::raise(SIGSEGV);
    if (asks_for("fault:kill")) ::raise(SIGKILL);
    if (asks_for("fault:exit")) ::_exit(3);
    if (asks_for("fault:quit")) ::_exit(0);
    if (asks_for("fault:throw")) throw std::length_error("\x1b[31m");
    if (asks_for("fault:stack")) overflow_stack(0);
    volatile bool is_looping = asks_for("fault:loop");
    while (is_looping) {
    }
    if (asks_for("fault:sleep")) ::sleep(1000);
    if (asks_for("fault:memory")) {
        std::vector<std::unique_ptr<char[]>> held;
        while (true) held.push_back(std::make_unique_for_overwrite<char[]>(std::size_t{64} << 20));
    }
}

}  // namespace

int main(int argc, char** argv) { return lede::cli::run_command(argc, argv, fail_as_told); }
