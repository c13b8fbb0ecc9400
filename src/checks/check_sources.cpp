// Sources without a name. Analysts, critics, residents and the like need none: what is queried is a person
// who knows something from inside, and a story that rests on officials of whom none is named.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/unicode.h"
#include "checks/check_families.h"
#include "model/word_classes.h"
#include "propositions/subjects.h"
#include "syntax/children.h"
#include "syntax/noun_phrases.h"

namespace lede::checks {

namespace {

class SourceChecker {
  public:
    SourceChecker(Document& doc, const Resources& resources)
        : doc_(doc),
          phrases_(doc),
          persons_(resources.table("person_nouns")),
          reporting_verbs_(resources.table("reporting_verbs")),
          words_(resources.table("check_words")),
          debuts_(find_debuts()),
          named_person_speaks_(std::any_of(doc.sourcing.speakers.begin(), doc.sourcing.speakers.end(),
                                           [&](const Voice& voice) {
                                               return voice.kind == Sourcing::named && voice.entity != none &&
                                                      doc.entities[voice.entity].type == EntityType::PERSON;
                                           })),
          lead_quote_(find_lead_quote()) {}

    void check() {
        for (Index number = 0; number < doc_.quotes.size(); ++number) read(number);
        for (Index token = 0; token < doc_.tokens.size(); ++token)
            if (words_.has("anonymity", doc_.lower(token))) read_anonymity(token);
        for (Check& check : found_) doc_.checks.push_back(std::move(check));
        check_lead();
    }

  private:
    void read(Index number) {
        const Quote& quote = doc_.quotes[number];
        if (quote.sourcing != Sourcing::anonymous || !quote.speaker) return;
        const TokenRange speaker = doc_.tokens_in(*quote.speaker);
        if (speaker.empty() || phrases_.at(speaker.begin) == none || is_reported(number, speaker)) return;
        const BasePhrase& phrase = phrases_[phrases_.at(speaker.begin)];
        if (!is_noun(doc_.tokens.xpos[phrase.head])) return;
        const bool hidden = is_hidden(speaker, phrase);
        if (!hidden && !is_insider(speaker, phrase) && !is_main_source(phrase)) return;
        if (!hidden && is_named_next(speaker, phrase)) return;
        if (number == lead_quote_ && hidden) lead_source_ = quote.speaker;
        if (hidden) read_.insert(doc_.tokens.sentence[phrase.head]);
        const std::vector<Index>& alone = doc_.sourcing.single_unnamed;
        add(*quote.speaker, phrase, std::binary_search(alone.begin(), alone.end(), number));
    }

    // "A U.S. official told the paper, on condition of anonymity, that": where no quotation was found, or the
    // speaker of one is told as if known: "The official …".
    void read_anonymity(Index token) {
        if (!read_.insert(doc_.tokens.sentence[token]).second) return;
        const Index verb = governing_verb(token);
        if (verb == none || !is_speech(verb) || is_in_quotation(verb)) return;
        if (!children_) children_.emplace(doc_);
        const Index source = subject_of(doc_, *children_, verb);
        if (source == none || (doc_.tokens.xpos[source] != Xpos::NN && doc_.tokens.xpos[source] != Xpos::NNS))
            return;
        const Index number = phrases_.at(source);
        if (number == none || phrases_[number].head != source || names_person(phrases_[number].tokens))
            return;
        const std::string_view lemma = doc_.lemma(source);
        if (!persons_.contains(lemma) && !words_.has("insider", lemma) && !words_.has("some_person", lemma) &&
            !words_.has("hidden_source", lemma))
            return;
        add(doc_.span_of(phrases_[number].tokens), phrases_[number], false);
    }

    Index governing_verb(Index token) const {
        constexpr int longest_chain = 6;
        for (int step = 0; step < longest_chain && token != none; ++step) {
            if (doc_.tokens.upos[token] == Upos::VERB) return token;
            token = doc_.tokens.head[token];
        }
        return none;
    }

    // Somebody did say something: not "refused to speak", nor "would not talk".
    bool is_speech(Index verb) const {
        if (!reporting_verbs_.contains(doc_.lemma(verb)) || doc_.tokens.deprel[verb] == Deprel::xcomp)
            return false;
        const Index number = doc_.tokens.proposition[verb];
        return number == none || (doc_.propositions[number].polarity == Polarity::positive &&
                                  doc_.propositions[number].modality == Modality::asserted);
    }

