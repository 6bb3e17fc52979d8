"""The one writer of accounts: what an entry does to the balances, in the database, under the strategy's lock."""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION budget_post_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    closed budget_entry%ROWTYPE;
    undone boolean;
    more_reserved numeric := 0;
    more_committed numeric := 0;
    more_ceiling numeric := 0;
    more_proposed integer := 0;
    more_projects integer := 0;
    more_quota integer := 0;
    wrong_parts integer;
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

    IF NEW.closes_id IS NOT NULL THEN
        SELECT * INTO STRICT closed FROM budget_entry WHERE id = NEW.closes_id;
        IF (closed.strategy_id, closed.action_id, closed.source_id, closed.project_number, closed.amount, closed.split,
            closed.places) IS DISTINCT FROM
           (NEW.strategy_id, NEW.action_id, NEW.source_id, NEW.project_number, NEW.amount, NEW.split, NEW.places) THEN
            RAISE EXCEPTION 'an entry mirrors the one it closes'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_mirrors_what_it_closes';
        END IF;
        IF NOT (closed.kind IN ('reservation', 'award') AND NEW.kind IN ('release', 'reversal')
                OR closed.kind = 'reservation' AND NEW.kind = 'award'
                OR closed.kind = 'allocation' AND NEW.kind = 'reversal') THEN
            RAISE EXCEPTION 'a % cannot close a %', NEW.kind, closed.kind
                USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_closes_what_its_kind_may';
        END IF;
    END IF;

    -- Effect: what this kind adds, less what the closed entry had added.
    IF NEW.kind = 'allocation' THEN more_ceiling := NEW.amount; more_quota := NEW.places;
    ELSIF NEW.kind = 'reservation' THEN more_reserved := NEW.amount; more_proposed := NEW.places;
    ELSIF NEW.kind = 'award' THEN more_committed := NEW.amount; more_projects := NEW.places;
    END IF;
    IF closed.kind = 'allocation' THEN more_ceiling := -closed.amount; more_quota := -closed.places;
    ELSIF closed.kind = 'reservation' THEN more_reserved := -closed.amount; more_proposed := -closed.places;
    ELSIF closed.kind = 'award' THEN more_committed := -closed.amount; more_projects := -closed.places;
    END IF;

    IF NEW.kind = 'allocation' OR closed.kind = 'allocation' THEN
        IF NEW.split <> '{}' THEN
            RAISE EXCEPTION 'an allocation is not split'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_split_adds_up';
        END IF;
    ELSE
        IF NEW.action_id IS NULL OR NEW.source_id IS NOT NULL OR NEW.places <> 1 THEN
            RAISE EXCEPTION 'project money belongs to an action and one place'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_of_a_project_has_an_action';
        END IF;
        SELECT count(*) INTO wrong_parts
            FROM jsonb_each_text(NEW.split) part
            LEFT JOIN budget_fundingsource source ON source.strategy_id = NEW.strategy_id AND source.code = part.key
            LEFT JOIN budget_account account ON account.source_id = source.id
            WHERE account.id IS NULL OR part.value::numeric < 0 OR part.value::numeric <> round(part.value::numeric, 2);
        IF wrong_parts > 0 OR NEW.amount IS DISTINCT FROM
           (SELECT sum(value::numeric) FROM jsonb_each_text(NEW.split)) THEN
            RAISE EXCEPTION 'the parts by source do not add up to the amount'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_split_adds_up';
        END IF;
    END IF;

    IF NEW.kind = 'reservation' AND EXISTS (
        SELECT FROM budget_entry held
        WHERE held.strategy_id = NEW.strategy_id AND held.project_number = NEW.project_number
            AND held.kind IN ('reservation', 'award')
            AND NOT EXISTS (SELECT FROM budget_entry ending WHERE ending.closes_id = held.id)
    ) THEN
        RAISE EXCEPTION 'project % holds money already', NEW.project_number
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'entry_holds_money_once';
    END IF;

    UPDATE budget_account SET
            ceiling = ceiling + more_ceiling, reserved = reserved + more_reserved,
            committed = committed + more_committed, quota = quota + more_quota,
            reserved_projects = reserved_projects + more_proposed, projects = projects + more_projects
        WHERE strategy_id = NEW.strategy_id AND (action_id = NEW.action_id OR source_id = NEW.source_id)
        RETURNING ceiling - reserved - committed INTO NEW.left_after;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the action or source is not of strategy %', NEW.strategy_id
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    UPDATE budget_account account SET
            reserved = reserved + sign(more_reserved) * part.amount,
            committed = committed + sign(more_committed) * part.amount
        FROM (SELECT source.id, split.value::numeric AS amount
                FROM jsonb_each_text(NEW.split) split
                JOIN budget_fundingsource source ON source.strategy_id = NEW.strategy_id AND source.code = split.key
             ) part
        WHERE account.source_id = part.id;
    -- The strategy's ceiling is what its sources bring; what its actions add up to may differ.
    UPDATE budget_account SET
            ceiling = ceiling + CASE WHEN NEW.source_id IS NULL THEN 0 ELSE more_ceiling END,
            reserved = reserved + more_reserved, committed = committed + more_committed,
            reserved_projects = reserved_projects + more_proposed, projects = projects + more_projects
        WHERE strategy_id = NEW.strategy_id AND action_id IS NULL AND source_id IS NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER post_entry BEFORE INSERT ON budget_entry FOR EACH ROW EXECUTE FUNCTION budget_post_entry();
"""

BACKWARDS = """
DROP TRIGGER post_entry ON budget_entry;
DROP FUNCTION budget_post_entry();
"""


class Migration(migrations.Migration):
    dependencies = [("budget", "0001_initial")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
