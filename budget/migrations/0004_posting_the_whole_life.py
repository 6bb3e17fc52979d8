"""The one writer of accounts, for every kind of entry: what a project holds and was paid decides what moves."""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION budget_lock(strategy bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    -- Whoever moves this strategy's money waits here; a function, because locking a row needs a right to change it.
    SELECT FROM budget_account WHERE strategy_id = strategy AND action_id IS NULL AND source_id IS NULL
        FOR NO KEY UPDATE;
$$;

CREATE FUNCTION budget_add(one jsonb, other jsonb, sign integer) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    -- Two splits by source added up, or the second taken from the first.
    SELECT coalesce(jsonb_object_agg(code, round(total, 2)::text), '{}') FROM (
        SELECT code, sum(part) AS total FROM (
            SELECT key AS code, value::numeric AS part FROM jsonb_each_text(one)
            UNION ALL SELECT key, sign * value::numeric FROM jsonb_each_text(other)
        ) parts GROUP BY code
    ) totals;
$$;

CREATE FUNCTION budget_settle(entry budget_entry, closed budget_entry) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Whether `entry` may end the effect of `closed`.
DECLARE
    is_right boolean;
BEGIN
    IF (closed.strategy_id, closed.action_id, closed.source_id, closed.project_number) IS DISTINCT FROM
       (entry.strategy_id, entry.action_id, entry.source_id, entry.project_number)
       OR entry.kind = 'reversal' AND (closed.amount, closed.split, closed.places) IS DISTINCT FROM
                                      (entry.amount, entry.split, entry.places) THEN
        RAISE EXCEPTION 'an entry mirrors the one it closes'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_mirrors_what_it_closes';
    END IF;
    is_right := CASE entry.kind
        WHEN 'award' THEN closed.hold = 'reserved' AND entry.amount = closed.held
        WHEN 'contract' THEN closed.hold = 'committed'
        WHEN 'release' THEN entry.amount <= closed.held AND entry.places = (entry.amount = closed.held)::integer
            AND (closed.hold = 'committed' OR entry.amount = closed.held)
        ELSE closed.kind IN ('allocation', 'reservation', 'award', 'contract', 'release', 'payment', 'recovery')
    END;
    -- What holds money is a chain; payments and their corrections stand beside it.
    IF entry.kind <> 'reversal' AND (closed.kind IN ('payment', 'recovery') OR closed.kind = 'reversal' AND EXISTS (
            SELECT FROM budget_entry WHERE id = closed.closes_id AND kind IN ('payment', 'recovery'))) THEN
        is_right := false;
    END IF;
    -- The project has moved on to another chain: an old one stays as it ended.
    IF entry.kind = 'reversal' AND closed.kind NOT IN ('allocation', 'payment', 'recovery') AND EXISTS (
            SELECT FROM budget_entry WHERE strategy_id = entry.strategy_id AND project_number = entry.project_number
                AND seq > closed.seq AND kind = 'reservation') THEN
        is_right := false;
    END IF;
    IF NOT is_right THEN
        RAISE EXCEPTION 'a % cannot close this %', entry.kind, closed.kind
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_closes_what_its_kind_may';
    END IF;
END
$$;

CREATE FUNCTION budget_check_split(entry budget_entry) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Whether the parts by source are amounts of known sources that add up.
DECLARE
    wrong_parts integer;
BEGIN
    SELECT count(*) INTO wrong_parts
        FROM jsonb_each_text(entry.split) part
        LEFT JOIN budget_fundingsource source ON source.strategy_id = entry.strategy_id AND source.code = part.key
        LEFT JOIN budget_account account ON account.source_id = source.id
        WHERE account.id IS NULL OR part.value::numeric < 0 OR part.value::numeric = 'NaN'
            OR part.value::numeric <> round(part.value::numeric, 2);
    IF wrong_parts > 0 OR entry.amount IS DISTINCT FROM
       (SELECT sum(value::numeric) FROM jsonb_each_text(entry.split)) THEN
        RAISE EXCEPTION 'the parts by source do not add up to the amount'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_split_adds_up';
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION budget_post_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    closed budget_entry%ROWTYPE;
    earlier budget_entry%ROWTYPE;  -- the step before the one that is corrected
    last budget_entry%ROWTYPE;  -- of the project: what it held and was paid until now
    today date := timezone('Europe/Vilnius', clock_timestamp())::date;
    more_reserved jsonb := '{}';
    more_committed jsonb := '{}';
    more_paid jsonb := '{}';
    more_ceiling numeric := 0;
    more_quota integer := 0;
    more_proposed integer := 0;
    more_projects integer := 0;
    reserved_sum numeric := 0;
    committed_sum numeric := 0;
    paid_sum numeric := 0;
BEGIN
    -- The strategy's account first: one writer at a time, so the numbers have no gap and nobody reads an old balance.
    UPDATE budget_account SET last_seq = last_seq + 1
        WHERE strategy_id = NEW.strategy_id AND action_id IS NULL AND source_id IS NULL
        RETURNING last_seq INTO NEW.seq;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'strategy % has no account', NEW.strategy_id USING ERRCODE = 'foreign_key_violation';
    END IF;
    NEW.posted_at := clock_timestamp();

    -- ON CONFLICT DO NOTHING would skip the row after this trigger had moved the balances: refuse a twin here.
    IF EXISTS (SELECT FROM budget_entry WHERE closes_id = NEW.closes_id) THEN
        RAISE EXCEPTION 'entry % is settled already', NEW.closes_id
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'budget_entry_closes_id_key';
    END IF;
    IF EXISTS (SELECT FROM budget_entry WHERE id = NEW.id OR request_key = NEW.request_key) THEN
        RAISE EXCEPTION 'request % is posted already', NEW.request_key
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'budget_entry_request_key_key';
    END IF;
    IF NEW.document_date > today OR NEW.effective_on > today THEN
        RAISE EXCEPTION 'a document of the future' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'entry_document_is_not_of_the_future';
    END IF;

    IF NEW.closes_id IS NOT NULL THEN
        SELECT * INTO STRICT closed FROM budget_entry WHERE id = NEW.closes_id;
        PERFORM budget_settle(NEW, closed);
    END IF;
    NEW.hold := ''; NEW.held := 0; NEW.held_split := '{}'; NEW.paid := 0; NEW.paid_split := '{}';

    IF NEW.project_number = '' THEN
        -- Money and places the strategy's text, or an amendment of it, plans.
        IF NEW.split <> '{}' THEN
            RAISE EXCEPTION 'a figure of the strategy is not split'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_split_adds_up';
        END IF;
        more_ceiling := CASE WHEN NEW.kind = 'reversal' THEN -NEW.amount ELSE NEW.amount END;
        more_quota := CASE WHEN NEW.kind = 'reversal' THEN -NEW.places ELSE NEW.places END;
    ELSE
        SELECT * INTO last FROM budget_entry
            WHERE strategy_id = NEW.strategy_id AND project_number = NEW.project_number ORDER BY seq DESC LIMIT 1;
        IF NEW.action_id IS NULL OR NEW.source_id IS NOT NULL
           OR last.held > 0 AND last.action_id <> NEW.action_id THEN
            RAISE EXCEPTION 'project money belongs to one action'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_of_a_project_has_an_action';
        END IF;
        PERFORM budget_check_split(NEW);
        NEW.hold := coalesce(last.hold, '');
        NEW.held := coalesce(last.held, 0);
        NEW.held_split := coalesce(last.held_split, '{}');
        NEW.paid_split := coalesce(last.paid_split, '{}');

        IF NEW.kind = 'reservation' THEN
            IF last.held > 0 THEN
                RAISE EXCEPTION 'project % holds money already', NEW.project_number
                    USING ERRCODE = 'unique_violation', CONSTRAINT = 'entry_holds_money_once';
            END IF;
            NEW.hold := 'reserved'; NEW.held := NEW.amount; NEW.held_split := NEW.split;
        ELSIF NEW.kind IN ('award', 'contract') THEN
            NEW.hold := 'committed'; NEW.held := NEW.amount; NEW.held_split := NEW.split;
        ELSIF NEW.kind = 'release' THEN
            NEW.held := NEW.held - NEW.amount;
            NEW.held_split := budget_add(NEW.held_split, NEW.split, -1);
        ELSIF NEW.kind = 'payment' OR closed.kind = 'recovery' THEN
            NEW.paid_split := budget_add(NEW.paid_split, NEW.split, 1);
        ELSIF NEW.kind = 'recovery' OR closed.kind = 'payment' THEN
            NEW.paid_split := budget_add(NEW.paid_split, NEW.split, -1);
        ELSE  -- a correction of a step: what was held before it is held again
            SELECT * INTO earlier FROM budget_entry WHERE id = closed.closes_id;
            NEW.hold := coalesce(earlier.hold, '');
            NEW.held := coalesce(earlier.held, 0);
            NEW.held_split := coalesce(earlier.held_split, '{}');
        END IF;
        IF NEW.held = 0 THEN
            NEW.hold := ''; NEW.held_split := '{}';
        END IF;
        IF EXISTS (SELECT FROM jsonb_each_text(NEW.held_split) WHERE value::numeric < 0) THEN
            RAISE EXCEPTION 'more than a source gave is released'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_released_is_within_held';
        END IF;
        IF EXISTS (SELECT FROM jsonb_each_text(NEW.paid_split) WHERE value::numeric < 0) THEN
            RAISE EXCEPTION 'more is recovered than was paid'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_recovered_is_within_paid';
        END IF;
        IF EXISTS (SELECT FROM jsonb_each_text(NEW.paid_split) part WHERE part.value::numeric >
                   CASE WHEN NEW.hold = 'committed' THEN coalesce((NEW.held_split ->> part.key)::numeric, 0) ELSE 0 END
        ) THEN
            RAISE EXCEPTION 'more is paid than the project holds'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_paid_is_within_held';
        END IF;
        SELECT coalesce(sum(value::numeric), 0) INTO NEW.paid FROM jsonb_each_text(NEW.paid_split);

        IF NEW.hold = 'reserved' THEN more_reserved := NEW.held_split; more_proposed := 1; END IF;
        IF NEW.hold = 'committed' THEN more_committed := NEW.held_split; more_projects := 1; END IF;
        IF last.hold = 'reserved' THEN
            more_reserved := budget_add(more_reserved, last.held_split, -1); more_proposed := more_proposed - 1;
        ELSIF last.hold = 'committed' THEN
            more_committed := budget_add(more_committed, last.held_split, -1); more_projects := more_projects - 1;
        END IF;
        more_paid := budget_add(NEW.paid_split, coalesce(last.paid_split, '{}'), -1);
        SELECT coalesce(sum(value::numeric), 0) INTO reserved_sum FROM jsonb_each_text(more_reserved);
        SELECT coalesce(sum(value::numeric), 0) INTO committed_sum FROM jsonb_each_text(more_committed);
        SELECT coalesce(sum(value::numeric), 0) INTO paid_sum FROM jsonb_each_text(more_paid);
    END IF;

    UPDATE budget_account SET
            ceiling = ceiling + more_ceiling, reserved = reserved + reserved_sum,
            committed = committed + committed_sum, paid = paid + paid_sum, quota = quota + more_quota,
            reserved_projects = reserved_projects + more_proposed, projects = projects + more_projects
        WHERE strategy_id = NEW.strategy_id AND (action_id = NEW.action_id OR source_id = NEW.source_id)
        RETURNING ceiling - reserved - committed INTO NEW.left_after;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the action or source is not of strategy %', NEW.strategy_id
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    UPDATE budget_account account SET
            reserved = reserved + coalesce((more_reserved ->> source.code)::numeric, 0),
            committed = committed + coalesce((more_committed ->> source.code)::numeric, 0),
            paid = paid + coalesce((more_paid ->> source.code)::numeric, 0)
        FROM budget_fundingsource source
        WHERE account.source_id = source.id AND source.strategy_id = NEW.strategy_id
            AND (more_reserved ? source.code OR more_committed ? source.code OR more_paid ? source.code);
    -- The strategy's ceiling is what its sources bring; what its actions add up to may differ.
    UPDATE budget_account SET
            ceiling = ceiling + CASE WHEN NEW.source_id IS NULL THEN 0 ELSE more_ceiling END,
            reserved = reserved + reserved_sum, committed = committed + committed_sum, paid = paid + paid_sum,
            reserved_projects = reserved_projects + more_proposed, projects = projects + more_projects
        WHERE strategy_id = NEW.strategy_id AND action_id IS NULL AND source_id IS NULL;
    SELECT coalesce(jsonb_object_agg(source.code, (ceiling - reserved - committed)::text), '{}') INTO NEW.left_split
        FROM budget_account account JOIN budget_fundingsource source ON account.source_id = source.id
        WHERE source.strategy_id = NEW.strategy_id;
    RETURN NEW;
END
$$;
"""

# What was posted before says now, too, what its project held after it, and which version of the strategy it is of.
EARLIER = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE budget_entry DISABLE TRIGGER USER;
UPDATE budget_entry SET hold = 'reserved', held = amount, held_split = split WHERE kind = 'reservation';
UPDATE budget_entry SET hold = 'committed', held = amount, held_split = split WHERE kind = 'award';
UPDATE budget_entry entry SET left_split = (
    SELECT coalesce(jsonb_object_agg(source.code, (
        SELECT coalesce(sum(CASE
            WHEN before.kind = 'allocation' THEN CASE WHEN before.source_id = source.id THEN before.amount ELSE 0 END
            WHEN before.kind = 'reservation' THEN -part
            WHEN before.kind = 'award' THEN 0
            WHEN before.project_number = '' THEN CASE WHEN before.source_id = source.id THEN -before.amount ELSE 0 END
            ELSE part END), 0)::numeric(14, 2)::text
        FROM budget_entry before, coalesce((before.split ->> source.code)::numeric, 0) part
        WHERE before.strategy_id = entry.strategy_id AND before.seq <= entry.seq
    )), '{}') FROM budget_fundingsource source WHERE source.strategy_id = entry.strategy_id);

INSERT INTO budget_amendment (strategy_id, number, reason, prepared_at, document, document_date, effective_on,
        withdrawal_reason)
    SELECT id, 0, goal, now(), coalesce(
            (SELECT max(document) FROM budget_entry WHERE strategy_id = strategy.id AND kind = 'allocation'), name),
        approved_on, approved_on, ''
    FROM budget_strategy strategy;
INSERT INTO budget_amendmentline (amendment_id, action_id, source_id, before, after, places_before, places_after)
    SELECT amendment.id, entry.action_id, entry.source_id, 0, entry.amount, 0, entry.places
    FROM budget_amendment amendment JOIN budget_entry entry USING (strategy_id)
    WHERE entry.kind = 'allocation'
        AND NOT EXISTS (SELECT FROM budget_entry undone WHERE undone.closes_id = entry.id);
UPDATE budget_amendment SET published_at = prepared_at, confirmed_at = prepared_at;
UPDATE budget_entry entry SET amendment_id = amendment.id, document_date = amendment.document_date,
        effective_on = amendment.effective_on
    FROM budget_amendment amendment
    WHERE entry.kind = 'allocation' AND amendment.strategy_id = entry.strategy_id;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE budget_entry ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    dependencies = [("budget", "0003_the_whole_life_of_a_euro")]
    operations = [migrations.RunSQL(FUNCTIONS), migrations.RunSQL(EARLIER)]
