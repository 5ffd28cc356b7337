import { describe, expect, it } from 'vitest';
import { LOCALES } from './discord/command-limits.js';
import { Completion } from './discord/completion.js';
import { Conversation } from './discord/conversation.js';
import { checks, type Message, problemsOf } from './discord/limits.js';
import { refuseInto } from './discord/response.js';
import { buttonOf, entryOf, messageObject, type Standing } from './discord/standing.js';

const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, more: object = {}) => {
  return { type: 2, style: 2, label: 'Next', custom_id, ...more };
};
const link = (url: string, more: object = {}) => ({ type: 2, style: 5, label: 'Open', url, ...more });
const entry = (value: string, more: object = {}) => ({ label: `Only ${value}`, value, ...more });
const menu = (options: object[], more: object = {}) => {
  return { type: 3, custom_id: 'm', placeholder: 'Choose …', options, ...more };
};
const row = (...controls: object[]) => ({ type: 1, components: controls });
const container = (...components: object[]) => ({ type: 17, components });
const message = (...components: object[]) => ({
  flags: 1 << 15,
  components,
  allowed_mentions: { parse: [] },
});
const problems = (sent: object): string => problemsOf(checks.message, sent).join('\n');
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('the check of a message', () => {
  it('takes what Discord takes', () => {
    expect(problems(message(container(text('a'), { type: 14 }, row(button('a'), button('b')))))).toBe('');
    expect(problems(message(text('x'.repeat(4_000))))).toBe('');
    expect(problems(message(...times(40, () => text('a'))))).toBe('');
    expect(problems(message(row(button('a'), link('https://example.org'))))).toBe('');
    const full = menu(
      times(25, (i) => entry(`${i}`, { description: 'd'.repeat(100) })),
      { placeholder: 'p'.repeat(150), min_values: 0, max_values: 25 },
    );
    expect(problems(message(...times(37, () => text('a')), container(row(full))))).toBe('');
  });

  it.each([
    ['41 components', message(container(...times(40, () => text('a')))), '41 components'],
    [
      'buttons too',
      message(...times(36, () => text('a')), row(...times(4, (i) => button(`${i}`)))),
      '41 components',
    ],
    [
      'menus too, but not their entries',
      message(...times(39, () => text('a')), row(menu([entry('a')]))),
      '41',
    ],
    [
      'more than 4,000 characters',
      message(text('x'.repeat(2_000)), container(text('x'.repeat(2_001)))),
      '4001 characters',
    ],
    ['an empty text', message(text('')), 'Too small'],
    ['a text of white space', message(text(' \n')), 'nothing is to be seen'],
    ['six buttons in a row', message(row(...times(6, (i) => button(`${i}`)))), 'Invalid input'],
    ['a menu beside a button', message(row(menu([entry('a')]), button('a'))), 'Invalid input'],
    ['two menus in a row', message(row(menu([entry('a')]), menu([entry('a')]))), 'Invalid input'],
    ['an id twice', message(row(button('a')), row(button('a'))), 'the same custom_id'],
    [
      'a menu with the id of a button',
      message(row(button('m')), row(menu([entry('a')]))),
      'the same custom_id',
    ],
    ['a long id', message(row(button('a'.repeat(101)))), 'custom_id: Too big'],
    ['a long label', message(row(button('a', { label: 'x'.repeat(81) }))), 'label: Too big'],
    [
      'a link with an id',
      message(row(link('https://example.org', { custom_id: 'a' }))),
      'Unrecognized key: "custom_id"',
    ],
    ['a long link', message(row(link(`https://example.org/${'a'.repeat(493)}`))), 'url: Too big'],
    ['a link that is none', message(row(link('javascript:1'))), 'url: Invalid URL'],
    [
      'a button with an address',
      message(row(button('a', { url: 'https://example.org' }))),
      'Unrecognized key: "url"',
    ],
    ['a menu without entries', message(row(menu([]))), 'options: Too small'],
    ['26 entries', message(row(menu(times(26, (i) => entry(`${i}`))))), 'Invalid input'],
    ['entries of one value', message(row(menu([entry('a'), entry('a')]))), 'two entries have the same value'],
    ['an entry without a value', message(row(menu([entry('')]))), 'value: Too small'],
    ['a long entry', message(row(menu([entry('a', { label: 'x'.repeat(101) })]))), 'label: Too big'],
    ['a long value', message(row(menu([entry('a'.repeat(101))]))), 'value: Too big'],
    [
      'a long description',
      message(row(menu([entry('a', { description: 'd'.repeat(101) })]))),
      'description: Too big',
    ],
    [
      'a long placeholder',
      message(row(menu([entry('a')], { placeholder: 'p'.repeat(151) }))),
      'placeholder: Too big',
    ],
    [
      'more to choose than there is',
      message(row(menu([entry('a')], { max_values: 2 }))),
      '1 to 2 of 1 entries cannot be chosen',
    ],
    ['content beside components', { ...message(text('a')), content: 'b' }, 'Unrecognized key: "content"'],
    ['attachments', { ...message(text('a')), attachments: [] }, 'Unrecognized key: "attachments"'],
    ['no components', message(), 'Too small'],
    ['no flag', { ...message(text('a')), flags: 0 }, 'not just Components V2'],
    ['an edit that hides', { ...message(text('a')), flags: (1 << 15) | 64 }, 'not just Components V2'],
    [
      'mentions that may ping',
      { ...message(text('a')), allowed_mentions: { parse: ['everyone'] } },
      'allowed_mentions',
    ],
    ['no word on mentions', { flags: 1 << 15, components: [text('a')] }, 'allowed_mentions'],
    ['a container in a container', message(container(container(text('a')))), 'components'],
  ])('refuses %s', (_, sent, problem) => {
    expect(problems(sent)).toContain(problem);
  });
});

