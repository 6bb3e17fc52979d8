-- A status is reached only on its grounds: the sheet, the scores, the decision, the money.

CREATE OR REPLACE FUNCTION selection_has_closed(call bigint) RETURNS boolean
LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT portal_now() >= closes_at FROM calls_call WHERE id = call;
$$;

CREATE OR REPLACE FUNCTION selection_is_checked(application bigint, wanted boolean)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- Whether its check is concluded, with the wanted result.
    SELECT bool_and(passed) = wanted
    FROM selection_checksheet sheet JOIN selection_checkanswer answer ON answer.sheet_id = sheet.id
    WHERE sheet.application_id = application AND concluded_at IS NOT NULL;
$$;

CREATE OR REPLACE FUNCTION selection_has_enough_sheets(application bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT cardinality(selection_counted_sheets(application)) >= evaluators
    FROM applications_application row_of JOIN calls_call ON calls_call.id = row_of.call_id
    WHERE row_of.id = application;
$$;

CREATE OR REPLACE FUNCTION selection_awaits_a_sheet(application bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- Of somebody assigned who has not recused. See also AssignmentQuerySet.awaited
    SELECT EXISTS (
        SELECT FROM selection_assignment assignment
        WHERE application_id = application
            AND NOT EXISTS (
                SELECT FROM selection_scoresheet sheet
                WHERE sheet.application_id = application
                    AND sheet.evaluator_id = assignment.evaluator_id
                    AND submitted_at IS NOT NULL AND voided_at IS NULL
            )
            AND NOT EXISTS (
                SELECT FROM selection_declaration declaration
                WHERE declaration.application_id = application
                    AND person_id = assignment.evaluator_id AND has_conflict
            )
    );
$$;

CREATE OR REPLACE FUNCTION selection_is_in_standing_decision(application bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM selection_decisionitem item
            JOIN selection_decision decision ON decision.id = item.decision_id
        WHERE application_id = application AND confirmed_at IS NULL AND retracted_at IS NULL
    );
$$;

CREATE OR REPLACE FUNCTION selection_is_decided(application bigint, wanted text)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM selection_decisionitem item
            JOIN selection_decision decision ON decision.id = item.decision_id
        WHERE application_id = application AND outcome = wanted AND confirmed_at IS NOT NULL
    );
$$;

CREATE OR REPLACE FUNCTION selection_holds(call bigint, project text, wanted text)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- Whether the project's last entry leaves money held so.
    SELECT coalesce(
        (
            SELECT hold = wanted AND held > 0
            FROM budget_entry entry
                JOIN budget_action action ON action.strategy_id = entry.strategy_id
                JOIN calls_call ON calls_call.action_id = action.id
            WHERE calls_call.id = call AND project_number = project
            ORDER BY seq DESC LIMIT 1
        ),
        false
    );
$$;

CREATE OR REPLACE FUNCTION selection_check_move() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    is_grounded boolean;
BEGIN
    is_grounded := CASE NEW.status
        WHEN 'submitted' THEN true  -- applications/sql/submission.sql
        WHEN 'checking' THEN selection_has_closed(NEW.call_id)
        WHEN 'scoring' THEN CASE OLD.status
            WHEN 'checking' THEN selection_is_checked(NEW.id, true)
            ELSE NOT selection_has_enough_sheets(NEW.id)
        END
        WHEN 'scored' THEN CASE OLD.status
            WHEN 'scoring' THEN
                selection_has_enough_sheets(NEW.id) AND NOT selection_awaits_a_sheet(NEW.id)
            ELSE NOT selection_is_in_standing_decision(NEW.id)
        END
        WHEN 'proposed' THEN selection_is_in_standing_decision(NEW.id)
        WHEN 'approved' THEN
            selection_is_decided(NEW.id, 'fund')
                AND selection_holds(NEW.call_id, NEW.number, 'committed')
        WHEN 'waitlisted' THEN
            selection_is_decided(NEW.id, 'waitlist')
                AND NOT selection_is_in_standing_decision(NEW.id)
        WHEN 'rejected' THEN CASE OLD.status
            WHEN 'checking' THEN selection_is_checked(NEW.id, false)
            ELSE selection_is_decided(NEW.id, 'reject')
        END
        WHEN 'withdrawn' THEN NOT selection_holds(NEW.call_id, NEW.number, 'reserved')
        ELSE false
    END;
    PERFORM portal_refuse_unless(
        is_grounded, 'application_status_has_its_grounds',
        format('%s does not become %s without its grounds', NEW.number, NEW.status)
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER status_has_its_grounds
    BEFORE UPDATE OF status ON applications_application
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION selection_check_move();
