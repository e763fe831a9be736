"""Tellings whose words say who knows, without "said": counted as that hand; one hand is not two."""

from __future__ import annotations

import pytest

POST, ECHO, WIRE = ("Harbour Post", "Evening Echo", "Northline Agency")
HOSPITAL = (WIRE, "2031-05-02", "Nine people were killed in Orlen, the hospital of Orlen said.")
MAYOR = (WIRE, "2031-05-02", "Nine people were killed in Orlen, the mayor of Orlen said.")


def doc(publisher, text, day=3):
    return (publisher, f"2031-05-0{day}", text)


OWN_HANDS = [
    ("a reporter behind something", 2, [MAYOR, doc(POST, "This reporter, from the quay wall, saw nine people lying dead in Orlen.")]),
    ("a correspondent on a roof", 2, [MAYOR, doc(POST, "Our correspondent, on the roof of the mill, counted nine people killed in Orlen.")]),
    ("a crew in a cellar", 2, [MAYOR, doc(POST, "Our own crew, in a cellar opposite, watched as nine people were killed in Orlen.")]),
    (
        "the house of the dead beside a reporter there",
        1,
        [HOSPITAL, doc(POST, "This reporter saw the square in Orlen.\n\nBy noon the hospital had nine dead.")],
    ),
    (
        "a medium of its own people, cited by another",
        2,
        [MAYOR, doc(POST, "Channel Three said in a statement that nine people were killed in Orlen.")],
    ),
    (
        "a medium of its own crew, of whom a club learns",
        2,
        [MAYOR, doc("Orlen Press Club", "The Club learns from Channel Three that nine people were killed in Orlen, three of them its crew.")],
    ),
    ("a medium of others than its own", 1, [MAYOR, doc(POST, "Nine people were killed in Orlen, Channel Three reported.")]),
    ("a ministry's channel", 2, [MAYOR, doc("Velia Ministry of Defence channel", "This morning nine people were killed in Orlen.")]),
    ("a police command's own check", 2, [MAYOR, doc("Sorn Police Command", "Our own check of the registers puts the number of people killed in Orlen at nine.")]),
    ("registrars of a committee", 2, [MAYOR, doc("Sorn Refugee Committee", "Our registrars have entered nine people killed in Orlen.")]),
    ("researchers of a group", 2, [MAYOR, doc("Wide Eyes", "Our researchers established that nine people were killed in Orlen.")]),
    ("an imaging firm", 2, [MAYOR, doc("Farview Imaging", "Comparing our pass of 1 May with that of 2 May, nine houses in Orlen are gone.")]),
    ("a prefect who reminds", 2, [(WIRE, "2031-05-02", "Nine people were killed in Orlen, a nurse said."), doc(POST, "Orlen on the hill, where, the prefect reminds readers, nine people were killed.")]),
    ("monitors who saw", 2, [MAYOR, doc(POST, "Monitors visiting the chapel saw the bodies of nine people, the mission said on Tuesday.")]),
    ("a patrol that heard", 2, [(WIRE, "2031-05-02", "Nine shells fell on Orlen, the army said."), doc(POST, "A monitoring patrol said that nine shells fell on Orlen.")]),
    (
        "one video, told by a checker, a broadcaster's team and newsrooms",
        1,
        [
            doc("Verity Desk Verify", "The video has no caption. We matched the mill with older photographs: nine people are shot in Orlen.", 2),
            doc("ORN", "ORN's visual team has located the footage in Orlen. It shows nine people being shot."),
            doc(ECHO, "Two newsrooms say they have verified the video, in which nine people are shot in Orlen."),
        ],
    ),
    (
        "footage that a paper's own desk places",
        1,
        [
            doc(POST, "The clip shows nine people being shot in Orlen.", 2),
            doc("The Ledger", "The Ledger's verification desk established that the clip shows nine people being shot in Orlen."),
        ],
    ),
    (
        "an army's spokesman, its insiders and its gazette",
        1,
        [
            doc(POST, "An army spokesman said that nine gunmen were on the lorry.", 2),
            doc(ECHO, "But army insiders told the Echo nine gunmen were on the lorry."),
            doc("Velian Defence Gazette", "The commission of inquiry has established that nine gunmen were on the lorry.", 5),
        ],
    ),
    (
        "a ministry and its own inquiry",
        1,
        [
            doc("Ministry of Defence of Velia", "Nine people were killed in Orlen, the first findings of the commission confirm.", 2),
            doc(POST, "Nine people were killed in Orlen, a spokesman for Velia's defence ministry said."),
        ],
    ),
    (
        "a ministry and its prison service, by a man named later",
        1,
        [
            doc("Velia State Channel", "The Ministry of Justice informs: nine prisoners died in Orlen.", 2),
            doc(POST, "Nine prisoners died in Orlen, the head of Velia's prison service told reporters. Oren Vash spoke outside."),
        ],
    ),
    (
        "a prison service's head by name",
        1,
        [
            doc("Velia State Channel", "The Ministry of Justice informs: nine prisoners died in Orlen.", 2),
            doc(POST, "The fire was lit by prisoners, the head of Velia's prison service told reporters. Oren Vash said nine prisoners died."),
        ],
    ),
    (
        "a prison service and a prisoner",
        2,
        [
            doc(POST, "Nine prisoners died in Orlen, the prison service said.", 2),
            doc(ECHO, "Nine prisoners died in Orlen, a prisoner said by telephone."),
        ],
    ),
    (
        "somebody reached by another paper",
        1,
        [
            doc(POST, "Nine people were killed in Orlen, a prisoner told the Harbour Post.", 2),
            doc(ECHO, "An inmate reached by the Harbour Post said nine people were killed in Orlen."),
        ],
    ),
    (
        "somebody interviewed by another paper",
        1,
        [
            doc(POST, "Nine people were killed in Orlen, a sailor told the Harbour Post.", 2),
            doc(ECHO, "A crewman interviewed by the Harbour Post says nine people were killed in Orlen."),
        ],
    ),
    (
        "a doctor without a name, a medic and a doctor with one",
        1,
        [
            doc(POST, "Nine people were killed, a doctor in besieged Orlen told the Post by text message.", 2),
            doc(ECHO, "Nine people were killed, a medic in the siege has said."),
            doc("Radio Sorn", "Dr Nadia Sorn has not slept in the cellar clinic. Nine people were killed, she said.", 4),
        ],
    ),
    (
        "two doctors with names",
        2,
        [
            doc(POST, "Dr Ilse Grol of the clinic in Orlen said nine people were killed.", 2),
            doc(ECHO, "Nine people were killed, said Dr Pavo Tamm at the field hospital in Sorn."),
        ],
    ),
    ("a doctor of letters and a doctor", 2, [doc(POST, "Dr Ilse Grol, a historian, lives above the market in Orlen. She saw it from her window, and nine people were killed, she said.", 2), doc(ECHO, "Nine people were killed, a doctor in Orlen said.")]),
    (
        "an agency's director, named in the next sentence",
        1,
        [
            doc("Open Kitchen", "Nine of our colleagues were killed in Orlen.", 2),
            doc(POST, "The convoy was marked, Open Kitchen's country director told the Post. Nine people were killed in Orlen, Livia Strom said."),
        ],
    ),
    (
        "a group that bought a satellite's picture, and a paper that saw one",
        1,
        [
            doc("Clear Lens Collective", "We bought a picture that a satellite took over the camp on 1 May. Nine pits have been dug along the wall.", 2),
            doc(POST, "Satellite imagery shows nine pits along the wall of the camp."),
        ],
    ),
    (
        "a group that examined a video, and a station that saw it",
        1,
        [
            doc("Clear Lens Collective", "We examined a video that was posted on Sunday. Nine men kneel at the wall and are shot.", 2),
            doc(POST, "A video shows nine men being shot at the wall."),
        ],
    ),
    (
        "the head of a service and that service",
        1,
        [
            doc(POST, "Nine prisoners died, the penal service of the territory announced.", 2),
            doc(ECHO, "The penal service has published a list. Some were taken to hospitals. Nine prisoners died, said the service's head, Arkady Beloff."),
        ],
    ),
    (
        "rebels and the manager of a site",
        2,
        [
            doc(POST, "Nine tanks burnt at the depot in Orlen, rebels said.", 2),
            doc(ECHO, "Rebels claimed the fire. It took hold of nine of his tanks after a pump had failed, the site's manager said."),
        ],
    ),
    (
        "two bodies in their own publications",
        2,
        [
            doc("Highland Guard, press service", "Nine lorries are stopped at the pass in Orlen.", 2),
            doc("Peacekeeping contingent, statement", "Traffic through the pass was interrupted; nine vehicles wait below the tunnel."),
        ],
    ),
    (
        "those who know the language of a video",
        1,
        [
            doc(POST, "Nine men were shown, Velia's embassy said.", 2),
            doc(ECHO, "Nine men were shown, said two speakers of Velian who listened for the Echo."),
        ],
    ),
    (
        "a station's colleague elsewhere, who read the paper",
        1,
        [
            doc(POST, "We were nine in the lorry, said Nelo Pardo, a corporal.", 2),
            doc("Continental Radio", "Our colleague in Orlen reports that nine men were in the lorry."),
        ],
    ),
    (
        "an agency and its head of mission",
        1,
        [
            doc("Open Kitchen", "Nine of our colleagues were killed in Orlen.", 2),
            doc(POST, "Open Kitchen said nine people died in Orlen. Nine were killed at once, its head of mission, Paula Strand, told the Post."),
        ],
    ),
    (
        "the staffs of two armies",
        2,
        [
            doc("Lesk Telegraph", "Nine soldiers were killed at Orlen, Lesk's general staff said.", 2),
            doc(POST, "Nine soldiers were killed at Orlen, Rhodan's defence ministry said."),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize("backwards", [False, True], ids=["", "backwards"])
@pytest.mark.parametrize(("name", "expected", "docs"), OWN_HANDS, ids=[each[0] for each in OWN_HANDS])
def test_first_hands_of_what_is_told_plainly(traced_together, name, expected, docs, backwards):
    group, found = traced_together(tuple(reversed(docs)) if backwards else tuple(docs))
    hands = {found.of[each.id] for each in group} - {None}
    names = {each.id: each.name for each in found.origins}
    assert len(hands) == expected, [(each.text, names.get(found.of[each.id] or "")) for each in group]
