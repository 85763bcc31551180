-- A vote stands up in a dispute because the database itself keeps it: the roll is frozen, a ballot is never changed, everything is chained,
-- and after certification nothing is added. The sums are kept by the same statement that records.

ALTER TABLE scheme ADD CONSTRAINT scheme_words CHECK (status IN ('draft', 'final') AND share_rule IN ('area', 'household') AND no > 0
  AND estimate >= 0 AND owners_share >= 0 AND owners_share <= estimate AND (status = 'final') = (hash IS NOT NULL));
ALTER TABLE vote_round ADD CONSTRAINT vote_round_words CHECK (status IN ('draft', 'open', 'closed', 'certified', 'cancelled') AND round IN (1, 2) AND attempt > 0
  AND (outcome IS NULL OR outcome IN ('passed', 'failed')) AND (status = 'certified') = (outcome IS NOT NULL) AND (round = 1 OR status = 'cancelled' OR scheme_id IS NOT NULL)
  AND (status IN ('draft', 'cancelled') OR (roll_hash IS NOT NULL AND roll_households > 0 AND roll_area > 0)));
ALTER TABLE vote_roll ADD CONSTRAINT vote_roll_area CHECK (area > 0);
ALTER TABLE vote_standing ADD CONSTRAINT vote_standing_words CHECK ((choice IS NULL OR choice IN ('agree', 'disagree', 'abstain')) AND (choice IS NULL OR ballot_id IS NOT NULL)
  AND (door IS NULL OR door IN ('to_visit', 'nobody_in', 'visited')));
ALTER TABLE ballot ADD CONSTRAINT ballot_words CHECK (kind IN ('recorded', 'corrected', 'annulled', 'noted') AND channel IN ('paper', 'door', 'meeting', 'online')
  AND (kind = 'annulled') = (choice IS NULL) AND (choice IS NULL OR choice IN ('agree', 'disagree', 'abstain'))
  AND (kind IN ('corrected', 'annulled')) = (replaces_id IS NOT NULL) AND (kind = 'noted') = (beside_id IS NOT NULL)
  AND (kind = 'recorded' OR coalesce(length(reason), 0) > 0) AND source IN ('single', 'many', 'sheet', 'offline', 'objection')
  AND (photo_file_id IS NULL) = (photo_sha256 IS NULL) AND (proxy_file_id IS NULL) = (proxy_sha256 IS NULL) AND (proxy_name IS NULL OR proxy_file_id IS NOT NULL));
-- A household has one first ballot in a round; each later one replaces the one before it (replaces_id is unique): its history is a line.
CREATE UNIQUE INDEX ballot_first ON ballot (round_id, household_id) WHERE kind = 'recorded';
ALTER TABLE ballot_check ADD CONSTRAINT ballot_check_words CHECK (verdict IN ('right', 'wrong') AND (verdict = 'right' OR coalesce(length(note), 0) > 0));
CREATE UNIQUE INDEX vote_form_good ON vote_form (round_id, household_id) WHERE void_at IS NULL;
ALTER TABLE door_visit ADD CONSTRAINT door_visit_words CHECK (outcome IN ('to_visit', 'nobody_in', 'visited'));
ALTER TABLE call_back ADD CONSTRAINT call_back_words CHECK ((outcome IS NULL) = (called_by IS NULL) AND (outcome IS NULL OR outcome IN ('confirmed', 'denied', 'unreachable'))
  AND (outcome IS NULL OR outcome = 'confirmed' OR coalesce(length(note), 0) > 0));
ALTER TABLE vote_entry ADD CONSTRAINT vote_entry_words CHECK (kind IN ('opened', 'ballots', 'checks', 'closed', 'call_back', 'certified', 'cancelled'));
CREATE UNIQUE INDEX vote_round_one_at_a_time ON vote_round (compound_id, round) WHERE status IN ('draft', 'open', 'closed');

ALTER TABLE notice ADD CONSTRAINT notice_words CHECK (kind IN ('list', 'plan', 'design', 'result') AND status IN ('draft', 'published', 'completed', 'withdrawn') AND days > 0
  AND (status = 'draft' OR status = 'withdrawn' OR (hash IS NOT NULL AND starts_on IS NOT NULL AND ends_on IS NOT NULL AND ends_on = starts_on + days))
  AND (kind = 'list') = (compound_id IS NULL) AND (kind <> 'result' OR round_id IS NOT NULL) AND (kind <> 'design' OR scheme_id IS NOT NULL)
  AND (status <> 'withdrawn' OR coalesce(length(withdrawn_reason), 0) > 0));
