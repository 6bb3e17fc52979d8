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
        EXISTS (SELECT FROM selection_decisionitem WHERE decision_id = NEW.id),
        'decision_is_about_something', 'it decides about an application'
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

CREATE OR REPLACE FUNCTION selection_check_retracting() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        accounts_has_role(NEW.retracted_by_id, 'manager')
            OR accounts_has_role(NEW.retracted_by_id, 'coordinator')
                AND NEW.retracted_by_id = NEW.prepared_by_id,
        'decision_is_retracted_in_office', 'a manager retracts, or the coordinator who prepared'
    );
    PERFORM portal_refuse_unless(
        NOT selection_is_barred(NEW.retracted_by_id, NEW.call_id),
        'decision_is_impartial', 'whoever retracts has no conflict of interest in the call'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER retracted_in_order BEFORE UPDATE ON selection_decision
    FOR EACH ROW WHEN (OLD.retracted_at IS NULL AND NEW.retracted_at IS NOT NULL)
    EXECUTE FUNCTION selection_check_retracting();

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
            AND CASE WHEN decision.is_promotion
                THEN application.status = 'waitlisted' AND NEW.outcome = 'fund'
                ELSE application.status = 'scored'
            END,
        'decision_item_is_of_its_call', 'a decision is about scored applications of its call'
    );
    PERFORM portal_refuse_unless(
        -- A promotion repeats the score that the waitlisting decision kept
        CASE WHEN decision.is_promotion
            THEN NEW.score = selection_score_kept(application.id)
            ELSE selection_score_is(application.id, call.evaluators, NEW.score)
        END,
        'decision_item_score_is_its_sheets_mean', 'the score is the mean of the counted sheets'
    );
    PERFORM portal_refuse_unless(
        NEW.score >= call.pass_mark OR NEW.outcome = 'reject',
        'decision_item_below_the_mark_is_rejected', 'below the pass mark nothing is funded'
    );
    PERFORM portal_refuse_unless(
        NEW.outcome <> 'fund'
            OR selection_reservation_is(NEW, application, call, decision.prepared_by_id),
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

CREATE OR REPLACE FUNCTION selection_score_kept(application bigint) RETURNS numeric
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- By the decision that put it on the waitlist.
    SELECT score FROM selection_decisionitem item
        JOIN selection_decision decision ON decision.id = item.decision_id
    WHERE application_id = application AND outcome = 'waitlist' AND confirmed_at IS NOT NULL
    ORDER BY decision.number DESC LIMIT 1;
$$;

CREATE OR REPLACE FUNCTION selection_reservation_is(
    item selection_decisionitem,
    application applications_application,
    call calls_call,
    prepared_by bigint
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
            AND entry.posted_by_id = prepared_by
    ) AND selection_holds(call.id, application.number, 'reserved');
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
        budget_sum(NEW.parts) = item.amount AND NOT budget_has_negative(NEW.parts)
            AND NOT EXISTS (
                SELECT FROM jsonb_each_text(NEW.parts) part
                WHERE value::numeric <> round(value::numeric, 2) OR NOT EXISTS (
                    SELECT FROM budget_fundingsource source
                        JOIN budget_entry entry ON entry.strategy_id = source.strategy_id
                    WHERE entry.id = item.reservation_id AND source.code = part.key
                )
            ),
        'item_split_adds_up', 'the parts of known sources add up to the sum'
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

CREATE OR REPLACE FUNCTION selection_check_passed_over() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        EXISTS (
            SELECT FROM selection_decision decision
                JOIN applications_application application ON application.call_id = decision.call_id
            WHERE decision.id = NEW.decision_id
                AND is_promotion AND confirmed_at IS NULL AND retracted_at IS NULL
                AND application.id = NEW.application_id AND application.status = 'waitlisted'
        ),
        'passed_over_is_on_the_waitlist', 'a promotion passes over applications that wait'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER on_the_waitlist BEFORE INSERT ON selection_passedover
    FOR EACH ROW EXECUTE FUNCTION selection_check_passed_over();

CREATE OR REPLACE FUNCTION selection_has_been(application bigint, outcome text)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- Whether its story leads where a confirmed outcome leads.
    SELECT EXISTS (
        SELECT FROM applications_statuschange
        WHERE application_id = application AND to_status = CASE outcome
            WHEN 'fund' THEN 'approved'
            WHEN 'waitlist' THEN 'waitlisted'
            ELSE 'rejected'
        END
    );
$$;

CREATE OR REPLACE FUNCTION selection_is_carried_out(decision selection_decision)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- Whether its applications went where it leads. What was withdrawn in the meantime stays so.
    SELECT NOT EXISTS (
        SELECT FROM selection_decisionitem item
            JOIN applications_application application ON application.id = item.application_id
        WHERE item.decision_id = decision.id AND status <> 'withdrawn' AND NOT (
            CASE WHEN selection_is_in_standing_decision(application.id)
                THEN status = 'proposed'
                ELSE status <> 'proposed'
                    AND NOT selection_holds(application.call_id, application.number, 'reserved')
            END
            AND (decision.confirmed_at IS NULL OR selection_has_been(application.id, item.outcome))
        )
    );
$$;

CREATE OR REPLACE FUNCTION selection_check_carried_out() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- At commit: a step with a decision moves all its applications, and their money with them.
DECLARE
    decision selection_decision%ROWTYPE;
BEGIN
    SELECT * INTO decision FROM selection_decision
        WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
    PERFORM portal_refuse_unless(
        selection_is_carried_out(decision),
        'decision_is_carried_out', 'its applications and their money go where it leads'
    );
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS carried_out ON selection_decision;
CREATE CONSTRAINT TRIGGER carried_out AFTER UPDATE ON selection_decision
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION selection_check_carried_out('id');

DROP TRIGGER IF EXISTS carried_out ON selection_decisionitem;
CREATE CONSTRAINT TRIGGER carried_out AFTER INSERT ON selection_decisionitem
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION selection_check_carried_out('decision_id');
