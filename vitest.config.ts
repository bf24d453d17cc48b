import { defineConfig } from 'vitest/config';

const slow = ['test/browser/**', 'test/faults/**', 'test/stories/**'];

/** What happens in them comes at moments of a clock, so nothing else runs beside them; the others wait for what they see. */
const timed = ['mutants', 'wechat-gateway'].map((name) => `test/faults/${name}.test.ts`);

// Named in each project: what a project inherits from the root includes the global setup, which would then run once a project.
const shared = {
  restoreMocks: true,
  unstubEnvs: true,
  env: { TZ: 'Asia/Shanghai', NODE_ENV: 'test' },
};

export default defineConfig({
  test: {
    passWithNoTests: false,
    globalSetup: 'test/support/global-setup.ts',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'adapters/**/*.ts'],
      exclude: ['src/web/pages/**', '**/*.d.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { statements: 95, lines: 95, functions: 95, branches: 95 },
    },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: slow,
          testTimeout: 30_000,
          // Nothing in the house keeps state in a module, so files share theirs: loading them is half of the time else.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'stories',
          // What is awaited comes; on a busy machine not within a second.
          expect: { poll: { timeout: 10_000 } },
          include: ['test/browser/**/*.test.ts', 'test/stories/**/*.test.ts', 'test/faults/**/*.test.ts'],
          exclude: timed,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'timed',
          include: timed,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
