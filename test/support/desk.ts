import { inject } from 'vitest'
import type { DeskUnderTest } from './desk-setup'

// The set-up of a browser test: the shared demo desk, named in the environment before lib/ is imported, so that builders
// and verbs work on its database.

const response = await fetch(inject('deskBroker'))
if (!response.ok) throw new Error(await response.text())

/** The desk under test; `desk.url` is where the browser goes. */
export const desk = (await response.json()) as DeskUnderTest

Object.assign(process.env, {
  DATABASE_URL: desk.databaseUrl,
  REDIS_URL: desk.redisUrl ?? '',
  INFERENCE_URL: desk.inferenceUrl,
  SECRET_KEY: desk.secretKey,
  SELF_URL: desk.url,
  DEMO: '1',
})
