-- A try to sign in under a name that no account has is on record too, with the prefecture: there is no account to speak for it.
CREATE FUNCTION auth_record_stranger(act text, details jsonb, req text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO audit_line (prefecture_id, actor, action, entity, after, request_id)
    SELECT u.id, '（没有这个账号）', act, 'account', details, req FROM unit u WHERE u.kind = 'prefecture'
$$;

-- An import whose job can't be done any more says so, even where the account that asked for it may no longer write anything.
CREATE FUNCTION anju_give_up_import(which uuid, why jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE import_batch SET status = 'failed', refusal = why, read_at = coalesce(read_at, anju_now()), version = version + 1
    WHERE id = which AND status IN ('uploaded', 'reading', 'applying')
$$;

REVOKE ALL ON FUNCTION auth_record_stranger(text, jsonb, text), anju_give_up_import(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth_record_stranger(text, jsonb, text), anju_give_up_import(uuid, jsonb) TO anju_app;
