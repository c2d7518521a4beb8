const PRELOAD = `
  // Not process.exit: pino then waits for ever to write its last line to a parent that is gone.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  // Listening for the end must not itself keep a child alive that has nothing left to do.
  process.channel?.unref()
  // What the child forks has a channel to the child; this is not meant for it.
  process.execArgv.splice(process.execArgv.findIndex((option) => option.startsWith('data:')) - 1, 2)`

/**
 * Node options for a child that must not outlive us: loaded before everything else, it ends the child when the IPC
 * channel closes, and that happens even when we are killed -9. The child needs an `ipc` among its stdio.
 */
export const END_WITH_PARENT = ['--import', `data:text/javascript,${encodeURIComponent(PRELOAD)}`]
