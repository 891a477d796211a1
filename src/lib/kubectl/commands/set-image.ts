import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, missing } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import { KubectlError, throwCollected } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import { patchTypes } from '../patch/content-types.ts';
import { strategicDiff } from '../patch/strategic-diff.ts';
import {
	dryRunFlag,
	fieldManagerFlag,
	fileFlags,
	outputFlags,
	selectorFlag
} from '../resources/common-flags.ts';
import { fetchTargets } from '../resources/fetch.ts';
import { infoPath } from '../resources/info.ts';
import { missingResources, readTargets } from '../resources/targets.ts';
import type { Steps } from '../steps.ts';

/** Models kubectl pkg/cmd/set/set_image.go. */
const image: Command = {
	name: 'image',
	flags: [
		...fileFlags.map(missing),
		...outputFlags,
		selectorFlag,
		dryRunFlag,
		fieldManagerFlag('kubectl-set'),
		bool('all'),
		missing(bool('local'))
	],
	run: setImages
};

export const set: Command = { name: 'set', flags: [], subcommands: [image] };

function* setImages(context: CommandContext): Steps<void> {
	const { args, flags } = context;
	const firstPair = args.findIndex((arg) => arg.includes('='));
	const resources = firstPair < 0 ? args : args.slice(0, firstPair);
	const images = new Map(
		(firstPair < 0 ? [] : args.slice(firstPair)).map((pair): [string, string] => {
			const equals = pair.indexOf('=');
			return [pair.slice(0, equals), pair.slice(equals + 1)];
		})
	);
	if (resources.length === 0) throw new KubectlError(missingResources);
	if (images.size === 0) throw new KubectlError('at least one image update is required');
	if (images.size > 1 && images.has('*')) {
		throw new KubectlError(
			'all containers are already specified by *, but saw more than one container_name=container_image pairs'
		);
	}
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun);
	const targets = readTargets(resources, {
		labelSelector: flags.text('selector'),
		selectAll: flags.bool('all'),
		warn: (text) => context.err(`Warning: ${text}\n`)
	});
	const { infos, errors } = yield* fetchTargets(targets, {
		namespace: context.namespace,
		labelSelector: flags.text('selector')
	});
	const failures = [...errors];
	for (const info of infos) {
		if (info.object.kind !== 'Pod') {
			failures.push(
				new KubectlError(
					`the object is not a pod or does not have a pod template: ${info.object.kind}`
				)
			);
			continue;
		}
		const { changed, unknown } = withImages(info.object as Pod, images);
		failures.push(
			...unknown.map(
				(name) => new KubectlError(`unable to find container named ${JSON.stringify(name)}`)
			)
		);
		const patch = strategicDiff(info.object, changed, 'Pod');
		if (unknown.length > 0 || Object.keys(patch).length === 0) continue;
		if (dryRun === 'client') {
			context.out(print(changed, 'image updated'));
			continue;
		}
		const patched = yield* callForObject({
			method: 'PATCH',
			path: infoPath(info),
			query: sorted({ ...dryRunQuery(dryRun), fieldManager: flags.text('field-manager') }),
			contentType: patchTypes.strategic,
			body: patch
		});
		context.out(print(patched, 'image updated'));
	}
	throwCollected(failures);
}

function withImages(
	pod: Pod,
	images: ReadonlyMap<string, string>
): { changed: KubeObject; unknown: readonly string[] } {
	const change = (container: Container): Container => {
		const next = images.get(container.name) ?? images.get('*');
		return next === undefined ? container : { ...container, image: next };
	};
	const { containers, initContainers } = pod.spec;
	const names = [...containers, ...(initContainers ?? [])].map(({ name }) => name);
	const spec = {
		...pod.spec,
		containers: containers.map(change),
		...(initContainers === undefined ? undefined : { initContainers: initContainers.map(change) })
	};
	const unknown = [...images.keys()].filter((name) => name !== '*' && !names.includes(name));
	return { changed: { ...pod, spec }, unknown };
}
