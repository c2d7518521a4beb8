// How a moment is written out. Hours are counted to 24 in both languages, as in the thread and the queue: a page that says 15:31 here and 3:31 PM
// there makes one read twice.

export const MOMENT = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const
/** To the second, for what a program did. */
export const EXACT_MOMENT = { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' } as const
export const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
export const EXACT_CLOCK = { ...CLOCK, second: '2-digit' } as const
