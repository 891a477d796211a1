import type { Attributes } from '#lib/cluster/api-server/access/policy-rule.ts';
import { type ApiCall, apiCallsOf } from '#lib/trace/api-call.ts';
import { bisect } from '#lib/trace/bisect.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** Who wants to do what, and what was said to it. */
export interface AskedAccess {
	readonly call: ApiCall;
	readonly user: string;
	readonly groups: readonly string[];
	readonly attributes: Attributes;
	/** Null as long as authorization hasn't spoken; of a question (`auth can-i`) it is never told by the trace. */
	readonly verdict: 'allowed' | 'refused' | null;
	/** In the authorizer's words. */
	readonly reason: string;
	/** The rule that let it pass, in a line. */
	readonly rule: string;
	/** Only asked, not done. */
	readonly isQuestion: boolean;
}

/** The last that a command wanted at a moment; undefined before the first. */
export function accessAt(trace: Trace, nowMs: number): AskedAccess | undefined {
	const calls = callsOf(trace);
	const call = calls[bisect(calls, ({ steps }) => steps[0]!.atMs > nowMs) - 1];
	return call && askedBy(call, nowMs);
}

const known = new WeakMap<Trace, readonly ApiCall[]>();

function callsOf(trace: Trace): readonly ApiCall[] {
	let calls = known.get(trace);
	if (!calls) {
		calls = apiCallsOf(trace).filter(({ message }) => message.from.startsWith('kubectl/'));
		known.set(trace, calls);
	}
	return calls;
}

function askedBy(call: ApiCall, nowMs: number): AskedAccess {
	const { content } = call;
	const taken = call.steps.filter(({ atMs }) => atMs <= nowMs);
	const after = (state: string) => taken.find(({ from }) => from === state);
	const authenticated = after('authentication')?.facts;
	const decided = after('authorization');
	const user = content.as ?? String(authenticated?.user ?? content.user);
	const { facts, to } = decided ?? {};
	const asked = reviewed(content.body);
	const isRefused = to === 'refused' && facts?.code === 403;
	return {
		call,
		user,
		groups:
			content.as === undefined
				? String(authenticated?.groups ?? '')
						.split(', ')
						.filter((group) => group !== '')
				: groupsOf(content.as),
		attributes: asked ?? attributesIn(call),
		verdict: decided === undefined || asked ? null : isRefused ? 'refused' : 'allowed',
		reason: String((isRefused ? facts?.message : (facts?.reason ?? facts?.by)) ?? ''),
		rule: asked ? '' : String(facts?.rule ?? ''),
		isQuestion: asked !== undefined
	};
}

/** Which groups someone has who is only named. Models the impersonation filter of apiserver. */
function groupsOf(user: string): readonly string[] {
	const [, namespace] = /^system:serviceaccount:([^:]+):/.exec(user) ?? [];
	const own = namespace ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`] : [];
	return [...own, 'system:authenticated'];
}

function attributesIn({ content }: ApiCall): Attributes {
	const { verb, resource, subresource, namespace, name, path } = content;
	const group = path.startsWith('/apis/') ? path.split('/')[2]! : '';
	return {
		verb,
		group,
		resource,
		...(subresource !== undefined && { subresource }),
		...(namespace !== undefined && { namespace }),
		...(name !== undefined && { name }),
		...(resource === '' && { path })
	};
}

/** What a SelfSubjectAccessReview asks. */
function reviewed(body: unknown): Attributes | undefined {
	const { kind, spec } = (body ?? {}) as {
		kind?: string;
		spec?: { resourceAttributes?: Partial<Attributes> };
	};
	if (kind !== 'SelfSubjectAccessReview' || !spec?.resourceAttributes) return undefined;
	const { verb = '', group = '', resource = '', ...rest } = spec.resourceAttributes;
	return { ...rest, verb, group, resource };
}
