// The lede package with all layers.
import { createAnalyzer } from "../../../dist/package/node.js";

export async function start() {
  const analyzer = createAnalyzer();
  await analyzer.load();
  return (text) => analyzer.analyze(text);
}
