"""Firsthand: who says so, how do they know, and how many first hands stand behind it."""

__version__ = "0.1.0"
