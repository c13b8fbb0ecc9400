// Errors are values. The engine throws nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace lede {

/// Each is written in JSON as its name here; the README lists them.
enum class ErrorCode : std::uint8_t {
    empty_text,          ///< nothing but white space
    too_large,           ///< a text past max_text_bytes, or a title or an id past its limit
    unsupported_format,  ///< a PDF, a ZIP (also .docx), an image, UTF-16 …: not plain text
    bad_date,            ///< a publication date that is no day of the calendar as YYYY-MM-DD
    bad_request,         ///< JSON that is malformed or lacks what is needed
    bad_option,          ///< an unknown format, layer or offset unit
    bad_model,           ///< a model file that is truncated, corrupt, foreign or of another version
    result_too_large,    ///< the result would not fit into memory
    // Said by a program that reads articles in other processes; the engine itself never does.
    crashed,        ///< the process died
    timed_out,      ///< it took longer than it may
    out_of_memory,  ///< it needed more memory than it may
};

/// What went wrong.
struct Error {
    ErrorCode code = ErrorCode::bad_request;
    std::string message;  ///< one sentence for a person, without a full stop
};

/// The name of a code as it is written in JSON. Valid as long as the program.
std::string_view name_of(ErrorCode code);

/// A result, or the error in its place: test it like a pointer, then read *it or it.error().
template <class T>
using Expected = tl::expected<T, Error>;

/// How the engine returns an error.
inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace lede
