-- A message is sent by an attempt that did not fail.

CREATE OR REPLACE FUNCTION mail_check_sent() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM portal_refuse_unless(
        EXISTS (
            SELECT FROM mail_attempt WHERE message_id = NEW.message_id AND failure = ''
        ),
        'delivery_sent_has_its_attempt', 'an attempt succeeded'
    );
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER sent_by_an_attempt BEFORE UPDATE ON mail_delivery
    FOR EACH ROW WHEN (NEW.status = 'sent' AND OLD.status <> 'sent')
    EXECUTE FUNCTION mail_check_sent();
