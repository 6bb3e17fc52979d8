-- The portal's time. Guards ask these functions, so that no server's clock, no session's time zone
-- and no writer decides what the time is.

CREATE OR REPLACE FUNCTION portal_now() RETURNS timestamptz
LANGUAGE sql SET search_path = public, pg_temp AS $$
    -- Not now(): that is when the transaction began, before it waited for any lock
    SELECT clock_timestamp() + coalesce((SELECT ahead FROM clock_clock), interval '0');
$$;

CREATE OR REPLACE FUNCTION portal_today() RETURNS date
LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT timezone('Europe/Vilnius', portal_now())::date;
$$;
