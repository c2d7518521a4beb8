'use client'

import { FailedState } from '../_components/failed-state'

export default FailedState
