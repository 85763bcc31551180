import 'server-only';

/**
 * A schema with nothing in it, there from before the first row of a restore until everything was found again: whoever meets it knows that the
 * restore did not end, and the application refuses to serve. Anybody may see it, and no migration has to be there first. (Also in
 * scripts/database.mjs.)
 */
export const RESTORE_MARK = 'anju_restoring';
