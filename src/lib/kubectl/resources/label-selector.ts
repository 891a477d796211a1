import { parseSelector } from '#lib/kubernetes/labels/parse-selector.ts';
import type { LabelOperator } from '#lib/kubernetes/labels/requirement.ts';
import type { LabelSelector } from '#lib/kubernetes/labels/selector.ts';
import { KubectlError } from '../kubectl-error.ts';

const operators: Readonly<
	Partial<Record<LabelOperator, 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'>>
> = {
	in: 'In',
	notin: 'NotIn',
	'!=': 'NotIn',
	exists: 'Exists',
	'!': 'DoesNotExist'
};

/**
 * `app=web,tier in (a,b)` as objects carry it; a part that there is none of is absent.
 *
 * Models apimachinery pkg/apis/meta/v1/helpers.go ParseToLabelSelector.
 *
 * @throws KubectlError
 */
export function labelSelectorOf(text: string): LabelSelector {
	let requirements: ReturnType<typeof parseSelector>;
	try {
		requirements = parseSelector(text);
	} catch (error) {
		throw new KubectlError(
			`couldn't parse the selector string ${JSON.stringify(text)}: ${(error as Error).message}`
		);
	}
	const labels = requirements.filter(({ operator }) => operators[operator] === undefined);
	const expressions = requirements
		.filter(({ operator }) => operators[operator] !== undefined)
		.map(({ key, operator, values }) => ({
			key,
			operator: operators[operator]!,
			...(values.length > 0 ? { values } : undefined)
		}));
	return {
		...(labels.length > 0
			? { matchLabels: Object.fromEntries(labels.map(({ key, values }) => [key, values[0] ?? ''])) }
			: undefined),
		...(expressions.length > 0 ? { matchExpressions: expressions } : undefined)
	};
}
