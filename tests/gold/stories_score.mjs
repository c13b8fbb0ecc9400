// Scores Lede on the annotated stories (tests/gold/stories/README.md).
//   node tests/gold/stories_score.mjs                 scores the held-out stories
//   node tests/gold/stories_score.mjs train           scores the training stories
//   node tests/gold/stories_score.mjs train --errors [LAYER…]   also lists errors; only for training stories, because
//                                                     held-out ones must stay unread
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { answerOf, placesOf, readStories } from "./stories.mjs";

const lede = process.env.LEDE ?? fileURLToPath(new URL("../../build/lede", import.meta.url));

const overlap = (a, b) => a[0] < b[1] && b[0] < a[1];
const within = (a, b) => b[0] <= a[0] && a[1] <= b[1];
const questions = ["who", "what", "when", "where", "why", "how"];
const stances = new Set(["supports", "opposes", "urges", "denies", "praises", "criticises", "accuses", "threatens", "agrees_with"]);

/** The results of Lede for stories, with UTF-16 offsets. */
export function analyse(stories) {
  const lines = stories.map(({ id, text, published }) => JSON.stringify({ id, text, ...(published ? { published } : {}) }));
  const run = spawnSync(lede, ["--jsonl", "--offsets", "utf16"], { input: lines.join("\n"), encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr || String(run.error));
  return run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
}

/** A story with Lede's result. */
class Reading {
  constructor(story, result) {
    Object.assign(this, { story, result, text: story.text });
  }

  places(reference) {
    return reference === null ? [] : placesOf(this.text, reference);
  }

  slice([start, end]) {
    return this.text.slice(start, end).replace(/\s+/g, " ");
  }

  /** The spans of an entity's words. */
  spansOf(entity) {
    return entity === null || entity === undefined ? [] : this.result.entities[entity].mentions.map((id) => this.result.mentions[id].span);
  }

  /** Whether a participant {span, entity} matches one of the places: its words overlap one, or its entity is named there. */
  means(participant, places) {
    return [participant.span, ...this.spansOf(participant.entity)].some((span) => places.some((place) => overlap(span, place)));
  }

  roleIsRight(found, reference) {
    if (reference === null) return found === null;
    return found !== null && this.means(found, this.places(reference));
  }
}

const isFact = ({ modality, polarity }) => modality === "asserted" && polarity === "positive";

class Score {
  constructor() {
    this.of = {};
    this.errors = [];
  }

  /** Counts a case of a measure; `error` describes what is wrong. */
  count(measure, right, error) {
    const row = (this.of[measure] ??= { right: 0, all: 0 });
    row.all += 1;
    if (right) row.right += 1;
    else if (error) this.errors.push([measure, error()]);
  }
}

const tell = (reading, event) =>
  `${event.agent ? reading.slice(event.agent.span) : "–"} | ${reading.slice(event.trigger)} | ${event.patient ? reading.slice(event.patient.span) : "–"} (${event.modality} ${event.polarity})`;

function scoreEvents(reading, score) {
  const { story, result } = reading;
  const triggers = story.events.map((gold) => reading.places(gold.trigger));
  const matching = (gold, event) => triggers[gold].some((place) => overlap(place, event.trigger));
  const rolesRight = (gold, event) => reading.roleIsRight(event.agent, gold.agent) && reading.roleIsRight(event.patient, gold.patient);

  for (const [number, gold] of story.events.entries()) {
    const found = result.events.filter((event) => matching(number, event));
    const told = `${gold.agent?.split("|")[0] ?? "–"} | ${gold.trigger.split("|")[0]} | ${gold.patient?.split("|")[0] ?? "–"}`;
    if (gold.weight >= 2)
      score.count("main events, found with agent and patient", found.some((event) => rolesRight(gold, event)),
        () => `${told}: ${found.length > 0 ? tell(reading, found[0]) : "not found"}`);
    if (!isFact(gold) && found.length > 0)
      score.count("unreal events, not told as fact", !found.some(isFact), () => `${told} (${gold.modality}): ${tell(reading, found.find(isFact))}`);
  }
  const first = [...result.events].sort((a, b) => (b.weight ?? b.score) - (a.weight ?? a.score) || a.id - b.id).slice(0, 5);
  for (const event of first) {
    const number = story.events.findIndex((gold, index) => matching(index, event) && gold.weight >= 1);
    const gold = story.events[number];
    // "The bridge was closed" may be listed even if another sentence says who closed it.
    const acceptable = gold && (event.agent === null || reading.roleIsRight(event.agent, gold.agent)) && reading.roleIsRight(event.patient, gold.patient);
    score.count("first five events, acceptable", acceptable && isFact(gold) === isFact(event),
      () => `${tell(reading, event)}: ${gold ? `${gold.agent} | ${gold.trigger} | ${gold.patient} (${gold.modality} ${gold.polarity})` : "must not be listed"}`);
  }
  const classes = story.events.flatMap((gold, number) => result.events.filter((event) => matching(number, event)).map((event) => [gold, event]));
  for (const [gold, event] of classes) {
    if (event.class) score.count("class, of those given", gold.class === event.class, () => `${tell(reading, event)}: ${event.class}, not ${gold.class}`);
    if (gold.class) score.count("class, of those wanted", gold.class === event.class);
  }
}

function scoreStances(reading, score) {
  const { story, result } = reading;
  const found = result.relations.filter(({ predicate }) => stances.has(predicate));
  const places = story.stances.map((gold) => ({ holder: reading.places(gold.holder), target: reading.places(gold.target), words: reading.places(gold.words) }));
  const same = (number, relation) => {
    const gold = places[number];
    const target = relation.target;
    const event = target?.event === undefined ? null : result.events[target.event];
    const at = [...(target?.span ? [target.span] : []), ...reading.spansOf(target?.entity ?? relation.object), ...(event ? [event.trigger] : [])];
    return story.stances[number].predicate === relation.predicate &&
      reading.spansOf(relation.subject).some((span) => gold.holder.some((place) => overlap(span, place))) &&
      (at.some((span) => [...gold.target, ...gold.words].some((place) => overlap(span, place))));
  };
  for (const relation of found)
    score.count("stances, right of those given", story.stances.some((_, number) => same(number, relation)),
      () => `${result.entities[relation.subject].name} ${relation.predicate} ${JSON.stringify(relation.target)}: ${reading.slice(relation.evidence)}`);
  for (const [number, gold] of story.stances.entries())
    score.count("stances, found", found.some((relation) => same(number, relation)), () => `${gold.holder.split("|")[0]} ${gold.predicate} ${gold.target.split("|")[0]}: ${gold.words}`);
}

const wordsOf = (office) => office.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").split(" ").filter((word) => word && !["the", "a", "an"].includes(word)).join(" ");

function scoreRelations(reading, score) {
  const { story, result } = reading;
  const gold = story.relations.filter(([, predicate]) => predicate === "position_held");
  const found = result.relations.filter(({ predicate }) => predicate === "position_held");
  const same = ([subject, , office], relation) =>
    reading.spansOf(relation.subject).some((span) => reading.places(subject).some((place) => overlap(span, place))) &&
    office.split("|").some((words) => wordsOf(words.replace(/#\d+$/, "")) === wordsOf(relation.text));
  for (const relation of found)
    score.count("positions, right of those given", gold.some((one) => same(one, relation)), () => `${result.entities[relation.subject].name}: ${relation.text}`);
  for (const one of gold) score.count("positions, found", found.some((relation) => same(one, relation)), () => `${one[0]}: ${one[2]}`);
  const others = (name) => name !== "position_held" && !stances.has(name);
  const like = ([subject, predicate, object], relation) =>
    predicate === relation.predicate && reading.spansOf(relation.subject).some((span) => reading.places(subject).some((place) => overlap(span, place))) &&
    [relation.evidence, ...reading.spansOf(relation.object)].some((span) => reading.places(object).some((place) => overlap(span, place)));
  for (const relation of result.relations.filter(({ predicate }) => others(predicate)))
    score.count("other relations, right of those given", story.relations.some((one) => like(one, relation)),
      () => `${result.entities[relation.subject].name} ${relation.predicate} ${relation.text}`);
  for (const one of story.relations.filter(([, predicate]) => others(predicate)))
    score.count("other relations, found", result.relations.some((relation) => like(one, relation)), () => one.join(" "));
}

/** A tag of the gold and a phrase of Lede are the same, or one is the other with a word or two before it. */
const isSameTag = (a, b) => {
  const [short, long] = [a, b].map((words) => words.toLowerCase().replace(/[’']s?(?=\s|$)/g, "").split(/\s+/)).sort((x, y) => x.length - y.length);
  return long.length - short.length <= 2 && short.every((word, i) => word === long[long.length - short.length + i]);
};

function scoreSummary(reading, score) {
  const { story, result } = reading;
  const wanted = story.summary.map((words) => reading.places(words)[0][0]);
  const summary = result.summary.map((number) => result.sentences[number]);
  for (const span of summary)
    score.count("summary sentences, right of those given", wanted.some((start) => span[0] <= start && start < span[1]), () => reading.slice(span));
  for (const start of wanted)
    score.count("summary sentences, found", summary.some((span) => span[0] <= start && start < span[1]), () => story.text.slice(start, start + 80));
  const phrases = result.keyphrases.slice(0, 5).map(({ text }) => text);
  for (const phrase of phrases)
    score.count("first five key phrases, right", story.keyphrases.some((tag) => isSameTag(tag.replace(/#\d+$/, ""), phrase)), () => `${phrase} | ${story.keyphrases.join(", ")}`);
}

function scoreAnswers(reading, score) {
  const { story, result, text } = reading;
  for (const question of questions) {
    const wanted = story.answers[question].map((answer) => answerOf(text, answer));
    const shown = result.brief[question][0];
    if (wanted.length > 0) score.count(`answers to ${question}, given`, shown);
    if (!shown) continue;
    const names = reading.spansOf(shown.entity);
    const right = wanted.some(({ whole, core }) =>
      (within(core, shown.span) && within(shown.span, whole)) ||
      ((question === "who" || question === "where") && names.some((name) => within(core, name) || (within(name, core) && name[1] === core[1]))));
    score.count(`answers to ${question}, right of those given`, right,
      () => `${reading.slice(shown.span)} (${shown.score}): ${wanted.length > 0 ? story.answers[question].slice(0, 2).join(" / ") : "no answer"}`);
  }
}

function scoreChecks(reading, score) {
  const { story, result } = reading;
  const same = (gold, check) => gold.kind === check.kind && gold.words.some((words) => reading.places(words).some((place) => check.spans.some((span) => overlap(span, place))));
  for (const check of result.checks)
    score.count("checks, right of those given", story.checks.some((gold) => same(gold, check)), () => `${check.kind}: ${check.message}`);
  for (const gold of story.checks.filter(({ obvious }) => obvious))
    score.count("obvious checks, given", result.checks.some((check) => same(gold, check)), () => `${gold.kind}: ${gold.words.join(", ")} – ${gold.why}`);
  for (const alarm of story.false_alarms) score.count("false alarms, avoided", !result.checks.some((check) => same(alarm, check)), () => `${alarm.kind}: ${alarm.words.join(", ")}`);
}

/** Words without an article before them. */
const plain = (words) => words.toLowerCase().replace(/^(the|a|an) /, "");

/** The entity that a place means: of the shortest mention there, or the holder of a position that the article tells of in just these words. */
function meantAt(reading, places) {
  const { result } = reading;
  const mention = result.mentions.filter(({ span }) => places.some((place) => within(place, span) || (overlap(place, span) && span[1] === place[1])))
    .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))[0];
  const positions = result.relations.filter(({ predicate, text, evidence }) => predicate === "position_held"
    && places.some((place) => within(place, evidence) && plain(text) === plain(reading.slice(place))));
  return { entity: mention?.entity, holders: positions.map(({ subject }) => subject) };
}

function scoreIdentity(reading, score) {
  const { story, result } = reading;
  const names = (entity, whom) => reading.spansOf(entity).some((span) => reading.places(whom).some((place) => overlap(span, place) || reading.slice(span) === reading.slice(place)));
  for (const [where, whom, kind] of story.identity) {
    const { entity, holders } = meantAt(reading, reading.places(where));
    const members = whom === "open" ? [] : whom.split(" + ");
    const found = result.entities[entity]?.members ?? [];
    const right = whom === "open" ? entity === undefined || reading.spansOf(entity).length <= 1
      : members.length === 1 ? names(entity, whom) || holders.some((holder) => names(holder, whom))
        : found.length === members.length && members.every((member) => found.some((id) => names(id, member)));
    const measure = kind === "phrase" || kind === "office" ? "offices and phrases" : kind === "pronoun" ? "pronouns" : "groups";
    score.count(`${measure}, right`, right,
      () => `${where} = ${whom}: ${entity === undefined ? "no mention" : result.entities[entity].name}${holders.length > 0 ? `, held by ${holders.map((id) => result.entities[id].name).join(", ")}` : ""}`);
  }
  for (const [first, second] of story.apart) {
    const [a, b] = [first, second].map((words) => {
      const place = reading.places(words)[0];
      return result.mentions.find(({ span }) => within(place, span) && span[1] - span[0] < place[1] - place[0] + 20)?.entity;
    });
    score.count("apart, kept apart", a === undefined || b === undefined || a !== b, () => `${first} ≠ ${second}`);
  }
}

/** Scores stories. Returns {measure: {right, all}} and the errors. */
export function scoreStories(stories, results) {
  const scores = stories.map((story, index) => {
    const score = new Score();
    const reading = new Reading(story, results[index]);
    for (const part of [scoreEvents, scoreStances, scoreRelations, scoreAnswers, scoreSummary, scoreChecks, scoreIdentity]) part(reading, score);
    return score;
  });
  const sums = {};
  for (const { of } of scores)
    for (const [measure, { right, all }] of Object.entries(of)) {
      const sum = (sums[measure] ??= { right: 0, all: 0 });
      sum.right += right;
      sum.all += all;
    }
  return { sums, errors: scores.map(({ errors }) => errors) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const part = process.argv.includes("train") ? "train" : "unseen";
  const stories = readStories(part);
  const { sums, errors } = scoreStories(stories, analyse(stories));
  const layers = process.argv.slice(2).filter((word) => !["train", "--errors"].includes(word));
  if (process.argv.includes("--errors") && part === "train")
    for (const [index, list] of errors.entries())
      for (const [measure, error] of list)
        if (layers.length === 0 || layers.some((layer) => measure.includes(layer))) console.log(`${stories[index].id.slice(0, 20).padEnd(20)} ${measure}: ${error}`);
  console.log(`${stories.length} stories (${part})`);
  for (const measure of Object.keys(sums).sort())
    console.log(`${measure.padEnd(44)}${((100 * sums[measure].right) / sums[measure].all).toFixed(1).padStart(7)}${String(sums[measure].all).padStart(6)}`);
}
