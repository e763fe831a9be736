"""What is left of a sentence without the words of its voices -> the parts that read as claims.

"The Assembly, which received 106 fighters, said that ..." leaves "The Assembly, which received 106 fighters";
"he said, wiping the counter" leaves nothing: a part without a finite verb or without its subject is no claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.ground.claim_subject import SUBJECTS, phrase_of
from firsthand.resources.parser import Parse, Token
from firsthand.schema import Attribution

_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_BARE = frozenset({"ADP", "CCONJ", "SCONJ", "DET", "PART", "PUNCT", "PRON", "ADV", "AUX"})
_FEWEST = 3
"""Words that a part must have besides marks to say something."""
_OPEN = frozenset({"if", "whether", "unless"})


def parts_left(
    left: Sequence[Token], parse: Parse, triggers: set[int], held: Mapping[int, Attribution]
) -> list[list[Token]]:
    """The words of each part that reads as a claim; its subject may be taken in from the words of a voice.

    `held`: by number of a token the voice that says it. What is joined to words that a voice said, and is
    none of them, is what the voice does: "said nobody was hurt but would not name the driver".
    """
    made = []
    for part in _hanging_together(left):
        inside = {token.i for token in part}
        verb = _verb(part, inside)
        subject = _subject(verb, inside, parse, held) if verb is not None else None
        if verb is None or subject is None or _about_the_talk(verb, part) or _spreads(verb):
            continue
        if _tells_which(verb, inside, parse) or _tells_who(verb, inside):
            continue
        kept = _for_a_relative(_behind_mark(_trimmed(part, inside), verb), verb)
        whole = {token.i: token for token in (*kept, *subject, *_what_was_told(part, inside))}
        words = [
            token
            for i in sorted(whole)
            for token in (
                (*_comma(parse, i), whole[i]) if i - 1 not in whole and i - 2 in whole else (whole[i],)
            )
        ]
        if words[0].pos == "ADP" and verb.dep in ("acl", "relcl"):
            continue  # "in an interview published on Monday": where the voice spoke
        tells = verb.dep == "ROOT" or any(t.start in triggers and t.pos in ("VERB", "AUX") for t in part)
        if tells and sum(token.pos != "PUNCT" for token in words) >= _FEWEST:
            made.append(words)
    return made


def _hanging_together(left: Sequence[Token]) -> list[list[Token]]:
    """The words grouped by what hangs on what; a group without a word that says something is left out."""
    inside = {token.i for token in left}
    top: dict[int, int] = {}
    for token in left:
        at, path = token, list[int]()
        while at.i not in top and at.head is not at and at.head.i in inside and len(path) < len(left):
            path.append(at.i)
            at = at.head
        found = top.get(at.i, at.i)
        top.update(dict.fromkeys((*path, at.i), found))
    groups: dict[int, list[Token]] = {}
    for token in left:
        groups.setdefault(top[token.i], []).append(token)
    return [group for group in groups.values() if any(token.pos not in _BARE for token in group)]


def _verb(part: Sequence[Token], inside: set[int]) -> Token | None:
    """The finite verb, or the participle behind a noun, that the part is a clause of."""
    for token in part:
        if token.head is not token and token.head.i in inside and token.dep not in ("relcl", "acl"):
            continue
        if token.pos not in ("VERB", "AUX"):
            continue
        if any(mark.lower in _OPEN for mark in token.below("mark")):
            return None
        finite = token.tag in _FINITE or any(c.tag in _FINITE for c in token.below("aux", "auxpass"))
        if finite or (token.dep == "acl" and token.tag in ("VBN", "VBG")):
            return token
    return None


def _subject(
    verb: Token, inside: set[int], parse: Parse, held: Mapping[int, Attribution]
) -> list[Token] | None:
    """The words of a verb's subject that stand outside its part, [] where it stands inside; None for none."""
    own = next(iter(verb.below(*SUBJECTS, "expl")), None)
    if verb.dep in ("relcl", "acl"):
        return [] if verb.head.i in inside else _words(verb.head, verb, parse)
    if own is not None:
        return [] if own.i in inside else _words(own, verb, parse)
    if verb.dep == "conj" and verb.head.pos in ("VERB", "AUX"):
        if (whose := held.get(verb.head.i)) is not None:
            return _who_said(whose, verb, parse)
        first = next(iter(verb.head.below(*SUBJECTS)), None)
        return None if first is None else [] if first.i in inside else _words(first, verb, parse)
    return None


