import { useTranslations } from 'next-intl';

type Props = { projectId: string; note: { id: string; lifted: boolean } };

/** 停工通知 and 复工通知 as official papers, made anew from what is kept. */
export function StopPapers({ projectId, note: { id, lifted } }: Props) {
  const t = useTranslations('inspections.stop');
  const of = `/api/v1/projects/${projectId}/stop-works/${id}`;
  return (
    <>
      <a className="text-link" href={`${of}/docx`} download>
        {t('docx')}
      </a>
      {lifted && (
        <a className="text-link" href={`${of}/lift/docx`} download>
          {t('liftDocx')}
        </a>
      )}
    </>
  );
}
