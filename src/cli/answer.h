// From one input to what is printed about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "analyze.h"
#include "output/output.h"

namespace lede::cli {

enum class Format { json, csv, conllu };

/// What the command line asked for.
struct Settings {
    Format format = Format::json;
    WriteOptions write;
    std::optional<Date> published;  ///< where a line of --jsonl gives none
    bool jsonl = false;
    bool pretokenized = false;
    bool timings = false;
};

/// What one input leads to.
struct Answer {
    std::string out;      ///< for standard output
    std::string message;  ///< for standard error
    bool bad = false;
};

/// Reads one file; "-" is standard input.
Answer answer_file(const std::string& path, const Settings& settings, const Resources& resources);

/// Reads one line of --jsonl. An error is answered in the line's place, or, where the format has no place for
/// errors, on standard error.
/// @param number of the line, counted from 1.
/// @param cut the line was longer than may be read.
Answer answer_line(std::string line, std::uint64_t number, bool cut, const Settings& settings,
                   const Resources& resources);

}  // namespace lede::cli
