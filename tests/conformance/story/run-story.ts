import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { simulate } from '#lib/source/simulate.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { failed, type Outcome, passed, type Result, skipped, tried } from '../outcome.ts';
import { GeneratedNames } from './generated-names.ts';
import { printedRows } from './printed-rows.ts';
import { projectEndpoints } from './project-endpoints.ts';
import { projectEvents } from './project-events.ts';
import { isUnknown, projectOutput } from './project-output.ts';
import { projectPods } from './project-pods.ts';
import { ofKnownResources, projectRequests, sameCounts } from './project-requests.ts';
import { projectTraffic } from './project-traffic.ts';
import { projectWorkloads, type WorkloadFacts } from './project-workloads.ts';
import type { CommandOutput, Facts, Recording, Run } from './recording.ts';
import { type Replay, replayOf } from './scenario-of.ts';
import { compareShapes, trafficShape } from './traffic-shape.ts';

const dependent = 'depends on a kind or command that is not there yet';

/** A run played again in the simulation, and the same projection of it. */
interface Played {
	readonly run: Run;
	readonly recorded: Facts;
	readonly replay: Replay;
	readonly trace: Trace;
	readonly pods: ReturnType<typeof projectPods>;
	readonly names: GeneratedNames;
	readonly events: ReturnType<typeof projectEvents>;
	readonly workloads: WorkloadFacts;
	readonly endpoints: ReturnType<typeof projectEndpoints>;
	readonly requests: ReturnType<typeof projectRequests>;
	/** Something of the story can't be done yet, so what is missing proves nothing. */
	readonly partial: boolean;
}

/** Plays every run of a story; an entry of its facts passes when it is the same as in one of them. */
export function runStory(recording: Recording): readonly Result[] {
	const source = recording.story;
	const attempt = tried(() => playsOf(recording).map(play));
	const names = [...new Set(recording.runs.flatMap(({ facts }) => entriesOf(facts)))];
	if ('error' in attempt) {
		return names.map((name) => ({ source, name, outcome: failed('a run', attempt.error) }));
	}
	const played = attempt.value;
	const entries = names.map((name) => {
		const outcomes = played
			.filter(({ recorded }) => entriesOf(recorded).includes(name))
			.map((run) => compareEntry(name, run));
		return { source, name, outcome: best(outcomes) };
	});
	return [...entries, ...trafficResults(source, recording, played)];
}

/** The traffic is not part of the facts: its shape is compared with all runs at once, and the best play counts. */
function trafficResults(
	source: string,
	{ runs }: Recording,
	played: readonly Played[]
): readonly Result[] {
	const recorded = runs.flatMap((run) =>
		run.traffic === undefined ? [] : [trafficShape(run.traffic, changeOf(run))]
	);
	if (recorded.length === 0) return [];
	const outcomes = played.map(({ run, trace, partial }) =>
		partial ? {} : compareShapes(recorded, trafficShape(projectTraffic(trace, 250), changeOf(run)))
	);
	const measures = [...new Set(outcomes.flatMap((each) => Object.keys(each)))];
	return measures.map((measure) => ({
		source,
		name: `traffic/${measure}`,
		outcome: best(outcomes.map((each) => each[measure] ?? skipped('does not happen')))
	}));
}

/** When the story's own change was asked for, ms; its beginning where there is none. */
function changeOf({ steps }: Run): number {
	return steps.find(({ run = '' }) => /^kubectl set image/.test(run))?.atMs ?? 0;
}

/** A story recorded only once or twice is played with more seeds, so that each has as many chances to race as the real one. */
const fewestPlays = 3;

function playsOf({ runs }: Recording): readonly { readonly run: Run; readonly seed: number }[] {
	const rounds = Math.ceil(fewestPlays / runs.length);
	return Array.from({ length: rounds }, () => runs)
		.flat()
		.map((run, index) => ({ run, seed: index + 1 }));
}

function play({ run, seed }: { readonly run: Run; readonly seed: number }): Played {
	const replay = replayOf(run, seed);
	const trace = simulate(replay.scenario);
	const names = new GeneratedNames(trace);
	const unknown = replay.scenario.steps.some((_, step) => isUnknown(projectOutput(trace, step)));
	return {
		run,
		recorded: run.facts,
		replay,
		trace,
		names,
		pods: projectPods(trace, names),
		events: projectEvents(trace, names),
		workloads: projectWorkloads(trace, names),
		endpoints: projectEndpoints(trace, names),
		requests: projectRequests(trace, names),
		partial: unknown || replay.incomplete
	};
}

