import { getModuleVersion, type Llama, type LlamaContext, type LlamaModel } from 'node-llama-cpp'
import { LoadError } from '../load-error'
import { AddonMismatch, openAddon } from './addon'
import { AddonDecoder } from './addon-decoder'
import type { Decoder, DrawnToken, Sampling } from './decoder'
import type { LoadOptions } from './load-model'
import { LockstepDecoder } from './lockstep'

// Larger batches read prompts no faster on a CPU and make the replies under way stutter (INFERENCE 2).
const BATCH_SIZE = 512

// GGML_FA_TILE_Q of llama.cpp's CPU backend; see tiles.ts.
const TILE_ROWS = 64

const GREEDY: Sampling = {
  temperature: 0,
  topP: 1,
  topK: 0,
  minP: 0,
  seed: 0,
  presencePenalty: 0,
  frequencyPenalty: 0,
  logitBias: new Map(),
  grammar: null,
  topLogprobs: null,
}

type Loaded = {
  llama: Llama
  model: LlamaModel
  /** A token that the model knows, to try it with. */
  turn: number
}

type DecoderOptions = Pick<LoadOptions, 'slots' | 'contextSize' | 'threads' | 'via'>

/**
 * A decoder over a context of its own, tried with one token. It frees the model and its backend when it is disposed.
 *
 * @throws LoadError when the weights are damaged
 * @throws Error when the context cannot be created, or the addon does not answer
 */
export async function openDecoder(loaded: Loaded, options: DecoderOptions): Promise<Decoder> {
  const decoder = await createDecoder(loaded, options)
  await warmUp(decoder, loaded.turn)
  return decoder
}

async function createDecoder({ llama, model }: Loaded, { slots, contextSize, threads, via = 'addon' }: DecoderOptions): Promise<Decoder> {
  const createContext = (flashAttention: 'auto' | false) =>
    model.createContext({
      ...{ sequences: slots, contextSize, batchSize: BATCH_SIZE, threads, flashAttention },
      // A context that is silently smaller than asked for would refuse prompts that fit on paper.
      failedCreationRemedy: false,
    })
  const isOnCpu = llama.gpu === false
  // These references matter: a context that was garbage collected never gives way to the disposal of its backend.
  const releaser = (context: LlamaContext) => async () => {
    await context.dispose()
    await model.dispose()
    await llama.dispose()
  }
  if (via === 'addon') {
    const context = await createContext('auto')
    try {
      const { totalSequences: sequences, batchSize } = context
      const tileRows = isOnCpu ? TILE_ROWS : 0
      const addon = openAddon(context, await getModuleVersion())
      return new AddonDecoder({ addon, sequences, contextSize: context.contextSize, batchSize, tileRows, release: releaser(context) })
    } catch (error) {
      if (!(error instanceof AddonMismatch)) throw error
      console.warn(`worker: ${error.message} Going on with its public API: slower, and without logprobs.`)
      await context.dispose()
    }
  }
  // The public API mixes the rows of a batch as it likes; see tiles.ts.
  const context = await createContext(isOnCpu ? false : 'auto')
  return new LockstepDecoder({ llama, model, context, release: releaser(context) })
}

/**
 * One token through the whole path: an addon that is not what it seems fails now and not on the first customer, and so does a file
 * whose weights are damaged, as far as they compute no numbers.
 */
async function warmUp(decoder: Decoder, token: number): Promise<void> {
  decoder.setSampling(0, decoder.features.has('logprobs') ? { ...GREEDY, topLogprobs: 1 } : GREEDY, [])
  const [row] = await decoder.decode([{ sequence: 0, position: 0, tokens: [token], draws: 1 }])
  if (typeof row?.drawn[0]?.token !== 'number' || !(await decoder.keepPrefix(0, 0)))
    throw new Error('the addon did not answer as expected.', { cause: row?.error })
  const [{ logprob = 0 }] = row.drawn as [DrawnToken]
  if (!Number.isFinite(logprob)) throw new LoadError('model_corrupt', 'its weights are damaged: what they compute are no numbers.')
}
