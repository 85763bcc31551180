-- Asked in front of every request: the clock is read once, and whether the session was last seen more than a minute ago is part of the row.
DROP FUNCTION auth_session(text);
CREATE FUNCTION auth_session(token text) RETURNS TABLE (
  session_id uuid, account_id uuid, username text, display_name text, role text, locale text, must_change_password boolean, seen_long_ago boolean,
  unit_id uuid, unit_name text, unit_name_en text, unit_kind text, prefecture_id uuid, county_id uuid, subdistrict_id uuid, community_id uuid, counties uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, a.id, a.username, a.display_name, a.role, a.locale, a.must_change_password, s.last_seen_at < clock.now - interval '1 minute',
    u.id, u.name, u.name_en, u.kind, a.prefecture_id, a.county_id, a.subdistrict_id, a.community_id,
    CASE WHEN a.county_id IS NOT NULL THEN ARRAY[a.county_id]
      ELSE (SELECT array_agg(c.id ORDER BY c.sort_order) FROM unit c WHERE c.kind = 'county' AND c.prefecture_id = a.prefecture_id) END
  FROM (SELECT anju_now() AS now OFFSET 0) clock CROSS JOIN session s JOIN account a ON a.id = s.account_id JOIN unit u ON u.id = a.unit_id
  WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.expires_at > clock.now AND a.disabled_at IS NULL
$$;
REVOKE ALL ON FUNCTION auth_session(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_session(text) TO anju_app;
