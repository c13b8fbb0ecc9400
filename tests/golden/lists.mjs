// The lists below the text of a golden result: entities, relations, causes, answers, summary, key phrases, sources, checks.
import { bar, joined, rounded, section } from "./lines.mjs";
import { References } from "./references.mjs";
import { visible } from "./words.mjs";

export class Lists extends References {
  lines() {
    const known = ["schema", "engine", "model", "offsets", "language", "published", "structure", "sentences", "tokens", "mentions", "times",
      "quantities", "quotes", "attitudes", "propositions", "events", "entities", "relations", "causes", "brief", "summary", "keyphrases",
      "sourcing", "checks"];
    const { relations, causes, summary, keyphrases, checks } = this.result;
    return [
      ...section("entities", this.result.entities.flatMap((entity, index) => this.entityLines(entity, index))),
      ...section("relations", relations.map((relation) => this.relation(relation))),
      ...section("causes", causes.map((cause) => this.cause(cause))),
      ...section("brief", this.brief()),
      ...section("summary", summary.map((sentence) => this.at("sentences", sentence, (span) => this.words.referAlone(span)))),
      ...section("keyphrases", keyphrases.map((row) =>
        joined([this.words.refer(row.span), this.repeated(row.text, row.span), rounded(row.score), this.others(row, ["text", "span", "score"])]))),
      ...section("sourcing", this.sourcing()),
      ...section("checks", checks.flatMap((check) => this.check(check))),
      ...Object.entries(this.result).filter(([key]) => !known.includes(key)).flatMap(([key, value]) => section(key, [this.anything(value)])),
    ];
  }

  entityLines(entity, index) {
    const { id, type, name, mentions, aliases, titles, members, gender, salience, link } = entity;
    const places = mentions.map((mention) => this.at("mentions", mention, (row) => this.words.refer(row.span)));
    const { kind, iso, lat, lon, wikidata } = link;
    const isAlone = places.length === 1 && places[0] === name;
    const more = (what, list) => (list.length > 0 ? [`    ${what.padEnd(9)} ${list.join(bar)}`] : []);
    return [
      joined([
        this.entityNames[index], type ?? "untyped", gender, rounded(salience) ?? "1", this.id(id, index),
        this.others(entity, ["id", "type", "name", "mentions", "aliases", "titles", "members", "gender", "salience", "link"]),
      ]),
      ...more("mentions", isAlone ? [] : places.length > 0 ? places : ["none"]), ...more("aliases", aliases), ...more("titles", titles), ...more("members", members.map((member) => this.entityNames[member])),
      ...more("link", [joined([kind, iso, lat === null && lon === null ? null : `${lat}, ${lon}`, wikidata, this.others(link, ["kind", "iso", "lat", "lon", "wikidata"])])]
        .filter((item) => item !== "")),
    ];
  }

  relation(relation) {
    const { subject, predicate, object, target, text, evidence, score } = relation;
    return joined([
      joined([this.entity(subject), predicate, object === null ? null : this.entity(object), target === null ? null : this.target(target)]),
      `“${visible(text)}”`, `in “${this.words.refer(evidence)}”`,
      joined([rounded(score), this.others(relation, ["subject", "predicate", "object", "target", "text", "evidence", "score"])]),
    ], bar);
  }

  target(target) {
    const what = { event: (index) => this.at("events", index, (event) => this.words.refer(event.trigger)), entity: (index) => this.entity(index), span: (span) => this.words.refer(span) };
    return `[${Object.entries(target).map(([key, value]) => `${key} ${what[key]?.(value) ?? this.anything(value)}`).join(", ")}]`;
  }

  cause(row) {
    const { cause, effect, signal, score } = row;
    return joined([
      `“${this.words.refer(cause)}” → “${this.words.refer(effect)}”`, signal === null ? "no signal" : this.words.refer(signal),
      joined([rounded(score), this.others(row, ["cause", "effect", "signal", "score"])]),
    ], bar);
  }

  brief() {
    return Object.entries(this.result.brief).flatMap(([question, answers]) => answers.map((answer) => {
      const { span, text, score, entity } = answer;
      return joined([
        question.padEnd(5), this.words.refer(span), this.repeated(text, span), this.whom(entity, span), rounded(score) ?? "1",
        this.others(answer, ["span", "text", "score", "entity"]),
      ]);
    }));
  }

  sourcing() {
    const { counts, words, share, speakers, single_unnamed: unnamed, ...rest } = this.result.sourcing;
    return [
      joined([`${words} words`, `${rounded(share) ?? "1"} of the article`, ...Object.entries(counts).map(([kind, count]) => `${count} ${kind}`), this.others(rest, [])], bar),
      ...speakers.map((row) => {
        const name = row.entity === null ? this.words.slice(row.speaker) : this.entity(row.entity);
        const share = rounded(row.share) ?? "1";
        return joined([
          joined([row.entity === null ? "no entity" : name, row.text === name ? null : `“${row.text}”`, `as ${this.words.refer(row.speaker)}`]), row.kind,
          joined([`${row.words} words`, share === (rounded(row.words / words) ?? "1") ? null : `share ${share}`]), ...row.quotes.map((quote) => this.quote(quote)),
          this.others(row, ["entity", "speaker", "text", "kind", "quotes", "words", "share"]),
        ], bar);
      }),
      ...unnamed.map((quote) => `one source without a name: ${this.quote(quote)}`),
    ];
  }

  check(check) {
    const { kind, form, message, spans } = check;
    return [
      joined([kind, form, this.others(check, ["kind", "form", "message", "spans"])]), `    ${message}`,
      ...spans.map((span) => `    at ${this.words.refer(span)}`),
    ];
  }
}
