/** Next calls this once, when the server starts. What needs Node stands in a file of its own: this one is also read for the edge. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startBackground } = await import('./instrumentation-node')
    await startBackground()
  }
}
