-- What a project still lacks of its funding plan is kept, so that a list of shortages does not add up the books of all projects: by source and kind, never netted between them,
-- and counted anew for the project whenever money is given to it or its plan changes. What is received and paid moves neither, and costs nothing.
CREATE TABLE "project_gap" (
    "project_id" UUID NOT NULL,
    "county_id" UUID NOT NULL,
    "allocated" BIGINT NOT NULL DEFAULT 0,
    "gap" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "project_gap_pkey" PRIMARY KEY ("project_id")
);
ALTER TABLE "project_gap" ADD CONSTRAINT "project_gap_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE project_gap ADD CONSTRAINT project_gap_not_below_zero CHECK (allocated >= 0 AND gap >= 0);
-- Money that lies is looked for account by account of one class. The balance, which every posting changes, stands in no index: a posting stays as quick as it is.
CREATE INDEX ledger_account_of_class ON ledger_account (class, county_id);

CREATE FUNCTION project_gap_counted(of_projects uuid[]) RETURNS TABLE (project_id uuid, allocated bigint, gap bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.project_id, sum(p.allocated)::bigint, sum(greatest(p.planned - p.allocated, 0))::bigint FROM (
    SELECT m.project_id, m.source, m.fund_kind, sum(m.planned) AS planned, sum(m.allocated) AS allocated FROM (
      SELECT f.project_id, f.source, coalesce(f.kind, '') AS fund_kind, f.amount AS planned, 0 AS allocated FROM funding_line f WHERE f.project_id = ANY (of_projects) AND f.retired_at IS NULL
      UNION ALL SELECT a.project_id, a.source, a.fund_kind, 0, a.balance FROM ledger_account a WHERE a.project_id = ANY (of_projects) AND a.class IN ('receivable', 'cash', 'spent')) m
    GROUP BY 1, 2, 3) p GROUP BY 1 $$;
-- Held first, in one order, and counted by a statement of its own: who waited for somebody else sees what they did.
CREATE FUNCTION project_gap_recount(of_projects uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO project_gap (project_id, county_id) SELECT p.id, p.county_id FROM project p WHERE p.id = ANY (of_projects) ORDER BY p.id ON CONFLICT DO NOTHING;
  PERFORM 1 FROM project_gap k WHERE k.project_id = ANY (of_projects) ORDER BY k.project_id FOR UPDATE;
  UPDATE project_gap k SET allocated = coalesce(c.allocated, 0), gap = coalesce(c.gap, 0)
    FROM unnest(of_projects) o (id) LEFT JOIN project_gap_counted(of_projects) c ON c.project_id = o.id
    WHERE k.project_id = o.id AND (k.allocated, k.gap) IS DISTINCT FROM (coalesce(c.allocated, 0), coalesce(c.gap, 0));
END $$;

CREATE FUNCTION project_gap_given() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM project_gap_recount(ARRAY[NEW.project_id]);
  RETURN NULL;
END $$;
-- behind ledger_post, by its name: the accounts have moved
CREATE TRIGGER project_gap_given AFTER INSERT ON ledger_entry FOR EACH ROW WHEN (NEW.kind IN ('allocated', 'assigned', 'reversed') AND NEW.project_id IS NOT NULL) EXECUTE FUNCTION project_gap_given();
CREATE FUNCTION project_gap_planned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM project_gap_recount(ARRAY(SELECT DISTINCT project_id FROM new_rows));
  RETURN NULL;
END $$;
CREATE TRIGGER project_gap_insert AFTER INSERT ON funding_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION project_gap_planned();
CREATE TRIGGER project_gap_update AFTER UPDATE ON funding_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION project_gap_planned();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON project_gap FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();

SELECT project_gap_recount(ARRAY(SELECT DISTINCT project_id FROM funding_line UNION SELECT project_id FROM ledger_account WHERE project_id IS NOT NULL));
SELECT anju_protect_project('project_gap');
GRANT SELECT ON project_gap TO anju_app;
REVOKE ALL ON FUNCTION project_gap_counted(uuid[]), project_gap_recount(uuid[]), project_gap_given(), project_gap_planned() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION project_gap_counted(uuid[]) TO anju_verifier;
