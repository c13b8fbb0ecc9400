// The words of an article that tell an event as a plain sentence: its clause, without asides and without the clauses
// beside it. No word is added; a subject that stands elsewhere in the article is put where the clause needs it.
import type { Entity, Mention, Result, Span, Token } from "../api/types.js";
import { capital, line, oneLine, sentenceOf } from "./spans.js";
import { below, childOf, isFinite, type Node, relation, Trees } from "./trees.js";

export interface Clause {
  /** The same for all events told by the same clause. */
  key: string;
  words: string;
  /** Where it stands. May include words that `words` leaves out. */
  span: Span;
  /** The trigger of the clause's main predicate, or of the noun. */
  head: Span;
  /** Whether it is a sentence or quotation as it stands. */
  whole: boolean;
}

/** Longer sentences are cut. */
const longest = 260;

const subjects = ["nsubj", "csubj", "expl"];
const named = new Set(["he", "she", "it"]);
const relatives = new Set(["WDT", "WP", "WP$", "WRB"]);
const possessives = new Set(["his", "her", "its"]);

export class Clauses {
  #text: string;
  #result: Result;
  #trees: Trees;
  /** Starts of the words that trigger events. */
  #triggers: Set<number>;
  /** Mentions by the end of their head. */
  #mentions: Map<number, Mention>;

  /** @param tokens one array per sentence; without any, events are told by the sentences in which they stand */
  constructor(text: string, result: Result, tokens: readonly Token[][] = []) {
    this.#text = text;
    this.#result = result;
    this.#trees = new Trees(result.sentences, tokens);
    this.#triggers = new Set(result.events.map(({ trigger }) => trigger[0]));
    this.#mentions = new Map(result.mentions.map((mention) => [mention.head[1], mention]));
  }

  /**
   * The clause that tells an event.
   * @param quoted the quotation it stands in, where no word may be moved or left out; null if in none
   */
  of(trigger: Span, quoted: Span | null): Clause {
    const within = ({ span }: Clause) => quoted === null || (span[0] >= quoted[0] && span[1] <= quoted[1]);
    const node = this.#trees.head(trigger);
    if (node && quoted === null && isNominal(node)) {
      const above = clauseAround(node);
      const phrase = above && this.#triggers.has(above.token.span[0]) ? null : this.#phrase(node, trigger);
      if (phrase) return phrase;
    }
    const clause = node && this.#above(node, quoted !== null, within);
    if (clause) return clause;
    return this.#asItStands(quoted ?? sentenceOf(this.#result.sentences, trigger) ?? trigger, trigger);
  }

  /** The clause around the head of a span; null if it is no clause of its own. */
  around(span: Span): Clause | null {
    const node = this.#trees.head(span);
    return node && this.#above(node, false, () => true);
  }

  /** Whether the head of a span is a common noun in the plural. "United States" is not. */
  isPlural(span: Span): boolean {
    const token = this.#trees.head(span)?.token;
    return token?.upos === "NOUN" && /\bNumber=Plur\b/.test(token.feats ?? "");
  }

