"""What can go wrong, for callers of the library.

FirsthandError
├── UnknownOption      a setting, identifier or format that does not exist
├── MissingInstrument  a model, gazetteer or decoder is not installed
└── CaseError          a case folder cannot be used
    ├── NotACase       the folder holds no case, or one of another version
    ├── CaseBusy       another process is writing
    ├── DecidedSince   somebody decided the same after the user last looked
    ├── CannotWrite    no permission, or the disk is full; what was said to be done is safe
    └── Damaged        originals or log do not match what the case says (exit status 3)

A document that cannot be read is no error but a value: `Unreadable`. Each message says what, where, and
what to do next.
"""

from __future__ import annotations


class FirsthandError(Exception):
    """Anything that Firsthand itself reports. Its text is meant for the user."""


class UnknownOption(FirsthandError):
    """A setting, identifier or format that does not exist."""


class MissingInstrument(FirsthandError):
    """A model, gazetteer or decoder that is not installed; the text names the command that brings it."""


class CaseError(FirsthandError):
    """A case folder cannot be used."""


class NotACase(CaseError):
    """The folder holds no case, or one written by another version."""


class CaseBusy(CaseError):
    """Another process is writing to the case."""


class DecidedSince(CaseError):
    """Somebody decided the same after the user last looked. Nothing was recorded."""


class CannotWrite(CaseError):
    """No permission, or the disk is full. What was said to be done is safe."""


class Damaged(CaseError):
    """Originals or log do not match what the case says."""
