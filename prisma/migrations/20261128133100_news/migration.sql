-- News that a county files stays as it was filed, in a year of its prefecture; the same page or the same title in the same medium on the same day is filed once, unless it was withdrawn.
-- CreateTable
CREATE TABLE "news" (
    "id" UUID NOT NULL DEFAULT anju_new_id(),
    "county_id" UUID NOT NULL,
    "programme_year_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_key" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "medium" TEXT,
    "outlet" TEXT,
    "outlet_key" TEXT,
    "link" TEXT,
    "link_key" TEXT,
    "file_id" UUID,
    "file_sha256" TEXT,
    "document_no" TEXT,
    "issuer" TEXT,
    "place" TEXT,
    "participants" INTEGER,
    "summary" TEXT,
    "status" TEXT NOT NULL DEFAULT 'filed',
    "withdrawn_reason" TEXT,
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now(),

    CONSTRAINT "news_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "news_by_day" ON "news"("county_id", "happened_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "news_programme_year_id_idx" ON "news"("programme_year_id");

-- AddForeignKey
ALTER TABLE "news" ADD CONSTRAINT "news_programme_year_id_fkey" FOREIGN KEY ("programme_year_id") REFERENCES "programme_year"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news" ADD CONSTRAINT "news_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE news ADD CONSTRAINT news_words CHECK (status IN ('filed', 'withdrawn') AND level IN ('county', 'prefecture', 'province', 'nation') AND length(title) BETWEEN 1 AND 200
  AND (link IS NOT NULL OR file_id IS NOT NULL) AND (link IS NULL) = (link_key IS NULL) AND (link IS NULL OR link ~ '^https?://') AND (file_id IS NULL) = (file_sha256 IS NULL)
  AND (outlet IS NULL) = (outlet_key IS NULL) AND participants > 0
  AND (status = 'withdrawn') = (withdrawn_at IS NOT NULL) AND (status = 'filed' OR (coalesce(length(withdrawn_reason), 0) > 0 AND withdrawn_by IS NOT NULL)));
CREATE UNIQUE INDEX news_link_once ON news (county_id, link_key) WHERE status = 'filed' AND link_key IS NOT NULL;
CREATE UNIQUE INDEX news_title_once ON news (county_id, title_key, happened_on, medium, outlet_key) NULLS NOT DISTINCT WHERE status = 'filed';

CREATE FUNCTION news_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended text[] := '{status,withdrawn_reason,withdrawn_by,withdrawn_at,version}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM programme_year y JOIN unit u ON u.prefecture_id = y.prefecture_id WHERE y.id = NEW.programme_year_id AND u.id = NEW.county_id AND u.kind = 'county') THEN
      RAISE EXCEPTION 'a year of another prefecture' USING ERRCODE = '23514', CONSTRAINT = 'news_year';
    END IF;
  ELSIF to_jsonb(NEW) - ended <> to_jsonb(OLD) - ended THEN
    RAISE EXCEPTION 'news stays as it was filed' USING ERRCODE = '42501', CONSTRAINT = 'news_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER news_guard BEFORE INSERT OR UPDATE ON news FOR EACH ROW EXECUTE FUNCTION news_guard();
CREATE TRIGGER decided_stays BEFORE UPDATE ON news FOR EACH ROW EXECUTE FUNCTION decided_stays('withdrawn');
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON news FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();

SELECT anju_protect('news', 'county');
SELECT anju_audit('news');
GRANT SELECT, INSERT, UPDATE ON news TO anju_app;
REVOKE ALL ON FUNCTION news_guard() FROM PUBLIC;
