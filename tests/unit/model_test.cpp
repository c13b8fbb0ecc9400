#include <doctest/doctest.h>

#include "helpers.h"
#include "model/model_file.h"
#include "text/unicode.h"

using namespace lede;

TEST_CASE("a model file that was truncated, changed or is none is refused with a reason") {
    const std::vector<std::uint8_t> good =
        write_model_file("en 9.9.9", {{"notes", SectionKind::raw, {1, 2, 3}}});
    const auto opened = ModelFile::open(good);
    REQUIRE(opened);
    CHECK(opened->name() == "en 9.9.9");
    CHECK(opened->sections().at(0).bytes.size() == 3);

    for (std::size_t size = 0; size < good.size(); ++size)
        CHECK_FALSE(ModelFile::open(std::span(good).first(size)));
    for (std::size_t at = 0; at < good.size(); ++at) {
        auto changed = good;
        changed[at] ^= 0x10;
        const auto result = ModelFile::open(changed);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::bad_model);
    }
}

TEST_CASE("a damaged table is refused even under a right checksum") {
    for (const std::vector<std::uint8_t>& bytes :
         {std::vector<std::uint8_t>{}, std::vector<std::uint8_t>(8),
          std::vector<std::uint8_t>{1, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0},
          std::vector<std::uint8_t>{3, 0, 0, 0, 0, 0, 0, 0}})
        CHECK_FALSE(Table::open(bytes));
}

TEST_CASE("folding makes words comparable") {
    CHECK(fold("ÉLYSÉE’s “Straße” Ω") == "élysée's \"straße\" ω");
    CHECK(to_valid_utf8("a\xFF\xE2\x82z") == "a\uFFFD\uFFFDz");
    CHECK(is_valid_utf8("\uFFFD"));
    CHECK_FALSE(is_valid_utf8("\xC0\x80"));
}
