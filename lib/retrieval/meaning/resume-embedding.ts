import { db } from '@/lib/db'
import { sideModel } from '@/lib/inference/side-models'
import { addJob } from '@/lib/jobs'
import { embeddingProgress } from '@/lib/retrieval/meaning/embedding-progress'

/** Has rules embedded that are new, have changed or were embedded by another model. Costs one count; nothing where no model embeds. */
export async function resumeEmbedding(): Promise<void> {
  const model = sideModel('embedding')
  if (!model) return
  const { rules, embedded } = await embeddingProgress(model)
  // Behind everything that somebody waits for. Tried once: this looks again soon.
  if (embedded < rules) await addJob(db(), 'embed-rules', {}, { jobKey: 'embed-rules', priority: 30, maxAttempts: 1 })
}
