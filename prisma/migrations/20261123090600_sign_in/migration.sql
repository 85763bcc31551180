-- The few things that happen before there is an actor, each as narrow as its purpose: finding an account to check its password,
-- opening and looking up a session. They run with the owner's eyes; the app's role may execute them and nothing more.

CREATE FUNCTION auth_find_account(wanted text) RETURNS TABLE (id uuid, username text, role text, hash text, disabled boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.username, a.role, p.hash, a.disabled_at IS NOT NULL FROM account a LEFT JOIN account_password p ON p.account_id = a.id WHERE a.username = lower(wanted)
$$;

-- Everything the gate needs to make an actor, or no row: unknown, expired, revoked and disabled look alike.
CREATE FUNCTION auth_session(token text) RETURNS TABLE (
  session_id uuid, account_id uuid, username text, display_name text, role text, locale text, must_change_password boolean, last_seen_at timestamptz,
  unit_id uuid, unit_name text, unit_name_en text, unit_kind text, prefecture_id uuid, county_id uuid, subdistrict_id uuid, community_id uuid, counties uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, a.id, a.username, a.display_name, a.role, a.locale, a.must_change_password, s.last_seen_at,
    u.id, u.name, u.name_en, u.kind, a.prefecture_id, a.county_id, a.subdistrict_id, a.community_id,
    CASE WHEN a.county_id IS NOT NULL THEN ARRAY[a.county_id]
      ELSE (SELECT array_agg(c.id ORDER BY c.sort_order) FROM unit c WHERE c.kind = 'county' AND c.prefecture_id = a.prefecture_id) END
  FROM session s JOIN account a ON a.id = s.account_id JOIN unit u ON u.id = a.unit_id
  WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.expires_at > anju_now() AND a.disabled_at IS NULL
$$;

CREATE FUNCTION auth_open_session(who uuid, token text, agent text, from_address text, lasts interval) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE a account; made uuid;
BEGIN
  UPDATE account SET last_sign_in_at = anju_now() WHERE id = who AND disabled_at IS NULL RETURNING * INTO a;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO session (account_id, prefecture_id, county_id, subdistrict_id, community_id, token_hash, user_agent, address, expires_at)
    VALUES (a.id, a.prefecture_id, a.county_id, a.subdistrict_id, a.community_id, token, left(agent, 300), left(from_address, 64), anju_now() + lasts)
    RETURNING id INTO made;
  RETURN made;
END $$;

-- Last seen, at most once a minute, so that reading pages does not write all the time.
CREATE FUNCTION auth_touch_session(which uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE session s SET last_seen_at = anju_now() WHERE s.id = which AND s.last_seen_at < anju_now() - interval '1 minute'
$$;

-- Sign-out and whatever else ends them: all sessions of that person, at once.
CREATE FUNCTION auth_end_sessions(who uuid, why text) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (UPDATE session SET revoked_at = anju_now(), revoked_reason = why WHERE account_id = who AND revoked_at IS NULL RETURNING 1) SELECT count(*)::int FROM ended
$$;

-- Sign-in facts for the record: no actor exists yet, so the account speaks for itself.
CREATE FUNCTION auth_record(who uuid, act text, details jsonb, req text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO audit_line (county_id, prefecture_id, account_id, actor, action, entity, entity_id, after, request_id)
    SELECT a.county_id, a.prefecture_id, a.id, a.display_name || '（' || a.role || '，' || u.name || '）', act, 'account', a.id::text, details, req
      FROM account a JOIN unit u ON u.id = a.unit_id WHERE a.id = who
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_try TO anju_app;
SELECT anju_protect('sign_in_try', 'public');

REVOKE ALL ON FUNCTION auth_find_account(text), auth_session(text), auth_open_session(uuid, text, text, text, interval), auth_touch_session(uuid),
  auth_end_sessions(uuid, text), auth_record(uuid, text, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_find_account(text), auth_session(text), auth_open_session(uuid, text, text, text, interval), auth_touch_session(uuid),
  auth_end_sessions(uuid, text), auth_record(uuid, text, jsonb, text) TO anju_app;
