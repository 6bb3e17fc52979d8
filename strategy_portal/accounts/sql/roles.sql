-- Roles as the database sees them: the same as User.roles.

CREATE OR REPLACE FUNCTION accounts_has_role(person bigint, wanted text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM accounts_rolegrant role_grant
            JOIN accounts_user ON accounts_user.id = role_grant.user_id
        WHERE user_id = person
            AND role = wanted
            AND is_active
            AND valid_from <= portal_today()
            AND (valid_until IS NULL OR valid_until >= portal_today())
    );
$$;
