import 'server-only';

/** What is wrong, and what to do about it; each for the person at the server. */
const SENTENCES = {
  not_there: '找不到这个文件，请检查路径 There is no such file: check its path',
  not_a_backup:
    '这不是安居的备份文件，请选择 anju-backup-….tar.gz This is no backup of Anju: choose an anju-backup-….tar.gz',
  cut: '备份不完整，文件的后半部分没有了。请用另一份备份，或重新复制一次 The backup is cut short: copy it again, or take another one',
  altered: '备份的内容被改动或损坏，不能使用。请用另一份备份 The backup was altered or damaged: take another one',
  other_key:
    '这份备份属于另一套密钥。请先把原系统的 secrets.json 放回数据文件夹（ANJU_DATA_DIR）This backup belongs to another secrets.json: put that of its installation into the data folder (ANJU_DATA_DIR) first',
  newer:
    '这份备份由更新的版本制作。请先安装该版本再恢复 This backup was made by a newer release: install that release, then restore',
  other_edition:
    '这份备份的数据库升级步骤与本程序不同。请用制作它的那个版本恢复 Its migrations are not those of this program: restore it with the release that made it',
  database_not_empty:
    '目标数据库里已有数据，恢复只能在空数据库上进行。请新建一个空数据库，并让 DATABASE_URL 指向它 The database has data: make an empty one and let DATABASE_URL name it',
  files_not_empty:
    '数据文件夹里已有文件（files）。请把它移走，或用 ANJU_DATA_DIR 指定另一个文件夹 The data folder holds files already: move its folder `files` away, or set ANJU_DATA_DIR to another one',
  restore_half_done:
    '上次恢复没有做完，而且数据库已经比这份备份新。请删除这个数据库，建一个空的，再恢复一次 An interrupted restore left this database newer than the backup: drop it, make an empty one and begin again',
  tables_differ:
    '备份里的表与本程序的不一致。请用制作它的那个版本恢复 Its tables are not those of this program: restore it with the release that made it',
  not_as_it_was:
    '恢复后的数据与备份不一致，已全部撤回。请换一份备份，并把本提示交给维护人员 What was restored is not what was backed up, and was undone: take another backup and show this to the maintainers',
  busy: '另一个备份正在进行，请等它完成 Another backup is being made: wait until it is done',
  disk_full:
    '磁盘已满，没有留下半个文件。请腾出空间，或用 --to 指定另一个磁盘 The disk is full, no half file was left: make room, or choose another disk with --to',
  too_large:
    '这个磁盘不能存放这么大的文件（U 盘若为 FAT32，单个文件最多 4 GB）。请换成 exFAT、NTFS 或 ext4 的磁盘 The disk takes no file of this size (FAT32: 4 GB): use one with exFAT, NTFS or ext4',
  no_right:
    '没有写入的权限，请检查文件夹（ANJU_BACKUP_DIR、ANJU_DATA_DIR）The folder cannot be written: check the rights of ANJU_BACKUP_DIR and ANJU_DATA_DIR',
  audit_broken:
    '数据已恢复，但审计链不完整。请勿使用，换一份备份 The audit chain is not whole after the restore: do not use it, take another backup',
} as const;

export type Refusal = keyof typeof SENTENCES;

export class BackupRefused extends Error {
  constructor(
    readonly code: Refusal,
    readonly detail?: string,
  ) {
    super(detail ? `${SENTENCES[code]}\n  ${detail}` : SENTENCES[code]);
  }
}

const OF_THE_DISK: Record<string, Refusal> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EFBIG: 'too_large',
  EACCES: 'no_right',
  EPERM: 'no_right',
  EROFS: 'no_right',
  EEXIST: 'no_right',
  ENOTDIR: 'no_right',
};

/** What the disk says, as a sentence; anything else as it is. */
export function asRefusal(thrown: unknown): Error {
  const { code, path } = thrown as NodeJS.ErrnoException;
  const refusal = OF_THE_DISK[code ?? ''];
  return refusal ? new BackupRefused(refusal, path) : (thrown as Error);
}