    bool is_in_quotation(Index token) const {
        const Index quote = doc_.tokens.quote[token];
        return quote != none && doc_.quotes[quote].speaker.has_value();
    }

    // What somebody else tells of a source is that person's claim.
    bool is_reported(Index number, TokenRange speaker) const {
        const Index outer = doc_.tokens.quote[speaker.begin];
        return outer != none && outer != number && doc_.quotes[outer].speaker &&
               doc_.quotes[outer].sourcing != Sourcing::document;
    }

    // "A source close to the talks", "people familiar with the matter", "an officer, who asked not to be
    // named".
    bool is_hidden(TokenRange speaker, const BasePhrase& phrase) {
        const std::string_view lemma = doc_.lemma(phrase.head);
        if (words_.has("hidden_source", lemma)) return true;
        constexpr Index reach = 4;
        const Index end = std::min(speaker.end, phrase.tokens.end + reach);
        if (persons_.contains(lemma) || words_.has("some_person", lemma))
            for (Index token = phrase.tokens.end; token < end; ++token)
                if (words_.has("privy", doc_.lower(token))) return true;
        return withholds_name(doc_.tokens.sentence[phrase.head]);
    }

    // "On condition of anonymity", "asked not to be named". Quotations come in text order, so the sentence
    // is most often the one looked at last.
    bool withholds_name(Index number) {
        if (number == last_sentence_) return last_withholds_;
        last_sentence_ = number;
        last_withholds_ = false;
        const TokenRange sentence = doc_.sentences[number].tokens;
        for (Index token = sentence.begin; token < sentence.end && !last_withholds_; ++token)
            last_withholds_ = words_.has("anonymity", doc_.lower(token)) ||
                              (token > sentence.begin + 1 && words_.has("naming", doc_.lower(token)) &&
                               doc_.lower(token - 1) == "be" && doc_.lower(token - 2) == "to");
        return last_withholds_;
    }

    // "One council officer", "three diplomats": told from others of their kind, so each has a name.
    bool is_insider(TokenRange speaker, const BasePhrase& phrase) const {
        if (!words_.has("insider", doc_.lemma(phrase.head)) || names_person(speaker)) return false;
        for (Index token = phrase.tokens.begin; token < phrase.head; ++token)
            if (doc_.lower(token) == "a" || doc_.lower(token) == "an" ||
                words_.has("singled_out", doc_.lower(token)) || is_small_number(token))
                return true;
        return false;
    }

    // "Three diplomats", but not "one million workers".
    bool is_small_number(Index token) const {
        constexpr double few = 10;
        const Index quantity = doc_.tokens.quantity[token];
        return quantity != none && doc_.quantities[quantity].value < few;
    }

    // "Officials say", high up in a story in which no person with a name speaks.
    bool is_main_source(const BasePhrase& phrase) const {
        if (phrase.tokens.begin != phrase.head || !words_.has("insider", doc_.lemma(phrase.head)))
            return false;
        // Among the first sentences of an article: where the main claim stands.
        constexpr std::size_t lead = 3, third = 3;
        const std::size_t place = doc_.tokens.sentence[phrase.head];
        return (place < lead || place * third < doc_.sentences.size()) && !named_person_speaks_;
    }

    bool names_person(TokenRange tokens) const {
        const Span span = doc_.span_of(tokens);
        for (auto at = mention_from(doc_, span.begin); at != doc_.mentions.end() && at->span.begin < span.end;
             ++at)
            if (at->kind == MentionKind::name && at->type == EntityType::PERSON) return true;
        return false;
    }

    // "A top official says …. But Ann Lee, the head of reconstruction, said": an opening of a story leaves
    // the name to the next sentences; it is one that the article has not used before.
    bool is_named_next(TokenRange speaker, const BasePhrase& phrase) const {
        if (doc_.tokens.xpos[phrase.head] == Xpos::NNS) return false;
        constexpr Index reach = 2;
        const Index first = doc_.tokens.sentence[speaker.begin];
        const Index last = std::min<Index>(first + reach, static_cast<Index>(doc_.sentences.size()) - 1);
        const std::uint32_t end = doc_.sentences[last].span.end;
        const std::uint32_t begin = doc_.span_of(speaker).begin;
        auto next = std::lower_bound(debuts_.begin(), debuts_.end(), begin,
                                     [](const Debut& debut, std::uint32_t at) { return debut.name < at; });
        constexpr int most = 8;
        for (int i = 0; i < most && next != debuts_.end() && next->name < end; ++i, ++next)
            if (next->mention >= begin) return true;
        return false;
    }

