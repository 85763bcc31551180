-- The sums of what a campaign recorded are kept like those of today (0004): a past year's dashboard took each compound's facts apart again for
-- every figure, half a second a view, and sixteen at once were more than the database answered in time.
CREATE TABLE "survey_frozen_total" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "campaign_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
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

    CONSTRAINT "survey_frozen_total_pkey" PRIMARY KEY ("id")
);
-- A county's own sums stand beside those of its places, of which one may be in no town.
ALTER TABLE "survey_frozen_total" ADD CONSTRAINT "survey_frozen_total_level" CHECK ("level" = 'place' OR ("level" = 'county' AND "subdistrict_id" IS NULL AND "community_id" IS NULL));
CREATE UNIQUE INDEX "survey_frozen_total_place_key" ON "survey_frozen_total"("campaign_id", "level", "county_id", "dimension", "key", "outcome", "subdistrict_id", "community_id") NULLS NOT DISTINCT;
ALTER TABLE "survey_frozen_total" ADD CONSTRAINT "survey_frozen_total_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "survey_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT anju_protect('survey_frozen_total', 'territory');
GRANT SELECT ON survey_frozen_total TO anju_app;

-- What one recorded compound gives: to its county, and to the innermost place that is recorded. Its facts are opened once.
CREATE FUNCTION anju_frozen_parts(facts jsonb, subdistrict uuid, community uuid)
RETURNS TABLE (level text, subdistrict_id uuid, community_id uuid, dimension text, key text, buildings integer, households integer, floor_area bigint)
LANGUAGE sql IMMUTABLE AS $$
  SELECT v.level, v.subdistrict_id, v.community_id, r ->> 0, r ->> 1, coalesce(t.buildings, 0), coalesce(t.households, 0), coalesce(t.floor_area, 0)
  FROM jsonb_to_record(coalesce(facts -> 'totals', '{}')) AS t (buildings integer, households integer, floor_area bigint),
    jsonb_array_elements(coalesce(facts -> 'contribution', '[]')) r,
    (VALUES ('county', NULL::uuid, NULL::uuid), ('place', subdistrict, community)) v (level, subdistrict_id, community_id) $$;

-- Freezing inserts; afterwards a compound may still be put into another town, and what it gave moves with it.
CREATE FUNCTION anju_keep_frozen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  given text := 'SELECT %s AS sign, * FROM %s';
  moved text := format(given, 1, 'new_rows');
BEGIN
  IF TG_OP = 'UPDATE' THEN moved := moved || ' UNION ALL ' || format(given, -1, 'old_rows'); END IF;
  EXECUTE format($sql$
    WITH delta AS (
      SELECT m.campaign_id, p.level, m.county_id, p.subdistrict_id, p.community_id, m.eligibility AS outcome, p.dimension, p.key,
        sum(m.sign) AS n, sum(m.sign * p.buildings) AS b, sum(m.sign * p.households) AS h, sum(m.sign * p.floor_area) AS f
      FROM (%s) m, anju_frozen_parts(m.facts, m.subdistrict_id, m.community_id) p GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    )
    INSERT INTO survey_frozen_total AS t
        (campaign_id, level, county_id, subdistrict_id, community_id, outcome, dimension, key, compounds, buildings, households, floor_area)
      SELECT * FROM delta WHERE ROW(n, b, h, f) <> ROW(0, 0, 0, 0) ORDER BY 1, 2, 3, 7, 8, 6, 4, 5
    ON CONFLICT (campaign_id, level, county_id, dimension, key, outcome, subdistrict_id, community_id) DO UPDATE SET
      compounds = t.compounds + EXCLUDED.compounds, buildings = t.buildings + EXCLUDED.buildings, households = t.households + EXCLUDED.households,
      floor_area = t.floor_area + EXCLUDED.floor_area $sql$, moved);
  RETURN NULL;
END $$;
CREATE TRIGGER frozen_insert AFTER INSERT ON survey REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION anju_keep_frozen();
CREATE TRIGGER frozen_update AFTER UPDATE ON survey REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION anju_keep_frozen();
REVOKE ALL ON FUNCTION anju_keep_frozen(), anju_frozen_parts(jsonb, uuid, uuid) FROM PUBLIC;

-- What is there already.
INSERT INTO survey_frozen_total (campaign_id, level, county_id, subdistrict_id, community_id, outcome, dimension, key, compounds, buildings, households, floor_area)
  SELECT s.campaign_id, p.level, s.county_id, p.subdistrict_id, p.community_id, s.eligibility, p.dimension, p.key, count(*), sum(p.buildings), sum(p.households), sum(p.floor_area)
  FROM survey s, anju_frozen_parts(s.facts, s.subdistrict_id, s.community_id) p GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
