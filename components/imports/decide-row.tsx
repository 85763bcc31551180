import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/radio-group';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import type { ImportRowLine } from '@/lib/domain/imports/answers';
import { type FacilityName, useFields } from './use-fields';

type Props = {
  row: ImportRowLine;
  facilities: readonly FacilityName[];
  chosen: string | null;
  onChoose: (choice: string) => void;
};

/** One question about one row, with everything that is needed to answer it. */
export function DecideRow({ row, facilities, chosen, onChoose }: Props) {
  const t = useTranslations('imports.decide');
  const { decision } = row;
  const name = `${row.entity}-${row.rowNo}`;
  if (decision?.kind === 'match') {
    const options = decision.candidates.map((candidate) => ({
      value: candidate.id,
      label:
        candidate.matched === candidate.name
          ? t('same', { name: candidate.name })
          : t('sameAs', { name: candidate.name, matched: candidate.matched }),
      hint: [t(`why.${candidate.reason}`), candidate.code, candidate.place].filter(Boolean).join(' · '),
    }));
    return (
      <fieldset>
        <legend className="text-sm text-ink-2">{t('matchText', { name: row.label })}</legend>
        <RadioGroup
          layout="column"
          name={name}
          options={[...options, { value: 'new', label: t('other') }]}
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.target.value)}
        />
      </fieldset>
    );
  }
  return (
    <fieldset>
      <legend className="text-sm text-ink-2">{t('conflictText')}</legend>
      <Differences row={row} facilities={facilities} />
      <RadioGroup
        name={name}
        options={(['mine', 'theirs'] as const).map((value) => ({ value, label: t(value) }))}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value)}
      />
    </fieldset>
  );
}

function Differences({ row, facilities }: { row: ImportRowLine; facilities: readonly FacilityName[] }) {
  const t = useTranslations('imports.decide');
  const { label, show } = useFields(facilities);
  const none = useTranslations('ui.diff')('empty');
  if (row.changes.length === 0) return null;
  return (
    <Table caption={t('conflict')} className="mt-2 max-w-3xl">
      <thead>
        <tr>
          <HeadCell />
          <HeadCell>{t('register')}</HeadCell>
          <HeadCell>{t('sheet')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {row.changes.map((change) => (
          <Row key={change.field}>
            <Cell primary>
              {label(row.entity, change.field)} {change.cell && <span className="text-ink-3">{change.cell}</span>}
            </Cell>
            <Cell label={t('register')}>{show(row.entity, change.field, change.old) ?? none}</Cell>
            <Cell label={t('sheet')}>{show(row.entity, change.field, change.new) ?? none}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
