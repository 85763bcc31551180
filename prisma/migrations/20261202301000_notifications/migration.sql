-- What happened to somebody's work is told to that person: by the database, in the transaction in which it happens, so once and never forgotten.
-- Acts of people (and of jobs in their name) are told of; what scripts load is not. Kept for 180 days.
CREATE TABLE notification (
  id uuid PRIMARY KEY DEFAULT anju_new_id(),
  account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
  prefecture_id uuid NOT NULL,
  kind text NOT NULL,
  facts jsonb NOT NULL DEFAULT '{}',
  href text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  read_at timestamptz(3),
  CONSTRAINT notification_kind CHECK (kind ~ '^[a-z]+\.[a-z][A-Za-z]+$'),
  CONSTRAINT notification_href CHECK (href ~ '^/[a-z]')
);
CREATE INDEX notification_of_account ON notification (account_id, id DESC);
CREATE INDEX notification_unread ON notification (account_id) WHERE read_at IS NULL;
CREATE INDEX notification_by_age ON notification (created_at);

SELECT anju_protect('notification', 'own');
-- Nobody writes one but the triggers below; its person says that it was read.
GRANT SELECT ON notification TO anju_app;
GRANT UPDATE (read_at) ON notification TO anju_app;

CREATE FUNCTION notification_tell(kind text, href text, facts jsonb, accounts uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO notification (account_id, prefecture_id, kind, href, facts)
  SELECT a.id, a.prefecture_id, kind, href, jsonb_strip_nulls(facts) FROM account a WHERE a.id = ANY (accounts) AND a.disabled_at IS NULL $$;

-- Those of these roles of a county (all counties of the prefecture: none named), without the one who acts.
CREATE FUNCTION notification_offices(prefecture uuid, county uuid, roles text[]) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(a.id), '{}') FROM account a WHERE a.role = ANY (roles) AND a.disabled_at IS NULL AND a.id IS DISTINCT FROM anju_account()
    AND (county IS NULL OR a.county_id = county) AND (prefecture IS NULL OR a.prefecture_id = prefecture) $$;

CREATE FUNCTION notification_of_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF anju_account() IS NULL THEN RETURN NULL; END IF;
  PERFORM notification_tell('report.' || NEW.verdict, format('/projects/%s/reports/%s', p.id, to_char(r.month, 'YYYY-MM')),
      jsonb_build_object('project', p.name, 'month', to_char(r.month, 'YYYY-MM')), array_remove(ARRAY[s.sent_by], anju_account()))
    FROM progress_sending s JOIN progress_report r ON r.id = s.report_id JOIN project p ON p.id = r.project_id WHERE s.id = NEW.sending_id;
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER INSERT ON progress_decision FOR EACH ROW EXECUTE FUNCTION notification_of_report();

