#include "analyze.h"

#include "attitudes/attitudes.h"
#include "brief/brief.h"
#include "causes/causes.h"
#include "checks/checks.h"
#include "coreference/coreference.h"
#include "entities/entities.h"
#include "events/events.h"
#include "names/names.h"
#include "propositions/propositions.h"
#include "quantities/quantities.h"
#include "quotes/quotes.h"
#include "relations/relations.h"
#include "syntax/syntax.h"
#include "text/input.h"
#include "text/text.h"
#include "times/calendar/calendar.h"
#include "times/times.h"

namespace lede {

namespace {

// Everything after the words are known. A stage reads what the stages before it filled.
void read_words(Document& doc, const Resources& resources) {
    find_language(doc, resources);
    if (doc.language != Language::english) {
        find_checks(doc, resources);
        return;
    }

    WordScores scores = find_syntax(doc, resources);
    find_lemmas(doc, resources);

    find_times(doc, resources);
    find_quantities(doc, resources);

    find_names(doc, std::move(scores), resources);
    find_propositions(doc, resources);
    find_clause_relations(doc, resources);
    find_quotes(doc, resources);
    find_entities(doc, find_chains(doc, resources), resources);
    find_speakers(doc, resources);
    find_sourcing(doc);
    find_attitudes(doc, resources);

    Answers answers(doc, resources);
    answers.find_what_happened();
    find_events(doc, resources);
    find_relations(doc, resources);
    find_causes(doc, resources);

    answers.find_others();
    find_summary(doc, resources);
    find_keyphrases(doc, resources);
    find_checks(doc, resources);
}

Expected<Document> start(std::string text, const Options& options) {
    if (auto fault = check_input(text)) return tl::unexpected<Error>(*std::move(fault));
    if (options.published && !is_valid(*options.published))
        return fail(ErrorCode::bad_date, "the publication date is no day of the calendar");
    Document doc;
    doc.text = std::move(text);
    if (options.published) doc.published = Published{*options.published, PublishedFrom::given};
    return doc;
}

}  // namespace

Expected<Document> analyze(std::string text, const Options& options, const Resources& resources) {
    auto doc = start(std::move(text), options);
    if (!doc) return doc;
    find_structure(*doc, options.title, resources, options.structure);
    find_tokens(*doc, resources);
    read_words(*doc, resources);
    return doc;
}

Expected<Document> analyze_tokens(const std::vector<std::vector<std::string>>& sentences,
                                  const Options& options, const Resources& resources) {
    auto doc = start(join_tokens(sentences), options);
    if (!doc) return doc;
    keep_tokens(*doc, sentences);
    read_words(*doc, resources);
    return doc;
}

Expected<Date> parse_date(std::string_view text) {
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (char c : text.substr(at, size)) value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : -100000;
        return value;
    };
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const int year = number(0, 4);
        const int month = number(5, 2);
        const int day = number(8, 2);
        if (year > 0 && month > 0 && day > 0) {
            const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                            static_cast<std::uint8_t>(day)};
            if (is_valid(date)) return date;
        }
    }
    return fail(ErrorCode::bad_date, "a date is a day of the calendar written YYYY-MM-DD");
}

}  // namespace lede
