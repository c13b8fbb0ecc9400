#include "news_grammar.h"

namespace lede::fuzz {

// {slot} is another slot, {#NAME} a key of the engine's table NAME, {^NAME} the same with capitals, {@NAME} a
// habit that news_writer.cpp spells (numbers, marks, dots). ¶ is a line break, ~ something between words,
// usually a space.
const std::string_view news_grammar = R"(
article: {headline}¶¶{dateline}{paragraphs}
article: {headline}¶{byline}¶{stamp}¶¶{paragraphs}¶¶{caption}¶¶{paragraphs}
article: {paragraphs}
article: {menu}¶{headline}¶{headline}¶{byline} {stamp}¶Share¶Tweet¶{paragraphs}¶Read more: {headline}¶{menu}
article: {list}
article: {interview}
article: {sentence}
paragraphs: {sentence}
paragraphs: {paragraph}¶¶{paragraph}
paragraphs: {paragraph}¶¶{paragraph}¶¶{paragraph}¶¶{paragraph}
paragraphs: {paragraph}¶{paragraph}¶{list}¶{paragraph}
paragraphs: {paragraph}¶¶{subhead}¶¶{paragraph}¶¶{quote_paragraphs}
paragraph: {sentence}
paragraph: {sentence} {sentence}
paragraph: {sentence} {sentence} {sentence} {sentence}
paragraph: {sentence}{sentence}
paragraph: {@many sentence}
quote_paragraphs: {open}{sentence}¶¶{open}{sentence}¶¶{open}{sentence}{close} {person} said.
subhead: {^event_nouns} {#function_words} {place}
headline: {org} {#plover_verbs}s {org} over {#event_nouns}
headline: {^titles} {surname}: '{^thing_nouns} {#function_words} {^event_nouns}'
headline: {place} {#event_nouns}: {@number} {#casualty_words}, {@number} {#casualty_words}
headline: {person} to {#dull_verbs} as {#titles} of {org}
headline: {@shout sentence}
headline: {^plover_verbs} {^source_nouns} {^thing_nouns}?
byline: By {person}
byline: {person}
byline: By {person}, {person} and {person}
byline: {person}, {^titles} in {place} | {#news_agencies}
stamp: {date}
stamp: Published: {clock} BST, {date} | Updated: {clock} BST, {date}
stamp: {@number} hours ago
stamp: {@digits}-{@digits}-{@digits}T{@digits}:{@digits}:{@digits}Z
dateline: {@shout place}, {date} ({#news_agencies}) {dash} 
dateline: {@shout place} ({#news_agencies}) {dash} 
dateline: {place}, {country}, {date}{dash}
dateline: ({#news_agencies}) 
caption: {#caption_cues} {person}/{#news_agencies}
caption: {person}, left, and {person} in {place} {when}. {#caption_cues} {person}
menu: Home¶News¶Sport¶{^thing_nouns}¶Sign in¶Subscribe
list: • {sentence}¶• {sentence}¶- {sentence}¶1. {sentence}¶2) {sentence}
interview: Q: {clause}?¶A: {clause}.¶{person}: {sentence}¶{surname}: {sentence}
sentence: {person} said {when} that {clause}.
sentence: {quote}{sep}{person} said{when_maybe}.
sentence: {quote}{sep}{#reporting_verbs} {person}, {age}, {role}.
sentence: {person} {#reporting_verbs}: {quote}
sentence: {clause}, {#reporting_verbs} {source}.
sentence: {according} {source}, {clause}.
sentence: {cap_clause}, {#causal_signals} {clause}.
sentence: {^pronouns} {#attitude_verbs} {clause}.
sentence: {when_cap}, {clause}.
sentence: {org} {#plover_verbs} {org} {when} {#causal_signals} {#event_nouns} in {place}.
sentence: {amount_cap} of {amount} was {#event_modality} by {source}, {compared} {amount} {when}.
sentence: {person}, {age}, and {person}, {age}, {#dull_verbs} in {place}.
sentence: {@number} {#casualty_words} and {@number} {#casualty_words} in {place}, {#source_nouns}s said.
sentence: {^sentence_starters} {clause}; {clause} {dash} {clause} ({clause}).
sentence: {^person_nouns}s and {#person_nouns}s of {org} {#event_modality} {clause}.
sentence: {person} ({party}-{^states}) {#plover_verbs} {#thing_nouns} {@number}.
sentence: {@many clause}.
sentence: {soup}.
sentence: {@many soup}.
sentence: {score} {when}.
sentence: {url} {clause} {@hash}.
clause: {org} {#plover_verbs} {person} {when}
clause: {person} was {#event_modality} of {#plover_verbs} {org}
clause: {#pronouns} {#contractions} {#dull_verbs} {#pronouns} {where}
clause: {amount} {unit_verb} {amount} {when}
clause: the {#thing_nouns} of {#numbered_nouns} {@number} {#dull_verbs} {when}
clause: {#quantity_modifiers} {@number} {#counted_nouns}s {#dull_verbs} {where} {when}
clause: {person}'s {#event_nouns}, {#pronouns} {#dull_verbs}, {#causal_signals} {#event_nouns}
clause: no {#event_nouns} {#event_modality} {clause}
clause: {quote} {#function_words} {quote}
clause: {clause}, {clause} and {clause}
cap_clause: The {demonym_word} {#titles} {#plover_verbs} {org}
cap_clause: {person} {#plover_verbs} {@number} {#counted_nouns}s
soup: {anyword}
soup: {anyword}~{soup}
soup: {anyword}{glue}{soup}
soup: {@number}{glue}{soup}
soup: {open}{soup}{close}
soup: {quote}
anyword: {#*}
anyword: {^*}
anyword: {@shout any}
anyword: {@dots any}
anyword: {person}
anyword: {date}
any: {#*}
glue: -
glue: ,
glue: .
glue: /
glue: '
glue: ’s~
glue: :
glue: &
glue: (
glue: )
glue: {dash}
glue: $
glue: %
glue: @
glue: {@odd}
quote: {open}{clause}.{close}
quote: {open}{clause},{close}
quote: {open}{clause}? {cap_clause}!{close}
quote: {open}{clause} {open}{clause}{close}{close}
quote: {open}{soup}{close}
quote: {open}{clause}
quote: {clause}{close}
quote: {open}{@many sentence}{close}
open: "
open: “
open: ‘
open: «
open: „
open: ``
open: '
open: ″
open: ”
close: "
close: ”
close: ’
close: »
close: “
close: ''
close: '
close: ″
close: .”
close: ,”¶
sep: ~
sep: , 
sep: {dash}
sep: ¶
dash: — 
dash: –
dash: - 
dash:  -- 
dash: ―
according: {^causal_signals}
according: According to
source: {person}
source: the {#source_nouns}
source: {#quantity_modifiers} {@number} {#source_nouns}s
source: a {#person_nouns} who asked not to be named
source: {role}
person: {given} {surname}
person: {^titles} {surname}
person: {^titles} {given} {surname}
person: {given} {@initial} {surname}
person: {@initial}{@initial} {surname}
person: {given} "{^thing_nouns}" {surname}
person: {given} {surname}, {degree}
person: {given} {surname}-{surname}
person: {given} de la {surname}
person: {given} van den {surname} {suffix}
person: {surname}
person: {given} and {given} {surname}
person: {^titles} of {place} {given} {surname}
person: Mr Justice {surname}
given: {^given_names}
given: {^namesakes}
surname: {^surnames}
surname: {^name_parts}
surname: O'{^surnames}
surname: Mc{^surnames}
degree: {@dots degree_word}
degree_word: ph.d.
degree_word: m.d.
degree_word: o.b.e.
suffix: Jr.
suffix: III
suffix: Sr
party: R
party: D
role: the {#titles} of {org}
role: {#titles}
role: {org}'s {#titles}
age: {@number}
age: aged {@number}
age: a {@number}-year-old {#person_nouns}
org: {^organisations}
org: {surname} {legal}
org: {surname} & {surname} {legal}
org: {^name_parts} of {place}
org: the {country} {^name_parts}
org: {@acronym}
org: {place} {^name_parts} ({@acronym})
org: {^*} {^*} {^*} {legal}
org: {^known_acronyms}
legal: {@dots legal_word}
legal: {legal_word}
legal: , {@dots legal_word}
legal_word: S.A.
legal_word: Inc.
legal_word: S.p.A.
legal_word: Ltd.
legal_word: GmbH
legal_word: Corp.
legal_word: N.V.
legal_word: p.l.c.
legal_word: Co. KG
legal_word: L.L.C.
legal_word: A/S
place: {^places}
place: {^places}, {^states}
place: {^places}, {country}
place: {^namesakes}
place: {^name_parts} {surname}
place: the {^name_parts} {^places}
country: {^places}
demonym_word: {^demonyms}
where: in {place}
where: at {org}
where: near {^places} and {^places}
where: on {#numbered_nouns} {@number}
when_maybe: 
when_maybe:  {when}
when_cap: {^time_words}
when_cap: In {date}
when_cap: On {date}
when: on {^time_words}
when: in {date}
when: {#time_words}
when: {#time_words} {#time_words}
when: {#time_words} {#time_words} {#time_words}
when: {#time_words} {@number} {#time_words}
when: {@number} {#time_words} {#time_words}
when: in the {past} {@number} {#time_words}
when: at {clock}
when: at {clock} on {date}
when: from {clock} to {clock}
when: between {date} and {date}
when: the {@number}th {#time_words} of {date}
when: {@number} {#time_words} before {date}
when: since {@year}
when: {@year}-{@digits}
when: the {@year}s
when: in the {@digits}th century BC
when: by the end of {date}
when: next {#time_words}
when: last {#time_words}
past: past
past: last
past: next
past: first
past: coming
date: {@digits} {month} {@year}
date: {month} {@digits}, {@year}
date: {month}. {@digits}
date: {weekday}, {month} {@digits}
date: {@digits}/{@digits}/{@year}
date: {@year}-{@digits}-{@digits}
date: {month} {@year}
date: {weekday}
date: {@digits}th of {month}
date: the {@digits}st
date: {^time_words} {@year}
date: Q{@digits} {@year}
date: FY{@digits}
date: {@digits}-{month}-{@digits}
date: {month} {@digits}-{@digits}
date: {month} {@digits} 20232:23 PM
month: {^time_words}
month: May
month: Sept
month: Dec
month: February
month: MARCH
weekday: Monday
weekday: Thurs
weekday: Sat.
weekday: friday
clock: {@digits}:{@digits}
clock: {@digits}{ampm}
clock: {@digits}.{@digits} {ampm}
clock: {@digits}:{@digits}:{@digits} {zone}
clock: {@number} o'clock
clock: half past {#number_words}
clock: midnight
clock: {@number} minutes to {#number_words}
ampm: am
ampm: p.m.
ampm: PM
ampm: a. m.
zone: GMT
zone: UTC
zone: ET
amount: {money}
amount: {@number} {#units}
amount: {@number}-{#units}
amount: {@number} per cent
amount: {@number}%
amount: {@number} {#units} per {#units}
amount: {#quantity_modifiers} {money}
amount: {money} to {money}
amount: {money}-{@number}{#number_suffixes}
amount: between {@number} and {@number} {#counted_nouns}s
amount: {@number} {#number_words} {#units}
amount: {@number} in {@number}
amount: {#number_words} {#number_words} {#number_words} {#counted_nouns}s
amount: {@number} {#number_words} and {#number_words} {#units}
amount: {@number}'{@number}"
amount: -{@number}°C
amount: {@number} x {@number}
amount_cap: {^quantity_modifiers} {money}
amount_cap: {money}
money: ${@number}
money: {@symbol}{@number}{#number_suffixes}
money: {@number} {#currencies}
money: {#currencies} {@number}
money: {^currencies}{@number}{#number_suffixes}
money: {@symbol}{@number} {#number_words}
money: {@number} {#number_words} {#currencies}
unit_verb: {#dull_verbs} from
unit_verb: {#event_modality} to
unit_verb: was
compared: compared with
compared: up from
compared: of the
score: {org} {@digits}-{@digits} {org}
score: {org} beat {org} {@digits}–{@digits}, {@digits}-{@digits}, {@digits}-{@digits}
url: https://{^surnames}.example/{@number}?q={@digits}
url: {surname}@example.org
)";

}  // namespace lede::fuzz
