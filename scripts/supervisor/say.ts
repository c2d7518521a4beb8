/** Prints one line about one part: `PostgreSQL  ready  embedded, socket /tmp/…  0.6 s`. */
export function say(part: string, state: string, detail = '', ms?: number): void {
  const took = ms === undefined ? '' : `${(ms / 1000).toFixed(1)} s`
  console.log(['', part.padEnd(10), state.padEnd(8), detail, took].filter((word, index) => index < 2 || word !== '').join('  '))
}
