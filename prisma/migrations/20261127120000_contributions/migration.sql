-- What a household owes of the residents' own amount and what it has paid are kept by the rows that record it: the parts make the whole, nothing is paid above
-- what is due, no receipt counts twice, nothing is changed afterwards. The maintenance fund of a compound has its own register and touches no project's money.

CREATE TABLE contribution_setting (
  id uuid PRIMARY KEY DEFAULT anju_new_id(),
  project_id uuid NOT NULL REFERENCES project (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  compound_id uuid NOT NULL REFERENCES compound (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  county_id uuid NOT NULL,
  subdistrict_id uuid,
  community_id uuid,
  no integer NOT NULL,
  rule text NOT NULL,
  amount bigint NOT NULL,
  households integer NOT NULL,
  area bigint NOT NULL,
  reason text,
  voucher_no text NOT NULL,
  entry_id uuid NOT NULL REFERENCES ledger_entry (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  set_by uuid NOT NULL,
  set_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  UNIQUE (project_id, compound_id, no),
  CONSTRAINT contribution_setting_words CHECK (no > 0 AND rule IN ('area', 'household') AND amount > 0 AND amount <= 10000000000000 AND households > 0 AND area >= 0
    AND (no = 1 OR coalesce(length(reason), 0) > 0))
);
CREATE TABLE contribution_share (
  setting_id uuid NOT NULL REFERENCES contribution_setting (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  household_id uuid NOT NULL REFERENCES household (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  building_id uuid NOT NULL,
  compound_id uuid NOT NULL,
  county_id uuid NOT NULL,
  subdistrict_id uuid,
  community_id uuid,
  area bigint NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (setting_id, household_id),
  CONSTRAINT contribution_share_words CHECK (area >= 0 AND amount >= 0)
);
-- How a household stands: kept from shares and payments; the app only reads it.
CREATE TABLE contribution_due (
  project_id uuid NOT NULL REFERENCES project (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  household_id uuid NOT NULL REFERENCES household (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  building_id uuid NOT NULL,
  compound_id uuid NOT NULL,
  county_id uuid NOT NULL,
  subdistrict_id uuid,
  community_id uuid,
  setting_no integer NOT NULL,
  set_at timestamptz(3) NOT NULL,
  area bigint NOT NULL,
  amount bigint NOT NULL,
  paid bigint NOT NULL DEFAULT 0,
  last_paid_on date,
  PRIMARY KEY (project_id, household_id),
  CONSTRAINT contribution_due_paid CHECK (amount >= 0 AND paid >= 0 AND paid <= amount)
);
CREATE INDEX contribution_due_of_compound ON contribution_due (project_id, compound_id, building_id);
CREATE INDEX contribution_due_household ON contribution_due (household_id);
CREATE TABLE contribution_payment (
  id uuid PRIMARY KEY DEFAULT anju_new_id(),
  project_id uuid NOT NULL,
  household_id uuid NOT NULL,
  building_id uuid NOT NULL,
  compound_id uuid NOT NULL,
  county_id uuid NOT NULL,
  subdistrict_id uuid,
  community_id uuid,
  kind text NOT NULL DEFAULT 'payment',
  amount bigint NOT NULL,
  channel text,
  receipt_no text,
  paid_on date NOT NULL,
  note text,
  reason text,
  reverses_id uuid UNIQUE REFERENCES contribution_payment (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  entry_id uuid NOT NULL UNIQUE REFERENCES ledger_entry (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  FOREIGN KEY (project_id, household_id) REFERENCES contribution_due (project_id, household_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT contribution_payment_words CHECK (kind IN ('payment', 'reversal') AND amount > 0 AND amount <= 10000000000000 AND (kind = 'reversal') = (reverses_id IS NOT NULL)
    AND (kind = 'payment') = (channel IS NOT NULL AND receipt_no IS NOT NULL) AND (channel IS NULL OR channel IN ('cash', 'transfer', 'pos', 'wechat', 'alipay', 'other'))
    AND (kind = 'payment' OR coalesce(length(reason), 0) > 0))
);
-- A receipt is written once in a county, also when its payment was reversed.
CREATE UNIQUE INDEX contribution_payment_receipt ON contribution_payment (county_id, receipt_no) WHERE kind = 'payment';
CREATE INDEX contribution_payment_of_household ON contribution_payment (project_id, household_id, recorded_at);

CREATE TABLE maintenance_account (
  id uuid PRIMARY KEY DEFAULT anju_new_id(),
  compound_id uuid NOT NULL UNIQUE REFERENCES compound (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  county_id uuid NOT NULL,
  subdistrict_id uuid,
  community_id uuid,
  bank text NOT NULL,
  -- the last four digits only: the rest is nobody's business here
  number_masked text NOT NULL,
  opened_on date NOT NULL,
  file_id uuid REFERENCES stored_file (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  version integer NOT NULL DEFAULT 1,
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  CONSTRAINT maintenance_account_words CHECK (length(bank) BETWEEN 1 AND 100 AND number_masked ~ '^\*{4}[0-9]{4}$')
);
CREATE TABLE maintenance_entry (
  id uuid PRIMARY KEY DEFAULT anju_new_id(),
  account_id uuid NOT NULL REFERENCES maintenance_account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  compound_id uuid NOT NULL,
  county_id uuid NOT NULL,
  subdistrict_id uuid,
  community_id uuid,
  -- given by the database: the register is a line of numbered entries with its running balance
  no integer NOT NULL DEFAULT 0,
  kind text NOT NULL,
  amount bigint NOT NULL,
  balance bigint NOT NULL DEFAULT 0,
  entry_on date NOT NULL,
  voucher_no text NOT NULL,
  counterparty text,
  note text,
  reverses_id uuid UNIQUE REFERENCES maintenance_entry (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT anju_now(),
  UNIQUE (account_id, no),
  UNIQUE (account_id, voucher_no),
  CONSTRAINT maintenance_entry_balance CHECK (balance >= 0),
  CONSTRAINT maintenance_entry_words CHECK (kind IN ('deposit', 'withdrawal', 'reversal') AND amount > 0 AND amount <= 10000000000000 AND (kind = 'reversal') = (reverses_id IS NOT NULL)
    AND (kind = 'deposit' OR coalesce(length(note), 0) > 0) AND length(voucher_no) BETWEEN 1 AND 80)
);

-- Where rows stand: given by the compound, the setting, the household's due, the account.
CREATE TRIGGER contribution_setting_place BEFORE INSERT ON contribution_setting FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();
CREATE TRIGGER maintenance_account_place BEFORE INSERT ON maintenance_account FOR EACH ROW EXECUTE FUNCTION anju_place_in_compound();
CREATE FUNCTION contribution_share_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT s.compound_id, s.county_id, s.subdistrict_id, s.community_id, h.building_id INTO NEW.compound_id, NEW.county_id, NEW.subdistrict_id, NEW.community_id, NEW.building_id
    FROM contribution_setting s JOIN household h ON h.id = NEW.household_id AND h.compound_id = s.compound_id WHERE s.id = NEW.setting_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'a household of another compound' USING ERRCODE = '23503', CONSTRAINT = 'contribution_share_place'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contribution_share_place BEFORE INSERT ON contribution_share FOR EACH ROW EXECUTE FUNCTION contribution_share_place();

-- A setting comes with all its shares in one statement; they make its amount to the fen. Whoever is not in it owes nothing any more, and the check of the due
-- refuses that where something has been paid.
CREATE FUNCTION contribution_shared() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s contribution_setting; many integer;
BEGIN
  SELECT count(DISTINCT setting_id) INTO many FROM new_rows;
  IF many = 0 THEN RETURN NULL; END IF;
  IF many > 1 THEN RAISE EXCEPTION 'one setting at a time' USING ERRCODE = '23514', CONSTRAINT = 'contribution_of_one_setting'; END IF;
  SELECT * INTO s FROM contribution_setting WHERE id = (SELECT setting_id FROM new_rows LIMIT 1);
  IF (SELECT sum(amount) <> s.amount OR count(*) <> s.households FROM contribution_share WHERE setting_id = s.id) THEN
    RAISE EXCEPTION 'the shares do not make the whole' USING ERRCODE = '23514', CONSTRAINT = 'contribution_parts_make_the_whole';
  END IF;
  IF EXISTS (SELECT 1 FROM contribution_setting WHERE project_id = s.project_id AND compound_id = s.compound_id AND no > s.no) THEN
    RAISE EXCEPTION 'superseded' USING ERRCODE = '23514', CONSTRAINT = 'contribution_superseded';
  END IF;
  UPDATE contribution_due d SET amount = 0, area = 0, setting_no = s.no, set_at = s.set_at
    WHERE d.project_id = s.project_id AND d.compound_id = s.compound_id AND NOT EXISTS (SELECT 1 FROM new_rows n WHERE n.household_id = d.household_id);
  INSERT INTO contribution_due (project_id, household_id, building_id, compound_id, county_id, subdistrict_id, community_id, setting_no, set_at, area, amount)
    SELECT s.project_id, n.household_id, n.building_id, n.compound_id, n.county_id, n.subdistrict_id, n.community_id, s.no, s.set_at, n.area, n.amount FROM new_rows n ORDER BY n.household_id
    ON CONFLICT (project_id, household_id) DO UPDATE SET building_id = EXCLUDED.building_id, compound_id = EXCLUDED.compound_id, county_id = EXCLUDED.county_id,
      subdistrict_id = EXCLUDED.subdistrict_id, community_id = EXCLUDED.community_id, setting_no = EXCLUDED.setting_no, set_at = EXCLUDED.set_at, area = EXCLUDED.area,
      amount = EXCLUDED.amount;
  RETURN NULL;
END $$;
CREATE TRIGGER contribution_shared AFTER INSERT ON contribution_share REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION contribution_shared();

-- The due's row is the lock: who records a payment of a household waits for whoever records another.
CREATE FUNCTION contribution_payment_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE d contribution_due;
BEGIN
  SELECT * INTO d FROM contribution_due WHERE project_id = NEW.project_id AND household_id = NEW.household_id FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'nothing is due' USING ERRCODE = '23503', CONSTRAINT = 'contribution_payment_place'; END IF;
  NEW.compound_id := d.compound_id; NEW.building_id := d.building_id;
  NEW.county_id := d.county_id; NEW.subdistrict_id := d.subdistrict_id; NEW.community_id := d.community_id;
  RETURN NEW;
END $$;
CREATE TRIGGER contribution_payment_place BEFORE INSERT ON contribution_payment FOR EACH ROW EXECUTE FUNCTION contribution_payment_place();
-- What it moves is moved once the row may stand where it stands: row security is asked before.
CREATE FUNCTION contribution_paid() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE was contribution_payment;
BEGIN
  IF NEW.kind = 'reversal' THEN
    SELECT * INTO was FROM contribution_payment WHERE id = NEW.reverses_id;
    IF (was.kind, was.project_id, was.household_id, was.amount) IS DISTINCT FROM ('payment', NEW.project_id, NEW.household_id, NEW.amount) THEN
      RAISE EXCEPTION 'a reversal is of a whole payment' USING ERRCODE = '23514', CONSTRAINT = 'contribution_reversal';
    END IF;
  END IF;
  UPDATE contribution_due SET paid = paid + CASE NEW.kind WHEN 'payment' THEN NEW.amount ELSE -NEW.amount END,
    last_paid_on = (SELECT max(x.paid_on) FROM contribution_payment x WHERE x.project_id = NEW.project_id AND x.household_id = NEW.household_id AND x.kind = 'payment'
      AND NOT EXISTS (SELECT 1 FROM contribution_payment r WHERE r.reverses_id = x.id))
    WHERE project_id = NEW.project_id AND household_id = NEW.household_id;
  RETURN NULL;
END $$;
CREATE TRIGGER contribution_paid AFTER INSERT ON contribution_payment FOR EACH ROW EXECUTE FUNCTION contribution_paid();

-- The account's row is the lock; number and balance are said by the database, whatever the client sends.
CREATE FUNCTION maintenance_entered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE a maintenance_account; last_no integer; before bigint; was maintenance_entry;
BEGIN
  SELECT * INTO a FROM maintenance_account WHERE id = NEW.account_id FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no account' USING ERRCODE = '23503', CONSTRAINT = 'maintenance_entry_place'; END IF;
  NEW.compound_id := a.compound_id; NEW.county_id := a.county_id; NEW.subdistrict_id := a.subdistrict_id; NEW.community_id := a.community_id;
  SELECT no, balance INTO last_no, before FROM maintenance_entry WHERE account_id = a.id ORDER BY no DESC LIMIT 1;
  IF NEW.kind = 'reversal' THEN
    SELECT * INTO was FROM maintenance_entry WHERE id = NEW.reverses_id;
    IF was.account_id IS DISTINCT FROM a.id OR was.kind = 'reversal' OR was.amount <> NEW.amount THEN
      RAISE EXCEPTION 'a reversal is of a whole entry' USING ERRCODE = '23514', CONSTRAINT = 'maintenance_reversal';
    END IF;
  END IF;
  NEW.no := coalesce(last_no, 0) + 1;
  NEW.balance := coalesce(before, 0) + CASE WHEN NEW.kind = 'deposit' OR (NEW.kind = 'reversal' AND was.kind = 'withdrawal') THEN NEW.amount ELSE -NEW.amount END;
  RETURN NEW;
END $$;
CREATE TRIGGER maintenance_entered BEFORE INSERT ON maintenance_entry FOR EACH ROW EXECUTE FUNCTION maintenance_entered();

-- What is never changed moves with its compound all the same (vote_kept), and in nothing else.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contribution_setting', 'contribution_share', 'contribution_payment', 'maintenance_entry'] LOOP
    EXECUTE format('CREATE TRIGGER kept_for_good BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION vote_kept()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['contribution_due', 'maintenance_account'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION anju_refuse()', t);
  END LOOP;
END $$;
CREATE FUNCTION contribution_move_with_compound() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contribution_setting', 'contribution_share', 'contribution_due', 'contribution_payment', 'maintenance_account', 'maintenance_entry'] LOOP
    EXECUTE format('UPDATE %I SET county_id = $1, subdistrict_id = $2, community_id = $3 WHERE compound_id = $4', t) USING NEW.county_id, NEW.subdistrict_id, NEW.community_id, NEW.id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER compound_moved_contributions AFTER UPDATE OF county_id, subdistrict_id, community_id ON compound FOR EACH ROW
  WHEN (OLD.county_id IS DISTINCT FROM NEW.county_id OR OLD.subdistrict_id IS DISTINCT FROM NEW.subdistrict_id OR OLD.community_id IS DISTINCT FROM NEW.community_id)
  EXECUTE FUNCTION contribution_move_with_compound();

-- Receipts are numbered in the county, its communities do not see each other's: of the numbers asked for, which are used already.
CREATE FUNCTION contribution_receipts_used(of_county uuid, asked text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT receipt_no FROM contribution_payment WHERE county_id = of_county AND of_county = ANY (anju_counties()) AND kind = 'payment' AND receipt_no = ANY (asked) $$;
REVOKE ALL ON FUNCTION contribution_receipts_used(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contribution_receipts_used(uuid, text[]) TO anju_app;

SELECT anju_protect(t::regclass, 'territory') FROM unnest(ARRAY['contribution_setting', 'contribution_share', 'contribution_due', 'contribution_payment', 'maintenance_account',
  'maintenance_entry']) t;
SELECT anju_audit(t::regclass) FROM unnest(ARRAY['contribution_setting', 'contribution_payment', 'maintenance_account', 'maintenance_entry']) t;
GRANT SELECT, INSERT ON contribution_setting, contribution_share, contribution_payment, maintenance_account, maintenance_entry TO anju_app;
GRANT SELECT ON contribution_due TO anju_app;
GRANT UPDATE (bank, number_masked, opened_on, file_id, version, updated_at) ON maintenance_account TO anju_app;
REVOKE ALL ON FUNCTION contribution_share_place(), contribution_shared(), contribution_payment_place(), contribution_paid(), maintenance_entered(), contribution_move_with_compound() FROM PUBLIC;
