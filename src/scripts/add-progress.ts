import type { AddStep } from '../add/adding.js';
import { printable } from '../printable.js';

/** What is over sooner needs no telling. */
const AFTER_MS = 2_000;

/**
 * Tells of what takes long, line by line.
 * @param tell gets each line
 * @returns told of every step, and with null of every end
 */
export function showAdding(tell: (line: string) => void): (step: AddStep | null) => void {
  let waiting: NodeJS.Timeout | undefined;
  let [began, told] = [0, 0];
  return (step) => {
    clearTimeout(waiting);
    if (step?.name === 'fetch') {
      waiting = setTimeout(() => tell(printable(`Fetching ${step.address}…`)), AFTER_MS);
    } else if (step?.name === 'feed') {
      const few = step.taken < step.entries ? `, the newest ${step.taken} of which are taken (--limit)` : '';
      tell(
        printable(
          `${step.address} is a feed of ${step.entries} ${step.entries === 1 ? 'entry' : 'entries'}${few}.`,
        ),
      );
      began = performance.now();
      told = began;
    } else if (step?.name === 'entry' && performance.now() - told > AFTER_MS) {
      told = performance.now();
      tell(progressLine(step, (told - began) / 1000));
    }
  };
}

function progressLine({ done, total }: { done: number; total: number }, seconds: number): string {
  const rate = done / seconds;
  const left =
    done === 0 ? '' : `, ${rate.toFixed(1)} a second, some ${Math.ceil((total - done) / rate)} s left`;
  return `Entries: ${done} of ${total}${left}`;
}
