-- A household whose form was handed in and never recorded gets its ballot after closing all the same, when its objection is upheld: collected before closing, with the
-- photo of the form, and only where nothing stands. All else of the function is as it was (20261126190100_votes_rules).

-- Rows are looked up by their keys, whatever a connection planned when the tables were small (as anju_placed does): a plan kept from the first day
-- read every roll there is for each ballot.
-- What one statement records, all at once: is the round open, is the household in its roll, and then the standings, the sums and the chain.
CREATE OR REPLACE FUNCTION ballots_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_nestloop = on SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  which uuid; many integer; digest text; state text; closed timestamptz; first_seq integer; last_seq integer; head vote_tally; moment timestamptz := anju_now(); who uuid := anju_account(); link text;
  strayed integer; held boolean; d_agree integer; d_agree_area bigint; d_dis integer; d_dis_area bigint; d_abs integer; d_abs_area bigint; d_in integer; d_vagree integer; d_checked integer;
BEGIN
  SELECT (array_agg(round_id))[1], count(DISTINCT round_id), min(seq), max(seq), vote_sha(string_agg(hash, ';' ORDER BY id)) INTO which, many, first_seq, last_seq, digest FROM new_rows;
  IF many = 0 THEN RETURN NULL; END IF;
  IF many > 1 THEN RAISE EXCEPTION 'one round at a time' USING ERRCODE = '23514', CONSTRAINT = 'ballots_of_one_round'; END IF;
  SELECT * INTO head FROM vote_tally WHERE round_id = which FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'the round has no roll' USING ERRCODE = '23503', CONSTRAINT = 'vote_without_roll'; END IF;
  IF EXISTS (SELECT 1 FROM new_rows n WHERE (n.county_id, n.subdistrict_id, n.community_id, n.recorded_at, n.recorded_by)
      IS DISTINCT FROM (head.county_id, head.subdistrict_id, head.community_id, moment, coalesce(who, n.recorded_by))) THEN
    RAISE EXCEPTION 'a ballot says itself where it stands, when, or as whom' USING ERRCODE = '42501', CONSTRAINT = 'ballot_stamped';
  END IF;
  SELECT status, closed_at INTO state, closed FROM vote_round WHERE id = which;
  -- after closing only what an objection demands: a correction, an annulment, or, where nothing stands, the first ballot that was there before closing, with its photo;
  -- after certification nothing at all
  IF state NOT IN ('open', 'closed') OR (state = 'closed' AND EXISTS (SELECT 1 FROM new_rows n LEFT JOIN objection o ON o.id = n.objection_id AND o.round_id = n.round_id
      AND o.household_id = n.household_id AND o.verdict IS DISTINCT FROM 'dismissed' WHERE o.id IS NULL OR (n.kind NOT IN ('corrected', 'annulled') AND NOT (
        n.kind = 'recorded' AND n.source = 'objection' AND o.verdict IS NULL AND n.photo_file_id IS NOT NULL AND n.collected_at <= coalesce(closed, '-infinity')
        AND NOT EXISTS (SELECT 1 FROM vote_standing s WHERE s.round_id = n.round_id AND s.household_id = n.household_id AND s.ballot_id IS NOT NULL))))) THEN
    RAISE EXCEPTION 'the round is %', state USING ERRCODE = '42501', CONSTRAINT = 'round_not_open';
  END IF;
  -- every ballot is of a household of the roll, replaces what stands, or is kept beside one of the same household; and what it changes in the sums
  SELECT count(*) FILTER (WHERE s.household_id IS NULL OR (n.replaces_id IS NOT NULL AND s.ballot_id IS DISTINCT FROM n.replaces_id)
      OR (n.beside_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.id = n.beside_id AND b.id <> n.id AND b.round_id = n.round_id AND b.household_id = n.household_id))),
    coalesce(bool_or(r.voter_dwellings > 1), false),
    coalesce(sum(x.a), 0), coalesce(sum(r.area * x.a), 0), coalesce(sum(x.d), 0), coalesce(sum(r.area * x.d), 0), coalesce(sum(x.x), 0), coalesce(sum(r.area * x.x), 0),
    coalesce(sum(x.a + x.d + x.x) FILTER (WHERE r.voter_dwellings = 1), 0), coalesce(sum(x.a) FILTER (WHERE r.voter_dwellings = 1), 0),
    coalesce(-sum(s.checked::int) FILTER (WHERE n.kind <> 'noted'), 0)
    INTO strayed, held, d_agree, d_agree_area, d_dis, d_dis_area, d_abs, d_abs_area, d_in, d_vagree, d_checked
    FROM new_rows n LEFT JOIN vote_standing s ON s.round_id = n.round_id AND s.household_id = n.household_id
      LEFT JOIN vote_roll r ON r.round_id = n.round_id AND r.household_id = n.household_id
      CROSS JOIN LATERAL (SELECT CASE n.kind WHEN 'noted' THEN 0 ELSE (n.choice IS NOT DISTINCT FROM 'agree')::int - (s.choice IS NOT DISTINCT FROM 'agree')::int END AS a,
        CASE n.kind WHEN 'noted' THEN 0 ELSE (n.choice IS NOT DISTINCT FROM 'disagree')::int - (s.choice IS NOT DISTINCT FROM 'disagree')::int END AS d,
        CASE n.kind WHEN 'noted' THEN 0 ELSE (n.choice IS NOT DISTINCT FROM 'abstain')::int - (s.choice IS NOT DISTINCT FROM 'abstain')::int END AS x) x;
  IF strayed > 0 THEN RAISE EXCEPTION 'not in the roll, or not what stands' USING ERRCODE = '23503', CONSTRAINT = 'ballot_in_roll'; END IF;

  -- voters with several dwellings: in once one ballot is there, agreeing once all that are there agree
  IF held THEN
    WITH moved AS (
      SELECT r.voter, sum((n.choice IS NOT DISTINCT FROM 'agree')::int - (s.choice IS NOT DISTINCT FROM 'agree')::int) AS a,
        sum((n.choice IS NOT DISTINCT FROM 'disagree')::int - (s.choice IS NOT DISTINCT FROM 'disagree')::int) AS d,
        sum((n.choice IS NOT DISTINCT FROM 'abstain')::int - (s.choice IS NOT DISTINCT FROM 'abstain')::int) AS x
        FROM new_rows n JOIN vote_roll r ON r.round_id = n.round_id AND r.household_id = n.household_id AND r.voter_dwellings > 1
          JOIN vote_standing s ON s.round_id = n.round_id AND s.household_id = n.household_id WHERE n.kind <> 'noted' GROUP BY r.voter
    ), now AS (
      UPDATE vote_voter v SET agree = v.agree + m.a, disagree = v.disagree + m.d, abstain = v.abstain + m.x FROM moved m WHERE v.round_id = which AND v.voter = m.voter
        RETURNING (v.agree + v.disagree + v.abstain > 0)::int - (v.agree + v.disagree + v.abstain - m.a - m.d - m.x > 0)::int AS inside,
          (v.agree > 0 AND v.disagree + v.abstain = 0)::int - (v.agree - m.a > 0 AND v.disagree + v.abstain - m.d - m.x = 0)::int AS agreeing
    )
    SELECT d_in + coalesce(sum(inside), 0), d_vagree + coalesce(sum(agreeing), 0) INTO d_in, d_vagree FROM now;
  END IF;

  UPDATE vote_building b SET agree = b.agree + m.a, disagree = b.disagree + m.d, abstain = b.abstain + m.x, agree_area = b.agree_area + m.aa
    FROM (SELECT r.building_id, sum((n.choice IS NOT DISTINCT FROM 'agree')::int - (s.choice IS NOT DISTINCT FROM 'agree')::int) AS a,
        sum(r.area * ((n.choice IS NOT DISTINCT FROM 'agree')::int - (s.choice IS NOT DISTINCT FROM 'agree')::int)) AS aa,
        sum((n.choice IS NOT DISTINCT FROM 'disagree')::int - (s.choice IS NOT DISTINCT FROM 'disagree')::int) AS d,
        sum((n.choice IS NOT DISTINCT FROM 'abstain')::int - (s.choice IS NOT DISTINCT FROM 'abstain')::int) AS x
      FROM new_rows n JOIN vote_roll r ON r.round_id = n.round_id AND r.household_id = n.household_id
        JOIN vote_standing s ON s.round_id = n.round_id AND s.household_id = n.household_id WHERE n.kind <> 'noted' GROUP BY r.building_id) m
    WHERE b.round_id = which AND b.building_id = m.building_id;
  UPDATE vote_standing s SET ballot_id = n.id, choice = n.choice, checked = false FROM new_rows n WHERE n.kind <> 'noted' AND s.round_id = n.round_id AND s.household_id = n.household_id;

  -- the entry (as vote_link() writes it) and the sums, in one change of the row that is the lock
  IF first_seq <> head.head_seq + 1 OR last_seq <> head.head_seq + 1 THEN
    RAISE EXCEPTION 'recorded inside another record' USING ERRCODE = '23514', CONSTRAINT = 'ballots_of_one_entry';
  END IF;
  link := vote_sha(head.head_hash || ':' || (head.head_seq + 1) || ':ballots:' || vote_time(moment) || ':' || coalesce(who::text, '-') || ':' || digest);
  INSERT INTO vote_entry (round_id, seq, county_id, subdistrict_id, community_id, kind, at, account_id, digest, prev_hash, hash)
    VALUES (which, head.head_seq + 1, head.county_id, head.subdistrict_id, head.community_id, 'ballots', moment, who, digest, head.head_hash, link);
  UPDATE vote_tally SET head_seq = head.head_seq + 1, head_hash = link, agree_households = agree_households + d_agree, agree_area = agree_area + d_agree_area,
    disagree_households = disagree_households + d_dis, disagree_area = disagree_area + d_dis_area, abstain_households = abstain_households + d_abs,
    abstain_area = abstain_area + d_abs_area, voters_in = voters_in + d_in, voters_agree = voters_agree + d_vagree, checked = checked + d_checked WHERE round_id = which;
  RETURN NULL;
END $$;
