-- A season of the scorecard: the facts of a county are frozen with a hash when it submits, what a stage said is written only while that stage lasts, and what was replaced stays
-- beside what replaced it; the review is the reviewers' own until it is completed (domain.md §8).
CREATE TABLE "score_season" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "prefecture_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "rulebook_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "self_due_on" DATE NOT NULL,
    "note" TEXT,
    "document_no" TEXT,
    "file_id" UUID,
    "file_sha256" TEXT,
    "deliberation" TEXT,
    "deliberated_by" UUID,
    "deliberated_at" TIMESTAMPTZ(3),
    "consent_no" TEXT,
    "consent_on" DATE,
    "consent_file_id" UUID,
    "consent_file_sha256" TEXT,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_season_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "scorecard" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "season_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "summary" TEXT,
    "problems" TEXT,
    "next_steps" TEXT,
    "report_version" INTEGER NOT NULL DEFAULT 1,
    "submissions" INTEGER NOT NULL DEFAULT 0,
    "submitted_by" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "returned_by" UUID,
    "returned_at" TIMESTAMPTZ(3),
    "returned_reason" TEXT,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "dispute_until" DATE,
    "total" INTEGER,
    "grade" TEXT,
    "rank" INTEGER,
    "vetoed" BOOLEAN,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "scorecard_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_snapshot" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "scorecard_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "hash" TEXT NOT NULL DEFAULT '',
    "taken_by" UUID NOT NULL,

    CONSTRAINT "score_snapshot_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_line" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "scorecard_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "points" INTEGER,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "replaced_at" TIMESTAMPTZ(3),
    "updated_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_line_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_proof" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "scorecard_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "criterion" TEXT,
    "bonus_id" UUID,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "file_id" UUID NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_proof_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_opinion" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "scorecard_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "submission" INTEGER NOT NULL,
    "criterion" TEXT NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "points" INTEGER,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_opinion_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_site_check" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "scorecard_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "criterion" TEXT,
    "checked_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "participants" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_site_check_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_site_photo" (
    "check_id" UUID NOT NULL,
    "scorecard_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "file_sha256" TEXT NOT NULL,

    CONSTRAINT "score_site_photo_pkey" PRIMARY KEY ("check_id", "file_id")
);
CREATE TABLE "score_dispute" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "scorecard_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "file_id" UUID,
    "file_sha256" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "points" INTEGER,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_dispute_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_bonus" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "scorecard_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "claimed" INTEGER NOT NULL,
    "approved" INTEGER,
    "decision_reason" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_bonus_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_veto" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "scorecard_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "ground" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "document_no" TEXT,
    "file_id" UUID,
    "file_sha256" TEXT,
    "evidence" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_veto_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_comment" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "season_id" UUID NOT NULL,
    "prefecture_id" UUID NOT NULL,
    "county_id" UUID,
    "kind" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "file_id" UUID,
    "file_sha256" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_comment_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_sanction" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "season_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "document_no" TEXT NOT NULL,
    "document_on" DATE NOT NULL,
    "file_id" UUID,
    "file_sha256" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_sanction_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_event" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "scorecard_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "criterion" TEXT,
    "words" TEXT,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "actor" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_event_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "score_season_programme_year_id_key" ON "score_season"("programme_year_id");
CREATE UNIQUE INDEX "scorecard_season_id_county_id_key" ON "scorecard"("season_id", "county_id");
CREATE UNIQUE INDEX "score_snapshot_scorecard_id_no_key" ON "score_snapshot"("scorecard_id", "no");
CREATE INDEX "score_line_scorecard_id_idx" ON "score_line"("scorecard_id");
CREATE INDEX "score_proof_scorecard_id_idx" ON "score_proof"("scorecard_id");
CREATE UNIQUE INDEX "score_opinion_scorecard_id_submission_criterion_reviewer_id_key" ON "score_opinion"("scorecard_id", "submission", "criterion", "reviewer_id");
CREATE INDEX "score_site_check_scorecard_id_idx" ON "score_site_check"("scorecard_id");
CREATE INDEX "score_dispute_scorecard_id_idx" ON "score_dispute"("scorecard_id");
CREATE INDEX "score_bonus_scorecard_id_idx" ON "score_bonus"("scorecard_id");
CREATE UNIQUE INDEX "score_veto_scorecard_id_ground_key" ON "score_veto"("scorecard_id", "ground");
CREATE INDEX "score_comment_season_id_idx" ON "score_comment"("season_id");
CREATE INDEX "score_sanction_season_id_county_id_idx" ON "score_sanction"("season_id", "county_id");
CREATE INDEX "score_event_scorecard_id_idx" ON "score_event"("scorecard_id");

