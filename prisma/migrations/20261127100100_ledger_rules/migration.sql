-- No yuan is lost: each movement is written as debits and credits by the database alone, the books balance after every statement, no account falls
-- below zero (so paid ≤ received ≤ allocated for each project, source and purpose), no contract is paid beyond its sum, and nothing is changed: what was wrong is reversed.

-- 10^13 fen: a hundred billion yuan. Catches a value in the wrong unit, refuses no real one.
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_class CHECK (class IN ('grant', 'pool', 'receivable', 'cash', 'spent') AND (class = 'pool') <= (project_id IS NULL)
  AND (class NOT IN ('receivable', 'cash', 'spent') OR project_id IS NOT NULL));
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_not_below_zero CHECK (CASE WHEN class = 'grant' THEN balance <= 0 ELSE balance >= 0 END);
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_words CHECK (kind IN ('allocated', 'assigned', 'received', 'paid', 'reversed') AND amount BETWEEN 1 AND 10000000000000
  AND source IN ('central', 'local', 'pipeline', 'residents', 'originalUnit', 'bonds', 'social', 'other') AND length(voucher_no) BETWEEN 1 AND 60
  AND (kind = 'reversed') = (reverses_id IS NOT NULL) AND (kind IN ('allocated', 'reversed') OR project_id IS NOT NULL)
  AND (kind = 'paid') <= (contract_id IS NOT NULL AND items IS NOT NULL) AND (kind <> 'reversed' OR coalesce(length(note), 0) > 0));
-- P四(二), house of finance: who asked for a payment does not approve it.
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_second_person CHECK (items IS NULL OR (approved_by IS NOT NULL AND approved_by <> created_by));
ALTER TABLE ledger_line ADD CONSTRAINT ledger_line_words CHECK (side IN ('debit', 'credit') AND amount > 0 AND no > 0);
ALTER TABLE contract_paid ADD CONSTRAINT contract_paid_not_below_zero CHECK (paid >= 0);
ALTER TABLE payment_order ADD CONSTRAINT payment_order_words CHECK (status IN ('submitted', 'approved', 'rejected', 'withdrawn') AND amount BETWEEN 1 AND 10000000000000
  AND (status = 'submitted') = (decided_at IS NULL) AND (status = 'approved') = (entry_id IS NOT NULL) AND jsonb_typeof(items) = 'array' AND length(payee) BETWEEN 1 AND 100
  AND (status <> 'approved' OR (decided_by IS NOT NULL AND decided_by <> created_by)) AND (status <> 'rejected' OR coalesce(length(decision_note), 0) > 0));
-- A voucher number stands in one request at a time, and a payment is asked to be reversed once.
CREATE UNIQUE INDEX payment_order_voucher ON payment_order (county_id, voucher_no) WHERE status = 'submitted';
CREATE UNIQUE INDEX payment_order_reversal ON payment_order (reverses_id) WHERE status IN ('submitted', 'approved');
CREATE INDEX payment_order_waiting ON payment_order (county_id, created_at) WHERE status = 'submitted';
ALTER TABLE fund_batch ADD CONSTRAINT fund_batch_words CHECK (status IN ('draft', 'issued') AND (status = 'issued') = (issued_at IS NOT NULL) AND total BETWEEN 1 AND 100000000000000);
ALTER TABLE fund_batch_line ADD CONSTRAINT fund_batch_line_words CHECK (amount BETWEEN 1 AND 10000000000000);
CREATE UNIQUE INDEX fund_batch_line_once ON fund_batch_line (batch_id, county_id, project_id, reward) NULLS NOT DISTINCT WHERE retired_at IS NULL;

