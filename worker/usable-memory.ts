import { totalmem } from 'node:os'

/** The bytes of memory that this process may have: the machine's, or fewer where a container's limit is lower. */
export function usableMemory(): number {
  // Without a limit it is 0, or a number beyond every machine.
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
}
