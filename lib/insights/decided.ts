/** What agents did with drafts. */
export type Decided = { sentAsIs: number; edited: number; dismissed: number }

/** What was decided on these drafts. */
export function toDecided(rows: { status: string; count: number }[]): Decided {
  const of = (status: string) => rows.reduce((all, row) => (row.status === status ? all + row.count : all), 0)
  return { sentAsIs: of('sent_as_is'), edited: of('edited'), dismissed: of('dismissed') }
}

export function countDecided({ sentAsIs, edited, dismissed }: Decided): number {
  return sentAsIs + edited + dismissed
}
