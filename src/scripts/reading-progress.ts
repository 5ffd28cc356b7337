/** In milliseconds: what is done sooner needs no word. */
const SILENT = 2_000;
const BETWEEN = { terminal: 100, file: 5_000 };
/** Goes to the start of a terminal's line and clears it. */
const CLEAR = '\r\u001B[2K';

/**
 * Tells on standard error how far the reading of articles is, with the rate and the time left, once it takes longer
 * than two seconds: in one line on a terminal, in a line every five seconds elsewhere.
 * @returns to be called before each file and at the end
 */
export function readingProgress(): (done: number, total: number) => void {
  const { isTTY } = process.stderr;
  const started = performance.now();
  let next = started + SILENT;
  let isShown = false;
  return (done, total) => {
    if (done === total && isShown && isTTY) process.stderr.write(CLEAR);
    const now = performance.now();
    if (now < next || done === 0 || done === total) return;
    next = now + (isTTY ? BETWEEN.terminal : BETWEEN.file);
    isShown = true;
    const line = progressLine(done, total, (now - started) / 1_000);
    process.stderr.write(isTTY ? CLEAR + line : `${line}\n`);
  };
}

/** @param seconds since the start */
export function progressLine(done: number, total: number, seconds: number): string {
  const count = (number: number): string => Math.round(number).toLocaleString('en');
  const left = (seconds / done) * (total - done);
  const time = left < 90 ? `${count(Math.ceil(left))} s` : `${count(Math.ceil(left / 60))} min`;
  return `Reading articles: ${count(done)} of ${count(total)}, ${count(done / seconds)} a second, ${time} left`;
}
