"""Footage: the clips that a text speaks of, and the clips that a case holds."""

from __future__ import annotations

from typing import Literal

from firsthand.schema.anchor import Span, Value
from firsthand.schema.because import Reasons
from firsthand.schema.voice import Voice


class FootageMention(Value, frozen=True, kw_only=True):
    """Footage that a text speaks of: what it is called, who is said to have released it, when."""

    id: str
    start: int
    end: int
    what: str
    released_by: Voice | None = None
    released: str | None = None
    """Id of a time."""
    because: Reasons = ()

    @property
    def span(self) -> Span:
        """The words that speak of the footage."""
        return Span(self.start, self.end)


class MetadataClaim(Value, frozen=True, kw_only=True):
    """Something that a file says of itself. Anyone can write it: a claim, never a finding."""

    name: str
    """As the file calls it: `creation_time`, `DateTimeOriginal`, `location`."""
    value: str
    where: Literal["container", "stream", "EXIF", "XMP"]


class GpsClaim(Value, frozen=True, kw_only=True):
    """The position that a file says it was taken at, in degrees north and east."""

    lat: float
    lon: float
    where: Literal["container", "EXIF"]


class ContentCredentials(Value, frozen=True, kw_only=True):
    """A C2PA manifest as it validates without any network and without any trusted list."""

    state: Literal["valid, signer not trusted", "invalid", "unreadable"]
    """`valid`: the bytes are those that were signed. By whom is what the certificate says, vouched for by
    nobody."""
    generator: str | None = None
    signed_by: str | None = None
    signed_at: str | None = None
    actions: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    """What validation found amiss, in the standard's own codes."""


class Shot(Value, frozen=True, kw_only=True):
    """Seconds without a cut, from `start_s` to `end_s` (exclusive), and the second of its key frame."""

    start_s: float
    end_s: float
    key_s: float
    because: Reasons = ()


Script = Literal["Latin", "Cyrillic", "Arabic", "Hebrew", "Greek", "Han", "digits", "mixed", "other"]


class SeenText(Value, frozen=True, kw_only=True):
    """Words that can be read in the picture. Seen text says what is written there, not that it is true."""

    text: str
    time_s: float
    """The second of the frame on which it was read best; 0 in a still."""
    box: tuple[int, int, int, int]
    """Left, top, right, bottom in pixels of the upright picture."""
    script: Script
    kind: Literal["date", "time of day", "channel", "words"] = "words"
    confidence: float
    """0 to 1, the reader's own."""
    frames: int = 1
    """On how many of the frames looked at it was read."""
    because: Reasons = ()


class Clip(Value, frozen=True, kw_only=True):
    """A video or still in a case: its bytes by hash, and what its own container claims."""

    id: str
    name: str
    sha256: str
    stream_sha256: str | None = None
    """SHA-256 of the coded pictures in their order, without container, headers and sound: a clip put into
    another container without being coded anew keeps it. For a still, of its decoded pixels."""
    duration_s: float | None = None
    width_px: int | None = None
    height_px: int | None = None
    """Width and height as stored; `rotation_deg` turns the picture upright."""
    kind: Literal["video", "still"] = "video"
    size_bytes: int | None = None
    container: str | None = None
    codec: str | None = None
    sound: str | None = None
    """Codec of the sound; null where there is none."""
    frames: int | None = None
    """Coded pictures in the file."""
    frame_rate: float | None = None
    """Frames a second: the middle one, where the rate varies."""
    variable_rate: bool | None = None
    rotation_deg: int = 0
    """By how much a player turns the picture, counter-clockwise."""
    read_to_s: float | None = None
    """How far it was read, where it could not be read to its end."""
    created: tuple[MetadataClaim, ...] = ()
    """The times of making that the file claims."""
    gps: GpsClaim | None = None
    metadata: tuple[MetadataClaim, ...] = ()
    """What else the file says of itself."""
    credentials: ContentCredentials | None = None
    """Null where the file carries no C2PA manifest. Most honest footage carries none."""
    shots: tuple[Shot, ...] = ()
    seen: tuple[SeenText, ...] = ()
    text_looked_for: str = "not looked for"
    """Where and with what text was looked for, or why it was not."""
    notices: tuple[str, ...] = ()
    """What a reader should know of how it was read."""
    because: Reasons = ()


