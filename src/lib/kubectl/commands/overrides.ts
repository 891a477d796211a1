import type { KubeObject } from '#lib/kubernetes/object.ts';
import { applyJsonPatch } from '#lib/kubernetes/patch/json-patch.ts';
import { applyMergePatch, isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { applyStrategicMergePatch } from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import { type Flag, text } from '../command-line/flag.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';

export const overrideFlags: readonly Flag[] = [
	text('overrides'),
	text('override-type', undefined, 'merge')
];

/**
 * The object that a command made, changed as `--overrides` wants it.
 *
 * Models kubectl pkg/cmd/util/override_options.go Overrider.Apply.
 *
 * @throws KubectlError
 */
export function overridden(object: KubeObject, { flags }: CommandContext): KubeObject {
	const overrides = flags.text('overrides');
	const type = flags.text('override-type');
	if (overrides === '') return object;
	let patch: unknown;
	try {
		patch = JSON.parse(overrides);
	} catch {
		throw new KubectlError('Invalid JSON Patch');
	}
	if (type === 'json') return applyJsonPatch(object, patch) as KubeObject;
	if (!isRecord(patch)) throw new KubectlError('Invalid JSON Patch');
	if (type === 'strategic') {
		return applyStrategicMergePatch(object, patch, object.kind) as KubeObject;
	}
	if (type !== 'merge') throw new KubectlError(`invalid override type: ${type}`);
	return applyMergePatch(object, patch) as KubeObject;
}
