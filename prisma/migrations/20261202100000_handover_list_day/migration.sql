-- A handover list has the day on which it was last changed: the same list is the same paper, whenever it is printed (0061).
ALTER TABLE handover_item ADD COLUMN updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT anju_now();
UPDATE handover_item SET updated_at = coalesce(retired_at, created_at);
