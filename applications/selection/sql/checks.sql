-- Administrative checks: begun by a coordinator once the call has closed, concluded when complete.

CREATE OR REPLACE FUNCTION selection_check_check_sheet() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        NEW.concluded_at IS NULL AND accounts_has_role(NEW.checked_by_id, 'coordinator'),
        'check_sheet_is_begun_by_a_coordinator', 'a coordinator begins it'
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
