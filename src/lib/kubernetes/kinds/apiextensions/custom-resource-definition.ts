import { customResources } from '../../custom/custom-kinds.ts';
import type { Definition, DefinitionStatus, DefinitionVersion } from '../../custom/definition.ts';
import { definitionErrors } from '../../custom/definition-errors.ts';
import { typedSchema } from '../../custom/typed-schema.ts';
import { settledDefinition } from '../../custom/settled-definition.ts';
import type { KubeObject } from '../../object.ts';
import { type FieldError, invalidError } from '../../validation/field-error.ts';
import { specChanges } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';

/** Models apiextensions-apiserver/pkg/registry/customresourcedefinition/strategy.go and pkg/apis/apiextensions/v1/defaults.go. */
export const customResourceDefinitionKind: KindRules = {
	apiVersion: 'apiextensions.k8s.io/v1',
	kind: 'CustomResourceDefinition',
	defaults(object) {
		const { spec } = object as Definition;
		const { kind = '', singular, listKind } = spec.names;
		return {
			...object,
			spec: {
				...spec,
				names: {
					...spec.names,
					singular: singular ?? kind.toLowerCase(),
					...((listKind ?? kind) && { listKind: listKind ?? `${kind}List` })
				},
				...(spec.versions && { versions: spec.versions.map(withTypedSchema) }),
				conversion: spec.conversion ?? { strategy: 'None' }
			}
		} as unknown as KubeObject;
	},
	strategy: {
		changesGeneration: specChanges,
		prepareForCreate(object) {
			const fresh = {
				conditions: null,
				acceptedNames: { plural: '', kind: '' },
				storedVersions: null
			};
			return withStoredVersion({ ...object, status: fresh } as unknown as Definition);
		},
		prepareForUpdate: (updated) => withStoredVersion(updated as Definition)
	},
	validate: (object) => definitionErrors(object as Definition),
	validateUpdate: (object, old) => [
		...definitionErrors(object as Definition),
		...immutableErrors(object as Definition, old as Definition)
	],
	validateStatus: () => [],
	resources: (object) => customResources(object as Definition),
	settled: (object, others, timestamp) =>
		settledDefinition(object as Definition, others as readonly Definition[], timestamp)
};

function withTypedSchema(version: DefinitionVersion): DefinitionVersion {
	const schema = version.schema?.openAPIV3Schema;
	if (schema === undefined) return version;
	return { ...version, schema: { openAPIV3Schema: typedSchema(schema) } };
}

/** What the version in use is called stands in the status from then on. */
function withStoredVersion(definition: Definition): Definition {
	const stored = (definition.spec.versions ?? []).find(({ storage }) => storage === true)?.name;
	const known = definition.status?.storedVersions ?? [];
	if (stored === undefined || known.includes(stored)) return definition;
	const status: DefinitionStatus = {
		...(definition.status as DefinitionStatus),
		storedVersions: [...known, stored]
	};
	return { ...definition, status };
}

function immutableErrors({ spec }: Definition, { spec: old, status }: Definition): FieldError[] {
	const isEstablished = (status?.conditions ?? []).some(
		(one) => one.type === 'Established' && one.status === 'True'
	);
	const errors: FieldError[] = [];
	const keep = (field: string, value: unknown, before: unknown): void => {
		if (value !== before) errors.push(invalidError(field, value, 'field is immutable'));
	};
	if (isEstablished) {
		keep('spec.scope', spec.scope, old.scope);
		keep('spec.names.kind', spec.names.kind, old.names.kind);
	}
	keep('spec.group', spec.group, old.group);
	keep('spec.names.plural', spec.names.plural, old.names.plural);
	return errors;
}
