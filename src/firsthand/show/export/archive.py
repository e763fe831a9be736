"""A case -> one file and back, without loss: a BagIt bag (RFC 8493) in a zip.

The payload is the case folder itself: `case.toml`, `case.db`, `log.jsonl`, `originals/`. Any BagIt tool can
tell whether it is whole; `firsthand import` makes the case again, and looks at it as `verify` does.
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

from firsthand import __version__
from firsthand.case import Case, Report, verify
from firsthand.schema.errors import CannotWrite, Damaged, UnknownOption

BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
FILES = ("case.toml", "case.db", "log.jsonl")
CHUNK = 1 << 20
STORED = zipfile.ZIP_STORED
THEN = (1980, 1, 1, 0, 0, 0)
"""Every member's time: the same case gives the same bytes."""


def write_archive(case: Case, path: Path) -> None:
    """Write the case as one file; nobody writes to the case while it is copied. Raises `CannotWrite`."""
    top = case.path.resolve().name or "case"
    part = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        with case.store.writing(), tempfile.TemporaryDirectory() as folder:
            case.mirror.catch_up(case.store.log)
            copy = Path(folder) / "case.db"
            _copy_database(case.path / "case.db", copy)
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as bag:
                _fill(bag, top, case, copy)
        part.replace(path)
    except OSError as error:
        raise CannotWrite(
            f"{path} could not be written ({(error.strerror or str(error)).lower()})."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _copy_database(of: Path, to: Path) -> None:
    """The database as it was committed, whatever lies in its journal."""
    uri = f"{of.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as there, closing(sqlite3.connect(to)) as here:
        there.backup(here)


def _fill(bag: zipfile.ZipFile, top: str, case: Case, database: Path) -> None:
    manifest: dict[str, str] = {}
    size = 0
    for name, file in _payload(case, database):
        if not file.is_file():
            raise Damaged(f"{file} is missing. `firsthand verify {case.path}` tells what else is.")
        digest, length = _add(bag, f"{top}/data/{name}", file)
        if name.startswith("originals/") and digest != file.name:
            raise Damaged(f"{file} has other bytes than were given. The archive was not written.")
        manifest[f"data/{name}"] = digest
        size += length
    entries = sum(1 for _ in case.store.log())
    info = (
        f"Bag-Software-Agent: firsthand {__version__}\n"
        f"External-Description: A Firsthand case, {entries} log entries\n"
        f"Payload-Oxum: {size}.{len(manifest)}\n"
    )
    tags = {
        "bagit.txt": BAGIT,
        "bag-info.txt": info.encode(),
        "manifest-sha256.txt": _lines(manifest),
    }
    tags["tagmanifest-sha256.txt"] = _lines({n: hashlib.sha256(data).hexdigest() for n, data in tags.items()})
    for name, data in tags.items():
        bag.writestr(zipfile.ZipInfo(f"{top}/{name}", THEN), data)


def _payload(case: Case, database: Path) -> Iterator[tuple[str, Path]]:
    for name in FILES:
        yield name, database if name == "case.db" else case.path / name
    for original in case.store.originals():
        yield f"originals/{original.sha256[:2]}/{original.sha256}", case.originals.path(original.sha256)


def _add(bag: zipfile.ZipFile, name: str, file: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    member = zipfile.ZipInfo(name, THEN)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.file_size = file.stat().st_size
    with file.open("rb") as given, bag.open(member, "w") as out:
        while chunk := given.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            out.write(chunk)
    return digest.hexdigest(), size


def _lines(manifest: dict[str, str]) -> bytes:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(manifest.items())).encode()


def read_archive(archive: Path, path: Path) -> Report:
    """Make the case of an archive at a path that is not there yet, or empty; what `verify` says of it.

    Raises `UnknownOption` where the file is no such archive, `Damaged` where it is not whole, `CannotWrite`.
    It is there whole or not at all.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise CannotWrite(f"{path} is there already and not empty. Choose another name for the case.")
    path.parent.mkdir(parents=True, exist_ok=True)
    building = path.parent / f".{path.name}-{secrets.token_hex(4)}"
    try:
        with _opened(archive) as bag:
            _unpack(bag, archive, building)
        with Case(building) as case:
            report = verify(case)
        if not report.unharmed:
            raise Damaged(f"{archive} holds a case that is not as it was: {'; '.join(report.problems[:3])}.")
        if path.exists():
            path.rmdir()
        building.rename(path)
    except OSError as error:
        raise CannotWrite(
            f"{path} could not be written ({(error.strerror or str(error)).lower()})."
        ) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return report


def _opened(archive: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(archive)
    except FileNotFoundError:
        raise UnknownOption(f"There is no file {archive}.") from None
    except (zipfile.BadZipFile, OSError) as error:
        raise UnknownOption(
            f"{archive} is no archive of a case ({error}). `firsthand export CASE --as archive` makes one."
        ) from None


def _unpack(bag: zipfile.ZipFile, archive: Path, folder: Path) -> None:
    """The payload, each file held against the manifest. Nothing lands outside the folder."""
    found = next(
        (n for n in bag.namelist() if n.count("/") == 1 and n.endswith("/manifest-sha256.txt")), None
    )
    if found is None:
        raise UnknownOption(
            f"{archive} is no archive of a case. `firsthand export CASE --as archive` makes one."
        )
    top = found.partition("/")[0]
    wanted = _manifest(bag.read(found), archive)
    size = sum(bag.getinfo(f"{top}/{n}").file_size for n in wanted if f"{top}/{n}" in bag.NameToInfo)
    if size > shutil.disk_usage(folder.parent).free:
        raise CannotWrite(f"{archive} holds {size / 2**30:.1f} GB, more than is free. Make room.")
    (folder / "originals" / "incoming").mkdir(parents=True)
    for name, digest in wanted.items():
        try:
            with bag.open(f"{top}/{name}") as given:
                _put(given, folder / _inside(name, digest, archive), digest, name, archive)
        except (KeyError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
            raise Damaged(f"{archive} is not whole: {name} is missing or broken ({error}).") from None


def _manifest(data: bytes, archive: Path) -> dict[str, str]:
    lines = (line.split(maxsplit=1) for line in data.decode("utf-8", "replace").splitlines() if line.strip())
    wanted = {parts[1].strip(): parts[0].lower() for parts in lines if len(parts) == 2}
    if not {f"data/{name}" for name in FILES} <= set(wanted):
        raise UnknownOption(f"{archive} is a bag, but none that holds a case.")
    return wanted


def _inside(name: str, digest: str, archive: Path) -> str:
    """Where in the case a payload file belongs; anything but the files of a case is refused."""
    plain = name.removeprefix("data/")
    if plain in FILES or plain == f"originals/{digest[:2]}/{digest}":
        return plain
    raise Damaged(f"{archive} holds {name!r}, which is no part of a case. It was not unpacked.")


def _put(given: IO[bytes], to: Path, digest: str, name: str, archive: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    found = hashlib.sha256()
    with to.open("xb") as out:
        while chunk := given.read(CHUNK):
            found.update(chunk)
            out.write(chunk)
    if found.hexdigest() != digest:
        raise Damaged(f"{archive} is not whole: {name} has other bytes than its manifest says.")
    if to.parent.parent.name == "originals":
        to.chmod(0o444)
