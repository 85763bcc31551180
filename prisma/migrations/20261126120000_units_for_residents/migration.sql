-- Residents, who have no account, may know which bodies run the programme: the prefecture and its reporting units, by name, and nothing else of the tree.
CREATE FUNCTION units_for_residents() RETURNS TABLE (kind text, name text, name_en text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.kind, u.name, u.name_en FROM unit u
    WHERE u.kind IN ('prefecture', 'county') AND (u.valid_to IS NULL OR u.valid_to > anju_today())
    ORDER BY u.kind = 'county', u.sort_order, u.code
$$;

REVOKE ALL ON FUNCTION units_for_residents() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION units_for_residents() TO anju_app;
