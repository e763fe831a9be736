"""How sure a voice is, and for or against what it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.ingest.paragraphs import paragraphs
from firsthand.pipeline import read_document
from firsthand.resources import default_instruments
from firsthand.schema import CERTAINTIES, Document, words

TABLE = [
    ("The mayor said that two shells fell.", "certain", "+", ""),
    ("The video shows three carriers.", "certain", "+", ""),
    ("The governor demanded an inquiry.", "certain", "+", ""),
    ("The governor promised to rebuild the bridge.", "certain", "+", ""),
    ("Police want to question the driver.", "certain", "+", ""),
    ("The army denied that it had fired.", "certain", "-", ""),
    ("The guards rejected the claim.", "certain", "-", ""),
    ("The prosecutor ruled out an attack.", "certain", "-", ""),
    ("Residents believe that the shells came from the ridge.", "probable", "+", "believe"),
    ("The governor expects the road to open.", "probable", "+", "expects"),
    ("Analysts suggest that poor radio contact was to blame.", "probable", "+", "suggest"),
    ("The soldiers reportedly opened fire.", "probable", "+", "reportedly"),
    ("The crater is believed to be old.", "probable", "+", "is believed"),
    ("The video appears to show a soldier falling.", "probable", "+", "appears"),
    ("The marks are consistent with a fire.", "probable", "+", "are consistent with"),
    ("The engineer doubts that the bridge will hold.", "probable", "-", "doubts"),
    ("Residents do not believe that the shells came from the ridge.", "probable", "-", "do not believe"),
    ("Monitors found no evidence that the bridge was mined.", "unknown", "+", "found no evidence"),
    ("Officials fear that the dam is leaking.", "possible", "+", "fear"),
    ("The militia claimed that it had shot down two drones.", "possible", "+", "claimed"),
    ("The commander allegedly ordered the retreat.", "possible", "+", "allegedly"),
    ("The mayor said that the dam may break.", "possible", "+", "may"),
    ("The mayor said that the dam will probably break.", "probable", "+", "probably"),
    ("The ministry did not say how many were hurt.", "unknown", "+", "did not say"),
    ("The ministry declined to say how many were hurt.", "unknown", "+", "declined to say"),
    ("Northline could not independently verify the footage.", "unknown", "+", "could not independently verify"),
    ("The page will change if the agency says that the dam broke.", "unknown", "+", "if"),
    ("Reporters asked whether the bridge was open.", "unknown", "+", ""),
    ("It is unclear how many people were hurt.", "unknown", "+", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "certainty", "polarity", "hedges"), TABLE, ids=[row[0] for row in TABLE])
def test_a_voice_is_as_sure_as_its_words(text, certainty, polarity, hedges, read_text):
    one = read_text(text).attributions[0]
    assert (one.certainty, one.polarity) == (certainty, polarity)
    assert hedges in words(text, one.hedges)


def test_certainty_is_kept_per_voice_and_never_averaged(read_text):
    found = read_text("The mayor said that residents fear that the dam is leaking.").attributions
    assert [(one.source_name, one.certainty) for one in found] == [
        ("The mayor", "certain"),
        ("residents", "possible"),
    ]


VERBS = st.sampled_from(["ordered the retreat", "left the village", "shelled the market", "mined the bridge"])
VOICES = st.sampled_from(
    ["The mayor said that", "Monitors claimed that", "Residents believe that", "Officials fear that"]
)
HEDGES = st.sampled_from(["allegedly", "reportedly", "probably", "possibly", "supposedly"])


@settings(max_examples=40, deadline=None)
@given(VOICES, VERBS, HEDGES)
def test_a_hedge_never_raises_certainty(voice, verb, hedge):
    plain = _innermost(f"{voice} the commander {verb}.")
    hedged = _innermost(f"{voice} the commander {hedge} {verb}.")
    assert CERTAINTIES.index(hedged) >= CERTAINTIES.index(plain)


def _innermost(text: str) -> str:
    """The least sure of the voices that a text has."""
    document = Document(id="d", sha256="0" * 64, text=text, language="en", paragraphs=paragraphs(text))
    found = read_document(document, default_instruments()).attributions
    return max((one.certainty for one in found), key=CERTAINTIES.index)
