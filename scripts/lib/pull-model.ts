import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createModelDownloader, readGgufFileInfo } from 'node-llama-cpp'

/** Models by the names that we recommend; Q4_K_M is the smallest quantisation that loses little. */
export const KNOWN_MODELS: Record<string, string> = {
  'qwen3-4b-instruct-2507': 'hf:unsloth/Qwen3-4B-Instruct-2507-GGUF/Qwen3-4B-Instruct-2507-Q4_K_M.gguf',
  'qwen2.5-7b-instruct': 'hf:bartowski/Qwen2.5-7B-Instruct-GGUF/Qwen2.5-7B-Instruct-Q4_K_M.gguf',
}

const REACH_DEADLINE_MS = 15_000

export type Progress = { totalSize: number; downloadedSize: number; estimatedTimeLeft: number; averageSpeed: number }
export type PulledModel = { file: string; sizeBytes: number; isVerified: boolean }

/**
 * Downloads a GGUF (a known name, `hf:user/repo:quant`, `hf:user/repo/file.gguf` or a URL) into `folder`, going on where
 * an earlier try was cut off. HF_ENDPOINT or MODEL_ENDPOINT names a mirror of Hugging Face. The file's SHA-256 is
 * compared with the one that Hugging Face publishes, where it does (`isVerified`).
 * @throws Error when there is no way to the server, the file is not a GGUF, or it is not the published one
 */
export async function pullModel(nameOrUri: string, folder: string, onProgress: (progress: Progress) => void): Promise<PulledModel> {
  const uri = KNOWN_MODELS[nameOrUri.toLowerCase()] ?? nameOrUri
  mkdirSync(folder, { recursive: true })
  let file: string
  let sizeBytes: number
  try {
    await assertReachable(uri)
    const fileName = plainFileName(uri)
    const options = { modelUri: uri, dirPath: folder, ...(fileName && { fileName }), deleteTempFileOnCancel: false, onProgress }
    const downloader = await createModelDownloader(options)
    file = await downloader.download()
    sizeBytes = downloader.totalSize
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]?.replace(/\.$/, '')
    throw new Error(`${uri} cannot be downloaded: ${reason}. HF_ENDPOINT=https://… names a mirror of Hugging Face.`, { cause })
  }
  await checkIsGguf(file)
  const published = await findPublishedHash(uri)
  if (published && (await hashOf(file)) !== published) {
    rmSync(file)
    throw new Error(`What was downloaded from ${uri} is not what was published (SHA-256); it is removed. Try again.`)
  }
  return { file, sizeBytes, isVerified: published !== null }
}

function huggingFace(): string {
  return (process.env.MODEL_ENDPOINT || process.env.HF_ENDPOINT || 'https://huggingface.co').replace(/\/$/, '')
}

/** The downloader itself tries for minutes where there is no way out. */
async function assertReachable(uri: string) {
  const url = uri.startsWith('hf:') ? huggingFace() : uri
  try {
    const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACH_DEADLINE_MS) })
    await response.body?.cancel()
  } catch (cause) {
    throw new Error(`${new URL(url).host} cannot be reached from here.`, { cause })
  }
}

/** The last part of the address as the file's name; null leaves it to the downloader (quants and split files). */
function plainFileName(uri: string): string | null {
  const name = path.posix.basename(uri.split(/[?#]/)[0] ?? '')
  return /^[\w.-]+\.gguf$/i.test(name) && !/-\d{5}-of-\d{5}\.gguf$/i.test(name) ? name : null
}

async function checkIsGguf(file: string) {
  try {
    await readGgufFileInfo(file)
  } catch (cause) {
    rmSync(file)
    throw new Error(`What came is not a GGUF model; it is removed.`, { cause })
  }
}

/** Hugging Face names a large file's SHA-256 in a header of the answer that redirects to it. */
async function findPublishedHash(uri: string): Promise<string | null> {
  const [, user, repo, file, branch = 'main'] = /^hf:([^/]+)\/([^/]+)\/([^#]+?\.gguf)(?:#(.+))?$/i.exec(uri) ?? []
  if (!user || !repo || !file) return null
  const url = `${huggingFace()}/${user}/${repo}/resolve/${encodeURIComponent(branch)}/${file}`
  const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACH_DEADLINE_MS) })
  const hash = (response.headers.get('x-linked-etag') ?? '').replaceAll('"', '')
  return /^[0-9a-f]{64}$/.test(hash) ? hash : null
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
