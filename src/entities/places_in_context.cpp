#include "entities/places_in_context.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "names/shape.h"
#include "text/phrase.h"

namespace lede::entities {

namespace {

constexpr std::size_t longest_name = 200;  // bytes

/// Codes are of ISO 3166-2 ("US-TX") where a state is known, else of a country ("FR").
std::string_view country_of(std::string_view code) { return code.substr(0, code.find('-')); }

bool lies_in(std::string_view code, std::string_view area) {
    return code == area || country_of(code) == area;
}

/// What another place than the usual one needs.
enum class Evidence : std::uint8_t {
    peer,    ///< more evidence than others
    lesser,  ///< its state named, or two places in it, beyond what speaks for others
    told,    ///< the words "NAME, STATE"
};

struct Bearer {
    std::string_view code;
    PlaceMeant place;
    Evidence evidence = Evidence::peer;
};

/// Those of a name: the usual one first, the others with the most populous first.
std::vector<Bearer> bearers_of(const Lexicon& lexicon, std::string_view folded, std::string_view entry) {
    Bearer usual;
    usual.place = {field(entry, 1), field(entry, 2), field(entry, 3), field(entry, 4), field(entry, 5)};
    usual.code = usual.place.iso;
    const std::string_view row = lexicon.namesakes.find(folded).value_or("");
    if (!row.empty())
        usual.code = field(row, 0);
    else if (usual.place.kind == "region")
        usual.code = lexicon.states.find(folded).value_or(usual.code);
    std::vector<Bearer> bearers = {usual};
    constexpr std::size_t fields = 5;
    for (std::size_t at = 1; !field(row, at).empty(); at += fields) {
        Bearer other;
        other.code = field(row, at);
        other.place = {field(row, at + 1), country_of(other.code), field(row, at + 2), field(row, at + 3),
                       ""};
        const std::string_view evidence = field(row, at + 4);
        other.evidence = evidence == "peer"     ? Evidence::peer
                         : evidence == "lesser" ? Evidence::lesser
                                                : Evidence::told;
        bearers.push_back(other);
    }
    return bearers;
}

/// What an article says of one country or state.
struct Named {
    bool itself = false;
    std::uint32_t inside = 0;   ///< entities that lie in it or are it
    std::uint32_t regions = 0;  ///< of those, states and provinces
};

class Places {
  public:
    Places(const Document& doc, const Lexicon& lexicon) : doc_(doc), lexicon_(lexicon) {}

    std::vector<std::optional<PlaceMeant>> read() {
        known_.resize(doc_.entities.size());
        for (Index e = 0; e < doc_.entities.size(); ++e) look_up(doc_.entities[e], known_[e]);
        for (const Known& known : known_) count(known);
        std::vector<std::optional<PlaceMeant>> meant(known_.size());
        for (Index e = 0; e < known_.size(); ++e)
            if (!known_[e].bearers.empty()) meant[e] = known_[e].bearers[choose(known_[e])].place;
        return meant;
    }

  private:
    struct Known {
        std::vector<Bearer> bearers;  // none: no place
        std::optional<std::size_t> told;
    };

    struct Entry {
        std::string folded;
        std::string_view value;
        Index end = 0;  // the token after the name: "Paris, Texas" may be one mention
    };

    std::optional<Entry> entry_of(const Mention& mention) const {
        const std::string_view form = doc_.slice(mention.span);
        if (form.size() > longest_name) return std::nullopt;
        std::string folded = fold(form);
        if (const auto value = find_place(lexicon_, folded, form))
            return Entry{std::move(folded), *value, mention.tokens.end};
        for (Index token = mention.tokens.begin + 1; token < mention.tokens.end; ++token) {
            if (doc_.form(token) != ",") continue;
            const std::string_view before = doc_.slice({mention.span.begin, doc_.tokens.span[token - 1].end});
            folded = fold(before);
            if (const auto value = find_place(lexicon_, folded, before))
                return Entry{std::move(folded), *value, token};
            break;
        }
        return std::nullopt;
    }

