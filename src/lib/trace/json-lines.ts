import type { TraceEvent } from './event.ts';
import { inferences } from './inference.ts';
import type { Trace, TraceHeader } from './trace.ts';

/** A text that isn't a trace: says what is wrong, and on which line (from 1). */
export class TraceFormatError extends Error {
	readonly line: number;

	constructor(line: number, problem: string) {
		super(`line ${line}: ${problem}`);
		this.name = 'TraceFormatError';
		this.line = line;
	}
}

/** A trace as text: the header, then one event a line. See trace-format.md. */
export function writeTrace({ header, events }: Trace): string {
	return [header, ...events].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/**
 * Reads what `writeTrace` wrote. Lines of an unknown kind are refused, unknown fields are kept.
 *
 * @throws TraceFormatError
 */
export function readTrace(text: string): Trace {
	const lines = text.split('\n');
	while (lines.length > 0 && lines[lines.length - 1]!.trim() === '') lines.pop();
	const [first = '', ...rest] = lines;
	const header = readHeader(parseLine(first, 1));
	let before = -Infinity;
	const events = rest.map((line, seq) => {
		const event = readEvent(parseLine(line, seq + 2), seq, before);
		before = event.atMs;
		return event;
	});
	return { header, events };
}

type Parsed = Record<string, unknown>;

function parseLine(text: string, line: number): Parsed & { readonly line: number } {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new TraceFormatError(line, `not JSON: ${(error as Error).message}`);
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new TraceFormatError(line, 'not a JSON object');
	}
	return Object.defineProperty(value as Parsed & { line: number }, 'line', {
		value: line,
		enumerable: false,
		configurable: true
	});
}

function readHeader(header: Parsed & { readonly line: number }): TraceHeader {
	if (header.format !== 'kinetes-trace') {
		throw new TraceFormatError(1, 'the first line must have "format":"kinetes-trace"');
	}
	if (header.version !== 1) {
		throw new TraceFormatError(1, `version ${JSON.stringify(header.version)} is not known, only 1`);
	}
	for (const name of ['endMs', 'startMs', 'seed']) need(header, name, 'number');
	for (const name of ['kubernetes', 'epoch']) need(header, name, 'string');
	if (!Array.isArray(header.nodes)) throw new TraceFormatError(1, '"nodes" must be a list');
	if (header.source !== undefined) readSource(header.source);
	return header as unknown as TraceHeader;
}

function readSource(source: unknown): void {
	if (typeof source !== 'object' || source === null) {
		throw new TraceFormatError(1, '"source" must be an object');
	}
	const known = Object.defineProperty(source as Parsed & { line: number }, 'line', {
		value: 1,
		enumerable: false
	});
	if (known.type === 'simulated') return;
	if (known.type !== 'recorded') {
		throw new TraceFormatError(1, '"source" must be "simulated" or "recorded"');
	}
	for (const name of ['story', 'description', 'software']) need(known, name, 'string');
	for (const name of ['run', 'runs', 'precisionMs']) need(known, name, 'number');
}

/** What each kind of event cannot be drawn without. */
const neededFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	message: {
		from: 'string',
		to: 'string',
		sentAtMs: 'number',
		receivedAtMs: 'number',
		protocol: 'string',
		content: 'object'
	},
	write: { key: 'string', revision: 'number', object: 'object', previous: 'object' },
	transition: { actor: 'string', machine: 'string', to: 'string', event: 'string' },
	decision: { actor: 'string', decision: 'string' },
	local: { actor: 'string', node: 'string', fact: 'object' },
	output: { actor: 'string', command: 'number', stream: 'string', text: 'string' }
};

/** What each kind of decision cannot be drawn without. */
const neededOfDecisions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	scheduling: { pod: 'string', nodes: 'object' },
	rollout: { deployment: 'string', strategy: 'string', step: 'string', numbers: 'object' },
	replicas: { replicaSet: 'string', desired: 'number', current: 'number' },
	eviction: {
		node: 'string',
		pod: 'string',
		threshold: 'number',
		available: 'number',
		ranked: 'object'
	}
};

const rules: ReadonlySet<unknown> = new Set(inferences);

function readEvent(
	event: Parsed & { readonly line: number },
	seq: number,
	before: number
): TraceEvent {
	const { line } = event;
	need(event, 'atMs', 'number');
	if (event.seq !== seq) {
		throw new TraceFormatError(line, `"seq" must be ${seq}, it is ${JSON.stringify(event.seq)}`);
	}
	if (Number(event.atMs) < before) {
		throw new TraceFormatError(line, `"atMs" ${event.atMs} is earlier than the line before`);
	}
	if (event.cause !== null && !(Number(event.cause) < seq)) {
		throw new TraceFormatError(line, '"cause" must be null or an earlier "seq"');
	}
	const needed = neededFields[String(event.kind)];
	if (!needed) throw new TraceFormatError(line, `unknown kind ${JSON.stringify(event.kind)}`);
	for (const [name, type] of Object.entries(needed)) need(event, name, type);
	if (event.kind === 'decision') {
		const more = neededOfDecisions[String(event.decision)];
		if (!more) {
			throw new TraceFormatError(line, `unknown decision ${JSON.stringify(event.decision)}`);
		}
		for (const [name, type] of Object.entries(more)) need(event, name, type);
	}
	if (event.inferred !== undefined && !rules.has(event.inferred)) {
		throw new TraceFormatError(line, `unknown rule ${JSON.stringify(event.inferred)}`);
	}
	if (event.kind === 'message' && !(Number(event.receivedAtMs) > Number(event.sentAtMs))) {
		throw new TraceFormatError(line, 'a message must arrive after it was sent');
	}
	return event as unknown as TraceEvent;
}

function need(object: Parsed & { readonly line: number }, name: string, type: string): void {
	const value = object[name];
	if (typeof value === type && !(typeof value === 'number' && !Number.isFinite(value))) return;
	throw new TraceFormatError(
		object.line,
		`"${name}" must be ${type === 'object' ? 'an object or null' : `a ${type}`}`
	);
}
