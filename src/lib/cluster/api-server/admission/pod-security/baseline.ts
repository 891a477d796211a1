import type { PodSpec } from '#lib/kubernetes/pod.ts';
import {
	type Check,
	containersOf,
	containersText,
	namesOf,
	quoted,
	securityOf,
	violation
} from './check.ts';

const harmless = [
	'AUDIT_WRITE',
	'CHOWN',
	'DAC_OVERRIDE',
	'FOWNER',
	'FSETID',
	'KILL',
	'MKNOD',
	'NET_BIND_SERVICE',
	'SETFCAP',
	'SETGID',
	'SETPCAP',
	'SETUID',
	'SYS_CHROOT'
];

/** Capabilities that containers add though they may not, in order of their names. */
export function addedBeyond(spec: PodSpec, allowed: readonly string[]): readonly string[] {
	const added = containersOf(spec).flatMap(
		(one) => securityOf(one as never).capabilities?.add ?? []
	);
	return [...new Set(added)].filter((name) => !allowed.includes(name)).sort();
}

const capabilities: Check = (spec) => {
	const names = namesOf(spec, ({ capabilities: own }) =>
		(own?.add ?? []).some((name) => !harmless.includes(name))
	);
	if (names.length === 0) return undefined;
	const list = quoted(addedBeyond(spec, harmless));
	return violation(
		'non-default capabilities',
		`${containersText(names)} must not include ${list} in securityContext.capabilities.add`
	);
};

const hostNamespaces: Check = (spec) => {
	const set = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => spec[field] === true);
	return set.length === 0
		? undefined
		: violation('host namespaces', set.map((field) => `${field}=true`).join(', '));
};

const hostPathVolumes: Check = (spec) => {
	const names = (spec.volumes ?? []).filter((one) => one['hostPath']).map(({ name }) => name);
	if (names.length === 0) return undefined;
	return violation('hostPath volumes', `volume${names.length === 1 ? '' : 's'} ${quoted(names)}`);
};

const hostPorts: Check = (spec) => {
	const portsOf = (one: { ports?: readonly object[] }): readonly number[] =>
		((one.ports ?? []) as readonly { hostPort?: number }[]).flatMap(({ hostPort }) =>
			hostPort ? [hostPort] : []
		);
	const names = containersOf(spec)
		.filter((one) => portsOf(one).length > 0)
		.map(({ name }) => name);
	if (names.length === 0) return undefined;
	const ports = [...new Set(containersOf(spec).flatMap(portsOf))].map(String).sort();
	const use = names.length === 1 ? 'uses' : 'use';
	const what = `hostPort${ports.length === 1 ? '' : 's'} ${ports.join(', ')}`;
	return violation('hostPort', `${containersText(names)} ${use} ${what}`);
};

const privileged: Check = (spec) => {
	const names = namesOf(spec, (security) => security.privileged === true);
	if (names.length === 0) return undefined;
	return violation(
		'privileged',
		`${containersText(names)} must not set securityContext.privileged=true`
	);
};

const procMount: Check = (spec) => {
	const isBad = (mount: string | undefined): boolean => mount !== undefined && mount !== 'Default';
	const names = namesOf(spec, (security) => isBad(security.procMount));
	if (names.length === 0) return undefined;
	const values = containersOf(spec).flatMap((one) => {
		const mount = securityOf(one as never).procMount;
		return isBad(mount) ? [mount!] : [];
	});
	const list = quoted([...new Set(values)].sort());
	return violation(
		'procMount',
		`${containersText(names)} must not set securityContext.procMount to ${list}`
	);
};

const seLinuxTypes = [
	'',
	'container_t',
	'container_init_t',
	'container_kvm_t',
	'container_engine_t'
];

const seLinux: Check = (spec) => {
	const bad: string[] = [];
	const isBad = ({ seLinuxOptions: options }: ReturnType<typeof securityOf>): boolean => {
		const { type = '', user = '', role = '' } = options ?? {};
		const found = [
			...(seLinuxTypes.includes(type) ? [] : [`type ${JSON.stringify(type)}`]),
			...(user === '' ? [] : ['user may not be set']),
			...(role === '' ? [] : ['role may not be set'])
		];
		bad.push(...found);
		return found.length > 0;
	};
	const setters = [
		...(isBad(securityOf(spec as never)) ? ['pod'] : []),
		...[namesOf(spec, isBad)].filter((names) => names.length > 0).map(containersText)
	];
	if (setters.length === 0) return undefined;
	const what = [...new Set(bad)].join('; ');
	return violation(
		'seLinuxOptions',
		`${setters.join(' and ')} set forbidden securityContext.seLinuxOptions: ${what}`
	);
};

/** Of baseline: Unconfined may not be said; of restricted also what else is neither RuntimeDefault nor Localhost. */
const seccomp: Check = (spec) => {
	const isBad = (type: string | undefined): boolean =>
		type !== undefined && type !== 'RuntimeDefault' && type !== 'Localhost';
	const names = namesOf(spec, ({ seccompProfile }) => isBad(seccompProfile?.type));
	const pod = securityOf(spec as never).seccompProfile?.type;
	const setters = [
		...(isBad(pod) ? ['pod'] : []),
		...(names.length > 0 ? [containersText(names)] : [])
	];
	if (setters.length === 0) return undefined;
	const types = [
		pod,
		...containersOf(spec).map((one) => securityOf(one as never).seccompProfile?.type)
	];
	const values = [...new Set(types.filter(isBad))].map((type) => type!);
	return violation(
		'seccompProfile',
		`${setters.join(' and ')} must not set securityContext.seccompProfile.type to ${quoted(values)}`
	);
};

const safeSysctls = [
	'kernel.shm_rmid_forced',
	'net.ipv4.ip_local_port_range',
	'net.ipv4.tcp_syncookies',
	'net.ipv4.ping_group_range',
	'net.ipv4.ip_unprivileged_port_start',
	'net.ipv4.ip_local_reserved_ports',
	'net.ipv4.tcp_keepalive_time',
	'net.ipv4.tcp_fin_timeout',
	'net.ipv4.tcp_keepalive_intvl',
	'net.ipv4.tcp_keepalive_probes',
	'net.ipv4.tcp_rmem',
	'net.ipv4.tcp_wmem'
];

const sysctls: Check = (spec) => {
	const { sysctls: set = [] } = securityOf(spec as never);
	const names = set.map(({ name }) => name).filter((name) => !safeSysctls.includes(name));
	return names.length === 0 ? undefined : violation('forbidden sysctls', names.join(', '));
};

const windowsHostProcess: Check = (spec) => {
	const isHost = (security: ReturnType<typeof securityOf>): boolean =>
		security.windowsOptions?.hostProcess === true;
	const names = namesOf(spec, isHost);
	const setters = [
		...(isHost(securityOf(spec as never)) ? ['pod'] : []),
		...(names.length > 0 ? [containersText(names)] : [])
	];
	if (setters.length === 0) return undefined;
	const what = 'must not set securityContext.windowsOptions.hostProcess=true';
	return violation('hostProcess', `${setters.join(' and ')} ${what}`);
};

/** What every Pod should keep to, in order of the checks' names. Models pod-security-admission/policy. */
export const baseline: Readonly<Record<string, Check>> = {
	capabilities_baseline: capabilities,
	hostNamespaces,
	hostPathVolumes,
	hostPorts,
	privileged,
	procMount,
	seLinuxOptions: seLinux,
	seccompProfile_baseline: seccomp,
	sysctls,
	windowsHostProcess
};
