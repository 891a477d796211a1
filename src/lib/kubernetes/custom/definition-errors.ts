import { isDeepEqual } from '../deep-equal.ts';
import {
	type FieldError,
	invalidError,
	notSupportedError,
	requiredError
} from '../validation/field-error.ts';
import { dns1035Label, dns1123Subdomain } from '../validation/name-rules.ts';
import type {
	Definition,
	DefinitionNames,
	DefinitionSpec,
	DefinitionVersion,
	PrinterColumn,
	ScalePaths
} from './definition.ts';
import { schemaErrors } from './schema-errors.ts';

/**
 * What is wrong with a definition. Upstream holds what all versions have in common once, under `spec`, and says so.
 * Models apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go ValidateCustomResourceDefinition.
 */
export function definitionErrors(definition: Definition): FieldError[] {
	const { metadata, spec } = definition;
	const name = metadata.name ?? '';
	const isNamed = name === `${spec.names.plural}.${spec.group}`;
	return [
		...(isNamed
			? []
			: [invalidError('metadata.name', name, 'must be spec.names.plural+"."+spec.group')]),
		...specErrors(spec),
		...storedVersionErrors(definition),
		...approvalErrors(definition)
	];
}

function specErrors(spec: DefinitionSpec): FieldError[] {
	const { group, scope, names } = spec;
	const versions = spec.versions ?? [];
	const errors: FieldError[] = [];
	const wrongGroup = dns1123Subdomain(group);
	if (group === '') errors.push(requiredError('spec.group'));
	else if (wrongGroup.length > 0)
		errors.push(invalidError('spec.group', group, wrongGroup.join(',')));
	else if (!group.includes('.')) {
		errors.push(invalidError('spec.group', group, 'should be a domain with at least one dot'));
	}
	if (!scope) errors.push(requiredError('spec.scope'));
	else if (!['Cluster', 'Namespaced'].includes(scope)) {
		errors.push(notSupportedError('spec.scope', scope, ['Cluster', 'Namespaced']));
	}
	const isUniform = versions.every((version) => isSameContent(version, versions[0]!));
	const isBare = versions.every((version) => version.schema?.openAPIV3Schema === undefined);
	versions.forEach((version, index) => {
		const at = `spec.versions[${index}]`;
		if (version.served === true && !version.schema?.openAPIV3Schema && (isBare || !isUniform)) {
			errors.push(requiredError(`${at}.schema.openAPIV3Schema`, 'schemas are required'));
		}
	});
	versions.forEach((version, index) => {
		const at = `spec.versions[${index}]`;
		const wrong = dns1035Label(version.name);
		if (wrong.length > 0) errors.push(invalidError(`${at}.name`, version.name, wrong.join(',')));
		if (!isUniform) errors.push(...contentErrors(version, at, `${at}.schema`));
		errors.push(...deprecationErrors(version, at));
	});
	const shown = versions.map((version) => goVersion(version, isUniform));
	if (new Set(versions.map((version) => version.name)).size < versions.length) {
		errors.push(invalidError('spec.versions', shown, 'must contain unique version names'));
	}
	if (versions.filter(({ storage }) => storage === true).length !== 1) {
		const why = 'must have exactly one version marked as storage version';
		errors.push(invalidError('spec.versions', shown, why));
	}
	errors.push(...nameErrors(names));
	if (isUniform && versions[0])
		errors.push(...contentErrors(versions[0], 'spec', 'spec.validation'));
	return [...errors, ...conversionErrors(spec)];
}

function isSameContent(a: DefinitionVersion, b: DefinitionVersion): boolean {
	return (['schema', 'subresources', 'additionalPrinterColumns'] as const).every((field) =>
		isDeepEqual(a[field], b[field])
	);
}

/** As upstream prints its own struct. */
function goVersion(version: DefinitionVersion, isUniform: boolean): object {
	const own = <T>(value: T | undefined): T | null => (isUniform ? null : (value ?? null));
	return {
		Name: version.name,
		Served: version.served ?? false,
		Storage: version.storage ?? false,
		Deprecated: version.deprecated ?? false,
		DeprecationWarning: version.deprecationWarning ?? null,
		Schema: own(version.schema),
		Subresources: own(version.subresources),
		AdditionalPrinterColumns: own(version.additionalPrinterColumns),
		SelectableFields: own(version.selectableFields)
	};
}

function deprecationErrors(
	{ deprecated, deprecationWarning }: DefinitionVersion,
	at: string
): FieldError[] {
	if (deprecationWarning === undefined) return [];
	const field = `${at}.deprecationWarning`;
	if (deprecated !== true) {
		return [invalidError(field, deprecationWarning, 'can only be set for deprecated versions')];
	}
	return deprecationWarning === ''
		? [invalidError(field, deprecationWarning, 'must not be empty')]
		: [];
}

function contentErrors(version: DefinitionVersion, at: string, schemaAt: string): FieldError[] {
	const schema = version.schema?.openAPIV3Schema;
	const { subresources, additionalPrinterColumns = [] } = version;
	return [
		...(schema === undefined ? [] : schemaErrors(schema, `${schemaAt}.openAPIV3Schema`)),
		...(subresources?.scale ? scaleErrors(subresources.scale, `${at}.subresources.scale`) : []),
		...additionalPrinterColumns.flatMap((column, index) =>
			columnErrors(column, `${at}.additionalPrinterColumns[${index}]`)
		)
	];
}

