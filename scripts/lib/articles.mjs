// Test texts: from the data folder if it is beside the checkout, otherwise the project's own.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** The folder with gold data and the scorer, or null: $LEDE_SHARED, or `shared` beside the checkout. */
export function sharedFolder() {
  const folder = process.env.LEDE_SHARED ?? join(root, "..", "shared");
  return existsSync(join(folder, "eval/score.py")) ? folder : null;
}

/** @returns {{id: string, text: string, published?: string}[]} the project's own articles. */
export function ownArticles() {
  const folder = join(root, "tests/golden");
  return readdirSync(folder).filter((file) => file.endsWith(".txt")).sort().map((file) => {
    const id = file.slice(0, -".txt".length);
    const options = join(folder, `${id}.options.json`);
    const { published } = existsSync(options) ? JSON.parse(readFileSync(options, "utf8")) : {};
    return { id, text: readFileSync(join(folder, file), "utf8"), ...(published ? { published } : {}) };
  });
}

/**
 * Raw news for measurements: $LEDE_DATA, or the data folder beside the checkout, or else the project's own articles.
 * @returns {{from: string, articles: {id: string, text: string, published?: string}[]}}
 */
export function newsArticles() {
  const shared = sharedFolder();
  const data = process.env.LEDE_DATA ?? (shared && join(shared, "data"));
  const file = data && join(data, "rawnews/rawnews.jsonl");
  if (!file || !existsSync(file)) return { from: "the project's own articles", articles: ownArticles() };
  const articles = readFileSync(file, "utf8").trimEnd().split("\n").map((line) => {
    const { id, text } = JSON.parse(line);
    return { id, text };
  });
  return { from: "the data folder's raw news", articles };
}
