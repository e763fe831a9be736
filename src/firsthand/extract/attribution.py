"""Who is said to say, think or show what.

The steps: quotations (`quotes`), cues with source and content (`attribution_cues`, `attribution_content`,
`attribution_passives`, `attribution_nominal`), what belongs together (`attribution_linking`), what stands
inside what (`attribution_nesting`), who the voices are (`voices`), how sure they are (`certainty`). All steps
after the cues work on `Found` values alone, so another finder can take the place of the rules.
"""

from __future__ import annotations

from typing import Literal

from firsthand.extract import (
    attribution_absence,
    attribution_colon,
    attribution_content,
    attribution_contributed,
    attribution_linking,
    attribution_nominal,
    attribution_passives,
    certainty,
    voices,
    voices_kinds,
    voices_known,
    voices_learned,
    voices_names,
    voices_titles,
    voices_turns,
)
from firsthand.extract.attribution_beside import quotation
from firsthand.extract.attribution_blame import blamed_on, held_responsible, with_blame
from firsthand.extract.attribution_checked import labelled, verdict, with_checked
from firsthand.extract.attribution_colon import told_behind_colons
from firsthand.extract.attribution_communique import communique, with_communique
from firsthand.extract.attribution_contributed import contributed
from firsthand.extract.attribution_counts import by_count, toll_of, with_counts
from firsthand.extract.attribution_cues import CUES, Cue, verb_cues
from firsthand.extract.attribution_denied import denied_behind, with_denials
from firsthand.extract.attribution_dismissed import dismissed, were_untrue, with_dismissed
from firsthand.extract.attribution_encoder import SURE_OF_CLAUSE, with_encoder
from firsthand.extract.attribution_false import false_noun, it_is_untrue, post_is_untrue, with_false
from firsthand.extract.attribution_found import Found, spans_of
from firsthand.extract.attribution_gapped import figure_of_another, with_gapped
from firsthand.extract.attribution_grammar import Scene
from firsthand.extract.attribution_headlines import colon_after, colon_before, mark_cues
from firsthand.extract.attribution_informed import (
    figure_behind_semicolon,
    informed_of,
    second_of,
    with_informed,
    with_parts,
)
from firsthand.extract.attribution_linking import link
from firsthand.extract.attribution_mistagged import told_by_whom
from firsthand.extract.attribution_named_between import named_between
from firsthand.extract.attribution_nesting import parents
from firsthand.extract.attribution_nominal import nominal_cues
from firsthand.extract.attribution_official import official_toll, officials, with_official_tolls
from firsthand.extract.attribution_own_reporter import without_own_reporter
from firsthand.extract.attribution_parted import own_figure, own_part, parted
from firsthand.extract.attribution_relayed import as_saying, carried_by, citing
from firsthand.extract.attribution_seen import in_the_clip, seen_in_clips, visible_in
from firsthand.extract.attribution_set_beside import set_against, with_figures_beside
from firsthand.extract.attribution_shown import in_which, what_is_seen, with_clips
from firsthand.extract.attribution_solemn import solemnly, with_solemn
from firsthand.extract.attribution_stance import quoted_stance
from firsthand.extract.attribution_tales import tale_rejected, with_tales
from firsthand.extract.attribution_that_of_another import that_of_another, with_that_of_another
from firsthand.extract.attribution_untrue import called_untrue, with_untrue
from firsthand.extract.attribution_upheld import upheld, with_upheld
from firsthand.extract.certainty import by_sentence, how_sure
from firsthand.extract.voices import resolve
from firsthand.extract.voices_learned import with_tellers
from firsthand.resources.parser import Parse
from firsthand.resources.voices import VoiceModel
from firsthand.rules import Rule, all_rules
from firsthand.schema import Attribution, Document, Spans


