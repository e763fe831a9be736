"""Feeds: one document an entry."""

from __future__ import annotations

import pytest

from firsthand.ingest import ingest
from firsthand.schema import Document, Hints, Unreadable

TEXT = "The last soldiers left the village on Monday, two residents of Orlivka said."
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>
<item><title>Soldiers leave</title><link>https://harbour.example/1</link><guid>1</guid>
<pubDate>Fri, 14 Mar 2031 10:00:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{TEXT}</p><p>No one was &amp; will be hurt.</p><script>x</script>]]></content:encoded></item>
<item><title>Bridge closed</title><guid>2</guid><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description></item>
<item><title>Soldiers leave</title><guid>1</guid>
<content:encoded><![CDATA[<p>{TEXT}</p><p>No one was &amp; will be hurt.</p>]]></content:encoded></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill Gazette</title><entry><title>Soldiers leave</title>
<id>a</id><published>2031-03-14T10:00:00Z</published><updated>2031-03-20T10:00:00Z</updated>
<author><name>Jane Roe</name></author><content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def read(data: str, name: str) -> list[Document | Unreadable]:
    return list(ingest(data.encode(), Hints(name=name)))


def test_the_entries_of_an_rss_feed_are_documents():
    first, second = read(RSS, "feed.rss")
    assert first.text == f"{TEXT}\n\nNo one was & will be hurt."
    assert (first.title, first.publisher, first.url) == (
        "Soldiers leave",
        "Harbour Post",
        "https://harbour.example/1",
    )
    assert first.published == "2031-03-14T10:00:00+02:00"
    assert second.published is None
    assert any("summary only" in notice for notice in second.notices)
    assert first.id != second.id


@pytest.mark.parametrize("name", ["feed.atom", "feed.xml", "-"])
def test_an_atom_feed_is_known_by_name_or_content(name):
    (document,) = read(ATOM, name)
    assert (document.author, document.publisher, document.published) == (
        "Jane Roe", "Hill Gazette", "2031-03-14T10:00:00Z",
    )  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        (
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><rss><channel><item>"
            "<title>&b;</title></item></channel></rss>"
        ),
        "<?xml version='1.0'?><rss><channel></channel></rss>",
        "<?xml version='1.0'?><rss><channel><item><title>Cut",
        "https://harbour.example/feed.xml",
    ],
)
def test_what_is_no_whole_feed_is_told_or_read_as_far_as_it_goes(data):
    assert len(read(data, "feed.rss")) == 1
