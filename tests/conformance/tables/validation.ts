import {
	duplicateError,
	errorText,
	type FieldError,
	forbiddenError,
	invalidError,
	notFoundError,
	notSupportedError,
	requiredError,
	tooLongError
} from '#lib/kubernetes/validation/field-error.ts';
import {
	configMapKey,
	dns1035Label,
	dns1123Label,
	dns1123Subdomain,
	labelValue,
	type NameRule,
	percent,
	portName,
	portNumber,
	qualifiedName
} from '#lib/kubernetes/validation/name-rules.ts';
import { compared, skipped } from '../outcome.ts';
import { type CaseRunner, computed, type TableRunners } from '../table.ts';

function rule(check: NameRule): CaseRunner {
	return computed((text: string) => ({ valid: check(text).length === 0 }), compared);
}

interface ErrorInput {
	readonly type: string;
	readonly field: string;
	readonly value?: unknown;
	readonly detail?: string;
	readonly supported?: readonly string[];
	readonly max?: number;
}

const makers: Readonly<Record<string, (input: ErrorInput) => FieldError>> = {
	Required: ({ field, detail }) => requiredError(field, detail),
	Invalid: ({ field, value, detail }) => invalidError(field, value, detail ?? ''),
	NotSupported: ({ field, value, supported }) => notSupportedError(field, value, supported ?? []),
	Duplicate: ({ field, value }) => duplicateError(field, value),
	NotFound: ({ field, value }) => notFoundError(field, value),
	Forbidden: ({ field, detail }) => forbiddenError(field, detail ?? ''),
	TooLong: ({ field, max }) => tooLongError(field, max ?? 0)
};

export const validationTables: TableRunners = {
	'field-errors': ({ input, expected }) => {
		const make = makers[(input as ErrorInput).type];
		return make
			? compared(expected, errorText(make(input as ErrorInput)))
			: skipped(`no error of type ${(input as ErrorInput).type}`);
	},
	'validation-configmap-key': rule(configMapKey),
	'validation-dns1035-label': rule(dns1035Label),
	'validation-dns1123-label': rule(dns1123Label),
	'validation-dns1123-subdomain': rule(dns1123Subdomain),
	'validation-label-value': rule(labelValue),
	'validation-percent': rule(percent),
	'validation-port-name': rule(portName),
	'validation-port-number': computed(
		(port: number) => ({ valid: portNumber(port).length === 0 }),
		compared
	),
	'validation-qualified-name': rule(qualifiedName)
};
