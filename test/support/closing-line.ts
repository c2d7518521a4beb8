import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node'

/**
 * Ends the output with one plain line, `tests: N passed, N failed`, for people and for the runner of .ci/run. What
 * scripts/test.ts found wrong before (types, lint, build) counts as failed. Before it stand the tests that passed at their
 * second try only, each with what it had failed with.
 */
export default class ClosingLine implements Reporter {
  #vitest: Vitest | undefined

  onInit(vitest: Vitest) {
    this.#vitest = vitest
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandled: ReadonlyArray<unknown>, _reason: TestRunEndReason) {
    const count = { passed: 0, failed: unhandled.length + Number(process.env.FAILED_CHECKS ?? 0), skipped: 0, pending: 0 }
    const wavering: string[] = []
    for (const module of modules) {
      let failedTests = 0
      for (const test of module.children.allTests()) {
        count[test.result().state]++
        if (test.result().state === 'failed') failedTests++
        if (test.diagnostic()?.flaky) {
          wavering.push(`passed at the second try: ${module.relativeModuleId} > ${test.fullName}`)
          for (const { message } of test.result().errors ?? []) wavering.push(`  ${message.split('\n', 1)}`)
        }
      }
      // A file that cannot be imported, or whose hooks fail, has no test to say so.
      if (module.state() === 'failed' && failedTests === 0) count.failed++
    }
    const skipped = count.skipped + count.pending
    const line = `tests: ${count.passed} passed, ${count.failed} failed${skipped ? `, ${skipped} skipped` : ''}`
    // After what the other reporters print at the same event.
    setImmediate(() => this.#vitest?.logger.log([...wavering, line].join('\n')))
  }
}
