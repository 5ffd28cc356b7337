import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Embedder } from '../src/embedding/embedder.js';
import { hashModel } from '../src/embedding/hash-model.js';
import { fetchModel, parseHubModel } from '../src/embedding/hub.js';
import { readModelFolder } from '../src/embedding/model-folder.js';
import { cosine, loadModel, MODEL } from './model.js';

let embedder: Embedder;
let temporary: string;

beforeAll(async () => {
  embedder = await loadModel();
  temporary = await mkdtemp(join(tmpdir(), 'talks-model-'));
});
afterAll(() => rm(temporary, { recursive: true }));

/** A copy of the model to be changed. */
async function copyModel(name: string): Promise<string> {
  const folder = join(temporary, name);
  await cp(MODEL, folder, { recursive: true });
  return folder;
}

describe('the embedder', () => {
  it('gives vectors of length 1, the same at every call and whatever the batch', async () => {
    const [one, two] = await embedder.embedDocuments([
      'Die Gespräche begannen.',
      'The talks began in Riyadh.',
    ]);
    expect(one).toHaveLength(384);
    expect(cosine(one ?? [], one ?? [])).toBeCloseTo(1, 6);
    expect(await embedder.embedDocuments(['The talks began in Riyadh.'])).toEqual([two]);
    expect((await embedder.encodePassage('The talks began in Riyadh.')).vector).toEqual(two);
  });

  it('puts a question next to its answer in another language', async () => {
    const question = await embedder.embedQuery('How many drones were launched?');
    const [answer, other] = await embedder.embedDocuments([
      'Russland startete 176 Drohnen.',
      'Der Minister reiste nach Paris.',
    ]);
    expect(cosine(question, answer ?? [])).toBeGreaterThan(cosine(question, other ?? []) + 0.03);
  });

  it('gives a state for each token of the text, without those of the prompt and around it', async () => {
    const { tokens, partEnds } = await embedder.encodePassage('Zelensky spoke. He left.', [15, 24]);
    expect(partEnds).toEqual([tokens.count - 3, tokens.count]);
  });

  it('gives the pieces of a question with their states, in the order of the question', async () => {
    const { vector, tokens, pieces } = await embedder.encodeQuestion('Who met Lavrov?');
    expect(vector).toEqual(await embedder.embedQuery('Who met Lavrov?'));
    expect(pieces.map(({ text }) => text).join('')).toBe('WhometLavrov?');
    expect(pieces.filter(({ startsWord }) => startsWord).map(({ text }) => text.charAt(0))).toEqual([
      'W',
      'm',
      'L',
    ]);
    expect(pieces).toHaveLength(tokens.count);
  });

  it('knows which words its model has as one piece, and in which spelling', () => {
    const known = ['talks', 'Zelensky', 'Ukraine', 'ukraine'].map((word) => [
      word,
      embedder.isKnownWord(word),
    ]);
    expect(known).toEqual([
      ['talks', false],
      ['Zelensky', false],
      ['Ukraine', true],
      ['ukraine', false],
    ]);
  });

  it('reads no more of a text than the model can', async () => {
    const { tokens, partEnds } = await embedder.encodePassage('word '.repeat(2000), [10_000]);
    // Two stand around every text, and "passage:" is two.
    expect(tokens.count).toBe(512 - 2 - 2);
    expect(partEnds).toEqual([tokens.count]);
  });
});

