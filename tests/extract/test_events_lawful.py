"""What police and courts do by law, and what armies do to fighters, is told and no charge."""

from __future__ import annotations

import pytest


def held(text, read_text):
    return {
        (entry.actor.words(text), entry.level)
        for event in read_text(text).events
        for entry in event.responsibility
    }


@pytest.mark.parametrize(
    "text",
    [
        "Trooper Hale opened fire when the car came toward him, the state police said.",
        "Around 70 people were detained by police after the march, the Meridian agency reported.",
        "Police arrested nine miners on Monday, the union said.",
        "A court jailed the editor for nine years, his lawyer said.",
        "Police shot dead an armed man in Karsk on Monday, the interior ministry said.",
        "The coast guard seized 300 kilos of cocaine off Tessa, a spokesman said.",
        "A judge ordered the assets of the firm to be seized, the prosecutor said.",
        "Orvanian troops and the Hill Guard clashed near Sarn on Monday, residents said.",
        "The council banned parking on the square, the mayor said.",
        "Inspectors closed the bakery for a week, its owner said.",
        "The regulator fined the bank two million, the ministry said.",
        "Firefighters broke down the door and pulled out two children, a neighbour said.",
        "Troops took the town of Sarn on Monday, the governor said.",
    ],
)
def test_a_deed_by_law_or_in_war_holds_nobody_responsible(text, read_text):
    assert held(text, read_text) == set()


@pytest.mark.parametrize(
    ("text", "actor", "level"),
    [
        ("The ministry said police had arrested two men over the bombing of the mill.", "men", "suspected"),
        ("Police beat protesters with batons and fired tear gas, witnesses said.", "Police", "accused"),
        ("Riot police killed three demonstrators, the union said.", "Riot police", "accused"),
        ("The militia shelled a school in Sarn, the governor said.", "militia", "accused"),
        ("Gunmen abducted two nurses near Tessa, the clinic said.", "Gunmen", "accused"),
        (
            "The junta arrested the opposition leader and banned his party, the union said.",
            "junta",
            "accused",
        ),
        ("Police tortured two students in a cell in Dorn, the lawyers said.", "Police", "accused"),
        ("Police detained and beat a reporter near the square, her editor said.", "Police", "accused"),
        ("The prosecutor accused police of shooting two students.", "police", "accused"),
        ("The mayor accused the court of jailing an innocent man.", "court", "accused"),
        ("Soldiers demolished two houses in the camp, residents said.", "Soldiers", "accused"),
        ("Police unlawfully detained nine miners, the union said.", "Police", "accused"),
        ("Police held nine miners without charge or trial, the union said.", "Police", "accused"),
        ("Police shot two students as they ran away, a teacher said.", "Police", "accused"),
    ],
)
def test_violence_and_a_word_of_blame_still_accuse(text, actor, level, read_text):
    assert (actor, level) in held(text, read_text)


def test_an_officer_is_known_by_the_rank_that_stood_with_the_name(read_text):
    text = (
        "Trooper Anna Brenn stopped the van near Dorn on Monday night. Brenn opened fire when the driver "
        "came at her with a knife, the mayor said."
    )
    assert not [actor for actor, _ in held(text, read_text) if "Brenn" in actor]
