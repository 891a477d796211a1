import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { invalid } from '#lib/kubernetes/status.ts';
import { causeOf, type FieldError, invalidError } from '#lib/kubernetes/validation/field-error.ts';
import type { RequestContext } from '../../operation.ts';
import { findings } from './pod-security.ts';

const prefix = 'pod-security.kubernetes.io/';
const levels = ['privileged', 'baseline', 'restricted'];
const versions = /^(latest|v1\.(\d|[1-9]\d*))$/;

/**
 * Why a Namespace may not have the labels that it asks for; who doesn't change labels that were wrong before is let go on.
 * Models k8s.io/pod-security-admission/admission/admission.go ValidateNamespace and api/helpers.go PolicyToEvaluate.
 *
 * @param current null: it is new
 */
export function invalidPolicy(
	object: KubeObject,
	current: KubeObject | null,
	{ route }: RequestContext
): Status | undefined {
	if (object.kind !== 'Namespace' || route.subresource !== undefined) return undefined;
	const causes = wrongLabels(object).map(causeOf);
	if (causes.length === 0) return undefined;
	const before = current === null ? [] : wrongLabels(current).map(causeOf);
	if (JSON.stringify(before) === JSON.stringify(causes)) return undefined;
	return invalid({ group: '', kind: 'Namespace' }, object.metadata.name ?? '', causes);
}

function wrongLabels({ metadata: { labels = {} } }: KubeObject): FieldError[] {
	return ['enforce', 'audit', 'warn'].flatMap((mode) => {
		const wrong = (label: string, why: string): FieldError =>
			invalidError(`metadata.labels[${label}]`, labels[label], why);
		const [level, version] = [prefix + mode, `${prefix}${mode}-version`];
		const [asked, since] = [labels[level], labels[version]];
		return [
			...(asked === undefined || levels.includes(asked)
				? []
				: [wrong(level, `must be one of ${levels.join(', ')}`)]),
			...(since === undefined || versions.test(since)
				? []
				: [wrong(version, 'must be "latest" or "v1.x"')])
		];
	});
}

/**
 * What is said of the Pods that are there already when a Namespace becomes stricter.
 * Models pod-security-admission/admission/admission.go ValidateNamespace and EvaluatePodsInNamespace.
 */
export function policyWarnings(
	object: KubeObject,
	current: KubeObject | null,
	{ cache, route }: RequestContext
): readonly string[] {
	if (current?.kind !== 'Namespace' || route.subresource !== undefined) return [];
	const [next, before] = [enforced(object), enforced(current)];
	const isStricter = levels.indexOf(next.level) > levels.indexOf(before.level);
	if (next.level === 'privileged' || (next.version === before.version && !isStricter)) return [];
	const { name } = object.metadata;
	const podsOf = new Map<string, string[]>();
	for (const pod of cache.list('pods', name)) {
		const reasons = findings((pod as Pod).spec, next.level).map(({ reason }) => reason);
		if (reasons.length === 0) continue;
		const why = reasons.join(', ');
		podsOf.set(why, [...(podsOf.get(why) ?? []), pod.metadata.name ?? '']);
	}
	if (podsOf.size === 0) return [];
	const shown = JSON.stringify(`${next.level}:${next.version}`);
	return [
		`existing pods in namespace ${JSON.stringify(name)} violate the new PodSecurity enforce level ${shown}`,
		...[...podsOf].map(([why, pods]) => `${among(pods)}: ${why}`).sort()
	];
}

function enforced({ metadata: { labels = {} } }: KubeObject): { level: string; version: string } {
	return {
		level: labels[`${prefix}enforce`] ?? 'privileged',
		version: labels[`${prefix}enforce-version`] ?? 'latest'
	};
}

/** The first of them by name, and how many others. */
function among(pods: readonly string[]): string {
	const [first = ''] = [...pods].sort();
	const others = pods.length - 1;
	if (others === 0) return first;
	return `${first} (and ${others} other ${others === 1 ? 'pod' : 'pods'})`;
}
