// Every type of a result. Read this file first.
//
// A Document owns the text of one article and plain vectors of plain structs. Everything refers to everything
// else by index into those vectors (`none` where there is nothing), and to the text by Span. The names are
// those of the result contract (schema.json says it formally): the functions of writers.h turn them into JSON
// and other formats, and convert offsets there and nowhere else.
//
// Invariants that every stage keeps, and tests/unit/invariants.h checks:
//   - a span lies inside the text, begins before it ends, and both ends stand on boundaries of UTF-8
//     characters, never between a base character and its combining marks;
//   - tokens are in text order and do not overlap; each belongs to exactly one sentence, each sentence to one
//     block;
//   - the same text and options give the same Document on every platform.
//
// A Document shares nothing with another one or with the engine. It can be moved, not copied; threads may
// read the same one at the same time.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_pool.h"

namespace lede {

/// An index into one of the vectors of a Document.
using Index = std::uint32_t;
/// The index of nothing.
inline constexpr Index none = std::numeric_limits<Index>::max();

/// A stretch [begin, end) of the article, in UTF-8 bytes from its start.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr std::uint32_t size() const { return end - begin; }
    constexpr bool empty() const { return begin >= end; }
    constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend constexpr auto operator<=>(Span, Span) = default;
};

/// Tokens [begin, end), by index.
struct TokenRange {
    Index begin = 0;
    Index end = 0;

    constexpr std::uint32_t size() const { return end - begin; }
    constexpr bool empty() const { return begin >= end; }
    constexpr bool contains(Index token) const { return begin <= token && token < end; }
    friend constexpr auto operator<=>(TokenRange, TokenRange) = default;
};

/// A day of the proleptic Gregorian calendar.
struct Date {
    std::int16_t year = 0;   ///< 1 to 9999
    std::uint8_t month = 0;  ///< 1 to 12
    std::uint8_t day = 0;    ///< 1 to 31

    friend constexpr auto operator<=>(Date, Date) = default;
};

// --- structure: the parts of a pasted article ----------------------------------------------------------

/// What a part of an article is.
enum class BlockKind : std::uint8_t { headline, standfirst, byline, dateline, caption, subhead, paragraph };

/// A stretch of text between blank lines (or a line by itself), without surrounding white space.
struct Block {
    Span span;
    BlockKind kind = BlockKind::paragraph;
    bool doubtful = false;  ///< may be no part of the article after all: no answers and no summary of it
};

/// What a text is written in: English, or anything else.
enum class Language : std::uint8_t { english, undetermined };

/// Who told the publication date: the caller, the dateline, or another place in the text.
enum class PublishedFrom : std::uint8_t { given, dateline, text };

/// The day to which "Thursday" and "last year" refer.
struct Published {
    Date value;
    PublishedFrom from = PublishedFrom::given;
};

/// A sentence, or what stands in the place of one, such as a headline.
struct Sentence {
    Span span;           ///< from its first token to its last, closing quotation marks included
    TokenRange tokens;   ///< never empty
    Index block = none;  ///< in `blocks`
};

// --- tokens --------------------------------------------------------------------------------------------

// clang-format off
/// Universal part-of-speech tags (universaldependencies.org/u/pos).
#define LEDE_UPOS(ROW)                                                                                              \
    ROW(ADJ) ROW(ADP) ROW(ADV) ROW(AUX) ROW(CCONJ) ROW(DET) ROW(INTJ) ROW(NOUN) ROW(NUM) ROW(PART) ROW(PRON)        \
    ROW(PROPN) ROW(PUNCT) ROW(SCONJ) ROW(SYM) ROW(VERB) ROW(X)

