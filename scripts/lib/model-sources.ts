import path from 'node:path'
import { z } from 'zod'

/** One file to fetch. What its server publishes of it is null where it does not. */
export type RemoteFile = { url: string; fileName: string; bytes: number | null; sha256: string | null }

const ASK_DEADLINE_MS = 15_000

/** Hugging Face or the mirror that HF_ENDPOINT (or MODEL_ENDPOINT) names. */
function huggingFace(): string {
  return (process.env.MODEL_ENDPOINT || process.env.HF_ENDPOINT || 'https://huggingface.co').replace(/\/$/, '')
}

function modelScope(): string {
  return (process.env.MODELSCOPE_ENDPOINT || 'https://modelscope.cn').replace(/\/$/, '')
}

/** Whether models come from ModelScope: asked for by MODEL_SOURCE, or by naming its address. */
function usesModelScope(): boolean {
  const source = process.env.MODEL_SOURCE || (process.env.MODELSCOPE_ENDPOINT ? 'modelscope' : 'huggingface')
  if (source !== 'modelscope' && source !== 'huggingface') throw new Error('MODEL_SOURCE must be huggingface or modelscope.')
  return source === 'modelscope'
}

/**
 * The files behind `user/repo` with a file's name or a quantisation; several when a model was split.
 * @throws Error when the server does not have it or cannot be reached
 */
export async function findInRepository(repository: string, fileOrQuantization: string, branch?: string): Promise<RemoteFile[]> {
  const files = usesModelScope()
    ? await listModelScope(repository, branch ?? 'master')
    : await listHuggingFace(repository, branch ?? 'main', fileOrQuantization)
  const wanted = fileOrQuantization.toLowerCase()
  const isFile = wanted.endsWith('.gguf')
  const found = files.filter(({ name }) => {
    const lower = name.toLowerCase()
    if (isFile) return lower === wanted
    return new RegExp(`[-._/]${wanted.replace(/[^a-z0-9_]/g, '.')}(-\\d{5}-of-\\d{5})?\\.gguf$`).test(lower)
  })
  if (found.length === 0)
    throw new Error(`${repository} has no ${isFile ? fileOrQuantization : `file of the quantisation ${fileOrQuantization}`}`)
  const isSplit = found.every(({ name }) => /-\d{5}-of-\d{5}\.gguf$/i.test(name))
  return (isSplit ? found : found.slice(0, 1)).map(({ name, ...file }) => ({ ...file, fileName: path.posix.basename(name) }))
}

type Listed = Omit<RemoteFile, 'fileName'> & { name: string }

const treeSchema = z.array(
  z.object({ type: z.string(), path: z.string(), size: z.number().optional(), lfs: z.object({ oid: z.string() }).optional() }),
)

/** A file that is named needs no list: the answer that redirects to it tells its size and SHA-256 (mirrors of the hub keep to that). */
async function listHuggingFace(repository: string, branch: string, wanted: string): Promise<Listed[]> {
  const urlOf = (name: string) =>
    `${huggingFace()}/${repository}/resolve/${encodeURIComponent(branch)}/${name.split('/').map(encodeURIComponent).join('/')}`
  if (wanted.toLowerCase().endsWith('.gguf')) {
    const response = await ask(urlOf(wanted), 'HEAD')
    const hash = (response.headers.get('x-linked-etag') ?? '').replaceAll('"', '')
    const bytes = Number(response.headers.get('x-linked-size'))
    return [{ name: wanted, url: urlOf(wanted), sha256: sha256Of(hash), bytes: bytes > 0 ? bytes : null }]
  }
  const response = await ask(`${huggingFace()}/api/models/${repository}/tree/${encodeURIComponent(branch)}?recursive=true`)
  return treeSchema
    .parse(await response.json())
    .flatMap(({ type, path: name, size, lfs }) =>
      type === 'file' ? [{ name, url: urlOf(name), sha256: sha256Of(lfs?.oid ?? ''), bytes: size ?? null }] : [],
    )
}

const modelScopeSchema = z.object({
  Data: z.object({ Files: z.array(z.object({ Path: z.string(), Size: z.number().optional(), Sha256: z.string().optional() })) }),
})

async function listModelScope(repository: string, branch: string): Promise<Listed[]> {
  const response = await ask(`${modelScope()}/api/v1/models/${repository}/repo/files?Revision=${encodeURIComponent(branch)}&Recursive=true`)
  return modelScopeSchema.parse(await response.json()).Data.Files.map(({ Path: name, Size, Sha256 }) => ({
    name,
    url: `${modelScope()}/models/${repository}/resolve/${encodeURIComponent(branch)}/${name.split('/').map(encodeURIComponent).join('/')}`,
    sha256: sha256Of(Sha256 ?? ''),
    bytes: Size ?? null,
  }))
}

function sha256Of(text: string): string | null {
  return /^[0-9a-f]{64}$/.test(text) ? text : null
}

async function ask(url: string, method = 'GET'): Promise<Response> {
  const response = await fetch(url, {
    method,
    redirect: method === 'HEAD' ? 'manual' : 'follow',
    signal: AbortSignal.timeout(ASK_DEADLINE_MS),
  }).catch((cause) => {
    throw new Error(`${new URL(url).host} cannot be reached from here`, { cause })
  })
  if (response.status >= 400) {
    const what =
      response.status === 404
        ? 'has no such model or file'
        : response.status === 401 || response.status === 403
          ? 'wants an account for it'
          : `answered ${response.status}`
    throw new Error(`${new URL(url).host} ${what}`)
  }
  return response
}
