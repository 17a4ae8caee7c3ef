-- Format 2 of what nodes share beside their journal: a step from format 1. Once released it never changes.

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
