import { beforeEach, describe, expect, it } from 'vitest';
import { admissionOf } from '../src/discord/admission.js';
import { deliveryOf, isPrivate } from '../src/discord/delivery.js';
import { requestOf } from '../src/discord/request.js';
import { Manners } from '../src/manners.js';
import { choiceOf, type Given, messageCommand, slashCommand, tapOnButton } from './discord/interactions.js';
import type { Asker, Place } from './discord/payloads.js';
import { received } from './discord/received.js';
import type { Standing } from './discord/standing.js';

const [VIEW, SEND, IN_THREADS] = [1n << 10n, 1n << 11n, 1n << 38n];
const [ANN, BO] = ['3000000000000000001', '3000000000000000002'];

/** A message with one text, which Ann asked for. */
const standing = (content: string, asker: Asker = {}, ephemeral = false): Standing => ({
  id: '77',
  message: {
    flags: 1 << 15,
    components: [{ type: 17, components: [{ type: 10, content }] }],
    allowed_mentions: { parse: [] },
  },
  ephemeral,
  asker: { user: ANN, ...asker },
});
const ANSWER = '**Who \\*led\\* it?**\n-# This very likely answers it.';

describe('requestOf', () => {
  it('is a command with its options as text, without whether it is private', () => {
    const given = { question: ' Who led it? ', page: 2, private: true };
    expect(requestOf(received(slashCommand('ask', given)))).toEqual({
      command: 'ask',
      options: { question: ' Who led it? ', page: '2' },
      opens: 'here',
    });
  });

  it.each<Place>(['server', 'unknownThread', 'foreignServer', 'direct', 'group'])(
    'is what a message says, of which sources are to be found, in the place "%s"',
    (place) => {
      const content = '**Lavrov** said so.\n> so?';
      const asked = received(messageCommand('Find sources', '5', { content }, { place }), { place });
      expect(requestOf(asked)).toEqual({ command: 'message', options: { text: content }, opens: 'here' });
    },
  );

  it.each<Place>(['server', 'unknownThread', 'foreignServer', 'direct', 'group'])(
    'is what a button is for, with the question of its message, in the place "%s"',
    (place) => {
      const button = tapOnButton('+context?r=61f05640390d&s=275&h=Zx81_kQ0', standing(ANSWER, { place }));
      expect(requestOf(received(button, { place }))).toEqual({
        command: 'context',
        options: { article: '61f05640390d', start: '275', hash: 'Zx81_kQ0', question: 'Who *led* it?' },
        opens: 'anew',
      });
    },
  );

  it('is without a question where the message has none', () => {
    expect(requestOf(received(tapOnButton('sources?n=2', standing('**5 articles** · page 1'))))).toEqual({
      command: 'sources',
      options: { page: '2' },
      opens: 'here',
    });
  });

  it('is what is chosen from a menu, over what the menu is for', () => {
    const chosen = (...values: string[]) =>
      requestOf(received(choiceOf('ask?n=1&p=BBC&l=de', values, standing(ANSWER)))).options;
    const rest = { language: 'de', question: 'Who *led* it?' };
    expect(chosen('p=A %26 B&n=3')).toEqual({ ...rest, publisher: 'A & B', page: '3' });
    expect(chosen('a=2025-02-01&b=2025-02-28')).toEqual({
      ...rest,
      page: '1',
      publisher: 'BBC',
      after: '2025-02-01',
      before: '2025-02-28',
    });
    expect(chosen('-')).toEqual({ ...rest, page: '1', publisher: 'BBC' });
  });
});

/** How it is answered, and whether one person only sees that. */
const decided = (what: object, asker: Asker = {}): [string, boolean] => {
  const interaction = received(what, asker);
  const delivery = deliveryOf(interaction, requestOf(interaction));
  return [delivery, isPrivate(interaction, delivery)];
};
const PUBLIC = ['public', false];
const PRIVATE = ['private', true];
const commanded = (given: Given, asker: Asker, name = 'ask') => decided(slashCommand(name, given), asker);

describe('an answer to a command', () => {
  it.each<[Place, string[]]>([
    ['server', ['public', 'public', 'private']],
    ['thread', ['public', 'public', 'private']],
    ['unknownThread', ['public', 'public', 'private']],
    ['direct', ['public', 'public', 'private']],
    ['foreignServer', ['private', 'public', 'private']],
    ['foreignDirect', ['private', 'public', 'private']],
    ['group', ['private', 'public', 'private']],
  ])('is seen in the place "%s" by whom it fits, or as is wished', (place, expected) => {
    const asked = [{}, { private: false }, { private: true }].map((given: Given) =>
      commanded(given, { place }),
    );
    expect(asked.map(([delivery]) => delivery)).toEqual(expected);
    expect(asked.map(([, isSeenByOne]) => isSeenByOne)).toEqual(expected.map((it) => it === 'private'));
  });

  it('is for all where both the server and the asker installed the bot', () => {
    const owners = { 0: '1000000000000000002', 1: ANN };
    expect(commanded({}, { owners })).toEqual(PUBLIC);
    expect(commanded({}, { owners: { 1: ANN } })).toEqual(PRIVATE);
  });

  it.each<[Place, bigint, unknown]>([
    ['server', VIEW | SEND, PUBLIC],
    ['server', VIEW | IN_THREADS, PRIVATE],
    ['server', SEND, PRIVATE],
    ['server', 0n, PRIVATE],
    ['thread', VIEW | IN_THREADS, PUBLIC],
    ['thread', VIEW | SEND, PRIVATE],
    ['unknownThread', VIEW | SEND, PRIVATE],
    ['unknownThread', VIEW | SEND | IN_THREADS, PUBLIC],
    ['foreignServer', VIEW | SEND, PRIVATE],
    ['direct', 0n, PUBLIC],
    ['group', 0n, PUBLIC],
  ])('is for all in the place "%s" only with the rights to write there (%i)', (place, rights, expected) => {
    expect(commanded({ private: false }, { place, appPermissions: `${rights}` })).toEqual(expected);
  });

  it('is for the asker alone where it is help, how the bot is doing, or sources of a message', () => {
    const place = 'direct';
    expect(commanded({}, {}, 'help')).toEqual(PRIVATE);
    expect(commanded({}, { place }, 'status')).toEqual(PRIVATE);
    expect(decided(messageCommand('Find sources', '5', { content: 'x' }, {}), {})).toEqual(PRIVATE);
    expect(commanded({}, {}, 'sources')).toEqual(PUBLIC);
  });
});

