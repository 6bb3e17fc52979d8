-- What must be true of projects, contracts, claims and histories beside the journal, whoever writes
-- them. Each check raises under the name of the truth, as a constraint does.

CREATE OR REPLACE FUNCTION projects_refuse(truth text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '%', replace(truth, '_', ' ')
        USING ERRCODE = 'check_violation', CONSTRAINT = truth;
END
$$;

CREATE OR REPLACE FUNCTION projects_lock(project bigint) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    -- Everyone who writes a project's papers waits here, then for its money, as every step does.
    SELECT FROM projects_project WHERE id = project FOR NO KEY UPDATE;
    SELECT budget_lock(entry.strategy_id)
        FROM projects_project JOIN budget_entry entry ON entry.id = award_id
        WHERE projects_project.id = project;
$$;

CREATE OR REPLACE FUNCTION projects_last_entry(project bigint) RETURNS budget_entry
LANGUAGE sql SET search_path = public, pg_temp AS $$
    -- The entry that says what the project holds and was paid.
    SELECT entry.*
    FROM projects_project
        JOIN budget_entry award ON award.id = award_id
        JOIN budget_entry entry
            ON entry.strategy_id = award.strategy_id AND entry.project_number = number
    WHERE projects_project.id = project
    ORDER BY entry.seq DESC LIMIT 1;
$$;

CREATE OR REPLACE FUNCTION projects_check_project() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- A new project is what its award funds, for no more than it costs.
DECLARE
    award budget_entry%ROWTYPE;
BEGIN
    SELECT * INTO award FROM budget_entry WHERE id = NEW.award_id;
    IF award.kind <> 'award' OR NEW.status <> 'preparing'
        OR (award.project_number, award.action_id) IS DISTINCT FROM (NEW.number, NEW.action_id) THEN
        PERFORM projects_refuse('project_opens_with_its_award');
    ELSIF award.amount > NEW.total_cost THEN
        PERFORM projects_refuse('project_is_awarded_within_its_total_cost');
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION projects_check_contract() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- A contract says what its entry says, and gives no more than one project of the call may get.
DECLARE
    entry budget_entry%ROWTYPE;
    project projects_project%ROWTYPE;
BEGIN
    SELECT * INTO entry FROM budget_entry WHERE id = NEW.entry_id;
    SELECT * INTO project FROM projects_project WHERE id = NEW.project_id;
    IF (entry.kind, entry.project_number, entry.amount, entry.document, entry.document_date)
        IS DISTINCT FROM
        ('contract', project.number, NEW.amount, NEW.number, NEW.signed_on) THEN
        PERFORM projects_refuse('contract_says_what_its_entry_says');
    ELSIF NEW.amount > project.max_grant THEN
        PERFORM projects_refuse('contract_is_within_the_largest_sum');
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION projects_promised(claim projects_claim) RETURNS numeric
LANGUAGE sql SET search_path = public, pg_temp AS $$
    -- EUR approved for the project's other claims and not paid yet.
    SELECT coalesce(sum(other.approved), 0)
    FROM projects_claim other
    WHERE other.project_id = claim.project_id
        AND other.id <> claim.id
        AND NOT EXISTS (
            SELECT FROM budget_entry payment
            WHERE payment.id = other.payment_id
                AND NOT EXISTS (SELECT FROM budget_entry WHERE undoes_id = payment.id)
        );
$$;

CREATE OR REPLACE FUNCTION projects_check_approval(claim projects_claim) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Approved between its receipt and today, within what the contract holds and no claim waits for.
DECLARE
    last budget_entry%ROWTYPE;
BEGIN
    PERFORM projects_lock(claim.project_id);
    IF claim.approved_on > portal_today() OR claim.approved_on < claim.received_on THEN
        PERFORM projects_refuse('claim_is_approved_after_its_receipt');
    END IF;
    last := projects_last_entry(claim.project_id);
    IF claim.approved > 0 AND (
        claim.approved > last.held - last.paid - projects_promised(claim)
        OR NOT EXISTS (
            SELECT FROM projects_contract contract
            WHERE contract.project_id = claim.project_id
                AND NOT EXISTS (SELECT FROM budget_entry WHERE undoes_id = contract.entry_id)
        )
    ) THEN
        PERFORM projects_refuse('claim_is_approved_within_the_contract');
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION projects_check_payment(claim projects_claim) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- The claim's payment is an entry of its project, for no more than was approved.
BEGIN
    IF NOT EXISTS (
        SELECT FROM budget_entry entry JOIN projects_project ON project_number = number
        WHERE entry.id = claim.payment_id
            AND projects_project.id = claim.project_id
            AND entry.kind = 'payment'
            AND entry.amount <= claim.approved
            AND NOT EXISTS (SELECT FROM budget_entry WHERE undoes_id = entry.id)
    ) THEN
        PERFORM projects_refuse('claim_is_paid_by_its_projects_payment');
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION projects_check_claim() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.registered_at := portal_now();
        IF NEW.approved IS NOT NULL OR NEW.payment_id IS NOT NULL THEN
            PERFORM projects_refuse('claim_is_registered_before_it_is_decided');
        ELSIF NEW.received_on > portal_today() THEN
            PERFORM projects_refuse('claim_is_not_of_the_future');
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.approved IS NULL AND NEW.approved IS NOT NULL THEN
        PERFORM projects_check_approval(NEW);
    END IF;
    IF NEW.payment_id IS DISTINCT FROM OLD.payment_id AND NEW.payment_id IS NOT NULL THEN
        PERFORM projects_check_payment(NEW);
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION projects_check_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- A step begins where the one before it led, and names the entry of its own kind and project.
DECLARE
    before text;
BEGIN
    NEW.changed_at := portal_now();
    PERFORM projects_lock(NEW.project_id);
    SELECT to_status INTO before FROM projects_projectchange
        WHERE project_id = NEW.project_id ORDER BY id DESC LIMIT 1;
    IF NEW.from_status <> coalesce(before, 'preparing') THEN
        PERFORM projects_refuse('change_begins_where_the_last_one_led');
    ELSIF NEW.document_date > portal_today() THEN
        PERFORM projects_refuse('change_is_not_of_the_future');
    ELSIF NEW.entry_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM budget_entry entry JOIN projects_project ON project_number = number
        WHERE entry.id = NEW.entry_id
            AND projects_project.id = NEW.project_id
            AND entry.kind = CASE NEW.step
                WHEN 'contract' THEN 'contract'
                WHEN 'contract_change' THEN 'contract'
                WHEN 'recover' THEN 'recovery'
                WHEN 'correct' THEN 'reversal'
                ELSE 'release'
            END
    ) THEN
        PERFORM projects_refuse('change_names_the_entry_of_its_step');
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION projects_check_story() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- At the commit the project is where its last step led, with the money such a project has.
DECLARE
    project projects_project%ROWTYPE;
    last budget_entry%ROWTYPE := projects_last_entry(NEW.project_id);
