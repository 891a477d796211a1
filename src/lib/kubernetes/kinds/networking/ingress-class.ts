import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn } from '../../print/printer.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError,
	tooLongError
} from '../../validation/field-error.ts';
import { ruled, subdomainName } from '../../validation/metadata.ts';
import { dns1123Label } from '../../validation/name-rules.ts';
import { domainPrefixedPath } from '../domain-prefixed-path.ts';
import { specChanges } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';
import { pathSegmentName } from '../path-segment-name.ts';

interface Parameters {
	readonly apiGroup?: string;
	readonly kind?: string;
	readonly name?: string;
	readonly scope?: string;
	readonly namespace?: string;
}

interface IngressClass extends KubeObject {
	readonly spec: { readonly controller?: string; readonly parameters?: Parameters };
}

const longest = 250;

/** Models pkg/apis/networking/v1/defaults.go SetDefaults_IngressClass. */
function defaults(object: KubeObject): KubeObject {
	const { spec } = object as IngressClass;
	if (spec.parameters === undefined) return object;
	const parameters = { ...spec.parameters, scope: spec.parameters.scope ?? 'Cluster' };
	return { ...object, spec: { ...spec, parameters } };
}

/** Models pkg/apis/networking/validation/validation.go validateIngressClassSpec. */
function validate(object: KubeObject): FieldError[] {
	const { controller = '', parameters } = (object as IngressClass).spec;
	const path = 'spec.controller';
	return [
		...(controller.length > longest ? [tooLongError(path, longest)] : []),
		...domainPrefixedPath(controller, path),
		...(parameters ? validateParameters(parameters, 'spec.parameters') : [])
	];
}

function validateParameters(parameters: Parameters, path: string): FieldError[] {
	const { apiGroup, kind, name, scope, namespace } = parameters;
	const errors = [
		...(apiGroup === undefined ? [] : ruled(subdomainName, apiGroup, `${path}.apiGroup`)),
		...(kind
			? ruled(pathSegmentName, kind, `${path}.kind`)
			: [requiredError(`${path}.kind`, 'kind is required')]),
		...(name
			? ruled(pathSegmentName, name, `${path}.name`)
			: [requiredError(`${path}.name`, 'name is required')])
	];
	if (!scope) return [...errors, requiredError(`${path}.scope`)];
	if (scope !== 'Cluster' && scope !== 'Namespace') {
		errors.push(notSupportedError(`${path}.scope`, scope, ['Cluster', 'Namespace']));
	}
	if (scope === 'Cluster' && namespace !== undefined) {
		const why = "`parameters.scope` is set to 'Cluster'";
		errors.push(forbiddenError(`${path}.namespace`, why));
	}
	if (scope === 'Namespace') {
		if (namespace === undefined) {
			const why = "`parameters.scope` is set to 'Namespace'";
			errors.push(requiredError(`${path}.namespace`, why));
		} else errors.push(...ruled(dns1123Label, namespace, `${path}.namespace`));
	}
	return errors;
}

export const ingressClassKind: KindRules = {
	apiVersion: 'networking.k8s.io/v1',
	kind: 'IngressClass',
	defaults,
	validate,
	validateUpdate(object, old) {
		const { controller } = (object as IngressClass).spec;
		const isSame = controller === (old as IngressClass).spec.controller;
		const why = 'field is immutable';
		const changed = isSame ? [] : [invalidError('spec.controller', controller, why)];
		return [...changed, ...validate(object)];
	},
	strategy: { changesGeneration: specChanges },
	printer: {
		columns: [nameColumn, column('Controller'), column('Parameters'), ageColumn],
		row(object, nowMs) {
			const { metadata, spec } = object as IngressClass;
			const { parameters: given } = spec;
			const group = given?.apiGroup ? `.${given.apiGroup}` : '';
			const shown = given === undefined ? '<none>' : `${given.kind}${group}/${given.name}`;
			return [metadata.name ?? '', spec.controller ?? '', shown, age(object, nowMs)];
		}
	}
};