-- One result notice of a round, one design notice of a scheme at a time.
CREATE UNIQUE INDEX notice_of_round ON notice (round_id) WHERE kind = 'result' AND status <> 'withdrawn';
CREATE UNIQUE INDEX notice_of_scheme ON notice (scheme_id) WHERE kind = 'design' AND status <> 'withdrawn';
ALTER TABLE objection ADD CONSTRAINT objection_words CHECK (source IN ('page', 'receipt', 'office') AND (verdict IS NULL OR verdict IN ('upheld', 'dismissed'))
  AND (verdict IS NULL) = (answered_at IS NULL) AND (verdict IS NULL OR coalesce(length(reply), 0) > 0) AND length(content) BETWEEN 1 AND 2000);

-- Where rows stand: given by the compound, or by the round.
CREATE TRIGGER scheme_place BEFORE INSERT ON scheme FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();
CREATE TRIGGER vote_round_place BEFORE INSERT ON vote_round FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();
CREATE TRIGGER notice_place BEFORE INSERT ON notice FOR EACH ROW WHEN (NEW.compound_id IS NOT NULL) EXECUTE FUNCTION anju_place_in_compound();
CREATE TRIGGER notice_compound_place BEFORE INSERT ON notice_compound FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();

CREATE FUNCTION vote_place_in_parent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  CASE TG_ARGV[0]
    WHEN 'scheme' THEN SELECT county_id, subdistrict_id, community_id INTO NEW.county_id, NEW.subdistrict_id, NEW.community_id FROM scheme WHERE id = NEW.scheme_id;
    WHEN 'notice' THEN SELECT county_id, subdistrict_id, community_id INTO NEW.county_id, NEW.subdistrict_id, NEW.community_id FROM notice WHERE id = NEW.notice_id;
    ELSE SELECT county_id, subdistrict_id, community_id INTO NEW.county_id, NEW.subdistrict_id, NEW.community_id FROM vote_round WHERE id = NEW.round_id;
  END CASE;
  IF NOT FOUND THEN RAISE EXCEPTION 'stands nowhere' USING ERRCODE = '23503', CONSTRAINT = TG_TABLE_NAME || '_place'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scheme_part_place BEFORE INSERT ON scheme_part FOR EACH ROW EXECUTE FUNCTION vote_place_in_parent('scheme');
CREATE TRIGGER notice_photo_place BEFORE INSERT ON notice_photo FOR EACH ROW EXECUTE FUNCTION vote_place_in_parent('notice');
CREATE TRIGGER objection_place BEFORE INSERT ON objection FOR EACH ROW EXECUTE FUNCTION vote_place_in_parent('notice');
CREATE TRIGGER ballot_check_place BEFORE INSERT ON ballot_check FOR EACH ROW EXECUTE FUNCTION vote_place_in_parent('round');
CREATE TRIGGER vote_form_place BEFORE INSERT ON vote_form FOR EACH ROW EXECUTE FUNCTION vote_place_in_parent('round');
CREATE TRIGGER door_visit_place BEFORE INSERT ON door_visit FOR EACH ROW EXECUTE FUNCTION vote_place_in_parent('round');
CREATE TRIGGER call_back_place BEFORE INSERT ON call_back FOR EACH ROW EXECUTE FUNCTION vote_place_in_parent('round');