/// Penn Treebank tags as used by UD English. The second column is how a tag is written.
#define LEDE_XPOS(X)                                                                                               \
    X(ADD, "ADD") X(AFX, "AFX") X(CC, "CC") X(CD, "CD") X(DT, "DT") X(EX, "EX") X(FW, "FW") X(GW, "GW")            \
    X(HYPH, "HYPH") X(IN, "IN") X(JJ, "JJ") X(JJR, "JJR") X(JJS, "JJS") X(LRB, "-LRB-") X(LS, "LS") X(MD, "MD")    \
    X(NFP, "NFP") X(NN, "NN") X(NNP, "NNP") X(NNPS, "NNPS") X(NNS, "NNS") X(PDT, "PDT") X(POS, "POS")              \
    X(PRP, "PRP") X(PRPS, "PRP$") X(RB, "RB") X(RBR, "RBR") X(RBS, "RBS") X(RP, "RP") X(RRB, "-RRB-")              \
    X(SYM, "SYM") X(TO, "TO") X(UH, "UH") X(VB, "VB") X(VBD, "VBD") X(VBG, "VBG") X(VBN, "VBN") X(VBP, "VBP")      \
    X(VBZ, "VBZ") X(WDT, "WDT") X(WP, "WP") X(WPS, "WP$") X(WRB, "WRB") X(XX, "XX") X(COMMA, ",") X(COLON, ":")    \
    X(PERIOD, ".") X(OPEN_QUOTE, "``") X(CLOSE_QUOTE, "''") X(DOLLAR, "$") X(HASH, "#")

/// Dependency relations of UD English (universaldependencies.org/en/dep). The second column is how one is written.
#define LEDE_DEPREL(X)                                                                                             \
    X(root, "root") X(acl, "acl") X(acl_relcl, "acl:relcl") X(advcl, "advcl") X(advcl_relcl, "advcl:relcl")        \
    X(advmod, "advmod") X(amod, "amod") X(appos, "appos") X(aux, "aux") X(aux_pass, "aux:pass") X(case_, "case")   \
    X(cc, "cc") X(cc_preconj, "cc:preconj") X(ccomp, "ccomp") X(compound, "compound")                              \
    X(compound_prt, "compound:prt") X(conj, "conj") X(cop, "cop") X(csubj, "csubj")                                \
    X(csubj_outer, "csubj:outer") X(csubj_pass, "csubj:pass") X(dep, "dep") X(det, "det")                          \
    X(det_predet, "det:predet") X(discourse, "discourse") X(dislocated, "dislocated") X(expl, "expl")              \
    X(fixed, "fixed") X(flat, "flat") X(flat_foreign, "flat:foreign") X(goeswith, "goeswith") X(iobj, "iobj")      \
    X(list, "list") X(mark, "mark") X(nmod, "nmod") X(nmod_desc, "nmod:desc") X(nmod_poss, "nmod:poss")            \
    X(nmod_unmarked, "nmod:unmarked") X(nsubj, "nsubj") X(nsubj_outer, "nsubj:outer") X(nsubj_pass, "nsubj:pass")  \
    X(nummod, "nummod") X(obj, "obj") X(obl, "obl") X(obl_agent, "obl:agent") X(obl_unmarked, "obl:unmarked")      \
    X(orphan, "orphan") X(parataxis, "parataxis") X(punct, "punct") X(reparandum, "reparandum")                    \
    X(vocative, "vocative") X(xcomp, "xcomp")

#define LEDE_ENUM_NAME(name, ...) name,
enum class Upos : std::uint8_t { LEDE_UPOS(LEDE_ENUM_NAME) };
enum class Xpos : std::uint8_t { LEDE_XPOS(LEDE_ENUM_NAME) };
enum class Deprel : std::uint8_t { LEDE_DEPREL(LEDE_ENUM_NAME) };
#undef LEDE_ENUM_NAME
// clang-format on

/// One row a token, one vector a column, since every stage walks the tokens and reads a few columns of them.
/// text/ fills span, lower and sentence; syntax/ the rest. Where the language is undetermined, the others are
/// empty.
struct Tokens {
    std::vector<Span> span;
    std::vector<Index>
        lower;  ///< the form in lower case, quotation marks and apostrophes made straight: in `words`
    std::vector<Index> sentence;  ///< in `sentences`
    std::vector<Upos> upos;
    std::vector<Xpos> xpos;
    std::vector<Index> lemma;  ///< in `words`
    std::vector<Index>
        feats;  ///< morphological features as UD writes them ("Number=Sing", "" for none): in `words`
    std::vector<Index>
        head;  ///< a token of the same sentence; `none` at the root, of which each sentence has one
    std::vector<Deprel> deprel;