ALTER TABLE "score_season" ADD CONSTRAINT "score_season_programme_year_id_fkey" FOREIGN KEY ("programme_year_id") REFERENCES "programme_year"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_season" ADD CONSTRAINT "score_season_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_season" ADD CONSTRAINT "score_season_consent_file_id_fkey" FOREIGN KEY ("consent_file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "score_season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_snapshot" ADD CONSTRAINT "score_snapshot_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_line" ADD CONSTRAINT "score_line_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_proof" ADD CONSTRAINT "score_proof_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_proof" ADD CONSTRAINT "score_proof_bonus_id_fkey" FOREIGN KEY ("bonus_id") REFERENCES "score_bonus"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_proof" ADD CONSTRAINT "score_proof_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_opinion" ADD CONSTRAINT "score_opinion_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_site_check" ADD CONSTRAINT "score_site_check_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_site_photo" ADD CONSTRAINT "score_site_photo_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "score_site_check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_site_photo" ADD CONSTRAINT "score_site_photo_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_dispute" ADD CONSTRAINT "score_dispute_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_dispute" ADD CONSTRAINT "score_dispute_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_bonus" ADD CONSTRAINT "score_bonus_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_veto" ADD CONSTRAINT "score_veto_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_veto" ADD CONSTRAINT "score_veto_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_comment" ADD CONSTRAINT "score_comment_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "score_season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_comment" ADD CONSTRAINT "score_comment_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_sanction" ADD CONSTRAINT "score_sanction_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "score_season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_sanction" ADD CONSTRAINT "score_sanction_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_event" ADD CONSTRAINT "score_event_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Points are hundredths: a hundred points and ten of the bonus are 11,000.
ALTER TABLE score_season ADD CONSTRAINT score_season_words CHECK (status IN ('open', 'closed') AND version > 0 AND length(note) BETWEEN 1 AND 1000 AND length(document_no) BETWEEN 1 AND 80
  AND (file_id IS NULL) = (file_sha256 IS NULL) AND (consent_file_id IS NULL) = (consent_file_sha256 IS NULL) AND (deliberation IS NULL) = (deliberated_at IS NULL)
  AND (deliberation IS NULL) = (deliberated_by IS NULL) AND length(deliberation) BETWEEN 1 AND 4000 AND (status = 'closed') = (closed_at IS NOT NULL) AND (status = 'closed') = (closed_by IS NOT NULL)
  AND (status = 'closed') = (consent_no IS NOT NULL) AND (status = 'closed') = (consent_on IS NOT NULL) AND length(consent_no) BETWEEN 1 AND 80 AND (status = 'open' OR deliberated_at IS NOT NULL));
