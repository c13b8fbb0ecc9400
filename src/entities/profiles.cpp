#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "entities/entities.h"
#include "entities/places_in_context.h"
#include "names/lexicon.h"
#include "names/shape.h"

namespace lede {

using namespace entities;

namespace {

// Reads the decimal numbers of the gazetteer: "-12.34". Division by a power of ten gives the nearest double.
std::optional<double> degrees(std::string_view text) {
    if (text.empty()) return std::nullopt;
    double value = 0, scale = 1;
    bool fraction = false;
    for (char c : text) {
        if (c == '.') fraction = true;
        if (c < '0' || c > '9') continue;
        value = value * 10 + (c - '0');
        if (fraction) scale *= 10;
    }
    return (text.front() == '-' ? -value : value) / scale;
}

std::string on_one_line(std::string_view text) {
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded c = decode(text, at);
        if (is_space(c.code)) {
            space = space || (!out.empty() && !is_invisible(c.code));
        } else if (!is_invisible(c.code)) {
            if (space) out += ' ';
            space = false;
            out.append(text.substr(at, c.size));
        }
        at += c.size;
    }
    return out;
}

// What a thing is called: a long phrase without what follows its noun.
// "the agency's" is called "the agency".
Span called(const Document& doc, const Mention& mention) {
    constexpr Index long_phrase = 8;  // tokens
    if (mention.kind != MentionKind::nominal) return mention.span;
    if (mention.tokens.size() > long_phrase) return {mention.span.begin, mention.head.end};
    const Index last = mention.tokens.end - 1;
    const bool owner = last > mention.tokens.begin && doc.tokens.xpos[last] == Xpos::POS;
    return owner ? Span{mention.span.begin, doc.tokens.span[last - 1].end} : mention.span;
}

constexpr std::size_t most_aliases = 24;
constexpr std::size_t longest_alias = 200;  // bytes

void add_once(std::vector<std::string>& list, std::string_view text) {
    if (text.size() > longest_alias || list.size() >= most_aliases) return;
    std::string line = on_one_line(text);
    if (std::find(list.begin(), list.end(), line) == list.end()) list.push_back(std::move(line));
}

// How well a name tells what the thing is: as the gazetteer has it, complete, not shouted.
// known by it.
std::uint32_t completeness(const Document& doc, const Mention& mention, const Entity& entity,
                           std::string_view usual) {
    const std::string_view form = doc.slice(mention.span);
    if (form.size() > longest_alias) return 1;
    if (entity.type != EntityType::PERSON && form == usual) return 100;
    const bool shouted =
        is_all_capitals(form) && (entity.type == EntityType::PERSON || mention.tokens.size() > 1);
    std::uint32_t value = 10;
    if (entity.type == EntityType::PERSON)
        value += 4 * std::min<Index>(mention.tokens.size(), 4);
    else if (mention.tokens.size() > 1 || is_all_capitals(form))
        value += 3;
    return shouted ? value / 2 : value;
}

class Profiler {
  public:
    Profiler(Document& doc, const Lexicon& lexicon, const Groups& groups)
        : doc_(doc), lexicon_(lexicon), groups_(groups) {}

    void make() {
        sort_mentions();
        mark_heads();
        order();
        const auto places = places_in_context(doc_, lexicon_);
        for (Index e = 0; e < doc_.entities.size(); ++e) {
            describe(doc_.entities[e]);
            if (places[e]) link_place(doc_.entities[e].link, *places[e]);
        }
    }

  private:
    // Frequency, an early place, the headline. In whole numbers, so that the sum is exact.
    std::uint64_t weight_of(const Mention& mention) const {
        std::uint64_t weight = mention.kind == MentionKind::name      ? 6
                               : mention.kind == MentionKind::nominal ? 3
                                                                      : 2;
        const Sentence& sentence = doc_.sentences[mention.sentence];
        if (sentence.block < doc_.blocks.size() && doc_.blocks[sentence.block].kind == BlockKind::headline)
            weight *= 3;
        else if (mention.sentence < 3)
            weight *= 2;
        if (mention.type == EntityType::NORP || mention.type == EntityType::untyped)
            weight = (weight + 1) / 2;
        return weight;
    }

