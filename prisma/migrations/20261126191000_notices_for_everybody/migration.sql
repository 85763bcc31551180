-- Residents, who have no account, read what is published, learn by a receipt code how one household is recorded, and object while the period
-- runs: through these functions, which tell and take exactly that. No draft, no name, no other household.

CREATE INDEX notice_newest ON notice (published_at DESC, id DESC) WHERE published_at IS NOT NULL;

CREATE FUNCTION counties_for_residents() RETURNS TABLE (code text, name text, name_en text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.code, u.name, u.name_en FROM unit u WHERE u.kind = 'county' AND (u.valid_to IS NULL OR u.valid_to > anju_today()) ORDER BY u.sort_order, u.code
$$;

CREATE FUNCTION notices_for_residents(of_county text, skipped integer, most integer)
RETURNS TABLE (id uuid, kind text, status text, title text, issuer text, county text, county_en text, starts_on text, ends_on text, today text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.id, n.kind, n.status, n.title, n.issuer, u.name, u.name_en, n.starts_on::text, n.ends_on::text, anju_today()::text
    FROM notice n JOIN unit u ON u.id = n.county_id
    WHERE n.published_at IS NOT NULL AND (of_county IS NULL OR u.code = of_county)
    ORDER BY n.published_at DESC, n.id DESC OFFSET skipped LIMIT most
$$;

-- Of a withdrawn one only that it was withdrawn: what it said may be why.
CREATE FUNCTION notice_for_residents(which uuid)
RETURNS TABLE (id uuid, kind text, status text, title text, document_no text, issuer text, county text, county_en text, body text, facts jsonb, days integer,
  starts_on text, ends_on text, withdrawn_on text, today text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.id, n.kind, n.status, n.title, n.document_no, n.issuer, u.name, u.name_en,
    CASE n.status WHEN 'withdrawn' THEN '' ELSE n.body END, CASE n.status WHEN 'withdrawn' THEN NULL ELSE n.facts END, n.days,
    n.starts_on::text, n.ends_on::text, (n.withdrawn_at AT TIME ZONE 'Asia/Shanghai')::date::text, anju_today()::text
    FROM notice n JOIN unit u ON u.id = n.county_id WHERE n.id = which AND n.published_at IS NOT NULL
$$;

-- How a household is recorded in a round, by the digest of its receipt code.
CREATE FUNCTION receipt_for_resident(digest text)
RETURNS TABLE (compound text, building text, unit_no text, room text, round integer, attempt integer, cancelled boolean, choice text, annulled boolean, channel text,
  collected_on text, notice_id uuid, ends_on text, may_object boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.name, v.building_name, v.unit_no, v.room, r.round, r.attempt, r.status = 'cancelled', s.choice, coalesce(b.kind = 'annulled', false),
    CASE WHEN s.choice IS NOT NULL THEN b.channel END, CASE WHEN s.choice IS NOT NULL THEN (b.collected_at AT TIME ZONE 'Asia/Shanghai')::date::text END,
    n.id, n.ends_on::text, coalesce(n.status = 'published' AND anju_today() <= n.ends_on, false)
    FROM vote_roll v JOIN vote_round r ON r.id = v.round_id JOIN compound c ON c.id = r.compound_id
      JOIN vote_standing s ON s.round_id = v.round_id AND s.household_id = v.household_id LEFT JOIN ballot b ON b.id = s.ballot_id
      LEFT JOIN notice n ON n.round_id = r.id AND n.kind = 'result' AND n.published_at IS NOT NULL AND n.status <> 'withdrawn'
    WHERE v.receipt_hash = digest
$$;

-- Whoever completes a notice waits for an objection that is being taken, and the other way round.
CREATE FUNCTION object_by_page(which uuid, about uuid, said text, sealed bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n notice;
BEGIN
  SELECT * INTO n FROM notice WHERE id = about AND published_at IS NOT NULL FOR SHARE;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  IF EXISTS (SELECT 1 FROM objection WHERE id = which) THEN RETURN 'taken'; END IF;
  IF n.status <> 'published' OR anju_today() > n.ends_on THEN RETURN 'over'; END IF;
  INSERT INTO objection (id, notice_id, county_id, source, content, contact) VALUES (which, n.id, n.county_id, 'page', said, sealed) ON CONFLICT (id) DO NOTHING;
  RETURN 'taken';
END $$;

CREATE FUNCTION object_by_receipt(which uuid, digest text, said text, sealed bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v vote_roll; n notice;
BEGIN
  SELECT * INTO v FROM vote_roll WHERE receipt_hash = digest;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  SELECT * INTO n FROM notice WHERE round_id = v.round_id AND kind = 'result' AND status <> 'withdrawn' AND published_at IS NOT NULL FOR SHARE;
  IF NOT FOUND THEN RETURN 'over'; END IF;
  IF EXISTS (SELECT 1 FROM objection WHERE id = which) THEN RETURN 'taken'; END IF;
  IF n.status <> 'published' OR anju_today() > n.ends_on THEN RETURN 'over'; END IF;
  INSERT INTO objection (id, notice_id, county_id, round_id, household_id, source, content, contact)
    VALUES (which, n.id, n.county_id, v.round_id, v.household_id, 'receipt', said, sealed) ON CONFLICT (id) DO NOTHING;
  RETURN 'taken';
END $$;

REVOKE ALL ON FUNCTION counties_for_residents(), notices_for_residents(text, integer, integer), notice_for_residents(uuid), receipt_for_resident(text),
  object_by_page(uuid, uuid, text, bytea), object_by_receipt(uuid, text, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION counties_for_residents(), notices_for_residents(text, integer, integer), notice_for_residents(uuid), receipt_for_resident(text),
  object_by_page(uuid, uuid, text, bytea), object_by_receipt(uuid, text, text, bytea) TO anju_app;

-- Lines of the record are kept for ever; how to reach a resident is not.
DO $$
DECLARE shape text := pg_get_functiondef('anju_audit_shape(text, jsonb)'::regprocedure);
BEGIN
  EXECUTE replace(shape, 'ELSE doc END', 'WHEN ''objection'' THEN doc - ''contact'' ELSE doc END');
END $$;
