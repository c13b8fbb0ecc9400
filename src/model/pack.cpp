// lede_pack: makes the model file from src/resources/LANGUAGE.
//   lede_pack FOLDER NAME OUTPUT
// Every NAME.tsv becomes a table (lines that begin with "#" and empty lines are comments), every NAME.bin a
// raw section. Runs at build time on the building machine.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "base/unicode.h"
#include "model/model_file.h"

namespace {

using lede::Section;

[[noreturn]] void stop(const std::string& message) {
    std::fprintf(stderr, "lede_pack: %s\n", message.c_str());
    std::exit(1);
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) stop("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(std::vector<std::uint8_t>& out, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

struct Row {
    std::string value;
    bool beginning = true;
};

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::map<std::string, Row> read_rows(const std::filesystem::path& path) {
    std::map<std::string, Row> rows;
    const std::string text = read_file(path);
    if (!lede::is_valid_utf8(text)) stop(path.string() + " is not UTF-8");
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        ++number;
        if (line.empty() || line[0] == '#') continue;
        const std::size_t tab = std::min(line.find('\t'), line.size());
        const std::string key = lede::fold(line.substr(0, tab));
        const std::string value = tab < line.size() ? line.substr(tab + 1) : "";
        const auto where = [&] { return path.string() + ":" + std::to_string(number) + ": "; };
        if (key.empty() || key.front() == ' ' || key.back() == ' ')
            stop(where() + "a key must be a trimmed word or phrase");
        if (key.size() >= 0xFFFF || value.size() >= 0xFFFF) stop(where() + "the row is too long");
        Row& row = rows[key];
        if (!row.beginning) stop(where() + "\"" + key + "\" stands twice");
        row = {value, false};
    }
    // A key may be reached token by token: wherever a token can end, its beginning must be known.
    std::vector<std::string> beginnings;
    for (const auto& [key, row] : rows)
        for (std::size_t i = 1; i < key.size(); ++i)
            if (!is_word_byte(key[i]) || !is_word_byte(key[i - 1])) beginnings.push_back(key.substr(0, i));
    for (const std::string& beginning : beginnings) rows.try_emplace(beginning);
    return rows;
}

std::vector<std::uint8_t> pack_table(const std::map<std::string, Row>& rows) {
    std::vector<std::uint8_t> out;
    put(out, static_cast<std::uint32_t>(rows.size()), 4);
    for (const auto& [key, row] : rows) {
        put(out, static_cast<std::uint32_t>(key.size()), 2);
        put(out, row.beginning ? 0xFFFF : static_cast<std::uint32_t>(row.value.size()), 2);
        out.insert(out.end(), key.begin(), key.end());
        out.insert(out.end(), row.value.begin(), row.value.end());
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) stop("usage: lede_pack FOLDER NAME OUTPUT");
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(argv[1])) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Section> sections;
    for (const auto& path : paths) {
        if (path.stem().string().size() > 23) stop(path.string() + ": the name has more than 23 bytes");
        if (path.extension() == ".tsv") {
            sections.push_back({path.stem().string(), lede::SectionKind::table, pack_table(read_rows(path))});
        } else if (path.extension() == ".bin") {
            const std::string bytes = read_file(path);
            sections.push_back({path.stem().string(), lede::SectionKind::raw, {bytes.begin(), bytes.end()}});
        }
    }
    const auto bytes = lede::write_model_file(argv[2], sections);
    std::ofstream file(argv[3], std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) stop(std::string("cannot write ") + argv[3]);
}
