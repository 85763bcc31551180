-- Every backup leaves a line: begun, done or failed, and why. The backup's role reads everything and writes nothing but these lines,
-- through two functions.

CREATE TABLE backup_run (
  id uuid PRIMARY KEY DEFAULT anju_new_id(),
  prefecture_id uuid,
  kind text NOT NULL,
  status text NOT NULL DEFAULT 'running',
  started_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  finished_at timestamptz(3),
  size_bytes bigint,
  file_name text,
  note text,
  CONSTRAINT backup_run_kind CHECK (kind IN ('scheduled', 'manual')),
  CONSTRAINT backup_run_status CHECK (status IN ('running', 'done', 'failed')),
  CONSTRAINT backup_run_finished CHECK ((status = 'running') = (finished_at IS NULL)),
  CONSTRAINT backup_run_done CHECK (status <> 'done' OR (size_bytes > 0 AND file_name IS NOT NULL))
);
CREATE INDEX backup_run_started_at_idx ON backup_run (started_at DESC);

SELECT anju_protect('backup_run', 'none',
  'OR ((SELECT anju_level()) = ''prefecture'' AND (prefecture_id IS NULL OR prefecture_id = (SELECT anju_prefecture())))');
SELECT anju_audit('backup_run');
GRANT SELECT ON backup_run TO anju_app;

-- One backup at a time in the whole installation: the session that makes it holds this lock, and loses it with its process. Answers null where
-- another one runs, or where one was begun since `due` that runs or is done. A line that is still 'running' when the lock is free was left by a
-- process that is gone.
CREATE FUNCTION backup_begin(of_kind text, due timestamptz DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made uuid;
BEGIN
  IF NOT pg_try_advisory_lock(7270737, 3) THEN RETURN NULL; END IF;
  PERFORM set_config('app.actor', '备份 backup', true), set_config('app.action', 'backup.failed', true);
  UPDATE backup_run SET status = 'failed', finished_at = anju_now(), note = '备份进程中途被终止 The process that made it was killed'
    WHERE status = 'running';
  IF due IS NOT NULL AND EXISTS (SELECT 1 FROM backup_run WHERE status = 'done' AND started_at >= due) THEN RETURN NULL; END IF;
  PERFORM set_config('app.action', 'backup.start', true);
  INSERT INTO backup_run (kind, prefecture_id) VALUES (of_kind, (SELECT id FROM unit WHERE kind = 'prefecture' ORDER BY id LIMIT 1)) RETURNING id INTO made;
  RETURN made;
END $$;

CREATE FUNCTION backup_end(which uuid, how text, size bigint, file text, why text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.actor', '备份 backup', true), set_config('app.action', 'backup.' || how, true);
  UPDATE backup_run SET status = how, finished_at = anju_now(), size_bytes = size, file_name = file, note = left(why, 2000)
    WHERE id = which AND status = 'running';
END $$;

-- For readiness, which asks before anybody has signed in: times only.
CREATE FUNCTION backup_state() RETURNS TABLE (last_good_at timestamptz, last_try_at timestamptz, last_try_status text, installed_at timestamptz, now_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (SELECT max(started_at) FROM backup_run WHERE status = 'done'), t.started_at, t.status, i.created_at, anju_now()
    FROM installation i LEFT JOIN LATERAL (SELECT started_at, status FROM backup_run ORDER BY started_at DESC LIMIT 1) t ON true
$$;

REVOKE ALL ON FUNCTION backup_begin(text, timestamptz), backup_end(uuid, text, bigint, text, text), backup_state() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION backup_begin(text, timestamptz), backup_end(uuid, text, bigint, text, text) TO anju_backup;
GRANT EXECUTE ON FUNCTION backup_state() TO anju_app, anju_backup;

-- Where a sequence stands belongs to a backup, also that of a table made later.
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO anju_backup;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON SEQUENCES TO anju_backup;
