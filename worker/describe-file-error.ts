const WORDS: Record<string, string> = {
  ENOENT: 'there is no such file.',
  ENOTDIR: 'there is no such file.',
  EACCES: 'the worker may not read the file.',
  EPERM: 'the worker may not read the file.',
  EISDIR: 'it is a folder.',
}

/**
 * What the system said of a file, in words that do not name its path: `/ready` and each 503 say them to whoever asks, and
 * where things lie on this machine is nobody's business. Null for any other error.
 */
export function describeFileError(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null
  return WORDS[String(error.code)] ?? `it cannot be read (${error.code}).`
}
