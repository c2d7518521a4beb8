import { env } from '@/lib/env'
import { embedTexts } from '@/lib/inference/embed-texts'
import { InferenceError } from '@/lib/inference/inference-error'
import { sideModel } from '@/lib/inference/side-models'
import { describeError, log } from '@/lib/log'
import { type EmbeddedRule, ruleText } from '@/lib/retrieval/meaning/embedding-text'
import { unitVector } from '@/lib/retrieval/meaning/unit-vector'

/** An admin who looks at what a change would do waits for it. */
const TIMEOUT_MS = 3_000

/** What a rule means that is not in force; null without a model, or when it is slow or away. Kept nowhere. */
export async function embedRuleNow(rule: EmbeddedRule): Promise<Float32Array | null> {
  const model = sideModel('embedding')
  if (!model) return null
  try {
    const [vector] = await embedTexts(model, [ruleText(rule)], { priority: 'background', timeoutMs: TIMEOUT_MS })
    return vector ? unitVector(vector, env().EMBEDDING_DIMENSIONS) : null
  } catch (cause) {
    if (!(cause instanceof InferenceError)) throw cause
    log.debug({ event: 'meaning.skipped', cause: describeError(cause) })
    return null
  }
}
