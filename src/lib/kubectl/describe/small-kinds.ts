import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Event } from '#lib/kubernetes/pod.ts';
import { describeEndpoints, describeEndpointSlice } from './endpoints.ts';
import { describeEvents } from './events.ts';
import { headingOf } from './heading.ts';

/** A describer of kinds that need nothing but the object and its Events. */
export type SmallDescriber = (
	object: KubeObject,
	events: readonly Event[] | undefined,
	nowMs: number
) => string;

type Texts = Readonly<Record<string, string>>;

/** Models ConfigMapDescriber. */
const configMap: SmallDescriber = (object, events, nowMs) => {
	const description = headingOf(object);
	['', 'Data', '===='].forEach((line) => description.line(0, line));
	for (const [key, value] of sortedEntries(object.data)) {
		[`${key}:`, '----', value, ''].forEach((line) => description.line(0, line));
	}
	['', 'BinaryData', '===='].forEach((line) => description.line(0, line));
	for (const [key, value] of sortedEntries(object.binaryData)) {
		description.line(0, `${key}: ${decodedLength(value)} bytes`);
	}
	description.line(0, '');
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};

/** Models SecretDescriber. */
const secret: SmallDescriber = (object) => {
	const description = headingOf(object);
	description.line(0, '');
	description.line(0, `Type:\t${String(object.type ?? '')}`);
	['', 'Data', '===='].forEach((line) => description.line(0, line));
	for (const [key, value] of sortedEntries(object.data)) {
		description.line(0, `${key}:\t${decodedLength(value)} bytes`);
	}
	return description.toString();
};

/** Models ServiceAccountDescriber. */
const serviceAccount: SmallDescriber = (object, events, nowMs) => {
	const description = headingOf(object);
	const secrets = (object.imagePullSecrets ?? []) as readonly { name?: string }[];
	description.list(
		'Image pull secrets',
		secrets.map(({ name = '' }) => name)
	);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};

export const smallDescribers: Readonly<Record<string, SmallDescriber>> = {
	ConfigMap: configMap,
	Endpoints: describeEndpoints,
	EndpointSlice: describeEndpointSlice,
	Secret: secret,
	ServiceAccount: serviceAccount
};

function sortedEntries(texts: unknown): readonly (readonly [string, string])[] {
	return Object.entries((texts ?? {}) as Texts).sort(([a], [b]) => (a < b ? -1 : 1));
}

function decodedLength(base64: string): number {
	return Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
}
