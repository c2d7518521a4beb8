export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const THEME_COOKIE = 'theme'

/** The cookie's value as a theme; anything else follows the system. */
export function toTheme(text: string | undefined): Theme {
  return text === 'light' || text === 'dark' ? text : 'system'
}