ALTER TABLE scorecard ADD CONSTRAINT scorecard_words CHECK (status IN ('open', 'submitted', 'reviewed', 'deliberated', 'final') AND version > 0 AND report_version > 0 AND submissions >= 0
  AND length(summary) BETWEEN 1 AND 4000 AND length(problems) BETWEEN 1 AND 4000 AND length(next_steps) BETWEEN 1 AND 4000
  AND (submitted_at IS NULL) = (submissions = 0) AND (submitted_by IS NULL) = (submissions = 0) AND (status = 'open' OR (submissions > 0 AND summary IS NOT NULL))
  AND (returned_at IS NULL) = (returned_reason IS NULL) AND (returned_at IS NULL) = (returned_by IS NULL) AND length(returned_reason) BETWEEN 1 AND 1000
  AND (status IN ('reviewed', 'deliberated', 'final')) = (reviewed_at IS NOT NULL) AND (reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (dispute_until IS NULL)
  AND (status = 'final') = (total IS NOT NULL) AND (status = 'final') = (grade IS NOT NULL) AND (status = 'final') = (rank IS NOT NULL) AND (status = 'final') = (vetoed IS NOT NULL)
  AND total BETWEEN 0 AND 100000 AND rank > 0);
ALTER TABLE score_snapshot ADD CONSTRAINT score_snapshot_words CHECK (no > 0 AND jsonb_typeof(content) = 'object' AND hash ~ '^[0-9a-f]{64}$');
ALTER TABLE score_line ADD CONSTRAINT score_line_words CHECK (length(criterion) BETWEEN 1 AND 20 AND version > 0 AND points BETWEEN 0 AND 100000 AND length(reason) BETWEEN 1 AND 1000
  AND CASE stage WHEN 'self' THEN origin = 'self' WHEN 'review' THEN origin IN ('agreed', 'decided', 'rest', 'dispute') WHEN 'deliberation' THEN origin = 'deliberation' ELSE false END
  AND (replaced_at IS NULL OR stage = 'review') AND (origin NOT IN ('rest', 'dispute') OR reason IS NOT NULL));
ALTER TABLE score_proof ADD CONSTRAINT score_proof_words CHECK ((criterion IS NULL) <> (bonus_id IS NULL) AND length(title) BETWEEN 1 AND 120 AND length(note) BETWEEN 1 AND 500
  AND (retired_at IS NULL) = (retired_reason IS NULL) AND length(retired_reason) BETWEEN 1 AND 500);
ALTER TABLE score_opinion ADD CONSTRAINT score_opinion_words CHECK (length(criterion) BETWEEN 1 AND 20 AND submission > 0 AND version > 0 AND body IN ('housing', 'drc', 'finance')
  AND agrees = (points IS NULL) AND points BETWEEN 0 AND 100000 AND length(reason) BETWEEN 1 AND 1000 AND (agrees OR reason IS NOT NULL));
ALTER TABLE score_site_check ADD CONSTRAINT score_site_check_words CHECK (length(place) BETWEEN 1 AND 120 AND length(participants) BETWEEN 1 AND 300 AND length(found) BETWEEN 1 AND 2000
  AND body IN ('housing', 'drc', 'finance'));
ALTER TABLE score_dispute ADD CONSTRAINT score_dispute_words CHECK (length(reasons) BETWEEN 1 AND 2000 AND (file_id IS NULL) = (file_sha256 IS NULL) AND status IN ('open', 'upheld', 'dismissed')
  AND (status = 'open') = (answered_at IS NULL) AND (status = 'open') = (answered_by IS NULL) AND (status = 'open') = (answer IS NULL) AND (status = 'upheld') = (points IS NOT NULL)
  AND points BETWEEN 0 AND 100000 AND length(answer) BETWEEN 1 AND 1000 AND version > 0);
ALTER TABLE score_bonus ADD CONSTRAINT score_bonus_words CHECK (length(title) BETWEEN 1 AND 120 AND length(what) BETWEEN 1 AND 2000 AND claimed BETWEEN 1 AND 100000 AND approved BETWEEN 0 AND claimed
  AND (approved IS NULL) = (decided_at IS NULL) AND (approved IS NULL) = (decided_by IS NULL) AND (approved IS NULL OR approved = claimed OR decision_reason IS NOT NULL)
  AND length(decision_reason) BETWEEN 1 AND 1000 AND (retired_at IS NULL) = (retired_reason IS NULL) AND length(retired_reason) BETWEEN 1 AND 500 AND (retired_at IS NULL OR approved IS NULL) AND version > 0);
ALTER TABLE score_veto ADD CONSTRAINT score_veto_words CHECK (length(ground) BETWEEN 1 AND 41 AND verdict IN ('applies', 'doesNotApply') AND length(reason) BETWEEN 1 AND 2000
  AND length(document_no) BETWEEN 1 AND 80 AND (file_id IS NULL) = (file_sha256 IS NULL) AND jsonb_typeof(evidence) = 'array' AND version > 0);
ALTER TABLE score_comment ADD CONSTRAINT score_comment_words CHECK (kind IN ('department', 'residents') AND length(who) BETWEEN 1 AND 120 AND length(text) BETWEEN 1 AND 2000
  AND (file_id IS NULL) = (file_sha256 IS NULL));
ALTER TABLE score_sanction ADD CONSTRAINT score_sanction_words CHECK (length(kind) BETWEEN 1 AND 41 AND length(facts) BETWEEN 1 AND 2000 AND length(document_no) BETWEEN 1 AND 80
  AND (file_id IS NULL) = (file_sha256 IS NULL));
ALTER TABLE score_event ADD CONSTRAINT score_event_words CHECK (length(kind) BETWEEN 1 AND 30 AND length(words) BETWEEN 1 AND 4000 AND length(actor) BETWEEN 1 AND 100);
CREATE UNIQUE INDEX score_line_one ON score_line (scorecard_id, criterion, stage) WHERE replaced_at IS NULL;
CREATE UNIQUE INDEX score_dispute_one ON score_dispute (scorecard_id, criterion) WHERE status = 'open';

-- The hash is the database's own, over the facts and the moment; the text of jsonb has one form, so that anybody can reckon it again.
CREATE FUNCTION score_stamped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.taken_at := anju_now();
  NEW.hash := receipt_hash(NEW.content, NEW.taken_at);
  RETURN NEW;
END $$;
CREATE TRIGGER score_stamped BEFORE INSERT ON score_snapshot FOR EACH ROW EXECUTE FUNCTION score_stamped();

CREATE FUNCTION score_season_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moving text[] := '{status,deliberation,deliberated_by,deliberated_at,consent_no,consent_on,consent_file_id,consent_file_sha256,closed_by,closed_at,version}';
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
  IF NEW.status = 'closed' AND OLD.status = 'open' AND EXISTS (SELECT 1 FROM scorecard WHERE season_id = NEW.id AND status <> 'final') THEN
    RAISE EXCEPTION 'all cards are final first' USING ERRCODE = '42501', CONSTRAINT = 'score_season_way';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_season_guard BEFORE INSERT OR UPDATE ON score_season FOR EACH ROW EXECUTE FUNCTION score_season_guard();
CREATE TRIGGER decided_stays BEFORE UPDATE ON score_season FOR EACH ROW EXECUTE FUNCTION decided_stays('closed');

-- A card goes its way step by step: submitted with a snapshot, given back only before its review is completed, deliberated when no dispute is open; its words are the county's while it is open.
CREATE FUNCTION scorecard_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  told text[] := '{summary,problems,next_steps,report_version}';
  submitting text[] := '{submissions,submitted_by,submitted_at}';
  returning_ text[] := '{returned_by,returned_at,returned_reason}';
  reviewing text[] := '{reviewed_by,reviewed_at,dispute_until}';
  result text[] := '{total,grade,rank,vetoed}';
  moving text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'open' OR NOT EXISTS (SELECT 1 FROM score_season s JOIN unit u ON u.id = NEW.county_id AND u.kind = 'county' AND u.prefecture_id = s.prefecture_id WHERE s.id = NEW.season_id) THEN
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
  IF NEW.status = 'deliberated' AND EXISTS (SELECT 1 FROM score_dispute WHERE scorecard_id = NEW.id AND status = 'open') THEN
    RAISE EXCEPTION 'a dispute is open' USING ERRCODE = '42501', CONSTRAINT = 'scorecard_dispute';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scorecard_guard BEFORE INSERT OR UPDATE ON scorecard FOR EACH ROW EXECUTE FUNCTION scorecard_guard();
CREATE TRIGGER decided_stays BEFORE UPDATE ON scorecard FOR EACH ROW EXECUTE FUNCTION decided_stays('final');

-- What belongs to a card stands where it stands; its files are of the county itself.
CREATE FUNCTION score_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE doc jsonb;
BEGIN
  IF TG_TABLE_NAME = 'score_site_photo' THEN SELECT scorecard_id INTO NEW.scorecard_id FROM score_site_check WHERE id = (to_jsonb(NEW) ->> 'check_id')::uuid; END IF;
  SELECT county_id INTO NEW.county_id FROM scorecard WHERE id = NEW.scorecard_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'no card' USING ERRCODE = '23503', CONSTRAINT = TG_TABLE_NAME || '_place'; END IF;
  doc := to_jsonb(NEW);
  IF doc ->> 'file_id' IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stored_file WHERE id = (doc ->> 'file_id')::uuid AND county_id = NEW.county_id) THEN
    RAISE EXCEPTION 'a file of another county' USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_file';
  END IF;
  IF doc ->> 'bonus_id' IS NOT NULL AND NOT EXISTS (SELECT 1 FROM score_bonus WHERE id = (doc ->> 'bonus_id')::uuid AND scorecard_id = NEW.scorecard_id AND retired_at IS NULL) THEN
    RAISE EXCEPTION 'a bonus of another card' USING ERRCODE = '23514', CONSTRAINT = 'score_proof_bonus';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION score_season_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE its uuid; doc jsonb := to_jsonb(NEW);
