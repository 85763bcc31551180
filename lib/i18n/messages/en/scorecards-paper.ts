/** Evaluation form, report, proofs, decision sheet. */
export default {
  annex: 'Evaluation form',
  back: 'Back to the score',
  print: 'Print',
  word: 'Export Word',
  excel: 'Export Excel',
  form: { printed: 'The annex’s own form', all: 'Self score, review and deliberation side by side' },
};
