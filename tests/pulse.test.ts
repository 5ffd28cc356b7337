import { expect, it } from 'vitest';
import { Pulse } from '../src/pulse.js';

it('a pulse tells since when there is one, and how long the last thousand answers took', () => {
  let ms = 1_000_000;
  const pulse = new Pulse(() => ms);
  expect(pulse.read()).toEqual({ seconds: 0, times: null });
  ms += 61_999;
  pulse.add(12.4);
  expect(pulse.read()).toEqual({ seconds: 61, times: { count: 1, median: 12, p95: 12 } });
  for (let i = 1; i <= 100; i++) pulse.add(i);
  // Of 101, the 51st and the 96th: 1 to 12, the first one, 13 to 100.
  expect(pulse.read().times).toEqual({ count: 101, median: 50, p95: 95 });
  for (let i = 0; i < 1_000; i++) pulse.add(7);
  expect(pulse.read().times).toEqual({ count: 1_000, median: 7, p95: 7 });
});
