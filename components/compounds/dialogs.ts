// What a compound's page opens, in one piece: late-dialogs.ts fetches it.
export { AddFiles } from './add-files';
export { BuildingDialog } from './building-dialog';
export { HouseholdDialog } from './household-dialog';
export { MergeDialog } from './merge-dialog';
export { RetireBuilding } from './retire-building';
export { RetireCompound } from './retire-compound';
export { RetireFile } from './retire-file';
export { SplitDialog } from './split-dialog';
