// The head of a golden result: language, publication date, parts of the article.
import { bar, joined, line } from "./lines.mjs";
import { References } from "./references.mjs";

export class Facts extends References {
  lines() {
    const { schema, engine, model, offsets, language, published, structure } = this.result;
    const { paragraphs, other, ...parts } = structure;
    return [
      joined([engine, model, `schema ${schema}`, offsets, language], bar),
      line("published", published === null ? "unknown" : joined([`${published.value} (${published.from})`, this.others(published, ["value", "from"])])),
      ...Object.entries({ ...parts, paragraphs, other }).flatMap(([name, spans]) => this.part(name, spans)),
    ];
  }

  part(name, value) {
    const one = { captions: "caption", subheads: "subhead", paragraphs: "paragraph" }[name] ?? name;
    const spans = value === null ? [] : Array.isArray(value[0]) ? value : value.length === 0 ? [] : [value];
    return spans.map((span) => line(one, this.words.referAlone(span)));
  }
}
