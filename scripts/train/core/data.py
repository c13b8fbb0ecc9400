"""The training data: sentences with the annotations of each set, mapped to one set of labels.

Sets disagree on what a name is. Each keeps its own scheme, which the model sees as a marker. If a set does not
annotate a type, or merges several types, all labels compatible with its annotation are allowed, and the loss sums
over them.
"""

from __future__ import annotations

import collections
import dataclasses
import json
import pathlib
import random
import subprocess

TYPES = ["PER", "ORG", "LOC", "NORP", "EVENT", "WORK", "PROD", "MISC"]
NAME_LABELS = ["O"] + [f"{place}-{kind}" for kind in TYPES for place in "BIES"]
NAME_LABEL_ID = {label: i for i, label in enumerate(NAME_LABELS)}
ALL_LABELS = (1 << len(NAME_LABELS)) - 1
ARCS = 3  # how many likely heads the teacher gives per word, with probabilities
FREE = {"NORP", "EVENT", "WORK", "PROD", "MISC"}

# The types for each set's labels. A label that is missing here is not a name; None: unknown.
CROSSNER = {
    **dict.fromkeys(["politician", "person", "scientist", "researcher", "writer", "musicalartist"], {"PER"}),
    **dict.fromkeys(["politicalparty", "organisation", "university", "band"], {"ORG"}),
    **dict.fromkeys(["country", "location"], {"LOC"}),
    **dict.fromkeys(["election", "event", "conference"], {"EVENT"}),
    **dict.fromkeys(["book", "poem", "magazine", "album", "song", "academicjournal"], {"WORK"}),
    **dict.fromkeys(["product", "programlang"], {"PROD"}),
    "award": {"MISC"}, "astronomicalobject": {"LOC", "MISC"}, "misc": FREE,
}
SCHEMES: dict[str, tuple[dict[str, set[str] | None], set[str]]] = {
    # scheme: (label → types, types that the set does not annotate)
    "uner": ({"PER": {"PER"}, "ORG": {"ORG"}, "LOC": {"LOC"}}, FREE),
    "gum": ({"person": {"PER"}, "organization": {"ORG"}, "place": {"LOC"}, "event": {"EVENT"},
             "object": {"PROD", "MISC"}, "abstract": {"WORK", "MISC", "NORP", "PROD"},
             "animal": {"MISC"}, "plant": {"MISC"}, "substance": {"MISC"}}, {"NORP"}),
    "wikigold": ({"PER": {"PER"}, "ORG": {"ORG"}, "LOC": {"LOC"}, "MISC": FREE}, set()),
    "redocred": ({"PER": {"PER"}, "ORG": {"ORG"}, "LOC": {"LOC"}, "MISC": FREE}, set()),
    "crossner": (CROSSNER, set()),
    "multiner": ({"PER": {"PER"}, "ORG": {"ORG"}, "LOC": {"LOC"}, "MISC": None}, FREE),
    "sec": ({"PER": {"PER"}, "ORG": {"ORG"}, "LOC": {"LOC"}, "MISC": FREE}, FREE),
    "masc": ({"person": {"PER"}, "org": {"ORG"}, "location": {"LOC"}}, FREE),
    "gmb": ({"PER": {"PER"}, "ORG": {"ORG"}, "LOC": {"LOC"}, "NORP": {"NORP"}, "EVE": {"EVENT"},
             "ART": {"WORK", "PROD", "MISC"}, "NAT": {"EVENT", "MISC"}}, {"EVENT", "WORK", "PROD", "MISC"}),
}
SCHEME_ID = {"any": 0, **{name: i + 1 for i, name in enumerate(SCHEMES)}}


@dataclasses.dataclass
class Sentence:
    forms: list[str]
    tags: list[str] | None = None  # "UPOS|XPOS"
    heads: list[int] | None = None  # index of the head, -1 for the root
    relations: list[str] | None = None
    names: list[int] | None = None  # the set of allowed labels per word, as bits of NAME_LABELS
    scheme: int = 0
    document: str = ""
    gold: list[tuple[int, int, str]] | None = None  # names as annotated by the set, for evaluation
    arcs: tuple | None = None  # the teacher's most likely heads and their shares, words × ARCS each
    read: object = None  # the teacher's probabilities of name labels, words × NAME_LABELS
    treebank: str = ""  # "ewt" or "gum" if tags, heads and relations are human annotation, not the teacher's


