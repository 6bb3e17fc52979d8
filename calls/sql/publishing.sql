-- Only a coordinator publishes a call.

CREATE OR REPLACE FUNCTION calls_check_publishing() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        accounts_has_role(NEW.published_by_id, 'coordinator'),
        'call_is_published_by_a_coordinator', 'a coordinator publishes it'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER published_in_office BEFORE UPDATE ON calls_call
    FOR EACH ROW WHEN (OLD.published_at IS NULL AND NEW.published_at IS NOT NULL)
    EXECUTE FUNCTION calls_check_publishing();
