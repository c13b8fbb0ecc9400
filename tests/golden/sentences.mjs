// The text of a golden result: each sentence with annotations below its words.
import { bar, joined, line, note, numbered, rounded, unless } from "./lines.mjs";
import { References } from "./references.mjs";
import { columnOf, linesOf, rowsOf } from "./rows.mjs";
import { visible } from "./words.mjs";

const within = (span, [begin, end]) => Array.isArray(span) && begin <= span[0] && span[0] < end;

/** The layers written below sentences, each with the span that decides which sentence. */
const anchors = {
  mentions: (row) => row.span,
  times: (row) => row.span,
  quantities: (row) => row.span,
  quotes: (row) => row.content[0],
  attitudes: (row) => row.cue,
  propositions: (row) => row.trigger,
  events: (row) => row.trigger,
};

const ofEvents = ["id", "class", "code", "sentence", "score", "weight"];

export class Sentences extends References {
  lines() {
    const segments = this.segments();
    const lines = [];
    for (const { span, isSentence, number } of segments) {
      lines.push("");
      for (const [index, row] of rowsOf(this.text, span).entries()) {
        lines.push(line(index > 0 ? "" : isSentence ? "text" : "no sentence", visible(this.words.slice(row).trimEnd())));
        lines.push(...this.below(row, span));
      }
      lines.push(...this.quotes(span), ...this.attitudes(span), ...this.propositions(span));
      if (isSentence && this.result.tokens?.[number]) lines.push(...this.tree(this.result.tokens[number], span));
    }
    return [...lines, ...this.orders()];
  }

  /** The sentences, and lines outside them that have annotations. */
  segments() {
    const sentences = this.result.sentences.map((span, number) => ({ span, isSentence: true, number }));
    const strays = new Map();
    for (const [layer, anchor] of Object.entries(anchors))
      for (const row of this.result[layer] ?? []) {
        const span = anchor(row);
        if (sentences.some((sentence) => within(span, sentence.span)) || !this.words.isPlace(span)) continue;
        const begin = this.text.lastIndexOf("\n", span[0] - 1) + 1;
        const end = this.text.indexOf("\n", span[0]);
        strays.set(begin, { span: [begin, end < 0 ? this.text.length : end], isSentence: false });
      }
    return [...sentences, ...strays.values()].sort((a, b) => a.span[0] - b.span[0]);
  }

  /** Mentions, times and quantities below a row of the text, one line per layer. */
  below(row, scope) {
    const layers = { name: [], nominal: [], pronoun: [] };
    const add = (layer, span, label) => within(span, row) && (layers[layer] ??= []).push({ column: columnOf(this.text, row, span[0]), label });
    for (const [index, mention] of this.result.mentions.entries()) add(mention.kind, mention.span, this.mention(mention, index, scope));
    for (const time of this.result.times) add("time", time.span, this.time(time, scope));
    for (const quantity of this.result.quantities) add("quantity", quantity.span, this.quantity(quantity, scope));
    return Object.entries(layers).flatMap(([layer, labels]) =>
      linesOf(labels.sort((a, b) => a.column - b.column)).map((content) => note(layer, content)));
  }

  mention(mention, index, scope) {
    const { id, span, head, kind, type, entity, score } = mention;
    const name = this.entity(entity);
    const usual = kind === "name" ? undefined : this.result.entities[entity]?.type;
    return joined([
      this.words.belowWithHead(span, head, scope), type === usual ? null : (type ?? "untyped"), name === this.words.slice(span) ? null : `→ ${name}`,
      rounded(score), this.id(id, index), this.others(mention, ["id", "span", "head", "kind", "type", "entity", "score"]),
    ]);
  }

  time(time, scope) {
    const { span, type, value, mod, begin, end } = time;
    const [first, last] = daysOf(value);
    const days = begin === first && end === last ? null : `from ${begin ?? "?"} to ${end ?? "?"}`;
    return joined([this.words.below(span, scope), type, value, mod, days, this.others(time, ["span", "type", "value", "mod", "begin", "end"])]);
  }

