import { bodiesOf, type Rule } from './verdict.js';

/** The weights of the longest caption, and of the longest line that may be a label. */
const CAPTION = 200;
const LABEL = 30;

/** Leaves out lines at pictures that are set off, and short lines that stand beside no paragraph ("Advertisement"). */
export const leaveOutLabels: Rule = (lines, verdicts) => {
  const bodies = bodiesOf(lines, verdicts);
  if (bodies.size === 0) return verdicts;
  return lines.map(
    ({ container, weight, isAtPicture, isEmphasised, isHeading, isItem, endsSentence, linked }, i) => {
      if (verdicts[i] !== null || isHeading || isItem) return verdicts[i] ?? null;
      const isBeside = bodies.has(container);
      if (isAtPicture && linked < 0.5 && weight < CAPTION && (isEmphasised || !isBeside)) return 'a caption';
      return !isBeside && weight < LABEL && !endsSentence ? 'a label' : null;
    },
  );
};
