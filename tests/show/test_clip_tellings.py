"""What texts tell of one clip, held against each other, and against the day on which it was out."""

from __future__ import annotations

import pytest

from firsthand.schema import (
    Claim,
    ComparedClaim,
    Document,
    Findings,
    Place,
    Quantity,
    Reading,
    Region,
    Span,
    Time,
)
from firsthand.show.clip_alarms import alarms
from firsthand.show.clip_settings import Published, Told
from firsthand.show.clip_tellings import told_beside

TEXT = "Three vehicles came, about five lorries left near Kalin."


def told(name, **values):
    """A claim that tells of a clip, with its figures, times, places and regions."""
    names = {kind: tuple(each.id for each in given) for kind, given in values.items()}
    claim = Claim(
        id="c1", text="what it shows", anchors=(Span(0, 5),), chain=(), how_many=names.get("quantities", ()),
        when=names.get("times", ()), where=names.get("places", ()) + names.get("regions", ()),
        first_hand=False, certainty="unhedged", polarity="+", event=None,
    )  # fmt: skip
    document = Document(id=name, sha256="", text=TEXT)
    return Told(f"{name}.c1", claim, Reading(document=document, claims=(claim,), **values))


def figure(low, high, of="vehicles", kind="vehicles", approx=False):
    return (Quantity(id="q1", start=0, end=5, min=low, max=high, of=of, kind=kind, approx=approx),)


def day(first, last=None):
    return (
        Time(
            id="t1", start=0, end=5, type="DATE", value=None, edtf=None, earliest=first, latest=last or first
        ),
    )


def square(lon, lat):
    around = [[lon - 0.1, lat - 0.1], [lon + 0.1, lat - 0.1], [lon + 0.1, lat + 0.1], [lon - 0.1, lat - 0.1]]
    geometry = {"type": "Polygon", "coordinates": [around]}
    return (Region(id="r1", start=45, end=55, kind="near", geometry=geometry),)


def town(lon, lat):
    return (Place(id="p1", start=50, end=55, name="Kalin", lat=lat, lon=lon, radius_km=5.0),)


def raised(one, other, published=()):
    found = alarms("v1", [told("d1", **one), told("d2", **other)], Findings(documents=()), published)
    return [(alarm.field, alarm.a, alarm.b) for alarm in found]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (figure(3, 3), figure(5, 5), True),
        (figure(3, 3), figure(3, 3), False),
        (figure(3, 3), figure(3, None), False),
        (figure(None, 2), figure(5, 5), True),
        (figure(5, 5, approx=True), figure(6, 6), False),
        (figure(3, 3), figure(5, 5, of="soldiers", kind="people"), False),
        (figure(3, 3, of="tanks"), figure(5, 5, of="lorries"), False),
        (figure(3, 3, of="armoured vehicles"), figure(5, 5, of="Vehicle"), True),
        (figure(6, 6, of="soldiers", kind="killed"), figure(0, 0, of=None, kind="killed"), True),
        (figure(3, 3, of="km", kind="distance"), figure(5, 5, of="km", kind="distance"), False),
    ],
)
def test_two_counts_of_the_same_things_that_cannot_both_be_right_are_raised(one, other, apart):
    found = raised({"quantities": one}, {"quantities": other})
    assert found == ([("quantity", "d1.c1", "d2.c1")] if apart else [])
    assert bool(raised({"quantities": other}, {"quantities": one})) == apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"places": town(34.5, 49.6)}, {"places": town(36.2, 50.0)}, True),
        ({"places": town(34.5, 49.6)}, {"places": town(34.9, 49.6)}, False),
        ({"regions": square(34.5, 49.6)}, {"places": town(36.2, 50.0)}, True),
        ({"regions": square(34.5, 49.6)}, {"regions": square(34.6, 49.6)}, False),
    ],
)
def test_places_and_regions_that_lie_far_apart_are_raised(one, other, apart):
    assert raised(one, other) == ([("place", "d1.c1", "d2.c1")] if apart else [])


def test_what_was_out_before_the_day_that_a_text_tells_of_is_raised():
    published = [Published("2031-03-10", "v2", "v2 was published")]
    late, near = {"times": day("2031-03-14")}, {"times": day("2031-03-11T04:00")}
    assert raised(late, {}, published) == [("publication", "d1.c1", "v2")]
    assert raised(near, {}, published) == []
    assert raised({"times": day("2031-02-01", "2031-04-01")}, {}, published) == []
    assert raised({}, {}, published) == []
    itself = [Published("2031-03-10", "d1", "d1 was published")]
    assert raised(late, {}, itself) == []


def test_each_alarm_says_what_it_asks():
    (late,) = alarms(
        "v1", [told("d1", times=day("2031-03-14"))], Findings(documents=()),
        [Published("2031-03-10", "v2", "v2 was published")],
    )  # fmt: skip
    assert late.headline == "Published before it happened?"
    assert late.because[0].note == "v2 was published on 2031-03-10, and d1 tells of 2031-03-14"
    found = alarms(
        "v1",
        [told("d1", quantities=figure(3, 3)), told("d2", quantities=figure(5, 5))],
        Findings(documents=()),
    )
    assert found[0].headline == "Same footage, told differently:"


def test_of_two_texts_about_a_clip_it_is_told_what_both_tell_and_what_only_one_tells():
    alone = [told("d1")]
    assert told_beside(alone, Findings(documents=())) == {}
    three = [told("d1"), told("d2"), told("d3")]
    grouped = Findings(
        documents=(),
        claims=tuple(
            ComparedClaim(
                id=f"{name}.c1", document=name, anchors=(), text="", chain=(), certainty="unhedged", polarity="+",
                group=group,
            )
            for name, group in (("d1", "g1"), ("d2", "g1"), ("d3", "g2"))
        ),
    )  # fmt: skip
    said = {name: [b.note for b in reasons] for name, reasons in told_beside(three, grouped).items()}
    assert said["d1.c1"] == [
        "d2.c1 tells the same",
        "not found in d3: left out there, or told in other words",
    ]
    assert said["d3.c1"] == ["not found in d1, d2: left out there, or told in other words"]
