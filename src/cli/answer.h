// From one input to what is printed about it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "analyze.h"
#include "writers.h"

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
    double timeout_seconds = 60;  ///< of processor time for an article, and as much for each further megabyte
    std::size_t memory_megabytes = 4096;  ///< of address space for the process that reads it
    /// Called before each article is read, by the process that reads it: tests make it fail.
    void (*before_analysis)(std::string_view text) = nullptr;
};

/// One input: a line of --jsonl or a file.
struct Task {
    std::uint64_t number = 0;  ///< of the line, counted from 1; 0 for a file
    bool cut = false;          ///< the line was longer than may be read, and `bytes` is empty
    std::string name;          ///< "line 7" or the file's name
    std::string bytes;
};

/// What an article is called.
struct Identity {
    std::string id;    ///< JSON text; "" for none
    std::string name;  ///< for messages, and for formats that name articles
};

/// What one input leads to.
struct Answer {
    std::string out;      ///< for standard output
    std::string message;  ///< for say()
    bool bad = false;
};

/// Reads an input and writes its result. An error is answered in the result's place, or, where the format has
/// no place for errors, by a message.
/// @param identified called before the analysis begins.
Answer answer(Task task, const Settings& settings, const Resources& resources,
              const std::function<void(const Identity&)>& identified);

/// The answer to an input of which there is no result.
/// @param number see Task.
Answer refuse(const Error& error, const Identity& identity, std::uint64_t number, const Settings& settings);

}  // namespace lede::cli
