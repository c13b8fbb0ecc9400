// lede_coreference_features: reads one article a line, {"text": …, "chains": […]}, and writes what the ranker
// of antecedents is asked about it (coreference/antecedents.h), for scripts/train/coreference/train.py.
// "chains" has a number for each candidate (those of one chain have the same, -1 is for those in none), is
// empty, or null: then the chains are those that the model's own ranker finds. Little-endian, per article:
//   u32 candidates; for each of them
//     u32 begin and end, u32 begin and end of its head (bytes of the text), u8 kind (0 name, 1 nominal,
//     2 pronoun), u32 number of its name's group or none;
//     rows as anaphor, rows as antecedent (u16 count, then u16 each);
//     2 × 100 × i16, the vectors of its head and of its governor;
//     u16 pairs, nearest first; for each u32 antecedent and its rows; the rows of "nothing".
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

#include "coreference/antecedents.h"
#include "coreference/coreference.h"
#include "entities/entities.h"
#include "names/names.h"
#include "quotes/quotes.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace {

using namespace lede;
using namespace lede::coreference;

class Writer {
  public:
    template <typename T>
    void number(T value) {
        std::fwrite(&value, sizeof value, 1, stdout);  // x86 and ARM are little-endian
    }
    void rows(const std::vector<std::uint32_t>& rows) {
        number(static_cast<std::uint16_t>(rows.size()));
        for (const std::uint32_t row : rows) number(static_cast<std::uint16_t>(row));
    }
    void span(Span span) {
        number(span.begin);
        number(span.end);
    }
};

// The chains as they are told, before each candidate.
class Chains {
  public:
    explicit Chains(std::vector<int> numbers) : numbers_(std::move(numbers)) {}

    ChainSoFar of(Index c, const std::vector<Candidate>& candidates) const {
        const auto known = c < numbers_.size() ? so_far_.find(numbers_[c]) : so_far_.end();
        return known == so_far_.end() ? alone(candidates[c]) : known->second;
    }
    void see(Index c, const Candidate& candidate) {
        if (c >= numbers_.size() || numbers_[c] < 0) return;
        const auto [known, is_new] = so_far_.try_emplace(numbers_[c], alone(candidate));
        if (!is_new) add(known->second, alone(candidate));
    }

  private:
    std::vector<int> numbers_;
    std::unordered_map<int, ChainSoFar> so_far_;
};

// Without times and quantities, which the engine leaves out: what takes up a day or a sum teaches too.
Document read_names_and_quotes(const std::string& text, const Resources& resources) {
    Document doc;
    doc.text = text;
    find_structure(doc, "", resources);
    find_tokens(doc, resources);
    find_language(doc, resources);
    WordScores scores = find_syntax(doc, resources);
    find_lemmas(doc, resources);
    find_names(doc, std::move(scores), resources);
    find_quotes(doc, resources);
    return doc;
}

std::vector<int> chains_found(const std::string& text, const Resources& resources,
                              const std::vector<Candidate>& candidates) {
    Document doc = read_names_and_quotes(text, resources);
    find_entities(doc, find_chains(doc, resources), resources);
    std::map<std::pair<Index, Index>, int> entity_of;
    for (const Mention& mention : doc.mentions)
        entity_of[{mention.tokens.begin, mention.tokens.end}] = static_cast<int>(mention.entity);
    std::vector<int> numbers;
    for (const Candidate& candidate : candidates) {
        const auto found = entity_of.find({candidate.tokens.begin, candidate.tokens.end});
        numbers.push_back(found == entity_of.end() ? -1 : found->second);
    }
    return numbers;
}

void write_article(const nlohmann::json& article, const Resources& resources) {
    const auto text = article.at("text").get<std::string>();
    Document doc = read_names_and_quotes(text, resources);

    const Lexicon lexicon(resources);
    const auto [groups, appositions, candidates] = find_phrases(doc, lexicon, resources);
    const nlohmann::json& told = article.at("chains");
    Chains chains(told.is_null() ? chains_found(text, resources, candidates) : told.get<std::vector<int>>());
    Antecedents antecedents(doc, resources, lexicon, groups, candidates);
    Writer out;
    out.number(static_cast<std::uint32_t>(candidates.size()));
    std::vector<std::uint32_t> rows;
    std::vector<Index> found;
    for (Index c = 0; c < candidates.size(); ++c) {
        const Candidate& candidate = candidates[c];
        out.span(doc.span_of(candidate.tokens));
        out.span(doc.tokens.span[candidate.head]);
        out.number(static_cast<std::uint8_t>(candidate.kind));
        out.number(candidate.name == none ? none : groups.of_mention[candidate.name]);
        antecedents.describe(c, AntecedentModel::Role::anaphor, rows);
        out.rows(rows);
        antecedents.describe(c, AntecedentModel::Role::antecedent, rows);
        out.rows(rows);
        for (const std::int16_t* vector : {antecedents.head_vector(c), antecedents.governor_vector(c)})
            std::fwrite(vector, sizeof *vector, WordVectors::size, stdout);
        antecedents.find(c, found);
        antecedents.begin();
        out.number(static_cast<std::uint16_t>(found.size()));
        for (const Index a : found) {
            out.number(a);
            antecedents.compare(c, a, chains.of(a, candidates), rows);
            out.rows(rows);
        }
        antecedents.compare_with_nothing(c, rows);
        out.rows(rows);
        chains.see(c, candidate);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: lede_coreference_features MODEL < articles.jsonl > features\n");
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto resources =
        Resources::open({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    if (!resources) {
        std::fprintf(stderr, "%s: %s\n", argv[1], resources.error().message.c_str());
        return 1;
    }
    for (std::string line; std::getline(std::cin, line);)
        write_article(nlohmann::json::parse(line), *resources);
}
