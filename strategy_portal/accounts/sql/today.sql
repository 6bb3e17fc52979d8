-- The database's calendar, which decides what is past.

CREATE OR REPLACE FUNCTION portal_today() RETURNS date
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- Today in Lithuania.
    SELECT timezone('Europe/Vilnius', clock_timestamp())::date;
$$;