-- What is never changed moves with its compound all the same, and in nothing else.
CREATE FUNCTION vote_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1
    AND to_jsonb(NEW) - '{county_id,subdistrict_id,community_id}'::text[] = to_jsonb(OLD) - '{county_id,subdistrict_id,community_id}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is kept as it was recorded', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['vote_roll', 'vote_entry', 'ballot', 'ballot_check', 'door_visit'] LOOP
    EXECUTE format('CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION vote_kept()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['vote_round', 'vote_standing', 'vote_tally', 'vote_building', 'vote_voter', 'vote_form', 'call_back', 'scheme', 'scheme_part',
    'notice', 'notice_compound', 'notice_photo', 'objection'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
END $$;

-- A round goes one way. What was frozen at opening stays; what is certified or cancelled stays as a whole.
CREATE FUNCTION vote_round_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moved text[] := '{county_id,subdistrict_id,community_id}';
BEGIN
  IF OLD.status IN ('certified', 'cancelled') AND to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved THEN
    RAISE EXCEPTION 'the round is over' USING ERRCODE = '42501', CONSTRAINT = 'vote_round_over';
  END IF;
  IF (OLD.status, NEW.status) NOT IN (('draft', 'draft'), ('draft', 'open'), ('draft', 'cancelled'), ('open', 'open'), ('open', 'closed'), ('open', 'cancelled'),
    ('closed', 'closed'), ('closed', 'certified'), ('closed', 'cancelled'), ('certified', 'certified'), ('cancelled', 'cancelled')) THEN
    RAISE EXCEPTION 'a round does not go from % to %', OLD.status, NEW.status USING ERRCODE = '42501', CONSTRAINT = 'vote_round_way';
  END IF;
  IF (OLD.compound_id, OLD.round, OLD.attempt, OLD.code) IS DISTINCT FROM (NEW.compound_id, NEW.round, NEW.attempt, NEW.code) OR (OLD.status <> 'draft'
    AND (OLD.roll_hash, OLD.roll_households, OLD.roll_area, OLD.roll_voters, OLD.scheme_id, OLD.test, OLD.rulebook_id, OLD.opened_at, OLD.opened_by)
      IS DISTINCT FROM (NEW.roll_hash, NEW.roll_households, NEW.roll_area, NEW.roll_voters, NEW.scheme_id, NEW.test, NEW.rulebook_id, NEW.opened_at, NEW.opened_by))
    OR (OLD.status = 'closed' AND (OLD.closed_at, OLD.closed_by, OLD.provisional) IS DISTINCT FROM (NEW.closed_at, NEW.closed_by, NEW.provisional)) THEN
    RAISE EXCEPTION 'frozen with the roll' USING ERRCODE = '42501', CONSTRAINT = 'vote_round_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vote_round_guard BEFORE UPDATE ON vote_round FOR EACH ROW EXECUTE FUNCTION vote_round_guard();
-- It goes that way from its beginning: none comes into being certified, past roll, ballots and chain.
CREATE FUNCTION vote_round_born() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'draft' OR num_nonnulls(NEW.roll_hash, NEW.opened_at, NEW.closed_at, NEW.provisional, NEW.result, NEW.certified_at, NEW.cancelled_at) > 0 THEN
    RAISE EXCEPTION 'a round begins as a draft' USING ERRCODE = '42501', CONSTRAINT = 'vote_round_way';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vote_round_born BEFORE INSERT ON vote_round FOR EACH ROW EXECUTE FUNCTION vote_round_born();

CREATE FUNCTION scheme_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moved text[] := '{county_id,subdistrict_id,community_id}';
BEGIN
  IF TG_TABLE_NAME = 'scheme' THEN
    IF OLD.status = 'final' AND to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved THEN
      RAISE EXCEPTION 'a final scheme stays' USING ERRCODE = '42501', CONSTRAINT = 'scheme_final';
    END IF;
  ELSIF EXISTS (SELECT 1 FROM scheme WHERE id = NEW.scheme_id AND status = 'final') AND (TG_OP = 'INSERT' OR to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved) THEN
    RAISE EXCEPTION 'a final scheme stays' USING ERRCODE = '42501', CONSTRAINT = 'scheme_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scheme_guard BEFORE UPDATE ON scheme FOR EACH ROW EXECUTE FUNCTION scheme_guard();
CREATE TRIGGER scheme_guard BEFORE INSERT OR UPDATE ON scheme_part FOR EACH ROW EXECUTE FUNCTION scheme_guard();

-- What was published stays; a notice is completed or withdrawn, once.
CREATE FUNCTION notice_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'draft' THEN RETURN NEW; END IF;
  IF OLD.status IN ('completed', 'withdrawn') AND OLD.status <> NEW.status
    OR (OLD.kind, OLD.title, OLD.document_no, OLD.issuer, OLD.body, OLD.facts, OLD.days, OLD.starts_on, OLD.ends_on, OLD.hash, OLD.published_at, OLD.round_id, OLD.scheme_id, OLD.compound_id)
      IS DISTINCT FROM (NEW.kind, NEW.title, NEW.document_no, NEW.issuer, NEW.body, NEW.facts, NEW.days, NEW.starts_on, NEW.ends_on, NEW.hash, NEW.published_at, NEW.round_id, NEW.scheme_id, NEW.compound_id)
    OR NEW.status = 'draft' THEN
    RAISE EXCEPTION 'what was published stays' USING ERRCODE = '42501', CONSTRAINT = 'notice_published';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notice_guard BEFORE UPDATE ON notice FOR EACH ROW EXECUTE FUNCTION notice_guard();
-- What somebody objects stays as it was said, and its answer as it was given; how to reach them goes when the notice is over.
CREATE FUNCTION objection_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.notice_id, OLD.round_id, OLD.household_id, OLD.source, OLD.content, OLD.received_at, OLD.received_by)
      IS DISTINCT FROM (NEW.notice_id, NEW.round_id, NEW.household_id, NEW.source, NEW.content, NEW.received_at, NEW.received_by)
    OR (OLD.verdict IS NOT NULL AND (OLD.verdict, OLD.reply, OLD.ballot_id, OLD.answered_at, OLD.answered_by)
      IS DISTINCT FROM (NEW.verdict, NEW.reply, NEW.ballot_id, NEW.answered_at, NEW.answered_by)) THEN
    RAISE EXCEPTION 'what was said stays' USING ERRCODE = '42501', CONSTRAINT = 'objection_said';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER objection_guard BEFORE UPDATE ON objection FOR EACH ROW EXECUTE FUNCTION objection_guard();

