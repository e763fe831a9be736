"""Well-known quarrels: each side in its own words, and what only looks like a side."""

from __future__ import annotations

from itertools import pairwise

import pytest

from firsthand.corroborate.contradiction.claimed import (
    BEGAN,
    NONE_OF_OURS,
    STAGED,
    THEY_WERE,
)
from firsthand.corroborate.contradiction.quarrel import QUARRELS, quarrels, sides_taken

AT_PEOPLE = [
    "officers fired straight into the crowd outside the depot",
    "the guards shot at us from the roof",
    "soldiers opened fire on the demonstrators near the bridge",
    "they were aiming at our legs",
    "the constables used live ammunition",
    "one volley was fired at chest height",
    "gendarmes fired down at the prisoners from the wall",
    "the men at the gate shot into the yard",
    "troops opened fire on unarmed strikers",
    "police fired at the backs of the marchers",
]
IN_THE_AIR = [
    "the men discharged their rifles only into the air",
    "they fired over the heads of the marchers",
    "nothing but warning shots was heard",
    "not a single shot was fired by our men",
    "no live ammunition was used",
    "officers held their fire throughout",
    "firearms were not used by the staff",
    "the line never fired",
    "the squad aimed at the sky",
    "only rubber bullets and tear gas were used",
]
TOLD = [
    "the route had been handed to the command on Friday",
    "we gave both armies the coordinates of the clinic",
    "the brigade was informed of the convoy two days before",
    "they knew exactly where our tents stood",
    "the timetable was on the colonel's desk",
    "both sides had been notified",
    "the agency had sent the list of lorries to the ministry",
    "the military had received our notice",
    "the garrison had been warned of the march",
    "our positions were known to the pilots and had been shared",
]
NOT_TOLD = [
    "no such message ever reached the staff",
    "the duty officer was not informed of any convoy",
    "at no time was the command notified",
    "we received no notice of the journey",
    "the brigade knew nothing of the lorries",
    "the crew was unaware of the clinic",
    "nobody had warned the garrison",
    "no coordinates were given to us",
    "the ministry had no knowledge of the visit",
    "the staff only learned of the convoy from the news",
]
PAID = [
    "a ransom was paid on Friday",
    "the kidnappers got their money",
    "the families paid a ransom of two million",
    "money had changed hands on the border",
    "the company bought their freedom",
    "the pirates received three million dollars in cash",
    "the governor paid a large sum for their release",
    "the ransom had been handed over in a cafe",
    "relatives are said to have paid the ransom",
    "the bandits were paid what they asked",
]
NOT_PAID = [
    "no ransom was paid",
    "not a coin was given",
    "nothing was paid for them",
    "they were released unconditionally",
    "we never paid a cent",
    "there was no payment of any sort",
    "the girls came home without any ransom",
    "not one dollar left the treasury",
    "no money changed hands",
    "nobody paid",
]
LAID = [
    "a charge had been placed inside the pump room",
    "the bomb was planted under the stairs",
    "somebody set the explosives within the tunnel",
    "the wall was blown up from inside",
    "it was an inside job",
    "a device hidden in the cellar tore the hall open",
    "dynamite had been put beneath the bridge",
    "they attached a bomb to the hull",
    "the charge was laid in the gallery",
    "the blast came from within the building",
]
FIRED = [
    "shells broke the gate",
    "a missile hit the pump room",
    "the enemy's artillery destroyed the wall",
    "shellfire did it",
    "a drone flew into the hall",
    "two air strikes brought the bridge down",
    "rockets tore the roof off",
    "mortars were fired at the tunnel",
    "a howitzer hit the dam",
    "warplanes ruined the bridge",
]
LEAKED = [
    "gas leaked from a store of the rebels",
    "the chlorine escaped from a cellar workshop",
    "militants mishandled barrels in their own laboratory",
    "poison seeped out of the depot of the fighters",
    "a chemical was spilt in the workshop",
    "the ammonia stored in the shed had run out",
    "cylinders in their own stocks burst",
    "the fumes were the work of an accident in the plant",
    "toxic barrels kept in storage broke",
    "the substance had spilled in a laboratory",
]
DROPPED = [
    "a helicopter dropped a cylinder of chlorine",
    "shells with poison gas fell from the sky",
    "two canisters were let fall on the market",
    "a plane released barrels over the quarter",
    "gas rained down after the raid",
    "rockets with a nerve agent were fired at the town",
    "toxic shells hit the bakery: they were fired from the hill and were launched at dawn",
    "they threw canisters into the shelter",
    "the bottle of chlorine came down through the roof",
    "a bomb with a chemical was used in the air strike",
]
FOUGHT = [
    "the victims were members of a militia",
    "those killed were armed rebels",
    "the dead were all fighters of the Front",
    "the army neutralised twelve terrorists",
    "they were militants on their way to the front",
    "men of the dead list were insurgents",
    "our drone killed four commanders",
    "the casualties were soldiers",
    "the brigade eliminated thirty gunmen",
    "those who died were well-armed bandits",
]
UNARMED = [
    "the dead were farmers",
    "the victims were unarmed",
    "they were mourners on their way home",
    "none of the dead was a fighter",
    "nobody in the village carried arms",
    "those killed were children and women",
    "the men were miners",
    "not one of the victims had ever held a gun: no one of them was a soldier",
    "they were herders",
    "the casualties were passengers of a bus",
]
TABLES = {
    "fired at people": (AT_PEOPLE, IN_THE_AIR),
    "had been told": (TOLD, NOT_TOLD),
    "ransom": (PAID, NOT_PAID),
    "laid inside or fired": (LAID, FIRED),
    "leaked or dropped": (LEAKED, DROPPED),
    "who the dead were": (FOUGHT, UNARMED),
}


