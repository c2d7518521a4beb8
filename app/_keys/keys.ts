import type { Messages } from '@/lib/i18n/messages/zh'

/** Where keys work. What stands on one screen at the same time is in `SCREENS`. */
export type KeyScope = Exclude<keyof Messages['keys'], 'title' | 'scopes'>

type KeyOf<Scope extends KeyScope> = {
  /**
   * As `event.key` names them, letters small; `Mod` is Ctrl, or ⌘ on a Mac. Several: each does it, or its neighbour's opposite.
   */
  combos: [string, ...string[]]
  /** In the message file `keys`, under the scope. */
  name: keyof Messages['keys'][Scope]
  /** Whether the palette offers it: something one does, not a way to move about. */
  isDeed?: true
}

/** Every key of the desk, by scope. The `?` list is made from it, the palette offers its deeds, and a test holds the source against it. */
export const KEYS: { [Scope in KeyScope]: KeyOf<Scope>[] } = {
  everywhere: [
    { combos: ['Mod+k'], name: 'palette' },
    { combos: ['z', 'Alt+z'], name: 'undoSend', isDeed: true },
    { combos: ['b'], name: 'notifications', isDeed: true },
    { combos: ['?'], name: 'help', isDeed: true },
    { combos: ['Escape'], name: 'leave' },
  ],
  queue: [
    { combos: ['j', 'k'], name: 'move' },
    { combos: ['PageUp', 'PageDown'], name: 'page' },
    { combos: ['Home', 'End'], name: 'ends' },
    { combos: ['Enter'], name: 'open' },
    { combos: ['x'], name: 'choose' },
    { combos: ['c'], name: 'bulk' },
    { combos: ['f'], name: 'filter', isDeed: true },
    { combos: ['.'], name: 'arrivals', isDeed: true },
    { combos: ['/'], name: 'search', isDeed: true },
    { combos: ['1', '2', '3', '4', '5', '6', '7'], name: 'views' },
  ],
  ticket: [
    { combos: ['r'], name: 'reply', isDeed: true },
    { combos: ['n'], name: 'note', isDeed: true },
    { combos: ['Mod+Enter'], name: 'send', isDeed: true },
    { combos: ['Mod+Shift+Enter'], name: 'sendResolve', isDeed: true },
    { combos: ['Mod+Alt+Enter'], name: 'sendOpen', isDeed: true },
    { combos: ['/…', 'Alt+/'], name: 'macro' },
    { combos: ['@…'], name: 'mention' },
    { combos: ['q'], name: 'quotes', isDeed: true },
    { combos: ['o'], name: 'rule', isDeed: true },
    { combos: ['w'], name: 'wrongRule', isDeed: true },
    { combos: ['+', '-'], name: 'rate' },
    { combos: ['y'], name: 'why', isDeed: true },
    { combos: ['i'], name: 'take', isDeed: true },
    { combos: ['e'], name: 'resolve', isDeed: true },
    { combos: ['s'], name: 'status', isDeed: true },
    { combos: ['a'], name: 'assignee', isDeed: true },
    { combos: ['p'], name: 'priority', isDeed: true },
    { combos: ['t'], name: 'tags', isDeed: true },
    { combos: ['h'], name: 'snooze', isDeed: true },
    { combos: ['m'], name: 'merge', isDeed: true },
    { combos: ['v'], name: 'assistant', isDeed: true },
    { combos: ['u'], name: 'summary', isDeed: true },
    { combos: ['l'], name: 'earlierDrafts', isDeed: true },
    { combos: ['d'], name: 'deliver', isDeed: true },
  ],
  composer: [
    { combos: ['Alt+g'], name: 'regenerate', isDeed: true },
    { combos: ['Alt+s'], name: 'shorter', isDeed: true },
    { combos: ['Alt+w'], name: 'friendlier', isDeed: true },
    { combos: ['Alt+m'], name: 'formal', isDeed: true },
    { combos: ['Alt+t'], name: 'translate', isDeed: true },
    { combos: ['Alt+c'], name: 'continue', isDeed: true },
    { combos: ['Alt+i'], name: 'instruct', isDeed: true },
    { combos: ['Alt+,', 'Alt+.'], name: 'versions' },
    { combos: ['Alt+k'], name: 'openRule' },
    { combos: ['Alt+u'], name: 'useNewer', isDeed: true },
    { combos: ['Alt+l'], name: 'keepMine', isDeed: true },
    { combos: ['Mod+z', 'Mod+Shift+z'], name: 'undoText' },
  ],
  why: [
    { combos: ['r'], name: 'runSame', isDeed: true },
    { combos: ['t'], name: 'runToday', isDeed: true },
    { combos: ['y'], name: 'back', isDeed: true },
  ],
  rules: [
    { combos: ['j', 'k'], name: 'move' },
    { combos: ['PageUp', 'PageDown'], name: 'page' },
    { combos: ['Home', 'End'], name: 'ends' },
    { combos: ['x'], name: 'choose', isDeed: true },
    { combos: ['/'], name: 'search', isDeed: true },
  ],
  rule: [
    { combos: ['Mod+s'], name: 'save', isDeed: true },
    { combos: ['Mod+Enter'], name: 'publish', isDeed: true },
  ],
  gaps: [{ combos: ['j', 'k'], name: 'move' }],
  try: [{ combos: ['/'], name: 'ask', isDeed: true }],
  macros: [{ combos: ['/'], name: 'search', isDeed: true }],
  prompt: [{ combos: ['Mod+s'], name: 'save', isDeed: true }],
}

