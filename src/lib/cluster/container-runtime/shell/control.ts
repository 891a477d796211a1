/** Ends a shell. */
export class Exit {
	constructor(readonly code: number) {}
}

/** Leaves a loop or a function. */
export class Leave {
	constructor(
		readonly kind: 'break' | 'continue' | 'return',
		readonly code = 0
	) {}
}
