"""Articles with coreference annotation, and the engine's features of their candidates (lede_coreference_features)."""

from __future__ import annotations

import json
import pathlib
import re
import subprocess
import sys
from dataclasses import dataclass, field

import numpy as np

NAME, NOMINAL, PRONOUN = 0, 1, 2
NONE = 0xFFFFFFFF


@dataclass
class Candidate:
    span: tuple[int, int]  # code points
    head: tuple[int, int]
    kind: int
    group: int  # group of names with the same entity; or NONE
    as_anaphor: np.ndarray
    as_antecedent: np.ndarray
    vectors: np.ndarray  # word vectors of its head and its governor
    antecedents: list[int]
    pairs: list[np.ndarray]
    nothing: np.ndarray
    chain: int = -1  # gold chain; -1 if there is none


@dataclass
class Article:
    id: str
    text: str
    clusters: list[frozenset]
    candidates: list[Candidate] = field(default_factory=list)
    complete: bool = True  # whether all chains are annotated, or only those of some entity types
    pronoun: tuple[int, int] | None = None  # the only annotated pronoun (GAP)
    named: tuple[int, int] | None = None  # a name of its referent
    own: bool = False  # of the project's own annotation
    unsettled: frozenset = frozenset()  # spans whose antecedent the annotation does not tell
    groups: list = field(default_factory=list)  # (clusters of the members, cluster of the whole)


def layers(evaluation: pathlib.Path):
    """The scorer's readers, so that training texts are formatted as in evaluation."""
    sys.path.insert(0, str(evaluation))
    from lede_eval.layers import coref
    return coref


def read(evaluation: pathlib.Path, file: pathlib.Path, complete: bool = True) -> list[Article]:
    return [Article(d.id, d.text, d.gold.clusters, complete=complete)
            for d in layers(evaluation).Chains().load(file)]


def read_pronouns(evaluation: pathlib.Path, file: pathlib.Path) -> list[Article]:
    """The pronouns of GAP that refer to one of their two names."""
    articles = []
    for d in layers(evaluation).Pronouns().load(file):
        if any(d.gold.coreferent):
            articles.append(Article(d.id, d.text, [], complete=False, pronoun=d.gold.pronoun,
                                    named=d.gold.names[0 if d.gold.coreferent[0] else 1]))
    return articles


