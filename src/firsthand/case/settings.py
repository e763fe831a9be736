"""`case.toml`: what the case is called, when it was made, its format, its settings."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from firsthand.schema import Value
from firsthand.schema.errors import Damaged, NotACase, UnknownOption

FORMAT = 1
"""The layout of a case folder. A folder of another format is refused, never guessed at."""
FILE = "case.toml"


class Settings(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person may change in `case.toml`, under [settings]."""

    wait_s: float = 30.0
    """How long a command waits, in seconds, while another one writes to the case."""


class About(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A case as its `case.toml` tells it."""

    name: str
    created: str
    """UTC, with milliseconds."""
    format: int
    settings: Settings = Settings()


def toml(about: About) -> bytes:
    """`case.toml` for a new case."""
    return (
        "# A Firsthand case. The settings may be changed by hand, nothing else.\n"
        f"name = {_quoted(about.name)}\n"
        f"created = {_quoted(about.created)}\n"
        f"format = {about.format}\n"
        "\n[settings]\n"
        f"wait_s = {about.settings.wait_s}  # seconds to wait while another command writes to the case\n"
    ).encode()


def _quoted(text: str) -> str:
    # JSON's strings are TOML's, save for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def about(folder: Path) -> About:
    """What the `case.toml` of a folder says. Raises `NotACase`, `Damaged`, or `UnknownOption`."""
    file = folder / FILE
    try:
        raw = msgspec.toml.decode(file.read_bytes(), type=dict[str, object])
    except (FileNotFoundError, NotADirectoryError):
        if (folder / "case.db").is_file() or (folder / "originals").is_dir():
            raise Damaged(
                f"{folder} has lost its {FILE}. Put the file back from a copy of the case; its originals and "
                "its database are kept."
            ) from None
        raise NotACase(
            f"{folder} is no case (it has no {FILE}). `firsthand new {folder}` makes one."
        ) from None
    except OSError as error:
        raise NotACase(f"{file} cannot be read ({error.strerror}). Ask for the right to read it.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotACase(f"{file} is no TOML ({error}). Put back the line that was changed.") from error
    if raw.get("format") != FORMAT:
        raise NotACase(
            f"{folder} is a case of format {raw.get('format')!r}; this version of Firsthand reads format "
            f"{FORMAT}. Use the version that wrote it."
        )
    try:
        return msgspec.convert(raw, About)
    except msgspec.ValidationError as error:
        raise UnknownOption(f"{file}: {error}. Known: name, created, format, [settings] wait_s.") from error
