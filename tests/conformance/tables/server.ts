import { staticBand } from '#lib/cluster/api-server/services/number-pool.ts';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { compared } from '../outcome.ts';
import { type CaseRunner, computed, type TableRunners } from '../table.ts';
import { serverAccess } from './server-access.ts';
import { serverDecoding } from './server-decoding.ts';
import { serverReads } from './server-reads.ts';
import { expanded, normalized, withWords } from './server-text.ts';
import { serverUpdates } from './server-updates.ts';
import { ServerWorld } from './server-world.ts';

interface ServerInput {
	readonly path: string;
	readonly object: KubeObject;
	readonly setup?: readonly KubeObject[];
}

interface Refusal {
	readonly code: number;
	readonly reason?: string;
	readonly message?: string;
	readonly causes?: unknown;
}

function posted(
	judge: (expected: never, answer: ApiResponse, object: KubeObject) => ReturnType<CaseRunner>
): CaseRunner {
	return ({ input, expected }) => {
		const { path, object, setup = [] } = expanded(input) as ServerInput;
		const world = new ServerWorld();
		const namespace = /\/namespaces\/([^/]+)\//.exec(path)?.[1];
		for (const made of setup) {
			world.create(made, namespace);
			if (made.kind === 'ResourceQuota' && made['status']) world.writeStatus(made, namespace);
		}
		const answer = world.ask({ method: 'POST', path, body: object });
		return judge(expanded(expected) as never, answer, object);
	};
}

/** Addresses and ports that the server chose are `<assigned>`. */
function withoutAssigned(object: KubeObject, given: KubeObject): KubeObject {
	if (object.kind !== 'Service') return object;
	const { spec } = object as Service;
	const asked = (given as Service).spec;
	const isChosen = Boolean(spec.clusterIP) && !asked.clusterIP;
	return {
		...object,
		spec: {
			...spec,
			...(isChosen && { clusterIP: '<assigned>', clusterIPs: ['<assigned>'] }),
			...(spec.ports && {
				ports: spec.ports.map((port, index) =>
					port.nodePort && !asked.ports?.[index]?.nodePort
						? { ...port, nodePort: '<assigned>' }
						: port
				)
			}),
			...(spec.healthCheckNodePort &&
				!asked.healthCheckNodePort && { healthCheckNodePort: '<assigned>' })
		}
	};
}

export const serverTables: TableRunners = {
	'service-clusterip-static-band': computed(
		({ cidrSize }: { cidrSize: number }) => ({ offset: staticBand(cidrSize, 16, 256) }),
		compared
	),
	'service-nodeport-static-band': computed(
		({ rangeSize }: { rangeSize: number }) => ({ offset: staticBand(rangeSize, 32, 128) }),
		compared
	),
	'server-access': serverAccess,
	'server-decoding': serverDecoding,
	'server-reads': serverReads,
	'server-updates': serverUpdates,
	'server-validation': posted((expected: Refusal, { code, body, warnings }) => {
		if (code < 300) return compared({ code: expected.code }, { code });
		const { reason, message, details } = withWords(body as Status);
		const { causes } = details ?? {};
		const plain = (text?: string) => text?.replaceAll(/Bad_[a-z0-9]{5}\b/g, 'Bad_<suffix>');
		return compared(expected, {
			code,
			reason,
			warnings,
			message: plain(message),
			causes: causes?.map((cause) => ({ ...cause, message: plain(cause.message) }))
		});
	}),
	'server-defaults': posted(
		(expected: { object: unknown; warnings?: unknown }, { code, body, warnings }, given) =>
			compared(
				{ object: expected.object, warnings: expected.warnings },
				{
					object: code < 300 ? withoutAssigned(normalized(body as KubeObject), given) : body,
					warnings
				}
			)
	)
};
