"""Rarer forms of blame: each other, held over a deed, the work of somebody, not ruled out, accused alone."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.extract.event_forms import lemma
from firsthand.extract.events_blame import (
    WORDS,
    Blame,
    agents,
    behind,
    denied,
    subjects,
)
from firsthand.extract.events_voice import is_passive
from firsthand.resources.parser import Token
from firsthand.rules import Rule, rule
from firsthand.schema import ResponsibilityLevel

BLAMING = frozenset({"blame", "accuse"})
HOLDING = frozenset({"arrest", "detain", "hold", "question", "seek", "want", "jail", "capture", "catch"})
HALLMARKS = frozenset({"hallmark", "mark", "signature", "fingerprint", "stamp", "imprint", "trademark"})
COURTS = frozenset({"court", "trial", "dock", "judge", "tribunal"})
PAST = frozenset({"VBD", "VBN"})


def forms(token: Token) -> Iterator[Blame]:
    """Whom a word holds responsible by one of the rarer forms."""
    if token.tag[:2] == "VB" and not denied(token):
        for read in (each_other, held_over, hallmarks, accused_alone):
            if (found := read(token)) is not None:
                yield found
                return
    for word, other in (("work", work_of), ("rule", not_ruled_out)):
        if token.lemma == word and (found := other(token)) is not None:
            yield found


@rule(
    "responsibility.each-other",
    means="Where two blame each other, both are accused.",
    fires="Orvan and the Hill Guard [blamed] each other for the shelling of Sarn.",
    silent="Orvan and the Hill Guard blamed the rain for the flood.",
)
def each_other(verb: Token) -> Blame | None:
    """Both subjects of "blamed each other for", "accused one another of"."""
    if lemma(verb) not in BLAMING or is_passive(verb):
        return None
    for other in verb.below("dobj"):
        if other.lower in ("other", "another") and any(
            c.lower in ("each", "the", "one") for c in (*other.children, *verb.children, *_appositions(verb))
        ):
            deed = behind((verb, other), frozenset({"for", "of"}))
            doing = subjects(verb)
            if deed is not None and doing and doing[0].below("conj"):
                return Blame(doing, deed, "accused", [], each_other.because(verb.span))
    return None


def _appositions(verb: Token) -> list[Token]:
    return [child for noun in verb.below("nsubj") for child in noun.below("appos", "advmod", "det")]


@rule(
    "responsibility.held-over",
    means="Who is arrested, held or wanted over a deed is suspected of it.",
    fires=(
        "Police [arrested] two miners over the bombing of the depot.",
        "Two miners were [detained] on suspicion of bombing the depot.",
    ),
    silent=("Police arrested two miners over the border.", "Police arrested two miners after the bombing."),
)
def held_over(verb: Token) -> Blame | None:
    """Those held "over", "on suspicion of" or "in connection with" a deed."""
    if lemma(verb) in ("appear", "stand"):
        before = [n for p in verb.below("prep") for n in p.below("pobj")] + verb.below("dobj")
        held = subjects(verb) if any(lemma(noun) in COURTS for noun in before) else []
    elif lemma(verb) in HOLDING:
        held = verb.below("nsubjpass") if is_passive(verb) else verb.below("dobj")
    else:
        return None
    if not held:
        return None
    near = (verb, *held, *(n for p in verb.below("prep") for n in p.below("pobj")))
    deed = behind(near, frozenset({"over", "for"}))
    if deed is None:
        about = tuple(noun for noun in near if lemma(noun) in ("suspicion", "connection", "charge"))
        deed = behind(about, frozenset({"of", "with", "over"}))
    by = [] if lemma(verb) in ("appear", "stand") else agents(verb)
    return None if deed is None else Blame(held, deed, "suspected", by, held_over.because(verb.span))


@rule(
    "responsibility.hallmarks",
    means="A deed that bears somebody's hallmarks is supposed to be theirs.",
    fires="The bombing [bears] the hallmarks of the Hill Guard.",
    silent="The coin bears the mark of the Hill Guard.",
)
def hallmarks(verb: Token) -> Blame | None:
    """Those whose hallmarks or signature a deed bears."""
    if lemma(verb) not in ("bear", "carry", "have"):
        return None
    for sign in verb.below("dobj"):
        if lemma(sign) in HALLMARKS and (deeds := verb.below("nsubj")):
            whose = [noun for p in sign.below("prep") if p.lower == "of" for noun in p.below("pobj")]
            return Blame(whose, deeds[0], "suspected", [], hallmarks.because(verb.span)) if whose else None
    return None


@rule(
    "responsibility.work-of",
    means="A deed that is called somebody's work is said to be theirs, as firmly as that is said.",
    fires=(
        "The bombing is believed to be the [work] of the Hill Guard.",
        "The bombing may have been the [work] of the Hill Guard.",
    ),
    silent="The bombing was not the work of the Hill Guard.",
)
def work_of(work: Token) -> Blame | None:
    """Those whose work a deed is, is thought to be, or may be."""
    copula = work.head
    doing = [noun for p in work.below("prep") if p.lower == "of" for noun in p.below("pobj")]
    if copula.lemma != "be" or not doing or denied(copula):
        return None
    above = copula.head
    deeds = copula.below("nsubj") or (above.below("nsubjpass", "nsubj") if copula.dep == "xcomp" else [])
    if not deeds or (above is not copula and denied(above)):
        return None
    level, by = _firmness(copula, above)
    return Blame(doing, deeds[0], level, by, work_of.because(work.span))


def _firmness(copula: Token, above: Token) -> tuple[ResponsibilityLevel, list[Token]]:
    """How firmly "was the work of" is said, and by whom."""
    if any(WORDS["perhaps"].lookup(child.lower) is not None for child in copula.children):
        return "possible", []
    if copula.dep not in ("ccomp", "xcomp") or above is copula:
        return "fact", []
    if WORDS["supposing"].lookup(lemma(above)) is not None:
        return "suspected", subjects(above) if not is_passive(above) else []
    return "accused", subjects(above)


@rule(
    "responsibility.not-ruled-out",
    means="Who is not ruled out for a deed may have done it.",
    fires="Police did not [rule] out that the Hill Guard had bombed the depot.",
    silent="Police ruled out that the Hill Guard had bombed the depot.",
)
def not_ruled_out(verb: Token) -> Blame | None:
    """The doer of a deed of the past that somebody does not rule out."""
    if not denied(verb) or not any(child.lower == "out" for child in verb.children):
        return None
    for clause in verb.below("ccomp"):
        if clause.tag in PAST:
            return Blame(agents(clause), clause, "possible", subjects(verb), not_ruled_out.because(verb.span))
    return None


@rule(
    "responsibility.accused-alone",
    means="Who is accused or blamed without a word of what for is so for the deed told just before.",
    fires="A convoy was ambushed near Sarn. The army [accused] the Hill Guard.",
    silent="A convoy left Sarn. The army accused the Hill Guard.",
)
def accused_alone(verb: Token) -> Blame | None:
    """The object of a bare "accused": the deed is looked for in the sentences before."""
    if lemma(verb) not in BLAMING or denied(verb) or verb.tag[:2] != "VB":
        return None
    accused = verb.below("nsubjpass") if is_passive(verb) else verb.below("dobj")
    more = verb.below("prep", "ccomp", "xcomp", "advcl", "prt", "dative") + [
        child for noun in accused for child in noun.below("prep", "acl", "relcl")
    ]
    if not accused or any(
        child.lower in ("of", "for", "on", "over") or child.pos == "VERB" for child in more
    ):
        return None
    return Blame(accused, verb, "accused", agents(verb), accused_alone.because(verb.span), before=True)


RULES: tuple[Rule, ...] = tuple(
    one.rule for one in (each_other, held_over, hallmarks, work_of, not_ruled_out, accused_alone)
)
