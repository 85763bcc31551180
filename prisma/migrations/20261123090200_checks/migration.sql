-- What the database can promise by itself: kinds, ranges, one active record per name, territory that fits the parent.

INSERT INTO anju_clock (id, shift_ms) VALUES (1, 0);
INSERT INTO installation (id) VALUES (1);
ALTER TABLE anju_clock ADD CONSTRAINT anju_clock_one CHECK (id = 1);
ALTER TABLE installation ADD CONSTRAINT installation_one CHECK (id = 1);

ALTER TABLE unit
  ADD CONSTRAINT unit_kind CHECK (kind IN ('prefecture', 'county', 'subdistrict', 'community')),
  ADD CONSTRAINT unit_place CHECK (
    (kind = 'prefecture' AND county_id IS NULL AND subdistrict_id IS NULL AND community_id IS NULL AND parent_id IS NULL AND prefecture_id = id)
    OR (kind = 'county' AND county_id = id AND subdistrict_id IS NULL AND community_id IS NULL AND parent_id IS NOT NULL)
    OR (kind = 'subdistrict' AND county_id IS NOT NULL AND subdistrict_id = id AND community_id IS NULL AND parent_id IS NOT NULL)
    OR (kind = 'community' AND county_id IS NOT NULL AND subdistrict_id IS NOT NULL AND community_id = id AND parent_id IS NOT NULL)),
  ADD CONSTRAINT unit_validity CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE unit_version ADD CONSTRAINT unit_version_validity CHECK (valid_to IS NULL OR valid_to > valid_from);

ALTER TABLE account
  ADD CONSTRAINT account_role CHECK (role IN ('prefecture_bureau', 'prefecture_drc', 'prefecture_finance', 'prefecture_leader',
    'county_bureau', 'county_drc', 'county_finance', 'county_leader', 'town', 'implementing_entity', 'supervisor', 'community')),
  ADD CONSTRAINT account_place CHECK ((role LIKE 'prefecture\_%') = (county_id IS NULL)),
  ADD CONSTRAINT account_locale CHECK (locale IN ('zh-CN', 'en'));

ALTER TABLE programme_year
  ADD CONSTRAINT programme_year_share CHECK (target_share BETWEEN 0 AND 100),
  ADD CONSTRAINT programme_year_dates CHECK (complete_by > start_by),
  ADD CONSTRAINT programme_year_report_day CHECK (report_day BETWEEN 1 AND 28);
CREATE UNIQUE INDEX programme_year_one_current ON programme_year (prefecture_id) WHERE current;
ALTER TABLE survey_campaign
  ADD CONSTRAINT survey_campaign_status CHECK (status IN ('open', 'frozen')),
  ADD CONSTRAINT survey_campaign_frozen CHECK ((status = 'frozen') = (frozen_at IS NOT NULL AND baseline_on IS NOT NULL AND document_no IS NOT NULL)),
  ADD CONSTRAINT survey_campaign_dates CHECK (closes_on >= opens_on);
ALTER TABLE survey_baseline ADD CONSTRAINT survey_baseline_range CHECK (compounds >= 0 AND buildings >= 0 AND households >= 0 AND floor_area >= 0);
ALTER TABLE survey ADD CONSTRAINT survey_eligibility CHECK (eligibility IN ('eligible', 'ineligible', 'incomplete'));

-- 0.01 m² below one million km²: catches a value typed in the wrong unit without ever refusing a real one.
ALTER TABLE compound
  ADD CONSTRAINT compound_status CHECK (status IN ('active', 'retired', 'merged', 'split')),
  ADD CONSTRAINT compound_retired CHECK ((status = 'active') = (retired_at IS NULL)),
  ADD CONSTRAINT compound_eligibility CHECK (eligibility IN ('eligible', 'ineligible', 'incomplete')),
  ADD CONSTRAINT compound_name CHECK (length(name) BETWEEN 1 AND 100),
  ADD CONSTRAINT compound_year CHECK (year_built BETWEEN 1900 AND 2100),
  ADD CONSTRAINT compound_place CHECK (longitude BETWEEN 73 AND 136 AND latitude BETWEEN 3 AND 54),
  ADD CONSTRAINT compound_ownership CHECK (ownership_kind IN ('reformed', 'commodity', 'unit_managed', 'mixed')),
  ADD CONSTRAINT compound_willingness CHECK (willingness IN ('strong', 'moderate', 'weak')),
  ADD CONSTRAINT compound_numbers CHECK (stated_buildings BETWEEN 0 AND 10000 AND stated_units BETWEEN 0 AND 100000 AND stated_households BETWEEN 0 AND 1000000),
  ADD CONSTRAINT compound_areas CHECK (stated_floor_area BETWEEN 0 AND 100000000000 AND stated_exclusive_area BETWEEN 0 AND 100000000000);