function scaleErrors(paths: ScalePaths, at: string): FieldError[] {
	const { specReplicasPath, statusReplicasPath, labelSelectorPath } = paths;
	const under = (field: string, path: string, root: RegExp, where: string): FieldError[] => {
		if (path === '') return [requiredError(`${at}.${field}`)];
		const why = `should be a json path under ${where}`;
		return root.test(path) ? [] : [invalidError(`${at}.${field}`, path, why)];
	};
	return [
		...under('specReplicasPath', specReplicasPath, /^\.spec\./, '.spec'),
		...under('statusReplicasPath', statusReplicasPath, /^\.status\./, '.status'),
		...(labelSelectorPath
			? under(
					'labelSelectorPath',
					labelSelectorPath,
					/^\.(spec|status)\./,
					'either .spec or .status'
				)
			: [])
	];
}

const columnTypes = ['boolean', 'date', 'integer', 'number', 'string'];
const columnFormats = [
	'byte',
	'date',
	'date-time',
	'double',
	'float',
	'int32',
	'int64',
	'password'
];

function columnErrors({ name, type, format, jsonPath }: PrinterColumn, at: string): FieldError[] {
	const errors: FieldError[] = [];
	const types = `must be one of ${columnTypes.join(',')}`;
	if (!name) errors.push(requiredError(`${at}.name`));
	if (!type) errors.push(requiredError(`${at}.type`, types));
	else if (!columnTypes.includes(type)) errors.push(invalidError(`${at}.type`, type, types));
	if (format && !columnFormats.includes(format)) {
		const why = `must be one of ${columnFormats.join(',')}`;
		errors.push(invalidError(`${at}.format`, format, why));
	}
	if (!jsonPath) errors.push(requiredError(`${at}.jsonPath`));
	else if (!jsonPath.startsWith('.')) {
		const why = 'is an invalid path: must be a simple json path starting with .';
		errors.push(invalidError(`${at}.jsonPath`, jsonPath, why));
	}
	return errors;
}

function nameErrors(names: DefinitionNames): FieldError[] {
	const { plural, singular = '', kind, listKind = '', shortNames = [], categories = [] } = names;
	const at = 'spec.names';
	const errors: FieldError[] = [];
	for (const [field, value] of Object.entries({ plural, singular, kind, listKind })) {
		if (!value) errors.push(requiredError(`${at}.${field}`));
	}
	const label = (field: string, value: string, isMixed = false): void => {
		const wrong = dns1035Label(isMixed ? value.toLowerCase() : value);
		if (value === '' || wrong.length === 0) return;
		const prefix = isMixed ? 'may have mixed case, but should otherwise match: ' : '';
		errors.push(invalidError(`${at}.${field}`, value, prefix + wrong.join(',')));
	};
	label('plural', plural);
	label('singular', singular);
	label('kind', kind, true);
	label('listKind', listKind, true);
	shortNames.forEach((name, index) => label(`shortNames[${index}]`, name));
	if (kind && kind === listKind) {
		const why = 'kind and listKind may not be the same';
		errors.push(invalidError(`${at}.listKind`, listKind, why));
	}
	categories.forEach((name, index) => label(`categories[${index}]`, name));
	return errors;
}

function conversionErrors({ conversion }: DefinitionSpec): FieldError[] {
	const at = 'spec.conversion';
	const { strategy, webhook } = conversion ?? {};
	if (!strategy) return [];
	if (!['None', 'Webhook'].includes(strategy)) {
		return [notSupportedError(`${at}.strategy`, strategy, ['None', 'Webhook'])];
	}
	const why = 'required when strategy is set to Webhook';
	return strategy === 'Webhook' && webhook?.clientConfig === undefined
		? [requiredError(`${at}.webhookClientConfig`, why)]
		: [];
}

function storedVersionErrors({ status, spec }: Definition): FieldError[] {
	const at = 'status.storedVersions';
	const stored = status?.storedVersions ?? [];
	if (stored.length === 0) {
		return [invalidError(at, null, 'must have at least one stored version')];
	}
	const left = new Map(stored.map((name, index) => [name, index]));
	const errors: FieldError[] = [];
	for (const { name, storage } of spec.versions ?? []) {
		if (storage === true && !left.has(name)) {
			errors.push(invalidError(at, stored, `must have the storage version ${name}`));
		}
		left.delete(name);
	}
	for (const [name, index] of left) {
		errors.push(invalidError(`${at}[${index}]`, name, 'must appear in spec.versions'));
	}
	return errors;
}

const approval = 'api-approved.kubernetes.io';

/** Groups of Kubernetes itself are protected. Models validateAPIApproval. */
function approvalErrors({ metadata, spec }: Definition): FieldError[] {
	if (!/(^|\.)(k8s|kubernetes)\.io$/.test(spec.group)) return [];
	const given = metadata.annotations?.[approval] ?? '';
	const at = `metadata.annotations[${approval}]`;
	const must = `protected groups must have approval annotation "${approval}"`;
	const see = 'see https://github.com/kubernetes/enhancements/pull/1111';
	if (given === '') return [requiredError(at, `${must}, ${see}`)];
	if (given.startsWith('unapproved') || /^https?:\/\/[^/\s]+\S*$/.test(given)) return [];
	const why = `${must} with either a URL or a reason starting with "unapproved", ${see}`;
	return [invalidError(at, given, why)];
}
