import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSchema } from '../decode.ts';
import { isDeepEqual } from '../deep-equal.ts';
import { learnFurtherKinds } from '../kinds/further-kinds.ts';
import type { KubeObject } from '../object.ts';
import { resources } from '../resources.ts';
import { compared } from './comparison.ts';
import { ApplyConflict } from './conflicts.ts';
import { emptyObject } from './empty-object.ts';
import { appliedObject, managersAfterUpdate, type Writer } from './field-manager.ts';
import { isSameSet, pathsOf } from './field-set.ts';
import { fromFieldsV1, toFieldsV1 } from './fields-v1.ts';
import { kindType } from './kind-type.ts';
import { entriesOf, managersOf } from './managed-fields-entry.ts';
import { type Managers, noManagers } from './manager.ts';
import { ownedFields } from './owned-fields.ts';
import type { Change } from './ownership.ts';
import { pathText } from './path-element.ts';
import { stripped } from './stripped-fields.ts';
import { arbitraryObject, withDistinctItems } from './testing/arbitrary-object.ts';

learnFurtherKinds();

const time = '2026-01-02T03:04:05Z';
const later = '2026-01-02T03:05:00Z';

function writer(manager: string, operation: Writer['operation'] = 'Apply'): Writer {
	return { manager, operation, apiVersion: 'v1', time };
}

function emptyOf(kind: string, apiVersion = 'v1'): KubeObject {
	return emptyObject(kind, apiVersion, kind);
}

function changeOf(before: KubeObject, after: KubeObject): Change {
	return {
		before,
		after,
		apiVersion: after.apiVersion,
		versions: {
			typeOf: () => kindType(after.kind),
			convert: (object) => object,
			emptyOf: () => emptyOf(after.kind, after.apiVersion)
		},
		owned: (set) => set
	};
}

function applied(
	before: KubeObject,
	wanted: KubeObject,
	managers: Managers,
	by: string,
	isForced = false
): { readonly object: KubeObject; readonly managers: Managers; readonly isNoop: boolean } {
	const asker = { ...writer(by), apiVersion: wanted.apiVersion };
	const result = appliedObject(changeOf(before, wanted), managers, asker, isForced, isDeepEqual);
	return {
		object: result.object ?? before,
		managers: result.managers,
		isNoop: result.object === undefined
	};
}

function configMap(data: Record<string, string>): KubeObject {
	return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'conf' }, data };
}

function pod(spec: Record<string, unknown>): KubeObject {
	return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec };
}

/** A live object: it has a uid. */
function live(object: KubeObject): KubeObject {
	return { ...object, metadata: { ...object.metadata, uid: 'u' } };
}

function fieldsOf(managers: Managers, name: string): unknown {
	return entriesOf(managers).find(({ manager }) => manager === name)?.fieldsV1;
}

const kinds = resources.filter(({ kind, verbs }) => verbs.includes('patch') && hasSchema(kind));

