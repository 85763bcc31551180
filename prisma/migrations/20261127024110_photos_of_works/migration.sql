-- A completed item is shown as it was and as it is; a file that a contract, a completion or a finding rests on cannot go from under it.
ALTER TABLE "item_completion" ADD COLUMN     "before_file_id" UUID;
ALTER TABLE "contract" ADD CONSTRAINT "contract_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "item_completion" ADD CONSTRAINT "item_completion_before_file_id_fkey" FOREIGN KEY ("before_file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "item_completion" ADD CONSTRAINT "item_completion_photo_file_id_fkey" FOREIGN KEY ("photo_file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding" ADD CONSTRAINT "finding_photo_file_id_fkey" FOREIGN KEY ("photo_file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding" ADD CONSTRAINT "finding_rectified_file_id_fkey" FOREIGN KEY ("rectified_file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
