#include <algorithm>
#include <array>

#include "analyze.h"
#include "output/json_writer.h"
#include "output/offsets.h"
#include "times/calendar/calendar.h"
#include "writers.h"

namespace lede {

namespace {

constexpr std::array<std::string_view, 20> layers{
    "language",  "published", "structure",  "sentences", "tokens",     "propositions", "mentions",
    "entities",  "times",     "quantities", "quotes",    "sourcing",   "attitudes",    "events",
    "relations", "causes",    "brief",      "summary",   "keyphrases", "checks"};

/// Writes one Document; what goes wrong is told by result().
class Result {
  public:
    Result(const Document& doc, std::string_view model, const WriteOptions& options)
        : doc_(doc),
          options_(options),
          offsets_(doc.text, options.offsets),
          json_(4096 + doc.text.size() * 4) {
        json_.begin_object();
        json_.key("schema");
        json_.integer(1);
        json_.key("engine");
        json_.string("lede " + std::string(engine_version));
        json_.key("model");
        json_.string(model);
        if (!options.id.empty()) {
            json_.key("id");
            json_.raw(options.id);
        }
        json_.key("offsets");
        json_.string(name_of(options.offsets));
        write_layers();
        if (options.total_ms) {
            json_.key("timings");
            json_.begin_object();
            json_.key("total_ms");
            json_.rounded(*options.total_ms);
            json_.end_object();
        }
        json_.end_object();
    }

    Expected<std::string> result() && {
        if (too_large())
            return fail(ErrorCode::result_too_large,
                        "the result is larger than 400 MB; ask for fewer layers");
        return json_.take();
    }

  private:
    bool too_large() const { return json_.size() > max_result_bytes; }

    bool wanted(std::string_view layer) const {
        if (options_.layers.empty()) return true;
        return std::find(options_.layers.begin(), options_.layers.end(), layer) != options_.layers.end();
    }

    // --- small parts
    // --------------------------------------------------------------------------------------------

    void span(Span span) {
        json_.begin_array();
        json_.integer(offsets_[span.begin]);
        json_.integer(offsets_[span.end]);
        json_.end_array();
    }
    void span_or_null(const std::optional<Span>& found) {
        if (found)
            span(*found);
        else
            json_.null();
    }
    void index_or_null(Index index) {
        if (index == none)
            json_.null();
        else
            json_.integer(index);
    }
    void date_or_null(const std::optional<Date>& date) {
        json_.string_or_null(date ? to_iso(*date) : std::string());
    }

    void member(std::string_view name, Span value) {
        json_.key(name);
        span(value);
    }
    void member(std::string_view name, const std::optional<Span>& value) {
        json_.key(name);
        span_or_null(value);
    }
    void member(std::string_view name, Index value) {
        json_.key(name);
        index_or_null(value);
    }
    void member(std::string_view name, std::string_view value) {
        json_.key(name);
        json_.string(value);
    }
    void member_or_null(std::string_view name, std::string_view value) {
        json_.key(name);
        json_.string_or_null(value);
    }
    void score(double value) {
        json_.key("score");
        json_.rounded(value);
    }

    /// An array with one element for each row, until the result grows too large.
    template <class Rows, class Write>
    void list(std::string_view name, const Rows& rows, Write write) {
        json_.key(name);
        json_.begin_array();
        for (std::size_t i = 0; i < rows.size() && !too_large(); ++i) write(rows[i], static_cast<Index>(i));
        json_.end_array();
    }
    /// The same with an object for each row.
    template <class Rows, class Write>
    void objects(std::string_view name, const Rows& rows, Write write) {
        list(name, rows, [&](const auto& row, Index number) {
            json_.begin_object();
            write(row, number);
            json_.end_object();
        });
    }
    void spans(std::string_view name, const std::vector<Span>& rows) {
        list(name, rows, [&](Span row, Index) { span(row); });
    }
    void strings(std::string_view name, const std::vector<std::string>& rows) {
        list(name, rows, [&](const std::string& row, Index) { json_.string(row); });
    }
    void indices(std::string_view name, const std::vector<Index>& rows) {
        list(name, rows, [&](Index row, Index) { json_.integer(row); });
    }

    // --- layers, in the order of the contract
    // --------------------------------------------------------------------