-- The texts whose hashes stand in the chain. audit:verify builds the same by itself. As stable as to_char, so that they are written into what calls them
-- and not called for each ballot.
CREATE FUNCTION vote_time(t timestamptz) RETURNS text LANGUAGE sql STABLE AS $$ SELECT to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
CREATE FUNCTION vote_sha(said text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT encode(sha256(convert_to(said, 'UTF8')), 'hex') $$;
CREATE FUNCTION ballot_text(b ballot) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(b.id, b.round_id, b.household_id, b.seq, b.kind, b.choice, b.channel, b.form_no, b.photo_file_id, b.photo_sha256, b.proxy_name, b.proxy_file_id, b.proxy_sha256,
    b.wanted, b.problems, b.collector, vote_time(b.collected_at), vote_time(b.device_at), b.source, b.replaces_id, b.beside_id, b.objection_id, b.reason, b.recorded_by,
    vote_time(b.recorded_at))::text $$;
CREATE FUNCTION ballot_check_text(c ballot_check) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(c.ballot_id, c.round_id, c.seq, c.verdict, c.note, c.checked_by, vote_time(c.checked_at))::text $$;

-- The next entry of a round's chain. The tally's row is the lock: whoever writes into a round waits for whoever wrote before.
CREATE FUNCTION vote_link(which uuid, what text, digest text, content jsonb) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE head vote_tally; moment timestamptz := anju_now(); link text;
BEGIN
  SELECT * INTO head FROM vote_tally WHERE round_id = which FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'the round has no roll' USING ERRCODE = '23503', CONSTRAINT = 'vote_without_roll'; END IF;
  link := vote_sha(head.head_hash || ':' || (head.head_seq + 1) || ':' || what || ':' || vote_time(moment) || ':' || coalesce(anju_account()::text, '-') || ':' || digest);
  INSERT INTO vote_entry (round_id, seq, county_id, subdistrict_id, community_id, kind, at, account_id, digest, content, prev_hash, hash)
    VALUES (which, head.head_seq + 1, head.county_id, head.subdistrict_id, head.community_id, what, moment, anju_account(), digest, content, head.head_hash, link);
  UPDATE vote_tally SET head_seq = head.head_seq + 1, head_hash = link WHERE round_id = which;
  RETURN head.head_seq + 1;
END $$;

-- Where a ballot stands in the chain, when, and as whom: said by the database, whatever the client sends. A row that comes without (seq 0) is given it, one by
-- one; rows that come with it are compared all at once with what they would have been given (ballots_counted): it decides what it costs, never what is written.
CREATE FUNCTION ballot_placed(INOUT b ballot) LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  SELECT county_id, subdistrict_id, community_id, head_seq + 1, anju_now() INTO b.county_id, b.subdistrict_id, b.community_id, b.seq, b.recorded_at
    FROM vote_tally WHERE round_id = b.round_id FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'the round has no roll' USING ERRCODE = '23503', CONSTRAINT = 'vote_without_roll'; END IF;
  b.recorded_by := coalesce(anju_account(), b.recorded_by);
END $$;
CREATE FUNCTION ballot_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(NEW.seq, 0) = 0 THEN NEW := ballot_placed(NEW); END IF;
  NEW.hash := vote_sha(ballot_text(NEW));
  RETURN NEW;
END $$;
CREATE TRIGGER ballot_stamp BEFORE INSERT ON ballot FOR EACH ROW EXECUTE FUNCTION ballot_stamp();

-- Rows are looked up by their keys, whatever a connection planned when the tables were small (as anju_placed does): a plan kept from the first day
-- read every roll there is for each ballot.
-- What one statement records, all at once: is the round open, is the household in its roll, and then the standings, the sums and the chain.
CREATE FUNCTION ballots_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_nestloop = on SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  which uuid; many integer; digest text; state text; first_seq integer; last_seq integer; head vote_tally; moment timestamptz := anju_now(); who uuid := anju_account(); link text;
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
  SELECT status INTO state FROM vote_round WHERE id = which;
  -- after closing only what an objection demands; after certification nothing at all
  IF state NOT IN ('open', 'closed') OR (state = 'closed' AND EXISTS (SELECT 1 FROM new_rows n LEFT JOIN objection o ON o.id = n.objection_id AND o.round_id = n.round_id
      AND o.household_id = n.household_id AND o.verdict IS DISTINCT FROM 'dismissed' WHERE o.id IS NULL OR n.kind NOT IN ('corrected', 'annulled'))) THEN
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
CREATE TRIGGER ballots_counted AFTER INSERT ON ballot REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ballots_counted();

-- What a recording looks at, behind the lock of whoever writes into the round: each question of a function sees what was committed while it waited.
CREATE FUNCTION vote_at_hand(which uuid, counties uuid[], asked jsonb)
RETURNS TABLE (id uuid, status text, round integer, rulebook_id uuid, opened_at timestamptz, now timestamptz, facts json) LANGUAGE plpgsql
  SET enable_nestloop = on SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  PERFORM 1 FROM vote_tally t WHERE t.round_id = which FOR UPDATE;
  RETURN QUERY SELECT r.id, r.status, r.round, r.rulebook_id, r.opened_at, anju_now(),
      (SELECT json_agg(json_build_object('inRoll', s.household_id IS NOT NULL, 'ballotId', s.ballot_id, 'choice', s.choice, 'formRound', f.round_id, 'formHome', f.household_id,
          'formVoid', f.void_at IS NOT NULL) ORDER BY i.n)
        FROM jsonb_array_elements(asked) WITH ORDINALITY AS i(one, n)
          LEFT JOIN vote_standing s ON s.round_id = which AND s.household_id = (i.one ->> 'h')::uuid LEFT JOIN vote_form f ON f.form_no = i.one ->> 'f')
    FROM vote_round r WHERE r.id = which AND r.county_id = ANY (counties);
END $$;

-- The second person is another account, and looks at what stands.
CREATE FUNCTION check_stamp() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE b ballot; head vote_tally; state text;
BEGIN
  SELECT * INTO b FROM ballot WHERE id = NEW.ballot_id;
  IF NOT FOUND OR b.round_id <> NEW.round_id THEN RAISE EXCEPTION 'no such ballot' USING ERRCODE = '23503', CONSTRAINT = 'check_of_ballot'; END IF;
  SELECT * INTO head FROM vote_tally WHERE round_id = NEW.round_id FOR UPDATE;
  SELECT status INTO state FROM vote_round WHERE id = NEW.round_id;
  IF state NOT IN ('open', 'closed') THEN RAISE EXCEPTION 'the round is %', state USING ERRCODE = '42501', CONSTRAINT = 'round_not_open'; END IF;
  NEW.checked_by := coalesce(anju_account(), NEW.checked_by);
  IF NEW.checked_by = b.recorded_by THEN RAISE EXCEPTION 'checked by who recorded it' USING ERRCODE = '42501', CONSTRAINT = 'check_by_another'; END IF;
  NEW.seq := head.head_seq + 1; NEW.checked_at := anju_now();
  NEW.hash := vote_sha(ballot_check_text(NEW));
  RETURN NEW;
END $$;
-- named after ballot_check_place, so that the place is known
CREATE TRIGGER ballot_check_stamp BEFORE INSERT ON ballot_check FOR EACH ROW EXECUTE FUNCTION check_stamp();
CREATE FUNCTION checks_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_nestloop = on SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE which uuid; many integer; digest text; n_right integer; linked integer;
BEGIN
  SELECT (array_agg(round_id))[1], count(DISTINCT round_id) INTO which, many FROM new_rows;
  IF many = 0 THEN RETURN NULL; END IF;
  IF many > 1 THEN RAISE EXCEPTION 'one round at a time' USING ERRCODE = '23514', CONSTRAINT = 'ballots_of_one_round'; END IF;
  UPDATE vote_standing s SET checked = true FROM new_rows n JOIN ballot b ON b.id = n.ballot_id WHERE n.verdict = 'right' AND s.round_id = b.round_id AND s.household_id = b.household_id AND s.ballot_id = b.id;
  GET DIAGNOSTICS n_right = ROW_COUNT;
  SELECT vote_sha(string_agg(hash, ';' ORDER BY ballot_id)) INTO digest FROM new_rows;
  linked := vote_link(which, 'checks', digest, NULL);
  IF EXISTS (SELECT 1 FROM new_rows WHERE seq <> linked) THEN RAISE EXCEPTION 'recorded inside another record' USING ERRCODE = '23514', CONSTRAINT = 'ballots_of_one_entry'; END IF;
  UPDATE vote_tally SET checked = checked + n_right WHERE round_id = which;
  RETURN NULL;
END $$;
CREATE TRIGGER checks_counted AFTER INSERT ON ballot_check REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION checks_counted();

CREATE FUNCTION door_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM vote_round WHERE id = NEW.round_id AND status IN ('open', 'closed')) THEN
    RAISE EXCEPTION 'the round is over' USING ERRCODE = '42501', CONSTRAINT = 'round_not_open';
  END IF;
  UPDATE vote_standing SET door = NEW.outcome, door_on = NEW.visited_on WHERE round_id = NEW.round_id AND household_id = NEW.household_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'not in the roll' USING ERRCODE = '23503', CONSTRAINT = 'ballot_in_roll'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER door_counted AFTER INSERT ON door_visit FOR EACH ROW EXECUTE FUNCTION door_counted();

