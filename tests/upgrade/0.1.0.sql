--
-- PostgreSQL database dump
--


-- Dumped from database version 18.4
-- Dumped by pg_dump version 18.4

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: public; Type: SCHEMA; Schema: -; Owner: -
--




--
-- Name: SCHEMA public; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA public IS 'standard public schema';


--
-- Name: _pgtrigger_should_ignore(name); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT false$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: budget_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.budget_entry (
    id bigint NOT NULL,
    seq bigint NOT NULL,
    kind character varying(20) NOT NULL,
    amount numeric(14,2) NOT NULL,
    split jsonb NOT NULL,
    places integer NOT NULL,
    project_number character varying(40) NOT NULL,
    document character varying(200) NOT NULL,
    document_date date,
    effective_on date,
    reason text NOT NULL,
    posted_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    request_key character varying(100) NOT NULL,
    hold character varying(10) NOT NULL,
    held numeric(14,2) NOT NULL,
    held_split jsonb NOT NULL,
    paid numeric(14,2) NOT NULL,
    paid_split jsonb NOT NULL,
    left_after numeric(14,2) NOT NULL,
    left_split jsonb NOT NULL,
    action_id bigint,
    amendment_id bigint,
    closes_id bigint,
    posted_by_id bigint,
    prepared_by_id bigint,
    source_id bigint,
    strategy_id bigint NOT NULL,
    CONSTRAINT budget_entry_seq_check CHECK ((seq >= 0)),
    CONSTRAINT entry_amount_fits_its_kind CHECK (((NOT (amount = 'NaN'::numeric(14,2))) AND ((((kind)::text = 'transfer'::text) AND (NOT (amount = 0.00))) OR ((amount = 0.00) AND ((kind)::text = 'quota'::text)) OR ((NOT ((kind)::text = ANY ((ARRAY['transfer'::character varying, 'quota'::character varying])::text[]))) AND (amount > 0.00))))),
    CONSTRAINT entry_closes_if_and_only_if_its_kind_does CHECK ((((closes_id IS NOT NULL) AND ((kind)::text = ANY ((ARRAY['award'::character varying, 'contract'::character varying, 'release'::character varying, 'reversal'::character varying])::text[]))) OR ((NOT ((kind)::text = ANY ((ARRAY['award'::character varying, 'contract'::character varying, 'release'::character varying, 'reversal'::character varying])::text[]))) AND (closes_id IS NULL)))),
    CONSTRAINT entry_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['allocation'::character varying, 'transfer'::character varying, 'quota'::character varying, 'reservation'::character varying, 'award'::character varying, 'contract'::character varying, 'release'::character varying, 'payment'::character varying, 'recovery'::character varying, 'reversal'::character varying])::text[]))),
    CONSTRAINT entry_names_its_amendment CHECK ((((kind)::text = 'allocation'::text) OR ((amendment_id IS NOT NULL) AND ((kind)::text = ANY ((ARRAY['transfer'::character varying, 'quota'::character varying])::text[]))) OR ((NOT ((kind)::text = ANY ((ARRAY['transfer'::character varying, 'quota'::character varying])::text[]))) AND (amendment_id IS NULL)))),
    CONSTRAINT entry_names_its_document CHECK (((NOT ((kind)::text = ANY ((ARRAY['contract'::character varying, 'payment'::character varying, 'recovery'::character varying, 'transfer'::character varying, 'quota'::character varying])::text[]))) OR ((NOT ((document)::text = ''::text)) AND (document_date IS NOT NULL) AND (effective_on IS NOT NULL)))),
    CONSTRAINT entry_names_its_project CHECK ((((kind)::text = 'reversal'::text) OR (((kind)::text = ANY ((ARRAY['allocation'::character varying, 'transfer'::character varying, 'quota'::character varying])::text[])) AND ((project_number)::text = ''::text)) OR ((NOT ((kind)::text = ANY ((ARRAY['allocation'::character varying, 'transfer'::character varying, 'quota'::character varying])::text[]))) AND (NOT ((project_number)::text = ''::text))))),
    CONSTRAINT entry_of_an_amendment_has_two_persons CHECK (((NOT ((kind)::text = ANY ((ARRAY['transfer'::character varying, 'quota'::character varying])::text[]))) OR ((posted_by_id IS NOT NULL) AND (prepared_by_id IS NOT NULL) AND (NOT ((prepared_by_id = posted_by_id) AND (prepared_by_id IS NOT NULL) AND (posted_by_id IS NOT NULL)))))),
    CONSTRAINT entry_of_the_strategy_is_for_an_action_or_a_source CHECK (((NOT ((kind)::text = ANY ((ARRAY['allocation'::character varying, 'transfer'::character varying, 'quota'::character varying])::text[]))) OR ((action_id IS NOT NULL) AND (source_id IS NULL)) OR ((action_id IS NULL) AND (places = 0) AND (source_id IS NOT NULL)))),
    CONSTRAINT entry_places_fit_its_kind CHECK (((((kind)::text = 'quota'::text) AND (NOT (places = 0))) OR (((kind)::text = ANY ((ARRAY['transfer'::character varying, 'payment'::character varying, 'recovery'::character varying])::text[])) AND (places = 0)) OR (((kind)::text = ANY ((ARRAY['reservation'::character varying, 'award'::character varying, 'contract'::character varying])::text[])) AND (places = 1)) OR (((kind)::text = ANY ((ARRAY['allocation'::character varying, 'release'::character varying, 'reversal'::character varying])::text[])) AND (places >= 0)))),
    CONSTRAINT entry_that_gives_back_has_a_reason CHECK (((NOT ((kind)::text = ANY ((ARRAY['release'::character varying, 'recovery'::character varying, 'reversal'::character varying, 'transfer'::character varying, 'quota'::character varying])::text[]))) OR (NOT (reason = ''::text))))
);


