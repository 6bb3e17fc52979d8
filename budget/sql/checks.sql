-- Checks of an entry before it moves anything. Each function raises under the name of a
-- constraint, which budget/operations/refusals.py turns into a sentence.

CREATE OR REPLACE FUNCTION budget_refuse_twin(entry budget_entry) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Reject a duplicate here: the unique index comes too late, because INSERT … ON CONFLICT DO NOTHING
-- would skip the row after this trigger had moved the balances.
BEGIN
    IF EXISTS (SELECT FROM budget_entry WHERE closes_id = entry.closes_id) THEN
        RAISE EXCEPTION 'entry % is settled already', entry.closes_id
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'budget_entry_closes_id_key';
    END IF;
    IF EXISTS (
        SELECT FROM budget_entry WHERE id = entry.id OR request_key = entry.request_key
    ) THEN
        RAISE EXCEPTION 'request % is posted already', entry.request_key
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'budget_entry_request_key_key';
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION budget_refuse_future(entry budget_entry) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- No document and no effect is dated in the future.
BEGIN
    IF greatest(entry.document_date, entry.effective_on) > portal_today() THEN
        RAISE EXCEPTION 'a document of the future' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'entry_document_is_not_of_the_future';
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION budget_check_split(entry budget_entry) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- The parts are amounts of known sources, in whole cents, and add up to the entry's amount.
DECLARE
    wrong_parts integer;
BEGIN
    SELECT count(*) INTO wrong_parts
        FROM jsonb_each_text(entry.split) part
            LEFT JOIN budget_fundingsource source
                ON source.strategy_id = entry.strategy_id AND source.code = part.key
            LEFT JOIN budget_account account ON account.source_id = source.id
        WHERE account.id IS NULL
            OR part.value IS NULL
            OR part.value::numeric < 0
            -- NaN passes every comparison above and below
            OR part.value::numeric = 'NaN'
            OR part.value::numeric <> round(part.value::numeric, 2);
    -- Not budget_sum: without any parts the sum is NULL here, and that does not equal 0 either
    IF wrong_parts > 0 OR entry.amount IS DISTINCT FROM
        (SELECT sum(value::numeric) FROM jsonb_each_text(entry.split)) THEN
        RAISE EXCEPTION 'the parts by source do not add up to the amount'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_split_adds_up';
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION budget_check_settling(entry budget_entry, closed budget_entry)
RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- `entry` concerns the same money as `closed`, which its kind may end, and a reversal is the mirror
-- image of what it undoes.
DECLARE
    undone budget_entry%ROWTYPE;
BEGIN
    SELECT * INTO undone FROM budget_entry WHERE id = entry.undoes_id;
    IF (closed.strategy_id, closed.action_id, closed.source_id, closed.project_number)
        IS DISTINCT FROM
        (entry.strategy_id, entry.action_id, entry.source_id, entry.project_number)
        OR undone.id IS NOT NULL
        AND (undone.amount, undone.split, undone.places) IS DISTINCT FROM
            (entry.amount, entry.split, entry.places) THEN
        RAISE EXCEPTION 'an entry mirrors the one it closes'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_mirrors_what_it_closes';
    END IF;
    IF NOT budget_may_settle(entry, closed) THEN
        RAISE EXCEPTION 'a % cannot close this %', entry.kind, closed.kind
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_closes_what_its_kind_may';
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION budget_may_settle(entry budget_entry, closed budget_entry)
RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    -- Steps that hold money form a chain, each closing the one before; payments stand beside it
    chain text[] := ARRAY['allocation', 'reservation', 'award', 'contract', 'release'];
    beside text[] := ARRAY['payment', 'recovery'];
    undone budget_entry%ROWTYPE;
BEGIN
    IF entry.kind = 'reversal' THEN
        SELECT * INTO undone FROM budget_entry WHERE id = entry.undoes_id;
        -- None if nothing was in force: a payment's correction, for one, is not corrected
        RETURN undone.id IS NOT NULL
            AND undone.kind = ANY (chain || beside)
            AND NOT budget_has_moved_on(entry, undone);
    END IF;
    IF closed.kind = ANY (beside) OR closed.kind = 'reversal' AND EXISTS (
        SELECT FROM budget_entry WHERE id = closed.undoes_id AND kind = ANY (beside)
    ) THEN
        RETURN false;
    END IF;
    RETURN CASE entry.kind
        WHEN 'award' THEN closed.hold = 'reserved' AND entry.amount = closed.held
        WHEN 'contract' THEN closed.hold = 'committed'
        WHEN 'release' THEN entry.amount <= closed.held
            AND entry.places = (entry.amount = closed.held)::integer
            AND (closed.hold = 'committed' OR entry.amount = closed.held)
        ELSE closed.kind = ANY (chain)
    END;
END
$$;

CREATE OR REPLACE FUNCTION budget_has_moved_on(entry budget_entry, closed budget_entry)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    -- The project has begun another chain since `closed`: the old one can't be corrected any more.
    SELECT closed.kind IN ('reservation', 'award', 'contract', 'release') AND EXISTS (
        SELECT FROM budget_entry
        WHERE strategy_id = entry.strategy_id
            AND project_number = entry.project_number
            AND seq > closed.seq
            AND kind = 'reservation'
    );
$$;

CREATE OR REPLACE FUNCTION budget_check_project(entry budget_entry, last budget_entry)
RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Project money belongs to one action and is reserved once. `last` is the project's last entry, or
-- NULL.
BEGIN
    IF entry.action_id IS NULL OR entry.source_id IS NOT NULL
        OR last.held > 0 AND last.action_id <> entry.action_id THEN
        RAISE EXCEPTION 'project money belongs to one action'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_of_a_project_has_an_action';
    END IF;
    PERFORM budget_check_split(entry);
    IF entry.kind = 'reservation' AND last.held > 0 THEN
        RAISE EXCEPTION 'project % holds money already', entry.project_number
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'entry_holds_money_once';
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION budget_check_holding(entry budget_entry) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- After the entry the project holds nothing negative from any source, and was paid no more than it
-- holds from each. By source, because sums could hide a shortage of one behind another.
DECLARE
    committed jsonb := budget_held_as(entry, 'committed');
BEGIN
    IF budget_has_negative(entry.held_split) THEN
        RAISE EXCEPTION 'more than a source gave is released'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_released_is_within_held';
    END IF;
    IF budget_has_negative(entry.paid_split) THEN
        RAISE EXCEPTION 'more is recovered than was paid'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_recovered_is_within_paid';
    END IF;
    IF budget_has_negative(budget_add(committed, entry.paid_split, -1)) THEN
        RAISE EXCEPTION 'more is paid than the project holds'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_paid_is_within_held';
    END IF;
END
$$;
