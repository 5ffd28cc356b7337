import { type Client, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Command } from '../src/command.js';
import { type Definition, definitionsOf, registerCommands } from '../src/discord/registration.js';
import { en } from '../src/languages/en.js';
import { Languages, loadLanguages } from '../src/load-languages.js';
import type { Phrases } from '../src/phrases.js';
import { COMMANDS } from '../src/scripts/commands.js';
import type { Commands } from './discord/command-limits.js';
import { APPLICATION, GUILD } from './discord/payloads.js';
import { offlineClient } from './discord/received.js';
import { Registry } from './discord/registry.js';

const run: Command['run'] = async () => ({ kind: 'help' });
const ask: Command = {
  definition: {
    name: 'ask',
    options: [
      { type: 3, name: 'question', required: true, min_length: 2, max_length: 300 },
      { type: 3, name: 'publisher', autocomplete: true },
      { type: 4, name: 'page', min_value: 1 },
    ],
  },
  run,
};
const help: Command = { definition: { name: 'help', options: [] }, run };
const status: Command = { definition: { name: 'status', options: [] }, run };

const label = (word: string) => ({ name: word, description: `${word}.` });
const german: Phrases = {
  ...en,
  tag: 'de',
  locales: ['de'],
  commands: { ...en.commands, ask: label('frage'), help: label('hilfe'), status: label('zustand') },
  options: {
    ...en.options,
    question: label('frage'),
    publisher: label('verlag'),
    page: label('seite'),
    private: label('privat'),
  },
  findSources: 'Quellen finden',
};
const spanish: Phrases = {
  ...german,
  tag: 'es',
  locales: ['es-ES', 'es-419'],
  findSources: 'Buscar fuentes',
};
const LANGUAGES = new Languages([german, en, spanish]);

describe('definitionsOf', () => {
  const [asking, helping, , finding] = definitionsOf([ask, help, status], LANGUAGES);
  const inAll = (word: string) => ({ de: word, 'es-ES': word, 'es-419': word });
  const labelled = (name: 'question' | 'publisher' | 'page' | 'private', word: string) => ({
    name,
    description: en.options[name].description,
    nameLocalizations: inAll(word),
    descriptionLocalizations: inAll(`${word}.`),
  });
  const everywhere = { integrationTypes: [0, 1], contexts: [0, 1, 2] };

  it('says each word in each language, and offers to be private', () => {
    expect(asking).toEqual({
      type: 1,
      name: 'ask',
      description: en.commands.ask.description,
      nameLocalizations: inAll('frage'),
      descriptionLocalizations: inAll('frage.'),
      options: [
        { type: 3, required: true, min_length: 2, max_length: 300, ...labelled('question', 'frage') },
        { type: 3, autocomplete: true, ...labelled('publisher', 'verlag') },
        { type: 4, min_value: 1, ...labelled('page', 'seite') },
        { type: 5, ...labelled('private', 'privat') },
      ],
      ...everywhere,
    });
  });

  it('offers nothing where there is nothing to choose', () => {
    expect(helping).toMatchObject({ type: 1, name: 'help', options: [], ...everywhere });
  });

  it('puts an entry into the menu of every message', () => {
    expect(finding).toEqual({
      type: 3,
      name: 'Find sources',
      nameLocalizations: { de: 'Quellen finden', 'es-ES': 'Buscar fuentes', 'es-419': 'Buscar fuentes' },
      ...everywhere,
    });
  });
});

