-- A part of a line that asks for a payment names a contract of its project, in the county, and items that make the part; applied, it names what it asked for.
CREATE FUNCTION bank_line_parts_pay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(NEW.parts) p WHERE p ->> 'decision' = 'payment' AND (
    coalesce(p ->> 'source', '') = '' OR jsonb_typeof(p -> 'items') IS DISTINCT FROM 'array' OR NEW.amount > 0 OR (NEW.applied AND p ->> 'orderId' IS NULL)
    OR NOT EXISTS (SELECT 1 FROM contract k WHERE k.id = (p ->> 'contractId')::uuid AND k.project_id = (p ->> 'projectId')::uuid AND k.county_id = NEW.county_id)
    OR (SELECT sum((i ->> 'amount')::bigint) FROM jsonb_array_elements(CASE jsonb_typeof(p -> 'items') WHEN 'array' THEN p -> 'items' ELSE '[]' END) i) IS DISTINCT FROM (p ->> 'amount')::bigint)) THEN
    RAISE EXCEPTION 'a payment has its contract and items' USING ERRCODE = '23514', CONSTRAINT = 'bank_line_parts_pay';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bank_line_parts_pay BEFORE INSERT OR UPDATE ON bank_line FOR EACH ROW WHEN (NEW.parts IS NOT NULL) EXECUTE FUNCTION bank_line_parts_pay();
