-- An export is one person's copy, not a record: only who asked for it sees the file, and after a week nobody can read it.

-- The row of the file stands in the county, but the county does not see it: a colleague may not have the right to personal data.
CREATE POLICY exports_are_ones_own ON stored_file AS RESTRICTIVE FOR ALL TO anju_app
  USING (purpose <> 'export' OR uploaded_by = (SELECT anju_account()))
  WITH CHECK (purpose <> 'export' OR uploaded_by = (SELECT anju_account()));

-- Progress is no act: it leaves no lines.
CREATE OR REPLACE FUNCTION anju_audit_shape(entity text, doc jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE entity
    WHEN 'owner_personal' THEN doc - 'cipher' - 'key_id'
    WHEN 'account_password' THEN doc - 'hash'
    WHEN 'session' THEN doc - 'token_hash'
    WHEN 'personal_key' THEN doc - 'wrapped'
    WHEN 'import_batch' THEN doc - 'proposal' - 'heartbeat_at' - 'progress_done' - 'progress_total'
    WHEN 'export_job' THEN doc - 'progress_done' - 'progress_total'
    WHEN 'compound' THEN doc - 'search_text' - 'pinyin'
    WHEN 'building' THEN doc - 'sort_key'
    WHEN 'household' THEN doc - 'sort_key'
    ELSE doc END $$;

-- Destroys the keys of exports whose time is over and names their bytes, which are junk from then on. An export that nobody
-- finished within a day (its account was disabled, its job was lost) has failed.
CREATE FUNCTION anju_expire_exports(older interval DEFAULT '7 days') RETURNS TABLE (storage_key text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE export_job SET status = 'failed', finished_at = anju_now(), failure = '[{"code": "export.lost"}]'
    WHERE status IN ('waiting', 'running') AND created_at < anju_now() - interval '1 day';
  RETURN QUERY
    WITH over AS (
      SELECT e.id::text AS period, f.storage_key AS bytes FROM export_job e LEFT JOIN stored_file f ON f.id = e.file_id
      WHERE e.finished_at < anju_now() - older
    ), destroyed AS (
      UPDATE personal_key k SET wrapped = NULL, destroyed_at = anju_now(), destroyed_reason = 'export expired'
      FROM over WHERE k.purpose = 'export' AND k.period = over.period AND k.destroyed_at IS NULL
      RETURNING over.bytes
    ) SELECT bytes FROM destroyed WHERE bytes IS NOT NULL;
END $$;

REVOKE ALL ON FUNCTION anju_expire_exports(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION anju_expire_exports(interval) TO anju_app;
