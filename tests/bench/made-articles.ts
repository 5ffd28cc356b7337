import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As news have them, on average: an article of so many words is cut into some ten passages. */
const SENTENCES = 20;

/**
 * Writes articles that are made of phrases at random, always the same for the same number: what they say is nothing, but
 * they are as long as news, and take a model as many tokens.
 */
export async function writeArticles(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < count; i++) await writeFile(join(folder, fileOf(i)), articleText(i));
}

/** A thousand files a folder is what people, and their systems, still look into. */
export const fileOf = (number: number): string => `article-${`${number}`.padStart(6, '0')}.txt`;

export function articleText(number: number): string {
  const random = numbers(number + 1);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const name = (): string => `${pick(FIRST)} ${pick(STARTS)}${pick(ENDS)}`;
  const place = (): string => `${pick(STARTS)}${pick(TOWNS)}`;
  const day = `${2000 + Math.floor(random() * 25)}-${two(1 + random() * 12)}-${two(1 + random() * 28)}`;
  const sentence = (): string => {
    const main = `${pick(WHO)} of ${place()} ${pick(DID)} ${Math.floor(random() * 900) + 2} ${pick(WHAT)} ${pick(WHY)}`;
    return random() < 0.3
      ? `“${main},” ${name()} said on ${pick(DAYS)}.`
      : `${main} ${pick(WHEN)} in ${place()}.`;
  };
  const paragraphs = Array.from({ length: SENTENCES }, sentence).map((text, i) =>
    i % 3 === 2 ? `${text}\n\n` : `${text} `,
  );
  const title = `${pick(WHO)} of ${place()} ${pick(DID)} ${pick(WHAT)}`;
  const facts = `title: ${title}\npublisher: ${place()} ${pick(PAPERS)}\nauthors: [${name()}]\ndate: ${day}\nlanguage: en`;
  return `---\n${facts}\n---\n${paragraphs.join('').trim()}\n`;
}

const two = (number: number): string => `${Math.floor(number)}`.padStart(2, '0');

/** Numbers from 0 to 1 that are the same each time (mulberry32, Tommy Ettinger). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FIRST = [
  'Ann',
  'Boris',
  'Chiara',
  'David',
  'Elena',
  'Farid',
  'Greta',
  'Hiro',
  'Ines',
  'Jan',
  'Kofi',
  'Lena',
];
const STARTS = [
  ...[
    'Al',
    'Bar',
    'Cor',
    'Dan',
    'Es',
    'Fal',
    'Gor',
    'Hal',
    'Ir',
    'Jas',
    'Kar',
    'Lom',
    'Mar',
    'Nor',
    'Os',
    'Pel',
  ],
  ...[
    'Quin',
    'Ros',
    'Sil',
    'Tor',
    'Ul',
    'Vor',
    'Wel',
    'Yar',
    'Zan',
    'Brem',
    'Clav',
    'Drem',
    'Fren',
    'Grov',
    'Stel',
  ],
];
const ENDS = [
  'sky',
  'son',
  'berg',
  'ini',
  'ova',
  'mann',
  'ez',
  'ton',
  'ski',
  'ard',
  'eau',
  'ides',
  'oglu',
  'yan',
];
const TOWNS = [
  'burg',
  'ville',
  'stad',
  'grad',
  'ham',
  'mouth',
  'ford',
  'field',
  'haven',
  'polis',
  'abad',
  'minster',
];
const PAPERS = ['Post', 'Times', 'Courier', 'Gazette', 'Herald', 'Tribune', 'Observer'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WHO = [
  ...[
    'The mayor',
    'The foreign minister',
    'A spokesperson',
    'The central bank',
    'The port authority',
    'The opposition',
  ],
  ...[
    'The supreme court',
    'The teachers’ union',
    'The largest hospital',
    'The weather service',
    'The national team',
  ],
  ...['A group of engineers', 'The railway company', 'The festival', 'The fishing fleet', 'The university'],
];
const DID = [
  ...[
    'announced plans for',
    'refused to pay for',
    'has bought',
    'closed',
    'will inspect',
    'promised',
    'lost',
    'counted',
  ],
  ...[
    'is going to sell',
    'reported',
    'examined',
    'gave away',
    'had ordered',
    'repaired',
    'voted against',
    'replaced',
  ],
];
const WHAT = [
  ...[
    'new bridges',
    'electric buses',
    'hospital beds',
    'containers',
    'school buildings',
    'wind turbines',
    'apartments',
  ],
  ...[
    'tons of grain',
    'fishing licences',
    'paintings',
    'railway carriages',
    'trees',
    'court cases',
    'vaccines',
    'drones',
  ],
];
const WHY = [
  'because of the rising prices of energy and steel',
  'after months of talks with the neighbouring regions',
  'although the parliament had warned against it',
  'in order to reduce the deficit of the past two years',
  'since the old agreement ran out without a successor',
  'despite protests by residents and shop owners',
];
const WHEN = [
  'last week',
  'on the eve of the elections',
  'during a visit',
  'at a press conference',
  'early this month',
];
