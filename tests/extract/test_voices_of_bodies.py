"""Bodies that publish their own words, communiques, tolls, tales rejected, and clips that somebody verified."""

from __future__ import annotations

import pytest


def told(reading):
    """Voice, polarity and words of each attribution."""
    text = reading.document.text
    return [
        (one.source_name, one.polarity, " ".join(text[span.start : span.end] for span in one.content))
        for one in reading.attributions
    ]


SOLEMN = [
    (
        "The Ministry fulfils the sad duty of announcing that six guards were killed at Tarvo on Monday.",
        ("The Ministry", "six guards were killed at Tarvo on Monday"),
    ),
    (
        "The Ministry of Defence has the painful duty to inform the public that a plane crashed near Ilova.",
        ("The Ministry of Defence", "a plane crashed near Ilova"),
    ),
    (
        "The Council brings to the attention of the international community that aircraft bombed the port.",
        ("The Council", "aircraft bombed the port"),
    ),
    (
        "The Federation regrets to announce that four miners died in shaft six.",
        ("The Federation", "four miners died in shaft six"),
    ),
    (
        "The General Staff makes it known to the nation that three boats were sunk off Cape Torin.",
        ("The General Staff", "three boats were sunk off Cape Torin"),
    ),
    (
        "The Committee wishes to inform relatives that eleven recruits were killed in the barracks.",
        ("The Committee", "eleven recruits were killed in the barracks"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SOLEMN)
def test_a_body_tells_what_stands_behind_its_formula(text, expected, read_text):
    reading = read_text(text)
    assert [(name, words) for name, _, words in told(reading)] == [expected]
    assert [claim.text for claim in reading.claims] == [expected[1]]


INFORMED = [
    (
        "The field hospital that we run informs us of 37 patients with burns and of wounds like those of acid.",
        {"37 patients with burns", "wounds like those of acid"},
    ),
    ("The clinic informed us of twelve deaths.", {"twelve deaths"}),
    ("The Tovar clinic speaks of 26 dead; nine were women.", {"26 dead nine were women"}),
    ("The district nurse speaks of seventeen killed; five of them were infants.",
     {"seventeen killed five of them were infants"}),
    ("The Tovar clinic speaks of 26 dead; the bridge is closed.", {"26 dead"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INFORMED)
def test_each_thing_that_somebody_informs_of_is_told_by_that_voice(text, expected, read_text):
    assert {words for _, _, words in told(read_text(text))} == expected


COMMUNIQUES = [
    (
        "Communique of the Column Second of May\n\nRead out on air: No fighter of ours shot. We were far away.",
        "the Column Second of May",
    ),
    (
        "Statement by the Northern Front\n\nOur fighters attacked the barracks on Sunday. We lost one man.",
        "the Northern Front",
    ),
    (
        "Statement of the Free Valley Army\n\nWe did not plant the bomb. Our men were in the hills.",
        "the Free Valley Army",
    ),
]


@pytest.mark.parametrize(("text", "body"), COMMUNIQUES)
def test_the_we_of_a_communique_is_the_body_of_its_heading(text, body, read_text):
    reading = read_text(text)
    chains = [[voice.name for voice in claim.chain] for claim in reading.claims]
    assert chains
    assert all(chain == ["Harbour Post", body] for chain in chains)


def test_an_outlet_that_writes_about_a_statement_keeps_its_own_words(read_text):
    text = (
        "Statement by the Northern Front\n\nThe Front told us that its fighters attacked. "
        "We could not verify this. Our reporters are in Halim."
    )
    assert "attribution.communique" not in {
        reason.rule for one in read_text(text).attributions for reason in one.because
    }


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The official toll stands at twelve.", "officials"),
        ("The official death toll now stands at 14.", "officials"),
        ("The official tally rose to 31 dead on Friday.", "officials"),
    ],
)
def test_an_official_toll_is_what_officials_say(text, voice, read_text):
    assert told(read_text(text)) == [(voice, "+", text[:-1])]


@pytest.mark.parametrize(
    "text",
    [
        "The minister rejected with indignation the legend of forty peasants killed by the police.",
        "The government dismissed as a fable the story of thirty nuns murdered by soldiers.",
        "The general repudiated firmly the tale of a hundred villagers burned by his men.",
        "The chief rejected the fable of nine boys drowned by guards, spread by people who live abroad.",
    ],
)
def test_who_rejects_a_tale_denies_what_it_tells(text, read_text):
    assert [claim.polarity for claim in read_text(text).claims] == ["-"]


CLIPS = [
    ("The Beacon has verified a 52-second clip in which a jet drops bombs on the market.",
     ["Harbour Post", "Beacon", "clip"], "a jet drops bombs on the market"),
    ("Our team examined the footage, in which a drone strikes a bus.",
     ["Harbour Post", "footage"], "a drone strikes a bus"),
    ("Signal Desk has geolocated a video in which armed men set fire to a school.",
     ["Harbour Post", "Signal Desk", "video"], "armed men set fire to a school"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chain", "words"), CLIPS)
def test_what_is_seen_in_a_verified_clip_is_what_the_clip_shows(text, chain, words, read_text):
    claims = read_text(text).claims
    assert [([voice.name for voice in claim.chain], claim.text) for claim in claims] == [(chain, words)]
