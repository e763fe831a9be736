"""Which words are a place name. Every rule says why; a name that none of them takes is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from firsthand.ground.place_names import LISTS, Name, Page, capital, known_names, trimmed
from firsthand.resources.gazetteer import Named
from firsthand.resources.gazetteer_names import fold
from firsthand.rules import Row, all_rules, lexicon, rule
from firsthand.schema import Because, Span

WORDS = lexicon(__package__, "place_words.en.toml")
KINDS = lexicon(__package__, "place_kinds.en.toml")

NOT_A_PLACE = frozenset(LISTS["not_a_place"])

MEASURING = frozenset(LISTS["measuring"])
ABBREVIATED = frozenset(LISTS["abbreviated"])

_LOCATIVE = frozenset(LISTS["locative"])
ENGLISH = frozenset(("US", "GB", "CA", "AU", "IE", "NZ", "ZA", None))
"""Countries whose towns' names are repeated all over the English-speaking world."""

_DASHES = frozenset(("—", "–", "-", "--", "(", ","))
_LIST_JOINTS = frozenset((",", "and", "or", ", and", ", or", "/", "&"))
_SAYING = frozenset(("say", "tell", "add", "ask", "note", "explain", "continue", "write", "think", "believe"))
_ADDRESS = frozenset(LISTS["address"])


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
    extra: list[Because] = field(default_factory=list)


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
    if not strong(name) or name.key in NOT_A_PLACE:
        return None
    if label.startswith("PERSON") and not (label == "PERSON=" and sure(name)):
        return None
    if label.startswith(("DATE", "TIME", "MONEY", "NORP+", "PERSON+")) or label == "FAC^":
        return None
    if label in ("ORG+", "FAC+", "GPE+", "LOC+") and not sure(name):
        return None
    return page.span(name.first, name.last)


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

    Of names that the gazetteer does not hold, one in five that the parser marks is a place; after a preposition
    of place, two in five.
    """
    label = page.label(first, last)
    if label not in ("GPE=", "LOC=", "FAC=") or (label == "FAC=" and not in_gazetteer):
        return None
    if not in_gazetteer and (page.lower(first - 1) not in _LOCATIVE or page.named_person(first, last)):
        return None
    if page.lower(first - 1) in _ADDRESS or not any(capital(t) for t in page.tokens[first:last]):
        return None
    if last - first == 1 and _speaks(page, first):
        return None
    return page.span(first, last)


def _speaks(page: Page, i: int) -> bool:
    """Whether a name is the subject of saying: a country can be, a village seldom is."""
    token = page.tokens[i]
    return token.dep == "nsubj" and token.head.lemma in _SAYING


@rule(
    "place.after_preposition",
    means="A name that the gazetteer knows is a place after 'in', 'near' or 'from', whatever the parser took it for.",
    fires="The convoy was stopped near [Tessit] on Monday.",
    silent="The convoy was stopped near the bridge on Monday.",
)
def after_preposition(page: Page, name: Name) -> Span | None:
    """The name, where a preposition of place stands right before it and no longer proper name goes on."""
    label = page.label(name.first, name.last)
    if page.lower(name.first - 1) not in _LOCATIVE or not own_name(name) or name.key in NOT_A_PLACE:
        return None
    if label[:-1] in ("DATE", "TIME", "MONEY") or label.endswith(("+", "^")):
        return None
    if page.lower(name.last) in ("'s", "’s") and label == "PERSON=":
        return None
    if page.lower(name.first - 2) == "according" or page.named_elsewhere(name.first, name.last):
        return None
    return page.span(name.first, name.last)


@rule(
    "place.measured_from",
    means="What stands after 'north of', 'the outskirts of' or 'the vicinity of' is a place.",
    fires="A farm was hit south of [Tarnovka].",
    silent="A man from the south met Tarnovka.",
)
def measured_from(page: Page, first: int, last: int) -> Span | None:
    """The name, where words that measure from a place stand before it."""
    before = page.lower(first - 1)
    if before != "of" or page.lower(first - 2) not in MEASURING:
        return None
    return page.span(first, last)


@rule(
    "place.dateline",
    means="A name in capitals that opens a paragraph before a dash or an agency is where it was written.",
    fires="[DJIBO] (AP) — Two people died.",
    silent="DJIBO WAS SHELLED, two people died.",
)
def dateline(page: Page, name: Name) -> Span | None:
    """The name, where it stands in capitals at the start of a sentence, with a dash or an agency behind it."""
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
        return None
    # "Kentucky State Police", "Texas Department of Health": the word belongs to what follows it.
    goes_on = page.lower(last + 1) == "of" or (last + 1 < len(page.tokens) and capital(page.tokens[last + 1]))
    if capital(page.tokens[last]) and goes_on and row["features"][0].startswith(("ADM", "PPL")):
        return None
    return row, page.span(last, last + 1)


def kind_before(page: Page, first: int) -> tuple[Row, Span] | None:
    """The kind words right before a name ("the village of", "the city of")."""
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


def mentions(page: Page) -> list[Mention]:
    """The place names of a document, in text order, none overlapping another."""
    names = known_names(page)
    taken: dict[int, Mention] = {}
    waiting = []
    for name in names:
        made = _judged(page, name)
        if made:
            taken[name.first] = made
        else:
            waiting.append(name)
    for made in _unknown(page, taken):
        taken[made.first] = made
    _at_home(page, waiting, taken)
    _beside(page, waiting, taken)
    _repeat(page, waiting, taken)
    return [taken[first] for first in sorted(taken)]


def _judged(page: Page, name: Name) -> Mention | None:
    """The mention that a known name makes, with the first rule that says so."""
    kind = kind_before(page, name.first) or kind_after(page, name.last)
    if span := known(page, name):
        return _mention(page, name, known.because(span), kind)
    if page.label(name.first, name.last) in ("GPE=", "LOC=", "FAC=") and (
        span := parser_says(page, name.first, name.last, True)
    ):
        return _mention(page, name, parser_says.because(span), kind)
    if kind and not page.label(name.first, name.last).endswith("+"):
        return _mention(page, name, kind[0].because(kind[1]), kind)
    if own_name(name) and (span := measured_from(page, name.first, name.last)):
        return _mention(page, name, measured_from.because(span), kind)
    if span := dateline(page, name):
        return _mention(page, name, dateline.because(span), kind)
    if span := after_preposition(page, name):
        return _mention(page, name, after_preposition.because(span), kind)
    label = page.label(name.first, name.last)
    if label in ("ORG^", "FAC^", "") and (body := civic(page, name)):
        return _mention(page, name, body[0].because(body[1]), kind)
    return None


def _mention(page: Page, name: Name, because: Because, kind: tuple[Row, Span] | None) -> Mention:
    last = _with_kind(page, name, kind)
    span = page.span(name.first, last)
    because_all = (
        [because]
        if kind is None or because.rule == kind[0].rule.name
        else [because, kind[0].because(kind[1])]
    )
    return Mention(
        name.first, last, span, span.words(page.parse.text), name.key, name.named, because_all, kind
    )


def _with_kind(page: Page, name: Name, kind: tuple[Row, Span] | None) -> int:
    """Where the name ends: a kind word with a capital letter ("Bas Congo Province") and a last full stop are in it."""
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


def _unknown(page: Page, taken: dict[int, Mention]) -> Iterator[Mention]:
    """Names that the parser or a word beside them calls places, and that the gazetteer does not know."""
    covered = {i for m in taken.values() for i in range(m.first, m.last)}
    for made in (*_sites(page), *_after_kind(page), *_marked(page)):
        if covered.isdisjoint(range(made.first, made.last)):
            covered |= set(range(made.first, made.last))
            yield made


def _sites(page: Page) -> Iterator[Mention]:
    """Streets, airports and the like: a run of proper names that ends in the word for one."""
    for i, token in enumerate(page.tokens):
        if not capital(token) or i == 0 or not capital(page.tokens[i - 1]):
            continue
        row = WORDS["street"].lookup(token.lower)
        first = _run_before(page, i)
        if row and first < i:
            name = Name(first, i + 1, fold(page.words(first, i + 1)), ())
            made = _mention(page, name, row.because(token.span), None)
            made.site = True
            yield made


def _run_before(page: Page, i: int) -> int:
    """Where the run of capitalised words begins that ends before token `i`; numbers of houses are not in it."""
    first = i
    while (
        first > 0
        and i - first < 5
        and capital(page.tokens[first - 1])
        and page.tokens[first - 1].tag[:2] in ("NN", "JJ")
    ):
        if page.tokens[first].start - page.tokens[first - 1].end > 1:
            break
        first -= 1
    return first


def _after_kind(page: Page) -> Iterator[Mention]:
    """Proper names after 'village of'."""
    for i, token in enumerate(page.tokens):
        if not capital(token) or token.tag not in ("NNP", "NNPS") or page.lower(i - 1) != "of":
            continue
        kind, span = kind_before(page, i), measured_from(page, i, i + 1)
        if kind or span:
            last = i + 1
            while (
                last < len(page.tokens) and last - i < 4 and page.tokens[last].tag in ("NNP", "NNPS", "HYPH")
            ):
                last += 1
            name = Name(i, last, fold(page.words(i, last)), ())
            because = kind[0].because(kind[1]) if kind else measured_from.because(page.span(i, last))
            yield _mention(page, name, because, kind)


def _marked(page: Page) -> Iterator[Mention]:
    """Names that the parser marks."""
    for entity in page.parse.entities:
        if entity.label in ("GPE", "LOC"):
            first, last = trimmed(page.tokens, entity)
            if span := parser_says(page, first, last, False):
                kind = kind_before(page, first) or kind_after(page, last)
                yield _mention(
                    page,
                    Name(first, last, fold(span.words(page.parse.text)), ()),
                    parser_says.because(span),
                    kind,
                )


@rule(
    "place.of_named_country",
    means="A proper name that only places of one country bear is a place where the document names that country.",
    fires="Malian soldiers left [Tessit] on Monday.",
    silent="The soldiers left Tessit on Monday.",
)
def of_named_country(page: Page, name: Name, countries: frozenset[str]) -> Span | None:
    """The name, outside the English-speaking countries, where the parser takes it for nothing else."""
    first = page.tokens[name.first]
    label = page.label(name.first, name.last)
    if first.tag != "NNP" or label not in ("", "ORG=", "PERSON=") or not own_name(name) or len(name.key) < 4:
        return None
    if page.named_elsewhere(name.first, name.last) or name.key in NOT_A_PLACE or _speaks(page, name.last - 1):
        return None
    home = {place.country for place, _ in name.named}
    if len(home) > 1 or home & ENGLISH or not home & countries:
        return None
    return page.span(name.first, name.last)


def _at_home(page: Page, waiting: list[Name], taken: dict[int, Mention]) -> None:
    """Take the names of places in the countries that the document names."""
    lands = {p.country for m in taken.values() for p, alt in m.named if p.feature == "PCLI" and not alt}
    for entity in page.parse.entities:
        if entity.label == "NORP" and (land := page.gazetteer.demonym(entity.span.words(page.parse.text))):
            lands.add(land.country)
    countries = frozenset(code for code in lands if code)
    for name in waiting:
        if span := of_named_country(page, name, countries):
            taken[name.first] = _mention(page, name, of_named_country.because(span), None)
    waiting[:] = [name for name in waiting if name.first not in taken]


@rule(
    "place.in_list",
    means="A name that the gazetteer knows is a place in a list with places.",
    fires="The convoy passed Kabul, [Djibo] and Bamako.",
    silent="The convoy passed Djibo.",
)
def in_list(page: Page, name: Name, beside: Mention) -> Span | None:
    """The name, where a comma, 'and' or 'or' joins it to a place and it is no person's."""
    label = page.label(name.first, name.last)
    if not own_name(name) or name.key in NOT_A_PLACE or label.endswith(("+", "^")) or beside.site:
        return None
    if label[:-1] in ("DATE", "TIME", "MONEY", "NORP") or page.named_elsewhere(name.first, name.last):
        return None
    return page.span(name.first, name.last)


