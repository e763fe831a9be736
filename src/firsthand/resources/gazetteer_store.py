"""The file of a gazetteer: its tables, and which names are worth keeping."""

from __future__ import annotations

import re
from math import sqrt

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, feature TEXT NOT NULL, country TEXT,
  admin1 INTEGER, admin2 INTEGER, lat INTEGER NOT NULL, lon INTEGER NOT NULL,
  population INTEGER NOT NULL, radius_km INTEGER NOT NULL, note TEXT);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, alternate INTEGER NOT NULL,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE shape (place INTEGER PRIMARY KEY, wkb BLOB NOT NULL);
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


def writable_name(name: str) -> bool:
    """Whether a name could stand in a report: Latin, Cyrillic or Arabic script, capitalised, no airport
    code."""
    return bool(_WRITABLE.fullmatch(name)) and not (len(name) <= 3 and name.isupper() and name.isascii())


def city_radius_km(population: int) -> float:
    """Rough reach of a town from its centre: 2 km for a village, 11 km for a million, 30 km for ten
    million."""
    return 1.5 + 0.0095 * sqrt(population)