-- Where an entry stands is given by its project, its batch or what it reverses.
CREATE FUNCTION ledger_entry_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE was ledger_entry; sum_of_items bigint;
BEGIN
  IF NEW.entry_on > anju_today() THEN RAISE EXCEPTION 'in the future' USING ERRCODE = '23514', CONSTRAINT = 'ledger_entry_future'; END IF;
  IF NEW.kind = 'reversed' THEN
    SELECT * INTO was FROM ledger_entry WHERE id = NEW.reverses_id;
    IF NOT FOUND OR was.kind = 'reversed' THEN RAISE EXCEPTION 'nothing to reverse' USING ERRCODE = '23514', CONSTRAINT = 'ledger_entry_reverses'; END IF;
    NEW.county_id := was.county_id; NEW.project_id := was.project_id; NEW.programme_year_id := was.programme_year_id; NEW.source := was.source; NEW.fund_kind := was.fund_kind;
    NEW.earmark := was.earmark; NEW.amount := was.amount; NEW.items := was.items; NEW.contract_id := was.contract_id; NEW.counterparty := was.counterparty;
    RETURN NEW;
  END IF;
  IF NEW.project_id IS NOT NULL THEN
    SELECT county_id, programme_year_id INTO NEW.county_id, NEW.programme_year_id FROM project WHERE id = NEW.project_id;
    IF NOT FOUND THEN RAISE EXCEPTION 'no project' USING ERRCODE = '23503', CONSTRAINT = 'ledger_entry_place'; END IF;
  END IF;
  IF NEW.kind = 'paid' THEN
    IF NOT EXISTS (SELECT 1 FROM contract WHERE id = NEW.contract_id AND project_id = NEW.project_id) THEN
      RAISE EXCEPTION 'a contract of another project' USING ERRCODE = '23514', CONSTRAINT = 'ledger_entry_contract';
    END IF;
    SELECT sum((i ->> 'amount')::bigint) INTO sum_of_items FROM jsonb_array_elements(NEW.items) i;
    IF sum_of_items IS DISTINCT FROM NEW.amount THEN RAISE EXCEPTION 'items do not make the amount' USING ERRCODE = '23514', CONSTRAINT = 'ledger_entry_items'; END IF;
  ELSIF NEW.items IS NOT NULL THEN RAISE EXCEPTION 'items are of payments' USING ERRCODE = '23514', CONSTRAINT = 'ledger_entry_items';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_entry_place BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_entry_place();

