-- A function that runs with the owner's rights is called by nobody but those it is for: whoever may execute a trigger's
-- function may hang it on a table of their own and have it write, past row security, what the table says.
REVOKE EXECUTE ON FUNCTION anju_place_compound(), anju_place_in_compound(), anju_place_in_building(), anju_place_in_owner(),
  anju_move_with_compound(), anju_move_with_building() FROM PUBLIC;
