import { describe, expect, it } from 'vitest';
import { samePhotoReasons } from '@/lib/domain/projects/completions';
import { type FileWanted, fileReasons } from '@/lib/domain/projects/files';

const JPEG = 'image/jpeg';
const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const USE = { accountId: 'clerk', projectId: 'project', countyId: 'lufeng' };
const OWN = { projectId: null, countyId: 'lufeng', uploadedBy: 'clerk' };
const codes = (mediaType: string, wanted: FileWanted, place: object = {}) =>
  fileReasons({ name: '一份文件', mediaType, ...OWN, ...place }, USE, wanted, 'fileId').map(
    ({ code, field }) => `${field} ${code}`,
  );

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
    expect(codes(PDF, 'photo', { projectId: 'another' })).toEqual(['fileId project.fileUnknown']);
    expect(fileReasons(null, USE, 'photo', 'fileId')).toMatchObject([{ code: 'project.fileUnknown', field: 'fileId' }]);
  });
});

describe('whose file it may be', () => {
  it.each([
    ['a colleague’s, the project’s already', { projectId: 'project', uploadedBy: 'colleague' }, true],
    ['one’s own, of no county yet', { countyId: null }, true],
    ['a colleague’s that stands nowhere', { uploadedBy: 'colleague' }, false],
    ['one’s own, of another county', { countyId: 'shuangbai' }, false],
    ['one’s own, of another project', { projectId: 'another' }, false],
  ])('%s', (_says, place, isThere) => expect(codes(JPEG, 'photo', place).length === 0).toBe(isThere));
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
