"""Who stands behind the marked words of a few documents: one hand under two names, two that look like one."""

from __future__ import annotations

import re

import pytest

from firsthand.corroborate.origins.trace import trace
from firsthand.corroborate.reuse import copies
from firsthand.corroborate.telling.propositions import tellings
from firsthand.resources.capitals import cased

WIRE = "Northline Agency: {Soldiers shot two shepherds at the spring in Orlen}, the foreign ministry said."
ACCENTED = [
    "Ülo Kadas",
    "Éva Orsó",
    "Šárka Brod",
    "Łucja Mazur",
    "Ömer Dal",
    "İpek Dal",
    "Özge Toro",
    "Žan Kolar",
]
QUOTED = (
    "Harbour Post: The pasture is closed, the paper Vesti writes.\n\nFarmer {} was mending a fence near the "
    'spring. "{{Soldiers shot two shepherds at the spring}}," he said in the kitchen.'
)


def hands(read_docs, docs):
    """How many first hands the words in braces have, all taken for one claim."""
    marked = [each.split(": ", 1) for each in docs]
    spans = [_spans(text) for _, text in marked]
    readings = read_docs(
        [(who, f"2031-05-{n:02}", re.sub(r"[{}]", "", text)) for n, (who, text) in enumerate(marked, 2)]
    )
    group = []
    for reading, marks in zip(readings, spans, strict=True):
        told = list(tellings(reading))
        for start, end in marks:
            best = max(told, key=lambda each: _shared(each, start, end))
            assert _shared(best, start, end) > 0, f"nothing told at {reading.document.text[start:end]!r}"
            group.append(best)
    rest = [(each,) for reading in readings for each in tellings(reading) if each not in group]
    found = trace((group, *rest), copies(each.document for each in readings), readings)
    names = {each.id: each.name for each in found.origins}
    return {names[of] for each in group if (of := found.of[each.id]) is not None}


def _spans(text):
    found: list = []
    for inside, match in enumerate(re.finditer(r"[{}]", text)):
        if match.group() == "{":
            found.append(match.start() - inside)
        else:
            found[-1] = (found[-1], match.start() - inside)
    return found


def _shared(telling, start, end):
    first = telling.anchors[0]
    common = min(first.end, end) - max(first.start, start)
    return common / (max(first.end, end) - min(first.start, start))


@pytest.mark.parametrize("name", ACCENTED)
def test_one_whose_name_begins_with_an_accent_is_a_first_hand(read_docs, name):
    assert name in hands(read_docs, [WIRE, QUOTED.format(name)])


@pytest.mark.parametrize(
    ("words", "found"), [("Ülo", True), ("úlo", False), ("Anna", True), ("łucja", False), ("ÉVA", False)]
)
def test_a_capital_with_an_accent_is_a_capital(words, found):
    assert (cased(r"^[A-Z][a-z]+$").match(words) is not None) is found


