import { internalDiff } from '../../go-types/internal-diff.ts';
import { isDeepEqual } from '../../deep-equal.ts';
import type { LabelSelector } from '../../labels/selector.ts';
import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn, wideColumn } from '../../print/printer.ts';
import { compareQuantity, parseQuantity } from '../../quantity.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	requiredError
} from '../../validation/field-error.ts';
import { validateLabelSelector } from '../../validation/label-selector.ts';
import { ruled, subdomainName } from '../../validation/metadata.ts';
import type { KindRules } from '../kind-rules.ts';
import { pathSegmentName } from '../path-segment-name.ts';
import { accessModesText, validateAccessModes, validateVolumeMode } from './access-modes.ts';
import { defaultClaim } from './claim-defaults.ts';
import { withFinalizer } from './protection.ts';

interface Source {
	readonly apiGroup?: string;
	readonly kind?: string;
	readonly name?: string;
	readonly namespace?: string;
}

interface Claim extends KubeObject {
	readonly spec: {
		readonly accessModes?: readonly string[];
		readonly selector?: LabelSelector;
		readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
		readonly volumeName?: string;
		readonly storageClassName?: string;
		readonly volumeMode?: string;
		readonly dataSource?: Source;
		readonly dataSourceRef?: Source;
	};
	readonly status: {
		readonly phase?: string;
		readonly accessModes?: readonly string[];
		readonly capacity?: Readonly<Record<string, string>>;
	};
}

const zero = parseQuantity('0');

/** Models pkg/apis/core/validation/validation.go ValidatePersistentVolumeClaimSpec. */
function validate(object: KubeObject): FieldError[] {
	const { spec } = object as Claim;
	const { accessModes = [], selector, storageClassName, dataSource } = spec;
	const errors: FieldError[] = [];
	if (accessModes.length === 0) {
		errors.push(requiredError('spec.accessModes', 'at least 1 access mode is required'));
	}
	if (selector) errors.push(...validateLabelSelector(selector, 'spec.selector'));
	errors.push(...validateAccessModes(accessModes, 'spec.accessModes'));
	const at = 'spec.resources[storage]';
	const storage = spec.resources?.requests?.['storage'];
	if (storage === undefined) errors.push(requiredError(at));
	else if (compareQuantity(parseQuantity(storage), zero) <= 0) {
		errors.push(invalidError(at, storage, 'must be greater than zero'));
	}
	if (storageClassName) {
		errors.push(...ruled(subdomainName, storageClassName, 'spec.storageClassName'));
	}
	errors.push(...validateVolumeMode(spec.volumeMode, 'spec.volumeMode'));
	if (dataSource) errors.push(...validateSource(dataSource, 'spec.dataSource'));
	const { dataSourceRef } = spec;
	if (dataSourceRef) errors.push(...validateSource(dataSourceRef, 'spec.dataSourceRef'));
	if (dataSource && dataSourceRef && !isDeepEqual(dataSource, dataSourceRef)) {
		errors.push(invalidError('spec', 'dataSource', 'must match dataSourceRef'));
	}
	return errors;
}

/** Models validateDataSource. */
function validateSource({ apiGroup = '', kind, name }: Source, path: string): FieldError[] {
	const errors: FieldError[] = [];
	if (!name) errors.push(requiredError(`${path}.name`));
	if (!kind) errors.push(requiredError(`${path}.kind`));
	if (apiGroup === '' && kind !== 'PersistentVolumeClaim') {
		errors.push(
			invalidError(
				path,
				kind ?? '',
				"must be 'PersistentVolumeClaim' when referencing the default apiGroup"
			)
		);
	}
	return [...errors, ...(kind ? ruled(pathSegmentName, kind, `${path}.kind`) : [])];
}

/** Models ValidatePersistentVolumeClaimUpdate: once bound it may only grow. */
function validateUpdate(object: KubeObject, old: KubeObject): FieldError[] {
	const now = object as Claim;
	const before = old as Claim;
	const errors = validate(object);
	const isBound = before.status.phase === 'Bound';
	const mayBind = !before.spec.volumeName;
	const merged = {
		...before.spec,
		...(mayBind && now.spec.volumeName && { volumeName: now.spec.volumeName }),
		...(isBound && { resources: now.spec.resources }),
		...(before.spec.storageClassName === undefined &&
			now.spec.storageClassName !== undefined && { storageClassName: now.spec.storageClassName }),
		...('volumeAttributesClassName' in now.spec && {
			volumeAttributesClassName: now.spec['volumeAttributesClassName']
		})
	};
	if (!isDeepEqual(now.spec, merged)) {
		const why =
			'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';
		const difference = internalDiff(merged, now.spec, 'PersistentVolumeClaimSpec');
		errors.push(forbiddenError('spec', `${why}\n${difference}`));
		return errors;
	}
	const [wanted, had] = [now, before].map(({ spec }) =>
		parseQuantity(spec.resources?.requests?.['storage'] ?? '0')
	);
	const capacity = parseQuantity(before.status.capacity?.['storage'] ?? '0');
	if (isBound && compareQuantity(wanted!, had!) < 0 && compareQuantity(wanted!, capacity) <= 0) {
		const why = 'field can not be less than status.capacity';
		errors.push(forbiddenError('spec.resources.requests.storage', why));
	}
	return errors;
}

export const persistentVolumeClaimKind: KindRules = {
	apiVersion: 'v1',
	kind: 'PersistentVolumeClaim',
	defaults: defaultClaim,
	validate,
	validateUpdate,
	strategy: {
		prepareForCreate: (object) =>
			withFinalizer({ ...object, status: { phase: 'Pending' } }, 'kubernetes.io/pvc-protection'),
		returnsDeleted: true
	},
	printer: {
		columns: [
			nameColumn,
			column('Status'),
			column('Volume'),
			column('Capacity'),
			column('Access Modes'),
			column('StorageClass'),
			column('VolumeAttributesClass'),
			ageColumn,
			wideColumn('VolumeMode')
		],
		row(object, nowMs) {
			const { metadata, spec, status } = object as Claim;
			const isTerminating = metadata.deletionTimestamp !== undefined;
			const { annotations = {} } = metadata;
			const isBound = Boolean(spec.volumeName);
			return [
				metadata.name ?? '',
				isTerminating ? 'Terminating' : (status?.phase ?? ''),
				spec.volumeName ?? '',
				isBound ? (status?.capacity?.['storage'] ?? '0') : '',
				isBound ? accessModesText(status?.accessModes) : '',
				annotations['volume.beta.kubernetes.io/storage-class'] ?? spec.storageClassName ?? '',
				'<unset>',
				age(object, nowMs),
				spec.volumeMode ?? '<unset>'
			];
		}
	}
};
