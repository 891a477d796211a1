/** Calls at most so often, with what was said last; nothing that is said last is lost. `stop` forgets what waits. */
export function atMostEvery<T>(
	everyMs: number,
	act: (said: T) => void
): { (said: T): void; stop(): void } {
	let waiting: { said: T } | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function next() {
		timer = undefined;
		if (!waiting) return;
		const { said } = waiting;
		waiting = undefined;
		timer = setTimeout(next, everyMs);
		act(said);
	}

	const say = (said: T) => {
		waiting = { said };
		if (timer === undefined) next();
	};
	return Object.assign(say, { stop: () => clearTimeout(timer) });
}
