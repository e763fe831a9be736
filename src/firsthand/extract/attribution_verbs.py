"""The verbs of the lexicon: which row a verb form belongs to, with its particle."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.extract.attribution_grammar import Scene
from firsthand.resources.parser import Token
from firsthand.rules import Row, lexicon

CUES = lexicon(__package__, "cues.en.toml")
_VERBS, _PHRASAL = CUES["verb"], CUES["phrasal"]
_PARTICLES = frozenset(word.split()[1] for row in _PHRASAL.rows for word in row.words)


def row_of_verb(scene: Scene, token: Token) -> Row | None:
    """The lexicon row of a verb with its particle, if it has one."""
    return row_and_particle(scene, token)[0]


def row_and_particle(scene: Scene, token: Token) -> tuple[Row | None, Token | None]:
    """The lexicon row of a verb, and the particle that the row goes by, if it has one."""
    lemma = lemma_of(token)
    for following in scene.tokens[token.i + 1 : token.i + 4]:
        hangs = following.head is token or (
            following.head.head is token and following.dep in ("mark", "prep")
        )
        if following.lower in _PARTICLES and hangs and _adjoins(scene, token, following):
            row = _PHRASAL.lookup(f"{lemma} {following.lower}")
            if row is not None and _only_leads_to(scene, following):
                return None, None
            if row is not None and not _leads_in_a_date(following):
                return row, following
    return _VERBS.lookup(lemma), None


def _adjoins(scene: Scene, token: Token, particle: Token) -> bool:
    return all(t.pos == "ADV" and t.dep != "prt" for t in scene.tokens[token.i + 1 : particle.i])


def _only_leads_to(scene: Scene, particle: Token) -> bool:
    """ "Went on to say": the verb behind says it, and the quotation is told once."""
    to, verb = scene.next_to(particle.i + 1), scene.next_to(particle.i + 2)
    if to is None or verb is None or to.lower != "to" or verb.tag != "VB":
        return False
    return _VERBS.lookup(lemma_of(verb)) is not None


def _leads_in_a_date(preposition: Token) -> bool:
    """ "Reported on Monday that": the preposition tells when it was said, and belongs to no verb."""
    return any(noun.entity in ("DATE", "TIME") for noun in preposition.below("pobj"))


def inflected(verb: str) -> set[str]:
    """The regular forms of a verb; a parser's lemmas are wrong too often ("hoped": hop)."""
    stem = verb[:-1] if verb.endswith("e") else verb
    doubled = verb + verb[-1]
    forms = {verb, verb + "s", verb + "es", stem + "ed", stem + "ing", doubled + "ed", doubled + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    return forms


_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "knew": "know",
    "known": "know", "found": "find", "felt": "feel", "saw": "see", "seen": "see", "heard": "hear",
    "swore": "swear",
    "sworn": "swear", "went": "go", "gone": "go", "began": "begin", "begun": "begin", "spoke": "speak",
    "spoken": "speak", "drew": "draw", "drawn": "draw", "gave": "give", "given": "give",
    "read": "read", "put": "put", "bid": "bid",
    "forgot": "forget", "forgotten": "forget", "understood": "understand", "meant": "mean", "taught": "teach",
    "foresaw": "foresee", "foretold": "foretell", "shown": "show", "proven": "prove", "forbade": "forbid",
    "sang": "sing", "led": "lead", "held": "hold", "stood": "stand", "learnt": "learn", "dreamt": "dream",
}  # fmt: skip


def _forms() -> dict[str, str]:
    lemmas = {w.split()[0] for table in (_VERBS, _PHRASAL) for row in table.rows for w in row.words}
    made = {form: lemma for lemma in sorted(lemmas) for form in inflected(lemma)}
    return made | {lemma: lemma for lemma in lemmas} | {f: v for f, v in _IRREGULAR.items() if v in lemmas}


FORMS = _forms()


def lemma_of(token: Token) -> str:
    """The lemma of a verb form, by the lexicon where it knows the form."""
    return FORMS.get(token.lower, token.lemma.lower())


def finds_out(content: Iterable[Token]) -> bool:
    """Whether who establishes these words finds them out: "the cause", "who fired"; a route is only made."""
    return any(t.dep == "ccomp" or t.tag in ("WP", "WRB") or lemma_of(t) in _FOUND_OUT for t in content)


_FOUND_OUT = frozenset((
    "cause", "circumstance", "fact", "truth", "identity", "whereabouts", "number", "motive", "origin",
    "extent", "responsibility", "guilt", "link", "connection", "authenticity", "date", "time", "location",
    "source",
))  # fmt: skip


def speaks(token: Token) -> bool:
    """Whether a verb is one of saying or showing."""
    row = CUES["verb"].lookup(lemma_of(token))
    return row is not None and row["kind"] == "report"
