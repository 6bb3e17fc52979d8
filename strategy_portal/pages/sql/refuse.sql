-- How triggers refuse: as a CHECK of that name would, so that operations can tell refusals apart.

CREATE OR REPLACE FUNCTION portal_refuse_unless(holds boolean, name text, sentence text)
RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
-- Unlike a CHECK, NULL is refused too: what is not known does not hold.
BEGIN
    IF holds IS NOT TRUE THEN
        RAISE EXCEPTION '%', sentence USING ERRCODE = 'check_violation', CONSTRAINT = name;
    END IF;
END
$$;
