-- Format 1 of the vault of people's keys. Once released it never changes: a later format is another script, a step from here to
-- there. A person without a key was erased.

CREATE TABLE people (
    code TEXT PRIMARY KEY,
    key  BLOB CHECK (length(key) = 32)
) STRICT, WITHOUT ROWID;
