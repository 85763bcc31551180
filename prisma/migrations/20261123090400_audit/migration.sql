-- Every write leaves a line, written by the database itself in the same transaction: a command cannot forget it.

-- The chain a line belongs to: its county's, or the prefecture's own.
CREATE FUNCTION anju_chain(county uuid, prefecture uuid) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN county IS NOT NULL THEN 'county:' || county ELSE 'prefecture:' || coalesce(prefecture::text, '-') END $$;

-- Only what changed, so that a line says what somebody did.
CREATE FUNCTION anju_changed(was jsonb, now jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(was) WHERE value IS DISTINCT FROM now -> key AND key NOT IN ('updated_at', 'updated_by') $$;

-- Columns that a line must not carry: the register's own ciphertext and hashes of passwords. The personal values stand in
-- audit_cipher, under the audit key, which retention can destroy without touching the register.
CREATE FUNCTION anju_audit_shape(entity text, doc jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE entity
    WHEN 'owner_personal' THEN doc - 'cipher' - 'key_id'
    WHEN 'account_password' THEN doc - 'hash'
    WHEN 'session' THEN doc - 'token_hash'
    WHEN 'personal_key' THEN doc - 'wrapped'
    WHEN 'import_batch' THEN doc - 'proposal' - 'heartbeat_at' - 'progress_done' - 'progress_total'
    WHEN 'compound' THEN doc - 'search_text' - 'pinyin'
    WHEN 'building' THEN doc - 'sort_key'
    WHEN 'household' THEN doc - 'sort_key'
    ELSE doc END $$;

-- Seeding of a whole prefecture by COPY is one act with one line of its own; only the owner's role may ask for that.
CREATE FUNCTION anju_bulk_load() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.bulk_load', true) = 'on', false) AND pg_has_role(session_user, 'anju_owner', 'MEMBER') $$;

CREATE FUNCTION anju_audit_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
    INSERT INTO audit_line (county_id, prefecture_id, account_id, actor, action, entity, entity_id, after, reason, request_id)
      SELECT (doc ->> 'county_id')::uuid, coalesce((doc ->> 'prefecture_id')::uuid, here), who, actor, coalesce(act, TG_TABLE_NAME || '.insert'), TG_TABLE_NAME, doc ->> key_column,
        anju_audit_shape(TG_TABLE_NAME, doc), why, req
      FROM (SELECT to_jsonb(n) AS doc FROM new_rows n) x;
  ELSE
    INSERT INTO audit_line (county_id, prefecture_id, account_id, actor, action, entity, entity_id, before, after, reason, request_id)
      SELECT (doc ->> 'county_id')::uuid, coalesce((doc ->> 'prefecture_id')::uuid, here), who, actor, coalesce(act, TG_TABLE_NAME || '.update'), TG_TABLE_NAME, doc ->> key_column,
        anju_changed(was, doc), anju_changed(doc, was), why, req
      FROM (SELECT anju_audit_shape(TG_TABLE_NAME, to_jsonb(o)) AS was, anju_audit_shape(TG_TABLE_NAME, to_jsonb(n)) AS doc
              FROM old_rows o JOIN new_rows n ON to_jsonb(o) ->> key_column = to_jsonb(n) ->> key_column
                AND (TG_ARGV[1] IS NULL OR to_jsonb(o) ->> TG_ARGV[1] = to_jsonb(n) ->> TG_ARGV[1])) x
      WHERE anju_changed(was, doc) <> '{}' OR anju_changed(doc, was) <> '{}';
  END IF;
  RETURN NULL;
END $$;

-- anju_audit(table, key): what a later migration calls for each new table that people write. (No trigger for DELETE: the app's role has none on these.)
CREATE FUNCTION anju_audit(t regclass, key_column text DEFAULT 'id', second_key text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
DECLARE args text := quote_literal(key_column) || CASE WHEN second_key IS NULL THEN '' ELSE ', ' || quote_literal(second_key) END;
BEGIN
  EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION anju_audit_rows(%s)', t, args);
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION anju_audit_rows(%s)', t, args);
END $$;

SELECT anju_audit(t::regclass) FROM unnest(ARRAY['unit', 'unit_version', 'account', 'programme_year', 'survey_campaign', 'baseline_amendment', 'compound',
  'compound_alias', 'compound_lineage', 'building', 'household', 'owner', 'stored_file', 'compound_file', 'import_mapping', 'export_job', 'personal_key']) t;
SELECT anju_audit('account_password', 'account_id');
SELECT anju_audit('owner_personal', 'owner_id');
SELECT anju_audit('household_owner', 'household_id', 'owner_id');
SELECT anju_audit('survey_baseline', 'campaign_id', 'county_id');

-- Statuses of an import are acts; its progress is not.
CREATE TRIGGER audit_insert AFTER INSERT ON import_batch REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION anju_audit_rows('id');
CREATE FUNCTION anju_audit_import() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_line (county_id, prefecture_id, account_id, actor, action, entity, entity_id, before, after, reason, request_id)
    VALUES (NEW.county_id, anju_prefecture(), anju_account(), coalesce(anju_setting('app.actor'), 'system'), 'import.' || NEW.status, 'import_batch', NEW.id::text,
      jsonb_build_object('status', OLD.status), jsonb_build_object('status', NEW.status, 'counts', NEW.counts, 'errors', NEW.errors), anju_setting('app.reason'), anju_setting('app.request'));
  RETURN NULL;
END $$;
CREATE TRIGGER audit_status AFTER UPDATE ON import_batch FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION anju_audit_import();

-- What is no change of a row but must be on record: reading personal data, exports, sign-in and sign-out. The actor is the session's, never an argument.
CREATE FUNCTION anju_record(action text, entity text, entity_id text, county uuid, details jsonb, reason text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO audit_line (county_id, prefecture_id, account_id, actor, action, entity, entity_id, after, reason, request_id)
  VALUES (county, anju_prefecture(), anju_account(), coalesce(anju_setting('app.actor'), 'system'), action, entity, entity_id, details, reason, anju_setting('app.request'))
$$;

-- The next line goes on the work list of the sealer.
CREATE FUNCTION anju_audit_pending() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO audit_pending (chain, line_id, county_id, prefecture_id)
    SELECT anju_chain(county_id, prefecture_id), id, county_id, prefecture_id FROM new_lines;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_pending_insert AFTER INSERT ON audit_line REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION anju_audit_pending();

-- The exact text whose hash is sealed; an exported line is this text, so that a file can be checked without the database.
CREATE FUNCTION anju_audit_text(l audit_line) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(l.id, l.county_id, l.prefecture_id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.account_id, l.actor, l.action, l.entity,
    l.entity_id, l.before, l.after, l.reason, l.request_id)::text $$;

-- Seals what waits, chain by chain, at most `batch` lines each; writers never wait for it. A line that commits late goes into the next seal.
CREATE FUNCTION anju_audit_seal(batch integer DEFAULT 20000) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c record; last audit_seal; sealed integer := 0; n integer; digest text;
BEGIN
  FOR c IN SELECT chain, (array_agg(county_id))[1] AS county_id, (array_agg(prefecture_id))[1] AS prefecture_id FROM audit_pending GROUP BY chain ORDER BY chain LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('audit-seal ' || c.chain, 0));
    SELECT * INTO last FROM audit_seal WHERE chain = c.chain ORDER BY seq DESC LIMIT 1;
    IF NOT FOUND THEN
      -- the first record names the installation and the chain
      INSERT INTO audit_seal (chain, seq, county_id, prefecture_id, lines, total, prev_hash, hash)
        VALUES (c.chain, 0, c.county_id, c.prefecture_id, 0, 0, '',
          encode(sha256(convert_to('anju-audit:' || (SELECT identity FROM installation)::text || ':' || c.chain, 'UTF8')), 'hex'))
        RETURNING * INTO last;
    END IF;
    WITH waiting AS (
      SELECT p.line_id FROM audit_pending p WHERE p.chain = c.chain ORDER BY p.line_id LIMIT batch
    ), hashed AS (
      INSERT INTO audit_sealed_line (line_id, chain, seq, county_id, prefecture_id, hash)
        SELECT l.id, c.chain, last.seq + 1, c.county_id, c.prefecture_id, encode(sha256(convert_to(anju_audit_text(l), 'UTF8')), 'hex')
          FROM waiting w JOIN audit_line l ON l.id = w.line_id
        RETURNING line_id, hash
    )
    SELECT count(*), encode(sha256(convert_to(last.hash || ':' || (last.seq + 1) || ':' || string_agg(line_id || '=' || hash, ';' ORDER BY line_id), 'UTF8')), 'hex')
      INTO n, digest FROM hashed;
    IF n > 0 THEN
      INSERT INTO audit_seal (chain, seq, county_id, prefecture_id, lines, total, prev_hash, hash)
        VALUES (c.chain, last.seq + 1, c.county_id, c.prefecture_id, n, last.total + n, last.hash, digest);
      DELETE FROM audit_pending p USING audit_sealed_line s WHERE s.line_id = p.line_id AND p.chain = c.chain AND s.chain = c.chain AND s.seq = last.seq + 1;
      sealed := sealed + n;
    END IF;
  END LOOP;
  RETURN sealed;
END $$;

CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_line FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_sealed_line FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();

REVOKE ALL ON FUNCTION anju_record(text, text, text, uuid, jsonb, text), anju_audit_seal(integer), anju_audit_rows(), anju_audit_pending(), anju_audit_import() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION anju_record(text, text, text, uuid, jsonb, text), anju_audit_seal(integer) TO anju_app;