describe('who manages what after a change', () => {
	it('is whoever added or changed it, with the maps that came with it', () => {
		const change = changeOf(emptyOf('ConfigMap'), configMap({ a: '1' }));
		const managers = managersAfterUpdate(change, noManagers, writer('me', 'Update'));
		expect(entriesOf(managers)).toEqual([
			{
				manager: 'me',
				operation: 'Update',
				apiVersion: 'v1',
				time,
				fieldsType: 'FieldsV1',
				fieldsV1: { 'f:data': { '.': {}, 'f:a': {} } }
			}
		]);
	});

	it('is nobody of what nobody managed before', () => {
		const change = changeOf(live(configMap({})), configMap({ a: '1' }));
		expect(managersAfterUpdate(change, noManagers, writer('me', 'Update')).size).toBe(0);
	});

	it('is still who it was where nothing changed, and since then', () => {
		const first = managersAfterUpdate(
			changeOf(emptyOf('ConfigMap'), configMap({ a: '1' })),
			noManagers,
			writer('me', 'Update')
		);
		const again = changeOf(live(configMap({ a: '1' })), configMap({ a: '1' }));
		const second = managersAfterUpdate(again, first, {
			...writer('you', 'Update'),
			time: later
		});
		expect(entriesOf(second)).toEqual(entriesOf(first));
	});

	it('is told of a container item by item', () => {
		const spec = { containers: [{ name: 'c', image: 'i', ports: [{ containerPort: 80 }] }] };
		const change = changeOf(emptyOf('Pod'), pod(spec));
		const managers = managersAfterUpdate(change, noManagers, writer('me', 'Update'));
		expect(fieldsOf(managers, 'me')).toEqual({
			'f:spec': {
				'f:containers': {
					'k:{"name":"c"}': {
						'.': {},
						'f:image': {},
						'f:name': {},
						'f:ports': {
							'.': {},
							'k:{"containerPort":80,"protocol":"TCP"}': { '.': {}, 'f:containerPort': {} }
						}
					}
				}
			}
		});
	});

	it('is one old entry when more than ten have changed it', () => {
		let managers = noManagers;
		let object = emptyOf('ConfigMap');
		for (let i = 0; i < 12; i++) {
			const data = { ...(object['data'] as object), [`k${i}`]: 'x' } as Record<string, string>;
			const next = configMap(data);
			const at = `2026-01-02T03:04:${String(10 + i)}Z`;
			managers = managersAfterUpdate(changeOf(object, next), managers, {
				...writer(`m${i}`, 'Update'),
				time: at
			});
			object = live(next);
		}
		expect(managers.size).toBe(10);
		expect(fieldsOf(managers, 'ancient-changes')).toEqual({
			'f:data': { '.': {}, 'f:k0': {}, 'f:k1': {}, 'f:k2': {} }
		});
	});
});

describe('applying', () => {
	it('takes out what was applied before and is applied no more', () => {
		const first = applied(emptyOf('ConfigMap'), configMap({ a: '1', b: '2' }), noManagers, 'me');
		const second = applied(live(first.object), configMap({ b: '2' }), first.managers, 'me');
		expect(second.object['data']).toEqual({ b: '2' });
	});

	it('leaves what somebody else applied as well', () => {
		const first = applied(emptyOf('ConfigMap'), configMap({ a: '1', b: '2' }), noManagers, 'me');
		const other = applied(live(first.object), configMap({ a: '1' }), first.managers, 'you');
		const third = applied(live(other.object), configMap({ b: '2' }), other.managers, 'me');
		expect(third.object['data']).toEqual({ a: '1', b: '2' });
	});

	it('is refused where others manage another value, and takes it over by force', () => {
		const first = applied(emptyOf('ConfigMap'), configMap({ a: '1', b: '2' }), noManagers, 'me');
		const wanted = configMap({ a: '8', b: '9' });
		const ask = (isForced: boolean) =>
			applied(live(first.object), wanted, first.managers, 'you', isForced);
		expect(() => ask(false)).toThrow(new ApplyConflict([]).constructor as typeof ApplyConflict);
		expect(() => ask(false)).toThrow(
			'Apply failed with 2 conflicts: conflicts with "me":\n- .data.a\n- .data.b'
		);
		const forced = ask(true);
		expect(forced.object['data']).toEqual({ a: '8', b: '9' });
		expect(entriesOf(forced.managers).map(({ manager }) => manager)).toEqual(['you']);
	});

	it('finds what nobody managed with before-first-apply', () => {
		const there = live(configMap({ a: '1' }));
		expect(() => applied(there, configMap({ a: '2' }), noManagers, 'me')).toThrow(
			'Apply failed with 1 conflict: conflict with "before-first-apply" using v1: .data.a'
		);
	});

	it('puts wanted items in their order and leaves the others between them', () => {
		const containers = (...names: string[]) =>
			pod({ containers: names.map((name) => ({ name, image: 'i' })) });
		const first = applied(emptyOf('Pod'), containers('a', 'b', 'c'), noManagers, 'me');
		const other = applied(live(first.object), containers('d', 'b'), first.managers, 'you', true);
		const { containers: items } = other.object['spec'] as { containers: { name: string }[] };
		expect(items.map(({ name }) => name)).toEqual(['a', 'd', 'b', 'c']);
	});

	it('takes an atomic list as a whole', () => {
		const command = (...words: string[]) => pod({ containers: [{ name: 'c', command: words }] });
		const first = applied(emptyOf('Pod'), command('a'), noManagers, 'me');
		expect(() => applied(live(first.object), command('b'), first.managers, 'you')).toThrow(
			'conflict with "me": .spec.containers[name="c"].command'
		);
	});
});

