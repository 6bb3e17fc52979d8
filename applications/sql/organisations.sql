-- What the office may do with an organisation, and that its history says so.

CREATE OR REPLACE FUNCTION applications_has_submitted(of bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM applications_application WHERE organisation_id = of AND status <> 'draft'
    );
$$;

CREATE OR REPLACE FUNCTION applications_stands(of bigint) RETURNS boolean
LANGUAGE sql SET search_path = public, pg_temp AS $$
    -- Locked: whoever frees its code waits until this is decided, and the other way round
    SELECT freed_at IS NULL FROM applications_organisation WHERE id = of FOR SHARE;
$$;

CREATE OR REPLACE FUNCTION applications_check_organisation() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        NOT applications_has_submitted(NEW.id),
        'organisation_keeps_its_code', 'the code of an organisation with applications stays'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER keeps_its_code BEFORE UPDATE ON applications_organisation
    FOR EACH ROW WHEN (
        OLD.code IS DISTINCT FROM NEW.code OR OLD.freed_at IS DISTINCT FROM NEW.freed_at
    )
    EXECUTE FUNCTION applications_check_organisation();

CREATE OR REPLACE FUNCTION applications_check_history(of bigint) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    organisation applications_organisation%ROWTYPE;
    last jsonb;
    acts text[];
BEGIN
    SELECT * INTO organisation FROM applications_organisation WHERE id = of;
    SELECT after INTO last
        FROM applications_organisationchange WHERE organisation_id = of ORDER BY id DESC LIMIT 1;
    SELECT array_agg(act) INTO acts
        FROM applications_organisationchange WHERE organisation_id = of;
    PERFORM portal_refuse_unless(
        last = jsonb_build_object(
            'code', organisation.code, 'name', organisation.name,
            'legal_form', organisation.legal_form, 'address', organisation.address
        )
            AND (organisation.verified_at IS NOT NULL) = ('verify' = ANY (acts))
            AND (organisation.freed_at IS NOT NULL) = ('free' = ANY (acts)),
        'organisation_follows_its_history', 'an organisation and its history change together'
    );
END
$$;

CREATE OR REPLACE FUNCTION applications_check_membership() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        applications_stands(NEW.organisation_id),
        'membership_is_of_a_standing_organisation', 'nobody joins a freed organisation'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER is_of_a_standing_organisation BEFORE INSERT ON applications_membership
    FOR EACH ROW EXECUTE FUNCTION applications_check_membership();
