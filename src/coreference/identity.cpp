#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/unicode.h"
#include "coreference/disjoint_sets.h"
#include "coreference/gender.h"
#include "coreference/generations.h"
#include "coreference/group.h"
#include "names/acronyms.h"
#include "names/shape.h"

namespace lede {

using namespace coreference;

namespace {

class Grouper {
  public:
    Grouper(Document& doc, const Lexicon& lexicon)
        : doc_(doc), lexicon_(lexicon), sets_(doc.mentions.size()) {}

    Groups group() {
        join_same_names();
        join_acronyms();
        join_short_forms();
        join_people();
        return number_groups();
    }

  private:
    const Mention& mention(Index m) const { return doc_.mentions[m]; }

    void join(Index a, Index b) { sets_.join(a, b); }

    std::string folded(Index m) const { return fold(doc_.slice(mention(m).span)); }

    // What a name is called usually, marked with its kind of thing. The same string is one thing, except that
    // a person, a people and everything else are kept apart.
    std::string key_of(Index m) const {
        std::string text = folded(m);
        const std::string_view form = doc_.slice(mention(m).span);
        const EntityType type = mention(m).type;
        if (type == EntityType::NORP) {
            const auto people = lexicon_.demonyms.find(text);
            if (people && field(*people, 0) == "nationality") return "n " + std::string(field(*people, 1));
            if (people && text.size() > 3 && text.back() == 's') text.pop_back();
            return "n " + text;
        }
        if (type == EntityType::ORG)
            if (const auto body = find_organisation(lexicon_, text, form))
                return "o " + fold(field(*body, 1));
        if (is_place(type)) {
            if (const auto place = find_place(lexicon_, text, form)) return "g " + fold(field(*place, 0));
            return "x " + text;
        }
        // "Acme Corp" and "Acme Inc." are "Acme".
        if (type == EntityType::ORG && mention(m).tokens.size() > 1 &&
            lexicon_.words.has("legal_form", doc_.lower(mention(m).tokens.end - 1))) {
            // By the token before it: the form may be written otherwise in the text ("S. A.") than as a
            // token.
            const Index last = mention(m).tokens.end - 2;
            text = fold(doc_.slice({mention(m).span.begin, doc_.tokens.span[last].end}));
            while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
        }
        return "x " + text;
    }

    bool is_bare_person(Index m) const {
        return mention(m).type == EntityType::PERSON && mention(m).tokens.size() == 1;
    }

    void join_same_names() {
        std::unordered_map<Index, Index> first;
        for (Index m = 0; m < sets_.size(); ++m) {
            if (is_bare_person(m)) continue;  // join_people() asks whose surname it is
            const auto [known, is_new] = first.try_emplace(doc_.words.intern(key_of(m)), m);
            if (!is_new) join(m, known->second);
        }
    }

    void join_acronyms() {
        std::unordered_map<Index, Index> expansions;
        for (Index m = 0; m < sets_.size(); ++m) {
            const EntityType type = mention(m).type;
            if (type == EntityType::PERSON || type == EntityType::NORP || mention(m).tokens.size() < 2)
                continue;
            const std::string letters = initials(doc_, lexicon_, mention(m).tokens);
            if (letters.size() >= 2) expansions.try_emplace(doc_.words.intern(letters), m);
        }
        if (expansions.empty()) return;
        for (Index m = 0; m < sets_.size(); ++m) {
            const std::string_view form = doc_.slice(mention(m).span);
            // "ONS", and "Acpo" where a body is meant
            const bool written =
                is_all_capitals(form) || (mention(m).type == EntityType::ORG && form.size() > 2);
            if (mention(m).tokens.size() != 1 || form.size() > 16 || !written) continue;
            std::string letters = folded(m);
            letters.erase(std::remove(letters.begin(), letters.end(), '.'), letters.end());
            const auto known = expansions.find(doc_.words.intern(letters));
            // A country's acronym is no organisation's.
            if (known != expansions.end() &&
                !(mention(m).type == EntityType::GPE && mention(known->second).type != EntityType::GPE))
                join(m, known->second);
        }
    }