--
-- Name: budget_account_of(public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_account_of(entry public.budget_entry) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_account_of_strategy(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_account_of_strategy(strategy bigint) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT id FROM budget_account
    WHERE strategy_id = strategy AND action_id IS NULL AND source_id IS NULL;
$$;


--
-- Name: budget_add(jsonb, jsonb, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_add(one jsonb, other jsonb, sign integer) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_before_posting(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_before_posting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_check_holding(public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_check_holding(entry public.budget_entry) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_check_project(public.budget_entry, public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_check_project(entry public.budget_entry, last public.budget_entry) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_check_settling(public.budget_entry, public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_check_settling(entry public.budget_entry, closed public.budget_entry) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
-- `entry` concerns the same money as `closed`, and its kind may end it.
BEGIN
    IF (closed.strategy_id, closed.action_id, closed.source_id, closed.project_number)
        IS DISTINCT FROM
        (entry.strategy_id, entry.action_id, entry.source_id, entry.project_number)
        OR entry.kind = 'reversal'
        AND (closed.amount, closed.split, closed.places) IS DISTINCT FROM
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


--
-- Name: budget_check_split(public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_check_split(entry public.budget_entry) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_has_moved_on(public.budget_entry, public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_has_moved_on(entry public.budget_entry, closed public.budget_entry) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    -- The project has begun another chain since `closed`: the old one can't be corrected any more.
    SELECT closed.kind IN ('reservation', 'award', 'contract', 'release') AND EXISTS (
        SELECT FROM budget_entry
        WHERE strategy_id = entry.strategy_id
            AND project_number = entry.project_number
            AND seq > closed.seq
            AND kind = 'reservation'
    );
$$;


--
-- Name: budget_has_negative(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_has_negative(split jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM jsonb_each_text(split) WHERE value::numeric < 0);
$$;


--
-- Name: budget_held_after(public.budget_entry, public.budget_entry, public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_held_after(entry public.budget_entry, last public.budget_entry, closed public.budget_entry) RETURNS public.budget_entry
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
-- Returns `entry` with what its project holds and was paid after it. `last` is the project's last
-- entry, `closed` the one that this one ends.
DECLARE
    before budget_entry%ROWTYPE := last;
BEGIN
    IF entry.kind = 'reversal' AND closed.kind NOT IN ('payment', 'recovery') THEN
        -- A corrected step restores what was held before it; what was paid since stays paid
        SELECT * INTO before FROM budget_entry WHERE id = closed.closes_id;
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
    ELSIF entry.kind = 'payment' OR closed.kind = 'recovery' THEN
        entry.paid_split := budget_add(entry.paid_split, entry.split, 1);
    ELSIF entry.kind = 'recovery' OR closed.kind = 'payment' THEN
        entry.paid_split := budget_add(entry.paid_split, entry.split, -1);
    END IF;
    IF entry.held = 0 THEN
        entry.hold := ''; entry.held_split := '{}';
    END IF;
    entry.paid := budget_sum(entry.paid_split);
    RETURN entry;
END
$$;


--
-- Name: budget_held_as(public.budget_entry, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_held_as(entry public.budget_entry, what text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    -- What the entry's project holds as `what` (reserved, committed) after it, by source.
    SELECT CASE WHEN entry.hold = what THEN entry.held_split ELSE '{}' END;
$$;


--
-- Name: budget_left_of_sources(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_left_of_sources(strategy bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(
        jsonb_object_agg(source.code, (ceiling - reserved - committed)::text), '{}'
    )
    FROM budget_account account JOIN budget_fundingsource source ON account.source_id = source.id
    WHERE source.strategy_id = strategy;
$$;


--
-- Name: budget_lock(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_lock(strategy bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    -- Everyone who moves this strategy's money waits here. A function, because locking a row needs
    -- the right to change it, which the portal's role lacks. NO KEY, so that rows which reference
    -- the account can still be inserted.
    SELECT FROM budget_account
    WHERE strategy_id = strategy AND action_id IS NULL AND source_id IS NULL
    FOR NO KEY UPDATE;
$$;


--
-- Name: budget_may_settle(public.budget_entry, public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_may_settle(entry public.budget_entry, closed public.budget_entry) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    -- Steps that hold money form a chain, each closing the one before; payments stand beside it
    chain text[] := ARRAY['allocation', 'reservation', 'award', 'contract', 'release'];
    beside text[] := ARRAY['payment', 'recovery'];
BEGIN
    IF entry.kind = 'reversal' THEN
        RETURN closed.kind = ANY (chain || beside) AND NOT budget_has_moved_on(entry, closed);
    END IF;
    IF closed.kind = ANY (beside) OR closed.kind = 'reversal' AND EXISTS (
        SELECT FROM budget_entry WHERE id = closed.closes_id AND kind = ANY (beside)
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


--
-- Name: budget_more_held(public.budget_entry, public.budget_entry, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_more_held(entry public.budget_entry, last public.budget_entry, what text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    -- How much more the project holds as `what` after `entry` than after `last`, by source.
    SELECT budget_add(budget_held_as(entry, what), budget_held_as(last, what), -1);
$$;


--
-- Name: budget_more_paid(public.budget_entry, public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_more_paid(entry public.budget_entry, last public.budget_entry) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    -- How much more it was paid, by source.
    SELECT budget_add(entry.paid_split, coalesce(last.paid_split, '{}'), -1);
$$;


--
-- Name: budget_more_places(public.budget_entry, public.budget_entry, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_more_places(entry public.budget_entry, last public.budget_entry, what text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    -- How many more places it takes as `what`: 1, 0 or -1.
    SELECT (entry.hold = what)::integer - coalesce((last.hold = what)::integer, 0);
$$;


--
-- Name: budget_move_parts(public.budget_entry, public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_move_parts(entry public.budget_entry, last public.budget_entry) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_move_plan(public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_move_plan(entry public.budget_entry) RETURNS numeric
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_move_project(public.budget_entry, public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_move_project(entry public.budget_entry, last public.budget_entry) RETURNS numeric
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_move_whole(bigint, public.budget_entry, public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_move_whole(account bigint, entry public.budget_entry, last public.budget_entry) RETURNS numeric
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_next_seq(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_next_seq(strategy bigint) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_post_entry(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_post_entry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    closed budget_entry%ROWTYPE;
    last budget_entry%ROWTYPE;  -- the project's: what it held and was paid so far
BEGIN
    NEW.seq := budget_next_seq(NEW.strategy_id);
    NEW.posted_at := clock_timestamp();
    PERFORM budget_refuse_twin(NEW);
    PERFORM budget_refuse_future(NEW);
    IF NEW.closes_id IS NOT NULL THEN
        SELECT * INTO STRICT closed FROM budget_entry WHERE id = NEW.closes_id;
        PERFORM budget_check_settling(NEW, closed);
    END IF;
    NEW.hold := ''; NEW.held := 0; NEW.held_split := '{}'; NEW.paid := 0; NEW.paid_split := '{}';

    IF NEW.project_number = '' THEN
        NEW.left_after := budget_move_plan(NEW);
    ELSE
        SELECT * INTO last FROM budget_entry
            WHERE strategy_id = NEW.strategy_id AND project_number = NEW.project_number
            ORDER BY seq DESC LIMIT 1;
        PERFORM budget_check_project(NEW, last);
        NEW := budget_held_after(NEW, last, closed);
        PERFORM budget_check_holding(NEW);
        NEW.left_after := budget_move_project(NEW, last);
    END IF;
    NEW.left_split := budget_left_of_sources(NEW.strategy_id);
    RETURN NEW;
END
$$;


--
-- Name: budget_refuse_future(public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_refuse_future(entry public.budget_entry) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
-- No document and no effect is dated after today in Vilnius, whatever the session's time zone is.
DECLARE
    today date := timezone('Europe/Vilnius', clock_timestamp())::date;
BEGIN
    IF entry.document_date > today OR entry.effective_on > today THEN
        RAISE EXCEPTION 'a document of the future' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'entry_document_is_not_of_the_future';
    END IF;
END
$$;


--
-- Name: budget_refuse_twin(public.budget_entry); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_refuse_twin(entry public.budget_entry) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


--
-- Name: budget_sum(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.budget_sum(split jsonb) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    -- The total of the parts.
    SELECT coalesce(sum(value::numeric), 0) FROM jsonb_each_text(split);
$$;


--
-- Name: pgtrigger_approved_is_frozen_bf54b(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_approved_is_frozen_bf54b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.approved IS NOT NULL THEN RAISE EXCEPTION 'approved is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_award_is_frozen_9dc26(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_award_is_frozen_9dc26() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF TRUE THEN RAISE EXCEPTION 'award is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_born_empty_04e11(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_born_empty_04e11() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'an account starts empty' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_concluded_is_frozen_1ce8e(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_concluded_is_frozen_1ce8e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.concluded_at IS NOT NULL THEN RAISE EXCEPTION 'concluded is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_conflict_stays_9b3ed(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_conflict_stays_9b3ed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.has_conflict THEN RAISE EXCEPTION 'conflict stays' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_ended_is_frozen_43b70(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_ended_is_frozen_43b70() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.confirmed_at IS NOT NULL OR OLD.retracted_at IS NOT NULL THEN RAISE EXCEPTION 'ended is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_ended_is_frozen_4c71f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_ended_is_frozen_4c71f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.confirmed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN RAISE EXCEPTION 'ended is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_frozen_with_parent_5347d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_frozen_with_parent_5347d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE is_frozen boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR is_frozen IN
                SELECT published_at IS NOT NULL FROM public.calls_call
                    WHERE TG_OP <> 'INSERT' AND id = OLD.call_id
                        OR TG_OP <> 'DELETE' AND id = NEW.call_id
                    FOR SHARE
            LOOP
                IF is_frozen THEN RAISE EXCEPTION 'frozen with its row of calls_call' USING ERRCODE = 'restrict_violation'; END IF;
            END LOOP;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        
                END;
            $$;


--
-- Name: pgtrigger_frozen_with_parent_69dca(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_frozen_with_parent_69dca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE is_frozen boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR is_frozen IN
                SELECT submitted_at IS NOT NULL FROM public.selection_scoresheet
                    WHERE TG_OP <> 'INSERT' AND id = OLD.sheet_id
                        OR TG_OP <> 'DELETE' AND id = NEW.sheet_id
                    FOR SHARE
            LOOP
                IF is_frozen THEN RAISE EXCEPTION 'frozen with its row of selection_scoresheet' USING ERRCODE = 'restrict_violation'; END IF;
            END LOOP;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        
                END;
            $$;


--
-- Name: pgtrigger_frozen_with_parent_76800(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_frozen_with_parent_76800() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE is_frozen boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR is_frozen IN
                SELECT concluded_at IS NOT NULL FROM public.selection_checksheet
                    WHERE TG_OP <> 'INSERT' AND id = OLD.sheet_id
                        OR TG_OP <> 'DELETE' AND id = NEW.sheet_id
                    FOR SHARE
            LOOP
                IF is_frozen THEN RAISE EXCEPTION 'frozen with its row of selection_checksheet' USING ERRCODE = 'restrict_violation'; END IF;
            END LOOP;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        
                END;
            $$;


--
-- Name: pgtrigger_frozen_with_parent_d4a27(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_frozen_with_parent_d4a27() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE is_frozen boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR is_frozen IN
                SELECT published_at IS NOT NULL FROM public.calls_call
                    WHERE TG_OP <> 'INSERT' AND id = OLD.call_id
                        OR TG_OP <> 'DELETE' AND id = NEW.call_id
                    FOR SHARE
            LOOP
                IF is_frozen THEN RAISE EXCEPTION 'frozen with its row of calls_call' USING ERRCODE = 'restrict_violation'; END IF;
            END LOOP;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        
                END;
            $$;


--
-- Name: pgtrigger_frozen_with_parent_daa2e(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_frozen_with_parent_daa2e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE is_frozen boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR is_frozen IN
                SELECT status <> 'draft' FROM public.applications_application
                    WHERE TG_OP <> 'INSERT' AND id = OLD.application_id
                        OR TG_OP <> 'DELETE' AND id = NEW.application_id
                    FOR SHARE
            LOOP
                IF is_frozen THEN RAISE EXCEPTION 'frozen with its row of applications_application' USING ERRCODE = 'restrict_violation'; END IF;
            END LOOP;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        
                END;
            $$;


--
-- Name: pgtrigger_frozen_with_parent_f7ae5(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_frozen_with_parent_f7ae5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE is_frozen boolean;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
            FOR is_frozen IN
                SELECT published_at IS NOT NULL OR withdrawn_at IS NOT NULL FROM public.budget_amendment
                    WHERE TG_OP <> 'INSERT' AND id = OLD.amendment_id
                        OR TG_OP <> 'DELETE' AND id = NEW.amendment_id
                    FOR SHARE
            LOOP
                IF is_frozen THEN RAISE EXCEPTION 'frozen with its row of budget_amendment' USING ERRCODE = 'restrict_violation'; END IF;
            END LOOP;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        
                END;
            $$;


--
-- Name: pgtrigger_journal_names_it_1ebc0(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_journal_names_it_1ebc0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF TRUE THEN RAISE EXCEPTION 'journal names it' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_journal_names_it_ce41d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_journal_names_it_ce41d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF TRUE THEN RAISE EXCEPTION 'journal names it' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_made_is_frozen_93c7a(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_made_is_frozen_93c7a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.made <> '' THEN RAISE EXCEPTION 'made is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_moves_by_the_table_82978(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_moves_by_the_table_82978() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE _is_valid_transition BOOLEAN;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    SELECT CONCAT(OLD."status", ':', NEW."status") = ANY('{checking:rejected,checking:scoring,checking:withdrawn,draft:submitted,proposed:approved,proposed:rejected,proposed:scored,proposed:waitlisted,proposed:withdrawn,scored:proposed,scored:scoring,scored:withdrawn,scoring:scored,scoring:withdrawn,submitted:checking,submitted:withdrawn,waitlisted:proposed,waitlisted:withdrawn}'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION 'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;
                END;
            $$;


--
-- Name: pgtrigger_moves_by_the_table_a94af(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_moves_by_the_table_a94af() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE _is_valid_transition BOOLEAN;
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    SELECT CONCAT(OLD."status", ':', NEW."status") = ANY('{completed:running,preparing:running,preparing:terminated,running:completed,running:preparing,running:suspended,running:terminated,suspended:running,suspended:terminated,terminated:preparing,terminated:running,terminated:suspended}'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION 'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;
                END;
            $$;


--
-- Name: pgtrigger_no_delete_06b34(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_06b34() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_1c263(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_1c263() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_2c4a1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_2c4a1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_2e2d4(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_2e2d4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_3aa50(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_3aa50() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_3e75f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_3e75f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_5bbb7(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_5bbb7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_620f7(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_620f7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_62c95(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_62c95() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_667e6(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_667e6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_7064e(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_7064e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_9c42d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_9c42d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_a77aa(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_a77aa() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_b545d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_b545d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_cc575(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_cc575() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_cf4d8(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_cf4d8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_d02bb(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_d02bb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_d6bc1(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_d6bc1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_delete_e8fd6(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_delete_e8fd6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_02fca(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_02fca() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_06171(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_06171() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_08ede(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_08ede() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_1680c(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_1680c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_169e7(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_169e7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_2d44d(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_2d44d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_2e7c7(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_2e7c7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_3e322(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_3e322() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_3fa0e(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_3fa0e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_40f53(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_40f53() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_4459a(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_4459a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_49e0f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_49e0f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_595e2(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_595e2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_68646(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_68646() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_6e638(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_6e638() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_77e25(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_77e25() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_8fc1b(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_8fc1b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_915a8(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_915a8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_aba4c(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_aba4c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_c15be(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_c15be() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_d1a0f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_d1a0f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_d69e3(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_d69e3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_ea737(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_ea737() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_f30fe(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_f30fe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_truncate_f3aaf(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_truncate_f3aaf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are kept' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_update_13bbd(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_update_13bbd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are only ever added' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_update_1545e(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_update_1545e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are only ever added' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_update_266c9(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_update_266c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are only ever added' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_update_28226(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_update_28226() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are only ever added' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_update_441d0(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_update_441d0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are only ever added' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_update_44244(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_update_44244() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are only ever added' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_update_449f8(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_update_449f8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are only ever added' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_update_63678(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_update_63678() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are only ever added' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_no_update_676fe(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_no_update_676fe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'these rows are only ever added' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_of_a_standing_decision_10cd0(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_of_a_standing_decision_10cd0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF EXISTS (
        SELECT FROM public.selection_decisionitem item
            JOIN public.selection_decision decision ON item.decision_id = decision.id
            WHERE item.id = NEW.item_id
                AND (decision.confirmed_at IS NOT NULL OR decision.retracted_at IS NOT NULL)
    ) THEN
        RAISE EXCEPTION 'the decision has ended' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;

                END;
            $$;


--
-- Name: pgtrigger_origin_is_frozen_835d3(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_origin_is_frozen_835d3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF TRUE THEN RAISE EXCEPTION 'origin is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_origin_is_frozen_93cae(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_origin_is_frozen_93cae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF TRUE THEN RAISE EXCEPTION 'origin is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_origin_is_frozen_ae31a(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_origin_is_frozen_ae31a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF TRUE THEN RAISE EXCEPTION 'origin is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_payment_is_frozen_0b263(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_payment_is_frozen_0b263() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.payment_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.budget_entry WHERE closes_id = OLD.payment_id) THEN RAISE EXCEPTION 'payment is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_published_is_frozen_50633(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_published_is_frozen_50633() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.published_at IS NOT NULL THEN RAISE EXCEPTION 'published is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_published_rules_are_frozen_acfe8(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_published_rules_are_frozen_acfe8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.published_at IS NOT NULL THEN RAISE EXCEPTION 'published rules are frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_published_stays_acdcd(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_published_stays_acdcd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'a published call stays' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_published_with_full_weights_4575f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_published_with_full_weights_4575f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
    IF (SELECT sum(weight) FROM calls_criterion WHERE call_id = NEW.id) IS DISTINCT FROM 100 THEN
        RAISE EXCEPTION 'the weights of the criteria must sum to 100'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'call_weights_sum_to_100';
    END IF;
    RETURN NEW;

                END;
            $$;


--
-- Name: pgtrigger_registered_is_frozen_403b6(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_registered_is_frozen_403b6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF TRUE THEN RAISE EXCEPTION 'registered is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_starts_as_a_draft_ec929(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_starts_as_a_draft_ec929() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'an application starts as a draft' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_starts_unpublished_93562(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_starts_unpublished_93562() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'a call is published later' USING ERRCODE = 'restrict_violation';
                END;
            $$;


--
-- Name: pgtrigger_status_is_told_df8a7(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_status_is_told_df8a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
        IF (SELECT status FROM public.projects_project WHERE id = NEW.id) IS DISTINCT FROM (
            SELECT to_status FROM public.projects_projectchange
            WHERE project_id = NEW.id ORDER BY id DESC LIMIT 1
        ) THEN
            RAISE EXCEPTION 'the change of status is not in the project''s story'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
    
                END;
            $$;


--
-- Name: pgtrigger_submitted_content_is_frozen_27d2b(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_submitted_content_is_frozen_27d2b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.status <> 'draft' THEN RAISE EXCEPTION 'submitted content is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_submitted_is_frozen_dfbcb(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_submitted_is_frozen_dfbcb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF OLD.submitted_at IS NOT NULL THEN RAISE EXCEPTION 'submitted is frozen' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW;
                END;
            $$;


--
-- Name: pgtrigger_written_by_entries_alone_4601c(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.pgtrigger_written_by_entries_alone_4601c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    
                    IF pg_trigger_depth() < 2 THEN
                        RAISE EXCEPTION 'accounts change only through entries'
                            USING ERRCODE = 'restrict_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;


--
-- Name: account_emailaddress; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: account_emailconfirmation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_rolegrant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_rolegrant (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    document character varying(200) NOT NULL,
    granted_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT role_grant_role_is_known CHECK (((role)::text = ANY ((ARRAY['coordinator'::character varying, 'evaluator'::character varying, 'board'::character varying, 'manager'::character varying, 'auditor'::character varying])::text[]))),
    CONSTRAINT role_grant_starts_before_it_ends CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
);


--
-- Name: accounts_rolegrant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_rolegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_rolegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_user; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(150) NOT NULL,
    is_active boolean NOT NULL,
    is_staff boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL
);


--
-- Name: accounts_user_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);


--
-- Name: accounts_user_groups_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_user_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_user_user_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: accounts_user_user_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: applications_application; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.applications_application (
    id bigint NOT NULL,
    status character varying(20) NOT NULL,
    number character varying(30),
    sequence integer,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    submitted_at timestamp with time zone,
    revisions jsonb NOT NULL,
    head character varying(150) NOT NULL,
    contact_name character varying(150) NOT NULL,
    contact_phone character varying(40) NOT NULL,
    contact_email character varying(254) NOT NULL,
    title character varying(150) NOT NULL,
    public_summary text NOT NULL,
    need text NOT NULL,
    aim text NOT NULL,
    change text NOT NULL,
    continuity text NOT NULL,
    starts_on date,
    ends_on date,
    requested numeric(14,2),
    own_funds numeric(14,2),
    other_funds numeric(14,2),
    is_truthful boolean NOT NULL,
    is_solvent boolean NOT NULL,
    is_not_funded_twice boolean NOT NULL,
    secures_own_funds boolean NOT NULL,
    knows_of_publication boolean NOT NULL,
    signatory_name character varying(150) NOT NULL,
    signatory_office character varying(200) NOT NULL,
    call_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT application_has_a_number_once_submitted CHECK (((((status)::text = 'draft'::text) AND (number IS NULL) AND (sequence IS NULL) AND (submitted_at IS NULL)) OR ((NOT ((status)::text = 'draft'::text)) AND (number IS NOT NULL) AND (sequence IS NOT NULL) AND (submitted_at IS NOT NULL)))),
    CONSTRAINT application_starts_before_it_ends CHECK (((starts_on IS NULL) OR (ends_on IS NULL) OR (starts_on <= ends_on))),
    CONSTRAINT application_status_is_known CHECK (((status)::text = ANY ((ARRAY['draft'::character varying, 'submitted'::character varying, 'checking'::character varying, 'scoring'::character varying, 'scored'::character varying, 'proposed'::character varying, 'approved'::character varying, 'waitlisted'::character varying, 'rejected'::character varying, 'withdrawn'::character varying])::text[]))),
    CONSTRAINT application_sums_are_not_negative CHECK ((((requested IS NULL) OR (requested >= (0)::numeric)) AND ((own_funds IS NULL) OR (own_funds >= (0)::numeric)) AND ((other_funds IS NULL) OR (other_funds >= (0)::numeric)))),
    CONSTRAINT applications_application_sequence_check CHECK ((sequence >= 0))
);


--
-- Name: applications_application_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.applications_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: applications_applicationversion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.applications_applicationversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    content text NOT NULL,
    sha256 character varying(64) NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    application_id bigint NOT NULL,
    submitted_by_id bigint NOT NULL,
    CONSTRAINT application_version_hash_is_sha256 CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT applications_applicationversion_number_check CHECK ((number >= 0))
);


--
-- Name: applications_applicationversion_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.applications_applicationversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_applicationversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: applications_costline; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.applications_costline (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    unit character varying(30) NOT NULL,
    quantity numeric(10,3),
    unit_price numeric(14,2),
    amount numeric(14,2) GENERATED ALWAYS AS (round((quantity * unit_price), 2)) STORED,
    application_id bigint NOT NULL,
    CONSTRAINT applications_costline_position_check CHECK (("position" >= 0)),
    CONSTRAINT cost_line_is_not_negative CHECK ((((quantity IS NULL) OR (quantity >= (0)::numeric)) AND ((unit_price IS NULL) OR (unit_price >= (0)::numeric))))
);


--
-- Name: applications_costline_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.applications_costline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_costline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: applications_lateattempt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.applications_lateattempt (
    id bigint NOT NULL,
    attempted_at timestamp with time zone NOT NULL,
    application_id bigint NOT NULL,
    attempted_by_id bigint NOT NULL
);


--
-- Name: applications_lateattempt_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.applications_lateattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_lateattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: applications_membership; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.applications_membership (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    since timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    user_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT membership_role_is_known CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'editor'::character varying, 'viewer'::character varying])::text[])))
);


--
-- Name: applications_membership_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.applications_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: applications_organisation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.applications_organisation (
    id bigint NOT NULL,
    code character varying(9) NOT NULL,
    name character varying(200) NOT NULL,
    legal_form character varying(30) NOT NULL,
    address character varying(300) NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT organisation_code_has_7_or_9_digits CHECK (((code)::text ~ '^([0-9]{7}|[0-9]{9})$'::text))
);


--
-- Name: applications_organisation_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.applications_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: applications_statuschange; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.applications_statuschange (
    id bigint NOT NULL,
    transition character varying(20) NOT NULL,
    from_status character varying(20) NOT NULL,
    to_status character varying(20) NOT NULL,
    reason text NOT NULL,
    changed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    application_id bigint NOT NULL,
    changed_by_id bigint NOT NULL
);


--
-- Name: applications_statuschange_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.applications_statuschange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_statuschange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


--
-- Name: auth_group_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_permission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: budget_account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.budget_account (
    id bigint NOT NULL,
    ceiling numeric(14,2) NOT NULL,
    reserved numeric(14,2) NOT NULL,
    committed numeric(14,2) NOT NULL,
    paid numeric(14,2) NOT NULL,
    quota integer NOT NULL,
    reserved_projects integer NOT NULL,
    projects integer NOT NULL,
    quota_is_binding boolean NOT NULL,
    last_seq bigint NOT NULL,
    action_id bigint,
    source_id bigint,
    strategy_id bigint NOT NULL,
    CONSTRAINT account_action_is_within_ceiling CHECK (((NOT (action_id IS NOT NULL)) OR (ceiling >= (reserved + committed)))),
    CONSTRAINT account_belongs_to_one CHECK (((action_id IS NULL) OR (source_id IS NULL))),
    CONSTRAINT account_is_a_number CHECK (((NOT (ceiling = 'NaN'::numeric(14,2))) AND (NOT (reserved = 'NaN'::numeric(14,2))) AND (NOT (committed = 'NaN'::numeric(14,2))) AND (NOT (paid = 'NaN'::numeric(14,2))))),
    CONSTRAINT account_is_not_negative CHECK (((ceiling >= 0.00) AND (committed >= 0.00) AND (paid >= 0.00) AND (reserved >= 0.00))),
    CONSTRAINT account_is_within_quota CHECK (((NOT quota_is_binding) OR (NOT (action_id IS NOT NULL)) OR (quota >= (projects + reserved_projects)))),
    CONSTRAINT account_paid_is_within_committed CHECK ((committed >= paid)),
    CONSTRAINT account_source_is_within_ceiling CHECK (((NOT (source_id IS NOT NULL)) OR (ceiling >= (reserved + committed)))),
    CONSTRAINT account_strategy_is_within_ceiling CHECK (((NOT ((action_id IS NULL) AND (source_id IS NULL))) OR (ceiling >= (reserved + committed)))),
    CONSTRAINT budget_account_last_seq_check CHECK ((last_seq >= 0)),
    CONSTRAINT budget_account_projects_check CHECK ((projects >= 0)),
    CONSTRAINT budget_account_quota_check CHECK ((quota >= 0)),
    CONSTRAINT budget_account_reserved_projects_check CHECK ((reserved_projects >= 0))
);


--
-- Name: budget_account_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.budget_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: budget_action; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.budget_action (
    id bigint NOT NULL,
    code character varying(10) NOT NULL,
    name character varying(500) NOT NULL,
    strategy_id bigint NOT NULL,
    task_id bigint NOT NULL
);


--
-- Name: budget_action_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.budget_action ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_action_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: budget_amendment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.budget_amendment (
    id bigint NOT NULL,
    number integer NOT NULL,
    reason text NOT NULL,
    prepared_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    published_at timestamp with time zone,
    document character varying(200) NOT NULL,
    document_date date,
    effective_on date,
    confirmed_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawal_reason text NOT NULL,
    confirmed_by_id bigint,
    prepared_by_id bigint,
    published_by_id bigint,
    withdrawn_by_id bigint,
    strategy_id bigint NOT NULL,
    CONSTRAINT amendment_after_the_first_names_who CHECK (((number = 0) OR ((prepared_by_id IS NOT NULL) AND (((published_at IS NULL) AND (published_by_id IS NULL)) OR ((published_at IS NOT NULL) AND (published_by_id IS NOT NULL))) AND (((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL)))))),
    CONSTRAINT amendment_has_a_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT amendment_in_force_was_public_and_names_its_document CHECK (((confirmed_at IS NULL) OR ((document_date IS NOT NULL) AND (effective_on IS NOT NULL) AND (published_at IS NOT NULL) AND (NOT ((document)::text = ''::text))))),
    CONSTRAINT amendment_is_confirmed_by_another_person CHECK (((confirmed_by_id IS NULL) OR (NOT ((confirmed_by_id = prepared_by_id) AND (confirmed_by_id IS NOT NULL) AND (prepared_by_id IS NOT NULL))))),
    CONSTRAINT amendment_withdrawn_names_who_and_why CHECK ((((withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL)) OR ((confirmed_at IS NULL) AND (withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL) AND (NOT (withdrawal_reason = ''::text))))),
    CONSTRAINT budget_amendment_number_check CHECK ((number >= 0))
);


--
-- Name: budget_amendment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.budget_amendment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_amendment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: budget_amendmentline; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.budget_amendmentline (
    id bigint NOT NULL,
    before numeric(14,2) NOT NULL,
    after numeric(14,2) NOT NULL,
    places_before integer NOT NULL,
    places_after integer NOT NULL,
    action_id bigint,
    amendment_id bigint NOT NULL,
    source_id bigint,
    CONSTRAINT amendment_line_is_not_negative CHECK (((after >= 0.00) AND (before >= 0.00))),
    CONSTRAINT amendment_line_is_of_an_action_or_a_source CHECK ((((action_id IS NOT NULL) AND (source_id IS NULL)) OR ((action_id IS NULL) AND (places_after = 0) AND (places_before = 0) AND (source_id IS NOT NULL)))),
    CONSTRAINT budget_amendmentline_places_after_check CHECK ((places_after >= 0)),
    CONSTRAINT budget_amendmentline_places_before_check CHECK ((places_before >= 0))
);


--
-- Name: budget_amendmentline_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.budget_amendmentline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_amendmentline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: budget_entry_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.budget_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: budget_fundingsource; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.budget_fundingsource (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(200) NOT NULL,
    "position" smallint NOT NULL,
    strategy_id bigint NOT NULL,
    CONSTRAINT budget_fundingsource_position_check CHECK (("position" >= 0))
);


--
-- Name: budget_fundingsource_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.budget_fundingsource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_fundingsource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: budget_standing; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.budget_standing AS
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
   FROM (public.budget_entry entry
     JOIN public.budget_account account ON ((account.action_id = entry.action_id)))
UNION ALL
 SELECT account.id AS account_id,
    entry.id AS entry_id,
    entry.seq,
    entry.kind,
    entry.project_number,
    entry.hold,
        CASE
            WHEN ((entry.project_number)::text = ''::text) THEN entry.amount
            ELSE COALESCE(((entry.split ->> (source.code)::text))::numeric, 0.00)
        END AS part,
    0 AS places,
    COALESCE(((entry.held_split ->> (source.code)::text))::numeric, 0.00) AS held,
    COALESCE(((entry.paid_split ->> (source.code)::text))::numeric, 0.00) AS paid,
    ((entry.left_split ->> (source.code)::text))::numeric AS left_after,
    false AS of_action
   FROM ((public.budget_fundingsource source
     JOIN public.budget_account account ON ((account.source_id = source.id)))
     JOIN public.budget_entry entry ON (((entry.strategy_id = source.strategy_id) AND ((entry.source_id = source.id) OR ((entry.project_number)::text <> ''::text)))));


--
-- Name: budget_movement; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.budget_movement AS
 SELECT account_id,
    entry_id,
    part,
    ceiling,
    reserved,
    committed,
    (reserved + committed) AS used,
    ((ceiling - reserved) - committed) AS "left",
    paid,
    quota,
    reserved_projects,
    projects,
    sum(ceiling) OVER booked AS after_ceiling,
    sum(reserved) OVER booked AS after_reserved,
    sum(committed) OVER booked AS after_committed,
    sum((reserved + committed)) OVER booked AS after_used,
    left_after AS after_left,
    sum(paid) OVER booked AS after_paid
   FROM ( SELECT sums.account_id,
            sums.entry_id,
            sums.seq,
            sums.part,
            sums.left_after,
            sums.of_action,
            ((sums.planned)::numeric * sums.part) AS ceiling,
            (sums.planned * sums.places) AS quota,
            (sums.reserved_sum - lag(sums.reserved_sum, 1, (0)::numeric) OVER project) AS reserved,
            (sums.committed_sum - lag(sums.committed_sum, 1, (0)::numeric) OVER project) AS committed,
            (sums.paid - lag(sums.paid, 1, (0)::numeric) OVER project) AS paid,
            (sums.is_reserved - lag(sums.is_reserved, 1, 0) OVER project) AS reserved_projects,
            (sums.is_committed - lag(sums.is_committed, 1, 0) OVER project) AS projects
           FROM ( SELECT budget_standing.account_id,
                    budget_standing.entry_id,
                    budget_standing.seq,
                    budget_standing.kind,
                    budget_standing.project_number,
                    budget_standing.hold,
                    budget_standing.part,
                    budget_standing.places,
                    budget_standing.held,
                    budget_standing.paid,
                    budget_standing.left_after,
                    budget_standing.of_action,
                        CASE
                            WHEN ((budget_standing.project_number)::text <> ''::text) THEN 0
                            WHEN ((budget_standing.kind)::text = 'reversal'::text) THEN '-1'::integer
                            ELSE 1
                        END AS planned,
                        CASE
                            WHEN ((budget_standing.hold)::text = 'reserved'::text) THEN budget_standing.held
                            ELSE 0.00
                        END AS reserved_sum,
                        CASE
                            WHEN ((budget_standing.hold)::text = 'committed'::text) THEN budget_standing.held
                            ELSE 0.00
                        END AS committed_sum,
                    ((((budget_standing.hold)::text = 'reserved'::text) AND (budget_standing.held > (0)::numeric)))::integer AS is_reserved,
                    ((((budget_standing.hold)::text = 'committed'::text) AND (budget_standing.held > (0)::numeric)))::integer AS is_committed
                   FROM public.budget_standing) sums
          WINDOW project AS (PARTITION BY sums.account_id, sums.project_number ORDER BY sums.seq)) moved
  WHERE (of_action OR (part <> (0)::numeric) OR (reserved <> (0)::numeric) OR (committed <> (0)::numeric) OR (paid <> (0)::numeric))
  WINDOW booked AS (PARTITION BY account_id ORDER BY seq ROWS UNBOUNDED PRECEDING);


--
-- Name: budget_strategy; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.budget_strategy (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    name character varying(300) NOT NULL,
    group_name character varying(200) NOT NULL,
    goal text NOT NULL,
    first_year smallint NOT NULL,
    last_year smallint NOT NULL,
    approved_on date NOT NULL,
    approved_by character varying(200) NOT NULL,
    CONSTRAINT budget_strategy_first_year_check CHECK ((first_year >= 0)),
    CONSTRAINT budget_strategy_last_year_check CHECK ((last_year >= 0)),
    CONSTRAINT strategy_first_year_is_not_after_the_last CHECK ((first_year <= last_year))
);


--
-- Name: budget_strategy_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.budget_strategy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_strategy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: budget_task; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.budget_task (
    id bigint NOT NULL,
    code character varying(10) NOT NULL,
    name character varying(500) NOT NULL,
    strategy_id bigint NOT NULL
);


--
-- Name: budget_task_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.budget_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.budget_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cache; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);


--
-- Name: calls_call; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.calls_call (
    id bigint NOT NULL,
    sequence integer NOT NULL,
    number character varying(20) NOT NULL,
    title character varying(150) NOT NULL,
    summary text NOT NULL,
    eligible_applicants text NOT NULL,
    what_is_needed text NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    amount numeric(14,2) NOT NULL,
    max_per_project numeric(14,2) NOT NULL,
    intensity numeric(5,2) NOT NULL,
    planned_projects integer NOT NULL,
    pass_mark numeric(5,2) NOT NULL,
    evaluators smallint NOT NULL,
    tie_break jsonb NOT NULL,
    rates jsonb NOT NULL,
    overflow character varying(10) NOT NULL,
    channel character varying(10) NOT NULL,
    contact_name character varying(150) NOT NULL,
    contact_phone character varying(40) NOT NULL,
    contact_email character varying(254) NOT NULL,
    revision integer NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    published_at timestamp with time zone,
    action_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    published_by_id bigint,
    CONSTRAINT call_amounts_are_positive CHECK (((amount > (0)::numeric) AND (max_per_project > (0)::numeric))),
    CONSTRAINT call_intensity_is_a_percentage CHECK (((intensity > (0)::numeric) AND (intensity <= (100)::numeric))),
    CONSTRAINT call_largest_grant_is_within_its_sum CHECK ((max_per_project <= amount)),
    CONSTRAINT call_opens_before_it_closes CHECK ((opens_at < closes_at)),
    CONSTRAINT call_pass_mark_is_in_range CHECK (((pass_mark >= (0)::numeric) AND (pass_mark <= (100)::numeric))),
    CONSTRAINT call_plans_projects_and_evaluators CHECK (((evaluators >= 1) AND (planned_projects >= 1))),
    CONSTRAINT calls_call_evaluators_check CHECK ((evaluators >= 0)),
    CONSTRAINT calls_call_planned_projects_check CHECK ((planned_projects >= 0)),
    CONSTRAINT calls_call_revision_check CHECK ((revision >= 0)),
    CONSTRAINT calls_call_sequence_check CHECK ((sequence >= 0))
);


--
-- Name: calls_call_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.calls_call ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calls_call_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: calls_checkitem; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.calls_checkitem (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text character varying(300) NOT NULL,
    call_id bigint NOT NULL,
    CONSTRAINT calls_checkitem_position_check CHECK (("position" >= 0))
);


--
-- Name: calls_checkitem_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.calls_checkitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calls_checkitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: calls_criterion; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.calls_criterion (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name character varying(200) NOT NULL,
    guidance text NOT NULL,
    max_points numeric(5,2) NOT NULL,
    weight numeric(5,2) NOT NULL,
    call_id bigint NOT NULL,
    CONSTRAINT calls_criterion_position_check CHECK (("position" >= 0)),
    CONSTRAINT criterion_points_and_weight_are_positive CHECK (((max_points > (0)::numeric) AND (weight > (0)::numeric) AND (weight <= (100)::numeric)))
);


--
-- Name: calls_criterion_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.calls_criterion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calls_criterion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_admin_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_content_type; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


--
-- Name: projects_claim; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.projects_claim (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    number character varying(100) NOT NULL,
    received_on date NOT NULL,
    claimed numeric(14,2) NOT NULL,
    registered_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    approved numeric(14,2),
    approved_on date,
    reason text NOT NULL,
    approved_by_id bigint,
    payment_id bigint,
    registered_by_id bigint NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT claim_approved_for_less_has_a_reason CHECK (((approved IS NULL) OR (approved = claimed) OR (NOT (reason = ''::text)))),
    CONSTRAINT claim_approved_is_within_claimed CHECK (((approved IS NULL) OR ((approved >= 0.00) AND (approved <= claimed)))),
    CONSTRAINT claim_approved_names_who_and_when CHECK ((((approved IS NULL) AND (approved_by_id IS NULL) AND (approved_on IS NULL)) OR ((approved IS NOT NULL) AND (approved_by_id IS NOT NULL) AND (approved_on IS NOT NULL)))),
    CONSTRAINT claim_is_positive CHECK ((claimed > 0.00)),
    CONSTRAINT claim_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['advance'::character varying, 'interim'::character varying, 'final'::character varying])::text[]))),
    CONSTRAINT claim_paid_was_approved CHECK (((payment_id IS NULL) OR ((approved > 0.00) AND (approved IS NOT NULL))))
);


--
-- Name: projects_claim_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.projects_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: projects_contract; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.projects_contract (
    id bigint NOT NULL,
    number character varying(100) NOT NULL,
    signed_on date NOT NULL,
    amount numeric(14,2) NOT NULL,
    total_cost numeric(14,2) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    entry_id bigint NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT contract_is_within_the_total_cost CHECK (((amount > 0.00) AND (amount <= total_cost))),
    CONSTRAINT contract_starts_before_it_ends CHECK ((starts_on <= ends_on))
);


--
-- Name: projects_contract_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.projects_contract ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_contract_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: projects_project; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.projects_project (
    id bigint NOT NULL,
    number character varying(40) NOT NULL,
    call_number character varying(20) NOT NULL,
    title character varying(150) NOT NULL,
    beneficiary character varying(200) NOT NULL,
    summary text NOT NULL,
    total_cost numeric(14,2) NOT NULL,
    max_grant numeric(14,2),
    starts_on date,
    ends_on date,
    status character varying(20) NOT NULL,
    action_id bigint NOT NULL,
    award_id bigint NOT NULL,
    CONSTRAINT project_status_is_known CHECK (((status)::text = ANY ((ARRAY['preparing'::character varying, 'running'::character varying, 'suspended'::character varying, 'completed'::character varying, 'terminated'::character varying])::text[])))
);


--
-- Name: projects_project_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.projects_project ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_project_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: projects_projectchange; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.projects_projectchange (
    id bigint NOT NULL,
    step character varying(20) NOT NULL,
    from_status character varying(20) NOT NULL,
    to_status character varying(20) NOT NULL,
    document character varying(200) NOT NULL,
    document_date date,
    reason text NOT NULL,
    changed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    changed_by_id bigint NOT NULL,
    entry_id bigint,
    project_id bigint NOT NULL
);


--
-- Name: projects_projectchange_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.projects_projectchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.projects_projectchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: requests_request; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.requests_request (
    key uuid NOT NULL,
    digest character varying(64) NOT NULL,
    pressed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    made character varying(20) DEFAULT ''::character varying NOT NULL,
    pressed_by_id bigint NOT NULL
);


--
-- Name: selection_assignment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_assignment (
    id bigint NOT NULL,
    assigned_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    application_id bigint NOT NULL,
    assigned_by_id bigint NOT NULL,
    evaluator_id bigint NOT NULL
);


--
-- Name: selection_assignment_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.selection_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.selection_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: selection_checkanswer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_checkanswer (
    id bigint NOT NULL,
    passed boolean,
    note text NOT NULL,
    item_id bigint NOT NULL,
    sheet_id bigint NOT NULL
);


--
-- Name: selection_checkanswer_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.selection_checkanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.selection_checkanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: selection_checksheet; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_checksheet (
    id bigint NOT NULL,
    started_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    concluded_at timestamp with time zone,
    application_id bigint NOT NULL,
    checked_by_id bigint NOT NULL
);


--
-- Name: selection_checksheet_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.selection_checksheet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.selection_checksheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: selection_decision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_decision (
    id bigint NOT NULL,
    prepared_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    is_promotion boolean NOT NULL,
    protocol text NOT NULL,
    sha256 character varying(64) NOT NULL,
    document character varying(200) NOT NULL,
    confirmed_at timestamp with time zone,
    retracted_at timestamp with time zone,
    retraction_reason text NOT NULL,
    call_id bigint NOT NULL,
    confirmed_by_id bigint,
    prepared_by_id bigint NOT NULL,
    retracted_by_id bigint,
    CONSTRAINT decision_confirmed_names_who_and_the_document CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL) AND (NOT ((document)::text = ''::text))))),
    CONSTRAINT decision_is_confirmed_by_another_person CHECK (((confirmed_by_id IS NULL) OR (NOT ((confirmed_by_id = prepared_by_id) AND (confirmed_by_id IS NOT NULL))))),
    CONSTRAINT decision_retracted_names_who_and_why CHECK ((((retracted_at IS NULL) AND (retracted_by_id IS NULL)) OR ((confirmed_at IS NULL) AND (retracted_at IS NOT NULL) AND (retracted_by_id IS NOT NULL) AND (NOT (retraction_reason = ''::text)))))
);


--
-- Name: selection_decision_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.selection_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.selection_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: selection_decisionitem; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_decisionitem (
    id bigint NOT NULL,
    place integer NOT NULL,
    "order" integer NOT NULL,
    score numeric(7,4) NOT NULL,
    outcome character varying(10) NOT NULL,
    amount numeric(14,2),
    reason text NOT NULL,
    application_id bigint NOT NULL,
    decision_id bigint NOT NULL,
    reservation_id bigint,
    CONSTRAINT decision_item_funded_holds_money CHECK ((((amount > (0)::numeric) AND ((outcome)::text = 'fund'::text) AND (reservation_id IS NOT NULL)) OR ((NOT ((outcome)::text = 'fund'::text)) AND (amount IS NULL) AND (reservation_id IS NULL)))),
    CONSTRAINT decision_item_not_funded_has_a_reason CHECK ((((outcome)::text = 'fund'::text) OR (NOT (reason = ''::text)))),
    CONSTRAINT selection_decisionitem_order_check CHECK (("order" >= 0)),
    CONSTRAINT selection_decisionitem_place_check CHECK ((place >= 0))
);


--
-- Name: selection_decisionitem_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.selection_decisionitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.selection_decisionitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: selection_declaration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_declaration (
    id bigint NOT NULL,
    has_conflict boolean NOT NULL,
    relation character varying(20) NOT NULL,
    note text NOT NULL,
    declared_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    conflict_found_at timestamp with time zone,
    application_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT declaration_of_a_conflict_names_its_kind CHECK (((NOT has_conflict) OR (NOT ((relation)::text = ''::text))))
);


--
-- Name: selection_declaration_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.selection_declaration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.selection_declaration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: selection_itemsplit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_itemsplit (
    id bigint NOT NULL,
    parts jsonb NOT NULL,
    divided_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    divided_by_id bigint NOT NULL,
    item_id bigint NOT NULL
);


--
-- Name: selection_itemsplit_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.selection_itemsplit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.selection_itemsplit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: selection_passedover; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_passedover (
    id bigint NOT NULL,
    "order" integer NOT NULL,
    reason text NOT NULL,
    application_id bigint NOT NULL,
    decision_id bigint NOT NULL,
    CONSTRAINT passed_over_has_a_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT selection_passedover_order_check CHECK (("order" >= 0))
);


--
-- Name: selection_passedover_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.selection_passedover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.selection_passedover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: selection_score; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_score (
    id bigint NOT NULL,
    points numeric(5,2),
    reason text NOT NULL,
    criterion_id bigint NOT NULL,
    sheet_id bigint NOT NULL,
    CONSTRAINT score_is_not_negative CHECK (((points IS NULL) OR (points >= (0)::numeric)))
);


--
-- Name: selection_score_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.selection_score ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.selection_score_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: selection_scoresheet; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.selection_scoresheet (
    id bigint NOT NULL,
    has_conflict boolean,
    started_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    submitted_at timestamp with time zone,
    total numeric(7,4),
    voided_at timestamp with time zone,
    application_id bigint NOT NULL,
    evaluator_id bigint NOT NULL,
    CONSTRAINT score_sheet_has_a_total_once_submitted CHECK ((((submitted_at IS NULL) AND (total IS NULL)) OR ((submitted_at IS NOT NULL) AND (total IS NOT NULL)))),
    CONSTRAINT score_sheet_stands_without_a_conflict CHECK ((((NOT has_conflict) AND (voided_at IS NULL)) OR ((has_conflict IS NULL) AND (voided_at IS NOT NULL)))),
    CONSTRAINT score_sheet_total_is_in_range CHECK (((total IS NULL) OR ((total >= (0)::numeric) AND (total <= (100)::numeric))))
);


--
-- Name: selection_scoresheet_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.selection_scoresheet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.selection_scoresheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Data for Name: account_emailaddress; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.account_emailaddress VALUES (1, 'administratorius@example.org', true, true, 1);
INSERT INTO public.account_emailaddress VALUES (2, 'vadovas@example.org', true, true, 2);
INSERT INTO public.account_emailaddress VALUES (3, 'vertintojas1@example.org', true, true, 3);
INSERT INTO public.account_emailaddress VALUES (4, 'vertintojas2@example.org', true, true, 4);
INSERT INTO public.account_emailaddress VALUES (5, 'vertintojas3@example.org', true, true, 5);
INSERT INTO public.account_emailaddress VALUES (6, 'valdyba1@example.org', true, true, 6);
INSERT INTO public.account_emailaddress VALUES (7, 'valdyba2@example.org', true, true, 7);
INSERT INTO public.account_emailaddress VALUES (8, 'valdyba3@example.org', true, true, 8);
INSERT INTO public.account_emailaddress VALUES (9, 'valdyba4@example.org', true, true, 9);
INSERT INTO public.account_emailaddress VALUES (10, 'valdyba5@example.org', true, true, 10);
INSERT INTO public.account_emailaddress VALUES (11, 'stebetojas@example.org', true, true, 11);
INSERT INTO public.account_emailaddress VALUES (12, 'pareiskejas@example.org', true, true, 12);
INSERT INTO public.account_emailaddress VALUES (13, 'pareiskejas2@example.org', true, true, 13);


--
-- Data for Name: account_emailconfirmation; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: accounts_rolegrant; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.accounts_rolegrant VALUES (1, 'coordinator', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:51.450284+00', 1);
INSERT INTO public.accounts_rolegrant VALUES (2, 'manager', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:51.681055+00', 2);
INSERT INTO public.accounts_rolegrant VALUES (3, 'evaluator', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:52.013437+00', 3);
INSERT INTO public.accounts_rolegrant VALUES (4, 'evaluator', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:52.391015+00', 4);
INSERT INTO public.accounts_rolegrant VALUES (5, 'evaluator', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:52.639269+00', 5);
INSERT INTO public.accounts_rolegrant VALUES (6, 'board', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:52.865979+00', 6);
INSERT INTO public.accounts_rolegrant VALUES (7, 'board', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:53.110867+00', 7);
INSERT INTO public.accounts_rolegrant VALUES (8, 'board', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:53.355076+00', 8);
INSERT INTO public.accounts_rolegrant VALUES (9, 'board', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:53.595551+00', 9);
INSERT INTO public.accounts_rolegrant VALUES (10, 'board', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:53.835526+00', 10);
INSERT INTO public.accounts_rolegrant VALUES (11, 'auditor', '2026-11-26', NULL, 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:54.091687+00', 11);


--
-- Data for Name: accounts_user; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.accounts_user VALUES (1, 'pbkdf2_sha256$1000000$YzCtVaij9hZRNCDwKyHapA$3drtSL/yfgy6UDWDb/dop63FcO7tBbQ1KO/zjCOeM5c=', NULL, false, 'administratorius@example.org', 'Adomas Pavyzdys', true, false, '2026-11-26 12:56:51.213457+00');
INSERT INTO public.accounts_user VALUES (2, 'pbkdf2_sha256$1000000$0S5T8kKL3iFLgqM4gSgllu$qYTZP0xg6r9IvtwcXdaZ4K7eF6twknh9SWHKV7CCBBk=', NULL, false, 'vadovas@example.org', 'Vaiva Pavyzdė', true, false, '2026-11-26 12:56:51.450905+00');
INSERT INTO public.accounts_user VALUES (3, 'pbkdf2_sha256$1000000$OYwehZZM5vBOHE7UmvKbB8$itp8PrXCzCRsR1dF4/A3cYKc1TTajn3WZ2/Jc4eTGpc=', NULL, false, 'vertintojas1@example.org', 'Virgis Vertintojas', true, false, '2026-11-26 12:56:51.681301+00');
INSERT INTO public.accounts_user VALUES (4, 'pbkdf2_sha256$1000000$12KCz4cSOuwz2w6uax9cZ2$uI/l7IYVrK4mHFRyFCOjicTfNDqEc0JbwjoJu1q0hTQ=', NULL, false, 'vertintojas2@example.org', 'Vilma Vertintoja', true, false, '2026-11-26 12:56:52.013746+00');
INSERT INTO public.accounts_user VALUES (5, 'pbkdf2_sha256$1000000$6UAlhnOecNSZGOaCIXEXTV$U9T5gze1//grbMY8OWkBIhK2eA4HFya+UzADAi4H35w=', NULL, false, 'vertintojas3@example.org', 'Vaidas Vertintojas', true, false, '2026-11-26 12:56:52.391234+00');
INSERT INTO public.accounts_user VALUES (6, 'pbkdf2_sha256$1000000$dtZryNcGuXXS8GKXtorcr0$oURhi1ITyM+q46MbtMmw27iZtYjYj1ph0L4BXm4aH80=', NULL, false, 'valdyba1@example.org', 'Birutė Valdybienė', true, false, '2026-11-26 12:56:52.639537+00');
INSERT INTO public.accounts_user VALUES (7, 'pbkdf2_sha256$1000000$7JzizTLsr7BG1y7vnr6a7R$UyV7yzIsiOO2U9Cca7437apHeC/ixvs1Oa15x7L51bM=', NULL, false, 'valdyba2@example.org', 'Bronius Valdybis', true, false, '2026-11-26 12:56:52.866238+00');
INSERT INTO public.accounts_user VALUES (8, 'pbkdf2_sha256$1000000$zvNcFiatNns0CuKMbndSjL$864iUAXYg7Z433ll+P7jcs2DPknojpXixzk+18kYKIA=', NULL, false, 'valdyba3@example.org', 'Beata Valdybė', true, false, '2026-11-26 12:56:53.111114+00');
INSERT INTO public.accounts_user VALUES (9, 'pbkdf2_sha256$1000000$yHM1oNjbjrtVfx1eYYxQPC$ptSfmeUSkLeLqrEJYQ0hofgWeYWJmuRxoRWFpVdyZBg=', NULL, false, 'valdyba4@example.org', 'Benas Valdybis', true, false, '2026-11-26 12:56:53.355456+00');
INSERT INTO public.accounts_user VALUES (10, 'pbkdf2_sha256$1000000$wkETMckUTmRl7MNFruloxT$NJ/2YlCo0GDjMSPGdALWI++bnZiiH2ZrgD6yM1VH6JQ=', NULL, false, 'valdyba5@example.org', 'Bella Valdybė', true, false, '2026-11-26 12:56:53.595817+00');
INSERT INTO public.accounts_user VALUES (11, 'pbkdf2_sha256$1000000$z74fYoIyLhSo9jotzz5qXD$c141drUquIeKho6i7BEjJJhVx70pNsrXDKc2cSGQ2Qw=', NULL, false, 'stebetojas@example.org', 'Stasė Stebėtoja', true, false, '2026-11-26 12:56:53.835781+00');
INSERT INTO public.accounts_user VALUES (12, 'pbkdf2_sha256$1000000$adI2YXwYvY2tGlcRRTLZOJ$KeeF6BU3UAUS2nP6E77btXB6/YfMSb4GRimxmG2Aang=', NULL, false, 'pareiskejas@example.org', 'Rasa Rasaitė', true, false, '2026-11-26 12:56:54.092057+00');
INSERT INTO public.accounts_user VALUES (13, 'pbkdf2_sha256$1000000$W59iMYZkfG5xyGKX5KqmXv$J6To83++aAcOKAmFq9qTCqNEpGCT6LJ12X39+d8Cbw4=', NULL, false, 'pareiskejas2@example.org', 'Jonas Jonaitis', true, false, '2026-11-26 12:56:54.341777+00');


--
-- Data for Name: accounts_user_groups; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: accounts_user_user_permissions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: applications_application; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.applications_application VALUES (7, 'draft', NULL, NULL, '2026-11-26 12:56:55.42284+00', NULL, '{}', 'Vadė Pavyzdienė', 'Jonas Jonaitis', '+370 600 00000', 'pareiskejas2@example.org', 'Šeimų vakarai', 'Projektas „Šeimų vakarai“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 9000.00, 1000.00, NULL, true, true, true, true, true, 'Jonas Jonaitis', 'Pirmininkas, pagal įstatus', 1, 13, 7);
INSERT INTO public.applications_application VALUES (6, 'rejected', '2.2-K1-006', 6, '2026-11-26 12:56:55.369162+00', '2026-07-04 05:06:00+00', '{}', 'Vadė Pavyzdienė', 'Jonas Jonaitis', '+370 600 00000', 'pareiskejas2@example.org', 'Dirbtuvės be sienų', 'Projektas „Dirbtuvės be sienų“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 12000.00, 1333.33, NULL, true, true, true, true, true, 'Jonas Jonaitis', 'Pirmininkas, pagal įstatus', 1, 13, 9);
INSERT INTO public.applications_application VALUES (8, 'proposed', '1.1-K1-001', 1, '2026-11-26 12:56:55.43003+00', '2026-10-02 05:08:00+00', '{}', 'Vadė Pavyzdienė', 'Rasa Rasaitė', '+370 600 00000', 'pareiskejas@example.org', 'Jaunimo verslumo dirbtuvės', 'Projektas „Jaunimo verslumo dirbtuvės“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 52000.00, 5777.78, NULL, true, true, true, true, true, 'Rasa Rasaitė', 'Pirmininkas, pagal įstatus', 2, 12, 5);
INSERT INTO public.applications_application VALUES (9, 'scored', '1.1-K1-002', 2, '2026-11-26 12:56:55.645309+00', '2026-10-02 05:09:00+00', '{}', 'Vadė Pavyzdienė', 'Rasa Rasaitė', '+370 600 00000', 'pareiskejas@example.org', 'Skaitmeniniai įgūdžiai kiekvienam', 'Projektas „Skaitmeniniai įgūdžiai kiekvienam“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 41000.00, 4555.56, NULL, true, true, true, true, true, 'Rasa Rasaitė', 'Pirmininkas, pagal įstatus', 2, 12, 1);
INSERT INTO public.applications_application VALUES (10, 'scoring', '1.1-K1-003', 3, '2026-11-26 12:56:55.780756+00', '2026-10-02 05:10:00+00', '{}', 'Vadė Pavyzdienė', 'Jonas Jonaitis', '+370 600 00000', 'pareiskejas2@example.org', 'Savanorystės mokykla', 'Projektas „Savanorystės mokykla“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 28500.00, 3166.67, NULL, true, true, true, true, true, 'Jonas Jonaitis', 'Pirmininkas, pagal įstatus', 2, 13, 7);
INSERT INTO public.applications_application VALUES (1, 'approved', '2.2-K1-001', 1, '2026-11-26 12:56:54.67689+00', '2026-07-04 05:01:00+00', '{}', 'Vadė Pavyzdienė', 'Rasa Rasaitė', '+370 600 00000', 'pareiskejas@example.org', 'Senjorų dirbtuvės', 'Projektas „Senjorų dirbtuvės“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 36000.00, 4000.00, NULL, true, true, true, true, true, 'Rasa Rasaitė', 'Pirmininkas, pagal įstatus', 1, 12, 3);
INSERT INTO public.applications_application VALUES (11, 'checking', '1.1-K1-004', 4, '2026-11-26 12:56:55.865766+00', '2026-10-02 05:11:00+00', '{}', 'Vadė Pavyzdienė', 'Jonas Jonaitis', '+370 600 00000', 'pareiskejas2@example.org', 'Amatų praktika', 'Projektas „Amatų praktika“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 33000.00, 3666.67, NULL, true, true, true, true, true, 'Jonas Jonaitis', 'Pirmininkas, pagal įstatus', 2, 13, 9);
INSERT INTO public.applications_application VALUES (16, 'draft', NULL, NULL, '2026-11-26 12:56:55.961935+00', NULL, '{}', '', '', '', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, false, false, false, false, false, '', '', 3, 12, 2);
INSERT INTO public.applications_application VALUES (12, 'submitted', '1.1-K1-005', 5, '2026-11-26 12:56:55.893478+00', '2026-10-02 05:12:00+00', '{}', 'Vadė Pavyzdienė', 'Jonas Jonaitis', '+370 600 00000', 'pareiskejas2@example.org', 'Pirmasis darbas', 'Projektas „Pirmasis darbas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 25000.00, 2777.78, NULL, true, true, true, true, true, 'Jonas Jonaitis', 'Pirmininkas, pagal įstatus', 2, 13, 8);
INSERT INTO public.applications_application VALUES (13, 'withdrawn', '1.1-K1-006', 6, '2026-11-26 12:56:55.913166+00', '2026-10-02 05:13:00+00', '{}', 'Vadė Pavyzdienė', 'Rasa Rasaitė', '+370 600 00000', 'pareiskejas@example.org', 'Karjeros klubas', 'Projektas „Karjeros klubas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 19000.00, 2111.11, NULL, true, true, true, true, true, 'Rasa Rasaitė', 'Pirmininkas, pagal įstatus', 2, 12, 4);
INSERT INTO public.applications_application VALUES (17, 'draft', NULL, NULL, '2026-11-26 12:56:55.964662+00', NULL, '{}', 'Vadė Pavyzdienė', 'Jonas Jonaitis', '+370 600 00000', 'pareiskejas2@example.org', 'Kepyklėlė be glitimo', 'Projektas „Kepyklėlė be glitimo“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 98000.00, 10888.89, NULL, true, true, true, true, true, 'Jonas Jonaitis', 'Pirmininkas, pagal įstatus', 4, 13, 10);
INSERT INTO public.applications_application VALUES (14, 'submitted', '2.2-K2-001', 1, '2026-11-26 12:56:55.939489+00', '2026-11-24 06:14:00+00', '{}', 'Vadė Pavyzdienė', 'Jonas Jonaitis', '+370 600 00000', 'pareiskejas2@example.org', 'Šeimos ratas: dienos užimtumas', 'Projektas „Šeimos ratas: dienos užimtumas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 37000.00, 4111.11, NULL, true, true, true, true, true, 'Jonas Jonaitis', 'Pirmininkas, pagal įstatus', 3, 13, 7);
INSERT INTO public.applications_application VALUES (15, 'draft', NULL, NULL, '2026-11-26 12:56:55.955335+00', NULL, '{}', 'Vadė Pavyzdienė', 'Rasa Rasaitė', '+370 600 00000', 'pareiskejas@example.org', 'Saulės kiemo popietės', 'Projektas „Saulės kiemo popietės“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 24000.00, 2666.67, NULL, true, true, true, true, true, 'Rasa Rasaitė', 'Pirmininkas, pagal įstatus', 3, 12, 1);
INSERT INTO public.applications_application VALUES (2, 'approved', '2.2-K1-002', 2, '2026-11-26 12:56:54.830779+00', '2026-07-04 05:02:00+00', '{}', 'Vadė Pavyzdienė', 'Rasa Rasaitė', '+370 600 00000', 'pareiskejas@example.org', 'Dienos uostas', 'Projektas „Dienos uostas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 37000.00, 4111.11, NULL, true, true, true, true, true, 'Rasa Rasaitė', 'Pirmininkas, pagal įstatus', 1, 12, 2);
INSERT INTO public.applications_application VALUES (3, 'approved', '2.2-K1-003', 3, '2026-11-26 12:56:54.954605+00', '2026-07-04 05:03:00+00', '{}', 'Vadė Pavyzdienė', 'Jonas Jonaitis', '+370 600 00000', 'pareiskejas2@example.org', 'Kartu stipriau', 'Projektas „Kartu stipriau“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 36500.00, 4055.56, NULL, true, true, true, true, true, 'Jonas Jonaitis', 'Pirmininkas, pagal įstatus', 1, 13, 8);
INSERT INTO public.applications_application VALUES (4, 'waitlisted', '2.2-K1-004', 4, '2026-11-26 12:56:55.08183+00', '2026-07-04 05:04:00+00', '{}', 'Vadė Pavyzdienė', 'Rasa Rasaitė', '+370 600 00000', 'pareiskejas@example.org', 'Sveikatos sodas', 'Projektas „Sveikatos sodas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 30000.00, 3333.33, NULL, true, true, true, true, true, 'Rasa Rasaitė', 'Pirmininkas, pagal įstatus', 1, 12, 6);
INSERT INTO public.applications_application VALUES (5, 'rejected', '2.2-K1-005', 5, '2026-11-26 12:56:55.218782+00', '2026-07-04 05:05:00+00', '{}', 'Vadė Pavyzdienė', 'Rasa Rasaitė', '+370 600 00000', 'pareiskejas@example.org', 'Atviros durys', 'Projektas „Atviros durys“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 'Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)', 'Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)', 'Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)', 'Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)', '2027-02-24', '2028-02-19', 21000.00, 2333.33, NULL, true, true, true, true, true, 'Rasa Rasaitė', 'Pirmininkas, pagal įstatus', 1, 12, 4);


--
-- Data for Name: applications_applicationversion; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.applications_applicationversion VALUES (1, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas@example.org","contact_name":"Rasa Rasaitė","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"4000.00","public_summary":"Projektas „Senjorų dirbtuvės“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"36000.00","secures_own_funds":true,"signatory_name":"Rasa Rasaitė","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Senjorų dirbtuvės"},"call":"2.2-K1","costs":[{"amount":"28000.00","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"28000.00"},{"amount":"12000.00","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"12000.00"}],"number":"2.2-K1-001","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000030","legal_form":"association","name":"Pavyzdinis senjorų klubas „Rudens lapai“"},"submitted_at":"2026-07-04T05:01:00+00:00"}', '99d877ad72a8059e8b0b22e52141795e7ca82b5d4d80a358fc40adeecf6f22d5', '2026-07-04 05:01:00+00', 1, 12);
INSERT INTO public.applications_applicationversion VALUES (2, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas@example.org","contact_name":"Rasa Rasaitė","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"4111.11","public_summary":"Projektas „Dienos uostas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"37000.00","secures_own_funds":true,"signatory_name":"Rasa Rasaitė","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Dienos uostas"},"call":"2.2-K1","costs":[{"amount":"28777.78","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"28777.78"},{"amount":"12333.33","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"12333.33"}],"number":"2.2-K1-002","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000023","legal_form":"public_institution","name":"Pavyzdinė viešoji įstaiga „Dienos uostas“"},"submitted_at":"2026-07-04T05:02:00+00:00"}', 'f8ba25bdd7a477de659c11f9116a49cc381f1f34679897f87f43b5d5e387a496', '2026-07-04 05:02:00+00', 2, 12);
INSERT INTO public.applications_applicationversion VALUES (3, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas2@example.org","contact_name":"Jonas Jonaitis","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"4055.56","public_summary":"Projektas „Kartu stipriau“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"36500.00","secures_own_funds":true,"signatory_name":"Jonas Jonaitis","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Kartu stipriau"},"call":"2.2-K1","costs":[{"amount":"28388.89","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"28388.89"},{"amount":"12166.67","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"12166.67"}],"number":"2.2-K1-003","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000087","legal_form":"religious_community","name":"Pavyzdinė parapijos bendruomenė „Kartu stipriau“"},"submitted_at":"2026-07-04T05:03:00+00:00"}', '5fbd81b23a5bf1f22b4bb8ad4ad4d0cb4abaa71651809b8c1751a214c4855d8b', '2026-07-04 05:03:00+00', 3, 13);
INSERT INTO public.applications_applicationversion VALUES (4, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas@example.org","contact_name":"Rasa Rasaitė","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"3333.33","public_summary":"Projektas „Sveikatos sodas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"30000.00","secures_own_funds":true,"signatory_name":"Rasa Rasaitė","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Sveikatos sodas"},"call":"2.2-K1","costs":[{"amount":"23333.33","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"23333.33"},{"amount":"10000.00","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"10000.00"}],"number":"2.2-K1-004","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000062","legal_form":"public_institution","name":"Pavyzdinė viešoji įstaiga „Sveikatos sodas“"},"submitted_at":"2026-07-04T05:04:00+00:00"}', 'd9a3c4a362764faa0357c429d2bb89b38aa020b19afae00eae6e09757b3a148d', '2026-07-04 05:04:00+00', 4, 12);
INSERT INTO public.applications_applicationversion VALUES (5, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas@example.org","contact_name":"Rasa Rasaitė","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"2333.33","public_summary":"Projektas „Atviros durys“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"21000.00","secures_own_funds":true,"signatory_name":"Rasa Rasaitė","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Atviros durys"},"call":"2.2-K1","costs":[{"amount":"16333.33","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"16333.33"},{"amount":"7000.00","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"7000.00"}],"number":"2.2-K1-005","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000048","legal_form":"association","name":"Pavyzdinė draugija „Atviros durys“"},"submitted_at":"2026-07-04T05:05:00+00:00"}', '4aa0396aa3acb45b7495e5662bf45093f4315cd90d729191cb818f5c0ad729b7', '2026-07-04 05:05:00+00', 5, 12);
INSERT INTO public.applications_applicationversion VALUES (6, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas2@example.org","contact_name":"Jonas Jonaitis","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"1333.33","public_summary":"Projektas „Dirbtuvės be sienų“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"12000.00","secures_own_funds":true,"signatory_name":"Jonas Jonaitis","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Dirbtuvės be sienų"},"call":"2.2-K1","costs":[{"amount":"9333.33","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"9333.33"},{"amount":"4000.00","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"4000.00"}],"number":"2.2-K1-006","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000094","legal_form":"association","name":"Pavyzdinė asociacija „Atgimusios dirbtuvės“"},"submitted_at":"2026-07-04T05:06:00+00:00"}', '9cb9f9569a6fd747cb764bf9efeba2ddcb7bb4aff8bea161dd752237f6d5bda8', '2026-07-04 05:06:00+00', 6, 13);
INSERT INTO public.applications_applicationversion VALUES (7, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas@example.org","contact_name":"Rasa Rasaitė","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"5777.78","public_summary":"Projektas „Jaunimo verslumo dirbtuvės“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"52000.00","secures_own_funds":true,"signatory_name":"Rasa Rasaitė","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Jaunimo verslumo dirbtuvės"},"call":"1.1-K1","costs":[{"amount":"40444.45","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"40444.45"},{"amount":"17333.33","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"17333.33"}],"number":"1.1-K1-001","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000055","legal_form":"association","name":"Pavyzdinis jaunimo klubas „Jaunimo erdvė“"},"submitted_at":"2026-10-02T05:08:00+00:00"}', 'a9475edcb76d157a5d0b77fb7ac9f9fadbeae65f757605dd965d0cc63701d25a', '2026-10-02 05:08:00+00', 8, 12);
INSERT INTO public.applications_applicationversion VALUES (8, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas@example.org","contact_name":"Rasa Rasaitė","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"4555.56","public_summary":"Projektas „Skaitmeniniai įgūdžiai kiekvienam“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"41000.00","secures_own_funds":true,"signatory_name":"Rasa Rasaitė","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Skaitmeniniai įgūdžiai kiekvienam"},"call":"1.1-K1","costs":[{"amount":"31888.89","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"31888.89"},{"amount":"13666.67","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"13666.67"}],"number":"1.1-K1-002","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000016","legal_form":"association","name":"Pavyzdinė bendrija „Saulės kiemas“"},"submitted_at":"2026-10-02T05:09:00+00:00"}', '3c95806572af16049d974abeb62b97799faab8cc8cab41a7a6a233f464683dc5', '2026-10-02 05:09:00+00', 9, 12);
INSERT INTO public.applications_applicationversion VALUES (9, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas2@example.org","contact_name":"Jonas Jonaitis","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"3166.67","public_summary":"Projektas „Savanorystės mokykla“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"28500.00","secures_own_funds":true,"signatory_name":"Jonas Jonaitis","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Savanorystės mokykla"},"call":"1.1-K1","costs":[{"amount":"22166.67","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"22166.67"},{"amount":"9500.00","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"9500.00"}],"number":"1.1-K1-003","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000071","legal_form":"association","name":"Pavyzdinė bendrija „Šeimos ratas“"},"submitted_at":"2026-10-02T05:10:00+00:00"}', 'ac0161e33fa98c6fd9c5f401ae19e1ad4882c93c7b17e6aa25885792b87f7517', '2026-10-02 05:10:00+00', 10, 13);
INSERT INTO public.applications_applicationversion VALUES (10, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas2@example.org","contact_name":"Jonas Jonaitis","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"3666.67","public_summary":"Projektas „Amatų praktika“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"33000.00","secures_own_funds":true,"signatory_name":"Jonas Jonaitis","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Amatų praktika"},"call":"1.1-K1","costs":[{"amount":"25666.67","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"25666.67"},{"amount":"11000.00","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"11000.00"}],"number":"1.1-K1-004","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000094","legal_form":"association","name":"Pavyzdinė asociacija „Atgimusios dirbtuvės“"},"submitted_at":"2026-10-02T05:11:00+00:00"}', '56b336091002ef63e97e3a345caa822baf8cb18f566636c1e15d66f3044969e6', '2026-10-02 05:11:00+00', 11, 13);
INSERT INTO public.applications_applicationversion VALUES (11, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas2@example.org","contact_name":"Jonas Jonaitis","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"2777.78","public_summary":"Projektas „Pirmasis darbas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"25000.00","secures_own_funds":true,"signatory_name":"Jonas Jonaitis","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Pirmasis darbas"},"call":"1.1-K1","costs":[{"amount":"19444.45","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"19444.45"},{"amount":"8333.33","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"8333.33"}],"number":"1.1-K1-005","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000087","legal_form":"religious_community","name":"Pavyzdinė parapijos bendruomenė „Kartu stipriau“"},"submitted_at":"2026-10-02T05:12:00+00:00"}', '265e7e6eb9b7233a03e815a6c04499d961cc30ff7eef7b35be1cbb5259819de4', '2026-10-02 05:12:00+00', 12, 13);
INSERT INTO public.applications_applicationversion VALUES (12, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas@example.org","contact_name":"Rasa Rasaitė","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"2111.11","public_summary":"Projektas „Karjeros klubas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"19000.00","secures_own_funds":true,"signatory_name":"Rasa Rasaitė","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Karjeros klubas"},"call":"1.1-K1","costs":[{"amount":"14777.78","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"14777.78"},{"amount":"6333.33","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"6333.33"}],"number":"1.1-K1-006","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000048","legal_form":"association","name":"Pavyzdinė draugija „Atviros durys“"},"submitted_at":"2026-10-02T05:13:00+00:00"}', '33e37f4b15469eaa34c42baf2c2eedfb232569f08cd4193bedddcb9d0f0909a4', '2026-10-02 05:13:00+00', 13, 12);
INSERT INTO public.applications_applicationversion VALUES (13, 1, '{"answers":{"aim":"Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)","change":"Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)","contact_email":"pareiskejas2@example.org","contact_name":"Jonas Jonaitis","contact_phone":"+370 600 00000","continuity":"Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)","ends_on":"2028-02-19","head":"Vadė Pavyzdienė","is_not_funded_twice":true,"is_solvent":true,"is_truthful":true,"knows_of_publication":true,"need":"Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)","other_funds":null,"own_funds":"4111.11","public_summary":"Projektas „Šeimos ratas: dienos užimtumas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)","requested":"37000.00","secures_own_funds":true,"signatory_name":"Jonas Jonaitis","signatory_office":"Pirmininkas, pagal įstatus","starts_on":"2027-02-24","title":"Šeimos ratas: dienos užimtumas"},"call":"2.2-K2","costs":[{"amount":"28777.78","kind":"services","name":"Specialistų paslaugos","quantity":"1.000","unit":"vnt.","unit_price":"28777.78"},{"amount":"12333.33","kind":"equipment","name":"Įranga ir priemonės","quantity":"1.000","unit":"vnt.","unit_price":"12333.33"}],"number":"2.2-K2-001","organisation":{"address":"Pavyzdžio g. 1, 66100 Druskininkai","code":"900000071","legal_form":"association","name":"Pavyzdinė bendrija „Šeimos ratas“"},"submitted_at":"2026-11-24T06:14:00+00:00"}', 'ac53afd49c6660d87272ccd9b2ffbef3cf41ced23bfb9a1ef51cd52be5ed9d53', '2026-11-24 06:14:00+00', 14, 13);


--
-- Data for Name: applications_costline; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.applications_costline VALUES (1, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 28000.00, DEFAULT, 1);
INSERT INTO public.applications_costline VALUES (2, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 12000.00, DEFAULT, 1);
INSERT INTO public.applications_costline VALUES (3, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 28777.78, DEFAULT, 2);
INSERT INTO public.applications_costline VALUES (4, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 12333.33, DEFAULT, 2);
INSERT INTO public.applications_costline VALUES (5, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 28388.89, DEFAULT, 3);
INSERT INTO public.applications_costline VALUES (6, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 12166.67, DEFAULT, 3);
INSERT INTO public.applications_costline VALUES (7, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 23333.33, DEFAULT, 4);
INSERT INTO public.applications_costline VALUES (8, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 10000.00, DEFAULT, 4);
INSERT INTO public.applications_costline VALUES (9, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 16333.33, DEFAULT, 5);
INSERT INTO public.applications_costline VALUES (10, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 7000.00, DEFAULT, 5);
INSERT INTO public.applications_costline VALUES (11, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 9333.33, DEFAULT, 6);
INSERT INTO public.applications_costline VALUES (12, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 4000.00, DEFAULT, 6);
INSERT INTO public.applications_costline VALUES (13, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 7000.00, DEFAULT, 7);
INSERT INTO public.applications_costline VALUES (14, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 3000.00, DEFAULT, 7);
INSERT INTO public.applications_costline VALUES (15, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 40444.45, DEFAULT, 8);
INSERT INTO public.applications_costline VALUES (16, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 17333.33, DEFAULT, 8);
INSERT INTO public.applications_costline VALUES (17, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 31888.89, DEFAULT, 9);
INSERT INTO public.applications_costline VALUES (18, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 13666.67, DEFAULT, 9);
INSERT INTO public.applications_costline VALUES (19, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 22166.67, DEFAULT, 10);
INSERT INTO public.applications_costline VALUES (20, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 9500.00, DEFAULT, 10);
INSERT INTO public.applications_costline VALUES (21, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 25666.67, DEFAULT, 11);
INSERT INTO public.applications_costline VALUES (22, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 11000.00, DEFAULT, 11);
INSERT INTO public.applications_costline VALUES (23, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 19444.45, DEFAULT, 12);
INSERT INTO public.applications_costline VALUES (24, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 8333.33, DEFAULT, 12);
INSERT INTO public.applications_costline VALUES (25, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 14777.78, DEFAULT, 13);
INSERT INTO public.applications_costline VALUES (26, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 6333.33, DEFAULT, 13);
INSERT INTO public.applications_costline VALUES (27, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 28777.78, DEFAULT, 14);
INSERT INTO public.applications_costline VALUES (28, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 12333.33, DEFAULT, 14);
INSERT INTO public.applications_costline VALUES (29, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 18666.67, DEFAULT, 15);
INSERT INTO public.applications_costline VALUES (30, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 8000.00, DEFAULT, 15);
INSERT INTO public.applications_costline VALUES (31, 1, 'Specialistų paslaugos', 'services', 'vnt.', 1.000, 76222.22, DEFAULT, 17);
INSERT INTO public.applications_costline VALUES (32, 2, 'Įranga ir priemonės', 'equipment', 'vnt.', 1.000, 32666.67, DEFAULT, 17);


--
-- Data for Name: applications_lateattempt; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: applications_membership; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.applications_membership VALUES (1, 'owner', '2026-11-26 12:56:54.338986+00', 12, 1);
INSERT INTO public.applications_membership VALUES (2, 'owner', '2026-11-26 12:56:54.340087+00', 12, 2);
INSERT INTO public.applications_membership VALUES (3, 'owner', '2026-11-26 12:56:54.34046+00', 12, 3);
INSERT INTO public.applications_membership VALUES (4, 'owner', '2026-11-26 12:56:54.340817+00', 12, 4);
INSERT INTO public.applications_membership VALUES (5, 'owner', '2026-11-26 12:56:54.341136+00', 12, 5);
INSERT INTO public.applications_membership VALUES (6, 'owner', '2026-11-26 12:56:54.341503+00', 12, 6);
INSERT INTO public.applications_membership VALUES (7, 'owner', '2026-11-26 12:56:54.608811+00', 13, 7);
INSERT INTO public.applications_membership VALUES (8, 'owner', '2026-11-26 12:56:54.609331+00', 13, 8);
INSERT INTO public.applications_membership VALUES (9, 'owner', '2026-11-26 12:56:54.60985+00', 13, 9);
INSERT INTO public.applications_membership VALUES (10, 'owner', '2026-11-26 12:56:54.610462+00', 13, 10);
INSERT INTO public.applications_membership VALUES (11, 'owner', '2026-11-26 12:56:54.610936+00', 13, 11);


--
-- Data for Name: applications_organisation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.applications_organisation VALUES (1, '900000016', 'Pavyzdinė bendrija „Saulės kiemas“', 'association', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.208383+00');
INSERT INTO public.applications_organisation VALUES (2, '900000023', 'Pavyzdinė viešoji įstaiga „Dienos uostas“', 'public_institution', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.210061+00');
INSERT INTO public.applications_organisation VALUES (3, '900000030', 'Pavyzdinis senjorų klubas „Rudens lapai“', 'association', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.210553+00');
INSERT INTO public.applications_organisation VALUES (4, '900000048', 'Pavyzdinė draugija „Atviros durys“', 'association', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.210954+00');
INSERT INTO public.applications_organisation VALUES (5, '900000055', 'Pavyzdinis jaunimo klubas „Jaunimo erdvė“', 'association', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.211319+00');
INSERT INTO public.applications_organisation VALUES (6, '900000062', 'Pavyzdinė viešoji įstaiga „Sveikatos sodas“', 'public_institution', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.211636+00');
INSERT INTO public.applications_organisation VALUES (7, '900000071', 'Pavyzdinė bendrija „Šeimos ratas“', 'association', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.211952+00');
INSERT INTO public.applications_organisation VALUES (8, '900000087', 'Pavyzdinė parapijos bendruomenė „Kartu stipriau“', 'religious_community', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.212295+00');
INSERT INTO public.applications_organisation VALUES (9, '900000094', 'Pavyzdinė asociacija „Atgimusios dirbtuvės“', 'association', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.212617+00');
INSERT INTO public.applications_organisation VALUES (10, '900000105', 'MB „Pavyzdinė kepyklėlė“', 'small_partnership', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.212937+00');
INSERT INTO public.applications_organisation VALUES (11, '900000112', 'UAB „Pavyzdinis startas“', 'private_company', 'Pavyzdžio g. 1, 66100 Druskininkai', '2026-11-26 12:56:51.213254+00');


--
-- Data for Name: applications_statuschange; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.applications_statuschange VALUES (1, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:54.695441+00', 1, 12);
INSERT INTO public.applications_statuschange VALUES (2, 'start_check', 'submitted', 'checking', '', '2026-11-26 12:56:54.714227+00', 1, 1);
INSERT INTO public.applications_statuschange VALUES (3, 'pass_check', 'checking', 'scoring', '', '2026-11-26 12:56:54.72884+00', 1, 1);
INSERT INTO public.applications_statuschange VALUES (4, 'finish_scoring', 'scoring', 'scored', '', '2026-11-26 12:56:54.826792+00', 1, 4);
INSERT INTO public.applications_statuschange VALUES (5, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:54.844502+00', 2, 12);
INSERT INTO public.applications_statuschange VALUES (6, 'start_check', 'submitted', 'checking', '', '2026-11-26 12:56:54.858384+00', 2, 1);
INSERT INTO public.applications_statuschange VALUES (7, 'pass_check', 'checking', 'scoring', '', '2026-11-26 12:56:54.871246+00', 2, 1);
INSERT INTO public.applications_statuschange VALUES (8, 'finish_scoring', 'scoring', 'scored', '', '2026-11-26 12:56:54.95126+00', 2, 4);
INSERT INTO public.applications_statuschange VALUES (9, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:54.969797+00', 3, 13);
INSERT INTO public.applications_statuschange VALUES (10, 'start_check', 'submitted', 'checking', '', '2026-11-26 12:56:54.982885+00', 3, 1);
INSERT INTO public.applications_statuschange VALUES (11, 'pass_check', 'checking', 'scoring', '', '2026-11-26 12:56:54.99641+00', 3, 1);
INSERT INTO public.applications_statuschange VALUES (12, 'finish_scoring', 'scoring', 'scored', '', '2026-11-26 12:56:55.07868+00', 3, 4);
INSERT INTO public.applications_statuschange VALUES (13, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:55.093665+00', 4, 12);
INSERT INTO public.applications_statuschange VALUES (14, 'start_check', 'submitted', 'checking', '', '2026-11-26 12:56:55.105837+00', 4, 1);
INSERT INTO public.applications_statuschange VALUES (15, 'pass_check', 'checking', 'scoring', '', '2026-11-26 12:56:55.120265+00', 4, 1);
INSERT INTO public.applications_statuschange VALUES (16, 'finish_scoring', 'scoring', 'scored', '', '2026-11-26 12:56:55.214928+00', 4, 4);
INSERT INTO public.applications_statuschange VALUES (17, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:55.234493+00', 5, 12);
INSERT INTO public.applications_statuschange VALUES (18, 'start_check', 'submitted', 'checking', '', '2026-11-26 12:56:55.249078+00', 5, 1);
INSERT INTO public.applications_statuschange VALUES (19, 'pass_check', 'checking', 'scoring', '', '2026-11-26 12:56:55.26428+00', 5, 1);
INSERT INTO public.applications_statuschange VALUES (20, 'finish_scoring', 'scoring', 'scored', '', '2026-11-26 12:56:55.365426+00', 5, 4);
INSERT INTO public.applications_statuschange VALUES (21, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:55.386683+00', 6, 13);
INSERT INTO public.applications_statuschange VALUES (22, 'start_check', 'submitted', 'checking', '', '2026-11-26 12:56:55.401817+00', 6, 1);
INSERT INTO public.applications_statuschange VALUES (23, 'fail_check', 'checking', 'rejected', 'Neatitinka reikalavimo „Projektas bus įgyvendinamas Druskininkų mieste“: Veiklos numatytos kitoje savivaldybėje. (Pavyzdys.)', '2026-11-26 12:56:55.41934+00', 6, 1);
INSERT INTO public.applications_statuschange VALUES (24, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:55.444923+00', 8, 12);
INSERT INTO public.applications_statuschange VALUES (25, 'start_check', 'submitted', 'checking', '', '2026-11-26 12:56:55.458794+00', 8, 1);
INSERT INTO public.applications_statuschange VALUES (26, 'pass_check', 'checking', 'scoring', '', '2026-11-26 12:56:55.472707+00', 8, 1);
INSERT INTO public.applications_statuschange VALUES (27, 'finish_scoring', 'scoring', 'scored', '', '2026-11-26 12:56:55.559768+00', 8, 4);
INSERT INTO public.applications_statuschange VALUES (28, 'propose', 'scored', 'proposed', '', '2026-11-26 12:56:55.640414+00', 8, 1);
INSERT INTO public.applications_statuschange VALUES (29, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:55.663189+00', 9, 12);
INSERT INTO public.applications_statuschange VALUES (30, 'start_check', 'submitted', 'checking', '', '2026-11-26 12:56:55.674903+00', 9, 1);
INSERT INTO public.applications_statuschange VALUES (31, 'pass_check', 'checking', 'scoring', '', '2026-11-26 12:56:55.689176+00', 9, 1);
INSERT INTO public.applications_statuschange VALUES (32, 'finish_scoring', 'scoring', 'scored', '', '2026-11-26 12:56:55.777632+00', 9, 4);
INSERT INTO public.applications_statuschange VALUES (33, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:55.7939+00', 10, 13);
INSERT INTO public.applications_statuschange VALUES (34, 'start_check', 'submitted', 'checking', '', '2026-11-26 12:56:55.805829+00', 10, 1);
INSERT INTO public.applications_statuschange VALUES (35, 'pass_check', 'checking', 'scoring', '', '2026-11-26 12:56:55.818034+00', 10, 1);
INSERT INTO public.applications_statuschange VALUES (36, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:55.878114+00', 11, 13);
INSERT INTO public.applications_statuschange VALUES (37, 'start_check', 'submitted', 'checking', '', '2026-11-26 12:56:55.890528+00', 11, 1);
INSERT INTO public.applications_statuschange VALUES (38, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:55.906763+00', 12, 13);
INSERT INTO public.applications_statuschange VALUES (39, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:55.926916+00', 13, 12);
INSERT INTO public.applications_statuschange VALUES (40, 'withdraw', 'submitted', 'withdrawn', 'Persigalvojome. (Pavyzdys.)', '2026-11-26 12:56:55.936743+00', 13, 12);
INSERT INTO public.applications_statuschange VALUES (41, 'submit', 'draft', 'submitted', '', '2026-11-26 12:56:55.949965+00', 14, 13);
INSERT INTO public.applications_statuschange VALUES (42, 'propose', 'scored', 'proposed', '', '2026-11-26 12:56:56.017605+00', 1, 1);
INSERT INTO public.applications_statuschange VALUES (43, 'propose', 'scored', 'proposed', '', '2026-11-26 12:56:56.038916+00', 2, 1);
INSERT INTO public.applications_statuschange VALUES (44, 'propose', 'scored', 'proposed', '', '2026-11-26 12:56:56.057543+00', 3, 1);
INSERT INTO public.applications_statuschange VALUES (45, 'propose', 'scored', 'proposed', '', '2026-11-26 12:56:56.06106+00', 4, 1);
INSERT INTO public.applications_statuschange VALUES (46, 'propose', 'scored', 'proposed', '', '2026-11-26 12:56:56.064188+00', 5, 1);
INSERT INTO public.applications_statuschange VALUES (47, 'approve', 'proposed', 'approved', '', '2026-11-26 12:56:56.1161+00', 1, 2);
INSERT INTO public.applications_statuschange VALUES (48, 'approve', 'proposed', 'approved', '', '2026-11-26 12:56:56.1325+00', 2, 2);
INSERT INTO public.applications_statuschange VALUES (49, 'approve', 'proposed', 'approved', '', '2026-11-26 12:56:56.149732+00', 3, 2);
INSERT INTO public.applications_statuschange VALUES (50, 'waitlist', 'proposed', 'waitlisted', 'Kvietimo lėšų nepakanka: trūksta 29 500,00 EUR.', '2026-11-26 12:56:56.152669+00', 4, 2);
INSERT INTO public.applications_statuschange VALUES (51, 'reject', 'proposed', 'rejected', 'Surinkta balų: 46,00. Mažiausias privalomas balų skaičius – 50,00.', '2026-11-26 12:56:56.155597+00', 5, 2);


--
-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.auth_permission VALUES (1, 'Can add log entry', 1, 'add_logentry');
INSERT INTO public.auth_permission VALUES (2, 'Can change log entry', 1, 'change_logentry');
INSERT INTO public.auth_permission VALUES (3, 'Can delete log entry', 1, 'delete_logentry');
INSERT INTO public.auth_permission VALUES (4, 'Can view log entry', 1, 'view_logentry');
INSERT INTO public.auth_permission VALUES (5, 'Can add permission', 2, 'add_permission');
INSERT INTO public.auth_permission VALUES (6, 'Can change permission', 2, 'change_permission');
INSERT INTO public.auth_permission VALUES (7, 'Can delete permission', 2, 'delete_permission');
INSERT INTO public.auth_permission VALUES (8, 'Can view permission', 2, 'view_permission');
INSERT INTO public.auth_permission VALUES (9, 'Can add group', 3, 'add_group');
INSERT INTO public.auth_permission VALUES (10, 'Can change group', 3, 'change_group');
INSERT INTO public.auth_permission VALUES (11, 'Can delete group', 3, 'delete_group');
INSERT INTO public.auth_permission VALUES (12, 'Can view group', 3, 'view_group');
INSERT INTO public.auth_permission VALUES (13, 'Can add content type', 4, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (14, 'Can change content type', 4, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (15, 'Can delete content type', 4, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (16, 'Can view content type', 4, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (17, 'Can add session', 5, 'add_session');
INSERT INTO public.auth_permission VALUES (18, 'Can change session', 5, 'change_session');
INSERT INTO public.auth_permission VALUES (19, 'Can delete session', 5, 'delete_session');
INSERT INTO public.auth_permission VALUES (20, 'Can view session', 5, 'view_session');
INSERT INTO public.auth_permission VALUES (21, 'Can add email address', 6, 'add_emailaddress');
INSERT INTO public.auth_permission VALUES (22, 'Can change email address', 6, 'change_emailaddress');
INSERT INTO public.auth_permission VALUES (23, 'Can delete email address', 6, 'delete_emailaddress');
INSERT INTO public.auth_permission VALUES (24, 'Can view email address', 6, 'view_emailaddress');
INSERT INTO public.auth_permission VALUES (25, 'Can add email confirmation', 7, 'add_emailconfirmation');
INSERT INTO public.auth_permission VALUES (26, 'Can change email confirmation', 7, 'change_emailconfirmation');
INSERT INTO public.auth_permission VALUES (27, 'Can delete email confirmation', 7, 'delete_emailconfirmation');
INSERT INTO public.auth_permission VALUES (28, 'Can view email confirmation', 7, 'view_emailconfirmation');
INSERT INTO public.auth_permission VALUES (29, 'Can add user', 8, 'add_user');
INSERT INTO public.auth_permission VALUES (30, 'Can change user', 8, 'change_user');
INSERT INTO public.auth_permission VALUES (31, 'Can delete user', 8, 'delete_user');
INSERT INTO public.auth_permission VALUES (32, 'Can view user', 8, 'view_user');
INSERT INTO public.auth_permission VALUES (33, 'Can add role grant', 9, 'add_rolegrant');
INSERT INTO public.auth_permission VALUES (34, 'Can change role grant', 9, 'change_rolegrant');
INSERT INTO public.auth_permission VALUES (35, 'Can delete role grant', 9, 'delete_rolegrant');
INSERT INTO public.auth_permission VALUES (36, 'Can view role grant', 9, 'view_rolegrant');
INSERT INTO public.auth_permission VALUES (37, 'Can add request', 10, 'add_request');
INSERT INTO public.auth_permission VALUES (38, 'Can change request', 10, 'change_request');
INSERT INTO public.auth_permission VALUES (39, 'Can delete request', 10, 'delete_request');
INSERT INTO public.auth_permission VALUES (40, 'Can view request', 10, 'view_request');
INSERT INTO public.auth_permission VALUES (41, 'Can add movement of an account', 11, 'add_movement');
INSERT INTO public.auth_permission VALUES (42, 'Can change movement of an account', 11, 'change_movement');
INSERT INTO public.auth_permission VALUES (43, 'Can delete movement of an account', 11, 'delete_movement');
INSERT INTO public.auth_permission VALUES (44, 'Can view movement of an account', 11, 'view_movement');
INSERT INTO public.auth_permission VALUES (45, 'Can add action', 12, 'add_action');
INSERT INTO public.auth_permission VALUES (46, 'Can change action', 12, 'change_action');
INSERT INTO public.auth_permission VALUES (47, 'Can delete action', 12, 'delete_action');
INSERT INTO public.auth_permission VALUES (48, 'Can view action', 12, 'view_action');
INSERT INTO public.auth_permission VALUES (49, 'Can add strategy amendment', 13, 'add_amendment');
INSERT INTO public.auth_permission VALUES (50, 'Can change strategy amendment', 13, 'change_amendment');
INSERT INTO public.auth_permission VALUES (51, 'Can delete strategy amendment', 13, 'delete_amendment');
INSERT INTO public.auth_permission VALUES (52, 'Can view strategy amendment', 13, 'view_amendment');
INSERT INTO public.auth_permission VALUES (53, 'Can add strategy', 14, 'add_strategy');
INSERT INTO public.auth_permission VALUES (54, 'Can change strategy', 14, 'change_strategy');
INSERT INTO public.auth_permission VALUES (55, 'Can delete strategy', 14, 'delete_strategy');
INSERT INTO public.auth_permission VALUES (56, 'Can view strategy', 14, 'view_strategy');
INSERT INTO public.auth_permission VALUES (57, 'Can add funding source', 15, 'add_fundingsource');
INSERT INTO public.auth_permission VALUES (58, 'Can change funding source', 15, 'change_fundingsource');
INSERT INTO public.auth_permission VALUES (59, 'Can delete funding source', 15, 'delete_fundingsource');
INSERT INTO public.auth_permission VALUES (60, 'Can view funding source', 15, 'view_fundingsource');
INSERT INTO public.auth_permission VALUES (61, 'Can add entry', 16, 'add_entry');
INSERT INTO public.auth_permission VALUES (62, 'Can change entry', 16, 'change_entry');
INSERT INTO public.auth_permission VALUES (63, 'Can delete entry', 16, 'delete_entry');
INSERT INTO public.auth_permission VALUES (64, 'Can view entry', 16, 'view_entry');
INSERT INTO public.auth_permission VALUES (65, 'Can add account', 17, 'add_account');
INSERT INTO public.auth_permission VALUES (66, 'Can change account', 17, 'change_account');
INSERT INTO public.auth_permission VALUES (67, 'Can delete account', 17, 'delete_account');
INSERT INTO public.auth_permission VALUES (68, 'Can view account', 17, 'view_account');
INSERT INTO public.auth_permission VALUES (69, 'Can add task', 18, 'add_task');
INSERT INTO public.auth_permission VALUES (70, 'Can change task', 18, 'change_task');
INSERT INTO public.auth_permission VALUES (71, 'Can delete task', 18, 'delete_task');
INSERT INTO public.auth_permission VALUES (72, 'Can view task', 18, 'view_task');
INSERT INTO public.auth_permission VALUES (73, 'Can add figure of an amendment', 19, 'add_amendmentline');
INSERT INTO public.auth_permission VALUES (74, 'Can change figure of an amendment', 19, 'change_amendmentline');
INSERT INTO public.auth_permission VALUES (75, 'Can delete figure of an amendment', 19, 'delete_amendmentline');
INSERT INTO public.auth_permission VALUES (76, 'Can view figure of an amendment', 19, 'view_amendmentline');
INSERT INTO public.auth_permission VALUES (77, 'Can add project', 20, 'add_project');
INSERT INTO public.auth_permission VALUES (78, 'Can change project', 20, 'change_project');
INSERT INTO public.auth_permission VALUES (79, 'Can delete project', 20, 'delete_project');
INSERT INTO public.auth_permission VALUES (80, 'Can view project', 20, 'view_project');
INSERT INTO public.auth_permission VALUES (81, 'Can add contract', 21, 'add_contract');
INSERT INTO public.auth_permission VALUES (82, 'Can change contract', 21, 'change_contract');
INSERT INTO public.auth_permission VALUES (83, 'Can delete contract', 21, 'delete_contract');
INSERT INTO public.auth_permission VALUES (84, 'Can view contract', 21, 'view_contract');
INSERT INTO public.auth_permission VALUES (85, 'Can add payment claim', 22, 'add_claim');
INSERT INTO public.auth_permission VALUES (86, 'Can change payment claim', 22, 'change_claim');
INSERT INTO public.auth_permission VALUES (87, 'Can delete payment claim', 22, 'delete_claim');
INSERT INTO public.auth_permission VALUES (88, 'Can view payment claim', 22, 'view_claim');
INSERT INTO public.auth_permission VALUES (89, 'Can add change of a project', 23, 'add_projectchange');
INSERT INTO public.auth_permission VALUES (90, 'Can change change of a project', 23, 'change_projectchange');
INSERT INTO public.auth_permission VALUES (91, 'Can delete change of a project', 23, 'delete_projectchange');
INSERT INTO public.auth_permission VALUES (92, 'Can view change of a project', 23, 'view_projectchange');
INSERT INTO public.auth_permission VALUES (93, 'Can add call', 24, 'add_call');
INSERT INTO public.auth_permission VALUES (94, 'Can change call', 24, 'change_call');
INSERT INTO public.auth_permission VALUES (95, 'Can delete call', 24, 'delete_call');
INSERT INTO public.auth_permission VALUES (96, 'Can view call', 24, 'view_call');
INSERT INTO public.auth_permission VALUES (97, 'Can add check item', 25, 'add_checkitem');
INSERT INTO public.auth_permission VALUES (98, 'Can change check item', 25, 'change_checkitem');
INSERT INTO public.auth_permission VALUES (99, 'Can delete check item', 25, 'delete_checkitem');
INSERT INTO public.auth_permission VALUES (100, 'Can view check item', 25, 'view_checkitem');
INSERT INTO public.auth_permission VALUES (101, 'Can add criterion', 26, 'add_criterion');
INSERT INTO public.auth_permission VALUES (102, 'Can change criterion', 26, 'change_criterion');
INSERT INTO public.auth_permission VALUES (103, 'Can delete criterion', 26, 'delete_criterion');
INSERT INTO public.auth_permission VALUES (104, 'Can view criterion', 26, 'view_criterion');
INSERT INTO public.auth_permission VALUES (105, 'Can add application', 27, 'add_application');
INSERT INTO public.auth_permission VALUES (106, 'Can change application', 27, 'change_application');
INSERT INTO public.auth_permission VALUES (107, 'Can delete application', 27, 'delete_application');
INSERT INTO public.auth_permission VALUES (108, 'Can view application', 27, 'view_application');
INSERT INTO public.auth_permission VALUES (109, 'Can add cost line', 28, 'add_costline');
INSERT INTO public.auth_permission VALUES (110, 'Can change cost line', 28, 'change_costline');
INSERT INTO public.auth_permission VALUES (111, 'Can delete cost line', 28, 'delete_costline');
INSERT INTO public.auth_permission VALUES (112, 'Can view cost line', 28, 'view_costline');
INSERT INTO public.auth_permission VALUES (113, 'Can add late attempt', 29, 'add_lateattempt');
INSERT INTO public.auth_permission VALUES (114, 'Can change late attempt', 29, 'change_lateattempt');
INSERT INTO public.auth_permission VALUES (115, 'Can delete late attempt', 29, 'delete_lateattempt');
INSERT INTO public.auth_permission VALUES (116, 'Can view late attempt', 29, 'view_lateattempt');
INSERT INTO public.auth_permission VALUES (117, 'Can add organisation', 30, 'add_organisation');
INSERT INTO public.auth_permission VALUES (118, 'Can change organisation', 30, 'change_organisation');
INSERT INTO public.auth_permission VALUES (119, 'Can delete organisation', 30, 'delete_organisation');
INSERT INTO public.auth_permission VALUES (120, 'Can view organisation', 30, 'view_organisation');
INSERT INTO public.auth_permission VALUES (121, 'Can add membership', 31, 'add_membership');
INSERT INTO public.auth_permission VALUES (122, 'Can change membership', 31, 'change_membership');
INSERT INTO public.auth_permission VALUES (123, 'Can delete membership', 31, 'delete_membership');
INSERT INTO public.auth_permission VALUES (124, 'Can view membership', 31, 'view_membership');
INSERT INTO public.auth_permission VALUES (125, 'Can add status change', 32, 'add_statuschange');
INSERT INTO public.auth_permission VALUES (126, 'Can change status change', 32, 'change_statuschange');
INSERT INTO public.auth_permission VALUES (127, 'Can delete status change', 32, 'delete_statuschange');
INSERT INTO public.auth_permission VALUES (128, 'Can view status change', 32, 'view_statuschange');
INSERT INTO public.auth_permission VALUES (129, 'Can add submitted version', 33, 'add_applicationversion');
INSERT INTO public.auth_permission VALUES (130, 'Can change submitted version', 33, 'change_applicationversion');
INSERT INTO public.auth_permission VALUES (131, 'Can delete submitted version', 33, 'delete_applicationversion');
INSERT INTO public.auth_permission VALUES (132, 'Can view submitted version', 33, 'view_applicationversion');
INSERT INTO public.auth_permission VALUES (133, 'Can add check sheet', 34, 'add_checksheet');
INSERT INTO public.auth_permission VALUES (134, 'Can change check sheet', 34, 'change_checksheet');
INSERT INTO public.auth_permission VALUES (135, 'Can delete check sheet', 34, 'delete_checksheet');
INSERT INTO public.auth_permission VALUES (136, 'Can view check sheet', 34, 'view_checksheet');
INSERT INTO public.auth_permission VALUES (137, 'Can add check answer', 35, 'add_checkanswer');
INSERT INTO public.auth_permission VALUES (138, 'Can change check answer', 35, 'change_checkanswer');
INSERT INTO public.auth_permission VALUES (139, 'Can delete check answer', 35, 'delete_checkanswer');
INSERT INTO public.auth_permission VALUES (140, 'Can view check answer', 35, 'view_checkanswer');
INSERT INTO public.auth_permission VALUES (141, 'Can add decision', 36, 'add_decision');
INSERT INTO public.auth_permission VALUES (142, 'Can change decision', 36, 'change_decision');
INSERT INTO public.auth_permission VALUES (143, 'Can delete decision', 36, 'delete_decision');
INSERT INTO public.auth_permission VALUES (144, 'Can view decision', 36, 'view_decision');
INSERT INTO public.auth_permission VALUES (145, 'Can add decision item', 37, 'add_decisionitem');
INSERT INTO public.auth_permission VALUES (146, 'Can change decision item', 37, 'change_decisionitem');
INSERT INTO public.auth_permission VALUES (147, 'Can delete decision item', 37, 'delete_decisionitem');
INSERT INTO public.auth_permission VALUES (148, 'Can view decision item', 37, 'view_decisionitem');
INSERT INTO public.auth_permission VALUES (149, 'Can add declaration of impartiality', 38, 'add_declaration');
INSERT INTO public.auth_permission VALUES (150, 'Can change declaration of impartiality', 38, 'change_declaration');
INSERT INTO public.auth_permission VALUES (151, 'Can delete declaration of impartiality', 38, 'delete_declaration');
INSERT INTO public.auth_permission VALUES (152, 'Can view declaration of impartiality', 38, 'view_declaration');
INSERT INTO public.auth_permission VALUES (153, 'Can add division between the sources', 39, 'add_itemsplit');
INSERT INTO public.auth_permission VALUES (154, 'Can change division between the sources', 39, 'change_itemsplit');
INSERT INTO public.auth_permission VALUES (155, 'Can delete division between the sources', 39, 'delete_itemsplit');
INSERT INTO public.auth_permission VALUES (156, 'Can view division between the sources', 39, 'view_itemsplit');
INSERT INTO public.auth_permission VALUES (157, 'Can add application passed over', 40, 'add_passedover');
INSERT INTO public.auth_permission VALUES (158, 'Can change application passed over', 40, 'change_passedover');
INSERT INTO public.auth_permission VALUES (159, 'Can delete application passed over', 40, 'delete_passedover');
INSERT INTO public.auth_permission VALUES (160, 'Can view application passed over', 40, 'view_passedover');
INSERT INTO public.auth_permission VALUES (161, 'Can add score sheet', 41, 'add_scoresheet');
INSERT INTO public.auth_permission VALUES (162, 'Can change score sheet', 41, 'change_scoresheet');
INSERT INTO public.auth_permission VALUES (163, 'Can delete score sheet', 41, 'delete_scoresheet');
INSERT INTO public.auth_permission VALUES (164, 'Can view score sheet', 41, 'view_scoresheet');
INSERT INTO public.auth_permission VALUES (165, 'Can add score', 42, 'add_score');
INSERT INTO public.auth_permission VALUES (166, 'Can change score', 42, 'change_score');
INSERT INTO public.auth_permission VALUES (167, 'Can delete score', 42, 'delete_score');
INSERT INTO public.auth_permission VALUES (168, 'Can view score', 42, 'view_score');
INSERT INTO public.auth_permission VALUES (169, 'Can add assignment', 43, 'add_assignment');
INSERT INTO public.auth_permission VALUES (170, 'Can change assignment', 43, 'change_assignment');
INSERT INTO public.auth_permission VALUES (171, 'Can delete assignment', 43, 'delete_assignment');
INSERT INTO public.auth_permission VALUES (172, 'Can view assignment', 43, 'view_assignment');


--
-- Data for Name: budget_account; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.budget_account VALUES (5, 294619.00, 0.00, 0.00, 0.00, 2, 0, 0, true, 0, 2, NULL, 1);
INSERT INTO public.budget_account VALUES (6, 254444.00, 0.00, 0.00, 0.00, 1, 0, 0, true, 0, 3, NULL, 1);
INSERT INTO public.budget_account VALUES (4, 176772.01, 52000.00, 0.00, 0.00, 3, 1, 0, true, 0, 1, NULL, 1);
INSERT INTO public.budget_account VALUES (7, 466042.02, 0.00, 109500.00, 12000.00, 12, 0, 3, true, 0, 4, NULL, 1);
INSERT INTO public.budget_account VALUES (2, 952303.76, 41547.99, 87490.47, 9588.00, 0, 0, 0, true, 0, NULL, 1, 1);
INSERT INTO public.budget_account VALUES (3, 239566.09, 10452.01, 22009.53, 2412.00, 0, 0, 0, true, 0, NULL, 2, 1);
INSERT INTO public.budget_account VALUES (1, 1191869.85, 52000.00, 109500.00, 12000.00, 0, 1, 3, true, 15, NULL, NULL, 1);


--
-- Data for Name: budget_action; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.budget_action VALUES (1, '1.1', 'Šiuolaikinei darbo rinkai reikalingų įgūdžių ir verslumo gebėjimų ugdymas, organizuojant neformalaus ugdymo veiklas bei savanorystės praktikas', 1, 1);
INSERT INTO public.budget_action VALUES (2, '1.2', 'Paramos teikimas jauno verslo kūrimui ir plėtrai', 1, 1);
INSERT INTO public.budget_action VALUES (3, '2.1', 'Socialinių ir kitų viešųjų paslaugų spektro didinimas ir prieinamumo gerinimas, remiant socialinio verslo kūrimą ir plėtrą', 1, 2);
INSERT INTO public.budget_action VALUES (4, '2.2', 'Socialiai pažeidžiamų, socialinę riziką ir (arba) atskirtį patiriančių asmenų įgalinimas kuriant bei plėtojant jų poreikius atitinkančias socialines ir kitas viešąsias paslaugas', 1, 2);


--
-- Data for Name: budget_amendment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.budget_amendment VALUES (1, 0, 'Skatinti Druskininkų miesto gyventojų aktyvią integraciją į darbo rinką ir jų įtrauktį į bendruomenę.', '2026-11-26 12:56:50.438551+00', '2026-11-26 12:56:50.468091+00', 'Visuotinio narių susirinkimo patvirtinta strategija, 2023-11-30', '2023-11-30', '2023-11-30', '2026-11-26 12:56:50.468091+00', NULL, '', NULL, NULL, NULL, NULL, 1);


--
-- Data for Name: budget_amendmentline; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.budget_amendmentline VALUES (1, 0.00, 952303.76, 0, 0, NULL, 1, 1);
INSERT INTO public.budget_amendmentline VALUES (2, 0.00, 239566.09, 0, 0, NULL, 1, 2);
INSERT INTO public.budget_amendmentline VALUES (3, 0.00, 176772.01, 0, 3, 1, 1, NULL);
INSERT INTO public.budget_amendmentline VALUES (4, 0.00, 294619.00, 0, 2, 2, 1, NULL);
INSERT INTO public.budget_amendmentline VALUES (5, 0.00, 254444.00, 0, 1, 3, 1, NULL);
INSERT INTO public.budget_amendmentline VALUES (6, 0.00, 466042.02, 0, 12, 4, 1, NULL);


--
-- Data for Name: budget_entry; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.budget_entry VALUES (1, 1, 'allocation', 952303.76, '{}', 0, '', 'Visuotinio narių susirinkimo patvirtinta strategija, 2023-11-30', '2023-11-30', '2023-11-30', '', '2026-11-26 12:56:50.446392+00', 'load:druskininkai-2024-2029:es-vb', '', 0.00, '{}', 0.00, '{}', 952303.76, '{"es-vb": "952303.76", "savivaldybe": "0.00"}', NULL, 1, NULL, NULL, NULL, 1, 1);
INSERT INTO public.budget_entry VALUES (2, 2, 'allocation', 239566.09, '{}', 0, '', 'Visuotinio narių susirinkimo patvirtinta strategija, 2023-11-30', '2023-11-30', '2023-11-30', '', '2026-11-26 12:56:50.453136+00', 'load:druskininkai-2024-2029:savivaldybe', '', 0.00, '{}', 0.00, '{}', 239566.09, '{"es-vb": "952303.76", "savivaldybe": "239566.09"}', NULL, 1, NULL, NULL, NULL, 2, 1);
INSERT INTO public.budget_entry VALUES (3, 3, 'allocation', 176772.01, '{}', 3, '', 'Visuotinio narių susirinkimo patvirtinta strategija, 2023-11-30', '2023-11-30', '2023-11-30', '', '2026-11-26 12:56:50.456754+00', 'load:druskininkai-2024-2029:1.1', '', 0.00, '{}', 0.00, '{}', 176772.01, '{"es-vb": "952303.76", "savivaldybe": "239566.09"}', 1, 1, NULL, NULL, NULL, NULL, 1);
INSERT INTO public.budget_entry VALUES (4, 4, 'allocation', 294619.00, '{}', 2, '', 'Visuotinio narių susirinkimo patvirtinta strategija, 2023-11-30', '2023-11-30', '2023-11-30', '', '2026-11-26 12:56:50.459923+00', 'load:druskininkai-2024-2029:1.2', '', 0.00, '{}', 0.00, '{}', 294619.00, '{"es-vb": "952303.76", "savivaldybe": "239566.09"}', 2, 1, NULL, NULL, NULL, NULL, 1);
INSERT INTO public.budget_entry VALUES (5, 5, 'allocation', 254444.00, '{}', 1, '', 'Visuotinio narių susirinkimo patvirtinta strategija, 2023-11-30', '2023-11-30', '2023-11-30', '', '2026-11-26 12:56:50.46297+00', 'load:druskininkai-2024-2029:2.1', '', 0.00, '{}', 0.00, '{}', 254444.00, '{"es-vb": "952303.76", "savivaldybe": "239566.09"}', 3, 1, NULL, NULL, NULL, NULL, 1);
INSERT INTO public.budget_entry VALUES (6, 6, 'allocation', 466042.02, '{}', 12, '', 'Visuotinio narių susirinkimo patvirtinta strategija, 2023-11-30', '2023-11-30', '2023-11-30', '', '2026-11-26 12:56:50.465888+00', 'load:druskininkai-2024-2029:2.2', '', 0.00, '{}', 0.00, '{}', 466042.02, '{"es-vb": "952303.76", "savivaldybe": "239566.09"}', 4, 1, NULL, NULL, NULL, NULL, 1);
INSERT INTO public.budget_entry VALUES (7, 7, 'reservation', 52000.00, '{"es-vb": "41547.99", "savivaldybe": "10452.01"}', 1, '1.1-K1-001', '', NULL, NULL, '', '2026-11-26 12:56:55.628486+00', 'decision:1:reserve:1.1-K1-001', 'reserved', 52000.00, '{"es-vb": "41547.99", "savivaldybe": "10452.01"}', 0.00, '{}', 124772.01, '{"es-vb": "910755.77", "savivaldybe": "229114.08"}', 1, NULL, NULL, 1, 1, NULL, 1);
INSERT INTO public.budget_entry VALUES (8, 8, 'reservation', 36000.00, '{"es-vb": "28763.99", "savivaldybe": "7236.01"}', 1, '2.2-K1-001', '', NULL, NULL, '', '2026-11-26 12:56:56.012723+00', 'decision:2:reserve:2.2-K1-001', 'reserved', 36000.00, '{"es-vb": "28763.99", "savivaldybe": "7236.01"}', 0.00, '{}', 430042.02, '{"es-vb": "881991.78", "savivaldybe": "221878.07"}', 4, NULL, NULL, 1, 1, NULL, 1);
INSERT INTO public.budget_entry VALUES (9, 9, 'reservation', 37000.00, '{"es-vb": "29562.99", "savivaldybe": "7437.01"}', 1, '2.2-K1-002', '', NULL, NULL, '', '2026-11-26 12:56:56.031931+00', 'decision:2:reserve:2.2-K1-002', 'reserved', 37000.00, '{"es-vb": "29562.99", "savivaldybe": "7437.01"}', 0.00, '{}', 393042.02, '{"es-vb": "852428.79", "savivaldybe": "214441.06"}', 4, NULL, NULL, 1, 1, NULL, 1);
INSERT INTO public.budget_entry VALUES (10, 10, 'reservation', 36500.00, '{"es-vb": "29163.49", "savivaldybe": "7336.51"}', 1, '2.2-K1-003', '', NULL, NULL, '', '2026-11-26 12:56:56.051562+00', 'decision:2:reserve:2.2-K1-003', 'reserved', 36500.00, '{"es-vb": "29163.49", "savivaldybe": "7336.51"}', 0.00, '{}', 356542.02, '{"es-vb": "823265.30", "savivaldybe": "207104.55"}', 4, NULL, NULL, 1, 1, NULL, 1);
INSERT INTO public.budget_entry VALUES (11, 11, 'award', 36000.00, '{"es-vb": "28763.99", "savivaldybe": "7236.01"}', 1, '2.2-K1-001', 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', NULL, NULL, '', '2026-11-26 12:56:56.104897+00', 'decision:2:award:2.2-K1-001', 'committed', 36000.00, '{"es-vb": "28763.99", "savivaldybe": "7236.01"}', 0.00, '{}', 356542.02, '{"es-vb": "823265.30", "savivaldybe": "207104.55"}', 4, NULL, 8, 2, 1, NULL, 1);
INSERT INTO public.budget_entry VALUES (12, 12, 'award', 37000.00, '{"es-vb": "29562.99", "savivaldybe": "7437.01"}', 1, '2.2-K1-002', 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', NULL, NULL, '', '2026-11-26 12:56:56.125738+00', 'decision:2:award:2.2-K1-002', 'committed', 37000.00, '{"es-vb": "29562.99", "savivaldybe": "7437.01"}', 0.00, '{}', 356542.02, '{"es-vb": "823265.30", "savivaldybe": "207104.55"}', 4, NULL, 9, 2, 1, NULL, 1);
INSERT INTO public.budget_entry VALUES (13, 13, 'award', 36500.00, '{"es-vb": "29163.49", "savivaldybe": "7336.51"}', 1, '2.2-K1-003', 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', NULL, NULL, '', '2026-11-26 12:56:56.143245+00', 'decision:2:award:2.2-K1-003', 'committed', 36500.00, '{"es-vb": "29163.49", "savivaldybe": "7336.51"}', 0.00, '{}', 356542.02, '{"es-vb": "823265.30", "savivaldybe": "207104.55"}', 4, NULL, 10, 2, 1, NULL, 1);
INSERT INTO public.budget_entry VALUES (14, 14, 'contract', 36000.00, '{"es-vb": "28763.99", "savivaldybe": "7236.01"}', 1, '2.2-K1-001', 'VP-001 (pavyzdys)', '2026-11-26', '2026-11-26', '', '2026-11-26 12:56:56.172133+00', 'ff6434de-a63b-49e5-bcf6-e5a1e4fb9c98:contract', 'committed', 36000.00, '{"es-vb": "28763.99", "savivaldybe": "7236.01"}', 0.00, '{}', 356542.02, '{"es-vb": "823265.30", "savivaldybe": "207104.55"}', 4, NULL, 11, 1, 1, NULL, 1);
INSERT INTO public.budget_entry VALUES (15, 15, 'payment', 12000.00, '{"es-vb": "9588.00", "savivaldybe": "2412.00"}', 0, '2.2-K1-001', 'MN-1 (pavyzdys)', '2026-11-26', '2026-11-26', '', '2026-11-26 12:56:56.203818+00', '80fcc5a2-1a89-4637-a39b-b3b530f63851:payment', 'committed', 36000.00, '{"es-vb": "28763.99", "savivaldybe": "7236.01"}', 12000.00, '{"es-vb": "9588.00", "savivaldybe": "2412.00"}', 356542.02, '{"es-vb": "823265.30", "savivaldybe": "207104.55"}', 4, NULL, NULL, 1, 1, NULL, 1);


--
-- Data for Name: budget_fundingsource; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.budget_fundingsource VALUES (1, 'es-vb', 'ES ir valstybės biudžetas', 1, 1);
INSERT INTO public.budget_fundingsource VALUES (2, 'savivaldybe', 'Savivaldybė', 2, 1);


--
-- Data for Name: budget_strategy; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.budget_strategy VALUES (1, 'druskininkai-2024-2029', 'Druskininkų miesto vietos plėtros 2024–2029 m. strategija', 'Miesto vietos veiklos grupė „Druskininkų harmonija“', 'Skatinti Druskininkų miesto gyventojų aktyvią integraciją į darbo rinką ir jų įtrauktį į bendruomenę.', 2024, 2029, '2023-11-30', 'Visuotinis narių susirinkimas');


--
-- Data for Name: budget_task; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.budget_task VALUES (1, '1', 'Sustiprinti gyventojų žinias ir įgūdžius, reikalingus sėkmingai įsitvirtinti šiuolaikinėje darbo rinkoje', 1);
INSERT INTO public.budget_task VALUES (2, '2', 'Užtikrinti socialiai pažeidžiamų, socialinėje rizikoje ir (arba) atskirtyje esančių gyventojų, įtrauktį ir integraciją bendruomenėje', 1);


--
-- Data for Name: cache; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: calls_call; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.calls_call VALUES (1, 1, '2.2-K1', 'Socialinės paslaugos pažeidžiamiems gyventojams', 'Parama organizacijoms, kurios kuria ar plečia socialines paslaugas Druskininkų mieste.', 'nevyriausybinės organizacijos
socialinių paslaugų įstaigos
religinės bendruomenės', 'organizacijos kodo ir kontaktų
projekto aprašymo
išlaidų sąmatos', '2026-06-29 05:00:00+00', '2026-08-08 14:00:00+00', 110000.00, 38836.84, 92.50, 3, 50.00, 2, '["criterion-1", "smaller", "earlier"]', '{}', 'stop', 'both', 'Adomas Pavyzdys', '+370 000 00000', 'administratorius@example.org', 0, '2026-11-26 12:56:54.622833+00', '2026-06-22 05:00:00+00', 4, 1, 1);
INSERT INTO public.calls_call VALUES (2, 1, '1.1-K1', 'Įgūdžiai ir verslumas šiuolaikinei darbo rinkai', 'Parama neformaliojo ugdymo veikloms ir savanorystės praktikoms.', 'nevyriausybinės organizacijos
viešosios įstaigos
jaunimo organizacijos', 'organizacijos kodo ir kontaktų
projekto aprašymo
išlaidų sąmatos', '2026-09-27 05:00:00+00', '2026-11-06 15:00:00+00', 117848.00, 58924.00, 92.50, 2, 50.00, 2, '["criterion-1", "smaller", "earlier"]', '{}', 'stop', 'portal', 'Adomas Pavyzdys', '+370 000 00000', 'administratorius@example.org', 0, '2026-11-26 12:56:54.641917+00', '2026-09-20 05:00:00+00', 1, 1, 1);
INSERT INTO public.calls_call VALUES (3, 2, '2.2-K2', 'Nauji žingsniai bendruomenėje', 'Parama organizacijoms, kurios padeda socialinę atskirtį patiriantiems žmonėms grįžti į bendruomenę.', 'nevyriausybinės organizacijos
socialinių paslaugų įstaigos
religinės bendruomenės', 'organizacijos kodo ir kontaktų
projekto aprašymo
išlaidų sąmatos', '2026-11-19 06:00:00+00', '2026-12-21 15:00:00+00', 233021.01, 38836.84, 92.50, 6, 50.00, 2, '["criterion-1", "smaller", "earlier"]', '{}', 'stop', 'both', 'Adomas Pavyzdys', '+370 000 00000', 'administratorius@example.org', 0, '2026-11-26 12:56:54.655443+00', '2026-11-12 06:00:00+00', 4, 1, 1);
INSERT INTO public.calls_call VALUES (4, 1, '1.2-K1', 'Parama jaunam verslui', 'Parama iki trejų metų veikiančioms įmonėms, kurios kuria darbo vietas Druskininkų mieste.', 'mažosios bendrijos
uždarosios akcinės bendrovės
individualios įmonės', 'organizacijos kodo ir kontaktų
projekto aprašymo
išlaidų sąmatos', '2026-11-23 06:00:00+00', '2027-01-04 15:00:00+00', 147000.00, 147000.00, 92.50, 1, 50.00, 2, '["criterion-1", "smaller", "earlier"]', '{}', 'stop', 'dms', 'Adomas Pavyzdys', '+370 000 00000', 'administratorius@example.org', 0, '2026-11-26 12:56:54.66728+00', '2026-11-16 06:00:00+00', 2, 1, 1);


--
-- Data for Name: calls_checkitem; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.calls_checkitem VALUES (1, 1, 'Paraiška pateikta laiku ir visa užpildyta', 1);
INSERT INTO public.calls_checkitem VALUES (2, 2, 'Pareiškėjas yra iš kvietime nurodytų', 1);
INSERT INTO public.calls_checkitem VALUES (3, 3, 'Projektas bus įgyvendinamas Druskininkų mieste', 1);
INSERT INTO public.calls_checkitem VALUES (4, 1, 'Paraiška pateikta laiku ir visa užpildyta', 2);
INSERT INTO public.calls_checkitem VALUES (5, 2, 'Pareiškėjas yra iš kvietime nurodytų', 2);
INSERT INTO public.calls_checkitem VALUES (6, 3, 'Projektas bus įgyvendinamas Druskininkų mieste', 2);
INSERT INTO public.calls_checkitem VALUES (7, 1, 'Paraiška pateikta laiku ir visa užpildyta', 3);
INSERT INTO public.calls_checkitem VALUES (8, 2, 'Pareiškėjas yra iš kvietime nurodytų', 3);
INSERT INTO public.calls_checkitem VALUES (9, 3, 'Projektas bus įgyvendinamas Druskininkų mieste', 3);
INSERT INTO public.calls_checkitem VALUES (10, 1, 'Paraiška pateikta laiku ir visa užpildyta', 4);
INSERT INTO public.calls_checkitem VALUES (11, 2, 'Pareiškėjas yra iš kvietime nurodytų', 4);
INSERT INTO public.calls_checkitem VALUES (12, 3, 'Projektas bus įgyvendinamas Druskininkų mieste', 4);


--
-- Data for Name: calls_criterion; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.calls_criterion VALUES (1, 1, 'Atitiktis strategijos poreikiams', 'Ar projektas sprendžia strategijoje įvardytą problemą.', 30.00, 30.00, 1);
INSERT INTO public.calls_criterion VALUES (2, 2, 'Tikslinės grupės dydis', 'Kiek žmonių pasieks projektas ir kaip jie pasirinkti.', 25.00, 25.00, 1);
INSERT INTO public.calls_criterion VALUES (3, 3, 'Tęstinumas', 'Kas veiks pasibaigus finansavimui.', 25.00, 25.00, 1);
INSERT INTO public.calls_criterion VALUES (4, 4, 'Partnerystė', 'Kas dar prisideda ir kuo.', 20.00, 20.00, 1);
INSERT INTO public.calls_criterion VALUES (5, 1, 'Atitiktis strategijos poreikiams', 'Ar projektas sprendžia strategijoje įvardytą problemą.', 30.00, 30.00, 2);
INSERT INTO public.calls_criterion VALUES (6, 2, 'Tikslinės grupės dydis', 'Kiek žmonių pasieks projektas ir kaip jie pasirinkti.', 25.00, 25.00, 2);
INSERT INTO public.calls_criterion VALUES (7, 3, 'Tęstinumas', 'Kas veiks pasibaigus finansavimui.', 25.00, 25.00, 2);
INSERT INTO public.calls_criterion VALUES (8, 4, 'Partnerystė', 'Kas dar prisideda ir kuo.', 20.00, 20.00, 2);
INSERT INTO public.calls_criterion VALUES (9, 1, 'Atitiktis strategijos poreikiams', 'Ar projektas sprendžia strategijoje įvardytą problemą.', 30.00, 30.00, 3);
INSERT INTO public.calls_criterion VALUES (10, 2, 'Tikslinės grupės dydis', 'Kiek žmonių pasieks projektas ir kaip jie pasirinkti.', 25.00, 25.00, 3);
INSERT INTO public.calls_criterion VALUES (11, 3, 'Tęstinumas', 'Kas veiks pasibaigus finansavimui.', 25.00, 25.00, 3);
INSERT INTO public.calls_criterion VALUES (12, 4, 'Partnerystė', 'Kas dar prisideda ir kuo.', 20.00, 20.00, 3);
INSERT INTO public.calls_criterion VALUES (13, 1, 'Atitiktis strategijos poreikiams', 'Ar projektas sprendžia strategijoje įvardytą problemą.', 30.00, 30.00, 4);
INSERT INTO public.calls_criterion VALUES (14, 2, 'Tikslinės grupės dydis', 'Kiek žmonių pasieks projektas ir kaip jie pasirinkti.', 25.00, 25.00, 4);
INSERT INTO public.calls_criterion VALUES (15, 3, 'Tęstinumas', 'Kas veiks pasibaigus finansavimui.', 25.00, 25.00, 4);
INSERT INTO public.calls_criterion VALUES (16, 4, 'Partnerystė', 'Kas dar prisideda ir kuo.', 20.00, 20.00, 4);


--
-- Data for Name: django_admin_log; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_content_type VALUES (1, 'admin', 'logentry');
INSERT INTO public.django_content_type VALUES (2, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (3, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (4, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (5, 'sessions', 'session');
INSERT INTO public.django_content_type VALUES (6, 'account', 'emailaddress');
INSERT INTO public.django_content_type VALUES (7, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type VALUES (8, 'accounts', 'user');
INSERT INTO public.django_content_type VALUES (9, 'accounts', 'rolegrant');
INSERT INTO public.django_content_type VALUES (10, 'requests', 'request');
INSERT INTO public.django_content_type VALUES (11, 'budget', 'movement');
INSERT INTO public.django_content_type VALUES (12, 'budget', 'action');
INSERT INTO public.django_content_type VALUES (13, 'budget', 'amendment');
INSERT INTO public.django_content_type VALUES (14, 'budget', 'strategy');
INSERT INTO public.django_content_type VALUES (15, 'budget', 'fundingsource');
INSERT INTO public.django_content_type VALUES (16, 'budget', 'entry');
INSERT INTO public.django_content_type VALUES (17, 'budget', 'account');
INSERT INTO public.django_content_type VALUES (18, 'budget', 'task');
INSERT INTO public.django_content_type VALUES (19, 'budget', 'amendmentline');
INSERT INTO public.django_content_type VALUES (20, 'projects', 'project');
INSERT INTO public.django_content_type VALUES (21, 'projects', 'contract');
INSERT INTO public.django_content_type VALUES (22, 'projects', 'claim');
INSERT INTO public.django_content_type VALUES (23, 'projects', 'projectchange');
INSERT INTO public.django_content_type VALUES (24, 'calls', 'call');
INSERT INTO public.django_content_type VALUES (25, 'calls', 'checkitem');
INSERT INTO public.django_content_type VALUES (26, 'calls', 'criterion');
INSERT INTO public.django_content_type VALUES (27, 'applications', 'application');
INSERT INTO public.django_content_type VALUES (28, 'applications', 'costline');
INSERT INTO public.django_content_type VALUES (29, 'applications', 'lateattempt');
INSERT INTO public.django_content_type VALUES (30, 'applications', 'organisation');
INSERT INTO public.django_content_type VALUES (31, 'applications', 'membership');
INSERT INTO public.django_content_type VALUES (32, 'applications', 'statuschange');
INSERT INTO public.django_content_type VALUES (33, 'applications', 'applicationversion');
INSERT INTO public.django_content_type VALUES (34, 'selection', 'checksheet');
INSERT INTO public.django_content_type VALUES (35, 'selection', 'checkanswer');
INSERT INTO public.django_content_type VALUES (36, 'selection', 'decision');
INSERT INTO public.django_content_type VALUES (37, 'selection', 'decisionitem');
INSERT INTO public.django_content_type VALUES (38, 'selection', 'declaration');
INSERT INTO public.django_content_type VALUES (39, 'selection', 'itemsplit');
INSERT INTO public.django_content_type VALUES (40, 'selection', 'passedover');
INSERT INTO public.django_content_type VALUES (41, 'selection', 'scoresheet');
INSERT INTO public.django_content_type VALUES (42, 'selection', 'score');
INSERT INTO public.django_content_type VALUES (43, 'selection', 'assignment');


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.django_migrations VALUES (1, 'contenttypes', '0001_initial', '2026-11-26 12:56:45.342275+00');
INSERT INTO public.django_migrations VALUES (2, 'contenttypes', '0002_remove_content_type_name', '2026-11-26 12:56:45.3488+00');
INSERT INTO public.django_migrations VALUES (3, 'auth', '0001_initial', '2026-11-26 12:56:45.365978+00');
INSERT INTO public.django_migrations VALUES (4, 'auth', '0002_alter_permission_name_max_length', '2026-11-26 12:56:45.370055+00');
INSERT INTO public.django_migrations VALUES (5, 'auth', '0003_alter_user_email_max_length', '2026-11-26 12:56:45.373698+00');
INSERT INTO public.django_migrations VALUES (6, 'auth', '0004_alter_user_username_opts', '2026-11-26 12:56:45.377045+00');
INSERT INTO public.django_migrations VALUES (7, 'auth', '0005_alter_user_last_login_null', '2026-11-26 12:56:45.380551+00');
INSERT INTO public.django_migrations VALUES (8, 'auth', '0006_require_contenttypes_0002', '2026-11-26 12:56:45.381726+00');
INSERT INTO public.django_migrations VALUES (9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-26 12:56:45.384991+00');
INSERT INTO public.django_migrations VALUES (10, 'auth', '0008_alter_user_username_max_length', '2026-11-26 12:56:45.388286+00');
INSERT INTO public.django_migrations VALUES (11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-26 12:56:45.391549+00');
INSERT INTO public.django_migrations VALUES (12, 'auth', '0010_alter_group_name_max_length', '2026-11-26 12:56:45.395741+00');
INSERT INTO public.django_migrations VALUES (13, 'auth', '0011_update_proxy_permissions', '2026-11-26 12:56:45.399157+00');
INSERT INTO public.django_migrations VALUES (14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-26 12:56:45.402548+00');
INSERT INTO public.django_migrations VALUES (15, 'accounts', '0001_initial', '2026-11-26 12:56:45.446981+00');
INSERT INTO public.django_migrations VALUES (16, 'account', '0001_initial', '2026-11-26 12:56:45.468492+00');
INSERT INTO public.django_migrations VALUES (17, 'account', '0002_email_max_length', '2026-11-26 12:56:45.475601+00');
INSERT INTO public.django_migrations VALUES (18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-26 12:56:45.488397+00');
INSERT INTO public.django_migrations VALUES (19, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-26 12:56:45.498368+00');
INSERT INTO public.django_migrations VALUES (20, 'account', '0005_emailaddress_idx_upper_email', '2026-11-26 12:56:45.505864+00');
INSERT INTO public.django_migrations VALUES (21, 'account', '0006_emailaddress_lower', '2026-11-26 12:56:45.514133+00');
INSERT INTO public.django_migrations VALUES (22, 'account', '0007_emailaddress_idx_email', '2026-11-26 12:56:45.524966+00');
INSERT INTO public.django_migrations VALUES (23, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-26 12:56:45.534162+00');
INSERT INTO public.django_migrations VALUES (24, 'account', '0009_emailaddress_unique_primary_email', '2026-11-26 12:56:45.541797+00');
INSERT INTO public.django_migrations VALUES (25, 'admin', '0001_initial', '2026-11-26 12:56:45.557108+00');
INSERT INTO public.django_migrations VALUES (26, 'admin', '0002_logentry_remove_auto_add', '2026-11-26 12:56:45.620858+00');
INSERT INTO public.django_migrations VALUES (27, 'admin', '0003_logentry_add_action_flag_choices', '2026-11-26 12:56:45.627418+00');
INSERT INTO public.django_migrations VALUES (28, 'budget', '0001_initial', '2026-11-26 12:56:46.344762+00');
INSERT INTO public.django_migrations VALUES (29, 'calls', '0001_initial', '2026-11-26 12:56:46.586894+00');
INSERT INTO public.django_migrations VALUES (30, 'applications', '0001_initial', '2026-11-26 12:56:47.209501+00');
INSERT INTO public.django_migrations VALUES (31, 'projects', '0001_initial', '2026-11-26 12:56:47.880374+00');
INSERT INTO public.django_migrations VALUES (32, 'requests', '0001_initial', '2026-11-26 12:56:48.112495+00');
INSERT INTO public.django_migrations VALUES (33, 'selection', '0001_initial', '2026-11-26 12:56:49.505682+00');
INSERT INTO public.django_migrations VALUES (34, 'sessions', '0001_initial', '2026-11-26 12:56:49.510522+00');


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: projects_claim; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.projects_claim VALUES (1, 'advance', 'MP-1', '2026-11-26', 12000.00, '2026-11-26 12:56:56.185783+00', 12000.00, '2026-11-26', '', 1, 15, 1, 1);


--
-- Data for Name: projects_contract; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.projects_contract VALUES (1, 'VP-001 (pavyzdys)', '2026-11-26', 36000.00, 40000.00, '2027-02-24', '2028-02-19', 14, 1);


--
-- Data for Name: projects_project; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.projects_project VALUES (2, '2.2-K1-002', '2.2-K1', 'Dienos uostas', 'Pavyzdinė viešoji įstaiga „Dienos uostas“', 'Projektas „Dienos uostas“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 41111.11, 38836.84, '2027-02-24', '2028-02-19', 'preparing', 4, 12);
INSERT INTO public.projects_project VALUES (3, '2.2-K1-003', '2.2-K1', 'Kartu stipriau', 'Pavyzdinė parapijos bendruomenė „Kartu stipriau“', 'Projektas „Kartu stipriau“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 40555.56, 38836.84, '2027-02-24', '2028-02-19', 'preparing', 4, 13);
INSERT INTO public.projects_project VALUES (1, '2.2-K1-001', '2.2-K1', 'Senjorų dirbtuvės', 'Pavyzdinis senjorų klubas „Rudens lapai“', 'Projektas „Senjorų dirbtuvės“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)', 40000.00, 38836.84, '2027-02-24', '2028-02-19', 'running', 4, 11);


--
-- Data for Name: projects_projectchange; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.projects_projectchange VALUES (1, 'contract', 'preparing', 'running', 'VP-001 (pavyzdys)', '2026-11-26', '', '2026-11-26 12:56:56.177572+00', 1, 14, 1);


--
-- Data for Name: requests_request; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.requests_request VALUES ('6a87bbb9-1042-4fa8-afa3-04cf4f6ddafa', '6ae10d6972b117f4e368d35eebc8717284c917f7e669e76fb29de7b8de3e9390', '2026-11-26 12:56:54.617731+00', '1', 1);
INSERT INTO public.requests_request VALUES ('d4ace76e-d1f1-4f0e-9a9b-d2b5c596e237', '7104c7cdf720ca9d20a6b15ea286de644e97142d8cd966cb7a2123298f08ab16', '2026-11-26 12:56:54.639548+00', '2', 1);
INSERT INTO public.requests_request VALUES ('d40e0644-a362-4773-af96-913ea2e74abf', 'fcae0a780245e8a019546cb1be9e2fbe1fd7ac699bb62d556e2854da81f42aee', '2026-11-26 12:56:54.652654+00', '3', 1);
INSERT INTO public.requests_request VALUES ('40efd23b-b63c-45e2-8b64-e6550c1b3858', 'fe3801d0c529262ffb848362352ca8dbee10c741a7f0dd19a85984db4e6d6f63', '2026-11-26 12:56:54.664998+00', '4', 1);
INSERT INTO public.requests_request VALUES ('2aaba15f-d9d7-4da9-b3b7-42dbb7f809ad', 'd8cb74521887b60a4b9f92327e7208bb6c3d389f8b9658a7deb651104a09ca5d', '2026-11-26 12:56:54.686984+00', '1', 12);
INSERT INTO public.requests_request VALUES ('f9507f7a-313a-471b-ac8a-eb8933444b41', 'e6ef090590aba54858a29c543d0fc6dada8166b459e7a0b71c8a64ad46bdf02b', '2026-11-26 12:56:54.718306+00', '', 1);
INSERT INTO public.requests_request VALUES ('1ba060ab-2e47-4d86-a0e2-0c70d1140f04', 'e32f9a2e76d3c81c0af5ba64901011af8f76892d286fb03b0e39f2d5f1718e64', '2026-11-26 12:56:54.756949+00', '1', 3);
INSERT INTO public.requests_request VALUES ('df0c8fa3-8133-4345-9fb3-237510db3fc9', '011db8a09d95bd0fab9731735f4c3e7a532aac560cc0109cd46557148ed133c4', '2026-11-26 12:56:54.76607+00', '1', 3);
INSERT INTO public.requests_request VALUES ('639cdc22-77a9-47b3-af46-2c586b0bdf9c', 'e32f9a2e76d3c81c0af5ba64901011af8f76892d286fb03b0e39f2d5f1718e64', '2026-11-26 12:56:54.793468+00', '2', 4);
INSERT INTO public.requests_request VALUES ('a2546098-2dce-41ad-a10a-a74188ff2f23', '9f43864e6a2a43c792b80ce8c0c3a9353e7d792a2eb274c00d355cdbe17a6c37', '2026-11-26 12:56:54.802578+00', '2', 4);
INSERT INTO public.requests_request VALUES ('5a63a18b-d917-4fed-8554-4619c6cc860d', 'c57a29ec304ad4a7bff265232318c3a79c1171a2e17263e49b9c59852815d236', '2026-11-26 12:56:54.838398+00', '2', 12);
INSERT INTO public.requests_request VALUES ('f6b5ecbc-c86a-4de2-aa21-399d121161b5', 'f0d5b5502e00459a9c7b395eec4098fb3b66fa546ff128c0a00076c6da877a54', '2026-11-26 12:56:54.862048+00', '', 1);
INSERT INTO public.requests_request VALUES ('194b2286-0fc9-4526-86a0-9a4a076181c7', 'fe12c6febec9adb8240d46f68c2e124b3928c6fecf683a312a0fa35208055de4', '2026-11-26 12:56:54.889929+00', '3', 3);
INSERT INTO public.requests_request VALUES ('8f30f1d0-314f-43b4-9c29-388b9e69822a', 'bce70ab7fad387b1f2df5d041dcfa871277816c8d5fb34900f6c06983a552449', '2026-11-26 12:56:54.897315+00', '3', 3);
INSERT INTO public.requests_request VALUES ('202d4a27-6541-43a5-b495-be2f32e286c2', 'fe12c6febec9adb8240d46f68c2e124b3928c6fecf683a312a0fa35208055de4', '2026-11-26 12:56:54.920518+00', '4', 4);
INSERT INTO public.requests_request VALUES ('37f2251c-ffbf-4833-a9c9-0574d606abea', '26079b3ee4883d24ff2d619b872fb05d67d2a0c4a5b04bd6f6ccf2862df213ac', '2026-11-26 12:56:54.928413+00', '4', 4);
INSERT INTO public.requests_request VALUES ('a239df59-b566-461c-bfe8-f444e1cfa7a7', '3d55906ce057b937362c8386c9d90a04131009106f94c95a744b088f1fbe3e79', '2026-11-26 12:56:54.96251+00', '3', 13);
INSERT INTO public.requests_request VALUES ('c63e31f6-79d8-4389-92e6-adcc7726128a', 'd54541305e8eaeb08f5daab0b401d19efec4f7bd3142f8c6cb9e7c51f98b08ac', '2026-11-26 12:56:54.986537+00', '', 1);
INSERT INTO public.requests_request VALUES ('e98da5ae-2e2d-48a1-b3bc-3ed15915f6d6', '1fe9c32607dc90c0f4e75f83e0fd0b9804b7d8f79a1877b4da6ec277c5b400d9', '2026-11-26 12:56:55.018069+00', '5', 3);
INSERT INTO public.requests_request VALUES ('9f4b73ef-e7eb-4bb5-9c29-fbc28802b357', 'a16a1da40c4f2b9f574d39b0d58e57ad859fb68e2bcf7ba3a2e884d42ffdd98e', '2026-11-26 12:56:55.025872+00', '5', 3);
INSERT INTO public.requests_request VALUES ('52f788e8-52a1-4442-ae56-e65ed37db757', '1fe9c32607dc90c0f4e75f83e0fd0b9804b7d8f79a1877b4da6ec277c5b400d9', '2026-11-26 12:56:55.048485+00', '6', 4);
INSERT INTO public.requests_request VALUES ('60b3a2f2-b80b-4432-85fa-07720ce900bc', '1e1683d6e1e9f31383aef128ae47cd9f820235dc0db114cd1c18538db6f39c82', '2026-11-26 12:56:55.057256+00', '6', 4);
INSERT INTO public.requests_request VALUES ('9206a39c-ddf6-4a50-a995-cfab89aa8757', 'a251d10b9362679ec441311f8a5c7beec6e541cde61ba42c60359a3923b25025', '2026-11-26 12:56:55.088283+00', '4', 12);
INSERT INTO public.requests_request VALUES ('3b0819aa-e6e3-4a48-895d-5116098f84de', '99950f940a8c99f7434da5eed6811231eb0805438a08af410a23ffbd1439c5ef', '2026-11-26 12:56:55.109795+00', '', 1);
INSERT INTO public.requests_request VALUES ('ad10aff1-581b-44c1-8cfa-8f8442b096f0', '350a50bad80344ec9e75cf470f45e45d8287400ae258f9c2030f3c725518be4a', '2026-11-26 12:56:55.140291+00', '7', 3);
INSERT INTO public.requests_request VALUES ('e2b4d4a1-0030-4921-bd7c-e6c6959b4361', 'b3700670e48705f19230f04ed0b9edb1b6386f98a8e1984a66083fd2771f4a28', '2026-11-26 12:56:55.14824+00', '7', 3);
INSERT INTO public.requests_request VALUES ('3d5e5700-f334-4a56-a974-f498b92ce430', '350a50bad80344ec9e75cf470f45e45d8287400ae258f9c2030f3c725518be4a', '2026-11-26 12:56:55.176783+00', '8', 4);
INSERT INTO public.requests_request VALUES ('7c80485a-8192-4d52-b9d0-1165f7a044c8', 'a992aff50a066baff65dcf56bcea964660cf39a53824251603fcc64dc1867f50', '2026-11-26 12:56:55.186849+00', '8', 4);
INSERT INTO public.requests_request VALUES ('001277ff-b03e-4bd4-982c-35a8d94bcb29', 'd0163cd5847527427b42a4943e0a629ef2f2f36c58a8bef7643a815e17e6faf1', '2026-11-26 12:56:55.227083+00', '5', 12);
INSERT INTO public.requests_request VALUES ('23f7fff7-6478-42dc-b3d1-f9b99a97aa4c', 'b4cf7f2b3bd4469c7caeb4b019127b94433ffc027340400bede6425171e222d9', '2026-11-26 12:56:55.252622+00', '', 1);
INSERT INTO public.requests_request VALUES ('500bdc93-e620-47e4-bc1f-8f0b58287a67', 'bd6c6ecc9d80b6aa012d24ac2a2438be983cd19d58d962bc3ac157c25728ef68', '2026-11-26 12:56:55.290923+00', '9', 3);
INSERT INTO public.requests_request VALUES ('b1c093d3-b179-41cb-a75d-cd69e0167c5f', '50ba0ed3e9b5b98ee44329f79f77d32f3dbfb46342ef7f78d3478ae0a0e17fce', '2026-11-26 12:56:55.302906+00', '9', 3);
INSERT INTO public.requests_request VALUES ('daae49f2-0a91-4a70-a77d-7b722fbfcfe7', 'bd6c6ecc9d80b6aa012d24ac2a2438be983cd19d58d962bc3ac157c25728ef68', '2026-11-26 12:56:55.329647+00', '10', 4);
INSERT INTO public.requests_request VALUES ('17a3c6bd-5306-427f-b883-12fd1be8ad9f', 'e01612326737896ea49c55e04ef9b22fa3973604f6fe56d6824f7247b1617675', '2026-11-26 12:56:55.339406+00', '10', 4);
INSERT INTO public.requests_request VALUES ('869a30b4-0521-44d2-8813-7c696c7a086b', '482e38bcdc8d7a0f501f20d9fc9762d4e3ea5eb330bce0643742b3f22d9ab301', '2026-11-26 12:56:55.377724+00', '6', 13);
INSERT INTO public.requests_request VALUES ('46f69d6e-0d0a-4463-8566-0f9e9cd021d6', 'dd240831212fa5b831bfac66ecf8fc20013b5270959662058acc006eb1968f3a', '2026-11-26 12:56:55.406288+00', '', 1);
INSERT INTO public.requests_request VALUES ('385b0b11-d41f-4fa7-a84a-2cd0328abd9c', '251bde6f34d6304b796d503863748d15d7158c62ad61708cb46f19f9e9334959', '2026-11-26 12:56:55.437687+00', '7', 12);
INSERT INTO public.requests_request VALUES ('e46b40ed-b6ba-4b05-bf45-457a36819c20', 'c955858ec346c4c3d71e93ed46b2e5ead839227e37b641cfb97c2b55897c7ec8', '2026-11-26 12:56:55.462351+00', '', 1);
INSERT INTO public.requests_request VALUES ('64377376-3b45-4d65-bfbe-eab7e0bee55c', 'd1a0a26b534ea09b34498cf51c07e8529f34b6fb0c154a25555cfed7cbbc6f7b', '2026-11-26 12:56:55.494182+00', '11', 3);
INSERT INTO public.requests_request VALUES ('2689d73b-4773-4f64-9b1c-2b99a1cf8cf3', '204c8422e5c0544f98bc505d8283cd1d1580116f85ad615cde5a5125cd056356', '2026-11-26 12:56:55.50291+00', '11', 3);
INSERT INTO public.requests_request VALUES ('625186f7-2f1a-48ed-bec5-81ce87f13666', 'd1a0a26b534ea09b34498cf51c07e8529f34b6fb0c154a25555cfed7cbbc6f7b', '2026-11-26 12:56:55.527031+00', '12', 4);
INSERT INTO public.requests_request VALUES ('e66e293c-e80b-4b1e-ac2a-3134563d5450', '9bb78bd4a4cd5a9acf49d238ca6b1d7e765e9b69f3a72e2793c8156cee9240db', '2026-11-26 12:56:55.535072+00', '12', 4);
INSERT INTO public.requests_request VALUES ('3ac788f7-3d03-46e1-abfb-cc782b8b91fe', 'a41e7ae92028978eb62dbacc120d8dbbfd20b8d11c37412a7af155ce3353f621', '2026-11-26 12:56:55.579919+00', '1', 1);
INSERT INTO public.requests_request VALUES ('fcd65083-b240-4235-b999-a5e9cdd945c0', '7cb56fe4d9d27ea7803966899b27fa00215a2fbd43e97fdf7524edbcbdfa9990', '2026-11-26 12:56:55.654649+00', '8', 12);
INSERT INTO public.requests_request VALUES ('6a80d0f0-7520-4810-8af1-9aafff667a7e', '5bd197d3b7397d1b65072e46018e798f2d1b4f3f86be54af34d53a79261299bb', '2026-11-26 12:56:55.6789+00', '', 1);
INSERT INTO public.requests_request VALUES ('6046634b-ddef-4829-b38d-91dbcd93473d', 'b4b0fd32761619bd1b380ee5db96da3cb2d69b858cb3335d3b8fe9df1a2c7a4d', '2026-11-26 12:56:55.707693+00', '13', 3);
INSERT INTO public.requests_request VALUES ('6fea0d42-e37a-4e9f-a9f3-6ab04c197f2c', 'fd668180979e4ac0f13ab7c59c8a007bf93c8bc17fe4d0f461d86e7c91ea9d41', '2026-11-26 12:56:55.71524+00', '13', 3);
INSERT INTO public.requests_request VALUES ('87e9bad4-cdfe-4708-bd43-042050b6c4df', 'b4b0fd32761619bd1b380ee5db96da3cb2d69b858cb3335d3b8fe9df1a2c7a4d', '2026-11-26 12:56:55.741251+00', '14', 4);
INSERT INTO public.requests_request VALUES ('0ccc48fb-826d-4947-b770-cb722463f751', '9415f04b2c3ddf58c4bcb8b83ab1da9e99ee0a891e60b46ed2ad86c46c92343c', '2026-11-26 12:56:55.750608+00', '14', 4);
INSERT INTO public.requests_request VALUES ('92a500d9-9c88-4595-b62d-0803c488299c', '93cc8690320bb9755e5b317e003191d5e9e09081ed2583f370f9b40b278054e7', '2026-11-26 12:56:55.787416+00', '9', 13);
INSERT INTO public.requests_request VALUES ('0504cb2e-f93b-4cab-9219-90223c760121', 'c3b69b2ad36767406f9d6118fe62254cf8985e89b6735d4709f14b2d350ccaa2', '2026-11-26 12:56:55.80905+00', '', 1);
INSERT INTO public.requests_request VALUES ('b7ad7b26-c9e6-4655-a012-f1df7e5f36d7', '8481c640e4938b1b6b76338843caba94e9d76917aa34eaf16041984282081583', '2026-11-26 12:56:55.836491+00', '15', 3);
INSERT INTO public.requests_request VALUES ('be399c04-624a-4c65-b0b3-19d2f1545043', '49af351f3c53fc64a47a3e3d0ab0b1845abe4af9d8a7ecbbb06c60673d98bac6', '2026-11-26 12:56:55.843357+00', '15', 3);
INSERT INTO public.requests_request VALUES ('03254062-d8d5-4e2f-9077-7dcf6928ccee', 'e5df8041767ab1b5734b4b47e992e9c850adb80aab7577fee2353b924f2ff84c', '2026-11-26 12:56:55.871199+00', '10', 13);
INSERT INTO public.requests_request VALUES ('00175344-c0bf-4fb7-8434-0899710c6e95', 'd4da053e5e7f7e04f8d3ababd5b282c6a9842fc5d1796bfc5dbd5060e64e8f89', '2026-11-26 12:56:55.900117+00', '11', 13);
INSERT INTO public.requests_request VALUES ('140d5c65-941e-444a-8d1c-d6ff27bf000a', 'e41a2fdefcba7fc1b541b43e4e7786fe8e2ff5ad2ea55cc98fd07d00d3320cf2', '2026-11-26 12:56:55.91977+00', '12', 12);
INSERT INTO public.requests_request VALUES ('62fa04ea-342a-4414-8a30-9ad8b5288160', 'f15b7b8b248e5a5e5a55f5ecd14044c4f4ed9fdd39d989dac2a03f4869f2d49a', '2026-11-26 12:56:55.931168+00', '', 12);
INSERT INTO public.requests_request VALUES ('f34226a9-e0ad-4c03-a16e-fc176dab7809', 'b665152e037c2b9fa38ce3c3e406622f7b77be452d6de113e9cae25a3c2d68e7', '2026-11-26 12:56:55.944872+00', '13', 13);
INSERT INTO public.requests_request VALUES ('a3e65b3e-5bfa-44b9-9757-63765904c3e2', '06b4f498b25561cf90f32b44ad2dd706d3802aa6f1457872d8d8323673aac47d', '2026-11-26 12:56:55.982484+00', '2', 1);
INSERT INTO public.requests_request VALUES ('b5340656-23fd-4a6a-ae67-94ba89c2c6cd', '29c48e9acd94edcd4fa521c61a862cdaaf9878996f0c54fbb57dd06882b90f3c', '2026-11-26 12:56:56.067766+00', '', 2);
INSERT INTO public.requests_request VALUES ('ff6434de-a63b-49e5-bcf6-e5a1e4fb9c98', '1eac5cb864aa13845307b8e8b73882fc8ca003b4840bd1be9f0567cbe0380bad', '2026-11-26 12:56:56.159436+00', '', 1);
INSERT INTO public.requests_request VALUES ('d99022af-f175-47f6-9ef9-c91372d16c52', '8f8b56bd4a9143232311de8fca5156989e72bdacc645b92ae9bfb768f0f7712b', '2026-11-26 12:56:56.180019+00', '1', 1);
INSERT INTO public.requests_request VALUES ('aceb1a10-bfc1-4f1e-a888-85ad1a08e9ab', '201ddc3548549298f7b9d22c1c23abff31ff9ab2b0f7401e00584690d2b66cde', '2026-11-26 12:56:56.188014+00', '', 1);
INSERT INTO public.requests_request VALUES ('80fcc5a2-1a89-4637-a39b-b3b530f63851', '1d1bfe357b0b31d0db3ef2383472e53bbcfe569ace2df757f514524700e7ee02', '2026-11-26 12:56:56.197663+00', '', 1);


--
-- Data for Name: selection_assignment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.selection_assignment VALUES (1, '2026-11-26 12:56:54.753291+00', 1, 1, 3);
INSERT INTO public.selection_assignment VALUES (2, '2026-11-26 12:56:54.754343+00', 1, 1, 4);
INSERT INTO public.selection_assignment VALUES (3, '2026-11-26 12:56:54.887235+00', 2, 1, 3);
INSERT INTO public.selection_assignment VALUES (4, '2026-11-26 12:56:54.887787+00', 2, 1, 4);
INSERT INTO public.selection_assignment VALUES (5, '2026-11-26 12:56:55.015338+00', 3, 1, 3);
INSERT INTO public.selection_assignment VALUES (6, '2026-11-26 12:56:55.015851+00', 3, 1, 4);
INSERT INTO public.selection_assignment VALUES (7, '2026-11-26 12:56:55.137651+00', 4, 1, 3);
INSERT INTO public.selection_assignment VALUES (8, '2026-11-26 12:56:55.138172+00', 4, 1, 4);
INSERT INTO public.selection_assignment VALUES (9, '2026-11-26 12:56:55.28773+00', 5, 1, 3);
INSERT INTO public.selection_assignment VALUES (10, '2026-11-26 12:56:55.288369+00', 5, 1, 4);
INSERT INTO public.selection_assignment VALUES (11, '2026-11-26 12:56:55.491125+00', 8, 1, 3);
INSERT INTO public.selection_assignment VALUES (12, '2026-11-26 12:56:55.491554+00', 8, 1, 4);
INSERT INTO public.selection_assignment VALUES (13, '2026-11-26 12:56:55.704961+00', 9, 1, 3);
INSERT INTO public.selection_assignment VALUES (14, '2026-11-26 12:56:55.705369+00', 9, 1, 4);
INSERT INTO public.selection_assignment VALUES (15, '2026-11-26 12:56:55.834174+00', 10, 1, 3);
INSERT INTO public.selection_assignment VALUES (16, '2026-11-26 12:56:55.83478+00', 10, 1, 4);


--
-- Data for Name: selection_checkanswer; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.selection_checkanswer VALUES (1, true, '', 1, 1);
INSERT INTO public.selection_checkanswer VALUES (2, true, '', 2, 1);
INSERT INTO public.selection_checkanswer VALUES (3, true, '', 3, 1);
INSERT INTO public.selection_checkanswer VALUES (4, true, '', 1, 2);
INSERT INTO public.selection_checkanswer VALUES (5, true, '', 2, 2);
INSERT INTO public.selection_checkanswer VALUES (6, true, '', 3, 2);
INSERT INTO public.selection_checkanswer VALUES (7, true, '', 1, 3);
INSERT INTO public.selection_checkanswer VALUES (8, true, '', 2, 3);
INSERT INTO public.selection_checkanswer VALUES (9, true, '', 3, 3);
INSERT INTO public.selection_checkanswer VALUES (10, true, '', 1, 4);
INSERT INTO public.selection_checkanswer VALUES (11, true, '', 2, 4);
INSERT INTO public.selection_checkanswer VALUES (12, true, '', 3, 4);
INSERT INTO public.selection_checkanswer VALUES (13, true, '', 1, 5);
INSERT INTO public.selection_checkanswer VALUES (14, true, '', 2, 5);
INSERT INTO public.selection_checkanswer VALUES (15, true, '', 3, 5);
INSERT INTO public.selection_checkanswer VALUES (16, true, '', 1, 6);
INSERT INTO public.selection_checkanswer VALUES (17, true, '', 2, 6);
INSERT INTO public.selection_checkanswer VALUES (18, false, 'Veiklos numatytos kitoje savivaldybėje. (Pavyzdys.)', 3, 6);
INSERT INTO public.selection_checkanswer VALUES (19, true, '', 4, 7);
INSERT INTO public.selection_checkanswer VALUES (20, true, '', 5, 7);
INSERT INTO public.selection_checkanswer VALUES (21, true, '', 6, 7);
INSERT INTO public.selection_checkanswer VALUES (22, true, '', 4, 8);
INSERT INTO public.selection_checkanswer VALUES (23, true, '', 5, 8);
INSERT INTO public.selection_checkanswer VALUES (24, true, '', 6, 8);
INSERT INTO public.selection_checkanswer VALUES (25, true, '', 4, 9);
INSERT INTO public.selection_checkanswer VALUES (26, true, '', 5, 9);
INSERT INTO public.selection_checkanswer VALUES (27, true, '', 6, 9);
INSERT INTO public.selection_checkanswer VALUES (28, NULL, '', 4, 10);
INSERT INTO public.selection_checkanswer VALUES (29, NULL, '', 5, 10);
INSERT INTO public.selection_checkanswer VALUES (30, NULL, '', 6, 10);


--
-- Data for Name: selection_checksheet; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.selection_checksheet VALUES (1, '2026-11-26 12:56:54.706859+00', '2026-11-26 12:56:54.726546+00', 1, 1);
INSERT INTO public.selection_checksheet VALUES (2, '2026-11-26 12:56:54.853401+00', '2026-11-26 12:56:54.869424+00', 2, 1);
INSERT INTO public.selection_checksheet VALUES (3, '2026-11-26 12:56:54.978447+00', '2026-11-26 12:56:54.994445+00', 3, 1);
INSERT INTO public.selection_checksheet VALUES (4, '2026-11-26 12:56:55.100901+00', '2026-11-26 12:56:55.117962+00', 4, 1);
INSERT INTO public.selection_checksheet VALUES (5, '2026-11-26 12:56:55.244173+00', '2026-11-26 12:56:55.261782+00', 5, 1);
INSERT INTO public.selection_checksheet VALUES (6, '2026-11-26 12:56:55.396419+00', '2026-11-26 12:56:55.417079+00', 6, 1);
INSERT INTO public.selection_checksheet VALUES (7, '2026-11-26 12:56:55.454009+00', '2026-11-26 12:56:55.470865+00', 8, 1);
INSERT INTO public.selection_checksheet VALUES (8, '2026-11-26 12:56:55.670211+00', '2026-11-26 12:56:55.687165+00', 9, 1);
INSERT INTO public.selection_checksheet VALUES (9, '2026-11-26 12:56:55.801706+00', '2026-11-26 12:56:55.816325+00', 10, 1);
INSERT INTO public.selection_checksheet VALUES (10, '2026-11-26 12:56:55.886122+00', NULL, 11, 1);


--
-- Data for Name: selection_decision; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.selection_decision VALUES (1, '2026-11-26 12:56:55.609177+00', false, '{"inputs":[{"number":"1.1-K1-001","requested":"52000.00","sheets":[["26.40","22.00","22.00","17.60"],["25.20","21.00","21.00","16.80"]],"submitted_at":"2026-10-02T05:08:00+00:00"}],"order":[{"merit":["-86.00","-25.80","52000.00","2026-10-02T05:08:00+00:00"],"number":"1.1-K1-001","score":"86.00"}],"rule_version":1,"rules":{"overflow":"stop","pass_mark":"50.00","tie_break":["criterion-1","smaller","earlier"]}}', 'd4fb308155dff44d58d56491d09290acc2646df8b0b9e95cccf40f79e30b91b8', '', NULL, NULL, '', 2, NULL, 1, NULL);
INSERT INTO public.selection_decision VALUES (2, '2026-11-26 12:56:56.003017+00', false, '{"inputs":[{"number":"2.2-K1-001","requested":"36000.00","sheets":[["27.90","23.25","23.25","18.60"],["27.00","22.50","22.50","18.00"]],"submitted_at":"2026-07-04T05:01:00+00:00"},{"number":"2.2-K1-002","requested":"37000.00","sheets":[["25.80","21.50","21.50","17.20"],["24.60","20.50","20.50","16.40"]],"submitted_at":"2026-07-04T05:02:00+00:00"},{"number":"2.2-K1-003","requested":"36500.00","sheets":[["24.00","20.00","20.00","16.00"],["22.20","18.50","18.50","14.80"]],"submitted_at":"2026-07-04T05:03:00+00:00"},{"number":"2.2-K1-004","requested":"30000.00","sheets":[["19.80","16.50","16.50","13.20"],["18.30","15.25","15.25","12.20"]],"submitted_at":"2026-07-04T05:04:00+00:00"},{"number":"2.2-K1-005","requested":"21000.00","sheets":[["13.20","11.00","11.00","8.80"],["14.40","12.00","12.00","9.60"]],"submitted_at":"2026-07-04T05:05:00+00:00"}],"order":[{"merit":["-91.50","-27.45","36000.00","2026-07-04T05:01:00+00:00"],"number":"2.2-K1-001","score":"91.50"},{"merit":["-84.00","-25.20","37000.00","2026-07-04T05:02:00+00:00"],"number":"2.2-K1-002","score":"84.00"},{"merit":["-77.00","-23.10","36500.00","2026-07-04T05:03:00+00:00"],"number":"2.2-K1-003","score":"77.00"},{"merit":["-63.50","-19.05","30000.00","2026-07-04T05:04:00+00:00"],"number":"2.2-K1-004","score":"63.50"},{"merit":["-46.00","-13.80","21000.00","2026-07-04T05:05:00+00:00"],"number":"2.2-K1-005","score":"46.00"}],"rule_version":1,"rules":{"overflow":"stop","pass_mark":"50.00","tie_break":["criterion-1","smaller","earlier"]}}', 'd200a0ce310c0e0d0cf9f6d8f3acd6970e4cb0bf110db0531d4b6e8488dee0e3', 'Valdybos posėdžio protokolas Nr. 1 (pavyzdys)', '2026-11-26 12:56:56.089778+00', NULL, '', 1, 2, 1, NULL);


--
-- Data for Name: selection_decisionitem; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.selection_decisionitem VALUES (1, 1, 1, 86.0000, 'fund', 52000.00, '', 8, 1, 7);
INSERT INTO public.selection_decisionitem VALUES (2, 1, 1, 91.5000, 'fund', 36000.00, '', 1, 2, 8);
INSERT INTO public.selection_decisionitem VALUES (3, 2, 2, 84.0000, 'fund', 37000.00, '', 2, 2, 9);
INSERT INTO public.selection_decisionitem VALUES (4, 3, 3, 77.0000, 'fund', 36500.00, '', 3, 2, 10);
INSERT INTO public.selection_decisionitem VALUES (5, 4, 4, 63.5000, 'waitlist', NULL, 'Kvietimo lėšų nepakanka: trūksta 29 500,00 EUR.', 4, 2, NULL);
INSERT INTO public.selection_decisionitem VALUES (6, 5, 5, 46.0000, 'reject', NULL, 'Surinkta balų: 46,00. Mažiausias privalomas balų skaičius – 50,00.', 5, 2, NULL);


--
-- Data for Name: selection_declaration; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.selection_declaration VALUES (1, false, '', '', '2026-11-26 12:56:54.761396+00', NULL, 1, 3);
INSERT INTO public.selection_declaration VALUES (2, false, '', '', '2026-11-26 12:56:54.79799+00', NULL, 1, 4);
INSERT INTO public.selection_declaration VALUES (3, false, '', '', '2026-11-26 12:56:54.893394+00', NULL, 2, 3);
INSERT INTO public.selection_declaration VALUES (4, false, '', '', '2026-11-26 12:56:54.924271+00', NULL, 2, 4);
INSERT INTO public.selection_declaration VALUES (5, false, '', '', '2026-11-26 12:56:55.021779+00', NULL, 3, 3);
INSERT INTO public.selection_declaration VALUES (6, false, '', '', '2026-11-26 12:56:55.052772+00', NULL, 3, 4);
INSERT INTO public.selection_declaration VALUES (7, false, '', '', '2026-11-26 12:56:55.144167+00', NULL, 4, 3);
INSERT INTO public.selection_declaration VALUES (8, false, '', '', '2026-11-26 12:56:55.181756+00', NULL, 4, 4);
INSERT INTO public.selection_declaration VALUES (9, false, '', '', '2026-11-26 12:56:55.296761+00', NULL, 5, 3);
INSERT INTO public.selection_declaration VALUES (10, false, '', '', '2026-11-26 12:56:55.334439+00', NULL, 5, 4);
INSERT INTO public.selection_declaration VALUES (11, false, '', '', '2026-11-26 12:56:55.498515+00', NULL, 8, 3);
INSERT INTO public.selection_declaration VALUES (12, false, '', '', '2026-11-26 12:56:55.5309+00', NULL, 8, 4);
INSERT INTO public.selection_declaration VALUES (13, false, '', '', '2026-11-26 12:56:55.711369+00', NULL, 9, 3);
INSERT INTO public.selection_declaration VALUES (14, false, '', '', '2026-11-26 12:56:55.745327+00', NULL, 9, 4);
INSERT INTO public.selection_declaration VALUES (15, false, '', '', '2026-11-26 12:56:55.839858+00', NULL, 10, 3);


--
-- Data for Name: selection_itemsplit; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: selection_passedover; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: selection_score; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.selection_score VALUES (1, 27.90, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 1, 1);
INSERT INTO public.selection_score VALUES (2, 23.25, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 2, 1);
INSERT INTO public.selection_score VALUES (3, 23.25, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 3, 1);
INSERT INTO public.selection_score VALUES (4, 18.60, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 4, 1);
INSERT INTO public.selection_score VALUES (5, 27.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 1, 2);
INSERT INTO public.selection_score VALUES (6, 22.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 2, 2);
INSERT INTO public.selection_score VALUES (7, 22.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 3, 2);
INSERT INTO public.selection_score VALUES (8, 18.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 4, 2);
INSERT INTO public.selection_score VALUES (9, 25.80, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 1, 3);
INSERT INTO public.selection_score VALUES (10, 21.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 2, 3);
INSERT INTO public.selection_score VALUES (11, 21.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 3, 3);
INSERT INTO public.selection_score VALUES (12, 17.20, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 4, 3);
INSERT INTO public.selection_score VALUES (13, 24.60, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 1, 4);
INSERT INTO public.selection_score VALUES (14, 20.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 2, 4);
INSERT INTO public.selection_score VALUES (15, 20.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 3, 4);
INSERT INTO public.selection_score VALUES (16, 16.40, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 4, 4);
INSERT INTO public.selection_score VALUES (17, 24.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 1, 5);
INSERT INTO public.selection_score VALUES (18, 20.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 2, 5);
INSERT INTO public.selection_score VALUES (19, 20.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 3, 5);
INSERT INTO public.selection_score VALUES (20, 16.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 4, 5);
INSERT INTO public.selection_score VALUES (21, 22.20, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 1, 6);
INSERT INTO public.selection_score VALUES (22, 18.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 2, 6);
INSERT INTO public.selection_score VALUES (23, 18.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 3, 6);
INSERT INTO public.selection_score VALUES (24, 14.80, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 4, 6);
INSERT INTO public.selection_score VALUES (25, 19.80, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 1, 7);
INSERT INTO public.selection_score VALUES (26, 16.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 2, 7);
INSERT INTO public.selection_score VALUES (27, 16.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 3, 7);
INSERT INTO public.selection_score VALUES (28, 13.20, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 4, 7);
INSERT INTO public.selection_score VALUES (29, 18.30, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 1, 8);
INSERT INTO public.selection_score VALUES (30, 15.25, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 2, 8);
INSERT INTO public.selection_score VALUES (31, 15.25, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 3, 8);
INSERT INTO public.selection_score VALUES (32, 12.20, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 4, 8);
INSERT INTO public.selection_score VALUES (33, 13.20, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 1, 9);
INSERT INTO public.selection_score VALUES (34, 11.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 2, 9);
INSERT INTO public.selection_score VALUES (35, 11.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 3, 9);
INSERT INTO public.selection_score VALUES (36, 8.80, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 4, 9);
INSERT INTO public.selection_score VALUES (37, 14.40, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 1, 10);
INSERT INTO public.selection_score VALUES (38, 12.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 2, 10);
INSERT INTO public.selection_score VALUES (39, 12.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 3, 10);
INSERT INTO public.selection_score VALUES (40, 9.60, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 4, 10);
INSERT INTO public.selection_score VALUES (41, 26.40, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 5, 11);
INSERT INTO public.selection_score VALUES (42, 22.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 6, 11);
INSERT INTO public.selection_score VALUES (43, 22.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 7, 11);
INSERT INTO public.selection_score VALUES (44, 17.60, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 8, 11);
INSERT INTO public.selection_score VALUES (45, 25.20, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 5, 12);
INSERT INTO public.selection_score VALUES (46, 21.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 6, 12);
INSERT INTO public.selection_score VALUES (47, 21.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 7, 12);
INSERT INTO public.selection_score VALUES (48, 16.80, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 8, 12);
INSERT INTO public.selection_score VALUES (49, 23.70, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 5, 13);
INSERT INTO public.selection_score VALUES (50, 19.75, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 6, 13);
INSERT INTO public.selection_score VALUES (51, 19.75, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 7, 13);
INSERT INTO public.selection_score VALUES (52, 15.80, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 8, 13);
INSERT INTO public.selection_score VALUES (53, 21.30, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 5, 14);
INSERT INTO public.selection_score VALUES (54, 17.75, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 6, 14);
INSERT INTO public.selection_score VALUES (55, 17.75, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 7, 14);
INSERT INTO public.selection_score VALUES (56, 14.20, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 8, 14);
INSERT INTO public.selection_score VALUES (57, 21.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 5, 15);
INSERT INTO public.selection_score VALUES (58, 17.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 6, 15);
INSERT INTO public.selection_score VALUES (59, 17.50, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 7, 15);
INSERT INTO public.selection_score VALUES (60, 14.00, 'Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius.', 8, 15);


--
-- Data for Name: selection_scoresheet; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.selection_scoresheet VALUES (1, false, '2026-11-26 12:56:54.773334+00', '2026-11-26 12:56:54.788326+00', 93.0000, NULL, 1, 3);
INSERT INTO public.selection_scoresheet VALUES (2, false, '2026-11-26 12:56:54.809871+00', '2026-11-26 12:56:54.822479+00', 90.0000, NULL, 1, 4);
INSERT INTO public.selection_scoresheet VALUES (3, false, '2026-11-26 12:56:54.905422+00', '2026-11-26 12:56:54.916447+00', 86.0000, NULL, 2, 3);
INSERT INTO public.selection_scoresheet VALUES (4, false, '2026-11-26 12:56:54.935015+00', '2026-11-26 12:56:54.946981+00', 82.0000, NULL, 2, 4);
INSERT INTO public.selection_scoresheet VALUES (5, false, '2026-11-26 12:56:55.032575+00', '2026-11-26 12:56:55.04431+00', 80.0000, NULL, 3, 3);
INSERT INTO public.selection_scoresheet VALUES (6, false, '2026-11-26 12:56:55.064234+00', '2026-11-26 12:56:55.075124+00', 74.0000, NULL, 3, 4);
INSERT INTO public.selection_scoresheet VALUES (7, false, '2026-11-26 12:56:55.156196+00', '2026-11-26 12:56:55.172061+00', 66.0000, NULL, 4, 3);
INSERT INTO public.selection_scoresheet VALUES (8, false, '2026-11-26 12:56:55.195184+00', '2026-11-26 12:56:55.210441+00', 61.0000, NULL, 4, 4);
INSERT INTO public.selection_scoresheet VALUES (9, false, '2026-11-26 12:56:55.310318+00', '2026-11-26 12:56:55.325103+00', 44.0000, NULL, 5, 3);
INSERT INTO public.selection_scoresheet VALUES (10, false, '2026-11-26 12:56:55.347281+00', '2026-11-26 12:56:55.360712+00', 48.0000, NULL, 5, 4);
INSERT INTO public.selection_scoresheet VALUES (11, false, '2026-11-26 12:56:55.510378+00', '2026-11-26 12:56:55.52327+00', 88.0000, NULL, 8, 3);
INSERT INTO public.selection_scoresheet VALUES (12, false, '2026-11-26 12:56:55.542273+00', '2026-11-26 12:56:55.555577+00', 84.0000, NULL, 8, 4);
INSERT INTO public.selection_scoresheet VALUES (13, false, '2026-11-26 12:56:55.723961+00', '2026-11-26 12:56:55.737013+00', 79.0000, NULL, 9, 3);
INSERT INTO public.selection_scoresheet VALUES (14, false, '2026-11-26 12:56:55.761414+00', '2026-11-26 12:56:55.773624+00', 71.0000, NULL, 9, 4);
INSERT INTO public.selection_scoresheet VALUES (15, false, '2026-11-26 12:56:55.850251+00', '2026-11-26 12:56:55.861897+00', 70.0000, NULL, 10, 3);


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 13, true);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


--
-- Name: accounts_rolegrant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_rolegrant_id_seq', 11, true);


--
-- Name: accounts_user_groups_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_user_groups_id_seq', 1, false);


--
-- Name: accounts_user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_user_id_seq', 13, true);


--
-- Name: accounts_user_user_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_user_user_permissions_id_seq', 1, false);


--
-- Name: applications_application_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.applications_application_id_seq', 17, true);


--
-- Name: applications_applicationversion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.applications_applicationversion_id_seq', 13, true);


--
-- Name: applications_costline_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.applications_costline_id_seq', 32, true);


--
-- Name: applications_lateattempt_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.applications_lateattempt_id_seq', 1, false);


--
-- Name: applications_membership_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.applications_membership_id_seq', 11, true);


--
-- Name: applications_organisation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.applications_organisation_id_seq', 11, true);


--
-- Name: applications_statuschange_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.applications_statuschange_id_seq', 51, true);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 172, true);


--
-- Name: budget_account_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.budget_account_id_seq', 7, true);


--
-- Name: budget_action_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.budget_action_id_seq', 4, true);


--
-- Name: budget_amendment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.budget_amendment_id_seq', 1, true);


--
-- Name: budget_amendmentline_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.budget_amendmentline_id_seq', 6, true);


--
-- Name: budget_entry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.budget_entry_id_seq', 15, true);


--
-- Name: budget_fundingsource_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.budget_fundingsource_id_seq', 2, true);


--
-- Name: budget_strategy_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.budget_strategy_id_seq', 1, true);


--
-- Name: budget_task_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.budget_task_id_seq', 2, true);


--
-- Name: calls_call_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.calls_call_id_seq', 4, true);


--
-- Name: calls_checkitem_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.calls_checkitem_id_seq', 12, true);


--
-- Name: calls_criterion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.calls_criterion_id_seq', 16, true);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 43, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 34, true);


--
-- Name: projects_claim_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.projects_claim_id_seq', 1, true);


--
-- Name: projects_contract_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.projects_contract_id_seq', 1, true);


--
-- Name: projects_project_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.projects_project_id_seq', 3, true);


--
-- Name: projects_projectchange_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.projects_projectchange_id_seq', 1, true);


--
-- Name: selection_assignment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.selection_assignment_id_seq', 16, true);


--
-- Name: selection_checkanswer_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.selection_checkanswer_id_seq', 30, true);


--
-- Name: selection_checksheet_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.selection_checksheet_id_seq', 10, true);


--
-- Name: selection_decision_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.selection_decision_id_seq', 2, true);


--
-- Name: selection_decisionitem_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.selection_decisionitem_id_seq', 6, true);


--
-- Name: selection_declaration_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.selection_declaration_id_seq', 15, true);


--
-- Name: selection_itemsplit_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.selection_itemsplit_id_seq', 1, false);


--
-- Name: selection_passedover_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.selection_passedover_id_seq', 1, false);


--
-- Name: selection_score_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.selection_score_id_seq', 60, true);


--
-- Name: selection_scoresheet_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.selection_scoresheet_id_seq', 15, true);


--
-- Name: account_emailaddress account_emailaddress_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress account_emailaddress_user_id_email_987c8728_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


--
-- Name: account_emailconfirmation account_emailconfirmation_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


--
-- Name: account_emailconfirmation account_emailconfirmation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


--
-- Name: accounts_rolegrant accounts_rolegrant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_rolegrant
    ADD CONSTRAINT accounts_rolegrant_pkey PRIMARY KEY (id);


--
-- Name: accounts_user accounts_user_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);


--
-- Name: accounts_user_groups accounts_user_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_pkey PRIMARY KEY (id);


--
-- Name: accounts_user_groups accounts_user_groups_user_id_group_id_59c0b32f_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_group_id_59c0b32f_uniq UNIQUE (user_id, group_id);


--
-- Name: accounts_user accounts_user_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);


--
-- Name: accounts_user_user_permissions accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq UNIQUE (user_id, permission_id);


--
-- Name: accounts_user_user_permissions accounts_user_user_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permissions_pkey PRIMARY KEY (id);


--
-- Name: applications_application applications_application_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_application_number_key UNIQUE (number);


--
-- Name: applications_application applications_application_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_application_pkey PRIMARY KEY (id);


--
-- Name: applications_applicationversion applications_applicationversion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_applicationversion
    ADD CONSTRAINT applications_applicationversion_pkey PRIMARY KEY (id);


--
-- Name: applications_costline applications_costline_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_costline
    ADD CONSTRAINT applications_costline_pkey PRIMARY KEY (id);


--
-- Name: applications_lateattempt applications_lateattempt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_lateattempt
    ADD CONSTRAINT applications_lateattempt_pkey PRIMARY KEY (id);


--
-- Name: applications_membership applications_membership_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_membership
    ADD CONSTRAINT applications_membership_pkey PRIMARY KEY (id);


--
-- Name: applications_organisation applications_organisation_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_organisation
    ADD CONSTRAINT applications_organisation_code_key UNIQUE (code);


--
-- Name: applications_organisation applications_organisation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_organisation
    ADD CONSTRAINT applications_organisation_pkey PRIMARY KEY (id);


--
-- Name: applications_statuschange applications_statuschange_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_statuschange
    ADD CONSTRAINT applications_statuschange_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


--
-- Name: auth_group_permissions auth_group_permissions_group_id_permission_id_0cd325b0_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


--
-- Name: auth_group_permissions auth_group_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


--
-- Name: auth_permission auth_permission_content_type_id_codename_01ab375a_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


--
-- Name: auth_permission auth_permission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


--
-- Name: budget_account budget_account_action_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_account
    ADD CONSTRAINT budget_account_action_id_key UNIQUE (action_id);


--
-- Name: budget_account budget_account_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_account
    ADD CONSTRAINT budget_account_pkey PRIMARY KEY (id);


--
-- Name: budget_account budget_account_source_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_account
    ADD CONSTRAINT budget_account_source_id_key UNIQUE (source_id);


--
-- Name: budget_action budget_action_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_action
    ADD CONSTRAINT budget_action_pkey PRIMARY KEY (id);


--
-- Name: budget_amendment budget_amendment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_amendment
    ADD CONSTRAINT budget_amendment_pkey PRIMARY KEY (id);


--
-- Name: budget_amendmentline budget_amendmentline_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_amendmentline
    ADD CONSTRAINT budget_amendmentline_pkey PRIMARY KEY (id);


--
-- Name: budget_entry budget_entry_closes_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_entry
    ADD CONSTRAINT budget_entry_closes_id_key UNIQUE (closes_id);


--
-- Name: budget_entry budget_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_entry
    ADD CONSTRAINT budget_entry_pkey PRIMARY KEY (id);


--
-- Name: budget_entry budget_entry_request_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_entry
    ADD CONSTRAINT budget_entry_request_key_key UNIQUE (request_key);


--
-- Name: budget_fundingsource budget_fundingsource_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_fundingsource
    ADD CONSTRAINT budget_fundingsource_pkey PRIMARY KEY (id);


--
-- Name: budget_strategy budget_strategy_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_strategy
    ADD CONSTRAINT budget_strategy_code_key UNIQUE (code);


--
-- Name: budget_strategy budget_strategy_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_strategy
    ADD CONSTRAINT budget_strategy_pkey PRIMARY KEY (id);


--
-- Name: budget_task budget_task_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_task
    ADD CONSTRAINT budget_task_pkey PRIMARY KEY (id);


--
-- Name: cache cache_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cache
    ADD CONSTRAINT cache_pkey PRIMARY KEY (cache_key);


--
-- Name: calls_call calls_call_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_number_key UNIQUE (number);


--
-- Name: calls_call calls_call_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_pkey PRIMARY KEY (id);


--
-- Name: calls_checkitem calls_checkitem_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calls_checkitem
    ADD CONSTRAINT calls_checkitem_pkey PRIMARY KEY (id);


--
-- Name: calls_criterion calls_criterion_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calls_criterion
    ADD CONSTRAINT calls_criterion_pkey PRIMARY KEY (id);


--
-- Name: applications_costline cost_line_position_is_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_costline
    ADD CONSTRAINT cost_line_position_is_unique UNIQUE (application_id, "position") DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_declaration declaration_is_referred_to_by_scores; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_declaration
    ADD CONSTRAINT declaration_is_referred_to_by_scores UNIQUE (application_id, person_id, has_conflict);


--
-- Name: django_admin_log django_admin_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);


--
-- Name: django_content_type django_content_type_app_label_model_76bd3d3b_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


--
-- Name: django_content_type django_content_type_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


--
-- Name: django_migrations django_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


--
-- Name: django_session django_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


--
-- Name: projects_claim projects_claim_payment_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_claim
    ADD CONSTRAINT projects_claim_payment_id_key UNIQUE (payment_id);


--
-- Name: projects_claim projects_claim_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_claim
    ADD CONSTRAINT projects_claim_pkey PRIMARY KEY (id);


--
-- Name: projects_contract projects_contract_entry_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_contract
    ADD CONSTRAINT projects_contract_entry_id_key UNIQUE (entry_id);


--
-- Name: projects_contract projects_contract_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_contract
    ADD CONSTRAINT projects_contract_pkey PRIMARY KEY (id);


--
-- Name: projects_project projects_project_award_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_award_id_key UNIQUE (award_id);


--
-- Name: projects_project projects_project_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_number_key UNIQUE (number);


--
-- Name: projects_project projects_project_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_pkey PRIMARY KEY (id);


--
-- Name: projects_projectchange projects_projectchange_entry_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_projectchange
    ADD CONSTRAINT projects_projectchange_entry_id_key UNIQUE (entry_id);


--
-- Name: projects_projectchange projects_projectchange_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_projectchange
    ADD CONSTRAINT projects_projectchange_pkey PRIMARY KEY (id);


--
-- Name: requests_request requests_request_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requests_request
    ADD CONSTRAINT requests_request_pkey PRIMARY KEY (key);


--
-- Name: selection_assignment selection_assignment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_assignment
    ADD CONSTRAINT selection_assignment_pkey PRIMARY KEY (id);


--
-- Name: selection_checkanswer selection_checkanswer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_checkanswer
    ADD CONSTRAINT selection_checkanswer_pkey PRIMARY KEY (id);


--
-- Name: selection_checksheet selection_checksheet_application_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_checksheet
    ADD CONSTRAINT selection_checksheet_application_id_key UNIQUE (application_id);


--
-- Name: selection_checksheet selection_checksheet_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_checksheet
    ADD CONSTRAINT selection_checksheet_pkey PRIMARY KEY (id);


--
-- Name: selection_decision selection_decision_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_decision
    ADD CONSTRAINT selection_decision_pkey PRIMARY KEY (id);


--
-- Name: selection_decisionitem selection_decisionitem_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_decisionitem
    ADD CONSTRAINT selection_decisionitem_pkey PRIMARY KEY (id);


--
-- Name: selection_decisionitem selection_decisionitem_reservation_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_decisionitem
    ADD CONSTRAINT selection_decisionitem_reservation_id_key UNIQUE (reservation_id);


--
-- Name: selection_declaration selection_declaration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_declaration
    ADD CONSTRAINT selection_declaration_pkey PRIMARY KEY (id);


--
-- Name: selection_itemsplit selection_itemsplit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_itemsplit
    ADD CONSTRAINT selection_itemsplit_pkey PRIMARY KEY (id);


--
-- Name: selection_passedover selection_passedover_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_passedover
    ADD CONSTRAINT selection_passedover_pkey PRIMARY KEY (id);


--
-- Name: selection_score selection_score_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_score
    ADD CONSTRAINT selection_score_pkey PRIMARY KEY (id);


--
-- Name: selection_scoresheet selection_scoresheet_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_scoresheet
    ADD CONSTRAINT selection_scoresheet_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress_email_03be32b2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


--
-- Name: account_emailaddress_email_03be32b2_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


--
-- Name: account_emailaddress_user_id_2c513194; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


--
-- Name: account_emailconfirmation_email_address_id_5b7f8c58; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


--
-- Name: account_emailconfirmation_key_f43612bd_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


--
-- Name: account_strategy_has_one; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX account_strategy_has_one ON public.budget_account USING btree (strategy_id) WHERE ((action_id IS NULL) AND (source_id IS NULL));


--
-- Name: accounts_rolegrant_user_id_0601f056; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_rolegrant_user_id_0601f056 ON public.accounts_rolegrant USING btree (user_id);


--
-- Name: accounts_user_email_b2644a56_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);


--
-- Name: accounts_user_groups_group_id_bd11a704; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_groups_group_id_bd11a704 ON public.accounts_user_groups USING btree (group_id);


--
-- Name: accounts_user_groups_user_id_52b62117; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_groups_user_id_52b62117 ON public.accounts_user_groups USING btree (user_id);


--
-- Name: accounts_user_user_permissions_permission_id_113bb443; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_user_permissions_permission_id_113bb443 ON public.accounts_user_user_permissions USING btree (permission_id);


--
-- Name: accounts_user_user_permissions_user_id_e4f0a161; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_user_user_permissions_user_id_e4f0a161 ON public.accounts_user_user_permissions USING btree (user_id);


--
-- Name: action_number_is_unique_in_its_strategy; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX action_number_is_unique_in_its_strategy ON public.budget_action USING btree (strategy_id, code);


--
-- Name: amendment_is_one_at_a_time; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX amendment_is_one_at_a_time ON public.budget_amendment USING btree (strategy_id) WHERE ((confirmed_at IS NULL) AND (withdrawn_at IS NULL));


--
-- Name: amendment_line_is_one_for_a_source; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX amendment_line_is_one_for_a_source ON public.budget_amendmentline USING btree (amendment_id, source_id);


--
-- Name: amendment_line_is_one_for_an_action; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX amendment_line_is_one_for_an_action ON public.budget_amendmentline USING btree (amendment_id, action_id);


--
-- Name: amendment_number_is_unique_in_its_strategy; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX amendment_number_is_unique_in_its_strategy ON public.budget_amendment USING btree (strategy_id, number);


--
-- Name: application_call_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX application_call_status ON public.applications_application USING btree (call_id, status);


--
-- Name: application_sequence_is_unique_in_its_call; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX application_sequence_is_unique_in_its_call ON public.applications_application USING btree (call_id, sequence);


--
-- Name: application_submitted; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX application_submitted ON public.applications_application USING btree (submitted_at DESC);


--
-- Name: application_version_number_is_unique; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX application_version_number_is_unique ON public.applications_applicationversion USING btree (application_id, number);


--
-- Name: applications_application_call_id_ede07de2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_application_call_id_ede07de2 ON public.applications_application USING btree (call_id);


--
-- Name: applications_application_created_by_id_8a03e3c4; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_application_created_by_id_8a03e3c4 ON public.applications_application USING btree (created_by_id);


--
-- Name: applications_application_number_be0adb2f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_application_number_be0adb2f_like ON public.applications_application USING btree (number varchar_pattern_ops);


--
-- Name: applications_application_organisation_id_cf3f9530; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_application_organisation_id_cf3f9530 ON public.applications_application USING btree (organisation_id);


--
-- Name: applications_applicationversion_application_id_67e1ffdc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_applicationversion_application_id_67e1ffdc ON public.applications_applicationversion USING btree (application_id);


--
-- Name: applications_applicationversion_submitted_by_id_d9d596ab; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_applicationversion_submitted_by_id_d9d596ab ON public.applications_applicationversion USING btree (submitted_by_id);


--
-- Name: applications_costline_application_id_0f0f6d80; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_costline_application_id_0f0f6d80 ON public.applications_costline USING btree (application_id);


--
-- Name: applications_lateattempt_application_id_c5f30f3d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_lateattempt_application_id_c5f30f3d ON public.applications_lateattempt USING btree (application_id);


--
-- Name: applications_lateattempt_attempted_by_id_e1529140; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_lateattempt_attempted_by_id_e1529140 ON public.applications_lateattempt USING btree (attempted_by_id);


--
-- Name: applications_membership_organisation_id_9e4d1bc8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_membership_organisation_id_9e4d1bc8 ON public.applications_membership USING btree (organisation_id);


--
-- Name: applications_membership_user_id_b41b68b2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_membership_user_id_b41b68b2 ON public.applications_membership USING btree (user_id);


--
-- Name: applications_organisation_code_826c4815_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_organisation_code_826c4815_like ON public.applications_organisation USING btree (code varchar_pattern_ops);


--
-- Name: applications_statuschange_application_id_8474236c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_statuschange_application_id_8474236c ON public.applications_statuschange USING btree (application_id);


--
-- Name: applications_statuschange_changed_by_id_f8bc68be; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX applications_statuschange_changed_by_id_f8bc68be ON public.applications_statuschange USING btree (changed_by_id);


--
-- Name: assignment_is_one_for_an_evaluator; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX assignment_is_one_for_an_evaluator ON public.selection_assignment USING btree (application_id, evaluator_id);


--
-- Name: auth_group_name_a6ea08ec_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


--
-- Name: auth_group_permissions_group_id_b120cbf9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


--
-- Name: auth_group_permissions_permission_id_84c5c92e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


--
-- Name: auth_permission_content_type_id_2f476e4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


--
-- Name: budget_account_strategy_id_3b5db3c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_account_strategy_id_3b5db3c0 ON public.budget_account USING btree (strategy_id);


--
-- Name: budget_action_strategy_id_06c586f2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_action_strategy_id_06c586f2 ON public.budget_action USING btree (strategy_id);


--
-- Name: budget_action_task_id_9a1d3565; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_action_task_id_9a1d3565 ON public.budget_action USING btree (task_id);


--
-- Name: budget_amendment_confirmed_by_id_9284e362; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_amendment_confirmed_by_id_9284e362 ON public.budget_amendment USING btree (confirmed_by_id);


--
-- Name: budget_amendment_prepared_by_id_156f87c7; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_amendment_prepared_by_id_156f87c7 ON public.budget_amendment USING btree (prepared_by_id);


--
-- Name: budget_amendment_published_by_id_96edac62; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_amendment_published_by_id_96edac62 ON public.budget_amendment USING btree (published_by_id);


--
-- Name: budget_amendment_strategy_id_7c1d49b3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_amendment_strategy_id_7c1d49b3 ON public.budget_amendment USING btree (strategy_id);


--
-- Name: budget_amendment_withdrawn_by_id_a06a0426; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_amendment_withdrawn_by_id_a06a0426 ON public.budget_amendment USING btree (withdrawn_by_id);


--
-- Name: budget_amendmentline_action_id_5df2f133; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_amendmentline_action_id_5df2f133 ON public.budget_amendmentline USING btree (action_id);


--
-- Name: budget_amendmentline_amendment_id_2590f4eb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_amendmentline_amendment_id_2590f4eb ON public.budget_amendmentline USING btree (amendment_id);


--
-- Name: budget_amendmentline_source_id_cb5fadfd; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_amendmentline_source_id_cb5fadfd ON public.budget_amendmentline USING btree (source_id);


--
-- Name: budget_entry_action_id_5e113883; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_entry_action_id_5e113883 ON public.budget_entry USING btree (action_id);


--
-- Name: budget_entry_amendment_id_fa9d612f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_entry_amendment_id_fa9d612f ON public.budget_entry USING btree (amendment_id);


--
-- Name: budget_entry_posted_by_id_ec5cfe76; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_entry_posted_by_id_ec5cfe76 ON public.budget_entry USING btree (posted_by_id);


--
-- Name: budget_entry_prepared_by_id_c2b2cc6b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_entry_prepared_by_id_c2b2cc6b ON public.budget_entry USING btree (prepared_by_id);


--
-- Name: budget_entry_request_key_d2e50309_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_entry_request_key_d2e50309_like ON public.budget_entry USING btree (request_key varchar_pattern_ops);


--
-- Name: budget_entry_source_id_19f9f98e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_entry_source_id_19f9f98e ON public.budget_entry USING btree (source_id);


--
-- Name: budget_entry_strategy_id_58da8e62; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_entry_strategy_id_58da8e62 ON public.budget_entry USING btree (strategy_id);


--
-- Name: budget_fundingsource_strategy_id_3986bf2a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_fundingsource_strategy_id_3986bf2a ON public.budget_fundingsource USING btree (strategy_id);


--
-- Name: budget_strategy_code_893bf7f6_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_strategy_code_893bf7f6_like ON public.budget_strategy USING btree (code varchar_pattern_ops);


--
-- Name: budget_task_strategy_id_c5ce3346; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX budget_task_strategy_id_c5ce3346 ON public.budget_task USING btree (strategy_id);


--
-- Name: cache_expires; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cache_expires ON public.cache USING btree (expires);


--
-- Name: call_sequence_is_unique_in_its_action; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX call_sequence_is_unique_in_its_action ON public.calls_call USING btree (action_id, sequence);


--
-- Name: calls_call_action_id_70539851; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX calls_call_action_id_70539851 ON public.calls_call USING btree (action_id);


--
-- Name: calls_call_created_by_id_1ecc9d1d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX calls_call_created_by_id_1ecc9d1d ON public.calls_call USING btree (created_by_id);


--
-- Name: calls_call_number_bd1b69d4_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX calls_call_number_bd1b69d4_like ON public.calls_call USING btree (number varchar_pattern_ops);


--
-- Name: calls_call_published_by_id_39fffe4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX calls_call_published_by_id_39fffe4b ON public.calls_call USING btree (published_by_id);


--
-- Name: calls_checkitem_call_id_5f35eba3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX calls_checkitem_call_id_5f35eba3 ON public.calls_checkitem USING btree (call_id);


--
-- Name: calls_criterion_call_id_f1c1bea6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX calls_criterion_call_id_f1c1bea6 ON public.calls_criterion USING btree (call_id);


--
-- Name: check_answer_is_one_for_an_item; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX check_answer_is_one_for_an_item ON public.selection_checkanswer USING btree (sheet_id, item_id);


--
-- Name: check_item_position_is_unique_in_its_call; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX check_item_position_is_unique_in_its_call ON public.calls_checkitem USING btree (call_id, "position");


--
-- Name: claim_number_is_unique_in_its_project; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX claim_number_is_unique_in_its_project ON public.projects_claim USING btree (project_id, number);


--
-- Name: criterion_position_is_unique_in_its_call; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX criterion_position_is_unique_in_its_call ON public.calls_criterion USING btree (call_id, "position");


--
-- Name: decision_is_one_at_a_time_for_a_call; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX decision_is_one_at_a_time_for_a_call ON public.selection_decision USING btree (call_id) WHERE ((confirmed_at IS NULL) AND (retracted_at IS NULL));


--
-- Name: decision_item_is_one_for_an_application; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX decision_item_is_one_for_an_application ON public.selection_decisionitem USING btree (decision_id, application_id);


--
-- Name: decision_item_order_is_unique; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX decision_item_order_is_unique ON public.selection_decisionitem USING btree (decision_id, "order");


--
-- Name: declaration_is_one_for_a_person; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX declaration_is_one_for_a_person ON public.selection_declaration USING btree (application_id, person_id);


--
-- Name: django_admin_log_content_type_id_c4bce8eb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);


--
-- Name: django_admin_log_user_id_c564eba6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);


--
-- Name: django_session_expire_date_a5c62663; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


--
-- Name: django_session_session_key_c0390e0f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


--
-- Name: entry_action_seq; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_action_seq ON public.budget_entry USING btree (action_id, seq);


--
-- Name: entry_number_is_unique; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX entry_number_is_unique ON public.budget_entry USING btree (strategy_id, seq);


--
-- Name: entry_project; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_project ON public.budget_entry USING btree (strategy_id, project_number, seq DESC);


--
-- Name: entry_source_seq; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_source_seq ON public.budget_entry USING btree (source_id, seq);


--
-- Name: funding_source_code_is_unique_in_its_strategy; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX funding_source_code_is_unique_in_its_strategy ON public.budget_fundingsource USING btree (strategy_id, code);


--
-- Name: funding_source_position_is_unique_in_its_strategy; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX funding_source_position_is_unique_in_its_strategy ON public.budget_fundingsource USING btree (strategy_id, "position");


--
-- Name: membership_is_one_for_each_person; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX membership_is_one_for_each_person ON public.applications_membership USING btree (user_id, organisation_id);


--
-- Name: passed_over_is_one_for_an_application; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX passed_over_is_one_for_an_application ON public.selection_passedover USING btree (decision_id, application_id);


--
-- Name: projects_claim_approved_by_id_725cd437; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX projects_claim_approved_by_id_725cd437 ON public.projects_claim USING btree (approved_by_id);


--
-- Name: projects_claim_project_id_49b55123; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX projects_claim_project_id_49b55123 ON public.projects_claim USING btree (project_id);


--
-- Name: projects_claim_registered_by_id_2b3f06f0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX projects_claim_registered_by_id_2b3f06f0 ON public.projects_claim USING btree (registered_by_id);


--
-- Name: projects_contract_project_id_276bffe6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX projects_contract_project_id_276bffe6 ON public.projects_contract USING btree (project_id);


--
-- Name: projects_project_action_id_c9706354; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX projects_project_action_id_c9706354 ON public.projects_project USING btree (action_id);


--
-- Name: projects_project_number_578befa6_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX projects_project_number_578befa6_like ON public.projects_project USING btree (number varchar_pattern_ops);


--
-- Name: projects_projectchange_changed_by_id_0fafcefa; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX projects_projectchange_changed_by_id_0fafcefa ON public.projects_projectchange USING btree (changed_by_id);


--
-- Name: projects_projectchange_project_id_4083d535; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX projects_projectchange_project_id_4083d535 ON public.projects_projectchange USING btree (project_id);


--
-- Name: request_pressed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX request_pressed ON public.requests_request USING btree (pressed_at);


--
-- Name: requests_request_pressed_by_id_93e68803; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX requests_request_pressed_by_id_93e68803 ON public.requests_request USING btree (pressed_by_id);


--
-- Name: score_is_one_for_a_criterion; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX score_is_one_for_a_criterion ON public.selection_score USING btree (sheet_id, criterion_id);


--
-- Name: score_sheet_is_one_for_an_evaluator; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX score_sheet_is_one_for_an_evaluator ON public.selection_scoresheet USING btree (application_id, evaluator_id);


--
-- Name: selection_assignment_application_id_f5e37322; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_assignment_application_id_f5e37322 ON public.selection_assignment USING btree (application_id);


--
-- Name: selection_assignment_assigned_by_id_1668a571; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_assignment_assigned_by_id_1668a571 ON public.selection_assignment USING btree (assigned_by_id);


--
-- Name: selection_assignment_evaluator_id_f12a964a; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_assignment_evaluator_id_f12a964a ON public.selection_assignment USING btree (evaluator_id);


--
-- Name: selection_checkanswer_item_id_65ff3a76; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_checkanswer_item_id_65ff3a76 ON public.selection_checkanswer USING btree (item_id);


--
-- Name: selection_checkanswer_sheet_id_cc892bd6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_checkanswer_sheet_id_cc892bd6 ON public.selection_checkanswer USING btree (sheet_id);


--
-- Name: selection_checksheet_checked_by_id_2c8606e2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_checksheet_checked_by_id_2c8606e2 ON public.selection_checksheet USING btree (checked_by_id);


--
-- Name: selection_decision_call_id_af43af60; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_decision_call_id_af43af60 ON public.selection_decision USING btree (call_id);


--
-- Name: selection_decision_confirmed_by_id_663a3774; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_decision_confirmed_by_id_663a3774 ON public.selection_decision USING btree (confirmed_by_id);


--
-- Name: selection_decision_prepared_by_id_78ddab18; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_decision_prepared_by_id_78ddab18 ON public.selection_decision USING btree (prepared_by_id);


--
-- Name: selection_decision_retracted_by_id_120f1551; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_decision_retracted_by_id_120f1551 ON public.selection_decision USING btree (retracted_by_id);


--
-- Name: selection_decisionitem_application_id_59f2a525; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_decisionitem_application_id_59f2a525 ON public.selection_decisionitem USING btree (application_id);


--
-- Name: selection_decisionitem_decision_id_c2962e36; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_decisionitem_decision_id_c2962e36 ON public.selection_decisionitem USING btree (decision_id);


--
-- Name: selection_declaration_application_id_6233c411; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_declaration_application_id_6233c411 ON public.selection_declaration USING btree (application_id);


--
-- Name: selection_declaration_person_id_362b42c0; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_declaration_person_id_362b42c0 ON public.selection_declaration USING btree (person_id);


--
-- Name: selection_itemsplit_divided_by_id_9b1ae2c6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_itemsplit_divided_by_id_9b1ae2c6 ON public.selection_itemsplit USING btree (divided_by_id);


--
-- Name: selection_itemsplit_item_id_823aecb8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_itemsplit_item_id_823aecb8 ON public.selection_itemsplit USING btree (item_id);


--
-- Name: selection_passedover_application_id_a4d69ddc; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_passedover_application_id_a4d69ddc ON public.selection_passedover USING btree (application_id);


--
-- Name: selection_passedover_decision_id_251fb384; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_passedover_decision_id_251fb384 ON public.selection_passedover USING btree (decision_id);


--
-- Name: selection_score_criterion_id_9a58b038; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_score_criterion_id_9a58b038 ON public.selection_score USING btree (criterion_id);


--
-- Name: selection_score_sheet_id_7c5e374d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_score_sheet_id_7c5e374d ON public.selection_score USING btree (sheet_id);


--
-- Name: selection_scoresheet_application_id_a3efb320; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_scoresheet_application_id_a3efb320 ON public.selection_scoresheet USING btree (application_id);


--
-- Name: selection_scoresheet_evaluator_id_859db0d1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX selection_scoresheet_evaluator_id_859db0d1 ON public.selection_scoresheet USING btree (evaluator_id);


--
-- Name: task_number_is_unique_in_its_strategy; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX task_number_is_unique_in_its_strategy ON public.budget_task USING btree (strategy_id, code);


--
-- Name: unique_primary_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


--
-- Name: unique_verified_email; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


--
-- Name: user_email_is_unique_in_any_case; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX user_email_is_unique_in_any_case ON public.accounts_user USING btree (lower((email)::text));


--
-- Name: budget_entry before_posting; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER before_posting BEFORE INSERT ON public.budget_entry FOR EACH ROW EXECUTE FUNCTION public.budget_before_posting();


--
-- Name: projects_claim pgtrigger_approved_is_frozen_bf54b; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_approved_is_frozen_bf54b BEFORE UPDATE ON public.projects_claim FOR EACH ROW WHEN (((old.approved IS DISTINCT FROM new.approved) OR (old.approved_by_id IS DISTINCT FROM new.approved_by_id) OR (old.approved_on IS DISTINCT FROM new.approved_on) OR (old.reason IS DISTINCT FROM new.reason))) EXECUTE FUNCTION public.pgtrigger_approved_is_frozen_bf54b();


--
-- Name: TRIGGER pgtrigger_approved_is_frozen_bf54b ON projects_claim; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_approved_is_frozen_bf54b ON public.projects_claim IS 'd923f96ecf84e3c5b638e9f6568a75dc6957ad16';


--
-- Name: projects_project pgtrigger_award_is_frozen_9dc26; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_award_is_frozen_9dc26 BEFORE UPDATE ON public.projects_project FOR EACH ROW WHEN (((old.action_id IS DISTINCT FROM new.action_id) OR (old.award_id IS DISTINCT FROM new.award_id) OR ((old.beneficiary)::text IS DISTINCT FROM (new.beneficiary)::text) OR ((old.call_number)::text IS DISTINCT FROM (new.call_number)::text) OR (old.ends_on IS DISTINCT FROM new.ends_on) OR (old.max_grant IS DISTINCT FROM new.max_grant) OR ((old.number)::text IS DISTINCT FROM (new.number)::text) OR (old.starts_on IS DISTINCT FROM new.starts_on) OR (old.summary IS DISTINCT FROM new.summary) OR ((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.total_cost IS DISTINCT FROM new.total_cost))) EXECUTE FUNCTION public.pgtrigger_award_is_frozen_9dc26();


--
-- Name: TRIGGER pgtrigger_award_is_frozen_9dc26 ON projects_project; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_award_is_frozen_9dc26 ON public.projects_project IS '7e6975c8ff915fc611b17774c748df4dcbd99839';


--
-- Name: budget_account pgtrigger_born_empty_04e11; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_born_empty_04e11 BEFORE INSERT ON public.budget_account FOR EACH ROW WHEN (((new.ceiling > (0)::numeric) OR (new.reserved > (0)::numeric) OR (new.committed > (0)::numeric) OR (new.paid > (0)::numeric) OR (new.quota > 0) OR (new.projects > 0) OR (new.reserved_projects > 0) OR (new.last_seq > 0))) EXECUTE FUNCTION public.pgtrigger_born_empty_04e11();


--
-- Name: TRIGGER pgtrigger_born_empty_04e11 ON budget_account; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_born_empty_04e11 ON public.budget_account IS '02fe7bafb1894eaf36f7b2684f0e09bf4158ece8';


--
-- Name: selection_checksheet pgtrigger_concluded_is_frozen_1ce8e; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_concluded_is_frozen_1ce8e BEFORE UPDATE ON public.selection_checksheet FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_concluded_is_frozen_1ce8e();


--
-- Name: TRIGGER pgtrigger_concluded_is_frozen_1ce8e ON selection_checksheet; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_concluded_is_frozen_1ce8e ON public.selection_checksheet IS 'dbfe1d98a4eaec8965cc8d51b0acb32b316e5ae3';


--
-- Name: selection_declaration pgtrigger_conflict_stays_9b3ed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_conflict_stays_9b3ed BEFORE UPDATE ON public.selection_declaration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_conflict_stays_9b3ed();


--
-- Name: TRIGGER pgtrigger_conflict_stays_9b3ed ON selection_declaration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_conflict_stays_9b3ed ON public.selection_declaration IS '8eeabbcb6bef62718ac8a8834e6f83080e3f7d25';


--
-- Name: selection_decision pgtrigger_ended_is_frozen_43b70; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_ended_is_frozen_43b70 BEFORE UPDATE ON public.selection_decision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_ended_is_frozen_43b70();


--
-- Name: TRIGGER pgtrigger_ended_is_frozen_43b70 ON selection_decision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_ended_is_frozen_43b70 ON public.selection_decision IS '907b23863a09e5230a19b18c8832110a0c8fe70e';


--
-- Name: budget_amendment pgtrigger_ended_is_frozen_4c71f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_ended_is_frozen_4c71f BEFORE UPDATE ON public.budget_amendment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_ended_is_frozen_4c71f();


--
-- Name: TRIGGER pgtrigger_ended_is_frozen_4c71f ON budget_amendment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_ended_is_frozen_4c71f ON public.budget_amendment IS '92eee97b67db50db6d65afa248752db223260202';


--
-- Name: calls_checkitem pgtrigger_frozen_with_parent_5347d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_frozen_with_parent_5347d BEFORE INSERT OR DELETE OR UPDATE ON public.calls_checkitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_with_parent_5347d();


--
-- Name: TRIGGER pgtrigger_frozen_with_parent_5347d ON calls_checkitem; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_frozen_with_parent_5347d ON public.calls_checkitem IS '5029ac56a280510dfa47b4f136981d27139b9913';


--
-- Name: selection_score pgtrigger_frozen_with_parent_69dca; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_frozen_with_parent_69dca BEFORE INSERT OR DELETE OR UPDATE ON public.selection_score FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_with_parent_69dca();


--
-- Name: TRIGGER pgtrigger_frozen_with_parent_69dca ON selection_score; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_frozen_with_parent_69dca ON public.selection_score IS '67bf1da2913765821c85a3dee4da499caf42f1e4';


--
-- Name: selection_checkanswer pgtrigger_frozen_with_parent_76800; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_frozen_with_parent_76800 BEFORE INSERT OR DELETE OR UPDATE ON public.selection_checkanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_with_parent_76800();


--
-- Name: TRIGGER pgtrigger_frozen_with_parent_76800 ON selection_checkanswer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_frozen_with_parent_76800 ON public.selection_checkanswer IS '0fd64bb09a647f92463f9a725ff4dc5fe9054a6c';


--
-- Name: calls_criterion pgtrigger_frozen_with_parent_d4a27; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_frozen_with_parent_d4a27 BEFORE INSERT OR DELETE OR UPDATE ON public.calls_criterion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_with_parent_d4a27();


--
-- Name: TRIGGER pgtrigger_frozen_with_parent_d4a27 ON calls_criterion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_frozen_with_parent_d4a27 ON public.calls_criterion IS '487a6644a2933998699fe0e4f53b4790cfe89400';


--
-- Name: applications_costline pgtrigger_frozen_with_parent_daa2e; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_frozen_with_parent_daa2e BEFORE INSERT OR DELETE OR UPDATE ON public.applications_costline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_with_parent_daa2e();


--
-- Name: TRIGGER pgtrigger_frozen_with_parent_daa2e ON applications_costline; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_frozen_with_parent_daa2e ON public.applications_costline IS 'bb58b0b7cb662c88bb70cfdd4855ba7f4852b988';


--
-- Name: budget_amendmentline pgtrigger_frozen_with_parent_f7ae5; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_frozen_with_parent_f7ae5 BEFORE INSERT OR DELETE OR UPDATE ON public.budget_amendmentline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_with_parent_f7ae5();


--
-- Name: TRIGGER pgtrigger_frozen_with_parent_f7ae5 ON budget_amendmentline; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_frozen_with_parent_f7ae5 ON public.budget_amendmentline IS '1256a51d52f3b16edeae0bd7b537c291eca1789e';


--
-- Name: budget_fundingsource pgtrigger_journal_names_it_1ebc0; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_journal_names_it_1ebc0 BEFORE UPDATE ON public.budget_fundingsource FOR EACH ROW WHEN ((((old.code)::text IS DISTINCT FROM (new.code)::text) OR (old.strategy_id IS DISTINCT FROM new.strategy_id))) EXECUTE FUNCTION public.pgtrigger_journal_names_it_1ebc0();


--
-- Name: TRIGGER pgtrigger_journal_names_it_1ebc0 ON budget_fundingsource; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_journal_names_it_1ebc0 ON public.budget_fundingsource IS '58233811621b7206bead7b95ca59c2c022bfc2a4';


--
-- Name: budget_action pgtrigger_journal_names_it_ce41d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_journal_names_it_ce41d BEFORE UPDATE ON public.budget_action FOR EACH ROW WHEN ((((old.code)::text IS DISTINCT FROM (new.code)::text) OR (old.strategy_id IS DISTINCT FROM new.strategy_id))) EXECUTE FUNCTION public.pgtrigger_journal_names_it_ce41d();


--
-- Name: TRIGGER pgtrigger_journal_names_it_ce41d ON budget_action; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_journal_names_it_ce41d ON public.budget_action IS 'cf51a91dedddf5094102cd00443e2775c126fbe9';


--
-- Name: requests_request pgtrigger_made_is_frozen_93c7a; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_made_is_frozen_93c7a BEFORE UPDATE ON public.requests_request FOR EACH ROW WHEN (((old.made)::text IS DISTINCT FROM (new.made)::text)) EXECUTE FUNCTION public.pgtrigger_made_is_frozen_93c7a();


--
-- Name: TRIGGER pgtrigger_made_is_frozen_93c7a ON requests_request; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_made_is_frozen_93c7a ON public.requests_request IS '1af1aceafc35ab14221d7ff14a66848675b3a083';


--
-- Name: applications_application pgtrigger_moves_by_the_table_82978; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_moves_by_the_table_82978 BEFORE UPDATE ON public.applications_application FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_moves_by_the_table_82978();


--
-- Name: TRIGGER pgtrigger_moves_by_the_table_82978 ON applications_application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_moves_by_the_table_82978 ON public.applications_application IS '193f127bac7683388cb8af55dbac0ac6500aad74';


--
-- Name: projects_project pgtrigger_moves_by_the_table_a94af; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_moves_by_the_table_a94af BEFORE UPDATE ON public.projects_project FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_moves_by_the_table_a94af();


--
-- Name: TRIGGER pgtrigger_moves_by_the_table_a94af ON projects_project; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_moves_by_the_table_a94af ON public.projects_project IS 'dce3f95f6a6b71b0b8d64a0cfa0e4293530edf1c';


--
-- Name: selection_decision pgtrigger_no_delete_06b34; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_06b34 BEFORE DELETE ON public.selection_decision FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_06b34();


--
-- Name: TRIGGER pgtrigger_no_delete_06b34 ON selection_decision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_06b34 ON public.selection_decision IS 'ea957f2a0307c1d5a9989f639055a33e54ae3cda';


--
-- Name: budget_amendment pgtrigger_no_delete_1c263; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_1c263 BEFORE DELETE ON public.budget_amendment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_1c263();


--
-- Name: TRIGGER pgtrigger_no_delete_1c263 ON budget_amendment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_1c263 ON public.budget_amendment IS '9c1ca5e3f3c1360f1245b1f52220c7220e0b94b1';


--
-- Name: applications_lateattempt pgtrigger_no_delete_2c4a1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_2c4a1 BEFORE DELETE ON public.applications_lateattempt FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_2c4a1();


--
-- Name: TRIGGER pgtrigger_no_delete_2c4a1 ON applications_lateattempt; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_2c4a1 ON public.applications_lateattempt IS '10d887ea1326e1cb6eefed218d4cf427343188c5';


--
-- Name: applications_application pgtrigger_no_delete_2e2d4; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_2e2d4 BEFORE DELETE ON public.applications_application FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_2e2d4();


--
-- Name: TRIGGER pgtrigger_no_delete_2e2d4 ON applications_application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_2e2d4 ON public.applications_application IS 'f7873b0d8976960356bf30e90bea2ac9eeb450be';


--
-- Name: budget_account pgtrigger_no_delete_3aa50; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_3aa50 BEFORE DELETE ON public.budget_account FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_3aa50();


--
-- Name: TRIGGER pgtrigger_no_delete_3aa50 ON budget_account; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_3aa50 ON public.budget_account IS '70c20b09db3a32456053b438f2c87bcd9440f356';


--
-- Name: projects_projectchange pgtrigger_no_delete_3e75f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_3e75f BEFORE DELETE ON public.projects_projectchange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_3e75f();


--
-- Name: TRIGGER pgtrigger_no_delete_3e75f ON projects_projectchange; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_3e75f ON public.projects_projectchange IS 'ed3cb75d8a56bb575f8e2080c379251dce4b2bd2';


--
-- Name: applications_statuschange pgtrigger_no_delete_5bbb7; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_5bbb7 BEFORE DELETE ON public.applications_statuschange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_5bbb7();


--
-- Name: TRIGGER pgtrigger_no_delete_5bbb7 ON applications_statuschange; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_5bbb7 ON public.applications_statuschange IS '9c2844d83ac7085debd48dcfb15f7dec02dfa0be';


--
-- Name: applications_applicationversion pgtrigger_no_delete_620f7; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_620f7 BEFORE DELETE ON public.applications_applicationversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_620f7();


--
-- Name: TRIGGER pgtrigger_no_delete_620f7 ON applications_applicationversion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_620f7 ON public.applications_applicationversion IS 'c292ce8b8ea54f8f9af57e1b21c3dadae167e75b';


--
-- Name: selection_passedover pgtrigger_no_delete_62c95; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_62c95 BEFORE DELETE ON public.selection_passedover FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_62c95();


--
-- Name: TRIGGER pgtrigger_no_delete_62c95 ON selection_passedover; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_62c95 ON public.selection_passedover IS '76735048deb8c6bd2e7708525b63ed8ce5333d71';


--
-- Name: selection_itemsplit pgtrigger_no_delete_667e6; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_667e6 BEFORE DELETE ON public.selection_itemsplit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_667e6();


--
-- Name: TRIGGER pgtrigger_no_delete_667e6 ON selection_itemsplit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_667e6 ON public.selection_itemsplit IS '4caafa7f12ba4cfe6aa7e9ee5f0afa528fa15384';


--
-- Name: selection_checksheet pgtrigger_no_delete_7064e; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_7064e BEFORE DELETE ON public.selection_checksheet FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_7064e();


--
-- Name: TRIGGER pgtrigger_no_delete_7064e ON selection_checksheet; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_7064e ON public.selection_checksheet IS '88a7cd6a431aeae6b19b54653c7f40125018ee5f';


--
-- Name: requests_request pgtrigger_no_delete_9c42d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_9c42d BEFORE DELETE ON public.requests_request FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_9c42d();


--
-- Name: TRIGGER pgtrigger_no_delete_9c42d ON requests_request; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_9c42d ON public.requests_request IS '7facaf9686677ba44441b90f87545bd6db054f75';


--
-- Name: projects_project pgtrigger_no_delete_a77aa; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_a77aa BEFORE DELETE ON public.projects_project FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_a77aa();


--
-- Name: TRIGGER pgtrigger_no_delete_a77aa ON projects_project; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_a77aa ON public.projects_project IS '2b6dd83c2013a4219a60247bfbca8624ef272b3f';


--
-- Name: selection_declaration pgtrigger_no_delete_b545d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_b545d BEFORE DELETE ON public.selection_declaration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_b545d();


--
-- Name: TRIGGER pgtrigger_no_delete_b545d ON selection_declaration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_b545d ON public.selection_declaration IS '49db8c168ff7a32a694cf0666cc4a96848ef43c6';


--
-- Name: projects_contract pgtrigger_no_delete_cc575; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_cc575 BEFORE DELETE ON public.projects_contract FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_cc575();


--
-- Name: TRIGGER pgtrigger_no_delete_cc575 ON projects_contract; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_cc575 ON public.projects_contract IS 'c7ada3cc37769caba4d65d77764e35b209fbbd40';


--
-- Name: selection_scoresheet pgtrigger_no_delete_cf4d8; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_cf4d8 BEFORE DELETE ON public.selection_scoresheet FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_cf4d8();


--
-- Name: TRIGGER pgtrigger_no_delete_cf4d8 ON selection_scoresheet; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_cf4d8 ON public.selection_scoresheet IS '5ad97e2f5db584020fca4f9d5e774d7ebe8603bb';


--
-- Name: budget_entry pgtrigger_no_delete_d02bb; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_d02bb BEFORE DELETE ON public.budget_entry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_d02bb();


--
-- Name: TRIGGER pgtrigger_no_delete_d02bb ON budget_entry; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_d02bb ON public.budget_entry IS '768a0a8a368dfd846b7d4e480b9aed8537dc856f';


--
-- Name: selection_decisionitem pgtrigger_no_delete_d6bc1; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_d6bc1 BEFORE DELETE ON public.selection_decisionitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_d6bc1();


--
-- Name: TRIGGER pgtrigger_no_delete_d6bc1 ON selection_decisionitem; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_d6bc1 ON public.selection_decisionitem IS '77b4b57326c82b1d1f327d0d719113c022c5b342';


--
-- Name: projects_claim pgtrigger_no_delete_e8fd6; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_delete_e8fd6 BEFORE DELETE ON public.projects_claim FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_delete_e8fd6();


--
-- Name: TRIGGER pgtrigger_no_delete_e8fd6 ON projects_claim; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_delete_e8fd6 ON public.projects_claim IS '737550e90cdae1e5d18c35a457626fe3848172d1';


--
-- Name: applications_lateattempt pgtrigger_no_truncate_02fca; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_02fca BEFORE TRUNCATE ON public.applications_lateattempt FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_02fca();


--
-- Name: TRIGGER pgtrigger_no_truncate_02fca ON applications_lateattempt; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_02fca ON public.applications_lateattempt IS '7fd49401966a8efaaa86e49866cd15ec6eda2783';


--
-- Name: projects_claim pgtrigger_no_truncate_06171; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_06171 BEFORE TRUNCATE ON public.projects_claim FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_06171();


--
-- Name: TRIGGER pgtrigger_no_truncate_06171 ON projects_claim; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_06171 ON public.projects_claim IS '0f296c9538a1d1543b620439b2708cd50286ce43';


--
-- Name: calls_criterion pgtrigger_no_truncate_08ede; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_08ede BEFORE TRUNCATE ON public.calls_criterion FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_08ede();


--
-- Name: TRIGGER pgtrigger_no_truncate_08ede ON calls_criterion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_08ede ON public.calls_criterion IS '3702872c5db8b0e34ac8dd7092dafa78df1f425c';


--
-- Name: selection_passedover pgtrigger_no_truncate_1680c; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_1680c BEFORE TRUNCATE ON public.selection_passedover FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_1680c();


--
-- Name: TRIGGER pgtrigger_no_truncate_1680c ON selection_passedover; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_1680c ON public.selection_passedover IS '151c3993c172d6b4dc848da59c1096a5589f21ef';


--
-- Name: selection_decisionitem pgtrigger_no_truncate_169e7; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_169e7 BEFORE TRUNCATE ON public.selection_decisionitem FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_169e7();


--
-- Name: TRIGGER pgtrigger_no_truncate_169e7 ON selection_decisionitem; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_169e7 ON public.selection_decisionitem IS '301a08d93b4b97fdce292c956f08b0015a1055dd';


--
-- Name: selection_scoresheet pgtrigger_no_truncate_2d44d; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_2d44d BEFORE TRUNCATE ON public.selection_scoresheet FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_2d44d();


--
-- Name: TRIGGER pgtrigger_no_truncate_2d44d ON selection_scoresheet; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_2d44d ON public.selection_scoresheet IS '6f0ceab52606f444e4e66d313a609d281b58c2a7';


--
-- Name: selection_declaration pgtrigger_no_truncate_2e7c7; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_2e7c7 BEFORE TRUNCATE ON public.selection_declaration FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_2e7c7();


--
-- Name: TRIGGER pgtrigger_no_truncate_2e7c7 ON selection_declaration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_2e7c7 ON public.selection_declaration IS 'e419d37c33c10786b46b56247e07bf398c0fe383';


--
-- Name: budget_amendment pgtrigger_no_truncate_3e322; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_3e322 BEFORE TRUNCATE ON public.budget_amendment FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_3e322();


--
-- Name: TRIGGER pgtrigger_no_truncate_3e322 ON budget_amendment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_3e322 ON public.budget_amendment IS '63b9b0bc28fd82948ff17be3c7e22ec202a23cca';


--
-- Name: budget_entry pgtrigger_no_truncate_3fa0e; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_3fa0e BEFORE TRUNCATE ON public.budget_entry FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_3fa0e();


--
-- Name: TRIGGER pgtrigger_no_truncate_3fa0e ON budget_entry; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_3fa0e ON public.budget_entry IS 'af5447226d7366ff1c629569fc0b56b2009621bb';


--
-- Name: selection_decision pgtrigger_no_truncate_40f53; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_40f53 BEFORE TRUNCATE ON public.selection_decision FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_40f53();


--
-- Name: TRIGGER pgtrigger_no_truncate_40f53 ON selection_decision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_40f53 ON public.selection_decision IS 'e080ea0634a1def1c20ed4107b8575508a668421';


--
-- Name: applications_application pgtrigger_no_truncate_4459a; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_4459a BEFORE TRUNCATE ON public.applications_application FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_4459a();


--
-- Name: TRIGGER pgtrigger_no_truncate_4459a ON applications_application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_4459a ON public.applications_application IS '78f2261f0ea986d002c4204fec3a1a206e3bdaf2';


--
-- Name: selection_checksheet pgtrigger_no_truncate_49e0f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_49e0f BEFORE TRUNCATE ON public.selection_checksheet FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_49e0f();


--
-- Name: TRIGGER pgtrigger_no_truncate_49e0f ON selection_checksheet; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_49e0f ON public.selection_checksheet IS 'a1c1c5c250bf82cd4bd6863e0c1762eb838daa0a';


--
-- Name: applications_statuschange pgtrigger_no_truncate_595e2; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_595e2 BEFORE TRUNCATE ON public.applications_statuschange FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_595e2();


--
-- Name: TRIGGER pgtrigger_no_truncate_595e2 ON applications_statuschange; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_595e2 ON public.applications_statuschange IS 'a1bbceac688eba1987b2354a2d75b120bf7d4e8f';


--
-- Name: requests_request pgtrigger_no_truncate_68646; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_68646 BEFORE TRUNCATE ON public.requests_request FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_68646();


--
-- Name: TRIGGER pgtrigger_no_truncate_68646 ON requests_request; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_68646 ON public.requests_request IS 'ab1f0bf5580a72423736ef7db147625e78836018';


--
-- Name: projects_project pgtrigger_no_truncate_6e638; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_6e638 BEFORE TRUNCATE ON public.projects_project FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_6e638();


--
-- Name: TRIGGER pgtrigger_no_truncate_6e638 ON projects_project; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_6e638 ON public.projects_project IS '5bcb5e72e955e954349b9d87466b00bdb3cdd560';


--
-- Name: projects_projectchange pgtrigger_no_truncate_77e25; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_77e25 BEFORE TRUNCATE ON public.projects_projectchange FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_77e25();


--
-- Name: TRIGGER pgtrigger_no_truncate_77e25 ON projects_projectchange; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_77e25 ON public.projects_projectchange IS '4c6a9b69ea748bfb1940c7164ae0040cda89a11e';


--
-- Name: applications_applicationversion pgtrigger_no_truncate_8fc1b; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_8fc1b BEFORE TRUNCATE ON public.applications_applicationversion FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_8fc1b();


--
-- Name: TRIGGER pgtrigger_no_truncate_8fc1b ON applications_applicationversion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_8fc1b ON public.applications_applicationversion IS '0aa4f154e9b7baa156483052e79076506460f05f';


--
-- Name: selection_score pgtrigger_no_truncate_915a8; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_915a8 BEFORE TRUNCATE ON public.selection_score FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_915a8();


--
-- Name: TRIGGER pgtrigger_no_truncate_915a8 ON selection_score; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_915a8 ON public.selection_score IS 'f8d6fb52098ffac96bb3c1c1ff2f1eef02027b96';


--
-- Name: budget_account pgtrigger_no_truncate_aba4c; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_aba4c BEFORE TRUNCATE ON public.budget_account FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_aba4c();


--
-- Name: TRIGGER pgtrigger_no_truncate_aba4c ON budget_account; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_aba4c ON public.budget_account IS 'd52d2e8b0612e3f1be0d5ffc2ab1f0970cd2adc4';


--
-- Name: budget_amendmentline pgtrigger_no_truncate_c15be; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_c15be BEFORE TRUNCATE ON public.budget_amendmentline FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_c15be();


--
-- Name: TRIGGER pgtrigger_no_truncate_c15be ON budget_amendmentline; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_c15be ON public.budget_amendmentline IS '0c8f500e9e9f45ebb709936272cd0fc23c345a88';


--
-- Name: selection_checkanswer pgtrigger_no_truncate_d1a0f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_d1a0f BEFORE TRUNCATE ON public.selection_checkanswer FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_d1a0f();


--
-- Name: TRIGGER pgtrigger_no_truncate_d1a0f ON selection_checkanswer; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_d1a0f ON public.selection_checkanswer IS '10bc3f0c66fbfe3a4ae9a34b778a077dd75f1b77';


--
-- Name: applications_costline pgtrigger_no_truncate_d69e3; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_d69e3 BEFORE TRUNCATE ON public.applications_costline FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_d69e3();


--
-- Name: TRIGGER pgtrigger_no_truncate_d69e3 ON applications_costline; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_d69e3 ON public.applications_costline IS '1ffa40a0bc1175149997056a7562594448c1cac9';


--
-- Name: selection_itemsplit pgtrigger_no_truncate_ea737; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_ea737 BEFORE TRUNCATE ON public.selection_itemsplit FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_ea737();


--
-- Name: TRIGGER pgtrigger_no_truncate_ea737 ON selection_itemsplit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_ea737 ON public.selection_itemsplit IS '99bd7d8a80fcd97abb6314dad210f5136422540c';


--
-- Name: calls_checkitem pgtrigger_no_truncate_f30fe; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_f30fe BEFORE TRUNCATE ON public.calls_checkitem FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_f30fe();


--
-- Name: TRIGGER pgtrigger_no_truncate_f30fe ON calls_checkitem; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_f30fe ON public.calls_checkitem IS '746db6944a43be0ea02260d6a23aba287a38380e';


--
-- Name: projects_contract pgtrigger_no_truncate_f3aaf; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_truncate_f3aaf BEFORE TRUNCATE ON public.projects_contract FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_no_truncate_f3aaf();


--
-- Name: TRIGGER pgtrigger_no_truncate_f3aaf ON projects_contract; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_truncate_f3aaf ON public.projects_contract IS 'a5d2aedf7837229a0938cf05c964d5d328c0554e';


--
-- Name: projects_contract pgtrigger_no_update_13bbd; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_update_13bbd BEFORE UPDATE ON public.projects_contract FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_update_13bbd();


--
-- Name: TRIGGER pgtrigger_no_update_13bbd ON projects_contract; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_update_13bbd ON public.projects_contract IS '3b7806afb8c8ffdd8455a2b2e6650d850833e3d7';


--
-- Name: budget_entry pgtrigger_no_update_1545e; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_update_1545e BEFORE UPDATE ON public.budget_entry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_update_1545e();


--
-- Name: TRIGGER pgtrigger_no_update_1545e ON budget_entry; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_update_1545e ON public.budget_entry IS '76098a956d920211f7a95f17a495137caa33f7fa';


--
-- Name: projects_projectchange pgtrigger_no_update_266c9; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_update_266c9 BEFORE UPDATE ON public.projects_projectchange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_update_266c9();


--
-- Name: TRIGGER pgtrigger_no_update_266c9 ON projects_projectchange; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_update_266c9 ON public.projects_projectchange IS 'd3bb44a06a02e4730cb851daeb2675704f05ff64';


--
-- Name: applications_lateattempt pgtrigger_no_update_28226; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_update_28226 BEFORE UPDATE ON public.applications_lateattempt FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_update_28226();


--
-- Name: TRIGGER pgtrigger_no_update_28226 ON applications_lateattempt; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_update_28226 ON public.applications_lateattempt IS '012303ed5b35333768e0bd87ccf3247a39adf75e';


--
-- Name: applications_applicationversion pgtrigger_no_update_441d0; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_update_441d0 BEFORE UPDATE ON public.applications_applicationversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_update_441d0();


--
-- Name: TRIGGER pgtrigger_no_update_441d0 ON applications_applicationversion; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_update_441d0 ON public.applications_applicationversion IS '69a936560f8cd740119962bbc215e4d737e46806';


--
-- Name: selection_decisionitem pgtrigger_no_update_44244; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_update_44244 BEFORE UPDATE ON public.selection_decisionitem FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_update_44244();


--
-- Name: TRIGGER pgtrigger_no_update_44244 ON selection_decisionitem; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_update_44244 ON public.selection_decisionitem IS 'c19fb5f93ef3017305c0ec3f0dc99c923e6426d9';


--
-- Name: selection_passedover pgtrigger_no_update_449f8; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_update_449f8 BEFORE UPDATE ON public.selection_passedover FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_update_449f8();


--
-- Name: TRIGGER pgtrigger_no_update_449f8 ON selection_passedover; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_update_449f8 ON public.selection_passedover IS 'ea91e59d8bca403d8d4f7e87b930792810830710';


--
-- Name: applications_statuschange pgtrigger_no_update_63678; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_update_63678 BEFORE UPDATE ON public.applications_statuschange FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_update_63678();


--
-- Name: TRIGGER pgtrigger_no_update_63678 ON applications_statuschange; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_update_63678 ON public.applications_statuschange IS '9d44ea75defe45aed74a4bca38f632c45734e447';


--
-- Name: selection_itemsplit pgtrigger_no_update_676fe; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_no_update_676fe BEFORE UPDATE ON public.selection_itemsplit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_update_676fe();


--
-- Name: TRIGGER pgtrigger_no_update_676fe ON selection_itemsplit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_no_update_676fe ON public.selection_itemsplit IS 'd0a3b18a976fecbc6c189c45c84c683bc6f758b1';


--
-- Name: selection_itemsplit pgtrigger_of_a_standing_decision_10cd0; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_of_a_standing_decision_10cd0 BEFORE INSERT ON public.selection_itemsplit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_of_a_standing_decision_10cd0();


--
-- Name: TRIGGER pgtrigger_of_a_standing_decision_10cd0 ON selection_itemsplit; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_of_a_standing_decision_10cd0 ON public.selection_itemsplit IS '24a7e54d5ce1437a9037673953b59280cca3a74a';


--
-- Name: selection_decision pgtrigger_origin_is_frozen_835d3; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_origin_is_frozen_835d3 BEFORE UPDATE ON public.selection_decision FOR EACH ROW WHEN (((old.call_id IS DISTINCT FROM new.call_id) OR (old.is_promotion IS DISTINCT FROM new.is_promotion) OR (old.prepared_at IS DISTINCT FROM new.prepared_at) OR (old.prepared_by_id IS DISTINCT FROM new.prepared_by_id) OR (old.protocol IS DISTINCT FROM new.protocol) OR ((old.sha256)::text IS DISTINCT FROM (new.sha256)::text))) EXECUTE FUNCTION public.pgtrigger_origin_is_frozen_835d3();


--
-- Name: TRIGGER pgtrigger_origin_is_frozen_835d3 ON selection_decision; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_origin_is_frozen_835d3 ON public.selection_decision IS '8cb331c902d6bfd5b4905d8f4771ed2e16729f55';


--
-- Name: budget_amendment pgtrigger_origin_is_frozen_93cae; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_origin_is_frozen_93cae BEFORE UPDATE ON public.budget_amendment FOR EACH ROW WHEN (((old.number IS DISTINCT FROM new.number) OR (old.prepared_at IS DISTINCT FROM new.prepared_at) OR (old.prepared_by_id IS DISTINCT FROM new.prepared_by_id) OR (old.strategy_id IS DISTINCT FROM new.strategy_id))) EXECUTE FUNCTION public.pgtrigger_origin_is_frozen_93cae();


--
-- Name: TRIGGER pgtrigger_origin_is_frozen_93cae ON budget_amendment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_origin_is_frozen_93cae ON public.budget_amendment IS '678fbdda24824b9c8cf11e0dcf631c8f1bc9ff05';


--
-- Name: requests_request pgtrigger_origin_is_frozen_ae31a; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_origin_is_frozen_ae31a BEFORE UPDATE ON public.requests_request FOR EACH ROW WHEN ((((old.digest)::text IS DISTINCT FROM (new.digest)::text) OR (old.key IS DISTINCT FROM new.key) OR (old.pressed_at IS DISTINCT FROM new.pressed_at) OR (old.pressed_by_id IS DISTINCT FROM new.pressed_by_id))) EXECUTE FUNCTION public.pgtrigger_origin_is_frozen_ae31a();


--
-- Name: TRIGGER pgtrigger_origin_is_frozen_ae31a ON requests_request; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_origin_is_frozen_ae31a ON public.requests_request IS 'c3216287d71a8228eaf525a455c508235ce68bd7';


--
-- Name: projects_claim pgtrigger_payment_is_frozen_0b263; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_payment_is_frozen_0b263 BEFORE UPDATE ON public.projects_claim FOR EACH ROW WHEN ((old.payment_id IS DISTINCT FROM new.payment_id)) EXECUTE FUNCTION public.pgtrigger_payment_is_frozen_0b263();


--
-- Name: TRIGGER pgtrigger_payment_is_frozen_0b263 ON projects_claim; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_payment_is_frozen_0b263 ON public.projects_claim IS '92a445afeeff140a3090c239a57b75634efd39dc';


--
-- Name: budget_amendment pgtrigger_published_is_frozen_50633; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_published_is_frozen_50633 BEFORE UPDATE ON public.budget_amendment FOR EACH ROW WHEN (((old.published_at IS DISTINCT FROM new.published_at) OR (old.published_by_id IS DISTINCT FROM new.published_by_id) OR (old.reason IS DISTINCT FROM new.reason))) EXECUTE FUNCTION public.pgtrigger_published_is_frozen_50633();


--
-- Name: TRIGGER pgtrigger_published_is_frozen_50633 ON budget_amendment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_published_is_frozen_50633 ON public.budget_amendment IS '644b237da5d1cf1d137bc80cef8d463612bd5377';


--
-- Name: calls_call pgtrigger_published_rules_are_frozen_acfe8; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_published_rules_are_frozen_acfe8 BEFORE UPDATE ON public.calls_call FOR EACH ROW WHEN (((old.action_id IS DISTINCT FROM new.action_id) OR (old.amount IS DISTINCT FROM new.amount) OR ((old.channel)::text IS DISTINCT FROM (new.channel)::text) OR (old.closes_at IS DISTINCT FROM new.closes_at) OR ((old.contact_email)::text IS DISTINCT FROM (new.contact_email)::text) OR ((old.contact_name)::text IS DISTINCT FROM (new.contact_name)::text) OR ((old.contact_phone)::text IS DISTINCT FROM (new.contact_phone)::text) OR (old.eligible_applicants IS DISTINCT FROM new.eligible_applicants) OR (old.evaluators IS DISTINCT FROM new.evaluators) OR (old.intensity IS DISTINCT FROM new.intensity) OR (old.max_per_project IS DISTINCT FROM new.max_per_project) OR ((old.number)::text IS DISTINCT FROM (new.number)::text) OR (old.opens_at IS DISTINCT FROM new.opens_at) OR ((old.overflow)::text IS DISTINCT FROM (new.overflow)::text) OR (old.pass_mark IS DISTINCT FROM new.pass_mark) OR (old.planned_projects IS DISTINCT FROM new.planned_projects) OR (old.published_at IS DISTINCT FROM new.published_at) OR (old.rates IS DISTINCT FROM new.rates) OR (old.summary IS DISTINCT FROM new.summary) OR (old.tie_break IS DISTINCT FROM new.tie_break) OR ((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.what_is_needed IS DISTINCT FROM new.what_is_needed))) EXECUTE FUNCTION public.pgtrigger_published_rules_are_frozen_acfe8();


--
-- Name: TRIGGER pgtrigger_published_rules_are_frozen_acfe8 ON calls_call; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_published_rules_are_frozen_acfe8 ON public.calls_call IS '3bfed7f852e61ea1fd9ec0d67b5083fcb8e037a5';


--
-- Name: calls_call pgtrigger_published_stays_acdcd; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_published_stays_acdcd BEFORE DELETE ON public.calls_call FOR EACH ROW WHEN ((old.published_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_published_stays_acdcd();


--
-- Name: TRIGGER pgtrigger_published_stays_acdcd ON calls_call; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_published_stays_acdcd ON public.calls_call IS '4f4bd5c6e4cf5f53a0ac633a5fca0f6ec80fdda9';


--
-- Name: calls_call pgtrigger_published_with_full_weights_4575f; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_published_with_full_weights_4575f BEFORE UPDATE ON public.calls_call FOR EACH ROW WHEN (((new.published_at IS NOT NULL) AND (old.published_at IS NULL))) EXECUTE FUNCTION public.pgtrigger_published_with_full_weights_4575f();


--
-- Name: TRIGGER pgtrigger_published_with_full_weights_4575f ON calls_call; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_published_with_full_weights_4575f ON public.calls_call IS '6325cb6247d0fe79d487d1500b7d1a010afa2c56';


--
-- Name: projects_claim pgtrigger_registered_is_frozen_403b6; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_registered_is_frozen_403b6 BEFORE UPDATE ON public.projects_claim FOR EACH ROW WHEN (((old.claimed IS DISTINCT FROM new.claimed) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR ((old.number)::text IS DISTINCT FROM (new.number)::text) OR (old.project_id IS DISTINCT FROM new.project_id) OR (old.received_on IS DISTINCT FROM new.received_on) OR (old.registered_at IS DISTINCT FROM new.registered_at) OR (old.registered_by_id IS DISTINCT FROM new.registered_by_id))) EXECUTE FUNCTION public.pgtrigger_registered_is_frozen_403b6();


--
-- Name: TRIGGER pgtrigger_registered_is_frozen_403b6 ON projects_claim; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_registered_is_frozen_403b6 ON public.projects_claim IS '8f7f70a13642b2d7a479a1192773b51d1bd662e5';


--
-- Name: applications_application pgtrigger_starts_as_a_draft_ec929; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_starts_as_a_draft_ec929 BEFORE INSERT ON public.applications_application FOR EACH ROW WHEN ((NOT ((new.status)::text = 'draft'::text))) EXECUTE FUNCTION public.pgtrigger_starts_as_a_draft_ec929();


--
-- Name: TRIGGER pgtrigger_starts_as_a_draft_ec929 ON applications_application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_starts_as_a_draft_ec929 ON public.applications_application IS '87f689292764fde23570c0d50b0514741b6687cb';


--
-- Name: calls_call pgtrigger_starts_unpublished_93562; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_starts_unpublished_93562 BEFORE INSERT ON public.calls_call FOR EACH ROW WHEN ((new.published_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_starts_unpublished_93562();


--
-- Name: TRIGGER pgtrigger_starts_unpublished_93562 ON calls_call; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_starts_unpublished_93562 ON public.calls_call IS '1b894b2d64f998076cd5717259ebb23b6ab6e6fa';


--
-- Name: projects_project pgtrigger_status_is_told_df8a7; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER pgtrigger_status_is_told_df8a7 AFTER UPDATE ON public.projects_project DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.status)::text IS DISTINCT FROM (new.status)::text)) EXECUTE FUNCTION public.pgtrigger_status_is_told_df8a7();


--
-- Name: TRIGGER pgtrigger_status_is_told_df8a7 ON projects_project; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_status_is_told_df8a7 ON public.projects_project IS '2e1342fbe576969f8645c2622693e9760404db64';


--
-- Name: applications_application pgtrigger_submitted_content_is_frozen_27d2b; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_submitted_content_is_frozen_27d2b BEFORE UPDATE ON public.applications_application FOR EACH ROW WHEN (((old.aim IS DISTINCT FROM new.aim) OR (old.call_id IS DISTINCT FROM new.call_id) OR (old.change IS DISTINCT FROM new.change) OR ((old.contact_email)::text IS DISTINCT FROM (new.contact_email)::text) OR ((old.contact_name)::text IS DISTINCT FROM (new.contact_name)::text) OR ((old.contact_phone)::text IS DISTINCT FROM (new.contact_phone)::text) OR (old.continuity IS DISTINCT FROM new.continuity) OR (old.ends_on IS DISTINCT FROM new.ends_on) OR ((old.head)::text IS DISTINCT FROM (new.head)::text) OR (old.is_not_funded_twice IS DISTINCT FROM new.is_not_funded_twice) OR (old.is_solvent IS DISTINCT FROM new.is_solvent) OR (old.is_truthful IS DISTINCT FROM new.is_truthful) OR (old.knows_of_publication IS DISTINCT FROM new.knows_of_publication) OR (old.need IS DISTINCT FROM new.need) OR ((old.number)::text IS DISTINCT FROM (new.number)::text) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR (old.other_funds IS DISTINCT FROM new.other_funds) OR (old.own_funds IS DISTINCT FROM new.own_funds) OR (old.public_summary IS DISTINCT FROM new.public_summary) OR (old.requested IS DISTINCT FROM new.requested) OR (old.revisions IS DISTINCT FROM new.revisions) OR (old.secures_own_funds IS DISTINCT FROM new.secures_own_funds) OR (old.sequence IS DISTINCT FROM new.sequence) OR ((old.signatory_name)::text IS DISTINCT FROM (new.signatory_name)::text) OR ((old.signatory_office)::text IS DISTINCT FROM (new.signatory_office)::text) OR (old.starts_on IS DISTINCT FROM new.starts_on) OR (old.submitted_at IS DISTINCT FROM new.submitted_at) OR ((old.title)::text IS DISTINCT FROM (new.title)::text))) EXECUTE FUNCTION public.pgtrigger_submitted_content_is_frozen_27d2b();


--
-- Name: TRIGGER pgtrigger_submitted_content_is_frozen_27d2b ON applications_application; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_submitted_content_is_frozen_27d2b ON public.applications_application IS '813389d00b252a999900706f16663f59824ef09b';


--
-- Name: selection_scoresheet pgtrigger_submitted_is_frozen_dfbcb; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_submitted_is_frozen_dfbcb BEFORE UPDATE ON public.selection_scoresheet FOR EACH ROW WHEN (((old.application_id IS DISTINCT FROM new.application_id) OR (old.evaluator_id IS DISTINCT FROM new.evaluator_id) OR (old.submitted_at IS DISTINCT FROM new.submitted_at) OR (old.total IS DISTINCT FROM new.total))) EXECUTE FUNCTION public.pgtrigger_submitted_is_frozen_dfbcb();


--
-- Name: TRIGGER pgtrigger_submitted_is_frozen_dfbcb ON selection_scoresheet; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_submitted_is_frozen_dfbcb ON public.selection_scoresheet IS '99c1c06371ed44a7678eb75a65278e06ff3c7b3e';


--
-- Name: budget_account pgtrigger_written_by_entries_alone_4601c; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pgtrigger_written_by_entries_alone_4601c BEFORE UPDATE ON public.budget_account FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_by_entries_alone_4601c();


--
-- Name: TRIGGER pgtrigger_written_by_entries_alone_4601c ON budget_account; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TRIGGER pgtrigger_written_by_entries_alone_4601c ON public.budget_account IS '0b2dfb533a10436a28a692336532e7bb75a5c92e';


--
-- Name: budget_entry post_entry; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER post_entry BEFORE INSERT ON public.budget_entry FOR EACH ROW EXECUTE FUNCTION public.budget_post_entry();


--
-- Name: account_emailaddress account_emailaddress_user_id_2c513194_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: account_emailconfirmation account_emailconfirm_email_address_id_5b7f8c58_fk_account_e; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_rolegrant accounts_rolegrant_user_id_0601f056_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_rolegrant
    ADD CONSTRAINT accounts_rolegrant_user_id_0601f056_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_groups accounts_user_groups_group_id_bd11a704_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_group_id_bd11a704_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_groups accounts_user_groups_user_id_52b62117_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_52b62117_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_user_permissions accounts_user_user_p_permission_id_113bb443_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_permission_id_113bb443_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_user_user_permissions accounts_user_user_p_user_id_e4f0a161_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_user_id_e4f0a161_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_applicationversion applications_applica_application_id_67e1ffdc_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_applicationversion
    ADD CONSTRAINT applications_applica_application_id_67e1ffdc_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_application applications_applica_created_by_id_8a03e3c4_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_applica_created_by_id_8a03e3c4_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_application applications_applica_organisation_id_cf3f9530_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_applica_organisation_id_cf3f9530_fk_applicati FOREIGN KEY (organisation_id) REFERENCES public.applications_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_applicationversion applications_applica_submitted_by_id_d9d596ab_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_applicationversion
    ADD CONSTRAINT applications_applica_submitted_by_id_d9d596ab_fk_accounts_ FOREIGN KEY (submitted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_application applications_application_call_id_ede07de2_fk_calls_call_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_application_call_id_ede07de2_fk_calls_call_id FOREIGN KEY (call_id) REFERENCES public.calls_call(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_costline applications_costlin_application_id_0f0f6d80_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_costline
    ADD CONSTRAINT applications_costlin_application_id_0f0f6d80_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_lateattempt applications_lateatt_application_id_c5f30f3d_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_lateattempt
    ADD CONSTRAINT applications_lateatt_application_id_c5f30f3d_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_lateattempt applications_lateatt_attempted_by_id_e1529140_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_lateattempt
    ADD CONSTRAINT applications_lateatt_attempted_by_id_e1529140_fk_accounts_ FOREIGN KEY (attempted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_membership applications_members_organisation_id_9e4d1bc8_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_membership
    ADD CONSTRAINT applications_members_organisation_id_9e4d1bc8_fk_applicati FOREIGN KEY (organisation_id) REFERENCES public.applications_organisation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_membership applications_membership_user_id_b41b68b2_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_membership
    ADD CONSTRAINT applications_membership_user_id_b41b68b2_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_statuschange applications_statusc_application_id_8474236c_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_statuschange
    ADD CONSTRAINT applications_statusc_application_id_8474236c_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: applications_statuschange applications_statusc_changed_by_id_f8bc68be_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.applications_statuschange
    ADD CONSTRAINT applications_statusc_changed_by_id_f8bc68be_fk_accounts_ FOREIGN KEY (changed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissio_permission_id_84c5c92e_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissions_group_id_b120cbf9_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_permission auth_permission_content_type_id_2f476e4b_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_account budget_account_action_id_697b0934_fk_budget_action_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_account
    ADD CONSTRAINT budget_account_action_id_697b0934_fk_budget_action_id FOREIGN KEY (action_id) REFERENCES public.budget_action(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_account budget_account_source_id_0b516d0d_fk_budget_fundingsource_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_account
    ADD CONSTRAINT budget_account_source_id_0b516d0d_fk_budget_fundingsource_id FOREIGN KEY (source_id) REFERENCES public.budget_fundingsource(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_account budget_account_strategy_id_3b5db3c0_fk_budget_strategy_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_account
    ADD CONSTRAINT budget_account_strategy_id_3b5db3c0_fk_budget_strategy_id FOREIGN KEY (strategy_id) REFERENCES public.budget_strategy(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_action budget_action_strategy_id_06c586f2_fk_budget_strategy_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_action
    ADD CONSTRAINT budget_action_strategy_id_06c586f2_fk_budget_strategy_id FOREIGN KEY (strategy_id) REFERENCES public.budget_strategy(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_action budget_action_task_id_9a1d3565_fk_budget_task_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_action
    ADD CONSTRAINT budget_action_task_id_9a1d3565_fk_budget_task_id FOREIGN KEY (task_id) REFERENCES public.budget_task(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_amendment budget_amendment_confirmed_by_id_9284e362_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_amendment
    ADD CONSTRAINT budget_amendment_confirmed_by_id_9284e362_fk_accounts_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_amendment budget_amendment_prepared_by_id_156f87c7_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_amendment
    ADD CONSTRAINT budget_amendment_prepared_by_id_156f87c7_fk_accounts_user_id FOREIGN KEY (prepared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_amendment budget_amendment_published_by_id_96edac62_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_amendment
    ADD CONSTRAINT budget_amendment_published_by_id_96edac62_fk_accounts_user_id FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_amendment budget_amendment_strategy_id_7c1d49b3_fk_budget_strategy_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_amendment
    ADD CONSTRAINT budget_amendment_strategy_id_7c1d49b3_fk_budget_strategy_id FOREIGN KEY (strategy_id) REFERENCES public.budget_strategy(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_amendment budget_amendment_withdrawn_by_id_a06a0426_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_amendment
    ADD CONSTRAINT budget_amendment_withdrawn_by_id_a06a0426_fk_accounts_user_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_amendmentline budget_amendmentline_action_id_5df2f133_fk_budget_action_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_amendmentline
    ADD CONSTRAINT budget_amendmentline_action_id_5df2f133_fk_budget_action_id FOREIGN KEY (action_id) REFERENCES public.budget_action(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_amendmentline budget_amendmentline_amendment_id_2590f4eb_fk_budget_am; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_amendmentline
    ADD CONSTRAINT budget_amendmentline_amendment_id_2590f4eb_fk_budget_am FOREIGN KEY (amendment_id) REFERENCES public.budget_amendment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_amendmentline budget_amendmentline_source_id_cb5fadfd_fk_budget_fu; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_amendmentline
    ADD CONSTRAINT budget_amendmentline_source_id_cb5fadfd_fk_budget_fu FOREIGN KEY (source_id) REFERENCES public.budget_fundingsource(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_entry budget_entry_action_id_5e113883_fk_budget_action_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_entry
    ADD CONSTRAINT budget_entry_action_id_5e113883_fk_budget_action_id FOREIGN KEY (action_id) REFERENCES public.budget_action(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_entry budget_entry_amendment_id_fa9d612f_fk_budget_amendment_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_entry
    ADD CONSTRAINT budget_entry_amendment_id_fa9d612f_fk_budget_amendment_id FOREIGN KEY (amendment_id) REFERENCES public.budget_amendment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_entry budget_entry_closes_id_4e1544c7_fk_budget_entry_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_entry
    ADD CONSTRAINT budget_entry_closes_id_4e1544c7_fk_budget_entry_id FOREIGN KEY (closes_id) REFERENCES public.budget_entry(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_entry budget_entry_posted_by_id_ec5cfe76_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_entry
    ADD CONSTRAINT budget_entry_posted_by_id_ec5cfe76_fk_accounts_user_id FOREIGN KEY (posted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_entry budget_entry_prepared_by_id_c2b2cc6b_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_entry
    ADD CONSTRAINT budget_entry_prepared_by_id_c2b2cc6b_fk_accounts_user_id FOREIGN KEY (prepared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_entry budget_entry_source_id_19f9f98e_fk_budget_fundingsource_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_entry
    ADD CONSTRAINT budget_entry_source_id_19f9f98e_fk_budget_fundingsource_id FOREIGN KEY (source_id) REFERENCES public.budget_fundingsource(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_entry budget_entry_strategy_id_58da8e62_fk_budget_strategy_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_entry
    ADD CONSTRAINT budget_entry_strategy_id_58da8e62_fk_budget_strategy_id FOREIGN KEY (strategy_id) REFERENCES public.budget_strategy(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_fundingsource budget_fundingsource_strategy_id_3986bf2a_fk_budget_strategy_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_fundingsource
    ADD CONSTRAINT budget_fundingsource_strategy_id_3986bf2a_fk_budget_strategy_id FOREIGN KEY (strategy_id) REFERENCES public.budget_strategy(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: budget_task budget_task_strategy_id_c5ce3346_fk_budget_strategy_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_task
    ADD CONSTRAINT budget_task_strategy_id_c5ce3346_fk_budget_strategy_id FOREIGN KEY (strategy_id) REFERENCES public.budget_strategy(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: calls_call calls_call_action_id_70539851_fk_budget_action_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_action_id_70539851_fk_budget_action_id FOREIGN KEY (action_id) REFERENCES public.budget_action(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: calls_call calls_call_created_by_id_1ecc9d1d_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_created_by_id_1ecc9d1d_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: calls_call calls_call_published_by_id_39fffe4b_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calls_call
    ADD CONSTRAINT calls_call_published_by_id_39fffe4b_fk_accounts_user_id FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: calls_checkitem calls_checkitem_call_id_5f35eba3_fk_calls_call_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calls_checkitem
    ADD CONSTRAINT calls_checkitem_call_id_5f35eba3_fk_calls_call_id FOREIGN KEY (call_id) REFERENCES public.calls_call(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: calls_criterion calls_criterion_call_id_f1c1bea6_fk_calls_call_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calls_criterion
    ADD CONSTRAINT calls_criterion_call_id_f1c1bea6_fk_calls_call_id FOREIGN KEY (call_id) REFERENCES public.calls_call(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_content_type_id_c4bce8eb_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_user_id_c564eba6_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_claim projects_claim_approved_by_id_725cd437_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_claim
    ADD CONSTRAINT projects_claim_approved_by_id_725cd437_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_claim projects_claim_payment_id_64add24c_fk_budget_entry_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_claim
    ADD CONSTRAINT projects_claim_payment_id_64add24c_fk_budget_entry_id FOREIGN KEY (payment_id) REFERENCES public.budget_entry(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_claim projects_claim_project_id_49b55123_fk_projects_project_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_claim
    ADD CONSTRAINT projects_claim_project_id_49b55123_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_claim projects_claim_registered_by_id_2b3f06f0_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_claim
    ADD CONSTRAINT projects_claim_registered_by_id_2b3f06f0_fk_accounts_user_id FOREIGN KEY (registered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_contract projects_contract_entry_id_0a13f990_fk_budget_entry_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_contract
    ADD CONSTRAINT projects_contract_entry_id_0a13f990_fk_budget_entry_id FOREIGN KEY (entry_id) REFERENCES public.budget_entry(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_contract projects_contract_project_id_276bffe6_fk_projects_project_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_contract
    ADD CONSTRAINT projects_contract_project_id_276bffe6_fk_projects_project_id FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_project projects_project_action_id_c9706354_fk_budget_action_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_action_id_c9706354_fk_budget_action_id FOREIGN KEY (action_id) REFERENCES public.budget_action(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_project projects_project_award_id_68da88cb_fk_budget_entry_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_project
    ADD CONSTRAINT projects_project_award_id_68da88cb_fk_budget_entry_id FOREIGN KEY (award_id) REFERENCES public.budget_entry(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_projectchange projects_projectchan_changed_by_id_0fafcefa_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_projectchange
    ADD CONSTRAINT projects_projectchan_changed_by_id_0fafcefa_fk_accounts_ FOREIGN KEY (changed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_projectchange projects_projectchan_project_id_4083d535_fk_projects_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_projectchange
    ADD CONSTRAINT projects_projectchan_project_id_4083d535_fk_projects_ FOREIGN KEY (project_id) REFERENCES public.projects_project(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: projects_projectchange projects_projectchange_entry_id_3d9bb792_fk_budget_entry_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.projects_projectchange
    ADD CONSTRAINT projects_projectchange_entry_id_3d9bb792_fk_budget_entry_id FOREIGN KEY (entry_id) REFERENCES public.budget_entry(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: requests_request requests_request_pressed_by_id_93e68803_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.requests_request
    ADD CONSTRAINT requests_request_pressed_by_id_93e68803_fk_accounts_user_id FOREIGN KEY (pressed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_scoresheet score_sheet_needs_a_declaration; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_scoresheet
    ADD CONSTRAINT score_sheet_needs_a_declaration FOREIGN KEY (application_id, evaluator_id, has_conflict) REFERENCES public.selection_declaration(application_id, person_id, has_conflict);


--
-- Name: selection_assignment selection_assignment_application_id_f5e37322_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_assignment
    ADD CONSTRAINT selection_assignment_application_id_f5e37322_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_assignment selection_assignment_assigned_by_id_1668a571_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_assignment
    ADD CONSTRAINT selection_assignment_assigned_by_id_1668a571_fk_accounts_ FOREIGN KEY (assigned_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_assignment selection_assignment_evaluator_id_f12a964a_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_assignment
    ADD CONSTRAINT selection_assignment_evaluator_id_f12a964a_fk_accounts_user_id FOREIGN KEY (evaluator_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_checkanswer selection_checkanswe_sheet_id_cc892bd6_fk_selection; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_checkanswer
    ADD CONSTRAINT selection_checkanswe_sheet_id_cc892bd6_fk_selection FOREIGN KEY (sheet_id) REFERENCES public.selection_checksheet(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_checkanswer selection_checkanswer_item_id_65ff3a76_fk_calls_checkitem_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_checkanswer
    ADD CONSTRAINT selection_checkanswer_item_id_65ff3a76_fk_calls_checkitem_id FOREIGN KEY (item_id) REFERENCES public.calls_checkitem(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_checksheet selection_checksheet_application_id_884e4441_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_checksheet
    ADD CONSTRAINT selection_checksheet_application_id_884e4441_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_checksheet selection_checksheet_checked_by_id_2c8606e2_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_checksheet
    ADD CONSTRAINT selection_checksheet_checked_by_id_2c8606e2_fk_accounts_user_id FOREIGN KEY (checked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_decision selection_decision_call_id_af43af60_fk_calls_call_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_decision
    ADD CONSTRAINT selection_decision_call_id_af43af60_fk_calls_call_id FOREIGN KEY (call_id) REFERENCES public.calls_call(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_decision selection_decision_confirmed_by_id_663a3774_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_decision
    ADD CONSTRAINT selection_decision_confirmed_by_id_663a3774_fk_accounts_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_decision selection_decision_prepared_by_id_78ddab18_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_decision
    ADD CONSTRAINT selection_decision_prepared_by_id_78ddab18_fk_accounts_user_id FOREIGN KEY (prepared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_decision selection_decision_retracted_by_id_120f1551_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_decision
    ADD CONSTRAINT selection_decision_retracted_by_id_120f1551_fk_accounts_user_id FOREIGN KEY (retracted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_decisionitem selection_decisionit_application_id_59f2a525_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_decisionitem
    ADD CONSTRAINT selection_decisionit_application_id_59f2a525_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_decisionitem selection_decisionit_decision_id_c2962e36_fk_selection; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_decisionitem
    ADD CONSTRAINT selection_decisionit_decision_id_c2962e36_fk_selection FOREIGN KEY (decision_id) REFERENCES public.selection_decision(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_decisionitem selection_decisionit_reservation_id_69ef42b8_fk_budget_en; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_decisionitem
    ADD CONSTRAINT selection_decisionit_reservation_id_69ef42b8_fk_budget_en FOREIGN KEY (reservation_id) REFERENCES public.budget_entry(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_declaration selection_declaratio_application_id_6233c411_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_declaration
    ADD CONSTRAINT selection_declaratio_application_id_6233c411_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_declaration selection_declaration_person_id_362b42c0_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_declaration
    ADD CONSTRAINT selection_declaration_person_id_362b42c0_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_itemsplit selection_itemsplit_divided_by_id_9b1ae2c6_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_itemsplit
    ADD CONSTRAINT selection_itemsplit_divided_by_id_9b1ae2c6_fk_accounts_user_id FOREIGN KEY (divided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_itemsplit selection_itemsplit_item_id_823aecb8_fk_selection; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_itemsplit
    ADD CONSTRAINT selection_itemsplit_item_id_823aecb8_fk_selection FOREIGN KEY (item_id) REFERENCES public.selection_decisionitem(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_passedover selection_passedover_application_id_a4d69ddc_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_passedover
    ADD CONSTRAINT selection_passedover_application_id_a4d69ddc_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_passedover selection_passedover_decision_id_251fb384_fk_selection; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_passedover
    ADD CONSTRAINT selection_passedover_decision_id_251fb384_fk_selection FOREIGN KEY (decision_id) REFERENCES public.selection_decision(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_score selection_score_criterion_id_9a58b038_fk_calls_criterion_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_score
    ADD CONSTRAINT selection_score_criterion_id_9a58b038_fk_calls_criterion_id FOREIGN KEY (criterion_id) REFERENCES public.calls_criterion(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_score selection_score_sheet_id_7c5e374d_fk_selection_scoresheet_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_score
    ADD CONSTRAINT selection_score_sheet_id_7c5e374d_fk_selection_scoresheet_id FOREIGN KEY (sheet_id) REFERENCES public.selection_scoresheet(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_scoresheet selection_scoresheet_application_id_a3efb320_fk_applicati; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_scoresheet
    ADD CONSTRAINT selection_scoresheet_application_id_a3efb320_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: selection_scoresheet selection_scoresheet_evaluator_id_859db0d1_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.selection_scoresheet
    ADD CONSTRAINT selection_scoresheet_evaluator_id_859db0d1_fk_accounts_user_id FOREIGN KEY (evaluator_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- PostgreSQL database dump complete
--



