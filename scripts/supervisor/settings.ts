import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { MODEL_VARIABLES, readChosenModels } from '../lib/chosen-models'

const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  REDIS_URL: z.string().optional(),
  INFERENCE_URL: z.string().optional(),
  SECRET_KEY: z.string().optional(),
  MODEL: z.string().optional(),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  WORKER_GPU: z.string().optional(),
  UV_THREADPOOL_SIZE: z.string().optional(),
})

export type Settings = z.infer<typeof settingsSchema> & { isDemo: boolean; isDev: boolean; dataFolder: string }

/**
 * What to start, from the environment, .env and the command line. An empty variable counts as not set.
 * @throws Error that names the variables that are wrong
 */
export function readSettings(args: string[]): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const unknown = args.find((arg) => !['--demo', '--dev'].includes(arg))
  if (unknown) throw new Error(`Unknown option ${unknown}. There are --demo (a sample shop) and --dev (reloads what you edit).`)
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const parsed = settingsSchema.safeParse(present)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
  }
  const isDemo = args.includes('--demo')
  // A demo has a folder of its own, so that the sample shop never mixes with customers.
  const dataFolder = path.resolve(parsed.data.DATA_DIR ?? (isDemo ? '.data/demo' : '.data'))
  takeChosenModels(path.resolve(parsed.data.DATA_DIR ?? '.data'))
  return { ...parsed.data, MODEL: process.env.MODEL || undefined, isDemo, isDev: args.includes('--dev'), dataFolder }
}

/** What `npm run model -- use` chose, where the environment says nothing else; the worker inherits it. */
function takeChosenModels(folder: string) {
  for (const [kind, file] of Object.entries(readChosenModels(folder))) {
    const variable = MODEL_VARIABLES[kind as keyof typeof MODEL_VARIABLES]
    process.env[variable] ||= file
  }
}
