import type { KubeObject } from '#lib/kubernetes/object.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForItems } from '../../api-call.ts';
import { listPath } from '../../resources/fetch.ts';
import { describeAnnotations } from '../annotations.ts';
import { Description } from '../description.ts';
import type { Describer } from '../describer.ts';
import type { SmallDescriber } from '../small-kinds.ts';
import { longTime } from '../times.ts';

type Amounts = Readonly<Record<string, string>>;

interface Quota extends KubeObject {
	readonly spec?: { readonly scopes?: readonly string[] };
	readonly status?: { readonly hard?: Amounts; readonly used?: Amounts };
}

interface LimitRange extends KubeObject {
	readonly spec: {
		readonly limits?: readonly {
			readonly type: string;
			readonly max?: Amounts;
			readonly min?: Amounts;
			readonly default?: Amounts;
			readonly defaultRequest?: Amounts;
			readonly maxLimitRequestRatio?: Amounts;
		}[];
	};
}

/** What the scopes of a quota mean. Models kubectl pkg/describe/describe.go helpTextForResourceQuotaScope. */
const scopeTexts: Readonly<Record<string, string>> = {
	Terminating:
		'Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being actively terminated by the system.',
	NotTerminating:
		'Matches all pods that do not have an active deadline. These pods usually include long running pods whose container command is not expected to terminate.',
	BestEffort:
		'Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.',
	NotBestEffort:
		'Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed quality of service.'
};

/** Models describeQuota. */
export const describeQuota: SmallDescriber = (object) => {
	const description = new Description();
	description.line(0, `Name:\t${object.metadata.name ?? ''}`);
	description.line(0, `Namespace:\t${object.metadata.namespace ?? ''}`);
	describeAmounts(description, object as Quota, 0, ' * ', '----');
	return description.toString();
};

function describeAmounts(
	description: Description,
	{ spec, status = {} }: Quota,
	level: number,
	bullet: string,
	rule: string
): void {
	const scopes = [...(spec?.scopes ?? [])].sort();
	if (scopes.length > 0) description.line(level, `Scopes:\t${scopes.join(', ')}`);
	for (const scope of scopes) {
		if (Object.hasOwn(scopeTexts, scope)) description.line(level, bullet + scopeTexts[scope]!);
	}
	description.line(level, 'Resource\tUsed\tHard');
	description.line(level, `--------\t${rule}\t${rule}`);
	for (const name of Object.keys(status.hard ?? {}).sort()) {
		description.line(level, `${name}\t${status.used?.[name] ?? '0'}\t${status.hard![name]!}`);
	}
}

const limitColumns =
	'Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio';
const limitRule =
	'----\t--------\t---\t---\t---------------\t-------------\t-----------------------';

/** Models describeLimitRange. */
export const describeLimitRange: SmallDescriber = (object) => {
	const description = new Description();
	description.line(0, `Name:\t${object.metadata.name ?? ''}`);
	description.line(0, `Namespace:\t${object.metadata.namespace ?? ''}`);
	description.line(0, limitColumns);
	description.line(0, limitRule);
	describeLimits(description, object as LimitRange, '');
	return description.toString();
};

/** Models describeLimitRangeSpec; upstream's order of the resources is Go's, a random one. */
function describeLimits(description: Description, { spec }: LimitRange, indent: string): void {
	for (const { type, max, min, default: limit, defaultRequest, ...rest } of spec.limits ?? []) {
		const columns = [min, max, defaultRequest, limit, rest.maxLimitRequestRatio];
		const names = new Set(columns.flatMap((amounts) => Object.keys(amounts ?? {})));
		for (const name of [...names].sort()) {
			const cells = columns.map((amounts) => amounts?.[name] ?? '-');
			description.line(0, `${indent}${[type, name, ...cells].join('\t')}`);
		}
	}
}

interface Condition {
	readonly type: string;
	readonly status: string;
	readonly lastTransitionTime?: string;
	readonly reason?: string;
	readonly message?: string;
}

const pageSize = '500';

/** Models NamespaceDescriber, DescribeResourceQuotas, DescribeLimitRanges. */
export const describeNamespace: Describer = function* ({ metadata, status }) {
	const listed = (kind: string) =>
		callForItems({
			method: 'GET',
			path: listPath(resourceOfKind('v1', kind)!, metadata.name ?? ''),
			query: { limit: pageSize }
		});
	const quotas = (yield* listed('ResourceQuota')) as readonly Quota[];
	const ranges = (yield* listed('LimitRange')) as readonly LimitRange[];
	const { phase = '', conditions = [] } = (status ?? {}) as {
		phase?: string;
		conditions?: readonly Condition[];
	};
	const description = new Description();
	description.line(0, `Name:\t${metadata.name ?? ''}`);
	description.labels('Labels', metadata.labels);
	describeAnnotations(description, metadata.annotations);
	description.line(0, `Status:\t${phase}`);
	if (conditions.length > 0) {
		description.line(0, 'Conditions:');
		description.line(1, 'Type\tStatus\tLastTransitionTime\tReason\tMessage');
		description.line(1, '----\t------\t------------------\t------\t-------');
	}
	for (const { type, status: truth, lastTransitionTime, reason = '', message = '' } of conditions) {
		description.line(1, [type, truth, longTime(lastTransitionTime), reason, message].join('\t'));
	}
	description.line(0, '');
	description.line(0, quotas.length === 0 ? 'No resource quota.' : 'Resource Quotas');
	for (const quota of quotas) {
		description.line(1, `Name:\t${quota.metadata.name ?? ''}`);
		describeAmounts(description, quota, 1, '* ', '---');
	}
	description.line(0, '');
	description.line(0, ranges.length === 0 ? 'No LimitRange resource.' : 'Resource Limits');
	if (ranges.length > 0) {
		description.line(0, ` ${limitColumns}`);
		description.line(0, ` ${limitRule}`);
	}
	for (const range of ranges) describeLimits(description, range, ' ');
	return description.toString();
};
