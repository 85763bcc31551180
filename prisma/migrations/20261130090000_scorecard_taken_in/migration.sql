-- A county that does not submit holds nobody up (decision 0057): the last day may be moved to a later one, and once it is over the prefecture takes the card in as the records stand, with
-- its reason. What the county had drafted stays as it is, counts nowhere, and is there again when the card is given back.
ALTER TABLE "scorecard" ADD COLUMN "taken_in_reason" TEXT;
ALTER TABLE scorecard DROP CONSTRAINT scorecard_words;
ALTER TABLE scorecard ADD CONSTRAINT scorecard_words CHECK (status IN ('open', 'submitted', 'reviewed', 'deliberated', 'final') AND version > 0 AND report_version > 0 AND submissions >= 0
  AND length(summary) BETWEEN 1 AND 4000 AND length(problems) BETWEEN 1 AND 4000 AND length(next_steps) BETWEEN 1 AND 4000
  AND (submitted_at IS NULL) = (submissions = 0) AND (submitted_by IS NULL) = (submissions = 0) AND (status = 'open' OR (submissions > 0 AND (summary IS NOT NULL OR taken_in_reason IS NOT NULL)))
  AND (taken_in_reason IS NULL OR submissions > 0) AND length(taken_in_reason) BETWEEN 1 AND 1000
  AND (returned_at IS NULL) = (returned_reason IS NULL) AND (returned_at IS NULL) = (returned_by IS NULL) AND length(returned_reason) BETWEEN 1 AND 1000
  AND (status IN ('reviewed', 'deliberated', 'final')) = (reviewed_at IS NOT NULL) AND (reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (dispute_until IS NULL)
  AND (status = 'final') = (total IS NOT NULL) AND (status = 'final') = (grade IS NOT NULL) AND (status = 'final') = (rank IS NOT NULL) AND (status = 'final') = (vetoed IS NOT NULL)
  AND total BETWEEN 0 AND 100000 AND rank > 0);

CREATE OR REPLACE FUNCTION score_season_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moving text[] := '{self_due_on,status,deliberation,deliberated_by,deliberated_at,consent_no,consent_on,consent_file_id,consent_file_sha256,closed_by,closed_at,version}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM programme_year WHERE id = NEW.programme_year_id AND prefecture_id = NEW.prefecture_id AND rulebook_id = NEW.rulebook_id) THEN
      RAISE EXCEPTION 'no year of the prefecture' USING ERRCODE = '23514', CONSTRAINT = 'score_season_year';
    END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - moving <> to_jsonb(OLD) - moving OR (OLD.deliberation IS NOT NULL AND NEW.deliberation IS DISTINCT FROM OLD.deliberation) THEN
    RAISE EXCEPTION 'a season stays as it was opened' USING ERRCODE = '42501', CONSTRAINT = 'score_season_kept';
  END IF;
  IF NEW.self_due_on < OLD.self_due_on OR (NEW.self_due_on > OLD.self_due_on AND OLD.deliberation IS NOT NULL) THEN
    RAISE EXCEPTION 'only later, and only before the draft opinion' USING ERRCODE = '42501', CONSTRAINT = 'score_season_due';
  END IF;
  IF NEW.status = 'closed' AND OLD.status = 'open' AND EXISTS (SELECT 1 FROM scorecard WHERE season_id = NEW.id AND status <> 'final') THEN
    RAISE EXCEPTION 'all cards are final first' USING ERRCODE = '42501', CONSTRAINT = 'score_season_way';
  END IF;
  RETURN NEW;
END $$;

-- What a card begins with is asked in the same place as its other steps.
DROP TRIGGER a_scorecard_begins ON scorecard;
DROP FUNCTION scorecard_begins();
CREATE OR REPLACE FUNCTION scorecard_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  told text[] := '{summary,problems,next_steps,report_version}';
  submitting text[] := '{submissions,submitted_by,submitted_at,taken_in_reason}';
  returning_ text[] := '{returned_by,returned_at,returned_reason}';
  reviewing text[] := '{reviewed_by,reviewed_at,dispute_until}';
  result text[] := '{total,grade,rank,vetoed}';
  moving text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'open' THEN RAISE EXCEPTION 'a card begins open' USING ERRCODE = '42501', CONSTRAINT = 'scorecard_way'; END IF;
    IF NOT EXISTS (SELECT 1 FROM score_season s JOIN unit u ON u.id = NEW.county_id AND u.kind = 'county' AND u.prefecture_id = s.prefecture_id WHERE s.id = NEW.season_id) THEN
      RAISE EXCEPTION 'no county of the season' USING ERRCODE = '23514', CONSTRAINT = 'scorecard_county';
    END IF;
    RETURN NEW;
  END IF;
  moving := CASE
    WHEN NEW.status = OLD.status AND OLD.status = 'open' THEN told
    WHEN NEW.status = OLD.status OR (OLD.status, NEW.status) = ('reviewed', 'deliberated') THEN '{}'
    WHEN (OLD.status, NEW.status) = ('open', 'submitted') THEN submitting
    WHEN (OLD.status, NEW.status) = ('submitted', 'open') THEN returning_
    WHEN (OLD.status, NEW.status) = ('submitted', 'reviewed') THEN reviewing
    WHEN (OLD.status, NEW.status) = ('deliberated', 'final') THEN result
  END;
  IF moving IS NULL THEN RAISE EXCEPTION 'not the way of a card' USING ERRCODE = '42501', CONSTRAINT = 'scorecard_way'; END IF;
  moving := moving || '{status,version}'::text[];
  IF to_jsonb(NEW) - moving <> to_jsonb(OLD) - moving THEN
    RAISE EXCEPTION 'a card is not written in at this step' USING ERRCODE = '42501', CONSTRAINT = 'scorecard_kept';
  END IF;
  IF NEW.status = 'submitted' AND OLD.status = 'open' AND NOT EXISTS (SELECT 1 FROM score_snapshot WHERE scorecard_id = NEW.id AND no = NEW.submissions) THEN
    RAISE EXCEPTION 'submitted with its facts' USING ERRCODE = '42501', CONSTRAINT = 'scorecard_snapshot';
  END IF;
  IF NEW.status = 'submitted' AND OLD.status = 'open' AND (NEW.taken_in_reason IS NOT NULL) <> (anju_level() = 'prefecture') THEN
    RAISE EXCEPTION 'the county submits, the prefecture takes in' USING ERRCODE = '42501', CONSTRAINT = 'scorecard_taken_in';
  END IF;
  IF NEW.status = 'submitted' AND OLD.status = 'open' AND NEW.taken_in_reason IS NOT NULL AND anju_today() <= (SELECT self_due_on FROM score_season WHERE id = NEW.season_id) THEN
    RAISE EXCEPTION 'the county still has time' USING ERRCODE = '42501', CONSTRAINT = 'scorecard_taken_in';
  END IF;
  IF NEW.status = 'deliberated' AND EXISTS (SELECT 1 FROM score_dispute WHERE scorecard_id = NEW.id AND status = 'open') THEN
    RAISE EXCEPTION 'a dispute is open' USING ERRCODE = '42501', CONSTRAINT = 'scorecard_dispute';
  END IF;
  RETURN NEW;
END $$;