    // "Goldman" for "Goldman Sachs", "the Ministry" for "the Ministry of Health".
    void join_short_forms() {
        constexpr Index shared = none - 1;
        std::unordered_map<Index, Index> by_first, by_last;
        for (Index m = 0; m < sets_.size(); ++m) {
            if (mention(m).type != EntityType::ORG) continue;
            const TokenRange tokens = mention(m).tokens;
            const Index first = doc_.tokens.lower[tokens.begin];
            if (tokens.size() > 1) {
                const auto [known, is_new] = by_first.try_emplace(first, m);
                if (!is_new && known->second != shared && sets_.find(known->second) != sets_.find(m))
                    known->second = shared;
                by_last[head_word(m)] = m;
                continue;
            }
            const bool common = lexicon_.thing_nouns.contains(doc_.lower(tokens.begin));
            const bool designator = lexicon_.name_parts.contains(doc_.lower(tokens.begin));
            // "the Ministry", "United", "the Packers" by the last word; "Goldman" by the first.
            if (const auto known = by_last.find(first); known != by_last.end()) {
                join(m, known->second);
            } else if (const auto begun = by_first.find(first);
                       begun != by_first.end() && begun->second != shared && !common && !designator) {
                join(m, begun->second);
            }
        }
    }

    Index head_word(Index m) const {
        for (Index t = mention(m).tokens.begin; t < mention(m).tokens.end; ++t)
            if (doc_.tokens.span[t] == mention(m).head) return doc_.tokens.lower[t];
        return doc_.tokens.lower[mention(m).tokens.end - 1];
    }

    // --- people ---

    Gender titled_gender(Index m) const { return lede::titled_gender(doc_, lexicon_, mention(m)); }
    Gender gender_of(Index m) const { return lede::gender_of(doc_, lexicon_, mention(m)); }

