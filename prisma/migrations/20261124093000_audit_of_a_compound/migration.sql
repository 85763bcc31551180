-- A line says which compound it belongs to, so that the history of a compound (buildings, dwellings, owners, files) is one walk along an index.
-- It is the way to a line, not part of what was sealed: anju_audit_text stays as it is, and so does every hash.
ALTER TABLE audit_line ADD COLUMN compound_id uuid;

-- One expression that the planner writes out in place: an import asks it for hundreds of thousands of lines.
CREATE FUNCTION anju_audit_compound(entity text, doc jsonb) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (CASE entity WHEN 'compound' THEN doc ->> 'id' WHEN 'compound_lineage' THEN doc ->> 'to_id' ELSE doc ->> 'compound_id' END)::uuid $$;

CREATE OR REPLACE FUNCTION anju_audit_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  key_column text := coalesce(TG_ARGV[0], 'id');
  actor text := coalesce(anju_setting('app.actor'), 'system');
  act text := anju_setting('app.action');
  why text := anju_setting('app.reason');
  req text := anju_setting('app.request');
  who uuid := anju_account();
  here uuid := anju_prefecture();
BEGIN
  IF anju_bulk_load() THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit_line (county_id, prefecture_id, compound_id, account_id, actor, action, entity, entity_id, after, reason, request_id)
      SELECT (doc ->> 'county_id')::uuid, coalesce((doc ->> 'prefecture_id')::uuid, here),
        CASE TG_TABLE_NAME WHEN 'owner_personal' THEN (SELECT o.compound_id FROM owner o WHERE o.id = (doc ->> 'owner_id')::uuid)
          ELSE anju_audit_compound(TG_TABLE_NAME, doc) END, who, actor,
        coalesce(act, TG_TABLE_NAME || '.insert'), TG_TABLE_NAME, doc ->> key_column, anju_audit_shape(TG_TABLE_NAME, doc), why, req
      FROM (SELECT to_jsonb(n) AS doc FROM new_rows n) x;
  ELSE
    INSERT INTO audit_line (county_id, prefecture_id, compound_id, account_id, actor, action, entity, entity_id, before, after, reason, request_id)
      SELECT (doc ->> 'county_id')::uuid, coalesce((doc ->> 'prefecture_id')::uuid, here),
        CASE TG_TABLE_NAME WHEN 'owner_personal' THEN (SELECT o.compound_id FROM owner o WHERE o.id = (doc ->> 'owner_id')::uuid)
          ELSE anju_audit_compound(TG_TABLE_NAME, doc) END, who, actor,
        coalesce(act, TG_TABLE_NAME || '.update'), TG_TABLE_NAME, doc ->> key_column, anju_changed(was, doc), anju_changed(doc, was), why, req
      FROM (SELECT anju_audit_shape(TG_TABLE_NAME, to_jsonb(o)) AS was, anju_audit_shape(TG_TABLE_NAME, to_jsonb(n)) AS doc
              FROM old_rows o JOIN new_rows n ON to_jsonb(o) ->> key_column = to_jsonb(n) ->> key_column
                AND (TG_ARGV[1] IS NULL OR to_jsonb(o) ->> TG_ARGV[1] = to_jsonb(n) ->> TG_ARGV[1])) x
      WHERE anju_changed(was, doc) <> '{}' OR anju_changed(doc, was) <> '{}';
  END IF;
  RETURN NULL;
END $$;

-- Lines of before this migration find their compound once; nothing of what they say is touched, and the guard stands again at once.
ALTER TABLE audit_line DISABLE TRIGGER kept_for_good;
UPDATE audit_line l SET compound_id = s.compound_id FROM (
  SELECT 'compound' AS entity, id::text AS entity_id, id AS compound_id FROM compound
  UNION ALL SELECT 'building', id::text, compound_id FROM building
  UNION ALL SELECT 'household', id::text, compound_id FROM household
  UNION ALL SELECT 'household_owner', id::text, compound_id FROM household
  UNION ALL SELECT 'owner', id::text, compound_id FROM owner
  UNION ALL SELECT 'owner_personal', id::text, compound_id FROM owner
  UNION ALL SELECT 'compound_file', id::text, compound_id FROM compound_file
  UNION ALL SELECT 'compound_alias', id::text, compound_id FROM compound_alias
  UNION ALL SELECT 'compound_lineage', id::text, to_id FROM compound_lineage) s
WHERE s.entity = l.entity AND s.entity_id = l.entity_id;
ALTER TABLE audit_line ENABLE TRIGGER kept_for_good;

CREATE INDEX audit_line_compound_id_id_idx ON audit_line (compound_id, id) WHERE compound_id IS NOT NULL;
