import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { inject } from 'vitest'
import type { DeskUnderTest } from './desk-setup'

// The set-up of a browser test: the shared demo desk, named in the environment before lib/ is imported, so that builders
// and verbs work on its database.

// Not fetch, which gives up after five minutes: on a busy machine the first file waits longer than that for the build.
const [response] = (await once(get(inject('deskBroker')), 'response')) as [IncomingMessage]
const answer = await text(response)
if (response.statusCode !== 200) throw new Error(answer)

/** The desk under test; `desk.url` is where the browser goes. */
export const desk = JSON.parse(answer) as DeskUnderTest

Object.assign(process.env, {
  DATABASE_URL: desk.databaseUrl,
  REDIS_URL: desk.redisUrl ?? '',
  INFERENCE_URL: desk.inferenceUrl,
  SECRET_KEY: desk.secretKey,
  SELF_URL: desk.url,
  DEMO: '1',
})
