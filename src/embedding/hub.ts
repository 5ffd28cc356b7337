import { createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemCode, UserError } from '../user-error.js';
import { MODEL_FILES } from './model-folder.js';

/** A model on the Hugging Face hub. */
export interface HubModel {
  owner: string;
  name: string;
  revision: string;
}

/** Reads `hf:owner/name` or `hf:owner/name@revision`; null for any other text. */
export function parseHubModel(setting: string): HubModel | null {
  const groups = /^hf:(?<owner>[\w-][\w.-]*)\/(?<name>[\w-][\w.-]*)(?:@(?<revision>[\w-][\w.-]*))?$/.exec(
    setting,
  )?.groups;
  if (!groups) return null;
  return { owner: groups['owner'] ?? '', name: groups['name'] ?? '', revision: groups['revision'] ?? 'main' };
}

/**
 * Fetches a model's files into a folder of its own, once: a folder that exists is complete.
 * @param hub the hub's address, such as https://huggingface.co
 * @param cache the folder that holds the fetched models
 * @param report told of every file that is fetched
 * @returns the model's folder
 * @throws UserError where the hub does not answer, or does not have the files
 */
export async function fetchModel(
  model: HubModel,
  hub: string,
  cache: string,
  report: (file: string) => void,
): Promise<string> {
  const folder = join(cache, `${model.owner}--${model.name}@${model.revision}`);
  if (await exists(folder)) return folder;
  const staged = `${folder}.${process.pid}.part`;
  const base = `${hub.replace(/\/$/, '')}/${model.owner}/${model.name}/resolve/${model.revision}`;
  const get = (file: string): Promise<boolean> => {
    report(file);
    return fetchFile(`${base}/${file}`, join(staged, file));
  };
  try {
    for (const file of MODEL_FILES.needed) if (!(await get(file))) throw missing(model, file);
    for (const file of MODEL_FILES.optional) await get(file);
    const [best = '', other = ''] = MODEL_FILES.weights;
    if (!(await get(best)) && !(await get(other))) throw missing(model, `${best} or ${other}`);
    await rename(staged, folder).catch(async (error: unknown) => {
      // Another process was faster, with the same files.
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
  return folder;
}

/** @returns whether the hub has the file */
async function fetchFile(url: string, path: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    if ([401, 403, 404].includes(response.status)) {
      await response.body?.cancel();
      return false;
    }
    if (!response.ok || !response.body) throw new Error(`HTTP status ${response.status}`);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(response.body, createWriteStream(path));
    return true;
  } catch (error) {
    const found =
      error instanceof Error
        ? (systemCode(error.cause) ?? systemCode(error) ?? error.message)
        : String(error);
    throw new UserError(
      `EMBEDDING_MODEL asks for a model on the hub, but fetching ${url} failed (${found}). ` +
        'Try again, or set EMBEDDING_MODEL to a folder on this machine.',
      1,
      { cause: error },
    );
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function missing(model: HubModel, file: string): UserError {
  return new UserError(
    `EMBEDDING_MODEL should be a feature-extraction model with ONNX weights on the hub, but ` +
      `${model.owner}/${model.name} has no ${file} at revision ${model.revision} (or is not public). Choose another model.`,
  );
}
