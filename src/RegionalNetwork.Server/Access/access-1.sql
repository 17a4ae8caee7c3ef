-- Format 1 of the access log. Once released it never changes: a later format is another script, a step from here to there.

CREATE TABLE records (
    position     INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL, -- microseconds since 1970-01-01T00:00:00Z
    reader       TEXT NOT NULL,
    on_behalf_of TEXT,
    council      TEXT NOT NULL,
    subject      TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    reason       TEXT,
    request_id   TEXT NOT NULL,
    hash         BLOB NOT NULL,    -- SHA-256 over the record and the hash before it
    CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX records_by_council ON records (council, position);

-- The last record that was deleted because it was older than is kept: the chain goes on from its hash. One row or none.
CREATE TABLE forgotten (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    position INTEGER NOT NULL,
    hash     BLOB NOT NULL,
    at       INTEGER NOT NULL,
    CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER records_never_change BEFORE UPDATE ON records
BEGIN
    SELECT RAISE(ABORT, 'A record of the access log never changes.');
END;

CREATE TRIGGER records_go_in_order BEFORE DELETE ON records
WHEN OLD.position > coalesce((SELECT position FROM forgotten), 0)
BEGIN
    SELECT RAISE(ABORT, 'A record of the access log goes only once it is older than is kept.');
END;
