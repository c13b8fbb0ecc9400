// What is noted below an event: who says so, when and where.
import type { LedeEvent, Quote, Result } from "../api/types.js";
import { type Clause, nameWithArticle } from "./clauses.js";
import { dateWords } from "./dates.js";
import { hasWords, line } from "./spans.js";
import { speakerOf } from "./speakers.js";

export class Notes {
  #text: string;
  #result: Result;
  #sentenceStarts: Set<number>;
  #nameStarts: Set<number>;
  /** Names of entities, so that each is looked up once however often it speaks. */
  #names = new Map<number, string | null>();

  constructor(text: string, result: Result) {
    this.#text = text;
    this.#result = result;
    this.#sentenceStarts = new Set(result.sentences.map(([start]) => start));
    this.#nameStarts = new Set(result.mentions.filter(({ kind }) => kind === "name").map(({ span }) => span[0]));
  }

  /** @param clause the words that tell the event. What they say themselves is not repeated. */
  of(event: LedeEvent, clause: Clause): string {
    const source = event.quote === null ? "" : this.#source(this.#result.quotes[event.quote]!);
    return [source, this.#when(event, clause), this.#where(event, clause)].filter(Boolean).join(" · ");
  }

  #source(quote: Quote): string {
    const named = quote.entity === null ? null : this.#name(quote.entity);
    const who = named ?? speakerOf(this.#result, this.#text, quote);
    return who && `according to ${!named && this.#isCapitalAtStart(quote) ? who[0]!.toLowerCase() + who.slice(1) : who}`;
  }

  #name(entity: number): string | null {
    const known = this.#names.get(entity);
    if (known !== undefined) return known;
    const name = nameWithArticle(this.#text, this.#result, this.#result.entities[entity]!);
    this.#names.set(entity, name);
    return name;
  }

  /** Whether the speaker has a capital because a sentence begins, as in "Diplomatic sources said", and not in "European officials said". */
  #isCapitalAtStart({ speaker, sourcing }: Quote): boolean {
    return sourcing !== "named" && speaker !== null && this.#sentenceStarts.has(speaker[0]) && !this.#nameStarts.has(speaker[0]);
  }

  #when({ time: at }: LedeEvent, clause: Clause): string {
    const time = at === null ? undefined : this.#result.times[at];
    if (!time) return "";
    const words = dateWords(time) ?? (time.type === "DATE" || time.type === "TIME" ? line(this.#text, time.span) : "");
    return hasWords(clause.words, words) ? "" : words;
  }

  #where({ place }: LedeEvent, clause: Clause): string {
    if (!place) return "";
    const written = line(this.#text, place.span);
    const words = (place.entity === null ? undefined : this.#result.entities[place.entity])?.name ?? written;
    return hasWords(clause.words, written) || hasWords(clause.words, words) ? "" : words;
  }
}