WHOSE = [
    (
        "st-fire",
        2,
        [
            "Norvik Post: {The paper mill burned down in the night to Monday}, the fire station said.",
            "Harl Daily: {The mill burned to the ground overnight}, its night watchman, Jens Dahl, said.",
        ],
    ),
    (
        "st-weather",
        1,
        ["Norvik Post: The weather station on the summit said {gusts had reached 180 kilometres an hour}."],
    ),
    (
        "st-power",
        1,
        [
            "Norvik Post: {Three shells struck the turbine hall on Friday}, the power station said in a notice."
        ],
    ),
    (
        "st-lifeboat",
        1,
        [
            "Coast Daily: The lifeboat station in Sandvik reported that {eleven migrants were pulled from the water on Monday}."
        ],
    ),
    (
        "st-radio-near",
        0,
        ["Mirra Post: {A shell hit the waiting room on Thursday}, the radio station Vega reported."],
    ),
    (
        "st-tv-near",
        0,
        [
            "Mirra Post: {A shell hit the waiting room on Thursday}, the station said, without saying who had seen it."
        ],
    ),
    (
        "pub-command",
        2,
        [
            "Orm Post: {A drone struck the fuel train near Dalby on Monday}, governor Tor Lind said.",
            "Northern Command channel: {Near Dalby a drone of ours struck an enemy fuel train}. Losses are being counted.",
        ],
    ),
    (
        "pub-admiralty",
        1,
        [
            "Kessel Admiralty: On 3 May the patrol boat Falk answered a call. {Two men were taken aboard at their own wish}. Both are well."
        ],
    ),
    (
        "pub-colectivo",
        1,
        [
            "Colectivo Luz Abierta: We publish today {the names of sixteen men who did not leave the prison alive}. We ask the ministry to do the same."
        ],
    ),
    (
        "pub-collectif",
        1,
        [
            "Collectif des Mères de Tazra: {Our sons were taken from the market by men in uniform on Tuesday}. We demand to see them."
        ],
    ),
    (
        "pub-notice",
        1,
        [
            "Skarn Ropeway (company notice): We are sorry to tell our guests that {a gondola fell at 10.40 today}. The line is closed."
        ],
    ),
    (
        "pub-post-radio2",
        1,
        [
            "Radio Kanto (post): Friends, {men with rifles have burst into our studio tonight and taken Marta}. Light a candle.",
            "Pacific News: {Marta Lund, host of a popular programme, was taken from her studio by gunmen on Tuesday}, her station said.",
        ],
    ),
    (
        "pub-her-station",
        1,
        [
            "Pacific News: {Marta Lund, host of a late programme, was shot in her studio on Tuesday}, her station said."
        ],
    ),
    ("pub-paper-near", 0, ["Pacific News: {The minister fled to the border on Monday}, the newspaper said."]),
    ("pub-we-media-near", 0, ["Norvik Leht: {Two shells hit the mill on Friday}. We could not verify it."]),
    (
        "caller1",
        2,
        [
            "Agence Sud: {A boat with ballot boxes burned at the landing on Tuesday night}, the electoral commission said.",
            "Radio Bay, phone-in: HOST: You are on air.\n\nCALLER: I am Otto Lind, I fish here.\n\nCALLER: {The boat with the boxes was burning from bow to stern}.",
        ],
    ),
    (
        "caller2",
        2,
        [
            "Agence Sud: {It was soldiers who set the boat on fire}, the Alliance for the Coast said in a statement.",
            "Radio Bay, phone-in: HOST: What did you see?\n\nCALLER: {The men who threw the petrol were soldiers}. They had berets.",
        ],
    ),
    (
        "caller4",
        1,
        [
            "Talk FM: PRESENTER: Line three.\n\nCALLER: My name is Ada Grol. {The police shot at us in the bread queue on Monday}.",
            "Harbour Post: Ada Grol, a seamstress, said {police had fired at the bread queue on Monday}.",
        ],
    ),
    (
        "caller5",
        1,
        [
            "Talk FM: HOST: Good evening.\n\nCALLER: This is Tom Varga from the mill. {The dam broke at noon on Monday}.",
            "Harbour Post: {The dam burst at midday on Monday}, said Tom Varga, who works at the mill.",
        ],
    ),
    (
        "caller7",
        2,
        [
            "Talk FM: HOST: Good evening.\n\nCALLER: {The dam broke at noon on Monday}. I heard it.",
            "Harbour Post: {The dam burst at midday on Monday}, a hospital doctor said.",
        ],
    ),
    (
        "firstname1",
        1,
        [
            "Radio Lenn: {Five nurses were led away by armed men at the landing}, according to a ferryman who saw it and gave only his first name, Sovan.",
            'The Paddle: Sovan Kem, who works the crossing, saw it. "{They took all five of the nurses}," he told the Paddle.',
        ],
    ),
    (
        "firstname2",
        1,
        [
            "Radio Lenn: {The soldiers burned the barn with people in it}, said a farmer who gave his name only as Ismail.",
            'The Paddle: "{They set the barn alight with the people inside}," said Ismail Dursun, a farmer.',
        ],
    ),
    (
        "firstname3",
        1,
        [
            "Radio Lenn: A nurse who asked to be identified only by her first name, Lidia, said {the ward was hit twice}.",
            "The Paddle: {The ward took two hits}, said Lidia Horn, a nurse at the clinic.",
        ],
    ),
    (
        "firstname4",
        2,
        [
            "Radio Lenn: A driver who gave only his first name, Marko, said {the bus was hit at noon}.",
            "The Paddle: {The bus was hit at noon}, said Ivan Petrak, a passenger.",
        ],
    ),
    (
        "firstname5",
        1,
        [
            "Radio Lenn: A driver, who gave only his surname, Okello, said {the bus was hit at noon}.",
            "The Paddle: {The bus was hit at noon}, said James Okello, its driver.",
        ],
    ),
    (
        "firstname6",
        2,
        [
            "Radio Lenn: A nurse who wished to be called Ana said {the ward was hit twice}.",
            "Lenn Weekly: {The ward was hit twice}, said a patient who gave only his first name, Luis.",
        ],
    ),
    (
        "firstname7",
        1,
        [
            'Radio Lenn: "{The guards locked the gate}," said an inmate who would only give his first name, Dawit.',
            "The Paddle: {The guards had locked the gate}, said Dawit Alemu, released on Friday.",
        ],
    ),
    (
        "firstname8",
        2,
        [
            'Radio Lenn: "{The guards locked the gate}," said a cook who gave only her first name, Sara.',
            "The Paddle: {The guards had locked the gate}, said Sara Alemu, a nurse in the prison clinic.",
        ],
    ),
    (
        "lawyers2",
        2,
        [
            "Agencia Lux: A lawyers' group said {16 prisoners died in the fire on Monday}.",
            "Harbour Post: {Sixteen prisoners died in the fire}, an inmate told the Post by telephone.",
        ],
    ),
    (
        "lawyers3",
        1,
        [
            "Agencia Lux: A lawyers' group said {16 prisoners died in the fire on Monday}.",
            "Agencia Lux: Lawyers for the families maintain that {sixteen did not survive}.",
        ],
    ),
    (
        "lawyers5",
        2,
        [
            "Agencia Lux: An inmate said {nine men burned in the cell on Monday}.",
            "Harbour Post: A prisoners' rights group said {nine men had burned in the cell}.",
        ],
    ),
    (
        "item1",
        0,
        [
            "FlashNews: {At least four people were killed in the village on Monday}, local media report.",
            "FlashNews: An item published here on Tuesday reported {four deaths in the village on Monday}. That was wrong.",
        ],
    ),
    (
        "item2",
        0,
        [
            "FlashNews: An earlier version of this story said {four people had been killed in the village on Monday}. We regret the error."
        ],
    ),
    (
        "item3",
        0,
        [
            "FlashNews: Our report of Tuesday said that {four people had been killed in the village}. It was mistaken."
        ],
    ),
    (
        "item5",
        0,
        [
            "FlashNews: A headline in yesterday's edition said {four people had been killed in the village}. It was mistaken."
        ],
    ),
    (
        "item7",
        0,
        [
            "FlashNews: An article on page 3 of Monday's paper stated that {four people had been killed in the village}."
        ],
    ),
    (
        "item-near",
        1,
        ["FlashNews: An item found in the mayor's papers said {four people had been killed in the village}."],
    ),
    (
        "item8",
        0,
        ["FlashNews: A post on this channel at 9.14 p.m. said {the presenter had been killed}. She lives."],
    ),
    (
        "afar1",
        1,
        [
            "Ship Daily: Masters are warned that {the Orm light has been out since Monday evening}, according to Ulo Kadas, a local skipper who has passed it twice since."
        ],
    ),
    (
        "afar4",
        1,
        [
            "Ship Daily: Travellers are told that {the pass has been closed by a slide since Sunday}, according to Karl Ott, a guide who walked up on Tuesday."
        ],
    ),
    (
        "afar-near",
        0,
        [
            "Ship Daily: {The light has been out since Monday}, according to experts who have never been there."
        ],
    ),
    (
        "quay2",
        2,
        [
            "Kaldvik Bureau: {Sailors of Orsand carried off the two keepers on Monday}, the foreign ministry said.",
            'Orm Leht: The light has been dark since Monday, the harbour board says.\n\nSkipper Ulo Kadas was fishing close by on Monday afternoon. "A grey launch came alongside. {Four sailors marched the keepers down}," he said on the quay.',
        ],
    ),
    (
        "quay5",
        2,
        [
            "Kaldvik Bureau: {The bus was hit by a rocket at Dalby on Monday}, the army said.",
            'Orm Leht: Trains are late, the railways say.\n\nConductor Ewa Mazur was in the second car of the tram behind. "{A rocket came down on the bus in front of us}," she said at the depot.',
        ],
    ),
    (
        "contra1",
        1,
        [
            "Tal Agency: A surgeon contradicted the ministry, which said that {police had fired only rubber rounds}.",
            "Ministry of the Interior: {Officers fired rubber rounds and nothing else}.",
        ],
    ),
    (
        "contra2",
        1,
        [
            "Tal Agency: A surgeon who operated on marchers rejected the ministry's version that {police had fired only rubber rounds}. He showed copper bullets.",
            "Interior Ministry of Khangil: {Officers used rubber bullets and nothing else}.",
        ],
    ),
    (
        "contra4",
        1,
        [
            "Tal Agency: Villagers dismissed the army's claim that {the house had been used by fighters}.",
            "Harl Post: {Fighters had used the house}, the army said.",
        ],
    ),
    (
        "contra-near",
        1,
        ["Tal Agency: A surgeon contradicted the ministry and said that {police had fired live rounds}."],
    ),
    ("credit-near", 0, ["Labour Watchlist: {Three miners were killed at Dalby on Friday} (Orm Wire)."]),
    (
        "clear1",
        1,
        [
            "Diario Norte: {Two farmers were shot by police at Ocara on Monday}, Commissioner Luis Vera said.",
            "LatFlash: There are two villages of that name. {Two farmers were shot at the second}, as the Diario Norte had made clear.",
        ],
    ),
    (
        "clear4",
        1,
        [
            "Orm Wire: {Three miners died in the Dalby shaft on Friday}, the mine rescue service said.",
            "LatFlash: As the Orm Wire has noted, {three miners died at Dalby}.",
        ],
    ),
    (
        "lead1",
        2,
        [
            "Karez Monitor: On Saturday, as soldiers sealed the tunnel, {twelve people sheltering inside died}. The victims had burnt eyes, according to the physician at the local health post, Dr Lena Bark.",
            'Zara Weekly: "{I sent up twelve dead}," said Mir Osta, who maintains the tunnel.',
        ],
    ),
    (
        "lead2",
        2,
        [
            "Harl Post: {Seven people were killed when a shell hit the market on Friday}. The dead were stallholders, said Dr Ute Kern of the town clinic, where the bodies were taken.",
            'Zara Weekly: "{There were seven dead in the market}," said Mir Osta, a porter.',
        ],
    ),
    (
        "lead-near",
        0,
        [
            "Harl Post: {Seven people were killed when a shell hit the market on Friday}. The army said it had not fired. The mayor called for calm."
        ],
    ),
    (
        "lead-near2",
        0,
        [
            "Harl Post: {Seven people were killed when a shell hit the market on Friday}. The army denied firing it."
        ],
    ),
    (
        "told1",
        1,
        [
            "Shore Rights International: Soldiers are burning huts, volunteers of the Papyrus Network have told us. {They have registered 2,300 displaced islanders so far}.",
            "Papyrus Network: {We have registered 2,300 displaced islanders}.",
        ],
    ),
    (
        "told2",
        1,
        [
            "Coast Mission: The bishop told us the village was burned. {He counted forty graves}.",
            "Harl Post: {There are forty graves}, the bishop said.",
        ],
    ),
    (
        "told-near",
        1,
        [
            "Shore Rights International: Soldiers are burning huts, volunteers have told us. {We have registered 2,300 displaced islanders so far}."
        ],
    ),
    (
        "partner1",
        1,
        [
            "UN relief office: {An estimated 2,300 people have been displaced} since 1 May, according to figures collected by a local partner, the Papyrus Network.",
            "Papyrus Network: {We have registered 2,300 displaced islanders}.",
        ],
    ),
    (
        "rest1",
        1,
        [
            "Westmark Radio: The foreign ministry says {chlorine was very probably used in the tunnel}. Officials here said the assessment rests on the report of the Karez Monitor.",
            "Karez Monitor: {Chlorine was used in the tunnel}, according to Dr Lena Bark, the physician.",
        ],
    ),
    (
        "rest3",
        1,
        [
            "Westmark Radio: The embassy says {forty students were shot}. A spokesman said the number came from the Teachers' Union.",
            "Teachers' Union: {Forty students were shot}.",
        ],
    ),
    (
        "rest-near",
        2,
        [
            "Westmark Radio: The embassy says {forty students were shot}. A spokesman said its tally came from its own staff.",
            "Teachers' Union: {Forty students were shot}.",
        ],
    ),
    (
        "here1",
        2,
        [
            "Diario Norte: {Two farmers were shot at the gate on Monday}, Commissioner Luis Vera said.",
            "Parish Sheet: We buried Ciro on Wednesday. {I was at the gate on Monday and both of them fell in front of me}. Fr Ansel Kuru, Ocara.",
        ],
    ),
    (
        "here2",
        1,
        [
            "Parish Sheet: {I was standing at the gate when the soldiers fired and both farmers fell}. Fr Ansel Kuru, Ocara."
        ],
    ),
    (
        "sent",
        1,
        [
            "Health Board (channel): The Board mourns {31 martyrs}, as entered in the report that our clinic in the town has sent us.",
            "Harl Post: {Thirty-one people were killed}, the town clinic said.",
        ],
    ),
    (
        "not as",
        1,
        [
            "Harl Post: {Nine inmates died}, the justice ministry said.",
            "Orlen Echo: A lawyers' group said sixteen died, {not nine as the government maintains}.",
        ],
    ),
]


@pytest.mark.parametrize(("name", "expected", "docs"), WHOSE, ids=[each[0] for each in WHOSE])
def test_first_hands_of_marked_words(read_docs, name, expected, docs):
    assert len(found := hands(read_docs, docs)) == expected, found
