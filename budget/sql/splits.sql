-- Sums by source: {"code": "12.34", …} as the journal stores them. EUR.
-- Amounts are text, so that no reader of the JSON turns them into floats.

CREATE OR REPLACE FUNCTION budget_sum(split jsonb) RETURNS numeric
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    -- The total of the parts.
    SELECT coalesce(sum(value::numeric), 0) FROM jsonb_each_text(split);
$$;

CREATE OR REPLACE FUNCTION budget_add(one jsonb, other jsonb, sign integer) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    -- The sum of two splits (sign 1), or the first minus the second (sign -1).
    SELECT coalesce(jsonb_object_agg(code, round(total, 2)::text), '{}')
    FROM (
        SELECT code, sum(part) AS total
        FROM (
            SELECT key AS code, value::numeric AS part FROM jsonb_each_text(one)
            UNION ALL
            SELECT key, sign * value::numeric FROM jsonb_each_text(other)
        ) parts
        GROUP BY code
    ) totals;
$$;

CREATE OR REPLACE FUNCTION budget_has_negative(split jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM jsonb_each_text(split) WHERE value::numeric < 0);
$$;

CREATE OR REPLACE FUNCTION budget_held_as(entry budget_entry, what text) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    -- What the entry's project holds as `what` (reserved, committed) after it, by source.
    SELECT CASE WHEN entry.hold = what THEN entry.held_split ELSE '{}' END;
$$;

CREATE OR REPLACE FUNCTION budget_more_held(entry budget_entry, last budget_entry, what text)
RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    -- How much more the project holds as `what` after `entry` than after `last`, by source.
    SELECT budget_add(budget_held_as(entry, what), budget_held_as(last, what), -1);
$$;

CREATE OR REPLACE FUNCTION budget_more_paid(entry budget_entry, last budget_entry) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    -- How much more it was paid, by source.
    SELECT budget_add(entry.paid_split, coalesce(last.paid_split, '{}'), -1);
$$;

CREATE OR REPLACE FUNCTION budget_more_places(entry budget_entry, last budget_entry, what text)
RETURNS integer
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    -- How many more places it takes as `what`: 1, 0 or -1.
    SELECT (entry.hold = what)::integer - coalesce((last.hold = what)::integer, 0);
$$;