    void sort_mentions() {
        std::vector<Index> order(doc_.mentions.size());
        std::iota(order.begin(), order.end(), Index{0});
        std::stable_sort(order.begin(), order.end(), [&](Index one, Index other) {
            const Span a = doc_.mentions[one].span, b = doc_.mentions[other].span;
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        std::vector<Mention> mentions;
        mentions.reserve(order.size());
        for (const Index m : order) {
            mentions.push_back(doc_.mentions[m]);
            group_of_.push_back(groups_.of_mention[m]);
        }
        doc_.mentions = std::move(mentions);
    }

    // "Ann Lee and Bob Roe" as a whole has no head of its own: a word of a name tells of who bears it.
    void mark_heads() {
        doc_.tokens.mention.assign(doc_.tokens.size(), none);
        std::vector<bool> of_name(doc_.tokens.size(), false);
        for (const Mention& mention : doc_.mentions)
            if (mention.kind == MentionKind::name)
                std::fill(of_name.begin() + mention.tokens.begin, of_name.begin() + mention.tokens.end, true);
        for (Index number = 0; number < doc_.mentions.size(); ++number) {
            const Index head = doc_.head_token(doc_.mentions[number]);
            if (head != none && (doc_.mentions[number].kind == MentionKind::name || !of_name[head]))
                doc_.tokens.mention[head] = number;
        }
    }

    void order() {
        std::vector<std::uint64_t> weight(groups_.list.size(), 0);
        std::vector<Index> first(groups_.list.size(), none);
        std::uint64_t total = 0;
        for (Index m = 0; m < doc_.mentions.size(); ++m) {
            const Mention& mention = doc_.mentions[m];
            const std::uint64_t add = weight_of(mention);
            weight[group_of_[m]] += add;
            total += add;
            first[group_of_[m]] = std::min(first[group_of_[m]], m);
        }
        std::vector<Index> ranked;
        for (Index g = 0; g < groups_.list.size(); ++g)
            if (first[g] != none) ranked.push_back(g);
        std::sort(ranked.begin(), ranked.end(), [&](Index a, Index b) {
            return weight[a] != weight[b] ? weight[a] > weight[b] : first[a] < first[b];
        });
        std::vector<Index> number(groups_.list.size(), none);
        for (Index group : ranked) {
            number[group] = static_cast<Index>(doc_.entities.size());
            Entity entity;
            entity.type = groups_.list[group].type;
            entity.gender = groups_.list[group].plural ? Gender::plural : groups_.list[group].gender;
            if (entity.gender == Gender::unknown && entity.type != EntityType::PERSON &&
                entity.type != EntityType::NORP)
                entity.gender = Gender::neuter;
            entity.salience =
                static_cast<float>(static_cast<double>(weight[group]) / static_cast<double>(total));
            for (Span title : groups_.list[group].titles) add_once(entity.titles, doc_.slice(title));
            doc_.entities.push_back(std::move(entity));
        }
        for (const Index group : ranked)
            for (const Index member : groups_.list[group].members)
                doc_.entities[number[group]].members.push_back(number[member]);
        for (Index m = 0; m < doc_.mentions.size(); ++m) {
            Mention& mention = doc_.mentions[m];
            mention.entity = number[group_of_[m]];
            Entity& entity = doc_.entities[mention.entity];
            entity.mentions.push_back(m);
            if (mention.kind != MentionKind::name) mention.type = entity.type;
        }
    }

    void describe(Entity& entity) const {
        const Mention* best = nullptr;
        std::uint32_t best_value = 0;
        for (Index m : entity.mentions) {
            const Mention& mention = doc_.mentions[m];
            if (mention.kind == MentionKind::pronoun && best) continue;
            std::uint32_t value = mention.kind == MentionKind::name
                                      ? completeness(doc_, mention, entity, usual_name(entity, mention))
                                  : mention.kind == MentionKind::nominal ? 2
                                                                         : 1;
            if (value > best_value) {
                best_value = value;
                best = &mention;
            }
        }
        const Span name = called(doc_, *best);
        entity.name = on_one_line(doc_.slice(name).substr(0, longest_name(name)));
        for (Index m : entity.mentions) {
            const Mention& mention = doc_.mentions[m];
            if (mention.kind == MentionKind::pronoun) continue;
            add_once(entity.aliases, doc_.slice(called(doc_, mention)));
        }
        entity.aliases.erase(std::remove(entity.aliases.begin(), entity.aliases.end(), entity.name),
                             entity.aliases.end());
        for (Index m : entity.mentions) {
            if (entity.link.kind != LinkKind::unknown) break;
            if (doc_.mentions[m].kind == MentionKind::name) link(entity, doc_.mentions[m]);
        }
    }

    std::string_view usual_name(const Entity& entity, const Mention& mention) const {
        const std::string_view form = doc_.slice(mention.span);
        if (form.size() > longest_alias) return "";
        const std::string text = fold(form);
        if (entity.type == EntityType::ORG)
            return field(find_organisation(lexicon_, text, form).value_or(""), 1);
        if (entity.type == EntityType::GPE) return field(find_place(lexicon_, text, form).value_or(""), 0);
        return "";
    }

    std::size_t longest_name(Span span) const {
        constexpr std::uint32_t longest = 300;  // bytes; a word of a million letters is no name to show
        if (span.size() <= longest) return span.size();
        std::uint32_t end = span.begin + longest;
        while (end > span.begin + 1 && (static_cast<unsigned char>(doc_.text[end]) & 0xC0) == 0x80) --end;
        return end - span.begin;
    }

    static void link_place(Link& link, const PlaceMeant& place) {
        link.kind = place.kind == "country" ? LinkKind::country
                    : place.kind == "city"  ? LinkKind::city
                                            : LinkKind::region;
        link.iso = place.iso;
        link.latitude = degrees(place.latitude);
        link.longitude = degrees(place.longitude);
        link.wikidata = place.wikidata;
    }

    void link(Entity& entity, const Mention& mention) const {
        const std::string_view form = doc_.slice(mention.span);
        if (form.size() > longest_alias) return;
        const std::string text = fold(form);
        if (entity.type == EntityType::ORG) {
            const auto body = find_organisation(lexicon_, text, form);
            if (!body) return;
            entity.link.kind = LinkKind::organisation;
            entity.link.wikidata = field(*body, 3);
        } else if (entity.type == EntityType::NORP) {
            const auto people = lexicon_.demonyms.find(text);
            if (people) entity.link.iso = field(*people, 1);
        }
    }

    Document& doc_;
    const Lexicon& lexicon_;
    const Groups& groups_;
    std::vector<Index> group_of_;  // of the mentions, once they are sorted
};

}  // namespace

void find_entities(Document& doc, const Groups& groups, const Resources& resources) {
    const Lexicon lexicon(resources);
    Profiler(doc, lexicon, groups).make();
}

}  // namespace lede
