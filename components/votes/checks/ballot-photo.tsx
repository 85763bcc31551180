import { ImageOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/text-link';
import type { CheckItem } from '@/lib/domain/votes/check-list';

/** The form itself, as large as the pane: what stands on it is compared with what was recorded. */
export function BallotPhoto({ where, ballot }: Pick<CheckItem, 'where' | 'ballot'>) {
  const t = useTranslations('voteDesk.checks');
  const { photoFileId, channel, samePhoto } = ballot;
  if (!photoFileId)
    return (
      <div className="flex min-h-40 flex-col items-center justify-center gap-2 rounded-md border border-dashed border-control p-6 text-center text-sm text-ink-3">
        <ImageOff aria-hidden="true" className="size-6" />
        <p>{t('noPhoto')}</p>
        {channel === 'paper' && <p className="text-amber-ink">{t('noPhotoPaper')}</p>}
      </div>
    );
  const href = `/api/v1/files/${photoFileId}?inline=1`;
  return (
    <figure className="min-w-0">
      {/* Served by our own route to whoever may see it: no optimiser stands between. */}
      {/* biome-ignore lint/performance/noImgElement: see above */}
      <img
        key={photoFileId}
        src={href}
        alt={t('photoAlt', { where })}
        className="max-h-[70vh] min-h-40 w-full rounded-md border border-line bg-sunken object-contain"
      />
      <figcaption className="mt-1.5 text-sm">
        <TextLink href={href} target="_blank">
          {t('openPhoto')}
        </TextLink>
      </figcaption>
      {samePhoto.length > 0 && (
        <div className="mt-2">
          <Banner tone="amber" title={t('samePhoto', { homes: samePhoto.join('、') })} />
        </div>
      )}
    </figure>
  );
}
