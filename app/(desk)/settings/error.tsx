'use client'

import { FailedState } from '../../_components/failed-state'

/** A page that could not be read leaves the way to the others where it is. */
export default FailedState