-- The account of a pot, opened when money first moves there. The county's own accounts have no project.
CREATE FUNCTION ledger_account_of(e ledger_entry, of_project uuid, wanted text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE account uuid;
BEGIN
  LOOP
    IF of_project IS NULL THEN
      SELECT id INTO account FROM ledger_account WHERE county_id = e.county_id AND project_id IS NULL AND programme_year_id = e.programme_year_id AND source = e.source
        AND fund_kind = e.fund_kind AND earmark = e.earmark AND class = wanted;
    ELSE
      SELECT id INTO account FROM ledger_account WHERE county_id = e.county_id AND project_id = of_project AND programme_year_id = e.programme_year_id AND source = e.source
        AND fund_kind = e.fund_kind AND earmark = e.earmark AND class = wanted;
    END IF;
    IF account IS NOT NULL THEN RETURN account; END IF;
    INSERT INTO ledger_account (county_id, project_id, programme_year_id, source, fund_kind, earmark, class)
    VALUES (e.county_id, of_project, e.programme_year_id, e.source, e.fund_kind, e.earmark, wanted) ON CONFLICT DO NOTHING;
  END LOOP;
END $$;

-- 借贷: what the movement debits and credits; a reversal writes the same with the sides changed. lib/domain/funds/books.ts says the same.
CREATE FUNCTION ledger_post() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  was text := NEW.kind;
  sign int := 1;
  debit uuid; credit uuid; one record; limit_of bigint;
  counts_as text;
  in_month date := date_trunc('month', NEW.entry_on)::date;
BEGIN
  IF NEW.kind = 'reversed' THEN
    SELECT kind INTO was FROM ledger_entry WHERE id = NEW.reverses_id;
    sign := -1;
  END IF;
  IF was = 'allocated' AND NEW.project_id IS NULL THEN
    debit := ledger_account_of(NEW, NULL, 'pool'); credit := ledger_account_of(NEW, NULL, 'grant'); counts_as := 'pooled';
  ELSIF was = 'allocated' THEN
    debit := ledger_account_of(NEW, NEW.project_id, 'receivable'); credit := ledger_account_of(NEW, NEW.project_id, 'grant'); counts_as := 'allocated';
  ELSIF was = 'assigned' THEN
    debit := ledger_account_of(NEW, NEW.project_id, 'receivable'); credit := ledger_account_of(NEW, NULL, 'pool'); counts_as := 'assigned';
  ELSIF was = 'received' THEN
    debit := ledger_account_of(NEW, NEW.project_id, 'cash'); credit := ledger_account_of(NEW, NEW.project_id, 'receivable'); counts_as := 'received';
  ELSE
    debit := ledger_account_of(NEW, NEW.project_id, 'spent'); credit := ledger_account_of(NEW, NEW.project_id, 'cash'); counts_as := 'paid';
  END IF;

  INSERT INTO ledger_line (entry_id, no, account_id, county_id, project_id, side, amount, item)
  SELECT NEW.id, row_number() OVER (ORDER BY part, at), account, NEW.county_id, NEW.project_id, side, amount, item FROM (
    SELECT 1 AS part, i.at, debit AS account, CASE WHEN sign > 0 THEN 'debit' ELSE 'credit' END AS side, (i.one ->> 'amount')::bigint AS amount, i.one ->> 'item' AS item
      FROM jsonb_array_elements(NEW.items) WITH ORDINALITY i (one, at) WHERE NEW.items IS NOT NULL
    UNION ALL SELECT 1, 1, debit, CASE WHEN sign > 0 THEN 'debit' ELSE 'credit' END, NEW.amount, NULL WHERE NEW.items IS NULL
    UNION ALL SELECT 2, 1, credit, CASE WHEN sign > 0 THEN 'credit' ELSE 'debit' END, NEW.amount, NULL) lines;

  -- in one order, so that two who move money at once wait and never block each other
  FOR one IN SELECT * FROM (VALUES (debit, NEW.amount * sign), (credit, -NEW.amount * sign)) v (account, delta) ORDER BY account LOOP
    UPDATE ledger_account SET balance = balance + one.delta WHERE id = one.account;
  END LOOP;

  IF counts_as = 'paid' THEN
    IF sign > 0 THEN
      SELECT amount INTO limit_of FROM contract WHERE id = NEW.contract_id;
      INSERT INTO contract_paid AS c (contract_id, project_id, county_id, paid) VALUES (NEW.contract_id, NEW.project_id, NEW.county_id, NEW.amount)
        ON CONFLICT (contract_id) DO UPDATE SET paid = c.paid + NEW.amount RETURNING c.paid INTO one;
      IF one.paid > limit_of THEN RAISE EXCEPTION 'beyond the contract' USING ERRCODE = '23514', CONSTRAINT = 'contract_paid_limit'; END IF;
    ELSE
      -- the CHECK would look at a row below zero before it meets the one that stands
      UPDATE contract_paid SET paid = paid - NEW.amount WHERE contract_id = NEW.contract_id;
    END IF;
    INSERT INTO fund_flow AS f (county_id, programme_year_id, source, fund_kind, item, paid)
      SELECT NEW.county_id, NEW.programme_year_id, NEW.source, NEW.fund_kind, i ->> 'item', sum((i ->> 'amount')::bigint) * sign FROM jsonb_array_elements(NEW.items) i GROUP BY 4, 5 ORDER BY 5
      ON CONFLICT (county_id, programme_year_id, source, fund_kind, item) DO UPDATE SET paid = f.paid + EXCLUDED.paid;
  END IF;

  INSERT INTO ledger_total AS t (county_id, programme_year_id, source, fund_kind, measure, month, amount, entries)
  VALUES (NEW.county_id, NEW.programme_year_id, NEW.source, NEW.fund_kind, counts_as, in_month, NEW.amount * sign, 1)
  ON CONFLICT (county_id, programme_year_id, source, fund_kind, measure, month) DO UPDATE SET amount = t.amount + EXCLUDED.amount, entries = t.entries + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_post AFTER INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_post();

CREATE FUNCTION ledger_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM new_rows GROUP BY entry_id HAVING sum(CASE side WHEN 'debit' THEN amount ELSE -amount END) <> 0) THEN
    RAISE EXCEPTION 'debits and credits differ' USING ERRCODE = '23514', CONSTRAINT = 'ledger_balanced';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_balanced AFTER INSERT ON ledger_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ledger_balanced();

-- A contract is not made smaller than what was paid on it.
CREATE FUNCTION contract_paid_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.amount < (SELECT paid FROM contract_paid WHERE contract_id = NEW.id) THEN
    RAISE EXCEPTION 'less than was paid' USING ERRCODE = '23514', CONSTRAINT = 'contract_paid_limit';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contract_paid_guard BEFORE UPDATE OF amount ON contract FOR EACH ROW WHEN (NEW.amount < OLD.amount) EXECUTE FUNCTION contract_paid_guard();

-- Nothing is changed. A project that goes to another year takes its movements along: the one thing that moves.
CREATE FUNCTION ledger_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'programme_year_id' <> to_jsonb(OLD) - 'programme_year_id' OR current_user = 'anju_app' THEN
    RAISE EXCEPTION 'an entry stays as it was made' USING ERRCODE = '42501', CONSTRAINT = 'ledger_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_kept BEFORE UPDATE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_kept();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_line FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse();
