import { parseSelector } from '#lib/kubernetes/labels/parse-selector.ts';
import { selectorMatches } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { KubectlError } from '../kubectl-error.ts';

/**
 * Whether an object of a file has the labels of `-l`. Models cli-runtime pkg/resource/visitor.go FilterByLabelSelector.
 *
 * @throws KubectlError
 */
export function selectsLabels(selector: string): (object: KubeObject) => boolean {
	if (selector === '') return () => true;
	try {
		const parsed = parseSelector(selector);
		return ({ metadata }) => selectorMatches(parsed, metadata.labels);
	} catch (error) {
		throw new KubectlError((error as Error).message);
	}
}
