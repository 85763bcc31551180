/** Why reward money was refused (lib/domain/scorecards/reward.ts). */
export default {
  document: 'Number and date of the document go together. Fill in both, or clear both.',
  nobody:
    'There is nobody to give it to: no county whose grade has a weight has completed a compound. Check the final result.',
  notFinal:
    'The scorecard of this year is not final. Enter the reward money after the consent of the prefecture government.',
};
