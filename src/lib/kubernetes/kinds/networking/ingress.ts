import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn } from '../../print/printer.ts';
import {
	type FieldError,
	invalidError,
	notSupportedError,
	requiredError
} from '../../validation/field-error.ts';
import { ruled, subdomainName } from '../../validation/metadata.ts';
import { dns1035Label, portName, portNumber } from '../../validation/name-rules.ts';
import { specChanges, withStatus } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';
import { pathSegmentName } from '../path-segment-name.ts';
import { validateHost } from './host.ts';

interface Backend {
	readonly service?: {
		readonly name?: string;
		readonly port?: { readonly name?: string; readonly number?: number };
	};
	readonly resource?: {
		readonly apiGroup?: string;
		readonly kind?: string;
		readonly name?: string;
	};
}

interface Path {
	readonly path?: string;
	readonly pathType?: string;
	readonly backend: Backend;
}

interface Ingress extends KubeObject {
	readonly spec: {
		readonly ingressClassName?: string;
		readonly defaultBackend?: Backend;
		readonly tls?: readonly { readonly hosts?: readonly string[]; readonly secretName?: string }[];
		readonly rules?: readonly {
			readonly host?: string;
			readonly http?: { readonly paths?: readonly Path[] | null };
		}[];
	};
	readonly status?: {
		readonly loadBalancer?: {
			readonly ingress?: readonly { readonly ip?: string; readonly hostname?: string }[];
		};
	};
}

const classAnnotation = 'kubernetes.io/ingress.class';

/** Models pkg/apis/networking/validation/validation.go ValidateIngressCreate. */
function validate(object: KubeObject): FieldError[] {
	const errors = validateSpec(object);
	const annotation = object.metadata.annotations?.[classAnnotation];
	const { ingressClassName: name } = (object as Ingress).spec;
	if (annotation === undefined || name === undefined || annotation === name) return errors;
	const why = 'must match `ingressClassName` when both are specified';
	return [...errors, invalidError(`annotations.${classAnnotation}`, annotation, why)];
}

function validateSpec(object: KubeObject): FieldError[] {
	const { rules = [], defaultBackend, tls = [], ingressClassName } = (object as Ingress).spec;
	const errors: FieldError[] = [];
	if (rules.length === 0 && defaultBackend === undefined) {
		const why = 'either `defaultBackend` or `rules` must be specified';
		errors.push(invalidError('spec', null, why));
	}
	if (defaultBackend) errors.push(...validateBackend(defaultBackend, 'spec.defaultBackend'));
	rules.forEach(({ host, http }, index) => {
		const at = `spec.rules[${index}]`;
		if (host) errors.push(...validateHost(host, `${at}.host`, true));
		if (http === undefined) return;
		const paths = http.paths ?? [];
		if (paths.length === 0) errors.push(requiredError(`${at}.http.paths`));
		paths.forEach((path, place) => {
			errors.push(...validatePath(path, `${at}.http.paths[${place}]`));
		});
	});
	tls.forEach(({ hosts = [], secretName }, index) => {
		hosts.forEach((host, place) => {
			errors.push(...validateHost(host, `spec.tls[${index}].hosts[${place}]`, false));
		});
		if (secretName)
			errors.push(...ruled(subdomainName, secretName, `spec.tls[${index}].secretName`));
	});
	if (ingressClassName !== undefined) {
		errors.push(...ruled(subdomainName, ingressClassName, 'spec.ingressClassName'));
	}
	return errors;
}

const wrongSequences = ['//', '/./', '/../', '%2f', '%2F'];
const wrongEnds = ['/..', '/.'];

