"""What a page says of itself: title, author, publisher, date and address. Nothing is taken from its text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from firsthand.ingest.published import iso

Page = dict[str, tuple[str, str]]
"""Field -> (what the page says, and where it says it)."""

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "published": (
        *("article:published_time", "article:published", "og:article:published_time", "datepublished"),
        *("date", "pubdate", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "publishdate"),
        *("publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "article.published"),
        *("published_at", "publication_date", "cxenseparse:recs:publishtime"),
    ),
    "url": ("og:url", "twitter:url"),
}
_TAG = re.compile(
    r"<(meta|link|time)\b((?:[^<>\"']++|\"[^\"]{0,5000}+\"|'[^']{0,5000}+'){0,60}+)>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"([A-Za-z][\w:.-]{0,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")
_JSON_LD = re.compile(r"<script[^<>]{0,300}application/ld\+json[^<>]{0,300}>", re.IGNORECASE)
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,1000})</title", re.IGNORECASE)
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:/|-|$)")
_PUBLISHED_TIME = re.compile(r"publish|pubdate|entry-date|post-date|dateline|timestamp", re.IGNORECASE)
_ARTICLES = re.compile(r"Article|Posting|Report", re.IGNORECASE)

MAX_HEAD = 1_000_000
"""Characters of a page in which its metadata are looked for."""


def page_says(text: str) -> Page:
    """Title, author, publisher, date and address, each with the place in the page that states it.

    The date is one that the page states for a machine, in its metadata or its address; a date that stands
    in the text is never taken, since it may be that of an event or of another story.
    """
    text = text[:MAX_HEAD]
    says: Page = {}
    tags = list(_tags(text))
    for fields in (_from_json_ld(text), _from_meta(tags), _from_elements(text, tags)):
        for field, value in fields.items():
            if field != "published" or iso(value[0]):
                says.setdefault(field, value)
    address = says.get("url", ("", ""))[0]
    if "published" not in says and (day := _ADDRESS_DAY.search(address)):
        year, month, date = day.groups()
        says["published"] = (f"{year}-{int(month):02}-{int(date):02}", "the date in the page's address")
    return says


def _tags(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for match in _TAG.finditer(text):
        pairs = ((a[1].lower(), a[2] or a[3] or a[4] or "") for a in _ATTRIBUTE.finditer(match[2][:10_000]))
        yield match[1].lower(), {key: " ".join(unescape(value).split()) for key, value in pairs}


def _from_meta(tags: list[tuple[str, dict[str, str]]]) -> Page:
    stated: dict[str, str] = {}
    for tag, attributes in tags:
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if tag == "meta" and key and attributes.get("content"):
            stated.setdefault(key.lower(), attributes["content"])
    says: Page = {}
    for field, keys in _META.items():
        key = next((key for key in keys if _fits(field, stated.get(key, ""))), None)
        if key:
            says[field] = (stated[key], f"the page's metadata ({key})")
    return says


def _fits(field: str, value: str) -> bool:
    if field == "published":
        return iso(value) is not None
    return bool(value) and (field == "url" or not value.startswith(("http:", "https:")))


def _from_elements(text: str, tags: list[tuple[str, dict[str, str]]]) -> Page:
    says: Page = {}
    for tag, attributes in tags:
        if tag == "link" and attributes.get("rel", "").lower() == "canonical" and attributes.get("href"):
            says.setdefault("url", (attributes["href"], "the page's canonical link"))
    if match := _TITLE.search(text):
        title = " ".join(unescape(match[1]).split())
        if title:
            says["title"] = (title, "the page's <title>")
    times = [attributes for tag, attributes in tags if tag == "time" and iso(attributes.get("datetime", ""))]
    marked = [
        t for t in times if "pubdate" in t or _PUBLISHED_TIME.search(f"{t.get('class')} {t.get('itemprop')}")
    ]
    days = {t["datetime"] for t in marked} or {t["datetime"] for t in times}
    if len(days) == 1:
        says["published"] = (
            days.pop(),
            "the page's only <time> element" if not marked else "the page's <time> element",
        )
    return says


def _from_json_ld(text: str) -> Page:
    """The first article that the page's linked data describe."""
    for opened in _JSON_LD.finditer(text):
        end = text.find("</script", opened.end())
        if end < 0:
            break
        try:
            parts = _parts(json.loads(text[opened.end() : end], strict=False))
        except (ValueError, RecursionError):
            continue
        article = next((p for p in parts if _ARTICLES.search(str(p.get("@type", "")))), None)
        if article:
            return _of_article(article)
    return {}


def _parts(value: Any, depth: int = 0) -> list[dict[str, Any]]:
    if depth > 4:
        return []
    if isinstance(value, list):
        return [part for item in value[:100] for part in _parts(item, depth + 1)]
    return [value, *_parts(value.get("@graph"), depth + 1)] if isinstance(value, dict) else []


def _of_article(article: dict[str, Any]) -> Page:
    wanted = {
        "title": article.get("headline"),
        "author": _names(article.get("author")),
        "publisher": _names(article.get("publisher")),
        "published": article.get("datePublished"),
        "url": article.get("url"),
    }
    return {
        field: (" ".join(unescape(value).split()), "the page's metadata (JSON-LD)")
        for field, value in wanted.items()
        if isinstance(value, str) and value.strip() and (field != "author" or not value.startswith("http"))
    }


def _names(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(name for item in value[:10] if (name := _names(item))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
