"""Doctors by their title, and doctors and medics of whom a document tells no more than where they are."""

from __future__ import annotations

import re

import msgspec

from firsthand.corroborate.names.described import HEAD_ENDS, Described

TREATS = re.compile(
    r"\b(?:clinics?|hospitals?|patients?|wards?|surgery|operated|operating|treated|wounds?|infirmary|morgue|"
    r"laboratory|breath\w*|bleeding|stretchers?|bandage\w*|dressings?)\b",
    re.IGNORECASE,
)
"""By these words a text with a doctor in it speaks of medicine, not of learning."""
TITLES = ("Dr", "Doctor", "Nurse")
MEDICAL = r"(?:doctor|medic|nurse|surgeon|physician|paramedic)"
ANY_DOCTOR = re.compile(rf"(?:an?|one|the)\s+(?:[a-z]+\s+)?{MEDICAL}\s*$", re.IGNORECASE)
ANY_MEDIC = re.compile(r"(?:an?|one|the)\s+(?:[a-z]+\s+)?medic\b", re.IGNORECASE)


def named_doctor(voice: Described, text: str) -> Described | None:
    """A doctor or nurse by title, without a house told: of some hospital, one of many who each know."""
    if not voice.person or voice.body is not None or not any(title in text for title in TITLES):
        return None
    names = r"(?:[A-Z][\w’'-]+\s+){0,2}" if len(voice.person) > 1 else ""
    title = re.compile(rf"\b(?:Dr\.?|Doctor|Nurse)\s+{names}{re.escape(voice.person[-1])}\b")
    if title.search(text) is None or TREATS.search(text) is None:
        return None
    return msgspec.structs.replace(voice, body="hospital", speaks="each", side="apart")


def any_doctor(voice: Described) -> bool:
    """Whether somebody is told by no more than where: "a doctor in besieged Orlen" may be any there."""
    if voice.body not in ("hospital", "ambulance") or voice.person:
        return False
    return ANY_DOCTOR.fullmatch(HEAD_ENDS.split(voice.phrase)[0]) is not None


def any_medic(voice: Described) -> bool:
    """Whether nothing but "a medic" is told of somebody: a doctor may be called so."""
    return not voice.person and ANY_MEDIC.match(voice.phrase) is not None
