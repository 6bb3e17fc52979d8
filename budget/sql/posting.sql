-- The only writer of accounts. Inserting an entry numbers it, computes what its project holds and
-- was paid after it, and moves the balances, under the strategy's lock. The CHECKs of the accounts
-- then accept or reject the result.
-- SECURITY DEFINER, because the portal's role must not change accounts in any other way; with a
-- fixed search_path, so that a caller's own schema can't replace a table or function.

CREATE OR REPLACE FUNCTION budget_lock(strategy bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    -- Everyone who moves this strategy's money waits here. A function, because locking a row needs
    -- the right to change it, which the portal's role lacks. NO KEY, so that rows which reference
    -- the account can still be inserted.
    SELECT FROM budget_account
    WHERE strategy_id = strategy AND action_id IS NULL AND source_id IS NULL
    FOR NO KEY UPDATE;
$$;

CREATE OR REPLACE FUNCTION budget_before_posting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
-- No concurrent entry uses the same key, and parts by source are written in one form.
BEGIN
    -- The posting trigger rejects a duplicate key that it can see. One of another strategy that is
    -- not committed yet it can't see, so all strategies wait for each other here. The strategy's
    -- lock comes first, as in every operation: no two transactions wait for each other.
    PERFORM budget_lock(NEW.strategy_id);
    PERFORM pg_advisory_xact_lock('budget_entry'::regclass::oid::bigint);
    IF NEW.project_number <> '' THEN
        PERFORM budget_check_split(NEW);
        IF NEW.kind <> 'reversal' THEN  -- a mirror image keeps the form of what it mirrors
            NEW.split := (
                SELECT jsonb_object_agg(key, round(value::numeric, 2)::text)
                FROM jsonb_each_text(NEW.split)
            );
        END IF;
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION budget_post_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    closed budget_entry%ROWTYPE;
    last budget_entry%ROWTYPE;  -- the project's: what it held and was paid so far
BEGIN
    NEW.seq := budget_next_seq(NEW.strategy_id);
    NEW.posted_at := portal_now();
    PERFORM budget_refuse_twin(NEW);
    PERFORM budget_refuse_future(NEW);
    NEW.undoes_id := NULL;
    IF NEW.closes_id IS NOT NULL THEN
        SELECT * INTO STRICT closed FROM budget_entry WHERE id = NEW.closes_id;
        IF NEW.kind = 'reversal' THEN
            NEW.undoes_id := budget_step_in_force(closed.id);
        END IF;
        PERFORM budget_check_settling(NEW, closed);
    END IF;
    NEW.hold := ''; NEW.held := 0; NEW.held_split := '{}'; NEW.paid := 0; NEW.paid_split := '{}';

    IF NEW.project_number = '' THEN
        PERFORM budget_check_plan(NEW);
        NEW.left_after := budget_move_plan(NEW);
    ELSE
        SELECT * INTO last FROM budget_entry
            WHERE strategy_id = NEW.strategy_id AND project_number = NEW.project_number
            ORDER BY seq DESC LIMIT 1;
        PERFORM budget_check_project(NEW, last);
        NEW := budget_held_after(NEW, last);
        PERFORM budget_check_holding(NEW);
        NEW.left_after := budget_move_project(NEW, last);
    END IF;
    NEW.left_split := budget_left_of_sources(NEW.strategy_id);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION budget_next_seq(strategy bigint) RETURNS bigint
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- The strategy's account first, which locks out other writers: numbers have no gaps, and nobody
-- reads an outdated balance. A sequence would leave a gap for every rolled-back transaction.
DECLARE
    number bigint;
BEGIN
    UPDATE budget_account SET last_seq = last_seq + 1
        WHERE id = budget_account_of_strategy(strategy)
        RETURNING last_seq INTO number;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'strategy % has no account', strategy
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN number;
END
$$;

CREATE OR REPLACE FUNCTION budget_step_in_force(entry bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
-- The step that applies after `entry`: itself or, for a correction, the step before the undone one.
-- NULL if a correction undid the first.
DECLARE
    step budget_entry%ROWTYPE;
BEGIN
    SELECT * INTO step FROM budget_entry WHERE id = entry;
    WHILE step.kind = 'reversal' LOOP
        SELECT earlier.* INTO step
            FROM budget_entry undone LEFT JOIN budget_entry earlier ON earlier.id = undone.closes_id
            WHERE undone.id = step.undoes_id;
    END LOOP;
    RETURN step.id;
END
$$;

CREATE OR REPLACE FUNCTION budget_held_after(entry budget_entry, last budget_entry)
RETURNS budget_entry
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
-- Returns `entry` with what its project holds and was paid after it. `last` is the project's last
-- entry.
DECLARE
    before budget_entry%ROWTYPE := last;
    undone budget_entry%ROWTYPE;
BEGIN
    SELECT * INTO undone FROM budget_entry WHERE id = entry.undoes_id;
    IF undone.kind NOT IN ('payment', 'recovery') THEN
        -- A corrected step restores what was held before it; what was paid since stays paid
        SELECT * INTO before FROM budget_entry WHERE id = undone.closes_id;
    END IF;
    entry.hold := coalesce(before.hold, '');
    entry.held := coalesce(before.held, 0);
    entry.held_split := coalesce(before.held_split, '{}');
    entry.paid_split := coalesce(last.paid_split, '{}');
    IF entry.kind = 'reservation' THEN
        entry.hold := 'reserved'; entry.held := entry.amount; entry.held_split := entry.split;
    ELSIF entry.kind IN ('award', 'contract') THEN
        entry.hold := 'committed'; entry.held := entry.amount; entry.held_split := entry.split;
    ELSIF entry.kind = 'release' THEN
        entry.held := entry.held - entry.amount;
        entry.held_split := budget_add(entry.held_split, entry.split, -1);
    ELSIF entry.kind = 'payment' OR undone.kind = 'recovery' THEN
        entry.paid_split := budget_add(entry.paid_split, entry.split, 1);
    ELSIF entry.kind = 'recovery' OR undone.kind = 'payment' THEN
        entry.paid_split := budget_add(entry.paid_split, entry.split, -1);
    END IF;
    IF entry.held = 0 THEN
        entry.hold := ''; entry.held_split := '{}';
    END IF;
    entry.paid := budget_sum(entry.paid_split);
    RETURN entry;
END
$$;

CREATE OR REPLACE FUNCTION budget_move_plan(entry budget_entry) RETURNS numeric
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Moves the EUR and places that the strategy or an amendment plans; returns what the account has
-- left. The strategy's ceiling is what its sources provide; its actions may add up to another sum.
DECLARE
    sign integer := CASE WHEN entry.kind = 'reversal' THEN -1 ELSE 1 END;
    left_after numeric;
BEGIN
    IF entry.split <> '{}' THEN
        RAISE EXCEPTION 'a figure of the strategy is not split'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_split_adds_up';
    END IF;
    UPDATE budget_account SET
            ceiling = ceiling + sign * entry.amount,
            quota = quota + sign * entry.places
        WHERE id = budget_account_of(entry)
        RETURNING ceiling - reserved - committed INTO left_after;
    IF entry.source_id IS NOT NULL THEN
        UPDATE budget_account SET ceiling = ceiling + sign * entry.amount
            WHERE id = budget_account_of_strategy(entry.strategy_id);
    END IF;
    RETURN left_after;
END
$$;

CREATE OR REPLACE FUNCTION budget_move_project(entry budget_entry, last budget_entry)
RETURNS numeric
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Moves the balances of the action, the sources and the strategy by the difference between what the
-- project held and was paid after `last` and after `entry`. Returns what the action has left. EUR.
DECLARE
    left_after numeric;
BEGIN
    left_after := budget_move_whole(budget_account_of(entry), entry, last);
    PERFORM budget_move_parts(entry, last);
    PERFORM budget_move_whole(budget_account_of_strategy(entry.strategy_id), entry, last);
    RETURN left_after;
END
$$;

CREATE OR REPLACE FUNCTION budget_move_whole(
    account bigint, entry budget_entry, last budget_entry
) RETURNS numeric
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Moves sums and places of an account of all sources together: the action's or the strategy's.
DECLARE
    left_after numeric;
BEGIN
    UPDATE budget_account SET
            reserved = reserved + budget_sum(budget_more_held(entry, last, 'reserved')),
            committed = committed + budget_sum(budget_more_held(entry, last, 'committed')),
            paid = paid + budget_sum(budget_more_paid(entry, last)),
            reserved_projects = reserved_projects + budget_more_places(entry, last, 'reserved'),
            projects = projects + budget_more_places(entry, last, 'committed')
        WHERE id = account
        RETURNING ceiling - reserved - committed INTO left_after;
    RETURN left_after;
END
$$;

CREATE OR REPLACE FUNCTION budget_move_parts(entry budget_entry, last budget_entry) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Moves each source's account by its part; a source has no places.
DECLARE
    reserved_more jsonb := budget_more_held(entry, last, 'reserved');
    committed_more jsonb := budget_more_held(entry, last, 'committed');
    paid_more jsonb := budget_more_paid(entry, last);
BEGIN
    UPDATE budget_account account SET
            reserved = reserved + coalesce((reserved_more ->> source.code)::numeric, 0),
            committed = committed + coalesce((committed_more ->> source.code)::numeric, 0),
            paid = paid + coalesce((paid_more ->> source.code)::numeric, 0)
        FROM budget_fundingsource source
        WHERE account.source_id = source.id
            AND source.strategy_id = entry.strategy_id
            AND (reserved_more || committed_more || paid_more) ? source.code;
END
$$;

CREATE OR REPLACE FUNCTION budget_account_of(entry budget_entry) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
-- The account of the entry's action or source.
DECLARE
    found_id bigint;
BEGIN
    SELECT id INTO found_id FROM budget_account
        WHERE strategy_id = entry.strategy_id
            AND (action_id = entry.action_id OR source_id = entry.source_id);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the action or source is not of strategy %', entry.strategy_id
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN found_id;
END
$$;

CREATE OR REPLACE FUNCTION budget_account_of_strategy(strategy bigint) RETURNS bigint
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT id FROM budget_account
    WHERE strategy_id = strategy AND action_id IS NULL AND source_id IS NULL;
$$;

CREATE OR REPLACE FUNCTION budget_left_of_sources(strategy bigint) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(
        jsonb_object_agg(source.code, (ceiling - reserved - committed)::text), '{}'
    )
    FROM budget_account account JOIN budget_fundingsource source ON account.source_id = source.id
    WHERE source.strategy_id = strategy;
$$;

-- PostgreSQL fires triggers of one event in the order of their names: before_posting comes first.
CREATE OR REPLACE TRIGGER before_posting BEFORE INSERT ON budget_entry
    FOR EACH ROW EXECUTE FUNCTION budget_before_posting();
CREATE OR REPLACE TRIGGER post_entry BEFORE INSERT ON budget_entry
    FOR EACH ROW EXECUTE FUNCTION budget_post_entry();
