-- Another system comes in by a token of an account: never more than the account may, and on record as the token that it was.

CREATE TABLE access_token (
  id uuid NOT NULL DEFAULT anju_new_id(),
  account_id uuid NOT NULL,
  prefecture_id uuid NOT NULL,
  county_id uuid,
  subdistrict_id uuid,
  community_id uuid,
  -- where the account stood when it was made: of an account that moved it opens nothing
  unit_id uuid NOT NULL,
  name text NOT NULL,
  hint text NOT NULL,
  scopes text[] NOT NULL,
  expires_on date NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  revoked_at timestamptz(3),
  revoked_by uuid,
  revoked_how text,
  revoked_reason text,
  CONSTRAINT access_token_pkey PRIMARY KEY (id),
  CONSTRAINT access_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT access_token_scopes CHECK (cardinality(scopes) > 0),
  CONSTRAINT access_token_life CHECK (expires_on <= (created_at AT TIME ZONE 'Asia/Shanghai')::date + 365),
  CONSTRAINT access_token_revoked CHECK ((revoked_at IS NULL) = (revoked_how IS NULL) AND (revoked_how IS NULL OR revoked_how IN ('own', 'administrator', 'disabled', 'moved')))
);
CREATE INDEX access_token_account_id_idx ON access_token (account_id);

-- Apart, like passwords: the app's role writes the digest and can never read it; and that a token was used is no change of it.
CREATE TABLE access_token_secret (
  token_id uuid NOT NULL,
  account_id uuid NOT NULL,
  prefecture_id uuid NOT NULL,
  county_id uuid,
  subdistrict_id uuid,
  community_id uuid,
  digest text NOT NULL,
  last_used_at timestamptz(3),
  last_refused_at timestamptz(3),
  CONSTRAINT access_token_secret_pkey PRIMARY KEY (token_id),
  CONSTRAINT access_token_secret_token_id_fkey FOREIGN KEY (token_id) REFERENCES access_token (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT access_token_secret_digest CHECK (digest ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX access_token_secret_digest_key ON access_token_secret (digest);

-- An account's own, and those of the accounts that a body administers.
SELECT anju_protect(t::regclass, 'county',
  'OR account_id = (SELECT anju_account()) OR (county_id IS NULL AND (SELECT anju_level()) = ''prefecture'' AND prefecture_id = (SELECT anju_prefecture()))')
  FROM unnest(ARRAY['access_token', 'access_token_secret']) t;
SELECT anju_audit('access_token');
GRANT SELECT, INSERT ON access_token TO anju_app;
GRANT UPDATE (revoked_at, revoked_by, revoked_how, revoked_reason) ON access_token TO anju_app;
GRANT INSERT ON access_token_secret TO anju_app;
GRANT SELECT (token_id, account_id, prefecture_id, county_id, subdistrict_id, community_id, last_used_at, last_refused_at) ON access_token_secret TO anju_app;

-- What was ended stays ended, and of a secret nothing but its use ever changes.
CREATE FUNCTION anju_token_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL THEN RAISE EXCEPTION 'token % was revoked', OLD.id USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER access_token_stays BEFORE UPDATE ON access_token FOR EACH ROW EXECUTE FUNCTION anju_token_stays();

-- A line says which token did it. The token's name stands in the actor's words, which are sealed; this is the way to its lines.
ALTER TABLE audit_line ADD COLUMN token_id uuid DEFAULT nullif(current_setting('app.token', true), '')::uuid;
CREATE INDEX audit_line_token_id_id_idx ON audit_line (token_id, id) WHERE token_id IS NOT NULL;

-- What the gate needs for whoever holds the whole secret, and why it opens nothing where it does not: only the holder of the secret learns that.
CREATE FUNCTION auth_token(secret_digest text) RETURNS TABLE (
  token_id uuid, token_name text, scopes text[], refused text, last_used_at timestamptz, account_id uuid, username text, display_name text, role text, locale text,
  must_change_password boolean, unit_id uuid, unit_name text, unit_name_en text, unit_kind text, prefecture_id uuid, county_id uuid, subdistrict_id uuid, community_id uuid, counties uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.name, t.scopes,
    CASE WHEN a.disabled_at IS NOT NULL OR t.revoked_how = 'disabled' THEN 'disabled' WHEN t.unit_id <> a.unit_id OR t.revoked_how = 'moved' THEN 'moved'
      WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_on < anju_today() THEN 'expired' END,
    s.last_used_at, a.id, a.username, a.display_name, a.role, a.locale, a.must_change_password,
    u.id, u.name, u.name_en, u.kind, a.prefecture_id, a.county_id, a.subdistrict_id, a.community_id,
    CASE WHEN a.county_id IS NOT NULL THEN ARRAY[a.county_id]
      ELSE (SELECT array_agg(c.id ORDER BY c.sort_order) FROM unit c WHERE c.kind = 'county' AND c.prefecture_id = a.prefecture_id) END
  FROM access_token_secret s JOIN access_token t ON t.id = s.token_id JOIN account a ON a.id = t.account_id JOIN unit u ON u.id = a.unit_id
  WHERE s.digest = secret_digest
$$;

-- Last used, at most once a minute.
CREATE FUNCTION auth_touch_token(which uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE access_token_secret s SET last_used_at = anju_now() WHERE s.token_id = which AND (s.last_used_at IS NULL OR s.last_used_at < anju_now() - interval '1 minute')
$$;

-- That a token which opens nothing any more is still being used is on record, once an hour: a system that nobody told, or a stolen secret.
CREATE FUNCTION auth_token_refused(which uuid, why text, from_address text, req text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH first AS (
    UPDATE access_token_secret s SET last_refused_at = anju_now()
      WHERE s.token_id = which AND (s.last_refused_at IS NULL OR s.last_refused_at < anju_now() - interval '1 hour') RETURNING s.token_id, s.account_id
  )
  INSERT INTO audit_line (county_id, prefecture_id, account_id, actor, action, entity, entity_id, after, request_id, token_id)
    SELECT t.county_id, t.prefecture_id, a.id, a.display_name || '（' || a.role || '，' || u.name || '；令牌“' || t.name || '”）', 'token.refused', 'access_token', t.id::text,
      jsonb_build_object('why', why, 'address_ip', left(from_address, 64)), req, t.id
      FROM first f JOIN access_token t ON t.id = f.token_id JOIN account a ON a.id = f.account_id JOIN unit u ON u.id = a.unit_id
$$;

-- How often somebody asked for what is expensive (the table of rate-limiter-flexible). Lost in a crash of the database, and then counted from nothing.
CREATE UNLOGGED TABLE request_count (
  key varchar(255) NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,
  CONSTRAINT request_count_pkey PRIMARY KEY (key)
);
SELECT anju_protect('request_count', 'public');
GRANT SELECT, INSERT, UPDATE, DELETE ON request_count TO anju_app;

REVOKE ALL ON FUNCTION auth_token(text), auth_touch_token(uuid), auth_token_refused(uuid, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_token(text), auth_touch_token(uuid), auth_token_refused(uuid, text, text, text) TO anju_app;
