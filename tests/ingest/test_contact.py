"""Whom to call, write to or follow is set aside, and said so; what somebody tells stays."""

from __future__ import annotations

import pytest

from firsthand.ingest import text_document
from firsthand.schema import Hints

STORY = "Two shells fell near the market in Orlivka on Monday, the mayor said."
MORE = "A schoolgirl was hit by a bus on Mill Road on Friday, the fire brigade said."


def set_aside(text: str) -> list[str]:
    document = text_document(text, Hints(name="story.txt"), language="en")
    for span in document.furniture:
        assert any(span in because.anchors for because in document.because)
    return [span.words(text) for span in document.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Anyone with information is asked to call the Orlivka police at 555-0142.",
        "Anyone with information is asked to call the Orlivka police.",
        "Anyone who saw the car is urged to contact Detective Omar Moro on 01632 960 145.",
        (
            "Anyone with tips can call Crime Line at 1-800-555-0199 or write to tips@post.example. "
            "Callers may stay anonymous."
        ),
        "If you have any information, please contact Detective Gale of the Sulmar police, 555-0118.",
        "Witnesses are asked to come forward and call the station on 555-0142, quoting reference 118.",
        "Those with information should call Crime Stoppers at 555-TIPS.",
        "Jane Roe may be contacted via e-mail at jroe@post.example.",
        "Jane Roe can be reached at 555-0142.",
        "Contact Jane Roe at 555-0142 or jroe@post.example.",
        "Call 555-0142.",
        "E-mail: jroe@post.example",
        "jroe@post.example",
        "Follow Jane Roe on Twitter: @janeroe",
        "Follow her on Facebook.",
        "Follow us on Facebook and Twitter for more news.",
        "Jane Roe covers courts for Harbour Post. Reach her at jroe@post.example or on Twitter @janeroe.",
        "Tips can be left anonymously at 555-0142 or at tips.example.",
        "For more information, visit www.post.example or call 555-0142.",
        "Send your letters to letters@post.example.",
        "The Hill News Agency contributed to this report.",
    ],
)
def test_a_line_for_the_reader_is_set_aside_alone_and_at_the_end(line):
    assert set_aside(f"{STORY}\n\n{line}\n\n{MORE}") == [line]
    assert set_aside(f"{STORY}\n\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Anyone with information was beaten, two residents said, and the police asked nobody to call.",
        "Police have asked anyone with information to come forward, and two women did so, Moro said.",
        "He told the court that she asked him to call 555-0142, the number of the clinic.",
        "Moro may be contacted by the court next week, his lawyer said.",
        "The village can be reached by boat only.",
        "The ministry said on Twitter that its soldiers had left Orlivka.",
        "Anyone who saw the rebels was shot, said Ilse Brandt, a nurse.",
        "The police published a number, 555-0142, for anyone with information about the killing.",
        "People who saw the strike should call it a crime.",
        "Call logs from 555-0142 were read out in court.",
        "Contact with the crew of the ship was lost on Monday.",
        "Follow the money, the judge wrote on Twitter.",
        "Anyone with information is asked to call 555-0142. Two guards shot Omar Moro on Friday, police said.",
        "“Anyone with information is asked to call 555-0142,” the rebels' poster said.",
        "Emails to moro@post.example were leaked by the rebels.",
        "Texts sent on 2031-03-14 told of the raid.",
        "For more information, two women were held for nine days.",
        "Send it to orders@brigade.example before the shelling begins, with the map.",
    ],
)
def test_what_somebody_tells_of_calls_and_addresses_stays(line):
    assert set_aside(f"{STORY}\n\n{line}\n\n{MORE}") == []
    assert set_aside(f"{STORY} {line}") == []


def test_such_a_line_run_into_the_end_of_a_text_is_cut_off_and_the_rest_stays():
    line = "Anyone with information is asked to call Detective Gale at 555-0142. Callers may stay anonymous."
    text = f"{STORY} {MORE} {line}"
    document = text_document(text, Hints(name="story.txt"), language="en")
    assert set_aside(text) == [line]
    assert [span.words(text) for span in document.paragraphs] == [f"{STORY} {MORE}"]


def test_a_text_of_nothing_else_stays_whole():
    assert set_aside("Anyone with information is asked to call the Orlivka police at 555-0142.") == []
