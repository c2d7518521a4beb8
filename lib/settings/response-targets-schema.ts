import { z } from 'zod'

/** A minute to 90 days. */
const minutes = z.number().int().min(1).max(129_600)
const target = z.object({
  isOn: z.boolean(),
  minutes: z.object({ urgent: minutes, high: minutes, normal: minutes, low: minutes }),
})

/** Minutes from a ticket's arrival, by its priority. Time in which it waits for the customer or is resolved does not count. */
export const responseTargetsSchema = z.object({ firstResponse: target, resolution: target })
export type ResponseTargets = z.infer<typeof responseTargetsSchema>

/**
 * Off until a team has agreed on its own: a red mark that nobody promised helps nobody. The figures are a start to edit, half an hour and four
 * hours for what is urgent, and about twice to three times as much from each priority to the next.
 */
export const DEFAULT_TARGETS: ResponseTargets = {
  firstResponse: { isOn: false, minutes: { urgent: 30, high: 60, normal: 240, low: 480 } },
  resolution: { isOn: false, minutes: { urgent: 240, high: 480, normal: 1_440, low: 4_320 } },
}
