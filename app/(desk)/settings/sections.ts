/** The pages of the settings, as the team comes to need them; one's own last. */
export const SECTIONS = [
  'channels',
  'keys',
  'api',
  'people',
  'prompt',
  'sending',
  'macros',
  'model',
  'cache',
  'targets',
  'account',
  'preferences',
] as const
export type SettingsSection = (typeof SECTIONS)[number]

/** Those of which an agent would only see that they are for admins. */
const ADMINS: readonly SettingsSection[] = ['channels', 'keys', 'api', 'people', 'prompt', 'sending', 'cache', 'targets']

/** What this person can open. */
export function sectionsFor(isAdmin: boolean): readonly SettingsSection[] {
  return isAdmin ? SECTIONS : SECTIONS.filter((section) => !ADMINS.includes(section))
}
