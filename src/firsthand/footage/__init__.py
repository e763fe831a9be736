"""Media bytes -> Clip. Text-blind: it knows nothing of documents, and it detects and tracks nobody."""

from firsthand.footage.describe import READABLE, Described, describe
from firsthand.footage.sandbox import Limits

__all__ = ["READABLE", "Described", "Limits", "describe"]
