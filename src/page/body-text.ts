import type { Cut } from '../article/article.js';
import type { PlacedLine } from './placed-line.js';
import { NOT_OF_THE_ARTICLE, type Verdict } from './verdict.js';

/** Of a long cut only this much is kept, in UTF-16 units: enough to see what it is. */
const LONGEST_CUT = 2000;

/**
 * Joins the lines of an article, and tells what was cut from it and where. What stands above the article is one cut at
 * its start, and what stands below it one at its end, whatever was cut from between.
 */
export function bodyText(
  lines: Pick<PlacedLine, 'text' | 'opensParagraph' | 'named'>[],
  verdicts: Verdict[],
): { text: string; cuts: Cut[] } {
  const first = verdicts.indexOf(null);
  const last = verdicts.lastIndexOf(null);
  const above: Cut = { at: 0, text: '', reason: 'what stands above the article' };
  const below: Cut = { at: 0, text: '', reason: 'what stands below the article' };
  const inside: Cut[] = [];
  let text = '';
  let opensParagraph = false;
  lines.forEach((line, i) => {
    opensParagraph ||= line.opensParagraph;
    const verdict = verdicts[i] ?? null;
    if (verdict === null) {
      if (text !== '') text += opensParagraph ? '\n\n' : '\n';
      text += line.text;
      opensParagraph = false;
    } else if (verdict === NOT_OF_THE_ARTICLE && (i < first || i > last)) {
      add(i < first ? above : below, line.text);
    } else {
      const reason = verdict === NOT_OF_THE_ARTICLE ? (line.named[0]?.reason ?? verdict) : verdict;
      const open = inside.at(-1);
      if (open?.reason === reason && open.at === text.length) add(open, line.text);
      else inside.push({ at: text.length, text: line.text.slice(0, LONGEST_CUT), reason });
    }
  });
  below.at = text.length;
  return { text, cuts: [above, ...inside, below].filter((cut) => cut.text !== '') };
}

function add(cut: Cut, line: string): void {
  if (cut.text.length < LONGEST_CUT) cut.text = `${cut.text}\n${line}`.trimStart().slice(0, LONGEST_CUT);
}
