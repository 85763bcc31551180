-- A million lines later, the days of last spring were found by reading back through all that came after: with sixteen people looking, too late.
-- Lines stand in the order of their time, so that the bounds of each stretch of the table are enough, and cost the writers nothing.
CREATE INDEX "audit_line_at_idx" ON "audit_line" USING BRIN ("at") WITH (pages_per_range = 32);