CREATE FUNCTION notification_of_milestone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF anju_account() IS NULL THEN RETURN NULL; END IF;
  PERFORM notification_tell('milestone.' || NEW.status, format('/projects/%s/reports#milestones', p.id),
      jsonb_build_object('project', p.name, 'what', NEW.kind, 'compound', (SELECT c.name FROM compound c WHERE c.id = NEW.compound_id)), array_remove(ARRAY[NEW.reported_by], anju_account()))
    FROM project p WHERE p.id = NEW.project_id;
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER UPDATE ON milestone FOR EACH ROW
  WHEN (NEW.status IN ('accepted', 'returned') AND OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION notification_of_milestone();

CREATE FUNCTION notification_of_month() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF anju_account() IS NULL THEN RETURN NULL; END IF;
  PERFORM notification_tell('month.' || NEW.status, format('/progress?month=%s#summary', to_char(NEW.month, 'YYYY-MM')),
    jsonb_build_object('month', to_char(NEW.month, 'YYYY-MM')), array_remove(ARRAY[NEW.submitted_by], anju_account()));
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER UPDATE ON county_month FOR EACH ROW
  WHEN (NEW.status IN ('accepted', 'returned') AND OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION notification_of_month();

-- A stage or step that was sent back: to the county bureau, and to whoever is named to the project.
CREATE FUNCTION notification_of_stage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF anju_account() IS NULL THEN RETURN NULL; END IF;
  PERFORM notification_tell('stage.sentBack', format('/projects/%s/stages', p.id), jsonb_build_object('project', p.name, 'stage', NEW.stage, 'reason', left(NEW.reason, 200)),
      notification_offices(NULL, p.county_id, '{county_bureau}') || (SELECT coalesce(array_agg(o.account_id), '{}') FROM project_person o
        WHERE o.project_id = p.id AND o.account_id IS DISTINCT FROM anju_account()))
    FROM project p WHERE p.id = NEW.project_id;
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER INSERT ON project_event FOR EACH ROW WHEN (NEW.kind IN ('sentBack', 'returned')) EXECUTE FUNCTION notification_of_stage();

-- Each county has its target in a plan that is confirmed.
CREATE FUNCTION notification_of_plan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF anju_account() IS NULL THEN RETURN NULL; END IF;
  PERFORM notification_tell('plan.confirmed', format('/annual-plans/%s', NEW.id), jsonb_build_object('title', NEW.title, 'no', NEW.document_no),
    notification_offices(NEW.prefecture_id, NULL, '{county_bureau,county_drc,county_finance}'));
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER UPDATE ON annual_plan FOR EACH ROW
  WHEN (NEW.status = 'confirmed' AND OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION notification_of_plan();

-- 资金下达: to the counties that it gives money to.
CREATE FUNCTION notification_of_batch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF anju_account() IS NULL THEN RETURN NULL; END IF;
  PERFORM notification_tell('batch.issued', format('/funds/batches/%s', NEW.id), jsonb_build_object('title', NEW.title, 'no', NEW.document_no),
      notification_offices(NEW.prefecture_id, l.county_id, '{county_bureau,county_finance}'))
    FROM (SELECT DISTINCT county_id FROM fund_batch_line WHERE batch_id = NEW.id AND retired_at IS NULL) l;
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER UPDATE ON fund_batch FOR EACH ROW
  WHEN (NEW.status = 'issued' AND OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION notification_of_batch();

-- 督办: what the prefecture does with it is for the county, an answer for who issued it.
CREATE FUNCTION notification_of_supervision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF anju_account() IS NULL THEN RETURN NULL; END IF;
  PERFORM notification_tell('supervision.' || NEW.kind, format('/supervision/%s', s.id),
      jsonb_build_object('title', s.title, 'no', s.document_no, 'until', coalesce(NEW.limit_to, s.limit_on), 'county', (SELECT u.name FROM unit u WHERE u.id = s.county_id)),
      CASE NEW.kind WHEN 'answered' THEN array_remove(ARRAY[s.created_by], anju_account()) ELSE notification_offices(NULL, s.county_id, '{county_bureau}') END)
    FROM supervision s WHERE s.id = NEW.supervision_id;
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER INSERT ON supervision_event FOR EACH ROW EXECUTE FUNCTION notification_of_supervision();

-- A complaint that was given to somebody: the people of that unit, or of that kind who are named to its project. Its number, no word of it.
CREATE FUNCTION notification_of_complaint() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF anju_account() IS NULL THEN RETURN NULL; END IF;
  PERFORM notification_tell('complaint.assigned', format('/complaints/%s', c.id), jsonb_build_object('no', c.no, 'due', c.due_on),
      (SELECT coalesce(array_agg(a.id), '{}') FROM account a WHERE a.id IS DISTINCT FROM anju_account() AND CASE c.assigned_kind
        WHEN 'bureau' THEN a.role = 'county_bureau' AND a.county_id = c.county_id
        WHEN 'town' THEN a.role = 'town' AND a.unit_id = c.assigned_unit_id
        WHEN 'community' THEN a.role = 'community' AND a.unit_id = c.assigned_unit_id
        ELSE a.role = CASE c.assigned_kind WHEN 'entity' THEN 'implementing_entity' WHEN 'supervisor' THEN 'supervisor' END
          AND EXISTS (SELECT 1 FROM project_person o WHERE o.account_id = a.id AND o.project_id = c.project_id) END))
    FROM complaint c WHERE c.id = NEW.complaint_id;
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER INSERT ON complaint_event FOR EACH ROW WHEN (NEW.kind = 'assigned') EXECUTE FUNCTION notification_of_complaint();

-- Long work is told to who asked for it, whoever ended it: a job may have lost its process.
CREATE FUNCTION notification_of_import() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM notification_tell('import.' || NEW.status, format('/imports/%s', NEW.id), jsonb_build_object('file', NEW.file_name), ARRAY[NEW.created_by]);
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER UPDATE ON import_batch FOR EACH ROW
  WHEN (NEW.status IN ('mapping', 'previewed', 'applied', 'failed', 'refused') AND OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION notification_of_import();

CREATE FUNCTION notification_of_export() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM notification_tell('export.' || NEW.status, '/imports#exports', jsonb_build_object('what', NEW.kind), ARRAY[NEW.created_by]);
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER UPDATE ON export_job FOR EACH ROW
  WHEN (NEW.status IN ('done', 'failed') AND OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION notification_of_export();

-- 绩效评价: the review to the county, a dispute to the prefecture bureau. Nothing of the review before it is completed.
CREATE FUNCTION notification_of_score() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF anju_account() IS NULL THEN RETURN NULL; END IF;
  PERFORM notification_tell('score.' || NEW.kind, format('/scorecards/%s/season?year=%s', k.county_id, y.year),
      jsonb_build_object('county', u.name, 'year', y.year::text, 'criterion', NEW.criterion, 'until', CASE NEW.kind WHEN 'reviewed' THEN k.dispute_until END),
      CASE WHEN NEW.kind IN ('disputed', 'submitted') THEN notification_offices(u.prefecture_id, NULL, '{prefecture_bureau}')
        ELSE notification_offices(NULL, k.county_id, '{county_bureau}') END)
    FROM scorecard k JOIN score_season s ON s.id = k.season_id JOIN programme_year y ON y.id = s.programme_year_id JOIN unit u ON u.id = k.county_id
    WHERE k.id = NEW.scorecard_id;
  RETURN NULL;
END $$;
CREATE TRIGGER notified AFTER INSERT ON score_event FOR EACH ROW
  WHEN (NEW.kind IN ('submitted', 'returned', 'reviewed', 'disputed', 'disputeAnswered', 'final')) EXECUTE FUNCTION notification_of_score();

-- What is older than half a year is forgotten, read or not.
CREATE FUNCTION anju_forget_notifications() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone integer;
BEGIN
  DELETE FROM notification WHERE created_at < anju_now() - interval '180 days';
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;

REVOKE ALL ON FUNCTION notification_tell(text, text, jsonb, uuid[]), notification_offices(uuid, uuid, text[]), notification_of_report(), notification_of_milestone(),
  notification_of_month(), notification_of_stage(), notification_of_plan(), notification_of_batch(), notification_of_supervision(), notification_of_complaint(),
  notification_of_import(), notification_of_export(), notification_of_score(), anju_forget_notifications() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION anju_forget_notifications() TO anju_app;
