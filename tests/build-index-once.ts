import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runProgram } from './program.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** An index of the four articles, built by the command itself; not to be changed. */
    indexDir: string;
  }
}

export default async function buildIndexOnce(project: TestProject): Promise<() => Promise<void>> {
  const indexDir = await mkdtemp(join(tmpdir(), 'talks-index-'));
  const { code, stderr } = await runProgram('index', [], { env: { INDEX_DIR: indexDir } });
  if (code !== 0) throw new Error(`The index could not be built: ${stderr}`);
  project.provide('indexDir', indexDir);
  return () => rm(indexDir, { recursive: true });
}
