import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FileLink } from '@/components/ui/file-link';
import type { SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { SanctionDialog } from './sanction-dialog';
import { useResultWords } from './words';

type Props = { result: SeasonResult; mayDecide: boolean; today: string };

/** 弄虚作假处理: what was established of whom, by which document. A county reads its own. */
export function SanctionsCard({ result, mayDecide, today }: Props) {
  const { t, nameOf, county, day, moment } = useResultWords();
  const { sanctions, sanctionKinds, counties, season } = result;
  return (
    <Card
      id="sanctions"
      title={t('sanctions.title')}
      description={t('sanctions.text')}
      action={
        mayDecide &&
        counties.length > 0 && (
          <SanctionDialog
            seasonId={season.id}
            kinds={sanctionKinds}
            counties={counties.map((one) => one.county)}
            today={today}
            trigger={<Button>{t('sanctions.add')}</Button>}
          />
        )
      }
    >
      {sanctions.length === 0 ? (
        <p className="text-sm text-ink-3">{t('sanctions.none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {sanctions.map(({ id, county: of, kind, facts, documentNo: no, documentOn, file, by, at }) => (
            <li key={id} className="py-3 text-sm first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{county(of)}</span>
                <Badge tone="red">{nameOf(kind)}</Badge>
                <span className="text-ink-2">{t('sanctions.line', { no, day: day(documentOn) })}</span>
                <FileLink file={file} />
              </p>
              <p className="mt-1 whitespace-pre-line">{facts}</p>
              <p className="mt-0.5 text-xs text-ink-3">{t('sanctions.by', { by: by ?? '', at: moment(at) })}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