-- A household comes into the roll before it is frozen or not at all, and stands where the round stands.
-- The round's row is the lock between who fills a roll and who freezes it.
CREATE FUNCTION roll_filled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM vote_round WHERE id IN (SELECT round_id FROM new_rows) FOR SHARE;
  IF EXISTS (SELECT 1 FROM vote_round r WHERE r.id IN (SELECT round_id FROM new_rows) AND (r.status <> 'draft' OR EXISTS (SELECT 1 FROM vote_tally t WHERE t.round_id = r.id))) THEN
    RAISE EXCEPTION 'the roll is frozen' USING ERRCODE = '42501', CONSTRAINT = 'vote_round_frozen';
  END IF;
  IF EXISTS (SELECT 1 FROM new_rows n JOIN vote_round r ON r.id = n.round_id
      WHERE (n.county_id, n.subdistrict_id, n.community_id) IS DISTINCT FROM (r.county_id, r.subdistrict_id, r.community_id)) THEN
    RAISE EXCEPTION 'not where the round stands' USING ERRCODE = '42501', CONSTRAINT = 'vote_roll_placed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER roll_filled AFTER INSERT ON vote_roll REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION roll_filled();

-- The rows of the frozen roll bring their standings, buildings and voters with them. Called once, while the round is opened.
CREATE FUNCTION vote_freeze(which uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM vote_round WHERE id = which AND status = 'draft' AND county_id = ANY (anju_counties()) AND (anju_subdistrict() IS NULL OR subdistrict_id = anju_subdistrict())
    AND (anju_community() IS NULL OR community_id = anju_community()) FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT 1 FROM vote_tally WHERE round_id = which) THEN
    RAISE EXCEPTION 'the roll is frozen once' USING ERRCODE = '42501', CONSTRAINT = 'vote_round_frozen';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM vote_roll WHERE round_id = which) OR EXISTS (SELECT 1 FROM vote_roll WHERE round_id = which GROUP BY voter
      HAVING min(voter_dwellings) <> count(*) OR max(voter_dwellings) <> count(*)) THEN
    RAISE EXCEPTION 'the roll is empty, or a voter has other dwellings than are stated' USING ERRCODE = '23514', CONSTRAINT = 'vote_roll_whole';
  END IF;
  INSERT INTO vote_standing (round_id, household_id, county_id, subdistrict_id, community_id)
    SELECT round_id, household_id, county_id, subdistrict_id, community_id FROM vote_roll WHERE round_id = which;
  INSERT INTO vote_building (round_id, building_id, county_id, subdistrict_id, community_id, name, sort_key, households, area)
    SELECT round_id, building_id, county_id, subdistrict_id, community_id, building_name, min(sort_key), count(*), sum(area) FROM vote_roll WHERE round_id = which
    GROUP BY round_id, building_id, county_id, subdistrict_id, community_id, building_name;
  INSERT INTO vote_voter (round_id, voter, county_id, subdistrict_id, community_id, dwellings)
    SELECT round_id, voter, county_id, subdistrict_id, community_id, count(*) FROM vote_roll WHERE round_id = which AND voter_dwellings > 1
    GROUP BY round_id, voter, county_id, subdistrict_id, community_id;
  INSERT INTO vote_tally (round_id, county_id, subdistrict_id, community_id, head_hash)
    SELECT r.id, r.county_id, r.subdistrict_id, r.community_id, vote_sha('anju-vote:' || (SELECT identity FROM installation) || ':' || r.id) FROM vote_round r WHERE r.id = which;
