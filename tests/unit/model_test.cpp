#include <doctest/doctest.h>

#include <algorithm>

#include "base/unicode.h"
#include "helpers.h"
#include "invariants.h"
#include "model/model_file.h"
#include "tiny_core.h"

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
    const std::vector<std::uint8_t> good{2, 0, 0, 0, 1, 0, 2, 0, 'a', 'b', 'c', 1, 0, 0xFF, 0xFF, 'd'};
    const auto table = Table::open(good);
    REQUIRE(table);
    CHECK(table->find("a").value() == "bc");
    CHECK_FALSE(table->contains("d"));
    CHECK(table->has_beginning("d", hash("d")));
    for (std::size_t size = 0; size < good.size(); ++size)
        CHECK_FALSE(Table::open(std::span(good).first(size)));
}

TEST_CASE("a core that was truncated, changed or is none is refused, or harmless") {
    const std::vector<std::uint8_t> core = test::tiny_core();
    REQUIRE(CoreModel::open(core).has_value());
    for (std::size_t size = 0; size < core.size(); size += size < 400 ? 1 : 997) {
        const auto opened = CoreModel::open({core.data(), size});
        REQUIRE(!opened.has_value());
        CHECK(opened.error().code == ErrorCode::bad_model);
        CHECK(!opened.error().message.empty());
    }
    const auto read_with = [](const std::vector<std::uint8_t>& bytes) {
        const auto file = write_model_file("en 0.0.0", {{"core", SectionKind::raw, bytes}});
        const auto resources = Resources::open(file);
        if (!resources) return;
        const auto doc =
            analyze("Rain fell on the town on Sunday, said Ann Lee of the council.", {}, *resources);
        REQUIRE(doc.has_value());
        CHECK(test::faults_of(*doc) == "");
    };
    read_with(core);
    for (std::size_t at = 0; at < core.size(); at += at < 400 ? 1 : 1499) {
        std::vector<std::uint8_t> changed = core;
        changed[at] = static_cast<std::uint8_t>(changed[at] ^ 0xFF);
        read_with(changed);
    }
}

TEST_CASE("what is known of common words is what an article would compute") {
    const Resources& resources = test::resources();
    const CommonWords& common = resources.common_words();
    CHECK(common.find("Zzyzx") == CommonWords::none);
    const WordReader words = resources.word_reader();
    for (const std::string_view form : {"the", "The", "said", "."}) {
        const std::uint32_t row = common.find(form);
        REQUIRE(row != CommonWords::none);
        WordLayer layer(resources.core(), words);
        layer.add(form, fold(form));
        const WordStates alone = layer.compute();
        const auto same = [&](const Buffer<float>& one, const Buffer<float>& all) {
            return std::equal(one.data(), one.data() + one.size(), all.data() + row * one.size());
        };
        CHECK(same(alone.states, common.known().states));
        CHECK(same(alone.gates, common.known().gates));
    }
}

TEST_CASE("folding makes words comparable") {
    CHECK(fold("ÉLYSÉE’s “Straße” Ω") == "élysée's \"straße\" ω");
    CHECK(to_valid_utf8("a\xFF\xE2\x82z") == "a\uFFFD\uFFFDz");
    CHECK(is_valid_utf8("\uFFFD"));
    CHECK_FALSE(is_valid_utf8("\xC0\x80"));
}