export const SCOPES = Object.keys(KEYS) as KeyScope[]

/** Which scopes stand on one screen, by the beginning of its address; the first that fits. */
export const SCREENS: { path: RegExp; scopes: KeyScope[] }[] = [
  { path: /^\/tickets\/[^/]+\/why\//, scopes: ['why', 'queue', 'everywhere'] },
  { path: /^\/tickets\/[^/]+/, scopes: ['ticket', 'composer', 'queue', 'everywhere'] },
  { path: /^\/tickets/, scopes: ['queue', 'everywhere'] },
  { path: /^\/settings\/prompt$/, scopes: ['prompt', 'everywhere'] },
  { path: /^\/settings\/macros$/, scopes: ['macros', 'everywhere'] },
  { path: /^\/faq\/gaps/, scopes: ['gaps', 'everywhere'] },
  { path: /^\/faq\/try/, scopes: ['try', 'everywhere'] },
  { path: /^\/faq$/, scopes: ['rules', 'rule', 'everywhere'] },
  { path: /^/, scopes: ['everywhere'] },
]

/** Where the source of a scope's keys is, the longest that fits; for the test that holds it against `KEYS`. */
export const SOURCES: Record<string, KeyScope> = {
  'app/_frame/': 'everywhere',
  'app/_held/': 'everywhere',
  'app/_notifications/': 'everywhere',
  'app/(desk)/tickets/_queue/': 'queue',
  'app/(desk)/tickets/[ticketId]/': 'ticket',
  'app/(desk)/tickets/[ticketId]/_composer/': 'composer',
  'app/(desk)/tickets/[ticketId]/reply-field': 'composer',
  'app/(desk)/tickets/[ticketId]/draft-offer': 'composer',
  'app/(desk)/tickets/[ticketId]/why/': 'why',
  'app/(desk)/faq/': 'rules',
  'app/(desk)/faq/gaps/': 'gaps',
  'app/(desk)/faq/try/': 'try',
  'app/(desk)/settings/macros/': 'macros',
  'app/(desk)/settings/prompt/': 'prompt',
}

/** The scopes of the screen at this path. */
export function scopesAt(path: string): KeyScope[] {
  return SCREENS.find((screen) => screen.path.test(path))?.scopes ?? ['everywhere']
}
