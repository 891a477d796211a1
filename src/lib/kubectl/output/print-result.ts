import type { KubeObject } from '#lib/kubernetes/object.ts';
import { groupOf, resourceOfKind } from '#lib/kubernetes/resources.ts';
import type { CommandContext } from '../command.ts';
import type { DryRun } from '../dry-run.ts';
import { dryRunSuffix } from '../dry-run.ts';
import { kindPrefix } from '../resources/find-resource.ts';
import { objectPrinter, unknownFormat } from './object-printer.ts';

/** Prints what became of an object: `pod/web created`, only its name, or the whole object. */
export type ResultPrinter = (object: KubeObject, operation: string) => string;

/**
 * Models cli-runtime pkg/printers/name.go NamePrinter, and `-o` of the commands that change something.
 *
 * @throws KubectlError when the format is unknown
 */
export function resultPrinter(
	context: CommandContext,
	dryRun: DryRun,
	isTyped = false
): ResultPrinter {
	const output = context.flags.text('output');
	if (output === '' || output === 'name') {
		return (object, operation) => {
			const name = nameOf(object);
			return output === 'name' ? `${name}\n` : `${name} ${operation}${dryRunSuffix(dryRun)}\n`;
		};
	}
	const print = objectPrinter(output, context, isTyped);
	if (print === undefined) throw unknownFormat(output);
	let isFirst = true;
	return (object) => {
		const divider = output === 'yaml' && !isFirst ? '---\n' : '';
		isFirst = false;
		return divider + print(object);
	};
}

/** `pod/web`, `lease.coordination.k8s.io/web`. */
export function nameOf(object: KubeObject): string {
	const resource = resourceOfKind(object.apiVersion, object.kind);
	const group = groupOf(object);
	const prefix =
		resource === undefined
			? `${object.kind.toLowerCase()}${group === '' ? '' : `.${group}`}`
			: kindPrefix(resource);
	return `${prefix}/${object.metadata.name ?? ''}`;
}