    // What a token is part of, each filled by the stage that finds it; `none` where it is part of none.
    std::vector<Index> time;         ///< in `times`
    std::vector<Index> quantity;     ///< in `quantities`
    std::vector<Index> proposition;  ///< in `propositions`, of which it is the trigger
    std::vector<Index> quote;        ///< in `quotes`; of those within each other the inner one
    std::vector<Index> mention;      ///< in `mentions`, of which it is the head; the shortest of several

    Index size() const { return static_cast<Index>(span.size()); }
};

// --- entities ------------------------------------------------------------------------------------------

/// A proper name, a phrase around a common noun, or a pronoun.
enum class MentionKind : std::uint8_t { name, nominal, pronoun };

/// The OntoNotes inventory of names; `untyped` is what no name of it stands for: "the report … it".
enum class EntityType : std::uint8_t {
    PERSON,
    NORP,
    FAC,
    ORG,
    GPE,
    LOC,
    PRODUCT,
    EVENT,
    WORK_OF_ART,
    LAW,
    untyped
};

/// A name, common-noun phrase or pronoun that refers to an entity. In text order, longer first at the same
/// begin.
struct Mention {
    Span span;  ///< a name's span has no leading "the", no title ("President"), no trailing "'s"
    Span head;  ///< the syntactic head inside the span
    TokenRange tokens;
    Index sentence = none;  ///< in `sentences`
    MentionKind kind = MentionKind::name;
    EntityType type = EntityType::PERSON;
    Index entity = none;  ///< in `entities`; set for every mention by entities/
    float score = 0;      ///< 0 to 1
};

/// What kind of thing a Link describes.
enum class LinkKind : std::uint8_t { unknown, country, region, city, organisation, person };

/// What an entity is in the world, where a free source says so.
struct Link {
    LinkKind kind = LinkKind::unknown;
    std::string iso;  ///< ISO 3166-1 alpha-2 of the country it is or lies in; "" where unknown
    std::optional<double> latitude, longitude;  ///< degrees
    std::string wikidata;                       ///< "Q…"; "" where unknown
};

/// Which pronoun refers to an entity: he, she, it or they.
enum class Gender : std::uint8_t { unknown, female, male, neuter, plural };

/// One thing in the world. In order of prominence.
struct Entity {
    EntityType type = EntityType::PERSON;
    std::string name;             ///< the best full name in the article
    std::vector<Index> mentions;  ///< in `mentions`, in text order
    std::vector<std::string>
        aliases;  ///< other names and nominals used for it, each once, in order of first use
    std::vector<std::string> titles;  ///< "President", "alliance chief", as the article writes them
    Gender gender = Gender::unknown;  ///< of reference, where title, given name or pronoun show it
    float salience = 0;               ///< share of the article's attention; all entities sum to 1
    std::vector<Index> members;  ///< of a group whose members the article names: in `entities`, each once
    Link link;
};

// --- times and quantities ------------------------------------------------------------------------------

/// TIMEX3 types.
enum class TimeType : std::uint8_t { date, time, duration, set };

/// A temporal expression by TIMEX3 (ISO-TimeML, timeml.org).
struct Time {
    Span span;
    TokenRange tokens;
    TimeType type = TimeType::date;
    std::string value;  ///< "2017-05-25", "PT2H", "XXXX-WXX-4" for a weekday with nothing to anchor it
    std::string mod;    ///< TIMEX3 mod ("APPROX", "START", "MORE_THAN", …); "" for none
    std::optional<Date> begin, end;  ///< first and last calendar day, where known
};

/// What a number counts or measures.
enum class QuantityKind : std::uint8_t { cardinal, ordinal, money, percent, measure, age };

