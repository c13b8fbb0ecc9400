// The whole pipeline on written news: the input's bytes are the writer's choices.
#include "check_article.h"
#include "news_writer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace lede::fuzz;
    Choices choices(std::string_view(reinterpret_cast<const char*>(data), size));
    const WrittenNews news = write_news(choices, resources(), true);
    check_article(news.text, news.options);
    return 0;
}