END $$;

-- A round's own steps are entries too: written by the change of its status, so that no command can forget them.
CREATE FUNCTION vote_round_stepped() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE content jsonb;
BEGIN
  IF NEW.status = 'cancelled' AND NOT EXISTS (SELECT 1 FROM vote_tally WHERE round_id = NEW.id) THEN RETURN NULL; END IF;
  IF NEW.status = 'open' AND NOT EXISTS (SELECT 1 FROM (SELECT count(*) AS h, sum(area) AS a, count(DISTINCT voter) AS v FROM vote_roll WHERE round_id = NEW.id) x
      WHERE NEW.roll_households = x.h AND NEW.roll_area = x.a AND NEW.roll_voters = x.v) THEN
    RAISE EXCEPTION 'the round states another roll than it has' USING ERRCODE = '23514', CONSTRAINT = 'vote_roll_whole';
  END IF;
  content := CASE NEW.status
    WHEN 'open' THEN jsonb_build_object('rollHash', NEW.roll_hash, 'households', NEW.roll_households, 'area', NEW.roll_area::text, 'voters', NEW.roll_voters, 'scheme', NEW.scheme_id, 'test', NEW.test)
    WHEN 'closed' THEN NEW.provisional
    WHEN 'certified' THEN NEW.result || jsonb_build_object('outcome', NEW.outcome)
    ELSE jsonb_build_object('reason', NEW.cancelled_reason) END;
  PERFORM vote_link(NEW.id, CASE NEW.status WHEN 'open' THEN 'opened' ELSE NEW.status END, vote_sha(content::text), content);
  RETURN NULL;
