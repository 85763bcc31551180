// A reporter for vitest: which tests ran, and in whose words they failed. The usual JSON report leaves out the
// difference that an expectation shows, and that is what a planted bug is recognised by.
import fs from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** With its causes: a property that fails keeps there what the expectation said. */
const wordsOf = ({ message = '', diff = '', cause }) =>
  `${message}\n${diff}${cause && typeof cause === 'object' ? `\n${wordsOf(cause)}` : ''}`;
const textOf = (errors) => stripVTControlCharacters(errors.map(wordsOf).join('\n'));

function told(test) {
  const { state, errors = [] } = test.result();
  return { name: test.fullName, state, text: textOf(errors) };
}

export default class PlantReporter {
  onTestRunEnd(modules, unhandled) {
    const files = modules.map((module) => ({
      file: module.relativeModuleId,
      state: module.state(),
      text: textOf([...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())]),
      tests: [...module.children.allTests()].map(told),
    }));
    fs.writeFileSync(process.env.ANJU_PLANT_REPORT, JSON.stringify({ files, unhandled: textOf(unhandled) }));
  }
}
