import { getLlama, type Llama, LlamaLogLevel } from 'node-llama-cpp'
import { LoadError } from '../load-error'
import { requireComputing } from './probe-gpu'

export type Gpu = 'auto' | 'cuda' | 'vulkan' | 'metal' | 'cpu'

type Options = { gpu: Gpu; threads: number }

/**
 * llama.cpp on the device that is asked for, or the best there is that computes.
 *
 * @throws LoadError when the GPU that was asked for cannot be used
 */
export async function openBackend({ gpu, threads }: Options): Promise<Llama> {
  if (gpu !== 'auto') return openChecked({ gpu, threads })
  const llama = await open({ gpu, threads })
  if (llama.gpu === false) return llama
  const best = llama.gpu
  await llama.dispose()
  for (const next of best === 'cuda' ? (['cuda', 'vulkan'] as const) : [best])
    try {
      return await openChecked({ gpu: next, threads })
    } catch (error) {
      if (!(error instanceof LoadError)) throw error
      console.error(`worker: ${error.message} Trying without it.`)
    }
  return open({ gpu: 'cpu', threads })
}

/** On this device and no other, and only if it computes. */
async function openChecked({ gpu, threads }: Options): Promise<Llama> {
  const llama = await open({ gpu, threads })
  try {
    if (llama.gpu !== (gpu === 'cpu' ? false : gpu)) {
      const device = llama.gpu === false ? 'the CPU' : llama.gpu
      throw new LoadError('device_unavailable', `${gpu} was asked for, but llama.cpp would run on ${device}.`)
    }
    if (gpu !== 'cpu') await requireComputing(gpu)
    return llama
  } catch (error) {
    await llama.dispose()
    throw error
  }
}

async function open({ gpu, threads }: Options): Promise<Llama> {
  return getLlama({
    build: 'never',
    gpu: gpu === 'cpu' ? false : gpu,
    maxThreads: threads,
    logLevel: LlamaLogLevel.error,
    progressLogs: false,
  }).catch((cause: unknown) => {
    throw new LoadError('device_unavailable', `${gpu} was asked for, but no llama.cpp binary of this kind runs on this machine.`, { cause })
  })
}
