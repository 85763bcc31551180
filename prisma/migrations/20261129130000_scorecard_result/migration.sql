-- The reward money of a season that is over, and how it would be divided: what is entered anew stands beside what it replaces, the parts make the whole to the fen, and each county reads its own.
CREATE TABLE "score_reward" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "season_id" UUID NOT NULL,
    "prefecture_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "claims" BIGINT NOT NULL,
    "note" TEXT,
    "document_no" TEXT,
    "document_on" DATE,
    "file_id" UUID,
    "file_sha256" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "replaced_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "score_reward_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "score_reward_share" (
    "reward_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "weight" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "completed" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "score_reward_share_pkey" PRIMARY KEY ("reward_id", "county_id")
);

CREATE UNIQUE INDEX "score_reward_season_id_version_key" ON "score_reward"("season_id", "version");
CREATE INDEX "score_reward_share_county_id_idx" ON "score_reward_share"("county_id");

ALTER TABLE "score_reward" ADD CONSTRAINT "score_reward_season_id_fkey" FOREIGN KEY ("season_id") REFERENCES "score_season"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_reward" ADD CONSTRAINT "score_reward_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_reward_share" ADD CONSTRAINT "score_reward_share_reward_id_fkey" FOREIGN KEY ("reward_id") REFERENCES "score_reward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Fen; a claim is weight × hundredths of a point × compounds, and claims is their sum.
ALTER TABLE score_reward ADD CONSTRAINT score_reward_words CHECK (amount BETWEEN 1 AND 10000000000000 AND claims > 0 AND version > 0 AND length(note) BETWEEN 1 AND 500
  AND length(document_no) BETWEEN 1 AND 80 AND (document_no IS NULL) = (document_on IS NULL) AND (file_id IS NULL) = (file_sha256 IS NULL));
ALTER TABLE score_reward_share ADD CONSTRAINT score_reward_share_numbers CHECK (weight >= 0 AND total >= 0 AND completed >= 0 AND amount >= 0
  AND (amount = 0 OR weight::bigint * total * completed > 0));
CREATE UNIQUE INDEX score_reward_one ON score_reward (season_id) WHERE replaced_at IS NULL;

CREATE FUNCTION score_reward_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.replaced_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM score_season WHERE id = NEW.season_id AND prefecture_id = NEW.prefecture_id AND status = 'closed') THEN
      RAISE EXCEPTION 'a reward is of a season that is over' USING ERRCODE = '23514', CONSTRAINT = 'score_reward_season';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.replaced_at IS NOT NULL OR NEW.replaced_at IS NULL OR to_jsonb(NEW) - 'replaced_at' <> to_jsonb(OLD) - 'replaced_at' THEN
    RAISE EXCEPTION 'a reward stays as it was entered' USING ERRCODE = '42501', CONSTRAINT = 'score_reward_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_reward_guard BEFORE INSERT OR UPDATE ON score_reward FOR EACH ROW EXECUTE FUNCTION score_reward_guard();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON score_reward FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();

-- A share is of a county of the season, with the total that was made final.
CREATE FUNCTION score_reward_share_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM score_reward r JOIN scorecard c ON c.season_id = r.season_id WHERE r.id = NEW.reward_id AND c.county_id = NEW.county_id AND c.total = NEW.total) THEN
    RAISE EXCEPTION 'no final result of this county' USING ERRCODE = '23514', CONSTRAINT = 'score_reward_share_county';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER score_reward_share_guard BEFORE INSERT ON score_reward_share FOR EACH ROW EXECUTE FUNCTION score_reward_share_guard();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON score_reward_share FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();

CREATE FUNCTION score_reward_whole() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE reward score_reward; given bigint; claimed bigint;
BEGIN
  SELECT * INTO reward FROM score_reward WHERE id = CASE TG_TABLE_NAME WHEN 'score_reward' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'reward_id')::uuid END;
  SELECT coalesce(sum(amount), 0), coalesce(sum(weight::bigint * total * completed), 0) INTO given, claimed FROM score_reward_share WHERE reward_id = reward.id;
  IF given <> reward.amount OR claimed <> reward.claims THEN
    RAISE EXCEPTION 'the parts do not make the whole' USING ERRCODE = '23514', CONSTRAINT = 'score_reward_whole';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER score_reward_whole AFTER INSERT ON score_reward DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION score_reward_whole();
CREATE CONSTRAINT TRIGGER score_reward_whole AFTER INSERT ON score_reward_share DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION score_reward_whole();

-- The wall: as a season is the prefecture's and its counties' to read, so is its money; what a county would get is its own.
SELECT anju_protect('score_reward', 'prefecture', 'AND (SELECT anju_level()) IN (''prefecture'', ''county'')');
SELECT anju_protect('score_reward_share', 'county');
CREATE OR REPLACE FUNCTION score_papers() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(f), '{}') FROM (
    SELECT unnest(ARRAY[s.file_id, s.consent_file_id]) AS f FROM score_season s WHERE s.prefecture_id = anju_prefecture()
    UNION ALL SELECT r.file_id FROM score_reward r WHERE r.prefecture_id = anju_prefecture()) papers WHERE f IS NOT NULL $$;

SELECT anju_audit('score_reward');
SELECT anju_audit('score_reward_share', 'reward_id', 'county_id');
GRANT SELECT, INSERT, UPDATE ON score_reward TO anju_app;
GRANT SELECT, INSERT ON score_reward_share TO anju_app;
REVOKE ALL ON FUNCTION score_reward_guard(), score_reward_share_guard(), score_reward_whole() FROM PUBLIC;