ALTER TABLE compound_lineage ADD CONSTRAINT compound_lineage_kind CHECK (kind IN ('merge', 'split'));
ALTER TABLE building
  ADD CONSTRAINT building_status CHECK (status IN ('active', 'retired')),
  ADD CONSTRAINT building_retired CHECK ((status = 'active') = (retired_at IS NULL)),
  ADD CONSTRAINT building_name CHECK (length(name) BETWEEN 1 AND 100),
  ADD CONSTRAINT building_year CHECK (year_built BETWEEN 1900 AND 2100),
  ADD CONSTRAINT building_structure CHECK (structure IN ('brick_concrete', 'frame', 'brick_wood', 'steel', 'other')),
  ADD CONSTRAINT building_numbers CHECK (storeys BETWEEN 1 AND 200 AND units BETWEEN 0 AND 1000 AND stated_households BETWEEN 0 AND 100000),
  ADD CONSTRAINT building_area CHECK (floor_area BETWEEN 0 AND 100000000000);
CREATE UNIQUE INDEX building_one_active_name ON building (compound_id, name) WHERE status = 'active';
ALTER TABLE household
  ADD CONSTRAINT household_status CHECK (status IN ('active', 'retired')),
  ADD CONSTRAINT household_retired CHECK ((status = 'active') = (retired_at IS NULL)),
  ADD CONSTRAINT household_room CHECK (length(room) BETWEEN 1 AND 50 AND length(unit_no) <= 50),
  ADD CONSTRAINT household_usage CHECK (usage IN ('residence', 'shop', 'office', 'storage', 'other')),
  ADD CONSTRAINT household_storey CHECK (storey BETWEEN -5 AND 200),
  ADD CONSTRAINT household_area CHECK (exclusive_area BETWEEN 0 AND 1000000000);
CREATE UNIQUE INDEX household_one_active_room ON household (building_id, unit_no, room) WHERE status = 'active';
ALTER TABLE owner
  ADD CONSTRAINT owner_status CHECK (status IN ('active', 'retired')),
  ADD CONSTRAINT owner_kind CHECK (kind IN ('person', 'body'));
ALTER TABLE compound_file ADD CONSTRAINT compound_file_kind CHECK (kind IN ('photo', 'document'));
ALTER TABLE stored_file ADD CONSTRAINT stored_file_size CHECK (size >= 0);
ALTER TABLE import_batch
  ADD CONSTRAINT import_batch_kind CHECK (kind IN ('template', 'mapped')),
  ADD CONSTRAINT import_batch_status CHECK (status IN ('uploaded', 'reading', 'mapping', 'previewed', 'refused', 'applying', 'applied', 'undone', 'cancelled', 'failed'));
ALTER TABLE import_row
  ADD CONSTRAINT import_row_entity CHECK (entity IN ('compound', 'building', 'household')),
  ADD CONSTRAINT import_row_action CHECK (action IN ('new', 'changed', 'unchanged', 'conflict', 'error'));
ALTER TABLE import_finding ADD CONSTRAINT import_finding_level CHECK (level IN ('error', 'warning', 'info'));
ALTER TABLE export_job ADD CONSTRAINT export_job_status CHECK (status IN ('waiting', 'running', 'done', 'failed'));
ALTER TABLE export_job ADD CONSTRAINT export_job_reason CHECK (NOT unmasked OR length(reason) > 0);
ALTER TABLE personal_key ADD CONSTRAINT personal_key_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL));
CREATE UNIQUE INDEX personal_key_of_prefecture ON personal_key (prefecture_id, purpose, period) WHERE county_id IS NULL;

-- A compound stands where its community stands; its parts stand where it stands. SECURITY DEFINER: the lookup must not
-- depend on what the session may see, while the row it fills is still checked by row security afterwards.
CREATE FUNCTION anju_place_compound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE u unit;
BEGIN
  IF NEW.community_id IS NOT NULL THEN
    SELECT * INTO u FROM unit WHERE id = NEW.community_id AND kind = 'community';
    IF NOT FOUND OR u.county_id <> NEW.county_id THEN
      RAISE EXCEPTION 'community % is not in county %', NEW.community_id, NEW.county_id USING ERRCODE = '23503', CONSTRAINT = 'compound_community_place';
    END IF;
    NEW.subdistrict_id := u.subdistrict_id;
  ELSIF NEW.subdistrict_id IS NOT NULL THEN
    SELECT * INTO u FROM unit WHERE id = NEW.subdistrict_id AND kind = 'subdistrict';
    IF NOT FOUND OR u.county_id <> NEW.county_id THEN
      RAISE EXCEPTION 'subdistrict % is not in county %', NEW.subdistrict_id, NEW.county_id USING ERRCODE = '23503', CONSTRAINT = 'compound_subdistrict_place';
    END IF;
  ELSE
    PERFORM 1 FROM unit WHERE id = NEW.county_id AND kind = 'county';
    IF NOT FOUND THEN RAISE EXCEPTION '% is no county', NEW.county_id USING ERRCODE = '23503', CONSTRAINT = 'compound_county_place'; END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER compound_place BEFORE INSERT OR UPDATE OF county_id, subdistrict_id, community_id ON compound
  FOR EACH ROW EXECUTE FUNCTION anju_place_compound();

