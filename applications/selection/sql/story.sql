-- Who moves an application: the office, each role what is its own; a decision, whoever took it.

CREATE OR REPLACE FUNCTION selection_has_office(person bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM accounts_rolegrant
        WHERE user_id = person AND accounts_has_role(person, role)
    );
$$;

CREATE OR REPLACE FUNCTION selection_has_decided(person bigint, application bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- Whether the person took the step of the application's last decision.
    SELECT person = CASE
            WHEN confirmed_at IS NOT NULL THEN confirmed_by_id
            WHEN retracted_at IS NOT NULL THEN retracted_by_id
            ELSE prepared_by_id
        END
    FROM selection_decisionitem item JOIN selection_decision decision ON decision.id = decision_id
    WHERE application_id = application
    ORDER BY decision.id DESC LIMIT 1;
$$;

CREATE OR REPLACE FUNCTION selection_check_teller() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        CASE
            WHEN NEW.transition IN ('submit', 'withdraw') THEN true  -- applications/sql/story.sql
            WHEN NEW.transition IN ('start_check', 'pass_check', 'fail_check')
                THEN accounts_has_role(NEW.changed_by_id, 'coordinator')
            WHEN NEW.transition IN ('finish_scoring', 'resume_scoring')
                THEN selection_has_office(NEW.changed_by_id)
            ELSE selection_has_decided(NEW.changed_by_id, NEW.application_id)
        END,
        'story_is_of_who_may', format('somebody else may %s', NEW.transition)
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER told_by_who_may BEFORE INSERT ON applications_statuschange
    FOR EACH ROW EXECUTE FUNCTION selection_check_teller();
