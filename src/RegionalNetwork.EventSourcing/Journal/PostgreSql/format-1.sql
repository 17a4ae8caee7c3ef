-- Format 1 of a journal in PostgreSQL. Once released it never changes: a later format is another script, a step from here to
-- there, and a new journal takes every step.

-- One row: which format the tables have.
CREATE TABLE regional_network.journal (
    id     boolean PRIMARY KEY DEFAULT true CHECK (id),
    format integer NOT NULL
);

CREATE TABLE regional_network.streams (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    category text COLLATE "C" NOT NULL,
    key      text COLLATE "C" NOT NULL,
    UNIQUE (category, key)
);

-- A position is given by whoever appends, under the append lock (PostgreSqlAppender.cs), never by a sequence: a sequence is not in
-- the order of commit and has gaps.
CREATE TABLE regional_network.entries (
    position    bigint PRIMARY KEY CHECK (position > 0),
    stream      bigint NOT NULL REFERENCES regional_network.streams (id),
    version     bigint NOT NULL CHECK (version > 0),
    type        text COLLATE "C" NOT NULL,
    command_id  text COLLATE "C" NOT NULL,
    actor       text COLLATE "C" NOT NULL,
    recorded_at bigint NOT NULL, -- microseconds since 1970-01-01T00:00:00Z
    hash        bytea NOT NULL CHECK (octet_length(hash) = 32), -- SHA-256 over the entry and the hash before it
    payload     bytea NOT NULL, -- UTF-8 JSON, byte for byte
    UNIQUE (stream, version)
);

CREATE INDEX entries_by_command ON regional_network.entries (stream, command_id, version);

CREATE FUNCTION regional_network.never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What is in the journal never changes and never goes.';
END
$$;

CREATE TRIGGER entries_never_change BEFORE UPDATE OR DELETE ON regional_network.entries
    FOR EACH ROW EXECUTE FUNCTION regional_network.never();

CREATE TRIGGER entries_never_go BEFORE TRUNCATE ON regional_network.entries
    FOR EACH STATEMENT EXECUTE FUNCTION regional_network.never();

CREATE TRIGGER streams_never_change BEFORE UPDATE OR DELETE ON regional_network.streams
    FOR EACH ROW EXECUTE FUNCTION regional_network.never();

CREATE TRIGGER streams_never_go BEFORE TRUNCATE ON regional_network.streams
    FOR EACH STATEMENT EXECUTE FUNCTION regional_network.never();
