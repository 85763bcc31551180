-- A project goes over to the year whose annual plan takes it up; there too each compound is in one project of the year.

CREATE FUNCTION project_year_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- who puts a compound into another project of that year at the same time waits here, and then sees this one
  PERFORM 1 FROM compound WHERE id IN (SELECT compound_id FROM project_compound WHERE project_id = NEW.id AND live) ORDER BY id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM project_compound c JOIN project_compound x ON x.compound_id = c.compound_id AND x.live AND x.project_id <> c.project_id
      JOIN project p ON p.id = x.project_id WHERE c.project_id = NEW.id AND c.live AND p.programme_year_id = NEW.programme_year_id) THEN
    RAISE EXCEPTION 'a compound is in another project of the year' USING ERRCODE = '23505', CONSTRAINT = 'project_compound_one_a_year';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER project_year_place AFTER UPDATE OF programme_year_id ON project FOR EACH ROW
  WHEN (OLD.programme_year_id <> NEW.programme_year_id) EXECUTE FUNCTION project_year_place();
