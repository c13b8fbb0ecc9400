#include "writers.h"

#include <array>

namespace lede {

namespace {

template <class Enum, std::size_t n>
std::string_view at(const std::array<std::string_view, n>& names, Enum value) {
    const auto number = static_cast<std::size_t>(value);
    return number < n ? names[number] : std::string_view();
}

using Name = std::string_view;

}  // namespace

std::string_view name_of(Language value) {
    static constexpr std::array names{Name("en"), Name("und")};
    return at(names, value);
}

std::string_view name_of(PublishedFrom value) {
    static constexpr std::array names{Name("given"), Name("dateline"), Name("text")};
    return at(names, value);
}

std::string_view name_of(Upos value) {
#define LEDE_WRITTEN(name) Name(#name),
    static constexpr std::array names{LEDE_UPOS(LEDE_WRITTEN)};
#undef LEDE_WRITTEN
    return at(names, value);
}

#define LEDE_WRITTEN(name, written) Name(written),
std::string_view name_of(Xpos value) {
    static constexpr std::array names{LEDE_XPOS(LEDE_WRITTEN)};
    return at(names, value);
}

std::string_view name_of(Deprel value) {
    static constexpr std::array names{LEDE_DEPREL(LEDE_WRITTEN)};
    return at(names, value);
}
#undef LEDE_WRITTEN

std::string_view name_of(MentionKind value) {
    static constexpr std::array names{Name("name"), Name("nominal"), Name("pronoun")};
    return at(names, value);
}

std::string_view name_of(EntityType value) {
    static constexpr std::array names{Name("PERSON"),      Name("NORP"), Name("FAC"),     Name("ORG"),
                                      Name("GPE"),         Name("LOC"),  Name("PRODUCT"), Name("EVENT"),
                                      Name("WORK_OF_ART"), Name("LAW"),  Name("")};
    return at(names, value);
}

std::string_view name_of(Gender value) {
    static constexpr std::array names{Name(""), Name("female"), Name("male"), Name("neuter"), Name("plural")};
    return at(names, value);
}

std::string_view name_of(LinkKind value) {
    static constexpr std::array names{Name(""),     Name("country"),      Name("region"),
                                      Name("city"), Name("organisation"), Name("person")};
    return at(names, value);
}

std::string_view name_of(TimeType value) {
    static constexpr std::array names{Name("DATE"), Name("TIME"), Name("DURATION"), Name("SET")};
    return at(names, value);
}

std::string_view name_of(QuantityKind value) {
    static constexpr std::array names{Name("cardinal"), Name("ordinal"), Name("money"),
                                      Name("percent"),  Name("measure"), Name("age")};
    return at(names, value);
}

std::string_view name_of(QuoteForm value) {
    static constexpr std::array names{Name("direct"), Name("indirect"), Name("mixed")};
    return at(names, value);
}

std::string_view name_of(Sourcing value) {
    static constexpr std::array names{Name("named"), Name("role"), Name("anonymous"), Name("document"),
                                      Name("unknown")};
    return at(names, value);
}

std::string_view name_of(AttitudeKind value) {
    static constexpr std::array names{Name("belief"), Name("intention")};
    return at(names, value);
}

std::string_view name_of(EventClass value) {
    static constexpr std::array names{Name(""),        Name("AGREE"),     Name("CONSULT"),  Name("SUPPORT"),
                                      Name("CONCEDE"), Name("COOPERATE"), Name("AID"),      Name("RETREAT"),
                                      Name("REQUEST"), Name("ACCUSE"),    Name("REJECT"),   Name("THREATEN"),
                                      Name("PROTEST"), Name("SANCTION"),  Name("MOBILIZE"), Name("COERCE"),
                                      Name("ASSAULT")};
    return at(names, value);
}

std::string_view name_of(CauseKind value) { return value == CauseKind::cause ? "cause" : "purpose"; }

std::string_view name_of(Polarity value) {
    static constexpr std::array names{Name("positive"), Name("negative")};
    return at(names, value);
}

std::string_view name_of(Modality value) {
    static constexpr std::array names{Name("asserted"),    Name("planned"),   Name("possible"),
                                      Name("conditional"), Name("requested"), Name("denied"),
                                      Name("alleged")};
    return at(names, value);
}

std::string_view name_of(Predicate value) {
    static constexpr std::array names{
        Name("position_held"), Name("member_of"),   Name("part_of"),    Name("located_in"),
        Name("subsidiary_of"), Name("spouse"),      Name("relative"),   Name("founded_by"),
        Name("age"),           Name("nationality"), Name("supports"),   Name("opposes"),
        Name("urges"),         Name("denies"),      Name("praises"),    Name("criticises"),
        Name("accuses"),       Name("threatens"),   Name("agrees_with")};
    return at(names, value);
}

std::string_view name_of(CheckKind value) {
    static constexpr std::array names{
        Name("conflicting_numbers"), Name("conflicting_dates"),  Name("undefined_acronym"),
        Name("anonymous_source"),    Name("single_source"),      Name("unresolved_reference"),
        Name("hedged_claim"),        Name("unattributed_claim"), Name("weekday_without_date"),
        Name("not_english"),         Name("truncated_quote"),    Name("not_an_article")};
    return at(names, value);
}

std::string_view name_of(Form value) {
    static constexpr std::array names{Name("article"), Name("list"), Name("table"),   Name("chat"),
                                      Name("code"),    Name("poem"), Name("fragment")};
    return at(names, value);
}

std::string_view name_of(OffsetUnit value) {
    static constexpr std::array names{Name("utf16"), Name("codepoint"), Name("utf8")};
    return at(names, value);
}

}  // namespace lede