    // Where the article first mentions a person who speaks, and first by name.
    struct Debut {
        std::uint32_t mention = 0, name = 0;
    };

    std::vector<Debut> find_debuts() const {
        const std::vector<bool> speaks = quoted_entities(doc_);
        std::vector<bool> named(doc_.entities.size(), false);
        std::vector<Debut> debuts;
        for (const Mention& mention : doc_.mentions) {
            if (mention.kind != MentionKind::name || mention.type != EntityType::PERSON ||
                mention.entity == none || !speaks[mention.entity] || named[mention.entity])
                continue;
            named[mention.entity] = true;
            const Index first = doc_.entities[mention.entity].mentions.front();
            debuts.push_back({doc_.mentions[first].span.begin, mention.span.begin});
        }
        return debuts;
    }

    void add(Span speaker, const BasePhrase& phrase, bool rests) {
        constexpr std::size_t most = 6, most_places = 6;
        // "The sources" are those before.
        const std::string kind(doc_.lemma(phrase.head));
        const bool again = doc_.lower(phrase.tokens.begin) == "the" && last_of_kind_.count(kind) != 0;
        const std::string key = again ? last_of_kind_[kind] : fold(doc_.slice(speaker));
        const auto [at, fresh] = numbers_.try_emplace(key, found_.size());
        if (fresh) {
            if (found_.size() == most) {
                numbers_.erase(at);
                return;
            }
            const std::string who = quoted(doc_, speaker);
            const bool many = doc_.tokens.xpos[phrase.head] == Xpos::NNS;
            found_.push_back(
                {CheckKind::anonymous_source,
                 many    ? who + " are not named. Name them, or tell readers why you cannot."
                 : rests ? "The claim rests on " + who + " alone. Name the source, or find a second one."
                         : who + " is not named. Name the source, or tell readers why you cannot.",
                 {}});
        }
        last_of_kind_[kind] = key;
        std::vector<Span>& spans = found_[at->second].spans;
        if (spans.size() < most_places && (spans.empty() || spans.back() != speaker))
            spans.push_back(speaker);
    }

    // The quotation that is the first sentence of the story; `none` where that is no quotation.
    Index find_lead_quote() const {
        const auto first = std::find_if(doc_.blocks.begin(), doc_.blocks.end(),
                                        [](const Block& b) { return b.kind == BlockKind::paragraph; });
        if (first == doc_.blocks.end()) return none;
        for (Index number = 0; number < doc_.quotes.size(); ++number) {
            const Index sentence = doc_.quotes[number].sentence;
            if (doc_.sentences[sentence].span.begin > first->span.begin) break;
            if (doc_.sentences[sentence].span.begin == first->span.begin) return number;
        }
        return none;
    }

    void check_lead() {
        if (!lead_source_) return;
        doc_.checks.push_back({CheckKind::single_source,
                               "The story opens with a claim by " + quoted(doc_, *lead_source_) +
                                   ". Find a second source that confirms it.",
                               {*lead_source_}});
    }

    Document& doc_;
    NounPhrases phrases_;
    std::optional<Children> children_;  // few articles promise anonymity
    Table persons_, reporting_verbs_;
    WordClasses words_;
    std::vector<Check> found_;
    std::unordered_set<Index> read_;  // sentences whose hidden source has been looked for
    std::unordered_map<std::string, std::size_t> numbers_;  // by the folded words for the source
    std::unordered_map<std::string, std::string> last_of_kind_;
    std::vector<Debut> debuts_;  // in text order of the names
    Index last_sentence_ = none;
    bool last_withholds_ = false;
    bool named_person_speaks_;
    Index lead_quote_;
    std::optional<Span> lead_source_;
};

}  // namespace

void check_sources(Document& doc, const Resources& resources) { SourceChecker(doc, resources).check(); }

}  // namespace lede::checks
