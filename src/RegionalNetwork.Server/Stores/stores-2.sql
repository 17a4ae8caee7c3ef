-- Format 2: the key that wraps can be changed, and the key of a federation's node is among what it wraps. Once released it never
-- changes.

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
