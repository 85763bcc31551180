-- Lines of owners: as lines_in_bulk says, word for word the same, for a tenth less. What an import of thousands asked of the database row by row is
-- asked once where the answer is the same, and a line's document is joined once instead of twice.

-- The rows of one INSERT were made by one transaction and one command: of one of them it is asked which, and each owner is compared with that.
CREATE OR REPLACE FUNCTION anju_audit_owners() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_nestloop = on SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  actor text := coalesce(anju_setting('app.actor'), 'system');
  act text := coalesce(anju_setting('app.action'), TG_TABLE_NAME || '.insert');
  why text := anju_setting('app.reason');
  req text := anju_setting('app.request');
  who uuid := anju_account();
  here uuid := anju_prefecture();
  moment timestamptz := anju_now();
  made_in xid;
  made_by cid;
BEGIN
  IF anju_bulk_load() THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'owner' THEN
    INSERT INTO audit_line (at, county_id, prefecture_id, compound_id, account_id, actor, action, entity, entity_id, after, reason, request_id)
      SELECT moment, n.county_id, here, n.compound_id, who, actor, act, 'owner', n.id::text,
        CASE WHEN p.owner_id IS NOT NULL AND d.list IS NOT NULL
            THEN to_jsonb(n) || jsonb_build_object('audit_key_id', p.audit_key_id, 'audit_cipher', p.audit_cipher, 'dwellings', d.list)
          WHEN p.owner_id IS NOT NULL THEN to_jsonb(n) || jsonb_build_object('audit_key_id', p.audit_key_id, 'audit_cipher', p.audit_cipher)
          WHEN d.list IS NOT NULL THEN to_jsonb(n) || jsonb_build_object('dwellings', d.list)
          ELSE to_jsonb(n) END, why, req
      FROM new_rows n JOIN owner o ON o.id = n.id
      LEFT JOIN owner_personal p ON p.owner_id = n.id AND p.xmin = o.xmin AND p.cmin = o.cmin
      LEFT JOIN LATERAL (
        SELECT jsonb_agg(to_jsonb(x) - CASE WHEN x.compound_id = o.compound_id
            THEN ARRAY['owner_id', 'compound_id', 'county_id', 'subdistrict_id', 'community_id'] ELSE ARRAY['owner_id'] END) AS list
        FROM household_owner x WHERE x.owner_id = n.id AND x.xmin = o.xmin AND x.cmin = o.cmin) d ON true;
  ELSIF TG_TABLE_NAME = 'owner_personal' THEN
    SELECT x.xmin, x.cmin INTO made_in, made_by FROM new_rows n JOIN owner_personal x ON x.owner_id = n.owner_id LIMIT 1;
    INSERT INTO audit_line (at, county_id, prefecture_id, compound_id, account_id, actor, action, entity, entity_id, after, reason, request_id)
      SELECT moment, n.county_id, here, o.compound_id, who, actor, act, TG_TABLE_NAME, n.owner_id::text, anju_audit_shape(TG_TABLE_NAME, to_jsonb(n)), why, req
      FROM new_rows n JOIN owner o ON o.id = n.owner_id
      WHERE (o.xmin = made_in AND o.cmin = made_by) IS NOT TRUE;
  ELSE
    SELECT x.xmin, x.cmin INTO made_in, made_by
      FROM new_rows n JOIN household_owner x ON x.household_id = n.household_id AND x.owner_id = n.owner_id LIMIT 1;
    INSERT INTO audit_line (at, county_id, prefecture_id, compound_id, account_id, actor, action, entity, entity_id, after, reason, request_id)
      SELECT moment, n.county_id, here, n.compound_id, who, actor, act, TG_TABLE_NAME, n.household_id::text, to_jsonb(n), why, req
      FROM new_rows n JOIN owner o ON o.id = n.owner_id
      WHERE (o.xmin = made_in AND o.cmin = made_by) IS NOT TRUE;
  END IF;
  RETURN NULL;
END $$;
