import { describe, expect, it } from 'vitest';
import { Conversation } from './discord/conversation.js';
import { checks, problemsOf } from './discord/limits.js';

const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string) => ({ type: 2, style: 2, label: 'Next', custom_id });
const row = (...buttons: object[]) => ({ type: 1, components: buttons });
const container = (...components: object[]) => ({ type: 17, components });
const message = (...components: object[]) => ({
  flags: 1 << 15,
  components,
  allowed_mentions: { parse: [] },
});
const problems = (sent: object): string => problemsOf(checks.message, sent).join('\n');

describe('the check of a message', () => {
  it('takes what Discord takes', () => {
    expect(problems(message(container(text('a'), { type: 14 }, row(button('a'), button('b')))))).toBe('');
    expect(problems(message(text('x'.repeat(4_000))))).toBe('');
    expect(problems(message(...Array.from({ length: 40 }, () => text('a'))))).toBe('');
  });

  it.each([
    ['41 components', message(container(...Array.from({ length: 40 }, () => text('a')))), '41 components'],
    [
      'buttons too',
      message(...Array.from({ length: 36 }, () => text('a')), row(...'abcd'.split('').map(button))),
      '41 components',
    ],
    [
      'more than 4,000 characters',
      message(text('x'.repeat(2_000)), text('x'.repeat(2_001))),
      '4001 characters',
    ],
    ['an empty text', message(text('')), 'Too small'],
    ['six buttons in a row', message(row(...'abcdef'.split('').map(button))), 'Too big'],
    ['an id twice', message(row(button('a')), row(button('a'))), 'the same custom_id'],
    ['a long id', message(row(button('a'.repeat(101)))), 'Too big'],
    ['a long label', message(row({ ...button('a'), label: 'x'.repeat(81) })), 'Too big'],
    ['content beside components', { ...message(text('a')), content: 'b' }, 'Unrecognized key: "content"'],
    ['no components', message(), 'Too small'],
    ['no flag', { ...message(text('a')), flags: 0 }, 'not just Components V2'],
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

describe('the check of commands', () => {
  const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });
  const command = {
    name: 'ask',
    description: 'd',
    options: [option('a')],
    integration_types: [0],
    contexts: [0],
  };

  it('takes what Discord takes', () => {
    expect(problemsOf(checks.commands, [command, { ...command, name: 'fragen-über' }])).toEqual([]);
    expect(
      problemsOf(checks.commands, [{ ...command, options: [option('a', { required: true }), option('b')] }]),
    ).toEqual([]);
  });

  it.each([
    ['capitals', { ...command, name: 'Ask' }],
    ['a long name', { ...command, name: 'a'.repeat(33) }],
    ['a long description', { ...command, description: 'd'.repeat(101) }],
    ['no contexts', { ...command, contexts: undefined }],
    [
      'a required option after another',
      { ...command, options: [option('a'), option('b', { required: true })] },
    ],
    ['26 options', { ...command, options: Array.from({ length: 26 }, (_, i) => option(`o${i}`)) }],
  ])('refuses %s', (_, wrong) => {
    expect(problemsOf(checks.commands, [wrong])).not.toEqual([]);
  });

  it('refuses two of one name', () => {
    expect(problemsOf(checks.commands, [command, command])).toEqual([': two commands of one name']);
  });
});

describe('a conversation', () => {
  const deferral = { type: 5, data: { flags: 64 } };
  const answer = message(text('a'));

  it('takes an acknowledgement once, then edits', () => {
    const wrong: string[] = [];
    const asked = new Conversation('1', wrong);
    expect(asked.onEdit(answer)).toMatchObject({ status: 404, body: { code: 10015 } });
    expect(asked.onCallback(deferral)).toEqual({ status: 204 });
    expect(asked.onCallback(deferral)).toMatchObject({ status: 400, body: { code: 40060 } });
    expect(asked.onEdit(answer)).toMatchObject({ status: 200 });
    expect(asked.shown).toMatchObject([{ ephemeral: true }]);
    asked.gone = 'expired';
    expect(asked.onEdit(answer)).toMatchObject({ status: 401, body: { code: 50027 } });
    asked.gone = 'deleted';
    expect(asked.onEdit(answer)).toMatchObject({ status: 404, body: { code: 10008 } });
    expect(wrong).toEqual([]);
  });

  it('keeps what was wrong', () => {
    const wrong: string[] = [];
    const asked = new Conversation('1', wrong);
    expect(asked.onCallback({ type: 5, data: { flags: 1 << 15 } })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect(asked.onCallback({ type: 6 })).toMatchObject({ status: 400 });
    asked.onCallback(deferral);
    expect(asked.onEdit({ ...answer, components: [] })).toMatchObject({ status: 400 });
    expect(wrong.map((problem) => problem.split(':')[0])).toEqual([
      'acknowledgement',
      'acknowledgement',
      'message',
    ]);
  });
});
