import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { LockedError, takeLock } from '../lib/lock-file'
import { deskLock, findRunningDesk } from '../lib/running-desk'

/** Makes the data folder and takes it for this supervisor. Throws, saying who has it, when another one is on it. */
export async function takeFolder(dataFolder: string): Promise<() => void> {
  const name = path.relative(process.cwd(), dataFolder) || dataFolder
  try {
    mkdirSync(dataFolder, { recursive: true })
    accessSync(dataFolder, constants.W_OK)
  } catch (cause) {
    throw new Error(`Cannot write to the data folder ${name}; set DATA_DIR to another one.`, { cause })
  }
  try {
    return await takeLock(deskLock(dataFolder))
  } catch (error) {
    if (!(error instanceof LockedError)) throw error
    const desk = findRunningDesk(dataFolder)
    throw new Error(`Deskhand is already ${desk ? 'running' : 'starting'} on ${name} (process ${error.pid})${desk ? `: ${desk.url}` : '.'}`)
  }
}
