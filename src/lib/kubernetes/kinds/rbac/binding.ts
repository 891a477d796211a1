import { isDeepEqual } from '../../deep-equal.ts';
import type { KubeObject } from '../../object.ts';
import {
	age,
	ageColumn,
	column,
	nameColumn,
	type Printer,
	wideColumn
} from '../../print/printer.ts';
import {
	type FieldError,
	invalidError,
	notSupportedError,
	requiredError
} from '../../validation/field-error.ts';
import { ruled, subdomainName } from '../../validation/metadata.ts';
import type { KindRules } from '../kind-rules.ts';
import { pathSegmentName } from '../path-segment-name.ts';

const apiGroup = 'rbac.authorization.k8s.io';
const apiVersion = `${apiGroup}/v1`;

interface Subject {
	readonly kind?: string;
	readonly name?: string;
	readonly namespace?: string;
	readonly apiGroup?: string;
}

interface Binding extends KubeObject {
	readonly roleRef: { readonly apiGroup?: string; readonly kind?: string; readonly name?: string };
	readonly subjects?: readonly Subject[];
}

/** Models pkg/apis/rbac/v1/defaults.go. */
function defaults(object: KubeObject): KubeObject {
	const { roleRef, subjects, ...rest } = object as Binding;
	return {
		...rest,
		...(subjects && { subjects: subjects.map(defaultSubject) }),
		roleRef: { ...roleRef, apiGroup: roleRef.apiGroup || apiGroup }
	} as KubeObject;
}

function defaultSubject(subject: Subject): Subject {
	if (subject.apiGroup || (subject.kind !== 'User' && subject.kind !== 'Group')) return subject;
	return { ...subject, apiGroup };
}

/** Models pkg/apis/rbac/validation/validation.go ValidateRoleBinding and ValidateClusterRoleBinding. */
function validate(kinds: readonly string[]): (object: KubeObject) => FieldError[] {
	return (object) => {
		const { roleRef, subjects = [] } = object as Binding;
		const errors: FieldError[] = [];
		if (roleRef.apiGroup !== apiGroup) {
			errors.push(notSupportedError('roleRef.apiGroup', roleRef.apiGroup, [apiGroup]));
		}
		if (!kinds.includes(roleRef.kind ?? '')) {
			errors.push(notSupportedError('roleRef.kind', roleRef.kind ?? '', kinds));
		}
		errors.push(
			...(roleRef.name
				? ruled(pathSegmentName, roleRef.name, 'roleRef.name')
				: [requiredError('roleRef.name')])
		);
		const isNamespaced = object.kind === 'RoleBinding';
		return [
			...errors,
			...subjects.flatMap((subject, index) =>
				validateSubject(subject, isNamespaced, `subjects[${index}]`)
			)
		];
	};
}

function validateSubject(subject: Subject, isNamespaced: boolean, path: string): FieldError[] {
	const { kind = '', name = '', namespace, apiGroup: group = '' } = subject;
	const errors: FieldError[] = name === '' ? [requiredError(`${path}.name`)] : [];
	switch (kind) {
		case 'ServiceAccount':
			if (name !== '') errors.push(...ruled(subdomainName, name, `${path}.name`));
			if (group !== '') errors.push(notSupportedError(`${path}.apiGroup`, group, ['']));
			if (!isNamespaced && !namespace) errors.push(requiredError(`${path}.namespace`));
			return errors;
		case 'User':
		case 'Group':
			if (group !== apiGroup) {
				errors.push(notSupportedError(`${path}.apiGroup`, group, [apiGroup]));
			}
			return errors;
		default:
			errors.push(notSupportedError(`${path}.kind`, kind, ['ServiceAccount', 'User', 'Group']));
			return errors;
	}
}

/** Upstream prints its own struct. */
function validateChange(object: KubeObject, old: KubeObject): FieldError[] {
	const { roleRef } = object as Binding;
	if (isDeepEqual(roleRef, (old as Binding).roleRef)) return [];
	const { apiGroup: APIGroup = '', kind: Kind = '', name: Name = '' } = roleRef;
	return [invalidError('roleRef', { APIGroup, Kind, Name }, 'cannot change roleRef')];
}

const printer: Printer = {
	columns: [
		nameColumn,
		column('Role'),
		ageColumn,
		wideColumn('Users'),
		wideColumn('Groups'),
		wideColumn('ServiceAccounts')
	],
	row(object, nowMs) {
		const { metadata, roleRef, subjects = [] } = object as Binding;
		const named = (kind: string): readonly Subject[] =>
			subjects.filter((subject) => subject.kind === kind);
		const accounts = named('ServiceAccount').map((one) =>
			one.namespace ? `${one.namespace}/${one.name}` : one.name
		);
		return [
			metadata.name ?? '',
			`${roleRef.kind}/${roleRef.name}`,
			age(object, nowMs),
			named('User')
				.map(({ name }) => name)
				.join(', '),
			named('Group')
				.map(({ name }) => name)
				.join(', '),
			accounts.join(', ')
		];
	}
};

function bindingKind(kind: string, roles: readonly string[]): KindRules {
	const ofNew = validate(roles);
	return {
		apiVersion,
		kind,
		nameRule: pathSegmentName,
		printer,
		defaults,
		validate: ofNew,
		validateUpdate: (object, old) => [...ofNew(object), ...validateChange(object, old)]
	};
}

export const roleBindingKind = bindingKind('RoleBinding', ['Role', 'ClusterRole']);
export const clusterRoleBindingKind = bindingKind('ClusterRoleBinding', ['ClusterRole']);
