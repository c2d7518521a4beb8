import { Prisma } from '@/prisma/generated/client'

/** How much edited drafts were changed, added up over `known` of them; a share each. */
export type EditedShare = { editedShare: number; editedKnown: number }

/**
 * Of a suggestion `s` that was edited, with its outcome `o`: the edit distance to what was sent as a share of the draft's own characters, all of
 * them at most. Null where one does not know. To the millionth (2^-20): so many of those add up to the same in every order.
 */
export function editedShareOf(): Prisma.Sql {
  return Prisma.sql`case when s.status = 'edited' and o.draft_length > 0 and o.edit_distance is not null
    then round(least(1, o.edit_distance::float8 / o.draft_length) * 1048576) / 1048576 end`
}

/** The columns that add it up. */
export function editedShareSql(): Prisma.Sql {
  return Prisma.sql`coalesce(sum(${editedShareOf()}), 0)::float8 as edited_share, count(${editedShareOf()})::int as edited_known`
}

export function addEditedShares(rows: EditedShare[]): EditedShare {
  return {
    editedShare: rows.reduce((all, row) => all + row.editedShare, 0),
    editedKnown: rows.reduce((all, row) => all + row.editedKnown, 0),
  }
}

/** The mean of them; null where there is none. */
export function meanEdited({ editedShare, editedKnown }: EditedShare): number | null {
  return editedKnown === 0 ? null : editedShare / editedKnown
}