def attributions(
    document: Document, parse: Parse, encoder: VoiceModel | None = None
) -> tuple[Attribution, ...]:
    """The attributions of a document in text order, nested ones after the one they stand in."""
    scene = Scene(document, parse)
    found = find(scene)
    if encoder is not None:
        known = (span for one in found for span in one.cue or one.content)
        marked = encoder.mark(document.text, document.parsed, SURE_OF_CLAUSE, known)
        found = with_encoder(scene, found, marked)
    found = with_counts(
        scene,
        with_figures_beside(scene, with_gapped(scene, with_that_of_another(scene, parted(scene, found)))),
    )
    found = contributed(scene, told_behind_colons(scene, with_tellers(scene, found)))
    found = with_communique(scene, without_own_reporter(scene, with_parts(scene, found)))
    return settled(scene, voices_turns.within_turns(scene, found))


def settled(scene: Scene, found: list[Found]) -> tuple[Attribution, ...]:
    """What finders found -> attributions: linked, nested, voices resolved, certainty weighed."""
    linked = link(scene, found)
    above = parents(linked)
    speaking = resolve(scene, linked, above)
    inside: dict[int | None, list[Found]] = {}
    for one, parent in zip(linked, above, strict=True):
        inside.setdefault(parent, []).append(one)
    made = []
    for number, (one, voice) in enumerate(zip(linked, speaking, strict=True)):
        parent = above[number]
        sure = how_sure(scene, one, inside.get(number, []))
        parts = by_sentence(scene, one, inside.get(number, []))
        made.append(Attribution(
            id=f"a{number}", content=one.content, cue=one.cue, source=voice.antecedent or one.source,
            parent=None if parent is None else f"a{parent}", type=_type(scene, one),
            kind=one.row.get("kind", "report") if one.row else "report",
            source_name=voice.name, source_kind=voice.kind, party_to_conflict=voice.party,
            certainty=sure.certainty, polarity=sure.polarity, hedges=sure.hedges,
            parts=parts, because=(*one.reasons, *sure.because, *voice.because),
        ))  # fmt: skip
    return tuple(made)


def find(scene: Scene) -> list[Found]:
    """The cues of a document with source and content, by the rules."""
    nominal = [one for one in nominal_cues(scene) if not one.verb or told_by_whom(scene, one.verb) is None]
    others = [*nominal, *mark_cues(scene), *seen_in_clips(scene)]
    taken = {one.verb.i for one in others if one.verb is not None}
    cues = [cue for cue in verb_cues(scene) if cue.token.i not in taken]
    quoting = {cue.token.i: as_saying(scene, cue) or () for cue in cues if _quotes(cue)}
    passed_on = [one for ones in quoting.values() for one in ones]
    taken |= {one.verb.i for one in passed_on if one.verb is not None}
    taken |= {t.i for one in passed_on for span in one.cue for t in scene.parse.within(span)}
    verbs = [one for cue in cues if cue.token.i not in taken and (one := _of_verb(scene, cue)) is not None]
    found = [*verbs, *passed_on]
    in_sentence: dict[int, list[Found]] = {}
    for one in (*found, *others):
        if one.verb is not None:
            in_sentence.setdefault(one.verb.sentence, []).append(one)
    cited = [
        citing(scene, cue, in_sentence.get(cue.token.sentence, []))
        for cue in cues
        if _quotes(cue) and not quoting[cue.token.i]
    ]
    carried = [
        carried_by(scene, token) for token in scene.tokens if token.tag == "VBN" and token.dep == "acl"
    ]
    every = [*found, *(one for one in (*cited, *carried) if one is not None), *others]
    every = with_upheld(scene, with_clips(scene, with_tales(scene, every, cues)))
    every = with_solemn(scene, with_official_tolls(scene, with_informed(scene, every, cues)))
    denials = with_dismissed(scene, with_untrue(scene, with_denials(scene, every)))
    return with_blame(scene, with_checked(scene, with_false(scene, denials)))


def _quotes(cue: Cue) -> bool:
    return bool(cue.row.get("np_subject") == "quotable")


