"""The words that make a name a place: what every rule of recognition looks at, one name at a time."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.ground.place_names import LISTS, Name, Page, capital
from firsthand.ground.place_people import one_who, somebody, titled_person
from firsthand.ground.place_roads import numbered_road, on_road
from firsthand.ground.place_titles import in_title
from firsthand.resources.gazetteer import Named
from firsthand.rules import Row, all_rules, lexicon, rule
from firsthand.schema import Because, Span

WORDS = lexicon(__package__, "place_words.en.toml")
KINDS = lexicon(__package__, "place_kinds.en.toml")

NOT_A_PLACE = frozenset(LISTS["not_a_place"])
OWN_BODIES = frozenset(LISTS["own_bodies"])
"""Last words of names that say nothing about where: "the Oslo Herald" may be printed anywhere."""

MEASURING = frozenset(LISTS["measuring"])
PARTS = frozenset(LISTS["parts"])
ABBREVIATED = frozenset(LISTS["abbreviated"])
ENGLISH = frozenset(("US", "GB", "CA", "AU", "IE", "NZ", "ZA", None))
"""Countries whose towns' names are repeated all over the English-speaking world."""

_LOCATIVE = frozenset(LISTS["locative"])
_ADDRESS = frozenset(LISTS["address"])
WATERS = frozenset(("STM", "LK", "RSV", "CNL", "BAY", "SEA"))
_LIST_REACH = 12
_DASHES = frozenset(("—", "–", "-", "--", "(", ","))
_SUFFERING = frozenset(("die", "perish", "suffer", "recover", "sick", "ill", "death"))
_SAYING = frozenset(("say", "tell", "add", "ask", "note", "explain", "continue", "write", "think", "believe"))


@dataclass
class Mention:
    """A place name in the text on its way to being settled."""

    first: int
    last: int
    span: Span
    name: str
    key: str
    named: tuple[Named, ...]
    because: list[Because]
    kind: tuple[Row, Span] | None = None
    """The word that says what kind of place it is, and where that word stands."""
    demonym: bool = False
    site: bool = False
    """A street or a building, which the gazetteer is not asked about."""


@rule(
    "place.known",
    means="A country, a state or a large city is read as a place wherever its name stands as one.",
    fires="[Mali] rejected the report.",
    silent="Mali Amberley rejected the report.",
    gives={"name": "Mali", "country": "ML"},
)
def known(page: Page, name: Name) -> Span | None:
    """The name itself, where it is strong enough to need no words around it."""
    label = page.label(name.first, name.last)
    if not strong(name) or name.key in NOT_A_PLACE or _landform(page, name):
        return None
    if label.startswith("PERSON") and not (label == "PERSON=" and sure(name)):
        return None
    if label.startswith(("DATE", "TIME", "MONEY", "NORP+", "PERSON+")) or label == "FAC^":
        return None
    if label in ("ORG+", "FAC+", "GPE+", "LOC+") and not sure(name):
        return None
    return page.span(name.first, name.last)


def _landform(page: Page, name: Name) -> bool:
    """Whether a name is the word for a hill or valley inside a longer one ("Tarn Valley Bulletin")."""
    one = name.last - name.first == 1 and WORDS["street"].lookup(name.key) is not None
    return one and name.first > 0 and capital(page.tokens[name.first - 1])


def strong(name: Name) -> bool:
    """A country, a state, a region, or a city of 100,000 and more, by its own name."""
    return any(
        not alternate and (place.feature[:3] in ("PCL", "ADM", "RGN", "CON") or place.population >= 100_000)
        and place.feature != "ADM2"
        for place, alternate in name.named
    )  # fmt: skip


def sure(name: Name) -> bool:
    """A country, or a city of a million and more, by its own name."""
    return any(not alt and (p.feature == "PCLI" or p.population >= 1_000_000) for p, alt in name.named)


@rule(
    "place.parser",
    means="What the parser marks as a place is read as one, whether the gazetteer knows it or not.",
    fires="Fighting went on around [Vuhledar].",
    silent="Fighting went on around the village.",
)
def parser_says(page: Page, first: int, last: int, in_gazetteer: bool) -> Span | None:
    """The words, where the parser says GPE, LOC or FAC of the whole of them and nothing says person.

    Of names that the gazetteer does not hold, one in five that the parser marks is a place; after a
    preposition of place, two in five.
    """
    label = page.label(first, last)
    if label not in ("GPE=", "LOC=", "FAC=") or (label == "FAC=" and not in_gazetteer):
        return None
    if not in_gazetteer and (page.lower(first - 1) not in _LOCATIVE or page.named_person(last)):
        return None
    if not in_gazetteer and (page.lower(last - 1) in NOT_A_PLACE or suffered(page, first)):
        return None
    if page.lower(first - 1) in _ADDRESS or not any(capital(t) for t in page.tokens[first:last]):
        return None
    if last - first == 1 and speaks(page, first):
        return None
    return page.span(first, last)


