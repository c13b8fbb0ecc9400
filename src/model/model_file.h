// The model file: everything learned or listed for one language, in one versioned, checksummed stream.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "error.h"

namespace lede {

enum class SectionKind : std::uint32_t { table = 1, raw = 2 };

struct Section {
    std::string name;
    SectionKind kind = SectionKind::raw;
    std::vector<std::uint8_t> bytes;
};

/// A model file opened in place. Layout, little-endian:
///   "LEDEMODL", u32 format version, u64 checksum of all that follows, u32 sections, char[24] name ("en
///   0.1.0"), per section char[24] name, u32 kind, u32 offset from the start of the file (a multiple of 16),
///   u32 size; then the sections. Names are padded with zero bytes.
class ModelFile {
  public:
    static constexpr std::uint32_t format_version = 2;

    /// Refuses a file that is truncated, corrupt, foreign or of another format version: bad_model, with the
    /// reason. The bytes must outlive the ModelFile.
    static Expected<ModelFile> open(std::span<const std::uint8_t> bytes);

    std::string_view name() const { return name_; }

    struct View {
        std::string_view name;
        SectionKind kind = SectionKind::raw;
        std::span<const std::uint8_t> bytes;
    };
    const std::vector<View>& sections() const { return sections_; }

  private:
    std::string_view name_;
    std::vector<View> sections_;
};

/// The bytes of a model file. Section names have at most 23 bytes.
std::vector<std::uint8_t> write_model_file(std::string_view name, const std::vector<Section>& sections);

/// FNV-1a over 8-byte words (the last one padded with zeros), 64 bits: guards against accidents, not against
/// forgers.
std::uint64_t checksum(std::span<const std::uint8_t> bytes);

}  // namespace lede
