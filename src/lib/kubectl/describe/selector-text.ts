import type { LabelSelector } from '#lib/kubernetes/labels/selector.ts';

const words: Readonly<Record<string, string>> = { In: 'in', NotIn: 'notin' };

/** Models apimachinery pkg/apis/meta/v1/helpers.go FormatLabelSelector. */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
	const expressions = [...matchExpressions]
		.sort((a, b) => (a.key < b.key ? -1 : 1))
		.map(({ key, operator, values = [] }) => {
			if (operator === 'Exists') return key;
			if (operator === 'DoesNotExist') return `!${key}`;
			return `${key} ${words[operator] ?? operator} (${[...values].sort().join(',')})`;
		});
	return [...labelPairs(matchLabels), ...expressions].join(',') || '<none>';
}

/** `a=b,c=d` in order, `<none>` without any. Models apimachinery pkg/labels FormatLabels. */
export function labelsText(labels: Readonly<Record<string, string>> | undefined): string {
	return labelPairs(labels ?? {}).join(',') || '<none>';
}

function labelPairs(labels: Readonly<Record<string, string>>): readonly string[] {
	return Object.entries(labels)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, value]) => `${key}=${value}`);
}
