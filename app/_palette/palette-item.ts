export const GROUPS = ['recent', 'deeds', 'tickets', 'contacts', 'rules', 'places'] as const
export type PaletteGroup = (typeof GROUPS)[number]

/** A line of the palette. */
export type PaletteItem = {
  /** Unique among all lines. */
  id: string
  group: PaletteGroup
  label: string
  detail?: string
  /** What else it is called by; not shown. */
  words?: string
  lang?: string
  /** Key combinations that do the same. */
  combos?: string[]
} & (
  | {
      /** Where it leads. */
      href: string
      run?: undefined
    }
  | { href?: undefined; run: () => void }
)
