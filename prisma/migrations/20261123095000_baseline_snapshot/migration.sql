-- A baseline is one picture of one instant: every active compound with its facts, and each county's eligible totals, taken by one statement.

-- Called inside the transaction that freezes the campaign, before its status changes. Row security holds: it takes what the caller may see.
CREATE FUNCTION anju_freeze_survey(campaign uuid, counties uuid[]) RETURNS integer LANGUAGE sql VOLATILE AS $$
  WITH taken AS (
    INSERT INTO survey AS s (campaign_id, compound_id, county_id, subdistrict_id, community_id, eligibility, facts)
      SELECT anju_freeze_survey.campaign, c.id, c.county_id, c.subdistrict_id, c.community_id, c.eligibility,
        (to_jsonb(c) - 'search_text' - 'created_at' - 'updated_at' - 'updated_by' - 'retired_at' - 'retired_reason')
        || jsonb_build_object(
          'totals', jsonb_build_object('buildings', t.buildings, 'households', t.households, 'floor_area', t.floor_area, 'exclusive_area', t.exclusive_area),
          'contribution', coalesce(t.contribution -> 'rows', '[]'))
      FROM compound c JOIN compound_total t ON t.compound_id = c.id
      WHERE c.status = 'active' AND c.county_id = ANY (counties)
    ON CONFLICT (campaign_id, compound_id) DO UPDATE SET county_id = EXCLUDED.county_id, subdistrict_id = EXCLUDED.subdistrict_id,
      community_id = EXCLUDED.community_id, eligibility = EXCLUDED.eligibility, facts = EXCLUDED.facts, recorded_at = anju_now()
    RETURNING 1
  ), summed AS (
    INSERT INTO survey_baseline (campaign_id, county_id, compounds, buildings, households, floor_area)
      SELECT anju_freeze_survey.campaign, u.id, coalesce(t.compounds, 0), coalesce(t.buildings, 0), coalesce(t.households, 0), coalesce(t.floor_area, 0)
      FROM unnest(counties) u (id)
      LEFT JOIN survey_total t ON t.county_id = u.id AND t.dimension = 'all' AND t.outcome = 'eligible' AND t.key = ''
    RETURNING 1
  )
  SELECT count(*)::integer FROM taken
$$;
REVOKE ALL ON FUNCTION anju_freeze_survey(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION anju_freeze_survey(uuid, uuid[]) TO anju_app;

-- What a frozen campaign recorded is not recorded anew. The place of a compound may still move with it; the owner's role loads old years.
CREATE FUNCTION anju_survey_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF pg_has_role(session_user, 'anju_owner', 'MEMBER') THEN RETURN NEW; END IF;
  PERFORM 1 FROM survey_campaign WHERE id = NEW.campaign_id AND status = 'frozen';
  IF FOUND THEN RAISE EXCEPTION 'the baseline of this campaign is frozen' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER survey_kept BEFORE INSERT OR UPDATE OF eligibility, facts ON survey FOR EACH ROW EXECUTE FUNCTION anju_survey_kept();
REVOKE ALL ON FUNCTION anju_survey_kept() FROM PUBLIC;
