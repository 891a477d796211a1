import type { Fault, NodeSize, Scenario, Step } from '#lib/source/scenario.ts';
import { trafficOf } from './recorded-traffic.ts';
import { withPodNames } from './name-pods.ts';
import type { RecordedStep, Run } from './recording.ts';

const nodes: readonly NodeSize[] = ['worker-1', 'worker-2', 'worker-3'].map((name) => ({
	name,
	cpu: '2',
	memory: '3610176Ki',
	pods: 110
}));
const images = ['web:v1', 'web:v2', 'web:v3', 'web:latest', 'busybox:1.36'];
/** What still happens shortly after the last thing that was recorded. */
const tailMs = 200;

/** A run's steps as a scenario. */
export interface Replay {
	readonly scenario: Scenario;
	/** Per entry of `facts.output` the command of the scenario; undefined for one that can't be given. */
	readonly commands: readonly (number | undefined)[];
	/** A step couldn't be given: a component stopped, or standard input that wasn't recorded. */
	readonly incomplete: boolean;
}

/** The same steps at the same times on the recorded cluster. */
export function replayOf(run: Run, seed: number): Replay {
	const given: Step[] = [];
	const faults: Fault[] = [];
	const printing: (Step | undefined)[] = [];
	let incomplete = false;
	for (const step of run.steps) {
		given.push(...manifestSteps(step, run));
		if (step.run === undefined) continue;
		const fault = faultOf(step);
		if (fault !== undefined) {
			faults.push(fault);
			continue;
		}
		const typed = stepOf(step, run);
		if (typed === undefined) incomplete = true;
		if (step.stdout !== undefined) printing.push(typed);
		if (typed) given.push(typed);
	}
	const steps = given.sort((a, b) => a.atMs - b.atMs);
	const commands = printing.map((step) => (step === undefined ? undefined : steps.indexOf(step)));
	const pulled = imagesPulled(run);
	const scenario = {
		seed,
		nodes,
		imagesPresent: images.filter((image) => !pulled.has(image)),
		files: filesOf(run),
		steps,
		...(faults.length > 0 ? { faults } : undefined),
		...(run.traffic === undefined ? undefined : { traffic: trafficOf(run.traffic) }),
		untilMs: endOf(run) + tailMs
	};
	return { scenario: withPodNames(scenario), commands, incomplete };
}

/** `(stop kcm)` and `(start kcm)`: the controller-manager; nothing else can be stopped yet. */
function faultOf({ atMs, run = '' }: RecordedStep): Fault | undefined {
	const [, verb] = /^\((stop|start) kcm\)$/.exec(run) ?? [];
	if (verb === undefined) return undefined;
	return { atMs, component: 'controller-manager', happens: verb === 'stop' ? 'stops' : 'starts' };
}

const manifestFile = /^\(static pod manifest on ([\w-]+)\) (.+)$/;
/** From a file's end to the kubelet's call to the runtime. */
const noticeMs = 70;

/** A file that was put on a node; that it was taken away is not recorded, but what the kubelet did of it. */
function manifestSteps({ atMs, file = '' }: RecordedStep, { cri = [] }: Run): Step[] {
	const [, node, name] = manifestFile.exec(file) ?? [];
	if (name === undefined) return [];
	const path = '/etc/kubernetes/manifests/';
	const put = { atMs, run: `scp ${name} ${node}:${path}` };
	const stopped = cri.find(({ message }) => message.startsWith('StopContainer for '));
	if (stopped === undefined) return [put];
	return [put, { atMs: stopped.atMs - noticeMs, run: `ssh ${node} rm ${path}${name}` }];
}

/** The files that were there, by name. */
function filesOf({ steps }: Run): Readonly<Record<string, string>> {
	return Object.fromEntries(
		steps.flatMap(({ file, text = '' }) =>
			file === undefined ? [] : [[manifestFile.exec(file)?.[2] ?? file, text] as const]
		)
	);
}

/** What had to be pulled was not there, whatever the description says. */
function imagesPulled({ facts }: Run): ReadonlySet<string> {
	const texts = JSON.stringify(facts.events ?? {});
	return new Set(
		[...texts.matchAll(/Pulling image \\"([^"\\]+)\\"/g)].map(([, image = '']) => image)
	);
}

function stepOf({ atMs, run = '', stdout }: RecordedStep, { steps }: Run): Step | undefined {
	if (run.startsWith('(')) return undefined;
	if (!/-f -(?:\s|$)/.test(run)) return { atMs, run };
	const files = steps.filter((step) => step.file !== undefined);
	const file = files.find(({ text = '' }) => makes(text, stdout ?? ''));
	return file && { atMs, run, stdin: file.text };
}

/** Which file was piped in isn't recorded; what the command says it made is. */
function makes(text: string, stdout: string): boolean {
	const made = [...stdout.matchAll(/^(\w+)[\w.]*\/(\S+) /gm)];
	return (
		made.length > 0 &&
		made.every(([, kind = '', name = '']) => {
			const named = new RegExp(`name: *"?${name.replaceAll('.', '\\.')}\\b`);
			return new RegExp(`kind: *${kind}\\b`, 'i').test(text) && named.test(text);
		})
	);
}

function endOf({ steps, objects, requests }: Run): number {
	const times = [
		...steps.map(({ atMs }) => atMs),
		...steps.flatMap(({ lines }) => (lines ?? []).map(([atMs]) => atMs)),
		...(requests ?? []).map(({ atMs }) => atMs),
		...Object.values(objects ?? {}).flatMap((list) => list.map(({ atMs }) => atMs))
	];
	return Math.max(...times);
}
