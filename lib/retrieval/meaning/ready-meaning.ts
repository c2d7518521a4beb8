import { findSideModel } from '@/lib/inference/side-models'
import { loadedRuleVectors } from '@/lib/retrieval/meaning/vector-store'

/** Waits for what a process that goes on for hours learns by the way: which model tells the meaning, and the rules' vectors. For command-line tools. */
export async function readyMeaning(): Promise<void> {
  const model = await findSideModel('embedding')
  if (model) await loadedRuleVectors(model.name)
}
