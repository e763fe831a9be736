"""The file of a gazetteer: its tables, and which names are worth keeping."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from math import sqrt
from pathlib import Path

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, feature TEXT NOT NULL, country TEXT,
  admin1 INTEGER, admin2 INTEGER, lat INTEGER NOT NULL, lon INTEGER NOT NULL,
  population INTEGER NOT NULL, radius_km INTEGER NOT NULL, note TEXT);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, alternate INTEGER NOT NULL,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE shape (place INTEGER PRIMARY KEY, outline BLOB NOT NULL);
CREATE TABLE demonym (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE imported (country TEXT NOT NULL, file TEXT NOT NULL, places INTEGER NOT NULL,
  PRIMARY KEY (country, file)) WITHOUT ROWID;
CREATE TABLE credit (source TEXT NOT NULL, version TEXT NOT NULL);
"""
"""`lat` and `lon` in hundred-thousandths of a degree, `admin1` and `admin2` ids of places."""

OWN_IDS = 100_000_000
"""Places that GeoNames gives no id, or whose id the sources do not tell, are numbered from here."""

# A capital letter of the Latin or Cyrillic script, or a letter of the Arabic one; then letters of one
# of the three.
_WRITABLE = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿА-ЯЀ-Џҋ-ӿؠ-ۿﭐ-﻿]"
    r"[\sA-Za-zÀ-ɏḀ-ỿЀ-ӿ̀-ͯ؀-ۿ\u200cﭐ-﻿'’ʻʼ‘`´.()-]*"
)


def harm(path: Path) -> str | None:
    """What is wrong with a gazetteer file; None where it can be read through."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            found = file.execute("PRAGMA quick_check(1)").fetchone()[0]
            file.execute("SELECT count(*) FROM imported").fetchone()
            file.execute("SELECT 1 FROM place JOIN name ON name.place = place.id LIMIT 1").fetchone()
    except sqlite3.Error as error:
        return f"damaged ({error}); move {path} away and import your lists again"
    return None if found == "ok" else f"damaged ({found}); move {path} away and import your lists again"


def writable_name(name: str) -> bool:
    """Whether a name could stand in a report: Latin, Cyrillic or Arabic script, capitalised, no airport
    code."""
    return bool(_WRITABLE.fullmatch(name)) and not (len(name) <= 3 and name.isupper() and name.isascii())


def city_radius_km(population: int) -> float:
    """Rough reach of a town from its centre: 2 km for a village, 11 km for a million, 30 km for ten
    million."""
    return 1.5 + 0.0095 * sqrt(population)