BEGIN
    SELECT * INTO project FROM projects_project WHERE id = NEW.project_id;
    IF project.status IS DISTINCT FROM (
        SELECT to_status FROM projects_projectchange
        WHERE project_id = NEW.project_id ORDER BY id DESC LIMIT 1
    ) THEN
        PERFORM projects_refuse('change_led_to_the_projects_status');
    ELSIF project.status IN ('completed', 'terminated') AND last.held <> last.paid
        OR project.status IN ('running', 'suspended') AND last.held = 0 THEN
        PERFORM projects_refuse('project_has_the_money_of_its_status');
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER check_project BEFORE INSERT ON projects_project
    FOR EACH ROW EXECUTE FUNCTION projects_check_project();
CREATE OR REPLACE TRIGGER check_contract BEFORE INSERT ON projects_contract
    FOR EACH ROW EXECUTE FUNCTION projects_check_contract();
CREATE OR REPLACE TRIGGER check_claim BEFORE INSERT OR UPDATE ON projects_claim
    FOR EACH ROW EXECUTE FUNCTION projects_check_claim();
CREATE OR REPLACE TRIGGER check_change BEFORE INSERT ON projects_projectchange
    FOR EACH ROW EXECUTE FUNCTION projects_check_change();
-- Deferred: a step's rows are written one after another. OR REPLACE does not know such triggers
DROP TRIGGER IF EXISTS check_story ON projects_projectchange;
CREATE CONSTRAINT TRIGGER check_story AFTER INSERT ON projects_projectchange
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION projects_check_story();