CREATE TRIGGER decided_stays BEFORE UPDATE ON payment_order FOR EACH ROW EXECUTE FUNCTION decided_stays('approved', 'rejected', 'withdrawn');
CREATE TRIGGER decided_stays BEFORE UPDATE ON fund_batch FOR EACH ROW EXECUTE FUNCTION decided_stays('issued');
CREATE FUNCTION fund_batch_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM fund_batch WHERE id = NEW.batch_id AND status = 'issued') THEN
    RAISE EXCEPTION 'an issued batch stays' USING ERRCODE = '42501', CONSTRAINT = 'fund_batch_decided';
  END IF;
  IF NEW.project_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM project WHERE id = NEW.project_id AND county_id = NEW.county_id) THEN
    RAISE EXCEPTION 'a project of another county' USING ERRCODE = '23514', CONSTRAINT = 'fund_batch_county';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_batch_guard BEFORE INSERT OR UPDATE ON fund_batch_line FOR EACH ROW EXECUTE FUNCTION fund_batch_guard();
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger_account', 'contract_paid', 'payment_order', 'fund_batch', 'fund_batch_line'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
END $$;
CREATE TRIGGER payment_order_place BEFORE INSERT ON payment_order FOR EACH ROW EXECUTE FUNCTION project_place();