    void look_up(const Entity& entity, Known& known) {
        if (entity.type == EntityType::NORP) {
            for (Index m : entity.mentions) name_country_of(doc_.mentions[m]);
            return;
        }
        if (entity.type != EntityType::GPE && entity.type != EntityType::LOC) return;
        std::string name;
        std::vector<std::uint32_t> times;
        for (Index m : entity.mentions) {
            const Mention& mention = doc_.mentions[m];
            if (mention.kind != MentionKind::name) continue;
            const auto entry = entry_of(mention);
            if (!entry) continue;
            if (known.bearers.empty()) {
                const std::string_view kind = field(entry->value, 1);
                if (kind == "continent" || kind == "area") continue;
                known.bearers = bearers_of(lexicon_, entry->folded, entry->value);
                times.resize(known.bearers.size());
                name = entry->folded;
            }
            if (known.bearers.size() < 2) return;
            if (entry->folded != name) continue;
            if (const auto which = told_at(m, *entry, known.bearers)) ++times[*which];
        }
        const auto most = std::max_element(times.begin(), times.end());
        if (most != times.end() && *most > 0) known.told = static_cast<std::size_t>(most - times.begin());
    }

    void name_country_of(const Mention& mention) {
        const std::string_view form = doc_.slice(mention.span);
        if (mention.kind != MentionKind::name || form.size() > longest_name) return;
        const auto people = lexicon_.demonyms.find(fold(form));
        if (people) name_country(field(*people, 1));
    }

    /// A country speaks once, by its name or its people.
    void name_country(std::string_view iso) {
        if (iso.empty() || named_[iso].itself) return;
        named_[iso].itself = true;
        ++named_[iso].inside;
        ++countries_;
    }

    std::optional<std::size_t> told_at(Index m, const Entry& entry,
                                       const std::vector<Bearer>& bearers) const {
        const Mention& mention = doc_.mentions[m];
        const Index sentence_end = doc_.sentences[doc_.tokens.sentence[mention.tokens.begin]].tokens.end;
        if (entry.end + 1 < sentence_end && doc_.form(entry.end) == ",") {
            for (std::string_view area : areas_at(entry.end + 1, m, sentence_end)) {
                if (area.empty()) continue;
                const auto found = std::find_if(bearers.begin(), bearers.end(),
                                                [&](const Bearer& b) { return lies_in(b.code, area); });
                if (found != bearers.end()) return static_cast<std::size_t>(found - bearers.begin());
            }
        }
        return told_by_town(m, bearers);
    }

    /// What may stand after the comma at a token: a state, a country. There is none in "Athens, Georgia's
    /// president said" and in "Paris, Texas Instruments said".
    std::array<std::string_view, 2> areas_at(Index token, Index m, Index sentence_end) const {
        std::array<std::string_view, 2> areas;
        const Index longer = end_of_name_at(token, m);
        const auto state = longest_phrase(doc_, token, lexicon_.states);
        if (state && state->tokens.end >= longer && is_written_as_name(state->tokens, sentence_end))
            areas[0] = state->value;
        const auto place = longest_phrase(doc_, token, lexicon_.places);
        if (place && place->tokens.end >= longer && is_written_as_name(place->tokens, sentence_end)) {
            const std::string_view kind = field(place->value, 1);
            // A town in another state of the same country is none of those known.
            if (kind == "country" || (kind == "region" && areas[0].empty()))
                areas[1] = field(place->value, 2);
        }
        return areas;
    }

    /// Where a name ends that begins at a token soon after a mention; the token where there is none.
    Index end_of_name_at(Index token, Index m) const {
        constexpr std::size_t nearest = 4;  // mentions
        const std::size_t last = std::min(doc_.mentions.size(), m + 1 + nearest);
        for (std::size_t next = m + 1; next < last; ++next) {
            const Mention& mention = doc_.mentions[next];
            if (mention.kind == MentionKind::name && mention.tokens.begin == token) return mention.tokens.end;
        }
        return token;
    }

    bool is_written_as_name(TokenRange tokens, Index sentence_end) const {
        const std::string_view form =
            doc_.slice({doc_.tokens.span[tokens.begin].begin, doc_.tokens.span[tokens.end - 1].end});
        constexpr std::size_t postal = 3;  // "OR" is a state, "or" and "Or" are not
        if (form.size() <= postal && form.find('.') == std::string_view::npos && !is_all_capitals(form))
            return false;
        if (!is_capitalised(form)) return false;
        if (tokens.end == sentence_end) return true;
        const std::string_view next = doc_.form(tokens.end);
        // A longer name goes on: "Texas Instruments", "Ontario Provincial Police".
        if (is_capitalised(next) && form.back() != '.') return false;
        return next != "'s" && next != "’s" && next != "'" && next != "’";
    }

