-- Jobs are seen to be alive, scheduled work is asked for once per due time, thumbnails are made behind the upload, and what must not be
-- missed is written down as a reminder.

-- One row per worker process, renewed every few seconds: who asks whether anybody works looks here. The real clock, never the moved one.
CREATE TABLE worker_seen (
  id uuid PRIMARY KEY,
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  seen_at timestamptz(3) NOT NULL DEFAULT now()
);

-- Each due time of scheduled work, taken by whoever comes first: the row and the job stand or fall together.
CREATE TABLE job_due (
  name text NOT NULL,
  slot text NOT NULL,
  taken_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (name, slot)
);

SELECT anju_protect(t::regclass, 'public') FROM unnest(ARRAY['worker_seen', 'job_due']) t;
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_seen TO anju_app;
GRANT SELECT, INSERT, DELETE ON job_due TO anju_app;

-- A thumbnail is drawn from the picture whoever asked for it and whatever became of the account: it changes nobody's rights.
CREATE FUNCTION anju_picture(which uuid) RETURNS TABLE (storage_key text, media_type text, thumbnail_key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.storage_key, f.media_type, f.thumbnail_key FROM stored_file f WHERE f.id = which AND f.media_type LIKE 'image/%'
$$;
CREATE FUNCTION anju_keep_thumbnail(which uuid, key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE stored_file SET thumbnail_key = key WHERE id = which AND media_type LIKE 'image/%' AND thumbnail_key IS DISTINCT FROM key
$$;

-- A thumbnail is no act of anybody: it leaves no line.
DO $$
DECLARE shape text := pg_get_functiondef('anju_audit_shape(text, jsonb)'::regprocedure);
BEGIN
  EXECUTE replace(shape, 'ELSE doc END', 'WHEN ''stored_file'' THEN doc - ''thumbnail_key'' ELSE doc END');
END $$;

-- What must not be missed, for the bodies of a county (county_id) or of the prefecture (none); once per subject and mark.
-- closed_on: the day on which it was no longer true (done in time, or a nearer mark has taken its place).
CREATE TABLE reminder (
  id uuid PRIMARY KEY DEFAULT anju_new_id(),
  prefecture_id uuid NOT NULL,
  county_id uuid,
  kind text NOT NULL,
  subject text NOT NULL,
  mark text NOT NULL,
  due_on date NOT NULL,
  params jsonb NOT NULL DEFAULT '{}',
  made_on date NOT NULL DEFAULT anju_today(),
  closed_on date,
  CONSTRAINT reminder_kind CHECK (kind ~ '^[a-z][A-Za-z]+$'),
  CONSTRAINT reminder_mark CHECK (mark ~ '^(late|[0-9]{1,3})$'),
  CONSTRAINT reminder_once UNIQUE NULLS NOT DISTINCT (prefecture_id, county_id, kind, subject, mark)
);

-- Put aside by one person, for that person.
CREATE TABLE reminder_aside (
  reminder_id uuid NOT NULL REFERENCES reminder ON DELETE RESTRICT,
  account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
  prefecture_id uuid NOT NULL,
  put_aside_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  PRIMARY KEY (reminder_id, account_id)
);
CREATE INDEX reminder_aside_account_id_idx ON reminder_aside (account_id);

SELECT anju_protect('reminder', 'county',
  'OR (county_id IS NULL AND (SELECT anju_level()) = ''prefecture'' AND prefecture_id = (SELECT anju_prefecture()))');
SELECT anju_protect('reminder_aside', 'own');
GRANT SELECT ON reminder TO anju_app;
GRANT SELECT, INSERT ON reminder_aside TO anju_app;

-- The dates of today, for the rule (lib/domain/reminders): the nightly job has no actor. Counts only, no names of people.
CREATE FUNCTION anju_reminder_facts() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH place AS (
    SELECT u.prefecture_id, NULL::uuid AS county_id FROM unit u WHERE u.kind = 'prefecture'
    UNION ALL SELECT u.prefecture_id, u.id FROM unit u WHERE u.kind = 'county' AND u.valid_to IS NULL
  ), lacking AS (
    SELECT t.county_id, sum(t.compounds)::int AS n FROM survey_total t WHERE t.dimension = 'all' AND t.outcome = 'incomplete' GROUP BY 1 HAVING sum(t.compounds) > 0
  ), open AS (
    SELECT c.* FROM survey_campaign c WHERE c.status = 'open' AND c.opens_on <= anju_today()
  ), unused AS (
    SELECT a.prefecture_id, a.county_id, (a.created_at AT TIME ZONE 'Asia/Shanghai')::date AS made, count(*)::int AS n
    FROM account a WHERE a.last_sign_in_at IS NULL AND a.disabled_at IS NULL GROUP BY 1, 2, 3
  ), good AS (
    SELECT max(b.started_at) AS at FROM backup_run b WHERE b.status = 'done'
  ), fact AS (
    SELECT 'yearStart' AS kind, y.id::text AS subject, p.prefecture_id, p.county_id, y.start_by AS due, jsonb_build_object('year', y.year) AS params
      FROM programme_year y JOIN place p USING (prefecture_id) WHERE y.current
    UNION ALL SELECT 'yearComplete', y.id::text, p.prefecture_id, p.county_id, y.complete_by, jsonb_build_object('year', y.year)
      FROM programme_year y JOIN place p USING (prefecture_id) WHERE y.current
    UNION ALL SELECT 'campaignIncomplete', c.id::text, c.prefecture_id, NULL, c.closes_on,
        jsonb_build_object('name', c.name, 'counties', count(*)::int, 'count', sum(l.n)::int)
      FROM open c JOIN place p ON p.prefecture_id = c.prefecture_id JOIN lacking l ON l.county_id = p.county_id GROUP BY c.id, c.prefecture_id, c.closes_on, c.name
    UNION ALL SELECT 'accountsUnused', u.made::text, u.prefecture_id, u.county_id, u.made + 30, jsonb_build_object('count', u.n, 'day', u.made)
      FROM unused u
    UNION ALL SELECT 'backupOverdue', coalesce((g.at AT TIME ZONE 'Asia/Shanghai')::date::text, 'never'), p.prefecture_id, NULL,
        ((coalesce(g.at, i.created_at) AT TIME ZONE 'Asia/Shanghai')::date + 1),
        jsonb_build_object('last', (g.at AT TIME ZONE 'Asia/Shanghai')::date)
      FROM place p CROSS JOIN good g CROSS JOIN installation i WHERE p.county_id IS NULL
  )
  SELECT jsonb_build_object('today', anju_today(), 'facts', coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'subject', subject,
    'prefectureId', prefecture_id, 'countyId', county_id, 'on', due, 'params', params) ORDER BY due, kind, subject, county_id NULLS FIRST), '[]'))
  FROM fact
