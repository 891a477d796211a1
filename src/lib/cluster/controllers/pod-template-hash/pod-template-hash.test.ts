import { expect, test } from 'vitest';
import { goDump } from './go-dump.ts';
import { goQuantity } from './go-leaves.ts';
import { podTemplateHash } from './pod-template-hash.ts';

const template = {
	metadata: { labels: { app: 'x' } },
	spec: {
		containers: [
			{
				name: 'c',
				image: 'nginx:1.27',
				resources: {},
				terminationMessagePath: '/dev/termination-log',
				terminationMessagePolicy: 'File',
				imagePullPolicy: 'IfNotPresent'
			}
		],
		restartPolicy: 'Always',
		terminationGracePeriodSeconds: 30,
		dnsPolicy: 'ClusterFirst',
		securityContext: {},
		schedulerName: 'default-scheduler'
	}
};

test('a template has the hash that a real controller gave it', () => {
	expect(podTemplateHash(template)).toBe('69b6bfd94d');
});

test('a collision makes another hash of the same template', () => {
	const hashes = [undefined, 0, 1, 2].map((count) => podTemplateHash(template, count));
	expect(new Set(hashes).size).toBe(4);
});

test('what is not said is printed as Go’s zero value, an embedded struct under its type', () => {
	expect(goDump({ key: 'k' }, 'v1.ConfigMapKeySelector')).toBe(
		'(v1.ConfigMapKeySelector){LocalObjectReference:(v1.LocalObjectReference){Name:(string)} Key:(string)k Optional:(*bool)<nil>}'
	);
});

test.each([
	['64Mi', 'value:(int64)67108864 scale:(resource.Scale)0', '<nil>', ''],
	['100Mi', 'value:(int64)104857600 scale:(resource.Scale)0', '<nil>', '100Mi'],
	['1500m', 'value:(int64)1500 scale:(resource.Scale)-3', '<nil>', '1500m'],
	['1000m', 'value:(int64)1000 scale:(resource.Scale)-3', '<nil>', ''],
	[
		'20000Ti',
		'value:(int64)0 scale:(resource.Scale)0',
		'{unscaled:(big.Int){neg:(bool)false abs:(big.nat)[21990232555520000]} scale:(inf.Scale)0}',
		''
	]
])('%s is kept as a Go parser keeps it', (text, amount, decimal, cached) => {
	expect(goQuantity(text)).toContain(
		`{${amount}} d:(resource.infDecAmount){Dec:(*inf.Dec)${decimal}} s:(string)${cached} `
	);
});