    /// "Athens, Georgia": the town before the comma says which.
    std::optional<std::size_t> told_by_town(Index m, const std::vector<Bearer>& bearers) const {
        const Mention& mention = doc_.mentions[m];
        const bool area = std::any_of(bearers.begin(), bearers.end(),
                                      [](const Bearer& b) { return b.place.kind == "region"; });
        if (!area || mention.tokens.begin < 2 || doc_.form(mention.tokens.begin - 1) != ",")
            return std::nullopt;
        constexpr Index nearest = 4;  // mentions
        for (Index back = 1; back <= std::min(m, nearest); ++back) {
            const Mention& before = doc_.mentions[m - back];
            if (before.kind != MentionKind::name || before.tokens.end + 1 != mention.tokens.begin) continue;
            const auto entry = entry_of(before);
            if (!entry || field(entry->value, 1) != "city") return std::nullopt;
            for (const Bearer& town : bearers_of(lexicon_, entry->folded, entry->value))
                for (std::size_t b = 0; b < bearers.size(); ++b)
                    if (lies_in(town.code, bearers[b].code)) return b;
            return std::nullopt;
        }
        return std::nullopt;
    }

    /// Does the entity speak for others? Not where its own name may well be another place's.
    static bool is_certain(const Known& known) {
        return known.told || std::none_of(known.bearers.begin() + 1, known.bearers.end(),
                                          [](const Bearer& b) { return b.evidence == Evidence::peer; });
    }

    void count(const Known& known) {
        if (known.bearers.empty() || !is_certain(known)) return;
        const Bearer& bearer = known.bearers[known.told.value_or(0)];
        if (bearer.code.empty()) return;
        if (bearer.place.kind == "country") return name_country(bearer.code);
        const bool region = bearer.place.kind == "region";
        const std::string_view country = country_of(bearer.code);
        ++named_[country].inside;
        if (region) ++named_[country].regions;
        if (country == bearer.code) return;
        ++named_[bearer.code].inside;
        if (region) named_[bearer.code].itself = true;
    }

    Named named(std::string_view code) const {
        const auto found = named_.find(code);
        return found == named_.end() ? Named() : found->second;
    }

    /// Entities in the state of a place, then in its country; of a state or country, then others of its kind.
    std::pair<std::uint32_t, std::uint32_t> support(const Known& known, std::size_t which) const {
        const Bearer& bearer = known.bearers[which];
        const std::string_view country = country_of(bearer.code);
        const Named whole = named(country);
        std::uint32_t near = named(bearer.code).inside;
        std::uint32_t far = bearer.place.kind == "region" ? whole.regions : whole.inside;
        if (bearer.place.kind == "country") {
            // The country of a rival says nothing against the rival.
            far = countries_ - (whole.itself ? 1 : 0);
            for (const Bearer& rival : known.bearers)
                if (rival.place.kind == "region" && named(country_of(rival.code)).itself) --far;
        }
        // News from everywhere names the United States, and they have a Geneva, a Venice and a Manchester.
        if (which > 0 && country == "US" && bearer.place.kind == "city") far = 0;
        if (which == 0) {
            if (country != bearer.code && whole.itself) ++near;
            if (is_certain(known) && near > 0) --near;  // its own voice
        }
        return {near, far};
    }

    std::size_t choose(const Known& known) const {
        if (known.told) return *known.told;
        std::size_t best = 0;
        if (known.bearers.size() < 2) return best;
        auto most = support(known, best);
        for (std::size_t b = 1; b < known.bearers.size(); ++b) {
            const Bearer& bearer = known.bearers[b];
            if (bearer.evidence == Evidence::told) continue;
            const auto here = support(known, b);
            const std::uint32_t lead = named(bearer.code).itself ? 1 : 2;
            if (bearer.evidence == Evidence::peer ? here > most : here.first >= most.first + lead) {
                best = b;
                most = here;
            }
        }
        return best;
    }

    const Document& doc_;
    const Lexicon& lexicon_;
    std::vector<Known> known_;
    std::map<std::string_view, Named> named_;  // by code
    std::uint32_t countries_ = 0;
};

}  // namespace

std::vector<std::optional<PlaceMeant>> places_in_context(const Document& doc, const Lexicon& lexicon) {
    return Places(doc, lexicon).read();
}

}  // namespace lede::entities
