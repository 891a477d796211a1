import type { Taint } from '#lib/kubernetes/pod.ts';
import { labelValue, qualifiedName } from '#lib/kubernetes/validation/name-rules.ts';
import { KubectlError, usageError } from '../kubectl-error.ts';

/** What a `taint` command is to do. */
export interface TaintChanges {
	readonly add: readonly Taint[];
	/** Without an effect all taints with the key go. */
	readonly remove: readonly { readonly key: string; readonly effect?: string }[];
}

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/**
 * Reads `KEY=VALUE:EFFECT`, `KEY:EFFECT`, `KEY:EFFECT-` and `KEY-`.
 *
 * Models kubectl pkg/cmd/taint/utils.go parseTaints.
 *
 * @throws KubectlError
 */
export function readTaints(specs: readonly string[]): TaintChanges {
	const add: Taint[] = [];
	const remove: { key: string; effect?: string }[] = [];
	for (const spec of specs) {
		const [head = '', effect, ...more] = spec.replace(/-$/, '').split(':');
		const [key = '', value, ...values] = head.split('=');
		if (more.length > 0 || values.length > 0) throw invalid(`invalid taint spec: ${spec}`);
		const faults = [...qualifiedName(key), ...(value ? labelValue(value) : [])];
		if (faults.length > 0) throw invalid(`invalid taint spec: ${spec}, ${faults.join('; ')}`);
		if (effect && !effects.includes(effect)) {
			throw invalid(`invalid taint effect: ${effect}, unsupported taint effect`);
		}
		if (spec.endsWith('-')) {
			remove.push({ key, ...(effect ? { effect } : undefined) });
			continue;
		}
		if (!effect) throw invalid(`invalid taint effect: ${effect ?? ''}, unsupported taint effect`);
		if (add.some((one) => one.key === key && one.effect === effect)) {
			throw new KubectlError(`duplicated taints with the same key and effect: ${spec}`);
		}
		add.push({ key, ...(value ? { value } : undefined), effect: effect as Taint['effect'] });
	}
	return { add, remove };
}

function invalid(message: string): KubectlError {
	return usageError('taint', message);
}
