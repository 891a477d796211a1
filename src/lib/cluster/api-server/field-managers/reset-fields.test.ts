import { describe, expect, it } from 'vitest';
import { fromFieldsV1, toFieldsV1 } from '#lib/kubernetes/managed-fields/fields-v1.ts';
import { ownedPart } from './reset-fields.ts';

const whole = fromFieldsV1({
	'f:metadata': { 'f:labels': { 'f:a': {} }, 'f:ownerReferences': {} },
	'f:spec': {
		'f:containers': { 'k:{"name":"c"}': { 'f:image': {}, 'f:resources': { 'f:limits': {} } } },
		'f:ephemeralContainers': { 'k:{"name":"d"}': { 'f:image': {} } }
	},
	'f:status': { 'f:phase': {} }
});

function part(plural: string, subresource?: string, hasStatus = true): readonly string[] {
	const owned = toFieldsV1(ownedPart(plural, subresource, hasStatus)(whole));
	return Object.entries(owned).map(([field, inner]) => `${field} ${Object.keys(inner).join(' ')}`);
}

describe('what can be owned by a write', () => {
	it('is no status where that has a path of its own', () => {
		expect(part('pods').map((line) => line.split(' ')[0])).toEqual(['f:metadata', 'f:spec']);
		expect(part('configmaps', undefined, false)).toHaveLength(3);
	});

	it('is no spec through the status, and of a Pod no owner', () => {
		expect(part('pods', 'status')).toEqual(['f:metadata f:labels', 'f:status f:phase']);
	});

	it('is nothing else than what the path is for', () => {
		expect(part('pods', 'ephemeralcontainers')).toEqual(['f:spec f:ephemeralContainers']);
		expect(toFieldsV1(ownedPart('pods', 'resize', true)(whole))).toEqual({
			'f:spec': { 'f:containers': { 'k:{"name":"c"}': { 'f:resources': { 'f:limits': {} } } } }
		});
	});
});
