// Sentences as trees of tokens.
import type { Span, Token } from "../api/types.js";
import { indexAt } from "./spans.js";

export interface Node {
  token: Token;
  /** Position in the sentence, from 0. */
  at: number;
  parent: Node | null;
  /** In text order. */
  children: Node[];
}

type Tree = readonly Node[];

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

  /** @param tokens one array per sentence; empty if there are no trees */
  constructor(sentences: readonly Span[], tokens: readonly Token[][]) {
    this.#sentences = sentences;
    this.#tokens = tokens;
  }

  /** The tree of a sentence; empty if there are no tokens. */
  #tree(sentence: number): Tree {
    let tree = this.#trees.get(sentence);
    if (!tree) this.#trees.set(sentence, (tree = treeOf(this.#tokens[sentence] ?? [])));
    return tree;
  }

  /** The highest token within a span. */
  head(span: Span): Node | null {
    const inside = this.#tree(indexAt(this.#sentences, span[0])).filter(({ token }) => token.span[0] >= span[0] && token.span[1] <= span[1]);
    return inside.find(({ parent }) => !parent || parent.token.span[0] < span[0] || parent.token.span[1] > span[1]) ?? null;
  }
}

/** A node with all below it, in text order, without excluded branches. */
export function below(node: Node, exclude: (branch: Node) => boolean = () => false): Node[] {
  const found: Node[] = [];
  const open = [node];
  while (open.length > 0) {
    const next = open.pop()!;
    found.push(next);
    for (const child of next.children) if (!exclude(child)) open.push(child);
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
