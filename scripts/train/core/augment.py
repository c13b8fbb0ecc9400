"""New sentences from old ones, so that the core learns how sentences are built instead of the treebanks by heart.

Subtrees change places with those of other sentences that hang on their head in the same way (after Shi, Livescu,
Gimpel 2021, Substructure Substitution), and words of names with those of other names of their kind (after Dai, Adel
2020, An Analysis of Simple Data Augmentation for Named Entity Recognition). Labels go along with their words.
"""

from __future__ import annotations

import collections
import copy
import random

import numpy as np

import data

LONGEST = 12  # words of a subtree that moves
FUNCTION = {"punct", "det", "case", "mark", "aux", "cop", "cc", "expl", "fixed", "flat", "goeswith", "discourse"}
SURE = 0.9  # how sure the teacher is of a word of a name that may stand for another
# Labels whose words may stand for one another without the rest of the name: of persons all, of others whole names.
EXCHANGED = {data.NAME_LABEL_ID[label] for label in ("B-PER", "I-PER", "E-PER", "S-PER", "S-ORG", "S-LOC")}


def subtrees(sentence: data.Sentence) -> list[tuple[int, int, int]]:
    """(first word, word after the last, head) of each subtree that is one piece, holds whole names only and opens
    no sentence."""
    size = len(sentence.forms)
    first, last, count = list(range(size)), list(range(size)), [1] * size
    children = collections.defaultdict(list)
    for word, head in enumerate(sentence.heads):
        children[head].append(word)
    order, at = [-1], 0
    while at < len(order):
        order += children[order[at]]
        at += 1
    for word in reversed(order[1:]):
        head = sentence.heads[word]
        if head >= 0:
            first[head], last[head] = min(first[head], first[word]), max(last[head], last[word])
            count[head] += count[word]
    cuts_name = set()
    for begin, end, _ in sentence.gold or ():
        cuts_name.update(range(begin + 1, end))
    return [(first[w], last[w] + 1, w) for w in range(size)
            if sentence.heads[w] >= 0 and first[w] > 0 and count[w] == last[w] + 1 - first[w] <= LONGEST
            and first[w] not in cuts_name and last[w] + 1 not in cuts_name
            and sentence.relations[w].split(":")[0] not in FUNCTION]


class Augmenter:
    def __init__(self, training: list[data.Sentence]):
        self.trees: dict[int, list] = {}  # by id of the sentence
        self.donors = collections.defaultdict(list)
        words: dict[int, set[str]] = collections.defaultdict(set)
        for sentence in training:
            if sentence.gold_tree and sentence.arcs is not None:
                self.trees[id(sentence)] = subtrees(sentence)
                for begin, end, head in self.trees[id(sentence)]:
                    self.donors[self.key(sentence, head)].append((sentence, begin, end, head))
            if sentence.read is not None:
                label = sentence.read.argmax(1)
                sure = sentence.read.max(1) > SURE
                for word in np.flatnonzero(sure & np.isin(label, list(EXCHANGED))):
                    if self.is_exchanged(sentence, word):
                        words[int(label[word])].add(sentence.forms[word])
        self.words = {label: sorted(forms) for label, forms in words.items()}

    def key(self, sentence: data.Sentence, head: int):
        return sentence.scheme, sentence.names is None, sentence.relations[head], sentence.tags[head]

    @staticmethod
    def is_exchanged(sentence: data.Sentence, word: int) -> bool:
        form = sentence.forms[word]
        return form[:1].isupper() and len(form) > 1 and sentence.tags[word].startswith("PROPN")

    def renamed(self, sentence: data.Sentence, share: float, generator: random.Random) -> data.Sentence:
        """Each name but for some of them with other words."""
        if sentence.read is None:
            return sentence
        label, sure = sentence.read.argmax(1), sentence.read.max(1) > SURE
        forms, changes = list(sentence.forms), False
        for word in np.flatnonzero(sure & (label > 0)).tolist():
            kind = int(label[word])
            if kind in EXCHANGED and generator.random() < share and self.is_exchanged(sentence, word):
                forms[word] = generator.choice(self.words[kind])
                changes = True
        if not changes:
            return sentence
        changed = copy.copy(sentence)
        changed.forms = forms
        return changed

    def grafted(self, sentence: data.Sentence, most: int, generator: random.Random) -> data.Sentence:
        """Some subtrees replaced by others; what replaces one has its relation and tag."""
        places = self.trees.get(id(sentence))
        if not places:
            return sentence
        chosen = []
        for place in generator.sample(places, min(most, len(places))):
            if all(place[1] <= b or e <= place[0] for b, e, _ in chosen):
                chosen.append(place)
        for begin, end, head in sorted(chosen, reverse=True):  # from behind, so that places in front stay
            donor = generator.choice(self.donors[self.key(sentence, head)])
            sentence = self.graft(sentence, begin, end, head, *donor)
        return sentence

    @staticmethod
    def graft(host: data.Sentence, begin: int, end: int, head: int, donor: data.Sentence, first: int, after: int,
              top: int) -> data.Sentence:
        grown = (after - first) - (end - begin)
        if len(host.forms) + grown > 120:
            return host
        spliced = lambda ours, theirs: ours[:begin] + theirs[first:after] + ours[end:]
        # Where the words of the host and of the donor come to stand; a word that went is its subtree's new head.
        new_top = begin + top - first
        size = len(host.forms)
        of_host = np.array([t if t < begin else new_top if t < end else t + grown for t in range(size)] + [-1])
        of_donor = np.full(len(donor.forms) + 1, -2)
        of_donor[first:after] = np.arange(begin, begin + after - first)
        result = copy.copy(host)
        result.forms = spliced(host.forms, donor.forms)
        result.tags = spliced(host.tags, donor.tags)
        result.relations = spliced(host.relations, donor.relations)
        if host.names is not None:
            result.names = spliced(host.names, donor.names)
        if host.read is not None and donor.read is not None:
            result.read = np.concatenate([host.read[:begin], donor.read[first:after], host.read[end:]])
        else:
            result.read = None
        above = int(of_host[host.heads[head]])
        theirs_heads, theirs_shares = of_donor[donor.arcs[0][first:after]], donor.arcs[1][first:after]
        theirs_heads[top - first, 0] = above
        theirs_shares = np.where(theirs_heads == -2, 0, theirs_shares)
        theirs_heads = np.where(theirs_heads == -2, theirs_heads[:, :1], theirs_heads)
        theirs_shares = theirs_shares / theirs_shares.sum(1, keepdims=True)
        heads = np.concatenate([of_host[host.arcs[0][:begin]], theirs_heads, of_host[host.arcs[0][end:]]])
        shares = np.concatenate([host.arcs[1][:begin], theirs_shares, host.arcs[1][end:]])
        result.arcs = heads, shares.astype(np.float32)
        result.heads = heads[:, 0].tolist()
        return result
