"""Telegram Desktop exports: one document a message."""

from __future__ import annotations

import json

from firsthand.ingest import ingest
from firsthand.schema import Document, Hints, Unreadable

TEXT = "The last soldiers left the village on Monday, two residents of Orlivka said."
EXPORT = {
    "name": "Harbour Post", "type": "public_channel", "id": 42,
    "messages": [
        {"id": 1, "type": "service", "date": "2031-03-13T10:00:00", "action": "create_channel"},
        {"id": 2, "type": "message", "date": "2031-03-14T10:00:00", "date_unixtime": "1931241600", "from": "Harbour Post",
         "text": ["The last ", {"type": "bold", "text": "soldiers"}, " left the village on Monday, residents said."]},
        {"id": 3, "type": "message", "date": "2031-03-14T11:00:00", "from": "Harbour Post", "forwarded_from": "Hill Gazette",
         "text": TEXT},
        {"id": 4, "type": "message", "date": "2031-03-14T12:00:00", "photo": "a.jpg", "text": ""},
    ],
}  # fmt: skip
PAGE = f"""<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold"> Harbour Post </div></div></div>
<div class="history">
<div class="message service" id="message-1"><div class="body details">14 March 2031</div></div>
<div class="message default clearfix" id="message2"><div class="body">
<div class="pull_right date details" title="14.03.2031 10:00:00 UTC+02:00">10:00</div>
<div class="from_name">Harbour Post</div><div class="text">{TEXT}<br><br>No one was hurt.</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
<div class="pull_right date details" title="14.03.2031 11:00:00 UTC+02:00">11:00</div>
<div class="forwarded body"><div class="from_name">Hill Gazette</div><div class="text">{TEXT}</div></div></div></div>
<div class="message default clearfix" id="message4"><div class="body"><div class="media_wrap"></div></div></div>
</div></div></body></html>"""


def read(data: str, name: str) -> list[Document | Unreadable]:
    return list(ingest(data.encode(), Hints(name=name)))


def test_the_messages_of_result_json_are_documents():
    first, second, silent = read(json.dumps(EXPORT), "result.json")
    assert first.text == "The last soldiers left the village on Monday, residents said."
    assert (first.id, first.publisher, first.published) == (
        "42/2",
        "Harbour Post",
        "2031-03-14T08:00:00+00:00",
    )
    assert "Forwarded from Hill Gazette." in second.notices
    assert second.published == "2031-03-14T11:00:00"
    assert "1 messages without text" in silent.why


def test_the_chats_of_a_whole_account_are_read():
    whole = {"chats": {"list": [EXPORT, {**EXPORT, "id": 43}]}}
    assert [d.id for d in read(json.dumps(whole), "result.json") if isinstance(d, Document)] == [
        "42/2", "42/3", "43/2", "43/3",
    ]  # fmt: skip


def test_the_messages_of_messages_html_are_documents():
    first, second = read(PAGE, "messages.html")
    assert first.text == f"{TEXT}\n\nNo one was hurt."
    assert (first.publisher, first.published) == ("Harbour Post", "2031-03-14T10:00:00+02:00")
    assert "Forwarded from Hill Gazette." in second.notices


def test_a_json_file_of_documents_is_read_like_their_lines():
    assert [
        d.id for d in read(json.dumps([{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}]), "a.json")
    ] == ["a", "b"]
    (item,) = read('{"some": "thing"}', "a.json")
    assert isinstance(item, Unreadable)
