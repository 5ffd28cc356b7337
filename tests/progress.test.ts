import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { durationOf, showBuild, showProgress } from '../src/scripts/progress.js';

let said: string[];
const { isTTY } = process.stderr;
beforeEach(() => {
  said = [];
  process.stderr.isTTY = false;
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  process.stderr.isTTY = isTTY;
});

const embedding = (done: number, total = 1_000) => ({ doing: 'Embedding', unit: 'texts', done, total });

describe('progress in lines', () => {
  it('is silent for two seconds, and then tells the rate and the time left every five', () => {
    const show = showProgress();
    for (let done = 0; done <= 200; done++) {
      show(embedding(done));
      vi.advanceTimersByTime(100);
    }
    expect(said).toEqual([
      'Embedding: 20 of 1000 texts, 10 a second, 98 s left',
      'Embedding: 70 of 1000 texts, 10 a second, 93 s left',
      'Embedding: 120 of 1000 texts, 10 a second, 88 s left',
      'Embedding: 170 of 1000 texts, 10 a second, 83 s left',
    ]);
  });

  it('says nothing at all of what takes less than two seconds', () => {
    const show = showProgress();
    for (let done = 0; done < 1_000; done++) {
      show(embedding(done));
      vi.advanceTimersByTime(1.999);
    }
    show(null);
    expect(said).toEqual([]);
  });

  it('begins anew with each thing that is done, also the same thing after an end', () => {
    const show = showProgress();
    const run = (doing: string) => {
      for (let done = 1; done <= 30; done++) {
        show({ doing, unit: 'things', done, total: 100 });
        vi.advanceTimersByTime(100);
      }
    };
    run('One');
    run('Two');
    show(null);
    run('Two');
    expect(said).toEqual(
      ['One', 'Two', 'Two'].map((doing) => `${doing}: 21 of 100 things, 10 a second, 8 s left`),
    );
  });

  it('tells a slow rate with a decimal, and none where there is none yet', () => {
    const show = showProgress();
    show(embedding(5));
    vi.advanceTimersByTime(4_000);
    show(embedding(5));
    vi.advanceTimersByTime(6_000);
    show(embedding(30));
    expect(said).toEqual([
      'Embedding: 5 of 1000 texts, –, – left',
      'Embedding: 30 of 1000 texts, 2.5 a second, 7 min left',
    ]);
  });

  it('counts only what is done since it was first told', () => {
    const show = showProgress();
    show(embedding(900));
    vi.advanceTimersByTime(5_000);
    show(embedding(950));
    expect(said).toEqual(['Embedding: 950 of 1000 texts, 10 a second, 5 s left']);
  });
});

describe('a build', () => {
  it('tells why it is made, whether it waits, and how far what takes long is', () => {
    const show = showBuild();
    show({ name: 'wait' });
    show({ name: 'start', reason: 'the articles have changed' });
    for (const name of ['cut', 'embed', 'link', 'measure'] as const) {
      for (let done = 1; done <= 3; done++) {
        show({ name, done, total: 3 });
        vi.advanceTimersByTime(1_500);
      }
    }
    for (const name of ['write', 'check', 'publish', 'tidy'] as const) show({ name });
    expect(said).toEqual([
      'Another build is under way; waiting for it to end.',
      'Building the index: the articles have changed.',
      'Cutting: 3 of 3 articles, 0.7 a second, 0 s left',
      'Embedding: 3 of 3 texts, 0.7 a second, 0 s left',
      'Linking: 3 of 3 passages, 0.7 a second, 0 s left',
      'Measuring: 3 of 3 questions, 0.7 a second, 0 s left',
    ]);
  });
});

describe('durationOf', () => {
  it.each([
    [0, '0 s'],
    [0.2, '1 s'],
    [12, '12 s'],
    [99.1, '100 s'],
    [100, '2 min'],
    [121, '3 min'],
    [3_600, '60 min'],
    [5_940, '99 min'],
    [5_941, '1 h 40 min'],
    [7_200, '2 h 0 min'],
    [36_061, '10 h 2 min'],
  ])('says %d seconds as "%s"', (seconds, words) => {
    expect(durationOf(seconds)).toBe(words);
  });
});