describe('an answer to a tap', () => {
  const tap = (id: string, of: Standing, user = ANN, asker: Asker = {}) =>
    decided(tapOnButton(id, of), { user, ...asker });

  it('takes the place of the message where that is the own one, or seen by one person', () => {
    expect(tap('ask?n=2', standing(ANSWER))).toEqual(['update', false]);
    expect(tap('ask?n=2', standing(ANSWER), BO)).toEqual(PRIVATE);
    expect(tap('ask?n=2', standing(ANSWER, {}, true))).toEqual(['update', true]);
    expect(tap('ask?n=2', standing(ANSWER, { user: '4' }, true), BO)).toEqual(['update', true]);
    const place = 'unknownThread';
    expect(tap('ask?n=2', standing(ANSWER, { place }), ANN, { place })).toEqual(['update', false]);
    expect(tap('ask?n=2', standing(ANSWER, { place }), BO, { place })).toEqual(PRIVATE);
  });

  it('is the own message of whoever tapped where nobody is known to have asked', () => {
    const { message, ...rest } = tapOnButton('ask?n=2', standing(ANSWER)) as { message: object };
    const unknown = { ...rest, message: { ...message, interaction_metadata: undefined } };
    expect(decided(unknown, { user: ANN })).toEqual(PRIVATE);
  });

  it('is a new private message where it is to be new, or where it was a vote', () => {
    for (const id of ['+context?r=a&s=1&h=b', 'up', 'down', '!down'])
      for (const user of [ANN, BO]) expect(tap(id, standing(ANSWER), user)).toEqual(PRIVATE);
  });

  it('is shown to everybody where that is wanted and the bot may write', () => {
    const own = standing(ANSWER, {}, true);
    expect(tap('!ask?n=1', own)).toEqual(PUBLIC);
    expect(tap('!ask?n=1', own, ANN, { appPermissions: `${VIEW}` })).toEqual(PRIVATE);
    const place = 'group';
    expect(tap('!ask?n=1', standing(ANSWER, { place }, true), ANN, { place })).toEqual(PUBLIC);
  });
});

describe('admissionOf', () => {
  let manners: Manners;
  let ms: number;
  beforeEach(() => {
    ms = 0;
    manners = new Manners({ user: 3, guild: 1 }, () => ms);
  });
  const admitted = (what: object, asker: Asker = {}): string | null => {
    const interaction = received(what, asker);
    const request = requestOf(interaction);
    const { refusal } = admissionOf(interaction, request, deliveryOf(interaction, request), manners);
    return refusal?.kind ?? null;
  };
  const asked = (name: string, question: string, user: string, asker: Asker = {}) =>
    admitted(slashCommand(name, { question }), { user, ...asker });

  it('lets those wait who ask again and again, whichever way', () => {
    expect(asked('ask', 'Who?', ANN)).toBe(null);
    expect(asked('compare', 'Who?', ANN)).toBe('cooldown-user');
    expect(asked('timeline', 'Who?', ANN)).toBe('cooldown-user');
    expect(admitted(messageCommand('Find sources', '5', { content: 'x' }, {}), { user: ANN })).toBe(
      'cooldown-user',
    );
    expect(asked('compare', 'Who?', BO)).toBe('cooldown-guild');
    // Elsewhere, and where only one person sees the answer, it is not the server that waits.
    expect(asked('compare', 'Who?', BO, { place: 'direct' })).toBe(null);
    expect(admitted(messageCommand('Find sources', '5', { content: 'x' }, {}), { user: '8' })).toBe(null);
    expect(asked('ask', 'Where?', '9', { appPermissions: '0' })).toBe(null);
  });

  it('lets nobody wait for what is no question', () => {
    for (let i = 0; i < 3; i++) {
      for (const name of ['help', 'status'])
        expect(admitted(slashCommand(name, {}), { user: ANN })).toBe(null);
      for (const id of ['ask?n=2', '+context?r=a&s=1&h=b', 'up'])
        expect(admitted(tapOnButton(id, standing(ANSWER)), { user: ANN })).toBe(null);
    }
  });

  it('answers a question once where all see it, until it is answered', () => {
    expect(asked('ask', 'Who?', ANN)).toBe(null);
    ms = 5_000;
    expect(asked('ask', 'Who?', BO)).toBe('being-answered');
    expect(asked('ask', 'Who?', BO, { place: 'thread' })).toBe(null);
  });

  it('shows an answer to everybody once, where the bot may write', () => {
    const share = tapOnButton('!ask?n=1', standing(ANSWER, {}, true));
    expect(admitted(share, { appPermissions: `${VIEW}` })).toBe('may-not-share');
    expect(admitted(share)).toBe(null);
    expect(admitted(share)).toBe('being-answered');
  });
});