def _of_verb(scene: Scene, cue: Cue) -> Found | None:
    tried = attribution_content.CONTENT
    if cue.passive:
        tried = (*attribution_passives.PASSIVES, *tried)
    for construction in tried:
        content = construction(scene, cue)
        if content is None or (construction is quotation and _of_the_sentence_before(scene, cue, content[0])):
            continue
        pieces, words = content
        return Found(
            pieces, spans_of(cue.group), spans_of(cue.source), cue.row,
            (cue.because(), construction.because(words)), cue.token, cue.voice, cue.passive,
            quoted=construction is quotation,
        )  # fmt: skip
    return None


def _of_the_sentence_before(scene: Scene, cue: Cue, pieces: Spans) -> bool:
    """Whether a quotation ended the sentence before: "is 'early.' Meanwhile, deputies say that"."""
    last = scene.parse.within(pieces[0])[-1]
    ended = scene.parse.text[: pieces[0].end].rstrip("\"'”’»")[-1:] == "."
    return (
        ended and len(pieces) == 1 and last.i < cue.first and last.sentence != cue.token.sentence
        and any(c.i > cue.token.i for c in cue.token.below("ccomp"))
    )  # fmt: skip


def _type(scene: Scene, one: Found) -> Literal["direct", "indirect", "mixed"]:
    """Direct when nearly all words of the content stand in quotation marks, indirect when none do."""
    inside = whole = 0
    around = (
        {
            id(q): q
            for piece in one.cue or one.content[:1]
            for q in scene.quotations_in(piece)
            if q.span.holds(piece)
        }
        if one.cue
        else {}
    )
    for piece in one.content:
        words = [t for t in scene.parse.within(piece) if t.pos not in ("PUNCT", "SPACE")]
        marks = [q.span for q in scene.quotations_in(piece) if id(q) not in around]
        whole += len(words)
        inside += sum(any(m.start < t.start and t.end <= m.end for m in marks) for t in words)
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * whole else "mixed"


RULES: tuple[Rule, ...] = all_rules(
    CUES,
    *attribution_content.CONTENT,
    *attribution_passives.PASSIVES,
    as_saying,
    citing,
    carried_by,
    attribution_nominal.according_to,
    attribution_nominal.noun_clause,
    attribution_nominal.adverb,
    attribution_nominal.adjective,
    attribution_nominal.predicate,
    attribution_absence.no_evidence,
    attribution_absence.there_is_none,
    attribution_absence.consistent_with,
    attribution_linking.continuation,
    attribution_linking.reopened,
    attribution_linking.left_open,
    named_between,
    attribution_linking.next_paragraph,
    attribution_linking.standing_alone,
    attribution_linking.for_somebody,
    attribution_linking.told_of_above,
    attribution_linking.told_of_below,
    quoted_stance,
    colon_before,
    colon_after,
    *voices_turns.RULES,
    *attribution_colon.RULES,
    *attribution_contributed.RULES,
    *voices_learned.RULES,
    denied_behind,
    called_untrue,
    it_is_untrue,
    post_is_untrue,
    false_noun,
    labelled,
    verdict,
    dismissed,
    were_untrue,
    held_responsible,
    blamed_on,
    figure_of_another,
    that_of_another,
    set_against,
    toll_of,
    by_count,
    own_part,
    own_figure,
    informed_of,
    second_of,
    figure_behind_semicolon,
    official_toll,
    officials,
    solemnly,
    upheld,
    tale_rejected,
    in_which,
    what_is_seen,
    communique,
    in_the_clip,
    visible_in,
    certainty.HEDGES,
    certainty.supposed,
    certainty.question,
    voices_kinds.VOICES,
    voices_kinds.person_named,
    voices_kinds.country,
    voices_kinds.organisation_named,
    voices_known.full_name,
    voices.antecedent_of_relative,
    voices.pronoun,
    voices_titles.person_of_office,
    voices_names.same_as_before,
)
