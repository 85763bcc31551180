-- Whoever sees a project sees the names of its companies. The register itself stays the offices': towns and communities learn a name, and nothing else of a company,
-- where it takes part in a project that is theirs.
CREATE FUNCTION anju_company_name(which uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.name FROM company o WHERE o.id = which AND anju_level() IN ('subdistrict', 'community') AND (
    EXISTS (SELECT 1 FROM project_party x WHERE x.project_id = ANY ((SELECT anju_projects())::uuid[]) AND x.company_id = which)
    OR EXISTS (SELECT 1 FROM contract k WHERE k.project_id = ANY ((SELECT anju_projects())::uuid[]) AND k.company_id = which)) $$;
REVOKE ALL ON FUNCTION anju_company_name(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION anju_company_name(uuid) TO anju_app;
