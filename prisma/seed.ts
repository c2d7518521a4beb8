import { closeDb } from '@/lib/db'
import { describeError } from '@/lib/log'
import { seedSampleShop } from './seed-sample-shop'

// Run by the supervisor in demo mode: node --conditions=react-server --import tsx prisma/seed.ts

try {
  const { isNew, rules, tickets, drafts } = await seedSampleShop()
  console.log(isNew ? `Sample shop: ${rules} rules, ${tickets} tickets, ${drafts} drafts on their way.` : 'Sample shop: as it was left.')
} catch (error) {
  console.error(`The sample shop could not be seeded: ${describeError(error).message}`)
  process.exitCode = 1
} finally {
  await closeDb()
}
