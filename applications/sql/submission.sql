-- What the database itself knows of a submission: the call's window, the number, the version.

CREATE OR REPLACE FUNCTION applications_takes_at(call bigint, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- Half-open, as announced. See also Call.takes_applications_at
    SELECT published_at IS NOT NULL AND channel <> 'dms'
        AND opens_at <= moment AND moment < closes_at
    FROM calls_call WHERE id = call;
$$;

CREATE OR REPLACE FUNCTION applications_has_just_been(moment timestamptz) RETURNS boolean
LANGUAGE sql SET search_path = public, pg_temp AS $$
    -- When a request arrived: before it waited for any lock, but not long ago
    SELECT moment BETWEEN portal_now() - interval '5 minutes' AND portal_now();
$$;

CREATE OR REPLACE FUNCTION applications_is_member(person bigint, of bigint, roles text[])
RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM applications_membership
        WHERE user_id = person AND organisation_id = of AND until IS NULL AND role = ANY (roles)
    );
$$;

CREATE OR REPLACE FUNCTION applications_check_submission() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    last_sequence integer;
    call_number text;
BEGIN
    PERFORM portal_refuse_unless(
        applications_has_just_been(NEW.submitted_at)
            AND applications_takes_at(NEW.call_id, NEW.submitted_at),
        'application_is_submitted_in_time', 'it is submitted now, while its call is open'
    );
    PERFORM portal_refuse_unless(
        applications_stands(NEW.organisation_id),
        'application_is_of_a_standing_organisation', 'a freed organisation submits nothing'
    );
    SELECT number INTO call_number FROM calls_call WHERE id = NEW.call_id;
    SELECT max(sequence) INTO last_sequence
        FROM applications_application WHERE call_id = NEW.call_id AND id <> NEW.id;
    PERFORM portal_refuse_unless(
        NEW.sequence = coalesce(last_sequence, 0) + 1
            AND NEW.number = format('%s-%s', call_number, to_char(NEW.sequence, 'FM999999000')),
        'application_number_follows_the_last', 'it takes the next number of its call'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER submitted_in_time BEFORE UPDATE OF status ON applications_application
    FOR EACH ROW WHEN (OLD.status = 'draft' AND NEW.status <> 'draft')
    EXECUTE FUNCTION applications_check_submission();

CREATE OR REPLACE FUNCTION applications_check_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    application applications_application%ROWTYPE;
    earlier integer;
BEGIN
    SELECT * INTO application FROM applications_application WHERE id = NEW.application_id;
    SELECT count(*) INTO earlier
        FROM applications_applicationversion WHERE application_id = NEW.application_id;
    PERFORM portal_refuse_unless(
        application.status = 'submitted'
            AND application.submitted_at = NEW.submitted_at
            AND NEW.number = 1 AND earlier = 0,
        'application_version_is_of_its_submission', 'a version is made by its submission'
    );
    PERFORM portal_refuse_unless(
        NEW.submitted_by_id = (
            SELECT changed_by_id FROM applications_statuschange
            WHERE application_id = NEW.application_id ORDER BY id DESC LIMIT 1
        ),
        'application_version_is_by_an_owner', 'it is of whoever submits'
    );
    PERFORM portal_refuse_unless(
        NEW.content::jsonb ->> 'number' = application.number
            AND NEW.sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex'),
        'application_version_has_its_hash', 'the hash is of this content'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER is_of_its_submission BEFORE INSERT ON applications_applicationversion
    FOR EACH ROW EXECUTE FUNCTION applications_check_version();

CREATE OR REPLACE FUNCTION applications_check_late_attempt() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    application applications_application%ROWTYPE;
BEGIN
    SELECT * INTO application FROM applications_application WHERE id = NEW.application_id;
    PERFORM portal_refuse_unless(
        application.status = 'draft'
            AND applications_has_just_been(NEW.attempted_at)
            AND NOT applications_takes_at(application.call_id, NEW.attempted_at),
        'late_attempt_is_late', 'it is of a draft and made now, while its call is not open'
    );
    PERFORM portal_refuse_unless(
        applications_is_member(NEW.attempted_by_id, application.organisation_id, '{owner}'),
        'late_attempt_is_by_an_owner', 'an account manager submits'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER is_late BEFORE INSERT ON applications_lateattempt
    FOR EACH ROW EXECUTE FUNCTION applications_check_late_attempt();