def _who_said(whose: Attribution, verb: Token, parse: Parse) -> list[Token] | None:
    """The words of who said what a verb is joined to, where he is named before it."""
    source = [t for span in whose.source for t in parse.within(span)]
    if not source or not whose.cue or source[-1].sentence != verb.sentence:
        return None
    first = parse.within(whose.cue[0])[:1]
    if not first or not source[-1].i < first[0].i < verb.head.i or source[0].lower in _RELATIVE:
        return None
    return source


_RELATIVE = frozenset({"which", "who", "that", "whose", "whom", "where", "when"})


def _words(noun: Token, verb: Token, parse: Parse) -> list[Token] | None:
    if noun.i > verb.i or noun.lower in _RELATIVE:
        return None
    first = min((c.i for c in verb.subtree() if c.i > noun.i), default=verb.i)
    phrase = phrase_of(noun, before=max(noun.i + 1, min(first, verb.i)))
    return parse.within(phrase) if phrase is not None else None


def _trimmed(part: Sequence[Token], inside: set[int]) -> list[Token]:
    """A part without the conjunction that it opens with and the prepositions whose nouns went to a voice."""
    kept = [token for token in part if not _dangles(token, inside)]
    while kept and (kept[0].pos in ("CCONJ", "PUNCT") or (kept[0].lower == "that" and kept[0].dep == "mark")):
        if kept[0].tag in ("``", "''"):
            break
        kept.pop(0)
    return kept


def _for_a_relative(part: list[Token], verb: Token) -> list[Token]:
    """A noun and what tells of it as a sentence: "Senator Karel, who spoke there" without "who"."""
    which = next((t for t in verb.below(*SUBJECTS) if t.lower in ("who", "which", "that")), None)
    if verb.dep != "relcl" or which is None or which not in part or verb.head not in part:
        return part
    return [t for t in part if t is not which and not (t.text == "," and t.i == which.i - 1)]


def _behind_mark(part: list[Token], verb: Token) -> list[Token]:
    """A clause of time without what leads it in: "hours after negotiators left" tells that they left."""
    mark = next((m for m in verb.below("mark", "advmod") if m.lower in _LEADING), None)
    before = [token for token in part if mark is not None and token.i <= mark.i]
    finite = verb.tag in _FINITE or any(t.tag in _FINITE for t in verb.below("aux", "auxpass"))
    if mark is None or len(before) > _FEWEST or not finite:
        return part
    return [token for token in part if token.i > mark.i]


_LEADING = frozenset({"after", "as", "while", "since", "when", "though", "although", "whereas"})


def _dangles(token: Token, inside: set[int]) -> bool:
    """Whether what a preposition or conjunction leads in went to a voice."""
    if token.pos in ("ADP", "VERB") and token.dep in ("prep", "agent", "prt"):
        behind = token.head.i < token.i
        kept = any(c.i in inside or (behind and c.lemma.lower() in _TOLD) for c in token.children)
        return token.dep != "prt" and not kept
    return token.pos == "CCONJ" and not any(
        c.dep in ("conj", "pobj", "pcomp") and c.i in inside and c.i > token.i for c in token.head.children
    )


def _about_the_talk(verb: Token, part: Sequence[Token]) -> bool:
    """Whether words tell how a voice spoke: "speaking by telephone", "who declined to be named because"."""
    words = {token.lower for token in part}
    if verb.lemma in ("speak", "talk") and (
        verb.tag == "VBG" or any(p.lower == "for" for p in verb.below("prep"))
    ):
        return True  # "speaking by telephone", "who speaks for the coast guard"
    return "anonymity" in words or bool(words & _NAMED and words & _WITHHELD) or _gives_a_name(part)


