-- Administrative checks: begun by a coordinator once the call has closed, concluded when complete.

CREATE OR REPLACE FUNCTION selection_check_check_sheet() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        NEW.concluded_at IS NULL AND accounts_has_role(NEW.checked_by_id, 'coordinator'),
        'check_sheet_is_begun_by_a_coordinator', 'a coordinator begins it'
    );
    PERFORM portal_refuse_unless(
        (SELECT status = 'submitted' AND selection_has_closed(call_id)
            FROM applications_application WHERE id = NEW.application_id),
        'check_sheet_follows_the_closing', 'what was submitted is checked once its call has closed'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER begun_by_a_coordinator BEFORE INSERT ON selection_checksheet
    FOR EACH ROW EXECUTE FUNCTION selection_check_check_sheet();

CREATE OR REPLACE FUNCTION selection_check_concluded() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        (SELECT status = 'checking' FROM applications_application WHERE id = NEW.application_id),
        'check_sheet_is_concluded_while_checked', 'the application is being checked'
    );
    PERFORM portal_refuse_unless(
        NOT EXISTS (
            SELECT FROM applications_application application
                JOIN calls_checkitem item ON item.call_id = application.call_id
                LEFT JOIN selection_checkanswer answer
                    ON answer.item_id = item.id AND answer.sheet_id = NEW.id
            WHERE application.id = NEW.application_id
                AND (answer.passed IS NULL OR NOT answer.passed AND btrim(answer.note) = '')
        ),
        'check_sheet_is_complete', 'every question is answered, and every “no” explained'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER concluded_complete BEFORE UPDATE ON selection_checksheet
    FOR EACH ROW WHEN (OLD.concluded_at IS NULL AND NEW.concluded_at IS NOT NULL)
    EXECUTE FUNCTION selection_check_concluded();

CREATE OR REPLACE FUNCTION selection_check_answer() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        EXISTS (
            SELECT FROM selection_checksheet sheet
                JOIN applications_application application ON application.id = sheet.application_id
                JOIN calls_checkitem item ON item.call_id = application.call_id
            WHERE sheet.id = NEW.sheet_id AND item.id = NEW.item_id
        ),
        'check_answer_is_to_a_question_of_its_call', 'the question is of the call'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER of_its_call BEFORE INSERT OR UPDATE ON selection_checkanswer
    FOR EACH ROW EXECUTE FUNCTION selection_check_answer();
