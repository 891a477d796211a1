import { expect, it } from 'vitest';
import { threeWayPatch } from '#lib/kubectl/patch/three-way-patch.ts';
import { applyStrategicMergePatch } from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { fieldValues } from './field-values.ts';
import { mergeRows } from './merge-rows.ts';

const kind = 'Deployment';
const deployment = (metadata: object, spec: object) =>
	({ apiVersion: 'apps/v1', kind, metadata: { name: 'web', ...metadata }, spec }) as KubeObject;

it('says of each field whether the write sets, removes or leaves it', () => {
	const last = deployment({ labels: { app: 'web', tier: 'front' } }, { replicas: 2 });
	const live = deployment(
		{ labels: { app: 'web', tier: 'front' }, annotations: { owner: 'ann' } },
		{ replicas: 4 }
	);
	const file = deployment({ labels: { app: 'web' } }, { replicas: 2, minReadySeconds: 1 });
	const patch = threeWayPatch(last, file, live, kind);
	const result = applyStrategicMergePatch(live, patch, kind);
	const columns = Object.fromEntries(
		Object.entries({ last, live, file, patch, result }).map(([name, value]) => [
			name,
			fieldValues(value, kind)
		])
	);
	const does = Object.fromEntries(
		mergeRows(columns, new Set(['metadata.labels.app'])).map((row) => [row.field, row.does])
	);
	expect(does).toEqual({
		'metadata.labels.tier': 'removes',
		'spec.replicas': 'sets',
		'spec.minReadySeconds': 'sets',
		'metadata.annotations.owner': 'leaves',
		'metadata.labels.app': 'keeps'
	});
});

it('what is wanted and refused stands first, too', () => {
	const live = fieldValues(deployment({}, { replicas: 4, minReadySeconds: 2 }), kind);
	const file = fieldValues(deployment({}, { replicas: 4, minReadySeconds: 1 }), kind);
	expect(mergeRows({ live, file }, new Set()).map(({ field, does }) => [field, does])).toEqual([
		['spec.minReadySeconds', 'sets'],
		['spec.replicas', 'keeps']
	]);
});

it('a replacement removes what it doesn’t name', () => {
	const live = fieldValues(deployment({ annotations: { owner: 'ann' } }, { replicas: 4 }), kind);
	const file = fieldValues(deployment({}, { replicas: 2 }), kind);
	const rows = mergeRows({ live, file, result: file }, new Set());
	expect(rows.map(({ field, does }) => [field, does])).toEqual([
		['metadata.annotations.owner', 'removes'],
		['spec.replicas', 'sets']
	]);
});
