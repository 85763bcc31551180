import type { PaperState, PaperStatus } from './types';

export interface PaperView {
  id: string;
  kind: string;
  stage: number;
  no: number;
  title: string;
  documentNo: string | null;
  issuedOn: string | null;
  issuer: string | null;
  note: string | null;
  status: PaperStatus;
  endedReason: string | null;
  compound: { id: string; name: string } | null;
  file: { id: string; name: string; size: number; mediaType: string };
  sha256: string;
  filedBy: string;
  filedAt: string;
}

export interface PaperKindView {
  code: string;
  name: string;
  nameEn: string;
  numbered: boolean;
  required: 'always' | 'optional' | 'permit';
  clause: string;
  /** the sentence of the clause, verbatim */
  why: string;
  state: PaperState;
  /** the person who asks may file it */
  mayFile: boolean;
}

export interface StagePapers {
  stage: number;
  name: string;
  nameEn: string;
  completed: boolean;
  whole: boolean;
  kinds: PaperKindView[];
  papers: PaperView[];
}

export interface ProjectPapers {
  project: { id: string; code: string; name: string; status: string; stage: number };
  compounds: { id: string; name: string }[];
  /** P四(三)3: whether permits are needed */
  permits: 'needed' | 'spared' | 'unknown';
  stages: StagePapers[];
  /** current papers, and how much they are together (bytes) */
  current: { papers: number; bytes: number };
}
