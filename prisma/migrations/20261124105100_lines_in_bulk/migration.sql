-- What each line of one statement has in common is worked out once, not once a line: an import writes tens of thousands.
-- OFFSET 0 keeps a row's document from being made anew at each place that reads it.
CREATE OR REPLACE FUNCTION anju_audit_pending() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- as anju_chain() says it, written out: a function would be called for each line
  INSERT INTO audit_pending (chain, line_id, county_id, prefecture_id)
    SELECT CASE WHEN county_id IS NOT NULL THEN 'county:' || county_id ELSE 'prefecture:' || coalesce(prefecture_id::text, '-') END, id, county_id, prefecture_id
      FROM new_lines;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION anju_audit_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  key_column text := coalesce(TG_ARGV[0], 'id');
  actor text := coalesce(anju_setting('app.actor'), 'system');
  act text := anju_setting('app.action');
  why text := anju_setting('app.reason');
  req text := anju_setting('app.request');
  who uuid := anju_account();
  here uuid := anju_prefecture();
  moment timestamptz := anju_now();
BEGIN
  IF anju_bulk_load() THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit_line (at, county_id, prefecture_id, compound_id, account_id, actor, action, entity, entity_id, after, reason, request_id)
      SELECT moment, (doc ->> 'county_id')::uuid, coalesce((doc ->> 'prefecture_id')::uuid, here),
        CASE TG_TABLE_NAME WHEN 'owner_personal' THEN (SELECT o.compound_id FROM owner o WHERE o.id = (doc ->> 'owner_id')::uuid)
          ELSE anju_audit_compound(TG_TABLE_NAME, doc) END, who, actor,
        coalesce(act, TG_TABLE_NAME || '.insert'), TG_TABLE_NAME, doc ->> key_column, anju_audit_shape(TG_TABLE_NAME, doc), why, req
      FROM (SELECT to_jsonb(n) AS doc FROM new_rows n OFFSET 0) x;
  ELSE
    INSERT INTO audit_line (at, county_id, prefecture_id, compound_id, account_id, actor, action, entity, entity_id, before, after, reason, request_id)
      SELECT moment, (doc ->> 'county_id')::uuid, coalesce((doc ->> 'prefecture_id')::uuid, here),
        CASE TG_TABLE_NAME WHEN 'owner_personal' THEN (SELECT o.compound_id FROM owner o WHERE o.id = (doc ->> 'owner_id')::uuid)
          ELSE anju_audit_compound(TG_TABLE_NAME, doc) END, who, actor,
        coalesce(act, TG_TABLE_NAME || '.update'), TG_TABLE_NAME, doc ->> key_column, anju_changed(was, doc), anju_changed(doc, was), why, req
      FROM (SELECT anju_audit_shape(TG_TABLE_NAME, to_jsonb(o)) AS was, anju_audit_shape(TG_TABLE_NAME, to_jsonb(n)) AS doc
              FROM old_rows o JOIN new_rows n ON to_jsonb(o) ->> key_column = to_jsonb(n) ->> key_column
                AND (TG_ARGV[1] IS NULL OR to_jsonb(o) ->> TG_ARGV[1] = to_jsonb(n) ->> TG_ARGV[1]) OFFSET 0) x
      WHERE anju_changed(was, doc) <> '{}' OR anju_changed(doc, was) <> '{}';
  END IF;
  RETURN NULL;
END $$;

-- An owner who is written in one statement with the personal values and the dwellings has one line for all of it: the values under the
-- audit key stand in it as they would in a line of owner_personal, the dwellings as they would in lines of household_owner. "In one
-- statement" is what the database itself says of the rows (the transaction and the command that made them), never the session: whatever
-- is written apart from its owner has its own line, as before.
CREATE FUNCTION anju_audit_owners() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_nestloop = on SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  actor text := coalesce(anju_setting('app.actor'), 'system');
  act text := coalesce(anju_setting('app.action'), TG_TABLE_NAME || '.insert');
  why text := anju_setting('app.reason');
  req text := anju_setting('app.request');
  who uuid := anju_account();
  here uuid := anju_prefecture();
  moment timestamptz := anju_now();
BEGIN
  IF anju_bulk_load() THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'owner' THEN
    INSERT INTO audit_line (at, county_id, prefecture_id, compound_id, account_id, actor, action, entity, entity_id, after, reason, request_id)
      SELECT moment, n.county_id, here, n.compound_id, who, actor, act, 'owner', n.id::text,
        to_jsonb(n) || CASE WHEN p.owner_id IS NULL THEN '{}' ELSE jsonb_build_object('audit_key_id', p.audit_key_id, 'audit_cipher', p.audit_cipher) END
          || CASE WHEN d.list IS NULL THEN '{}' ELSE jsonb_build_object('dwellings', d.list) END, why, req
      FROM new_rows n JOIN owner o ON o.id = n.id
      LEFT JOIN owner_personal p ON p.owner_id = n.id AND p.xmin = o.xmin AND p.cmin = o.cmin
      LEFT JOIN LATERAL (
        SELECT jsonb_agg(to_jsonb(x) - CASE WHEN x.compound_id = o.compound_id
            THEN ARRAY['owner_id', 'compound_id', 'county_id', 'subdistrict_id', 'community_id'] ELSE ARRAY['owner_id'] END) AS list
        FROM household_owner x WHERE x.owner_id = n.id AND x.xmin = o.xmin AND x.cmin = o.cmin) d ON true;
  ELSIF TG_TABLE_NAME = 'owner_personal' THEN
    INSERT INTO audit_line (at, county_id, prefecture_id, compound_id, account_id, actor, action, entity, entity_id, after, reason, request_id)
      SELECT moment, n.county_id, here, o.compound_id, who, actor, act, TG_TABLE_NAME, n.owner_id::text, anju_audit_shape(TG_TABLE_NAME, to_jsonb(n)), why, req
      FROM new_rows n JOIN owner_personal x ON x.owner_id = n.owner_id JOIN owner o ON o.id = n.owner_id
      WHERE (o.xmin = x.xmin AND o.cmin = x.cmin) IS NOT TRUE;
  ELSE
    INSERT INTO audit_line (at, county_id, prefecture_id, compound_id, account_id, actor, action, entity, entity_id, after, reason, request_id)
      SELECT moment, n.county_id, here, n.compound_id, who, actor, act, TG_TABLE_NAME, n.household_id::text, to_jsonb(n), why, req
      FROM new_rows n JOIN household_owner x ON x.household_id = n.household_id AND x.owner_id = n.owner_id JOIN owner o ON o.id = n.owner_id
      WHERE (o.xmin = x.xmin AND o.cmin = x.cmin) IS NOT TRUE;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION anju_audit_owners() FROM PUBLIC;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['owner', 'owner_personal', 'household_owner'] LOOP
    EXECUTE format('DROP TRIGGER audit_insert ON %I', t);
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION anju_audit_owners()', t);
  END LOOP;
END $$;
