-- The database of a case, schema 1. One file, one writer at a time.
--
-- Three kinds of rows, kept apart:
--   what was given       original, original_name, document   never changed
--   what a person said   decision                            never changed; a later row supersedes
--   what a machine said  suggestion_*                        may be deleted, and comes back with `add`
-- and the log, which tells how all of them came to be.

CREATE TABLE original (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,          -- bytes
    name TEXT NOT NULL,             -- as the user named it when it first came
    at TEXT NOT NULL,               -- UTC, YYYY-MM-DDTHH:MM:SS.mmmZ, as everywhere
    actor TEXT NOT NULL
) STRICT;

CREATE TABLE original_name (        -- other names under which the same bytes came
    sha256 TEXT NOT NULL REFERENCES original,
    name TEXT NOT NULL,
    PRIMARY KEY (sha256, name)
) STRICT;

CREATE TABLE document (
    number INTEGER PRIMARY KEY,     -- 3 is the document `d3`
    key TEXT NOT NULL UNIQUE,       -- see `document_key`
    original TEXT NOT NULL REFERENCES original,
    position INTEGER NOT NULL,      -- in its original, from 0
    given_id TEXT NOT NULL          -- the identifier that the item brought along
) STRICT;

CREATE TABLE log (
    n INTEGER PRIMARY KEY,          -- from 1, without a gap
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,           -- JSON object
    previous TEXT NOT NULL,         -- digest of entry n - 1
    digest TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE decision (
    n INTEGER PRIMARY KEY REFERENCES log,
    target TEXT NOT NULL,           -- `d3`, `d3.c4`, or the SHA-256 of an original
    field TEXT NOT NULL,
    value TEXT NOT NULL,            -- JSON
    about TEXT NOT NULL,            -- JSON: the suggestion that the person saw
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    supersedes INTEGER REFERENCES decision
) STRICT;
CREATE INDEX decision_by_target ON decision (target, field);

CREATE TABLE suggestion_reading (
    document INTEGER NOT NULL REFERENCES document,
    step TEXT NOT NULL,
    version TEXT NOT NULL,
    hints TEXT NOT NULL,            -- JSON: what was known of the document when it was read
    made_by TEXT NOT NULL,
    at TEXT NOT NULL,
    digest TEXT NOT NULL,           -- SHA-256 of `reading`
    reading BLOB NOT NULL,          -- JSON of a Reading
    PRIMARY KEY (document, step, version, hints)
) STRICT;

CREATE TABLE suggestion_current (   -- which reading of a document is shown
    document INTEGER PRIMARY KEY REFERENCES document,
    step TEXT NOT NULL,
    version TEXT NOT NULL,
    hints TEXT NOT NULL,
    FOREIGN KEY (document, step, version, hints) REFERENCES suggestion_reading ON DELETE CASCADE
) STRICT;

CREATE TABLE suggestion_appearance (  -- which documents an original holds
    original TEXT NOT NULL REFERENCES original,
    position INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES document,
    PRIMARY KEY (original, position)
) STRICT;

CREATE TABLE suggestion_unreadable (
    original TEXT NOT NULL,         -- '' where not even the bytes could be had
    position INTEGER NOT NULL,
    version TEXT NOT NULL,
    name TEXT NOT NULL,
    why TEXT NOT NULL,
    advice TEXT,
    at TEXT NOT NULL,
    PRIMARY KEY (original, position, name)
) STRICT;

CREATE TABLE suggestion_finished (  -- every item of the original was read (or found unreadable) by this version
    original TEXT NOT NULL REFERENCES original,
    step TEXT NOT NULL,
    version TEXT NOT NULL,
    hints TEXT NOT NULL,
    PRIMARY KEY (original, step, version, hints)
) STRICT;

CREATE TRIGGER original_stays BEFORE UPDATE ON original BEGIN SELECT RAISE(ABORT, 'an original never changes'); END;
CREATE TRIGGER original_remains BEFORE DELETE ON original BEGIN SELECT RAISE(ABORT, 'an original is never deleted'); END;
CREATE TRIGGER document_stays BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'a document never changes'); END;
CREATE TRIGGER document_remains BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;
CREATE TRIGGER log_stays BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER log_remains BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is superseded, never changed'); END;
CREATE TRIGGER decision_remains BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is superseded, never deleted'); END;