def read_table(path: pathlib.Path) -> dict[str, str]:
    rows = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, _, value = line.partition("\t")
            rows[key.lower()] = value
    return rows


def read_conllu(path: pathlib.Path) -> list[Sentence]:
    sentences, rows, document = [], [], ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            document = line.partition("=")[2].strip()
        if line.startswith("#"):
            continue
        if line:
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)
        elif rows:
            sentences.append(Sentence([r[1] for r in rows], [f"{r[3]}|{r[4]}" for r in rows],
                                      [int(r[6]) - 1 for r in rows], [r[7] for r in rows], document=document,
                                      treebank=path.parent.name))
            rows = []
    return sentences


def spans_of(tags: list[str]) -> list[tuple[int, int, str]]:
    spans, start, kind = [], 0, ""
    for i, tag in enumerate([*tags, "O"]):
        place, _, label = tag.partition("-")
        if kind and (place != "I" or label != kind):
            spans.append((start, i, kind))
            kind = ""
        if place == "B" or (place == "I" and not kind):
            start, kind = i, label
    return spans


def read_conll(path: pathlib.Path) -> list[Sentence]:
    sentences, forms, tags, document = [], [], [], ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("-DOCSTART-"):
            document = line.split("\t")[0]
            continue
        if line.strip():
            form, _, tag = line.rpartition("\t")
            forms.append(form)
            tags.append(tag)
        elif forms:
            sentences.append(Sentence(forms, document=document, gold=spans_of(tags)))
            forms, tags = [], []
    return sentences


def bits(labels) -> int:
    return sum(1 << NAME_LABEL_ID[label] for label in labels)


def allowed_labels(size: int, spans, scheme: str) -> list[int]:
    kinds, silent = SCHEMES[scheme]
    outside = bits(["O"] + [f"{place}-{kind}" for kind in silent for place in "BIES"])
    allowed = [outside] * size
    for begin, end, label in spans:
        types = kinds.get(label, set())
        for i in range(begin, end):
            if types is None:
                allowed[i] = ALL_LABELS
            elif types:
                place = "S" if end - begin == 1 else "B" if i == begin else "E" if i == end - 1 else "I"
                allowed[i] = bits(f"{place}-{kind}" for kind in types)
    return allowed


class Harmoniser:
    """Normalises names to one guideline: no titles, demonyms are NORP."""

    def __init__(self, resources: pathlib.Path):
        self.demonyms = set(read_table(resources / "demonyms.tsv"))
        self.titles = {k for k in read_table(resources / "titles.tsv") if " " not in k}
        self.titles |= {k + "." for k in self.titles} | {"prime", "vice"}

    def harmonise(self, sentence: Sentence, scheme: str):
        spans = []
        for begin, end, label in sentence.gold:
            text = " ".join(sentence.forms[begin:end]).lower()
            if scheme == "gmb" and label == "GPE":
                label = "NORP" if text in self.demonyms else "LOC"
            if scheme in ("gmb", "redocred") and label == "LOC" and text in self.demonyms:
                if scheme == "gmb":
                    label = "NORP"
                else:
                    label = "MISC"
            if scheme in ("gmb", "masc") and label in ("PER", "person"):
                while end - begin > 1 and sentence.forms[begin].lower() in self.titles:
                    begin += 1
            spans.append((begin, end, label))
        sentence.names = allowed_labels(len(sentence.forms), spans, scheme)
        sentence.scheme = SCHEME_ID[scheme]


NAME_SETS = [  # file under ner/, scheme
    ("wikigold/all", "wikigold"),
    ("redocred/train", "redocred"), ("redocred/test", "redocred"),
    *[(f"crossner_{field}/{part}", "crossner")
      for field in ("politics", "ai", "literature", "music", "science") for part in ("train", "dev", "test")],
    ("multiner_gov/train", "multiner"), ("sec_filings/train", "sec"),
    ("masc/train_news_no_wsj", "masc"), ("gmb/train", "gmb"),
]


