const holder = globalThis as { deskhand?: Record<string, unknown> }

/**
 * A value that exists once per process. Next loads a module once per bundle, so a module's own variable may exist
 * several times; connections, indexes and counters must not.
 */
export function perProcess<T>(name: string, create: () => T): T {
  holder.deskhand ??= {}
  holder.deskhand[name] ??= create()
  return holder.deskhand[name] as T
}
