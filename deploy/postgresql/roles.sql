-- The two roles of a journal in PostgreSQL, and of what nodes share beside it. Run once, by an administrator, in the database that is to hold the journal:
--
--   createdb regional_network
--   psql -d regional_network -v ON_ERROR_STOP=1 -f roles.sql
--
-- Then give both a way to sign in that suits the site (\password, a certificate, Entra), and allow them in pg_hba.conf.

-- Creates and upgrades the tables (the command prepare), and does nothing between.
CREATE ROLE regional_network_owner LOGIN;

-- Serves: reads, and appends. It can neither change nor delete what is there, nor switch off what forbids it. What else it does
-- (end a session, erase a person's key, delete records of the access log that are past their time) are functions which run as the
-- owner and which whoever may use the schema may call: give USAGE to nobody else.
CREATE ROLE regional_network LOGIN;

-- At a provider of databases an administrator is no superuser, and makes something for another role only as its member.
GRANT regional_network_owner TO CURRENT_USER;

CREATE SCHEMA regional_network AUTHORIZATION regional_network_owner;

GRANT USAGE ON SCHEMA regional_network TO regional_network;

-- Whatever the owner makes there, now and with later versions.
ALTER DEFAULT PRIVILEGES FOR ROLE regional_network_owner IN SCHEMA regional_network
    GRANT SELECT, INSERT ON TABLES TO regional_network;

-- Default before PostgreSQL 15: everybody may create in it.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

REVOKE regional_network_owner FROM CURRENT_USER;