    void write_layers() {
        if (wanted("language")) member("language", name_of(doc_.language));
        if (wanted("published")) write_published();
        if (wanted("structure")) write_structure();
        if (wanted("sentences"))
            list("sentences", doc_.sentences, [&](const Sentence& row, Index) { span(row.span); });
        if (options_.tokens || (!options_.layers.empty() && wanted("tokens"))) write_tokens();
        if (options_.tokens || (!options_.layers.empty() && wanted("propositions"))) write_propositions();
        if (wanted("mentions")) write_mentions();
        if (wanted("entities")) write_entities();
        if (wanted("times")) write_times();
        if (wanted("quantities")) write_quantities();
        if (wanted("quotes")) write_quotes();
        if (wanted("sourcing")) write_sourcing();
        if (wanted("attitudes")) write_attitudes();
        if (wanted("events")) write_events();
        if (wanted("relations")) write_relations();
        if (wanted("causes")) write_causes();
        if (wanted("brief")) write_brief();
        if (wanted("summary")) indices("summary", doc_.summary);
        if (wanted("keyphrases")) write_keyphrases();
        if (wanted("checks")) write_checks();
    }

    void write_published() {
        json_.key("published");
        if (!doc_.published) return json_.null();
        json_.begin_object();
        member("value", std::string_view(to_iso(doc_.published->value)));
        member("from", name_of(doc_.published->from));
        json_.end_object();
    }

    std::optional<Span> first_block(BlockKind kind) const {
        for (const Block& block : doc_.blocks)
            if (block.kind == kind) return block.span;
        return std::nullopt;
    }
    // What stands on lines below each other, such as authors, their roles and agencies.
    std::optional<Span> blocks_below(BlockKind kind) const {
        std::optional<Span> found;
        for (const Block& block : doc_.blocks) {
            if (block.kind == kind)
                found = Span{found ? found->begin : block.span.begin, block.span.end};
            else if (found)
                break;
        }
        return found;
    }
    std::vector<Span> blocks_of(BlockKind kind) const {
        std::vector<Span> found;
        for (const Block& block : doc_.blocks)
            if (block.kind == kind) found.push_back(block.span);
        return found;
    }

    void write_structure() {
        json_.key("structure");
        json_.begin_object();
        member("headline", first_block(BlockKind::headline));
        member("dateline", doc_.dateline);
        member("byline", blocks_below(BlockKind::byline));
        spans("captions", blocks_of(BlockKind::caption));
        member("standfirst", blocks_below(BlockKind::standfirst));
        spans("subheads", blocks_of(BlockKind::subhead));
        spans("paragraphs", blocks_of(BlockKind::paragraph));
        spans("other", doc_.other);
        json_.end_object();
    }

    void write_tokens() {
        const Tokens& tokens = doc_.tokens;
        list("tokens", doc_.sentences, [&](const Sentence& sentence, Index) {
            json_.begin_array();
            for (Index token = sentence.tokens.begin; token < sentence.tokens.end && !too_large(); ++token) {
                json_.begin_object();
                member("span", tokens.span[token]);
                member("form", doc_.form(token));
                write_syntax(sentence, token);
                json_.end_object();
            }
            json_.end_array();
        });
    }

    // A text that is not English has no syntax: its columns are empty.
    void write_syntax(const Sentence& sentence, Index token) {
        const Tokens& tokens = doc_.tokens;
        member_or_null("lemma", token < tokens.lemma.size() ? doc_.lemma(token) : "");
        member_or_null("upos", token < tokens.upos.size() ? name_of(tokens.upos[token]) : "");
        member_or_null("xpos", token < tokens.xpos.size() ? name_of(tokens.xpos[token]) : "");
        member_or_null("feats", token < tokens.feats.size() ? doc_.feats(token) : "");
        json_.key("head");
        if (token >= tokens.head.size())
            json_.null();
        else
            json_.integer(tokens.head[token] == none ? 0 : tokens.head[token] - sentence.tokens.begin + 1);
        member_or_null("deprel", token < tokens.deprel.size() ? name_of(tokens.deprel[token]) : "");
    }

