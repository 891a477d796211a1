import type { Container, Handler, Probe } from '../pod.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { nonNegative } from './metadata.ts';
import { portName, portNumber } from './name-rules.ts';

type Lifecycle = NonNullable<Container['lifecycle']>;

/** Models pkg/apis/core/validation/validation.go validateProbe and those of the three kinds of probe. */
export function validateProbe(
	probe: Probe | undefined,
	kind: 'livenessProbe' | 'readinessProbe' | 'startupProbe',
	container: string
): FieldError[] {
	if (!probe) return [];
	const path = `${container}.${kind}`;
	const errors = [
		...validateHandler(probe, path),
		...nonNegative(probe.initialDelaySeconds, `${path}.initialDelaySeconds`),
		...nonNegative(probe.timeoutSeconds, `${path}.timeoutSeconds`),
		...nonNegative(probe.periodSeconds, `${path}.periodSeconds`),
		...nonNegative(probe.successThreshold, `${path}.successThreshold`),
		...nonNegative(probe.failureThreshold, `${path}.failureThreshold`)
	];
	const grace = probe.terminationGracePeriodSeconds;
	const gracePath = `${path}.terminationGracePeriodSeconds`;
	if (grace !== undefined && grace <= 0) {
		errors.push(invalidError(gracePath, grace, 'must be greater than 0'));
	}
	if (kind === 'readinessProbe') {
		if (grace !== undefined) {
			errors.push(invalidError(gracePath, grace, 'must not be set for readinessProbes'));
		}
	} else if (probe.successThreshold !== 1) {
		errors.push(invalidError(`${path}.successThreshold`, probe.successThreshold, 'must be 1'));
	}
	return errors;
}

/**
 * Models validateLifecycle.
 *
 * @param graceSeconds of the Pod
 */
export function validateLifecycle(
	{ postStart, preStop }: Lifecycle,
	graceSeconds: number,
	path: string
): FieldError[] {
	return [
		...(postStart ? validateHook(postStart, graceSeconds, `${path}.postStart`) : []),
		...(preStop ? validateHook(preStop, graceSeconds, `${path}.preStop`) : [])
	];
}

function validateHook(hook: Handler, graceSeconds: number, path: string): FieldError[] {
	const seconds = hook.sleep?.seconds;
	const errors = validateHandler(hook, path);
	if (seconds !== undefined && (seconds < 0 || seconds > graceSeconds)) {
		errors.push(
			invalidError(
				`${path}.sleep`,
				seconds,
				`must be non-negative and less than terminationGracePeriodSeconds (${graceSeconds})`
			)
		);
	}
	return errors;
}

/** The first kind given is checked, each further one refused. Models validateHandler. */
function validateHandler(handler: Handler, path: string): FieldError[] {
	const { exec, httpGet, tcpSocket, grpc, sleep } = handler;
	const checks: readonly [string, FieldError[] | undefined][] = [
		['exec', exec && (exec.command?.length ? [] : [requiredError(`${path}.exec.command`)])],
		['httpGet', httpGet && validateHttpGet(httpGet, `${path}.httpGet`)],
		['tcpSocket', tcpSocket && validatePort(tcpSocket.port, `${path}.tcpSocket.port`)],
		['grpc', grpc && validatePort(grpc.port, `${path}.grpc.port`)],
		['sleep', sleep && []]
	];
	const given = checks.filter(([, errors]) => errors !== undefined);
	if (given.length === 0) return [requiredError(path, 'must specify a handler type')];
	return given.flatMap(([name, errors], index) =>
		index === 0
			? (errors ?? [])
			: [forbiddenError(`${path}.${name}`, 'may not specify more than 1 handler type')]
	);
}

function validateHttpGet(httpGet: NonNullable<Handler['httpGet']>, path: string): FieldError[] {
	const errors = httpGet.path ? [] : [requiredError(`${path}.path`)];
	errors.push(...validatePort(httpGet.port, `${path}.port`));
	if (!['HTTP', 'HTTPS'].includes(httpGet.scheme ?? '')) {
		errors.push(notSupportedError(`${path}.scheme`, httpGet.scheme, ['HTTP', 'HTTPS']));
	}
	for (const { name } of httpGet.httpHeaders ?? []) {
		if (/^[-A-Za-z0-9]+$/.test(name)) continue;
		const why =
			"a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')";
		errors.push(invalidError(`${path}.httpHeaders`, name, why));
	}
	return errors;
}

/** Models ValidatePortNumOrName. */
function validatePort(port: number | string | undefined, path: string): FieldError[] {
	const wrong = typeof port === 'string' ? portName(port) : portNumber(port ?? 0);
	return wrong.map((text) => invalidError(path, port ?? 0, text));
}
