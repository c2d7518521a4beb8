import path from 'node:path'
import { z } from 'zod'
import { partsOf } from '../../worker/engine/check-gguf'

/** One file to fetch. What its server publishes of it is null where it does not. */
export type RemoteFile = { url: string; fileName: string; bytes: number | null; sha256: string | null }

const ASK_DEADLINE_MS = 15_000
const MOST_REDIRECTS = 5
const HUB = 'https://huggingface.co'

/** Hugging Face or the mirror that HF_ENDPOINT (or MODEL_ENDPOINT) names. */
function huggingFace(): string {
  return endpointOf(process.env.MODEL_ENDPOINT ? 'MODEL_ENDPOINT' : 'HF_ENDPOINT', HUB)
}

function modelScope(): string {
  return endpointOf('MODELSCOPE_ENDPOINT', 'https://modelscope.cn')
}

/** @throws Error that names the variable */
function endpointOf(variable: string, usual: string): string {
  const given = process.env[variable] || usual
  if (!/^https?:\/\/./.test(given) || !URL.canParse(given)) throw new Error(`${variable} must be an address that begins with https://`)
  return given.replace(/\/+$/, '')
}

/** What the hub wants to see of whoever may read a model that not everyone may; nobody else is shown it. */
export function hubHeaders(url: string): Record<string, string> {
  const token = process.env.HF_TOKEN
  if (!token || usesModelScope() || new URL(url).origin !== new URL(huggingFace()).origin) return {}
  return { authorization: `Bearer ${token}` }
}

/** The repository, file and branch of a file's page or address on the hub; null for any other address. */
export function placeOnHub(uri: string): [repository: string, file: string, branch: string] | null {
  if (!URL.canParse(uri)) return null
  const { origin, pathname } = new URL(uri)
  if (usesModelScope() || ![new URL(HUB).origin, new URL(huggingFace()).origin].includes(origin)) return null
  const [, repository, branch, file] = /^\/([^/]+\/[^/]+)\/(?:blob|resolve)\/([^/]+)\/(.+\.gguf)$/i.exec(pathname) ?? []
  return repository && branch && file ? [repository, decodeURIComponent(file), decodeURIComponent(branch)] : null
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
  const named = partsOf(wanted)
  const found = files.filter(({ name }) => {
    const lower = name.toLowerCase()
    if (isFile) return named.includes(lower)
    return new RegExp(`[-._/]${wanted.replace(/[^a-z0-9_]/g, '.')}(-\\d{5}-of-\\d{5})?\\.gguf$`).test(lower)
  })
  if (found.length === 0)
    throw new Error(`${repository} has no ${isFile ? fileOrQuantization : `file of the quantisation ${fileOrQuantization}`}`)
  return oneModel(found).map(({ name, ...file }) => ({ ...file, fileName: path.posix.basename(name) }))
}

/** Of all files that match, those that make a model: one that is whole, else the parts of one that was split. */
function oneModel(found: Listed[]): Listed[] {
  const first = found.find(({ name }) => partsOf(name).length === 1) ?? found[0]
  if (!first) return []
  const parts = partsOf(first.name).map((part) => found.find(({ name }) => name === part))
  const missing = parts.indexOf(undefined)
  if (missing >= 0) throw new Error(`${partsOf(first.name)[missing]} is missing, which is a part of the model`)
  return parts as Listed[]
}

type Listed = Omit<RemoteFile, 'fileName'> & { name: string }

const treeSchema = z.array(
  z.object({ type: z.string(), path: z.string(), size: z.number().optional(), lfs: z.object({ oid: z.string() }).optional() }),
)

/** A file that is named needs no list: the answer that redirects to it tells its size and SHA-256 (mirrors of the hub keep to that). */
async function listHuggingFace(repository: string, branch: string, wanted: string): Promise<Listed[]> {
  const urlOf = (name: string) =>
    `${huggingFace()}/${repository}/resolve/${encodeURIComponent(branch)}/${name.split('/').map(encodeURIComponent).join('/')}`
  if (wanted.toLowerCase().endsWith('.gguf')) return Promise.all(partsOf(wanted).map((name) => askForFile(name, urlOf(name))))
  const response = await ask(`${huggingFace()}/api/models/${repository}/tree/${encodeURIComponent(branch)}?recursive=true`)
  return treeSchema
    .parse(await response.json())
    .flatMap(({ type, path: name, size, lfs }) =>
      type === 'file' ? [{ name, url: urlOf(name), sha256: sha256Of(lfs?.oid ?? ''), bytes: size ?? null }] : [],
    )
}

/** A model that was renamed, and some mirrors, send on to another address before one of them tells of the file. */
async function askForFile(name: string, address: string): Promise<Listed> {
  let url = address
  for (let redirects = 0; ; redirects++) {
    const response = await ask(url, 'HEAD')
    const location = response.headers.get('location')
    if (location === null || response.headers.has('x-linked-etag')) {
      const hash = (response.headers.get('x-linked-etag') ?? '').replaceAll('"', '')
      const bytes = Number(response.headers.get('x-linked-size'))
      return { name, url: address, sha256: sha256Of(hash), bytes: bytes > 0 ? bytes : null }
    }
    if (redirects === MOST_REDIRECTS) throw new Error(`${new URL(address).host} sends from one address to the next without end`)
    url = new URL(location, url).href
  }
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
    headers: hubHeaders(url),
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
          ? 'wants an account for it: HF_TOKEN holds its token'
          : `answered ${response.status}`
    throw new Error(`${new URL(url).host} ${what}`)
  }
  return response
}
