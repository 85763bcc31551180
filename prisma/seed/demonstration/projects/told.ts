import { addDays, type CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { idOf } from '../../shared/sequence';
import type { Days } from './calendars';
import type { CompanyKind } from './companies';
import type { CompoundOfProject, County, Person } from './facts';
import type { Filed, Files, Owner, Pictured } from './files';
import type { PageText } from './page';
import { type Item, planCost } from './plans';
import type { Rows } from './rows';
import type { Story } from './types';

/** What all projects share. */
export interface Ground {
  rows: Rows;
  files: Files;
  today: CalendarDate;
  rulebookId: string;
  year: (year: number | null) => { id: string; year: number };
  person: (username: string) => Person;
  next: (table: Parameters<typeof idOf>[0]) => string;
  pictures: readonly Pictured[];
}

/** A compound with its plan in force. */
export interface Member extends CompoundOfProject {
  planId: string;
  /** written by another project of the same compound */
  planned: boolean;
  /** of the first version, and of the one in force */
  firstItems: readonly Item[];
  items: readonly Item[];
}

/** A project as its story has become known: what the pieces write rows from. */
export interface Told {
  ground: Ground;
  story: Story;
  id: string;
  code: string;
  year: number;
  county: County;
  days: Days;
  members: readonly Member[];
  company: (kind: CompanyKind) => { id: string; name: string };
  entityName: string;
  entityUnitId: string | null;
  /** of whoever implements: the company's, the town's or the bureau's */
  entity: string;
}

export const titleOf = ({ story, year }: Told): string => `${year}年${story.name}改造项目`;
/** As the project is called. */
export const projectName = ({ county, story }: Pick<Told, 'county' | 'story'>): string =>
  `${county.name}${story.name}改造项目`;
export const dateOf = ({ ground }: Pick<Told, 'ground'>, day: number): CalendarDate => addDays(ground.today, day);
/** ISO text of a time of day in China. */
export const instantOf = (told: Pick<Told, 'ground'>, day: number, time = '10:30'): string =>
  new Date(`${dateOf(told, day)}T${time}:00+08:00`).toISOString();
export const yearAt = (told: Pick<Told, 'ground'>, day: number): string => dateOf(told, day).slice(0, 4);
export const idOfPerson = (told: Told, username: string): string => told.ground.person(username).id;

export const costOf = ({ members }: Told): bigint => members.reduce((sum, { items }) => sum + planCost(items), 0n);

const ORDER =
  '1.complete 2.complete 3.complete 4.submit 4.review 4.approve 4.report 4.receive 5.complete 6.complete 7.complete 8.submit 8.confirm 9.complete 10.complete done'.split(
    ' ',
  );

/** Whether the step lies behind. */
export const hasTaken = ({ story }: Pick<Told, 'story'>, step: string): boolean =>
  ORDER.indexOf(step) < ORDER.indexOf(story.at);
export const stageOf = ({ story }: Pick<Told, 'story'>): number =>
  story.at === 'done' ? 11 : Number(story.at.split('.')[0]);
export const stepsTaken = (told: Pick<Told, 'story'>): string[] => ORDER.slice(0, ORDER.indexOf(told.story.at));

const ownerOf = (told: Told, by: string, day: number, time?: string): Owner => ({
  ...{ prefectureId: told.county.prefectureId, countyId: told.county.id, projectId: told.id },
  ...{ by: idOfPerson(told, by), at: instantOf(told, day, time) },
});

/** A page that somebody filed that day. */
export const filed = (told: Told, by: string, day: number, text: Omit<PageText, 'date'>): Filed =>
  told.ground.files.document(ownerOf(told, by, day), { ...text, date: dateOf(told, day) });

export function photographed(told: Told, by: string, day: number, name: string, nth = 0): Filed {
  const { pictures } = told.ground;
  const picture = pictures[(Number.parseInt(told.id.slice(-6), 16) + nth) % pictures.length];
  if (!picture) throw new Error('demonstration: no picture');
  return told.ground.files.photo(ownerOf(told, by, day, '16:10'), name, picture);
}
