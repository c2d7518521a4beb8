/** What a GGUF says of itself. The package is loaded only where it is needed: that alone takes a second. */
export async function readHeader(file: string) {
  const { readGgufFileInfo } = await import('node-llama-cpp')
  return readGgufFileInfo(file)
}
