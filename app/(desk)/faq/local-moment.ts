import { readMoment } from '@/lib/faq/read-import/read-moment'

/** A moment as a `datetime-local` box shows it on the clock of the zone; empty stays empty. */
export function toLocal(iso: string, timeZone: string): string {
  if (iso === '') return ''
  // Swedish writes dates the way the box reads them: 2026-11-20 15:30.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso)).replace(' ', 'T')
}

/** What stands in the box as a moment; what is no moment is none. */
export function fromLocal(text: string, timeZone: string): string {
  return readMoment(text, timeZone)?.toISOString() ?? ''
}

/** `Asia/Shanghai (GMT+8)`: whose clock the boxes show, at that moment or now. */
export function zoneName(timeZone: string, iso: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    iso === '' ? new Date() : new Date(iso),
  )
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value
  return offset && offset !== timeZone ? `${timeZone} (${offset})` : timeZone
}
