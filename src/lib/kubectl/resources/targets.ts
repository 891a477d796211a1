import type { Resource } from '#lib/kubernetes/resources.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { findResource, resourcesOfCategory } from './find-resource.ts';

/** What a command is about: named objects, or everything of some resources that selectors let through. */
export type Targets =
	| { readonly type: 'names'; readonly named: readonly Named[] }
	| { readonly type: 'lists'; readonly resources: readonly Resource[] };

export interface Named {
	readonly resource: Resource;
	readonly name: string;
}

export interface TargetOptions {
	readonly labelSelector?: string;
	readonly fieldSelector?: string;
	readonly allNamespaces?: boolean;
	/** Everything of the resource when no name is given: `get pods`, or `--all`. */
	readonly selectAll?: boolean;
	readonly context: Pick<CommandContext, 'err' | 'customResources'>;
}

const missingResources = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;

/**
 * Reads `TYPE[,TYPE]`, `TYPE NAME…` and `TYPE/NAME…`.
 *
 * Models cli-runtime pkg/resource/builder.go ResourceTypeOrNameArgs, visitorResult.
 *
 * @throws KubectlError
 */
export function readTargets(args: readonly string[], options: TargetOptions): Targets {
	const selects = Boolean(options.labelSelector) || Boolean(options.fieldSelector);
	const tuples = readTuples(args);
	if (tuples !== undefined) {
		if (selects || (options.selectAll && options.allNamespaces)) {
			throw new KubectlError(
				'selectors and the all flag cannot be used when passing resource/name arguments'
			);
		}
		const named = tuples.map(([type, name]) => ({
			resource: findResource(type, options.context),
			name
		}));
		return inOneNamespace({ type: 'names', named }, options);
	}
	const [types, ...names] = args;
	if (types === undefined) throw new KubectlError(missingResources);
	const found = types
		.split(',')
		.flatMap((type) => {
			const category = resourcesOfCategory(type, options.context.customResources);
			return category.length > 0 ? category : [findResource(type, options.context)];
		})
		.filter((resource, at, all) => all.indexOf(resource) === at);
	if (names.length > 0) {
		if (selects) throw new KubectlError('name cannot be provided when a selector is specified');
		if (found.length > 1) throw new KubectlError('you must specify only one resource');
		const named = names.map((name) => ({ resource: found[0]!, name }));
		return inOneNamespace({ type: 'names', named }, options);
	}
	if (!selects && !options.selectAll) {
		throw new KubectlError('resource(s) were provided, but no name was specified');
	}
	return { type: 'lists', resources: found };
}

function inOneNamespace(targets: Targets, { allNamespaces }: TargetOptions): Targets {
	if (!allNamespaces) return targets;
	throw new KubectlError('a resource cannot be retrieved by name across all namespaces');
}

function readTuples(args: readonly string[]): readonly (readonly [string, string])[] | undefined {
	const combined = args.filter((arg) => arg.includes('/'));
	if (combined.length === 0) return undefined;
	if (combined.length < args.length) {
		throw new KubectlError(
			"there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'"
		);
	}
	return args.map((arg) => {
		const [type = '', name = '', ...more] = arg.split('/');
		if (more.length > 0) {
			throw new KubectlError('arguments in resource/name form may not have more than one slash');
		}
		if (type === '' || name === '' || type.includes(',')) {
			throw new KubectlError(
				'arguments in resource/name form must have a single resource and name'
			);
		}
		return [type, name] as const;
	});
}
