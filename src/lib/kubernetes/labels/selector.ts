import {
	formatRequirement,
	type LabelOperator,
	newRequirement,
	type Requirement,
	requirementMatches
} from './requirement.ts';

/** ANDed requirements; none selects everything. */
export type Selector = readonly Requirement[];

/** Selects nothing: a value out of an empty set. */
export const selectNothing: Selector = [{ key: '', operator: 'in', values: [] }];

/** `metav1.LabelSelector`, as Deployments, Services' policies and others hold it. */
export interface LabelSelector {
	readonly matchLabels?: Readonly<Record<string, string>>;
	readonly matchExpressions?: readonly {
		readonly key: string;
		readonly operator: string;
		readonly values?: readonly string[];
	}[];
}

export function selectorMatches(
	selector: Selector,
	labels: Readonly<Record<string, string>> | undefined
): boolean {
	return selector.every((requirement) => requirementMatches(requirement, labels ?? {}));
}

/** As `kubectl get -l` takes it. Models internalSelector.String. */
export function formatSelector(selector: Selector): string {
	return selector.map(formatRequirement).join(',');
}

const operators: Readonly<Record<string, LabelOperator>> = {
	In: 'in',
	NotIn: 'notin',
	Exists: 'exists',
	DoesNotExist: '!'
};

/**
 * The selector that a LabelSelector object means: absent selects nothing, empty everything.
 *
 * Models apimachinery pkg/apis/meta/v1/helpers.go LabelSelectorAsSelector.
 *
 * @throws Error with upstream's text
 */
export function selectorOf(object: LabelSelector | null | undefined): Selector {
	if (object === null || object === undefined) return selectNothing;
	const requirements = Object.entries(object.matchLabels ?? {}).map(([key, value]) =>
		newRequirement(key, '=', [value])
	);
	for (const { key, operator, values } of object.matchExpressions ?? []) {
		const known = operators[operator];
		if (known === undefined) {
			throw new Error(`${JSON.stringify(operator)} is not a valid label selector operator`);
		}
		requirements.push(newRequirement(key, known, values ?? []));
	}
	return requirements.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
