import type { Engine } from '../engine'
import type { SideModels } from '../meaning/side-models'
import type { WorkerStatus } from '../server'
import type { Exchange } from './exchange'
import { HttpError } from './http-error'
import { retryAfter } from './retry-after'
import { sendJson } from './send-json'
import { sideStates } from './side-models'

/** @throws HttpError 503 that says why there is no engine, and when to come back */
export function requireReady(status: WorkerStatus): Engine {
  if (status.state === 'ready') return status.engine
  if (status.state === 'failed') {
    throw new HttpError(503, status.code, status.message, { headers: retryAfter(status.retryAt) })
  }
  const message = status.state === 'loading' ? 'The model is still being loaded.' : 'The server is stopping.'
  throw new HttpError(503, `model_${status.state}`, message, { headers: { 'retry-after': '2' } })
}

/** `GET /ready` */
export function sendReady(exchange: Exchange, status: WorkerStatus, sides: SideModels): void {
  if (status.state === 'failed') {
    const retryInMs = Math.max(0, status.retryAt - Date.now())
    // `missing`, `corrupt`, `too_large`, `unsupported`, `device_unavailable`
    sendJson(exchange, 503, {
      status: status.code.replace('model_', ''),
      message: status.message,
      retry_in_ms: retryInMs,
      ...sideStates(sides),
    })
    return
  }
  if (status.state !== 'ready') {
    sendJson(exchange, 503, { status: status.state, ...sideStates(sides) })
    return
  }
  const { name, device, threads } = status.engine.model
  sendJson(exchange, 200, { status: 'ready', model: name, device, threads, load: status.engine.load(), ...sideStates(sides) })
}
