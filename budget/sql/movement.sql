-- What each entry moved in each account, and the balance after it, for ledgers.

-- The entries of every account, with what their project holds and was paid after each.
CREATE OR REPLACE VIEW budget_standing AS
SELECT account.id AS account_id,
    entry.id AS entry_id,
    entry.seq,
    entry.kind,
    entry.project_number,
    entry.hold,
    entry.amount AS part,
    entry.places,
    entry.held,
    entry.paid,
    entry.left_after,
    true AS of_action
FROM budget_entry entry JOIN budget_account account ON account.action_id = entry.action_id
UNION ALL
SELECT account.id,
    entry.id,
    entry.seq,
    entry.kind,
    entry.project_number,
    entry.hold,
    CASE
        WHEN entry.project_number = '' THEN entry.amount
        ELSE coalesce((entry.split ->> source.code)::numeric, 0.00)
    END,
    0,
    coalesce((entry.held_split ->> source.code)::numeric, 0.00),
    coalesce((entry.paid_split ->> source.code)::numeric, 0.00),
    (entry.left_split ->> source.code)::numeric,
    false
FROM budget_fundingsource source
    JOIN budget_account account ON account.source_id = source.id
    JOIN budget_entry entry
        ON entry.strategy_id = source.strategy_id
        AND (entry.source_id = source.id OR entry.project_number <> '');

-- Every window is partitioned by account, so that a query for one account reads its entries only.
CREATE OR REPLACE VIEW budget_movement AS
SELECT account_id,
    entry_id,
    part,
    ceiling,
    reserved,
    committed,
    reserved + committed AS used,
    ceiling - reserved - committed AS left,
    paid,
    quota,
    reserved_projects,
    projects,
    sum(ceiling) OVER booked AS after_ceiling,
    sum(reserved) OVER booked AS after_reserved,
    sum(committed) OVER booked AS after_committed,
    sum(reserved + committed) OVER booked AS after_used,
    left_after AS after_left,
    sum(paid) OVER booked AS after_paid
FROM (
    SELECT account_id,
        entry_id,
        seq,
        part,
        left_after,
        of_action,
        planned * part AS ceiling,
        planned * places AS quota,
        reserved_sum - lag(reserved_sum, 1, 0) OVER project AS reserved,
        committed_sum - lag(committed_sum, 1, 0) OVER project AS committed,
        paid - lag(paid, 1, 0) OVER project AS paid,
        is_reserved - lag(is_reserved, 1, 0) OVER project AS reserved_projects,
        is_committed - lag(is_committed, 1, 0) OVER project AS projects
    FROM (
        SELECT *,
            CASE
                WHEN project_number <> '' THEN 0
                WHEN kind = 'reversal' THEN -1
                ELSE 1
            END AS planned,
            CASE WHEN hold = 'reserved' THEN held ELSE 0.00 END AS reserved_sum,
            CASE WHEN hold = 'committed' THEN held ELSE 0.00 END AS committed_sum,
            (hold = 'reserved' AND held > 0)::integer AS is_reserved,
            (hold = 'committed' AND held > 0)::integer AS is_committed
        FROM budget_standing
    ) sums
    WINDOW project AS (PARTITION BY account_id, project_number ORDER BY seq)
) moved
-- A project's entry moves only some sources, but budget_standing lists it for each
WHERE of_action OR part <> 0 OR reserved <> 0 OR committed <> 0 OR paid <> 0
WINDOW booked AS (PARTITION BY account_id ORDER BY seq ROWS UNBOUNDED PRECEDING);
