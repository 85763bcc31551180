-- The sums of towns and communities are kept like those of counties (0004): the dashboard of a county shows its towns side by side, and a list
-- of one town says how many there are, however many compounds stand in it.
CREATE TABLE "survey_place_total" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "subdistrict_id" UUID,
    "community_id" UUID,
    "outcome" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "compounds" INTEGER NOT NULL DEFAULT 0,
    "buildings" INTEGER NOT NULL DEFAULT 0,
    "households" INTEGER NOT NULL DEFAULT 0,
    "floor_area" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "survey_place_total_pkey" PRIMARY KEY ("id")
);
-- What stands in no town yet has sums of its own: one row for it too.
CREATE UNIQUE INDEX "survey_place_total_place_key" ON "survey_place_total"("county_id", "dimension", "key", "outcome", "subdistrict_id", "community_id") NULLS NOT DISTINCT;
CREATE INDEX "survey_place_total_subdistrict_id_idx" ON "survey_place_total"("subdistrict_id");
SELECT anju_protect('survey_place_total', 'territory');
GRANT SELECT ON survey_place_total TO anju_app;

-- Every change of a compound, also of its place, ends in an UPDATE of its totals: what it gave before is taken back from where it stood, what it
-- gives now is added where it stands.
CREATE FUNCTION anju_keep_places() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  given text := 'SELECT %s AS sign, * FROM %s';
  moved text := format(given, 1, 'new_rows');
BEGIN
  IF TG_OP = 'UPDATE' THEN moved := moved || ' UNION ALL ' || format(given, -1, 'old_rows'); END IF;
  EXECUTE format($sql$
    WITH delta AS (
      SELECT m.county_id, m.subdistrict_id, m.community_id, m.contribution ->> 'outcome' AS outcome, r ->> 0 AS dimension, r ->> 1 AS key,
        sum(m.sign) AS n, sum(m.sign * m.buildings) AS b, sum(m.sign * m.households) AS h, sum(m.sign * m.floor_area) AS f
      FROM (%s) m, jsonb_array_elements(coalesce(m.contribution -> 'rows', '[]')) r GROUP BY 1, 2, 3, 4, 5, 6
    )
    INSERT INTO survey_place_total AS t (county_id, subdistrict_id, community_id, outcome, dimension, key, compounds, buildings, households, floor_area)
      SELECT * FROM delta d WHERE ROW(n, b, h, f) <> ROW(0, 0, 0, 0) ORDER BY 1, 5, 6, 4, 2, 3
    ON CONFLICT (county_id, dimension, key, outcome, subdistrict_id, community_id) DO UPDATE SET compounds = t.compounds + EXCLUDED.compounds,
      buildings = t.buildings + EXCLUDED.buildings, households = t.households + EXCLUDED.households, floor_area = t.floor_area + EXCLUDED.floor_area $sql$, moved);
  RETURN NULL;
END $$;
CREATE TRIGGER places_insert AFTER INSERT ON compound_total REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION anju_keep_places();
CREATE TRIGGER places_update AFTER UPDATE ON compound_total REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION anju_keep_places();
REVOKE ALL ON FUNCTION anju_keep_places() FROM PUBLIC;

-- What is there already.
INSERT INTO survey_place_total (county_id, subdistrict_id, community_id, outcome, dimension, key, compounds, buildings, households, floor_area)
  SELECT t.county_id, t.subdistrict_id, t.community_id, t.contribution ->> 'outcome', r ->> 0, r ->> 1, count(*), sum(t.buildings), sum(t.households), sum(t.floor_area)
  FROM compound_total t, jsonb_array_elements(coalesce(t.contribution -> 'rows', '[]')) r GROUP BY 1, 2, 3, 4, 5, 6;
