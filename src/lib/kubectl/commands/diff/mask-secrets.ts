import type { KubeObject } from '#lib/kubernetes/object.ts';

const same = '***';
const before = '*** (before)';
const after = '*** (after)';

type Data = Readonly<Record<string, unknown>>;

/**
 * Both versions of an object; of a Secret without what it keeps, but so that one sees what is different.
 *
 * Models kubectl pkg/cmd/diff/diff.go Masker.
 */
export function maskSecrets(
	from: KubeObject | undefined,
	to: KubeObject
): readonly [KubeObject | undefined, KubeObject] {
	if (to.kind !== 'Secret' || to.apiVersion !== 'v1') return [from, to];
	const [old, fresh] = [(from?.data ?? {}) as Data, (to.data ?? {}) as Data];
	const isChanged = (key: string): boolean => key in old && key in fresh && old[key] !== fresh[key];
	const masked = (object: KubeObject, data: Data, word: string): KubeObject =>
		object.data === undefined
			? object
			: {
					...object,
					data: Object.fromEntries(
						Object.keys(data).map((key) => [key, isChanged(key) ? word : same])
					)
				};
	return [from && masked(from, old, before), masked(to, fresh, after)];
}
