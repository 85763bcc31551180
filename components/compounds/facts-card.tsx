import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import type { CompoundRow } from '@/lib/domain/compounds/answers';
import { OWNERSHIP_LABELS, WILLINGNESS_LABELS } from '@/lib/domain/compounds/labels';
import type { OwnershipKind, Willingness } from '@/lib/domain/compounds/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { unitName } from '@/lib/format/unit-name';
import { type CompoundValues, DEFICIENCY, EXCLUSION, type FactField, MANAGEMENT, SCOPE } from './fields';

type Props = {
  compound: CompoundValues & Pick<CompoundRow, 'code' | 'county' | 'subdistrict' | 'community'>;
};

/** 基本情况: everything recorded, and where nothing is, that. */
export function FactsCard({ compound }: Props) {
  const t = useTranslations('compounds');
  const locale = useLocale();
  const fact = (field: FactField) => {
    const value = compound[field];
    return { term: t(`fields.${field}`), value: value === null ? null : t(value ? 'tri.yes' : 'tri.no') };
  };
  const { ownershipKind, willingness, longitude, latitude } = compound;
  const coordinates = longitude === null || latitude === null ? null : `${longitude}, ${latitude}`;
  return (
    <>
      <Card id="facts" title={t('sections.identity')}>
        <DefinitionList
          items={[
            { term: t('fields.code'), value: compound.code },
            { term: t('fields.county'), value: unitName(compound.county, locale) },
            { term: t('fields.subdistrictId'), value: compound.subdistrict && unitName(compound.subdistrict, locale) },
            { term: t('fields.communityId'), value: compound.community && unitName(compound.community, locale) },
            { term: t('fields.address'), value: compound.address },
            { term: t('fields.coordinates'), value: coordinates },
            { term: t('fields.yearBuilt'), value: compound.yearBuilt },
            {
              term: t('fields.ownershipKind'),
              value: ownershipKind && labelIn(OWNERSHIP_LABELS[ownershipKind as OwnershipKind], locale),
            },
            { term: t('fields.originalUnit'), value: compound.originalUnit },
            ...MANAGEMENT.map(fact),
            {
              term: t('fields.willingness'),
              value: willingness && labelIn(WILLINGNESS_LABELS[willingness as Willingness], locale),
            },
            { term: t('fields.remarks'), value: compound.remarks, wide: true },
          ]}
        />
      </Card>
      <Card id="scope" title={t('sections.scope')}>
        <DefinitionList items={[...SCOPE, ...DEFICIENCY, ...EXCLUSION].map(fact)} columns={2} />
      </Card>
    </>
  );
}
