"""What is handed to the browser was built from the sources that stand beside it, and is light."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

from firsthand.show.web.islands import modules

ROOT = Path(__file__).parents[3]
BUILT = ROOT / "src/firsthand/show/web/static/islands"
SOURCES = ("package.json", "package-lock.json", "svelte.config.js", "tsconfig.json", "vite.config.js", "src")
RECORD = json.loads((BUILT / "manifest.json").read_text(encoding="utf-8"))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_built_modules_are_those_of_the_sources():
    """After a change of islands/ the modules are built anew: make islands."""
    folder = ROOT / "islands"
    found = [
        p for name in SOURCES for p in ((folder / name).rglob("*") if name == "src" else [folder / name])
    ]
    lines = sorted(f"{p.relative_to(folder).as_posix()} {digest(p)}\n" for p in found if p.is_file())
    assert RECORD["sources"] == hashlib.sha256("".join(lines).encode()).hexdigest(), "run: make islands"


def test_every_built_file_is_on_record_and_none_is_left_over():
    found = {p.name: digest(p) for p in BUILT.iterdir() if p.name != "manifest.json"}
    assert found == {name: each["sha256"] for name, each in RECORD["files"].items()}


def test_all_modules_together_are_small():
    assert sum(len(gzip.compress(each.body)) for each in modules().values()) < 80_000


def test_a_module_is_handed_out_once_and_then_known(looking):
    import urllib.error
    import urllib.request

    headers = {"Authorization": f"Bearer {looking.keys.token}"}
    path = f"{looking.url}/static/islands/clip.js"
    with urllib.request.urlopen(urllib.request.Request(path, headers=headers)) as answer:
        assert answer.headers["content-type"].startswith("text/javascript")
        headers["If-None-Match"] = answer.headers["etag"]
    with pytest.raises(urllib.error.HTTPError) as known:
        urllib.request.urlopen(urllib.request.Request(path, headers=headers))
    assert known.value.code == 304
    known.value.close()
    for name in ("manifest.json", "licences.txt", "..%2fworkbench.css", "nothing.js"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(
                urllib.request.Request(f"{looking.url}/static/islands/{name}", headers=headers)
            )
        assert refused.value.code == 404
        refused.value.close()


def test_the_lock_names_no_registry_and_every_package_by_its_digest():
    lock = json.loads((ROOT / "islands/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert all("resolved" not in each for each in packages.values())
    assert all(each.get("integrity", "").startswith("sha512-") for each in packages.values())


def test_what_is_bundled_stands_with_its_licence_in_the_notice():
    said = (BUILT / "licences.txt").read_text(encoding="utf-8")
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    bundled = re.findall(r"^(\S+) (\d\S*), (\S+)$", said, flags=re.MULTILINE)
    assert {licence for _, _, licence in bundled} <= {"MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause"}
    assert all(f"{name} {version}" in notice for name, version, _ in bundled)
    assert said.count("Permission") >= len(bundled)
