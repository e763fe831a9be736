"""How many first hands stand behind one claim, told by small sets of documents."""

from __future__ import annotations

import pytest

from firsthand.corroborate.origins.trace import trace
from firsthand.corroborate.telling.propositions import tellings

CASES = [
    (
        "one hospital director under three descriptions",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, the director of the district hospital said.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, according to Mira Tal, the hospital's director.",
            ),
            (
                "Coast Radio",
                "2031-05-03",
                "Hospital director Myra Tall said nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "army with many mouths",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, army spokesman Petr Lom said.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "The defence ministry said on its Telegram channel that nine people were killed in Orlen.",
            ),
            ("Coast Radio", "2031-05-03", "Nine people were killed in Orlen, the general staff reported."),
        ],
    ),
    (
        "governor citing hospital",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, the governor said, citing the regional hospital.",
            ),
            ("Evening Echo", "2031-05-02", "The regional hospital said nine people were killed in Orlen."),
        ],
    ),
    (
        "governor relies elsewhere",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, Governor Pavel Rud said, citing the regional hospital.",
            ),
            ("Evening Echo", "2031-05-02", "Governor Pavel Rud said nine people were killed in Orlen."),
            (
                "Coast Radio",
                "2031-05-02",
                "A doctor at the regional hospital said nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "ngo based on partner, un on ngo",
        1,
        [
            (
                "Open Hand",
                "2031-05-02",
                "According to our local partner, Neighbours of Orlen, nine people were killed in Orlen.",
            ),
            (
                "Northline Agency",
                "2031-05-03",
                "The rights group Open Hand said nine people were killed in Orlen.",
            ),
            (
                "UN mission in Vostria",
                "2031-05-04",
                "Nine people were killed in Orlen, as reported by Open Hand.",
            ),
        ],
    ),
    (
        "un report based on ngo figures",
        1,
        [
            (
                "Northline Agency",
                "2031-05-03",
                "The rights group Open Hand said nine people were killed in Orlen.",
            ),
            (
                "Evening Echo",
                "2031-05-04",
                "The UN mission said in a report based on information from Open Hand that nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "media reports found",
        1,
        [
            ("Coast Radio", "2031-05-02", "Nine people were killed in Orlen, the mayor told Coast Radio."),
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, media reports said."),
        ],
    ),
    (
        "media reports not found",
        0,
        [
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, media reports said."),
        ],
    ),
    (
        "outlet followed",
        1,
        [
            ("Coast Radio", "2031-05-02", "Nine people were killed in Orlen, the mayor told Coast Radio."),
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, Coast Radio reported."),
            (
                "Harbour Post",
                "2031-05-03",
                "Nine people were killed in Orlen, according to a report by Coast Radio.",
            ),
        ],
    ),
    (
        "outlet not in case",
        0,
        [
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, Coast Radio reported."),
        ],
    ),
    (
        "outlets own source",
        1,
        [
            (
                "Evening Echo",
                "2031-05-03",
                "Nine people were killed in Orlen, Coast Radio reported, quoting the mayor.",
            ),
            ("Harbour Post", "2031-05-03", "Nine people were killed in Orlen, the mayor said."),
        ],
    ),
    (
        "two witnesses",
        2,
        [
            (
                "Evening Echo",
                "2031-05-03",
                '"I counted nine dead people in Orlen," Anna Grol, a baker, told the Echo.',
            ),
            (
                "Harbour Post",
                "2031-05-03",
                "Nine people were killed in Orlen, said Ivan Mork, a teacher who pulled them out.",
            ),
        ],
    ),
    (
        "unnamed residents of one report",
        1,
        [
            (
                "Evening Echo",
                "2031-05-03",
                'Residents told the Echo that nine people were killed in Orlen. "Nine people were killed in Orlen," a resident said.',
            ),
        ],
    ),
    (
        "residents via other outlet",
        1,
        [
            ("Evening Echo", "2031-05-03", "Residents told the Echo that nine people were killed in Orlen."),
            ("Harbour Post", "2031-05-04", "Nine people were killed in Orlen, residents told Evening Echo."),
        ],
    ),
    (
        "residents of unknown report twice",
        1,
        [
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, residents said."),
            ("Harbour Post", "2031-05-04", "Nine people were killed in Orlen, according to villagers."),
        ],
    ),
    (
        "reporter on spot",
        1,
        [
            ("Evening Echo", "2031-05-03", "Our reporter saw the yard. Nine people were killed in Orlen."),
        ],
    ),
    (
        "bare word",
        0,
        [
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen."),
        ],
    ),
    (
        "bare word after source",
        1,
        [
            ("Coast Radio", "2031-05-02", "Nine people were killed in Orlen, the mayor said."),
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen."),
        ],
    ),
    (
        "video verified by many",
        1,
        [
            ("Coast Radio", "2031-05-02", "A drone video shows that nine people were killed in Orlen."),
            (
                "Evening Echo",
                "2031-05-03",
                "Footage verified by Evening Echo shows nine people being killed in Orlen.",
            ),
            (
                "Harbour Post",
                "2031-05-03",
                "Harbour Post has geolocated the clip. It shows nine people killed in Orlen.",
            ),
        ],
    ),
    (
        "army releases video",
        1,
        [
            (
                "Coast Radio",
                "2031-05-02",
                "A drone video released by the army shows that nine people were killed in Orlen.",
            ),
            ("Evening Echo", "2031-05-03", "The army said nine people were killed in Orlen."),
        ],
    ),
    (
        "video and satellite",
        2,
        [
            ("Coast Radio", "2031-05-02", "A drone video shows that nine people were killed in Orlen."),
            ("Evening Echo", "2031-05-03", "Satellite images show that nine people were killed in Orlen."),
        ],
    ),
    (
        "two clips one text",
        2,
        [
            (
                "Coast Radio",
                "2031-05-02",
                "A video shows that nine people were killed in Orlen. A second video, filmed from a roof, also shows that nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "two armies",
        2,
        [
            ("Coast Radio", "2031-05-02", "Nine people were killed in Orlen, the Vostrian army said."),
            (
                "Evening Echo",
                "2031-05-03",
                "Nine people were killed in Orlen, the Karelian defence ministry said.",
            ),
        ],
    ),
    (
        "police and hospital",
        2,
        [
            (
                "Coast Radio",
                "2031-05-02",
                "Nine people were killed in Orlen, police said. Doctors at the clinic said nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "analysts",
        0,
        [
            ("Coast Radio", "2031-05-02", "Nine people were killed in Orlen, analysts said."),
        ],
    ),
    (
        "condemn",
        0,
        [
            (
                "Coast Radio",
                "2031-05-02",
                "The European Union condemned the killing of nine people in Orlen.",
            ),
        ],
    ),
    (
        "could not confirm",
        1,
        [
            (
                "Coast Radio",
                "2031-05-02",
                "Nine people were killed in Orlen, police said. The hospital could not confirm that nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "credit line",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "ORLEN, May 2 (Northline) - Nine people were killed in Orlen, the mayor said.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen on Friday, Northline reports."),
            ("Harbour Post", "2031-05-02", "Nine people were killed in Orlen on Friday (Northline)."),
        ],
    ),
    (
        "local officials one post",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, Governor Pavel Rud wrote on Telegram.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, local authorities said."),
            ("Harbour Post", "2031-05-02", "Regional officials reported nine people killed in Orlen."),
        ],
    ),
    (
        "army citing captured documents",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "The army said, citing captured documents, that nine people were killed in Orlen.",
            ),
            ("Evening Echo", "2031-05-02", "The army said nine people were killed in Orlen."),
        ],
    ),
    (
        "interview chain",
        1,
        [
            (
                "Lake Television",
                "2031-05-02",
                '"Nine people were killed in Orlen," Jonas Vilk, head of the aid group Blue Shield, told Lake Television.',
            ),
            (
                "Harbour Post",
                "2031-05-03",
                "Nine people were killed in Orlen, the head of the aid group Blue Shield said in an interview with Lake Television.",
            ),
            (
                "Evening Echo",
                "2031-05-03",
                "Nine people were killed in Orlen, according to Jonas Wilk of Blue Shield.",
            ),
            (
                "Coast Radio",
                "2031-05-03",
                "According to the NGO Blue Shield, nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "intelligence",
        1,
        [
            (
                "Harbour Post",
                "2031-05-03",
                "Nine people were killed in Orlen, a security official said on condition of anonymity.",
            ),
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, intelligence sources said."),
        ],
    ),
    (
        "two doctors of one hospital",
        1,
        [
            (
                "Harbour Post",
                "2031-05-03",
                "Nine people were killed in Orlen, said Anna Grol, a surgeon at the hospital.",
            ),
            (
                "Evening Echo",
                "2031-05-03",
                "Nine people were killed in Orlen, hospital director Ivan Mork said.",
            ),
        ],
    ),
    (
        "mayor and ministry and rescuers",
        3,
        [
            ("Harbour Post", "2031-05-03", "Nine people were killed in Orlen, the mayor said."),
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, the health ministry said."),
            ("Coast Radio", "2031-05-03", "Nine people were killed in Orlen, rescuers said."),
        ],
    ),
    (
        "father and son same surname",
        2,
        [
            ("Harbour Post", "2031-05-03", "Nine people were killed in Orlen, said Ivan Mork, a farmer."),
            (
                "Evening Echo",
                "2031-05-03",
                "Nine people were killed in Orlen, said Anna Mork, a nurse's aide.",
            ),
        ],
    ),
    (
        "agency by agency chain",
        1,
        [
            ("Northline Agency", "2031-05-01", "Nine people were killed in Orlen, the mayor told Northline."),
            ("Coast Radio", "2031-05-02", "Nine people were killed in Orlen, the Northline agency reported."),
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, Coast Radio said."),
        ],
    ),
    (
        "minister is ministry",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, Interior Minister Pavel Rud told parliament.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, an interior ministry spokeswoman said.",
            ),
        ],
    ),
    (
        "unit spokesman and army",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, said Captain Petr Lom, spokesman for Vostria's 14th Brigade.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, the 14th Brigade said on Facebook.",
            ),
        ],
    ),
    (
        "rebels many words",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, the rebel group River Front said in a statement.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, the rebels said."),
            (
                "Harbour Post",
                "2031-05-03",
                "Nine people were killed in Orlen, a spokesman for the River Front said.",
            ),
        ],
    ),
    (
        "officials vague",
        1,
        [
            ("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the mayor said."),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, officials said."),
            ("Harbour Post", "2031-05-02", "Nine people were killed in Orlen, a local official said."),
        ],
    ),
    (
        "they said pronoun",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "The fire brigade sent three engines. It said nine people were killed in Orlen.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, firefighters said."),
        ],
    ),
    (
        "statement",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Open Hand published a statement on Friday. Nine people were killed in Orlen, the statement said.",
            ),
            ("Evening Echo", "2031-05-02", "The aid group Open Hand said nine people were killed in Orlen."),
        ],
    ),
    (
        "two aid groups",
        2,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "The aid group Open Hand said nine people were killed in Orlen.",
            ),
            ("Evening Echo", "2031-05-02", "The charity Blue Shield said nine people were killed in Orlen."),
        ],
    ),
    (
        "aid group unnamed is the named",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "The aid group Open Hand said nine people were killed in Orlen.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, an aid group said."),
        ],
    ),
    (
        "two hospitals",
        2,
        [
            ("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the Orlen Clinic said."),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, St Brigid's Hospital said."),
        ],
    ),
    (
        "wire quoting wire quoting mayor",
        1,
        [
            ("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, the mayor told Northline."),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, the mayor told Northline."),
            (
                "Harbour Post",
                "2031-05-03",
                "Nine people were killed in Orlen, the mayor was quoted as saying by Northline.",
            ),
        ],
    ),
    (
        "witness named then unnamed",
        1,
        [
            (
                "Evening Echo",
                "2031-05-02",
                '"Nine people were killed in Orlen," Anna Grol, a baker, told the Echo.',
            ),
            ("Harbour Post", "2031-05-03", "Nine people were killed in Orlen, a witness told Evening Echo."),
        ],
    ),
    (
        "fact check of video",
        1,
        [
            ("Evening Echo", "2031-05-02", "A video shows nine people killed in Orlen."),
            (
                "Lens Check",
                "2031-05-03",
                "Lens Check compared the clip with satellite pictures and concluded that nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "document and its holder",
        1,
        [
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, according to hospital records.",
            ),
            ("Harbour Post", "2031-05-02", "Nine people were killed in Orlen, the hospital said."),
        ],
    ),
    (
        "ambassador and foreign ministry",
        1,
        [
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, Vostria's foreign minister said.",
            ),
            ("Harbour Post", "2031-05-02", "Nine people were killed in Orlen, Vostria's government said."),
        ],
    ),
    (
        "president, army",
        1,
        [
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, President Pavel Rud said."),
            (
                "Harbour Post",
                "2031-05-02",
                "Nine people were killed in Orlen, Rud said in his nightly address.",
            ),
        ],
    ),
    (
        "mayor named elsewhere",
        1,
        [
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, Mayor Lena Oster said."),
            ("Harbour Post", "2031-05-02", "Nine people were killed in Orlen, Oster said on Telegram."),
            ("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, city hall said."),
        ],
    ),
    (
        "headline lead then name",
        1,
        [
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, a hospital director said. Mira Tal told the Echo that nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "state media cites army",
        1,
        [
            (
                "Vostria State Television",
                "2031-05-02",
                "Nine people were killed in Orlen, state television said, citing the army.",
            ),
            ("Harbour Post", "2031-05-02", "Nine people were killed in Orlen, the Vostrian army said."),
        ],
    ),
    (
        "sources in two ministries",
        2,
        [
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, a source in the defence ministry said.",
            ),
            (
                "Harbour Post",
                "2031-05-02",
                "Nine people were killed in Orlen, a source in the health ministry said.",
            ),
        ],
    ),
    (
        "social media posts",
        0,
        [
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, social media users said."),
            (
                "Harbour Post",
                "2031-05-02",
                "Nine people were killed in Orlen, according to posts on social media.",
            ),
        ],
    ),
    (
        "reporter and residents",
        2,
        [
            (
                "Evening Echo",
                "2031-05-02",
                "An Evening Echo reporter counted nine bodies in Orlen. Residents said nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "two outlets two sets of residents",
        2,
        [
            ("Evening Echo", "2031-05-02", "Residents told the Echo that nine people were killed in Orlen."),
            (
                "Harbour Post",
                "2031-05-02",
                "Villagers told Harbour Post that nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "monitor relies on activists",
        1,
        [
            (
                "Evening Echo",
                "2031-05-02",
                "The Vostria Observatory, citing its activists on the ground, said nine people were killed in Orlen.",
            ),
            ("Harbour Post", "2031-05-02", "The Vostria Observatory said nine people were killed in Orlen."),
        ],
    ),
    (
        "police denied",
        1,
        [
            (
                "Evening Echo",
                "2031-05-02",
                "Police did not comment. Nine people were killed in Orlen, a neighbour said.",
            ),
        ],
    ),
    (
        "diplomat told by",
        1,
        [
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, the governor was told by the hospital's director.",
            ),
            ("Harbour Post", "2031-05-02", "Nine people were killed in Orlen, the hospital said."),
        ],
    ),
    (
        "copy with own line",
        2,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed when shells struck the market in Orlen on Friday, the director of the district hospital said. Rescuers were still at work in the ruins of the hall, he said, and two streets were closed.",
            ),
            (
                "Harbour Post",
                "2031-05-03",
                "Nine people were killed when shells struck the market in Orlen on Friday, the director of the district hospital said. Rescuers were still at work in the ruins of the hall, he said, and two streets were closed. Baker Anna Grol told Harbour Post that she had counted nine dead.",
            ),
        ],
    ),
    (
        "a capital is its government",
        1,
        [
            ("Evening Echo", "2031-05-02", "Lisbon said nine people were killed in Orlen."),
            (
                "Harbour Post",
                "2031-05-02",
                "Portugal's defence ministry said nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "two capitals",
        2,
        [
            ("Evening Echo", "2031-05-02", "Lisbon said nine people were killed in Orlen."),
            ("Harbour Post", "2031-05-02", "Vienna said nine people were killed in Orlen."),
        ],
    ),
    (
        "officials of two countries",
        2,
        [
            ("Evening Echo", "2031-05-02", "Austrian officials said nine people were killed in Orlen."),
            ("Harbour Post", "2031-05-02", "Portuguese officials said nine people were killed in Orlen."),
        ],
    ),
    (
        "same forces",
        1,
        [
            ("Evening Echo", "2031-05-02", "Austrian forces said nine people were killed in Orlen."),
            ("Harbour Post", "2031-05-02", "The Austrian military said nine people were killed in Orlen."),
            (
                "Northline Agency",
                "2031-05-02",
                "Austria's General Staff said nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "medium and its clip",
        1,
        [
            (
                "Evening Echo",
                "2031-05-02",
                "A drone video released by Austrian forces shows nine people killed in Orlen, Radio Lake reported.",
            ),
            (
                "Harbour Post",
                "2031-05-02",
                "Radio Lake reported that a drone video shows nine people killed in Orlen.",
            ),
        ],
    ),
    (
        "expert cites ngo",
        1,
        [
            (
                "Evening Echo",
                "2031-05-02",
                "Lee Min Woo, an analyst, said nine people were killed in Orlen, citing the NGO Blue Shield.",
            ),
            ("Harbour Post", "2031-05-02", "The NGO Blue Shield said nine people were killed in Orlen."),
        ],
    ),
    (
        "head of region administration is governor",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, said Pavel Rud, head of the regional military administration.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, the governor said."),
            ("Harbour Post", "2031-05-02", "Governor Rud wrote that nine people were killed in Orlen."),
        ],
    ),
    (
        "unrelated mayor and governor",
        2,
        [
            ("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, Governor Pavel Rud said."),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, Mayor Lena Oster said."),
        ],
    ),
    (
        "he continued",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "The shells fell at dawn, said Ivan Mork, a teacher. He pulled out his neighbours himself. Nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "survivor in paragraph",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                'Anna Grol, 52, was in the cellar when the roof came down. "Nine people were killed in Orlen," she said.',
            ),
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, Anna Grol told Northline."),
        ],
    ),
    (
        "nurse and doctor at same hospital",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, a nurse at the clinic said.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, doctors said."),
        ],
    ),
    (
        "clinic and unnamed medics",
        2,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, the clinic's director said.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, ambulance crews said."),
        ],
    ),
    (
        "agencies state tv",
        1,
        [
            (
                "Vostria State Television",
                "2031-05-02",
                "Nine people were killed in Orlen, the defence ministry said.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, Vostria's state television reported.",
            ),
            (
                "Harbour Post",
                "2031-05-02",
                "Nine people were killed in Orlen, according to Vostria State Television.",
            ),
        ],
    ),
    (
        "reportedly",
        0,
        [
            ("Northline Agency", "2031-05-02", "Nine people were reportedly killed in Orlen."),
        ],
    ),
    (
        "it is believed",
        0,
        [
            ("Northline Agency", "2031-05-02", "Nine people are believed to have been killed in Orlen."),
        ],
    ),
    (
        "according to reports",
        0,
        [
            ("Northline Agency", "2031-05-02", "According to reports, nine people were killed in Orlen."),
        ],
    ),
    (
        "un humanitarian office cites authorities",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, the UN humanitarian office said, citing local authorities.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, local authorities said."),
        ],
    ),
    (
        "fisherman and residents one report",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Villagers told Northline that nine people were killed in Orlen. One resident said nine people were killed in Orlen.",
            ),
        ],
    ),
    (
        "opposition and government",
        2,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, opposition leader Anna Grol said.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, Prime Minister Pavel Rud said.",
            ),
        ],
    ),
    (
        "spokesperson named differently",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, said Lena Oster, a spokeswoman for the Red Cross.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, the Red Cross said."),
            (
                "Harbour Post",
                "2031-05-02",
                "Nine people were killed in Orlen, Red Cross spokesman Ivan Mork said.",
            ),
        ],
    ),
    (
        "same photo two sites",
        1,
        [
            ("Northline Agency", "2031-05-02", "A photograph shows nine people killed in Orlen."),
            ("Evening Echo", "2031-05-02", "Photos shared online show nine people killed in Orlen."),
        ],
    ),
    (
        "leaked report two papers",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, according to an internal army report seen by Northline.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, an internal report of the army says.",
            ),
        ],
    ),
    (
        "prosecutor and police",
        2,
        [
            ("Northline Agency", "2031-05-02", "Nine people were killed in Orlen, prosecutors said."),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, police said."),
        ],
    ),
    (
        "priest and parish",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, Father Ivan Mork, the parish priest, said.",
            ),
            ("Evening Echo", "2031-05-02", "Nine people were killed in Orlen, the parish said."),
        ],
    ),
    (
        "cross script initials",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, said Mykhailo Shevchuk, a driver.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, said Mikhail Shevchuk, who drives a bus.",
            ),
            ("Harbour Post", "2031-05-02", "Nine people were killed in Orlen, M. Shevchuk said."),
        ],
    ),
    (
        "quoted in another outlet",
        1,
        [
            ("Coast Radio", "2031-05-02", '"Nine people were killed in Orlen," Anna Grol told Coast Radio.'),
            (
                "Evening Echo",
                "2031-05-02",
                '"Nine people were killed in Orlen," Anna Grol, a baker, was quoted as saying by Coast Radio.',
            ),
        ],
    ),
    (
        "a minister, and his country in one word",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, Velia's defence ministry said.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, Velia said. The village lies in Velia.",
            ),
        ],
    ),
    (
        "a witness in the lead, and the name below",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, a witness said. Nine people died, said Anna Grol, a baker.",
            ),
        ],
    ),
    (
        "a holder of an office in two papers",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, the harbour master said.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, said Ana Krel, the harbour master.",
            ),
        ],
    ),
    (
        "the governor, citing, after a day",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "Nine people were killed in Orlen, the governor said on Friday, citing the regional hospital.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, the regional hospital said.",
            ),
        ],
    ),
    (
        "a spokesman of the only rebels that his report names",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "The Upland Front holds Karsk. Nine people were killed in Orlen, said Petr Lom, a spokesman for the Front.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, the Upland Front said.",
            ),
        ],
    ),
    (
        "a body's own page",
        1,
        [
            ("Sabre Cells, statement", "2031-05-02", "Nine people were killed in Orlen."),
            (
                "Evening Echo",
                "2031-05-03",
                "Nine people were killed in Orlen, the Sabre Cells said.",
            ),
        ],
    ),
    (
        "a sentence that speaks of another body than the one before",
        1,
        [
            (
                "Northline Agency",
                "2031-05-02",
                "The town is calm, the mayor said. A hospital list holds nine people killed in Orlen.",
            ),
            (
                "Evening Echo",
                "2031-05-02",
                "Nine people were killed in Orlen, the regional hospital said.",
            ),
        ],
    ),
    (
        "a medium is no body for its press service",
        1,
        [
            (
                "Union Press Service",
                "2031-05-02",
                "Nine people were killed in Orlen, said Anna Grol, a baker.",
            ),
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen."),
        ],
    ),
    (
        "a medium with a compliment before its name",
        0,
        [
            ("Coast Radio", "2031-05-02", "Nine people were killed in Orlen, media reports said."),
            (
                "Evening Echo",
                "2031-05-03",
                "Nine people were killed in Orlen, the authoritative edition Coast Radio said.",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("hands", "docs"), [each[1:] for each in CASES], ids=[each[0] for each in CASES])
def test_the_first_hands_behind_a_claim_are_counted(hands, docs, traced_together):
    group, traced = traced_together(docs)
    assert group
    assert len({traced.of[each.id] for each in group} - {None}) == hands, [
        (each.document, [reason.note for reason in traced.because[each.id]]) for each in group
    ]


def test_the_way_to_a_first_hand_reads_as_a_sentence_of_an_editor(traced_together):
    words = "Nine people were killed when shells struck the market in Orlen on Friday, the director of the district hospital said. Rescuers were still at work in the ruins of the hall, he said, and two streets were closed."
    group, traced = traced_together(
        [("Northline Agency", "2031-05-02", words), ("Port Gazette", "2031-05-03", words)]
    )
    copied = next(each for each in group if each.document == "d2")
    said = [reason.note for reason in traced.because[copied.id]]
    assert said == [
        "Port Gazette carries Northline Agency's words (100%)",
        "Northline Agency has it from the director of the district hospital",
    ]


def test_a_spelling_of_another_alphabet_is_the_same_person(traced_together):
    group, traced = traced_together(
        [
            ("Evening Echo", "2031-05-02", "Nine people were killed, said Oleksii Hrytsenko, a baker."),
            ("Harbour Post", "2031-05-02", "Nine people were killed, said Alexey Gritsenko, a baker."),
        ]
    )
    assert len({traced.of[each.id] for each in group}) == 1


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("the army said", True),
        ("the defence ministry said", True),
        ("a rebel commander said", True),
        ("Governor Pavel Rud said", True),
        ("the hospital said", False),
        ("rescuers said", False),
        ("police said", False),
        ("residents said", False),
        ("said Anna Grol, a baker", False),
        ("the rights group Open Hand said", False),
        ("the United Nations said", False),
        ("the Harvest Lodge said", None),
    ],
)
def test_who_is_a_party_to_the_conflict(said, party, traced_together):
    _, traced = traced_together(
        [("Evening Echo", "2031-05-02", f"Nine people were killed in Orlen, {said}.")]
    )
    assert [each.party_to_conflict for each in traced.origins][:1] == [party]


def test_without_the_readings_the_chains_alone_are_followed(read_docs):
    readings = read_docs(
        [
            ("Coast Radio", "2031-05-02", "Nine people were killed in Orlen, the mayor told Coast Radio."),
            ("Evening Echo", "2031-05-03", "Nine people were killed in Orlen, Coast Radio reported."),
        ]
    )
    group = [each for reading in readings for each in tellings(reading)]
    traced = trace([group], ())
    assert len({traced.of[each.id] for each in group}) == 1
