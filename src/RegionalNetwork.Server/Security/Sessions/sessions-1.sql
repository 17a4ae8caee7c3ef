-- Format 1 of the list of open sessions. Once released it never changes: a later format is another script, a step from here to
-- there. Times are seconds since 1970; a person is the SHA-256 of who their issuer says they are.

CREATE TABLE sessions (
    id      TEXT PRIMARY KEY,
    person  TEXT NOT NULL,
    browser TEXT NOT NULL,
    begun   INTEGER NOT NULL,
    used    INTEGER NOT NULL,
    ends    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
