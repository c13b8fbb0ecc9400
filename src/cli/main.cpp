// lede: articles in, one result each out. Exit status: 0 fine, 1 some input was bad, 2 usage.
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/answer.h"
#include "cli/input.h"
#include "cli/ordered_pool.h"
#include "output/request.h"

namespace lede::cli {

namespace {

constexpr int status_bad_input = 1;
constexpr int status_usage = 2;

struct Arguments {
    std::vector<std::string> files;
    unsigned jobs = 1;
    Settings settings;
};

void describe(CLI::App& app, Arguments& arguments, const Resources& resources) {
    Settings& settings = arguments.settings;
    app.description(
        "Reads news articles and prints what is in them: names, times, figures, quotes, events, the five "
        "Ws.");
    app.set_version_flag("--version", "lede " + std::string(engine_version) + " (model " +
                                          std::string(resources.model()) + ")");
    app.add_option("FILE", arguments.files,
                   "Articles in plain text, UTF-8; standard input where none is given or for -");
    CLI::Option* const jsonl =
        app.add_flag("--jsonl", settings.jsonl,
                     R"(Read one {"id", "text", "published", "title"} a line from standard input)");
    app.add_flag("--pretokenized", settings.pretokenized,
                 R"(With --jsonl: lines have "tokens", sentences of tokens, instead of "text")")
        ->needs(jsonl);
    app.add_option_function<std::string>(
           "--published",
           [&settings](const std::string& text) {
               const auto date = parse_date(text);
               if (!date) throw CLI::ValidationError("--published", date.error().message);
               settings.published = *date;
           },
           "The day of publication, to which \"Thursday\" or \"last week\" refer")
        ->type_name("YYYY-MM-DD");
    const std::map<std::string, Format> formats{
        {"json", Format::json}, {"csv", Format::csv}, {"conllu", Format::conllu}};
    app.add_option("--format", settings.format,
                   "json (one line an article), csv (one row an annotation) or conllu")
        ->transform(CLI::CheckedTransformer(formats).description(""))
        ->type_name("NAME");
    app.add_option_function<std::string>(
           "--offsets",
           [&settings](const std::string& name) {
               const auto unit = parse_offset_unit(name);
               if (!unit) throw CLI::ValidationError("--offsets", unit.error().message);
               settings.write.offsets = *unit;
           },
           "What offsets count: codepoint (as given by default), utf16 or utf8")
        ->type_name("UNIT");
    app.add_option("--layers", settings.write.layers,
                   "Only these top-level fields of the result: events,quotes")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B,…")
        ->check([](const std::string& name) {
            return is_layer(name) ? std::string() : "there is no layer \"" + name + "\"";
        });
    app.add_flag("--tokens", settings.write.tokens, "Add tokens with their tags, lemmas and trees");
    app.add_flag("--timings", settings.timings, "Add the time that each article took");
    app.add_option("--jobs", arguments.jobs, "Read as many articles at a time")
        ->check(CLI::Range(1, 256).description(""))
        ->type_name("N");
}

/// Prints answers and remembers whether one was bad.
class Printer {
  public:
    void print(const Answer& answer) {
        bad_ = bad_ || answer.bad;
        if (!answer.message.empty()) std::fputs(answer.message.c_str(), stderr);
        if (answer.out.empty()) return;
        // At once: who writes a line into a pipe may wait for its result.
        const bool written =
            std::fwrite(answer.out.data(), 1, answer.out.size(), stdout) == answer.out.size();
        broken_ = broken_ || !written || std::fflush(stdout) != 0;
    }
    bool is_broken() const { return broken_; }
    int status() const { return bad_ || broken_ ? status_bad_input : 0; }

  private:
    bool bad_ = false;
    std::atomic<bool> broken_ = false;
};

/// Hands every input to `add` as a task; stops early when `stop` says so.
template <class Add, class Stop>
bool for_each_input(const Arguments& arguments, const Resources& resources, Add add, Stop stop) {
    const Settings& settings = arguments.settings;
    if (!settings.jsonl) {
        for (const std::string& path : arguments.files) {
            if (stop()) break;
            add([&settings, &resources, path] { return answer_file(path, settings, resources); });
        }
        return true;
    }
    LineReader lines;
    std::string line;
    for (std::uint64_t number = 1; !stop() && lines.next(line); ++number) {
        if (line.empty() || line == "\r") continue;
        add([&settings, &resources, line = std::move(line), number, cut = lines.is_cut()]() mutable {
            return answer_line(std::move(line), number, cut, settings, resources);
        });
    }
    return !lines.has_failed();
}

int run(Arguments& arguments, const Resources& resources) {
    if (arguments.settings.format == Format::csv) std::fputs(csv_header().c_str(), stdout);
    if (arguments.files.empty()) arguments.files = {"-"};
    Printer printer;
    const auto stop = [&] { return printer.is_broken(); };
    bool readable = true;
    if (arguments.jobs == 1) {
        readable = for_each_input(
            arguments, resources, [&](auto task) { printer.print(task()); }, stop);
    } else {
        OrderedPool<Answer> pool(arguments.jobs, [&](const Answer& answer) { printer.print(answer); });
        readable = for_each_input(
            arguments, resources, [&](auto task) { pool.add(std::move(task)); }, stop);
    }
    if (readable) return printer.status();
    std::fputs("lede: standard input: cannot be read\n", stderr);
    return status_bad_input;
}

int main(int argc, char** argv) {
    const auto resources = Resources::open(embedded_model());
    if (!resources) {
        std::fprintf(stderr, "lede: the built-in model: %s\n", resources.error().message.c_str());
        return status_bad_input;
    }
    Arguments arguments;
    CLI::App app;
    app.name("lede");
    describe(app, arguments, *resources);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        return app.exit(success);
    } catch (const CLI::ParseError& error) {
        std::fprintf(stderr, "lede: %s\nlede --help lists what there is.\n", error.what());
        return status_usage;
    }
    if (arguments.settings.jsonl && !arguments.files.empty()) {
        std::fputs("lede: --jsonl reads standard input, no files\n", stderr);
        return status_usage;
    }
    return run(arguments, *resources);
}

}  // namespace

}  // namespace lede::cli

int main(int argc, char** argv) { return lede::cli::main(argc, argv); }
