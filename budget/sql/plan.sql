-- What the strategy and its amendments plan reaches the accounts once, and only as it was decided.

CREATE OR REPLACE FUNCTION budget_check_plan(entry budget_entry) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- An allocation belongs to the version being loaded; a transfer is a line of an amendment in force.
DECLARE
    version budget_amendment%ROWTYPE;
BEGIN
    IF entry.kind = 'reversal' THEN
        RETURN;
    END IF;
    SELECT * INTO version FROM budget_amendment WHERE id = entry.amendment_id;
    PERFORM portal_refuse_unless(
        version.strategy_id = entry.strategy_id AND CASE entry.kind
            WHEN 'allocation' THEN version.number = 0 AND version.confirmed_at IS NULL
            ELSE version.number > 0 AND version.confirmed_at IS NOT NULL
                AND version.confirmed_by_id = entry.posted_by_id
        END,
        'entry_is_of_its_version', 'an allocation is loaded, a transfer follows an amendment'
    );
    PERFORM portal_refuse_unless(
        EXISTS (
            SELECT FROM budget_amendmentline
            WHERE amendment_id = entry.amendment_id
                AND action_id IS NOT DISTINCT FROM entry.action_id
                AND source_id IS NOT DISTINCT FROM entry.source_id
                AND CASE entry.kind
                    WHEN 'allocation' THEN (after, places_after) = (entry.amount, entry.places)
                    WHEN 'transfer' THEN after - before = entry.amount
                    ELSE places_after - places_before = entry.places
                END
        ) AND NOT EXISTS (
            SELECT FROM budget_entry
            WHERE amendment_id = entry.amendment_id
                AND kind = entry.kind
                AND action_id IS NOT DISTINCT FROM entry.action_id
                AND source_id IS NOT DISTINCT FROM entry.source_id
        ),
        'entry_is_a_line_of_its_version', 'each figure of a version is posted once, as it says'
    );
END
$$;

CREATE OR REPLACE FUNCTION budget_check_drafting() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        coalesce(NEW.published_at, NEW.confirmed_at, NEW.withdrawn_at) IS NULL
            AND coalesce(NEW.published_by_id, NEW.confirmed_by_id, NEW.withdrawn_by_id) IS NULL,
        'amendment_begins_pending', 'it is published and confirmed later'
    );
    PERFORM portal_refuse_unless(
        NEW.number = 0
            OR accounts_has_role(NEW.prepared_by_id, 'coordinator')
            OR accounts_has_role(NEW.prepared_by_id, 'manager'),
        'amendment_is_prepared_in_office', 'a coordinator or a manager prepares it'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER prepared_in_office BEFORE INSERT ON budget_amendment
    FOR EACH ROW EXECUTE FUNCTION budget_check_drafting();

CREATE OR REPLACE FUNCTION budget_check_amending() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        NEW.number = 0
            OR accounts_has_role(NEW.confirmed_by_id, 'coordinator')
            OR accounts_has_role(NEW.confirmed_by_id, 'manager'),
        'amendment_is_confirmed_in_office', 'a coordinator or a manager confirms it'
    );
    PERFORM portal_refuse_unless(
        greatest(NEW.document_date, NEW.effective_on) <= portal_today(),
        'amendment_document_is_not_of_the_future', 'its document is not of the future'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER confirmed_in_office BEFORE UPDATE ON budget_amendment
    FOR EACH ROW WHEN (OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL)
    EXECUTE FUNCTION budget_check_amending();
