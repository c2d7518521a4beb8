/** What an operator types to replace the demo model by the recommended one; a demo keeps its sample shop. */
export function realModelCommands(isDemo: boolean): string {
  const start = isDemo ? 'npm run demo' : 'npm start'
  return `npm run model -- pull qwen3-4b-instruct-2507\nMODEL=$(ls -t .data/models/*.gguf | head -n 1) ${start}`
}
