// npm run bench: measures speed, memory and download size, compared with two other libraries that run in the browser.
//   npm run bench                       everything (some minutes)
//   npm run bench -- --node --quick     parts: --node, --browser, --linear; --quick: fewer rounds and shorter texts
import { buildAll } from "../build.mjs";
import { newsArticles } from "../lib/articles.mjs";
import { main } from "../lib/run.mjs";
import { measureInBrowser } from "./in-browser.mjs";
import { measureInNode } from "./in-node.mjs";
import { measureLength } from "./linear.mjs";
import { countWords } from "./measure.mjs";

const asked = new Set(process.argv.slice(2));
const quick = asked.has("--quick");
const parts = ["--node", "--browser", "--linear"].filter((part) => asked.has(part));
const wanted = (part) => parts.length === 0 || parts.includes(part);

/** The article closest to 500 words, and 100 kB of articles. */
function samples(articles) {
  const words500 = articles.map(({ text }) => text)
    .reduce((best, text) => Math.abs(countWords(text) - 500) < Math.abs(countWords(best) - 500) ? text : best);
  let kilobytes100 = "";
  for (let at = 0; kilobytes100.length < 100_000; at += 1) kilobytes100 += `${articles[at % articles.length].text}\n\n`;
  return { words500, kilobytes100: kilobytes100.slice(0, 100_000) };
}

await main(async () => {
  await buildAll();
  const { from, articles } = newsArticles();
  const sample = samples(articles);
  const settings = { articles, sample, quick, rounds: quick ? 5 : 15, perRound: quick ? 10 : 40 };
  console.log(`${articles.length} articles (${from}), ${articles.reduce((sum, { text }) => sum + countWords(text), 0).toLocaleString("en-GB")} words`);
  if (wanted("--node")) await measureInNode(settings);
  if (wanted("--browser")) await measureInBrowser(settings);
  if (wanted("--linear")) await measureLength(settings);
});
