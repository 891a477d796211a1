import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTrace, writeTrace } from '#lib/trace/json-lines.ts';
import { beatsOf } from '#lib/trace/beats.ts';
import { momentsOf } from '#lib/trace/moments.ts';
import { narrationOf } from '#lib/trace/narration.ts';
import { indexTrace, stateAt } from '#lib/trace/state-at.ts';
import { rolloutCost } from '#lib/trace/rollout-cost.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { importRecording } from './import-recording.ts';
import { versionsOf } from './recorded-object.ts';
import { readRecording } from './read-recording.ts';
import type { RecordedRun, Recording } from './recording.ts';

const folder = 'tests/conformance/truth/recordings/';
/** Some stories have a format of their own. */
const stories = readdirSync(folder)
	.filter((name) => name.endsWith('.json'))
	.filter((name) => /"requests": *\[/.test(readFileSync(folder + name, 'utf8')))
	.map((name) => name.replace('.json', ''));
const runs = stories.flatMap((story) => {
	const recording = readRecording(readFileSync(`${folder}${story}.json`, 'utf8'));
	return recording.runs.map(
		(run, i) =>
			[
				`${story} ${i + 1}`,
				{ recording, run, number: i + 1, trace: importRecording(recording, { run: i + 1 }) }
			] as const
	);
});

interface Case {
	readonly recording: Recording;
	readonly run: RecordedRun;
	readonly number: number;
	readonly trace: Trace;
}

describe.each(runs)('the trace of %s', (_, { recording, run, number, trace }: Case) => {
	it('is one that its reader takes', () => {
		expect(readTrace(writeTrace(trace))).toEqual(JSON.parse(JSON.stringify(trace)));
	});

	it('has every version of every object, in order, and no other', () => {
		for (const life of versionsOf(run)) {
			const writes = trace.events.filter(
				(event) => event.kind === 'write' && event.key === life[0]!.key
			);
			expect(writes.map((event) => event.kind === 'write' && plain(event.object))).toEqual(
				life.map(({ object }) => plain(object))
			);
		}
	});

	it('has each version by the time at which a watch told of it', () => {
		for (const { found, key, atMs } of standings(trace, run)) {
			expect(found, `${key} at ${atMs}`).toBeGreaterThanOrEqual(0);
		}
	});

	it('lets nothing come before its cause, and no message take less than 1 ms', () => {
		for (const event of trace.events) {
			const cause = event.cause === null ? undefined : trace.events[event.cause]!;
			if (event.kind === 'message') {
				expect(event.receivedAtMs - event.sentAtMs).toBeGreaterThan(1 - 1e-9);
			}
			if (!cause) continue;
			const known = cause.kind === 'message' ? cause.receivedAtMs : cause.atMs;
			expect(known, `${event.seq} because of ${cause.seq}`).toBeLessThanOrEqual(event.atMs);
		}
	});

	it('keeps the times of requests and calls as they were recorded', () => {
		const arrived = messages(trace).filter(
			({ to, inferred, protocol }) => to === 'api-server' && protocol === 'http' && !inferred
		);
		expect(arrived.map(({ receivedAtMs }) => receivedAtMs).sort(byNumber)).toEqual(
			run.requests.map(({ atMs }) => Math.max(1, atMs)).sort(byNumber)
		);
		const called = messages(trace).filter(
			({ protocol, from }) => protocol === 'cri' && from.startsWith('kubelet/')
		);
		const lines = run.cri.filter(({ message }) => !/ (returns|failed)/.test(message));
		expect(called.map(({ receivedAtMs }) => receivedAtMs).sort(byNumber)).toEqual(
			lines.map(({ atMs }) => Math.max(1, atMs)).sort(byNumber)
		);
	});

	it('names a cause for almost everything that components did to objects', () => {
		const asked = messages(trace).filter(
			({ content, inferred }) =>
				content.type === 'request' && !inferred && !['get', 'list', 'watch'].includes(content.verb)
		);
		const unexplained = asked.filter(({ cause }) => cause === null);
		expect(unexplained.length / asked.length).toBeLessThan(0.1);
	});

	it('tells moments, beats and a story', () => {
		expect(momentsOf(trace).length).toBeGreaterThan(0);
		expect(beatsOf(trace).length).toBeGreaterThan(0);
		expect(narrationOf(trace).length).toBeGreaterThan(0);
	});

	it('counts the requests of the client as they were counted', () => {
		let [all, failed] = [0, 0];
		for (const [, answers] of run.traffic?.counts ?? []) {
			for (const [answer, count] of Object.entries(answers)) {
				all += count;
				if (!/^v\d+$/.test(answer)) failed += count;
			}
		}
		const cost = rolloutCost(trace, Infinity);
		expect([cost.requests, cost.failed]).toEqual([all, failed]);
	});

	it('is the same each time', () => {
		expect(writeTrace(importRecording(recording, { run: number }))).toBe(writeTrace(trace));
	});
});

it('has hardly a version before a watch told of the one before it: only where its request was answered by then', () => {
	const all = runs.flatMap(([, { trace, run }]) => standings(trace, run));
	expect(all.filter(({ found }) => found > 0).length / all.length).toBeLessThan(0.02);
});

/** How many versions further than told each object was, when a watch told of a version; times are whole ms. */
function standings(trace: Trace, run: RecordedRun) {
	let found = known.get(trace);
	if (!found) known.set(trace, (found = findStandings(trace, run)));
	return found;
}

const known = new WeakMap<Trace, ReturnType<typeof findStandings>>();

function findStandings(trace: Trace, run: RecordedRun) {
	const index = indexTrace(trace);
	return versionsOf(run).flatMap((life) =>
		life.flatMap(({ atMs, key }, i) => {
			if (atMs === life[i + 1]?.atMs) return [];
			const stored = stateAt(index, atMs + 0.5).objects.get(key)?.object ?? null;
			return [
				{ key, atMs, found: life.slice(i).findIndex(({ object }) => isSame(object, stored)) }
			];
		})
	);
}

const byNumber = (a: number, b: number): number => a - b;

function messages({ events }: Trace) {
	return events.filter((event) => event.kind === 'message');
}

/** Without what the server adds and no recording has. */
function plain(object: { metadata: object } | null): unknown {
	if (!object) return null;
	const {
		creationTimestamp: _born,
		resourceVersion: _version,
		...metadata
	} = object.metadata as Record<string, unknown>;
	return { ...object, metadata };
}

function isSame(a: { metadata: object } | null, b: { metadata: object } | null): boolean {
	return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
