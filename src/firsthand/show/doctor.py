"""What is installed, which models and gazetteer are used, what is missing and the command that brings it."""

from __future__ import annotations

import platform
import sqlite3
from importlib import metadata
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from firsthand import __version__
from firsthand.resources.inventory import Resource, inventory


def examine() -> dict[str, Any]:
    """Every part with what was found of it: `{"firsthand", "python", "parts": [{"name", "ok", ...}]}`."""
    return {
        "firsthand": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "platform": platform.platform(),
        "parts": [part(resource) for resource in inventory()],
    }


def part(resource: Resource) -> dict[str, Any]:
    """One instrument: whether it is there and unharmed, and if not, what brings it."""
    problem = _problem(resource)
    return {
        "name": resource.name,
        "version": _version(resource),
        "ok": problem is None,
        "needed": resource.needed,
        "what_for": resource.what_for,
        "licence": resource.licence,
        "problem": problem,
        "get_it": None if problem is None else resource.get_it,
    }


def _version(resource: Resource) -> str | None:
    if resource.command is not None:
        return _said_by(resource.command)
    if resource.package is None:
        return resource.version
    try:
        return metadata.version(resource.package)
    except metadata.PackageNotFoundError:
        return None


def _said_by(command: str) -> str | None:
    """Version and languages of the program that reads text on screen; null where it is not installed."""
    from firsthand.footage import reader

    found = reader() if command == "tesseract" else None
    return found.name.removeprefix("tesseract ") if found and found.command else None


def _problem(resource: Resource) -> str | None:
    if resource.command is not None and _version(resource) is None:
        return "not installed"
    if resource.package is not None and _version(resource) is None:
        return "not installed"
    return resource.damage()


def show(found: dict[str, Any], console: Console) -> None:
    """The same for a person: what is there first, what is missing with its command below."""
    console.print(f"firsthand {found['firsthand']}, Python {found['python']}, SQLite {found['sqlite']}")
    table = Table.grid(padding=(0, 2))
    for each in found["parts"]:
        state = (
            Text("ok", style="green")
            if each["ok"]
            else Text("missing", style="red" if each["needed"] else "yellow")
        )
        table.add_row(
            state,
            Text(f"{each['name']} {each['version'] or ''}".strip()),
            Text(each["what_for"], style="dim"),
        )
    console.print(table)
    for each in found["parts"]:
        if not each["ok"]:
            console.print(f"{each['name']}: {each['problem']}. {each['get_it'] or ''}".strip())
    if all(each["ok"] or not each["needed"] for each in found["parts"]):
        console.print("What articles cannot be read without is here.", style="green")
