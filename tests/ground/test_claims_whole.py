"""A claim can be printed as it stands: own subject, own verb, both marks, and no echo of itself."""

from __future__ import annotations

import pytest


def told(reading):
    """Each claim with its nearest voice; the publisher's own with none."""
    return {(c.chain[-1].name if len(c.chain) > 1 else None, c.text) for c in reading.claims}


def words(reading):
    return [c.text for c in reading.claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            (
                "The Electoral Board said the Civic Union failed to file its accounts for three years and asked it "
                "to do so before May."
            ),
            {
                ("The Electoral Board", "the Civic Union failed to file its accounts for three years"),
                ("The Electoral Board", "The Electoral Board … asked it to do so before May"),
            },
        ),
        (
            (
                "Some deputies say that proof of the plot is not convincing and suggest that the arrests aim at "
                "frightening voters."
            ),
            {
                ("Some deputies", "proof of the plot is not convincing"),
                ("Some deputies", "the arrests aim at frightening voters"),
            },
        ),
        (
            "The coach was dismissed in March, the club said, but still was listed as an adviser.",
            {("the club", "The coach was dismissed in March … but still was listed as an adviser")},
        ),
        (
            (
                "Thousands marched through the capital, blocking roads, the agency reported, but no serious clashes "
                "took place."
            ),
            {
                ("the agency", "Thousands marched through the capital, blocking roads"),
                ("the agency", "no serious clashes took place"),
            },
        ),
        (
            "The ministry says the fund was robbed and it is working to seize two houses.",
            {("The ministry", "the fund was robbed and it is working to seize two houses")},
        ),
        (
            "The boy denied two counts of assault and his cousin, of Velny, denied theft.",
            {
                ("The boy", "The boy denied two counts of assault"),
                ("his cousin", "his cousin … denied theft"),
            },
        ),
        (
            "Anna Skov, 2; Peter Snow, 8; and Carla Berg, 11, died in the fire, police said.",
            {("police", "Anna Skov, 2; Peter Snow, 8; and Carla Berg, 11, died in the fire")},
        ),
        (
            "A masked man ran out of the bank and fired at a guard, the video shows.",
            {("video", "A masked man ran out of the bank and fired at a guard")},
        ),
        (
            (
                'The ministry says the inquiry is "at its very early stage." Meanwhile, some deputies say that the '
                "arrests were meant to scare voters."
            ),
            {
                ("The ministry", 'the inquiry is "at its very early stage."'),
                ("some deputies", "the arrests were meant to scare voters"),
            },
        ),
    ],
)
def test_what_is_joined_keeps_its_own_subject_and_voice(text, claims, read_text):
    assert told(read_text(text)) == claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Danko, who rejects the charges, said the case was political.", "Danko … rejects the charges"),
        (
            "Dozens of people are thought to be trapped in remote hamlets and are believed to be without water.",
            "Dozens of people … are believed to be without water",
        ),
        (
            "When President Arno Keld visited Velny last year, he said the state would buy helicopters.",
            "President Arno Keld visited Velny last year",
        ),
        (
            "The minister said he had no plans to resign, though few of his allies believed him.",
            "few of his allies believed him",
        ),
        (
            "Police arrested two of the alleged robbers in Velny on Monday.",
            "Police arrested two of the alleged robbers in Velny on Monday.",
        ),
        (
            "“All signs at present point to the militia,” he said.",
            "“All signs at present point to the militia,”",
        ),
        ("The High Court heard that the driver had slept.", "the driver had slept"),
    ],
)
def test_no_stump_and_no_cue_is_printed(text, claim, read_text):
    assert claim in words(read_text(text))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "“He was a kind man. He loved his work. He will be missed by many,” said his sister, Mila Tarn.",
            ["He was a kind man.", "He loved his work.", "He will be missed by many"],
        ),
        ('"They are good kids," the teacher said.', ['"They are good kids,"']),
        (
            "“The shells took lives,” Tarn said, “and nobody came.”",
            ["“The shells took lives,” … “and nobody came.”"],
        ),
    ],
)
def test_marks_of_quotation_come_in_pairs(text, claims, read_text):
    assert words(read_text(text)) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            '"It is with great sadness that we confirm the death of our colleague," the company said.',
            ['"It is with great sadness that we confirm the death of our colleague,"'],
        ),
        (
            (
                "The spokesman said the party will appeal to the minister, and if it is unsuccessful, it will go to "
                "court."
            ),
            ["the party will appeal to the minister, and if it is unsuccessful, it will go to court"],
        ),
        (
            (
                "Two officials briefed on the talks who were not authorized to discuss them said the plan had been "
                "dropped."
            ),
            ["the plan had been dropped"],
        ),
    ],
)
def test_no_claim_repeats_a_part_of_another(text, claims, read_text):
    assert words(read_text(text)) == claims
