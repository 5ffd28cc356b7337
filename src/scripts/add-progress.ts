import type { AddStep } from '../add/adding.js';
import { printable } from '../printable.js';

/** What is over sooner needs no telling. */
const AFTER_MS = 2_000;
const BETWEEN_LINES_MS = 5_000;

/**
 * Tells of what takes long, line by line.
 * @param tell gets each line
 * @returns to be told of every step, and with null of the end of one
 */
export function showAdding(tell: (line: string) => void): (step: AddStep | null) => void {
  let waiting: NodeJS.Timeout | undefined;
  let [began, nextLine] = [0, 0];
  const tellIn = (ms: number, line: () => string) => {
    waiting = setTimeout(() => tell(printable(line())), ms);
  };
  return (step) => {
    clearTimeout(waiting);
    const now = performance.now();
    if (step?.name === 'folder') tellIn(AFTER_MS, () => `Reading the articles in ${step.path}…`);
    if (step?.name === 'fetch') tellIn(AFTER_MS, () => `Fetching ${step.address}…`);
    if (step?.name === 'feed') {
      tell(printable(feedLine(step)));
      began = now;
      nextLine = now + AFTER_MS;
    }
    if (step?.name === 'entry') {
      tellIn(Math.max(0, nextLine - now), () => {
        nextLine = performance.now() + BETWEEN_LINES_MS;
        return entryLine(step, (performance.now() - began) / 1000);
      });
    }
  };
}

function feedLine({ address, entries, taken }: Extract<AddStep, { name: 'feed' }>): string {
  const some = taken < entries ? `, of which the newest ${taken} are taken (--limit)` : '';
  return `${address} is a feed of ${entries} ${entries === 1 ? 'entry' : 'entries'}${some}.`;
}

function entryLine({ done, total }: Extract<AddStep, { name: 'entry' }>, seconds: number): string {
  const rate = done / seconds;
  const left =
    done === 0 ? '' : `, ${rate.toFixed(1)} a second, some ${Math.ceil((total - done) / rate)} s left`;
  return `Entries: ${done} of ${total}${left}`;
}
