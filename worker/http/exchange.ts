import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Engine } from '../engine'
import type { SideModels } from '../meaning/side-models'
import type { HttpError } from './http-error'
import type { JobStore } from './jobs'
import type { WorkerMetrics } from './metrics'
import type { Vision } from './vision'

/** What a body, a client and a connection may cost. */
export type WireLimits = {
  /** Bytes of one body, and of all that are being read at the same time. */
  maxBodyBytes: number
  maxBodiesBytes: number
  /** For the head of a request, and for all of it. */
  headersMs: number
  requestMs: number
  /** A client that takes nothing of its reply for so long is cut off. */
  stallMs: number
  /** A stream on which nothing was said for so long says that it is still there. */
  commentMs: number
  /** A vision server that says nothing for so long before its answer, or in the middle of it, is given up. */
  visionFirstMs: number
  visionStallMs: number
  maxConnections: number
}

/** One request and its answer, with everything that answering takes. */
export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  /** What stands behind a path that ends in `/*`, decoded. */
  rest: string
  /** @throws HttpError 503 while there is no model */
  engine: () => Engine
  hasEngine: () => boolean
  /** The models beside the one that replies. */
  sides: () => SideModels
  metrics: WorkerMetrics
  jobs: JobStore
  vision: Vision | null
  limits: WireLimits
  /** Bytes of bodies that are being read by anyone, and of those whose words are. */
  bodies: { bytes: number }
  /** Bytes of this one, once it is read. */
  bodyBytes: number
  /** Whose request it is: a key, or an address where none are asked for. */
  caller: string
  /** Headers for the answer. */
  headers: Record<string, string>
  /** By performance.now(). */
  startedAt: number
  /**
   * Counts tokens against the caller's limit.
   *
   * @param isWritten they exist already, so that they are counted and never refused
   * @throws HttpError 429
   */
  spend: (tokens: number, isWritten?: boolean) => void
  /** How to tell of a failure once the head of the answer is out. */
  onFailure?: (error: HttpError) => void
}
