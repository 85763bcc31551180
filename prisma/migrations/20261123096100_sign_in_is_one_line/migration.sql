-- A sign-in is one line of the record (account.sign_in): the date of the last sign-in, kept for lists, is not a change of the account.

CREATE OR REPLACE FUNCTION anju_audit_shape(entity text, doc jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE entity
    WHEN 'owner_personal' THEN doc - 'cipher' - 'key_id'
    WHEN 'account' THEN doc - 'last_sign_in_at'
    WHEN 'account_password' THEN doc - 'hash'
    WHEN 'session' THEN doc - 'token_hash'
    WHEN 'personal_key' THEN doc - 'wrapped'
    WHEN 'import_batch' THEN doc - 'proposal' - 'heartbeat_at' - 'progress_done' - 'progress_total'
    WHEN 'export_job' THEN doc - 'progress_done' - 'progress_total'
    WHEN 'compound' THEN doc - 'search_text' - 'pinyin'
    WHEN 'building' THEN doc - 'sort_key'
    WHEN 'household' THEN doc - 'sort_key'
    ELSE doc END $$;
