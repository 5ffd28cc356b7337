import { access, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { systemCode, UserError } from '../user-error.js';

/** An embedding model as a folder of files, and what it wants, read from those files. */
export interface ModelFolder {
  /** The folder, absolute. */
  path: string;
  /** What people call it: the folder's name, or owner/name on the hub. */
  name: string;
  /** The file of the weights: `onnx/model_quantized.onnx`, or else `onnx/model.onnx`. */
  weights: string;
  /** Put before a question and before a passage; empty where the model wants none. */
  prompts: { query: string; document: string };
  /** How the states of a text's tokens become one vector. */
  pooling: Pooling;
  /** The most tokens that it reads of a text. */
  longest: number;
  /** The files that make a vector what it is, some of which may be missing. */
  files: string[];
}

export type Pooling = 'mean' | 'cls' | 'max' | 'lasttoken';

const NEEDED_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
/** Where sentence-transformers lays down what a model wants. */
const PROMPTS_FILE = 'config_sentence_transformers.json';
const POOLING_FILE = '1_Pooling/config.json';
/** The best first: quantised weights are a quarter of the size and twice as fast, and cost little. */
const WEIGHTS_FILES = ['onnx/model_quantized.onnx', 'onnx/model.onnx'];

/** The files of a model, for whoever fetches one: of the weights, the first that exists is enough. */
export const MODEL_FILES = {
  needed: NEEDED_FILES,
  optional: [PROMPTS_FILE, POOLING_FILE],
  weights: WEIGHTS_FILES,
};

const promptsFile = z.object({ prompts: z.record(z.string(), z.string()).nullish() });
const poolingFile = z.record(z.string(), z.unknown());
const configFile = z.object({ max_position_embeddings: z.int().positive().optional() });
const tokenizerFile = z.object({ model_max_length: z.number().positive().optional() });

/**
 * Reads what a model is and wants. Where it does not say, texts get no prompt and the mean of their tokens is taken.
 * @throws UserError where the folder does not hold a model
 */
export async function readModelFolder(
  folder: string,
  name = basename(resolve(folder)),
): Promise<ModelFolder> {
  const path = resolve(folder);
  const weights = await firstThatExists(path, WEIGHTS_FILES);
  const [config, tokenizer] = await Promise.all([
    readJson(path, 'config.json', configFile),
    readJson(path, 'tokenizer_config.json', tokenizerFile),
  ]);
  const { prompts } = (await readJson(path, PROMPTS_FILE, promptsFile, {})) ?? {};
  const pooling = (await readJson(path, POOLING_FILE, poolingFile, {})) ?? {};
  return {
    path,
    name,
    weights,
    prompts: {
      query: prompts?.['query'] ?? '',
      document: prompts?.['document'] ?? prompts?.['passage'] ?? '',
    },
    pooling: poolingOf(pooling),
    longest: Math.min(tokenizer.model_max_length ?? 512, config.max_position_embeddings ?? 512),
    files: [...NEEDED_FILES, weights, PROMPTS_FILE, POOLING_FILE],
  };
}

/** The pooling that the file switches on ("pooling_mode_mean_tokens": true). */
function poolingOf(file: Record<string, unknown>): Pooling {
  const modes: Record<string, Pooling> = {
    pooling_mode_mean_tokens: 'mean',
    pooling_mode_cls_token: 'cls',
    pooling_mode_max_tokens: 'max',
    pooling_mode_lasttoken: 'lasttoken',
  };
  const on = Object.keys(file).filter((key) => key.startsWith('pooling_mode_') && file[key] === true);
  const [mode, second] = on;
  if (mode === undefined) return 'mean';
  const pooling = modes[mode];
  if (pooling === undefined || second !== undefined) {
    throw new UserError(
      `EMBEDDING_MODEL should pool its tokens in one of these ways: ${Object.keys(modes).join(', ')}; ` +
        `its ${POOLING_FILE} asks for ${on.join(' and ')}. Choose another model.`,
    );
  }
  return pooling;
}

async function firstThatExists(folder: string, files: string[]): Promise<string> {
  for (const file of files) {
    const found = await access(join(folder, file)).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  throw notAModel(folder, `${files.join(' or ')} is missing`);
}

async function readJson<T>(folder: string, file: string, schema: z.ZodType<T>): Promise<T>;
async function readJson<T>(folder: string, file: string, schema: z.ZodType<T>, missing: T): Promise<T>;
async function readJson<T>(folder: string, file: string, schema: z.ZodType<T>, missing?: T): Promise<T> {
  let content: string;
  try {
    content = await readFile(join(folder, file), 'utf8');
  } catch (error) {
    if (missing !== undefined && systemCode(error) === 'ENOENT') return missing;
    throw notAModel(folder, `${file} cannot be read (${systemCode(error)})`);
  }
  try {
    return schema.parse(JSON.parse(content));
  } catch {
    throw notAModel(folder, `${file} does not hold what such a file holds`);
  }
}

function notAModel(folder: string, found: string): UserError {
  return new UserError(
    'EMBEDDING_MODEL should be a folder with a model for @xenova/transformers (config.json, tokenizer.json, ' +
      `tokenizer_config.json and onnx/model_quantized.onnx), but ${found}: ${folder}`,
  );
}