/// A number with its unit, or a range of two.
struct Quantity {
    Span span;
    TokenRange tokens;
    QuantityKind kind = QuantityKind::cardinal;
    double value = 0;
    std::optional<double> upper;  ///< the upper end of a range, `value` being the lower
    std::string unit;  ///< ISO 4217 for money; English singular for measures; "X per Y"; "" for bare counts
    std::string modifier;    ///< "more than", "at least", "about", …; "" for none
    std::optional<Span> of;  ///< what is counted
};

// --- propositions --------------------------------------------------------------------------------------

/// Whether something is said or denied.
enum class Polarity : std::uint8_t { positive, negative };
/// Whether what is told has happened, by the words of the article. `alleged`: somebody is charged with it,
/// accused or suspected of it. Never told as a deed.
enum class Modality : std::uint8_t { asserted, planned, possible, conditional, requested, denied, alleged };

/// What fills a role of a predicate.
struct Argument {
    TokenRange tokens;  ///< the noun phrase, with what is joined to it, or the clause
    Index head = none;  ///< a token: the syntactic head of the phrase
};

/// What one predicate says: who does what to whom. Roles after PropBank: agent is ARG0; patient ARG1 or,
/// where a verb has none, ARG2.
struct Proposition {
    Index trigger = none;   ///< a token: a verb, a noun that tells an event, or a predicative adjective
    Index particle = none;  ///< a token: "gave *up*"
    std::optional<Argument> agent, patient, recipient, instrument, place, purpose, cause, manner;
    Index time = none;  ///< in `times`
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
};

/// How a clause or phrase bears on the predicate that it belongs to.
enum class ClauseRelation : std::uint8_t {
    nothing,
    reason,
    result,
    purpose,
    means,
    condition,
    concession,
    time
};

/// What links two clauses, or a clause and a noun that tells an event: "closed *because* it snowed".
struct ClauseLink {
    Index governor = none;   ///< a token: the head of the main clause ("closed")
    Index dependent = none;  ///< a token: the head of what bears on it ("snowed")
    /// reason, purpose: the dependent says why; result: the governor is why the dependent is so; means: the
    /// dependent says how.
    ClauseRelation kind = ClauseRelation::nothing;
    TokenRange signal;  ///< the words that say so, "because", "in response to"; empty where none do
    float score = 0;    ///< 0 to 1
};

// --- quotations, attitudes -----------------------------------------------------------------------------

/// In quotation marks, without them, or some of the words in them.
enum class QuoteForm : std::uint8_t { direct, indirect, mixed };
/// How an article names a source: by name, by an office ("the mayor"), not at all ("officials"), or as
/// something written ("the report").
enum class Sourcing : std::uint8_t { named, role, anonymous, document, unknown };

/// What somebody said or wrote, by the article.
struct Quote {
    QuoteForm form = QuoteForm::direct;
    std::vector<Span> content;  ///< the words attributed, without quotation marks; in text order, never empty
    std::optional<Span> cue;    ///< "said", "according to"
    std::optional<Span> speaker;    ///< the source as written here: "He", "one senior diplomat"
    Index entity = none;            ///< whom the speaker is, in `entities`
    std::optional<Span> addressee;  ///< "told reporters"
    Sourcing sourcing = Sourcing::unknown;
    Index sentence = none;  ///< of the first content span
    float score = 0;
};

/// One speaker of an article: an entity, or a source that is none ("diplomatic sources").
struct Voice {
    Index entity = none;  ///< in `entities`
    Span speaker;         ///< as written where the source speaks first
    Sourcing kind = Sourcing::unknown;
    std::vector<Index> quotes;  ///< in `quotes`, in text order
    std::uint32_t words =
        0;             ///< attributed to the source; words that it reports of others count for the others
    double share = 0;  ///< of all attributed words, 0 to 1
};

/// Whom an article lets speak: its quotations summed up by source.
struct Voices {
    std::vector<Voice> speakers;            ///< most words first
    std::array<std::uint32_t, 5> counts{};  ///< quotations by Sourcing
    std::uint32_t words = 0;                ///< attributed to anybody, each word once
    double share = 0;                       ///< of the words of the article, 0 to 1
    /// Quotations that one source without a name vouches for alone: "one senior diplomat" in a sentence that
    /// cites nobody else, and whom nobody else of the article can be.
    std::vector<Index> single_unnamed;
};

