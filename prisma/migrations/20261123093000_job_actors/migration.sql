-- A job runs with the authority of the account that asked for it, as that account stands when the job runs.

-- Everything the runner needs to make an actor: like auth_session(), without a session. disabled is answered, so that the job can say why it ends.
CREATE FUNCTION auth_job_actor(who uuid) RETURNS TABLE (
  account_id uuid, username text, display_name text, role text, locale text, disabled boolean,
  unit_id uuid, unit_name text, unit_name_en text, unit_kind text, prefecture_id uuid, county_id uuid, subdistrict_id uuid, community_id uuid, counties uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.username, a.display_name, a.role, a.locale, a.disabled_at IS NOT NULL,
    u.id, u.name, u.name_en, u.kind, a.prefecture_id, a.county_id, a.subdistrict_id, a.community_id,
    CASE WHEN a.county_id IS NOT NULL THEN ARRAY[a.county_id]
      ELSE (SELECT array_agg(c.id ORDER BY c.sort_order) FROM unit c WHERE c.kind = 'county' AND c.prefecture_id = a.prefecture_id) END
  FROM account a JOIN unit u ON u.id = a.unit_id WHERE a.id = who
$$;

-- Imports that nobody confirmed for thirty days, and rows of those that ended: their staging is emptied (the owners' values in it with it).
CREATE FUNCTION anju_clean_imports(older interval DEFAULT '30 days') RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE emptied integer;
BEGIN
  WITH old AS (
    SELECT id FROM import_batch WHERE (status IN ('cancelled', 'refused', 'failed', 'undone') AND created_at < anju_now() - interval '1 day')
      OR (status IN ('uploaded', 'reading', 'mapping', 'previewed') AND created_at < anju_now() - older)
      OR (status = 'applied' AND applied_at < anju_now() - older)
  ), rows AS (DELETE FROM import_row r USING old WHERE r.batch_id = old.id RETURNING 1)
  SELECT count(*) INTO emptied FROM rows;
  UPDATE import_batch SET status = 'cancelled', version = version + 1
    WHERE status IN ('uploaded', 'reading', 'mapping', 'previewed') AND created_at < anju_now() - older;
  RETURN emptied;
END $$;

REVOKE ALL ON FUNCTION auth_job_actor(uuid), anju_clean_imports(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_job_actor(uuid), anju_clean_imports(interval) TO anju_app;