def read_training(data: pathlib.Path, resources: pathlib.Path, cutter: tuple[pathlib.Path, pathlib.Path]) -> list[Sentence]:
    """All sentences that weights may be trained on, with their annotations, if any."""
    harmoniser = Harmoniser(resources)
    training = []
    for trees, names, scheme in (("ud/ewt/train.conllu", "ner/uner_ewt/train.conll", "uner"),
                                 ("ud/gum/train_cleanlicence.conllu", "ner/gum_named/train_cleanlicence.conll", "gum")):
        treebank = read_conllu(data / trees)
        named: dict[tuple[str, ...], list[Sentence]] = {}
        for sentence in read_conll(data / names):
            named.setdefault(tuple(sentence.forms), []).append(sentence)
        for sentence in treebank:
            twins = named.get(tuple(sentence.forms))
            if twins:
                sentence.gold = twins.pop(0).gold if len(twins) > 1 else twins[0].gold
                harmoniser.harmonise(sentence, scheme)
        training += treebank
    seen = set()
    for file, scheme in NAME_SETS:
        for sentence in read_conll(data / "ner" / f"{file}.conll"):
            key = tuple(sentence.forms)
            if scheme == "gmb" and key in seen:
                continue
            seen.add(key)
            for part in cut(sentence):
                harmoniser.harmonise(part, scheme)
                training.append(part)
    return training + read_unlabelled(data, cutter)


def read_unlabelled(data: pathlib.Path, cutter: tuple[pathlib.Path, pathlib.Path]) -> list[Sentence]:
    """Sentences from training sets of other layers, tokenised by the engine (lede_sentences and its model), for the
    teacher to label."""
    texts = [json.loads(line)["text"] for file in ("relations/knowledgenet/train.jsonl", "causal/cnc/train.jsonl")
             for line in (data / file).read_text(encoding="utf-8").splitlines()]
    table = (data / "coref/gap/gap-development.tsv").read_text(encoding="utf-8").splitlines()
    texts += [row.split("\t")[1] for row in table[1:]]
    articles = "".join(json.dumps(text) + "\n" for text in dict.fromkeys(texts))
    answer = subprocess.run(cutter, input=articles, text=True, check=True, stdout=subprocess.PIPE).stdout
    sentences = [json.loads(line) for line in answer.splitlines()]
    return [part for forms in sentences if forms for part in cut(Sentence(forms, gold=[]))]


def common_words(training: list[Sentence], count: int) -> list[str]:
    """The word forms that occur in the most sentences."""
    counts = collections.Counter(form for sentence in training for form in set(sentence.forms))
    return [form for form, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:count]]


def cut(sentence: Sentence, longest: int = 120) -> list[Sentence]:
    """Splits a sentence into parts of bounded length, never inside a name."""
    if len(sentence.forms) <= longest:
        return [sentence]
    parts, begin = [], 0
    while begin < len(sentence.forms):
        end = min(begin + longest, len(sentence.forms))
        for name_begin, name_end, _ in sentence.gold:
            if name_begin < end < name_end and name_begin > begin:
                end = name_begin
        parts.append(Sentence(sentence.forms[begin:end], document=sentence.document,
                              gold=[(max(b, begin) - begin, min(e, end) - begin, k) for b, e, k in sentence.gold
                                    if b < end and e > begin]))
        begin = end
    return parts


def batches(sentences: list, size: int, generator: random.Random, shuffle: bool = True) -> list[list]:
    """Batches of about `size` words, from sentences of similar length."""
    order = list(range(len(sentences)))
    if shuffle:
        generator.shuffle(order)
    order.sort(key=lambda i: len(sentences[i].forms) + (generator.random() * 6 if shuffle else 0))
    result, batch, words = [], [], 0
    for i in order:
        batch.append(sentences[i])
        words += len(sentences[i].forms)
        if words >= size:
            result.append(batch)
            batch, words = [], 0
    if batch:
        result.append(batch)
    if shuffle:
        generator.shuffle(result)
    return result
