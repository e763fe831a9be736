"""Web pages: the article, and what the page says of itself."""

from __future__ import annotations

import json

import pytest

from firsthand.ingest import ingest
from firsthand.schema import Document, Hints, Unreadable

STORY = [
    "The last soldiers left the village on Monday, two residents of Orlivka said. No one was hurt.",
    "The bridge over the river was closed to all traffic until the engineers had looked at its pillars.",
    "The mayor thanked the engineers, who had worked through the night, and promised to open the school on Wednesday.",
]
LINKED = json.dumps(
    {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {
        "@type": "NewsArticle", "headline": "Soldiers leave Orlivka", "datePublished": "2031-03-14T10:00:00+02:00",
        "author": [{"@type": "Person", "name": "Jane Roe"}], "publisher": {"name": "Harbour Post"}}]}
)  # fmt: skip


def page(head: str = "", body: str | None = None) -> bytes:
    story = "".join(f"<p>{p}</p>" for p in STORY)
    body = body or (
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<article><h1>Soldiers leave Orlivka</h1>{story}</article>"
        "<aside><h3>Most Read</h3><a href='/a'>Mayor resigns</a></aside>"
        "<footer>© 2031 Harbour Post. All rights reserved. <a href='/p'>Privacy</a></footer>"
        "<script>var x = 'soldiers';</script>"
    )
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def read(data: bytes, name: str = "story.html", **said: str) -> Document:
    (document,) = ingest(data, Hints(name=name, **said))
    assert isinstance(document, Document), str(document)
    return document


def test_the_article_is_read_and_the_page_around_it_is_not():
    document = read(page())
    paragraphs = [span.words(document.text) for span in document.paragraphs]
    assert paragraphs[-3:] == STORY
    assert "Most Read" not in document.text
    assert "var x" not in document.text


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="og:title" content="Soldiers &amp; mayor">', "title", "Soldiers & mayor"),
        ("<title>Soldiers leave | Harbour Post</title>", "title", "Soldiers leave | Harbour Post"),
        ('<meta name="author" content="Jane Roe">', "author", "Jane Roe"),
        ('<meta content="Harbour Post" property="og:site_name">', "publisher", "Harbour Post"),
        (
            '<meta property="article:published_time" content="2031-03-14T10:00:00Z">',
            "published",
            "2031-03-14T10:00:00Z",
        ),
        ("<meta name='date' content='14 March 2031'>", "published", "2031-03-14"),
        ('<link rel="canonical" href="https://harbour.example/a">', "url", "https://harbour.example/a"),
        ('<link rel=canonical href="https://harbour.example/2031/03/14/a">', "published", "2031-03-14"),
        (f'<script type="application/ld+json">{LINKED}</script>', "published", "2031-03-14T10:00:00+02:00"),
        (f'<script type="application/ld+json">{LINKED}</script>', "publisher", "Harbour Post"),
        (f'<script type="application/ld+json">{LINKED}</script>', "author", "Jane Roe"),
    ],
)
def test_what_the_page_says_of_itself_is_kept_with_the_place_that_says_it(head, field, value):
    document = read(page(head))
    assert getattr(document, field) == value
    assert [b.note for b in document.because if b.rule == f"ingest.{field}"]


def test_a_date_in_the_text_is_never_the_date_of_publication():
    body = (
        f"<article><p>Updated 14 March 2031</p><p>{STORY[0]}</p><p>On 12 March 2031, {STORY[1]}</p></article>"
    )
    assert read(page(body=body)).published is None


def test_several_times_of_other_stories_give_no_date():
    times = "<time datetime='2031-03-14'>1</time><time datetime='2031-03-12'>2</time>"
    assert read(page(body=f"<article>{times}<p>{STORY[0]}</p><p>{STORY[1]}</p></article>")).published is None


def test_what_the_user_says_wins_over_the_page():
    document = read(
        page('<meta property="article:published_time" content="2031-03-14">'), published="2031-03-15"
    )
    assert document.published == "2031-03-15"
    assert [b.note for b in document.because if b.rule == "ingest.published"] == ["given by the user"]


def test_a_page_says_its_own_encoding():
    text = (
        "<html><head><meta charset='windows-1252'></head><body><p>"
        + "The café in Orlivka – “Zoë’s” – closed. " * 9
    )
    document = read(text.encode("cp1252"))
    assert "“Zoë’s”" in document.text
    assert not [n for n in document.notices if "guess" in n]


def test_a_page_without_an_article_is_read_whole_and_says_so():
    document = read(b"<html><body><div>Soldiers leave Orlivka</div></body></html>")
    assert document.text == "Soldiers leave Orlivka"
    assert any("No article stands out" in notice for notice in document.notices)


def test_a_page_that_a_script_fills_in_cannot_be_read():
    (item,) = ingest(
        b"<html><body><div id=root></div><script>load()</script></body></html>", Hints(name="a.html")
    )
    assert isinstance(item, Unreadable)
    assert "without text" in item.why


def test_a_page_named_in_no_way_is_known_by_what_it_begins_with():
    assert read(page(), "-").media_type == "text/html"
