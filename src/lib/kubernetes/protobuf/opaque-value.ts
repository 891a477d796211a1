import { ProtobufError, type WireField, wireFields } from './wire-reader.ts';

const text = new TextDecoder();

/**
 * What Go reads and writes by hand: times, quantities, numbers that may be text, JSON within. Undefined for a time that isn't
 * set.
 */
export function opaqueValue(type: string, bytes: Uint8Array): unknown {
	const fields = new Map<number, WireField>();
	for (const field of wireFields(bytes)) fields.set(field.number, field);
	const numberAt = (at: number): number => Number(fields.get(at)?.value ?? 0);
	const textAt = (at: number): string => text.decode(fields.get(at)?.bytes);
	switch (type) {
		case 'apis.meta.v1.Time':
			return fields.size === 0 ? undefined : dateOf(numberAt(1)).replace(/\.\d+/, '');
		case 'apis.meta.v1.MicroTime': {
			if (fields.size === 0) return undefined;
			const micros = String(Math.floor(numberAt(2) / 1000)).padStart(6, '0');
			return dateOf(numberAt(1)).replace(/\.\d+/, `.${micros}`);
		}
		case 'api.resource.Quantity':
			return textAt(1) || '0';
		case 'util.intstr.IntOrString':
			return numberAt(1) === 0 ? numberAt(2) : textAt(3);
		default:
			return fields.has(1) ? jsonOf(textAt(1)) : undefined;
	}
}

function dateOf(seconds: number): string {
	const date = new Date(seconds * 1000);
	if (Number.isNaN(date.getTime())) throw new ProtobufError('proto: no such time');
	return date.toISOString();
}

function jsonOf(raw: string): unknown {
	try {
		return JSON.parse(raw) as unknown;
	} catch {
		throw new ProtobufError('proto: no JSON within');
	}
}
