import { type BodyReading, maxBodyBytes } from './body-reading.ts';
import { JsonSyntaxError, type JsonText, readJson } from './json-text.ts';
import { plainNumbers } from './number-literal.ts';
import { readYaml } from './yaml-text.ts';

/** A body that came as text: plain data, and what is to be said of it. */
export interface ReadBody {
	readonly value: unknown;
	readonly reading: BodyReading;
}

/**
 * Reads a body.
 *
 * Models apimachinery/pkg/runtime/serializer/json/json.go Decode and meta.go Interpret, protobuf/protobuf.go Decode (nothing of
 * it can be read here), apiserver/pkg/endpoints/handlers/rest.go summarizeData and limitedReadBody.
 *
 * @param mediaType without parameters, in lower case; any but YAML and protobuf is read as JSON, of a patch no kind is asked
 */
export function readBody(text: string, mediaType: string): ReadBody {
	const bytes = new TextEncoder().encode(text);
	const summary = summaryOf(text, bytes);
	const plain = (unknownFields: readonly string[]): readonly string[] => unknownFields;
	if (bytes.length > maxBodyBytes) {
		return {
			value: undefined,
			reading: { isTooLarge: true, fault: 'too large', summary, strictErrors: plain }
		};
	}
	const isYaml = mediaType.endsWith('yaml');
	const refused = (fault: string, unrecognized: string): ReadBody => ({
		value: undefined,
		reading: { fault, unrecognized, summary, strictErrors: plain }
	});
	if (mediaType.endsWith('protobuf')) {
		const why = protobufFault(bytes);
		return refused(why, why);
	}
	if (isYaml) {
		const yaml = readYaml(text);
		if ('fault' in yaml) return refused(yaml.fault, yaml.fault);
		const { value, repeated } = yaml;
		const list = `yaml: unmarshal errors:\n  ${repeated.join('\n  ')}`;
		return recognized(value, {
			summary,
			strictErrors: (unknown) => (repeated.length > 0 ? [list, ...unknown] : unknown)
		});
	}
	let json: JsonText;
	try {
		json = readJson(text);
	} catch (error) {
		if (!(error instanceof JsonSyntaxError)) throw error;
		return refused(error.message, withoutKind(error.message));
	}
	const plainValue = json.hasLiterals ? plainNumbers(json.value) : json.value;
	if (mediaType.includes('patch')) {
		const repeated = repeatedIn(json, mediaType.includes('json-patch') ? 'json patch ' : '');
		return {
			value: plainValue,
			reading: { summary, strictErrors: (unknown) => [...repeated, ...unknown] }
		};
	}
	return recognized(plainValue, {
		summary,
		...(json.hasLiterals && { exact: json.value }),
		strictErrors: (unknown) => inTextOrder(unknown, json)
	});
}

const withoutKind = (why: string): string => `couldn't get version/kind; json parse error: ${why}`;

/** Reads apiVersion and kind, in any case of letters. Models serializer/json/meta.go Interpret. */
function recognized(value: unknown, reading: BodyReading): ReadBody {
	if (value === null || value === undefined) return { value: null, reading };
	const goType =
		'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';
	if (typeof value !== 'object' || Array.isArray(value)) {
		const why = `json: cannot unmarshal ${jsonName(value)} into Go value of type ${goType}`;
		return { value, reading: { ...reading, unrecognized: withoutKind(why) } };
	}
	const named: Record<string, string> = {};
	for (const [name, inner] of Object.entries(value)) {
		const field = ['apiVersion', 'kind'].find((one) => one.toLowerCase() === name.toLowerCase());
		if (field === undefined || inner === null) continue;
		if (typeof inner !== 'string') {
			const why = `json: cannot unmarshal ${jsonName(inner)} into Go struct field .${field} of type string`;
			return { value, reading: { ...reading, unrecognized: withoutKind(why) } };
		}
		named[field] = inner;
	}
	const version = named['apiVersion'] ?? '';
	if (version.split('/').length > 2) {
		const unrecognized = `unexpected GroupVersion string: ${version}`;
		return { value, reading: { ...reading, unrecognized } };
	}
	const isMeant = Object.entries(named).every(
		([name, inner]) => (value as Record<string, unknown>)[name] === inner
	);
	return { value: isMeant ? value : { ...value, ...named }, reading };
}

/** The fields that are unknown and those that are repeated, as they come in the text; what is unknown isn't looked into. */
function inTextOrder(unknownFields: readonly string[], json: JsonText): readonly string[] {
	if (json.repeated.length === 0) return unknownFields;
	const unknown = unknownFields.map((text) => {
		const path = /^unknown field "(.*)"$/s.exec(text)?.[1] ?? '';
		return { text, path, at: json.placeOf(path) ?? 0 };
	});
	const isWithin = (path: string, outer: string): boolean =>
		path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
	const repeated = json.repeated
		.filter(({ path }) => !unknown.some((one) => isWithin(path, one.path)))
		.map(({ path, at }) => ({ text: `duplicate field ${JSON.stringify(path)}`, at }));
	const all = [...unknown, ...repeated].sort((a, b) => a.at - b.at).map(({ text }) => text);
	return [...new Set(all)];
}

function repeatedIn({ repeated }: JsonText, prefix: string): readonly string[] {
	const texts = repeated.map(({ path }) => `${prefix}duplicate field ${JSON.stringify(path)}`);
	return [...new Set(texts)];
}

function jsonName(value: unknown): string {
	if (Array.isArray(value)) return 'array';
	return typeof value === 'boolean' ? 'bool' : typeof value;
}

const protobufPrefix = [0x6b, 0x38, 0x73, 0];

function protobufFault(bytes: Uint8Array): string {
	if (bytes.length === 0) return 'empty data';
	const isMarked = protobufPrefix.every((byte, index) => bytes[index] === byte);
	if (!isMarked) {
		return `provided data does not appear to be a protobuf message, expected prefix [${protobufPrefix.join(' ')}]`;
	}
	return bytes.length === protobufPrefix.length ? 'empty body' : 'protobuf is not read here';
}

const shownBytes = 30;

function summaryOf(text: string, bytes: Uint8Array): string {
	if (bytes.length === 0) return '<empty>';
	const isLong = bytes.length > shownBytes;
	const first = bytes.subarray(0, shownBytes);
	const shown = text.startsWith('{')
		? new TextDecoder().decode(first)
		: Array.from(first, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return isLong ? `${shown} ...` : shown;
}
