// The result for an article. schema.json defines it formally.

/** `[start, end)` in the article as given, in the unit named by the result's `offsets`. */
export type Span = [start: number, end: number];

/** A date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** `utf16`: as in JavaScript strings. `codepoint`: as in Python strings. `utf8`: bytes. */
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

/** The OntoNotes types of names. */
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
  /** "BRUSSELS (Reuters)", or the line with the publication date. */
  dateline: Span | null;
  /** Authors, their roles and agencies; may span several lines. */
  byline: Span | null;
  captions: Span[];
  /** The summary between headline and story. */
  standfirst: Span | null;
  subheads: Span[];
  paragraphs: Span[];
  /** Lines of the page outside the article: menus, share buttons, promotions. No other layer covers them. */
  other: Span[];
}

/** A token with the columns of CoNLL-U. */
export interface Token {
  span: Span;
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  feats: string | null;
  /** The head's position in the sentence, counted from 1; 0 for the root. */
  head: number;
  deprel: string;
}

/** A name, common-noun phrase or pronoun that refers to an entity. */
export interface Mention {
  id: number;
  /** Without leading "the", title, or trailing "'s" if the mention is a name. */
  span: Span;
  head: Span;
  kind: "name" | "nominal" | "pronoun";
  /** null if no type applies, as for "the report". */
  type: EntityType | null;
  /** Index into `entities`. */
  entity: number;
  score: number;
}

/** What is known about an entity in the world; null if unknown. */
export interface Link {
  kind: "country" | "region" | "city" | "organisation" | "person" | null;
  iso: string | null;
  lat: number | null;
  lon: number | null;
  wikidata: string | null;
}

/** A person, organisation, place or thing with all its mentions. */
export interface Entity {
  id: number;
  /** null if no type applies, as for "the report". */
  type: EntityType | null;
  /** The best full name in the article. */
  name: string;
  /** Indices into `mentions`, in text order. */
  mentions: number[];
  aliases: string[];
  titles: string[];
  /** Of a group whose members the article names one by one ("Ann Lee and Bob Roe … both"): indices into `entities`. */
  members: number[];
  /** The gender that a title, given name or pronoun shows. */
  gender: "female" | "male" | "neuter" | "plural" | null;
  /** Share of the article's attention. The values of all entities sum to 1. */
  salience: number;
  link: Link | null;
}

/** A temporal expression in TIMEX3 terms. */
export interface Time {
  span: Span;
  type: "DATE" | "TIME" | "DURATION" | "SET";
  /** "2017-05-25", "PT2H". A weekday that cannot be resolved is "XXXX-WXX-4". */
  value: string;
  mod: string | null;
  begin: IsoDate | null;
  end: IsoDate | null;
}

/** A number and what it counts. */
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

/** A quotation or reported statement. */
export interface Quote {
  id: number;
  form: "direct" | "indirect" | "mixed";
  /** The attributed words without quotation marks; several spans if the reporting clause splits them. */
  content: Span[];
  cue: Span | null;
  /** The source as written here; may be a pronoun or "officials". */
  speaker: Span | null;
  /** The source's entity: index into `entities`. */
  entity: number | null;
  addressee: Span | null;
  sourcing: SourceKind;
  score: number;
}

/** The kind of a source. */
export type SourceKind = "named" | "role" | "anonymous" | "document" | "unknown";

/** One source of the article and its quotes. */
export interface Speaker {
  /** Index into `entities`; null if the source is not an entity ("diplomatic sources"). */
  entity: number | null;
  /** As written at the source's first quote. */
  speaker: Span;
  /** The name of the entity, or the words of `speaker`. */
  text: string;
  kind: SourceKind;
  /** Indices into `quotes`, in text order. */
  quotes: number[];
  words: number;
  /** Share of all attributed words, 0 to 1. */
  share: number;
}

/** Who speaks in the article and how much. */
export interface Sourcing {
  /** Number of quotes by kind of source. */
  counts: Record<SourceKind, number>;
  /** Attributed words, each counted once. */
  words: number;
  /** Their share of the words of the article, 0 to 1. */
  share: number;
  /** Most words first. */
  speakers: Speaker[];
  /** Indices into `quotes`: statements that rest on a single unnamed source. */
  single_unnamed: number[];
}

