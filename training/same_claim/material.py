"""The stories -> pairs of tellings to learn from, told slightly otherwise each time."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
SAME, CONTRADICT, OTHER = range(3)

SMALL = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
)
NUMBER = re.compile(r"\b(?:" + "|".join(SMALL[2:]) + r"|[2-9]|[1-9]\d{1,2})\b", re.IGNORECASE)

VOICES = (
    "officials", "the ministry", "a spokesman", "the governor", "witnesses", "residents", "police",
    "the army", "local media", "two sources", "the mayor", "a survivor", "the agency", "rescuers", "an aide",
    "the general staff", "his lawyer", "a monitoring group", "the union", "the UN mission", "prosecutors",
)  # fmt: skip
AFTER = (
    ", {} said",
    ", {} says",
    ", according to {}",
    ", {} reported",
    ", {} told reporters",
    ", {} claimed",
)
BEFORE = ("{} said that ", "According to {}, ", "{}: ", "{} said ", "{} reported that ", "{} told us that ")
SENTENCE = re.compile(r"[^\s][^\n]*?[.!?][\"”]?(?=\s|$)")
SAYS = re.compile(
    r"\b(?:said|says|say|told|according|claim\w*|report\w*|insist\w*|announc\w*|den\w+|maintain\w*|accus\w*)\b|[\"“]"
)


MOST_TOLD = 30
"""Tellings of a story that are learned from at a time: the pairs among them grow with the square."""


class Story(NamedTuple):
    """One story's tellings, each with its claim's number, and the pairs of claims that cannot both hold."""

    name: str
    tellings: tuple[tuple[int, str], ...]
    against: frozenset[tuple[int, int]]


def load(test: bool | None = None) -> list[Story]:
    """All stories, or those kept for the test, or the others."""
    kept = set((HERE / "test_stories.txt").read_text().split())
    found = []
    for path in sorted((HERE / "stories").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if test is not None and (row["story"] in kept) != test:
                continue
            number = {claim["id"]: n for n, claim in enumerate(row["claims"])}
            found.append(
                Story(
                    row["story"],
                    tuple((number[c["id"]], telling) for c in row["claims"] for telling in c["tellings"]),
                    frozenset(
                        (min(number[a], number[b]), max(number[a], number[b])) for a, b in row["contradicts"]
                    ),
                )
            )
    return found


def unrelated(chance: random.Random, count: int) -> list[Story]:
    """Stories of sentences that have nothing to do with each other, though they stand in one article.

    Half of what documents of one matter tell is told by one of them alone; no story of ours holds such.
    """
    rows = (HERE.parent / "attribution" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    found = []
    for row in chance.sample(rows, count):
        sentences = [
            each for each in SENTENCE.findall(json.loads(row)["text"]) if 3 <= len(each.split()) <= 30
        ]
        some = chance.sample(sentences, min(len(sentences), 14))
        found.append(Story("", tuple(enumerate(some)), frozenset()))
    return [story for story in found if len(story.tellings) > 2]


def answer_of(story: Story, one: int, other: int) -> int:
    """What two claims of a story, by their numbers, are to each other."""
    if one == other:
        return SAME
    return CONTRADICT if (min(one, other), max(one, other)) in story.against else OTHER


def varied(story: Story, chance: random.Random) -> Story:
    """A story told slightly otherwise: another voice, figures as digits or words, and now and then a telling
    with another figure, which contradicts the claim that it was taken from."""
    told = [(claim, text) for claim, text in story.tellings if chance.random() < 0.95]
    told = sorted(chance.sample(told, min(len(told), MOST_TOLD)))
    against = set(story.against)
    number = 1 + max(claim for claim, _ in story.tellings)
    counted = [(claim, text) for claim, text in told if NUMBER.search(text)]
    for claim, text in chance.sample(counted, min(len(counted), 2)):
        told.append((number, _another_figure(text, chance)))
        beside = {a if b == claim else b for a, b in story.against if claim in (a, b)}
        against |= {(each, number) for each in {claim, *beside}}
        number += 1
    return Story(
        story.name, tuple((claim, _retold(text, chance)) for claim, text in told), frozenset(against)
    )


def _another_figure(text: str, chance: random.Random) -> str:
    was = chance.choice([_value(m[0]) for m in NUMBER.finditer(text)])
    new = chance.choice(
        [n for n in range(2, 20) if n != was] if was <= 20 else [was + 7, was * 2, was // 2 + 3]
    )
    told = SMALL[new] if new <= 20 and chance.random() < 0.7 else str(new)
    return NUMBER.sub(lambda m: told if _value(m[0]) == was else m[0], text)


def _value(word: str) -> int:
    return int(word) if word.isdigit() else SMALL.index(word.lower())


def _retold(text: str, chance: random.Random) -> str:
    if chance.random() < 0.3:
        text = NUMBER.sub(lambda m: _otherwise(m[0]), text)
    if SAYS.search(text) is None and chance.random() < 0.25:
        voice, bare = chance.choice(VOICES), text.rstrip(".!")
        if chance.random() < 0.5:
            return bare + chance.choice(AFTER).format(voice) + "."
        return chance.choice(BEFORE).format(voice) + text
    return text


def _otherwise(word: str) -> str:
    value = _value(word)
    return (SMALL[value] if value <= 20 else word) if word.isdigit() else str(value)


def drawn(share: float = 0.2) -> list[str]:
    """Stories drawn by lot for the test, the same share of each writer's."""
    chance, found = random.Random(20310314), []
    names = [s.name for s in load()]
    for writer in sorted({name[0] for name in names}):
        own = sorted(name for name in names if name[0] == writer)
        found += chance.sample(own, round(share * len(own)))
    return sorted(found)


__all__ = ["CONTRADICT", "OTHER", "SAME", "Story", "answer_of", "drawn", "load", "unrelated", "varied"]
