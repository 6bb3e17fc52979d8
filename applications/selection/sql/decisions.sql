-- Decisions: prepared by a coordinator once the call has closed, confirmed by a manager.

CREATE OR REPLACE FUNCTION selection_is_barred(person bigint, call bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- By any live application of the call. See also impartiality.conflicted_numbers
    SELECT EXISTS (
        SELECT FROM applications_application application
        WHERE call_id = call
            AND status NOT IN ('draft', 'approved', 'rejected', 'withdrawn')
            AND selection_is_bound(person, application.id)
    );
$$;

CREATE OR REPLACE FUNCTION selection_check_preparing() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        NEW.confirmed_at IS NULL AND NEW.retracted_at IS NULL,
        'decision_begins_standing', 'a decision is confirmed later'
    );
    PERFORM portal_refuse_unless(
        (SELECT portal_now() >= closes_at FROM calls_call WHERE id = NEW.call_id),
        'decision_follows_the_closing', 'nothing is decided before the call has closed'
    );
    PERFORM portal_refuse_unless(
        accounts_has_role(NEW.prepared_by_id, 'coordinator')
            AND NOT selection_is_barred(NEW.prepared_by_id, NEW.call_id),
        'decision_is_prepared_by_a_coordinator', 'an impartial coordinator prepares it'
    );
    PERFORM portal_refuse_unless(
        NEW.is_promotion OR NEW.unscored_reason <> '' OR NOT EXISTS (
            SELECT FROM applications_application
            WHERE call_id = NEW.call_id AND status IN ('submitted', 'checking', 'scoring')
        ),
        'decision_without_some_says_why', 'applications are not scored yet'
    );
    PERFORM portal_refuse_unless(
        NEW.sha256 = encode(sha256(convert_to(NEW.protocol, 'UTF8')), 'hex'),
        'decision_has_its_hash', 'the hash is of this protocol'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER prepared_in_order BEFORE INSERT ON selection_decision
    FOR EACH ROW EXECUTE FUNCTION selection_check_preparing();

CREATE OR REPLACE FUNCTION selection_check_confirming() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        accounts_has_role(NEW.confirmed_by_id, 'manager')
            AND accounts_has_role(NEW.prepared_by_id, 'coordinator'),
        'decision_is_confirmed_in_office', 'a manager confirms what a coordinator prepared'
    );
    PERFORM portal_refuse_unless(
        NOT selection_is_barred(NEW.confirmed_by_id, NEW.call_id)
            AND NOT selection_is_barred(NEW.prepared_by_id, NEW.call_id),
        'decision_is_impartial', 'neither of them has a conflict of interest in the call'
    );
    PERFORM portal_refuse_unless(
        NEW.document = '' AND NEW.paper_date <= portal_today(),
        'decision_names_its_paper', 'it names a document that is not of the future'
    );
    -- One after another, so that numbers have no gaps and none is given twice
    PERFORM pg_advisory_xact_lock('selection_decision'::regclass::oid::bigint);
    SELECT coalesce(max(number), 0) + 1 INTO NEW.number FROM selection_decision;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER confirmed_in_order BEFORE UPDATE ON selection_decision
    FOR EACH ROW WHEN (OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL)
    EXECUTE FUNCTION selection_check_confirming();

CREATE OR REPLACE FUNCTION selection_check_item() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    application applications_application%ROWTYPE;
    decision selection_decision%ROWTYPE;
    call calls_call%ROWTYPE;
BEGIN
    SELECT * INTO application FROM applications_application WHERE id = NEW.application_id;
    SELECT * INTO decision FROM selection_decision WHERE id = NEW.decision_id;
    SELECT * INTO call FROM calls_call WHERE id = application.call_id;
    PERFORM portal_refuse_unless(
        application.call_id = decision.call_id
            AND decision.confirmed_at IS NULL AND decision.retracted_at IS NULL
            AND application.status =
                CASE WHEN decision.is_promotion THEN 'waitlisted' ELSE 'scored' END,
        'decision_item_is_of_its_call', 'a decision is about scored applications of its call'
    );
    PERFORM portal_refuse_unless(
        -- A promotion repeats the score that the waitlisting decision kept
        decision.is_promotion OR selection_score_is(application.id, call.evaluators, NEW.score),
        'decision_item_score_is_its_sheets_mean', 'the score is the mean of the counted sheets'
    );
    PERFORM portal_refuse_unless(
        NEW.score >= call.pass_mark OR NEW.outcome = 'reject',
        'decision_item_below_the_mark_is_rejected', 'below the pass mark nothing is funded'
    );
    PERFORM portal_refuse_unless(
        NEW.outcome <> 'fund' OR selection_reservation_is(NEW, application, call),
        'decision_item_holds_what_is_requested', 'its reservation holds the requested sum'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION selection_score_is(
    application bigint, evaluators integer, shown numeric
) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT cardinality(sheets) >= evaluators AND selection_sum_is(sheets, shown)
    FROM selection_counted_sheets(application) sheets;
$$;

CREATE OR REPLACE FUNCTION selection_reservation_is(
    item selection_decisionitem, application applications_application, call calls_call
) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM budget_entry entry
        WHERE entry.id = item.reservation_id
            AND entry.kind = 'reservation'
            AND entry.project_number = application.number
            AND entry.amount = item.amount
            AND entry.amount = application.requested
            AND entry.amount <= call.max_per_project
    );
$$;

CREATE OR REPLACE TRIGGER follows_the_scores BEFORE INSERT ON selection_decisionitem
    FOR EACH ROW EXECUTE FUNCTION selection_check_item();

CREATE OR REPLACE FUNCTION selection_check_split() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    item selection_decisionitem%ROWTYPE;
BEGIN
    SELECT * INTO item FROM selection_decisionitem WHERE id = NEW.item_id;
    PERFORM portal_refuse_unless(
        budget_sum(NEW.parts) = item.amount AND NOT budget_has_negative(NEW.parts),
        'item_split_adds_up', 'the parts add up to the sum'
    );
    PERFORM portal_refuse_unless(
        (SELECT accounts_has_role(NEW.divided_by_id, 'coordinator')
                AND NOT selection_is_barred(NEW.divided_by_id, call_id)
            FROM selection_decision WHERE id = item.decision_id),
        'item_split_is_by_a_coordinator', 'an impartial coordinator divides'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER parts_add_up BEFORE INSERT ON selection_itemsplit
    FOR EACH ROW EXECUTE FUNCTION selection_check_split();
