import type { LocalFact } from '#lib/trace/event.ts';
import type { CoreDns } from '../../add-ons/coredns/coredns.ts';
import { HttpRequest, type Caller, type Fate } from './http-request.ts';
import { ServiceAddress } from './service-address.ts';

/** What a client asks for, and how often. */
export interface TrafficPlan {
	/** `namespace/name` of the Service. */
	readonly service: string;
	/** Default: 80. */
	readonly port?: number;
	/** A node whose `port` is asked from outside (NodePort), instead of the Service's name. */
	readonly viaNode?: string;
	/** Default: `/`. */
	readonly path?: string;
	readonly perSecond: number;
	/** Ms of cluster time. */
	readonly fromMs: number;
	readonly untilMs: number;
	/** How long it waits for an answer, ms. */
	readonly timeoutMs?: number;
}

type Outcome = Extract<LocalFact, { type: 'request-ended' }>['outcome'];

/** How long a client waits for an answer when it says nothing else, ms. */
const defaultTimeoutMs = 1000;

/**
 * An open-loop client on a node: a request each 1 / `perSecond` s, whatever becomes of those before, each over a connection of
 * its own, through the rules of its node.
 */
export class TrafficClient {
	constructor(
		private readonly caller: Caller,
		private readonly dns: CoreDns
	) {}

	send(plan: TrafficPlan): void {
		const { kernel } = this.caller;
		const address = new ServiceAddress(this.caller, this.dns, plan.service);
		const stepMs = 1000 / plan.perSecond;
		let sent = 0;
		const next = (): void => {
			const dueMs = plan.fromMs + sent * stepMs;
			if (!(dueMs < plan.untilMs)) return;
			kernel.after(dueMs - kernel.nowMs, () => {
				sent++;
				next();
				kernel.because(null, () => this.request(plan, address));
			});
		};
		kernel.because(null, next);
	}

	private request(plan: TrafficPlan, address: ServiceAddress): void {
		const { service, port = 80, path = '/', timeoutMs = defaultTimeoutMs, viaNode } = plan;
		const sentAtMs = this.caller.kernel.nowMs;
		const request = new HttpRequest(this.caller, { service, port, path, timeoutMs }, (fate, id) =>
			this.tell(service, sentAtMs, fate, id)
		);
		if (viaNode !== undefined) return request.toNode(viaNode);
		address.find((found) => {
			if (found === undefined) request.toNobody();
			else request.toAddress(found);
		});
	}

	private tell(service: string, sentAtMs: number, fate: Fate, id: number): void {
		const { pod, code, version } = fate;
		this.caller.kernel.record({
			kind: 'local',
			actor: this.caller.actor,
			node: this.caller.node,
			fact: {
				type: 'request-ended',
				id,
				service,
				outcome: outcomeOf(fate),
				sentAtMs,
				...(pod === undefined ? undefined : { pod }),
				...(code === undefined ? undefined : { code }),
				...(version === undefined ? undefined : { version })
			}
		});
	}
}

function outcomeOf({ outcome, code = 0 }: Fate): Outcome {
	if (outcome !== 'answered') return outcome;
	return code < 500 ? 'served' : 'failed';
}