def _tells_which(verb: Token, inside: set[int], parse: Parse) -> bool:
    """Whether a clause only tells which voice is meant: "a merchant who escaped said", no comma before it.

    "A merchant whose brother was killed" tells something besides.
    """
    if verb.dep != "relcl" or verb.head.i in inside:
        return False
    first = min(verb.subtree(), key=lambda token: token.i)
    before = parse.tokens[first.i - 1].text if first.i else ","
    return first.lower in ("who", "that", "which") and before not in (",", "(", "—", "–", "-")


def _tells_who(verb: Token, inside: set[int]) -> bool:
    """Whether a clause only tells who a voice is, as a rule or now: "Tal, who teaches history, said"."""
    if verb.dep != "relcl" or verb.head.i in inside:
        return False
    now = verb.tag in ("VBZ", "VBP") or any(
        t.tag in ("VBZ", "VBP") and t.lemma == "be" for t in verb.below("aux")
    )
    return now and any(t.tag in ("WP", "WDT") for t in verb.below(*SUBJECTS))


def _what_was_told(part: Sequence[Token], inside: set[int]) -> list[Token]:
    """The noun that a cue is, where words are cut before it: "the court heard allegations"."""
    found = []
    for token in part:
        for noun in token.below("dobj", "pobj") if token.head.i <= token.i else ():
            if noun.i not in inside and noun.i > token.i and noun.lemma.lower() in _TOLD:
                found += [*(c for c in noun.children if c.i < noun.i and c.dep in _BEFORE_NOUN), noun]
    return found


_BEFORE_NOUN = frozenset({"amod", "compound", "det", "nummod", "poss"})


def _comma(parse: Parse, i: int) -> tuple[Token, ...]:
    """The comma before a word."""
    before = parse.tokens[i - 1]
    return (before,) if before.text == "," else ()


def _spreads(verb: Token) -> bool:
    """Whether words tell only that something is told: "reports emerged on Monday", "concerns were raised"."""
    subject = next(iter(verb.below(*SUBJECTS)), None)
    return subject is not None and subject.lemma.lower() in _TOLD and verb.lemma in _SPREADING


_TOLD = frozenset((
    "accusation", "allegation", "claim", "concern", "doubt", "fear", "hope", "news", "question", "report",
    "rumor", "rumour", "speculation", "story", "suspicion", "word", "worry",
))  # fmt: skip
_SPREADING = frozenset((
    "appear", "be", "circulate", "come", "emerge", "express", "grow", "have", "mount", "persist", "raise",
    "reach", "receive", "remain", "rise", "spread", "surface", "swirl", "voice",
))  # fmt: skip


def stays_unnamed(content: Sequence[Token]) -> bool:
    """Whether somebody only asks "not to be named for fear of reprisals", or that a name be withheld."""
    opening = [token.lower for token in content[:4]]
    if len(content) <= _SHORT + 2 and _ALLOWED.intersection(t.lower for t in content):
        return any(t.lower in ("speak", "discuss", "comment", "talk", "brief") for t in content)
    if len(content) <= _SHORT and _IDENTITY.intersection(opening) and content[-1].lower in _KEPT:
        return True
    return opening[:3] == ["not", "to", "be"] and bool(_NAMED.intersection(opening))


def only_calls(attribution: Attribution, parse: Parse) -> bool:
    """Whether an attribution only calls somebody or something so: "two alleged robbers", "a suspected leak".

    The sentence around it tells what there is to tell; cut out of it the noun says nothing.
    """
    cue = [t for span in attribution.cue for t in parse.within(span)]
    return not attribution.source and bool(cue) and all(t.dep == "amod" for t in cue)


