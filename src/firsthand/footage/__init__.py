"""Media bytes -> Clip. Text-blind: it knows nothing of documents, and it detects and tracks nobody."""

from firsthand.footage.describe import READABLE, Described, describe
from firsthand.footage.hands import hands, shared
from firsthand.footage.match_words import turned_round
from firsthand.footage.sandbox import Limits
from firsthand.footage.sandbox_fingerprint import find_by
from firsthand.footage.seen_in import seen_among, seen_in
from firsthand.footage.shots_pictures import contact_sheet
from firsthand.footage.stills import stills
from firsthand.footage.sun import Shadow, SunAnswer, sun_over
from firsthand.footage.text_on_screen import reader, text_on_screen

__all__ = [
    "READABLE",
    "Described",
    "Limits",
    "Shadow",
    "SunAnswer",
    "contact_sheet",
    "describe",
    "find_by",
    "hands",
    "reader",
    "seen_among",
    "seen_in",
    "shared",
    "stills",
    "sun_over",
    "text_on_screen",
    "turned_round",
]
