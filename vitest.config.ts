import path from 'node:path'
import { defineConfig } from 'vitest/config'

const CONSOLE = 'test/support/console-errors.ts'
// One file after the other, and only after the groups before: these start a whole desk, on two cores.
const alone = (groupOrder: number) => ({ maxWorkers: 1, isolate: true, sequence: { groupOrder } })
/**
 * Of those that start a whole desk: it shares two processors with the browser, and on a runner with others' work. One that
 * fails is tried once more, and named at the end (closing-line.ts), so that a race is mended and not forgotten.
 */
const PATIENT = { expect: { poll: { timeout: 45_000 } }, hookTimeout: 300_000, retry: 1 }

export default defineConfig({
  resolve: {
    alias: {
      '@': import.meta.dirname,
      // Outside of Next's server the package throws on purpose.
      'server-only': path.join(import.meta.dirname, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // A condition may take its time on a busy machine; a test that waits for one fails late, not wrongly.
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      // Pure functions; the time is for a machine that does other things meanwhile.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], setupFiles: [CONSOLE], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: [CONSOLE, 'test/support/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: { name: 'model', include: ['test/model/**/*.test.ts'], setupFiles: [CONSOLE], testTimeout: 300_000, ...alone(1) },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/desk-setup.ts'],
          setupFiles: [CONSOLE, 'test/support/desk.ts'],
          // A step of a test has its own, shorter limit (test/support/browser.ts).
          testTimeout: 240_000,
          ...PATIENT,
          ...alone(2),
        },
      },
      {
        extends: true,
        test: {
          name: 'supervisor',
          include: ['test/supervisor/**/*.test.ts'],
          setupFiles: [CONSOLE],
          testTimeout: 300_000,
          ...PATIENT,
          ...alone(3),
        },
      },
    ],
  },
})
