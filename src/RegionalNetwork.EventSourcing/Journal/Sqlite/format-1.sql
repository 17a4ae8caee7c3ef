-- Format 1 of a journal in SQLite. Once released it never changes: a later format is another script, a step from here to
-- there, and a new journal takes every step.

CREATE TABLE streams (
    id       INTEGER PRIMARY KEY,
    category TEXT NOT NULL,
    key      TEXT NOT NULL,
    UNIQUE (category, key)
) STRICT;

-- The payload comes last so that reading the other columns does not walk through a large one.
CREATE TABLE entries (
    position    INTEGER PRIMARY KEY,
    stream      INTEGER NOT NULL REFERENCES streams (id),
    version     INTEGER NOT NULL,
    type        TEXT NOT NULL,
    command_id  TEXT NOT NULL,
    actor       TEXT NOT NULL,
    recorded_at INTEGER NOT NULL, -- microseconds since 1970-01-01T00:00:00Z
    payload     BLOB NOT NULL,    -- UTF-8 JSON
    UNIQUE (stream, version)
) STRICT;

CREATE INDEX entries_by_command ON entries (stream, command_id, version);

CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries
BEGIN
    SELECT RAISE(ABORT, 'An entry of the journal never changes.');
END;

CREATE TRIGGER entries_never_go BEFORE DELETE ON entries
BEGIN
    SELECT RAISE(ABORT, 'An entry of the journal never goes.');
END;
