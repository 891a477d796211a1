import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManifest } from '#lib/kubernetes/manifest.ts';
import { rolloutManifest, rolloutScenario } from './rollout-scenario.ts';
import { usualSettings, withBroken, withCommandAt } from './rollout-settings.ts';

describe('the settings of a rollout', () => {
	it('put an update of the broken version in place of the whole one, and back', () => {
		const broken = withBroken(usualSettings, true);
		expect(broken.steps[0]?.run).toBe('kubectl set image deployment/web web=web:v2-broken');
		expect(withBroken(broken, false)).toEqual(usualSettings);
	});

	it('give up what was to come after a new command', () => {
		const early = withCommandAt(usualSettings, 6000, 'kubectl scale deployment web --replicas=2');
		expect(early.steps).toEqual([{ atMs: 6000, run: 'kubectl scale deployment web --replicas=2' }]);
	});

	it('always make a manifest of a Deployment and a Service, whatever is typed as surge', () => {
		fc.assert(
			fc.property(fc.string(), fc.nat(50), fc.boolean(), (maxSurge, replicas, hasProbe) => {
				const text = rolloutManifest(
					{ ...usualSettings, maxSurge, replicas, hasProbe },
					'RollingUpdate'
				);
				expect(readManifest(text, 'web.yaml').map(({ value }) => value)).toMatchObject([
					{ kind: 'Deployment', spec: { replicas } },
					{ kind: 'Service' }
				]);
			})
		);
	});

	it('end after the last command, with traffic until shortly before', () => {
		const { untilMs = 0, traffic = [] } = rolloutScenario(usualSettings, 'Recreate', []);
		expect(untilMs).toBeGreaterThan(usualSettings.steps[0]!.atMs + 10_000);
		expect(traffic[0]?.untilMs).toBeLessThan(untilMs);
	});
});
