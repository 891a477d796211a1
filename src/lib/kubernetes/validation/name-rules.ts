/**
 * What names and values may look like. Each rule gives the messages of what is wrong, none when the text is right.
 *
 * Models apimachinery pkg/util/validation/validation.go.
 */
export type NameRule = (text: string) => readonly string[];

const dns1123LabelPattern = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const dns1123SubdomainPattern = String.raw`${dns1123LabelPattern}(\.${dns1123LabelPattern})*`;
const dns1035LabelPattern = '[a-z]([-a-z0-9]*[a-z0-9])?';
const qualifiedNamePattern = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const labelValuePattern = `(${qualifiedNamePattern})?`;
const configMapKeyPattern = '[-._a-zA-Z0-9]+';
const percentPattern = '[0-9]+%';

const dns1123LabelText =
	"a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
const dns1123SubdomainText =
	"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
const dns1035LabelText =
	"a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
const qualifiedNameText =
	"must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const labelValueText =
	"a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const configMapKeyText =
	"a valid config key must consist of alphanumeric characters, '-', '_' or '.'";
const relaxedEnvVarText =
	"a valid environment variable name must consist only of printable ASCII characters other than '='";
const percentText = "a valid percent string must be a numeric string followed by an ending '%'";

const compiled = new Map<string, RegExp>();

function matchesWhole(pattern: string, text: string): boolean {
	let expression = compiled.get(pattern);
	if (expression === undefined) {
		expression = new RegExp(`^(?:${pattern})$`);
		compiled.set(pattern, expression);
	}
	return expression.test(text);
}

/** Models validation.RegexError. */
function regexText(message: string, pattern: string, ...examples: string[]): string {
	if (examples.length === 0) return `${message} (regex used for validation is '${pattern}')`;
	const listed = examples.map((example) => `'${example}', `).join(' or ');
	return `${message} (e.g. ${listed}regex used for validation is '${pattern}')`;
}

/** Models validation.MaxLenError; names of objects are counted in characters, those of labels in bytes. */
function tooLongText(max: number, unit: 'bytes' | 'characters'): string {
	return `must be no more than ${max} ${unit}`;
}

const utf8 = new TextEncoder();

function isAscii(text: string): boolean {
	for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false;
	return true;
}

/** Bytes of the text in UTF-8: what upstream's len() counts. */
export function byteLength(text: string): number {
	return isAscii(text) ? text.length : utf8.encode(text).length;
}

/** Nothing is wrong. */
const right: readonly string[] = [];

function rule(
	max: number,
	pattern: string,
	text: string,
	unit: 'bytes' | 'characters' = 'characters'
): NameRule {
	const expression = new RegExp(`^(?:${pattern})$`);
	return (value) => {
		const isTooLong = byteLength(value) > max;
		const isRight = expression.test(value);
		if (isRight && !isTooLong) return right;
		return [...(isTooLong ? [tooLongText(max, unit)] : []), ...(isRight ? [] : [text])];
	};
}

/** Models IsDNS1123Label. */
export const dns1123Label: NameRule = (text) => {
	const wrong = plainDns1123Label(text);
	if (wrong.length === 0) return right;
	const onlyDots = wrong.includes(dns1123LabelError) && matchesWhole(dns1123SubdomainPattern, text);
	return wrong.map((entry) =>
		onlyDots && entry === dns1123LabelError ? 'must not contain dots' : entry
	);
};

const dns1123LabelError = regexText(dns1123LabelText, dns1123LabelPattern, 'my-name', '123-abc');
const plainDns1123Label = rule(63, dns1123LabelPattern, dns1123LabelError);

/** Models IsDNS1123Subdomain. */
export const dns1123Subdomain = rule(
	253,
	dns1123SubdomainPattern,
	regexText(dns1123SubdomainText, dns1123SubdomainPattern, 'example.com')
);

/** Models IsDNS1035Label. */
export const dns1035Label = rule(
	63,
	dns1035LabelPattern,
	regexText(dns1035LabelText, dns1035LabelPattern, 'my-name', 'abc-123')
);

/** Models IsValidLabelValue. */
export const labelValue = rule(
	63,
	labelValuePattern,
	regexText(labelValueText, labelValuePattern, 'MyValue', 'my_value', '12345'),
	'bytes'
);

/** Models IsValidPercent. */
export const percent = rule(
	Number.POSITIVE_INFINITY,
	percentPattern,
	regexText(percentText, percentPattern, '1%', '93%')
);

/** `prefix/Name` or `Name`. Models IsQualifiedName. */
export const qualifiedName: NameRule = (text) => {
	const parts = text.split('/');
	if (parts.length > 2) {
		const described = regexText(
			qualifiedNameText,
			qualifiedNamePattern,
			'MyName',
			'my.name',
			'123-abc'
		);
		return [
			`a valid label key ${described} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`
		];
	}
	const errors: string[] = [];
	if (parts.length === 2) {
		const prefix = parts[0] ?? '';
		if (prefix === '') errors.push('prefix part must be non-empty');
		else errors.push(...dns1123Subdomain(prefix).map((text) => `prefix part ${text}`));
	}
	const name = parts.at(-1) ?? '';
	if (name === '') errors.push('name part must be non-empty');
	else if (byteLength(name) > 63) errors.push(`name part ${tooLongText(63, 'bytes')}`);
	if (!matchesWhole(qualifiedNamePattern, name)) {
		errors.push(
			`name part ${regexText(qualifiedNameText, qualifiedNamePattern, 'MyName', 'my.name', '123-abc')}`
		);
	}
	return errors;
};

/** Models IsConfigMapKey. */
export const configMapKey: NameRule = (text) => {
	const errors = [
		...rule(
			253,
			configMapKeyPattern,
			regexText(configMapKeyText, configMapKeyPattern, 'key.name', 'KEY_NAME', 'key-name')
		)(text)
	];
	return [...errors, ...dotsOnly(text)];
};

function dotsOnly(text: string): readonly string[] {
	if (text === '.') return ["must not be '.'"];
	if (text === '..') return ["must not be '..'"];
	return text.startsWith('..') ? ["must not start with '..'"] : [];
}

/** Models IsRelaxedEnvVarName: any printable ASCII but `=`. */
export const envVarName: NameRule = (text) => {
	if (text === '') return ['environment variable name must be non-empty'];
	return /^[ -<>-~]*$/.test(text) ? [] : [relaxedEnvVarText];
};

/** Models IsValidPortName. */
export const portName: NameRule = (text) => {
	const errors: string[] = [];
	if (byteLength(text) > 15) errors.push('must be no more than 15 characters');
	if (!/^[-a-z0-9]+$/.test(text)) {
		errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
	}
	if (!/[a-z]/.test(text)) errors.push('must contain at least one letter (a-z)');
	if (text.includes('--')) errors.push('must not contain consecutive hyphens');
	if (text.startsWith('-') || text.endsWith('-')) {
		errors.push('must not begin or end with a hyphen');
	}
	return errors;
};

/** Models IsValidPortNum. */
export function portNumber(port: number): readonly string[] {
	return port >= 1 && port <= 65535 ? [] : [rangeText(1, 65535)];
}

/** Models InclusiveRangeError. */
export function rangeText(low: number, high: number): string {
	return `must be between ${low} and ${high}, inclusive`;
}