BEGIN
  SELECT prefecture_id INTO its FROM score_season WHERE id = NEW.season_id;
  IF its IS NULL OR its::text IS DISTINCT FROM coalesce(doc ->> 'prefecture_id', its::text)
    OR (doc ->> 'county_id' IS NOT NULL AND NOT EXISTS (SELECT 1 FROM scorecard WHERE season_id = NEW.season_id AND county_id = (doc ->> 'county_id')::uuid)) THEN
    RAISE EXCEPTION 'not of this season' USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_place';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_season_place BEFORE INSERT ON score_comment FOR EACH ROW EXECUTE FUNCTION score_season_place();
CREATE TRIGGER score_season_place BEFORE INSERT ON score_sanction FOR EACH ROW EXECUTE FUNCTION score_season_place();

-- Each part is written only while its stage lasts, and only in what may move of it.
CREATE FUNCTION score_part_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  state text; before jsonb; doc jsonb := to_jsonb(NEW); moving text[] := '{}'; during text[];
BEGIN
  SELECT status INTO state FROM scorecard WHERE id = NEW.scorecard_id;
  IF TG_OP = 'UPDATE' THEN before := to_jsonb(OLD); END IF;
  CASE TG_TABLE_NAME
  WHEN 'score_line' THEN
    during := CASE WHEN before ->> 'replaced_at' IS NOT NULL THEN '{}' WHEN doc ->> 'replaced_at' IS NOT NULL THEN '{submitted,reviewed}' WHEN doc ->> 'stage' = 'self' THEN '{open}'
      WHEN doc ->> 'stage' = 'deliberation' OR doc ->> 'origin' = 'dispute' THEN '{reviewed}' ELSE '{submitted}' END;
    moving := CASE WHEN doc ->> 'replaced_at' IS NULL THEN '{points,reason,origin,version,updated_by,updated_at}' ELSE '{replaced_at}' END;
  WHEN 'score_proof' THEN
    during := CASE WHEN before ->> 'retired_at' IS NULL THEN '{open}' ELSE '{}' END;
    moving := '{retired_at,retired_reason}';
  WHEN 'score_bonus' THEN
    during := CASE WHEN before ->> 'retired_at' IS NOT NULL THEN '{}' WHEN before IS NULL OR doc ->> 'retired_at' IS NOT NULL THEN '{open}' ELSE '{submitted}' END;
    moving := CASE WHEN doc ->> 'retired_at' IS NOT NULL THEN '{retired_at,retired_reason,version}' ELSE '{approved,decision_reason,decided_by,decided_at,version}' END;
  WHEN 'score_opinion' THEN
    during := '{submitted}';
    moving := '{agrees,points,reason,version,updated_at}';
  WHEN 'score_dispute' THEN
    during := CASE WHEN before IS NULL OR before ->> 'status' = 'open' THEN '{reviewed}' ELSE '{}' END;
    moving := '{status,answer,points,answered_by,answered_at,version}';
  WHEN 'score_veto' THEN
    during := '{submitted,reviewed}';
    moving := '{verdict,reason,document_no,file_id,file_sha256,evidence,version,decided_by,decided_at}';
  WHEN 'score_site_check' THEN during := '{submitted,reviewed}';
  WHEN 'score_snapshot' THEN during := '{open}';
  END CASE;
  IF state IS NULL OR NOT state = ANY (during) THEN RAISE EXCEPTION 'not at this step of the card' USING ERRCODE = '42501', CONSTRAINT = TG_TABLE_NAME || '_step'; END IF;
  IF before IS NOT NULL AND doc - moving <> before - moving THEN RAISE EXCEPTION 'that stays as it was written' USING ERRCODE = '42501', CONSTRAINT = TG_TABLE_NAME || '_kept'; END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE t text;
