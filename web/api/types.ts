// The result of an article. schema.json says the same formally.

/** `[start, end)` into the article as given, in the unit that the result's `offsets` names. */
export type Span = [start: number, end: number];

/** A day of the calendar, `YYYY-MM-DD`. */
export type IsoDate = string;

/** `utf16`: what JavaScript's strings count. `codepoint`: what Python's count. `utf8`: bytes. */
export type OffsetUnit = "utf16" | "codepoint" | "utf8";

/** The layers of a result that `layers` can select. */
export type Layer =
  | "structure"
  | "sentences"
  | "mentions"
  | "entities"
  | "times"
  | "quantities"
  | "quotes"
  | "sourcing"
  | "attitudes"
  | "events"
  | "relations"
  | "causes"
  | "brief"
  | "summary"
  | "keyphrases"
  | "checks";

/** The OntoNotes inventory of names. */
export type EntityType =
  | "PERSON"
  | "NORP"
  | "FAC"
  | "ORG"
  | "GPE"
  | "LOC"
  | "PRODUCT"
  | "EVENT"
  | "WORK_OF_ART"
  | "LAW";

/** The parts of a pasted article. */
export interface Structure {
  headline: Span | null;
  /** "BRUSSELS (Reuters)", or else the line with the day of publication. */
  dateline: Span | null;
  /** Authors, their roles and agencies; may run over lines below each other. */
  byline: Span | null;
  captions: Span[];
  /** The summary between headline and story. */
  standfirst: Span | null;
  subheads: Span[];
  paragraphs: Span[];
  /** Lines of the page that are no part of the article: menus, share buttons, promotions. No other layer looks into them. */
  other: Span[];
}

/** A token as CoNLL-U writes it. */
export interface Token {
  span: Span;
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  feats: string | null;
  /** The head's position in the sentence, counted from 1; 0 at the root. */
  head: number;
  deprel: string;
}

/** A name, common-noun phrase or pronoun that refers to an entity. */
export interface Mention {
  id: number;
  /** A name's span has no leading "the", no title, no trailing "'s". */
  span: Span;
  head: Span;
  kind: "name" | "nominal" | "pronoun";
  /** null for what no name of the inventory stands for: "the report". */
  type: EntityType | null;
  /** Index into `entities`. */
  entity: number;
  score: number;
}

/** What an entity is in the world; null where unknown. */
export interface Link {
  kind: "country" | "region" | "city" | "organisation" | "person" | null;
  iso: string | null;
  lat: number | null;
  lon: number | null;
  wikidata: string | null;
}

/** One thing in the world, with all its mentions. */
export interface Entity {
  id: number;
  /** null for what no name of the inventory stands for: "the report". */
  type: EntityType | null;
  /** The best full name in the article. */
  name: string;
  /** Indices into `mentions`, in text order. */
  mentions: number[];
  aliases: string[];
  titles: string[];
  /** Of reference, where a title, a given name or a pronoun shows it. */
  gender: "female" | "male" | "neuter" | "plural" | null;
  /** Share of the article's attention; all entities sum to 1. */
  salience: number;
  link: Link | null;
}

/** A temporal expression by TIMEX3. */
export interface Time {
  span: Span;
  type: "DATE" | "TIME" | "DURATION" | "SET";
  /** "2017-05-25", "PT2H"; a weekday with nothing to anchor it is "XXXX-WXX-4". */
  value: string;
  mod: string | null;
  begin: IsoDate | null;
  end: IsoDate | null;
}

/** A number with what it counts. */
export interface Quantity {
  span: Span;
  text: string;
  kind: "cardinal" | "ordinal" | "money" | "percent" | "measure" | "age";
  value: number;
  /** The upper end of a range. */
  upper: number | null;
  /** ISO 4217 for money, the English singular for measures, "X per Y" for rates, null for bare counts. */
  unit: string | null;
  modifier: string | null;
  of: Span | null;
}

/** What somebody said. */
export interface Quote {
  id: number;
  form: "direct" | "indirect" | "mixed";
  /** The words attributed, without quotation marks; several spans where the reporting clause splits them. */
  content: Span[];
  cue: Span | null;
  /** The source as written at this place; it may be a pronoun or "officials". */
  speaker: Span | null;
  /** Who that is: index into `entities`. */
  entity: number | null;
  addressee: Span | null;
  sourcing: SourceKind;
  score: number;
}

/** What kind of source a speaker is. */
export type SourceKind = "named" | "role" | "anonymous" | "document" | "unknown";

/** One source of the article with all that it says. */
export interface Speaker {
  /** Index into `entities`; null for a source that is no entity ("diplomatic sources"). */
  entity: number | null;
  /** As written where the source speaks first. */
  speaker: Span;
  /** The name of the entity, or the words of `speaker`. */
  text: string;
  kind: SourceKind;
  /** Indices into `quotes`, in text order. */
  quotes: number[];
  words: number;
  /** Of all attributed words, 0 to 1. */
  share: number;
}

/** Who speaks in the article and how much. */
export interface Sourcing {
  /** Quotations by the kind of their source. */
  counts: Record<SourceKind, number>;
  /** Words attributed to anybody, each counted once. */
  words: number;
  /** Their share of the words of the article, 0 to 1. */
  share: number;
  /** Most words first. */
  speakers: Speaker[];
  /** Indices into `quotes`: what one source without a name vouches for alone. */
  single_unnamed: number[];
}

