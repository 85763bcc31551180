import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { FileLink } from '@/components/ui/file-link';
import type { SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { unitName } from '@/lib/format/unit-name';
import { CommentAct } from './season-acts';
import { useSeasonWords } from './season-words';

/** 征求部门和居民意见 (P四(四)4). */
export function CommentsCard({ season, mayWrite }: { season: SeasonDetail; mayWrite: boolean }) {
  const { t, at, locale } = useSeasonWords();
  return (
    <Card id="comments" title={t('sheet.comments')} action={mayWrite && <CommentAct season={season} />}>
      {season.comments.length === 0 && <p className="text-sm text-ink-3">{t('sheet.noComments')}</p>}
      <ul className="divide-y divide-line text-sm">
        {season.comments.map(({ id, county, kind, who, text, file, at: when, by }) => (
          <li key={id} className="space-y-1 py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              <Badge>{t(`sheet.${kind}`)}</Badge> {who} {county && <span>· {unitName(county, locale)}</span>}
            </p>
            <p className="whitespace-pre-line text-ink-2">{text}</p>
            <FileLink file={file} />
            <p className="text-ink-3">
              {by ?? '—'} · {at(when)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
