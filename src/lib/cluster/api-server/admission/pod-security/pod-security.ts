import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import type { Pod, PodSpec } from '#lib/kubernetes/pod.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import type { RequestContext } from '../../operation.ts';
import { storageKey } from '../../storage-key.ts';
import { isNewPod } from '../is-new-pod.ts';
import { refusedName } from '../refused-name.ts';
import { baseline } from './baseline.ts';
import type { Violation } from './check.ts';
import { overridden, restricted } from './restricted.ts';

const prefix = 'pod-security.kubernetes.io/';

/** The level that a namespace has for `enforce` or `warn`, and its version; undefined: anything goes. */
function levelOf(
	mode: 'enforce' | 'warn',
	{ cache, route }: RequestContext
): { readonly level: string; readonly shown: string } | undefined {
	if (route.namespace === undefined) return undefined;
	const labels = cache.get(storageKey('namespaces', undefined, route.namespace))?.metadata.labels;
	const level = labels?.[prefix + mode];
	if (level !== 'baseline' && level !== 'restricted') return undefined;
	return { level, shown: `${level}:${labels?.[`${prefix}${mode}-version`] ?? 'latest'}` };
}

/**
 * Why a new Pod may not be, as its namespace's labels have it.
 * Models k8s.io/pod-security-admission/admission/admission.go EvaluatePod.
 */
export function insecurePod(object: KubeObject, context: RequestContext): Status | undefined {
	if (!isNewPod(context)) return undefined;
	const wanted = levelOf('enforce', context);
	const found = wanted && violations((object as Pod).spec, wanted.level);
	if (!found) return undefined;
	const why = `violates PodSecurity ${JSON.stringify(wanted.shown)}: ${found}`;
	return forbidden({ group: '', resource: 'pods' }, refusedName(object), why);
}

/** What is said of a Pod, or of what makes Pods, that would not be let in. */
export function insecurityWarnings(object: KubeObject, context: RequestContext): readonly string[] {
	const wanted = levelOf('warn', context);
	const spec = wanted && podSpecOf(object);
	const found = spec && violations(spec, wanted.level);
	return found ? [`would violate PodSecurity ${JSON.stringify(wanted.shown)}: ${found}`] : [];
}

function podSpecOf(object: KubeObject): PodSpec | undefined {
	if (object.kind === 'Pod') return (object as Pod).spec;
	const spec = (object['spec'] ?? {}) as {
		template?: PodTemplate;
		jobTemplate?: { spec: { template: PodTemplate } };
	};
	return (spec.template ?? spec.jobTemplate?.spec.template)?.spec;
}

/** What a Pod does that its level forbids, in one text, '' when there is nothing. */
function violations(spec: PodSpec, level: string): string {
	return findings(spec, level)
		.map(({ reason, detail }) => `${reason} (${detail})`)
		.join(', ');
}

/** What a Pod does that its level forbids. */
export function findings(spec: PodSpec, level: string): Violation[] {
	const isStrict = level === 'restricted';
	const checks = [
		...Object.entries(baseline).filter(([name]) => !isStrict || !overridden.has(name)),
		...(isStrict ? Object.entries(restricted) : [])
	];
	return checks.flatMap(([, check]) => check(spec) ?? []);
}
