"""What is no count of people, whose losses stay whose, and who counts one."""

import pytest


def losses(reading):
    return [(one.kind, one.low, one.best, one.high) for event in reading.events for one in event.casualties]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Selma, a mother of four, fled over the river.", []),
        ("The father of three was wounded in the arm.", []),
        ("A widow and mother of five girls was shot dead.", ["killed"]),
        ("The mother of two soldiers was killed.", ["people"]),
        ("Three people were hurt. We hid until about eight and left by nine.", ["wounded"]),
        ("Nine people died. It went on from six till ten.", ["killed"]),
        ("Nine people died. The number rose by two.", ["killed", "killed"]),
        ("Fighters carried out three raids.", ["other"]),
        ("Raiders burned four hamlets and hurt two herders.", ["other", "wounded"]),
    ],
)
def test_children_hours_and_things_are_no_count_of_people(read_text, sentence, kinds):
    assert [quantity.kind for quantity in read_text(sentence).quantities] == kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raiders burned two villages.", []),
        ("The rebels released two hostages on Monday.", []),
        (
            "The office counted 26 deaths in January, while the number in February was 19.",
            [("killed", 26, 26, 26)],
        ),
        (
            "On Monday two farmers were killed and on Tuesday three teachers were killed.",
            [("killed", 2, 2, 2), ("killed", 3, 3, 3)],
        ),
        ("Fourteen people were wounded. Two of the wounded are in a coma.", [("wounded", 14, 14, 14)]),
        ("Rescuers found three bodies, bringing the toll to 12.", [("killed", 12, 12, 12)]),
        ("The raid led to the martyrdom of three policemen.", [("killed", 3, 3, 3)]),
        ("The brigade lost up to 40 fighters near the mill.", [("casualties", None, None, 40)]),
        (
            "The army killed ten rebels; the rebels said they lost two men.",
            [("killed", 10, 10, 10), ("casualties", 2, 2, 2)],
        ),
        ("Mira Tolen was killed by the blast.", [("killed", 1, 1, 1)]),
        ("Five people died. Mira Tolen was killed in her car.", [("killed", 5, 5, 5)]),
        ("A man, his wife and their three children died.", [("killed", 5, 5, 5)]),
    ],
)
def test_a_loss_holds_its_own_people_and_no_others(read_text, text, expected):
    assert losses(read_text(text)) == expected