@pytest.mark.parametrize("name", TABLES)
def test_two_voices_that_take_the_two_sides_of_a_quarrel_are_known_by_it(name):
    ones, others = TABLES[name]
    missed = [
        (one, other)
        for one, other in zip(ones, others, strict=True)
        if name not in {each.name for each in quarrels(one, other)}
    ]
    assert missed == []


@pytest.mark.parametrize("name", TABLES)
def test_two_voices_of_one_side_have_no_quarrel(name):
    for side in TABLES[name]:
        for one, other in pairwise(side):
            assert name not in {each.name for each in quarrels(one, other)}, (one, other)


@pytest.mark.parametrize(
    "piece",
    [
        "the crowd had gathered at noon",
        "the fire brigade came in the evening",
        "the army did not reply to a request for comment",
        "the families were paid a visit by the mayor",
        "the school pays no rent",
        "the bridge was opened last year",
        "the gas bill had not arrived",
        "the market is full of people again",
        "the minister spoke on the air for an hour",
        "a committee was set up inside the ministry",
    ],
)
def test_words_of_another_matter_take_no_side(piece):
    assert not sides_taken(piece)


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (
            BEGAN,
            [
                "Velian units were the first to open fire",
                "Orvik's men had shot first",
                "without any provocation they shelled our post",
                "the guards started the shooting",
                "the first shot came from the river bank",
            ],
            [
                "the first aid post was open",
                "the shooting lasted an hour",
                "fire broke out at first light",
                "our guns answered",
                "the first minister spoke",
            ],
        ),
        (
            NONE_OF_OURS,
            [
                "no man of mine has set foot there",
                "none of our men was near the river",
                "not one of ours left the camp",
                "we were not there",
                "my people were nowhere near the mill",
            ],
            [
                "none of the roofs is whole",
                "we were not told",
                "our men came home",
                "no man could stand the heat",
                "not one of the cows was lost",
            ],
        ),
        (
            THEY_WERE,
            [
                "the raiders were Ridge Guards",
                "they wore the badge of the Ridge Guard",
                "the attackers were identified as members of the Ridge Guard",
                "the gunmen belonged to the Front",
                "the riders had the caps of the Marksmen",
            ],
            [
                "the raiders were on motorcycles",
                "the gunmen fled",
                "they were cold",
                "the attackers wore masks",
                "the men came at night",
            ],
        ),
        (
            STAGED,
            [
                "it is a theatrical production",
                "the film is acted",
                "the scene was staged with hired performers",
                "the pictures were faked",
                "the clip is a hoax",
            ],
            [
                "the film shows six men",
                "the clip is genuine",
                "the stage of the theatre burned",
                "the army acts tonight",
                "the picture is clear",
            ],
        ),
    ],
    ids=["began", "none of ours", "they were", "staged"],
)
def test_claims_are_known_by_their_words(pattern, yes, no):
    assert [piece for piece in yes if not pattern.search(piece)] == []
    assert [piece for piece in no if pattern.search(piece)] == []


def test_each_quarrel_has_a_name_of_its_own():
    assert len({each.name for each in QUARRELS}) == len(QUARRELS)