def _beside(page: Page, waiting: list[Name], taken: dict[int, Mention]) -> None:
    """Take the names that stand in a list with places; a list is walked from either end."""
    ends = {m.last: m for m in taken.values()}
    for name in [*waiting, *reversed(waiting)]:
        if name.first in taken:
            continue
        neighbour = _joined_before(page, name, ends) or _joined_after(page, name, taken)
        if neighbour and (span := in_list(page, name, neighbour)):
            made = taken[name.first] = _mention(page, name, in_list.because(span), None)
            ends[made.last] = made
    waiting[:] = [name for name in waiting if name.first not in taken]


def _joined_before(page: Page, name: Name, ends: dict[int, Mention]) -> Mention | None:
    for gap in (1, 2):
        joint = " ".join(page.lower(i) for i in range(name.first - gap, name.first))
        if joint in _LIST_JOINTS and (found := ends.get(name.first - gap)):
            return found
    return None


def _joined_after(page: Page, name: Name, taken: dict[int, Mention]) -> Mention | None:
    for gap in (1, 2):
        joint = " ".join(page.lower(i) for i in range(name.last, name.last + gap))
        if joint in _LIST_JOINTS and (found := taken.get(name.last + gap)):
            return found
    return None


def _repeat(page: Page, waiting: list[Name], taken: dict[int, Mention]) -> None:
    """Take the names that are places elsewhere in the document."""
    keys = {m.key: m for m in taken.values()}
    for name in waiting:
        if name.key in keys and (span := repeated(page, name, keys[name.key])):
            taken[name.first] = _mention(page, name, repeated.because(span), None)


@rule(
    "place.repeated",
    means="A name that is a place in one sentence is the same place in the others.",
    fires="Rescuers left the town of Djibo. The [Djibo] Herald was closed.",
    silent="Rescuers left the town. The Djibo Herald was closed.",
)
def repeated(page: Page, name: Name, before: Mention) -> Span | None:
    """The name, unless it is part of a person's name."""
    label = page.label(name.first, name.last)
    if label.startswith("PERSON") or label.endswith("+") or before.site or name.key in NOT_A_PLACE:
        return None
    if page.named_elsewhere(name.first, name.last) or _speaks(page, name.last - 1):
        return None
    return page.span(name.first, name.last)


RULES = all_rules(
    known,
    parser_says,
    after_preposition,
    measured_from,
    dateline,
    of_named_country,
    in_list,
    repeated,
    WORDS,
    KINDS,
)
