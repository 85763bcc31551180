-- The same debits and credits as before (20261127100100), written with less: accounts that are there are found without a call, and two lines are two rows.
CREATE OR REPLACE FUNCTION ledger_post() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  was text := NEW.kind;
  sign int := 1;
  debit uuid; credit uuid; debit_class text; credit_class text; one record; limit_of bigint;
  counts_as text;
  in_month date := date_trunc('month', NEW.entry_on)::date;
BEGIN
  IF NEW.kind = 'reversed' THEN
    SELECT kind INTO was FROM ledger_entry WHERE id = NEW.reverses_id;
    sign := -1;
  END IF;
  IF was = 'allocated' AND NEW.project_id IS NULL THEN
    debit := ledger_account_of(NEW, NULL, 'pool'); credit := ledger_account_of(NEW, NULL, 'grant'); counts_as := 'pooled';
  ELSE
    CASE was
      WHEN 'allocated' THEN debit_class := 'receivable'; credit_class := 'grant'; counts_as := 'allocated';
      WHEN 'assigned' THEN debit_class := 'receivable'; counts_as := 'assigned';
      WHEN 'received' THEN debit_class := 'cash'; credit_class := 'receivable'; counts_as := 'received';
      ELSE debit_class := 'spent'; credit_class := 'cash'; counts_as := 'paid';
    END CASE;
    -- looked for here, since each call of a function with rights of its own costs more than the search; opened there
    SELECT id INTO debit FROM ledger_account WHERE county_id = NEW.county_id AND project_id = NEW.project_id AND programme_year_id = NEW.programme_year_id AND source = NEW.source
      AND fund_kind = NEW.fund_kind AND earmark = NEW.earmark AND class = debit_class;
    IF debit IS NULL THEN debit := ledger_account_of(NEW, NEW.project_id, debit_class); END IF;
    IF was = 'assigned' THEN credit := ledger_account_of(NEW, NULL, 'pool');
    ELSE
      SELECT id INTO credit FROM ledger_account WHERE county_id = NEW.county_id AND project_id = NEW.project_id AND programme_year_id = NEW.programme_year_id AND source = NEW.source
        AND fund_kind = NEW.fund_kind AND earmark = NEW.earmark AND class = credit_class;
      IF credit IS NULL THEN credit := ledger_account_of(NEW, NEW.project_id, credit_class); END IF;
    END IF;
  END IF;

  IF NEW.items IS NULL THEN
    INSERT INTO ledger_line (entry_id, no, account_id, county_id, project_id, side, amount) VALUES
      (NEW.id, 1, debit, NEW.county_id, NEW.project_id, CASE WHEN sign > 0 THEN 'debit' ELSE 'credit' END, NEW.amount),
      (NEW.id, 2, credit, NEW.county_id, NEW.project_id, CASE WHEN sign > 0 THEN 'credit' ELSE 'debit' END, NEW.amount);
  ELSE
    INSERT INTO ledger_line (entry_id, no, account_id, county_id, project_id, side, amount, item)
    SELECT NEW.id, row_number() OVER (ORDER BY part, at), account, NEW.county_id, NEW.project_id, side, amount, item FROM (
      SELECT 1 AS part, i.at, debit AS account, CASE WHEN sign > 0 THEN 'debit' ELSE 'credit' END AS side, (i.one ->> 'amount')::bigint AS amount, i.one ->> 'item' AS item
        FROM jsonb_array_elements(NEW.items) WITH ORDINALITY i (one, at)
      UNION ALL SELECT 2, 1, credit, CASE WHEN sign > 0 THEN 'credit' ELSE 'debit' END, NEW.amount, NULL) lines;
  END IF;

  -- in one order, so that two who move money at once wait and never block each other
  IF debit < credit THEN
    UPDATE ledger_account SET balance = balance + NEW.amount * sign WHERE id = debit;
    UPDATE ledger_account SET balance = balance - NEW.amount * sign WHERE id = credit;
  ELSE
    UPDATE ledger_account SET balance = balance - NEW.amount * sign WHERE id = credit;
    UPDATE ledger_account SET balance = balance + NEW.amount * sign WHERE id = debit;
  END IF;

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
