import type { EncodeTexts, Text } from '../embedding/encode-text.js';
import { type Passage, withHeading } from '../passage.js';
import { leadOf } from './article-vectors.js';
import type { Plan } from './plan.js';
import type { Place } from './segment.js';
import type { SegmentWriter } from './segment-writer.js';
import { leadKey, passageKey } from './text-key.js';

/** A text that is to be embedded, and those who wait for it: an article may stand in the folder twice. */
interface Job {
  text: Text;
  waiting: { place: Place | null }[];
}

/** What of a plan is to be embedded, by keys; each article before its passages. */
export function jobsOf(plan: Plan): Map<string, Job> {
  const jobs = new Map<string, Job>();
  const add = (key: string, text: () => Text, waiting: { place: Place | null }) => {
    const job = jobs.get(key);
    if (job) job.waiting.push(waiting);
    else jobs.set(key, { text: text(), waiting: [waiting] });
  };
  let next = 0;
  for (const [number, planned] of plan.articles.entries()) {
    const { article, vector } = planned;
    if (vector === null) add(leadKey(article), () => ({ text: leadOf(article), ends: null }), planned);
    for (; plan.passages[next]?.article === number; next++) {
      const waiting = plan.passages[next];
      if (waiting?.cut && waiting.from === null) {
        const { cut } = waiting;
        add(passageKey(cut), () => textOf(cut), waiting);
      }
    }
  }
  return jobs;
}

/**
 * Embeds what a plan lacks, writes it into a segment, and so completes the plan.
 * @param onText told how many texts are done, and of how many
 * @returns how many passages were embedded
 */
export async function embedMissing(
  jobs: Map<string, Job>,
  writer: SegmentWriter,
  encode: EncodeTexts,
  onText: (done: number, total: number) => void,
): Promise<number> {
  const open: [string, Job][] = [];
  for (const [key, job] of jobs) {
    const known = writer.known.get(key);
    if (known) settle(job, known);
    else open.push([key, job]);
  }
  let done = 0;
  const texts = open.map(([, { text }]) => text);
  await encode(texts, (i, encoded) => {
    const [key, job] = open[i] as [string, Job];
    settle(job, writer.append(key, encoded));
    onText(++done, open.length);
  });
  return texts.filter(({ ends }) => ends !== null).length;
}

function settle({ waiting }: Job, place: Place): void {
  for (const one of waiting) one.place = place;
}

/** What a model is given of a passage: its heading, and each of its sentences, as parts. */
function textOf(passage: Passage): Text {
  const { text, start } = withHeading(passage);
  const ends = passage.metadata.sentences.slice(0, -1).map(({ end }) => start + end - passage.metadata.start);
  return { text, ends: [headingEnd(start), ...ends] };
}

/** A heading ends before the line feed after it. */
const headingEnd = (start: number): number => Math.max(0, start - 1);
