import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Container } from '#lib/kubernetes/pod.ts';
import type { Command, CommandContext } from '../../command.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { targetFlags } from '../../resources/command-targets.ts';
import { dryRunFlag, fieldManagerFlag, outputFlags } from '../../resources/common-flags.ts';
import { withPodSpec } from '../../resources/pod-spec.ts';
import { recordFlag } from '../../record.ts';
import type { Steps } from '../../steps.ts';
import { readPairs } from '../change-pairs.ts';
import {
	fetchInfos,
	patchTemplates,
	refuseBothAllAndSelector,
	refuseBothLocalAndServer
} from './patch-templates.ts';

/** Models kubectl pkg/cmd/set/set_image.go. */
export const setImage: Command = {
	name: 'image',
	flags: [...targetFlags, ...outputFlags, dryRunFlag, fieldManagerFlag('kubectl-set'), recordFlag],
	run: setImages
};

function* setImages(context: CommandContext): Steps<void> {
	const { resources, set, remove } = readPairs(context.args, 'image', context.name);
	if (remove.length > 0) {
		throw new KubectlError(`invalid image format: ${remove.map((name) => `${name}-`).join(', ')}`);
	}
	const infos = yield* fetchInfos(context, resources);
	refuseBothAllAndSelector(context);
	const names = Object.keys(set);
	if (names.length === 0) throw new KubectlError('at least one image update is required');
	if (names.length > 1 && names.includes('*')) {
		throw new KubectlError(
			'all containers are already specified by *, but saw more than one container_name=container_image pairs'
		);
	}
	refuseBothLocalAndServer(context);
	const unknown: Error[] = [];
	yield* patchTemplates(
		context,
		infos,
		{
			operation: 'image updated',
			refusal: 'failed to patch image update to pod template: ',
			change(object) {
				const { changed, missing } = withImages(object, set);
				unknown.push(
					...missing.map(
						(name) =>
							new KubectlError(`error: unable to find container named ${JSON.stringify(name)}`)
					)
				);
				return changed;
			}
		},
		unknown
	);
}

function withImages(
	object: KubeObject,
	images: Readonly<Record<string, string>>
): { changed: KubeObject; missing: readonly string[] } {
	let missing: readonly string[] = [];
	const change = (container: Container): Container => {
		const next = images[container.name] ?? images['*'];
		return next === undefined ? container : { ...container, image: next };
	};
	const changed = withPodSpec(object, (spec) => {
		const { containers, initContainers } = spec;
		const names = [...containers, ...(initContainers ?? [])].map(({ name }) => name);
		missing = Object.keys(images).filter((name) => name !== '*' && !names.includes(name));
		return {
			...spec,
			containers: containers.map(change),
			...(initContainers && { initContainers: initContainers.map(change) })
		};
	});
	return { changed, missing };
}
