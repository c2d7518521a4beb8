export type SentEvent = { event: string; data: unknown }

/** The events of a stream that has an end, in order. */
export async function readEvents(response: Response): Promise<SentEvent[]> {
  if (!response.ok) throw new Error(`The door answered ${response.status}: ${await response.text()}`)
  return (await response.text())
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      const [, event = '', data = 'null'] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? []
      return { event, data: JSON.parse(data) as unknown }
    })
}