    void write_mentions() {
        objects("mentions", doc_.mentions, [&](const Mention& row, Index number) {
            member("id", number);
            member("span", row.span);
            member("head", row.head);
            member("kind", name_of(row.kind));
            member_or_null("type", name_of(row.type));
            member("entity", row.entity);
            score(row.score);
        });
    }

    void write_entities() {
        constexpr std::int64_t four_decimals = 10000;
        const auto degrees = [&](std::string_view name, const std::optional<double>& value) {
            json_.key(name);
            if (value)
                json_.number(*value);
            else
                json_.null();
        };
        objects("entities", doc_.entities, [&](const Entity& row, Index number) {
            member("id", number);
            member_or_null("type", name_of(row.type));
            member("name", std::string_view(row.name));
            indices("mentions", row.mentions);
            strings("aliases", row.aliases);
            strings("titles", row.titles);
            indices("members", row.members);
            member_or_null("gender", name_of(row.gender));
            json_.key("salience");
            json_.rounded(row.salience, four_decimals);
            json_.key("link");
            json_.begin_object();
            member_or_null("kind", name_of(row.link.kind));
            member_or_null("iso", row.link.iso);
            degrees("lat", row.link.latitude);
            degrees("lon", row.link.longitude);
            member_or_null("wikidata", row.link.wikidata);
            json_.end_object();
        });
    }

    void write_times() {
        objects("times", doc_.times, [&](const Time& row, Index) {
            member("span", row.span);
            member("type", name_of(row.type));
            member("value", std::string_view(row.value));
            member_or_null("mod", row.mod);
            json_.key("begin");
            date_or_null(row.begin);
            json_.key("end");
            date_or_null(row.end);
        });
    }

    void write_quantities() {
        objects("quantities", doc_.quantities, [&](const Quantity& row, Index) {
            member("span", row.span);
            member("kind", name_of(row.kind));
            json_.key("value");
            json_.number(row.value);
            json_.key("upper");
            if (row.upper)
                json_.number(*row.upper);
            else
                json_.null();
            member_or_null("unit", row.unit);
            member_or_null("modifier", row.modifier);
            member("of", row.of);
            member("text", doc_.slice(row.span));
        });
    }

    void write_quotes() {
        objects("quotes", doc_.quotes, [&](const Quote& row, Index number) {
            member("id", number);
            member("form", name_of(row.form));
            spans("content", row.content);
            member("cue", row.cue);
            member("speaker", row.speaker);
            member("entity", row.entity);
            member("addressee", row.addressee);
            member("sourcing", name_of(row.sourcing));
            score(row.score);
        });
    }

    void write_sourcing() {
        const Voices& voices = doc_.sourcing;
        json_.key("sourcing");
        json_.begin_object();
        json_.key("counts");
        json_.begin_object();
        for (std::size_t kind = 0; kind < voices.counts.size(); ++kind) {
            json_.key(name_of(static_cast<Sourcing>(kind)));
            json_.integer(voices.counts[kind]);
        }
        json_.end_object();
        json_.key("words");
        json_.integer(voices.words);
        json_.key("share");
        json_.rounded(voices.share);
        objects("speakers", voices.speakers, [&](const Voice& row, Index) {
            member("entity", row.entity);
            member("speaker", row.speaker);
            member("text", row.entity == none ? doc_.slice(row.speaker) : doc_.entities[row.entity].name);
            member("kind", name_of(row.kind));
            indices("quotes", row.quotes);
            json_.key("words");
            json_.integer(row.words);
            json_.key("share");
            json_.rounded(row.share);
        });
        indices("single_unnamed", voices.single_unnamed);
        json_.end_object();
    }

    void write_attitudes() {
        objects("attitudes", doc_.attitudes, [&](const Attitude& row, Index number) {
            member("id", number);
            member("kind", name_of(row.kind));
            spans("content", row.content);
            member("cue", row.cue);
            member("holder", row.holder);
            member("entity", row.entity);
            member("polarity", name_of(row.polarity));
            score(row.score);
        });
    }

    void participant(std::string_view name, const std::optional<Participant>& found) {
        json_.key(name);
        if (!found) return json_.null();
        json_.begin_object();
        member("span", found->span);
        member("entity", found->entity);
        json_.end_object();
    }

