import type { KubeObject } from '#lib/kubernetes/object.ts';
import { collectionPath, resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, type Flag } from '../command-line/flag.ts';
import type { CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import { KubectlError, StatusError, usageError } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import { withLastApplied } from '../patch/last-applied.ts';
import { dryRunFlag, fieldManagerFlag, outputFlags } from '../resources/common-flags.ts';
import { caught } from '../resources/fetch.ts';
import { fieldValidation, validateFlag } from '../resources/validation.ts';
import type { Steps } from '../steps.ts';

/** Flags of every `create KIND`. */
export const createFlags: readonly Flag[] = [
	...outputFlags,
	dryRunFlag,
	fieldManagerFlag('kubectl-create'),
	validateFlag,
	bool('save-config')
];

/**
 * The one NAME that `create KIND` takes. Models kubectl pkg/cmd/create/create.go NameFromCommandArgs.
 *
 * @throws KubectlError
 */
export function nameArgument({ args, argsBeforeDash, name }: NameArguments): string {
	const count = argsBeforeDash >= 0 ? argsBeforeDash : args.length;
	if (count !== 1) throw usageError(name, `exactly one NAME is required, got ${count}`);
	return args[0]!;
}

interface NameArguments {
	readonly args: readonly string[];
	readonly argsBeforeDash: number;
	readonly name: string;
}

export function argumentsOf(context: CommandContext): NameArguments {
	return { args: context.args, argsBeforeDash: context.flags.argsBeforeDash, name: context.name };
}

/** Kinds whose commands hand the server's refusal on as it is. */
const plainlyRefused = new Set(['Namespace', 'Role', 'ClusterRole']);

/**
 * Creates what a `create KIND` command made.
 *
 * @param typed its fields in the order of the Go struct
 * @param noun what it is called when it can't be made
 */
export function* createOne(
	context: CommandContext,
	typed: KubeObject,
	noun = typed.kind.toLowerCase()
): Steps<void> {
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun, true);
	const resource = resourceOfKind(typed.apiVersion, typed.kind)!;
	const inNamespace = {
		...typed,
		metadata: {
			...typed.metadata,
			...(resource.namespaced ? { namespace: context.namespace } : undefined)
		}
	};
	const showsNamespace = resource.namespaced && context.isNamespaceGiven;
	if (dryRun === 'client') {
		context.out(print(showsNamespace ? inNamespace : typed, 'created'));
		return;
	}
	const created = yield* caught(
		callForObject({
			method: 'POST',
			path: collectionPath(resource, resource.namespaced ? context.namespace : undefined),
			query: sorted({
				...dryRunQuery(dryRun),
				fieldManager: context.flags.text('field-manager'),
				fieldValidation: fieldValidation(context)
			}),
			body: context.flags.bool('save-config') ? withLastApplied(inNamespace) : inNamespace
		})
	);
	if (!(created instanceof Error)) {
		context.out(print(created, 'created'));
		return;
	}
	const isPlain = plainlyRefused.has(resource.kind) || !(created instanceof StatusError);
	throw isPlain ? created : new KubectlError(`failed to create ${noun}: ${created.message}`);
}
