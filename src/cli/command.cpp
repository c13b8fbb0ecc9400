#include "cli/command.h"
#include "model/embedded.h"

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <map>
#include <new>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/answer.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/pool.h"
#include "output/request.h"

namespace lede::cli {

namespace {

constexpr int status_bad_input = 1;
constexpr int status_usage = 2;

struct Arguments {
    Settings settings;
    std::vector<std::string> files;
    unsigned jobs = 1;
};

void describe(CLI::App& app, Arguments& arguments, const Resources& resources) {
    Settings& settings = arguments.settings;
    app.description(
        "Reads news articles and prints what they contain: names, times, figures, quotes, events, the five "
        "Ws.");
    app.set_version_flag("--version", "lede " + std::string(engine_version) + " (model " +
                                          std::string(resources.model()) + ")");
    app.add_option("FILE", arguments.files,
                   "Articles in plain text, UTF-8; standard input if there is no FILE or FILE is -");
    CLI::Option* const jsonl =
        app.add_flag("--jsonl", settings.jsonl,
                     R"(Read one {"id", "text", "published", "title"} per line from standard input)");
    app.add_flag("--pretokenized", settings.pretokenized,
                 R"(With --jsonl: lines have "tokens", a list of tokens per sentence, instead of "text")")
        ->needs(jsonl);
    app.add_option_function<std::string>(
           "--published",
           [&settings](const std::string& text) {
               const auto date = parse_date(text);
               if (!date) throw CLI::ValidationError("--published", date.error().message);
               settings.published = *date;
           },
           "The publication date, from which \"Thursday\" and \"last week\" are resolved")
        ->type_name("YYYY-MM-DD");
    const std::map<std::string, Format> formats{
        {"json", Format::json}, {"csv", Format::csv}, {"conllu", Format::conllu}};
    app.add_option("--format", settings.format,
                   "json (one line per article), csv (one row per annotation) or conllu")
        ->transform(CLI::CheckedTransformer(formats).description(""))
        ->type_name("NAME");
    app.add_option_function<std::string>(
           "--offsets",
           [&settings](const std::string& name) {
               const auto unit = parse_offset_unit(name);
               if (!unit) throw CLI::ValidationError("--offsets", unit.error().message);
               settings.write.offsets = *unit;
           },
           "The unit of offsets: codepoint (the default), utf16 or utf8")
        ->type_name("UNIT");
    app.add_option("--layers", settings.write.layers,
                   "Only these top-level fields of the result: events,quotes")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B,…")
        ->check([](const std::string& name) {
            return is_layer(name) ? std::string() : "unknown layer \"" + name + "\"";
        });
    app.add_flag("--tokens", settings.write.tokens, "Add tokens with tags, lemmas and trees");
    app.add_flag("--timings", settings.timings, "Add the time taken by each article");
    app.add_option("--jobs", arguments.jobs, "How many articles to read in parallel")
        ->check(CLI::Range(1, 256).description(""))
        ->type_name("N");
    app.add_option("--timeout", settings.timeout_seconds,
                   "Processor time allowed per article, in seconds, and again for each megabyte of text "
                   "(default 60)")
        ->check(CLI::Range(0.01, 1e6).description(""))
        ->check([](const std::string& text) {
            // CLI::Range accepts "nan".
            return text.find_first_of("nN") == std::string::npos ? std::string()
                                                                 : "\"" + text + "\" is not a number";
        })
        ->type_name("SECONDS");
    app.add_option("--memory", settings.memory_megabytes,
                   "Memory allowed per article, in megabytes (default 4096)")
        ->check(CLI::Range(64, 1 << 20).description(""))
        ->type_name("MB");
}

class LineSource : public Source {
  public:
    State next(Task& task, std::optional<Error>&) override {
        while (true) {
            const auto state = lines_.next(task.bytes);
            if (state == LineReader::State::need_more) return State::need_more;
            if (state == LineReader::State::end) return State::end;
            ++number_;
            if (lines_.is_cut() || (!task.bytes.empty() && task.bytes != "\r")) break;
        }
        task.number = number_;
        task.cut = lines_.is_cut();
        task.name = "line " + std::to_string(number_);
        return State::task;
    }
    int descriptor() const override { return STDIN_FILENO; }
    void read_more() override { lines_.read_more(); }
    bool may_wait() const override { return false; }
    int fault() const { return lines_.fault(); }

