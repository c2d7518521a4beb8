/**
 * What this browser keeps under a name. It wrote it itself; callers look at the shape of it all the same. A storage that is full or forbidden keeps
 * nothing: then a text lives as long as its page does.
 */
export function readKept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

export function writeKept(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // See above.
  }
}

export function forgetKept(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // A forbidden storage has kept nothing.
  }
}

/** The names of all that is kept and begins so. */
export function listKept(beginning: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(beginning))
  } catch {
    return []
  }
}