  quantity(quantity, scope) {
    const { span, kind, value, upper, unit, modifier, of, text } = quantity;
    return joined([
      this.words.below(span, scope), kind, upper === null ? String(value) : `${value}..${upper}`, unit, modifier === null ? null : `(${modifier})`,
      of === null ? null : `of ${this.place(of, scope)}`, this.repeated(text, span),
      this.others(quantity, ["span", "kind", "value", "upper", "unit", "modifier", "of", "text"]),
    ]);
  }

  quotes(scope) {
    return this.within("quotes", scope).map(([quote, index]) => {
      const { id, form, content, cue, speaker, entity, addressee, sourcing, score } = quote;
      return note("quote", joined([
        ...this.attributed("speaker", speaker, cue, entity, scope), addressee === null ? null : `to ${this.place(addressee, scope)}`,
        this.contents(content, scope), joined([form, sourcing, rounded(score), this.id(id, index),
          this.others(quote, ["id", "form", "content", "cue", "speaker", "entity", "addressee", "sourcing", "score"])]),
      ], bar));
    });
  }

  attitudes(scope) {
    return this.within("attitudes", scope).map(([attitude, index]) => {
      const { id, kind, content, cue, holder, entity, polarity, score } = attitude;
      return note(kind, joined([
        ...this.attributed("holder", holder, cue, entity, scope), this.contents(content, scope), joined([unless("positive", polarity), rounded(score),
          this.id(id, index), this.others(attitude, ["id", "kind", "content", "cue", "holder", "entity", "polarity", "score"])]),
      ], bar));
    });
  }

  /** The source or holder, and the cue. */
  attributed(role, who, cue, entity, scope) {
    return [joined([who === null ? `no ${role}` : this.place(who, scope), this.whom(entity, who)]), cue === null ? "no cue" : this.place(cue, scope)];
  }

  contents(spans, scope) {
    return spans.map((span) => `“${this.place(span, scope)}”`).join(" + ");
  }

  /** Propositions, each with its event. The result lists verbs first, then nouns. */
  propositions(scope) {
    const { events, propositions = [] } = this.result;
    const kinds = ["verb", "noun"];
    let run = 0;
    const runs = propositions.map((proposition, index) => (index > 0 && proposition.trigger[0] < propositions[index - 1].trigger[0] ? ++run : run));
    const lines = propositions.flatMap((proposition, index) => {
      if (!within(proposition.trigger, scope)) return [];
      const told = events.flatMap(({ trigger }, event) => (String(trigger) === String(proposition.trigger) ? [this.event(event, proposition, scope)] : []));
      return note(kinds[runs[index]] ?? `run ${runs[index] + 1}`, joined([this.said(proposition, scope), ...told], bar));
    });
    const alone = this.within("events", scope).filter(([event]) => !propositions.some(({ trigger }) => String(trigger) === String(event.trigger)));
    return [...lines, ...alone.map(([event, index]) => note("event", joined([this.said(event, scope), this.event(index, null, scope)], bar)))];
  }

  said(row, scope) {
    const roles = ["agent", "patient", "recipient", "instrument", "place", "purpose", "cause", "manner"];
    return joined([
      `${this.place(row.trigger, scope)}${row.lemma === this.words.slice(row.trigger) ? "" : ` (${row.lemma})`}`,
      ...roles.map((role) => this.role(role, row, scope)), ...["time", "polarity", "modality", "quote"].map((name) => this.field(name, row, scope)),
      this.others(row, ["trigger", "lemma", ...roles, "time", "polarity", "modality", "quote", ...ofEvents]),
    ], bar);
  }

  role(name, row, scope) {
    const participant = row[name] ?? null;
    if (participant === null) return null;
    return joined([name, this.place(participant.span, scope), this.whom(participant.entity, participant.span), this.others(participant, ["span", "entity"])]);
  }

  field(name, row, scope) {
    const value = row[name];
    if (name === "polarity") return value === "positive" ? null : value === "negative" ? "not" : value;
    if (name === "modality") return unless("asserted", value);
    if (name === "time") return value === null ? null : `time ${this.at("times", value, (time) => this.place(time.span, scope))}`;
    const expected = this.quoteAround(row.trigger);
    if (value === expected) return value === null ? null : "quoted";
    return value === null ? "not quoted" : `quoted in ${this.quote(value, scope)}`;
  }

