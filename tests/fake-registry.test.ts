import { describe, expect, it } from 'vitest';
import { commands } from './discord/command-limits.js';
import { problemsOf } from './discord/limits.js';
import { Registry } from './discord/registry.js';
import { refuseInto } from './discord/response.js';
import { checkTyping, checkUsage } from './discord/usage.js';

const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });
const command = {
  name: 'ask',
  description: 'd',
  options: [option('a')],
  integration_types: [0],
  contexts: [0],
};
const menu = { type: 3, name: 'Find sources', integration_types: [0, 1], contexts: [0, 1, 2] };
const german = (name: string) => ({ name_localizations: { de: name } });

describe('the check of commands', () => {
  it('takes what Discord takes', () => {
    const taken = [
      [command, { ...command, name: 'fragen-über' }],
      [{ ...command, options: [option('a', { required: true }), option('b')] }],
      [
        {
          ...command,
          ...german('fragen'),
          description_localizations: { 'es-419': 'd'.repeat(100), ru: 'д' },
        },
      ],
      [command, { ...menu, name_localizations: { de: 'Quellen finden' } }, { ...menu, name: 'ask' }],
      [{ ...command, options: [option('a', { autocomplete: true, max_length: 100 })] }],
      [{ ...command, options: [option('a', german('b')), option('c', german('d'))] }],
    ];
    expect(taken.map((sent) => problemsOf(commands, sent))).toEqual(taken.map(() => []));
  });

  it.each([
    ['capitals', [{ ...command, name: 'Ask' }]],
    ['capitals in a language', [{ ...command, ...german('Fragen') }]],
    ['a space in a language', [{ ...command, ...german('frag mich') }]],
    ['a language of no locale', [{ ...command, name_localizations: { es: 'preguntar' } }]],
    ['a long name', [{ ...command, name: 'a'.repeat(33) }]],
    ['a long name in a language', [{ ...command, ...german('a'.repeat(33)) }]],
    ['a long description', [{ ...command, description: 'd'.repeat(101) }]],
    ['a long one in a language', [{ ...command, description_localizations: { de: 'd'.repeat(101) } }]],
    ['an empty one in a language', [{ ...command, description_localizations: { de: '' } }]],
    ['no contexts', [{ ...command, contexts: undefined }]],
    [
      'a required option after another',
      [{ ...command, options: [option('a'), option('b', { required: true })] }],
    ],
    ['26 options', [{ ...command, options: Array.from({ length: 26 }, (_, i) => option(`o${i}`)) }]],
    ['two options of one name', [{ ...command, options: [option('a'), option('a')] }]],
    [
      'two options of one name in a language',
      [{ ...command, options: [option('a', german('x')), option('b', german('x'))] }],
    ],
    [
      'an option that is in a language what another is for all',
      [{ ...command, options: [option('a', german('b')), option('b', german('c'))] }],
    ],
    [
      'an option of numbers with choices to come',
      [{ ...command, options: [{ ...option('a', { autocomplete: true }), type: 4 }] }],
    ],
    ['choices', [{ ...command, options: [option('a', { autocomplete: true, choices: [] })] }]],
    ['two of one name', [command, command]],
    ['two of one name in a language', [command, { ...command, name: 'other', ...german('ask') }]],
    ['101 commands', Array.from({ length: 101 }, (_, i) => ({ ...command, name: `c${i}` }))],
    ['a description of a command of messages', [{ ...menu, description: 'd' }]],
    ['an option of one', [{ ...menu, options: [option('a')] }]],
    ['a long name of one', [{ ...menu, name: 'F'.repeat(33) }]],
  ])('refuses %s', (_, wrong) => {
    expect(problemsOf(commands, wrong)).not.toEqual([]);
  });
});

describe('registered commands', () => {
  const everywhere = {
    ...command,
    options: [
      option('question', { required: true, min_length: 2, max_length: 5, ...german('frage') }),
      option('publisher', { required: false, autocomplete: true }),
      { type: 4, name: 'page', description: 'd', min_value: 1 },
    ],
  };

  it('are listed as Discord lists them', () => {
    const registry = new Registry(refuseInto([]));
    expect(registry.register('global', [everywhere, menu]).status).toBe(200);
    const listed = (withLocalizations: boolean) => registry.list('global', withLocalizations).body;
    expect(listed(true)).toMatchObject([
      {
        id: '1',
        type: 1,
        contexts: [0],
        options: [{ name: 'question', required: true, ...german('frage') }, {}, {}],
      },
      { id: '2', type: 3, name: 'Find sources', description: '' },
    ]);
    expect(JSON.stringify(listed(true))).not.toContain('"required":false');
    expect(JSON.stringify(listed(false))).not.toContain('localizations');
  });

  it('are used as Discord lets them be used', () => {
    const all = commands.parse([everywhere, menu]);
    const use =
      (given: object, asker = {}) =>
      () =>
        checkUsage(all, 1, 'ask', { ...given }, asker);
    expect(use({ question: 'Who?', publisher: 'BBC', page: 1 })).not.toThrow();
    expect(use({})).toThrow('"question" has to be given');
    expect(use({ question: 'W' })).toThrow('does not take "W"');
    expect(use({ question: 'Which?' })).toThrow('does not take');
    expect(use({ question: 'Who?', page: 0 })).toThrow('does not take 0');
    expect(use({ question: 'Who?', sender: 'x' })).toThrow('does not take');
    expect(use({ question: 'Who?' }, { place: 'direct' })).toThrow('cannot be used there');
    expect(use({ question: 'Who?' }, { place: 'foreignServer' })).toThrow('cannot be used there');
    expect(() => checkUsage(all, 3, 'Find sources', {}, { place: 'group' })).not.toThrow();
    expect(() => checkUsage(all, 1, 'find', {}, {})).toThrow('There is no command "find"');
    expect(() => checkTyping(all, 'ask', 'publisher', {})).not.toThrow();
    expect(() => checkTyping(all, 'ask', 'question', {})).toThrow('Nothing is offered');
  });
});
