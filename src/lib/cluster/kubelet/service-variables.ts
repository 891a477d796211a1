import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';

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
	for (const { metadata, spec } of services) {
		const { name = '', namespace } = metadata;
		const isApiServer = namespace === 'default' && name === 'kubernetes';
		if (!isApiServer && !(links && namespace === pod.metadata.namespace)) continue;
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

function variableName(text: string): string {
	return text.replaceAll('-', '_').toUpperCase();
}
