"""The words of the workbench: one file a language. A translation is another such file."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

LANGUAGE = "en"


class Texts:
    """The sentences of one language by name; what is put into them is escaped when the page is made."""

    def __init__(self, language: str) -> None:
        raw = files(__package__).joinpath(f"texts.{language}.toml").read_text(encoding="utf-8")
        self.language = language
        self.all = dict(_flat(tomllib.loads(raw)))

    def __call__(self, name: str, /, **said: object) -> str:
        """The sentence of a name, with what it speaks of. `n` chooses between one and many.

        Raises `KeyError` for a name that the file does not have: a test finds it.
        """
        chosen = f"{name}.one" if said.get("n") == 1 and f"{name}.one" in self.all else name
        chosen = chosen if chosen in self.all else f"{name}.many"
        sentence = self.all[chosen]
        if not said:
            return sentence
        if any(isinstance(each, Markup) for each in said.values()):
            return Markup(sentence).format(**{k: escape(v) for k, v in said.items()})  # noqa: S704
        return sentence.format(**said)

    def or_as_it_is(self, name: str, value: object) -> str:
        """The word for a value of the schema; the value itself where the file has none."""
        return self.all.get(f"{name}.{value}", str(value))


def _flat(table: dict[str, Any], ahead: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        found += _flat(value, f"{ahead}{key}.") if isinstance(value, dict) else [(f"{ahead}{key}", value)]
    return found


@cache
def texts() -> Texts:
    """The sentences of the language in use."""
    return Texts(LANGUAGE)
