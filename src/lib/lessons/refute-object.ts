import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { historyOf } from '#lib/trace/history.ts';
import { changeOf } from '#lib/trace/object-at-key.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { FactOf } from './fact.ts';
import { findMoment, momentName } from './moment.ts';

/** A command prints a line with this in it. */
export function refutePrinted(trace: Trace, text: string): string | null {
	const found = trace.events.some(
		(event) => event.kind === 'output' && event.stream !== 'input' && event.text.includes(text)
	);
	return found ? null : `nothing printed “${text}”`;
}

/** It has that value, then, or ever. */
export function refuteObject(
	trace: Trace,
	{ key, path, is, at, ever }: FactOf<'object'>
): string | null {
	const moment = at && findMoment(trace, at);
	if (at && !moment) return `${momentName(at)} never came`;
	const versions = historyOf(trace, `/registry/${key}`).filter(
		({ seq }) => !moment || seq <= moment.seq
	);
	if (versions.length === 0) return `${key} was not there`;
	const values = versions.map(({ object }) => valueAt(object, path));
	const holds = ever
		? values.some((value) => isDeepEqual(value, is))
		: isDeepEqual(values.at(-1), is);
	return holds ? null : `${path.join('.')} of ${key} is ${JSON.stringify(values.at(-1))}`;
}

function valueAt(object: KubeObject | null, path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>(
		(value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
		object
	);
}

/** An endpoint has these conditions, once. */
export function refuteEndpoint(
	trace: Trace,
	{ of, conditions }: FactOf<'endpoint'>
): string | null {
	const found = trace.events.some((event) => {
		const slice = event.kind === 'write' ? changeOf('EndpointSlice', event)?.now : null;
		if (!slice) return false;
		const { namespace, labels } = slice.metadata;
		if (`${namespace}/${labels?.['kubernetes.io/service-name']}` !== of) return false;
		return slice.endpoints?.some((endpoint) => isDeepEqual(endpoint.conditions, conditions));
	});
	return found ? null : `no endpoint of ${of} was ${JSON.stringify(conditions)}`;
}

/** An Event says so. */
export function refuteEvent(trace: Trace, { reason, text = '' }: FactOf<'event'>): string | null {
	const found = trace.events.some((event) => {
		if (event.kind !== 'write' || !event.key.startsWith('/registry/events/')) return false;
		const { reason: because, message, note } = (event.object ?? {}) as Partial<KubeObject>;
		return because === reason && String(message ?? note ?? '').includes(text);
	});
	return found ? null : `no Event ${reason} “${text}”`;
}