/// What an Attitude is about: what is so, or what is to be.
enum class AttitudeKind : std::uint8_t { belief, intention };

/// What somebody believes, or wants, hopes and plans, by the article or by whoever it quotes. No speech.
struct Attitude {
    AttitudeKind kind = AttitudeKind::belief;
    std::vector<Span> content;   ///< the clause believed or meant; in text order, never empty
    Span cue;                    ///< "believes", "hopeful"
    std::optional<Span> holder;  ///< as written here; nothing where it is not told: "is expected to"
    Index entity = none;         ///< whom the holder is, in `entities`
    Polarity polarity = Polarity::positive;  ///< negative: "does not believe", "doubts"
    float score = 0;
};

// --- events, relations, causes -------------------------------------------------------------------------

/// PLOVER event types (Open Event Data Alliance); `other` where none fits.
enum class EventClass : std::uint8_t {
    other,
    AGREE,
    CONSULT,
    SUPPORT,
    CONCEDE,
    COOPERATE,
    AID,
    RETREAT,
    REQUEST,
    ACCUSE,
    REJECT,
    THREATEN,
    PROTEST,
    SANCTION,
    MOBILIZE,
    COERCE,
    ASSAULT
};

/// Who or what takes part in an event.
struct Participant {
    Span span;
    Index entity = none;  ///< in `entities`
};

/// A proposition that is news: somebody did something, or something happened. In text order.
struct Event {
    Span trigger;                         ///< the word that tells it: "resigned", "protest"
    Index trigger_token = none;           ///< in `tokens`
    std::string lemma;                    ///< of the trigger
    EventClass type = EventClass::other;  ///< written as "class"
    std::string code;                     ///< a finer code of the class; "" for none
    std::optional<Participant> agent, patient, place;
    Index time = none;  ///< in `times`
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
    Index quote = none;     ///< in `quotes`: who says so; `none` where the article itself does
    Index sentence = none;  ///< in `sentences`
    float score = 0;        ///< how sure it is that this is an event and these take part, 0 to 1
    float weight = 0;       ///< how much the story is about it, 0 to 1
    Index same = none;  ///< in `events`: the first mention of the same event, itself where it is the first
};

/// How two entities are related, or what one thinks of the other.
enum class Predicate : std::uint8_t {
    position_held,
    member_of,
    part_of,
    located_in,
    subsidiary_of,
    spouse,
    relative,
    founded_by,
    age,
    nationality,
    supports,
    opposes,
    urges,
    denies,
    praises,
    criticises,
    accuses,
    threatens,
    agrees_with
};

/// What a stance is about: one of the three.
struct StanceTarget {
    Index event = none;   ///< in `events`
    Index entity = none;  ///< in `entities`
    Span span;            ///< the words, where they are neither
};

/// A fact about two entities, or the stance of one towards an entity or an event, with its evidence.
struct Relation {
    Index subject = none;  ///< in `entities`
    Predicate predicate = Predicate::position_held;
    Index object = none;                 ///< in `entities`; of facts alone
    std::optional<StanceTarget> target;  ///< of stances alone
    Span text;                           ///< the words that say it
    Span evidence;                       ///< the clause around them
    float score = 0;
};

/// Whether something comes of something else, or is done for it.
enum class CauseKind : std::uint8_t { cause, purpose };

/// Why something is so or is done; of a purpose the goal stands in `cause`. The two sides never overlap.
struct Cause {
    CauseKind kind = CauseKind::cause;
    Span cause, effect;
    std::optional<Span> signal;  ///< "because", "led to"
    float score = 0;
};

// --- the brief -----------------------------------------------------------------------------------------

/// One answer to one of the questions of a Brief: a phrase of the article.
struct Answer {
    Span span;
    float score = 0;
    Index entity = none;  ///< in `entities`: whom or what it names
};

