-- Who may judge, and what a score sheet may say. Sums are compared as fractions, by multiplying:
-- PostgreSQL's division rounds.

CREATE OR REPLACE FUNCTION selection_rounds_to(
    numerator numeric, denominator numeric, shown numeric
) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    -- Whether the fraction (not negative), rounded half-up to 0,01, is `shown`.
    SELECT shown = round(shown, 2)
        AND (200 * shown - 1) * denominator <= 200 * numerator
        AND 200 * numerator < (200 * shown + 1) * denominator;
$$;

CREATE OR REPLACE FUNCTION selection_sum_is(sheets bigint[], shown numeric) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
-- Whether the mean of the sheets' totals (weighted points of 100) is `shown`.
DECLARE
    numerator numeric := 0;
    denominator numeric := 1;
    score record;
BEGIN
    FOR score IN
        SELECT points, weight, max_points
        FROM selection_score JOIN calls_criterion ON calls_criterion.id = criterion_id
        WHERE sheet_id = ANY (sheets)
    LOOP
        numerator := numerator * score.max_points + score.points * score.weight * denominator;
        denominator := denominator * score.max_points;
    END LOOP;
    RETURN selection_rounds_to(numerator, denominator * cardinality(sheets), shown);
END
$$;

CREATE OR REPLACE FUNCTION selection_counted_sheets(application bigint) RETURNS bigint[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM selection_scoresheet
    WHERE application_id = application AND submitted_at IS NOT NULL AND voided_at IS NULL;
$$;

CREATE OR REPLACE FUNCTION selection_is_bound(person bigint, application bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- Whoever had a hand in the application or declared a conflict. See also bound_to()
    SELECT EXISTS (
        SELECT FROM applications_application draft
        WHERE draft.id = application AND (
            draft.created_by_id = person
            OR EXISTS (
                SELECT FROM applications_membership
                WHERE user_id = person
                    AND organisation_id = draft.organisation_id
                    AND (until IS NULL OR until > draft.created_at)
            )
        )
    ) OR EXISTS (
        SELECT FROM selection_declaration
        WHERE person_id = person AND application_id = application AND has_conflict
    );
$$;

CREATE OR REPLACE FUNCTION selection_is_assigned(person bigint, application bigint)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM selection_assignment
        WHERE evaluator_id = person AND application_id = application
    );
$$;

CREATE OR REPLACE FUNCTION selection_check_assignment() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        accounts_has_role(NEW.assigned_by_id, 'coordinator')
            AND accounts_has_role(NEW.evaluator_id, 'evaluator'),
        'assignment_is_of_an_evaluator', 'a coordinator assigns an evaluator'
    );
    PERFORM portal_refuse_unless(
        NOT selection_is_bound(NEW.evaluator_id, NEW.application_id),
        'assignment_is_impartial', 'nobody judges what they had a hand in'
    );
    PERFORM portal_refuse_unless(
        (SELECT status IN ('submitted', 'checking', 'scoring')
            FROM applications_application WHERE id = NEW.application_id),
        'assignment_precedes_the_end_of_scoring', 'evaluators are assigned before scoring ends'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER impartial_evaluator BEFORE INSERT ON selection_assignment
    FOR EACH ROW EXECUTE FUNCTION selection_check_assignment();

CREATE OR REPLACE FUNCTION selection_check_unassigning() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        (SELECT status IN ('submitted', 'checking', 'scoring')
            FROM applications_application WHERE id = OLD.application_id)
        AND NOT EXISTS (
            SELECT FROM selection_scoresheet
            WHERE id = ANY (selection_counted_sheets(OLD.application_id))
                AND evaluator_id = OLD.evaluator_id
        ),
        'assignment_stays_with_its_sheet', 'whoever has scored stays assigned'
    );
    RETURN OLD;
END
$$;

CREATE OR REPLACE TRIGGER stays_with_its_sheet BEFORE DELETE ON selection_assignment
    FOR EACH ROW EXECUTE FUNCTION selection_check_unassigning();

