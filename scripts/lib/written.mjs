// News written by the fuzzers' writer (tests/fuzz/news_writer.h), as build/native holds it.
import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Failure, root } from "./run.mjs";

/** @returns {{id: number, text: string, published?: string, title?: string}[]} the same for the same seed */
export function writtenNews(count, seed) {
  const program = join(root, "build/native/tests/lede_write_news");
  if (!existsSync(program)) throw new Failure("There is no build/native/tests/lede_write_news: run npm run build first.");
  const { status, stdout, stderr } = spawnSync(program, [String(count), String(seed)], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) throw new Failure(`lede_write_news ended with ${status}: ${stderr}`);
  return stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
}
