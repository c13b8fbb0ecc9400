// Prints written news as JSON lines that `lede --jsonl` reads:
//   lede_write_news N SEED
#include <cstdio>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "model/embedded.h"
#include "news_writer.h"
#include "random_bytes.h"
#include "times/calendar/calendar.h"

int main(int argc, char** argv) {
    using namespace lede;
    if (argc < 3) {
        std::fputs("usage: lede_write_news N SEED\n", stderr);
        return 2;
    }
    const auto resources = Resources::open(embedded_model());
    if (!resources) return 1;
    const std::uint64_t count = std::strtoull(argv[1], nullptr, 10),
                        seed = std::strtoull(argv[2], nullptr, 10);
    for (std::uint64_t number = 0; number < count; ++number) {
        const std::string bytes = fuzz::random_bytes(fuzz::seed_of(seed, number));
        fuzz::Choices choices(bytes);
        const fuzz::WrittenNews news = fuzz::write_news(choices, *resources, false);
        nlohmann::json line{{"id", number}, {"text", news.text}};
        if (news.options.published) line["published"] = to_iso(*news.options.published);
        if (!news.options.title.empty()) line["title"] = news.options.title;
        std::puts(line.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace).c_str());
    }
}
