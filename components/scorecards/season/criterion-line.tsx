import { useLocale } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { FileLink } from '@/components/ui/file-link';
import { TextLink } from '@/components/ui/text-link';
import type { CriterionAnswer, LineAnswer, ScorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { colon } from '@/lib/format/colon';
import { pointsText } from '../score-words';
import { CriterionActsOf, RetireProof } from './criterion-acts';
import { useSeasonWords } from './season-words';
import { signedPoints } from './signed';
import { ValueColumns } from './value-columns';

type Props = { card: ScorecardAnswer; criterion: CriterionAnswer };

/** How a line came about; what was accepted of a county that did not score itself are the records. */
function useOrigin({ submitted }: ScorecardAnswer) {
  const { t } = useSeasonWords();
  return ({ origin }: LineAnswer) =>
    t(`line.origin.${origin === 'rest' && submitted?.takenIn ? 'restRecords' : origin}`);
}

function LineWords({ card, name, line }: { card: ScorecardAnswer; name: string; line: LineAnswer | null }) {
  const { t, at } = useSeasonWords();
  const locale = useLocale();
  const originOf = useOrigin(card);
  if (!line) return null;
  return (
    <li>
      <span className="text-ink-3">
        {name}
        {colon(locale)}
      </span>
      {line.points === null ? t('line.asRecords') : pointsText(line.points)}
      {line.reason && ` — ${line.reason}`}
      <span className="text-ink-3">
        {' '}
        {originOf(line)} · {line.by ?? '—'} · {at(line.at)}
      </span>
    </li>
  );
}

function Proofs({ card, criterion }: Props) {
  const { t } = useSeasonWords();
  const proofs = criterion.proofs.filter(({ retired }) => !retired);
  if (proofs.length === 0)
    return criterion.proof === 'attested' || criterion.proof === 'mixed' ? (
      <p className="text-ink-3">{t('line.noProofs')}</p>
    ) : null;
  return (
    <ul className="space-y-1">
      {proofs.map(({ id, title, note, file }) => (
        <li key={id}>
          {title} <FileLink file={file} /> {note && <span className="text-ink-3">{note}</span>}
          {card.may.self && <RetireProof card={card} proofId={id} title={title} />}
        </li>
      ))}
    </ul>
  );
}

function Opinions({ card, criterion }: Props) {
  const { t, at } = useSeasonWords();
  const locale = useLocale();
  if (criterion.opinions.length === 0) return null;
  return (
    <ul className="space-y-1">
      {criterion.opinions.map(({ id, body, agrees, points, reason, at: when, by }) => (
        <li key={id}>
          <Badge>{t(`line.body.${body}`)}</Badge> {by ?? '—'}
          {colon(locale)}
          {agrees
            ? t(card.submitted?.takenIn ? 'line.agreesRecords' : 'line.agrees')
            : t('line.gives', { points: pointsText(points) })}
          {reason && ` — ${reason}`} <span className="text-ink-3">{at(when)}</span>
        </li>
      ))}
    </ul>
  );
}

function Marks({ card, criterion }: Props) {
  const { t } = useSeasonWords();
  const disputed = card.disputes.some((one) => one.criterion === criterion.id && one.status === 'open');
  const proofs = criterion.proofs.filter(({ retired }) => !retired).length;
  const checks = card.siteChecks.filter((one) => one.criterion === criterion.id).length;
  return (
    <span className="flex flex-wrap gap-1.5">
      {criterion.disagree && <Badge tone="amber">{t('line.disagree')}</Badge>}
      {disputed && <Badge tone="amber">{t('line.disputed')}</Badge>}
      {proofs > 0 && <Badge>{t('line.proofs', { count: proofs })}</Badge>}
      {checks > 0 && <Badge>{t('line.site', { count: checks })}</Badge>}
      {criterion.difference !== 0 && (
        <Badge tone="amber">
          {t('line.moved', { points: pointsText(criterion.today), difference: signedPoints(criterion.difference) })}
        </Badge>
      )}
    </span>
  );
}

/** One criterion with its four columns; opened: words, proofs, opinions, what was before, and what this person can do. */
export function CriterionLine({ card, criterion }: Props) {
  const { t, textOf } = useSeasonWords();
  const originOf = useOrigin(card);
  const { id, points, values } = criterion;
  const live = `/scorecards/${card.county.id}/criteria/${id}?year=${card.season.year}`;
  return (
    <details id={`c${id}`} className="border-t border-line py-2.5 first:border-t-0">
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1 lg:flex-nowrap">
        <span className="w-9 shrink-0 text-sm text-ink-3 tabular-nums">{id}</span>
        <span className="min-w-0 flex-1 basis-52">
          {textOf(criterion)} <Marks card={card} criterion={criterion} />
        </span>
        <ValueColumns status={card.status} points={points} values={values} />
      </summary>
      <div className="mt-2 space-y-2 text-sm lg:pl-12">
        <ul className="space-y-1">
          <LineWords card={card} name={t('columns.self')} line={criterion.self} />
          <LineWords card={card} name={t('columns.review')} line={criterion.review} />
          {criterion.before.map((line) => (
            <li key={line.id} className="text-ink-3">
              {t('line.before', {
                points: line.points === null ? t('line.asRecords') : pointsText(line.points),
                origin: originOf(line),
              })}
            </li>
          ))}
          <LineWords card={card} name={t('columns.deliberation')} line={criterion.deliberation} />
        </ul>
        <Proofs card={card} criterion={criterion} />
        <Opinions card={card} criterion={criterion} />
        <div className="flex flex-wrap items-center gap-2">
          <CriterionActsOf card={card} criterion={criterion} />
          {criterion.proof !== 'attested' && criterion.proof !== 'review' && (
            <TextLink href={live}>{t('line.records')}</TextLink>
          )}
        </div>
      </div>
    </details>
  );
}
