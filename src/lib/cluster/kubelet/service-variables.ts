import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';

/** The API server's own Service, which every container knows; no object is kept of it. */
const apiServer: Service = {
	kind: 'Service',
	apiVersion: 'v1',
	metadata: { name: 'kubernetes', namespace: 'default' },
	spec: { clusterIP: '10.96.0.1', ports: [{ name: 'https', port: 443, protocol: 'TCP' }] },
	status: {}
};

/**
 * The variables that name the Services which are there when a container is made: those of its namespace, and always the API
 * server's. Models pkg/kubelet/kubelet_pods.go getServiceEnvVarMap and pkg/kubelet/envvars/envvars.go FromServices.
 */
export function serviceVariables(
	pod: Pod,
	services: readonly Service[]
): ReadonlyMap<string, string> {
	const variables = new Map<string, string>();
	const links = pod.spec.enableServiceLinks !== false;
	const all = services.some(isOfApiServer) ? services : [apiServer, ...services];
	for (const service of all) {
		const { metadata, spec } = service;
		const { name = '', namespace } = metadata;
		if (!isOfApiServer(service) && !(links && namespace === pod.metadata.namespace)) continue;
		const { clusterIP = '', ports = [] } = spec;
		const [first] = ports;
		if (clusterIP === '' || clusterIP === 'None' || first === undefined) continue;
		const prefix = variableName(name);
		variables.set(`${prefix}_SERVICE_HOST`, clusterIP);
		variables.set(`${prefix}_SERVICE_PORT`, String(first.port));
		for (const { name: port = '', port: number } of ports) {
			if (port !== '')
				variables.set(`${prefix}_SERVICE_PORT_${variableName(port)}`, String(number));
		}
		for (const { port, protocol = 'TCP' } of ports) {
			const url = `${protocol.toLowerCase()}://${clusterIP}:${port}`;
			const link = `${prefix}_PORT_${port}_${protocol}`;
			if (port === first.port && !variables.has(`${prefix}_PORT`)) {
				variables.set(`${prefix}_PORT`, url);
			}
			variables.set(link, url);
			variables.set(`${link}_PROTO`, protocol.toLowerCase());
			variables.set(`${link}_PORT`, String(port));
			variables.set(`${link}_ADDR`, clusterIP);
		}
	}
	return variables;
}

function isOfApiServer({ metadata }: Service): boolean {
	return metadata.namespace === 'default' && metadata.name === 'kubernetes';
}

function variableName(text: string): string {
	return text.replaceAll('-', '_').toUpperCase();
}
