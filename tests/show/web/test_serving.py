"""`firsthand serve` as it is started, and files that are added through the page."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from firsthand.case import Case
from firsthand.show.serve_command import Adding


def test_the_command_prints_an_address_that_opens_the_case_and_stops_when_asked(tmp_path):
    with Case.create(tmp_path / "case", by="Ada", title="The bridge"):
        pass
    command = [sys.executable, "-m", "firsthand", "serve", str(tmp_path / "case"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        try:
            said = "".join(iter(started.stdout.readline, "Stop with Ctrl-C.\n"))
            url, key = re.search(r"(http://127\.0\.0\.1:\d+)/\?token=(\S+)", said).groups()
            asked = urllib.request.Request(f"{url}/api/case", headers={"Authorization": f"Bearer {key}"})
            with urllib.request.urlopen(asked, timeout=30) as answer:
                assert b'"title":"The bridge"' in answer.read()
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(f"{url}/api/case", timeout=30)
            assert refused.value.code == 401
            refused.value.close()
        finally:
            started.send_signal(signal.SIGINT)
            _, errors = started.communicate(timeout=30)
    assert "Traceback" not in errors


def test_what_is_dropped_on_the_page_is_read_into_the_case(page, tmp_path, serve_case):
    path = tmp_path / "case"
    with Case.create(path, by="Ada"):
        pass
    server, served = serve_case(path, adding=Adding(path))
    page.set_default_timeout(120_000)
    page.goto(served.keys.address)
    text = b"The mayor said on Monday that four people were killed in the shelling of Sovna."
    files = [
        {"name": "mayor.txt", "mimeType": "text/plain", "buffer": text},
        {"name": "broken.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 nothing"},
    ]
    page.set_input_files("input[type=file]", files)
    page.fill("input[name=publisher]", "Harbour Post")
    page.fill("input[name=published]", "2031-03-14")
    page.fill("form.add input[name=by]", "Noor")
    page.click("form.add > button")
    page.wait_for_selector(".result")
    rows = page.locator(".result tbody tr").all_inner_texts()
    assert "added" in rows[0]
    assert "could not be read" in rows[1]
    page.click(".result a")
    assert "Harbour Post, 2031-03-14" in page.locator("article").inner_text()
    assert "four people were killed" in page.locator("a.c1").first.inner_text()
    with Case(path) as case:
        assert {original.name for original in case.store.originals()} == {"mayor.txt", "broken.pdf"}
        assert {original.actor for original in case.store.originals()} == {"Noor"}
    server.stop()


def test_a_reader_that_fails_is_told(tmp_path):
    shutil.copy(__file__, tmp_path / "a.txt")
    (made,) = Adding(tmp_path / "no-case")(tmp_path, ["a.txt"], "Ada", {})
    assert made["status"] == "unreadable"
    assert made["why"]
