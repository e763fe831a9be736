"""Files and archives that come in through the page: how far they are is told, and two people wait for no defect."""

from __future__ import annotations

import contextlib
import http.client
import io
import tarfile
import threading
import zipfile

import pytest

from firsthand.case import Case, verify
from firsthand.show.serve_command import Adding


@pytest.fixture
def case(tmp_path):
    with Case.create(tmp_path / "case", by="Ada", title="Sovna"):
        pass
    return tmp_path / "case"


def story(who: str) -> bytes:
    return f"Nine people were killed in Sovna on Monday, {who} said.".encode()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def put(served, name: str, data: bytes, by: str) -> tuple[int, str]:
    """An upload as a program makes it."""
    body = b"".join(
        f'--xx\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
        for field, value in {"csrf": served.keys.csrf, "by": by}.items()
    )
    ahead = f'--xx\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'.encode()
    ask = http.client.HTTPConnection("127.0.0.1", served.keys.port, timeout=120)
    ask.request("POST", "/add", body + ahead + data + b"\r\n--xx--\r\n", {
        "authorization": f"Bearer {served.keys.token}", "content-type": "multipart/form-data; boundary=xx",
        "origin": served.url,
    })  # fmt: skip
    with contextlib.closing(ask), ask.getresponse() as answer:
        return answer.status, answer.read().decode()


def test_archives_come_in_through_the_page_file_by_file(page, case, serve_case):
    server, served = serve_case(case, adding=Adding(case))
    page.goto(served.keys.address)
    files = {"a/mayor.txt": story("the mayor"), "../../doctor.txt": story("a doctor"), "style.css": b"p{}"}
    page.set_input_files("input[type=file]", [
        {"name": "export.zip", "mimeType": "application/zip", "buffer": zipped(files)},
        {"name": "more.tar.gz", "mimeType": "application/gzip", "buffer": tarred({"/etc/b.txt": story("a driver")})},
    ])  # fmt: skip
    page.fill("form.add input[name=by]", "Noor")
    page.click("form.add > button")
    page.wait_for_selector(".result", timeout=60_000)
    told = page.inner_text(".result")
    server.stop()
    assert "export.zip/a/mayor.txt" in told
    assert "export.zip/style.css" in told
    assert "left out" in told
    with Case(case) as opened:
        names = {original.name for original in opened.store.originals()}
        assert names == {"export.zip/a/mayor.txt", "export.zip/doctor.txt", "more.tar.gz/etc/b.txt"}
        assert verify(opened).unharmed
    assert {path.name for path in case.parent.iterdir()} == {"case"}, "nothing is left, nothing got out"


def test_two_people_add_at_once_and_both_are_served(case, serve_case):
    server, served = serve_case(case, adding=Adding(case))
    answers: dict[str, tuple[int, str]] = {}

    def one(who: str) -> None:
        files = {f"{who}-{n}.txt": story(f"{who} number {n}") for n in range(3)}
        answers[who] = put(served, f"{who}.zip", zipped(files), who)

    threads = [threading.Thread(target=one, args=(who,)) for who in ("Noor", "Ben", "Cleo")]
    for each in threads:
        each.start()
    for each in threads:
        each.join(120)
    server.stop()
    for who, (status, told) in answers.items():
        assert status == 200
        assert told.count(f"{who}.zip/{who}-") == 3
    with Case(case) as opened:
        made = [(original.actor, original.name.partition(".")[0]) for original in opened.store.originals()]
        assert sorted(made) == sorted([(who, who) for who in ("Noor", "Ben", "Cleo")] * 3)
        assert verify(opened).unharmed


WATCHING = """addEventListener('DOMContentLoaded', () => {
  const busy = document.querySelector('.busy');
  if (busy) new MutationObserver(() => console.log('busy: ' + busy.textContent)).observe(busy, { childList: true });
})"""


def test_the_page_tells_how_far_an_upload_is(page, case, serve_case):
    said: list[str] = []
    seen, uploads = threading.Event(), []

    def listen(message) -> None:
        said.append(message.text)
        if "doctor" in message.text:
            seen.set()

    def adding(_folder, names, _by, _said, told):
        told("mayor.txt")
        told("<b>doctor</b>.txt")
        uploads.extend(served.desk.uploads.values())
        assert seen.wait(30)
        return [{"name": name, "status": "added", "document": None} for name in names]

    server, served = serve_case(case, adding=adding)
    page.on("console", listen)
    page.add_init_script(WATCHING)
    page.goto(served.keys.address)
    page.set_input_files(
        "input[type=file]", [{"name": "a.zip", "mimeType": "x/y", "buffer": b"x" * 3_000_000}]
    )
    page.fill("form.add input[name=by]", "Noor")
    page.click("form.add > button")
    page.wait_for_selector(".result", timeout=60_000)
    assert "busy: Read so far: 2. The last: <b>doctor</b>.txt" in said
    (upload,) = uploads
    assert upload.received == upload.of > 3_000_000
    assert not served.desk.uploads
    server.stop()