/// The five Ws and the H, each with its answers ranked best first.
struct Brief {
    std::vector<Answer> who, what, when, where, why, how;
};

/// A phrase that says what the article is about. Highest score first.
struct Keyphrase {
    Span span;  ///< its first place in the text
    float score = 0;
};

/// What a Check asks about.
enum class CheckKind : std::uint8_t {
    conflicting_numbers,
    conflicting_dates,
    undefined_acronym,
    anonymous_source,
    single_source,
    unresolved_reference,
    hedged_claim,
    unattributed_claim,
    weekday_without_date,
    not_english,
    truncated_quote,
    not_an_article
};

/// What a text is by its looks.
enum class Form : std::uint8_t { article, list, table, chat, code, poem, fragment };

/// A question that a careful editor would ask.
struct Check {
    CheckKind kind = CheckKind::conflicting_numbers;
    std::string message;        ///< for a person, in English
    std::vector<Span> spans;    ///< what it is about
    Form form = Form::article;  ///< of not_an_article: what the text is instead
};

// --- the whole -----------------------------------------------------------------------------------------

/// The result for one article. Layers that need English are empty where the language is undetermined.
struct Document {
    std::string text;  ///< exactly as given
    WordPool words;    ///< lower-case forms, lemmas, features

    Language language = Language::english;
    std::optional<Published> published;
    std::vector<Block> blocks;  ///< in text order, not overlapping
    std::vector<Span> other;    ///< lines that are no part of the article: no stage after the first sees them
    std::optional<Span> dateline;  ///< "BRUSSELS (Reuters)": a block of its own or the start of a paragraph
    std::vector<Sentence> sentences;
    Tokens tokens;

    std::vector<Mention> mentions;
    std::vector<Entity> entities;
    std::vector<Time> times;
    std::vector<Quantity> quantities;
    std::vector<Proposition> propositions;  ///< verbs first, then nouns, then adjectives, each in text order
    std::vector<ClauseLink> clause_links;   ///< in the order of their sentences
    std::vector<Quote> quotes;
    Voices sourcing;
    std::vector<Attitude> attitudes;
    std::vector<Event> events;
    std::vector<Relation> relations;
    std::vector<Cause> causes;
    Brief brief;
    std::vector<Index> summary;  ///< in `sentences`, in text order
    std::vector<Keyphrase> keyphrases;
    std::vector<Check> checks;

    /// The text under a span. This view and those below are valid until the Document is moved or destroyed.
    std::string_view slice(Span span) const { return std::string_view(text).substr(span.begin, span.size()); }
    /// A token as it stands in the text.
    std::string_view form(Index token) const { return slice(tokens.span[token]); }
    /// The same in lower case, with straight quotation marks and apostrophes.
    std::string_view lower(Index token) const { return words[tokens.lower[token]]; }
    /// Its dictionary form, and its morphological features. Only where the language is English.
    std::string_view lemma(Index token) const { return words[tokens.lemma[token]]; }
    std::string_view feats(Index token) const { return words[tokens.feats[token]]; }
    /// The tokens that a span overlaps; an empty range where it lies between two.
    TokenRange tokens_in(Span span) const {
        const auto first = std::lower_bound(tokens.span.begin(), tokens.span.end(), span.begin,
                                            [](Span token, std::uint32_t at) { return token.end <= at; });
        auto last = first;
        while (last != tokens.span.end() && last->begin < span.end) ++last;
        return {static_cast<Index>(first - tokens.span.begin()),
                static_cast<Index>(last - tokens.span.begin())};
    }
    /// The last token of a mention's head; `none` where the head lies outside its tokens.
    Index head_token(const Mention& mention) const {
        Index end = mention.tokens.end;
        while (end > mention.tokens.begin && tokens.span[end - 1].begin >= mention.head.end) --end;
        return end > mention.tokens.begin ? end - 1 : none;
    }
    /// From the first token of a range to its last. The range must not be empty.
    Span span_of(TokenRange range) const {
        return {tokens.span[range.begin].begin, tokens.span[range.end - 1].end};
    }
};

}  // namespace lede