describe('what a model wants', () => {
  it('is read from its folder', async () => {
    expect(await readModelFolder(MODEL)).toMatchObject({
      name: 'multilingual-e5-small',
      weights: 'onnx/model_quantized.onnx',
      prompts: { query: 'query: ', document: 'passage: ' },
      pooling: 'mean',
      longest: 512,
    });
  });

  it('is no prompt and the mean where the folder does not say', async () => {
    const folder = await copyModel('silent');
    await rm(join(folder, 'config_sentence_transformers.json'));
    await rm(join(folder, '1_Pooling'), { recursive: true });
    const model = await readModelFolder(folder);
    expect(model).toMatchObject({ prompts: { query: '', document: '' }, pooling: 'mean' });
    // The same weights without a prompt: a text's vector is that of a question without the prompt.
    const silent = await Embedder.load(model);
    expect(await silent.embedQuery('query: The talks')).toEqual(await embedder.embedQuery('The talks'));
    expect(silent.sha256).not.toBe(embedder.sha256);
  });

  it('is another prompt or pooling where the folder says so', async () => {
    const folder = await copyModel('other');
    await writeFile(
      join(folder, 'config_sentence_transformers.json'),
      '{"prompts":{"query":"passage: ","document":""}}',
    );
    await writeFile(join(folder, '1_Pooling', 'config.json'), '{"pooling_mode_cls_token":true}');
    const model = await readModelFolder(folder);
    expect(model.pooling).toBe('cls');
    const other = await Embedder.load(model);
    const asPassage = await embedder.embedDocuments(['The talks']);
    expect(cosine(await other.embedQuery('The talks'), asPassage[0] ?? [])).toBeLessThan(0.999);
  });

  it('is refused in a sentence where it cannot be had', async () => {
    const folder = await copyModel('unknown');
    await writeFile(join(folder, '1_Pooling', 'config.json'), '{"pooling_mode_weightedmean_tokens":true}');
    await expect(readModelFolder(folder)).rejects.toThrow(
      'its 1_Pooling/config.json asks for pooling_mode_weightedmean_tokens. Choose another model.',
    );
    await writeFile(join(folder, '1_Pooling', 'config.json'), 'nonsense');
    await expect(readModelFolder(folder)).rejects.toThrow(
      '1_Pooling/config.json does not hold what such a file holds',
    );
    await rm(join(folder, 'onnx'), { recursive: true });
    await expect(readModelFolder(folder)).rejects.toThrow(
      'onnx/model_quantized.onnx or onnx/model.onnx is missing',
    );
  });
});

describe('damaged weights', () => {
  it('are named in one sentence, and nothing else is printed', async () => {
    const folder = await copyModel('damaged');
    await truncate(join(folder, 'onnx', 'model_quantized.onnx'), 1_000_000);
    const printed: unknown[] = [];
    const { warn, error } = console;
    console.warn = console.error = (...words: unknown[]) => printed.push(words);
    try {
      await expect(Embedder.load(await readModelFolder(folder))).rejects.toThrow(
        /^EMBEDDING_MODEL should be .* damaged/,
      );
    } finally {
      console.warn = warn;
      console.error = error;
    }
    expect(printed).toEqual([]);
  });
});

describe('a model on the hub', () => {
  it.each([
    [
      'hf:intfloat/multilingual-e5-small',
      { owner: 'intfloat', name: 'multilingual-e5-small', revision: 'main' },
    ],
    ['hf:a/b.c@v1.0', { owner: 'a', name: 'b.c', revision: 'v1.0' }],
    ['hf:a', null],
    ['hf:a/../b', null],
    ['hf:a/b@../c', null],
    ['models/a', null],
  ])('%s is read as %j', (setting, model) => {
    expect(parseHubModel(setting)).toEqual(model);
  });

  it('is fetched once, with its prompts and pooling, and is the same model then', async () => {
    const asked: string[] = [];
    const hub = createServer(async (request, response) => {
      asked.push(request.url ?? '');
      const file = request.url?.replace('/some/model/resolve/v1/', '') ?? '';
      const content = await readFile(join(MODEL, file)).catch(() => null);
      response.writeHead(content ? 200 : 404).end(content);
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`;
    const model = { owner: 'some', name: 'model', revision: 'v1' };
    const cache = join(temporary, 'hub');
    const folder = await fetchModel(model, url, cache, () => {});
    expect(asked).toContain('/some/model/resolve/v1/1_Pooling/config.json');
    expect(await hashModel(await readModelFolder(folder))).toBe(embedder.sha256);

    const missing = { ...model, revision: 'v2' };
    await expect(fetchModel(missing, url, cache, () => {})).rejects.toThrow(
      'some/model has no config.json at revision v2',
    );
    await new Promise((resolve) => hub.close(resolve));
    expect(await fetchModel(model, url, cache, () => {})).toBe(folder);
    await expect(fetchModel(missing, url, cache, () => {})).rejects.toThrow(
      /failed \(ECONNREFUSED\)\. Try again, or set/,
    );
  });
});