  /** The innermost quotation around a span, or null. */
  quoteAround(span) {
    const length = (quote) => quote.content.reduce((sum, [begin, end]) => sum + end - begin, 0);
    const around = this.result.quotes.map((quote, index) => ({ quote, index })).filter(({ quote }) => quote.content.some((part) => within(span, part)));
    return around.sort((a, b) => length(a.quote) - length(b.quote))[0]?.index ?? null;
  }

  /** An event. Of the fields shared with its proposition, only those that differ. */
  event(index, proposition, scope) {
    const event = this.result.events[index];
    const { id, class: kind, code, sentence, score, weight } = event;
    const differing = proposition === null ? [] : ["lemma", "agent", "patient", "place", "time", "polarity", "modality", "quote"]
      .filter((name) => JSON.stringify(event[name]) !== JSON.stringify(proposition[name]))
      .map((name) => {
        if (event[name] === null) return `no ${name}`;
        if (name === "lemma") return `lemma ${event.lemma}`;
        return (["agent", "patient", "place"].includes(name) ? this.role(name, event, scope) : this.field(name, event, scope)) ?? event[name];
      });
    const home = this.result.sentences[sentence];
    return joined([
      "event", kind, code === null ? null : `code ${code}`, rounded(score), weight === undefined ? null : `weight ${rounded(weight) ?? "1"}`,
      home && within(event.trigger, home) ? null : `in sentence ${this.at("sentences", sentence, (span) => this.words.refer(span))}`,
      differing.length > 0 ? `with ${differing.join(", ")}` : null, this.id(id, index),
      this.others(event, ["id", "trigger", "lemma", "agent", "patient", "place", "time", "polarity", "modality", "quote", ...ofEvents]),
    ]);
  }

  /** One line per token: form, lemma, tags, relation, head and features. */
  tree(tokens, scope) {
    const forms = numbered(tokens.map((token) => token.form));
    let at = scope[0];
    return tokens.map((token) => {
      const { span, form, lemma, upos, xpos, feats, head, deprel } = token;
      while (/\s/.test(this.text[at] ?? "")) at += 1;
      const isNext = span[0] === at && this.words.slice(span) === form;
      at = span[1];
      const above = head === null ? "no head" : head === 0 ? "root" : `→ ${forms[head - 1] ?? head}`;
      const fixed = [[visible(form), 18], [lemma ?? "–", 18], [upos ?? "–", 6], [xpos ?? "–", 6], [deprel ?? "–", 14], [above, 20]];
      return note("token", joined([
        fixed.map(([value, columns]) => value.padEnd(columns)).join(" "), feats ?? "–", isNext ? null : `at ${this.place(span, scope)}`,
        this.others(token, ["span", "form", "lemma", "upos", "xpos", "feats", "head", "deprel"]),
      ]));
    });
  }

  /** The order of layers that are not in text order. */
  orders() {
    const ordered = Object.entries(anchors).filter(([layer]) => layer !== "propositions");
    const lines = ordered.flatMap(([layer, anchor]) => {
      const spans = (this.result[layer] ?? []).map(anchor);
      const isOrdered = spans.every((span, i) => i === 0 || spans[i - 1][0] < span[0] || (spans[i - 1][0] === span[0] && spans[i - 1][1] >= span[1]));
      return isOrdered ? [] : [line(`order of ${layer}`, `: ${spans.map((span) => this.words.refer(span)).join(bar)}`)];
    });
    return lines.length > 0 ? ["", ...lines] : [];
  }

  within(layer, scope) {
    return (this.result[layer] ?? []).map((row, index) => [row, index]).filter(([row]) => within(anchors[layer](row), scope));
  }
}

/** The first and last day of a TIMEX3 value for a day, month or year. */
function daysOf(value) {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(value) ?? [];
  if (day) return [value.slice(0, 10), value.slice(0, 10)];
  if (month) return [`${year}-${month}-01`, `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`];
  return year ? [`${year}-01-01`, `${year}-12-31`] : [null, null];
}
