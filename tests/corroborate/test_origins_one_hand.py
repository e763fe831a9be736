"""One hand told under several names is counted once; two hands stay two."""

from __future__ import annotations

import pytest

CASES = [
    (
        "a government and its ministry",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, Velia's interior ministry said.",
            ),
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, the government said."),
        ],
    ),
    (
        "the government of one country and the ministry of another",
        2,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, Velia's defence ministry said.",
            ),
            (
                "Evening Echo",
                "2031-05-03",
                "Nine people were killed in Orlen, the government of Tarsk said.",
            ),
        ],
    ),
    (
        "a group called by one name with an article",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen. The Frontera said nine people were killed in Orlen.",
            ),
            (
                "Evening Echo",
                "2031-05-03",
                "Officials blamed the Frontera. Nine people were killed in Orlen, the group said.",
            ),
        ],
    ),
    (
        "a company and its filing",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine tanks were destroyed in Orlen, the company Dorvan Oil said.",
            ),
            (
                "Evening Echo",
                "2031-05-03",
                "Dorvan Oil wrote to the exchange. Nine tanks were destroyed in Orlen, the filing said.",
            ),
        ],
    ),
    (
        "what tests found is the word of who tells of them",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Tests showed that nine people were poisoned in Orlen, the regional hospital said.",
            ),
            ("Evening Echo", "2031-05-03", "Nine people were poisoned in Orlen, the regional hospital said."),
        ],
    ),
]


@pytest.mark.parametrize(("hands", "docs"), [each[1:] for each in CASES], ids=[each[0] for each in CASES])
def test_a_hand_of_several_names_is_counted_once(hands, docs, traced_together):
    group, traced = traced_together(docs)
    assert group
    assert len({traced.of[each.id] for each in group} - {None}) == hands
