-- What the counties state beside what their registers hold is kept as the data changes, like the other sums of the dashboard (0004).

-- Beside each compound's registered figures stand those that the county states; all of them null where it does not count (no longer active).
ALTER TABLE "compound_total" ADD COLUMN "counted" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "stated_buildings" INTEGER,
  ADD COLUMN "stated_households" INTEGER, ADD COLUMN "stated_floor_area" BIGINT;

CREATE TABLE "register_gap" (
    "county_id" UUID NOT NULL,
    "compounds" INTEGER NOT NULL DEFAULT 0,
    "registered_compounds" INTEGER NOT NULL DEFAULT 0,
    "differing" INTEGER NOT NULL DEFAULT 0,
    "both_buildings" INTEGER NOT NULL DEFAULT 0,
    "both_households" INTEGER NOT NULL DEFAULT 0,
    "both_floor_area" INTEGER NOT NULL DEFAULT 0,
    "stated_buildings" BIGINT NOT NULL DEFAULT 0,
    "stated_households" BIGINT NOT NULL DEFAULT 0,
    "stated_floor_area" BIGINT NOT NULL DEFAULT 0,
    "registered_buildings" BIGINT NOT NULL DEFAULT 0,
    "registered_households" BIGINT NOT NULL DEFAULT 0,
    "registered_floor_area" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "register_gap_pkey" PRIMARY KEY ("county_id")
);
SELECT anju_protect('register_gap', 'county');
GRANT SELECT ON register_gap TO anju_app;

-- Every change of a compound ends in an UPDATE of its totals (anju_refresh_totals): here it takes along what is stated.
CREATE FUNCTION anju_total_takes_stated() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT c.status = 'active', c.stated_buildings, c.stated_households, c.stated_floor_area
    INTO NEW.counted, NEW.stated_buildings, NEW.stated_households, NEW.stated_floor_area FROM compound c WHERE c.id = NEW.compound_id;
  RETURN NEW;
END $$;
CREATE TRIGGER takes_stated BEFORE INSERT OR UPDATE ON compound_total FOR EACH ROW EXECUTE FUNCTION anju_total_takes_stated();

-- Compared is only what both sides have. What a compound gave before is taken back, what it gives now is added.
CREATE FUNCTION anju_keep_gap() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  given text := 'SELECT %s AS sign, * FROM %s WHERE counted';
  moved text := format(given, 1, 'new_rows');
BEGIN
  IF TG_OP = 'UPDATE' THEN moved := moved || ' UNION ALL ' || format(given, -1, 'old_rows'); END IF;
  EXECUTE format($sql$
    WITH part AS (
      SELECT m.*, (m.stated_buildings IS NOT NULL AND m.registered_buildings > 0)::int AS b,
        (m.stated_households IS NOT NULL AND m.registered_households > 0)::int AS h,
        (m.stated_floor_area IS NOT NULL AND m.registered_floor_area > 0)::int AS f
      FROM (%s) m
    ), delta AS (
      SELECT county_id, sum(sign) AS n, sum(sign * (registered_households > 0)::int) AS registered,
        sum(sign * (b = 1 AND stated_buildings <> registered_buildings OR h = 1 AND stated_households <> registered_households
          OR f = 1 AND stated_floor_area <> registered_floor_area)::int) AS differing,
        sum(sign * b) AS b, sum(sign * h) AS h, sum(sign * f) AS f,
        sum(sign * b * coalesce(stated_buildings, 0)) AS sb, sum(sign * h * coalesce(stated_households, 0)) AS sh,
        sum(sign * f * coalesce(stated_floor_area, 0)) AS sf, sum(sign * b * registered_buildings) AS rb,
        sum(sign * h * registered_households) AS rh, sum(sign * f * registered_floor_area) AS rf
      FROM part GROUP BY county_id
    )
    INSERT INTO register_gap AS t SELECT * FROM delta d
      WHERE ROW(n, registered, differing, b, h, f, sb, sh, sf, rb, rh, rf) <> ROW(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) ORDER BY county_id
    ON CONFLICT (county_id) DO UPDATE SET compounds = t.compounds + EXCLUDED.compounds,
      registered_compounds = t.registered_compounds + EXCLUDED.registered_compounds, differing = t.differing + EXCLUDED.differing,
      both_buildings = t.both_buildings + EXCLUDED.both_buildings, both_households = t.both_households + EXCLUDED.both_households,
      both_floor_area = t.both_floor_area + EXCLUDED.both_floor_area, stated_buildings = t.stated_buildings + EXCLUDED.stated_buildings,
      stated_households = t.stated_households + EXCLUDED.stated_households, stated_floor_area = t.stated_floor_area + EXCLUDED.stated_floor_area,
      registered_buildings = t.registered_buildings + EXCLUDED.registered_buildings,
      registered_households = t.registered_households + EXCLUDED.registered_households,
      registered_floor_area = t.registered_floor_area + EXCLUDED.registered_floor_area $sql$, moved);
  RETURN NULL;
END $$;
CREATE TRIGGER gap_insert AFTER INSERT ON compound_total REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION anju_keep_gap();
CREATE TRIGGER gap_update AFTER UPDATE ON compound_total REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION anju_keep_gap();
REVOKE ALL ON FUNCTION anju_total_takes_stated(), anju_keep_gap() FROM PUBLIC;

-- What is there already is counted by the same triggers.
UPDATE compound_total SET compound_id = compound_id;
