import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { simulate } from '#lib/source/simulate.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { failed, type Outcome, passed, type Result, skipped, tried } from '../outcome.ts';
import { printedRows } from './printed-rows.ts';
import { projectPodEvents } from './project-events.ts';
import { isUnknown, projectOutput } from './project-output.ts';
import { projectPods } from './project-pods.ts';
import { ofKnownResources, projectRequests, sameCounts } from './project-requests.ts';
import { projectTraffic } from './project-traffic.ts';
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
	readonly events: ReturnType<typeof projectPodEvents>;
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
	const unknown = replay.scenario.steps.some((_, step) => isUnknown(projectOutput(trace, step)));
	return {
		run,
		recorded: run.facts,
		replay,
		trace,
		pods: projectPods(trace),
		events: projectPodEvents(trace),
		requests: projectRequests(trace),
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
	const slash = name.indexOf('/');
	const [part, key] = [name.slice(0, slash), name.slice(slash + 1)];
	switch (part) {
		case 'pods':
			return compareSequences(run.recorded.pods?.[key], run.pods[key], run);
		case 'events':
			if (!key.startsWith('Pod/')) return skipped(`there are no ${key.split('/')[0]}s yet`);
			return compareSequences(run.recorded.events?.[key], run.events[key], run);
		case 'requests':
			return compareRequests(key, run);
		case 'output':
			return compareOutput(Number(key), run);
		default:
			return skipped(`${part || name}: no such kind yet`);
	}
}

function compareSequences(expected: unknown, got: unknown, { partial }: Played): Outcome {
	if (got === undefined && partial)
		return skipped('depends on a kind or command that is not there');
	return isDeepEqual(expected, got) ? passed : failed(expected, got);
}

function compareRequests(who: string, { recorded, requests, partial }: Played): Outcome {
	const expected = ofKnownResources(recorded.requests?.[who] ?? {});
	if (Object.keys(expected).length === 0)
		return skipped(`${who} has only to do with kinds to come`);
	const got = ofKnownResources(requests[who] ?? {});
	if (sameCounts(expected, got)) return passed;
	return partial ? skipped(dependent) : failed(expected, got);
}

function compareOutput(index: number, { recorded, replay, trace, partial }: Played): Outcome {
	const command = replay.commands[index];
	const expected = recorded.output?.[index];
	if (command === undefined || !expected)
		return skipped('the command depends on what is not there');
	const got = projectOutput(trace, command);
	if (isUnknown(got)) return skipped((got.stderr ?? '').trim());
	const [left, right] = [comparable(expected), comparable(got)];
	if (isDeepEqual(left, right)) return passed;
	return partial ? skipped(dependent) : failed(left, right);
}

function comparable({ stdout = '', stderr = '', exit }: CommandOutput): object {
	return { stdout: printedRows(stdout), stderr: printedRows(stderr), exit };
}
