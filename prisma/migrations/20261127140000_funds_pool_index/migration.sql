-- What a county's pool received is found without reading the books of its projects.
CREATE INDEX ledger_entry_of_pool ON ledger_entry (county_id, programme_year_id, entry_on) WHERE project_id IS NULL;
