-- The database accepts the words of lib/domain/compounds/types.ts and no others: one vocabulary from the form to the row.
ALTER TABLE compound
  DROP CONSTRAINT compound_ownership,
  DROP CONSTRAINT compound_willingness,
  ADD CONSTRAINT compound_ownership CHECK (ownership_kind IN ('reformed', 'commercial', 'unitManaged', 'mixed')),
  ADD CONSTRAINT compound_willingness CHECK (willingness IN ('strong', 'fair', 'low'));
ALTER TABLE building
  DROP CONSTRAINT building_structure,
  ADD CONSTRAINT building_structure CHECK (structure IN ('brickConcrete', 'frame', 'frameShear', 'shearWall', 'brickTimber', 'steel', 'timber', 'other'));
ALTER TABLE household
  DROP CONSTRAINT household_usage,
  ADD CONSTRAINT household_usage CHECK (usage IN ('residential', 'shop', 'office', 'storage', 'other'));