describe('registerCommands', () => {
  const wanted = definitionsOf([ask, help], LANGUAGES);
  let registry: Registry;
  let written: string[];
  const GLOBAL = Routes.applicationCommands(APPLICATION);
  const OF_GUILD = Routes.applicationGuildCommands(APPLICATION, GUILD);

  /** Of a bot that has just been started. */
  const startedClient = (): Client<true> => {
    const client = offlineClient() as Client<true>;
    const where = (route: string): string => (route === GLOBAL ? 'global' : GUILD);
    // As it goes over the wire.
    const sent = <T>(body: T): T => JSON.parse(JSON.stringify(body));
    client.rest.get = async (route, { query } = {}) =>
      sent(registry.list(where(route), query?.get('with_localizations') === 'true').body);
    client.rest.put = async (route, { body } = {}) => {
      written.push(route);
      return sent(registry.register(where(route), sent(body)).body);
    };
    return client;
  };
  const afresh = (): void => {
    registry = new Registry((what, wrong) => {
      throw new Error(`${what}: ${wrong}`);
    });
    written = [];
  };
  const register = (commands: Definition[] = wanted, guild: string | null = null) =>
    registerCommands(startedClient(), commands, guild);

  it('registers them once, for all or for one server, and leaves the other alone', async () => {
    afresh();
    expect([await register(), await register()]).toEqual([true, false]);
    expect(written).toEqual([GLOBAL]);
    expect([...registry.keys()]).toEqual(['global']);
    expect([await register(wanted, GUILD), await register(wanted, GUILD)]).toEqual([true, false]);
    expect(written).toEqual([GLOBAL, OF_GUILD]);
    expect(await register()).toBe(false);
    expect(registry.get('global')).toEqual(registry.get(GUILD));
  });

  it('registers those of the program, in all its languages, within what Discord takes', async () => {
    afresh();
    const all = definitionsOf(COMMANDS, await loadLanguages());
    expect([await register(all), await register(all)]).toEqual([true, false]);
    expect(registry.get('global')?.map(({ name }) => name)).toEqual([
      ...COMMANDS.map(({ definition }) => definition.name),
      'Find sources',
    ]);
  });

  type Changeable = Record<string, unknown> & { options: Record<string, unknown>[] };
  const changes: [string, (asking: Changeable, finding: Changeable) => void][] = [
    ['a description', (asking) => (asking['description'] = 'Other')],
    ['a word in one language', (asking) => (asking['name_localizations'] = { de: 'andere' })],
    ['no word in one language', (asking) => delete asking['description_localizations']],
    [
      'a language more',
      (_, finding) => Object.assign(finding['name_localizations'] as object, { ru: 'Ещё' }),
    ],
    ['a language less', (_, finding) => (finding['name_localizations'] = { de: 'Quellen finden' })],
    [
      'another word for an option',
      ({ options: [first] }) => Object.assign(first ?? {}, { name_localizations: {} }),
    ],
    ['an option more', ({ options }) => options.push({ type: 5, name: 'other', description: 'Other' })],
    ['an option less', ({ options }) => options.pop()],
    ['options in another order', ({ options }) => options.push(...options.splice(1, 1))],
    ['an option without choices', ({ options }) => delete options[1]?.['autocomplete']],
    ['a longer option', ({ options: [first] }) => Object.assign(first ?? {}, { max_length: 400 })],
    ['fewer places', (asking) => (asking['contexts'] = [0, 1])],
    ['other installations', (_, finding) => (finding['integration_types'] = [0])],
  ];
  it.each(changes)('registers them again where there is %s', async (_, change) => {
    afresh();
    await register();
    const kept: Commands = structuredClone(registry.get('global') ?? []);
    change(kept[0] as unknown as Changeable, kept[2] as unknown as Changeable);
    registry.set('global', kept);
    expect([await register(), await register()]).toEqual([true, false]);
  });

  it('registers them again where one is missing, is another kind, or is one too many', async () => {
    afresh();
    await register();
    const [asking, helping, finding] = registry.get('global') ?? [];
    if (!asking || !helping || !finding) throw new Error('They are not registered');
    const { options: _, ...rest } = { ...asking, options: null };
    const inMenu = { ...rest, type: 3 as const, description: '' as const };
    for (const others of [
      [asking, finding],
      [asking, helping, inMenu],
      [asking, helping, finding, inMenu],
      [],
    ]) {
      registry.set('global', others);
      expect([await register(), await register()]).toEqual([true, false]);
    }
  });

  it('lets Discord list places in any order', async () => {
    afresh();
    await register();
    const kept = registry.get('global') ?? [];
    registry.set(
      'global',
      kept.map((one) => ({ ...one, contexts: [2, 0, 1], integration_types: [1, 0] })),
    );
    expect(await register()).toBe(false);
  });
});