CREATE OR REPLACE FUNCTION selection_check_declaration() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        NEW.conflict_found_at IS NULL,
        'declaration_becomes_a_conflict_later', 'a conflict declared at first was not found later'
    );
    PERFORM portal_refuse_unless(
        (SELECT status <> 'draft' FROM applications_application WHERE id = NEW.application_id),
        'declaration_is_of_a_submitted_application', 'drafts are nobody else''s business'
    );
    PERFORM portal_refuse_unless(
        EXISTS (SELECT FROM unnest('{coordinator,manager,board,auditor}'::text[]) office
            WHERE accounts_has_role(NEW.person_id, office))
        OR accounts_has_role(NEW.person_id, 'evaluator')
            AND selection_is_assigned(NEW.person_id, NEW.application_id),
        'declaration_is_of_the_office', 'those declare who may come to judge'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER of_the_office BEFORE INSERT ON selection_declaration
    FOR EACH ROW EXECUTE FUNCTION selection_check_declaration();

CREATE OR REPLACE FUNCTION selection_check_changed_declaration() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        NEW.has_conflict AND NEW.conflict_found_at IS NOT NULL,
        'declaration_changes_into_a_conflict_alone', 'it changes when a conflict is found'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER into_a_conflict_alone BEFORE UPDATE ON selection_declaration
    FOR EACH ROW EXECUTE FUNCTION selection_check_changed_declaration();

CREATE OR REPLACE FUNCTION selection_check_sheet() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        NEW.submitted_at IS NULL AND NEW.voided_at IS NULL,
        'score_sheet_begins_empty', 'a sheet is submitted later'
    );
    PERFORM portal_refuse_unless(
        selection_is_assigned(NEW.evaluator_id, NEW.application_id)
            AND (SELECT status = 'scoring' FROM applications_application
                WHERE id = NEW.application_id),
        'score_sheet_is_by_an_assigned_evaluator', 'the evaluator is assigned, and it is scored now'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER begun_by_an_evaluator BEFORE INSERT ON selection_scoresheet
    FOR EACH ROW EXECUTE FUNCTION selection_check_sheet();

CREATE OR REPLACE FUNCTION selection_check_submitted_sheet() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    application applications_application%ROWTYPE;
BEGIN
    SELECT * INTO application FROM applications_application WHERE id = NEW.application_id;
    PERFORM portal_refuse_unless(
        application.status = 'scoring'
            AND accounts_has_role(NEW.evaluator_id, 'evaluator')
            AND selection_is_assigned(NEW.evaluator_id, NEW.application_id),
        'score_sheet_is_by_an_assigned_evaluator', 'the evaluator is assigned, and it is scored now'
    );
    PERFORM portal_refuse_unless(
        NOT EXISTS (
            SELECT FROM calls_criterion criterion
                LEFT JOIN selection_score score
                    ON score.criterion_id = criterion.id AND score.sheet_id = NEW.id
            WHERE criterion.call_id = application.call_id
                AND (score.points IS NULL OR length(btrim(score.reason)) < 30)
        ),
        'score_sheet_is_complete', 'every criterion has points and a reason'
    );
    PERFORM portal_refuse_unless(
        selection_sum_is(ARRAY[NEW.id], NEW.total),
        'score_sheet_total_is_its_sum', 'the total is the sum of the weighted points'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER submitted_complete BEFORE UPDATE ON selection_scoresheet
    FOR EACH ROW WHEN (OLD.submitted_at IS NULL AND NEW.submitted_at IS NOT NULL)
    EXECUTE FUNCTION selection_check_submitted_sheet();

CREATE OR REPLACE FUNCTION selection_check_score() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    most numeric;
BEGIN
    SELECT max_points INTO most
        FROM selection_scoresheet sheet
            JOIN applications_application application ON application.id = sheet.application_id
            JOIN calls_criterion criterion ON criterion.call_id = application.call_id
        WHERE sheet.id = NEW.sheet_id AND criterion.id = NEW.criterion_id;
    PERFORM portal_refuse_unless(
        most IS NOT NULL, 'score_is_for_a_criterion_of_its_call', 'the criterion is of the call'
    );
    PERFORM portal_refuse_unless(
        NEW.points IS NULL OR NEW.points <= most,
        'score_is_within_its_maximum', 'no more points than the criterion gives'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER within_its_maximum BEFORE INSERT OR UPDATE ON selection_score
    FOR EACH ROW EXECUTE FUNCTION selection_check_score();
