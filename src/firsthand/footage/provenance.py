"""Media bytes -> the C2PA manifest that they carry, validated offline.

Nothing is fetched: no remote manifest, no certificate status, no list of trusted signers. Therefore a
manifest here is at best *valid, signer not trusted*: these bytes are the ones signed, by whoever holds a
certificate that says so.
"""

from __future__ import annotations

import json
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from firsthand.footage.probe_container import clean
from firsthand.schema import ContentCredentials

OFFLINE = {
    "version": 1,
    "verify": {"ocsp_fetch": False, "remote_manifest_fetch": False, "verify_trust": False},
}
MIME = {
    ".mp4": "video/mp4", ".m4v": "video/mp4", ".mov": "video/quicktime", ".avi": "video/avi",
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp",
    ".heic": "image/heic", ".avif": "image/avif", ".tif": "image/tiff", ".tiff": "image/tiff",
}  # fmt: skip


def installed() -> bool:
    """Whether manifests can be read here."""
    return find_spec("c2pa") is not None


def carries_one(path: Path) -> bool:
    """Whether the bytes hold the mark of a manifest anywhere."""
    tail = b""
    with path.open("rb") as file:
        while piece := file.read(1 << 22):
            if b"c2pa" in tail + piece:
                return True
            tail = piece[-8:]
    return False


def credentials(path: Path, suffix: str) -> ContentCredentials | None:
    """The manifest of a file; null where it carries none. Call it inside the sandbox."""
    if not carries_one(path):
        return None
    if not installed():
        return ContentCredentials(state="unreadable", problems=("c2pa-python is not installed",))
    import c2pa

    try:
        settings = c2pa.Settings.from_dict(OFFLINE)
        with path.open("rb") as file, c2pa.Context(settings) as context:
            reader = c2pa.Reader(MIME.get(suffix.lower()), file, context=context)
            told = json.loads(reader.json())
            state = str(reader.get_validation_state())
            reader.close()
    except Exception as error:  # noqa: BLE001 - whatever a stranger's bytes make the library raise
        if "ManifestNotFound" in type(error).__name__ + str(error) or "no JUMBF" in str(error):
            return None
        return ContentCredentials(state="unreadable", problems=(clean(error),))
    return _summed_up(told, state)


def _summed_up(told: dict[str, Any], state: str) -> ContentCredentials:
    manifest = told.get("manifests", {}).get(told.get("active_manifest"), {})
    signature = manifest.get("signature_info") or {}
    return ContentCredentials(
        state="valid, signer not trusted" if state in ("Valid", "Trusted") else "invalid",
        generator=_generator(manifest),
        signed_by=_maybe(signature.get("issuer") or signature.get("common_name")),
        signed_at=_maybe(signature.get("time")),
        actions=tuple(_actions(manifest)),
        problems=tuple(_problems(told)),
    )


def _maybe(value: object) -> str | None:
    return clean(value) if value else None


def _generator(manifest: dict[str, Any]) -> str | None:
    info = manifest.get("claim_generator_info") or [{}]
    with suppress(AttributeError, IndexError, TypeError):
        name = " ".join(str(info[0].get(key, "")) for key in ("name", "version")).strip()
        if name:
            return clean(name)
    return _maybe(manifest.get("claim_generator"))


def _actions(manifest: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for assertion in manifest.get("assertions") or []:
        if str(assertion.get("label", "")).startswith("c2pa.actions"):
            done = (assertion.get("data") or {}).get("actions") or []
            found += [clean(action.get("action", "")) for action in done]
    return found[:50]


def _problems(told: dict[str, Any]) -> list[str]:
    results = told.get("validation_results", {}).get("activeManifest", {}).get("failure") or []
    results = results or told.get("validation_status") or []
    return [clean(each.get("code", "")) for each in results][:20]
