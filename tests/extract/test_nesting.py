"""Who is told by whom: the chain of each voice, from the nearest to the one that the text quotes."""

import pytest


def chains(reading):
    """Per cue the sources from the attribution itself outwards."""
    text = reading.document.text
    by_id = {each.id: each for each in reading.attributions}
    found = {}
    for each in reading.attributions:
        at, chain = each, []
        while at is not None:
            chain.append(" ".join(text[s.start : s.end] for s in at.source))
            at = by_id.get(at.parent)
        found[" ".join(text[s.start : s.end] for s in each.cue)] = chain
    return found


CITED = [
    ("Radio Osk, citing two nurses, said nine people had died.", "citing", ["two nurses", "Radio Osk"]),
    ("Radio Osk reported, citing two nurses, that nine had died.", "citing", ["two nurses", "Radio Osk"]),
    (
        "The agency said that, according to two monks, the rebels had told villagers that the road was mined.",
        "had told",
        ["the rebels", "two monks", "The agency"],
    ),
    (
        "The ministry told Vela News that intelligence services believe the convoy was hit by a drone.",
        "believe",
        ["intelligence services", "The ministry"],
    ),
    (
        "Mirek Tal said he had been told by a colonel that the bridge was mined.",
        "had been told",
        ["a colonel", "Mirek Tal"],
    ),
]


@pytest.mark.parametrize(("text", "cue", "chain"), CITED)
def test_who_passes_on_stands_around_who_told_it(text, cue, chain, read_text):
    assert chains(read_text(text))[cue] == chain


SET_IN = [
    (
        "A duty officer replied, she recalled, that counting was not an operational matter.",
        "replied",
        ["A duty officer", "she"],
    ),
    (
        "He believed, she says, that nobody would harm a man who had antibiotics.",
        "believed",
        ["He", "she"],
    ),
    ("Police believe tunnel was dug by guards - report", "believe", ["Police", "report"]),
]


@pytest.mark.parametrize(("text", "cue", "chain"), SET_IN)
def test_a_voice_set_between_commas_or_behind_a_headline_is_the_outer_one(text, cue, chain, read_text):
    assert chains(read_text(text))[cue] == chain


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (
            "The rescue service said that its teams carried 19 wounded, and expected the toll to rise.",
            "expected",
        ),
        ("The club accepted that two dates were wrong but held that these changed nothing.", "held"),
        (
            "Mirek Tal told reporters that the tunnels held mowers and invited them to smell the petrol.",
            "told",
        ),
    ],
)
def test_nobody_stands_inside_his_own_words(text, cue, read_text):
    for chain in chains(read_text(text)).values():
        assert len(set(chain)) == len(chain)
    assert len(chains(read_text(text))[cue]) == 1


def test_what_somebody_does_while_speaking_is_no_second_cue(read_text):
    text = '"I have fourteen hives," she said, closing the laptop. "They write that I have eleven."'
    assert chains(read_text(text)) == {"said": ["she"], "write": ["They", "she"]}


@pytest.mark.parametrize(
    "text",
    [
        "The spokeswoman declined to say which stop the mother uses, citing security.",
        "The army denied that the depot had been hit, citing radar data.",
    ],
)
def test_a_reason_for_silence_or_denial_is_no_voice(text, read_text):
    assert not any("citing" in cue for cue in chains(read_text(text)))


def test_who_was_promised_something_promises_nothing(read_text):
    text = '"We were promised guns for the roof," the manager told reporters.'
    assert chains(read_text(text)).get("were promised", [""])[0] == ""


def test_when_it_was_is_not_what_was_found(read_text):
    reading = read_text("When officers arrived, they found a woman suffering from wounds, police said.")
    assert list(chains(reading)) == ["said"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "According to Radio Osk, which cited a police source, the man had confessed.",
            ["Radio Osk", "a police source"],
        ),
        (
            "Court papers show that defendants learn what they are charged with at the hearing.",
            ["Court papers"],
        ),
        ("Inspectors discovered that the seals had been broken.", ["Inspectors"]),
    ],
)
def test_who_confesses_or_learns_what_is_told_elsewhere_is_no_voice_for_it(text, sources, read_text):
    assert [chain[0] for chain in chains(read_text(text)).values()] == sources


def test_a_name_between_two_quotations_speaks_in_both(read_text):
    text = '"I ran all night," Irma Dolan, 40, a nurse at the clinic, "and I did not look back."'
    assert {each.chain[-1].name for each in read_text(text).claims} == {"Irma Dolan"}


def test_a_name_between_two_titles_speaks_in_none(read_text):
    text = 'He read "The Long Night", Irma Dolan\'s memoir, and "We Ran" in one week.'
    assert not read_text(text).attributions
