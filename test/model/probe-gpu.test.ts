import { expect, onTestFinished, test, vi } from 'vitest'
import { probeGpu, requireComputing } from '@/worker/engine/probe-gpu'
import { LoadError } from '@/worker/load-error'

// What llama.cpp printed on an H200 whose driver (580) was older than the CUDA of node-llama-cpp 3.22.1, before it called abort().
const PRINTED = [
  '[node-llama-cpp] CUDA error: the provided PTX was compiled with an unsupported toolchain.',
  '[node-llama-cpp]   current device: 0, in function ggml_cuda_kernel_can_use_pdl at ggml-cuda/common.cuh:1679',
  'libggml-base.so(ggml_abort+0x152)[0x7f26f5a34f42]',
]
const REASON = 'CUDA error: the provided PTX was compiled with an unsupported toolchain.'

test('a device is tried by a worker of its own, which computes and ends', async () => {
  // The only device that every machine has.
  expect(await probeGpu('cpu')).toBeNull()
})

test('a device that ends the process that computes on it is told by the error it named', async () => {
  const dies = `if (process.env.WORKER_PROBE) { console.error(${JSON.stringify(PRINTED.join('\n'))}); process.abort() }`
  vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${encodeURIComponent(dies)}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(await probeGpu('cpu')).toBe(REASON)
})

test('the error is told without the folders of this machine', async () => {
  const printed = "Error: Cannot find module '/srv/desk/node_modules/x.mjs' imported from /srv/desk/dist/worker.mjs"
  const dies = `if (process.env.WORKER_PROBE) { console.error(${JSON.stringify(printed)}); process.exit(1) }`
  vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${encodeURIComponent(dies)}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(await probeGpu('cpu')).toBe("Error: Cannot find module 'x.mjs' imported from worker.mjs")
})

test('a device that does not answer by an error is told by how its process ended', async () => {
  const dies = "if (process.env.WORKER_PROBE) process.kill(process.pid, 'SIGKILL')"
  vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${encodeURIComponent(dies)}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(await probeGpu('cpu')).toBe('SIGKILL')
})

test('a GPU that computes is tried once, and one that does not at every try to load', async () => {
  const good = vi.fn(async () => null)
  await requireComputing('vulkan', good)
  await requireComputing('vulkan', good)
  expect(good).toHaveBeenCalledTimes(1)

  const bad = vi.fn(async () => REASON)
  for (const _ of [1, 2]) {
    const failed = await requireComputing('cuda', bad).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(LoadError)
    expect(failed).toMatchObject({
      code: 'device_unavailable',
      message: expect.stringContaining(`cannot compute on cuda here (${REASON})`),
    })
  }
  expect(bad).toHaveBeenCalledTimes(2)
})
