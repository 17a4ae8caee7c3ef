-- The step from format 1 to format 2: every entry has its hash (EntryChain.cs). The entries of format 1 are copied from
-- entries_of_format_1, which goes afterwards. Once released this never changes.

DROP TRIGGER IF EXISTS entries_never_change;

DROP TRIGGER IF EXISTS entries_never_go;

DROP INDEX IF EXISTS entries_by_command;

ALTER TABLE entries RENAME TO entries_of_format_1;

-- The payload comes last so that reading the other columns does not walk through a large one. The hash has no default: a
-- program that knows nothing of it cannot append.
CREATE TABLE entries (
    position    INTEGER PRIMARY KEY,
    stream      INTEGER NOT NULL REFERENCES streams (id),
    version     INTEGER NOT NULL,
    type        TEXT NOT NULL,
    command_id  TEXT NOT NULL,
    actor       TEXT NOT NULL,
    recorded_at INTEGER NOT NULL, -- microseconds since 1970-01-01T00:00:00Z
    hash        BLOB NOT NULL,    -- SHA-256 over the entry and the hash before it
    payload     BLOB NOT NULL,    -- UTF-8 JSON
    UNIQUE (stream, version),
    CHECK (length(hash) = 32)
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
