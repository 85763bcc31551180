import { pinyinOf } from '@/lib/server/compounds/names';
import { figuresOf } from './money';
import { hasTaken, idOfPerson, instantOf, projectName, stageOf, type Told } from './told';

const TOUCHES = { newLand: false, newPipelines: false, structuralWork: false };

function touchesOf({ story }: Told) {
  const { touches } = story;
  if (touches === null || (touches === undefined && !hasTaken({ story }, '5.complete')))
    return { new_land: null, new_pipelines: null, structural_work: null };
  const said = { ...TOUCHES, ...(touches && touches !== 'nothing' ? { [touches]: true } : {}) };
  return { new_land: said.newLand, new_pipelines: said.newPipelines, structural_work: said.structuralWork };
}

/** The project itself and its compounds. */
export function tellProject(told: Told, feasibilityId: string | null): void {
  const { story, id, code, county, ground, days, members } = told;
  const name = projectName(told);
  const figures = figuresOf(told);
  const hasEntity = story.entity !== undefined;
  const at = instantOf(told, days.created, '08:50');
  const by = idOfPerson(told, `${county.letters}.zjj1`);
  ground.rows.add('project', {
    ...{ id, county_id: county.id, prefecture_id: county.prefectureId, programme_year_id: ground.year(story.year).id },
    ...{ rulebook_id: ground.rulebookId, code, name, pinyin: pinyinOf(name), renovation_type: story.type ?? null },
    ...{ entity_kind: story.entity ?? null, entity_unit_id: hasEntity ? told.entityUnitId : null },
    entity_company_id: story.entity === 'company' ? told.company('investment').id : null,
    ...{
      entity_name: hasEntity ? told.entityName : null,
      feasibility_id: feasibilityId,
      stage: stageOf(told),
      ...touchesOf(told),
    },
    ...{
      estimate: figures.estimate,
      budget: figures.budget,
      final_account: figures.finalAccount,
      audited: figures.audited,
    },
    property_service: hasTaken(told, '10.complete') && !story.withoutProperty ? told.company('property').name : null,
    property_service_reason: hasTaken(told, '10.complete') ? (story.withoutProperty ?? null) : null,
    ...{ created_by: by, created_at: at, updated_at: at },
  });
  for (const member of members) {
    ground.rows.add('project_compound', {
      ...{
        project_id: id,
        compound_id: member.id,
        created_by: by,
        created_at: at,
      },
    });
  }
}

/** Those that were suspended or withdrawn: what becomes of them once the plans that held them are made. */
export function tellEnd({ story, id, ground }: Told): void {
  const status = story.withdrawn ? 'withdrawn' : 'suspended';
  if (story.withdrawn || story.suspended)
    ground.rows.add('project_end', { id, status, reason: story.withdrawn?.reason ?? null });
}