function best(outcomes: readonly Outcome[]): Outcome {
	const rank = { passed: 0, failed: 1, skipped: 2 };
	return (
		[...outcomes].sort((a, b) => rank[a.status] - rank[b.status])[0] ?? skipped('no run has it')
	);
}

/** e.g. `pods/web`, `events/Pod/web`, `requests/kubelet`, `output/0`. */
function entriesOf(facts: Facts): readonly string[] {
	return Object.entries(facts).flatMap(([part, entries]) =>
		part === 'scaleSteps' ? [part] : Object.keys(entries as object).map((key) => `${part}/${key}`)
	);
}

function compareEntry(name: string, run: Played): Outcome {
	const [part = '', ...rest] = name.split('/');
	const key = rest.join('/');
	const recorded = run.recorded[part] as Readonly<Record<string, unknown>> | undefined;
	switch (part) {
		case 'scaleSteps':
			return compareData(recorded, run.workloads.scaleSteps, run);
		case 'conditions':
		case 'final':
			return compareData(recorded?.[key], run.workloads[part][key], run);
		case 'pods':
			return compareSequences(recorded?.[key], run.pods[key], run);
		case 'events':
			return key.startsWith('Pod/')
				? compareSequences(recorded?.[key], run.events[key], run)
				: compareData(recorded?.[key], run.events[key], run);
		case 'endpoints':
			return compareGroups(recorded?.[key] ?? {}, run.endpoints[key] ?? {}, run);
		case 'requests':
			return compareRequests(key, run);
		case 'output':
			return compareOutput(Number(key), run);
		default:
			return skipped(`${part || name}: no such kind yet`);
	}
}

/** Sequences of several Pods: which is whose doesn't matter. */
function compareSequences(expected: unknown, got: unknown, { partial }: Played): Outcome {
	if (got === undefined && partial) return skipped(dependent);
	const [left, right] = [inAnyOrder(expected), inAnyOrder(got)];
	if (isDeepEqual(left, right)) return passed;
	return failed(left, right);
}

function inAnyOrder(sequences: unknown): unknown {
	if (!Array.isArray(sequences)) return sequences;
	return (sequences as unknown[])
		.map((sequence) => [JSON.stringify(sorted(sequence)), sequence] as const)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([, sequence]) => sequence);
}

/** The same with the keys of all objects in order. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([, each]) => each !== undefined);
	return Object.fromEntries(
		entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)])
	);
}

function compareGroups(expected: object, got: object, run: Played): Outcome {
	const [left, right] = [new Map(Object.entries(expected)), new Map(Object.entries(got))];
	const outcomes = [...new Set([...left.keys(), ...right.keys()])].map((group) =>
		compareSequences(left.get(group), right.get(group), run)
	);
	return outcomes.find(({ status }) => status !== 'passed') ?? passed;
}

function compareData(expected: unknown, got: unknown, { partial }: Played): Outcome {
	if (isDeepEqual(expected, got)) return passed;
	return partial ? skipped(dependent) : failed(expected, got);
}

function compareRequests(who: string, { recorded, requests, partial }: Played): Outcome {
	const expected = ofKnownResources(recorded.requests?.[who] ?? {});
	if (Object.keys(expected).length === 0)
		return skipped(`${who} has only to do with kinds to come`);
	const got = ofKnownResources(requests[who] ?? {});
	if (sameCounts(expected, got)) return passed;
	return partial ? skipped(dependent) : failed(expected, got);
}

function compareOutput(
	index: number,
	{ recorded, replay, trace, names, partial }: Played
): Outcome {
	const command = replay.commands[index];
	const expected = recorded.output?.[index];
	if (command === undefined || !expected)
		return skipped('the command depends on what is not there');
	const got = projectOutput(trace, command);
	if (isUnknown(got)) return skipped((got.stderr ?? '').trim());
	const [left, right] = [comparable(expected, names), comparable(got, names)];
	if (isDeepEqual(left, right)) return passed;
	return partial ? skipped(dependent) : failed(left, right);
}

function comparable(
	{ stdout = '', stderr = '', exit }: CommandOutput,
	names: GeneratedNames
): object {
	const rows = (text: string) => printedRows(names.plain(text));
	return { stdout: rows(stdout), stderr: rows(stderr), exit };
}
