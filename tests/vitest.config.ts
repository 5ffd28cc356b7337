import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: 'tests',
    // The model takes a second to load and the articles a few to embed: once for all tests, not once a file.
    globalSetup: 'tests/build-index-once.ts',
    // Processes, not threads: onnxruntime cannot be loaded by a second thread.
    pool: 'forks',
    // Most of a test's time is spent waiting for other processes, so that two cores do for two at a time.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
