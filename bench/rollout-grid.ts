/**
 * npm run record:grid: what @ngrok/webernetes (the version in package.json) does with a grid of RollingUpdate settings at
 * quiet instants: when all is up, when an update to a version that never gets ready can go no further, and after it was
 * taken back. Writes tests/fixtures/webernetes-rollouts.json, which a test compares with what Kinetes does.
 */
import { writeFileSync } from 'node:fs';
import { BaseImage, Cluster, type ProcessContext } from '@ngrok/webernetes';
import packageJson from '../package.json' with { type: 'json' };

/** How long nothing may change for an instant to count as quiet, ms of wall time. */
const quietMs = 4000;
const giveUpMs = 60_000;
const atOnce = 6;

interface Setting {
	readonly replicas: number;
	readonly maxSurge: number | string;
	readonly maxUnavailable: number | string;
}

/** `ready/replicas` of v1 and v2 once all is quiet, and each change of `spec.replicas` on the way there: `v2 1`. */
interface Quiet {
	readonly sizes: string;
	readonly steps: readonly string[];
}

const grid: readonly Setting[] = [1, 2, 3, 4, 7, 10].flatMap((replicas) =>
	(
		[
			['25%', '25%'],
			[1, 0],
			[0, 1],
			[2, 2],
			['50%', '20%'],
			['100%', '100%']
		] as const
	).map(([maxSurge, maxUnavailable]) => ({ replicas, maxSurge, maxUnavailable }))
);

class Server extends BaseImage {
	static readonly imageName = 'web';
	static readonly imageVersion = 'v1';
	readonly defaultCommand = ['server'];

	override async exec(context: ProcessContext): Promise<number> {
		return await context.waitUntilKilled();
	}
}

const container = { name: 'web', image: 'web:v1' };

function deployment({ replicas, maxSurge, maxUnavailable }: Setting, isBroken: boolean) {
	return {
		apiVersion: 'apps/v1' as const,
		kind: 'Deployment' as const,
		metadata: { name: 'web', namespace: 'default' },
		spec: {
			replicas,
			strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } },
			selector: { matchLabels: { app: 'web' } },
			template: {
				metadata: { labels: { app: 'web', version: isBroken ? 'v2' : 'v1' } },
				spec: {
					containers: [
						isBroken
							? {
									...container,
									readinessProbe: { tcpSocket: { port: 81 }, periodSeconds: 1 }
								}
							: container
					]
				}
			}
		}
	};
}

async function play(setting: Setting): Promise<Record<string, Quiet>> {
	const cluster = new Cluster({ nodes: 3 });
	cluster.registerImage(Server);
	await cluster.init();
	const sizes: Record<string, readonly [ready: number, replicas: number]> = {
		v1: [0, 0],
		v2: [0, 0]
	};
	let steps: string[] = [];
	let changedAt = performance.now();
	cluster.informer('replicasets', (_type, set) => {
		const version = set.spec?.template?.metadata?.labels?.version ?? '';
		const size = [set.status?.readyReplicas ?? 0, set.spec?.replicas ?? 0] as const;
		if (sizes[version]?.join() === size.join()) return;
		changedAt = performance.now();
		if (sizes[version]?.[1] !== size[1]) steps.push(`${version} ${size[1]}`);
		sizes[version] = size;
	});
	const quiet = async (): Promise<Quiet> => {
		const began = performance.now();
		changedAt = began;
		while (performance.now() - changedAt < quietMs) {
			if (performance.now() - began > giveUpMs) {
				throw new Error(`never quiet: ${JSON.stringify(setting)}`);
			}
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		const found = { sizes: `${sizes.v1!.join('/')} ${sizes.v2!.join('/')}`, steps };
		steps = [];
		return found;
	};
	await cluster.apply([deployment(setting, false)]);
	const up = await quiet();
	await cluster.apply([deployment(setting, true)]);
	const stuck = await quiet();
	await cluster.apply([deployment(setting, false)]);
	return { up, stuck, back: await quiet() };
}

// Each has a cluster of its own; too many at once would be too slow to be quiet.
const cases: (Setting & { quiet: Record<string, Quiet> })[] = [];
for (let from = 0; from < grid.length; from += atOnce) {
	const some = grid.slice(from, from + atOnce);
	cases.push(
		...(await Promise.all(some.map(async (each) => ({ ...each, quiet: await play(each) }))))
	);
}
const version = packageJson.devDependencies['@ngrok/webernetes'];
writeFileSync(
	'tests/fixtures/webernetes-rollouts.json',
	`${JSON.stringify({ recordedWith: `@ngrok/webernetes ${version}`, cases }, null, '\t')}\n`
);
console.log(`${cases.length} settings recorded with @ngrok/webernetes ${version}`);
process.exit(0);
