import { describe, expect, it } from 'vitest';
import { Cooldown } from '../src/cooldown.js';
import { type Asked, Manners } from '../src/manners.js';

/** A clock that is set by hand. */
const clock = { ms: 0 };
const now = (): number => clock.ms;

describe('a cool-down', () => {
  it('tells the seconds that are left, rounded up, for each by themselves', () => {
    clock.ms = 5_000;
    const cooldown = new Cooldown(3, now);
    const left = (ms: number): number[] => {
      clock.ms = ms;
      return [cooldown.left('Ann'), cooldown.left('Bo')];
    };
    expect(left(5_000)).toEqual([0, 0]);
    cooldown.start('Ann');
    expect(left(5_000)).toEqual([3, 0]);
    expect(left(6_000)).toEqual([2, 0]);
    expect(left(6_001)).toEqual([2, 0]);
    expect(left(7_999.9)).toEqual([1, 0]);
    expect(left(8_000)).toEqual([0, 0]);
    cooldown.start('Bo');
    expect(left(8_000.1)).toEqual([0, 3]);
  });

  it('says a second of what is shorter, and nothing where it is switched off', () => {
    clock.ms = 0;
    const short = new Cooldown(0.2, now);
    short.start('Ann');
    expect(short.left('Ann')).toBe(1);
    clock.ms = 200;
    expect(short.left('Ann')).toBe(0);
    const off = new Cooldown(0, now);
    off.start('Ann');
    expect([off.left('Ann'), off.size]).toEqual([0, 0]);
  });

  it('forgets what is over, however many came, and none that is not', () => {
    clock.ms = 0;
    const cooldown = new Cooldown(3, now);
    for (let i = 0; i < 1_000; i++) {
      clock.ms = i;
      cooldown.start(`user ${i}`);
    }
    // Starting again begins a new wait, so this one is the last to end.
    cooldown.start('user 0');
    clock.ms = 3_500;
    expect(cooldown.size).toBe(500);
    expect([cooldown.left('user 500'), cooldown.left('user 501')]).toEqual([0, 1]);
    clock.ms = 3_998;
    expect([cooldown.size, cooldown.left('user 0')]).toEqual([2, 1]);
    clock.ms = 3_999;
    expect(cooldown.size).toBe(0);
  });
});

describe('manners', () => {
  const QUESTION: Asked = {
    command: 'ask',
    options: { question: 'Who led?', publisher: 'BBC' },
    user: 'Ann',
    channel: 'general',
    server: 'Newsroom',
    isPrivate: false,
    isQuestion: true,
  };
  const fresh = (seconds = { user: 3, guild: 1 }): Manners => {
    clock.ms = 0;
    return new Manners(seconds, now);
  };
  const refusalOf = (manners: Manners, asked: Partial<Asked>) =>
    manners.admit({ ...QUESTION, ...asked }).refusal;
  const BEING_ANSWERED = { kind: 'being-answered' };

  it('let a person ask once in a while, wherever they ask', () => {
    const manners = fresh();
    expect(refusalOf(manners, {})).toBe(null);
    clock.ms = 1_500;
    const elsewhere = { channel: 'other', server: 'Other' };
    expect(refusalOf(manners, elsewhere)).toEqual({ kind: 'cooldown-user', seconds: 2 });
    expect(refusalOf(manners, { ...elsewhere, user: 'Bo' })).toBe(null);
    clock.ms = 3_000;
    expect(refusalOf(manners, { options: { question: 'Who else?' } })).toBe(null);
  });

  it('let a server read one answer in a while, and those who are refused wait no longer for it', () => {
    const manners = fresh();
    expect(refusalOf(manners, {})).toBe(null);
    clock.ms = 900;
    const other = { user: 'Bo', channel: 'other' };
    expect(refusalOf(manners, other)).toEqual({ kind: 'cooldown-guild', seconds: 1 });
    // What only the asker sees disturbs nobody.
    expect(refusalOf(manners, { ...other, user: 'Cy', server: null, isPrivate: true })).toBe(null);
    clock.ms = 1_000;
    expect(refusalOf(manners, other)).toBe(null);
  });

  it('do not answer a question twice in a channel at the same time', () => {
    const manners = fresh({ user: 0, guild: 0 });
    const { refusal, leave } = manners.admit(QUESTION);
    expect(refusal).toBe(null);
    const inOtherOrder = { publisher: 'BBC', question: 'Who led?' };
    const again = manners.admit({ ...QUESTION, user: 'Bo', options: inOtherOrder });
    expect(again.refusal).toEqual(BEING_ANSWERED);
    // Who was turned away leaves nothing behind, and takes nothing along.
    again.leave();
    expect(refusalOf(manners, {})).toEqual(BEING_ANSWERED);
    expect(refusalOf(manners, { channel: 'other' })).toBe(null);
    expect(refusalOf(manners, { command: 'timeline' })).toBe(null);
    expect(refusalOf(manners, { options: { question: 'Who led?' } })).toBe(null);
    leave();
    expect(refusalOf(manners, {})).toBe(null);
  });

  it('answer the same question to each who asks it for themselves', () => {
    const manners = fresh({ user: 0, guild: 0 });
    const alone = { isPrivate: true, server: null };
    expect(refusalOf(manners, {})).toBe(null);
    expect(refusalOf(manners, alone)).toBe(null);
    expect(refusalOf(manners, { ...alone, user: 'Bo' })).toBe(null);
    expect(refusalOf(manners, alone)).toEqual(BEING_ANSWERED);
  });

  it('let nobody wait for a button, but show nothing to everybody twice', () => {
    const manners = fresh();
    const share = { isQuestion: false, server: null };
    expect(refusalOf(manners, { options: { question: 'Who else?' } })).toBe(null);
    expect(refusalOf(manners, share)).toBe(null);
    expect(refusalOf(manners, share)).toEqual(BEING_ANSWERED);
    clock.ms = 3_000;
    // Nor did the button make anybody wait.
    expect(refusalOf(manners, { options: { question: 'And then?' } })).toBe(null);
  });
});
