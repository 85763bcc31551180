-- What a recording asks of standings and forms is asked as columns, not as parts of a JSON that are taken out in the joins: under row security only
-- comparisons that can betray nothing come before the walls, and taking a text out of a JSON is none. Each ballot had gone over the whole round and all forms.
CREATE OR REPLACE FUNCTION vote_at_hand(which uuid, counties uuid[], asked jsonb)
RETURNS TABLE (id uuid, status text, round integer, rulebook_id uuid, opened_at timestamptz, now timestamptz, facts json) LANGUAGE plpgsql
  SET enable_nestloop = on SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
  PERFORM 1 FROM vote_tally t WHERE t.round_id = which FOR UPDATE;
  RETURN QUERY SELECT r.id, r.status, r.round, r.rulebook_id, r.opened_at, anju_now(),
      (SELECT json_agg(json_build_object('inRoll', s.household_id IS NOT NULL, 'ballotId', s.ballot_id, 'choice', s.choice, 'formRound', f.round_id, 'formHome', f.household_id,
          'formVoid', f.void_at IS NOT NULL) ORDER BY i.n)
        FROM ROWS FROM (jsonb_to_recordset(asked) AS (h uuid, f text)) WITH ORDINALITY AS i(h, f, n)
          LEFT JOIN vote_standing s ON s.round_id = which AND s.household_id = i.h LEFT JOIN vote_form f ON f.form_no = i.f)
    FROM vote_round r WHERE r.id = which AND r.county_id = ANY (counties);
END $$;