def suffered(page: Page, first: int) -> bool:
    """Whether "from" says what people died of: "died from Ebola" names no place."""
    lead = page.tokens[first - 1]
    return lead.lower == "from" and lead.head.lemma in _SUFFERING


def speaks(page: Page, i: int) -> bool:
    """Whether a name is the subject of saying: a country can be, a village seldom is."""
    token = page.tokens[i]
    return token.dep == "nsubj" and token.head.lemma in _SAYING


@rule(
    "place.after_preposition",
    means="A name that the gazetteer knows is a place after 'in', 'near' or 'from'.",
    fires="The convoy was stopped near [Tessit] on Monday.",
    silent="The convoy was stopped near the bridge on Monday.",
)
def after_preposition(page: Page, name: Name) -> Span | None:
    """The name, where a preposition of place stands right before it and no longer proper name goes on."""
    label = page.label(name.first, name.last)
    if page.lower(name.first - 1) not in _LOCATIVE or not own_name(name) or name.key in NOT_A_PLACE:
        return None
    if (
        label[:-1] in ("TIME", "MONEY")
        or label.endswith(("+", "^"))
        or (label == "DATE=" and _late(page, name))
    ):
        return None
    if page.lower(name.last) in ("'s", "’s") and label == "PERSON=":
        return None
    if page.lower(name.first - 2) == "according" or page.named_elsewhere(name.first, name.last):
        return None
    return page.span(name.first, name.last)


def _late(page: Page, name: Name) -> bool:
    """Whether a name that the parser takes for a date may be one: only plain words for a place are none."""
    plain = name.last - name.first == 1 and page.tokens[name.first].tag == "NNP"
    return not plain or page.lower(name.first - 1) not in ("in", "near", "outside")


@rule(
    "place.measured_from",
    means="What stands after 'north of', 'the outskirts of' or 'in central' is a place.",
    fires="A farm was hit south of [Tarnovka].",
    silent="A man from the south met Tarnovka.",
)
def measured_from(page: Page, first: int, last: int) -> Span | None:
    """The name, where words that measure from a place stand before it."""
    before, joint = page.lower(first - 1), page.lower(first - 2)
    if before in PARTS:
        return page.span(first, last) if joint in ("in", "across") else None
    if before != "of" or joint not in MEASURING or titled(page, first):
        return None
    return page.span(first, last)


def no_place(page: Page, name: Name) -> bool:
    """Whether a known name stands in a title or in the name of a paper, an institute or a unit."""
    return (
        titled(page, name.first)
        or _of_body(page, name)
        or somebody(page, name)
        or titled_person(page, name)
        or (one_who(page, name) and not sure(name))
        or numbered_road(page, name)
    )


def _of_body(page: Page, name: Name) -> bool:
    """Whether the name goes on to that of a paper, an institute or a unit ("Oslo Herald")."""
    if name.last >= len(page.tokens) or not capital(page.tokens[name.last]):
        return False
    return page.lower(name.last) in OWN_BODIES and page.label(name.first, name.last)[:3] in ("ORG", "FAC", "")


def titled(page: Page, first: int) -> bool:
    """Whether a name stands behind "West of" in what reads as a title."""
    return (
        page.lower(first - 1) == "of"
        and page.lower(first - 2) in MEASURING
        and in_title(page.tokens, first - 2)
    )


@rule(
    "place.dateline",
    means="A name in capitals that opens a paragraph before a dash or an agency is where it was written.",
    fires="[DJIBO] (AP) — Two people died.",
    silent="DJIBO WAS SHELLED, two people died.",
)
def dateline(page: Page, name: Name) -> Span | None:
    """The name, where it stands in capitals at the start of a sentence, with a dash or an agency behind
    it."""
    first = page.tokens[name.first]
    opens = name.first == 0 or page.tokens[name.first - 1].sentence != first.sentence
    if not opens or not page.words(name.first, name.last).isupper() or not own_name(name):
        return None
    return page.span(name.first, name.last) if page.lower(name.last) in _DASHES else None


def own_name(name: Name) -> bool:
    """Whether a place bears the name as its own, not only as another spelling."""
    return any(not alternate for _, alternate in name.named)


def kind_after(page: Page, last: int) -> tuple[Row, Span] | None:
    """The kind word right after a name ("Idlib province")."""
    row = KINDS["after"].lookup(page.lower(last)) if last < len(page.tokens) else None
    if row is None:
        return kind_of_several(page, last)
    # "Kentucky State Police", "Texas Department of Health": the word belongs to what follows it.
    goes_on = page.lower(last + 1) == "of" or (last + 1 < len(page.tokens) and capital(page.tokens[last + 1]))
    if capital(page.tokens[last]) and goes_on and row["features"][0].startswith(("ADM", "PPL")):
        return None
    return row, page.span(last, last + 1)


def kind_in(page: Page, name: Name) -> tuple[Row, Span] | None:
    """The kind word that a name ends in ("Kursk Oblast")."""
    row = KINDS["after"].lookup(page.lower(name.last - 1)) if name.last - name.first > 1 else None
    if row is None or not row["features"][0].startswith("ADM"):
        return None
    return row, page.span(name.last - 1, name.last)


