import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { applyMergePatch } from '#lib/kubernetes/patch/merge-patch.ts';
import { applyStrategicMergePatch } from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import { applyJsonPatch } from '#lib/kubernetes/patch/json-patch.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { collectionPath, resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import { array, bool, duration, int, missing, slice, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import { KubectlError, usageError } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import { dryRunFlag, fieldManagerFlag, outputFlags } from '../resources/common-flags.ts';
import type { Steps } from '../steps.ts';
import { checkImage, podOfRun } from './run-pod.ts';

/** Models kubectl pkg/cmd/run/run.go. */
export const run: Command = {
	name: 'run',
	requiredFlags: ['image'],
	flags: [
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-run'),
		text('image'),
		text('image-pull-policy'),
		text('labels', 'l'),
		array('annotations'),
		array('env'),
		text('port'),
		text('restart', undefined, 'Always'),
		text('overrides'),
		text('override-type', undefined, 'merge'),
		bool('command'),
		bool('privileged'),
		bool('quiet', 'q'),
		bool('save-config'),
		missing(bool('rm')),
		missing(bool('stdin', 'i')),
		missing(bool('tty', 't')),
		missing(bool('attach')),
		missing(bool('expose')),
		missing(bool('leave-stdin-open')),
		missing(slice('filename', 'f')),
		missing(text('cascade', undefined, 'background')),
		missing(bool('force')),
		missing(int('grace-period', -1)),
		missing(duration('timeout', '0s')),
		missing(bool('wait')),
		duration('pod-running-timeout', '1m0s')
	],
	run: runPod
};

function* runPod(context: CommandContext): Steps<void> {
	const { flags, args } = context;
	const name = args[0];
	if (name === undefined) throw usageError('run', 'NAME is required for run');
	const image = flags.text('image');
	if (image === '') throw new KubectlError('--image is required');
	checkImage(image);
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun, true);
	const pod = overridden(
		podOfRun(context, name),
		flags.text('overrides'),
		flags.text('override-type')
	);
	if (dryRun === 'client') {
		context.out(print(pod, 'created'));
		return;
	}
	const created = yield* callForObject({
		method: 'POST',
		path: collectionPath(resourceOfKind('v1', 'Pod')!, context.namespace),
		query: sorted({ ...dryRunQuery(dryRun), fieldManager: flags.text('field-manager') }),
		body: { ...pod, metadata: { ...pod.metadata, namespace: context.namespace } }
	});
	context.out(print(created, 'created'));
}

function overridden(pod: KubeObject, overrides: string, type: string): KubeObject {
	if (overrides === '') return pod;
	let patch: unknown;
	try {
		patch = JSON.parse(overrides);
	} catch {
		throw new KubectlError('Invalid JSON Patch');
	}
	if (type === 'json') return applyJsonPatch(pod, patch) as KubeObject;
	if (!isRecord(patch)) throw new KubectlError('Invalid JSON Patch');
	if (type === 'strategic') return applyStrategicMergePatch(pod, patch, 'Pod') as KubeObject;
	if (type !== 'merge') throw new KubectlError(`invalid override type: ${type}`);
	return applyMergePatch(pod, patch) as KubeObject;
}
