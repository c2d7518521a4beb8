/** The pages of the settings by what they are about, as the team comes to need them; one's own last. */
export const GROUPS = {
  intake: ['channels', 'keys', 'api'],
  drafts: ['prompt', 'model', 'cache'],
  team: ['people', 'macros', 'sending', 'targets'],
  own: ['account', 'preferences'],
} as const
export type SettingsGroup = keyof typeof GROUPS
export type SettingsSection = (typeof GROUPS)[SettingsGroup][number]

/** Those of which an agent would only see that they are for admins. */
const ADMINS: readonly SettingsSection[] = ['channels', 'keys', 'api', 'people', 'prompt', 'sending', 'cache', 'targets']

/** What this person can open, group by group; none of the groups is empty. */
export function groupsFor(isAdmin: boolean): { group: SettingsGroup; sections: readonly SettingsSection[] }[] {
  return (Object.keys(GROUPS) as SettingsGroup[])
    .map((group) => ({ group, sections: GROUPS[group].filter((section) => isAdmin || !ADMINS.includes(section)) }))
    .filter(({ sections }) => sections.length > 0)
}

/** What this person can open. */
export function sectionsFor(isAdmin: boolean): readonly SettingsSection[] {
  return groupsFor(isAdmin).flatMap(({ sections }) => sections)
}
