"""Picture bytes -> size, EXIF, XMP, position, and the hash of the pixels."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from firsthand.footage.probe_container import clean
from firsthand.footage.sandbox_work import Refused, Work
from firsthand.schema import GpsClaim, MetadataClaim

if TYPE_CHECKING:
    from PIL.Image import Image

TURNS = {3: 180, 4: 180, 5: 270, 6: 270, 7: 90, 8: 90}
"""EXIF orientation -> by how much a viewer turns the picture counter-clockwise."""
_XMP = re.compile(
    rb"(?P<name>(?:xmp|photoshop|exif|tiff|dc|Iptc4xmpCore|GCamera):[A-Za-z]{3,40})"
    rb"(?:\s*=\s*\"(?P<quoted>[^\"<>]{1,200})\"|>(?P<inside>[^<>]{1,200})<)"
)
_POSITION_PARTS = 3


def still(work: Work) -> Image | None:
    """The file as a single picture, only its head read; null where it is none or moves."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # our own limit is held against the head, before anything is decoded
    try:
        image = Image.open(work.path)
        if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
            return None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, OverflowError, TypeError):
        return None
    if image.width * image.height > work.limits.still_px:
        raise Refused(
            f"is {image.width} x {image.height} pixels; pictures of more than "
            f"{work.limits.still_px // 1_000_000} million pixels are not decoded.",
            "Scale it down, and keep this one as the original.",
        )
    return image


def pixels_hash(image: Image) -> str:
    """SHA-256 over size, mode and decoded pixels."""
    digest = hashlib.sha256(f"{image.width} {image.height} {image.mode} ".encode())
    for top in range(0, image.height, 256):
        band = image.crop((0, top, image.width, min(top + 256, image.height)))
        digest.update(band.tobytes())
    return digest.hexdigest()


def exif(image: Image) -> tuple[MetadataClaim, ...]:
    """The EXIF tags that tell something, by their names."""
    from PIL import ExifTags

    found: list[MetadataClaim] = []
    with suppress(Exception):  # an EXIF block can be anything
        head = image.getexif()
        for tags in (head, head.get_ifd(ExifTags.IFD.Exif)):
            for tag, value in list(tags.items())[:300]:
                name = ExifTags.TAGS.get(tag)
                if name and not isinstance(value, dict | bytes) and name not in ("ExifOffset", "GPSInfo"):
                    found.append(MetadataClaim(name=name, value=clean(value), where="EXIF"))
    return tuple(found)


def exif_position(image: Image) -> GpsClaim | None:
    """The position in the EXIF block."""
    from PIL import ExifTags

    with suppress(Exception):
        tags = image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        lat, lon = (_degrees(tags[number]) for number in (2, 4))
        lat, lon = (-lat if tags.get(1) == "S" else lat), (-lon if tags.get(3) == "W" else lon)
        if abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0.0, 0.0):
            return GpsClaim(lat=round(lat, 6), lon=round(lon, 6), where="EXIF")
    return None


def _degrees(parts: Any) -> float:
    values = [float(part) for part in parts][:_POSITION_PARTS]
    return float(sum(value / 60**n for n, value in enumerate(values)))


def turned(image: Image) -> int:
    """By how much a viewer turns the picture counter-clockwise."""
    with suppress(Exception):
        return TURNS.get(int(image.getexif().get(274, 1)), 0)
    return 0


def xmp(head: bytes) -> Iterator[MetadataClaim]:
    """Plain values of an XMP packet. It is searched, not parsed: nothing in it can do anything."""
    at = head.find(b"<x:xmpmeta")
    packet = head[at : at + 200_000] if at >= 0 else b""
    for count, match in enumerate(_XMP.finditer(packet)):
        if count >= 60:
            return
        value = (match["quoted"] or match["inside"] or b"").decode("utf-8", "replace").strip()
        if value:
            yield MetadataClaim(name=match["name"].decode("ascii"), value=clean(value), where="XMP")
