-- Every change of a status is told at once, by a line that begins where the last one ended.

CREATE OR REPLACE FUNCTION applications_told(application bigint) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- The status to which its story has led so far.
    SELECT coalesce(
        (
            SELECT to_status FROM applications_statuschange
            WHERE application_id = application ORDER BY id DESC LIMIT 1
        ),
        'draft'
    );
$$;

CREATE OR REPLACE FUNCTION applications_check_told() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Otherwise two moves in one transaction could be told as one, or there and back as none.
BEGIN
    PERFORM portal_refuse_unless(
        applications_told(NEW.id) = OLD.status,
        'application_move_follows_its_story', 'the last change of status is told first'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER follows_its_story BEFORE UPDATE OF status ON applications_application
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION applications_check_told();

CREATE OR REPLACE FUNCTION applications_check_story() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    application applications_application%ROWTYPE;
BEGIN
    SELECT * INTO application FROM applications_application WHERE id = NEW.application_id;
    PERFORM portal_refuse_unless(
        NEW.from_status = applications_told(NEW.application_id)
            AND NEW.to_status = application.status,
        'story_tells_its_move', 'it begins where the last line ended and ends where it is now'
    );
    PERFORM portal_refuse_unless(
        NEW.transition NOT IN ('submit', 'withdraw')
            OR applications_is_member(NEW.changed_by_id, application.organisation_id, '{owner}'),
        'story_is_of_who_may', 'an account manager submits and withdraws'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER tells_its_move BEFORE INSERT ON applications_statuschange
    FOR EACH ROW EXECUTE FUNCTION applications_check_story();
