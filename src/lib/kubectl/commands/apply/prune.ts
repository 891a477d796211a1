import type { KubeObject } from '#lib/kubernetes/object.ts';
import { type Resource, resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForItems, callForObject, sorted } from '../../api-call.ts';
import { bool, type Flag, missing, slice, text } from '../../command-line/flag.ts';
import type { CommandContext } from '../../command.ts';
import { type DryRun, dryRunQuery } from '../../dry-run.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { klogLine } from '../../output/klog.ts';
import type { ResultPrinter } from '../../output/print-result.ts';
import { lastAppliedAnnotation } from '../../patch/last-applied.ts';
import { listPath } from '../../resources/fetch.ts';
import { infoOf, infoPath } from '../../resources/info.ts';
import { propagationOf } from '../../resources/propagation.ts';
import type { Steps } from '../../steps.ts';

export const pruneFlags: readonly Flag[] = [
	bool('prune'),
	slice('prune-allowlist'),
	bool('all'),
	missing(text('applyset'))
];

/** What is pruned unless a list is given. Models kubectl pkg/util/prune/prune.go. */
const usual = [
	'v1/ConfigMap',
	'v1/Endpoints',
	'v1/PersistentVolumeClaim',
	'v1/Pod',
	'v1/ReplicationController',
	'v1/Secret',
	'v1/Service',
	'batch/v1/Job',
	'batch/v1/CronJob',
	'networking.k8s.io/v1/Ingress',
	'apps/v1/DaemonSet',
	'apps/v1/Deployment',
	'apps/v1/ReplicaSet',
	'apps/v1/StatefulSet',
	'v1/Namespace',
	'v1/PersistentVolume'
];

/**
 * The resources in which things may be gone from the files; undefined without `--prune`.
 *
 * Models kubectl pkg/util/prune/prune.go ParseResources, GetRESTMappings.
 *
 * @throws KubectlError
 */
export function prunedResources({ flags }: CommandContext): readonly Resource[] | undefined {
	if (!flags.bool('prune')) return undefined;
	const listed = flags.list('prune-allowlist').map((text) => {
		const parts = text.split('/');
		if (parts.length === 3) return parts[0] === 'core' ? parts.slice(1).join('/') : text;
		throw new KubectlError(
			`invalid GroupVersionKind format: ${text}, please follow <group/version/kind>`
		);
	});
	return (listed.length > 0 ? listed : usual).map((text) => {
		const slash = text.lastIndexOf('/');
		const [version, kind] = [text.slice(0, slash), text.slice(slash + 1)];
		const found = resourceOfKind(version, kind);
		if (found !== undefined) return found;
		throw new KubectlError(
			`no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(version)}`
		);
	});
}

/** Models ApplyOptions.Validate. */
export function checkPrune(flags: CommandContext['flags']): void {
	const hasSelector = flags.text('selector') !== '';
	if (flags.bool('all') && hasSelector) {
		throw new KubectlError('cannot set --all and --selector at the same time');
	}
	if (!flags.bool('prune')) return;
	if (flags.bool('force')) throw new KubectlError('--force cannot be used with --prune');
	if (!flags.bool('all') && !hasSelector) {
		throw new KubectlError(
			'all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. If you did not mean to prune all resources, specify a label selector'
		);
	}
	if (flags.bool('server-side')) {
		throw new KubectlError(
			"--prune is in alpha and doesn't currently work on objects created by server-side apply"
		);
	}
}

/**
 * Deletes what was applied once and is in the files no more. Models kubectl pkg/cmd/apply/prune.go pruneAll.
 *
 * @param applied what is in the files
 */
export function* prune(
	context: CommandContext,
	resources: readonly Resource[],
	applied: readonly KubeObject[],
	dryRun: DryRun,
	print: ResultPrinter
): Steps<void> {
	const visited = new Set(applied.map(({ metadata }) => metadata.uid));
	const given = context.isNamespaceGiven ? [context.namespace] : [];
	const namespaces = new Set([
		...given,
		...applied.flatMap(({ metadata }) => metadata.namespace ?? [])
	]);
	if (context.namespace !== '' && !context.flags.given('prune-allowlist')) {
		context.err(
			klogLine(
				'W',
				context.nowMs(),
				'prune.go:71',
				'Deprecated: kubectl apply will no longer prune non-namespaced resources by default when used with the --namespace flag in a future release. To preserve the current behaviour, list the resources you want to target explicitly in the --prune-allowlist flag.'
			)
		);
	}
	const inNamespaces = resources.filter(({ namespaced }) => namespaced);
	for (const namespace of namespaces) {
		for (const resource of inNamespaces) {
			yield* pruneOne(context, resource, namespace, visited, dryRun, print);
		}
	}
	for (const resource of resources.filter(({ namespaced }) => !namespaced)) {
		yield* pruneOne(context, resource, '', visited, dryRun, print);
	}
}

function* pruneOne(
	context: CommandContext,
	resource: Resource,
	namespace: string,
	visited: ReadonlySet<string | undefined>,
	dryRun: DryRun,
	print: ResultPrinter
): Steps<void> {
	const labelSelector = context.flags.text('selector');
	const query: Readonly<Record<string, string>> = labelSelector === '' ? {} : { labelSelector };
	const items = yield* callForItems({ method: 'GET', path: listPath(resource, namespace), query });
	for (const object of items) {
		const wasApplied = object.metadata.annotations?.[lastAppliedAnnotation] !== undefined;
		if (!wasApplied || visited.has(object.metadata.uid)) continue;
		const grace = context.flags.int('grace-period');
		if (dryRun !== 'client') {
			yield* callForObject({
				method: 'DELETE',
				path: infoPath(infoOf(resource, object)),
				query: sorted(dryRunQuery(dryRun)),
				body: {
					kind: 'DeleteOptions',
					apiVersion: 'v1',
					...(grace >= 0 ? { gracePeriodSeconds: grace } : undefined),
					propagationPolicy: propagationOf(context),
					...(dryRun === 'server' ? { dryRun: ['All'] } : undefined)
				}
			});
		}
		context.out(print(object, 'pruned'));
	}
}
