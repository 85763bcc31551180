import { useLocale, useTranslations } from 'next-intl';
import { ActButton } from '@/components/forms/act-button';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { FileLink } from '@/components/ui/file-link';
import { StatusLight } from '@/components/ui/status-light';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { MilestoneView } from '@/lib/domain/progress/answers';
import { MILESTONE_KINDS, type MilestoneKind } from '@/lib/domain/progress/milestones';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { DecideDialog } from './forms/decide-dialog';
import { MilestoneDialog } from './forms/milestone-dialog';

type Props = {
  projectId: string;
  milestones: readonly MilestoneView[];
  compounds: readonly { id: string; name: string }[];
  today: string;
  limits: Record<MilestoneKind, string>;
  rights: { report: boolean; decide: boolean };
};

/** 开工和竣工: of each compound and of the project, with the day that was stated, the day it really was, when it was received and accepted. */
export function MilestonesCard({ projectId, milestones, compounds, today, limits, rights }: Props) {
  const t = useTranslations('progress.milestones');
  const locale = useLocale();
  const places = [...compounds, null];
  return (
    <Card id="milestones" title={t('title')} description={t('text')}>
      <div className="grid gap-6 lg:grid-cols-2">
        {MILESTONE_KINDS.map((kind) => (
          <section key={kind} aria-label={t(kind)}>
            <h3 className="mb-1 flex flex-wrap items-baseline gap-x-3 text-sm font-semibold">
              <span className="inline-block first-letter:uppercase">{t(kind)}</span>
              <span className="font-normal text-ink-3">
                {t('limit', { day: formatDate(calendarDateOf(limits[kind]), locale) })}
              </span>
            </h3>
            <ul className="divide-y divide-line text-sm">
              {places.map((compound) => {
                const one = milestones.find(
                  (other) => other.kind === kind && (other.compound?.id ?? null) === (compound?.id ?? null),
                );
                return (
                  <Place
                    key={compound?.id ?? ''}
                    {...{ projectId, kind, compound, one, today, rights }}
                    name={compound?.name ?? t('project')}
                  />
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}

type PlaceProps = Pick<Props, 'projectId' | 'today' | 'rights'> & {
  kind: MilestoneKind;
  compound: { id: string; name: string } | null;
  name: string;
  one: MilestoneView | undefined;
};

function Place({ projectId, kind, compound, name, one, today, rights }: PlaceProps) {
  const t = useTranslations('progress.milestones');
  const mayReport = rights.report && (!one || one.status === 'returned');
  const path = `/api/v1/projects/${projectId}/milestones/${one?.id}/decide`;
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-3">
      <div className="min-w-0 grow basis-64">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {name}
          {one?.status === 'submitted' && <Badge tone="accent">{t('waiting')}</Badge>}
          {one?.status === 'accepted' && <Badge tone="green">{t('accepted')}</Badge>}
          {one?.late && <StatusLight light="red">{t('late')}</StatusLight>}
        </p>
        {one ? <FourTimes one={one} /> : <p className="text-ink-3">{t('none')}</p>}
        {one?.status === 'returned' && <p className="text-amber-ink">{t('returned', { remark: one.remark ?? '' })}</p>}
      </div>
      <span className="flex flex-wrap gap-2">
        {mayReport && <MilestoneDialog {...{ projectId, kind, compound, today }} again={one !== undefined} />}
        {rights.decide && one?.status === 'submitted' && (
          <>
            <DecideDialog
              title={t('returnTitle', { kind: t(kind) })}
              action={t('return')}
              done={t('returnedDone')}
              label={t('remark')}
              path={path}
              version={one.version}
            />
            <ActButton
              label={t('accept')}
              title={t('acceptTitle', { kind: t(kind) })}
              description={t('acceptText')}
              path={path}
              body={{ accept: true }}
              version={one.version}
              done={t('accepted')}
            />
          </>
        )}
      </span>
    </li>
  );
}

/** The four times of domain.md §5. */
function FourTimes({ one }: { one: MilestoneView }) {
  const t = useTranslations('progress.milestones');
  const locale = useLocale();
  const day = (text: string) => formatDate(calendarDateOf(text), locale);
  const when = (at: string | null) => formatDateTime(at === null ? null : new Date(at), locale);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-ink-2">
      {[
        [t('actual'), day(one.actualOn)],
        [t('stated'), day(one.statedOn)],
        [t('first'), when(one.firstReceivedAt)],
        [t('acceptedAt'), when(one.acceptedAt)],
      ].map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-ink-3">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {one.fileId && (
        <dd className="col-span-2">
          <FileLink file={{ id: one.fileId, name: t('file') }} />
        </dd>
      )}
    </dl>
  );
}
