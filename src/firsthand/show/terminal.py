"""A reading on the terminal: each claim as a person wants it, at 80 columns as at 200."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.rules import Rule
from firsthand.schema import Claim, Document, Reading, Reasons, Voice
from firsthand.show import phrases

KEY = 8
"""Least width of the left column, where a claim's id and the names of its facts stand."""

SURE_STYLE = {"certain": "green", "probable": "yellow", "possible": "yellow", "unknown": "magenta"}


def show_reading(reading: Reading, console: Console, rules: Mapping[str, Rule] | None = None) -> None:
    """Print the claims of one document; with `rules`, the reasons of each as well."""
    console.print(heading(reading.document))
    for claim in reading.claims:
        console.print(claim_block(claim, reading, rules))
    console.print(closing(reading))


def heading(document: Document) -> RenderableType:
    """Title, publisher, date: who published what, when, and what is not known of it."""
    title = document.title or document.name or document.id
    facts = [
        document.publisher or "publisher not said (--publisher)",
        (document.published or "")[:16].replace("T", " ") or "date not said (--published)",
        *([document.author] if document.author else []),
        *([document.name] if document.title and document.name else []),
    ]
    lines = [Text(title, style="bold"), Text(" · ".join(facts), style="dim")]
    lines += [Text(f"Note: {notice}", style="yellow") for notice in document.notices]
    return Group(*lines, Text(""))


def claim_block(claim: Claim, reading: Reading, rules: Mapping[str, Rule] | None = None) -> RenderableType:
    """One claim: its words, its chain, how sure, what, where, when, how many."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=KEY, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(claim.id, style="bold cyan"), Text(one_line(claim.text), style="bold"))
    grid.add_row(key("who"), chain(claim.chain))
    grid.add_row(key("sure"), Text(phrases.sure(claim), style=SURE_STYLE[claim.certainty]))
    for name, words in phrases.facts(claim, reading):
        grid.add_row(key(name), Text(words))
    if rules is not None:
        for line in reasons(claim, reading, rules):
            grid.add_row(key("why"), line)
    return Padding(grid, (0, 0, 1, 0))


def key(name: str) -> Text:
    """The name of a fact, set to the right of the left column."""
    return Text(name.rjust(KEY - 1), style="dim")


def one_line(words: str) -> str:
    """Words with their line breaks and runs of white space made single blanks."""
    return " ".join(words.split())


def chain(voices: Iterable[Voice]) -> Text:
    """A chain with the voice nearest the event in bold, and each voice's hedge in yellow."""
    line = Text()
    voices = tuple(voices)
    for n, voice in enumerate(voices):
        if n:
            line.append(" < ", style="dim")
        line.append(one_line(voice.name), style="bold" if n == len(voices) - 1 else "")
        if voice.hedge:
            line.append(f" ({one_line(voice.hedge)})", style="yellow")
    return line


def reasons(claim: Claim, reading: Reading, rules: Mapping[str, Rule]) -> list[Text]:
    """Every reason behind a claim and behind the values that it points to."""
    pointed = {claim.event, *claim.where, *claim.when, *claim.how_many}
    pointed |= {voice.attribution for voice in claim.chain}
    values = [
        *((each.id, each.because) for each in reading.attributions),
        *((each.id, each.because) for each in reading.events),
        *((each.id, each.because) for each in reading.regions),
        *((each.id, each.because) for each in reading.places),
        *((each.id, each.because) for each in reading.times),
        *((each.id, each.because) for each in reading.quantities),
    ]
    lines = because(claim.because, reading, rules)
    for name, whys in values:
        if name in pointed:
            lines += because(whys, reading, rules)
    return lines


def because(whys: Reasons, reading: Reading, rules: Mapping[str, Rule]) -> list[Text]:
    """Reasons in words: the rule, the words that it went by, and what the rule means."""
    lines = []
    for why in whys:
        line = Text(why.rule, style="cyan")
        if why.anchors:
            said = " … ".join(one_line(span.words(reading.document.text)) for span in why.anchors)
            line.append(f" “{said if len(said) <= 60 else said[:57] + '...'}”", style="")
        meaning = why.note or (rules[why.rule].means if why.rule in rules else "")
        if meaning:
            line.append(f" {meaning[0].upper()}{meaning[1:].rstrip('.')}.", style="dim")
        if line not in lines:
            lines.append(line)
    return lines


def closing(reading: Reading) -> RenderableType:
    """How many claims, how many of them at first hand, and what was set aside."""
    claims = reading.claims
    counts = [f"{len(claims)} claims" if len(claims) != 1 else "1 claim"]
    for knows, words in phrases.FIRST_HAND.items():
        n = sum(claim.first_hand is knows for claim in claims)
        counts += [f"{n} {words}"] if n else []
    lines = [Text(": ".join((counts[0], ", ".join(counts[1:]))) if claims else "No claim was found.")]
    document = reading.document
    for span in document.furniture:
        said = one_line(span.words(document.text))
        lines.append(Text(f"Set aside as page furniture: “{said[:80]}”", style="dim"))
    return Group(*lines, Text(""))