  private:
    LineReader lines_;
    std::uint64_t number_ = 0;
};

class FileSource : public Source {
  public:
    explicit FileSource(std::vector<std::string> files) : files_(std::move(files)) {}

    State next(Task& task, std::optional<Error>& fault) override {
        if (next_ == files_.size()) return State::end;
        const std::string& path = files_[next_++];
        task.name = path == "-" ? "standard input" : path;
        auto bytes = read_file(path);
        if (!bytes)
            fault = bytes.error();
        else if (is_html(path))
            fault = Error{
                ErrorCode::bad_request,
                "this is HTML: extract its text first, for example with textOf() from the package lede"};
        else
            task.bytes = *std::move(bytes);
        return State::task;
    }
    int descriptor() const override { return -1; }
    void read_more() override {}
    bool may_wait() const override {
        if (next_ == files_.size()) return false;
        struct stat about {};
        return files_[next_] == "-" ||
               (::stat(files_[next_].c_str(), &about) == 0 && !S_ISREG(about.st_mode));
    }

  private:
    std::vector<std::string> files_;
    std::size_t next_ = 0;
};

int run(Arguments& arguments, const Resources& resources, Output& output) {
    const Settings& settings = arguments.settings;
    if (settings.format == Format::csv) output.write(csv_header());
    bool is_bad = false;
    const auto read_from = [&](Source& source) {
        const int fault = read_all(source, arguments.jobs, settings, resources, [&](const Answer& answer) {
            is_bad = is_bad || answer.bad;
            if (!answer.message.empty()) say(answer.message);
            output.write(answer.out);
            return !output.is_broken();
        });
        if (fault != 0) say("cannot start a worker process: " + std::string(std::strerror(fault)));
        return fault == 0;
    };
    if (output.is_broken()) return status_bad_input;
    if (settings.jsonl) {
        LineSource lines;
        if (!read_from(lines)) return status_bad_input;
        if (lines.fault() != 0) {
            say("standard input: " + std::string(std::strerror(lines.fault())));
            return status_bad_input;
        }
    } else {
        FileSource files(arguments.files.empty() ? std::vector<std::string>{"-"} : arguments.files);
        if (!read_from(files)) return status_bad_input;
    }
    return is_bad ? status_bad_input : 0;
}

/// Reads the arguments. Returns an exit status if there is nothing more to do.
std::optional<int> parse(int argc, char** argv, Arguments& arguments, const Resources& resources,
                         Output& output) {
    CLI::App app;
    app.name("lede");
    describe(app, arguments, resources);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        std::ostringstream text;
        const int status = app.exit(success, text, text);
        output.write(text.str());
        return status;
    } catch (const CLI::ParseError& error) {
        say(error.what());
        say("see --help for the options");
        return status_usage;
    }
    if (arguments.settings.write.layers.size() > max_layers) {
        say("--layers: at most " + std::to_string(max_layers) + " are allowed");
        return status_usage;
    }
    if (arguments.settings.jsonl && !arguments.files.empty()) {
        say("--jsonl reads standard input and takes no files");
        return status_usage;
    }
    return std::nullopt;
}

}  // namespace

int run_command(int argc, char** argv, void (*before_analysis)(std::string_view text)) {
    keep_standard_descriptors();
    // The parent process may have set SIGCHLD to be ignored, which waitpid() cannot work with.
    ::signal(SIGCHLD, SIG_DFL);
    // A write beyond the file size limit should fail like a write to a full disk.
    ::signal(SIGXFSZ, SIG_IGN);
    std::set_new_handler([] {
        constexpr std::string_view message = "lede: out of memory\n";  // say() would allocate
        [[maybe_unused]] const auto written = ::write(STDERR_FILENO, message.data(), message.size());
        ::_exit(status_bad_input);
    });
    const auto resources = Resources::open(embedded_model());
    if (!resources) {
        say("the built-in model: " + resources.error().message);
        return status_bad_input;
    }
    Arguments arguments;
    arguments.settings.before_analysis = before_analysis;
    Output output;
    const auto done = parse(argc, argv, arguments, *resources, output);
    const int status = done ? *done : run(arguments, *resources, output);
    if (status != status_usage) output.finish();
    return output.is_broken() ? status_bad_input : status;
}

}  // namespace lede::cli
