"""A hedge or a denial counts for what it stands with: not for a sentence that only holds it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Attempts to reach the owner of the mill on Monday were unsuccessful.", "certain+"),
        ("Attempts to reach the clinic by telephone failed.", "certain+"),
        ("Efforts to contact the driver on Sunday were unsuccessful.", "certain+"),
        ("In his rush to leave the valley, the general stands alone.", "certain+"),
        ("The shelling killed perhaps nine people.", "possible+"),
        ("Perhaps the rebels shelled the mill.", "possible+"),
        ("The rebels perhaps shelled the mill.", "possible+"),
        ("The plan to move the market to the pier was approved on Monday.", "certain+"),
        ("The brothers, who cannot be named because of their age, have pleaded not guilty.", "certain+"),
        ("It is not the first time that Pavel Orr has been arrested.", "certain+"),
        ("It was not the first time the mill had burned, the mayor said.", "certain+"),
        ("This is not the only time the bridge has been closed.", "certain+"),
        ('"Whatever happens to us, we are going to stand in the vote," she said.', "certain+"),
        ("She questioned why the letter had been leaked to the paper.", "unknown+"),
        ('"I\'m not positive that both were targeted," the sheriff said.', "unknown+"),
        ('"I am not sure that he was in the car," the driver said.', "unknown+"),
        ('"I\'m not certain the shells came from the ridge," the mayor said.', "unknown+"),
        ("It was nothing less than a massacre, the mayor said.", "certain+"),
        ("It will not be long before the bridge is rebuilt, the mayor said.", "certain+"),
        ("The mayor cannot deny that he took the money, the prosecutor said.", "certain+"),
        ("He said no fewer than nine men had died.", "certain+"),
        ("The driver has pleaded not guilty to the killing of two miners.", "certain+"),
    ],
)
def test_every_claim_of_the_sentence_is_so_sure(text, expected, read_text):
    assert {claim.certainty + claim.polarity for claim in read_text(text).claims} == {expected}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "The council approved a contract for the bridge, in what is perhaps the largest building plan in the valley's history.",
            "approved",
            "certain+",
        ),
        (
            "The ministry bought two ferries on Monday, in the first step of possibly the biggest order in years.",
            "bought",
            "certain+",
        ),
        (
            "The mayor said the firm had found potentially new and cheaper ways to clean the water.",
            "found",
            "certain+",
        ),
        ("He says that most fishing boats could outrun the patrol.", "outrun", "certain+"),
        ("The two sides signed a deal that may end the dispute.", "signed", "certain+"),
        (
            "The two leaders met in Tessa, perhaps the last place where they can speak freely.",
            "met",
            "certain+",
        ),
        ('"We will show the whole valley that the council broke the law," she said.', "", "certain+"),
        (
            '"We must not forget that the Hill Guard seized the port by force," the envoy said.',
            "",
            "certain+",
        ),
        ("As a young man he could lift two sacks of flour at once, his brother said.", "lift", "certain+"),
        ("The shells could have come from the ridge, the mayor said.", "ridge", "possible+"),
        ("The dam could break within days, the engineer said.", "break", "possible+"),
        ("The radar can detect drones at nine kilometres, the general said.", "detect", "certain+"),
        ("The decision to close the mill was taken in May, the firm said.", "decision", "certain+"),
        ("There is no justice here and the mayor is lying to win the vote, she said.", "lying", "certain+"),
        (
            '"There is no order in this town and the council is stealing from us," the baker said.',
            "stealing",
            "certain+",
        ),
        (
            "Maybe something went wrong in the mine and that is why the owners do not want anyone to look, he said.",
            "something went wrong",
            "possible+",
        ),
        ("There is no doubt that the militia burned the mill, the mayor said.", "burned", "certain+"),
        ("There is no question that the dam was badly built, the engineer said.", "built", "certain+"),
        (
            "The repeated accusations against Orvan of shelling villages are mere lies, the ministry said.",
            "accusations",
            "certain-",
        ),
        (
            "The allegations against Orvan of poisoning wells are pure falsehood, the envoy said.",
            "allegations",
            "certain-",
        ),
        ("The charges against the general are nothing but slander, his lawyer said.", "charges", "certain-"),
        ("The reports that the general fled are mere rumour, the palace said.", "fled", "certain-"),
        ("The claims against the firm are false, its chairman said.", "claims", "certain-"),
        (
            'The mayor "totally rejected" allegations that he took money from the firm.',
            "took money",
            "certain-",
        ),
        (
            "The general flatly rejected allegations that his men burned the mill.",
            "burned the mill",
            "certain-",
        ),
        ('She "utterly denied" claims that she had invented the illness.', "invented", "certain-"),
        ("Nobody but the mayor knew of the plan, the clerk said.", "knew", "certain+"),
        ("The miners could not have been happier, their union said.", "", "certain+"),
        ('"We did not only lose the mill, we lost the river," he said.', "lose the mill", "certain+"),
        (
            "The army did not shell the mill, and the rebels burned the clinic, the mayor said.",
            "shell the mill",
            "certain-",
        ),
        (
            "The army did not shell the mill, and the rebels burned the clinic, the mayor said.",
            "burned the clinic",
            "certain+",
        ),
        (
            "The rebels burned the clinic and did not spare the school, the mayor said.",
            "burned the clinic",
            "certain+",
        ),
    ],
)
def test_a_claim_is_as_sure_and_as_denied_as_its_own_words_say(text, words, expected, read_text):
    found = [(claim.text, claim.certainty + claim.polarity) for claim in read_text(text).claims]
    assert [sure for told, sure in found if words in told and sure == expected], found
