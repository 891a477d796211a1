import type { Container, ContainerPort, EnvVar, Handler, Probe } from '../pod.ts';

/**
 * A container with what the API server fills in.
 *
 * Models pkg/apis/core/v1/defaults.go SetDefaults_Container, SetDefaults_Probe and those beside them.
 *
 * @param hostNetwork with the host's network a port is the host's port
 */
export function defaultContainer(container: Container, hostNetwork: boolean): Container {
	return {
		...container,
		...(container.ports && {
			ports: container.ports.map((port) => defaultPort(port, hostNetwork))
		}),
		...(container.env && { env: container.env.map(defaultEnv) }),
		resources: container.resources ?? {},
		...(container.livenessProbe && { livenessProbe: defaultProbe(container.livenessProbe) }),
		...(container.readinessProbe && { readinessProbe: defaultProbe(container.readinessProbe) }),
		...(container.startupProbe && { startupProbe: defaultProbe(container.startupProbe) }),
		...(container.lifecycle && { lifecycle: defaultLifecycle(container.lifecycle) }),
		terminationMessagePath: container['terminationMessagePath'] ?? '/dev/termination-log',
		terminationMessagePolicy: container['terminationMessagePolicy'] ?? 'File',
		imagePullPolicy: container.imagePullPolicy ?? pullPolicyOf(container.image ?? '')
	};
}

/** `Always` for the tag latest and for none, unless a digest says exactly which image. */
export function pullPolicyOf(image: string): 'Always' | 'IfNotPresent' {
	const [name = '', digest] = image.split('@');
	const tag = /:([^:/]+)$/.exec(name)?.[1];
	const latest = tag === 'latest' || (tag === undefined && digest === undefined);
	return latest ? 'Always' : 'IfNotPresent';
}

function defaultPort(port: ContainerPort, hostNetwork: boolean): ContainerPort {
	return {
		...port,
		...(hostNetwork && !port.hostPort && { hostPort: port.containerPort }),
		protocol: port.protocol ?? 'TCP'
	};
}

function defaultEnv(variable: EnvVar): EnvVar {
	const source = variable.valueFrom;
	if (!source?.['fieldRef']) return variable;
	return { ...variable, valueFrom: { ...source, fieldRef: withFieldVersion(source['fieldRef']) } };
}

/** A reference to a field of the Pod, with the version that names the field. */
export function withFieldVersion(fieldRef: object): object {
	return { apiVersion: 'v1', ...fieldRef };
}

function defaultProbe(probe: Probe): Probe {
	return {
		...defaultHandler(probe),
		timeoutSeconds: probe.timeoutSeconds ?? 1,
		periodSeconds: probe.periodSeconds ?? 10,
		successThreshold: probe.successThreshold ?? 1,
		failureThreshold: probe.failureThreshold ?? 3
	};
}

function defaultLifecycle(
	lifecycle: NonNullable<Container['lifecycle']>
): NonNullable<Container['lifecycle']> {
	return {
		...lifecycle,
		...(lifecycle.postStart && { postStart: defaultHandler(lifecycle.postStart) }),
		...(lifecycle.preStop && { preStop: defaultHandler(lifecycle.preStop) })
	};
}

function defaultHandler<T extends Handler>(handler: T): T {
	const { httpGet, grpc } = handler;
	return {
		...handler,
		...(httpGet && {
			httpGet: { ...httpGet, path: httpGet.path ?? '/', scheme: httpGet.scheme ?? 'HTTP' }
		}),
		...(grpc && { grpc: { ...grpc, service: grpc.service ?? '' } })
	};
}
