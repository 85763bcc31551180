import { ArrowRight } from 'lucide-react';
import { useLocale, useMessages, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { StatusLight } from '@/components/ui/status-light';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Task } from '@/lib/domain/tasks/answers';
import { formatDate } from '@/lib/format/date';
import { formatReason } from '@/lib/format/reason';
import { PutAside } from './put-aside';

const NAMED = 4;

/** The missing facts in words, the first few of them. */
function useFacts(): (codes: readonly string[]) => string {
  const t = useTranslations();
  const { facts } = useMessages().dashboards;
  return (codes) => {
    const list = codes
      .slice(0, NAMED)
      .map((code) => formatReason({ code }, facts))
      .join(t('common.listSeparator'));
    return codes.length > NAMED ? t('home.and', { list }) : list;
  };
}

function Due({ task }: { task: Task }) {
  const t = useTranslations('home');
  const locale = useLocale();
  if (task.dueOn === null || task.daysLeft === null) return <span className="text-sm text-ink-3">{t('noDate')}</span>;
  const days = String(Math.abs(task.daysLeft));
  const left = task.daysLeft < 0 ? t('late', { days }) : task.daysLeft === 0 ? t('today') : t('left', { days });
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <StatusLight light={task.light}>{left}</StatusLight>
      <span className="text-sm text-ink-3">{t('due', { day: formatDate(calendarDateOf(task.dueOn), locale) })}</span>
    </span>
  );
}

const NONE = {
  name: '',
  count: '',
  county: '',
  countyEn: '',
  errors: '',
  counties: '',
  day: '',
  year: '',
  month: '',
  round: '',
  returned: '',
  households: '',
  lack: '',
  lackHouseholds: '',
  lackArea: '',
  stage: '',
  step: '',
  stepEn: '',
  stageName: '',
  stageNameEn: '',
  needs: '',
  needsEn: '',
  months: '',
  no: '',
  words: '',
  total: '',
  placed: '',
  lines: '',
  undecided: '',
  documentNo: '',
  days: '',
  points: '',
  spent: '',
  due: '',
  red: '',
  yellow: '',
  names: '',
  reason: '',
};
/** Numbers stay numbers: English asks them whether they are one or many. */
const texts = (params: Task['params']): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  );

/** One thing to do: what, until when, and the button that lands on the very place. */
export function TaskCard({ task }: { task: Task }) {
  const t = useTranslations('home.kinds');
  const factsOf = useFacts();
  const home = useTranslations('home');
  const none = useTranslations('common')('none');
  const { noArea = 0, noOwner = 0, reminders = 0 } = task.params;
  const params = {
    ...NONE,
    ...texts(task.params),
    noArea: Number(noArea),
    noOwner: Number(noOwner),
    reminders: Number(reminders),
    facts: factsOf(task.facts),
    last: String(task.params.last || none),
  };
  const title = t(`${task.kind}.title`, params);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 border-b border-line px-5 py-4 last:border-b-0 sm:gap-x-6">
      <div className="max-sm:col-span-2">
        <p className="font-medium">{title}</p>
        <p className="mt-0.5 text-sm text-ink-2">{t(`${task.kind}.text`, params)}</p>
      </div>
      <Due task={task} />
      <div className="flex flex-wrap items-center justify-end gap-2 sm:col-start-2 sm:row-span-2 sm:row-start-1">
        {task.reminderId && (
          <PutAside
            id={task.reminderId}
            words={{ button: home('putAside'), label: home('putAsideLabel', { title }), done: home('putAsideDone') }}
          />
        )}
        <LinkButton href={task.href} prefetch={false} variant="secondary" icon={<ArrowRight aria-hidden="true" />}>
          {t(`${task.kind}.action`)}
        </LinkButton>
      </div>
    </li>
  );
}
