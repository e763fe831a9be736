"""A communique that another outlet prints or reads out: the "we" of its text is the body of the heading.

"Communique of the Column Second of May" above "No combatant of our Column shot at the train": the Column's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.extract.attribution_found import Found
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.voices_kinds import VOICES
from firsthand.extract.voices_known import Named
from firsthand.resources.capitals import cased
from firsthand.rules import rule
from firsthand.schema import SourceKind, Span

_HEADING = cased(
    r"(?:(?:Full\s+)?[Tt]ext\s+of\s+(?:the\s+|a\s+)?)?(?:Joint\s+|Official\s+|Public\s+|Press\s+)?"
    r"(?:[Cc]ommuniqu[eé]|COMMUNIQU[EÉ]|[Ss]tatement|STATEMENT|[Dd]eclaration|DECLARATION|[Pp]roclamation|"
    r"[Mm]essage|[Oo]pen [Ll]etter)(?:\s+(?:[Nn]o\.?|[Nn]umber)\s*\d+)?"
    r"\s+(?:of|by|from|issued by|OF|BY|FROM)\s+(?P<body>(?:the\s+|The\s+|THE\s+)?[A-Z0-9][^\n,:;(]{2,70}?)"
    r"(?:,[^\n]{0,60}|\s*\([^)\n]{0,60}\)|\s+on\s+[^\n]{3,60})?\s*[.:]?\s*\Z"
)
_READ_OUT = re.compile(
    r"\s*(?:\(?(?:[Rr]ead(?:\s+out)?\s+on\s+(?:the\s+)?(?:air|radio|television)[^:\n)]{0,40}|"
    r"[Vv]erbatim|[Aa]s\s+(?:received|issued)|[Ff]ull\s+text|[Tt]ranslated[^:\n)]{0,40})\)?\s*[:.]\s*)"
)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|[Oo]urselves|WE|OUR)\b")
_ASIDE = re.compile(
    r"\b[Oo]ur\s+(?:own\s+)?(?:\w+\s+)?(?:reporters?|correspondents?|newsroom|journalists?|readers)\b|"
    r"\b[Tt]old\s+us\b|\b(?:could|did)\s+not\s+verify\b"
)
"""Words by which "we" is the outlet that writes about the communique."""
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_HEADS = 3
"""Paragraphs at the head of a text in which the heading is looked for."""
_LONGEST_LINE = 160


def with_communique(scene: Scene, found: list[Found]) -> list[Found]:
    """The attributions with one of the body whose communique the text is."""
    one = communique(scene)
    return [*found, one] if one is not None else found


@rule(
    "attribution.communique",
    means="a text in the first person plural under the heading of a communique is of the body named there",
    fires="Communique of the Northern Front\n\n[Our fighters shelled the depot. We lost one man.]",
    silent=(
        "Communique of the Northern Front\n\nThe fighters shelled the depot. The army lost one man.",
        "News of the Northern Front\n\nOur fighters shelled the depot. We lost one man.",
    ),
    gives={"source_name": "the Northern Front"},
)
def communique(scene: Scene) -> Found | None:
    """One attribution over the paragraphs behind the heading, where they say "we".

    Where the heading is the document's title and no part of the text, "our" in the text stands for the body.
    """
    text, lines = scene.parse.text, scene.document.paragraphs
    for number, line in enumerate(lines[:_HEADS]):
        words = line.words(text)
        match = _HEADING.match(words) if len(words) <= _LONGEST_LINE else None
        if match is not None:
            body = Span(line.start + match.start("body"), line.start + match.end("body"))
            return _of_body(scene, body, match["body"], _told(text, lines[number + 1 :]))
    name = _in_title(scene)
    told = _told(text, lines) if name else ()
    ours = next((found for span in told if (found := _WE.search(text, span.start, span.end))), None)
    if not name or ours is None:
        return None
    return _of_body(scene, Span(ours.start(), ours.end()), name, told)


def _of_body(scene: Scene, source: Span, name: str, told: tuple[Span, ...]) -> Found | None:
    voice = scene.parse.within(source)
    own = (scene.document.publisher or "").strip().lower().removeprefix("the ")
    if not told or not voice or own == name.lower().removeprefix("the "):
        return None
    reasons = (communique.because(told[0]),)
    return Found(told, (), (source,), reasons=reasons, voice=voice[-1], quoted=True)


def _in_title(scene: Scene) -> str | None:
    title = " ".join((scene.document.title or "").split())
    match = _HEADING.match(title) if len(title) <= _LONGEST_LINE else None
    return match["body"] if match is not None else None


def of_heading(scene: Scene, one: Found) -> Named | None:
    """The body of the title, whose kind the words of its name tell."""
    name = _in_title(scene)
    if one.voice is None or not _WE.fullmatch(one.voice.text) or not one.quoted or name is None:
        return None
    if not any(reason.rule == communique.rule.name for reason in one.reasons):
        return None
    rows = (VOICES["name_part"].lookup(word.lower()) for word in name.split())
    kind: SourceKind = next((row["kind"] for row in rows if row is not None), "organisation")
    return Named(name, kind, None, (communique.because(one.voice.span),), one.voice)


def _told(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs of the communique up to the last in the first person; none where nobody says "we"."""
    plain = [_QUOTED.sub("", span.words(text)) for span in paragraphs]
    if any(_ASIDE.search(words) for words in plain) or sum(len(_WE.findall(words)) for words in plain) < 2:
        return ()
    last = max(n for n, words in enumerate(plain) if _WE.search(words))
    kept = list(paragraphs[: last + 1])
    if kept and (lead := _READ_OUT.match(text, kept[0].start, kept[0].end)) is not None:
        kept[0] = Span(lead.end(), kept[0].end)
    return tuple(span for span in kept if span.end > span.start)
