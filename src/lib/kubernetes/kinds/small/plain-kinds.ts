import { isDeepEqual } from '../../deep-equal.ts';
import { defaultTemplate } from '../../defaults/workload.ts';
import type { KubeObject } from '../../object.ts';
import type { PodTemplate } from '../../pod-template.ts';
import { age, ageColumn, column, nameColumn, since } from '../../print/printer.ts';
import { containerCells } from '../../print/workload-printers.ts';
import { invalidError, requiredError } from '../../validation/field-error.ts';
import { ruled } from '../../validation/metadata.ts';
import { dns1123Label } from '../../validation/name-rules.ts';
import { validatePodTemplate } from '../../validation/pod-template.ts';
import { specChanges } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';

/** Models pkg/apis/node/validation/validation.go ValidateRuntimeClass. */
const runtimeClassKind: KindRules = {
	apiVersion: 'node.k8s.io/v1',
	kind: 'RuntimeClass',
	validate: (object) => ruled(dns1123Label, (object['handler'] ?? '') as string, 'handler'),
	validateUpdate: (object, old) =>
		object['handler'] === old['handler']
			? []
			: [invalidError('handler', object['handler'], 'field is immutable')],
	printer: {
		columns: [nameColumn, column('Handler'), ageColumn],
		row: (object, nowMs) => [
			object.metadata.name ?? '',
			object['handler'] ?? '',
			age(object, nowMs)
		]
	}
};

/** Models pkg/apis/storage/v1/defaults.go SetDefaults_CSIDriver. */
const csiDriverKind: KindRules = {
	apiVersion: 'storage.k8s.io/v1',
	kind: 'CSIDriver',
	defaults: (object) => ({
		...object,
		spec: {
			attachRequired: true,
			podInfoOnMount: false,
			storageCapacity: false,
			fsGroupPolicy: 'ReadWriteOnceWithFSType',
			volumeLifecycleModes: ['Persistent'],
			requiresRepublish: false,
			seLinuxMount: false,
			...(object['spec'] as object)
		}
	}),
	printer: {
		columns: [
			nameColumn,
			column('AttachRequired', 'boolean'),
			column('PodInfoOnMount', 'boolean'),
			column('StorageCapacity', 'boolean'),
			column('TokenRequests'),
			column('RequiresRepublish', 'boolean'),
			column('Modes'),
			ageColumn
		],
		row(object, nowMs) {
			const spec = object['spec'] as Readonly<Record<string, unknown>>;
			const tokens = (spec['tokenRequests'] ?? []) as readonly { audience: string }[];
			return [
				object.metadata.name ?? '',
				spec['attachRequired'] ?? true,
				spec['podInfoOnMount'] ?? false,
				spec['storageCapacity'] ?? false,
				tokens.map(({ audience }) => audience).join(',') || '<unset>',
				spec['requiresRepublish'] ?? false,
				((spec['volumeLifecycleModes'] ?? []) as readonly string[]).join(',') || '<none>',
				age(object, nowMs)
			];
		}
	}
};

const csiNodeKind: KindRules = {
	apiVersion: 'storage.k8s.io/v1',
	kind: 'CSINode',
	printer: {
		columns: [nameColumn, column('Drivers', 'integer'), ageColumn],
		row(object, nowMs) {
			const { drivers } = object['spec'] as { drivers?: readonly unknown[] | null };
			return [object.metadata.name ?? '', drivers?.length ?? 0, age(object, nowMs)];
		}
	}
};

const podTemplateKind: KindRules = {
	apiVersion: 'v1',
	kind: 'PodTemplate',
	defaults: (object) => ({ ...object, template: defaultTemplate(templateOf(object)) }),
	validate: (object) => validatePodTemplate(templateOf(object), 'template'),
	strategy: { changesGeneration: (now, old) => !isDeepEqual(now['template'], old['template']) },
	printer: {
		columns: [nameColumn, column('Containers'), column('Images'), column('Pod Labels')],
		row(object) {
			const template = templateOf(object);
			const labels = Object.entries(template.metadata?.labels ?? {});
			const shown = labels.map(([key, value]) => `${key}=${value}`).sort();
			return [object.metadata.name ?? '', ...containerCells(template), shown.join(',') || '<none>'];
		}
	}
};

