"""Two who know are counted as two, and one under two descriptions as one, whatever they are called."""

from __future__ import annotations

import pytest

ONE_OR_TWO = [
    (
        "photo and satellite",
        "bridge",
        2,
        [
            (
                "Harbour Post",
                "The Orlen bridge collapsed, a photograph taken by a resident with his phone shows.",
            ),
            ("Evening Echo", "Satellite images show that the Orlen bridge collapsed."),
        ],
    ),
    (
        "photo from space",
        "bridge",
        1,
        [
            (
                "Harbour Post",
                "Pictures taken from space raise new questions. A photograph shows that the Orlen bridge collapsed.",
            ),
            ("Evening Echo", "Satellite images show that the Orlen bridge collapsed."),
        ],
    ),
    (
        "satellite twice",
        "graves",
        1,
        [
            ("Harbour Post", "Commercial imagery shows graves behind the Orlen mill."),
            ("Evening Echo", "Satellite pictures show graves behind the Orlen mill."),
        ],
    ),
    (
        "drone and phone",
        "bridge",
        2,
        [
            ("Harbour Post", "A drone video released by the army shows that the Orlen bridge collapsed."),
            ("Evening Echo", "Mobile phone footage shows that the Orlen bridge collapsed."),
        ],
    ),
    (
        "video unspecific",
        "bridge",
        1,
        [
            ("Harbour Post", "A drone video shows that the Orlen bridge collapsed."),
            ("Evening Echo", "A video shows that the Orlen bridge collapsed."),
        ],
    ),
    (
        "cctv and dashcam",
        "bridge",
        2,
        [
            ("Harbour Post", "CCTV footage shows that the Orlen bridge collapsed."),
            ("Evening Echo", "Dashcam footage shows that the Orlen bridge collapsed."),
            ("Lotus News", "A video shows that the Orlen bridge collapsed."),
        ],
    ),
    (
        "harbour master",
        "grain",
        1,
        [
            ("Harbour Post", "The harbour master of Orlen said nine tonnes of grain burned."),
            (
                "Evening Echo",
                "The harbour master, Anna Grol, has not slept. Nine tonnes of grain burned, she says.",
            ),
        ],
    ),
    (
        "of the border police",
        "mines",
        1,
        [
            (
                "Harbour Post",
                "Lieutenant Marek Tolz of the border police walks along the fence. Nine mines were found at Orlen, he said.",
            ),
            ("Evening Echo", "The border police said nine mines were found at Orlen."),
        ],
    ),
    (
        "lieutenant and army",
        "mines",
        2,
        [
            (
                "Harbour Post",
                "Lieutenant Marek Tolz of the border police walks along the fence. Nine mines were found at Orlen, he said.",
            ),
            ("Evening Echo", "The army said nine mines were found at Orlen."),
        ],
    ),
    (
        "spokesman for movement",
        "attack",
        1,
        [
            (
                "Harbour Post",
                "Six people died, police said. A police spokesman gave no names. A spokesman for the movement denied it carried out the attack at Orlen.",
            ),
            ("Evening Echo", "The movement denied that it carried out the attack at Orlen."),
        ],
    ),
    (
        "operator and centre",
        "tanker",
        2,
        [
            (
                "Amara Maritime Security Centre",
                "At 0310 UTC the Centre received a report from a merchant vessel. An explosion damaged the tanker Celia ten miles off Orlen.",
            ),
            ("Evening Echo", "An explosion damaged the tanker Celia off Orlen, the ship's operator said."),
        ],
    ),
    (
        "doctor and mission",
        "market",
        2,
        [
            ("Joint River Mission", "On 2 May the market of Orlen was shelled."),
            (
                "Evening Echo",
                "Shells fell on the market of Orlen on 2 May, the chief doctor of the district hospital said.",
            ),
        ],
    ),
    (
        "fire brigade and depot manager",
        "depot",
        2,
        [
            (
                "Harbour Post",
                "A fire broke out at the Orlen fuel depot on Saturday, the local fire brigade said.",
            ),
            (
                "Evening Echo",
                "The manager of the Orlen fuel depot said the fire at the depot broke out on Saturday.",
            ),
        ],
    ),
    (
        "freed soldier and ministry",
        "colonel",
        2,
        [
            ("Defence Ministry of Tarsk", "The colonel was not handed over."),
            (
                "Evening Echo",
                "Luka Brenn, a soldier who came back on Friday, said the colonel was not handed over.",
            ),
        ],
    ),
    (
        "own camera operator",
        "wounded",
        2,
        [
            ("Radio Orlen", "Our camera operator, Anna Grol, was wounded in the attack."),
            (
                "Evening Echo",
                "A camera operator of Radio Orlen was wounded in the attack, the hospital said.",
            ),
        ],
    ),
    (
        "reporter saw after voice",
        "craters",
        2,
        [
            (
                "Northline Agency",
                '"It was terrible," said Mark Ollen, the head of the hospital. A Northline reporter at the scene saw nine craters in the market.',
            ),
            ("Evening Echo", "A trader, Hela Marun, said there were nine craters in the market."),
        ],
    ),
    (
        "ministry raised",
        "twenty",
        1,
        [
            ("Harbour Post", "The health ministry raised the number of dead to twenty on Monday."),
            ("Evening Echo", "Twenty people were killed, the health ministry said."),
        ],
    ),
    (
        "survivor of staff and ngo",
        "lorries",
        2,
        [
            ("Open Bread", "Two of our lorries were stolen. Our teams are safe."),
            (
                "Evening Echo",
                'An Open Bread spokesman spoke of an attack. "They drove away with two of the lorries," a staff member who survived said.',
            ),
        ],
    ),
    (
        "the ministry is the foreign one",
        "prisoners",
        2,
        [
            (
                "Harbour Post",
                "Qadal's Ministry of Foreign Affairs announced an exchange. The Ministry said fifty prisoners came home to Velan.",
            ),
            ("Hormand Defence Ministry", "Fifty prisoners were handed over to Velan."),
        ],
    ),
    (
        "ministry spokeswoman and minister",
        "border",
        1,
        [
            (
                "Harbour Post",
                'Varda\'s defence ministry rejected this. "None of our soldiers crossed the border," ministry spokeswoman Tamta Gelo said.',
            ),
            (
                "Evening Echo",
                "Varda's defence minister, Levan Dzor, said none of his soldiers crossed the border.",
            ),
        ],
    ),
    (
        "data of the edition",
        "officers",
        0,
        [
            ("Newsline", "Fourteen officers perished, according to the data of the edition."),
            ("Evening Echo", "Fourteen officers perished, media reports said."),
        ],
    ),
    (
        "officials and company head",
        "gates",
        2,
        [
            ("Orlen Hydro Company", "Our engineers saw it. Two gates of the dam were destroyed."),
            ("Evening Echo", "Two gates of the dam at Orlen were destroyed, officials said."),
        ],
    ),
    (
        "brigade without its name",
        "village",
        1,
        [
            ("7th Mountain Brigade", "Our fighters retook the village of Kalen."),
            ("Evening Echo", "A Lutian army brigade said it had retaken the village of Kalen."),
        ],
    ),
    (
        "brigade of the enemy",
        "village",
        2,
        [
            ("7th Rovanian Brigade", "Our troops left the village of Kalen."),
            ("Evening Echo", "A Lutian army brigade said that troops left the village of Kalen."),
        ],
    ),
    (
        "a station that sees for itself, beside its own agency",
        "craters",
        2,
        [
            (
                "Northline Agency",
                "Nine craters were left in the market of Orlen, a trader, Hela Marun, said.",
            ),
            (
                "Northline Agency",
                "The governor of Orlen said shells fell on the market. A Northline reporter at the scene saw nine craters in the market.",
            ),
        ],
    ),
    (
        "a presenter",
        "craters",
        1,
        [
            ("Radio Halcyon", "Presenter: Nine craters were left in the market of Orlen."),
            ("Evening Echo", "Nine craters were left in the market of Orlen, a trader, Hela Marun, said."),
        ],
    ),
    (
        "a general and the rebels' spokesman",
        "town",
        2,
        [
            (
                "Northline Agency",
                "Rebels of the Coalition of the Marches hold the town of Kisan, their spokesman said.",
            ),
            ("Evening Echo", "The rebels hold the town of Kisan, General Bosco Tiko of the army said."),
        ],
    ),
    (
        "the officer of the command, not the priest's",
        "health",
        2,
        [
            (
                "Radio Halcyon",
                "Soldiers emptied the health centre, the parish priest said. The regional command contradicts him. Rebels emptied the health centre, its communications officer said.",
            ),
            ("Evening Echo", "The health centre was emptied, the parish priest of Kisan said."),
        ],
    ),
    (
        "a union and its leader",
        "guards",
        1,
        [
            ("Northline Agency", "Six guards were killed, the prison guards' union said."),
            ("Evening Echo", "Six guards were killed, the union said."),
        ],
    ),
    (
        "one of the sources",
        "attackers",
        2,
        [
            (
                "Northline Agency",
                "The village was raided, two security sources said. The attackers came from the hills, one of the sources said.",
            ),
            ("Evening Echo", "The attackers came from the hills, an army spokesman said."),
        ],
    ),
    (
        "the officials are of the hospital",
        "victims",
        1,
        [
            (
                "Northline Agency",
                "Nine were treated, hospital officials said. The victims had burns, the officials said.",
            ),
            ("Evening Echo", "The victims had burns, the hospital said."),
        ],
    ),
]


@pytest.mark.parametrize(("what", "word", "hands", "told"), ONE_OR_TWO, ids=[case[0] for case in ONE_OR_TWO])
def test_first_hands_are_counted_by_who_knows(traced_together, what, word, hands, told):
    docs = [(publisher, f"2031-05-0{day}", text) for day, (publisher, text) in enumerate(told, 1)]
    for order in (docs, docs[::-1]):
        group, traced = traced_together(order, word)
        assert len({traced.of[each.id] for each in group} - {None}) == hands, what