-- What the funding plans name, by county, year and source. A withdrawn project plans nothing.
CREATE FUNCTION fund_planned_add(of_county uuid, of_year uuid, of_source text, of_kind text, delta bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO fund_planned_total AS t (county_id, programme_year_id, source, fund_kind, amount) VALUES (of_county, of_year, of_source, of_kind, delta)
  ON CONFLICT (county_id, programme_year_id, source, fund_kind) DO UPDATE SET amount = t.amount + delta $$;
CREATE FUNCTION fund_planned_begun() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM fund_planned_add(county_id, programme_year_id, source, kind, amount) FROM (
    SELECT p.county_id, p.programme_year_id, n.source, coalesce(n.kind, '') AS kind, sum(n.amount)::bigint AS amount FROM new_rows n JOIN project p ON p.id = n.project_id
      WHERE n.retired_at IS NULL AND p.status <> 'withdrawn' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4) moved;
  RETURN NULL;
END $$;
CREATE FUNCTION fund_planned_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM fund_planned_add(county_id, programme_year_id, source, kind, amount) FROM (
    SELECT p.county_id, p.programme_year_id, n.source, n.kind, sum(n.amount)::bigint AS amount FROM (
      SELECT project_id, source, coalesce(kind, '') AS kind, amount FROM new_rows WHERE retired_at IS NULL
      UNION ALL SELECT o.project_id, o.source, coalesce(o.kind, ''), -o.amount FROM old_rows o WHERE o.retired_at IS NULL) n JOIN project p ON p.id = n.project_id
      WHERE p.status <> 'withdrawn' GROUP BY 1, 2, 3, 4 HAVING sum(n.amount) <> 0 ORDER BY 1, 2, 3, 4) moved;
  RETURN NULL;
END $$;
CREATE TRIGGER fund_planned_insert AFTER INSERT ON funding_line REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fund_planned_begun();
CREATE TRIGGER fund_planned_update AFTER UPDATE ON funding_line REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fund_planned_kept();

-- All kept sums of a county's year, counted anew from what stands: when a project goes to another year or is withdrawn, and for whoever doubts them.
CREATE FUNCTION ledger_counted(of_county uuid, of_year uuid) RETURNS TABLE (measure text, source text, fund_kind text, month date, item text, amount bigint, entries int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH moved AS (
    SELECT e.source, e.fund_kind, date_trunc('month', e.entry_on)::date AS month, e.items, CASE e.kind WHEN 'reversed' THEN -1 ELSE 1 END AS sign, e.amount, coalesce(w.kind, e.kind) AS kind,
      e.project_id FROM ledger_entry e LEFT JOIN ledger_entry w ON w.id = e.reverses_id WHERE e.county_id = of_county AND e.programme_year_id = of_year)
  SELECT CASE WHEN kind = 'allocated' AND project_id IS NULL THEN 'pooled' ELSE kind END, source, fund_kind, month, NULL::text, sum(amount * sign)::bigint, count(*)::int FROM moved GROUP BY 1, 2, 3, 4
  UNION ALL SELECT 'flow', source, fund_kind, NULL, i ->> 'item', sum((i ->> 'amount')::bigint * sign)::bigint, 0 FROM moved, jsonb_array_elements(items) i WHERE items IS NOT NULL GROUP BY 2, 3, 5
  UNION ALL SELECT 'planned', f.source, coalesce(f.kind, ''), NULL, NULL, sum(f.amount)::bigint, 0 FROM funding_line f JOIN project p ON p.id = f.project_id
    WHERE p.county_id = of_county AND p.programme_year_id = of_year AND p.status <> 'withdrawn' AND f.retired_at IS NULL GROUP BY 2, 3 $$;
CREATE FUNCTION ledger_recount(of_county uuid, of_year uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM ledger_total WHERE county_id = of_county AND programme_year_id = of_year;
  DELETE FROM fund_planned_total WHERE county_id = of_county AND programme_year_id = of_year;
  DELETE FROM fund_flow WHERE county_id = of_county AND programme_year_id = of_year;
  INSERT INTO ledger_total (county_id, programme_year_id, source, fund_kind, measure, month, amount, entries)
    SELECT of_county, of_year, c.source, c.fund_kind, c.measure, c.month, c.amount, c.entries FROM ledger_counted(of_county, of_year) c WHERE c.measure NOT IN ('flow', 'planned');
  INSERT INTO fund_planned_total (county_id, programme_year_id, source, fund_kind, amount)
    SELECT of_county, of_year, c.source, c.fund_kind, c.amount FROM ledger_counted(of_county, of_year) c WHERE c.measure = 'planned';
  INSERT INTO fund_flow (county_id, programme_year_id, source, fund_kind, item, paid)
    SELECT of_county, of_year, c.source, c.fund_kind, c.item, c.amount FROM ledger_counted(of_county, of_year) c WHERE c.measure = 'flow';
END $$;
CREATE FUNCTION ledger_moves_with_project() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.programme_year_id <> NEW.programme_year_id THEN
    -- what the county's pool gave stays in the books of the pool's year: such a project has to give it back first
    IF EXISTS (SELECT 1 FROM ledger_entry e WHERE e.project_id = NEW.id AND e.kind = 'assigned' AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id)) THEN
      RAISE EXCEPTION 'holds money of the pool of its year' USING ERRCODE = '23514', CONSTRAINT = 'ledger_year_pool';
    END IF;
    UPDATE ledger_account SET programme_year_id = NEW.programme_year_id WHERE project_id = NEW.id;
    UPDATE ledger_entry SET programme_year_id = NEW.programme_year_id WHERE project_id = NEW.id AND kind <> 'assigned' AND (reverses_id IS NULL OR NOT EXISTS
      (SELECT 1 FROM ledger_entry w WHERE w.id = ledger_entry.reverses_id AND w.kind = 'assigned'));
    PERFORM ledger_recount(NEW.county_id, OLD.programme_year_id);
  END IF;
  PERFORM ledger_recount(NEW.county_id, NEW.programme_year_id);
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_moves_with_project AFTER UPDATE OF programme_year_id, status ON project FOR EACH ROW
  WHEN (OLD.programme_year_id <> NEW.programme_year_id OR (OLD.status = 'withdrawn') <> (NEW.status = 'withdrawn')) EXECUTE FUNCTION ledger_moves_with_project();
INSERT INTO fund_planned_total (county_id, programme_year_id, source, fund_kind, amount)
SELECT p.county_id, p.programme_year_id, f.source, coalesce(f.kind, ''), sum(f.amount)::bigint FROM funding_line f JOIN project p ON p.id = f.project_id
WHERE f.retired_at IS NULL AND p.status <> 'withdrawn' GROUP BY 1, 2, 3, 4;

SELECT anju_protect_project(t::regclass) FROM unnest(ARRAY['ledger_account', 'ledger_entry', 'ledger_line', 'contract_paid', 'payment_order']) t;
SELECT anju_protect('fund_batch', 'prefecture');
SELECT anju_protect(t::regclass, 'county') FROM unnest(ARRAY['fund_batch_line', 'ledger_total', 'fund_planned_total', 'fund_flow']) t;
SELECT anju_audit(t::regclass) FROM unnest(ARRAY['ledger_entry', 'payment_order', 'fund_batch', 'fund_batch_line']) t;
GRANT SELECT ON ledger_account, ledger_line, contract_paid, ledger_total, fund_planned_total, fund_flow TO anju_app;
GRANT SELECT, INSERT ON ledger_entry TO anju_app;
GRANT SELECT, INSERT, UPDATE ON payment_order, fund_batch, fund_batch_line TO anju_app;
REVOKE ALL ON FUNCTION ledger_entry_place(), ledger_account_of(ledger_entry, uuid, text), ledger_post(), contract_paid_guard(), fund_batch_guard(), fund_planned_add(uuid, uuid, text, text, bigint),
  fund_planned_begun(), fund_planned_kept(), ledger_counted(uuid, uuid), ledger_recount(uuid, uuid), ledger_moves_with_project() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_counted(uuid, uuid) TO anju_verifier;