function templateOf(object: KubeObject): PodTemplate {
	return object['template'] as PodTemplate;
}

const signingRequestKind: KindRules = {
	apiVersion: 'certificates.k8s.io/v1',
	kind: 'CertificateSigningRequest',
	printer: {
		columns: [
			nameColumn,
			ageColumn,
			column('SignerName'),
			column('Requestor'),
			column('RequestedDuration'),
			column('Condition')
		],
		row(object, nowMs) {
			const spec = object['spec'] as Readonly<Record<string, unknown>>;
			const { conditions = [] } = (object['status'] ?? {}) as {
				conditions?: readonly { type: string }[];
			};
			const has = (type: string): boolean => conditions.some((one) => one.type === type);
			const state = has('Denied') ? 'Denied' : has('Approved') ? 'Approved' : 'Pending';
			const { certificate } = (object['status'] ?? {}) as { certificate?: string };
			return [
				object.metadata.name ?? '',
				age(object, nowMs),
				spec['signerName'] ?? '',
				spec['username'] ?? '',
				spec['expirationSeconds'] === undefined
					? '<none>'
					: since(new Date(nowMs - Number(spec['expirationSeconds']) * 1000).toISOString(), nowMs),
				certificate ? `${state},Issued` : state
			];
		}
	}
};

const ipAddressKind: KindRules = {
	apiVersion: 'networking.k8s.io/v1',
	kind: 'IPAddress',
	printer: {
		columns: [nameColumn, column('ParentRef')],
		row(object) {
			const { parentRef: parent } = object['spec'] as {
				parentRef?: Readonly<Record<string, string>>;
			};
			const text = [parent?.['resource'], parent?.['namespace'], parent?.['name']]
				.filter((part) => part)
				.join('/');
			return [object.metadata.name ?? '', text || '<none>'];
		}
	}
};

const serviceCidrKind: KindRules = {
	apiVersion: 'networking.k8s.io/v1',
	kind: 'ServiceCIDR',
	validate: (object) =>
		((object['spec'] as { cidrs?: readonly string[] })?.cidrs ?? []).length === 0
			? [requiredError('spec.cidrs', 'at least one CIDR required')]
			: [],
	strategy: { changesGeneration: specChanges },
	printer: {
		columns: [nameColumn, column('CIDRs'), ageColumn],
		row(object, nowMs) {
			const { cidrs = [] } = object['spec'] as { cidrs?: readonly string[] };
			return [object.metadata.name ?? '', cidrs.join(','), age(object, nowMs)];
		}
	}
};

const volumeAttributesClassKind: KindRules = {
	apiVersion: 'storage.k8s.io/v1',
	kind: 'VolumeAttributesClass',
	printer: {
		columns: [nameColumn, column('DriverName'), ageColumn],
		row: (object, nowMs) => [
			object.metadata.name ?? '',
			object['driverName'] ?? '',
			age(object, nowMs)
		]
	}
};

const volumeAttachmentKind: KindRules = {
	apiVersion: 'storage.k8s.io/v1',
	kind: 'VolumeAttachment',
	strategy: { changesGeneration: specChanges },
	printer: {
		columns: [
			nameColumn,
			column('Attacher'),
			column('PV'),
			column('Node'),
			column('Attached', 'boolean'),
			ageColumn
		],
		row(object, nowMs) {
			const spec = object['spec'] as Readonly<Record<string, unknown>>;
			const source = (spec['source'] ?? {}) as { persistentVolumeName?: string };
			return [
				object.metadata.name ?? '',
				spec['attacher'] ?? '',
				source.persistentVolumeName ?? '',
				spec['nodeName'] ?? '',
				(object['status'] as { attached?: boolean })?.attached ?? false,
				age(object, nowMs)
			];
		}
	}
};

/** Kinds of which little is asked. */
export const plainKinds: readonly KindRules[] = [
	csiDriverKind,
	csiNodeKind,
	ipAddressKind,
	podTemplateKind,
	runtimeClassKind,
	serviceCidrKind,
	signingRequestKind,
	volumeAttachmentKind,
	volumeAttributesClassKind
];