def _gives_a_name(part: Sequence[Token]) -> bool:
    """Whether words tell only how somebody is called: "who gave her name only as Mira", "who goes by Tal"."""
    said = [token.lower for token in part if token.pos != "PUNCT"]
    who = said.index("who") if "who" in said else -1
    verb = said[who + 1 : who + 2]
    if who < 0 or len(said) - who > _SHORT + 2:
        return False
    if verb in (["gave"], ["gives"], ["uses"], ["used"]):
        return bool({"name", "names"}.intersection(said[who + 2 :]))
    return verb in (["goes"], ["went"]) and "by" in said[who + 2 :][:1]


_ALLOWED = frozenset({"authorized", "authorised"})
_NAMED = frozenset({"named", "identified", "quoted"})
_IDENTITY = frozenset({"name", "names", "identity", "identities"})
_KEPT = frozenset({"withheld", "published", "used", "changed", "disclosed", "printed", "revealed"})
_WITHHELD = frozenset({"declined", "refused", "asked", "requested", "not"})


def about_the_text(sentence: Sequence[Token]) -> bool:
    """Whether a sentence speaks of the text itself: "What we know so far", "PRESS RELEASE"."""
    if all(t.lower in _LABELS or not t.text.isalpha() for t in sentence) or _only_reports(sentence):
        return True
    words = {token.lower for token in sentence}
    if "|" in words and not any(token.tag in _FINITE for token in sentence):
        return True  # "Ministry of Works | Daily briefing"
    if (
        words & _SERIES
        and "no" in words
        and not any(t.tag in _FINITE for t in sentence if t.lower not in _SERIES)
    ):
        return True  # "Situation report No. 14"
    if sentence[0].lower == "translated" and "from" in words:
        return True
    if words & _EDITED and words & _EDITED_FOR:
        return True
    root = next((token for token in sentence if token.dep == "ROOT"), None)
    asks = sentence[0].tag in ("WP", "WRB")
    return asks and len(sentence) <= _SHORT and root is not None and _is_in_question(sentence[0], root)


def _only_reports(sentence: Sequence[Token]) -> bool:
    """Whether words tell only that a reporter reports: "Our correspondent Ivo Marn reports from Velny:"."""
    root = next((token for token in sentence if token.dep == "ROOT"), None)
    who = next(iter(root.below("nsubj")), None) if root is not None else None
    if root is None or who is None or root.lemma not in ("report", "write", "add"):
        return False
    reporter = any(t.lemma in ("correspondent", "reporter") for t in (who, *who.children))
    return reporter and not root.below("dobj", "ccomp")


_LABELS = frozenset((
    "advisory", "breaking", "editors", "embargoed", "end", "ends", "exclusive", "for", "immediate", "media",
    "news", "note", "notes", "press", "publication", "release", "released", "statement", "to", "until",
    "update",
))  # fmt: skip
_SERIES = frozenset({"report", "bulletin", "briefing", "update", "sitrep", "release", "statement"})
_EDITED = frozenset({"edited", "condensed", "abridged", "shortened"})
_EDITED_FOR = frozenset({"length", "clarity", "brevity"})
_SHORT = 8


def _is_in_question(opening: Token, root: Token) -> bool:
    """Whether a question word stands in the only clause of a line: "How the bridge fell"."""
    return opening is root or opening.head is root or root.pos not in ("VERB", "AUX")


def without_no(tokens: Sequence[Token]) -> Sequence[Token]:
    """What is said, without the "No," or "Yes," that it opens with."""
    opens = len(tokens) > _FEWEST and tokens[0].lower in ("no", "yes") and tokens[1].text in (",", "—", "–")
    return tokens[2:] if opens else tokens


def without_that(tokens: Sequence[Token]) -> Sequence[Token]:
    """What is said, without the word that leads it in: "that", or the "of" of "reports of looting"."""
    first = tokens[0] if len(tokens) > 1 else None
    leads_in = first is not None and (
        (first.lower == "that" and (first.dep == "mark" or first.tag in ("IN", "WDT")))
        or (first.lower == "of" and first.dep == "prep")
    )
    return tokens[1:] if leads_in else tokens
