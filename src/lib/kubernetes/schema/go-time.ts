/** A piece of a Go time layout: how it is written there and what it matches. */
type Piece = readonly [layout: string, pattern: RegExp];

const date: readonly Piece[] = [
	['2006', /^\d{4}/],
	['-', /^-/],
	['01', /^\d\d/],
	['-', /^-/],
	['02', /^\d\d/],
	['T', /^T/],
	['15', /^\d\d/],
	[':', /^:/],
	['04', /^\d\d/],
	[':', /^:/],
	['05', /^\d\d/]
];
const zone: Piece = ['Z07:00', /^(?:Z|[+-]\d\d:\d\d)/];
const layouts = {
	seconds: [...date, zone] as const,
	micro: [...date, ['.000000', /^\.\d{6}/] as Piece, zone] as const
};

/** As everyone writes them; anything else is read piece by piece. */
const usual = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const usualMicro = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/**
 * What is wrong with a time, as Go's time package says it; undefined when it is right.
 *
 * @param micro metav1.MicroTime, which needs microseconds; metav1.Time takes a fraction but needs none
 */
export function checkTime(text: string, micro: boolean): string | undefined {
	if ((micro ? usualMicro : usual).test(text) && !Number.isNaN(Date.parse(text))) return undefined;
	const layout = micro ? layouts.micro : layouts.seconds;
	let rest = text;
	for (const [piece, pattern] of layout) {
		if (piece === zone[0] && !micro) rest = rest.replace(/^[.,]\d+/, '');
		const match = pattern.exec(rest);
		if (match === null) {
			const whole = layout.map(([name]) => name).join('');
			const quoted = [text, whole, rest, piece].map((part) => JSON.stringify(part));
			return `parsing time ${quoted[0]} as ${quoted[1]}: cannot parse ${quoted[2]} as ${quoted[3]}`;
		}
		rest = rest.slice(match[0].length);
	}
	if (rest !== '') {
		return `parsing time ${JSON.stringify(text)}: extra text: ${JSON.stringify(rest)}`;
	}
	return Number.isNaN(Date.parse(text))
		? `parsing time ${JSON.stringify(text)}: day out of range`
		: undefined;
}
