import { late } from '@/components/ui/use-late';

/** Few who read a compound change it on the spot: its dialogs are not sent with the page, and come together with the first. */
const dialogs = () => import('./dialogs');

export const ADD_FILES = late(async () => (await dialogs()).AddFiles);
export const BUILDING = late(async () => (await dialogs()).BuildingDialog);
export const HOUSEHOLD = late(async () => (await dialogs()).HouseholdDialog);
export const MERGE = late(async () => (await dialogs()).MergeDialog);
export const RETIRE_BUILDING = late(async () => (await dialogs()).RetireBuilding);
export const RETIRE_COMPOUND = late(async () => (await dialogs()).RetireCompound);
export const RETIRE_FILE = late(async () => (await dialogs()).RetireFile);
export const SPLIT = late(async () => (await dialogs()).SplitDialog);
