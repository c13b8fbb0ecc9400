// Sentences as trees of tokens.
import type { Result, Span, Token } from "../api/types.js";
import { firstFrom } from "./spans.js";

export interface Node {
  token: Token;
  /** Position in the sentence, from 0. */
  at: number;
  parent: Node | null;
  /** In text order. */
  children: Node[];
}

export type Tree = readonly Node[];

/** @returns the tokens in text order, linked by their heads */
function treeOf(tokens: readonly Token[]): Tree {
  const nodes = tokens.map((token, at): Node => ({ token, at, parent: null, children: [] }));
  for (const node of nodes) {
    const parent = nodes[node.token.head - 1];
    if (!parent || parent === node) continue;
    node.parent = parent;
    parent.children.push(node);
  }
  return nodes;
}

/** The trees of a result with tokens, each built when it is first asked for. */
export class Trees {
  #sentences: readonly Span[];
  #tokens: readonly Token[][];
  #trees = new Map<number, Tree>();

  constructor({ sentences, tokens }: Pick<Result, "sentences" | "tokens">) {
    this.#sentences = sentences;
    this.#tokens = tokens ?? [];
  }

  /** The sentence that contains an offset; -1 if none does. */
  sentenceAt(offset: number): number {
    const index = firstFrom(this.#sentences, offset + 1, ([start]) => start) - 1;
    return index >= 0 && offset < this.#sentences[index]![1] ? index : -1;
  }

  /** The tree of a sentence; empty if the result has no tokens. */
  tree(sentence: number): Tree {
    let tree = this.#trees.get(sentence);
    if (!tree) this.#trees.set(sentence, (tree = treeOf(this.#tokens[sentence] ?? [])));
    return tree;
  }

  /** The highest token within a span. */
  head(span: Span): Node | null {
    const inside = this.tree(this.sentenceAt(span[0])).filter(({ token }) => token.span[0] >= span[0] && token.span[1] <= span[1]);
    return inside.find(({ parent }) => !parent || parent.token.span[0] < span[0] || parent.token.span[1] > span[1]) ?? null;
  }
}

/** A node with all below it, in text order. Branches that `leaves` accepts are left out. */
export function below(node: Node, leaves: (branch: Node) => boolean = () => false): Node[] {
  const found: Node[] = [];
  const open = [node];
  while (open.length > 0) {
    const next = open.pop()!;
    found.push(next);
    for (const child of next.children) if (!leaves(child)) open.push(child);
  }
  return found.sort((a, b) => a.at - b.at);
}

export const relation = ({ token }: Node) => token.deprel.split(":")[0]!;

export const childOf = (node: Node, ...relations: string[]) => node.children.find((child) => relations.includes(relation(child)));

const finiteTags = new Set(["VBD", "VBZ", "VBP", "MD"]);

/** Whether a predicate is finite by itself or by an auxiliary or copula. */
export function isFinite(node: Node): boolean {
  return finiteTags.has(node.token.xpos) ||
    node.children.some((child) => /^(aux|cop)/.test(child.token.deprel) && finiteTags.has(child.token.xpos));
}
