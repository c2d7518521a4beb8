'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { floorSchema, moveFloor } from '@/lib/retrieval/floor/move-floor'
import { requestCalibration } from '@/lib/retrieval/floor/request-calibration'
import { Language } from '@/prisma/generated/enums'

/** Moves the floor of a language; null goes back to the calibrated one. */
export async function moveFloorAction(language: Language, floor: number | null): Promise<Attempt<void>> {
  return attempt('floor.move', async () => {
    const admin = await requireAdmin()
    await moveFloor(admin, z.enum(Language).parse(language), floorSchema.parse(floor))
    refresh()
  })
}

export async function calibrateNowAction(): Promise<Attempt<void>> {
  return attempt('floor.calibrate', async () => {
    await requestCalibration(await requireAdmin())
  })
}
