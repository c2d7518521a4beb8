import { getLlama, type Llama, LlamaLogLevel } from 'node-llama-cpp'
import { LoadError } from '../load-error'

export type Gpu = 'auto' | 'cuda' | 'vulkan' | 'metal' | 'cpu'

/**
 * llama.cpp on the device that is asked for, or the best there is.
 *
 * @throws LoadError when the GPU that was asked for cannot be used
 */
export async function openBackend({ gpu, threads }: { gpu: Gpu; threads: number }): Promise<Llama> {
  const wanted = gpu === 'cpu' ? false : gpu
  const llama = await getLlama({
    build: 'never',
    gpu: wanted,
    maxThreads: threads,
    logLevel: LlamaLogLevel.error,
    progressLogs: false,
  }).catch((cause: unknown) => {
    throw new LoadError('device_unavailable', `${gpu} was asked for, but no llama.cpp binary of this kind runs on this machine.`, { cause })
  })
  if (gpu === 'auto' || llama.gpu === wanted) return llama
  await llama.dispose()
  throw new LoadError(
    'device_unavailable',
    `${gpu} was asked for, but llama.cpp would run on ${llama.gpu === false ? 'the CPU' : llama.gpu}.`,
  )
}
