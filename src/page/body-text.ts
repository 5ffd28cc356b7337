import type { Cut } from '../article/article.js';
import type { PageLine } from './body-lines.js';
import { NOT_OF_THE_ARTICLE, type Verdict } from './verdict.js';

/** Of a long cut only this much is kept, in UTF-16 units: enough to see what it is. */
const LONGEST_CUT = 2000;

/** Joins the lines of an article, and tells what was cut from it and where. */
export function bodyText(lines: PageLine[], verdicts: Verdict[]): { text: string; cuts: Cut[] } {
  const first = verdicts.indexOf(null);
  const last = verdicts.lastIndexOf(null);
  let text = '';
  let opensParagraph = false;
  const cuts: Cut[] = [];
  lines.forEach((line, i) => {
    opensParagraph ||= line.opensParagraph;
    const verdict = verdicts[i] ?? null;
    if (verdict === null) {
      if (text !== '') text += opensParagraph ? '\n\n' : '\n';
      text += line.text;
      opensParagraph = false;
      return;
    }
    const isOutside = verdict === NOT_OF_THE_ARTICLE && (i < first || i > last);
    const reason = isOutside
      ? i < first
        ? 'what stands above the article'
        : 'what stands below the article'
      : verdict;
    const before = cuts.findLast(
      (cut) => cut.at === text.length && (isOutside ? cut.reason === reason : true),
    );
    if (before?.reason === reason) before.text += `\n${line.text}`;
    else cuts.push({ at: text.length, text: line.text, reason });
  });
  return { text, cuts: cuts.map((cut) => ({ ...cut, text: shortened(cut.text) })) };
}

function shortened(text: string): string {
  return text.length > LONGEST_CUT ? `${text.slice(0, LONGEST_CUT)}…` : text;
}
