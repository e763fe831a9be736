"""Which house a voice speaks for, which paper is meant, and who only tells his own: counted as told."""

from __future__ import annotations

import pytest

P, E = ("Harbour Post", "2031-05-02"), ("Evening Echo", "2031-05-03")
N = ("Northline Agency", "2031-05-02")

HANDS = [
    # people who tell their own are no body's mouth
    ("a coffee grower and an army", 2, [(*N, "Nine shells fell on Orlen, the army said."), (*E, "A coffee grower who lives below the ridge told the Echo that nine shells fell on Orlen.")]),
    ("a former prisoner and an office", 2, [("UN human rights office in Sorn", "2031-05-02", "The Office has documented nine deaths in the camp of Orlen."), (*E, "A former prisoner said there were nine deaths in the camp.")]),
    ("a ticket seller and a mission", 2, [("Joint River Observation Mission", "2031-05-02", "The Mission's patrol counted nine lorries at Orlen."), (*E, "Nine lorries went through Orlen, a ticket seller at the toll gate said.")]),
    ("a beekeeper and a movement", 2, [("Sorn Liberation Movement, channel", "2031-05-02", "Our fighters shot down nine drones over Orlen."), (*E, "Nine drones came down over Orlen, said a beekeeper.")]),
    ("a sergeant who was there", 2, [("Velia Ministry of Defence channel", "2031-05-02", "Nine of our soldiers were handed over at Orlen."), (*E, "Sergeant Tom Arle eats his third plate of soup. \"Nine of us were handed over,\" he says.")]),
    ("a colonel speaks for the army", 1, [("Velia Ministry of Defence channel", "2031-05-02", "Nine of our soldiers were handed over at Orlen."), (*E, "Nine soldiers were handed over at Orlen, Velian Colonel Tom Arle said.")]),
    ("a journalist there and the medics", 2, [(*P, "Nine people were shot in Orlen, a Northline journalist there said."), (*E, "Nine people were shot in Orlen, medics said.")]),
    # a general staff is no office of a mission
    ("a general staff and an envoy's office", 2, [("Office of the Regional Envoy for Sorn", "2031-05-02", "The Office has interviewed survivors. Our officers recorded nine killings at Orlen."), (*E, "The General Staff said nine were killed at Orlen.")]),
    ("the army and an observatory", 2, [("Sorn Observatory for Rights", "2031-05-02", "Nine people were killed in Orlen."), (*E, "Nine people were killed in Orlen, the army said.")]),
    ("a council's team and a rebel force", 2, [("Sorn Defence Force, page", "2031-05-02", "Our fighters attacked the convoy at Orlen and burned nine lorries."), (*E, "Nine lorries were burned in Orlen, the information team of the council announced.")]),
    ("a committee and another group", 2, [(*P, "Nine of the dead were shot in the head, Lawyers for Liberties said."), (*E, "The Doctors' Committee has given more detail. Nine of them were shot in the head, says the committee's statement.")]),
    ("a committee and its statement", 1, [(*P, "Nine of the dead were shot in the head, the Doctors' Committee said."), (*E, "The Doctors' Committee has given more detail. Nine of them were shot in the head, says the committee's statement.")]),
    ("two houses of one town", 2, [("Dorna City Council", "2031-05-02", "Nine wells were found clean."), (*E, "Nine wells were found clean, said Vlad Tomar, director of Dorna Waterworks.")]),
    ("a commission and a relief society", 2, [("Open Kitchen Society", "2031-05-02", "Our volunteers counted nine empty wells in Orlen."), (*E, "Nine wells in Orlen were empty, said the spokeswoman of the commission.")]),
    ("medics and a doctors' union", 1, [(*P, "Nine people were shot in Orlen, the Doctors' Union of Sorn said."), (*E, "Nine people were shot in Orlen, medics said.")]),
    ("a group's survivors, with another told of after", 1, [("Plain Rights Watchers", "2031-05-02", "One woman told us she hid. Nine granaries burned, the survivors said."), (*E, "The Plain Rights Watchers, citing survivors, said forty had been buried. Nine granaries burned, survivors told the group. Security sources had told Echo reporters less.")]),
    # papers by their parts
    ("a report and its page", 1, [(*P, "A report on the raid, seen by the Post, says that nine were killed."), (*E, "The document obtained by the Echo has eleven pages. Nine were killed, says page four.")]),
    ("a report and its author", 1, [(*P, "The report has nine typed pages and was sent by the 4th Battalion. \"The nine men were neutralised,\" the author adds."), (*E, "The document obtained by the Echo is stamped. Nine men were shot, says page four.")]),
    ("a memo and its annex", 1, [(*P, "A memo seen by the Post shows that nine cracks were found."), (*E, "The Echo has an internal paper. Nine cracks were found, according to the annex.")]),
    ("what a paper says the managers knew", 1, [(*P, "A memo seen by the Post shows that the managers were told of nine cracks in the gate."), (*E, "According to an internal paper, the direction knew of nine fissures in the gate.")]),
    ("a page and an engineer", 2, [(*P, "Nine cracks were found, says page four of the file."), (*E, "Nine cracks were found, said the engineer Dan Ilesh.")]),
    # clips
    ("a clip of so many seconds", 1, [(*P, "The Post has verified a 43-second clip in which nine rockets hit the school."), (*E, "Our unit has examined the footage, in which nine rockets hit the school.")]),
    ("a second clip", 2, [(*P, "The Post has verified a clip in which nine rockets hit the school."), (*E, "A second clip shows nine rockets over the school.")]),
    # who stands behind a publication
    ("a statement that rests on conversations", 1, [("Prisoner Care", "2031-05-02", "This statement rests on three long conversations with Oleh Marda, an electrician.\n\nNine men were beaten at the kiln."), (*E, "Nine men were beaten at the kiln, Oleh Marda told the Echo.")]),
    ("an assessment that rests on relief organisations", 1, [("Open Kitchen (charity)", "2031-05-02", "The hospital that we support informs us of nine people killed by gas in Orlen. Open Kitchen has no staff of its own there."), ("Ministry of Foreign Affairs of Velia", "2031-05-03", "Velia assesses that nine people were killed by gas in Orlen. This assessment rests on the reporting of relief organisations which work with the hospital there.")]),
    ("survivors told the group", 1, [("Plain Rights Watchers", "2031-05-02", "We spoke by telephone with six survivors. Nine granaries burned, the survivors said."), (*E, "The Plain Rights Watchers, citing survivors, said forty villagers had been buried. Nine granaries burned, survivors told the group.")]),
    ("survivors told another", 2, [("Plain Rights Watchers", "2031-05-02", "We spoke by telephone with six survivors. Nine granaries burned, the survivors told us."), (*E, "Nine granaries burned, survivors told the Echo.")]),
    ("all of those whom a group spoke with", 2, [("Plain Rights Watchers", "2031-05-02", "The organisation spoke by telephone with six people who survived. All of them said that nine granaries burned."), (*E, "Nine granaries burned, the army said.")]),
    ("a man whom an office interviewed", 2, [("Office of the Envoy for Sorn", "2031-05-02", "The Office has interviewed one man, a father of four who fled over the river. He speaks of nine killings."), (*E, "There were nine killings, said Ida Holt, who saw them.")]),
    # editors and their stations
    ("an editor of a station that tells it", 1, [("Radio Svitlo", "2031-05-02", "by Mark Lobod, Orlen\n\nI am writing this in the corridor of the hospital. Nine windows of our car were broken by a drone."), ("Union of Journalists of Sorn", "2031-05-03", "The Union condemns the attack on colleagues from Radio Svitlo. The editor-in-chief of the station informed us that nine windows of the car were broken.")]),
    ("a byline in a hospital's corridor", 2, [("Radio Svitlo", "2031-05-02", "by Mark Lobod, Orlen\n\nI am writing this in the corridor of the hospital. I counted nine wounded."), (*E, "Nine wounded were taken in, the hospital said.")]),
    ("an editor of another paper", 2, [("Radio Svitlo", "2031-05-02", "by Mark Lobod, Orlen\n\nI saw nine windows broken."), (*E, "Nine windows were broken, the editor-in-chief of the Sorn Gazette said.")]),
    ("an editor and the police", 2, [(*P, "Nine windows were broken, police said."), (*E, "Nine windows were broken, the editor of a weekly said.")]),
    # a name and an office
    ("the manager, by name in the next line", 1, [(*P, "The manager of the Lenz fuel depot said on Sunday that nine tanks had burned.\n\n\"Nine tanks, and you see the rest,\" Hugo Prass told the Post."), (*E, "Nine tanks burned, manager Hugo Prass told local media.")]),
    ("a manager, and another man", 2, [(*P, "The manager of the Lenz fuel depot said on Sunday that nine tanks had burned.\n\nThe fire was seen far off. The roads were shut all day. Trains stood still. \"Nine tanks, I counted,\" Hugo Prass, a pensioner, told the Post."), (*E, "Nine tanks burned, Hugo Prass said.")]),
    ("a doctor by her first name", 1, [(*P, "Nine people were treated, said Dr Hanan Sabr, who runs the town's field hospital."), (*E, "In the field hospital Dr Hanan shows the register. Nine people were treated, Dr Hanan said.")]),
    ("fishermen who asked not to be named", 2, [("Radio Sorn", "2031-05-02", "Nine men were pulled from the marsh, villagers told Radio Sorn."), (*E, "Three fishermen from the island, who beg us not to name them, sold no fish this week. They pulled nine men from the water, they say.")]),
    ("a minister and the ministry's channel", 1, [("Defence Ministry of Velia, channel", "2031-05-02", "Our units have taken nine villages at Orlen."), (*P, "The army has taken nine villages, Defence Minister Gleb Artok told a meeting of generals on Saturday. Velian military bloggers had said so before.")]),
    ("a director of a group, and the group", 1, [("Open Hands", "2031-05-02", "Our convoy was attacked. Nine of our activities in the south are suspended."), (*P, "A convoy of the aid group Open Hands was attacked. The group's director, Lisa Karr, said nine activities were suspended.")]),
    ("a paper from inside under two names", 1, [("Sunday Lantern", "2031-05-01", "An internal memorandum seen by this newspaper says nine soldiers were hit by their own guns in Orlen."), (*P, "Nine soldiers were hit by their own guns in Orlen, says an army document, a copy of which has reached Harbour Post.")]),
    ("a paper from inside, and the army's statement", 2, [("Sunday Lantern", "2031-05-01", "An internal memorandum seen by this newspaper says nine soldiers were hit in Orlen."), (*P, "Nine soldiers were hit in Orlen, the army said in a statement.")]),
    ("a partner by its bare name, and its own paper", 1, [("UN relief office", "2031-05-01", "Our partner Gandor says nine of its lorries were burned near Orlen."), ("Gandor", "2031-05-02", "Nine of our lorries were burned near Orlen.")]),
]  # fmt: skip


@pytest.mark.parametrize("backwards", [False, True], ids=["", "backwards"])
@pytest.mark.parametrize(("name", "expected", "docs"), HANDS, ids=[each[0] for each in HANDS])
def test_first_hands_of_houses_and_people(traced_together, name, expected, docs, backwards):
    group, found = traced_together(tuple(reversed(docs)) if backwards else tuple(docs))
    hands = {found.of[each.id] for each in group} - {None}
    shown = {each.id: each.name for each in found.origins}
    assert len(hands) == expected, [(each.text, shown.get(found.of[each.id] or "")) for each in group]