def read_news(root: pathlib.Path) -> list[Article]:
    """The project's own chains (scripts/train/chains/README.md)."""
    texts = {}
    for file in sorted(root.glob("stories/*.json")):
        story = json.loads(file.read_text(encoding="utf-8"))
        texts[story["id"]] = story["text"]
    for file in sorted(root.glob("briefs/*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            brief = json.loads(line)
            texts[brief["id"]] = brief["text"]
    articles = []
    for file in sorted(root.glob("chains/*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            spans = lambda mentions: frozenset(tuple(span) for span in mentions)
            numbers = {chain["name"]: number for number, chain in enumerate(row["chains"])}
            clusters = [spans(chain["mentions"]) for chain in row["chains"]]
            groups = []
            for group in row["groups"]:
                members = [numbers.get(name) for name in group["members"]]
                if None not in members:
                    groups.append(([clusters[m] for m in members], len(clusters)))
                clusters.append(spans(group["mentions"]))
            unsettled = spans(row["open"]).union(*(spans(d["mentions"]) for d in row["descriptions"]))
            articles.append(Article(row["id"], row.get("text") or texts[row["id"]], clusters, own=True,
                                    unsettled=unsettled, groups=groups))
    return articles


class Stream:
    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def take(self, kind: str, count: int) -> np.ndarray:
        array = np.frombuffer(self.data, kind, count, self.at)
        self.at += array.nbytes
        return array

    def number(self, kind: str) -> int:
        return int(self.take(kind, 1)[0])

    def rows(self) -> np.ndarray:
        return self.take("<u2", self.number("<u2"))


def code_points(text: str) -> np.ndarray:
    """For each byte of the text, the index of its code point."""
    sizes = [len(c.encode()) for c in text]
    return np.append(np.repeat(np.arange(len(text)), sizes), len(text))


def describe(articles: list[Article], tool: pathlib.Path, model: pathlib.Path, as_read: bool = False):
    """Fills in the candidates: first their spans, then, given chains, the other features. The chains are gold, or
    predicted by the model's ranker."""
    read_candidates(articles, tool, model)
    for article in articles:
        align(article)
    chains = [[c.chain for c in article.candidates] for article in articles]
    read_candidates(articles, tool, model, [None] * len(articles) if as_read else chains)
    for article, numbers in zip(articles, chains):
        for candidate, number in zip(article.candidates, numbers):
            candidate.chain = number


def read_candidates(articles: list[Article], tool: pathlib.Path, model: pathlib.Path, chains=None):
    lines = "".join(json.dumps({"text": a.text, "chains": c}) + "\n"
                    for a, c in zip(articles, [[]] * len(articles) if chains is None else chains))
    stream = Stream(subprocess.run([tool, model], input=lines.encode(), check=True, stdout=subprocess.PIPE).stdout)
    for article in articles:
        article.candidates = []
        point = code_points(article.text)
        for _ in range(stream.number("<u4")):
            begin, end, head_begin, head_end = stream.take("<u4", 4)
            kind, group = stream.number("<u1"), stream.number("<u4")
            as_anaphor, as_antecedent = stream.rows(), stream.rows()
            vectors = stream.take("<i2", 200).reshape(2, 100)
            antecedents, pairs = [], []
            for _ in range(stream.number("<u2")):
                antecedents.append(stream.number("<u4"))
                pairs.append(stream.rows())
            article.candidates.append(Candidate(
                (int(point[begin]), int(point[end])), (int(point[head_begin]), int(point[head_end])), kind, group,
                as_anaphor, as_antecedent, vectors, antecedents, pairs, stream.rows()))


def align(article: Article):
    """Gives each candidate the gold chain of its span, or of a span that differs only in the extent of the phrase."""
    if article.pronoun:
        align_pronoun(article)
        return
    chain_of = {span: number for number, chain in enumerate(article.clusters) for span in chain}
    chain_of.update(joined(article))
    taken = set()
    for candidate in article.candidates:
        if candidate.span in chain_of:
            candidate.chain = chain_of[candidate.span]
            taken.add(candidate.span)
    by_begin, by_end = {}, {}
    for candidate in article.candidates:
        if candidate.chain >= 0:
            continue
        if candidate.kind == NAME:
            by_end.setdefault(candidate.span[1], candidate)
        elif candidate.kind == NOMINAL:
            by_begin.setdefault(candidate.span[0], candidate)
    for (begin, end), number in chain_of.items():
        if (begin, end) in taken:
            continue
        form = article.text[begin:end]
        shorter = end - len(re.search(r"\s*(['’]s?)?$", form).group())
        candidate = by_end.get(end) or by_end.get(shorter)
        if candidate is None or candidate.span[0] < begin:
            candidate = by_begin.get(begin)
            if candidate is None or candidate.head[1] > end:
                continue
        if candidate.chain < 0:
            candidate.chain = number


def joined(article: Article) -> dict[tuple[int, int], int]:
    """The phrases that name all members of a group, "Ann Lee and Bob Roe", with the chain of the group."""
    found = {}
    for members, whole in article.groups:
        inside = lambda span, chain: any(span[0] <= begin and end <= span[1] for begin, end in chain)
        starts = {begin for chain in members for begin, _ in chain}
        ends = {end for chain in members for _, end in chain}
        for candidate in article.candidates:
            span = candidate.span
            if candidate.kind == NOMINAL and span[0] in starts and span[1] in ends and all(inside(span, m) for m in members):
                found[span] = whole
    return found


def align_pronoun(article: Article):
    """Puts names into the chain of their group, and the pronoun into the chain of its name."""
    meant = -1
    for candidate in article.candidates:
        if candidate.kind == NAME:
            candidate.chain = candidate.group
            if article.named[0] <= candidate.head[0] and candidate.head[1] <= article.named[1]:
                meant = candidate.group
    for candidate in article.candidates:
        if candidate.span == article.pronoun:
            candidate.chain = meant