describe('applying any object of any kind', () => {
	const anyObject = fc
		.constantFrom(...kinds)
		.chain(({ kind, apiVersion }) => arbitraryObject(kind, apiVersion))
		.map(withDistinctItems);

	it('reads back what was applied', () => {
		fc.assert(
			fc.property(anyObject, (wanted) => {
				const type = kindType(wanted.kind)!;
				const empty = emptyOf(wanted.kind, wanted.apiVersion);
				const { object, managers } = applied(empty, wanted, noManagers, 'me');
				const { modified, removed } = compared(wanted, object, type);
				expect(pathsOf(modified).map(pathText)).toEqual([]);
				expect(pathsOf(removed).map(pathText)).toEqual([]);
				const own = stripped(ownedFields(wanted, type));
				const mine = [...managers.values()][0]?.fields ?? new Map();
				expect(isSameSet(own, mine)).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});

	it('changes nothing the second time', () => {
		fc.assert(
			fc.property(anyObject, (wanted) => {
				const empty = emptyOf(wanted.kind, wanted.apiVersion);
				const first = applied(empty, wanted, noManagers, 'me');
				const second = applied(live(first.object), wanted, first.managers, 'me');
				expect(second.isNoop).toBe(true);
				expect(entriesOf(second.managers)).toEqual(entriesOf(first.managers));
			}),
			{ numRuns: 300 }
		);
	});

	it('gives back to nobody what is applied no more', () => {
		fc.assert(
			fc.property(anyObject, (wanted) => {
				const { apiVersion, kind } = wanted;
				const empty = emptyOf(kind, apiVersion);
				const first = applied(empty, wanted, noManagers, 'me');
				const bare = { apiVersion, kind, metadata: { name: 'x' } };
				const second = applied(live(first.object), bare, first.managers, 'me');
				expect(entriesOf(second.managers)).toEqual([]);
				const left = ownedFields(second.object, kindType(kind)!);
				const before = ownedFields(live(empty), kindType(kind)!);
				const names = pathsOf(left).map(pathText);
				expect(names.filter((path) => !pathsOf(before).map(pathText).includes(path))).toEqual(
					pathsOf(ownedFields(bare, kindType(kind)!))
						.map(pathText)
						.filter((path) => !pathsOf(before).map(pathText).includes(path))
				);
			}),
			{ numRuns: 150 }
		);
	});

	it('never conflicts between two who want different fields', () => {
		const data = (prefix: string) =>
			fc.dictionary(
				fc.stringMatching(/^[a-z]{1,3}$/).map((key) => prefix + key),
				fc.string({ maxLength: 3 })
			);
		fc.assert(
			fc.property(data('a-'), data('b-'), data('a-'), (one, other, changed) => {
				const first = applied(emptyOf('ConfigMap'), configMap(one), noManagers, 'me');
				const second = applied(live(first.object), configMap(other), first.managers, 'you');
				const third = applied(live(second.object), configMap(changed), second.managers, 'me');
				expect(third.object['data'] ?? {}).toEqual({ ...other, ...changed });
			})
		);
	});

	it('is written and read as FieldsV1 without loss', () => {
		fc.assert(
			fc.property(anyObject, (wanted) => {
				const set = ownedFields(wanted, kindType(wanted.kind)!);
				expect(isSameSet(fromFieldsV1(JSON.parse(JSON.stringify(toFieldsV1(set)))), set)).toBe(
					true
				);
				const empty = emptyOf(wanted.kind, wanted.apiVersion);
				const { managers } = applied(empty, wanted, noManagers, 'me');
				expect(entriesOf(managersOf(entriesOf(managers)))).toEqual(entriesOf(managers));
			}),
			{ numRuns: 150 }
		);
	});
});
