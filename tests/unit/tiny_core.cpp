#include "tiny_core.h"

#include <cstring>
#include <string>

#include "neural/core_model.h"
#include "neural/word_features.h"

namespace lede::test {

namespace {

class Writer {
  public:
    void u32(std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8)
            bytes.push_back(static_cast<std::uint8_t>(value >> shift));
    }
    void f32(float value) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        u32(bits);
    }
    void name(std::string_view text) {
        bytes.push_back(static_cast<std::uint8_t>(text.size()));
        bytes.insert(bytes.end(), text.begin(), text.end());
    }
    void weights(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(i * 37 % 17));
    }
    void layer(std::size_t outputs, std::size_t inputs) {
        weights(outputs * inputs);
        for (std::size_t i = 0; i < outputs; ++i) f32(1e-5f);
        for (std::size_t i = 0; i < outputs; ++i) f32(0.0f);
    }
    std::vector<std::uint8_t> bytes;
};

}  // namespace

std::vector<std::uint8_t> tiny_core() {
    constexpr std::uint32_t width = 4, vectors = 2, labels = 33;
    Writer out;
    out.u32(CoreModel::format_version);
    for (const std::uint32_t count :
         {vectors, WordFeatures::table_rows, width, width, 1u, 1u, 1u, 1u, labels, width, width, width, 1u})
        out.u32(count);
    out.name("NOUN|NN");
    out.name("dep");
    out.name("O");
    for (const char* kind : {"PER", "ORG", "LOC", "NORP", "EVENT", "WORK", "PROD", "MISC"})
        for (const char* place : {"B-", "I-", "E-", "S-"}) out.name(std::string(place) + kind);
    out.name("the");
    out.weights(vectors * 3);                   // keys
    out.weights(vectors * WordVectors::parts);  // codes
    out.weights(WordVectors::parts * WordVectors::centroids * WordVectors::part_size);
    out.weights(WordFeatures::table_rows * width);
    out.f32(0.01f);
    out.layer(width, WordVectors::size + width);
    out.layer(3 * width, width);
    for (std::uint32_t i = 0; i < 6 * width; ++i) out.f32(0.0f);  // beside
    out.layer(1, width);
    for (int layer = 0; layer < 4; ++layer) out.layer(width, width);
    out.layer(1, width);
    out.layer(width, width);
    out.layer(labels, width);
    for (int layer = 0; layer < 2; ++layer) out.layer(CoreModel::distances, width);
    out.weights(width * 2);
    for (std::size_t i = 0; i < (CoreModel::distances + 2) * width; ++i) out.f32(0.0f);
    return out.bytes;
}

}  // namespace lede::test
