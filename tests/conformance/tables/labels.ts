import { parseSelector } from '#lib/kubernetes/labels/parse-selector.ts';
import {
	type LabelOperator,
	newRequirement,
	type Requirement
} from '#lib/kubernetes/labels/requirement.ts';
import {
	formatSelector,
	type LabelSelector,
	selectNothing,
	selectorMatches,
	selectorOf
} from '#lib/kubernetes/labels/selector.ts';
import { compared } from '../outcome.ts';
import { computed, type TableRunners } from '../table.ts';

interface PlainRequirement {
	readonly key: string;
	readonly operator: LabelOperator;
	readonly values?: readonly string[];
}

function requirement({ key, operator, values }: PlainRequirement): Requirement {
	return newRequirement(key, operator, values ?? []);
}

function shown({ key, operator, values }: Requirement): PlainRequirement {
	return values.length > 0 ? { key, operator, values } : { key, operator };
}

/** `otherwise` when it throws. */
function tried(compute: () => unknown, otherwise: unknown): unknown {
	try {
		return compute();
	} catch {
		return otherwise;
	}
}

type Labels = Readonly<Record<string, string>>;

export const labelTables: TableRunners = {
	'label-requirement-matches': computed(
		({ requirements, labels }: { requirements: PlainRequirement[]; labels: Labels }) =>
			selectorMatches(requirements.map(requirement), labels),
		compared
	),
	'label-selector-matches': computed(
		({ selector, labels }: { selector: string; labels: Labels }) =>
			selectorMatches(parseSelector(selector), labels),
		compared
	),
	'label-selector-object': computed(
		(object: LabelSelector | null) =>
			tried(
				() => {
					const selector = selectorOf(object);
					return selector === selectNothing
						? { selectsNothing: true }
						: { string: formatSelector(selector) };
				},
				{ error: true }
			),
		compared
	),
	'label-selector-parse': computed(
		(text: string) =>
			tried(() => ({ valid: true, string: formatSelector(parseSelector(text)) }), { valid: false }),
		compared
	),
	'label-selector-requirements': computed(
		(text: string) =>
			tried(() => ({ valid: true, requirements: parseSelector(text).map(shown) }), {
				valid: false
			}),
		compared
	),
	'label-selector-string': computed(
		(requirements: PlainRequirement[]) => formatSelector(requirements.map(requirement)),
		compared
	)
};
