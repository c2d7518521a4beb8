import { env } from '@/lib/env'
import { SCORING } from '@/lib/retrieval/floor/floors'
import type { MeaningScale } from '@/lib/retrieval/meaning/meaning-scale'
import { getSetting } from '@/lib/settings/get-setting'
import type { Language } from '@/prisma/generated/enums'

/** How the cosines of one model join the scores of each language; null where it was not calibrated. */
export type MeaningInForce = { model: string } & Record<Language, (MeaningScale & { questions: number }) | null>

/** As calibrated last; null when that was for other dimensions or by another way of scoring. */
export async function currentMeaning(): Promise<MeaningInForce | null> {
  const last = await getSetting('meaning_calibration')
  return last?.scoring === SCORING && last.dimensions === env().EMBEDDING_DIMENSIONS ? last : null
}