/** What somebody believes, or wants, hopes and plans, as the article or whoever it quotes tells it. No speech. */
export interface Attitude {
  id: number;
  kind: "belief" | "intention";
  /** The clause believed or meant, exactly; of "the ferry is expected to sail" the ferry and what it will do. */
  content: Span[];
  cue: Span;
  /** As written at this place; null where the text does not tell ("is expected to"). */
  holder: Span | null;
  /** Who that is: index into `entities`. */
  entity: number | null;
  /** Negative: "does not believe", "doubts", "has no plans to". */
  polarity: "positive" | "negative";
  score: number;
}

export interface Participant {
  span: Span;
  entity: number | null;
}

/** What one predicate says. Roles after PropBank: agent is ARG0; patient ARG1 or, where a verb has none, ARG2. */
export interface Proposition {
  trigger: Span;
  lemma: string;
  agent: Participant | null;
  patient: Participant | null;
  recipient: Participant | null;
  instrument: Participant | null;
  place: Participant | null;
  /** Index into `times`. */
  time: number | null;
  purpose: Participant | null;
  cause: Participant | null;
  manner: Participant | null;
  polarity: "positive" | "negative";
  modality: "asserted" | "planned" | "possible" | "conditional" | "requested" | "denied" | "alleged";
  /** Index of the quote that says so, null where the article itself says it. */
  quote: number | null;
}

/** Who did what to whom. */
export interface LedeEvent {
  id: number;
  trigger: Span;
  lemma: string;
  /** A PLOVER event type, null where none fits. */
  class: string | null;
  code: string | null;
  agent: Participant | null;
  patient: Participant | null;
  place: Participant | null;
  /** Index into `times`. */
  time: number | null;
  polarity: "positive" | "negative";
  modality: "asserted" | "planned" | "possible" | "conditional" | "requested" | "denied" | "alleged";
  /** Index of the quote that says so, null where the article itself says it. */
  quote: number | null;
  sentence: number;
  /** How sure it is. */
  score: number;
  /** How much the story is about it, 0 to 1. */
  weight: number;
  /** Index into `events` of the first mention of the same event: its own where it is the first. */
  same: number;
}

export type Predicate =
  | "position_held"
  | "member_of"
  | "part_of"
  | "located_in"
  | "subsidiary_of"
  | "spouse"
  | "relative"
  | "founded_by"
  | "age"
  | "nationality"
  | "supports"
  | "opposes"
  | "urges"
  | "denies"
  | "praises"
  | "criticises"
  | "accuses"
  | "threatens"
  | "agrees_with";

/** A fact or a stance with its evidence. */
export interface Relation {
  /** Index into `entities`. */
  subject: number;
  predicate: Predicate;
  /** Index into `entities`. */
  object: number | null;
  /** What a stance is about: an index into `events` or `entities`, or the words that say it. Null for a fact. */
  target?: { event: number } | { entity: number } | { span: Span } | null;
  text: string;
  evidence: Span;
  score: number;
}

/** Cause and effect as the text links them. */
export interface Cause {
  cause: Span;
  effect: Span;
  signal: Span | null;
  /** Of a purpose, `cause` holds the goal and `effect` what is done for it. */
  kind: "cause" | "purpose";
  score: number;
}

export interface Answer {
  span: Span;
  text: string;
  score: number;
  entity?: number | null;
}

/** The five Ws and the H, each with its answers ranked best first. */
export interface Brief {
  who: Answer[];
  what: Answer[];
  when: Answer[];
  where: Answer[];
  why: Answer[];
  how: Answer[];
}

export interface Keyphrase {
  text: string;
  span: Span;
  score: number;
}

export type CheckKind =
  | "conflicting_numbers"
  | "conflicting_dates"
  | "undefined_acronym"
  | "anonymous_source"
  | "single_source"
  | "unresolved_reference"
  | "hedged_claim"
  | "unattributed_claim"
  | "weekday_without_date"
  | "not_english"
  | "truncated_quote"
  | "not_an_article";

/** What a text is that is no article. `fragment`: too short to be one. */
export type TextForm = "list" | "table" | "chat" | "code" | "poem" | "fragment";

/** A question that a careful editor would ask. */
export interface Check {
  kind: CheckKind;
  message: string;
  spans: Span[];
  /** Only with `not_an_article`: what the text is instead. */
  form?: TextForm;
}

/** The whole result. Every layer is present unless `layers` selected some. */
export interface Result {
  schema: 1;
  engine: string;
  model: string;
  offsets: OffsetUnit;
  /** "und": the text does not look like English, and most layers are empty. */
  language: "en" | "und";
  published: { value: IsoDate; from: "given" | "dateline" | "text" } | null;
  structure: Structure;
  sentences: Span[];
  /** Only when asked for: one array a sentence. */
  tokens?: Token[][];
  /** Only when asked for with the tokens: verbs first, then nouns that tell events, then predicative adjectives. */
  propositions?: Proposition[];
  mentions: Mention[];
  /** Most prominent first. */
  entities: Entity[];
  times: Time[];
  quantities: Quantity[];
  quotes: Quote[];
  sourcing: Sourcing;
  /** In the order of their cues. */
  attitudes: Attitude[];
  events: LedeEvent[];
  relations: Relation[];
  causes: Cause[];
  brief: Brief;
  /** Indices of sentences, in text order. */
  summary: number[];
  keyphrases: Keyphrase[];
  checks: Check[];
  /** Only when asked for. */
  timings?: { total_ms: number };
}
