import { checkGguf } from '../../worker/engine/check-gguf'

/**
 * What a GGUF says of itself. The package is loaded only where it is needed: that alone takes a second.
 *
 * @throws LoadError or Error in words for people when the file, or a part of it, is missing, no GGUF or damaged
 */
export async function readHeader(file: string) {
  await checkGguf(file)
  const { readGgufFileInfo } = await import('node-llama-cpp')
  return readGgufFileInfo(file)
}
