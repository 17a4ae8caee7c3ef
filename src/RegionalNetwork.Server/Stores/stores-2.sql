-- Format 2 of what nodes share beside their journal: the key that wraps can be changed; the key of a federation's node is among what it
-- wraps; nodes tell each other how the federation goes and who registers. Once released it never changes.

-- Whether the key was ever changed: until then a version that knows format 1 alone may still serve.
ALTER TABLE regional_network.wrapping_key ADD COLUMN was_changed boolean NOT NULL DEFAULT false;

-- Each wrapped key says by its fingerprint which key wrapped it.
ALTER TABLE regional_network.people ADD COLUMN wrapped_by bytea;
ALTER TABLE regional_network.cookie_keys ADD COLUMN wrapped_by bytea;
UPDATE regional_network.people SET wrapped_by = (SELECT fingerprint FROM regional_network.wrapping_key)
    WHERE wrapped IS NOT NULL;
UPDATE regional_network.cookie_keys SET wrapped_by = (SELECT fingerprint FROM regional_network.wrapping_key);

-- Who the nodes of this journal are to others in a federation: the private key, wrapped. One row or none.
CREATE TABLE regional_network.node_keys (
    name       text COLLATE "C" PRIMARY KEY,
    wrapped    bytea NOT NULL,
    wrapped_by bytea
);

-- A node that has not noticed that the key was changed must not add what no other could open. Whoever changes the key waits for those
-- who add, and they for it.
CREATE FUNCTION regional_network.wrapped_with_the_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    current regional_network.wrapping_key%ROWTYPE;
BEGIN
    IF NEW.wrapped IS NULL THEN
        NEW.wrapped_by := NULL;
        RETURN NEW;
    END IF;
    SELECT * INTO current FROM regional_network.wrapping_key FOR SHARE;
    IF NEW.wrapped_by IS NULL AND NOT current.was_changed THEN
        NEW.wrapped_by := current.fingerprint;
    END IF;
    IF NEW.wrapped_by IS DISTINCT FROM current.fingerprint THEN
        RAISE EXCEPTION 'This key was wrapped with another key than that of this database.' USING ERRCODE = 'RNK01';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER people_are_wrapped_with_the_key BEFORE INSERT OR UPDATE ON regional_network.people
    FOR EACH ROW EXECUTE FUNCTION regional_network.wrapped_with_the_key();

CREATE TRIGGER cookie_keys_are_wrapped_with_the_key BEFORE INSERT OR UPDATE ON regional_network.cookie_keys
    FOR EACH ROW EXECUTE FUNCTION regional_network.wrapped_with_the_key();

CREATE TRIGGER node_keys_are_wrapped_with_the_key BEFORE INSERT OR UPDATE ON regional_network.node_keys
    FOR EACH ROW EXECUTE FUNCTION regional_network.wrapped_with_the_key();

-- How the federation goes, as a node last said it: of the hub, and of each member that is enrolled. One row each.
CREATE TABLE regional_network.federation_reports (
    subject text COLLATE "C" PRIMARY KEY,
    at      bigint NOT NULL, -- microseconds since 1970-01-01T00:00:00Z
    report  text NOT NULL    -- JSON
);

-- What was said before stays: a node that hung may say late what it found long ago.
CREATE FUNCTION regional_network.report_federation(subject text, at bigint, report text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO regional_network.federation_reports AS r (subject, at, report) VALUES ($1, $2, $3)
    ON CONFLICT (subject) DO UPDATE SET at = excluded.at, report = excluded.report WHERE r.at <= excluded.at
$$;

-- Which code somebody gets who registers, at whichever node: the first that was asked for. A person is the HMAC-SHA256 of who their
-- issuer says they are, with a key made of the one that is in no database. It goes when the person is erased.
CREATE TABLE regional_network.registrations (
    identity bytea PRIMARY KEY CHECK (octet_length(identity) = 32),
    person   text COLLATE "C" NOT NULL UNIQUE
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

CREATE OR REPLACE FUNCTION regional_network.erase_person(person text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM regional_network.registrations r WHERE r.person = $1;
    INSERT INTO regional_network.people AS p (code, wrapped) VALUES ($1, NULL)
    ON CONFLICT (code) DO UPDATE SET wrapped = NULL WHERE p.wrapped IS NOT NULL
$$;