  /** The smallest clause that tells a node and can stand alone. */
  #above(node: Node, verbatim: boolean, accepts: (clause: Clause) => boolean): Clause | null {
    for (let head = clauseAround(node); head; head = head.parent && clauseAround(head.parent)) {
      const clause = this.#compose(head, node, verbatim);
      if (clause && accepts(clause)) return clause;
    }
    return null;
  }

  /** A sentence or quotation, or as much of it around the trigger as can be shown. */
  #asItStands(span: Span, trigger: Span): Clause {
    const [from, until] = [Math.max(span[0], trigger[1] - longest), Math.min(span[1], trigger[0] + longest)];
    const whole = span[1] - span[0] <= longest;
    const cut = line(this.#text, [from, until]);
    const words = whole ? line(this.#text, span)
      : `${from > span[0] ? `… ${cut.replace(/^\S*\s/, "")}` : cut}`.replace(/\s\S*$/, "") + (until < span[1] ? " …" : "");
    return { key: `words ${span[0]}`, words: whole ? bare(words) : words, span, head: trigger, whole: true };
  }

  /** A noun that tells an event, with what describes it: "the NATO meeting in Brussels". */
  #phrase(node: Node, trigger: Span): Clause | null {
    const kept = below(node, (branch) => this.#isAside(branch) ||
      (branch.parent === node && !(branch.at < node.at ? /^(det|amod|compound|nmod|nummod|flat|punct)$/ : /^(nmod|acl|flat|appos|punct|obl)$/).test(relation(branch))));
    if (this.#hasGap(kept) || kept.filter(({ token }) => /^(NOUN|PROPN|ADJ|NUM|VERB)$/.test(token.upos)).length < 2) return null;
    const words = this.#wordsOf(kept);
    return words === null ? null : { key: `noun ${trigger[0]}`, words: capital(words), span: hull(kept), head: trigger, whole: false };
  }

  /** Null if the words cannot include the trigger or do not stand alone. */
  #compose(head: Node, trigger: Node, verbatim: boolean): Clause | null {
    const own = below(head, (branch) => this.#isSeparateClause(branch, head) || (!verbatim && this.#isAside(branch)));
    const subject = childOf(head, ...subjects);
    const inSubject = new Set(subject ? below(subject) : []);
    let kept = own;
    let lead = "";
    let after: { node: Node; words: string } | null = null;
    const relative = subject && relativeIn(subject);
    if (subject && !relative) {
      const instead = verbatim ? null : this.#nameFor(subject);
      // After other words, as in "On Friday she left", the subject cannot be replaced.
      if (instead && !own.some((node) => node.at < subject.at && !inSubject.has(node))) {
        kept = own.filter((node) => !inSubject.has(node));
        lead = instead;
      }
    } else if (verbatim) return null;
    if (!subject || relative) {
      const borrowed = this.#subjectFor(head);
      if (borrowed === null) return null;
      lead = borrowed;
      kept = own.filter((node) => !inSubject.has(node));
    }
    if (!verbatim) {
      // "the deal that Ann signed" says that Ann signed the deal.
      const pronoun = own.find((node) => node !== subject && relatives.has(node.token.xpos) && node.parent === head && ["obj", "obl"].includes(relation(node)));
      const noun = relation(head) === "acl" ? head.parent : null;
      if (noun && !relative) {
        if (!pronoun || relation(pronoun) !== "obj" || childOf(pronoun, "case")) return null;
        const words = this.#antecedent(noun, head);
        if (words === null) return null;
        kept = kept.filter((node) => node !== pronoun);
        after = { node: kept.find((node) => relation(node) === "compound" && node.parent === head && node.at > head.at) ?? head, words };
      }
      if (!isFinite(head)) {
        const shared = auxiliariesFor(head);
        if (shared.length === 0) return null;
        lead = `${lead} ${shared.map(({ token }) => this.#text.slice(...token.span)).join(" ").replace(/ n['’]t\b/, "n't")}`;
      }
    }
    if (!kept.includes(head) || !kept.includes(trigger)) return null;
    // "research suggests" beside a clause, "it was announced", "the label they signed to".
    const alone = kept.every((node) => node === head || inSubject.has(node) || /^(aux|punct|advmod)/.test(node.token.deprel));
    if (alone && (relation(head) === "parataxis" || (subject?.token.form.toLowerCase() === "it" && !lead))) return null;
    if (kept.findLast(({ token }) => token.upos !== "PUNCT")?.token.upos === "ADP" && !childOf(head, "compound")) return null;
    // "of which few were sold", "where they are built".
    if (relation(head) !== "root" && kept.slice(0, 2).some(({ token }) => relatives.has(token.xpos))) return null;
    // "she added" says nothing without what she added.
    if (childOf(head, "ccomp")?.at! < head.at && !childOf(head, "obj")) return null;
    const body = this.#wordsOf(kept, after);
    if (body === null || (verbatim && this.#hasGap(kept))) return null;
    const words = verbatim ? bare(body) : capital(lead ? `${lead} ${body}` : body);
    return { key: `clause ${head.token.span[0]}`, words, span: hull(kept), head: head.token.span, whole: false };
  }

  /** Clauses beside or around a predicate rather than parts of it, and the words that join them. */
  #isSeparateClause(branch: Node, head: Node): boolean {
    const kind = relation(branch);
    if (kind === "parataxis" || kind === "discourse" || kind === "vocative" || kind === "reparandum") return true;
    if (kind === "advcl") return isFinite(branch) || (!childOf(branch, "mark", "case") && followsComma(branch) && !this.#tells(branch));
    if (branch.parent !== head) return false;
    if (kind === "conj") return branch.token.upos === "VERB" || branch.token.upos === "AUX" || isFinite(branch) || childOf(branch, "nsubj") !== undefined;
    // What is said before its speaker: "It is late," she said.
    if (kind === "ccomp") return branch.at < head.at;
    // "But", "that", "because".
    if (kind === "cc") return true;
    return kind === "mark" && branch.token.xpos !== "TO" && relation(head) !== "root";
  }

  /** An aside between commas that tells no event of its own: an apposition, a relative clause, a participle. */
  #isAside(branch: Node): boolean {
    const kind = relation(branch);
    if (branch.token.deprel === "acl:relcl") return followsComma(branch);
    if (kind === "appos") return branch.token.upos !== "PROPN" && followsComma(branch) && !this.#tells(branch);
    // "accused Danner, the mayor, of taking bribes" is no aside.
    if (kind === "acl") return !childOf(branch, "mark", "case") && followsComma(branch) && !this.#tells(branch);
    return kind === "parataxis";
  }

  /** Whether a branch has the trigger of an event. Finite clauses in it count as clauses of their own. */
  #tells(branch: Node): boolean {
    return below(branch, (inner) => isFinite(inner)).some(({ token }) => this.#triggers.has(token.span[0]));
  }

  /** The subject of a predicate that has none of its own or a relative pronoun; null if there is none to be had. */
  #subjectFor(head: Node): string | null {
    const subject = childOf(head, ...subjects);
    if (!subject) {
      const first = relation(head) === "conj" ? head.parent : null;
      return first && this.#subjectFor(first);
    }
    if (!relativeIn(subject)) return this.#nameFor(subject) ?? this.#wordsOf(below(subject, (branch) => this.#isAside(branch)));
    let clause: Node = head;
    while (relation(clause) === "conj" && clause.parent) clause = clause.parent;
    if (clause.token.deprel !== "acl:relcl" || !clause.parent) return null;
    const antecedent = this.#antecedent(clause.parent, clause);
    if (antecedent === null || relatives.has(subject.token.xpos)) return antecedent;
    const whose = subject.children.find(isWhose);
    const rest = this.#wordsOf(below(subject).filter((node) => node !== whose));
    return whose && rest !== null && subject.children[0] === whose ? `${antecedent}${this.#text.includes("’") ? "’" : "'"}${/s$/.test(antecedent) ? "" : "s"} ${rest}` : null;
  }

  /** The noun that a relative clause describes. */
  #antecedent(noun: Node, clause: Node): string | null {
    if (noun.token.upos === "PRON" || noun.token.upos === "VERB" || noun.token.upos === "AUX") return null;
    const kept = below(noun, (branch) =>
      branch === clause || this.#isAside(branch) || (branch.parent === noun && /^(case|conj|cc|cop|nsubj|appos|punct|acl|advcl|mark|obl|advmod)$/.test(relation(branch))));
    return this.#wordsOf(kept);
  }

  /** The name to put in place of a subject that only refers to it: a pronoun, or "its chief executive". */
  #nameFor(subject: Node): string | null {
    const mention = this.#mentions.get(subject.token.span[1]);
    const entity = mention && this.#result.entities[mention.entity];
    if (!entity || mention.kind === "name") return null;
    const word = this.#text.slice(...subject.token.span).toLowerCase();
    const first = below(subject)[0]!;
    // "It is a step to join": what "it" refers to follows.
    if (relation(subject) === "expl" || (word === "it" && subject.parent && childOf(subject.parent, "cop"))) return null;
    const refers = mention.kind === "pronoun" ? named.has(word)
      : entity.type === "PERSON" && possessives.has(this.#text.slice(...first.token.span).toLowerCase());
    return refers ? nameWithArticle(this.#text, this.#result, entity) : null;
  }

  #hasGap(kept: readonly Node[]): boolean {
    return kept.some(({ at }, index) => index > 0 && at !== kept[index - 1]!.at + 1);
  }

  /** Whether commas or dashes stand on both sides of what is left out between two nodes. */
  #isSetOff(before: Node, after: Node): boolean {
    if (before.at + 1 === after.at) return true;
    const gap = this.#text.slice(before.token.span[1], after.token.span[0]).trim();
    return (isPunctuation(before, /^[,–—-]$/) || /^[,–—-]/.test(gap)) && (isPunctuation(after, /^[,–—-]$/) || /[,–—-]$/.test(gap));
  }

  /** The text of nodes. Commas around what was left out go with it. @returns null if something else was left out, or quotation marks would be torn apart */
  #wordsOf(nodes: readonly Node[], after: { node: Node; words: string } | null = null): string | null {
    const kept = [...nodes];
    while (kept.length > 0 && isPunctuation(kept[0]!, /^[^("“‘\[$£€]$/)) kept.shift();
    while (kept.length > 0 && isPunctuation(kept.at(-1)!, /^[^)"”’'\]%?]+$/)) kept.pop();
    const runs: Node[][] = [];
    for (const node of kept) {
      const run = runs.at(-1);
      if (run && run.at(-1)!.at + 1 === node.at && run.at(-1) !== after?.node) run.push(node);
      else runs.push([node]);
    }
    const parts: string[] = [];
    for (let index = 1; index < runs.length; index++)
      if (!this.#isSetOff(runs[index - 1]!.at(-1)!, runs[index]![0]!)) return null;
    runs.forEach((run, index) => {
      const from = index > 0 && isPunctuation(run[0]!, /^[,–—-]$/) ? 1 : 0;
      const until = index < runs.length - 1 && isPunctuation(run.at(-1)!, /^[,–—-]$/) ? run.length - 1 : run.length;
      if (from < until) parts.push(line(this.#text, [run[from]!.token.span[0], run[until - 1]!.token.span[1]]));
      if (after && run.at(-1) === after.node) parts.push(after.words);
    });
    const words = trimmed(parts.join(" ").replace(/ (?=[,;:]\s)/g, ""));
    if (runs.length > 1 && /["“”]/.test(words)) return null;
    return words && balanced(words);
  }
}

/** An entity's name with the article that the text gives it: "the Dockworkers' Federation"; null if it has no name. */
export function nameWithArticle(text: string, result: Result, entity: Entity): string | null {
  const names = entity.mentions.map((at) => result.mentions[at]!).filter(({ kind }) => kind === "name");
  if (names.length === 0) return null;
  const withThe = names.filter(({ span }) => /\bthe\s+$/i.test(text.slice(Math.max(0, span[0] - 8), span[0])));
  return 2 * withThe.length > names.length ? `the ${entity.name}` : entity.name;
}

// --- nodes -----------------------------------------------------------------------------------------------------------

/** The nearest finite predicate at or above a node, or a predicate that shares the auxiliary of one. */
function clauseAround(node: Node): Node | null {
  for (let at: Node | null = node; at; at = at.parent) {
    if (relation(at) === "aux" || relation(at) === "cop") continue;
    if (isFinite(at) || auxiliariesFor(at).length > 0) return at;
  }
  return null;
}

const isNominal = (node: Node) => (node.token.upos === "NOUN" || node.token.upos === "PROPN") && !childOf(node, "cop");

/** "will" and "not" of "will not sell or lease", for "lease". */
function auxiliariesFor(node: Node): Node[] {
  const first = relation(node) === "conj" ? node.parent : null;
  if (!first || isFinite(node) || node.token.upos !== "VERB" || first.token.xpos !== node.token.xpos || childOf(node, "mark", "nsubj")) return [];
  const found = first.children.filter((child) => child.at < first.at && (relation(child) === "aux" || /^n(o|['’])t$/i.test(child.token.form)));
  return found.some(({ token }) => /^(VBD|VBZ|VBP|MD)$/.test(token.xpos)) ? found : auxiliariesFor(first);
}

const isWhose = ({ token }: Node) => token.form.toLowerCase() === "whose";

function relativeIn(subject: Node): boolean {
  return relatives.has(subject.token.xpos) || subject.children.some(isWhose);
}

/** Whether a comma or dash stands before the first word of a branch. */
function followsComma(branch: Node): boolean {
  const words = below(branch);
  if (words[0]!.token.upos === "PUNCT") return /^[,–—-]$/.test(words[0]!.token.form);
  const before = branch.parent && below(branch.parent).findLast(({ at }) => at < words[0]!.at);
  return before != null && before.at === words[0]!.at - 1 && /^[,–—-]$/.test(before.token.form);
}

const isPunctuation = ({ token }: Node, form: RegExp) => token.upos === "PUNCT" && form.test(token.form);

const hull = (nodes: readonly Node[]): Span => {
  const words = nodes.filter(({ token }) => token.upos !== "PUNCT");
  return [(words[0] ?? nodes[0]!).token.span[0], (words.at(-1) ?? nodes.at(-1)!).token.span[1]];
};

// --- words -----------------------------------------------------------------------------------------------------------

const trimmed = (words: string) => words.replace(/^[\s,;:–—.-]+|[\s,;:–—.-]+$/g, "");

/** Without punctuation at the ends and quotation marks whose partner is missing. */
export const tidy = (words: string) => balanced(trimmed(oneLine(words)));

/** Without quotation marks around the whole. */
const bare = (words: string) => balanced(trimmed(words).replace(/^["“]([^"“”]*)["”]?$/, "$1").replace(/^([^"“”]*)["”]$/, "$1")).replace(/(?<!\.)[.,;]$/, "");

/** Without a quotation mark or bracket whose partner was left out. */
function balanced(words: string): string {
  let kept = words;
  if ((kept.match(/"/g)?.length ?? 0) % 2 === 1) kept = kept.replace(/^"|"$/g, "");
  if ((kept.match(/"/g)?.length ?? 0) % 2 === 1) kept = kept.replaceAll('"', "");
  for (const [opening, closing] of [["“", "”"], ["(", ")"], ["[", "]"]] as const)
    if (kept.split(opening).length !== kept.split(closing).length) kept = kept.replaceAll(opening, "").replaceAll(closing, "");
  return kept.trim();
}