class ClipMatch(Value, frozen=True, kw_only=True):
    """Where the seconds of one clip were found in another, and what was done to them between."""

    clip: str
    name: str
    query_s: tuple[float, float]
    clip_s: tuple[float, float]
    score: float
    changes: tuple[str, ...] = ()
    kind: Literal["same seconds", "same scene"] = "same seconds"
    """`same scene`: the same place or camera, and the moment is not shown to be the same."""
    because: Reasons = ()


Judgement = Literal["borne out", "contradicted", "cannot tell", "not shown"]
"""How a person holds a claim against footage. `not shown`: the clip shows another moment or another place."""


class FootageNote(Value, frozen=True, kw_only=True):
    """What a person saw in some seconds of a clip, and what that says of a claim."""

    id: str
    clip: str
    from_s: float
    to_s: float
    text: str
    by: str
    at: str
    claim: str | None = None
    """`d1.c4`; null where the note judges nothing."""
    judgement: Judgement | None = None


class FootageLink(Value, frozen=True, kw_only=True):
    """A text's mention of footage and a clip: linked by a person, or offered because a name fits."""

    clip: str
    document: str
    mention: str
    """`d1.f0`."""
    what: str
    """The words of the mention."""
    state: Literal["linked", "offered", "refused"]
    by: str | None = None
    """Who linked or refused it; null for an offer."""
    because: Reasons = ()


class FootageCheck(Value, frozen=True, kw_only=True):
    """One thing that a text says a clip shows, and what people found of it in the clip."""

    clip: str
    claim: str
    document: str
    text: str
    state: Literal["borne out", "contradicted", "cannot tell", "not shown", "not checked"] = "not checked"
    """`cannot tell` also where two people judge differently."""
    notes: tuple[str, ...] = ()
    because: Reasons = ()


class FootageAlarm(Value, frozen=True, kw_only=True):
    """The same footage is cited for what cannot be one event."""

    clip: str
    a: str
    b: str
    """The two claims, `d1.c4` and `d2.c1`; for `publication`, `b` is the clip or document that came first."""
    field: str
    """In what they part: `time`, `place`, `quantity`, `publication`, or a field of contradictions."""
    because: Reasons = ()

    @property
    def headline(self) -> str:
        """What is asked, in words."""
        if self.field == "publication":
            return "Published before it happened?"
        return f"Same footage, {'two events?' if self.field in ('time', 'place') else 'told differently:'}"


class SeenNamed(Value, frozen=True, kw_only=True):
    """Words seen in a clip, and a document that names the same. It ties nothing: it says where to look."""

    text: str
    time_s: float
    kind: Literal["date", "time of day", "channel", "words"]
    document: str
    because: Reasons = ()
    """With the words of the document."""


class ClipFinding(Value, frozen=True, kw_only=True):
    """A clip of a case among its documents and its other clips."""

    id: str
    name: str
    kind: Literal["video", "still"]
    duration_s: float | None = None
    publisher: str | None = None
    published: str | None = None
    hand: str
    """Clips that show the same seconds are one first hand, whoever published them: the first one's id."""
    hand_clips: tuple[str, ...] = ()
    earliest: str | None = None
    """The earliest publication that anybody names, of any clip of this hand."""
    matches: tuple[ClipMatch, ...] = ()
    links: tuple[FootageLink, ...] = ()
    named: tuple[SeenNamed, ...] = ()
    checks: tuple[FootageCheck, ...] = ()
    notes: tuple[FootageNote, ...] = ()
    alarms: tuple[FootageAlarm, ...] = ()
    because: Reasons = ()
