import type { KubeObject } from '#lib/kubernetes/object.ts';
import { collectionPath, resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import { array, bool, duration, int, missing, slice, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import { exposingService, parseLabels } from '../expose/exposing-service.ts';
import { KubectlError, usageError } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import { recorded, recordFlag } from '../record.ts';
import { dryRunFlag, fieldManagerFlag, outputFlags } from '../resources/common-flags.ts';
import type { Steps } from '../steps.ts';
import { overridden, overrideFlags } from './overrides.ts';
import { checkImage, podOfRun } from './run-pod.ts';

/** Models kubectl pkg/cmd/run/run.go. */
export const run: Command = {
	name: 'run',
	requiredFlags: ['image'],
	flags: [
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-run'),
		recordFlag,
		text('image'),
		text('image-pull-policy'),
		text('labels', 'l'),
		array('annotations'),
		array('env'),
		text('port'),
		text('restart', undefined, 'Always'),
		...overrideFlags,
		bool('command'),
		bool('privileged'),
		bool('quiet', 'q'),
		bool('save-config'),
		missing(bool('rm')),
		missing(bool('stdin', 'i')),
		missing(bool('tty', 't')),
		missing(bool('attach')),
		bool('expose'),
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
	if (flags.bool('expose') && flags.text('port') === '') {
		throw usageError('run', '--port must be set when exposing a service');
	}
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun, true);
	const pod = recorded(context, overridden(podOfRun(context, name), context));
	if (dryRun === 'client') {
		if (flags.bool('expose')) context.out(print(serviceFor(context, name), 'created'));
		context.out(print(pod, 'created'));
		return;
	}
	const created = yield* post(context, pod);
	if (flags.bool('expose')) {
		context.out(print(yield* post(context, serviceFor(context, name)), 'created'));
	}
	context.out(print(created, 'created'));
}

/** The Service of `--expose`. Models run.go generateService. */
function serviceFor({ flags }: CommandContext, name: string): KubeObject {
	const labels = flags.text('labels') === '' ? undefined : parseLabels(flags.text('labels'));
	const selector = labels ?? { run: name };
	return exposingService({ name, labels, selector, ports: flags.text('port') });
}

function* post(context: CommandContext, object: KubeObject): Steps<KubeObject> {
	const { flags, namespace } = context;
	return yield* callForObject({
		method: 'POST',
		path: collectionPath(resourceOfKind(object.apiVersion, object.kind)!, namespace),
		query: sorted({ ...dryRunQuery(dryRunOf(context)), fieldManager: flags.text('field-manager') }),
		body: { ...object, metadata: { ...object.metadata, namespace } }
	});
}
