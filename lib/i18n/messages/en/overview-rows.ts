/** The rows behind a figure of the overview, and the brief of one page. */
export default {
  brief: { title: 'Brief of one page', back: 'Back to the overview', word: 'Download for Word', print: 'Print' },
  title:
    '{figure}: {count, number} {unit, select, building {{count, plural, one {building} other {buildings}}} place {{count, plural, one {place} other {places}}} other {{count, plural, one {compound} other {compounds}}}}',
  plain: 'Rows of the overview',
  description: 'By the records as they stand, of {year}{span, select, all { and the years before} other {}}.',
  back: 'Back to the overview',
  caption: 'Rows',
  empty: 'No record fits',
  emptyText: 'This figure of the overview is 0.',
  columns: {
    compound: 'Compound',
    building: 'Building',
    county: 'County',
    project: 'Project',
    households: 'Households',
    area: 'Floor area (m²)',
    on: 'Date',
    papers: 'Papers',
  },
  papers: 'Papers of the project',
  inCompound: 'Common grounds',
  figures: {
    compounds: 'Compounds in projects',
    planned: 'Plan final',
    started: 'Begun',
    startedLate: 'Begun late',
    completed: 'Complete',
    completedLate: 'Complete late',
    accepted: 'Accepted',
  },
  states: { done: '{name}: done', open: '{name}: not done yet', met: '{name}: meets the standard already' },
} as const;
