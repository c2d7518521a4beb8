/**
 * Node options for a child that must not outlive us: loaded before everything else, it ends the child when the IPC
 * channel closes, and that happens even when we are killed -9. The child needs an `ipc` among its stdio.
 */
export const END_WITH_PARENT = ['--import', `data:text/javascript,process.on('disconnect',()=>process.exit(0))`]