def kind_of_several(page: Page, last: int) -> tuple[Row, Span] | None:
    """The kind word behind the last of several names ("the Kursk and Belgorod regions")."""
    for i in range(last, min(last + _LIST_REACH, len(page.tokens))):
        if row := KINDS["several"].lookup(page.lower(i)):
            return row, page.span(i, i + 1)
        if not capital(page.tokens[i]) and page.lower(i) not in (",", "and", "or"):
            return None
    return None


def kind_before(page: Page, first: int) -> tuple[Row, Span] | None:
    """The kind words right before a name ("the village of", "on the banks of the", "Lake")."""
    if page.lower(first - 1) == "the":
        row = KINDS["shore"].lookup(f"{page.lower(first - 3)} {page.lower(first - 2)}") if first > 2 else None
        return (row, page.span(first - 3, first - 1)) if row else None
    if first and page.tokens[first - 1].text in ("River", "Lake"):
        row = KINDS["after"].lookup(page.lower(first - 1))
        return (row, page.span(first - 1, first)) if row else None
    if first < 2 or page.lower(first - 1) != "of":
        return None
    row = KINDS["before"].lookup(f"{page.lower(first - 2)} of")
    # "Department of Health", "Secretary of State of ...": offices are written with a capital letter.
    if row is None or (capital(page.tokens[first - 2]) and not row["features"][0].startswith("PPL")):
        return None
    return row, page.span(first - 2, first)


def civic(page: Page, name: Name) -> tuple[Row, Span] | None:
    """The word of a public body right after a name ("Crestwood School Board")."""
    if not own_name(name) or name.key in NOT_A_PLACE:
        return None
    for length in (3, 2, 1):
        if name.last + length <= len(page.tokens) and capital(page.tokens[name.last]):
            row = WORDS["civic"].lookup(page.words(name.last, name.last + length))
            if row:
                return row, page.span(name.last, name.last + length)
    return None


def judged(page: Page, name: Name) -> Mention | None:
    """The mention that a known name makes, with the first rule that says so."""
    kind = kind_before(page, name.first) or kind_after(page, name.last) or kind_in(page, name)
    because = _reason(page, name, kind)
    return as_mention(page, name, because, kind) if because else None


def _reason(page: Page, name: Name, kind: tuple[Row, Span] | None) -> Because | None:
    """The first rule that takes a known name for a place, the surer ones before the others."""
    label = page.label(name.first, name.last)
    if span := known(page, name):
        return known.because(span)
    if label in ("GPE=", "LOC=", "FAC=") and (span := parser_says(page, name.first, name.last, True)):
        return parser_says.because(span)
    if kind and (not label.endswith("+") or kind_in(page, name)):
        return kind[0].because(kind[1])
    return _weaker_reason(page, name, label)


def _weaker_reason(page: Page, name: Name, label: str) -> Because | None:
    if own_name(name) and (span := measured_from(page, name.first, name.last)):
        return measured_from.because(span)
    if span := on_road(page, name):
        return on_road.because(span)
    if span := dateline(page, name):
        return dateline.because(span)
    if span := after_preposition(page, name):
        return after_preposition.because(span)
    if label in ("ORG^", "FAC^", "") and (body := civic(page, name)):
        return body[0].because(body[1])
    return None


def as_mention(page: Page, name: Name, because: Because, kind: tuple[Row, Span] | None) -> Mention:
    """The mention that a name makes, with its reason and the kind word beside it."""
    last = _with_kind(page, name, kind)
    span = page.span(name.first, last)
    because_all = (
        [because]
        if kind is None or because.rule == kind[0].rule.name
        else [because, kind[0].because(kind[1])]
    )
    named = _waters(page, name) if kind and kind[0]["features"][0] == "STM" else name.named
    return Mention(name.first, last, span, span.words(page.parse.text), name.key, named, because_all, kind)


def _waters(page: Page, name: Name) -> tuple[Named, ...]:
    """What a name can mean beside "river", which the gazetteer writes into some names ("Niger River")."""
    waters = tuple(each for each in name.named if each[0].feature in WATERS)
    return waters or page.gazetteer.lookup(f"{name.key} river") or name.named


def _with_kind(page: Page, name: Name, kind: tuple[Row, Span] | None) -> int:
    """Where the name ends: a kind word with a capital letter ("Bas Congo Province") and a last full stop
    are in it."""
    if name.last >= len(page.tokens):
        return name.last
    after = page.tokens[name.last]
    if kind and kind[1] == after.span and capital(after) and not (kind[0].get("apart") and name.named):
        return name.last + 1
    before = page.tokens[name.last - 1]
    if (
        after.text == "."
        and after.start == before.end
        and ("." in before.text or before.lower in ABBREVIATED)
    ):
        return name.last + 1
    return name.last


RULES = all_rules(known, parser_says, after_preposition, measured_from, on_road, dateline, WORDS, KINDS)