/** Models validateHTTPIngressPath. */
function validatePath({ path = '', pathType, backend }: Path, at: string): FieldError[] {
	if (pathType === undefined)
		return [requiredError(`${at}.pathType`, 'pathType must be specified')];
	const errors: FieldError[] = [];
	const isStrict = pathType === 'Exact' || pathType === 'Prefix';
	if (!isStrict && pathType !== 'ImplementationSpecific') {
		const types = ['Exact', 'ImplementationSpecific', 'Prefix'];
		errors.push(notSupportedError(`${at}.pathType`, pathType, types));
	} else if (!path.startsWith('/') && (isStrict || path !== '')) {
		errors.push(invalidError(`${at}.path`, path, 'must be an absolute path'));
	}
	if (isStrict) {
		for (const part of wrongSequences) {
			if (path.includes(part)) {
				errors.push(invalidError(`${at}.path`, path, `must not contain '${part}'`));
			}
		}
		for (const end of wrongEnds) {
			if (path.endsWith(end)) {
				errors.push(invalidError(`${at}.path`, path, `cannot end with '${end}'`));
			}
		}
	}
	return [...errors, ...validateBackend(backend, `${at}.backend`)];
}

/** Models validateIngressBackend. */
function validateBackend({ service, resource }: Backend, path: string): FieldError[] {
	if (resource !== undefined && service !== undefined) {
		return [invalidError(path, '', 'cannot set both resource and service backends')];
	}
	if (resource !== undefined) return validateResource(resource, `${path}.resource`);
	if (service === undefined) {
		return [invalidError(path, '', 'resource or service backend is required')];
	}
	const at = `${path}.service`;
	const errors = service.name
		? ruled(dns1035Label, service.name, `${at}.name`)
		: [requiredError(`${at}.name`)];
	const { name, number } = service.port ?? {};
	if (name && number) {
		return [...errors, invalidError(path, '', 'cannot set both port name & port number')];
	}
	if (name) return [...errors, ...ruled(portName, name, `${at}.port.name`)];
	if (!number) return [...errors, requiredError(path, 'port name or number is required')];
	return [
		...errors,
		...portNumber(number).map((why) => invalidError(`${at}.port.number`, number, why))
	];
}

function validateResource(
	{ apiGroup, kind, name }: NonNullable<Backend['resource']>,
	path: string
): FieldError[] {
	return [
		...(apiGroup === undefined ? [] : ruled(subdomainName, apiGroup, `${path}.apiGroup`)),
		...(kind
			? ruled(pathSegmentName, kind, `${path}.kind`)
			: [requiredError(`${path}.kind`, 'kind is required')]),
		...(name
			? ruled(pathSegmentName, name, `${path}.name`)
			: [requiredError(`${path}.name`, 'name is required')])
	];
}

export const ingressKind: KindRules = {
	apiVersion: 'networking.k8s.io/v1',
	kind: 'Ingress',
	validate,
	validateUpdate: validateSpec,
	warnings: ({ metadata }) =>
		metadata.annotations?.[classAnnotation] === undefined
			? []
			: [
					`annotation "${classAnnotation}" is deprecated, please use 'spec.ingressClassName' instead`
				],
	strategy: { prepareForCreate: withStatus({ loadBalancer: {} }), changesGeneration: specChanges },
	printer: {
		columns: [
			nameColumn,
			column('Class'),
			column('Hosts'),
			column('Address'),
			column('Ports'),
			ageColumn
		],
		row(object, nowMs) {
			const { metadata, spec, status } = object as Ingress;
			const { rules = [], tls = [], ingressClassName } = spec;
			const hosts = rules.flatMap(({ host }) => (host ? [host] : []));
			const shown = hosts.slice(0, 3).join(',');
			const addresses = status?.loadBalancer?.ingress ?? [];
			return [
				metadata.name ?? '',
				ingressClassName ?? metadata.annotations?.[classAnnotation] ?? '<none>',
				hosts.length === 0
					? '*'
					: hosts.length > 3
						? `${shown} + ${hosts.length - 3} more...`
						: shown,
				addresses.map(({ ip, hostname }) => ip || hostname).join(','),
				tls.length > 0 ? '80, 443' : '80',
				age(object, nowMs)
			];
		}
	}
};
