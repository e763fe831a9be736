-- Footage in a case. Kept apart from schema.sql: a case made before there was footage gets these with its first clip.

CREATE TABLE IF NOT EXISTS clip (
    number INTEGER PRIMARY KEY,     -- 1 is the clip `v1`
    original TEXT NOT NULL UNIQUE REFERENCES original
) STRICT;

CREATE TABLE IF NOT EXISTS suggestion_clip (
    clip INTEGER NOT NULL REFERENCES clip,
    step TEXT NOT NULL,             -- describe, pictures, fingerprint
    version TEXT NOT NULL,
    made_by TEXT NOT NULL,
    at TEXT NOT NULL,
    digest TEXT NOT NULL,           -- SHA-256 of `value`
    value BLOB NOT NULL,
    PRIMARY KEY (clip, step, version)
) STRICT;

CREATE TRIGGER IF NOT EXISTS clip_stays BEFORE UPDATE ON clip BEGIN SELECT RAISE(ABORT, 'a clip never changes'); END;
CREATE TRIGGER IF NOT EXISTS clip_remains BEFORE DELETE ON clip BEGIN SELECT RAISE(ABORT, 'a clip is never deleted'); END;
