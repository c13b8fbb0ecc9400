#include <algorithm>
#include <string>

#include "base/unicode.h"
#include "output/json_writer.h"
#include "output/offsets.h"
#include "writers.h"

namespace lede {

namespace {

void append_cell(std::string_view value, std::string& out) {
    // Spreadsheets run what begins like this (OWASP, "CSV Injection").
    const bool is_formula =
        !value.empty() && std::string_view("=+-@\t\r\n").find(value[0]) != std::string_view::npos;
    const bool is_quoted = is_formula || value.find_first_of("\",\r\n") != std::string_view::npos;
    if (!is_quoted) {
        out += to_valid_utf8(value);
        return;
    }
    out += '"';
    if (is_formula) out += '\'';
    for (char c : to_valid_utf8(value)) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

struct Row {
    std::string_view layer;
    Span span;
    std::string_view type;
    std::string_view value;
    Index entity = none;
};

class Rows {
  public:
    Rows(const Document& doc, std::string_view article, const WriteOptions& options)
        : doc_(doc), article_(article), options_(options), offsets_(doc.text, options.offsets) {}

    bool wanted(std::string_view layer) const {
        const auto& layers = options_.layers;
        return layers.empty() || std::find(layers.begin(), layers.end(), layer) != layers.end();
    }

    void add(const Row& row) {
        append_cell(article_, out_);
        cell(row.layer);
        cell(std::to_string(offsets_[row.span.begin]));
        cell(std::to_string(offsets_[row.span.end]));
        cell(doc_.slice(row.span));
        cell(row.type);
        cell(row.value);
        cell(row.entity == none ? std::string_view() : std::string_view(doc_.entities[row.entity].name));
        out_ += "\r\n";
    }

    std::string take() { return std::move(out_); }

  private:
    void cell(std::string_view value) {
        out_ += ',';
        append_cell(value, out_);
    }

    const Document& doc_;
    std::string_view article_;
    const WriteOptions& options_;
    Offsets offsets_;
    std::string out_;
};

std::string number(double value) {
    JsonWriter json;
    json.number(value);
    return json.take();
}

std::string value_of(const Quantity& quantity) {
    std::string value = number(quantity.value);
    if (quantity.upper) value += " to " + number(*quantity.upper);
    if (!quantity.unit.empty()) value += " " + quantity.unit;
    return value;
}

void add_answers(std::string_view question, const std::vector<Answer>& answers, Rows& rows) {
    for (const Answer& answer : answers) rows.add({"brief", answer.span, question, "", answer.entity});
}

void add_events(const Document& doc, Rows& rows) {
    for (const Event& event : doc.events) {
        const Index agent = event.agent ? event.agent->entity : none;
        rows.add({"events", event.trigger, name_of(event.type), event.lemma, agent});
    }
}

void add_brief(const Brief& brief, Rows& rows) {
    add_answers("who", brief.who, rows);
    add_answers("what", brief.what, rows);
    add_answers("when", brief.when, rows);
    add_answers("where", brief.where, rows);
    add_answers("why", brief.why, rows);
    add_answers("how", brief.how, rows);
}

}  // namespace

std::string csv_header() { return "article,layer,start,end,text,type,value,entity\r\n"; }

std::string write_csv(const Document& doc, std::string_view article, const WriteOptions& options) {
    Rows rows(doc, article, options);
    if (rows.wanted("mentions"))
        for (const Mention& row : doc.mentions)
            rows.add({"mentions", row.span, name_of(row.type), name_of(row.kind), row.entity});
    if (rows.wanted("times"))
        for (const Time& row : doc.times) rows.add({"times", row.span, name_of(row.type), row.value, none});
    if (rows.wanted("quantities"))
        for (const Quantity& row : doc.quantities)
            rows.add({"quantities", row.span, name_of(row.kind), value_of(row), none});
    if (rows.wanted("quotes"))
        for (const Quote& row : doc.quotes)
            for (Span content : row.content)
                rows.add({"quotes", content, name_of(row.form), row.speaker ? doc.slice(*row.speaker) : "",
                          row.entity});
    if (rows.wanted("attitudes"))
        for (const Attitude& row : doc.attitudes)
            for (Span content : row.content)
                rows.add({"attitudes", content, name_of(row.kind), row.holder ? doc.slice(*row.holder) : "",
                          row.entity});
    if (rows.wanted("events")) add_events(doc, rows);
    if (rows.wanted("relations"))
        for (const Relation& row : doc.relations)
            rows.add({"relations", row.evidence, name_of(row.predicate), doc.slice(row.text), row.subject});
    if (rows.wanted("causes"))
        for (const Cause& row : doc.causes)
            rows.add({"causes", row.effect, name_of(row.kind), doc.slice(row.cause), none});
    if (rows.wanted("brief")) add_brief(doc.brief, rows);
    if (rows.wanted("summary"))
        for (Index sentence : doc.summary) rows.add({"summary", doc.sentences[sentence].span, "", "", none});
    if (rows.wanted("keyphrases"))
        for (const Keyphrase& row : doc.keyphrases) rows.add({"keyphrases", row.span, "", "", none});
    if (rows.wanted("checks"))
        for (const Check& row : doc.checks)
            for (Span span : row.spans) rows.add({"checks", span, name_of(row.kind), row.message, none});
    return rows.take();
}

}  // namespace lede