$$;

-- Writes what the rule found due: what is new is made, what is no longer due is closed. Answers how many are new.
CREATE FUNCTION anju_keep_reminders(due jsonb) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made integer;
BEGIN
  PERFORM pg_advisory_xact_lock(7270737, 4);
  CREATE TEMPORARY TABLE due_now ON COMMIT DROP AS SELECT * FROM jsonb_to_recordset(due)
    AS d ("prefectureId" uuid, "countyId" uuid, kind text, subject text, mark text, "on" date, params jsonb);
  INSERT INTO reminder (prefecture_id, county_id, kind, subject, mark, due_on, params)
    SELECT "prefectureId", "countyId", kind, subject, mark, "on", params FROM due_now ON CONFLICT ON CONSTRAINT reminder_once DO NOTHING;
  GET DIAGNOSTICS made = ROW_COUNT;
  -- a campaign that was moved has another day, a county another count
  UPDATE reminder r SET due_on = d."on", params = d.params, closed_on = NULL FROM due_now d
    WHERE r.prefecture_id = d."prefectureId" AND r.county_id IS NOT DISTINCT FROM d."countyId" AND r.kind = d.kind AND r.subject = d.subject AND r.mark = d.mark
      AND (r.due_on, r.params, r.closed_on) IS DISTINCT FROM (d."on", d.params, NULL::date);
  UPDATE reminder r SET closed_on = anju_today() WHERE r.closed_on IS NULL AND NOT EXISTS (SELECT 1 FROM due_now d
    WHERE r.prefecture_id = d."prefectureId" AND r.county_id IS NOT DISTINCT FROM d."countyId" AND r.kind = d.kind AND r.subject = d.subject AND r.mark = d.mark);
  DROP TABLE due_now;
  RETURN made;
END $$;

REVOKE ALL ON FUNCTION anju_picture(uuid), anju_keep_thumbnail(uuid, text), anju_reminder_facts(), anju_keep_reminders(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION anju_picture(uuid), anju_keep_thumbnail(uuid, text), anju_reminder_facts(), anju_keep_reminders(jsonb) TO anju_app;
