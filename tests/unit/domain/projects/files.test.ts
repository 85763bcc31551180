import { describe, expect, it } from 'vitest';
import { samePhotoReasons } from '@/lib/domain/projects/completions';
import { type FileWanted, fileReasons } from '@/lib/domain/projects/files';

const JPEG = 'image/jpeg';
const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const codes = (mediaType: string, wanted: FileWanted, usable = true) =>
  fileReasons({ name: '一份文件', mediaType, usable }, wanted, 'fileId').map(({ code, field }) => `${field} ${code}`);

describe('a file is of the kind that its field takes', () => {
  it.each([
    [JPEG, 'photo', []],
    [PDF, 'photo', ['fileId file.notPicture']],
    [DOCX, 'photo', ['fileId file.notPicture']],
    [JPEG, 'scan', []],
    [PDF, 'scan', []],
    [DOCX, 'scan', []],
    [XLSX, 'scan', ['fileId project.fileNotScan']],
    [XLSX, 'paper', []],
  ] as const)('%s as %s', (mediaType, wanted, expected) => expect(codes(mediaType, wanted)).toEqual(expected));

  it('one that is not there and one that belongs elsewhere look the same', () => {
    expect(codes(PDF, 'photo', false)).toEqual(['fileId project.fileUnknown']);
    expect(fileReasons(null, 'photo', 'fileId')).toMatchObject([{ code: 'project.fileUnknown', field: 'fileId' }]);
  });
});

it('the picture of how it was is not the picture of how it is', () => {
  expect(samePhotoReasons('a', 'a')).toMatchObject([{ code: 'progress.samePhoto', field: 'photoFileId' }]);
  for (const [before, after] of [
    ['a', 'b'],
    ['a', null],
    [null, 'a'],
    [null, null],
  ] as const)
    expect(samePhotoReasons(before, after)).toEqual([]);
});
