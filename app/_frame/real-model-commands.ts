/**
 * What an operator types to replace the demo model by the recommended one; a demo keeps its sample shop. The commands know the data folder, and
 * which of several files is meant: a path written here would not.
 */
export function realModelCommands(isDemo: boolean): string {
  const model = 'qwen3-4b-instruct-2507'
  return [`npm run model -- pull ${model}`, `npm run model -- use ${model}`, isDemo ? 'npm run demo' : 'npm start'].join('\n')
}