BEGIN
  -- by their names the place comes before the guard
  FOREACH t IN ARRAY ARRAY['score_snapshot', 'score_line', 'score_proof', 'score_opinion', 'score_site_check', 'score_site_photo', 'score_dispute', 'score_bonus', 'score_event'] LOOP
    EXECUTE format('CREATE TRIGGER a_score_place BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION score_place()', t);
  END LOOP;
  CREATE TRIGGER a_score_place BEFORE INSERT OR UPDATE ON score_veto FOR EACH ROW EXECUTE FUNCTION score_place();
  FOREACH t IN ARRAY ARRAY['score_snapshot', 'score_line', 'score_proof', 'score_opinion', 'score_site_check', 'score_dispute', 'score_bonus', 'score_veto'] LOOP
    EXECUTE format('CREATE TRIGGER score_part_guard BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION score_part_guard()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['score_season', 'scorecard', 'score_line', 'score_proof', 'score_opinion', 'score_dispute', 'score_bonus', 'score_veto'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['score_snapshot', 'score_site_check', 'score_site_photo', 'score_comment', 'score_sanction', 'score_event'] LOOP
    EXECUTE format('CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
END $$;

-- The wall: a county reads its own card, and what reviewers wrote in it once the review is completed; the deliberation once it was held; opinions for it never.
SELECT anju_protect('score_season', 'prefecture', 'AND (SELECT anju_level()) IN (''prefecture'', ''county'')');
SELECT anju_protect('score_comment', 'prefecture', 'AND (SELECT anju_level()) = ''prefecture''');
SELECT anju_protect(t::regclass, 'county') FROM unnest(ARRAY['scorecard', 'score_snapshot', 'score_proof', 'score_dispute', 'score_bonus', 'score_sanction']) t;
DO $$
DECLARE
  t text;
  shown text := 'EXISTS (SELECT 1 FROM scorecard card WHERE card.id = scorecard_id AND card.status IN (''reviewed'', ''deliberated'', ''final''))';
BEGIN
  FOREACH t IN ARRAY ARRAY['score_opinion', 'score_site_check', 'score_site_photo', 'score_veto'] LOOP
    PERFORM anju_protect(t::regclass, 'county', format('AND ((SELECT anju_level()) = ''prefecture'' OR %s)', shown));
  END LOOP;
  PERFORM anju_protect('score_event', 'county', format('AND ((SELECT anju_level()) = ''prefecture'' OR NOT internal OR %s)', shown));
  PERFORM anju_protect('score_line', 'county', format('AND ((SELECT anju_level()) = ''prefecture'' OR stage = ''self'' OR (stage = ''review'' AND %s)
    OR EXISTS (SELECT 1 FROM scorecard card WHERE card.id = scorecard_id AND card.status IN (''deliberated'', ''final'')))', shown));
END $$;

-- The final result of all counties is every county's to read; nothing else of another is.
CREATE FUNCTION score_results(which uuid) RETURNS TABLE (county_id uuid, name text, name_en text, total integer, grade text, rank integer, vetoed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.name, u.name_en, c.total, c.grade, c.rank, c.vetoed FROM score_season s JOIN scorecard c ON c.season_id = s.id JOIN unit u ON u.id = c.county_id
  WHERE s.id = which AND s.status = 'closed' AND s.prefecture_id = anju_prefecture() AND anju_level() IN ('prefecture', 'county') ORDER BY c.rank, u.code $$;
-- Papers of a season are the prefecture's files, and for its counties to read.
CREATE FUNCTION score_papers() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(f), '{}') FROM score_season s, unnest(ARRAY[s.file_id, s.consent_file_id]) f WHERE s.prefecture_id = anju_prefecture() AND f IS NOT NULL $$;
CREATE POLICY of_seasons ON stored_file FOR SELECT TO anju_app USING ((SELECT anju_level()) = 'county' AND id = ANY ((SELECT score_papers())::uuid[]));

SELECT anju_audit(t::regclass) FROM unnest(ARRAY['score_season', 'scorecard', 'score_snapshot', 'score_line', 'score_proof', 'score_opinion', 'score_site_check', 'score_dispute', 'score_bonus',
  'score_veto', 'score_comment', 'score_sanction', 'score_event']) t;
SELECT anju_audit('score_site_photo', 'check_id', 'file_id');
-- The facts are kept in their own table for good; the audit keeps their hash.
DO $$
DECLARE shape text := pg_get_functiondef('anju_audit_shape(text, jsonb)'::regprocedure); now text;
BEGIN
  now := replace(shape, 'ELSE doc END', 'WHEN ''score_snapshot'' THEN doc - ''content'' ELSE doc END');
  IF now = shape THEN RAISE EXCEPTION 'anju_audit_shape is not what this change expects'; END IF;
  EXECUTE now;
END $$;
GRANT SELECT, INSERT, UPDATE ON score_season, scorecard, score_line, score_proof, score_opinion, score_dispute, score_bonus, score_veto TO anju_app;
GRANT SELECT, INSERT ON score_snapshot, score_site_check, score_site_photo, score_comment, score_sanction, score_event TO anju_app;
REVOKE ALL ON FUNCTION score_season_guard(), scorecard_guard(), score_place(), score_season_place(), score_part_guard(), score_results(uuid), score_papers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION score_results(uuid), score_papers() TO anju_app;

-- A card that is to begin anywhere but open is refused as what nobody may write, like every other step that a card does not take.
CREATE FUNCTION scorecard_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'open' THEN RAISE EXCEPTION 'a card begins open' USING ERRCODE = '42501', CONSTRAINT = 'scorecard_way'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_scorecard_begins BEFORE INSERT ON scorecard FOR EACH ROW EXECUTE FUNCTION scorecard_begins();
