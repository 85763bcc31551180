-- A stop-work note and its lifting are printed alike for good: the names of that day stay with the note, and so does who lifted it.
ALTER TABLE stop_work ADD COLUMN names jsonb, ADD COLUMN lifter text, ADD COLUMN lift_level text;

CREATE FUNCTION stop_work_names(of_project uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('prefecture', f.name, 'county', u.name, 'project', p.name, 'code', p.code, 'compounds',
      (SELECT coalesce(jsonb_object_agg(c.id, c.name), '{}') FROM project_compound m JOIN compound c ON c.id = m.compound_id WHERE m.project_id = p.id AND m.live))
    FROM project p JOIN unit u ON u.id = p.county_id JOIN unit f ON f.id = p.prefecture_id WHERE p.id = of_project
$$;
CREATE FUNCTION stop_work_named() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN NEW.names := stop_work_names(NEW.project_id); END IF;
  IF NEW.lifted_on IS NOT NULL THEN
    NEW.lifter := coalesce(NEW.lifter, nullif(current_setting('app.actor', true), ''), NEW.issuer);
    NEW.lift_level := coalesce(NEW.lift_level, CASE anju_level() WHEN 'prefecture' THEN 'prefecture' WHEN 'county' THEN 'county' END, NEW.level);
  END IF;
  RETURN NEW;
END $$;

-- Notes that are there: by the names of today, lifted in the name of the account.
ALTER TABLE stop_work DISABLE TRIGGER stop_work_guard;
UPDATE stop_work s SET names = stop_work_names(project_id),
  lifter = (SELECT a.display_name FROM account a WHERE a.id = s.lifted_by),
  lift_level = CASE WHEN lifted_on IS NOT NULL THEN coalesce((SELECT CASE a.role WHEN 'prefecture_bureau' THEN 'prefecture' WHEN 'county_bureau' THEN 'county' END FROM account a WHERE a.id = s.lifted_by), level) END;
ALTER TABLE stop_work ENABLE TRIGGER stop_work_guard;
ALTER TABLE stop_work ALTER COLUMN names SET NOT NULL, ALTER COLUMN names SET DEFAULT '{}';
ALTER TABLE stop_work ADD CONSTRAINT stop_work_lifter CHECK ((lifted_on IS NULL) = (lifter IS NULL) AND (lifted_on IS NULL) = (lift_level IS NULL) AND lift_level IN ('supervisor', 'county', 'prefecture') AND jsonb_typeof(names) = 'object');

-- As in 20261128131000_inspections, with who lifted it.
CREATE OR REPLACE FUNCTION stop_work_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lift text[] := '{lifted_on,lift_reason,lift_file_id,lifted_by,lifter,lift_level,version}';
BEGIN
  IF OLD.lifted_on IS NOT NULL OR to_jsonb(NEW) - lift <> to_jsonb(OLD) - lift THEN
    RAISE EXCEPTION 'a stop-work note stays as it was issued' USING ERRCODE = '42501', CONSTRAINT = 'stop_work_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stop_work_named BEFORE INSERT OR UPDATE ON stop_work FOR EACH ROW EXECUTE FUNCTION stop_work_named();
REVOKE ALL ON FUNCTION stop_work_names(uuid), stop_work_named() FROM PUBLIC;