    static bool agree(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

    // "Donald" and "D.", "Alex" and "Alexander"
    bool given_names_agree(Index a, Index b) const {
        std::string_view x = doc_.lower(mention(a).tokens.begin), y = doc_.lower(mention(b).tokens.begin);
        if (x.size() > y.size()) std::swap(x, y);
        if (x == y) return true;
        if (!x.empty() && x.back() == '.') x.remove_suffix(1);
        return y.substr(0, x.size()) == x && (x.size() == 1 || x.size() >= 3);
    }

    struct Bearer {
        Index mention;
        Gender gender;
    };

    // The bearer of a name that was mentioned last before m, or else first after it. Of "the elder Jordan"
    // and "the younger Jordan" one is somebody's child.
    Index choose(const std::vector<Bearer>& bearers, Index m, Gender gender) const {
        constexpr std::ptrdiff_t most = 8;  // further back nobody remembers
        const auto after = std::partition_point(bearers.begin(), bearers.end(),
                                                [&](const Bearer& b) { return b.mention < m; });
        const Generation generation = generation_of(doc_, mention(m));
        for (const bool any_generation : {false, true}) {
            if (!any_generation && generation == Generation::unknown) continue;
            const auto fits = [&](const Bearer& bearer) {
                return agree(bearer.gender, gender) &&
                       (any_generation ||
                        (children_.count(bearer.mention) > 0) == (generation == Generation::younger));
            };
            for (auto it = after; it != bearers.begin() && after - it < most;)
                if (fits(*--it)) return it->mention;
            for (auto it = after; it != bearers.end() && it - after < most; ++it)
                if (fits(*it)) return it->mention;
        }
        return none;
    }

    void join_people() {
        constexpr std::size_t shortest_inner = 4;  // letters
        std::unordered_map<Index, std::vector<Bearer>> by_surname, by_given, by_inner;
        for (Index m = 0; m < sets_.size(); ++m) {
            const TokenRange tokens = mention(m).tokens;
            if (mention(m).type != EntityType::PERSON || tokens.size() < 2) continue;
            const Gender gender = gender_of(m);
            std::vector<Bearer>& bearers = by_surname[surname_of(m)];
            constexpr std::size_t most = 8;
            for (std::size_t back = 0; back < std::min(bearers.size(), most); ++back) {
                const Bearer& bearer = bearers[bearers.size() - 1 - back];
                if (!agree(bearer.gender, gender) || !given_names_agree(m, bearer.mention)) continue;
                join(m, bearer.mention);
                break;
            }
            bearers.push_back({m, gender});
            if (is_introduced_as_child(doc_, lexicon_, mention(m))) children_.insert(m);
            // "Peña Nieto" for "Enrique Peña Nieto", "al-Sadr" for "Moqtada al-Sadr"
            for (Index t = tokens.begin + 1; t + 1 < tokens.end && t < tokens.begin + 4; ++t)
                by_surname[doc_.words.intern(fold(doc_.slice(doc_.span_of({t, tokens.end}))))].push_back(
                    {m, gender});
            // "Quispe" for "Lucía Quispe Arana"
            for (Index t = tokens.begin + 1; t + 1 < tokens.end && t < tokens.begin + 4; ++t)
                if (doc_.lower(t).size() >= shortest_inner)
                    by_inner[doc_.tokens.lower[t]].push_back({m, gender});
            by_given[doc_.tokens.lower[tokens.begin]].push_back({m, gender});
        }
        std::unordered_map<Index, std::vector<Bearer>> alone;
        for (Index m = 0; m < sets_.size(); ++m) {
            if (mention(m).type != EntityType::PERSON) continue;
            const bool bare = is_bare_person(m);
            if (bare && is_introduced(m)) continue;
            const Gender gender = bare ? titled_gender(m) : Gender::unknown;
            const Index name = doc_.words.intern(folded(m));
            Index bearer = none;
            if (const auto known = by_surname.find(name); known != by_surname.end())
                bearer = choose(known->second, m, gender);
            const auto inner = by_inner.find(bare ? name : surname_of(m));
            if (!bare) {
                // "Tomás Arregui" for "Tomás Arregui Lasa"
                if (bearer == none && inner != by_inner.end()) {
                    bearer = choose(inner->second, m, gender_of(m));
                    if (bearer != none && !given_names_agree(m, bearer)) bearer = none;
                }
                if (bearer != none) join(m, bearer);
                continue;
            }
            if (const auto known = by_given.find(name); bearer == none && known != by_given.end())
                bearer = choose(known->second, m, gender);
            if (bearer == none && inner != by_inner.end()) bearer = choose(inner->second, m, gender);
            if (bearer == none) {
                std::vector<Bearer>& others = alone[name];
                bearer = choose(others, m, gender);
                others.push_back({m, gender});
            }
            if (bearer != none) join(m, bearer);
        }
    }

    // "a man named Jordan" has not been told of before.
    bool is_introduced(Index m) const {
        const Index t = mention(m).tokens.begin;
        if (t == doc_.sentences[mention(m).sentence].tokens.begin) return false;
        return doc_.lower(t - 1) == "named" || doc_.lower(t - 1) == "called";
    }

    Index surname_of(Index m) const {
        Index last = mention(m).tokens.end - 1;
        const auto parts = lexicon_.name_parts.find(doc_.lower(last));
        if (parts && field(*parts, 1) == "PERSON" && last > mention(m).tokens.begin) --last;
        return doc_.tokens.lower[last];
    }

    Groups number_groups() {
        Groups groups;
        std::vector<Index> number(sets_.size(), none);
        std::vector<std::array<float, 10>> votes;
        for (Index m = 0; m < sets_.size(); ++m) {
            const Index root = sets_.find(m);
            if (number[root] == none) {
                number[root] = static_cast<Index>(groups.list.size());
                groups.list.emplace_back();
                groups.list.back().named = true;
                votes.push_back({});
            }
            const Mention& one = doc_.mentions[m];
            groups.of_mention.push_back(number[root]);
            votes[number[root]][static_cast<std::size_t>(one.type)] += one.score;
        }
        for (Index g = 0; g < groups.list.size(); ++g)
            groups.list[g].type = static_cast<EntityType>(std::max_element(votes[g].begin(), votes[g].end()) -
                                                          votes[g].begin());
        return groups;
    }

    Document& doc_;
    const Lexicon& lexicon_;
    DisjointSets sets_;                   // of mentions
    std::unordered_set<Index> children_;  // mentions of people as somebody's son or daughter
};

}  // namespace

Groups group_names(Document& doc, const Lexicon& lexicon) {
    Groups groups = Grouper(doc, lexicon).group();
    describe_groups(doc, lexicon, groups);
    return groups;
}

}  // namespace lede
