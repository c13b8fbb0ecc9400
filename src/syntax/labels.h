// Tags and relations by name, and hashes of their names that do not depend on the order of the enumerations.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/hash.h"
#include "document.h"

namespace lede {

// clang-format off
#define LEDE_NAME(name, ...) #name,
#define LEDE_WRITTEN(name, written) written,
inline constexpr std::string_view upos_names[] = {LEDE_UPOS(LEDE_NAME)};
inline constexpr std::string_view xpos_names[] = {LEDE_XPOS(LEDE_WRITTEN)};
inline constexpr std::string_view deprel_names[] = {LEDE_DEPREL(LEDE_WRITTEN)};
#undef LEDE_NAME
#undef LEDE_WRITTEN
// clang-format on

constexpr std::string_view written(Upos tag) { return upos_names[static_cast<std::size_t>(tag)]; }
constexpr std::string_view written(Xpos tag) { return xpos_names[static_cast<std::size_t>(tag)]; }
constexpr std::string_view written(Deprel relation) {
    return deprel_names[static_cast<std::size_t>(relation)];
}

template <class Enum, std::size_t n>
constexpr std::optional<Enum> by_name(const std::string_view (&names)[n], std::string_view name) {
    for (std::size_t i = 0; i < n; ++i)
        if (names[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

/// Is a noun with this relation the subject of its head?
constexpr bool is_subject(Deprel relation) {
    return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::nsubj_outer;
}

/// Is it a subject, an object or an oblique of its head?
constexpr bool is_argument(Deprel relation) {
    return is_subject(relation) || relation == Deprel::obj || relation == Deprel::iobj ||
           relation == Deprel::obl || relation == Deprel::obl_agent;
}

/// The hashes of all names of an enumeration.
template <std::size_t n>
struct NameHashes {
    std::uint32_t of[n] = {};
    constexpr explicit NameHashes(const std::string_view (&names)[n]) {
        for (std::size_t i = 0; i < n; ++i) of[i] = hash(names[i]);
    }
};

/// Goes on with the hash of a feature by one more part of it.
constexpr std::uint32_t with(std::uint32_t feature, std::uint32_t part) {
    return (feature ^ part) * 0x9E3779B1u + (feature >> 15);
}

}  // namespace lede
