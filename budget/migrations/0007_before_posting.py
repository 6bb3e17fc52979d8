"""Before an entry is posted: nobody else is just using its key or number, and its parts are written in one way."""

from django.db import migrations

FORWARDS = """
CREATE OR REPLACE FUNCTION budget_check_split(entry budget_entry) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
-- Whether the parts by source are amounts of known sources that add up.
DECLARE
    wrong_parts integer;
BEGIN
    SELECT count(*) INTO wrong_parts
        FROM jsonb_each_text(entry.split) part
        LEFT JOIN budget_fundingsource source ON source.strategy_id = entry.strategy_id AND source.code = part.key
        LEFT JOIN budget_account account ON account.source_id = source.id
        WHERE account.id IS NULL OR part.value IS NULL OR part.value::numeric < 0 OR part.value::numeric = 'NaN'
            OR part.value::numeric <> round(part.value::numeric, 2);
    IF wrong_parts > 0 OR entry.amount IS DISTINCT FROM
       (SELECT sum(value::numeric) FROM jsonb_each_text(entry.split)) THEN
        RAISE EXCEPTION 'the parts by source do not add up to the amount'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_split_adds_up';
    END IF;
END
$$;

CREATE FUNCTION budget_before_posting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- ON CONFLICT DO NOTHING skips a row after the posting trigger has moved the balances. That one refuses a twin it
    -- can see; a twin of another strategy that is not yet committed is waited for here.
    PERFORM budget_lock(NEW.strategy_id);
    PERFORM pg_advisory_xact_lock('budget_entry'::regclass::oid::bigint);
    IF NEW.project_number <> '' THEN
        PERFORM budget_check_split(NEW);
        IF NEW.kind <> 'reversal' THEN  -- a mirror image is spelled as what it mirrors
            NEW.split := (SELECT jsonb_object_agg(key, round(value::numeric, 2)::text) FROM jsonb_each_text(NEW.split));
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER before_posting BEFORE INSERT ON budget_entry FOR EACH ROW EXECUTE FUNCTION budget_before_posting();
"""


class Migration(migrations.Migration):
    dependencies = [("budget", "0006_what_stays_as_it_was")]
    operations = [migrations.RunSQL(FORWARDS)]
