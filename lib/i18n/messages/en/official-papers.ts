export default {
  title: 'Official papers',
  description:
    'Every official paper, notice and table of the system, made anew from the records: the same record gives the same file whenever it is made. A4, laid out after GB/T 9704-2012.',
  caption: 'Official papers',
  unreadable: 'The address has a condition that cannot be read; everything is shown.',
  search: 'Search titles, document numbers, projects, compounds',
  kindCount: '{name} ({count})',
  kindMore: '{name} (more than {count})',
  filter: { kind: 'Kind', county: 'County', year: 'Year' },
  yearName: '{year}',
  empty: 'No papers',
  emptyText:
    'Once notices are published, plans finalised, months sent or acceptances entered, their papers stand here.',
  emptyFiltered: 'Try other conditions.',
  showAll: 'Show all',
  prefecture: 'Prefecture',
  column: { title: 'Title', kind: 'Kind', county: 'Unit', date: 'Date', state: 'State', files: 'Files' },
  state: { draft: 'Draft', issued: 'Final', void: 'Returned or withdrawn' },
  format: { docx: 'Word', xlsx: 'Excel', print: 'Print' },
  fileOf: '{format}: {title}',
  payer: '{format} ({payer})',
};
