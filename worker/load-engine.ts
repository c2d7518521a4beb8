import { resolve } from 'node:path'
import { bundledModelPath } from './bundled-model'
import type { Engine } from './engine'
import { DirectEngine } from './engine/direct'
import { type LoadOptions, loadModel } from './engine/load-model'
import type { WorkerEnv } from './env'
import { readModelProfile } from './model-profile'

/**
 * Loads the model that the settings name, or the bundled one.
 *
 * @throws LoadError with a sentence for the person who started the worker and a code; Error when the profile is none
 */
export async function loadEngine(env: WorkerEnv, { via }: Pick<LoadOptions, 'via'> = {}): Promise<Engine> {
  const modelPath = env.MODEL ? resolve(env.MODEL) : bundledModelPath()
  const profile = await readModelProfile(modelPath)
  const threads = env.WORKER_THREADS ?? profile.threads
  const loaded = await loadModel({
    modelPath,
    threads,
    gpu: env.WORKER_GPU ?? profile.gpu,
    slots: env.WORKER_SLOTS,
    contextSize: env.WORKER_CONTEXT ?? profile.contextSize,
    via,
  })
  const { decoder, vocabulary, vocabularySize, template, quantization, device } = loaded
  const { name, maxRules, maxTurns, titleBy, maxRuleWords, isDemo, temperature } = profile
  const { contextSize } = decoder
  return new DirectEngine({
    model: {
      name,
      maxRules,
      maxTurns,
      titleBy,
      maxRuleWords,
      isDemo,
      contextSize,
      quantization,
      device,
      threads,
      vocabularySize,
      loadedAt: new Date(),
    },
    decoder,
    vocabulary,
    template,
    queueCapacity: env.WORKER_QUEUE,
    defaultTemperature: temperature,
    // A GPU computes a row more at no price.
    backgroundEvery: device === 'cpu' ? 4 : 1,
  })
}