END $$;
CREATE TRIGGER vote_round_stepped AFTER UPDATE ON vote_round FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION vote_round_stepped();
CREATE FUNCTION call_back_stepped() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE content jsonb := jsonb_build_object('household', NEW.household_id, 'ballot', NEW.ballot_id, 'outcome', NEW.outcome, 'note', NEW.note);
BEGIN
  IF (OLD.round_id, OLD.household_id, OLD.ballot_id) IS DISTINCT FROM (NEW.round_id, NEW.household_id, NEW.ballot_id)
    OR NOT EXISTS (SELECT 1 FROM vote_round WHERE id = NEW.round_id AND status = 'closed') THEN
    RAISE EXCEPTION 'the sample was drawn' USING ERRCODE = '42501', CONSTRAINT = 'round_not_open';
  END IF;
  PERFORM vote_link(NEW.round_id, 'call_back', vote_sha(content::text), content);
  RETURN NULL;
END $$;
-- Drawn without an answer: each answer is an entry of the chain.
CREATE FUNCTION call_back_drawn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.outcome IS NOT NULL OR NEW.note IS NOT NULL OR NOT EXISTS (SELECT 1 FROM vote_round WHERE id = NEW.round_id AND status IN ('open', 'closed')) THEN
    RAISE EXCEPTION 'a call is drawn before it is made' USING ERRCODE = '42501', CONSTRAINT = 'round_not_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER call_back_drawn BEFORE INSERT ON call_back FOR EACH ROW EXECUTE FUNCTION call_back_drawn();
CREATE TRIGGER call_back_stepped AFTER UPDATE ON call_back FOR EACH ROW WHEN (OLD.outcome IS DISTINCT FROM NEW.outcome OR OLD.note IS DISTINCT FROM NEW.note
  OR OLD.ballot_id IS DISTINCT FROM NEW.ballot_id) EXECUTE FUNCTION call_back_stepped();