    void argument(std::string_view name, const std::optional<Argument>& found) {
        json_.key(name);
        if (!found) return json_.null();
        const Index mention = doc_.tokens.mention[found->head];
        json_.begin_object();
        member("span", doc_.span_of(found->tokens));
        member("entity", mention == none ? none : doc_.mentions[mention].entity);
        json_.end_object();
    }

    void write_propositions() {
        objects("propositions", doc_.propositions, [&](const Proposition& row, Index) {
            member("trigger", doc_.tokens.span[row.trigger]);
            member("lemma", doc_.lemma(row.trigger));
            argument("agent", row.agent);
            argument("patient", row.patient);
            argument("recipient", row.recipient);
            argument("instrument", row.instrument);
            argument("place", row.place);
            member("time", row.time);
            argument("purpose", row.purpose);
            argument("cause", row.cause);
            argument("manner", row.manner);
            member("polarity", name_of(row.polarity));
            member("modality", name_of(row.modality));
            member("quote", doc_.tokens.quote[row.trigger]);
        });
    }

    void write_events() {
        objects("events", doc_.events, [&](const Event& row, Index number) {
            member("id", number);
            member("trigger", row.trigger);
            member("lemma", std::string_view(row.lemma));
            member_or_null("class", name_of(row.type));
            member_or_null("code", row.code);
            participant("agent", row.agent);
            participant("patient", row.patient);
            participant("place", row.place);
            member("time", row.time);
            member("polarity", name_of(row.polarity));
            member("modality", name_of(row.modality));
            member("quote", row.quote);
            member("sentence", row.sentence);
            score(row.score);
            json_.key("weight");
            json_.rounded(row.weight);
            member("same", row.same);
        });
    }

    void write_relations() {
        objects("relations", doc_.relations, [&](const Relation& row, Index) {
            member("subject", row.subject);
            member("predicate", name_of(row.predicate));
            member("object", row.object);
            json_.key("target");
            if (!row.target) {
                json_.null();
            } else {
                json_.begin_object();
                if (row.target->event != none)
                    member("event", row.target->event);
                else if (row.target->entity != none)
                    member("entity", row.target->entity);
                else
                    member("span", row.target->span);
                json_.end_object();
            }
            member("text", doc_.slice(row.text));
            member("evidence", row.evidence);
            score(row.score);
        });
    }

    void write_causes() {
        objects("causes", doc_.causes, [&](const Cause& row, Index) {
            member("cause", row.cause);
            member("effect", row.effect);
            member("signal", row.signal);
            member("kind", name_of(row.kind));
            score(row.score);
        });
    }

    void answers(std::string_view name, const std::vector<Answer>& rows) {
        objects(name, rows, [&](const Answer& row, Index) {
            member("span", row.span);
            member("text", doc_.slice(row.span));
            score(row.score);
            member("entity", row.entity);
        });
    }

    void write_brief() {
        json_.key("brief");
        json_.begin_object();
        answers("who", doc_.brief.who);
        answers("what", doc_.brief.what);
        answers("when", doc_.brief.when);
        answers("where", doc_.brief.where);
        answers("why", doc_.brief.why);
        answers("how", doc_.brief.how);
        json_.end_object();
    }

    void write_keyphrases() {
        objects("keyphrases", doc_.keyphrases, [&](const Keyphrase& row, Index) {
            member("text", doc_.slice(row.span));
            member("span", row.span);
            score(row.score);
        });
    }

    void write_checks() {
        objects("checks", doc_.checks, [&](const Check& row, Index) {
            member("kind", name_of(row.kind));
            member("message", std::string_view(row.message));
            spans("spans", row.spans);
            if (row.form != Form::article) member("form", name_of(row.form));
        });
    }

    const Document& doc_;
    const WriteOptions& options_;
    Offsets offsets_;
    JsonWriter json_;
};

}  // namespace

bool is_layer(std::string_view name) { return std::find(layers.begin(), layers.end(), name) != layers.end(); }

Expected<std::string> write_json(const Document& doc, std::string_view model, const WriteOptions& options) {
    for (const std::string& layer : options.layers)
        if (!is_layer(layer)) return fail(ErrorCode::bad_option, "there is no layer \"" + layer + "\"");
    return Result(doc, model, options).result();
}

}  // namespace lede
