#include "model/model_file.h"

#include <cstring>

#include "base/bytes.h"

namespace lede {

namespace {

constexpr std::string_view magic = "LEDEMODL";
constexpr std::size_t name_size = 24;
constexpr std::size_t checksum_at = 12;
constexpr std::size_t checked_from = 20;
constexpr std::size_t name_at = 24;
constexpr std::size_t header_size = name_at + name_size;
constexpr std::size_t section_header_size = name_size + 12;
constexpr std::size_t alignment = 16;

std::uint64_t read_u64(const std::uint8_t* at) {
    return read_u32(at) | std::uint64_t{read_u32(at + 4)} << 32;
}

std::string_view read_name(const std::uint8_t* at) {
    std::size_t size = 0;
    while (size < name_size && at[size] != 0) ++size;
    return {reinterpret_cast<const char*>(at), size};
}

void put_u32(std::vector<std::uint8_t>& out, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) out[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
}

}  // namespace

std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
    std::uint64_t sum = 14695981039346656037ull;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) sum = (sum ^ read_u64(bytes.data() + at)) * 1099511628211ull;
    std::uint64_t last = 0;
    for (std::size_t i = 0; at + i < bytes.size(); ++i) last |= std::uint64_t{bytes[at + i]} << (8 * i);
    return (sum ^ last) * 1099511628211ull ^ bytes.size();
}

Expected<ModelFile> ModelFile::open(std::span<const std::uint8_t> bytes) {
    if (bytes.size() < header_size || std::memcmp(bytes.data(), magic.data(), magic.size()) != 0)
        return fail(ErrorCode::bad_model, "this is not a Lede model file");
    if (read_u32(bytes.data() + 8) != format_version)
        return fail(ErrorCode::bad_model, "the model file has format " +
                                              std::to_string(read_u32(bytes.data() + 8)) +
                                              ", this engine reads format " + std::to_string(format_version));
    if (read_u64(bytes.data() + checksum_at) != checksum(bytes.subspan(checked_from)))
        return fail(ErrorCode::bad_model,
                    "the model file is truncated or corrupt: its checksum does not match");
    ModelFile file;
    file.name_ = read_name(bytes.data() + name_at);
    const std::uint32_t count = read_u32(bytes.data() + checked_from);
    if (count > (bytes.size() - header_size) / section_header_size)
        return fail(ErrorCode::bad_model, "the model file lists more sections than it holds");
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint8_t* at = bytes.data() + header_size + i * section_header_size;
        const std::uint32_t offset = read_u32(at + name_size + 4);
        const std::uint32_t size = read_u32(at + name_size + 8);
        if (offset > bytes.size() || size > bytes.size() - offset)
            return fail(ErrorCode::bad_model, "a section of the model file lies outside it");
        file.sections_.push_back(
            {read_name(at), static_cast<SectionKind>(read_u32(at + name_size)), bytes.subspan(offset, size)});
    }
    return file;
}

std::vector<std::uint8_t> write_model_file(std::string_view name, const std::vector<Section>& sections) {
    std::vector<std::uint8_t> out(header_size + sections.size() * section_header_size);
    std::memcpy(out.data(), magic.data(), magic.size());
    put_u32(out, 8, ModelFile::format_version);
    put_u32(out, checked_from, static_cast<std::uint32_t>(sections.size()));
    std::memcpy(out.data() + name_at, name.data(), std::min(name.size(), name_size - 1));
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const Section& section = sections[i];
        out.resize((out.size() + alignment - 1) / alignment * alignment);
        const std::size_t at = header_size + i * section_header_size;
        std::memcpy(out.data() + at, section.name.data(), std::min(section.name.size(), name_size - 1));
        put_u32(out, at + name_size, static_cast<std::uint32_t>(section.kind));
        put_u32(out, at + name_size + 4, static_cast<std::uint32_t>(out.size()));
        put_u32(out, at + name_size + 8, static_cast<std::uint32_t>(section.bytes.size()));
        out.insert(out.end(), section.bytes.begin(), section.bytes.end());
    }
    const std::uint64_t sum = checksum(std::span(out).subspan(checked_from));
    put_u32(out, checksum_at, static_cast<std::uint32_t>(sum));
    put_u32(out, checksum_at + 4, static_cast<std::uint32_t>(sum >> 32));
    return out;
}

}  // namespace lede