CREATE FUNCTION anju_place_in_compound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT county_id, subdistrict_id, community_id INTO NEW.county_id, NEW.subdistrict_id, NEW.community_id FROM compound WHERE id = NEW.compound_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no compound %', NEW.compound_id USING ERRCODE = '23503', CONSTRAINT = 'in_compound_place'; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION anju_place_in_building() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT compound_id, county_id, subdistrict_id, community_id
    INTO NEW.compound_id, NEW.county_id, NEW.subdistrict_id, NEW.community_id FROM building WHERE id = NEW.building_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no building %', NEW.building_id USING ERRCODE = '23503', CONSTRAINT = 'in_building_place'; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION anju_place_in_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT county_id, subdistrict_id, community_id INTO NEW.county_id, NEW.subdistrict_id, NEW.community_id FROM owner WHERE id = NEW.owner_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no owner %', NEW.owner_id USING ERRCODE = '23503', CONSTRAINT = 'in_owner_place'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER building_place BEFORE INSERT OR UPDATE OF compound_id ON building FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();
CREATE TRIGGER compound_alias_place BEFORE INSERT ON compound_alias FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();
CREATE TRIGGER compound_file_place BEFORE INSERT ON compound_file FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();
CREATE TRIGGER owner_place BEFORE INSERT OR UPDATE OF compound_id ON owner FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();
CREATE TRIGGER household_place BEFORE INSERT OR UPDATE OF building_id ON household FOR EACH ROW EXECUTE FUNCTION anju_place_in_building();
CREATE TRIGGER owner_personal_place BEFORE INSERT ON owner_personal FOR EACH ROW EXECUTE FUNCTION anju_place_in_owner();
CREATE TRIGGER household_owner_place BEFORE INSERT OR UPDATE OF compound_id ON household_owner FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();

-- A compound that moves to another community takes everything in it along; a building that moves to another compound (merge, split) takes its households.
CREATE FUNCTION anju_move_with_compound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['building', 'household', 'owner', 'household_owner', 'compound_alias', 'compound_file', 'compound_total', 'survey'] LOOP
    EXECUTE format('UPDATE %I SET county_id = $1, subdistrict_id = $2, community_id = $3 WHERE compound_id = $4', t)
      USING NEW.county_id, NEW.subdistrict_id, NEW.community_id, NEW.id;
  END LOOP;
  UPDATE owner_personal p SET county_id = NEW.county_id, subdistrict_id = NEW.subdistrict_id, community_id = NEW.community_id
    FROM owner o WHERE o.id = p.owner_id AND o.compound_id = NEW.id;
  UPDATE stored_file f SET county_id = NEW.county_id, subdistrict_id = NEW.subdistrict_id, community_id = NEW.community_id
    FROM compound_file c WHERE c.file_id = f.id AND c.compound_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER compound_moved AFTER UPDATE OF county_id, subdistrict_id, community_id ON compound FOR EACH ROW
  WHEN (OLD.county_id IS DISTINCT FROM NEW.county_id OR OLD.subdistrict_id IS DISTINCT FROM NEW.subdistrict_id OR OLD.community_id IS DISTINCT FROM NEW.community_id)
  EXECUTE FUNCTION anju_move_with_compound();

CREATE FUNCTION anju_move_with_building() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE household SET building_id = building_id WHERE building_id = NEW.id;
  UPDATE household_owner ho SET compound_id = NEW.compound_id FROM household h WHERE h.id = ho.household_id AND h.building_id = NEW.id;
  UPDATE owner o SET compound_id = NEW.compound_id
    FROM household_owner ho JOIN household h ON h.id = ho.household_id WHERE h.building_id = NEW.id AND ho.owner_id = o.id AND o.compound_id <> NEW.compound_id
      AND NOT EXISTS (SELECT 1 FROM household_owner x WHERE x.owner_id = o.id AND x.compound_id <> NEW.compound_id);
  RETURN NULL;
END $$;
CREATE TRIGGER building_moved AFTER UPDATE OF compound_id ON building FOR EACH ROW
  WHEN (OLD.compound_id IS DISTINCT FROM NEW.compound_id) EXECUTE FUNCTION anju_move_with_building();

-- What is frozen or written down for good refuses change, whoever asks.
CREATE FUNCTION anju_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% on % is refused: this record is kept for good', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501'; END $$;
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON survey_baseline FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON baseline_amendment FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON rulebook_version FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON compound_lineage FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();

-- The campaign whose baseline is frozen takes no more surveys and does not thaw.
CREATE FUNCTION anju_campaign_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'frozen' THEN RAISE EXCEPTION 'the baseline of this campaign is frozen' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER survey_campaign_frozen BEFORE UPDATE OR DELETE ON survey_campaign FOR EACH ROW EXECUTE FUNCTION anju_campaign_frozen();