-- A compound that moves takes its votes and notices along.
CREATE FUNCTION vote_move_with_compound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['scheme', 'vote_round', 'notice', 'notice_compound'] LOOP
    EXECUTE format('UPDATE %I SET county_id = $1, subdistrict_id = $2, community_id = $3 WHERE compound_id = $4', t) USING NEW.county_id, NEW.subdistrict_id, NEW.community_id, NEW.id;
  END LOOP;
  UPDATE scheme_part p SET county_id = NEW.county_id, subdistrict_id = NEW.subdistrict_id, community_id = NEW.community_id FROM scheme s WHERE s.id = p.scheme_id AND s.compound_id = NEW.id;
  FOREACH t IN ARRAY ARRAY['vote_roll', 'vote_standing', 'vote_tally', 'vote_building', 'vote_voter', 'vote_entry', 'ballot', 'ballot_check', 'vote_form', 'door_visit', 'call_back'] LOOP
    EXECUTE format('UPDATE %I x SET county_id = $1, subdistrict_id = $2, community_id = $3 FROM vote_round r WHERE r.id = x.round_id AND r.compound_id = $4', t)
      USING NEW.county_id, NEW.subdistrict_id, NEW.community_id, NEW.id;
  END LOOP;
  FOREACH t IN ARRAY ARRAY['notice_photo', 'objection'] LOOP
    EXECUTE format('UPDATE %I x SET county_id = $1, subdistrict_id = $2, community_id = $3 FROM notice n WHERE n.id = x.notice_id AND n.compound_id = $4', t)
      USING NEW.county_id, NEW.subdistrict_id, NEW.community_id, NEW.id;
  END LOOP;
  UPDATE stored_file f SET county_id = NEW.county_id, subdistrict_id = NEW.subdistrict_id, community_id = NEW.community_id
    WHERE f.id IN (SELECT b.photo_file_id FROM ballot b JOIN vote_round r ON r.id = b.round_id WHERE r.compound_id = NEW.id
      UNION SELECT b.proxy_file_id FROM ballot b JOIN vote_round r ON r.id = b.round_id WHERE r.compound_id = NEW.id
      UNION SELECT p.file_id FROM scheme_part p JOIN scheme s ON s.id = p.scheme_id WHERE s.compound_id = NEW.id
      UNION SELECT p.file_id FROM notice_photo p JOIN notice n ON n.id = p.notice_id WHERE n.compound_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER compound_moved_votes AFTER UPDATE OF county_id, subdistrict_id, community_id ON compound FOR EACH ROW
  WHEN (OLD.county_id IS DISTINCT FROM NEW.county_id OR OLD.subdistrict_id IS DISTINCT FROM NEW.subdistrict_id OR OLD.community_id IS DISTINCT FROM NEW.community_id)
  EXECUTE FUNCTION vote_move_with_compound();

SELECT anju_protect(t::regclass, 'territory') FROM unnest(ARRAY['scheme', 'scheme_part', 'vote_round', 'vote_roll', 'vote_standing', 'vote_tally', 'vote_building', 'vote_voter',
  'vote_entry', 'ballot', 'ballot_check', 'vote_form', 'door_visit', 'call_back', 'notice', 'notice_compound', 'notice_photo', 'objection']) t;
-- What is published is open to everyone; inside the office too, wherever it stands in the county.
CREATE POLICY published ON notice FOR SELECT TO anju_app USING (county_id = ANY ((SELECT anju_counties())::uuid[]) AND status <> 'draft');

SELECT anju_audit(t::regclass) FROM unnest(ARRAY['scheme', 'vote_round', 'ballot', 'door_visit', 'notice', 'notice_photo', 'objection']) t;
SELECT anju_audit('scheme_part', 'scheme_id', 'part');
SELECT anju_audit('ballot_check', 'ballot_id');
SELECT anju_audit('vote_form', 'form_no');
SELECT anju_audit('call_back', 'round_id', 'household_id');
SELECT anju_audit('notice_compound', 'notice_id', 'compound_id');

GRANT SELECT, INSERT, UPDATE ON scheme, scheme_part, vote_round, notice, objection, call_back TO anju_app;
GRANT SELECT, INSERT ON vote_roll, ballot, ballot_check, door_visit, notice_compound, notice_photo, vote_form TO anju_app;
GRANT UPDATE (void_at, void_reason) ON vote_form TO anju_app;
GRANT SELECT ON vote_standing, vote_tally, vote_building, vote_voter, vote_entry TO anju_app;
-- writers of a round queue on its tally's row before they look at what stands; the privilege is for the lock, the trigger refuses the rest
GRANT UPDATE (head_seq) ON vote_tally TO anju_app;
CREATE FUNCTION vote_tally_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN RAISE EXCEPTION 'sums are kept by what is recorded' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vote_tally_kept BEFORE UPDATE ON vote_tally FOR EACH ROW EXECUTE FUNCTION vote_tally_kept();

REVOKE ALL ON FUNCTION vote_place_in_parent(), scheme_guard(), vote_link(uuid, text, text, jsonb), ballots_counted(), check_stamp(), checks_counted(), door_counted(),
  roll_filled(), vote_freeze(uuid), vote_round_stepped(), call_back_drawn(), call_back_stepped(), vote_move_with_compound() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vote_freeze(uuid) TO anju_app;

-- Who recorded, looked, called or answered is named to everybody who may read that it was done: people of the offices, within the county.
CREATE FUNCTION anju_name_of(who uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT display_name FROM account WHERE id = who AND prefecture_id = anju_prefecture() AND (county_id IS NULL OR county_id = ANY (anju_counties())) $$;
REVOKE ALL ON FUNCTION anju_name_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION anju_name_of(uuid) TO anju_app;
