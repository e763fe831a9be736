"""Names that gazetteers know and that are people's: "his wife, Georgia", a leader "known as Montana"."""

from __future__ import annotations

from firsthand.ground.place_names import LISTS, Name, Page, capital

_ONE_PERSON = frozenset(LISTS["one_person"])
_RANKS = frozenset(
    ("detective", "officer", "deputy", "constable", "inspector", "sergeant", "lieutenant", "captain", "major",
     "colonel", "judge", "justice", "senator", "congressman", "congresswoman", "councilman", "councilwoman",
     "councillor", "professor", "doctor", "sister", "brother", "father", "private", "corporal", "trooper")
)  # fmt: skip
_GOING_BY = frozenset(LISTS["going_by"])
_ENDS = frozenset((",", ".", ")", ";", ":", "?", "!"))


def somebody(page: Page, name: Name) -> bool:
    """Whether a known name is that of the one person told of right before it."""
    if name.last - name.first > 1:
        return False
    before = page.lower(name.first - 1)
    if before in _ONE_PERSON:
        return not _goes_on(page, name.last)
    if before == "," and page.lower(name.first - 2) in _ONE_PERSON:
        return page.lower(name.last) in _ENDS or name.last == len(page.tokens)
    if before == "as" and page.lower(name.first - 2) in _GOING_BY:
        return _of_person(page, name.first - 2)
    return before in ("nicknamed", "dubbed", "alias") and _of_person(page, name.first - 1)


def one_who(page: Page, name: Name) -> bool:
    """Whether a name goes on with "who" as a person's does: "against Fairfield, who is accused"."""
    one = name.last - name.first == 1 and page.lower(name.first - 1) not in ("in", "at", "near")
    return one and page.lower(name.last) == "," and page.lower(name.last + 1) in ("who", "whom")


def titled_person(page: Page, name: Name) -> bool:
    """Whether a rank or an office stands before the name and another name behind it: Detective Paris Holt."""
    ranked = page.lower(name.first - 1) in _RANKS and capital(page.tokens[name.first - 1])
    return ranked and name.last - name.first == 1 and _goes_on(page, name.last)


def _goes_on(page: Page, at: int) -> bool:
    """Whether the name belongs to a longer one ("his friend London Velk" is a person, too)."""
    return at < len(page.tokens) and capital(page.tokens[at]) and page.tokens[at].tag == "NNP"


def _of_person(page: Page, at: int) -> bool:
    """Whether somebody is the one who goes by the name: not a village known as Karst."""
    verb = page.tokens[at]
    if verb.dep not in ("acl", "conj", "advcl", "ROOT", "relcl", "amod"):
        return True
    whom = (
        verb.head
        if verb.dep in ("acl", "relcl", "amod")
        else next(iter(verb.below("nsubjpass", "nsubj")), verb)
    )
    return whom.entity == "PERSON" or whom.lemma in _ONE_PERSON or whom.lower in ("he", "she", "who")


__all__ = ["one_who", "somebody", "titled_person"]
