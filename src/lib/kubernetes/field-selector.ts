/** One term of a field selector. */
export interface FieldRequirement {
	readonly field: string;
	readonly operator: '=' | '!=';
	readonly value: string;
}

export type FieldSelector = readonly FieldRequirement[];

/**
 * Reads e.g. `metadata.name=web,spec.nodeName!=`. Backslash escapes `,`, `=` and itself in a value.
 *
 * Models apimachinery pkg/fields/selector.go ParseSelector.
 *
 * @throws Error with upstream's text
 */
export function parseFieldSelector(text: string): FieldSelector {
	return splitTerms(text)
		.filter((term) => term !== '')
		.map((term) => parseTerm(term, text));
}

function splitTerms(text: string): string[] {
	return text.match(/(?:\\[\s\S]|[^,\\])+|\\$/g) ?? [];
}

function parseTerm(term: string, whole: string): FieldRequirement {
	const match = /^([^=!\\]*(?:\\.[^=!\\]*)*)(!=|==|=)([\s\S]*)$/.exec(term);
	if (match === null) {
		throw new Error(`invalid selector: '${whole}'; can't understand '${term}'`);
	}
	const [, field = '', operator, value = ''] = match;
	return { field, operator: operator === '!=' ? '!=' : '=', value: unescape(value) };
}

function unescape(value: string): string {
	const wrong = /\\(?![\\,=])([\s\S]?)/.exec(value.replaceAll(/\\[\\,=]/g, ''));
	if (wrong) {
		throw new Error(`invalid field selector: invalid escape sequence: ${wrong[0]}`);
	}
	const bare = value.replaceAll(/\\[\\,=]/g, '');
	if (bare.includes('='))
		throw new Error(`invalid field selector: unescaped character in value: =`);
	return value.replaceAll(/\\([\\,=])/g, '$1');
}

/** Whether every requirement holds; `valueOf` gives a field's text, empty when the object has none. */
export function fieldSelectorMatches(
	selector: FieldSelector,
	valueOf: (field: string) => string
): boolean {
	return selector.every(
		({ field, operator, value }) => (valueOf(field) === value) === (operator === '=')
	);
}

/** The selector as text, in the order given. */
export function formatFieldSelector(selector: FieldSelector): string {
	return selector
		.map(({ field, operator, value }) => field + operator + value.replaceAll(/[\\,=]/g, '\\$&'))
		.join(',');
}
