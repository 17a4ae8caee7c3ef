-- Format 1 of what nodes share beside their journal. Once released it never changes: a later format is another script, a step from
-- here to there. The role that serves reads and inserts (deploy/postgresql/roles.sql). Whatever else it may do is a function that
-- runs as the owner and does only that; whoever may not use the schema may not call it.

-- One row: which format the tables have.
CREATE TABLE regional_network.stores (
    id     boolean PRIMARY KEY DEFAULT true CHECK (id),
    format integer NOT NULL
);

-- One row or none: SHA-256 that knows the key again with which keys in this database are wrapped. That key is in no database.
CREATE TABLE regional_network.wrapping_key (
    id          boolean PRIMARY KEY DEFAULT true CHECK (id),
    fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32)
);

-- Keys of cookies and forms, one XML element each as ASP.NET Core's data protection makes it, wrapped.
CREATE TABLE regional_network.cookie_keys (
    name    text COLLATE "C" PRIMARY KEY,
    wrapped bytea NOT NULL
);

-- Open sessions. Times are seconds since 1970; a person is the SHA-256 of who their issuer says they are.
CREATE TABLE regional_network.sessions (
    id      text COLLATE "C" PRIMARY KEY,
    person  text COLLATE "C" NOT NULL,
    browser text NOT NULL,
    begun   bigint NOT NULL,
    used    bigint NOT NULL,
    ends    bigint NOT NULL
);

-- One row: how often sessions were changed, so that nodes need not read them all to know that nothing was.
CREATE TABLE regional_network.session_changes (
    id     boolean PRIMARY KEY DEFAULT true CHECK (id),
    number bigint NOT NULL
);

INSERT INTO regional_network.session_changes (number) VALUES (0);

CREATE FUNCTION regional_network.count_session_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE regional_network.session_changes SET number = number + 1;
    RETURN NULL;
END
$$;

CREATE TRIGGER sessions_are_counted AFTER INSERT OR UPDATE OR DELETE ON regional_network.sessions
    FOR EACH STATEMENT EXECUTE FUNCTION regional_network.count_session_change();

CREATE FUNCTION regional_network.end_sessions(ids text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM regional_network.sessions WHERE id = ANY ($1)
$$;

-- A clock that is behind does not make a session older.
CREATE FUNCTION regional_network.mark_session(session text, hour bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE regional_network.sessions SET used = $2 WHERE id = $1 AND used < $2
$$;

-- Who read another council's named unpublished data. A position is given by whoever appends, under the lock of the log
-- (SharedAccessAppender.cs), as in the journal.
CREATE TABLE regional_network.access_records (
    position     bigint PRIMARY KEY CHECK (position > 0),
    at           bigint NOT NULL, -- microseconds since 1970-01-01T00:00:00Z
    reader       text COLLATE "C" NOT NULL,
    on_behalf_of text COLLATE "C",
    council      text COLLATE "C" NOT NULL,
    subject      text COLLATE "C" NOT NULL,
    purpose      text COLLATE "C" NOT NULL,
    reason       text COLLATE "C",
    request_id   text COLLATE "C" NOT NULL,
    hash         bytea NOT NULL CHECK (octet_length(hash) = 32) -- SHA-256 over the record and the hash before it
);

CREATE INDEX access_records_by_council ON regional_network.access_records (council, position);

-- The last record that was deleted because it was older than is kept: the chain goes on from its hash. One row or none.
CREATE TABLE regional_network.access_forgotten (
    id       boolean PRIMARY KEY DEFAULT true CHECK (id),
    position bigint NOT NULL,
    hash     bytea NOT NULL CHECK (octet_length(hash) = 32),
    at       bigint NOT NULL
);

CREATE FUNCTION regional_network.access_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A record of the access log never changes.';
END
$$;

CREATE TRIGGER access_records_never_change BEFORE UPDATE ON regional_network.access_records
    FOR EACH ROW EXECUTE FUNCTION regional_network.access_never_changes();

CREATE TRIGGER access_records_never_all_go BEFORE TRUNCATE ON regional_network.access_records
    FOR EACH STATEMENT EXECUTE FUNCTION regional_network.access_never_changes();

CREATE FUNCTION regional_network.access_goes_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.position > coalesce((SELECT position FROM regional_network.access_forgotten), 0) THEN
        RAISE EXCEPTION 'A record of the access log goes only once it is older than is kept.';
    END IF;
    RETURN OLD;
END
$$;

CREATE TRIGGER access_records_go_in_order BEFORE DELETE ON regional_network.access_records
    FOR EACH ROW EXECUTE FUNCTION regional_network.access_goes_in_order();

-- Deletes records from the beginning of the log while they are older than the time given, and never one that is younger than 72
-- months (RetentionClasses.cs) by this server's clock, whoever asks. Gives how many went.
CREATE FUNCTION regional_network.forget_access(before bigint, records_max integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    cut_off bigint := least($1, (extract(epoch FROM (now() AT TIME ZONE 'UTC') - interval '72 months') * 1000000)::bigint);
    gone    bigint;
    latest  bigint;
BEGIN
    -- As whoever appends: an empty log goes on from what was forgotten.
    PERFORM pg_advisory_xact_lock(1380860209);
    SELECT count(*), max(old.position) INTO gone, latest FROM (
        SELECT page.position, bool_and(page.at < cut_off) OVER (ORDER BY page.position) AS is_old
        FROM (SELECT r.position, r.at FROM regional_network.access_records r ORDER BY r.position LIMIT $2) page
    ) old WHERE old.is_old;
    IF gone > 0 THEN
        INSERT INTO regional_network.access_forgotten AS f (position, hash, at)
        SELECT r.position, r.hash, r.at FROM regional_network.access_records r WHERE r.position = latest
        ON CONFLICT (id) DO UPDATE SET position = excluded.position, hash = excluded.hash, at = excluded.at;
        DELETE FROM regional_network.access_records r WHERE r.position <= latest;
    END IF;
    RETURN gone;
END
$$;

-- Keys of people, wrapped; a person without a key was erased. What an erasure leaves of a wrapped key is vacuumed at once.
CREATE TABLE regional_network.people (
    code    text COLLATE "C" PRIMARY KEY,
    wrapped bytea
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

CREATE INDEX people_erased ON regional_network.people (code) WHERE wrapped IS NULL;

CREATE FUNCTION regional_network.erase_person(person text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO regional_network.people AS p (code, wrapped) VALUES ($1, NULL)
    ON CONFLICT (code) DO UPDATE SET wrapped = NULL WHERE p.wrapped IS NOT NULL
$$;
