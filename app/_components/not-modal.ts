// What Radix brings for popovers that lock the page behind them, 5 KB on every screen. Ours never do: the lock would inject a style element, and the
// page behind stays reachable. next.config.ts puts this in its place.

/** In the place of `react-remove-scroll`. */
export function RemoveScroll(): never {
  throw new Error('Popovers are not modal here; for what must be, there is dialog.tsx.')
}

/** In the place of `aria-hidden`. */
export function hideOthers(): never {
  throw new Error('Popovers are not modal here; for what must be, there is dialog.tsx.')
}
