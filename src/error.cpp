#include "error.h"

namespace lede {

std::string_view name_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::empty_text:
            return "empty_text";
        case ErrorCode::too_large:
            return "too_large";
        case ErrorCode::unsupported_format:
            return "unsupported_format";
        case ErrorCode::bad_date:
            return "bad_date";
        case ErrorCode::bad_request:
            return "bad_request";
        case ErrorCode::bad_option:
            return "bad_option";
        case ErrorCode::bad_model:
            return "bad_model";
        case ErrorCode::result_too_large:
            return "result_too_large";
        case ErrorCode::crashed:
            return "crashed";
        case ErrorCode::timed_out:
            return "timed_out";
        case ErrorCode::out_of_memory:
            return "out_of_memory";
    }
    return "bad_request";
}

}  // namespace lede