const ANSWER = message(text('a'));

describe('a conversation', () => {
  const deferral = { type: 5, data: { flags: 64 } };
  const begin = (wrong: string[], tapped: Standing | null = null) =>
    new Conversation('10', { user: '7' }, refuseInto(wrong), tapped);
  const standing: Standing = {
    id: '5',
    message: ANSWER as Message,
    ephemeral: false,
    asker: { user: '8', place: 'group' },
  };

  it('takes an acknowledgement once, then edits', () => {
    const wrong: string[] = [];
    const asked = begin(wrong);
    expect(asked.onEdit(ANSWER)).toMatchObject({ status: 404, body: { code: 10015 } });
    expect(asked.onCallback(deferral)).toEqual({ status: 204 });
    expect(asked.onCallback(deferral)).toMatchObject({ status: 400, body: { code: 40060 } });
    expect(asked.onEdit(ANSWER)).toMatchObject({ status: 200 });
    expect(asked.shown).toMatchObject([{ id: '11', ephemeral: true, asker: { user: '7' } }]);
    asked.gone = 'expired';
    expect(asked.onEdit(ANSWER)).toMatchObject({ status: 401, body: { code: 50027 } });
    asked.gone = 'deleted';
    expect(asked.onEdit(ANSWER)).toMatchObject({ status: 404, body: { code: 10008 } });
    expect(wrong).toEqual([]);
  });

  it('edits the message that was tapped on, and leaves it the message of who asked', () => {
    const tapped = begin([], standing);
    tapped.onCallback({ type: 6 });
    tapped.onEdit(message(text('b')));
    tapped.onFollowUp({ ...ANSWER, flags: (1 << 15) | 64 });
    tapped.onFollowUp(ANSWER);
    expect(tapped.shown).toMatchObject([{ ...standing, message: { components: [text('b')] } }]);
    expect(tapped.followUps).toMatchObject([
      { id: '12', ephemeral: true, asker: { user: '7' }, message: { flags: 1 << 15 } },
      { id: '13', ephemeral: false },
    ]);
  });

  it('takes the first follow-up for the answer that is waited for, and stays as public as was said', () => {
    const asked = begin([]);
    asked.onCallback({ type: 5, data: { flags: 0 } });
    asked.onFollowUp({ ...ANSWER, flags: (1 << 15) | 64 });
    expect([asked.shown.length, asked.shown[0]?.ephemeral, asked.followUps.length]).toEqual([1, false, 0]);
  });

  it('takes five follow-ups where only a user installed the bot', () => {
    const wrong: string[] = [];
    const asked = new Conversation('10', { place: 'group' }, refuseInto(wrong), standing);
    asked.onCallback({ type: 6 });
    expect(times(6, () => asked.onFollowUp(ANSWER).status)).toEqual([200, 200, 200, 200, 200, 400]);
    expect(wrong).toEqual(['message: more than 5 follow-ups']);
  });

  it('keeps what was wrong', () => {
    const wrong: string[] = [];
    const asked = begin(wrong);
    expect(asked.onCallback({ type: 5, data: { flags: 1 << 15 } })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect(asked.onCallback({ type: 6 })).toMatchObject({ status: 400 });
    expect(asked.onCallback({ type: 8, data: { choices: [] } })).toMatchObject({ status: 400 });
    asked.onCallback(deferral);
    expect(asked.onEdit({ ...ANSWER, components: [] })).toMatchObject({ status: 400 });
    expect(wrong.map((problem) => problem.split(':')[0])).toEqual([
      'acknowledgement',
      'acknowledgement',
      'acknowledgement',
      'message',
    ]);
  });
});

describe('what is offered while an option is typed', () => {
  const offer = (choices: object[]) => ({ type: 8, data: { choices } });
  const choice = (value: string) => ({ name: `The ${value}`, value });

  it('is taken once', async () => {
    const typed = new Completion(refuseInto([]));
    expect(typed.onCallback(offer(times(25, (i) => choice(`${i}`))))).toEqual({ status: 204 });
    expect(typed.onCallback(offer([]))).toMatchObject({ status: 400, body: { code: 40060 } });
    expect(await typed.choices()).toHaveLength(25);
  });

  it.each([
    ['26 choices', offer(times(26, (i) => choice(`${i}`)))],
    ['a choice without a value', offer([choice('')])],
    ['a long value', offer([choice('v'.repeat(101))])],
    ['a long name', offer([{ name: 'n'.repeat(101), value: 'v' }])],
    ['a message', { type: 5, data: { flags: 0 } }],
  ])('is not %s', (_, sent) => {
    const wrong: string[] = [];
    expect(new Completion(refuseInto(wrong)).onCallback(sent)).toMatchObject({ status: 400 });
    expect(wrong).not.toEqual([]);
  });

  it('is no message', () => {
    const wrong: string[] = [];
    expect(new Completion(refuseInto(wrong)).onEdit()).toMatchObject({ status: 400 });
    expect(wrong).toEqual(['choices: no message belongs to them']);
  });
});

describe('a message that stands', () => {
  const components = [
    container(text(' **Who?** \n'), row(button('a'), button('b', { label: 'Later', disabled: true }))),
    row(menu([entry('x')])),
  ];
  const standing: Standing = {
    id: '5',
    message: message(...components) as Message,
    ephemeral: true,
    asker: { user: '8', place: 'group' },
  };

  it('is told of as Discord tells of it: numbered, without white space around a text, with who asked', () => {
    expect(messageObject(JSON.parse(JSON.stringify(standing)))).toMatchObject({
      id: '5',
      content: '',
      flags: (1 << 15) | 64,
      components: [
        {
          id: 1,
          components: [
            { id: 2, content: '**Who?**' },
            { id: 3, components: [{ id: 4 }, { id: 5 }] },
          ],
        },
        { id: 6, components: [{ id: 7, options: [{ value: 'x' }] }] },
      ],
      interaction_metadata: { user: { id: '8' }, authorizing_integration_owners: { 1: '8' } },
    });
  });

  it('is tapped on by its words', () => {
    expect(buttonOf(standing, 'Next')).toBe('a');
    expect(entryOf(standing, 'Choose …', 'Only x')).toEqual({ customId: 'm', value: 'x' });
    expect(() => buttonOf(standing, 'Later')).toThrow('cannot be tapped on');
    expect(() => buttonOf(standing, 'Earlier')).toThrow('0 buttons');
    expect(() => entryOf(standing, 'Choose …', 'Only y')).toThrow('no "Only y"');
  });
});

it('knows the languages of Discord', () => {
  expect(LOCALES).toHaveLength(32);
});
