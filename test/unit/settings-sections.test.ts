import { describe, expect, it } from 'vitest'
import { GROUPS, groupsFor, sectionsFor } from '@/app/(desk)/settings/sections'

describe('the sections of the settings', () => {
  it('stand in one group each, all of them open to admins', () => {
    const all = Object.values(GROUPS).flat()
    expect(new Set(all).size).toBe(all.length)
    expect(sectionsFor(true)).toEqual(all)
  })

  it('are for agents those that they can open, and no group is a heading over nothing', () => {
    expect(groupsFor(false)).toEqual([
      { group: 'drafts', sections: ['model'] },
      { group: 'team', sections: ['macros'] },
      { group: 'own', sections: ['account', 'preferences'] },
    ])
  })
})
