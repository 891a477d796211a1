import { describe, expect, it } from 'vitest';
import { rolloutScenario } from '#lib/source/rollout-scenario.ts';
import { usualSettings } from '#lib/source/rollout-settings.ts';
import { simulate } from '#lib/source/simulate.ts';
import { createPodTrace } from './fixture/create-pod.ts';
import { readTrace, TraceFormatError, writeTrace } from './json-lines.ts';

const trace = createPodTrace();
const text = writeTrace(trace);

describe('JSON Lines', () => {
	it('reads what it wrote, and writes the same again', () => {
		expect(writeTrace(readTrace(text))).toBe(text);
	});

	it('reads what was written of a rollout under traffic, every kind of event in it', () => {
		const nodes = [{ name: 'worker-1', cpu: '4', memory: '8Gi' }];
		const rollout = simulate(rolloutScenario(usualSettings, 'RollingUpdate', nodes));
		const decisions = rollout.events.flatMap((event) =>
			event.kind === 'decision' ? [event.decision] : []
		);
		expect(new Set(decisions)).toEqual(new Set(['scheduling', 'rollout', 'replicas']));
		const written = writeTrace(rollout);
		expect(writeTrace(readTrace(written))).toBe(written);
	});

	it('writes the header and one line an event', () => {
		expect(text.trimEnd().split('\n')).toHaveLength(trace.events.length + 1);
	});

	const withLine = (line: number, change: (event: Record<string, unknown>) => void) => {
		const lines = text.split('\n');
		const event = JSON.parse(lines[line - 1]!) as Record<string, unknown>;
		change(event);
		lines[line - 1] = JSON.stringify(event);
		return lines.join('\n');
	};

	it.each([
		['', 'line 1: not JSON'],
		['[]', 'line 1: not a JSON object'],
		['{}', 'line 1: the first line must have "format":"kinetes-trace"'],
		[withLine(1, (header) => (header.version = 2)), 'line 1: version 2 is not known, only 1'],
		[withLine(1, (header) => delete header.endMs), 'line 1: "endMs" must be a number'],
		[withLine(1, (header) => (header.source = 'a video')), 'line 1: "source" must be an object'],
		[
			withLine(1, (header) => (header.source = { type: 'dreamt' })),
			'line 1: "source" must be "simulated" or "recorded"'
		],
		[
			withLine(1, (header) => (header.source = { type: 'recorded', story: 1 })),
			'line 1: "story" must be a string'
		],
		[withLine(7, (event) => (event.inferred = 'guess')), 'line 7: unknown rule "guess"'],
		[withLine(7, (event) => (event.kind = 'dream')), 'line 7: unknown kind "dream"'],
		[withLine(7, (event) => (event.seq = 99)), 'line 7: "seq" must be 5, it is 99'],
		[withLine(7, (event) => (event.cause = 5)), 'line 7: "cause" must be null or an earlier "seq"'],
		[
			withLine(7, (event) => (event.atMs = -1)),
			'line 7: "atMs" -1 is earlier than the line before'
		],
		[withLine(5, (event) => delete event.to), 'line 5: "to" must be a string'],
		[`${text}{"seq":`, `line ${trace.events.length + 2}: not JSON`]
	])('says on which line it is wrong (%#)', (wrong, problem) => {
		expect(() => readTrace(wrong)).toThrow(TraceFormatError);
		expect(() => readTrace(wrong)).toThrow(problem);
	});
});
