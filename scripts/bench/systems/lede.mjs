// Lede as its package gives it, all layers.
import { createAnalyzer } from "lede";

export async function start() {
  const analyzer = createAnalyzer();
  await analyzer.load();
  return (text) => analyzer.analyze(text);
}
