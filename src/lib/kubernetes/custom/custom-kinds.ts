import type { CustomKind } from '../custom-kind.ts';
import { decodeObject } from '../decode.ts';
import type { KubeObject } from '../object.ts';
import { allVerbs, type Resource } from '../resource.ts';
import {
	subdomainName,
	validateMetadata,
	validateMetadataUpdate,
	validateOwnMetadataUpdate
} from '../validation/metadata.ts';
import { type FieldError, invalidError } from '../validation/field-error.ts';
import { customFieldType } from './custom-field-type.ts';
import { customPrinter } from './custom-printer.ts';
import { defaulted } from './defaulting.ts';
import { type Definition, type DefinitionVersion, holds, type ScalePaths } from './definition.ts';
import type { JsonSchema } from './json-schema.ts';
import { listErrors } from './list-errors.ts';
import { pruned } from './pruning.ts';
import { hasRules, ruleErrors } from './rule-errors.ts';
import { fieldsOf, valuesAt, withValueAt } from './simple-path.ts';
import { valueErrors } from './value-errors.ts';

/** The resources that a definition makes the server serve, one a version; none until its names are accepted. */
export function customResources(definition: Definition): readonly Resource[] {
	if (!holds(definition, 'NamesAccepted')) return [];
	const { group, names, scope, versions } = definition.spec;
	return (versions ?? [])
		.filter(({ served }) => served === true)
		.sort((a, b) => versionOrder(a.name, b.name))
		.map((version) => ({
			kind: names.kind,
			apiVersion: `${group}/${version.name}`,
			plural: `${names.plural}.${group}`,
			singular: names.singular ?? names.kind.toLowerCase(),
			shortNames: names.shortNames ?? [],
			namespaced: scope === 'Namespaced',
			subresources: [
				...(version.subresources?.status ? ['status'] : []),
				...(version.subresources?.scale ? ['scale'] : [])
			],
			inAll: (names.categories ?? []).includes('all'),
			isExtension: false,
			verbs: allVerbs,
			custom: customKind(definition, version)
		}));
}

/** Above 0: the second is preferred: stable before beta before alpha, newer before older. Models apimachinery/pkg/version. */
function versionOrder(a: string, b: string): number {
	const rank = (name: string): readonly number[] | undefined => {
		const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(name);
		if (match === null) return undefined;
		const stage = match[2] === undefined ? 2 : match[2] === 'beta' ? 1 : 0;
		return [stage, Number(match[1]), Number(match[3] ?? 0)];
	};
	const [left, right] = [rank(a), rank(b)];
	if (left === undefined || right === undefined) {
		return left === right ? (a < b ? -1 : 1) : left === undefined ? 1 : -1;
	}
	const differing = left.findIndex((part, index) => part !== right[index]);
	return differing < 0 ? 0 : right[differing]! - left[differing]!;
}

function customKind(definition: Definition, version: DefinitionVersion): CustomKind {
	const { spec } = definition;
	const { names, group } = spec;
	const apiVersion = `${group}/${version.name}`;
	const stored = (spec.versions ?? []).find(({ storage }) => storage === true) ?? version;
	const schema = version.schema?.openAPIV3Schema ?? {};
	const errorsOf = contentErrors(schema, names.kind);
	const { subresources, deprecated, deprecationWarning } = version;
	const isNamespaced = spec.scope === 'Namespaced';
	return {
		plural: names.plural,
		storedVersion: `${group}/${stored.name}`,
		categories: names.categories ?? [],
		listKind: names.listKind ?? `${names.kind}List`,
		isEstablished: holds(definition, 'Established'),
		...(deprecated === true && {
			deprecation: deprecationWarning ?? `${apiVersion} ${names.kind} is deprecated`
		}),
		fieldType: customFieldType(schema),
		printer: customPrinter(version.additionalPrinterColumns),
		selectable: (version.selectableFields ?? []).map(({ jsonPath }) => jsonPath.replace(/^\./, '')),
		read: (body) => read(body, names.kind, schema),
		validate: (object) => [
			...validateMetadata(object.metadata, isNamespaced, subdomainName),
			...errorsOf(object, undefined)
		],
		validateUpdate: (object, old) => [
			...validateMetadataUpdate(object.metadata, old.metadata),
			...validateOwnMetadataUpdate(object.metadata, old.metadata),
			...errorsOf(object, old)
		],
		validateStatus: (object, old) => [
			...validateMetadataUpdate(object.metadata, old.metadata),
			...errorsOf(object, old)
		],
		...(subresources?.scale && { scale: scaleWith(subresources.scale) })
	};
}

function read(
	body: Readonly<Record<string, unknown>>,
	kind: string,
	schema: JsonSchema
): { object: KubeObject; unknownFields: readonly string[] } {
	const { metadata = {}, ...rest } = body;
	// Any kind with metadata will do: what is read is ObjectMeta.
	const decoded = decodeObject('ConfigMap', 'v1', { metadata });
	const { value, unknown } = pruned(rest, schema);
	const full = defaulted(value, schema) as KubeObject;
	return {
		object: {
			...full,
			kind: (full.kind as string | undefined) ?? kind,
			metadata: decoded.object.metadata
		},
		unknownFields: [...decoded.unknownFields, ...unknown.map((path) => `unknown field "${path}"`)]
	};
}

const unchecked =
	'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation';
const blocking: ReadonlySet<string> = new Set([
	'FieldValueNotSupported',
	'FieldValueRequired',
	'FieldValueTooLong',
	'FieldValueTooMany',
	'FieldValueTypeInvalid'
]);

/** Models apiextensions-apiserver/pkg/registry/customresource/{strategy,validator}.go. */
function contentErrors(
	schema: JsonSchema,
	kind: string
): (object: KubeObject, old: KubeObject | undefined) => FieldError[] {
	const isRuled = hasRules(schema);
	return (object, old) => {
		const errors = [
			...(object.kind === kind ? [] : [invalidError('kind', object.kind, `must be ${kind}`)]),
			...valueErrors(object, schema, ''),
			...listErrors(object, schema, '')
		];
		if (!isRuled) return errors;
		if (errors.some(({ type }) => blocking.has(type))) {
			return [...errors, invalidError('<nil>', null, unchecked)];
		}
		return [...errors, ...ruleErrors(object, old, schema, '')];
	};
}

function scaleWith(paths: ScalePaths): NonNullable<CustomKind['scale']> {
	const { specReplicasPath, statusReplicasPath, labelSelectorPath } = paths;
	const count = (object: KubeObject, path: string): number =>
		Number(valuesAt(object, path)[0] ?? 0);
	return {
		of(object) {
			const selector = labelSelectorPath && valuesAt(object, labelSelectorPath)[0];
			const replicas = count(object, specReplicasPath);
			return {
				spec: replicas === 0 ? {} : { replicas },
				status: {
					replicas: count(object, statusReplicasPath),
					...(typeof selector === 'string' && { selector })
				}
			};
		},
		with: (object, replicas) =>
			withValueAt(object, fieldsOf(specReplicasPath), replicas) as KubeObject
	};
}
