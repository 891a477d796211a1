import { resourceNamed } from '#lib/kubernetes/resources.ts';
import type { ExpectedStep, Session, SessionStep } from './session.ts';

/** Kinds whose controller no part of the cluster is, and the further kinds in which its work shows. */
const unworked: Readonly<Record<string, readonly string[]>> = {
	CronJob: ['Job', 'Pod', 'Event'],
	DaemonSet: ['ControllerRevision', 'Pod', 'Event'],
	HorizontalPodAutoscaler: ['Event'],
	Job: ['Pod', 'Event'],
	PersistentVolume: ['PersistentVolumeClaim', 'Pod', 'Event'],
	PersistentVolumeClaim: ['PersistentVolume', 'Pod', 'Event'],
	PodDisruptionBudget: ['Event'],
	ReplicationController: ['Pod', 'Event'],
	ResourceQuota: ['Deployment', 'Event', 'Pod', 'ReplicaSet'],
	StatefulSet: [
		'ControllerRevision',
		'PersistentVolumeClaim',
		'PersistentVolume',
		'Pod',
		'Event',
		'Endpoints',
		'EndpointSlice'
	]
};

/** Commands that show, or wait for, what a controller does; the others say what the API server answered them. */
const showing =
	/^kubectl (?:get|describe|events|wait|logs|exec|drain|rollout (?:status|history|undo)|delete)\b/;
/** Of these everything is about Pods. */
const aboutPods = /^kubectl (?:logs|exec|drain|events)\b/;

/**
 * For each step whether what was recorded may hang on the work of a controller that is missing: an object of its kind was made
 * before, and the step shows it or what its controller makes, or was refused for what it counted.
 */
export function hangsOnMissing(
	{ files = {}, steps }: Session,
	expected: readonly ExpectedStep[]
): readonly boolean[] {
	const shown = new Set<string>();
	return steps.map((step, at) => {
		const lines = [step.run, ...(step.meanwhile ?? []).map(({ run }) => run)];
		const made = lines.flatMap((line) => kindsMade(line, step, files));
		for (const kind of made) {
			if (!Object.hasOwn(unworked, kind)) continue;
			[kind, ...unworked[kind]!].forEach((one) => shown.add(one));
		}
		if (shown.has('ResourceQuota') && expected[at]?.stderr.includes('exceeded quota')) return true;
		if (shown.size === 0 || !showing.test(step.run)) return false;
		if (aboutPods.test(step.run)) return shown.has('Pod');
		const named = kindsNamed(step.run);
		return named.some((kind) => shown.has(kind)) || /\ball\b/.test(step.run);
	});
}

function kindsMade(
	line: string,
	{ stdin = '' }: SessionStep,
	files: NonNullable<Session['files']>
): readonly string[] {
	if (/^kubectl autoscale\b/.test(line)) return ['HorizontalPodAutoscaler'];
	const [, word] = /^kubectl create ([a-z]+)\b/.exec(line) ?? [];
	const kind = word === undefined ? undefined : resourceNamed(word)?.kind;
	if (kind !== undefined) return [kind];
	if (!/^kubectl (?:create|apply|replace)\b/.test(line)) return [];
	const manifests = Object.entries(files).filter(([name]) => line.includes(name));
	return [stdin, ...manifests.map(([, text]) => text)].flatMap((text) =>
		[...text.matchAll(/\bkind["']?:\s*["']?(\w+)/g)].map(([, found]) => found!)
	);
}

function kindsNamed(line: string): readonly string[] {
	return line
		.split(/[\s,/=]+/)
		.map((word) => (/^[a-z.]+$/i.test(word) ? resourceNamed(word)?.kind : undefined))
		.filter((kind) => kind !== undefined);
}

/**
 * Whether a text has the form of the recorded one, so that only what the controller did can be different: a table with the same
 * columns, a description that says nothing which the recorded one doesn't, in its order, up to the Events.
 */
export function hasRecordedForm(run: string, expected: ExpectedStep, stdout: string): boolean {
	if (/^kubectl describe\b/.test(run)) {
		const recorded = titlesOf(expected.stdout);
		let at = -1;
		return titlesOf(stdout).every((title) => {
			at = recorded.indexOf(title, at + 1);
			return at >= 0;
		});
	}
	const [wanted, got] = [expected.stdout, stdout].map(headersOf);
	return got === undefined || wanted === undefined || got === wanted;
}

function titlesOf(description: string): readonly string[] {
	const [body = ''] = description.split(/^Events:/m);
	return body.split('\n').flatMap((line) => /^\s*([A-Z][\w -]*):/.exec(line)?.[1] ?? []);
}

/** The line of a table's headers, columns parted by one space; undefined of another text. */
function headersOf(text: string): string | undefined {
	const [line = ''] = text.split('\n', 1);
	return /^[A-Z][A-Z() -]+$/.test(line) ? line.trim().replaceAll(/ +/g, ' ') : undefined;
}
