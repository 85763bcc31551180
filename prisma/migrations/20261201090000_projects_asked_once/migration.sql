-- Whose projects a session sees is a question of its own (anju_projects reads project_compound). Written bare it is asked once for every row that is
-- looked at: a town with hundreds of projects waited twelve seconds for its contradictions. In a SELECT of its own it is asked once a statement.
DO $$
DECLARE
  bare constant text := 'ANY (anju_projects())';
  f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['project_facts(uuid[])', 'project_neighbours(uuid[])', 'anju_project_compounds()', 'anju_project_counties()']::regprocedure[] LOOP
    ASSERT position(bare IN pg_get_functiondef(f)) > 0, f;
    EXECUTE replace(pg_get_functiondef(f), bare, 'ANY ((SELECT anju_projects())::uuid[])');
  END LOOP;
END $$;