/** A belief, wish, hope or plan reported by the article or by a source. It is not speech. */
export interface Attitude {
  id: number;
  kind: "belief" | "intention";
  /** The exact clause that is believed or intended. For "the ferry is expected to sail": "the ferry" and "to sail". */
  content: Span[];
  cue: Span;
  /** As written here; null if the text names no holder ("is expected to"). */
  holder: Span | null;
  /** The holder's entity: index into `entities`. */
  entity: number | null;
  /** Negative: "does not believe", "doubts", "has no plans to". */
  polarity: "positive" | "negative";
  score: number;
}

export interface Participant {
  span: Span;
  entity: number | null;
}

/** The content of one predicate. Roles follow PropBank: agent is ARG0; patient is ARG1, or ARG2 if the verb has no ARG1. */
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
  /** Index of the quote that says so; null if the article itself says it. */
  quote: number | null;
}

/** Who did what to whom. */
export interface LedeEvent {
  id: number;
  trigger: Span;
  lemma: string;
  /** A PLOVER event type; null if none fits. */
  class: string | null;
  code: string | null;
  agent: Participant | null;
  patient: Participant | null;
  place: Participant | null;
  /** Index into `times`. */
  time: number | null;
  polarity: "positive" | "negative";
  modality: "asserted" | "planned" | "possible" | "conditional" | "requested" | "denied" | "alleged";
  /** Index of the quote that says so; null if the article itself says it. */
  quote: number | null;
  sentence: number;
  /** Confidence, 0 to 1. */
  score: number;
  /** How central the event is to the story, 0 to 1. */
  weight: number;
  /** Index into `events` of the first mention of the same event; its own index if it is the first. */
  same: number;
}

export type FactPredicate =
  | "position_held"
  | "member_of"
  | "part_of"
  | "located_in"
  | "subsidiary_of"
  | "spouse"
  | "relative"
  | "founded_by"
  | "age"
  | "nationality";

export type StancePredicate =
  | "supports"
  | "opposes"
  | "urges"
  | "denies"
  | "praises"
  | "criticises"
  | "accuses"
  | "threatens"
  | "agrees_with";

export type Predicate = FactPredicate | StancePredicate;

/** A fact or a stance with its evidence. */
export interface Relation {
  /** Index into `entities`. */
  subject: number;
  predicate: Predicate;
  /** Index into `entities`. */
  object: number | null;
  /** The target of a stance: an index into `events` or `entities`, or a span of the text. Null for a fact. */
  target?: { event: number } | { entity: number } | { span: Span } | null;
  text: string;
  evidence: Span;
  score: number;
}

/** A causal link that the text expresses. */
export interface Cause {
  cause: Span;
  effect: Span;
  signal: Span | null;
  /** For a purpose, `cause` is the goal and `effect` the action taken to reach it. */
  kind: "cause" | "purpose";
  score: number;
}

export interface Answer {
  span: Span;
  text: string;
  score: number;
  entity?: number | null;
}

/** The five Ws and the H, each with answers ranked best first. */
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

/** The form of a text that is not an article. `fragment`: too short to be one. */
export type TextForm = "list" | "table" | "chat" | "code" | "poem" | "fragment";

/** A question that a careful editor would ask. */
export interface Check {
  kind: CheckKind;
  message: string;
  spans: Span[];
  /** Only with `not_an_article`: the form of the text. */
  form?: TextForm;
}

/** The whole result. Every layer is present unless `layers` selected some. */
export interface Result {
  schema: 1;
  engine: string;
  model: string;
  offsets: OffsetUnit;
  /** "und" if the text does not look like English; most layers are then empty. */
  language: "en" | "und";
  published: { value: IsoDate; from: "given" | "dateline" | "text" } | null;
  structure: Structure;
  sentences: Span[];
  /** Only on request: one array per sentence. */
  tokens?: Token[][];
  /** Only on request, with the tokens: verbs first, then event nouns, then predicative adjectives. */
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
  /** Only on request. */
  timings?: { total_ms: number };
}
