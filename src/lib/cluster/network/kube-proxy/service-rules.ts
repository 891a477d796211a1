import type { Random } from '../../kernel/random.ts';
import type { ProxyEndpoint } from './categorize-endpoints.ts';

/** What a rule does with a new connection. */
export type Verdict =
	| { readonly type: 'forward'; readonly endpoint: ProxyEndpoint }
	/** Answered at once: connection refused. */
	| { readonly type: 'reject' }
	/** Not answered at all. */
	| { readonly type: 'drop' };

const reject: Verdict = { type: 'reject' };
const drop: Verdict = { type: 'drop' };

/** The rules of one address and port: which endpoints there are, and who was sent where before. */
export class ServiceRules {
	private readonly affinity = new Map<string, { endpoint: ProxyEndpoint; lastMs: number }>();

	constructor(
		/** `namespace/name`. */
		readonly service: string,
		readonly endpoints: readonly ProxyEndpoint[],
		/** There are endpoints, but this address may use none of them (policy Local). */
		private readonly dropsWhenEmpty: boolean,
		/** sessionAffinity ClientIP: how long a client is remembered, ms. */
		private readonly affinityMs: number | undefined,
		before: ServiceRules | undefined
	) {
		if (affinityMs === undefined || before === undefined) return;
		for (const [client, { endpoint, lastMs }] of before.affinity) {
			const still = endpoints.find(({ ip, port }) => ip === endpoint.ip && port === endpoint.port);
			if (still !== undefined) this.affinity.set(client, { endpoint: still, lastMs });
		}
	}

	/** A new connection: any endpoint with the same chance (iptables statistic, nftables numgen random). */
	pick(client: string, random: Random, nowMs: number): Verdict {
		const { endpoints, affinityMs } = this;
		if (endpoints.length === 0) return this.dropsWhenEmpty ? drop : reject;
		const known = this.affinity.get(client);
		const sticks = known !== undefined && nowMs - known.lastMs < (affinityMs ?? 0);
		const endpoint = sticks ? known.endpoint : endpoints[random.int(endpoints.length)]!;
		if (affinityMs !== undefined) this.affinity.set(client, { endpoint, lastMs: nowMs });
		return { type: 'forward', endpoint };
	}
}
