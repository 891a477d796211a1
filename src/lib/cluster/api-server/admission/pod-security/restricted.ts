import { addedBeyond } from './baseline.ts';
import {
	type Check,
	containersOf,
	containersText,
	namesOf,
	quoted,
	securityOf,
	violation
} from './check.ts';

const allowPrivilegeEscalation: Check = (spec) => {
	const names = namesOf(spec, (security) => security.allowPrivilegeEscalation !== false);
	if (names.length === 0) return undefined;
	const must = 'must set securityContext.allowPrivilegeEscalation=false';
	return violation('allowPrivilegeEscalation != false', `${containersText(names)} ${must}`);
};

const capabilities: Check = (spec) => {
	const allowed = ['NET_BIND_SERVICE'];
	const keeping = namesOf(spec, ({ capabilities: own }) => !(own?.drop ?? []).includes('ALL'));
	const adding = namesOf(spec, ({ capabilities: own }) =>
		(own?.add ?? []).some((name) => !allowed.includes(name))
	);
	const details = [
		...(keeping.length === 0
			? []
			: [`${containersText(keeping)} must set securityContext.capabilities.drop=["ALL"]`]),
		...(adding.length === 0
			? []
			: [
					`${containersText(adding)} must not include ${quoted(addedBeyond(spec, allowed))} in securityContext.capabilities.add`
				])
	];
	return details.length === 0
		? undefined
		: violation('unrestricted capabilities', details.join('; '));
};

const allowedVolumes = [
	'configMap',
	'csi',
	'downwardAPI',
	'emptyDir',
	'ephemeral',
	'image',
	'persistentVolumeClaim',
	'projected',
	'secret'
];

const restrictedVolumes: Check = (spec) => {
	const bad = (spec.volumes ?? []).flatMap(({ name, ...sources }) => {
		const type = Object.keys(sources).find((source) => !allowedVolumes.includes(source));
		return type === undefined ? [] : [{ name, type }];
	});
	if (bad.length === 0) return undefined;
	const types = [...new Set(bad.map(({ type }) => type))].sort();
	const many = bad.length === 1 ? '' : 's';
	const use = bad.length === 1 ? 'uses' : 'use';
	const what = `restricted volume type${types.length === 1 ? '' : 's'} ${quoted(types)}`;
	const names = quoted(bad.map(({ name }) => name));
	return violation('restricted volume types', `volume${many} ${names} ${use} ${what}`);
};

const runAsNonRoot: Check = (spec) => {
	const pod = securityOf(spec as never).runAsNonRoot;
	const wrong = namesOf(spec, (security) => security.runAsNonRoot === false);
	const silent = namesOf(spec, (security) => security.runAsNonRoot === undefined);
	const setters = [
		...(pod === false ? ['pod'] : []),
		...(wrong.length > 0 ? [containersText(wrong)] : [])
	];
	if (setters.length > 0) {
		const what = 'must not set securityContext.runAsNonRoot=false';
		return violation('runAsNonRoot != true', `${setters.join(' and ')} ${what}`);
	}
	if (pod === true || silent.length === 0) return undefined;
	const what = 'must set securityContext.runAsNonRoot=true';
	return violation('runAsNonRoot != true', `pod or ${containersText(silent)} ${what}`);
};

const runAsUser: Check = (spec) => {
	const names = namesOf(spec, (security) => security.runAsUser === 0);
	const setters = [
		...(securityOf(spec as never).runAsUser === 0 ? ['pod'] : []),
		...(names.length > 0 ? [containersText(names)] : [])
	];
	return setters.length === 0
		? undefined
		: violation('runAsUser=0', `${setters.join(' and ')} must not set runAsUser=0`);
};

const seccomp: Check = (spec) => {
	const isGood = (type: string | undefined): boolean =>
		type === 'RuntimeDefault' || type === 'Localhost';
	const pod = securityOf(spec as never).seccompProfile?.type;
	const types = containersOf(spec).map((one) => securityOf(one as never).seccompProfile?.type);
	const isBad = (type: string | undefined): boolean => type !== undefined && !isGood(type);
	const wrong = namesOf(spec, ({ seccompProfile }) => isBad(seccompProfile?.type));
	const setters = [
		...(isBad(pod) ? ['pod'] : []),
		...(wrong.length > 0 ? [containersText(wrong)] : [])
	];
	if (setters.length > 0) {
		const values = [...new Set([pod, ...types].filter(isBad))].map((type) => type!);
		const what = `must not set securityContext.seccompProfile.type to ${quoted(values)}`;
		return violation('seccompProfile', `${setters.join(' and ')} ${what}`);
	}
	const silent = namesOf(spec, ({ seccompProfile }) => seccompProfile?.type === undefined);
	if (isGood(pod) || silent.length === 0) return undefined;
	const what = 'must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"';
	return violation('seccompProfile', `pod or ${containersText(silent)} ${what}`);
};

/** What Pods keep to that follow current practice, beside the baseline. */
export const restricted: Readonly<Record<string, Check>> = {
	allowPrivilegeEscalation,
	capabilities_restricted: capabilities,
	restrictedVolumes,
	runAsNonRoot,
	runAsUser,
	seccompProfile_restricted: seccomp
};

/** Checks of the baseline in whose place stricter ones stand. */
export const overridden: ReadonlySet<string> = new Set([
	'capabilities_baseline',
	'hostPathVolumes',
	'seccompProfile_baseline'
]);
