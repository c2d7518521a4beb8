import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { checkGgufPart, partsOf } from '../../worker/engine/check-gguf'
import { ChecksumError, downloadFile, hashOf, isAboutDisk, type Progress } from './download-file'
import { LockedError, takeLock } from './lock-file'
import { findInRepository, placeOnHub, type RemoteFile } from './model-sources'

export type PulledModel = { file: string; sizeBytes: number; isVerified: boolean }

/**
 * Downloads a GGUF (`hf:user/repo/file.gguf`, `hf:user/repo:Q4_K_M` or a URL) into `folder`, going on where an earlier try
 * was cut off. HF_ENDPOINT names a mirror of Hugging Face, MODEL_SOURCE=modelscope takes ModelScope in its place. The
 * file's SHA-256 is compared with the published one, where there is one (`isVerified`).
 *
 * @returns the file to load; of a model that was split, its first part
 * @throws Error when there is no way to the server, the file is not a GGUF, or it is not the published one
 */
export async function pullModel(uri: string, folder: string, onProgress: (progress: Progress) => void): Promise<PulledModel> {
  mkdirSync(folder, { recursive: true })
  try {
    const files = await resolve(uri)
    for (const file of files) {
      const target = path.join(folder, file.fileName)
      // Two that write on one file would make something that nobody published.
      const release = await takeLock(`${target}.lock`)
      try {
        if (!(await isHere(file, target))) await downloadFile(file, target, onProgress)
        await checkIsGguf(target)
      } finally {
        release()
      }
    }
    const paths = files.map((file) => path.join(folder, file.fileName))
    return {
      file: paths[0] ?? '',
      sizeBytes: paths.reduce((sum, file) => sum + statSync(file).size, 0),
      isVerified: files.every((file) => file.sha256 !== null),
    }
  } catch (cause) {
    if (cause instanceof ChecksumError || cause instanceof NoModelError) throw cause
    if (cause instanceof LockedError) throw new Error(`${uri} is being downloaded already, by process ${cause.pid}.`, { cause })
    if (isAboutDisk(cause)) throw new Error(`${uri} cannot be stored: ${cause.message}.`, { cause })
    const reason = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]?.replace(/\.$/, '')
    const mirrors = 'HF_ENDPOINT=https://… names a mirror of Hugging Face, MODEL_SOURCE=modelscope takes ModelScope.'
    throw new Error(`${uri} cannot be downloaded: ${reason}. ${mirrors}`, { cause })
  }
}

/** Whether the file is there as it was published, as far as that can be told: one that is damaged has the right size too. */
async function isHere({ bytes, sha256 }: RemoteFile, target: string): Promise<boolean> {
  if (!existsSync(target) || (bytes !== null && statSync(target).size !== bytes)) return false
  return sha256 === null || (await hashOf(target)) === sha256
}

class NoModelError extends Error {}

async function resolve(uri: string): Promise<RemoteFile[]> {
  const named = /^hf:([^/]+\/[^/:#]+)\/([^#]+?\.gguf)(?:#(.+))?$/i.exec(uri)
  if (named) return findInRepository(named[1] ?? '', named[2] ?? '', named[3])
  const onHub = placeOnHub(uri)
  if (onHub) return findInRepository(...onHub)
  const quantized = /^hf:([^/]+\/[^/:#]+)(?::([\w.-]+))?$/i.exec(uri)
  if (quantized) return findInRepository(quantized[1] ?? '', quantized[2] ?? 'Q4_K_M')
  const fileName = path.posix.basename(new URL(uri).pathname)
  if (!/^[\w.%-]+\.gguf$/i.test(fileName)) throw new Error('the address does not end in a file .gguf')
  return partsOf(fileName).map((part) => ({ url: uri.replace(fileName, part), fileName: part, bytes: null, sha256: null }))
}

async function checkIsGguf(file: string) {
  try {
    await checkGgufPart(file)
  } catch (cause) {
    rmSync(file)
    throw new NoModelError(`What came is not a GGUF model; it is removed.`, { cause })
  }
}
